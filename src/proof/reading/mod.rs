//! How old a reader the words read while a question is answered ask for: the Flesch-Kincaid grade, which is a year
//! of school in America, and five, with which school begins there.

mod syllables;

use std::collections::HashMap;

use syllables::syllables;

use super::{
    place::Item,
    texts::{Text, texts},
};
use crate::framework::Framework;

/// The formula, as it is told.
pub const FORMULA: &str = "0.39 words a sentence + 11.8 syllables a word - 15.59 + 5";

/// How many of the hardest texts are told of.
const HARDEST: usize = 3;

/// Shorter texts measure their one long word and not how they read.
const LONG_ENOUGH: usize = 12;

/// The words of a framework, measured.
#[derive(Debug)]
pub struct Reading {
    /// In years, over all that the texts say.
    pub mean: f64,
    pub texts: usize,
    /// The hardest texts of a dozen words or more, the hardest first.
    pub hardest: Vec<Measured>,
    /// The hardest question as it is asked, of whatever length.
    pub hardest_question: Option<Measured>,
}

/// One text, measured.
#[derive(Clone, Debug)]
pub struct Measured {
    pub of: Item,
    pub text: String,
    /// In years.
    pub age: f64,
}

/// What the formula counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    sentences: u32,
    words: u32,
    syllables: u32,
}

impl Count {
    /// Words come again and again: each is counted once.
    fn of<'a>(text: &'a str, known: &mut HashMap<&'a str, u32>) -> Self {
        let mut count = Self::default();
        let mut open = false;
        for part in text.split_inclusive(|c: char| c.is_whitespace() || "-/\u{2013}\u{2014}".contains(c)) {
            let word = part.trim_matches(|c: char| !c.is_alphanumeric());
            if !word.is_empty() {
                count.words += 1;
                let counted = || u32::try_from(syllables(word)).unwrap_or(u32::MAX);
                count.syllables += *known.entry(word).or_insert_with(counted);
                open = true;
            }
            let after = part.trim_end().trim_end_matches(['"', ')', '\u{201d}', '\u{2019}', '\'']);
            if open && after.ends_with(['.', '!', '?']) {
                count.sentences += 1;
                open = false;
            }
        }
        count.sentences += u32::from(open);
        count
    }

    fn add(self, other: Self) -> Self {
        Self {
            sentences: self.sentences + other.sentences,
            words: self.words + other.words,
            syllables: self.syllables + other.syllables,
        }
    }

    fn age(self) -> f64 {
        if self.words == 0 {
            return 0.0;
        }
        let (sentences, words) = (f64::from(self.sentences), f64::from(self.words));
        0.39 * words / sentences + 11.8 * f64::from(self.syllables) / words - 15.59 + 5.0
    }
}

/// The age at which a text is read with ease, in years; nought where there are no words.
pub fn age(text: &str) -> f64 {
    Count::of(text, &mut HashMap::new()).age()
}

impl Reading {
    pub(super) fn of(framework: &Framework) -> Self {
        let mut known = HashMap::new();
        let texts: Vec<(Text<'_>, Count)> = texts(framework)
            .into_iter()
            .filter(|text| text.while_asked)
            .map(|text| {
                let count = Count::of(text.words, &mut known);
                (text, count)
            })
            .collect();
        let all = texts.iter().fold(Count::default(), |all, (_, count)| all.add(*count));
        let mut long: Vec<&(Text<'_>, Count)> =
            texts.iter().filter(|(_, count)| count.words as usize >= LONG_ENOUGH).collect();
        long.sort_by(|a, b| b.1.age().total_cmp(&a.1.age()));
        let measured = |(text, count): &(Text<'_>, Count)| Measured {
            of: text.of.clone(),
            text: text.words.to_owned(),
            age: count.age(),
        };
        let asked = texts.iter().filter(|(text, _)| text.asked);
        Self {
            mean: all.age(),
            texts: texts.len(),
            hardest: long.into_iter().take(HARDEST).map(measured).collect(),
            hardest_question: asked.max_by(|a, b| a.1.age().total_cmp(&b.1.age())).map(measured),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_words_and_syllables_are_counted() {
        let count = |text| {
            let Count { sentences, words, syllables } = Count::of(text, &mut HashMap::new());
            (sentences, words, syllables)
        };
        assert_eq!(count("Is the child getting enough to eat?"), (1, 7, 9));
        assert_eq!(count("He said \"Go.\" She did not."), (2, 6, 6));
        assert_eq!(count("Often hungry; advice has not lasted"), (1, 6, 10));
        assert_eq!(count("At 3.30, by a well-known friend"), (1, 7, 9));
        assert_eq!(count(" ... "), (0, 0, 0));
    }

    #[test]
    fn the_age_is_the_grade_and_five() {
        let seven_words_and_nine_syllables = 0.39 * 7.0 + 11.8 * 9.0 / 7.0 - 15.59 + 5.0;
        assert!((age("Is the child getting enough to eat?") - seven_words_and_nine_syllables).abs() < 1e-9);
        assert!(age("Multi-agency statutory intervention necessitates coordination.") > 20.0);
        assert!(age("").abs() < 1e-9);
    }
}
