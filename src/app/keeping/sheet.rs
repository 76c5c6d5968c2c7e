//! The recovery sheet as a document: what opens a person's checks without their passphrase.

use jiff::civil::Date;

use crate::{
    app::say,
    paper::document::{Block, Document, Page},
    vault::Key,
    words::{Words, fill},
};

/// So many letters stand together: typed from paper, one finds one's place again.
const GROUP: usize = 6;

/// The sheet; the words on it are a secret, and it is written nowhere but where the person says.
pub fn document(words: &Words, key: &Key, today: Date) -> Document {
    let words = &words.keeping;
    let secret = key.sheet();
    let letters: Vec<char> = secret.shown().chars().collect();
    let groups: Vec<String> = letters.chunks(GROUP).map(|group| group.iter().collect()).collect();
    let heading = |text: &str| Block::Heading {
        level: crate::paper::document::HeadingLevel::Section,
        text: text.to_owned(),
    };
    Document {
        title: words.paper_title.to_owned(),
        language: "en-GB".to_owned(),
        page: Page::A4,
        notice: vec![words.paper_what.to_owned()],
        footer: fill(words.paper_made, &[&say::date(today)]),
        blocks: vec![
            heading(words.paper_key),
            Block::Paragraph(groups.join(" ")),
            Block::Paragraph(words.paper_how.to_owned()),
            Block::Paragraph(words.paper_keep.to_owned()),
        ],
    }
}
