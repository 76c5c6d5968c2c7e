//! Which concerns the words of an account point to, the likeliest first: an offer to choose from, and no more.
//!
//! A word that few concerns have says more than one that many have, and what a concern is called says more than
//! an example. A sentence that says *nobody hits* points to hitting all the same: whoever reads it knows better.

use super::{
    Place,
    index::{Entry, Index},
    meant::Fit,
    rank::{Standing, asked},
    words::{Word, words},
};
use crate::framework::{
    Framework,
    model::{ConcernIx, Home},
};

/// What is longer was pasted, and is looked at as far as this.
const MOST_LETTERS: usize = 4000;
/// More are a list, and no offer.
const MOST: usize = 5;
/// One that has less than this part of what the first has is not told.
const PART: f32 = 0.35;
/// Several words in a row that are other words for a concern.
const IN_A_ROW: f32 = 3.0;

/// Words of every account, about whom and when it is: that one concern has them says nothing.
const ORDINARY: &[&str] = &[
    "afternoon",
    "anybody",
    "anyone",
    "boy",
    "brother",
    "came",
    "cannot",
    "cant",
    "come",
    "day",
    "days",
    "eight",
    "eleven",
    "everybody",
    "everyone",
    "family",
    "father",
    "fifteen",
    "five",
    "four",
    "fourteen",
    "friday",
    "girl",
    "go",
    "goes",
    "gone",
    "hasnt",
    "hadnt",
    "isnt",
    "just",
    "keep",
    "keeps",
    "last",
    "lot",
    "monday",
    "month",
    "months",
    "morning",
    "mother",
    "nine",
    "nobody",
    "now",
    "old",
    "parent",
    "parents",
    "people",
    "really",
    "seven",
    "seventeen",
    "sister",
    "six",
    "sixteen",
    "somebody",
    "someone",
    "ten",
    "then",
    "thing",
    "things",
    "think",
    "thirteen",
    "three",
    "thursday",
    "today",
    "told",
    "tuesday",
    "twelve",
    "wasnt",
    "wednesday",
    "week",
    "weeks",
    "went",
    "year",
    "years",
    "yesterday",
    "young",
];

/// A concern that has some of the words.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitting {
    pub concern: ConcernIx,
    /// The words it has, as they were written.
    pub words: Vec<String>,
}

/// How much each concern has of the words so far.
#[derive(Clone, Default)]
struct Weight {
    /// For each word, by its place among those that were told.
    of_word: Vec<f32>,
    in_a_row: f32,
}

impl Index {
    /// The concerns that have words of an account; none where it says nothing that a concern is about.
    pub fn concerns(&self, framework: &Framework, told: &str) -> Vec<Fitting> {
        let told: String = told.chars().take(MOST_LETTERS).collect();
        let wanted: Vec<Word> = asked(&told).into_iter().filter(says_something).collect();
        let fits: Vec<Vec<(usize, f32)>> = wanted.iter().map(|word| self.fits(word)).collect();
        let empty = Weight { of_word: vec![0.0; wanted.len()], in_a_row: 0.0 };
        let mut weights = vec![empty; framework.concerns.len()];
        let stems: Vec<String> = words(&told).into_iter().map(|word| word.stem).collect();
        for entry in &self.entries {
            let Some(weight) = concern_of(framework, entry.place).and_then(|at| weights.get_mut(at.0)) else {
                continue;
            };
            self.weigh(entry, &fits, &stems, weight);
        }
        let says = |at: usize| {
            let having = weights.iter().filter(|weight| weight.of_word[at] > 0.0).count();
            rarity(having, weights.len())
        };
        let says: Vec<f32> = (0..wanted.len()).map(says).collect();
        let sum = |weight: &Weight| {
            let words: f32 = weight.of_word.iter().zip(&says).map(|(weight, says)| weight * says).sum();
            words + weight.in_a_row
        };
        let mut ranked: Vec<(f32, usize)> =
            weights.iter().map(sum).zip(0..).filter(|(sum, _)| *sum > 0.0).collect();
        // A stable sort: of equals the framework's order stands.
        ranked.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        let least = ranked.first().map_or(0.0, |(best, _)| best * PART);
        let ranked = ranked.into_iter().take_while(|(sum, _)| *sum >= least).take(MOST);
        ranked
            .map(|(_, at)| {
                let has = weights[at].of_word.iter().zip(&says).map(|(weight, says)| weight * says > 0.0);
                let words =
                    wanted.iter().zip(has).filter(|(_, has)| *has).map(|(word, _)| word.plain.clone());
                Fitting { concern: ConcernIx(at), words: words.collect() }
            })
            .collect()
    }

