//! One cleaning of text for every format, so that no format drops or keeps what another does not.

use unicode_normalization::UnicodeNormalization as _;

use super::document::{Block, Card, Document, Field, MatrixRow};

/// The language of a document whose own language tag cannot be used.
const LANGUAGE: &str = "en-GB";

/// The title of a document that has none: a file without a title is not accessible.
const UNTITLED: &str = "Untitled document";

/// Cleans text that may hold several lines.
///
/// Every way of ending a line becomes `\n`. What cannot be printed goes: control characters,
/// noncharacters, the byte order mark and tag characters. What would show text in another order
/// than it was written goes too: the bidirectional embeddings, overrides and isolates. Joiners
/// stay, since some scripts are spelled with them. A letter and its marks become one character
/// where Unicode has it (form NFC), so that a name typed on one system and searched for on another
/// is found. Cleaning twice changes nothing more.
#[must_use]
pub fn clean_text(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                characters.next_if_eq(&'\n');
                clean.push('\n');
            }
            // Vertical tab, form feed, next line and the two separators also end lines; dropping
            // them would glue two words together.
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            _ if is_dropped(character) => {}
            _ => clean.push(character),
        }
    }
    if clean.is_ascii() { clean } else { clean.nfc().collect() }
}

/// Cleans text that stands on one line: line ends and tabs become single spaces.
#[must_use]
pub fn clean_line(text: &str) -> String {
    let clean = clean_text(text);
    let pieces: Vec<&str> =
        clean.split(['\n', '\t']).map(str::trim).filter(|piece| !piece.is_empty()).collect();
    pieces.join(" ")
}

fn clean_block(text: &str) -> String {
    clean_text(text).trim().to_owned()
}

fn is_dropped(character: char) -> bool {
    let code = u32::from(character);
    (character.is_control() && character != '\n' && character != '\t')
        || code & 0xFFFE == 0xFFFE
        || matches!(
            character,
            '\u{202A}'..='\u{202E}'
                | '\u{2066}'..='\u{2069}'
                | '\u{FDD0}'..='\u{FDEF}'
                | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFB}'
                | '\u{E0000}'..='\u{E007F}'
        )
}

impl Document {
    /// The same document with every text cleaned, blocks that say nothing left out, and each
    /// table's rows as wide as its headers.
    #[must_use]
    pub fn cleaned(&self) -> Document {
        let title = clean_line(&self.title);
        Document {
            title: if title.is_empty() { UNTITLED.to_owned() } else { title },
            language: clean_language(&self.language),
            page: self.page,
            notice: clean_items(&self.notice),
            footer: clean_line(&self.footer),
            blocks: self.blocks.iter().filter_map(clean_whole_block).collect(),
        }
    }
}

/// A tag made of letters, digits and hyphens, or the usual language.
fn clean_language(language: &str) -> String {
    let usable = language.len() <= 35
        && language.starts_with(|first: char| first.is_ascii_alphabetic())
        && language
            .split('-')
            .all(|part| !part.is_empty() && part.chars().all(|each| each.is_ascii_alphanumeric()));
    if usable { language.to_owned() } else { LANGUAGE.to_owned() }
}

fn clean_items(items: &[String]) -> Vec<String> {
    items.iter().map(|item| clean_block(item)).filter(|item| !item.is_empty()).collect()
}

/// The block cleaned, or nothing when no word is left in it.
fn clean_whole_block(block: &Block) -> Option<Block> {
    match block {
        Block::Heading { level, text } => {
            let text = clean_line(text);
            (!text.is_empty()).then_some(Block::Heading { level: *level, text })
        }
        Block::Paragraph(text) => {
            let text = clean_block(text);
            (!text.is_empty()).then_some(Block::Paragraph(text))
        }
        Block::Callout { title, text } => {
            let (title, text) = (clean_line(title), clean_block(text));
            (!title.is_empty() || !text.is_empty()).then_some(Block::Callout { title, text })
        }
        Block::List { numbered, items } => {
            let items = clean_items(items);
            (!items.is_empty()).then_some(Block::List { numbered: *numbered, items })
        }
        Block::Fields(fields) => {
            let fields: Vec<Field> = fields
                .iter()
                .map(|field| Field { label: clean_line(&field.label), value: clean_block(&field.value) })
                .filter(|field| !field.label.is_empty() || !field.value.is_empty())
                .collect();
            (!fields.is_empty()).then_some(Block::Fields(fields))
        }
        Block::Table { caption, headers, rows } => clean_table(caption, headers, rows),
        Block::BodyMap { alt, marks } => Some(Block::BodyMap { alt: clean_line(alt), marks: marks.clone() }),
        Block::NewPage | Block::Contents => Some(block.clone()),
        Block::Card(Card { level, sign, words, more }) => {
            let (sign, words, more) = (clean_line(sign), clean_line(words), clean_line(more));
            let card = Card { level: *level, sign, words, more };
            (!card.sign.is_empty() && !card.words.is_empty()).then_some(Block::Card(card))
        }
        Block::Matrix { headers, rows } => Some(Block::Matrix {
            headers: headers.iter().map(|header| clean_line(header)).collect(),
            rows: rows
                .iter()
                .map(|row| MatrixRow {
                    group: clean_line(&row.group),
                    title: clean_line(&row.title),
                    cells: row.cells.iter().map(|items| clean_items(items)).collect(),
                })
                .collect(),
        }),
    }
}

