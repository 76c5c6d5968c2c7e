//! A tagged PDF on A4 pages, small enough that a referral of usual size takes two.

mod columns;
mod compose;
mod fonts;
mod paginate;
mod paint;
mod row;
mod wrap;

use self::fonts::Fonts;
use self::paint::{FOOT, FOOT_LEADING};
use self::row::{PAGE_HEIGHT, WIDTH, count};
use super::document::Document;
use super::format::WriteError;

/// The foot of a page may take this many lines, so that text has room.
const FOOT_LINES: usize = 3;
/// Kept free at the right of the foot for the page number.
const NUMBER_WIDTH: f32 = 90.0;

/// Writes a cleaned document as a PDF.
pub(super) fn write(document: &Document) -> Result<Vec<u8>, WriteError> {
    let fonts = Fonts::load()?;
    let foot = Foot::new(&document.footer, &fonts);
    let composed = compose::compose(document, &fonts, &foot);
    let bottom = PAGE_HEIGHT - 36.0 - FOOT_LEADING * count(foot.lines.len());
    let sheets = paginate::paginate(&composed.rows, bottom);
    paint::paint(document, &fonts, &composed, &sheets, &foot.lines)
}

/// What runs along the foot of each page.
struct Foot {
    lines: Vec<String>,
    /// There was more than the foot has room for, so it must be said once elsewhere.
    cut: bool,
    /// Some characters were not in the fonts.
    missing: bool,
}

impl Foot {
    fn new(footer: &str, fonts: &Fonts) -> Foot {
        let mut missing = false;
        let text = fonts.printable(footer, &mut missing);
        let advance = |character| fonts.advance(FOOT.weight, character) * FOOT.size;
        let mut lines = wrap::wrap(&text, WIDTH - NUMBER_WIDTH, advance);
        let cut = lines.len() > FOOT_LINES;
        lines.truncate(FOOT_LINES);
        if let (true, Some(last)) = (cut, lines.last_mut()) {
            last.push('\u{2026}');
        }
        Foot { lines, cut, missing }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::referral::document::Block;
    use crate::referral::fixture;

    fn composed(document: &Document) -> Vec<String> {
        let fonts = Fonts::load().unwrap();
        let foot = Foot::new(&document.footer, &fonts);
        let composed = compose::compose(document, &fonts, &foot);
        let cells = composed.rows.into_iter().flat_map(|row| row.cells);
        cells.map(|cell| cell.lines.concat()).collect()
    }

    #[test]
    fn a_foot_with_too_many_words_is_said_at_the_end() {
        let mut document = fixture::usual();
        assert!(!composed(&document).contains(&document.footer));
        document.footer = "word ".repeat(200).trim().to_owned();
        assert_eq!(composed(&document).last(), Some(&document.footer));
        document.footer = "\u{4f60}".to_owned();
        assert_eq!(composed(&document).last().map(String::as_str), Some(compose::MISSING_NOTE));
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
            prop_assert!(write(&document.cleaned()).is_ok());
        }
    }
}
