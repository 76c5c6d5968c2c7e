//! Where a PDF gets a font for characters that none of the program's own fonts has.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// A font's bytes, and its place where one file holds several.
#[derive(Clone)]
pub struct FontFile {
    pub data: Arc<dyn AsRef<[u8]> + Send + Sync>,
    pub index: u32,
}

/// A stock of fonts that is asked only when the program's own do not suffice.
pub trait FontSource {
    /// A font with outlines for all of these characters, which are printed as one.
    fn font_for(&self, characters: &str) -> Option<FontFile>;
}

/// No fonts but the program's own.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoOtherFonts;

impl FontSource for NoOtherFonts {
    fn font_for(&self, _characters: &str) -> Option<FontFile> {
        None
    }
}

/// The characters that no font at hand has: each once, in the order of their codes and never as
/// words, so that what they were part of cannot be read from them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unprintable(BTreeSet<char>);

/// More than this are not listed one by one.
const LISTED: usize = 8;

impl Unprintable {
    /// Gathers characters.
    #[must_use]
    pub fn new(characters: BTreeSet<char>) -> Unprintable {
        Unprintable(characters)
    }

    /// The characters in the order of their codes.
    pub fn characters(&self) -> impl Iterator<Item = char> + '_ {
        self.0.iter().copied()
    }
}

impl fmt::Display for Unprintable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, character) in self.0.iter().take(LISTED).enumerate() {
            if index > 0 {
                out.write_str(", ")?;
            }
            if character.is_alphanumeric() {
                write!(out, "{character} ")?;
            }
            write!(out, "U+{:04X}", u32::from(*character))?;
        }
        match self.0.len().saturating_sub(LISTED) {
            0 => Ok(()),
            more => write!(out, " and {more} more"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_listed_once_in_the_order_of_their_codes() {
        let listed = Unprintable::new("\u{674e}\u{4f1f}\u{674e}".chars().collect()).to_string();
        assert_eq!(listed, "\u{4f1f} U+4F1F, \u{674e} U+674E");
        let many = Unprintable::new(('\u{4e00}'..'\u{4e0b}').collect()).to_string();
        assert!(many.ends_with("U+4E07 and 3 more"), "{many}");
        let private = Unprintable::new(['\u{e000}'].into()).to_string();
        assert_eq!(private, "U+E000");
    }
}
