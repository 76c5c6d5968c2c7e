//! Which words of the framework a word that was typed may mean: itself, its kin, longer ones, or misspelled ones.

use std::{cmp::Reverse, collections::BTreeMap};

use super::{
    index::Index,
    words::{Word, letters},
};

/// How a word that is there resembles the one that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// The word itself.
    Same,
    /// Another form of it.
    Kin,
    /// A word that begins with it.
    Begins,
    /// A word that is spelled nearly so.
    Near,
}

/// A word that was typed, with the known words that are meant.
pub(super) struct Wanted {
    pub word: Word,
    pub meant: Vec<(usize, Fit)>,
}

impl Index {
    /// The known words that a word may mean, the best first.
    pub(super) fn meant(&self, word: &Word) -> Wanted {
        let mut meant: BTreeMap<usize, Fit> = BTreeMap::new();
        if let Some(&at) = self.by_plain.get(&word.plain) {
            meant.insert(at, Fit::Same);
        }
        for &at in self.by_stem.get(&word.stem).into_iter().flatten() {
            meant.entry(at).or_insert(Fit::Kin);
        }
        let begins = |begin: &str, least: usize| {
            let all = self.by_plain.range(begin.to_owned()..);
            let all = all.filter(move |_| begin.chars().count() >= least);
            all.take_while(|(plain, _)| plain.starts_with(begin)).map(|(_, &at)| at).collect::<Vec<_>>()
        };
        for at in begins(&word.plain, 3).into_iter().chain(begins(&word.stem, 4)) {
            meant.entry(at).or_insert(Fit::Begins);
        }
        if meant.is_empty() {
            return Wanted { word: word.clone(), meant: self.meant_nearly(word) };
        }
        Wanted { word: word.clone(), meant: meant.into_iter().collect() }
    }

    /// The known words that are spelled most like this one, each with its kin; the first is the one that is told.
    fn meant_nearly(&self, word: &Word) -> Vec<(usize, Fit)> {
        let mut meant: Vec<usize> = Vec::new();
        for near in self.near(word) {
            let kin = self.by_stem.get(&self.known[near].word.stem).into_iter().flatten().copied();
            for at in [near].into_iter().chain(kin) {
                if !meant.contains(&at) {
                    meant.push(at);
                }
            }
        }
        meant.into_iter().map(|at| (at, Fit::Near)).collect()
    }

    /// The known words that are spelled most like this one: all that are equally near, the commonest first.
    ///
    /// *Brused* is one slip from *bruised*; where only *bruise* is known, their stems are one slip apart.
    fn near(&self, word: &Word) -> Vec<usize> {
        let own = [letters(&word.plain), letters(&word.stem)];
        let slips = match own[0].count {
            0..4 => return Vec::new(),
            4..8 => 1,
            _ => 2,
        };
        let mut near: Vec<(usize, usize)> = Vec::new();
        for (at, known) in self.known.iter().enumerate().filter(|(_, known)| known.letters[0].count > 3) {
            let pairs = [(&word.plain, &known.word.plain), (&word.stem, &known.word.stem)];
            for (which, (typed, known_so)) in pairs.into_iter().enumerate() {
                let long = own[which].count > 3 && known.letters[which].count > 3;
                if !long || !own[which].could_be(known.letters[which], slips) {
                    continue;
                }
                let distance = strsim::osa_distance(typed, known_so);
                if distance <= slips {
                    near.push((distance, at));
                    break;
                }
            }
        }
        let least = near.iter().map(|(distance, _)| *distance).min();
        near.retain(|(distance, _)| Some(*distance) == least);
        let mut near: Vec<usize> = near.into_iter().map(|(_, at)| at).collect();
        near.sort_by_key(|&at| Reverse(self.known[at].texts.len()));
        near
    }
}
