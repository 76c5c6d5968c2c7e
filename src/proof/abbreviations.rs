//! Abbreviations that nobody explains: neither the glossary, nor the text itself in full.

use super::{
    place::Item,
    texts::{Text, texts},
};
use crate::framework::{Framework, terms::Terms};

/// An abbreviation and the first text that it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unexplained {
    pub word: String,
    pub of: Item,
    pub text: String,
}

/// Each unexplained abbreviation once, where it is first met.
pub fn unexplained(framework: &Framework) -> Vec<Unexplained> {
    let terms = Terms::new(framework);
    let mut found: Vec<Unexplained> = Vec::new();
    for Text { of, words: text, .. } in texts(framework) {
        for word in abbreviations(text) {
            let known = !terms.within([word]).is_empty() || in_full(text, word);
            if !known && found.iter().all(|other| other.word != word) {
                found.push(Unexplained { word: word.to_owned(), of: of.clone(), text: text.to_owned() });
            }
        }
    }
    found
}

/// Words with two capitals or more, or of letters and digits, such as s17; one of *MARACs* is MARAC.
fn abbreviations(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| short(word)).map(|word| match word.strip_suffix('s') {
        Some(one) if short(one) => one,
        _ => word,
    })
}

fn short(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    // What begins with a digit is a time of day or a section of an Act, and stands beside its word.
    let letters_first = word.starts_with(char::is_alphabetic);
    letters_first && (capitals >= 2 || word.chars().any(|c| c.is_ascii_digit()))
}

/// Whether words that follow each other in the text begin with the letters.
fn in_full(text: &str, short: &str) -> bool {
    let firsts: Vec<char> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| word.chars().next().filter(|_| word.chars().count() > 1 && word != short))
        .flat_map(char::to_lowercase)
        .collect();
    let letters: Vec<char> = short.chars().flat_map(char::to_lowercase).collect();
    firsts.windows(letters.len().max(1)).any(|firsts| *firsts == letters[..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_has_two_capitals_or_a_digit_among_letters() {
        let found: Vec<&str> =
            abbreviations("Two MARACs, an s17 plan, a Level 2 need at 8am and a McDonald's.").collect();
        assert_eq!(found, ["MARAC", "s17", "McDonald"]);
    }

    #[test]
    fn words_in_full_explain_their_letters() {
        assert!(in_full("Child in need (CIN)", "CIN"));
        assert!(in_full("the CIN, a child in need", "CIN"));
        assert!(!in_full("A CIN plan for the child", "CIN"));
    }
}
