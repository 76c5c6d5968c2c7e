//! Reads papers back with parsers that are not the writers, and returns what they say.

use std::io::{Cursor, Read as _};

use levels_of_need::paper::document::Document;
use levels_of_need::paper::fonts::{FontSource, NoOtherFonts};
use levels_of_need::paper::format::{Format, write_with};
use pulldown_cmark::{Event as MarkdownEvent, Options, Parser};
use quick_xml::Reader;
use quick_xml::events::Event;

#[path = "pdf.rs"]
pub mod pdf;

pub use pdf::pdf_text;

pub fn written(document: &Document, format: Format) -> Vec<u8> {
    written_with(document, format, &NoOtherFonts)
}

pub fn written_with(document: &Document, format: Format, fonts: &dyn FontSource) -> Vec<u8> {
    write_with(document, format, fonts).unwrap_or_else(|error| panic!("{}: {error}", format.name()))
}

/// The parts of a Word document by name.
pub fn parts(bytes: Vec<u8>) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().to_owned(), text)
        })
        .collect()
}

pub fn part(parts: &[(String, String)], name: &str) -> String {
    parts.iter().find(|(each, _)| each == name).map(|(_, text)| text.clone()).unwrap()
}

/// Reads a whole XML part and returns its text; panics when it is not well-formed.
pub fn xml_text(name: &str, xml: &str) -> String {
    let allowed = |each: char| !each.is_control() || matches!(each, '\n' | '\t' | '\r');
    assert!(xml.chars().all(|each| allowed(each) && each != '\u{FFFE}' && each != '\u{FFFF}'));
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut depth = 0_usize;
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
            Event::Start(start) => {
                depth += 1;
                assert!(start.attributes().all(|each| each.is_ok()), "{name}");
                if start.name().as_ref() == "w:p" {
                    text.push('\n');
                }
            }
            Event::Empty(start) => {
                assert!(start.attributes().all(|each| each.is_ok()), "{name}");
                if matches!(start.name().as_ref(), "w:br" | "w:tab") {
                    text.push('\n');
                }
            }
            Event::End(_) => depth -= 1,
            Event::Text(piece) => text.push_str(&piece),
            Event::GeneralRef(reference) => match reference.as_ref() {
                "amp" => text.push('&'),
                "lt" => text.push('<'),
                "gt" => text.push('>'),
                "quot" => text.push('"'),
                "apos" => text.push('\''),
                other => panic!("{name}: &{other};"),
            },
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{name}");
    text
}

/// The text of a page: its tags taken out and its entities read.
pub fn html_text(page: &str) -> String {
    let body = page.split_once("<body>").unwrap().1;
    let mut text = String::new();
    for piece in body.split('<') {
        let (tag, after) = piece.split_once('>').unwrap_or(("", piece));
        // What is set apart inside a line is still part of the line.
        if !matches!(tag, "bdi" | "/bdi") {
            text.push(' ');
        }
        text.push_str(after);
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&amp;", "&")
}

fn markdown_text(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            MarkdownEvent::Text(piece) => text.push_str(&piece),
            MarkdownEvent::HardBreak | MarkdownEvent::End(_) => text.push('\n'),
            _ => {}
        }
    }
    text
}

/// What a written paper says.
pub fn read(bytes: Vec<u8>, format: Format) -> String {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    match format {
        Format::Pdf => pdf_text(&bytes),
        Format::Docx => xml_text("body", &part(&parts(bytes), "word/document.xml")),
        Format::Html => html_text(&text(bytes)),
        Format::Markdown => markdown_text(&text(bytes)),
        Format::Text => text(bytes),
    }
}

pub fn said(document: &Document, format: Format) -> String {
    read(written(document, format), format)
}

/// Text without what formats may put between words.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|each| !each.is_whitespace()).collect()
}
