//! Which places a search finds, and which of them first.
//!
//! The word itself in a name comes before a word of a name that begins so, that before an example, and what is
//! only spelled nearly so comes last. Of several words, a place that has more of them comes first.

use std::cmp::Reverse;

use super::{
    Found, Hit, Way,
    index::{Entry, Index, Text, as_one},
    meant::{Fit, Wanted},
    words::{Word, words},
};

/// Where a text stands: what a place is called weighs more than what is said to explain it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The place's own name or text.
    Name,
    /// Other words for it.
    Also,
    /// Its meaning and examples.
    Beside,
    /// What it has in common with others.
    Theme,
}

fn worth(standing: Standing, fit: Fit) -> u32 {
    let row = match standing {
        Standing::Name => [100, 95, 60, 14],
        Standing::Also => [85, 80, 45, 12],
        Standing::Beside => [35, 32, 22, 6],
        Standing::Theme => [15, 13, 8, 3],
    };
    match fit {
        Fit::Same => row[0],
        Fit::Kin => row[1],
        Fit::Begins => row[2],
        Fit::Near => row[3],
    }
}

/// A place whose whole name was typed, or other words for it.
const WHOLE_NAME: u32 = 200;
/// Words that stand in a row as they were typed.
const IN_A_ROW: u32 = 40;
/// What is longer was pasted by mistake, and is looked for by its beginning.
const MOST_LETTERS: usize = 600;
const MOST_WORDS: usize = 48;
/// Where no more places than this have all of the words, some that have a part of them are told too.
const FEW: usize = 5;
/// And no more than this.
const MOST_PARTLY: usize = 10;

/// What was typed, word by word.
struct Query {
    /// The words that say something.
    wanted: Vec<Wanted>,
    /// Known words that say little by themselves.
    small: Vec<usize>,
    /// All of it, as far as the words are known.
    whole: Vec<usize>,
}

/// An entry with what it is worth, and its text that says most.
struct Ranked {
    entry: usize,
    text: usize,
    had: usize,
    score: u32,
    length: usize,
}

impl Index {
    /// Finds the places that have every word that says something, then some that have a part of them; for a word
    /// that nothing has, one that is spelled nearly so.
    pub fn search(&self, typed: &str) -> Found {
        let typed: String = typed.chars().take(MOST_LETTERS).collect();
        let Some(query) = self.query(&typed) else { return Found::default() };
        let mut ranked = self.ranked(&query);
        let whole = ranked.partition_point(|one| one.had == query.wanted.len());
        let partly = ranked.split_off(whole);
        if ranked.is_empty() {
            return Found { way: Way::Some, hits: self.hits(&partly), partly: Vec::new() };
        }
        let mut hits = self.hits(&ranked);
        self.add_other_forms(&typed, &mut hits);
        let mut found = Found { way: self.way(&query), hits, partly: Vec::new() };
        if found.hits.len() <= FEW {
            let new = |hit: &Hit| found.hits.iter().all(|other| other.place != hit.place);
            let partly = self.hits(&partly).into_iter().filter(new).take(MOST_PARTLY);
            found.partly = partly.collect();
        }
        found
    }

    /// Reads what was typed; nothing where it says nothing.
    fn query(&self, typed: &str) -> Option<Query> {
        let (mut small, mut asked): (Vec<Word>, Vec<Word>) = asked(typed).into_iter().partition(Word::small);
        if asked.is_empty() {
            // Nothing but small words: then they are what is looked for.
            asked = small.iter().filter(|word| word.plain.len() > 1).cloned().collect();
            small.clear();
        }
        if asked.iter().all(|word| word.plain.chars().count() < 2) {
            return None;
        }
        asked.truncate(MOST_WORDS);
        let known = |words: &[Word]| -> Vec<usize> {
            words.iter().filter_map(|word| self.by_plain.get(&word.plain).copied()).collect()
        };
        Some(Query {
            wanted: asked.iter().map(|word| self.meant(word)).collect(),
            small: known(&small),
            whole: known(&words(typed)),
        })
    }

