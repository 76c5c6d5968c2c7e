//! Lines of text as they are set: broken to a width, each with its runs from left to right.

use super::fonts::{Fonts, Item, printable};
use super::row::Look;
use super::wrap::{Ruler, wrap};
use crate::paper::direction::{Direction, Run, visual_runs};

/// One line.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its letters in reading order.
    pub text: String,
    /// How far from the left edge of its cell it begins.
    pub shift: f32,
    runs: Vec<Run>,
}

/// Letters in one font that stand at one place of a line.
pub(super) struct Piece {
    pub item: Item,
    pub right_to_left: bool,
}

impl Line {
    /// A line that runs from left to right.
    pub(super) fn plain(text: String) -> Line {
        Line { runs: vec![Run { range: 0..text.len(), right_to_left: false }], text, shift: 0.0 }
    }

    /// The line with more at its end, which runs from left to right.
    pub(super) fn push(&mut self, more: char) {
        let from = self.text.len();
        self.text.push(more);
        self.runs.push(Run { range: from..self.text.len(), right_to_left: false });
    }

    /// The line's pieces from left to right.
    pub(super) fn pieces(&self, fonts: &Fonts<'_>, look: Look) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for run in &self.runs {
            let right_to_left = run.right_to_left;
            let mut items = fonts.items(look.weight, &self.text, &run.range);
            if right_to_left {
                items.reverse();
            }
            pieces.extend(items.into_iter().map(|item| Piece { item, right_to_left }));
        }
        pieces
    }
}

struct InFonts<'a, 'f> {
    fonts: &'a Fonts<'f>,
    look: Look,
}

impl Ruler for InFonts<'_, '_> {
    fn width(&self, text: &str) -> f32 {
        self.fonts.width(self.look.weight, self.look.size, text)
    }

    fn groups(&self, word: &str) -> Vec<(usize, f32)> {
        let groups = self.fonts.groups(self.look.weight, word);
        groups.into_iter().map(|(end, width)| (end, width * self.look.size)).collect()
    }
}

/// Sets text in lines no wider than `width`.
///
/// A short text that runs from right to left stays at the left of its cell, beside its label,
/// where a reader of an English form looks for it. One that fills several lines ends them at the
/// right, since that is where each next line is looked for.
pub(super) fn lines(fonts: &Fonts<'_>, look: Look, text: &str, width: f32) -> Vec<Line> {
    let ruler = InFonts { fonts, look };
    let mut set = Vec::new();
    for paragraph in wrap(&printable(text), width, &ruler) {
        let direction = Direction::of(&paragraph.concat());
        let runs = visual_runs(&paragraph, direction);
        let at_the_right = direction == Direction::RightToLeft && paragraph.len() > 1;
        for (text, runs) in paragraph.into_iter().zip(runs) {
            let free = || width - ruler.width(text.trim_end_matches(' '));
            let shift = if at_the_right { free().max(0.0) } else { 0.0 };
            set.push(Line { text, shift, runs });
        }
    }
    set
}
