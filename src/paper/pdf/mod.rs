//! A tagged PDF, small enough that a referral of usual size takes two pages of A4.

mod bundle;
mod card;
mod columns;
mod compose;
mod contents;
mod face;
mod fonts;
mod line;
mod matrix;
mod paginate;
mod paint;
mod picture;
mod row;
mod wrap;

use self::compose::Composed;
use self::fonts::{Fonts, more_fonts};
use self::line::{Line, lines};
use self::paginate::Sheet;
use self::paint::{FOOT, FOOT_LEADING};
use self::row::{Frame, count};
use super::document::Document;
use super::fonts::FontSource;
use super::format::WriteError;

/// The foot of a page may take this many lines, so that text has room.
const FOOT_LINES: usize = 3;
/// Kept free at the right of the foot for the page number.
const NUMBER_WIDTH: f32 = 90.0;

/// Writes a cleaned document as a PDF, or says what it cannot print: no character is ever left
/// out, and none becomes an empty box.
pub(super) fn write(document: &Document, source: &dyn FontSource) -> Result<Vec<u8>, WriteError> {
    let more = more_fonts(document, source).map_err(WriteError::Unprintable)?;
    let fonts = Fonts::new(&more);
    let (composed, foot, mut sheets) = laid_out(document, &fonts);
    contents::number(&composed, &fonts, &mut sheets);
    paint::paint(document, &fonts, &composed, &sheets, &foot.lines)
}

/// How many pages a cleaned document takes.
pub(super) fn pages(document: &Document, source: &dyn FontSource) -> Result<usize, WriteError> {
    let more = more_fonts(document, source).map_err(WriteError::Unprintable)?;
    Ok(laid_out(document, &Fonts::new(&more)).2.len())
}

fn laid_out(document: &Document, fonts: &Fonts<'_>) -> (Composed, Foot, Vec<Sheet>) {
    let frame = Frame::of(document.page);
    let foot = Foot::new(&document.footer, fonts, frame);
    let composed = compose::compose(document, fonts, &foot);
    let bottom = frame.height - 36.0 - FOOT_LEADING * count(foot.lines.len());
    let sheets = paginate::paginate(&composed.rows, bottom);
    (composed, foot, sheets)
}

/// What runs along the foot of each page.
struct Foot {
    lines: Vec<Line>,
    /// There was more than the foot has room for, so it must be said once elsewhere.
    cut: bool,
}

impl Foot {
    fn new(footer: &str, fonts: &Fonts<'_>, frame: Frame) -> Foot {
        let mut lines = lines(fonts, FOOT, footer, frame.text() - NUMBER_WIDTH);
        let cut = lines.len() > FOOT_LINES;
        lines.truncate(FOOT_LINES);
        if let (true, Some(last)) = (cut, lines.last_mut()) {
            last.push('\u{2026}');
        }
        Foot { lines, cut }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::paper::document::Block;
    use crate::paper::fixture;
    use crate::paper::fonts::NoOtherFonts;

    fn composed(document: &Document) -> Vec<String> {
        let fonts = Fonts::new(&[]);
        let foot = Foot::new(&document.footer, &fonts, Frame::of(document.page));
        let composed = compose::compose(document, &fonts, &foot);
        let cells = composed.rows.into_iter().flat_map(|row| row.cells);
        let said = |cell: row::Cell| cell.lines.iter().map(|line| line.text.as_str()).collect();
        cells.map(said).collect()
    }

    #[test]
    fn a_foot_with_too_many_words_is_said_at_the_end() {
        let mut document = fixture::usual();
        assert!(!composed(&document).contains(&document.footer));
        document.footer = "word ".repeat(200).trim().to_owned();
        assert_eq!(composed(&document).last(), Some(&document.footer));
    }

    #[test]
    fn no_cell_is_without_a_line() {
        for document in [fixture::usual(), fixture::hostile().cleaned()] {
            assert!(composed(&document).iter().all(|text| !text.is_empty()));
        }
    }

    proptest! {
        #[test]
        fn letters_with_any_marks_pass_the_checks(
            text in "[ -~\u{a0}-\u{17e}\u{300}-\u{30c}\u{312}\u{326}-\u{328}\u{394}\u{3c0}\u{2013}-\u{2044}\u{fb01}]{0,40}"
        ) {
            let mut document = fixture::usual();
            document.blocks = vec![Block::Callout { title: text.clone(), text }];
            prop_assert!(write(&document.cleaned(), &NoOtherFonts).is_ok());
        }
    }
}
