//! The two fonts inside the program: what they can print and how wide it is.

use std::collections::HashMap;

use krilla::text::Font;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use crate::referral::format::WriteError;

static REGULAR: &[u8] = include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
static BOLD: &[u8] = include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf");

/// Stands where characters were that the fonts lack.
pub(super) const SUBSTITUTE: &str = "(?)";

/// How heavy the letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// Both fonts with the width of every character in them.
pub(super) struct Fonts {
    regular: Face,
    bold: Face,
}

struct Face {
    font: Font,
    /// Widths in parts of the font size.
    advances: HashMap<char, f32>,
}

impl Face {
    fn load(data: &'static [u8]) -> Result<Face, WriteError> {
        let font = Font::new(data.into(), 0).ok_or(WriteError::Font)?;
        let Ok(read) = FontRef::new(data) else { return Err(WriteError::Font) };
        // Measured at size 1, so that every width only has to be scaled.
        let metrics = GlyphMetrics::new(&read, Size::new(1.0), LocationRef::default());
        let advances = read
            .charmap()
            .mappings()
            .filter(|(_, glyph)| *glyph != GlyphId::NOTDEF)
            .filter_map(|(code, glyph)| Some((char::from_u32(code)?, metrics.advance_width(glyph)?)))
            .collect();
        Ok(Face { font, advances })
    }
}

impl Fonts {
    /// Reads the fonts inside the program.
    pub(super) fn load() -> Result<Fonts, WriteError> {
        Ok(Fonts { regular: Face::load(REGULAR)?, bold: Face::load(BOLD)? })
    }

    fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// The font to draw with.
    pub(super) fn font(&self, weight: Weight) -> Font {
        self.face(weight).font.clone()
    }

    /// The width of a character as a part of the font size.
    pub(super) fn advance(&self, weight: Weight, character: char) -> f32 {
        self.face(weight).advances.get(&character).copied().unwrap_or(0.0)
    }

    /// The width of a text at a size.
    pub(super) fn width(&self, weight: Weight, size: f32, text: &str) -> f32 {
        text.chars().map(|each| self.advance(weight, each)).sum::<f32>() * size
    }

    fn has(&self, character: char) -> bool {
        self.regular.advances.contains_key(&character) && self.bold.advances.contains_key(&character)
    }

    /// The text in characters the fonts have. Where letters are missing, one [`SUBSTITUTE`]
    /// stands for each run of them and `missing` becomes true.
    pub(super) fn printable(&self, text: &str, missing: &mut bool) -> String {
        let mut out = String::with_capacity(text.len());
        let mut in_run = false;
        for character in text.chars() {
            if is_invisible(character) {
                continue;
            }
            let plain = plain_form(character);
            if plain == '\n' || self.has(plain) {
                out.push(plain);
                in_run = false;
            } else {
                *missing = true;
                if !in_run {
                    out.push_str(SUBSTITUTE);
                }
                in_run = true;
            }
        }
        out
    }
}

/// Characters that show nothing of their own, so that leaving them out loses nothing on paper.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}'
            | '\u{206A}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}'
    )
}

/// The same mark in a form that more fonts have.
fn plain_form(character: char) -> char {
    match character {
        '\n' | '\u{A0}' => character,
        '\u{2010}' | '\u{2011}' => '-',
        '\u{2012}' => '\u{2013}',
        '\u{2015}' => '\u{2014}',
        _ if character.is_whitespace() => ' ',
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_have_what_the_writer_itself_prints() {
        let fonts = Fonts::load().unwrap();
        let mut missing = false;
        let own = "Page 1 of 2 \u{2022} 3. (?) \u{2026} \u{b7} \u{2019} \u{2013}";
        assert_eq!(fonts.printable(own, &mut missing), own);
        assert!(!missing);
    }

    #[test]
    fn a_run_of_missing_letters_is_shown_once() {
        let fonts = Fonts::load().unwrap();
        let mut missing = false;
        let text = "a \u{645}\u{631}\u{62d} b\u{2011}c\u{1F469}\u{200D}\u{1F467}";
        assert_eq!(fonts.printable(text, &mut missing), "a (?) b-c(?)");
        assert!(missing);
    }

    #[test]
    fn bold_is_wider() {
        let fonts = Fonts::load().unwrap();
        let regular = fonts.width(Weight::Regular, 10.0, "Household");
        let bold = fonts.width(Weight::Bold, 10.0, "Household");
        assert!(regular > 30.0 && bold > regular && bold < 80.0, "{regular} {bold}");
    }
}
