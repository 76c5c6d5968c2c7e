//! A search by a word over everything a framework says: concerns, signs and questions, the best first.
//!
//! The index is made once for a framework; a search reads words, never the texts again.

mod words;

use std::collections::BTreeSet;

use self::words::{Word, words};
use crate::framework::{
    Framework,
    model::{ConcernIx, IndicatorIx, QuestionIx},
};

/// What a search can find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Concern(ConcernIx),
    Sign(IndicatorIx),
    Question(QuestionIx),
}

/// One place that was found, with the sentence that has the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub place: Place,
    pub text: String,
}

/// How the words were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// As they were typed.
    #[default]
    Typed,
    /// Nothing has them; these are spelled nearly so.
    Spelled(String),
    /// Nothing has all of them: each place has some.
    Some,
}

/// What a search found, the best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub way: Way,
    pub hits: Vec<Hit>,
}

/// All words of a framework and where they stand.
#[derive(Clone, Debug, Default)]
pub struct Index {
    entries: Vec<Entry>,
    /// Every word that stands anywhere, for a word that is nearly so.
    vocabulary: BTreeSet<String>,
}

#[derive(Clone, Debug)]
struct Entry {
    place: Place,
    texts: Vec<Text>,
}

#[derive(Clone, Debug)]
struct Text {
    sentence: String,
    words: Vec<Word>,
    /// What a place is called weighs more than what is said to explain it.
    weight: u32,
}

/// The place's own name or text.
const NAME: u32 = 8;
/// Other words for it.
const ALSO: u32 = 7;
/// Its meaning and examples.
const BESIDE: u32 = 3;

/// What it has in common with others.
const THEME: u32 = 1;

/// The word itself, another form of it, a word that begins with it.
const SAME: u32 = 8;
const KIN: u32 = 7;
const BEGINS: u32 = 4;

impl Index {
    /// Reads a framework once.
    pub fn new(framework: &Framework) -> Self {
        let mut index = Self::default();
        for (at, concern) in framework.concerns.iter().enumerate() {
            let also = concern.also.iter().map(|word| (word, ALSO));
            let texts = [(&concern.title, NAME), (&concern.worry, ALSO)];
            index.add(Place::Concern(ConcernIx(at)), texts.into_iter().chain(also));
        }
        for (at, indicator) in framework.indicators.iter().enumerate() {
            let step = framework[indicator.question].steps.get(indicator.step);
            let own = [(Some(&indicator.text), NAME), (step.map(|step| &step.means), NAME)];
            let beside = [(indicator.first_person.as_ref(), BESIDE), (indicator.guidance.as_ref(), BESIDE)];
            let theme = [(Some(&indicator.theme), THEME)];
            let all = own.into_iter().chain(beside).chain(theme);
            let texts = all.filter_map(|(text, weight)| Some((text?, weight)));
            index.add(Place::Sign(IndicatorIx(at)), texts);
        }
        for (ix, question) in framework.questions() {
            let name = [(&question.text, NAME)];
            let beside = question.counts.iter().chain(&question.means).chain(&question.hint);
            let beside = beside.map(|text| (text, BESIDE));
            index.add(Place::Question(ix), name.into_iter().chain(beside));
        }
        index
    }

