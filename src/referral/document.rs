//! A document before it has a format: headings, paragraphs, lists and tables, in reading order.
//!
//! Every writer prints every block and every word, so that the five formats say the same.

/// A document ready to be written in any format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The title, which is also the file's own title; it carries no name.
    pub title: String,
    /// A language tag, `en-GB`.
    pub language: String,
    /// Stands under the title: *illustrative*, *not sent by this program*.
    pub notice: Vec<String>,
    /// Runs along the foot of each page: framework, edition, fingerprint, case code.
    pub footer: String,
    pub blocks: Vec<Block>,
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