    /// The known words that a word of an account means, with how surely. Longer words and slips of spelling
    /// are only thought of where the word itself stands nowhere.
    fn fits(&self, word: &Word) -> Vec<(usize, f32)> {
        let meant = self.meant(word).meant;
        let sure = meant.iter().any(|(_, fit)| matches!(fit, Fit::Same | Fit::Kin));
        let worth = |fit: Fit| match fit {
            Fit::Same => 1.0,
            Fit::Kin => 0.9,
            Fit::Begins | Fit::Near if sure => 0.0,
            Fit::Begins => 0.5,
            Fit::Near => 0.4,
        };
        meant.into_iter().map(|(at, fit)| (at, worth(fit))).filter(|(_, worth)| *worth > 0.0).collect()
    }

    fn weigh(&self, entry: &Entry, fits: &[Vec<(usize, f32)>], stems: &[String], weight: &mut Weight) {
        for text in &self.texts[entry.texts.clone()] {
            let called = matches!(entry.place, Place::Concern(_));
            let standing = match text.standing {
                Standing::Name | Standing::Also if called => 3.0,
                Standing::Name | Standing::Also => 1.0,
                Standing::Beside => 0.4,
                Standing::Theme => continue,
            };
            for (at, fits) in fits.iter().enumerate() {
                for (_, surely) in fits.iter().filter(|(word, _)| text.words.contains(word)) {
                    weight.of_word[at] = weight.of_word[at].max(standing * surely);
                }
            }
            let row: Vec<&str> = text.words.iter().map(|&at| self.known[at].word.stem.as_str()).collect();
            let in_a_row = || stems.windows(row.len()).any(|here| here.iter().eq(row.iter()));
            if called && text.standing == Standing::Also && row.len() > 1 && in_a_row() {
                weight.in_a_row += IN_A_ROW;
            }
        }
    }
}

fn says_something(word: &Word) -> bool {
    !(word.small() || word.plain.chars().count() < 2 || ORDINARY.contains(&word.plain.as_str()))
}

/// How much a word says that so many of all concerns have: nothing where each has it.
#[expect(clippy::cast_precision_loss, reason = "concerns are a few dozen")]
fn rarity(having: usize, all: usize) -> f32 {
    if having == 0 { 0.0 } else { (all as f32 / having as f32).ln() }
}

/// The concern that a place belongs to; a word explained, a duty and what everybody is asked belong to none.
fn concern_of(framework: &Framework, place: Place) -> Option<ConcernIx> {
    let question = match place {
        Place::Concern(at) => return Some(at),
        Place::Sign(at) => framework[at].question,
        Place::Question(at) => at,
        Place::Term(_) | Place::Duty(_) => return None,
    };
    match framework[question].home {
        Home::Concern(at) => Some(at),
        Home::Section(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::{builtin, load};

    fn told(account: &str) -> Vec<String> {
        let framework = load(builtin::files("liverpool").unwrap()).framework.unwrap();
        let fitting = Index::new(&framework).concerns(&framework, account);
        fitting
            .iter()
            .map(|fits| format!("{}: {}", framework[fits.concern].id, fits.words.join(" ")))
            .collect()
    }

    #[test]
    fn an_account_points_to_what_it_is_about() {
        for (account, about) in [
            ("A boy of nine is always hungry and came in with a burn.", &["neglect", "physical-harm"][..]),
            ("A fourteen-year-old has two phones and comes home at three.", &["exploitation-criminal"]),
            (
                "A mother says she can't cope and nobody hits anybody.",
                &["parental-mental-health-and-substances"],
            ),
            ("She said her uncle touches her.", &["sexual-abuse"]),
            ("Dad shouts and throws things at mum, the children hide upstairs.", &["domestic-abuse"]),
            ("He hasn't been to school for weeks.", &["attendance"]),
            ("She cuts her arms.", &["self-harm"]),
            ("Sleeping on friends' sofas at 16.", &["homeless-16-17"]),
            (
                "Parents smoke weed and the flat is filthy.",
                &["parental-mental-health-and-substances", "neglect"],
            ),
            ("She ran away again on Friday and was found at the station.", &["missing"]),
            ("He shows his little cousin pictures of naked people.", &["harmful-sexual-behaviour"]),
            ("brused", &["physical-harm"]),
        ] {
            let told = told(account);
            for wanted in about {
                let found = told.iter().any(|concern| concern.starts_with(&format!("{wanted}:")));
                assert!(found, "{account} points to {told:?}");
            }
        }
    }

    #[test]
    fn an_account_that_says_nothing_points_to_nothing() {
        for account in ["", "  ", "He is nine and came on Monday.", "the", "\u{1F600}", "xqzzv"] {
            assert_eq!(told(account), [""; 0], "{account}");
        }
    }

    #[test]
    fn a_word_that_every_concern_has_says_nothing() {
        assert!(rarity(1, 28) > rarity(2, 28));
        assert!(rarity(28, 28).abs() < f32::EPSILON && rarity(0, 28).abs() < f32::EPSILON);
    }

    proptest::proptest! {
        #[test]
        fn no_account_is_too_odd(account: String) {
            let framework = load(builtin::files("riverside").unwrap()).framework.unwrap();
            let fitting = Index::new(&framework).concerns(&framework, &account);
            proptest::prop_assert!(fitting.len() <= MOST);
        }
    }
}
