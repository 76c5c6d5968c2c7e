//! Which words of a framework's glossary stand in a text: as whole words, the longest first, one or many.

use std::{cmp::Reverse, collections::BTreeMap};

use super::model::{Framework, TermIx};

/// The glossary, ready to be looked for.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// By the first word in the singular and in small letters; the longest form first.
    forms: BTreeMap<String, Vec<Form>>,
}

/// One way a term is written.
#[derive(Clone, Debug)]
struct Form {
    words: Vec<Piece>,
    term: TermIx,
}

/// One word of a form.
#[derive(Clone, Debug)]
enum Piece {
    /// An abbreviation such as MARF or s17: only as it is written, with or without an *s*.
    Exact(String),
    /// In small letters and the singular.
    Any(String),
}

impl Terms {
    /// Reads a framework's glossary.
    pub fn new(framework: &Framework) -> Self {
        let mut terms = Self::default();
        for (at, term) in framework.glossary.iter().enumerate() {
            // "Step up, step down" is two.
            let forms = std::iter::once(&term.term).chain(&term.also).flat_map(|form| form.split(','));
            for form in forms {
                let words: Vec<Piece> = words(form).map(Piece::new).collect();
                if let Some(first) = words.first() {
                    let here = terms.forms.entry(first.key()).or_default();
                    here.push(Form { words, term: TermIx(at) });
                }
            }
        }
        for forms in terms.forms.values_mut() {
            forms.sort_by_key(|form| Reverse(form.words.len()));
        }
        terms
    }

    /// The terms that stand in these texts, in order, each once.
    pub fn within<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> Vec<TermIx> {
        let mut found = Vec::new();
        for text in texts {
            let words: Vec<&str> = words(text).collect();
            let mut at = 0;
            while at < words.len() {
                let rest = &words[at..];
                let forms = self.forms.get(&singular(&rest[0].to_lowercase()));
                match forms.into_iter().flatten().find(|form| form.begins(rest)) {
                    Some(form) => {
                        if !found.contains(&form.term) {
                            found.push(form.term);
                        }
                        at += form.words.len();
                    }
                    None => at += 1,
                }
            }
        }
        found
    }
}

impl Form {
    fn begins(&self, words: &[&str]) -> bool {
        self.words.len() <= words.len() && self.words.iter().zip(words).all(|(piece, word)| piece.is(word))
    }
}

impl Piece {
    fn new(word: &str) -> Self {
        let later = word.chars().skip(1).any(char::is_uppercase);
        let number = word.chars().any(|c| c.is_ascii_digit());
        let name = later || (number && word.chars().any(char::is_alphabetic));
        if name { Self::Exact(word.to_owned()) } else { Self::Any(singular(&word.to_lowercase())) }
    }

    fn key(&self) -> String {
        match self {
            Self::Exact(word) => singular(&word.to_lowercase()),
            Self::Any(word) => word.clone(),
        }
    }

    fn is(&self, word: &str) -> bool {
        match self {
            Self::Exact(own) => own == word || word.strip_suffix('s') == Some(own),
            Self::Any(own) => *own == singular(&word.to_lowercase()),
        }
    }
}

/// A text's words; a hyphen parts two.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// A word without the ending of a plural, roughly: the same is done to both sides.
fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::{builtin, load, model::Term};

    fn glossary(terms: &[(&str, &[&str])]) -> (Framework, Terms) {
        let mut framework = load(builtin::files("liverpool").unwrap()).framework.unwrap();
        let term = |(term, also): &(&str, &[&str])| Term {
            term: (*term).to_owned(),
            also: also.iter().map(|&form| form.to_owned()).collect(),
            means: String::new(),
        };
        framework.glossary = terms.iter().map(term).collect();
        let terms = Terms::new(&framework);
        (framework, terms)
    }

    fn found(terms: &[(&str, &[&str])], text: &str) -> Vec<String> {
        let (framework, terms) = glossary(terms);
        terms.within([text]).into_iter().map(|at| framework[at].term.clone()).collect()
    }

    #[test]
    fn a_term_is_found_as_whole_words_one_or_many_and_in_any_letters() {
        let terms: &[(&str, &[&str])] = &[("Strategy discussion", &[]), ("Agency", &[]), ("Plan", &[])];
        for text in ["A strategy discussion.", "STRATEGY DISCUSSIONS", "(strategy-discussion)"] {
            assert_eq!(found(terms, text), ["Strategy discussion"], "{text}");
        }
        assert_eq!(found(terms, "agencies plan"), ["Agency", "Plan"]);
        for text in ["strategy", "a planet", "discussion strategy", ""] {
            assert_eq!(found(terms, text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_longest_term_stands_and_none_inside_it() {
        let terms: &[(&str, &[&str])] =
            &[("Early help", &[]), ("Early help assessment", &[]), ("Assessment", &[])];
        assert_eq!(found(terms, "an early help assessment"), ["Early help assessment"]);
        assert_eq!(found(terms, "early help, then an assessment"), ["Early help", "Assessment"]);
    }

    #[test]
    fn an_abbreviation_is_found_only_as_it_is_written() {
        let terms: &[(&str, &[&str])] =
            &[("Child in need", &["CIN", "s17"]), ("Was not brought", &["DNA"]), ("Responsibility", &["PR"])];
        assert_eq!(found(terms, "Two CINs and DNA"), ["Child in need", "Was not brought"]);
        assert_eq!(found(terms, "a s17 plan"), ["Child in need"]);
        assert_eq!(found(terms, "cin, dna, pr, Pr"), [""; 0]);
    }

    #[test]
    fn a_term_with_a_comma_is_two() {
        let terms: &[(&str, &[&str])] = &[("Step up, step down", &[])];
        assert_eq!(found(terms, "We step down next week."), ["Step up, step down"]);
        assert_eq!(found(terms, "a step by step"), [""; 0]);
    }
}
