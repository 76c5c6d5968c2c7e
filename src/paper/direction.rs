//! Which way a text runs, decided in one place so that every format shows a name the same way round.

use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// The way a whole text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

/// A stretch of a text that runs one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// Its letters go from right to left.
    pub right_to_left: bool,
}

/// A text runs from right to left when this many of its letters do for each one that does not.
const MOST: usize = 3;

impl Direction {
    /// Right to left where nearly all of the letters are.
    ///
    /// The papers are English forms: a sentence that only opens with a name in Arabic letters is
    /// still an English sentence, so the first letter does not decide by itself.
    #[must_use]
    pub fn of(text: &str) -> Direction {
        let (mut left_to_right, mut right_to_left) = (0_usize, 0_usize);
        for character in text.chars() {
            match bidi_class(character) {
                BidiClass::L => left_to_right += 1,
                BidiClass::R | BidiClass::AL => right_to_left += 1,
                _ => {}
            }
        }
        if right_to_left > MOST * left_to_right { Direction::RightToLeft } else { Direction::LeftToRight }
    }
}

/// Some letters of the text go from right to left.
#[must_use]
pub fn has_right_to_left(text: &str) -> bool {
    // Nothing before the Hebrew letters does, which settles most texts at once.
    text.chars().any(|each| each >= '\u{590}' && is_right_to_left(each))
}

fn is_right_to_left(character: char) -> bool {
    matches!(bidi_class(character), BidiClass::R | BidiClass::AL)
}

/// The stretches of an English text that are not English: each from its first letter that goes
/// from right to left to its last before the next English one.
///
/// Each stands by itself, so that the number after a name stays after it: by the Unicode algorithm
/// alone, *name, 12 March* would show the 12 before the name and the month after it.
#[must_use]
pub fn stretches(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    // Brackets opened inside the stretch and not closed yet.
    let mut brackets = 0_usize;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        if is_right_to_left(character) {
            match found.last_mut() {
                Some(stretch) if open => {
                    let between = text.get(stretch.end..at).unwrap_or_default();
                    brackets += between.matches(['(', '[', '{']).count();
                    brackets = brackets.saturating_sub(between.matches([')', ']', '}']).count());
                    stretch.end = end;
                }
                _ => {
                    found.push(at..end);
                    (open, brackets) = (true, 0);
                }
            }
            continue;
        }
        let class = bidi_class(character);
        open &= class != BidiClass::L;
        if let Some(stretch) = found.last_mut().filter(|stretch| open && stretch.end == at) {
            let closes = brackets > 0 && matches!(character, ')' | ']' | '}');
            if closes {
                brackets -= 1;
            }
            if closes || matches!(class, BidiClass::NSM | BidiClass::BN) {
                stretch.end = end;
            }
        }
    }
    found
}

/// The level of each byte: even runs from left to right, odd from right to left, and a higher one
/// stands inside a lower one.
fn levels(text: &str, direction: Direction) -> Vec<u8> {
    let whole = std::iter::once(0..text.len());
    let inside = match direction {
        Direction::RightToLeft => whole.collect(),
        Direction::LeftToRight => stretches(text),
    };
    let mut levels = vec![0; text.len()];
    for range in inside {
        let part = text.get(range.clone()).unwrap_or_default();
        let bidi = BidiInfo::new(part, Some(Level::rtl()));
        for (level, found) in levels.iter_mut().skip(range.start).zip(&bidi.levels) {
            *level = found.number();
        }
    }
    levels
}

/// The bytes of a range in runs of one level.
fn runs_of(levels: &[u8], range: Range<usize>) -> Vec<(u8, Range<usize>)> {
    let mut runs: Vec<(u8, Range<usize>)> = Vec::new();
    for (at, level) in levels.iter().enumerate().take(range.end).skip(range.start) {
        match runs.last_mut() {
            Some((known, run)) if known == level => run.end = at + 1,
            _ => runs.push((*level, at..at + 1)),
        }
    }
    runs
}

fn run((level, range): (u8, Range<usize>)) -> Run {
    Run { range, right_to_left: level % 2 == 1 }
}

/// The runs of a text in the order they are read.
#[must_use]
pub fn reading_runs(text: &str) -> Vec<Run> {
    if !has_right_to_left(text) {
        return vec![Run { range: 0..text.len(), right_to_left: false }];
    }
    let levels = levels(text, Direction::of(text));
    runs_of(&levels, 0..text.len()).into_iter().map(run).collect()
}

