//! What is put on pages: rows of cells whose lines all stand at the same distance.

use super::card::Shape;
use super::fonts::Weight;
use super::line::Line;
use super::picture::Picture;
use crate::paper::document::Page;

/// A page's size in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub width: f32,
    pub height: f32,
}

impl Frame {
    pub(super) fn of(page: Page) -> Frame {
        match page {
            Page::A4 => Frame { width: 595.28, height: 841.89 },
            Page::A3Wide => Frame { width: 1190.55, height: 841.89 },
        }
    }

    /// The width that text can take.
    pub(super) fn text(self) -> f32 {
        self.width - 2.0 * EDGE
    }
}

/// The white edge at the left and the right.
pub(super) const EDGE: f32 = 46.0;
/// Where the first line of a page begins.
pub(super) const TOP: f32 = 38.0;

/// A colour that stays readable when printed in grey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// What people wrote.
    Black,
    /// Labels, notices and the foot of the page.
    Soft,
    /// Headings and the rules that belong to them.
    Mark,
    /// Rules between rows.
    Line,
    /// Behind the headers of a table and behind a callout.
    Wash,
    /// On what is printed in a dark colour.
    Paper,
}

/// How the letters of a cell look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    pub size: f32,
    pub weight: Weight,
    pub ink: Ink,
}

/// Some lines of text at one place of a row.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// Its number, by which the tag tree refers to all of its lines.
    pub id: usize,
    pub x: f32,
    pub look: Look,
    pub lines: Vec<Line>,
}

/// A rule under a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    None,
    Thin,
    Strong,
}

/// Cells side by side; a paragraph is a row of one cell.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// White space above, left out at the top of a page.
    pub before: f32,
    /// White space inside, above and below the lines.
    pub pad: f32,
    /// From one line to the next.
    pub leading: f32,
    pub cells: Vec<Cell>,
    pub rule: Rule,
    pub wash: bool,
    /// Must not be the last row of a page.
    pub keep_next: bool,
    /// Begins a page.
    pub new_page: bool,
    /// Up to this many lines, the row moves to the next page as a whole.
    pub whole: usize,
    /// Rows with the same number stand in one box.
    pub boxed: Option<usize>,
    /// The index of the header row to repeat when a page begins with this row.
    pub header: Option<usize>,
    /// A body map in place of text.
    pub picture: Option<Picture>,
    /// A shape behind the text.
    pub shape: Option<Shape>,
}

impl Row {
    /// A row of text that may break between pages.
    pub(super) fn new(leading: f32, cells: Vec<Cell>) -> Row {
        Row {
            before: 0.0,
            pad: 0.0,
            leading,
            cells,
            rule: Rule::None,
            wash: false,
            keep_next: false,
            new_page: false,
            whole: 4,
            boxed: None,
            header: None,
            picture: None,
            shape: None,
        }
    }

    /// How many lines the longest cell has.
    pub(super) fn lines(&self) -> usize {
        self.cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0).max(1)
    }

    /// The height of that many lines of the row.
    pub(super) fn height(&self, lines: usize) -> f32 {
        2.0 * self.pad + self.leading * count(lines)
    }
}

/// A count as a measure; more than fits is already more than any page.
pub(super) fn count(number: usize) -> f32 {
    u16::try_from(number).map_or(f32::from(u16::MAX), f32::from)
}
