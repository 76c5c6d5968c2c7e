//! Every format read back: the same words, nothing that acts, and the marks a screen reader needs.

mod read_back;

use std::collections::BTreeSet;

use levels_of_need::paper::document::{self, Block, Document, Field};
use levels_of_need::paper::format::{Format, WriteError, write};
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
