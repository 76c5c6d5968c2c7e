//! A search by a word over everything a framework says: questions, rungs, indicators, and other words for a concern.

use crate::framework::{
    Framework,
    model::{ConcernIx, Home, PathwayIx, QuestionIx},
};

/// One place where all the words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The sentence that has them.
    pub text: String,
    pub home: Home,
    /// The pathway of the indicator, where it is one.
    pub pathway: Option<PathwayIx>,
    pub question: Option<QuestionIx>,
}

/// Finds the places that have every word, each sentence once; a plural also finds its singular.
pub fn search(framework: &Framework, words: &str) -> Vec<Hit> {
    let words: Vec<String> = words.split_whitespace().map(plain).collect();
    if words.iter().all(|word| word.len() < 2) {
        return Vec::new();
    }
    let fits = |text: &str| {
        let text = text.to_lowercase();
        words.iter().all(|word| text.contains(word.as_str()))
    };
    let mut hits: Vec<Hit> = Vec::new();
    let mut add = |hit: Hit| {
        if fits(&hit.text) && !hits.iter().any(|known| known.text == hit.text) {
            hits.push(hit);
        }
    };
    for (at, concern) in framework.concerns.iter().enumerate() {
        let texts = [&concern.title, &concern.worry].into_iter().chain(&concern.also);
        for text in texts {
            let home = Home::Concern(ConcernIx(at));
            add(Hit { text: text.clone(), home, pathway: None, question: None });
        }
    }
    for (ix, question) in framework.questions() {
        let home = question.home;
        add(Hit { text: question.text.clone(), home, pathway: None, question: Some(ix) });
        for step in &question.steps {
            let indicator = step.indicator.map(|i| &framework[i]);
            let pathway = indicator.map(|i| i.pathway);
            let texts = [Some(&step.means), indicator.map(|i| &i.text)];
            for text in texts.into_iter().flatten() {
                add(Hit { text: text.clone(), home, pathway, question: Some(ix) });
            }
        }
    }
    hits
}

/// Small letters, without the ending of a plural.
fn plain(word: &str) -> String {
    let word = word.to_lowercase();
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 3 => stem.to_owned(),
        _ => word,
    }
}
