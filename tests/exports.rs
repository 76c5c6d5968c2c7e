//! Every format read back: the same words, nothing that acts, and the marks a screen reader needs.

mod read_back;

use std::collections::BTreeSet;

use jiff::civil::date;
use levels_of_need::assess::{self, facts::answer_at};
use levels_of_need::case::family::Child;
use levels_of_need::case::injury::Injury;
use levels_of_need::case::model::{Decision, FrameworkRef, How, Person, PersonPart, Piece, TellState, Told};
use levels_of_need::case::{self, Answer, Answered, Case, ChildNo};
use levels_of_need::framework::model::{FormIx, PathwayIx};
use levels_of_need::framework::{Framework, Id, builtin};
use levels_of_need::paper::document::{self, Block, Document, Field};
use levels_of_need::paper::format::{Format, WriteError, write};
use levels_of_need::referral::missing::{Lacking, Place, Spot, completeness};
use levels_of_need::referral::{Layout, laid_out, phrases, record};
use lopdf::Object;
use proptest::prelude::*;
use read_back::{html_text, part, parts, said, squeezed, written, xml_text};

#[path = "../src/paper/fixture.rs"]
mod fixture;

fn as_text(document: &Document, format: Format) -> String {
    String::from_utf8(written(document, format)).unwrap()
}

#[test]
fn every_part_of_a_word_document_is_well_formed() {
    for document in [fixture::usual(), fixture::hostile()] {
        for (name, xml) in parts(written(&document, Format::Docx)) {
            xml_text(&name, &xml);
        }
    }
}

#[test]
fn a_word_document_has_headings_title_language_and_no_author() {
    let parts = parts(written(&fixture::usual(), Format::Docx));
    let styles = part(&parts, "word/styles.xml");
    let body = part(&parts, "word/document.xml");
    for level in 1..=3 {
        let style = format!("w:styleId=\"Heading{level}\"><w:name w:val=\"heading {level}\"/>");
        assert!(styles.contains(&style), "{style}");
        assert!(styles.contains(&format!("<w:outlineLvl w:val=\"{}\"/>", level - 1)));
        assert!(body.contains(&format!("<w:pStyle w:val=\"Heading{level}\" />")));
    }
    assert!(styles.contains("<w:lang w:val=\"en-GB\""));
    let core = part(&parts, "docProps/core.xml");
    assert!(core.contains("<dc:title>Referral summary for children\u{2019}s social care</dc:title>"));
    assert!(!core.contains("creator") && !core.contains("lastModifiedBy"));
    assert!(body.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\" />"));
    assert_eq!(body.matches("<w:tblHeader />").count(), 1);
    let used: BTreeSet<&str> =
        body.split("Style w:val=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for style in used {
        assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
    }
}

#[test]
fn each_numbered_list_in_word_counts_from_one() {
    let mut document = fixture::usual();
    document.blocks.push(Block::List { numbered: true, items: vec!["again".to_owned()] });
    let parts = parts(written(&document, Format::Docx));
    let numbering = part(&parts, "word/numbering.xml");
    for id in ["<w:abstractNum w:abstractNumId=\"", "<w:num w:numId=\""] {
        let ids: Vec<&str> = numbering.split(id).skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{id}");
    }
    assert_eq!(numbering.matches("<w:startOverride w:val=\"1\" />").count(), 2);
    let body = part(&parts, "word/document.xml");
    assert!(body.contains("<w:numId w:val=\"4\" />") && body.contains("<w:numId w:val=\"5\" />"));
}

#[test]
fn a_page_says_every_label_and_value_and_runs_nothing() {
    let document = fixture::hostile();
    let page = as_text(&document, Format::Html);
    assert!(!page.contains("<script") && !page.contains("href") && !page.contains("src="));
    let said = squeezed(&html_text(&page));
    for block in &document.cleaned().blocks {
        if let Block::Fields(fields) = block {
            for field in fields {
                assert!(said.contains(&squeezed(&field.label)));
                assert!(said.contains(&squeezed(&field.value)));
            }
        }
    }
}

