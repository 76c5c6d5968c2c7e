//! A framework's handbook holds all that the framework says, and its sheet for the wall is one page.

mod read_back;

use jiff::civil::date;
use levels_of_need::{
    framework::{Framework, builtin, load, model::Phone},
    handbook::{handbook, wall},
    paper::{
        document::{Block, Document},
        fonts::NoOtherFonts,
        format::{Format, pages},
    },
};
use read_back::{said, squeezed, written};

fn liverpool() -> Framework {
    load(builtin::files("liverpool").unwrap()).framework.unwrap()
}

fn one_page(document: &Document) -> Result<bool, levels_of_need::paper::format::WriteError> {
    Ok(pages(document, &NoOtherFonts)? == 1)
}

/// What the pages say one after another, without their feet, over which a text may go on.
fn read(document: &Document) -> String {
    let pages = read_back::pdf::pdf_pages(&written(document, Format::Pdf));
    let foot = |at: usize| format!("{}Page{}of{}", squeezed(&document.footer), at + 1, pages.len());
    let text = |(at, page): (usize, &String)| {
        squeezed(page).strip_suffix(&foot(at)).expect("its foot comes last").to_owned()
    };
    pages.iter().enumerate().map(text).collect()
}

#[test]
fn everything_a_framework_says_stands_in_its_handbook() {
    let framework = liverpool();
    let printed = read(&handbook(&framework, date(2026, 11, 23)));
    let mut texts: Vec<&str> = Vec::new();
    for question in &framework.questions {
        texts.extend([question.text.as_str(), &question.why]);
        texts.extend(question.means.as_deref());
        texts.extend(question.counts.iter().chain(&question.does_not_count).map(String::as_str));
        texts.extend(question.steps.iter().map(|step| step.means.as_str()));
    }
    for duty in &framework.duties {
        texts.extend([duty.title.as_str(), &duty.action, &duty.who, &framework[duty.clock].from]);
    }
    for pathway in &framework.pathways {
        texts.extend([pathway.title.as_str(), &pathway.means, &pathway.agreement, &pathway.sharing]);
        texts.extend(pathway.steps.iter().map(|step| step.text.as_str()));
    }
    texts.extend(framework.indicators.iter().map(|one| one.text.as_str()));
    texts.extend(framework.rules.iter().filter(|rule| rule.decisive.is_none()).map(|rule| rule.why.as_str()));
    texts.extend(framework.advice.iter().map(|advice| advice.text.as_str()));
    texts.extend(framework.concerns.iter().flat_map(|one| [one.title.as_str(), one.worry.as_str()]));
    texts.extend(framework.contacts.iter().map(|contact| contact.title.as_str()));
    texts.extend(framework.escalation.iter().map(|step| step.text.as_str()));
    texts.extend(framework.glossary.iter().flat_map(|term| [term.term.as_str(), term.means.as_str()]));
    for form in &framework.forms {
        texts.push(&form.title);
        texts.extend(form.sections.iter().map(|section| section.title.as_str()));
        texts.extend(
            form.fields().flat_map(|field| [Some(field.label.as_str()), field.why.as_deref()]).flatten(),
        );
    }
    texts.extend(framework.documents.iter().map(|document| document.title.as_str()));
    let about = &framework.about;
    texts.extend([about.fingerprint.as_str(), &about.edition, &about.area]);
    texts.push("Illustrative: to be ratified by the partnership");
    let lost: Vec<&str> = texts.into_iter().filter(|text| !printed.contains(&squeezed(text))).collect();
    assert!(lost.is_empty(), "{}: {lost:#?}", lost.len());
}

#[test]
fn a_number_whose_check_date_has_passed_is_not_printed_as_fact() {
    let framework = liverpool();
    let day = date(2026, 11, 23);
    let printed = handbook(&framework, day);
    let old: Vec<&str> = framework
        .contacts
        .iter()
        .filter_map(|contact| match contact.phone_on(day) {
            Phone::ToBeChecked(number) => Some(number),
            _ => None,
        })
        .collect();
    assert!(!old.is_empty(), "Liverpool has numbers that were checked long ago");
    for text in printed.texts() {
        for number in &old {
            let fine = !text.contains(number) || text.contains("To be checked") || *number == "999";
            assert!(fine, "{text}");
        }
    }
}

