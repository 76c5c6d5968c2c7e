//! Packs the parts of a Word document, after putting right what the library cannot say.
//!
//! The library has no word for a document's title, its language or a table's header row, and it
//! writes some elements in an order that Word's schema does not have. So the styles, the settings
//! and the properties are this program's own, and the body is put in order.

use std::borrow::Cow;
use std::io::{Cursor, Read as _, Write as _};

use docx_rs::XMLDocx;
use unicode_script::{Script, UnicodeScript as _};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::paper::document::Document;
use crate::paper::format::WriteError;

/// The height by which a table's header row is known until it is packed.
pub(super) const HEADER_HEIGHT: f32 = 1.0;
const HEADER_MARK: &str = r#"<w:trHeight w:val="1" w:hRule="atLeast" />"#;
const HEADER_ROW: &str = "<w:tblHeader />";

/// The spacings by which letters that go from right to left are known until they are packed. The
/// program itself never spaces letters out.
const RIGHT_TO_LEFT: i32 = 3_301;
const HEBREW: i32 = 3_302;

/// The spacing that marks these letters as going from right to left.
pub(super) fn right_to_left_mark(letters: &str) -> i32 {
    let hebrew = letters.chars().any(|each| each.script() == Script::Hebrew);
    if hebrew { HEBREW } else { RIGHT_TO_LEFT }
}

const TABLE_START: &str = "<w:tblPr>";
const TABLE_END: &str = "</w:tblPr>";
/// Every table looks alike and says that its first row is a header.
const TABLE: &str = r#"<w:tblStyle w:val="ReferralTable" /><w:tblW w:w="5000" w:type="pct" /><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1" />"#;

/// The last element that the library puts in the numbering of a paragraph.
const LEVEL_START: &str = "<w:ilvl ";
/// The last element that the library puts in a section.
const FOOT_START: &str = "<w:footerReference ";

const STYLES: &str = include_str!("styles.xml");
const SETTINGS: &str = include_str!("settings.xml");

/// Packs the parts into one file that holds no date and no author.
pub(super) fn pack(mut parts: XMLDocx, document: &Document) -> Result<Vec<u8>, WriteError> {
    parts.styles = STYLES.replace("LANGUAGE", &escaped(&document.language)).into_bytes();
    parts.settings = SETTINGS.into();
    parts.doc_props.core = properties(document).into_bytes();
    parts.document = with_direction(&in_order(&with_tables(&text(parts.document)?)?)?)?.into_bytes();
    parts.numberings = without_empty(&text(parts.numberings)?).into_bytes();
    for foot in &mut parts.footers {
        *foot = with_direction(&without_empty(&text(std::mem::take(foot))?))?.into_bytes();
    }
    repack(parts).map_err(WriteError::Docx)
}

fn properties(document: &Document) -> String {
    format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties""#,
            r#" xmlns:dc="http://purl.org/dc/elements/1.1/">"#,
            "<dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>"
        ),
        escaped(&document.title),
        escaped(&document.language),
    )
}

fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"']) {
        return Cow::Borrowed(text);
    }
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    Cow::Owned(text.replace('>', "&gt;").replace('"', "&quot;"))
}

fn text(part: Vec<u8>) -> Result<String, WriteError> {
    // The error would carry the whole part, and with it what the document says.
    let Ok(text) = String::from_utf8(part) else { return Err(WriteError::DocxPart) };
    Ok(text)
}

/// The text with everything between each `start` and the `end` after it replaced. What a person
/// typed cannot be taken for either, since its angle brackets are escaped by now.
fn replaced_between(
    body: &str,
    (start, end): (&str, &str),
    replacement: impl Fn(&str) -> String,
) -> Result<String, WriteError> {
    let mut out = String::with_capacity(body.len());
    let mut rest = body;
    while let Some((before, after)) = rest.split_once(start) {
        let (inner, tail) = after.split_once(end).ok_or(WriteError::DocxPart)?;
        for piece in [before, start, &replacement(inner), end] {
            out.push_str(piece);
        }
        rest = tail;
    }
    out.push_str(rest);
    Ok(out)
}