#[test]
fn the_traps_are_said_in_every_format_that_has_all_letters() {
    let document = fixture::hostile();
    for format in [Format::Docx, Format::Html, Format::Markdown, Format::Text] {
        let said = squeezed(&said(&document, format));
        for block in &document.cleaned().blocks {
            if let Block::Paragraph(text) = block {
                let text = squeezed(text);
                // Plain text marks the lines of a callout, not those of a paragraph.
                assert!(said.contains(&text), "{}: {text}", format.name());
            }
        }
    }
}

fn name<'a>(pdf: &'a lopdf::Document, object: &'a Object, key: &[u8]) -> &'a Object {
    let (_, object) = pdf.dereference(object).unwrap();
    let value = object.as_dict().unwrap().get(key).unwrap();
    pdf.dereference(value).unwrap().1
}

#[test]
fn a_pdf_is_tagged_named_and_two_pages() {
    let pdf = lopdf::Document::load_mem(&written(&fixture::usual(), Format::Pdf)).unwrap();
    assert_eq!(pdf.get_pages().len(), 2);
    let catalog = Object::Dictionary(pdf.catalog().unwrap().clone());
    assert_eq!(name(&pdf, &catalog, b"Lang").as_str().unwrap(), b"en-GB");
    assert!(name(&pdf, name(&pdf, &catalog, b"MarkInfo"), b"Marked").as_bool().unwrap());
    assert!(name(&pdf, name(&pdf, &catalog, b"ViewerPreferences"), b"DisplayDocTitle").as_bool().unwrap());
    let outline = name(&pdf, &catalog, b"Outlines");
    assert!(outline.as_dict().unwrap().has(b"First"));
    let metadata = name(&pdf, &catalog, b"Metadata").as_stream().unwrap();
    let metadata = String::from_utf8_lossy(&metadata.content).into_owned();
    assert!(metadata.contains("Referral summary for children") && metadata.contains("pdfuaid"));
    assert!(!metadata.contains("dc:creator"));
    let mut tags: BTreeSet<Vec<u8>> = BTreeSet::new();
    for object in pdf.objects.values() {
        if let Ok(tag) = object.as_dict().and_then(|each| each.get(b"S")?.as_name()) {
            tags.insert(tag.to_vec());
        }
    }
    for tag in ["H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "Caption", "TR", "TH", "TD"] {
        assert!(tags.contains(tag.as_bytes()), "{tag}");
    }
}

#[test]
fn two_hundred_pages_are_written() {
    let mut document = fixture::usual();
    let value = "A long note about the week.\n".repeat(12_000);
    document.blocks.push(Block::Fields(vec![Field { label: "Notes".to_owned(), value }]));
    let pdf = lopdf::Document::load_mem(&written(&document, Format::Pdf)).unwrap();
    assert!(pdf.get_pages().len() > 190);
    for format in Format::ALL {
        written(&document, format);
    }
}

#[test]
fn equal_documents_give_equal_bytes() {
    for format in Format::ALL {
        for document in [fixture::usual(), fixture::hostile()] {
            let first = written(&document, format);
            let other = document.clone();
            let second = std::thread::spawn(move || written(&other, format)).join().unwrap();
            assert!(first == second, "{}", format.name());
            assert!(first == written(&document, format), "{} again", format.name());
        }
    }
}

