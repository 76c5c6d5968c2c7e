//! Letters that are not what they seem: words of two scripts, and characters of no width where no script needs one.

use std::ops::Range;

use unicode_script::{Script, UnicodeScript as _};
use unicode_security::MixedScript as _;

/// Something in a text that a reader would not see.
#[derive(Debug, PartialEq, Eq)]
pub struct Odd {
    pub what: String,
    pub label: &'static str,
    pub help: &'static str,
    /// Where in the text, in bytes.
    pub word: Option<Range<usize>>,
}

/// The first thing in a text that looks like something else than it is.
pub fn odd(text: &str) -> Option<Odd> {
    // Every letter of ASCII shows and is Latin; nearly every text of a framework is nothing else.
    if text.is_ascii() {
        return None;
    }
    no_width(text).or_else(|| mixed(text))
}

/// Why a letter that looks like one of an id is none; nothing where it doesn't look like one.
pub fn not_of_an_id(c: char) -> Option<String> {
    let script = c.script();
    let another = c.is_alphabetic() && !matches!(script, Script::Latin | Script::Common | Script::Inherited);
    another.then(|| format!("`{c}` (U+{:04X}) is a {} letter", u32::from(c), script.full_name()))
}

fn mixed(text: &str) -> Option<Odd> {
    let start = text.as_ptr().addr();
    // A mark that is drawn over a letter belongs to the word.
    let parts = |c: char| !(c.is_alphanumeric() || !c.is_ascii() && c.script() == Script::Inherited);
    let word = text.split(parts).find(|word| !word.is_ascii() && !word.is_single_script())?;
    let at = word.as_ptr().addr() - start;
    Some(Odd {
        what: format!("a word with letters of more than one script: `{word}`"),
        label: "some of these letters are not what they seem",
        help: "type the word anew rather than pasting it; letters of two scripts can look the same",
        word: Some(at..at + word.len()),
    })
}

fn no_width(text: &str) -> Option<Odd> {
    let mut before = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let after = characters.peek().map(|&(_, next)| next);
        let needless = match c {
            '\u{200C}' | '\u{200D}' => !(before.is_some_and(joins) && after.is_some_and(joins)),
            '\u{AD}' | '\u{34F}' | '\u{180E}' | '\u{200B}' | '\u{2060}'..='\u{2064}' => true,
            _ => false,
        };
        if needless {
            return Some(Odd {
                what: format!("a character of no width (U+{:04X})", u32::from(c)),
                label: "it stands here",
                help: "delete it: it does not show, and a search for the word does not find it",
                word: Some(at..at + c.len_utf8()),
            });
        }
        before = Some(c);
    }
    None
}

/// Whether a joiner beside this character changes how it is written: letters of scripts that join, and emoji.
fn joins(c: char) -> bool {
    let pictured = matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}');
    pictured
        || !matches!(
            c.script(),
            Script::Common | Script::Latin | Script::Cyrillic | Script::Greek | Script::Han | Script::Hebrew
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_two_scripts_are_found_and_texts_of_two_are_not() {
        let word = |text| odd(text).and_then(|odd| odd.word);
        assert_eq!(word("a n\u{435}glected child"), Some(2..12), "a Cyrillic letter that looks Latin");
        for fine in
            ["a neglected child", "Łódź, naïve, 2 µg", "the word \u{434}\u{43E}\u{43C} (home)", "東京タワー"]
        {
            assert_eq!(word(fine), None, "{fine}");
        }
    }

    #[test]
    fn joiners_are_welcome_where_a_script_or_an_emoji_needs_them() {
        let found = |text| odd(text).is_some();
        for needed in [
            "\u{645}\u{6CC}\u{200C}\u{646}\u{627}",
            "\u{915}\u{94D}\u{200D}\u{937}",
            "👩\u{200D}👧",
            "❤\u{FE0F}\u{200D}🔥",
        ] {
            assert!(!found(needed), "{needed}");
        }
        for needless in ["sa\u{200D}fe", "at\u{200B} home", "\u{2060}", "a\u{AD}b", "\u{200C}\u{645}"] {
            assert!(found(needless), "{needless:?}");
        }
    }

    #[test]
    fn a_letter_of_another_script_is_named() {
        assert_eq!(not_of_an_id('\u{435}').as_deref(), Some("`\u{435}` (U+0435) is a Cyrillic letter"));
        assert_eq!(not_of_an_id('A'), None);
    }
}