    fn hits(&self, ranked: &[Ranked]) -> Vec<Hit> {
        let hit = |one: &Ranked| Hit {
            place: self.entries[one.entry].place,
            text: self.texts[one.text].sentence.clone(),
        };
        ranked.iter().map(hit).collect()
    }

    fn way(&self, query: &Query) -> Way {
        let near = |wanted: &Wanted| match wanted.meant.first() {
            Some(&(at, Fit::Near)) => Some(self.known[at].word.plain.as_str()),
            _ => None,
        };
        if query.wanted.iter().all(|wanted| near(wanted).is_none()) {
            return Way::Typed;
        }
        let words = query.wanted.iter().map(|wanted| near(wanted).unwrap_or(&wanted.word.plain));
        Way::Spelled(words.collect::<Vec<_>>().join(" "))
    }

    /// What is written in several ways, such as an abbreviation, is found in each of them.
    fn add_other_forms(&self, typed: &str, hits: &mut Vec<Hit>) {
        for form in self.other_forms.get(&as_one(&words(typed))).into_iter().flatten() {
            let Some(query) = self.query(form) else { continue };
            let mut ranked = self.ranked(&query);
            let many = query.wanted.len() > 1;
            ranked.retain(|one| {
                one.had == query.wanted.len() && (!many || self.in_a_row(&self.texts[one.text], &query))
            });
            for hit in self.hits(&ranked) {
                if hits.iter().all(|other| other.place != hit.place) {
                    hits.push(hit);
                }
            }
        }
    }

    /// The places with any of the words, the best first.
    fn ranked(&self, query: &Query) -> Vec<Ranked> {
        // For each word, what every text is worth.
        let scores = query.wanted.iter().map(|wanted| {
            let mut of_text = vec![0_u32; self.texts.len()];
            for &(word, fit) in &wanted.meant {
                for &text in &self.known[word].texts {
                    of_text[text] = of_text[text].max(worth(self.texts[text].standing, fit));
                }
            }
            of_text
        });
        let scores: Vec<Vec<u32>> = scores.collect();
        let entries = self.entries.iter().enumerate();
        let mut ranked: Vec<Ranked> =
            entries.filter_map(|(at, entry)| self.rank(at, entry, &scores, query)).collect();
        // A stable sort: of equals the framework's order stands.
        ranked.sort_by_key(|one| (Reverse(one.had), Reverse(one.score), one.length));
        ranked
    }

    fn rank(&self, at: usize, entry: &Entry, scores: &[Vec<u32>], query: &Query) -> Option<Ranked> {
        let best = |of_text: &Vec<u32>| entry.texts.clone().map(|text| of_text[text]).max().unwrap_or(0);
        let each: Vec<u32> = scores.iter().map(best).collect();
        let had = each.iter().filter(|&&score| score > 0).count();
        if had == 0 {
            return None;
        }
        // Of two that say as much, the shorter, and of two alike the first.
        let text = entry.texts.clone().rev().max_by_key(|&text| {
            let sum: u32 = scores.iter().map(|of_text| of_text[text]).sum();
            (sum, Reverse(self.texts[text].words.len()))
        })?;
        let told = &self.texts[text];
        let small = query.small.iter().filter(|word| told.words.contains(word));
        let mut score = each.iter().chain(small.map(|_| &1)).sum();
        if had == query.wanted.len() {
            if had > 1 && self.in_a_row(told, query) {
                score += IN_A_ROW;
            }
            let called = |text: &Text| matches!(text.standing, Standing::Name | Standing::Also);
            let named = |text: &Text| called(text) && text.words == query.whole;
            if self.texts[entry.texts.clone()].iter().any(named) {
                score += WHOLE_NAME;
            }
        }
        Some(Ranked { entry: at, text, had, score, length: told.words.len() })
    }

    /// Whether several words stand here one after the other as they were typed.
    fn in_a_row(&self, text: &Text, query: &Query) -> bool {
        text.words.windows(query.wanted.len()).any(|here| {
            here.iter().zip(&query.wanted).all(|(&at, wanted)| self.known[at].word.stem == wanted.word.stem)
        })
    }
}

/// The words that were typed; one with a hyphen is looked for as a whole, and so is found in either writing.
pub(super) fn asked(typed: &str) -> Vec<Word> {
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