/// The body with the properties of its tables replaced and their first rows made headers.
fn with_tables(body: &str) -> Result<String, WriteError> {
    let out = replaced_between(body, (TABLE_START, TABLE_END), |_| TABLE.to_owned())?;
    if out.matches(HEADER_MARK).count() != out.matches(TABLE_START).count() {
        return Err(WriteError::DocxPart);
    }
    let out = out.replace(HEADER_MARK, HEADER_ROW);
    // A column of the grid has a width, and no unit beside it.
    let grid = ("<w:tblGrid>", "</w:tblGrid>");
    replaced_between(&out, grid, |columns| columns.replace(r#" w:type="dxa""#, ""))
}

/// The body with two elements where the schema has them: the level of a list before its number,
/// and the foot first in its section.
fn in_order(body: &str) -> Result<String, WriteError> {
    let numbered = ("<w:numPr>", "</w:numPr>");
    let body = replaced_between(body, numbered, |inner| with_first(inner, LEVEL_START))?;
    let section = ("<w:sectPr>", "</w:sectPr>");
    let body = replaced_between(&body, section, |inner| with_first(inner, FOOT_START))?;
    Ok(without_empty(&body))
}

/// The part with its marked runs said to go from right to left. Arabic is the language that the
/// styles give to such letters; the letters of Hebrew say their own.
fn with_direction(part: &str) -> Result<String, WriteError> {
    replaced_between(part, ("<w:rPr>", "</w:rPr>"), |inner| {
        let marks = [(RIGHT_TO_LEFT, "<w:rtl />"), (HEBREW, r#"<w:rtl /><w:lang w:bidi="he-IL" />"#)];
        for (mark, meant) in marks {
            let spacing = format!(r#"<w:spacing w:val="{mark}" />"#);
            if inner.contains(&spacing) {
                // The schema has these two last.
                return format!("{}{meant}", inner.replace(&spacing, ""));
            }
        }
        inner.to_owned()
    })
}

/// The elements with the last one, which begins with `start`, moved to the front.
fn with_first(elements: &str, start: &str) -> String {
    match elements.split_once(start) {
        Some((before, after)) => format!("{start}{after}{before}"),
        None => elements.to_owned(),
    }
}

/// Empty run properties say nothing, and stand where the schema does not have them.
fn without_empty(part: &str) -> String {
    part.replace("<w:rPr />", "")
}

/// The library's archive carries folders and no compression; written again, it is smaller and
/// carries the same date in every file.
fn repack(parts: XMLDocx) -> Result<Vec<u8>, ZipError> {
    let mut plain = Cursor::new(Vec::new());
    parts.pack(&mut plain)?;
    let mut source = ZipArchive::new(plain)?;
    let mut target = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for index in 0..source.len() {
        let mut part = source.by_index(index)?;
        if part.is_dir() {
            continue;
        }
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes)?;
        target.start_file(part.name(), options)?;
        target.write_all(&bytes)?;
    }
    Ok(target.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_put_right_and_text_is_left_alone() {
        let body = format!("<a/><w:tblPr><x/></w:tblPr>{HEADER_MARK}&lt;w:tblPr&gt;");
        let out = with_tables(&body).unwrap();
        assert!(out.contains(TABLE) && out.contains(HEADER_ROW) && !out.contains("<x/>"));
        assert!(out.ends_with("&lt;w:tblPr&gt;"));
        assert!(with_tables("<w:tblPr></w:tblPr>").is_err());
    }

    #[test]
    fn letters_from_right_to_left_are_marked_so() {
        let body = |mark: i32| {
            format!(
                r#"<w:rPr><w:spacing w:val="{mark}" /><w:rStyle w:val="FieldLabel" /></w:rPr><w:t>x</w:t>"#
            )
        };
        let out = with_direction(&body(right_to_left_mark("\u{645}"))).unwrap();
        assert_eq!(out, r#"<w:rPr><w:rStyle w:val="FieldLabel" /><w:rtl /></w:rPr><w:t>x</w:t>"#);
        let out = with_direction(&body(right_to_left_mark("\u{5d0}"))).unwrap();
        assert!(out.contains(r#"<w:rtl /><w:lang w:bidi="he-IL" /></w:rPr>"#));
    }

    #[test]
    fn elements_come_in_the_order_of_the_schema() {
        let body = "<w:numPr><w:numId w:val=\"4\" /><w:ilvl w:val=\"0\" /></w:numPr>";
        let wanted = "<w:numPr><w:ilvl w:val=\"0\" /><w:numId w:val=\"4\" /></w:numPr>";
        assert_eq!(in_order(body).unwrap(), wanted);
        let body = "<w:sectPr><w:pgSz /><w:footerReference r:id=\"x\" /></w:sectPr><w:rPr />";
        let wanted = "<w:sectPr><w:footerReference r:id=\"x\" /><w:pgSz /></w:sectPr>";
        assert_eq!(in_order(body).unwrap(), wanted);
    }
}