    fn add<'a>(&mut self, place: Place, texts: impl Iterator<Item = (&'a String, u32)>) {
        let text =
            |(text, weight): (&String, u32)| Text { words: words(text), sentence: text.clone(), weight };
        let texts: Vec<Text> = texts.map(text).collect();
        for word in texts.iter().flat_map(|text| &text.words) {
            self.vocabulary.insert(word.plain.clone());
        }
        self.entries.push(Entry { place, texts });
    }

    /// Finds the places that have every word that says something; where none has, those with a word that is
    /// nearly so, or with some of the words.
    pub fn search(&self, typed: &str) -> Found {
        let (small, mut wanted): (Vec<Word>, Vec<Word>) = asked(typed).into_iter().partition(Word::small);
        if wanted.is_empty() {
            // Nothing but small words: then they are what is looked for.
            wanted = small.iter().filter(|word| word.plain.len() > 1).cloned().collect();
        }
        if wanted.iter().all(|word| word.plain.chars().count() < 2) {
            return Found::default();
        }
        let hits = self.ranked(&wanted, &small, wanted.len());
        if !hits.is_empty() {
            return Found { way: Way::Typed, hits };
        }
        let near: Vec<Word> = wanted.iter().map(|word| self.nearest(word)).collect();
        if near != wanted {
            let hits = self.ranked(&near, &small, near.len());
            if !hits.is_empty() {
                let spelled: Vec<&str> = near.iter().map(|word| word.plain.as_str()).collect();
                return Found { way: Way::Spelled(spelled.join(" ")), hits };
            }
        }
        Found { way: Way::Some, hits: self.ranked(&near, &small, 1) }
    }

    /// The places with at least so many of the words, the best first.
    fn ranked(&self, wanted: &[Word], small: &[Word], least: usize) -> Vec<Hit> {
        let score = |entry: &Entry| {
            let best = |word: &Word| entry.texts.iter().map(|text| text.fits(word)).max().unwrap_or(0);
            let scores: Vec<u32> = wanted.iter().map(best).collect();
            let had = scores.iter().filter(|&&score| score > 0).count();
            if had < least.max(1) {
                return None;
            }
            let best_text = entry.texts.iter().max_by_key(|text| {
                let sum: u32 = wanted.iter().map(|word| text.fits(word)).sum();
                // Of two that say as much, the shorter, and of two alike the first.
                (sum, std::cmp::Reverse(text.words.len()))
            })?;
            let little: u32 = small.iter().map(|word| u32::from(best_text.fits(word) > 0)).sum();
            let row = u32::from(best_text.in_a_row(wanted)) * 2 * SAME;
            let sum = scores.iter().sum::<u32>() + little + row;
            let hit = Hit { place: entry.place, text: best_text.sentence.clone() };
            Some((had, sum, best_text.words.len(), hit))
        };
        let mut found: Vec<(usize, u32, usize, Hit)> = self.entries.iter().filter_map(score).collect();
        // A stable sort: of equals the framework's order stands.
        found.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.cmp(&a.1)).then(a.2.cmp(&b.2)));
        found.into_iter().map(|(_, _, _, hit)| hit).collect()
    }

    /// The word of the framework that is spelled most like this one, or the word itself.
    fn nearest(&self, word: &Word) -> Word {
        let letters = word.plain.chars().count();
        let known = self.entries.iter().flat_map(|entry| &entry.texts).any(|text| text.fits(word) > 0);
        if known || letters < 4 {
            return word.clone();
        }
        let most = if letters < 8 { 1 } else { 2 };
        let near = |other: &&String| other.chars().count() > 3;
        let far = |other: &String| strsim::damerau_levenshtein(&word.plain, other);
        let found = self.vocabulary.iter().filter(near).map(|other| (far(other), other)).min();
        match found {
            Some((distance, other)) if distance <= most => Word::new(other.clone()),
            _ => word.clone(),
        }
    }
}

/// The words that were typed; one with a hyphen is looked for as a whole, and so is found in either writing.
fn asked(typed: &str) -> Vec<Word> {
    let parts = typed.split_whitespace().flat_map(|part| {
        let all = words(part);
        match all.len() {
            0 | 1 => all,
            _ if part.contains(['-', '\u{2010}', '\u{2011}', '\u{2013}']) => {
                all.into_iter().next_back().into_iter().collect()
            }
            _ => all,
        }
    });
    let mut asked: Vec<Word> = Vec::new();
    for word in parts {
        if !asked.contains(&word) {
            asked.push(word);
        }
    }
    asked
}

impl Text {
    /// How well a word is found here: 0 is not at all.
    fn fits(&self, word: &Word) -> u32 {
        let one = |here: &Word| {
            if here.plain == word.plain {
                SAME
            } else if here.stem == word.stem {
                KIN
            } else if word.plain.chars().count() > 2
                && (here.plain.starts_with(&word.plain)
                    || (word.stem.len() > 3 && here.plain.starts_with(&word.stem)))
            {
                BEGINS
            } else {
                0
            }
        };
        self.words.iter().map(one).max().unwrap_or(0) * self.weight
    }