/// For each of the lines that a paragraph was broken into, its runs from left to right.
#[must_use]
pub fn visual_runs(lines: &[String], direction: Direction) -> Vec<Vec<Run>> {
    let whole = lines.concat();
    if !has_right_to_left(&whole) {
        return lines.iter().map(|line| vec![Run { range: 0..line.len(), right_to_left: false }]).collect();
    }
    let levels = levels(&whole, direction);
    let mut start = 0;
    lines
        .iter()
        .map(|line| {
            let from = start;
            start += line.len();
            // White space at the end of a line has no place of its own in what is seen.
            let words = line.trim_end_matches(' ').len();
            let mut runs: Vec<Run> =
                turned(runs_of(&levels, from..from + words)).into_iter().map(run).collect();
            for run in &mut runs {
                run.range = run.range.start - from..run.range.end - from;
            }
            if words < line.len() {
                runs.push(Run { range: words..line.len(), right_to_left: false });
            }
            runs
        })
        .collect()
}

/// From reading order to the order from left to right: whatever stands at a level or above it is
/// turned round once for each level down to the first.
fn turned(mut runs: Vec<(u8, Range<usize>)>) -> Vec<(u8, Range<usize>)> {
    let highest = runs.iter().map(|(level, _)| *level).max().unwrap_or(0);
    for level in (1..=highest).rev() {
        for part in runs.chunk_by_mut(|a, b| (a.0 >= level) == (b.0 >= level)) {
            if part.first().is_some_and(|first| first.0 >= level) {
                part.reverse();
            }
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    const MUHAMMAD: &str = "\u{645}\u{62d}\u{645}\u{62f}";

    fn seen(text: &str) -> Vec<(String, bool)> {
        let lines = [text.to_owned()];
        let runs = visual_runs(&lines, Direction::of(text)).remove(0);
        runs.into_iter().map(|run| (text[run.range].to_owned(), run.right_to_left)).collect()
    }

    #[test]
    fn most_letters_decide() {
        assert_eq!(Direction::of(MUHAMMAD), Direction::RightToLeft);
        assert_eq!(Direction::of(&format!("{MUHAMMAD} 12/03")), Direction::RightToLeft);
        assert_eq!(Direction::of(&format!("{MUHAMMAD}, Mo")), Direction::LeftToRight);
        assert_eq!(Direction::of(&format!("{MUHAMMAD} was not at school")), Direction::LeftToRight);
        assert_eq!(Direction::of("12/03"), Direction::LeftToRight);
    }

    #[test]
    fn a_name_inside_a_sentence_is_a_run_of_its_own() {
        let text = format!("Amira {MUHAMMAD} Khan 12/03");
        let wanted = [("Amira ", false), (MUHAMMAD, true), (" Khan 12/03", false)];
        let wanted = wanted.map(|(text, way)| (text.to_owned(), way));
        assert_eq!(seen(&text), wanted);
        assert_eq!(reading_runs(&text).len(), 3);
    }

    #[test]
    fn a_number_after_a_name_stays_after_it_in_an_english_line() {
        let runs = seen(&format!("{MUHAMMAD} {MUHAMMAD}, 12 March"));
        let name = format!("{MUHAMMAD} {MUHAMMAD}");
        assert_eq!(runs, [(name, true), (", 12 March".to_owned(), false)]);
        let bracketed = format!("{MUHAMMAD} ({MUHAMMAD}) came");
        let runs = seen(&bracketed);
        assert_eq!(runs[0], (format!("{MUHAMMAD} ({MUHAMMAD})"), true));
        let around = seen(&format!("({MUHAMMAD}) came"));
        assert_eq!(around[1], (MUHAMMAD.to_owned(), true));
        assert_eq!(around[2].0, ") came");
    }

    #[test]
    fn a_number_after_a_name_alone_reads_on_its_left() {
        let runs = seen(&format!("{MUHAMMAD} 12/03 "));
        let wanted = [("12/03", false), (&format!("{MUHAMMAD} "), true), (" ", false)];
        assert_eq!(runs, wanted.map(|(text, way)| (text.to_owned(), way)));
    }

    #[test]
    fn every_byte_is_in_one_run() {
        for text in ["", "abc", MUHAMMAD, "a \u{5d0}\u{5d1} (1) \u{202B}x\u{202C}"] {
            let runs = reading_runs(text);
            let total: usize = runs.iter().map(|run| run.range.len()).sum();
            assert_eq!(total, text.len());
        }
    }
}
