//! Places to tick and lines to write on.

use super::{Room, words::W};
use crate::{
    paper::document::Block,
    training::{
        session::{Scale, options},
        story::Story,
    },
};

/// A box to tick. It is in the program's fonts, and every format can hold it.
pub(super) const BOX: &str = "\u{2b1c}";

/// How many characters a line to write on has: the width of a page in the paper's letters.
const LINE: usize = 130;

/// What can be voted: the short name at the head of a column.
pub(super) fn headers(room: &Room<'_>) -> Vec<String> {
    let said: Vec<String> = match room.scale {
        Scale::Levels => room.framework.levels.iter().map(|level| level.label.clone()).collect(),
        Scale::Pathways => options(room.framework, room.scale).into_iter().map(|(_, said)| said).collect(),
    };
    said.into_iter().chain([W.not_sure.to_owned()]).collect()
}

/// One vote after a part.
pub(super) fn place(room: &Room<'_>) -> Block {
    let headers = headers(room);
    let row = vec![BOX.to_owned(); headers.len()];
    Block::Table { caption: String::new(), headers, rows: vec![row] }
}

/// Every vote of a story, each with a cell that `cell` fills: the parts alone, and the last once more after
/// discussion.
pub(super) fn all(room: &Room<'_>, story: &Story, cell: &str) -> Block {
    let mut headers = headers(room);
    let columns = headers.len();
    headers.insert(0, W.vote.to_owned());
    let alone = (0..=story.last()).map(|at| super::part_title(at, story));
    let row =
        |said: String| std::iter::once(said).chain(std::iter::repeat_n(cell.to_owned(), columns)).collect();
    let rows = alone.chain([W.after_discussion.to_owned()]).map(row).collect();
    Block::Table { caption: String::new(), headers, rows }
}

/// A question with lines to write on, each with room for handwriting above it.
pub(super) fn asked(question: &str, lines: usize) -> Block {
    let line = format!("\n\n{}", "_".repeat(LINE));
    Block::Paragraph(format!("{question}{}", line.repeat(lines)))
}