    /// Whether several words stand here one after the other as they were typed.
    fn in_a_row(&self, wanted: &[Word]) -> bool {
        wanted.len() > 1
            && self
                .words
                .windows(wanted.len())
                .any(|here| here.iter().zip(wanted).all(|(a, b)| a.stem == b.stem))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::{self, builtin};

    fn liverpool() -> Framework {
        framework::load(builtin::files("liverpool").unwrap()).framework.unwrap()
    }

    fn concerns(framework: &Framework, found: &Found) -> Vec<String> {
        let concern = |hit: &Hit| match hit.place {
            Place::Concern(at) => Some(framework[at].id.to_string()),
            Place::Sign(_) | Place::Question(_) => None,
        };
        found.hits.iter().filter_map(concern).collect()
    }

    /// What practitioners type, and the concern that they mean.
    #[test]
    fn what_a_practitioner_types_finds_what_they_mean() {
        let framework = liverpool();
        let index = Index::new(&framework);
        for (typed, concern) in [
            ("hungry", "neglect"),
            ("nits", "neglect"),
            ("left alone", "neglect"),
            ("self harm", "self-harm"),
            ("self-harm", "self-harm"),
            ("selfharm", "self-harm"),
            ("Self Harming", "self-harm"),
            ("vapes", "exploitation-sexual"),
            ("vape", "exploitation-sexual"),
            ("domestic violence", "domestic-abuse"),
        ] {
            let found = index.search(typed);
            assert_eq!(found.way, Way::Typed, "{typed}");
            assert!(
                concerns(&framework, &found).iter().any(|id| id == concern),
                "{typed}: {:?}",
                &found.hits[..3]
            );
        }
        for typed in ["bruise", "bruises", "BRUISED", "bruising"] {
            let found = index.search(typed);
            let first = &found.hits[0].text.to_lowercase();
            assert!(first.contains("bruis"), "{typed}: {first}");
            assert!(found.hits.iter().any(|hit| matches!(hit.place, Place::Sign(_))), "{typed}");
        }
        let baby = index.search("bruised baby");
        assert_eq!(baby.way, Way::Typed);
        let mark = |hit: &Hit| matches!(hit.place, Place::Sign(at) if framework[at].id == "mark-non-mobile");
        assert!(baby.hits.iter().any(mark));
        let eating = index.search("not eating");
        assert_eq!(eating.way, Way::Typed);
        assert!(eating.hits.iter().any(|hit| hit.text == "Is the child getting enough to eat?"));
    }

    #[test]
    fn a_word_misspelled_is_found_and_told() {
        let framework = liverpool();
        let index = Index::new(&framework);
        for (typed, meant) in [("bruize", "bruis"), ("hnugry", "hung"), ("neglcet", "neglect")] {
            let found = index.search(typed);
            let Way::Spelled(word) = &found.way else { panic!("{typed}: {:?}", found.way) };
            assert!(word.starts_with(meant), "{typed}: {word}");
            assert!(!found.hits.is_empty());
        }
        assert_eq!(index.search("qqqqqq").hits, []);
    }

    #[test]
    fn where_nothing_has_all_the_words_those_with_some_are_found() {
        let framework = liverpool();
        let found = Index::new(&framework).search("hungry dragon");
        assert_eq!(found.way, Way::Some);
        assert!(found.hits[0].text.to_lowercase().contains("hungry"), "{:?}", found.hits[0]);
    }

    #[test]
    fn whole_words_come_before_beginnings_and_names_before_examples() {
        let framework = liverpool();
        let found = Index::new(&framework).search("neglect");
        assert_eq!(found.hits[0].text, "Neglect");
        let none = Index::new(&framework).search("eat");
        assert!(none.hits.iter().all(|hit| words(&hit.text).iter().any(|w| w.plain.starts_with("eat"))));
    }

    #[test]
    fn nothing_is_found_by_nothing() {
        let framework = liverpool();
        let index = Index::new(&framework);
        for typed in ["", " ", "a", "-", "'", "\u{202e}", "\u{1f600}"] {
            assert_eq!(index.search(typed), Found::default(), "{typed:?}");
        }
        assert!(!index.search("no").hits.is_empty(), "small words alone are looked for");
    }
}
