//! Every word that a framework says, and where it stands.

use std::{collections::BTreeMap, ops::Range};

use super::{
    Place,
    rank::Standing,
    words::{Letters, Word, letters, words},
};
use crate::framework::{
    Framework,
    model::{ConcernIx, DutyIx, IndicatorIx, TermIx},
};

/// All words of a framework and where they stand.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(super) entries: Vec<Entry>,
    pub(super) texts: Vec<Text>,
    pub(super) known: Vec<Known>,
    /// Places in `known`.
    pub(super) by_plain: BTreeMap<String, usize>,
    pub(super) by_stem: BTreeMap<String, Vec<usize>>,
    /// For one way to write a word of the glossary, all the others.
    pub(super) other_forms: BTreeMap<String, Vec<String>>,
}

/// One place, with its texts.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub place: Place,
    pub texts: Range<usize>,
}

/// One sentence of a place.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub sentence: String,
    pub standing: Standing,
    /// Places in `known`, in the order of the sentence.
    pub words: Vec<usize>,
}

/// A word that stands somewhere.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub word: Word,
    /// The letters of the word, and of its stem.
    pub letters: [Letters; 2],
    /// The texts it stands in.
    pub texts: Vec<usize>,
}

impl Index {
    /// Reads a framework once.
    pub fn new(framework: &Framework) -> Self {
        use Standing::{Also, Beside, Name, Theme};
        let mut index = Self::default();
        for (at, concern) in framework.concerns.iter().enumerate() {
            let also = concern.also.iter().map(|word| (word, Also));
            let texts = [(&concern.title, Name), (&concern.worry, Also)];
            index.add(Place::Concern(ConcernIx(at)), texts.into_iter().chain(also));
        }
        for (at, indicator) in framework.indicators.iter().enumerate() {
            let step = framework[indicator.question].steps.get(indicator.step);
            let own = [(Some(&indicator.text), Name), (step.map(|step| &step.means), Name)];
            let beside = [(indicator.first_person.as_ref(), Beside), (indicator.guidance.as_ref(), Beside)];
            let theme = [(Some(&indicator.theme), Theme)];
            let texts = own.into_iter().chain(beside).chain(theme);
            let texts = texts.filter_map(|(text, standing)| Some((text?, standing)));
            index.add(Place::Sign(IndicatorIx(at)), texts);
        }
        for (at, question) in framework.questions() {
            let beside = question.counts.iter().chain(&question.means).chain(&question.hint);
            let texts = [(&question.text, Name)].into_iter().chain(beside.map(|text| (text, Beside)));
            index.add(Place::Question(at), texts);
        }
        for (at, term) in framework.glossary.iter().enumerate() {
            let also = term.also.iter().map(|form| (form, Also));
            let texts = [(&term.term, Name)].into_iter().chain(also).chain([(&term.means, Beside)]);
            index.add(Place::Term(TermIx(at)), texts);
            index.add_forms(&term.also.iter().chain([&term.term]).collect::<Vec<_>>());
        }
        for (at, duty) in framework.duties.iter().enumerate() {
            let contact = &framework[duty.contact].title;
            let texts = [(&duty.title, Name), (&duty.action, Beside), (&duty.who, Beside), (contact, Beside)];
            index.add(Place::Duty(DutyIx(at)), texts.into_iter());
        }
        index
    }

    fn add<'a>(&mut self, place: Place, texts: impl Iterator<Item = (&'a String, Standing)>) {
        let from = self.texts.len();
        for (sentence, standing) in texts {
            let here = self.texts.len();
            let words = words(sentence).into_iter().map(|word| self.know(word, here)).collect();
            self.texts.push(Text { sentence: sentence.clone(), standing, words });
        }
        self.entries.push(Entry { place, texts: from..self.texts.len() });
    }

    /// A word's place among those that are known; it stands in this text.
    fn know(&mut self, word: Word, text: usize) -> usize {
        let at = match self.by_plain.get(&word.plain) {
            Some(&at) => at,
            None => {
                let at = self.known.len();
                self.by_plain.insert(word.plain.clone(), at);
                self.by_stem.entry(word.stem.clone()).or_default().push(at);
                let letters = [letters(&word.plain), letters(&word.stem)];
                self.known.push(Known { word, letters, texts: Vec::new() });
                at
            }
        };
        let texts = &mut self.known[at].texts;
        if texts.last() != Some(&text) {
            texts.push(text);
        }
        at
    }

    fn add_forms(&mut self, forms: &[&String]) {
        for form in forms {
            let others = forms.iter().filter(|other| *other != form).map(|other| (*other).clone());
            self.other_forms.entry(as_one(&words(form))).or_default().extend(others);
        }
    }
}

/// Words as one text, by which the forms of a glossary's word are found.
pub(super) fn as_one(words: &[Word]) -> String {
    let plain: Vec<&str> = words.iter().map(|word| word.plain.as_str()).collect();
    plain.join(" ")
}
