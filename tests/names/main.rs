//! Names in every script through every format and back: the same letters, in the order they are read.

#[path = "../read_back/mod.rs"]
mod read_back;

mod cjk;
mod corpus;

use std::collections::BTreeSet;

use cjk::OneFont;
use corpus::{HOSTILE, NAMES, SOMEWHERE};
use levels_of_need::paper::clean::{clean_line, clean_text};
use levels_of_need::paper::document::{Block, Document, Field, HeadingLevel, Page};
use levels_of_need::paper::fonts::NoOtherFonts;
use levels_of_need::paper::format::{Format, WriteError, write, write_with};
use proptest::prelude::*;
use read_back::{part, parts, read, said, squeezed, written, written_with, xml_text};
use unicode_normalization::UnicodeNormalization as _;

/// A paper that says each text in every kind of place.
fn paper(texts: &[&str]) -> Document {
    let owned = |text: &&str| (*text).to_owned();
    let mut blocks = vec![
        Block::Fields(
            texts
                .iter()
                .enumerate()
                .map(|(index, text)| Field { label: format!("Text {index}"), value: owned(text) })
                .collect(),
        ),
        Block::List { numbered: true, items: texts.iter().map(owned).collect() },
        Block::Table {
            caption: "All of them".to_owned(),
            headers: vec!["Text".to_owned(), "Again".to_owned()],
            rows: texts
                .iter()
                .map(|text| vec![owned(text), format!("{text} (brother, 4), {text}")])
                .collect(),
        },
    ];
    for text in texts {
        blocks.push(Block::Heading { level: HeadingLevel::Part, text: owned(text) });
        blocks.push(Block::Paragraph(format!("{text} was not at school on 12/03 (2 days).")));
        blocks.push(Block::Callout { title: owned(text), text: owned(text) });
    }
    Document {
        title: "Names".to_owned(),
        language: "en-GB".to_owned(),
        page: Page::A4,
        notice: texts.iter().take(3).map(owned).collect(),
        footer: "Foot".to_owned(),
        blocks,
    }
}

/// A text as it should be read back: clean, without the white space that a format may change and
/// without what only says where a line may be broken.
fn wanted(text: &str) -> String {
    squeezed(&clean_text(text))
}

/// What has a place on paper: not the signs of where a line may be broken, nor those of direction,
/// which are obeyed.
fn on_paper(text: &str) -> String {
    let sign = |each: &char| {
        matches!(each, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}')
    };
    squeezed(text).chars().filter(|each| !sign(each)).collect()
}

fn expected(format: Format, text: &str) -> String {
    if format == Format::Pdf { on_paper(&clean_text(text)) } else { wanted(text) }
}

/// Where in the paper each text must be found at least.
const TIMES: usize = 7;

#[test]
fn every_name_comes_back_from_every_format() {
    let names: Vec<&str> = NAMES.iter().map(|(_, name)| *name).collect();
    let document = paper(&names);
    for format in Format::ALL {
        let said = squeezed(&said(&document, format));
        for (what, name) in NAMES {
            let times = said.matches(&expected(format, name)).count();
            assert!(times >= TIMES, "{what} in {}: {times} times", format.name());
        }
    }
}

#[test]
fn every_hostile_text_stays_text_in_every_format() {
    assert!(HOSTILE.len() >= 40);
    for text in HOSTILE {
        let document = paper(&[text]);
        for format in Format::ALL {
            let said = squeezed(&said(&document, format));
            let said = if format == Format::Pdf { on_paper(&said) } else { said };
            let wanted = expected(format, text);
            // Plain text marks the lines of a callout, and a Markdown table joins lines.
            assert!(said.matches(&wanted).count() >= 4, "{text:?} in {}: {said}", format.name());
        }
    }
}

#[test]
fn each_part_of_a_word_document_stays_well_formed() {
    let all: Vec<&str> = NAMES.iter().map(|(_, name)| *name).chain(HOSTILE.iter().copied()).collect();
    for (name, xml) in parts(written(&paper(&all), Format::Docx)) {
        xml_text(&name, &xml);
    }
}

#[test]
fn no_letter_of_a_name_is_lost_in_cleaning() {
    for (what, name) in NAMES.iter().chain(SOMEWHERE) {
        let composed: String = name.nfc().collect();
        assert_eq!(clean_text(name), composed, "{what}");
        assert_eq!(clean_line(name), composed, "{what}");
    }
}

#[test]
fn a_name_spelled_two_ways_is_printed_one_way() {
    let spelled = |name: &str| squeezed(&said(&paper(&[name]), Format::Pdf));
    assert_eq!(spelled(NAMES[0].1), spelled(NAMES[1].1));
}

