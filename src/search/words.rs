//! Words as a search sees them: small letters, no accents, no endings, so that *bruised* finds *bruise*.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Words that say little by themselves: a place may have them or not.
const SMALL: &[&str] = &[
    "a", "about", "after", "all", "always", "an", "and", "any", "are", "as", "at", "be", "been", "being",
    "but", "by", "can", "child", "children", "comes", "do", "does", "doesnt", "dont", "for", "from", "get",
    "gets", "getting", "got", "had", "has", "have", "he", "her", "him", "his", "i", "in", "is", "it", "its",
    "kid", "kids", "never", "no", "not", "of", "off", "on", "one", "or", "out", "said", "says", "she", "so",
    "some", "that", "the", "their", "them", "there", "they", "this", "to", "too", "two", "up", "very", "was",
    "were", "what", "when", "who", "will", "with", "wont", "you",
];

/// A word, plainly written and as its stem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub plain: String,
    pub stem: String,
}

impl Word {
    pub(super) fn new(plain: String) -> Self {
        let stem = stem(&plain);
        Self { plain, stem }
    }

    /// Whether it says little by itself.
    pub(super) fn small(&self) -> bool {
        SMALL.binary_search(&self.plain.as_str()).is_ok()
    }
}

/// A text's words; one with a hyphen stands there in parts and whole: *self*, *harm*, *selfharm*.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    for written in plain(text).split(|c: char| !(c.is_alphanumeric() || c == '-')) {
        let parts: Vec<&str> = written.split('-').filter(|part| !part.is_empty()).collect();
        found.extend(parts.iter().map(|part| Word::new((*part).to_owned())));
        if parts.len() > 1 {
            found.push(Word::new(parts.concat()));
        }
    }
    found
}

/// How many letters a word has, and which: two words that are nearly alike have nearly the same.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Letters {
    pub count: usize,
    /// A bit for each; those of other scripts share some.
    set: u64,
}

impl Letters {
    /// Whether two words could be so many slips apart; one that could not need not be looked at.
    pub(super) fn could_be(self, other: Self, slips: usize) -> bool {
        // Each slip changes at most two letters of the set.
        let unlike = (self.set ^ other.set).count_ones() as usize;
        self.count.abs_diff(other.count) <= slips && unlike <= 2 * slips
    }
}

/// Counts a word's letters.
pub(super) fn letters(plain: &str) -> Letters {
    let bit = |c: char| 1_u64 << (u32::from(c) % 64);
    let add = |so_far: Letters, c| Letters { count: so_far.count + 1, set: so_far.set | bit(c) };
    plain.chars().fold(Letters::default(), add)
}

/// Small letters without accents; an apostrophe is not there, nor is the *s* that belongs to it.
fn plain(text: &str) -> String {
    let mut plain: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '\u{2018}' | '\u{2019}' | '\u{02bc}' => '\'',
            '\u{2010}' | '\u{2011}' | '\u{2013}' => '-',
            other => other,
        })
        .collect();
    plain.push(' ');
    let ends = [("'s ", " "), ("'s,", " "), ("'s.", " "), ("'", "")];
    ends.iter().fold(plain, |text, (from, to)| text.replace(from, to))
}

/// A word without the endings that change nothing of what it is about.
///
/// It need not be a word: it only has to be the same for *hungry*, *vape* and *vaping*, each with its kin.
fn stem(word: &str) -> String {
    if !word.is_ascii() || word.len() < 4 {
        return word.to_owned();
    }
    let mut stem = word;
    if let Some(rest) = stem.strip_suffix("ies").or_else(|| stem.strip_suffix("ied")) {
        stem = rest;
    } else {
        if let Some(rest) = stem.strip_suffix('s').filter(|rest| !rest.ends_with(['s', 'u', 'i'])) {
            stem = rest;
        }
        let verb = |ending: &str| stem.strip_suffix(ending).filter(|rest| is_root(rest));
        // To bleed is not to have blee.
        if let Some(rest) = verb("ing").or_else(|| verb("ed").filter(|rest| !rest.ends_with('e'))) {
            stem = undoubled(rest);
        }
    }
    // Bruise, bruising; baby, babies.
    let bare = stem.strip_suffix(['e', 'y']).filter(|rest| rest.len() > 2);
    bare.unwrap_or(stem).to_owned()
}

fn is_root(rest: &str) -> bool {
    rest.len() > 2 && rest.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// Hitting is to hit; telling stays with tell.
fn undoubled(rest: &str) -> &str {
    let letters = rest.as_bytes();
    match letters {
        [.., a, b] if a == b && b"bdgmnprt".contains(b) => &rest[..rest.len() - 1],
        _ => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kin_have_one_stem_and_strangers_have_not() {
        for kin in [
            &["bruise", "bruises", "bruised", "bruising"][..],
            &["vape", "vapes", "vaping"],
            &["eat", "eats", "eating"],
            &["hit", "hits", "hitting"],
            &["baby", "babies"],
            &["worry", "worries", "worried"],
            &["miss", "missed", "missing"],
            &["hurt", "hurts", "hurting"],
            &["bleed", "bleeds", "bleeding"],
        ] {
            let stems: Vec<String> = kin.iter().map(|word| stem(word)).collect();
            assert!(stems.iter().all(|s| *s == stems[0]), "{stems:?}");
        }
        for (a, b) in [("bus", "bu"), ("dress", "dres"), ("thing", "th"), ("bed", "b"), ("need", "ne")] {
            assert_ne!(stem(a), stem(b));
        }
    }

    #[test]
    fn a_word_is_found_however_it_is_written() {
        let plain = |text: &str| words(text).into_iter().map(|w| w.plain).collect::<Vec<_>>();
        assert_eq!(plain("Self-harm"), ["self", "harm", "selfharm"]);
        assert_eq!(plain("The child\u{2019}s Zo\u{eb}"), ["the", "child", "zoe"]);
        assert_eq!(plain("can't  (won\u{2019}t)"), ["cant", "wont"]);
        assert_eq!(plain(""), [""; 0]);
        assert_eq!(plain(" - -- '"), [""; 0]);
    }

    #[test]
    fn the_small_words_stand_in_order() {
        assert!(SMALL.is_sorted(), "they are looked up by halves");
    }
}