fn clean_table(caption: &str, headers: &[String], rows: &[Vec<String>]) -> Option<Block> {
    let caption = clean_line(caption);
    let mut headers: Vec<String> = headers.iter().map(|header| clean_line(header)).collect();
    let mut rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| clean_block(cell)).collect()).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(headers.len());
    if columns == 0 {
        return (!caption.is_empty()).then_some(Block::Paragraph(caption));
    }
    headers.resize(columns, String::new());
    for row in &mut rows {
        row.resize(columns, String::new());
    }
    Some(Block::Table { caption, headers, rows })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::paper::fixture;

    #[test]
    fn every_line_end_becomes_one() {
        assert_eq!(clean_text("a\r\nb\rc\u{b}d\u{85}e\u{2028}f"), "a\nb\nc\nd\ne\nf");
    }

    #[test]
    fn what_cannot_be_printed_or_reorders_goes() {
        let text = "a\0b\u{1b}c\u{9f}d\u{202E}e\u{2066}f\u{FEFF}g\u{FFFE}h\u{1FFFF}i\u{E0041}j\u{FDD0}k";
        assert_eq!(clean_text(text), "abcdefghijk");
        assert_eq!(clean_text("\u{200C}\u{200D}\té"), "\u{200C}\u{200D}\té");
    }

    #[test]
    fn a_letter_and_its_marks_become_one() {
        assert_eq!(clean_text("Zoe\u{308}"), "Zo\u{eb}");
        assert_eq!(clean_text("Zoe\0\u{308}"), "Zo\u{eb}");
        assert_eq!(clean_text("\u{1ecd}\u{301}"), "\u{1ecd}\u{301}");
    }

    #[test]
    fn a_line_has_no_line_end() {
        assert_eq!(clean_line(" a \r\n\t b\n"), "a b");
    }

    #[test]
    fn blocks_without_words_go_and_tables_are_squared() {
        let document = Document {
            title: "\0".to_owned(),
            language: "en\"><script>".to_owned(),
            page: crate::paper::document::Page::A4,
            notice: vec!["\u{1}".to_owned()],
            footer: String::new(),
            blocks: vec![
                Block::Paragraph(" \n".to_owned()),
                Block::List { numbered: true, items: vec![String::new()] },
                Block::Table {
                    caption: String::new(),
                    headers: vec!["One".to_owned()],
                    rows: vec![vec!["a".to_owned(), "b".to_owned()], vec![]],
                },
            ],
        };
        let clean = document.cleaned();
        assert_eq!((clean.title.as_str(), clean.language.as_str()), (UNTITLED, LANGUAGE));
        assert!(clean.notice.is_empty());
        let [Block::Table { headers, rows, .. }] = clean.blocks.as_slice() else {
            panic!("one table expected");
        };
        assert!(headers.len() == 2 && rows.iter().all(|row| row.len() == 2));
    }

    #[test]
    fn cleaning_a_document_twice_changes_nothing_more() {
        let once = fixture::hostile().cleaned();
        assert_eq!(once, once.cleaned());
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing_more(text in any::<String>()) {
            let once = clean_text(&text);
            prop_assert_eq!(&clean_text(&once), &once);
            let line = clean_line(&text);
            prop_assert_eq!(&clean_line(&line), &line);
        }

        #[test]
        fn no_letter_is_lost(text in any::<String>()) {
            // Taken apart and sorted, since composing puts marks in order.
            let letters = |text: &str| -> Vec<char> {
                let mut letters: Vec<char> = text.nfd().filter(|each| each.is_alphanumeric()).collect();
                letters.sort_unstable();
                letters
            };
            prop_assert_eq!(letters(&clean_text(&text)), letters(&text));
            prop_assert_eq!(letters(&clean_line(&text)), letters(&text));
        }
    }
}