#[test]
fn without_a_font_for_it_a_pdf_refuses_and_says_what_and_the_others_hold_it() {
    for (what, name) in SOMEWHERE {
        let document = paper(&["Amira", name]);
        let Err(WriteError::Unprintable(lacking)) = write(&document, Format::Pdf) else {
            panic!("{what} was printed without a font");
        };
        let characters: BTreeSet<char> = name.chars().collect();
        assert!(lacking.characters().eq(characters.iter().copied()), "{what}");
        let told = WriteError::Unprintable(lacking).to_string();
        for character in characters {
            assert!(told.contains(&format!("{character} U+{:04X}", u32::from(character))), "{told}");
        }
        assert!(told.contains("Word") && told.contains("web page") && !told.contains("Amira"), "{told}");
        for format in [Format::Docx, Format::Html, Format::Markdown, Format::Text] {
            assert!(squeezed(&said(&document, format)).contains(name), "{what} in {}", format.name());
        }
    }
}

#[test]
fn with_a_font_for_it_a_pdf_prints_it() {
    let names: Vec<&str> = SOMEWHERE.iter().map(|(_, name)| *name).collect();
    let fonts = OneFont::with(&names.concat());
    let document = paper(&names);
    let said = squeezed(&read(written_with(&document, Format::Pdf, &fonts), Format::Pdf));
    for name in names {
        assert!(said.matches(name).count() >= TIMES, "{said}");
    }
    assert_eq!(fonts.asked.get(), 1, "one font has all, so one is asked for");
}

#[test]
fn a_font_that_has_only_some_does_not_hide_the_rest() {
    let fonts = OneFont::with("李");
    let Err(WriteError::Unprintable(lacking)) = write_with(&paper(&["李伟"]), Format::Pdf, &fonts) else {
        panic!("printed");
    };
    assert!(lacking.characters().eq(['伟']));
}

#[test]
fn no_other_font_is_asked_for_what_the_programs_own_have() {
    let fonts = OneFont::with("x");
    let names: Vec<&str> = NAMES.iter().map(|(_, name)| *name).collect();
    written_with(&paper(&names), Format::Pdf, &fonts);
    assert_eq!(fonts.asked.get(), 0);
}

#[test]
fn letters_without_a_meaning_of_their_own_are_refused_too() {
    for text in ["\u{E000}", "\u{378}", "\u{1F9FF}\u{E123}"] {
        let refused = matches!(write(&paper(&[text]), Format::Pdf), Err(WriteError::Unprintable(_)));
        assert!(refused, "{text:?}");
    }
}

#[test]
fn word_is_told_which_way_names_run() {
    let parts = parts(written(&paper(&["محمد علی", "שלום", "Amira محمد Khan", "Zoë"]), Format::Docx));
    let body = part(&parts, "word/document.xml");
    let paragraphs: Vec<&str> = body.split("<w:p ").collect();
    let with =
        |text: &str| paragraphs.iter().filter(|each| each.contains(&format!(">{text}<"))).collect::<Vec<_>>();
    let alone = with("محمد علی");
    assert!(alone.iter().all(|each| each.contains("<w:rtl />")));
    assert!(alone.iter().any(|each| each.contains("<w:bidi />")));
    assert!(with("שלום").iter().all(|each| each.contains(r#"<w:rtl /><w:lang w:bidi="he-IL" />"#)));
    // An English line with a name in it runs as English does, and the name alone the other way.
    let mixed = with("محمد");
    assert!(
        !mixed.is_empty()
            && mixed.iter().all(|each| each.contains("<w:rtl />") && !each.contains("<w:bidi />"))
    );
    assert!(with("Zoë").iter().all(|each| !each.contains("<w:rtl />")));
    assert!(part(&parts, "word/styles.xml").contains(r#"w:cs="Arial""#));
}

#[test]
fn a_web_page_says_which_way_names_run_and_in_which_script() {
    let page = String::from_utf8(written(&paper(&["محمد علی", "রহিমা"]), Format::Html)).unwrap();
    assert!(page.contains(r#"<dd dir="rtl" lang="und-Arab">محمد علی</dd>"#));
    assert!(page.contains(r#"<dd dir="auto" lang="und-Beng">রহিমা</dd>"#));
    assert!(page.contains(r#"<p dir="ltr"><bdi>محمد علی</bdi> was not at school on 12/03 (2 days).</p>"#));
    assert!(page.contains(r#"<meta charset="utf-8">"#) && page.contains(r#"<html lang="en-GB">"#));
}

#[test]
fn a_long_note_from_right_to_left_is_printed_whole() {
    let note = "محمد علی گلے چاند 12 (4) ".repeat(120);
    let document = paper(&[note.trim()]);
    assert!(squeezed(&said(&document, Format::Pdf)).contains(&wanted(&note)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_mixture_of_scripts_is_printed_in_the_order_it_is_read(
        pieces in proptest::collection::vec((0..NAMES.len(), 0..HOSTILE.len(), any::<bool>(), "[ -~]{0,6}"), 1..6)
    ) {
        let text: Vec<String> = pieces
            .iter()
            .map(|(name, hostile, which, plain)| {
                format!("{}{plain}", if *which { NAMES[*name].1 } else { HOSTILE[*hostile] })
            })
            .collect();
        let text = text.concat();
        let document = paper(&[&text]);
        match write_with(&document, Format::Pdf, &NoOtherFonts) {
            Ok(bytes) => prop_assert!(on_paper(&read(bytes, Format::Pdf)).contains(&expected(Format::Pdf, &text))),
            Err(error) => prop_assert!(false, "{error}"),
        }
    }
}
