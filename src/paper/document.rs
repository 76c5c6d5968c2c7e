//! A document before it has a format: headings, paragraphs, lists and tables, in reading order.
//!
//! Every writer prints every block and every word, so that the five formats say the same.

use crate::case::Site;

mod plain;

/// A document ready to be written in any format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The title, which is also the file's own title; it carries no name.
    pub title: String,
    /// A language tag, `en-GB`.
    pub language: String,
    /// What it is printed on.
    pub page: Page,
    /// Stands under the title: *illustrative*, *not sent by this program*.
    pub notice: Vec<String>,
    /// Runs along the foot of each page: framework, edition, fingerprint, case code.
    pub footer: String,
    pub blocks: Vec<Block>,
}

/// What a document is printed on; only a PDF heeds it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// A4, upright.
    #[default]
    A4,
    /// A3 on its side, for the wall.
    A3Wide,
}

/// One piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading below the title: level 2, or 3 inside it.
    Heading {
        level: HeadingLevel,
        text: String,
    },
    Paragraph(String),
    /// What must be read first: a boxed or bold paragraph.
    Callout {
        title: String,
        text: String,
    },
    List {
        numbered: bool,
        items: Vec<String>,
    },
    /// Labels with their values; a value is never empty.
    Fields(Vec<Field>),
    /// A table with a header row; each row has as many cells as there are headers.
    Table {
        caption: String,
        headers: Vec<String>,
        rows: Vec<Vec<String>>,
    },
    /// Where injuries are, on outlines of a body. What it shows stands in words in a table beside it, so
    /// that a format without pictures leaves it out and says the same.
    BodyMap {
        alt: String,
        marks: Vec<Mark>,
    },
    /// What follows begins a page, where there are pages.
    NewPage,
    /// The sections with their pages, where there are pages.
    Contents,
    /// A table on which a wall's worth of short texts stands, small and in even columns.
    Matrix {
        /// The first is that of the rows' own titles.
        headers: Vec<String>,
        rows: Vec<MatrixRow>,
    },
    /// A card to hold up in a room, on a page of its own where there are pages.
    Card(Card),
}

/// What stands on a card, to be read from across a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The level whose shape it has, counted from 0; none for a card of no level.
    pub level: Option<usize>,
    /// A number, or one or two letters.
    pub sign: String,
    pub words: String,
    /// Smaller, below the words; may be empty.
    pub more: String,
}

/// A row of a matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    /// Rows of one group stand together under its title.
    pub group: String,
    pub title: String,
    /// One cell for each header after the first; what stands in a cell is a list.
    pub cells: Vec<Vec<String>>,
}

/// A numbered place on a body map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub number: usize,
    pub site: Site,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingLevel {
    Section,
    Part,
}

/// A label and its value; the value may hold several lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub label: String,
    pub value: String,
}

impl Document {
    /// The titles of its sections, in order.
    pub fn sections(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Heading { level: HeadingLevel::Section, text } => Some(text.as_str()),
            _ => None,
        })
    }

    /// Every text of the document.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = vec![&self.title, &self.footer];
        texts.extend(self.notice.iter().map(String::as_str));
        for block in &self.blocks {
            match block {
                Block::Heading { text, .. } | Block::Paragraph(text) => texts.push(text),
                Block::Callout { title, text } => texts.extend([title.as_str(), text]),
                Block::List { items, .. } => texts.extend(items.iter().map(String::as_str)),
                Block::Fields(fields) => {
                    texts.extend(fields.iter().flat_map(|field| [field.label.as_str(), &field.value]));
                }
                Block::BodyMap { alt, .. } => texts.push(alt),
                Block::NewPage | Block::Contents => {}
                Block::Card(Card { sign, words, more, .. }) => texts.extend([sign.as_str(), words, more]),
                Block::Matrix { headers, rows } => {
                    texts.extend(headers.iter().map(String::as_str));
                    for row in rows {
                        texts.extend([row.group.as_str(), &row.title]);
                        texts.extend(row.cells.iter().flatten().map(String::as_str));
                    }
                }
                Block::Table { caption, headers, rows } => {
                    texts.push(caption);
                    texts.extend(headers.iter().chain(rows.iter().flatten()).map(String::as_str));
                }
            }
        }
        texts
    }
}