#[test]
fn the_contents_name_each_section_with_its_page() {
    let document = handbook(&liverpool(), date(2026, 11, 23));
    let bytes = written(&document, Format::Pdf);
    let pages: Vec<String> = read_back::pdf::pdf_pages(&bytes).iter().map(|page| squeezed(page)).collect();
    let contents = &pages[1];
    let mut last = 0;
    for section in document.sections() {
        let section = squeezed(section);
        let page = pages.iter().skip(2).position(|page| page.starts_with(&section)).unwrap() + 3;
        assert!(contents.contains(&format!("{section}{page}")), "{section} begins page {page}");
        assert!(page > last);
        last = page;
    }
}

#[test]
fn the_sheet_for_the_wall_is_one_page_with_every_level_and_dimension_and_says_what_it_leaves_out() {
    let framework = liverpool();
    let wall = wall(&framework, one_page).unwrap();
    let bytes = written(&wall.document, Format::Pdf);
    let pages = read_back::pdf::pdf_pages(&bytes);
    assert_eq!(pages.len(), 1);
    let printed = squeezed(&pages[0]);
    for text in framework
        .dimensions
        .iter()
        .map(|one| &one.title)
        .chain(framework.domains.iter().map(|one| &one.title))
        .chain(framework.levels.iter().map(|one| &one.name))
    {
        assert!(printed.contains(&squeezed(text)), "{text}");
    }
    let Block::Matrix { rows, .. } = &wall.document.blocks[0] else { panic!("it is a matrix") };
    let texts: Vec<&String> = rows.iter().flat_map(|row| row.cells.iter().flatten()).collect();
    assert_eq!(texts.len(), wall.shown);
    assert!(texts.iter().all(|text| printed.contains(&squeezed(text))));
    assert!(wall.shown > framework.dimensions.len() * framework.levels.len());
    let left = wall.all - wall.shown;
    assert!(printed.contains(&squeezed(&format!("{left} are left to the handbook"))));
    for (dimension, row) in rows.iter().enumerate() {
        for (level, cell) in row.cells.iter().enumerate() {
            let title = &rows[dimension].title;
            let mut here = framework.indicators.iter().filter(|one| {
                framework[one.dimension].title == *title && framework[one.pathway].level.0 == level
            });
            let any_decisive = here.any(|one| one.decisive);
            let first = cell.first().map(|text| framework.indicators.iter().find(|one| one.text == *text));
            assert!(!any_decisive || first.unwrap().unwrap().decisive, "{title}, {level}");
        }
    }
}

#[test]
fn the_formats_without_pages_list_the_contents_and_print_the_matrix() {
    let framework = liverpool();
    let book = handbook(&framework, date(2026, 11, 23));
    let sheet = wall(&framework, one_page).unwrap().document;
    for format in [Format::Docx, Format::Html, Format::Markdown, Format::Text] {
        let text = squeezed(&said(&book, format));
        assert!(
            framework.questions.iter().all(|one| text.contains(&squeezed(&one.text))),
            "{}",
            format.name()
        );
        let text = squeezed(&said(&sheet, format));
        assert!(
            framework.dimensions.iter().all(|one| text.contains(&squeezed(&one.title))),
            "{}",
            format.name()
        );
    }
}

#[test]
fn a_number_is_printed_on_the_side_of_the_cut_that_it_is_counted_on() {
    let document = handbook(&liverpool(), date(2026, 11, 23));
    let printed = document.texts().join("\n");
    // Whoever was missing once is above none: an answer on the cut itself is not beyond it.
    assert!(printed.contains("(above 0 "), "no number of times is counted from above none");
    assert!(!printed.contains(" or more)"));
}