#[test]
fn a_document_of_nothing_can_be_written() {
    let document = Document {
        title: String::new(),
        language: String::new(),
        page: document::Page::A4,
        notice: vec![],
        footer: String::new(),
        blocks: vec![Block::Table {
            caption: String::new(),
            headers: vec![String::new()],
            rows: vec![vec![String::new()], vec![]],
        }],
    };
    for format in Format::ALL {
        assert!(!written(&document, format).is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn all_formats_say_the_same_words(
        fields in proptest::collection::vec(("[A-Za-zé#*_<|&]{1,12}( [a-z]{1,9}){0,3}", "[A-Za-zŁó#*_<>|&.,\\-1-9]{1,14}([ \n][a-z(\\[]{1,9}){0,20}"), 1..8)
    ) {
        let fields: Vec<Field> =
            fields.into_iter().map(|(label, value)| Field { label, value }).collect();
        let words: BTreeSet<String> = fields
            .iter()
            .flat_map(|field| field.label.split(' ').chain(field.value.split([' ', '\n'])))
            .map(str::to_owned)
            .collect();
        let document = Document { blocks: vec![Block::Fields(fields)], ..fixture::usual() };
        for format in Format::ALL {
            let said = squeezed(&said(&document, format));
            for word in &words {
                prop_assert!(said.contains(word.as_str()), "{}: {}", format.name(), word);
            }
        }
    }

    #[test]
    fn any_text_can_be_written(text in any::<String>()) {
        let document = Document {
            title: text.clone(),
            language: text.clone(),
            page: document::Page::A4,
            notice: vec![text.clone()],
            footer: text.clone(),
            blocks: vec![
                Block::Paragraph(text.clone()),
                Block::Heading { level: document::HeadingLevel::Section, text: text.clone() },
                Block::Table {
                    caption: text.clone(),
                    headers: vec![text.clone()],
                    rows: vec![vec![text.clone()]],
                },
                Block::Fields(vec![Field { label: text.clone(), value: text }]),
            ],
        };
        for format in Format::ALL {
            // No font has every character; that is the one thing a PDF may refuse, and it is told.
            let done = match write(&document, format) {
                Err(WriteError::Unprintable(_)) => format == Format::Pdf,
                done => done.is_ok(),
            };
            prop_assert!(done, "{}", format.name());
        }
        for (name, xml) in parts(written(&document, Format::Docx)) {
            xml_text(&name, &xml);
        }
    }
}

/// Everything that a person can write into a check, each text another, so that one that is lost can be named.
fn filled_in(framework: &Framework, seed: usize) -> (Case, Vec<String>) {
    let made_with = FrameworkRef {
        id: framework.about.id.clone(),
        edition: framework.about.edition.clone(),
        fingerprint: None,
    };
    let mut case = Case::new("7Q4K".to_owned(), made_with, date(2026, 11, 23), None);
    let mut planted = Vec::new();
    let mut plant = |what: &str| {
        let text = format!("{what}{}X", planted.len());
        planted.push(text.clone());
        text
    };
    case.about.called = plant("called");
    case.about.age = Some(framework.ages[seed % framework.ages.len()].id.clone());
    case.about.relation = plant("relation");
    case.about.worker = plant("worker");
    case.about.council = plant("council");
    if seed % 2 == 1 {
        let (called, age) = (plant("second"), case.about.age.clone());
        case.children.push(Child { no: ChildNo(2), called, age, due: None });
    } else {
        // One child's name among several is used, and one alone stands in no summary.
        case.about.called.clear();
    }
    case.account.text = plant("account");
    case.account.pieces.push(Piece {
        what: plant("what"),
        how: How::Told,
        by: plant("by"),
        when: plant("when"),
        words: plant("words"),
    });
    case.whereabouts = plant("whereabouts");
    case.other_children = plant("others");
    for state in [TellState::Agrees, TellState::NotTold] {
        case.told.push(Told { adult: plant("adult"), state, said: plant("said") });
    }
    let pathway = framework.pathways[seed % framework.pathways.len()].id.clone();
    case.decision = Some(Decision { pathway, reason: plant("reason"), consulted: plant("consulted") });
    for part in [PersonPart::Child, PersonPart::Household, PersonPart::Professional] {
        let (name, born, details) = (plant("name"), plant("born"), plant("details"));
        case.referral.people.push(Person { name, part, born, details });
    }
    for field in [
        &mut case.referral.address,
        &mut case.referral.parental_responsibility,
        &mut case.referral.childs_words,
        &mut case.referral.childs_wishes,
        &mut case.referral.history,
        &mut case.referral.help_tried,
        &mut case.referral.asked_for,
        &mut case.referral.referrer,
        &mut case.referral.referrer_contact,
        &mut case.call.spoke_to,
        &mut case.call.spoke_to_role,
        &mut case.call.when,
        &mut case.call.advice,
        &mut case.call.agreed,
        &mut case.call.who_does_what,
        &mut case.call.reference,
    ] {
        *field = plant("field");
    }
    let injury = Injury {
        place: plant("place"),
        size: plant("size"),
        colour: plant("colour"),
        by: plant("seen"),
        when: plant("then"),
        explained_by: plant("explained"),
        words: plant("explanation"),
        ..Injury::default()
    };
    case.injuries.push(injury);
    case.concerns = framework.concerns.iter().map(|concern| concern.id.clone()).collect();
    for (at, question) in framework.questions.iter().enumerate() {
        let step = (seed / 7 + at * 5) % (question.steps.len() + 1);
        let answer =
            if step == question.steps.len() { Some(Answer::NotKnown) } else { answer_at(question, step) };
        let Some(answer) = answer else { continue };
        let mut answered = Answered::new(question.id.clone(), answer);
        answered.note = plant("note");
        case.answers.push(answered);
    }
    (case, planted)
}

fn built_in() -> Vec<Framework> {
    builtin::ids().into_iter().map(|id| builtin::read(id).unwrap()).collect()
}

#[test]
fn whatever_the_form_nothing_that_was_filled_in_is_lost() {
    let mut seen = 0;
    for framework in built_in() {
        assert!(framework.forms.len() > 1, "{} has its forms", framework.about.id);
        for seed in 0..24 {
            let (case, planted) = filled_in(&framework, seed);
            let assessment = assess::assess(&framework, &case, case.as_of);
            let own = laid_out(&framework, &case, &assessment, Layout::Own).texts().join("\n");
            let printed: Vec<&String> = planted.iter().filter(|text| own.contains(text.as_str())).collect();
            assert!(printed.len() > 45, "{} of {}", printed.len(), planted.len());
            for at in 0..framework.forms.len() {
                let document = laid_out(&framework, &case, &assessment, Layout::Form(FormIx(at)));
                let texts = document.texts().join("\n");
                let lost: Vec<_> = printed.iter().filter(|text| !texts.contains(text.as_str())).collect();
                assert!(lost.is_empty(), "{}, {seed}: {lost:?}", framework.forms[at].id);
                seen += 1;
            }
        }
    }
    assert!(seen >= 24 * 8);
}

/// The sections of a document with the labels and captions that stand in each.
fn labels(document: &Document) -> Vec<(String, Vec<String>)> {
    let mut sections: Vec<(String, Vec<String>)> = Vec::new();
    for block in &document.blocks {
        match (block, sections.last_mut()) {
            (Block::Heading { level: document::HeadingLevel::Section, text }, _) => {
                sections.push((text.clone(), Vec::new()));
            }
            (Block::Fields(fields), Some((_, labels))) => {
                labels.extend(fields.iter().map(|field| field.label.clone()));
            }
            (Block::Table { caption, .. }, Some((_, labels))) => labels.push(caption.clone()),
            _ => {}
        }
    }
    sections
}

#[test]
fn each_field_of_a_form_stands_in_its_section_in_every_format() {
    for framework in built_in() {
        let (full, _) = filled_in(&framework, 1);
        let empty = Case::new(String::new(), full.framework.clone(), full.as_of, None);
        for (at, form) in framework.forms.iter().enumerate() {
            for case in [&full, &empty] {
                let assessment = assess::assess(&framework, case, case.as_of);
                let document = laid_out(&framework, case, &assessment, Layout::Form(FormIx(at)));
                assert_eq!(document.title, form.title);
                let found = labels(&document);
                for (section, (title, labels)) in form.sections.iter().zip(&found) {
                    assert_eq!(section.title, *title, "{}", form.id);
                    let mut wanted = section.fields.iter().map(|field| &field.label);
                    let mut next = wanted.next();
                    for label in labels {
                        if next.is_some_and(|wanted| label.starts_with(wanted.as_str())) {
                            next = wanted.next();
                        }
                    }
                    assert_eq!(next, None, "{}: {title} has {labels:?}", form.id);
                }
                for format in Format::ALL {
                    let said = squeezed(&said(&document, format));
                    let mut from = 0;
                    for (title, labels) in &found {
                        for text in std::iter::once(title).chain(labels) {
                            let text = squeezed(text);
                            let here = said[from..].find(&text);
                            let place = format!("{} of {} in {}", text, form.id, format.name());
                            // A table that goes over the page may say its caption after its rows began.
                            from += here.unwrap_or_else(|| panic!("{place}"));
                        }
                    }
                    assert!(said.contains(&squeezed(framework.about.edition.as_str())));
                    assert!(said.contains("Illustrative"), "{}", format.name());
                    assert!(said.contains(&squeezed("it decides nothing")), "{}", format.name());
                }
            }
        }
    }
}

#[test]
fn an_empty_part_of_a_form_is_said_to_be_empty_and_what_is_urgent_stands_first() {
    let framework = builtin::read("liverpool").unwrap();
    let (full, _) = filled_in(&framework, 0);
    let mut empty = Case::new(String::new(), full.framework.clone(), full.as_of, None);
    let form = |case: &Case, at: usize| {
        let assessment = assess::assess(&framework, case, case.as_of);
        laid_out(&framework, case, &assessment, Layout::Form(FormIx(at)))
    };
    for (at, form_of) in framework.forms.iter().enumerate() {
        let document = form(&empty, at);
        let given = form_of.fields().filter(|field| !field.by_hand()).count();
        let fields = document.blocks.iter().filter_map(|block| match block {
            Block::Fields(fields) => Some(fields),
            _ => None,
        });
        let said = fields.flatten().filter(|field| field.value == "No information").count();
        assert!(said > given / 2, "{said} of {given}");
        let by_hand = document.texts().iter().filter(|text| text.starts_with("(by hand)")).count();
        assert_eq!(by_hand, form_of.fields().filter(|field| field.by_hand()).count());
    }
    let danger = framework.questions[0].id.clone();
    empty.answers.push(Answered::new(danger, Answer::Yes));
    empty.told.push(Told {
        adult: "stepfather".to_owned(),
        state: TellState::NotTold,
        said: "He hit her.".to_owned(),
    });
    for at in 0..framework.forms.len() {
        let document = form(&empty, at);
        let Block::Callout { title, text } = &document.blocks[0] else { panic!("urgency first") };
        assert!(title.contains("999") && text.contains("Emergency"), "{title}: {text}");
        let Block::Fields(first) = &document.blocks[1] else { panic!("then what must not be lost") };
        let not_told = first.iter().find(|field| field.label == "Do not tell").expect("who is not told");
        assert_eq!(not_told.value, "stepfather: He hit her.");
        assert!(
            first.iter().any(|field| field.label == "Copies"),
            "an assessment is not handed to him either"
        );
    }
}

#[test]
fn every_paper_says_what_it_rests_on_and_that_nothing_was_sent() {
    for framework in built_in() {
        let (case, _) = filled_in(&framework, 1);
        let assessment = assess::assess(&framework, &case, case.as_of);
        let forms = (0..framework.forms.len()).map(|at| Layout::Form(FormIx(at)));
        let summaries =
            forms.chain([Layout::Own]).map(|l| (laid_out(&framework, &case, &assessment, l), true));
        for (paper, for_others) in summaries.chain([(record(&framework, &case, &assessment), false)]) {
            let about = &framework.about;
            let said = format!("{}\n{}", paper.texts().join("\n"), paper.footer);
            for basis in [
                &about.title,
                &about.edition,
                &about.fingerprint[..12].to_owned(),
                &case.code,
                &phrases::date(case.as_of),
            ] {
                assert!(said.contains(basis), "{}: {basis}", paper.title);
            }
            let not_sent = said.contains("Not sent by the program that wrote it: to refer, phone");
            assert!(not_sent || !for_others, "{} could be taken for sent", paper.title);
        }
    }
}

#[test]
fn no_word_that_was_filled_in_stands_in_a_papers_properties() {
    let framework = &built_in()[0];
    let (case, planted) = filled_in(framework, 1);
    let assessment = assess::assess(framework, &case, case.as_of);
    for paper in [laid_out(framework, &case, &assessment, Layout::Own), record(framework, &case, &assessment)]
    {
        let mut properties: Vec<String> = parts(written(&paper, Format::Docx))
            .into_iter()
            .filter(|(name, _)| name.starts_with("docProps/") || name.contains("settings"))
            .map(|(_, text)| text)
            .collect();
        assert!(properties.len() >= 2, "core and app");
        let pdf = lopdf::Document::load_mem(&written(&paper, Format::Pdf)).unwrap();
        let catalog = Object::Dictionary(pdf.catalog().unwrap().clone());
        let metadata = name(&pdf, &catalog, b"Metadata").as_stream().unwrap();
        properties.push(String::from_utf8_lossy(&metadata.content).into_owned());
        let info = pdf.trailer.get(b"Info").ok().and_then(|info| pdf.dereference(info).ok());
        properties.extend(info.map(|(_, info)| format!("{info:?}")));
        for text in &properties {
            let told = planted.iter().find(|word| text.contains(word.as_str()));
            assert_eq!(told, None, "{}: {text}", paper.title);
            for sign in ["/home/", "/tmp/", "C:\\", "lastModifiedBy", "dc:creator"] {
                assert!(!text.contains(sign), "{sign}: {text}");
            }
        }
    }
}

#[test]
fn every_paper_names_the_service_that_is_asked_for() {
    for framework in built_in() {
        let (mut case, _) = filled_in(&framework, 1);
        for (at, pathway) in framework.pathways.iter().enumerate() {
            case.decision.as_mut().unwrap().pathway = pathway.id.clone();
            let assessment = assess::assess(&framework, &case, case.as_of);
            let forms = (0..framework.forms.len()).map(|at| Layout::Form(FormIx(at)));
            let laid = forms.chain([Layout::Own]).map(|l| laid_out(&framework, &case, &assessment, l));
            for paper in laid.chain([record(&framework, &case, &assessment)]) {
                let said = paper.texts().join("\n");
                match phrases::service(&framework, PathwayIx(at)) {
                    Some(service) => assert!(said.contains(&service), "{}: {service}", paper.title),
                    None => assert!(pathway.service.is_none()),
                }
            }
        }
    }
}

#[test]
fn only_a_pathway_that_is_for_danger_now_puts_999_first() {
    for mut framework in built_in() {
        let danger = framework.questions[0].id.clone();
        let mut case = filled_in(&framework, 0).0;
        case = Case::new(String::new(), case.framework, case.as_of, None);
        case.answers.push(Answered::new(danger, Answer::Yes));
        let title = |framework: &Framework| {
            let assessment = assess::assess(framework, &case, case.as_of);
            let paper = laid_out(framework, &case, &assessment, Layout::Own);
            let Block::Callout { title, .. } = &paper.blocks[0] else { panic!("urgency first") };
            title.clone()
        };
        let id = framework.about.id.to_string();
        assert_eq!(title(&framework), "Emergency: 999 first", "{id}");
        framework.pathways.iter_mut().for_each(|pathway| pathway.danger_now = false);
        assert_eq!(title(&framework), "Phone now", "{id}: the last pathway is only the last");
    }
}

#[test]
fn what_a_strength_eases_is_said_among_the_reasons() {
    let framework = builtin::read("five-towns").unwrap();
    let folder = builtin::files("five-towns").unwrap();
    let cases = folder.iter().filter(|file| file.path.starts_with("cases/"));
    let cases = cases.map(|file| case::file::read(&file.bytes).unwrap());
    let mut seen = 0;
    for case in cases {
        let assessment = assess::assess(&framework, &case, case.as_of);
        for reason in assessment.reasons.iter().filter(|reason| reason.eased) {
            let rule = &framework[reason.rule];
            let said = phrases::reason(&framework, &case, &assessment, reason);
            let strengths = rule.easing.as_ref().unwrap().by.iter().map(|&at| framework[at].text.as_str());
            assert!(strengths.clone().any(|strength| said.contains(strength)), "{said}");
            assert!(said.contains(&framework.pathway_line(rule.to)), "{said}");
            for layout in [Layout::Own, Layout::Fitting] {
                let paper = laid_out(&framework, &case, &assessment, layout);
                assert!(paper.texts().join("\n").contains(&said), "{said}");
            }
            seen += 1;
        }
    }
    assert!(seen > 0, "a case with an eased rule");
}

#[test]
fn one_service_at_two_levels_is_said_to_be_one() {
    let framework = builtin::read("families-first").unwrap();
    let service = |id: &str| {
        let at = framework.pathways.iter().position(|p| p.id.as_str() == id).unwrap();
        phrases::service(&framework, PathwayIx(at))
    };
    let both = "Family Help, one service for Level 2 and Level 3";
    assert_eq!(service("family-help-early").as_deref(), Some(both));
    assert_eq!(service("family-help-s17").as_deref(), Some(both));
    assert_eq!(service("protection-team").as_deref(), Some("Child protection"), "two pathways, one level");
    assert_eq!(service("everyday"), None);
}

#[test]
fn the_form_follows_the_pathway_and_a_level_without_one_has_the_programs_own_order() {
    let framework = builtin::read("liverpool").unwrap();
    let (mut case, _) = filled_in(&framework, 0);
    for (at, pathway) in framework.pathways.iter().enumerate() {
        case.decision.as_mut().unwrap().pathway = pathway.id.clone();
        let assessment = assess::assess(&framework, &case, case.as_of);
        let form = Layout::Fitting.form(&framework, &case, &assessment);
        assert_eq!(form, framework.form_at(PathwayIx(at)));
        let title = laid_out(&framework, &case, &assessment, Layout::Fitting).title;
        let expected = form.map_or("Referral summary", |form| framework[form].title.as_str());
        assert_eq!(title, expected);
    }
    assert_eq!(framework.form_at(PathwayIx(0)), None, "everyday services have no form");
}

#[test]
fn what_a_form_asks_for_and_is_empty_is_pointed_out_until_it_is_filled_in() {
    for framework in built_in() {
        let (full, _) = filled_in(&framework, 0);
        let empty = Case::new(String::new(), full.framework.clone(), full.as_of, None);
        for at in 0..framework.forms.len() {
            let look = |case: &Case| {
                let assessment = assess::assess(&framework, case, case.as_of);
                completeness(&framework, case, &assessment, Layout::Form(FormIx(at)))
            };
            let (before, after) = (look(&empty), look(&full));
            assert!(before.lacking.len() > 4, "{:?}", before.lacking);
            assert!(before.lacking.iter().all(|lacking| !lacking.why.is_empty()));
            assert!(!before.ask_first.is_empty() && before.ask_first.len() <= 5);
            let given = |lacking: &Lacking| lacking.field != "area" && lacking.field != "questions";
            let left: Vec<_> = after.lacking.iter().filter(|lacking| given(lacking)).collect();
            assert!(left.is_empty(), "{left:#?}");
            let by_hand = framework.forms[at].fields().filter(|field| field.by_hand()).count();
            assert_eq!((before.by_hand.len(), after.by_hand.len()), (by_hand, by_hand));
        }
    }
}

/// A telephone number without a name is no name; a family without a social worker lacks none.
#[test]
fn each_piece_of_a_field_that_is_expected_is_looked_for() {
    let framework = builtin::read("riverside").unwrap();
    let (mut case, _) = filled_in(&framework, 0);
    let gaps = |case: &Case| {
        let assessment = assess::assess(&framework, case, case.as_of);
        let form = Layout::Form(framework.form("request").unwrap());
        let lacking = completeness(&framework, case, &assessment, form).lacking;
        lacking.into_iter().map(|lacking| (lacking.label, lacking.place)).collect::<Vec<_>>()
    };
    case.about.worker.clear();
    assert!(gaps(&case).is_empty(), "{:?}", gaps(&case));
    case.referral.referrer.clear();
    let gap = ("Your name, role and number".to_owned(), Place::Field(Spot::Referrer));
    assert_eq!(gaps(&case), [gap]);
}

#[test]
fn some_fields_are_asked_for_at_some_pathways_only() {
    let framework = builtin::read("liverpool").unwrap();
    let (mut case, _) = filled_in(&framework, 0);
    case.call = case::model::Call::default();
    let mut lacks_call = |pathway: &str| {
        case.decision.as_mut().unwrap().pathway = Id::new(pathway).unwrap();
        let assessment = assess::assess(&framework, &case, case.as_of);
        let form = Layout::Form(framework.form("referral").unwrap());
        let done = completeness(&framework, &case, &assessment, form);
        done.lacking.iter().any(|lacking| lacking.place == Place::Call)
    };
    assert!(lacks_call("child-protection"));
    assert!(!lacks_call("child-in-need"), "there a form may come first");
}
