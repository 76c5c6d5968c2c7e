//! Which font prints which letters, and how wide they come out.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use krilla::Data;
use unicode_script::{Script, UnicodeScript as _};
use unicode_segmentation::UnicodeSegmentation as _;

use super::bundle::BUNDLED;
use super::face::{Face, Lazy, Shaped, is_ignorable};
use crate::paper::document::Document;
use crate::paper::fonts::{FontFile, FontSource, Unprintable};

/// How heavy the letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// Every font at hand. A font is read when the first letter asks for it.
pub(super) struct Fonts<'a> {
    slots: Vec<Slot<'a>>,
    /// The widths of words already measured, for each weight.
    words: [RefCell<HashMap<String, f32>>; 2],
}

struct Slot<'a> {
    scripts: &'static [Script],
    regular: Lazy<'a>,
    bold: Option<Lazy<'a>>,
}

impl<'a> Slot<'a> {
    fn face(&self, weight: Weight) -> Option<&Face<'a>> {
        match (weight, &self.bold) {
            (Weight::Bold, Some(bold)) => bold.get(),
            _ => self.regular.get(),
        }
    }
}

/// Letters that stand together in one font and one script, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub range: Range<usize>,
    slot: usize,
    script: Option<Script>,
}

impl Item {
    fn script(&self) -> Script {
        self.script.unwrap_or(Script::Common)
    }
}

impl<'a> Fonts<'a> {
    /// The program's own fonts, and after them some of the computer's.
    pub(super) fn new(more: &'a [FontFile]) -> Fonts<'a> {
        let own = BUNDLED.iter().map(|font| Slot {
            scripts: font.scripts,
            regular: Lazy::new(font.regular, font.regular.into(), 0),
            bold: font.bold.map(|bold| Lazy::new(bold, bold.into(), 0)),
        });
        let others = more.iter().map(|file| Slot {
            scripts: &[Script::Unknown],
            regular: Lazy::new((*file.data).as_ref(), Data::from(file.data.clone()), file.index),
            bold: None,
        });
        Fonts { slots: own.chain(others).collect(), words: Default::default() }
    }

    /// The font that an item is set in.
    pub(super) fn face(&self, weight: Weight, item: &Item) -> Option<&Face<'a>> {
        self.slots.get(item.slot)?.face(weight)
    }

    /// The glyphs of an item.
    pub(super) fn shape(&self, weight: Weight, text: &str, item: &Item, right_to_left: bool) -> Shaped {
        self.face(weight, item)
            .map_or_else(Shaped::default, |face| face.shape(text, &item.range, item.script(), right_to_left))
    }

    /// The first font that has all of these characters.
    fn slot_for(&self, weight: Weight, text: &str) -> Option<usize> {
        let has = |slot: &Slot<'a>| slot.face(weight).is_some_and(|face| face.has(text));
        // Marks that are not part of a letter are set best by the font made for any of them.
        let marked = !text.is_ascii() && text.chars().any(is_mark);
        if !marked && self.slots.first().is_some_and(has) {
            return Some(0);
        }
        let scripts: Vec<Script> = text.chars().map(|each| each.script()).collect();
        let suits = |slot: &Slot<'a>| {
            slot.scripts.is_empty() || slot.scripts.iter().any(|script| scripts.contains(script))
        };
        let first = usize::from(marked);
        let found = |wanted: bool| {
            self.slots.iter().enumerate().skip(first).find(|(_, slot)| suits(slot) == wanted && has(slot))
        };
        found(true).or_else(|| found(false)).map(|(index, _)| index)
    }

    /// A text in the fonts it needs, in reading order. A word is set in one font where one has
    /// all of it, and a letter is never parted from its marks.
    pub(super) fn items(&self, weight: Weight, text: &str, range: &Range<usize>) -> Vec<Item> {
        let mut items = Vec::new();
        let mut at = range.start;
        for word in text.get(range.clone()).unwrap_or_default().split_inclusive(' ') {
            let letters = word.trim_end_matches(' ');
            if !letters.is_empty() {
                match self.slot_for(weight, letters) {
                    Some(slot) if letters.is_ascii() => {
                        add(&mut items, at..at + letters.len(), slot, Some(Script::Latin));
                    }
                    one => {
                        for (offset, group) in letters.grapheme_indices(true) {
                            let slot = one.or_else(|| self.slot_for(weight, group)).unwrap_or(0);
                            let from = at + offset;
                            add(&mut items, from..from + group.len(), slot, script_of(group));
                        }
                    }
                }
            }
            if letters.len() < word.len() {
                add(&mut items, at + letters.len()..at + word.len(), 0, None);
            }
            at += word.len();
        }
        items
    }

    /// The width of a text at a size.
    pub(super) fn width(&self, weight: Weight, size: f32, text: &str) -> f32 {
        let space = self.word(weight, " ");
        let mut width = 0.0;
        for (index, word) in text.split(' ').enumerate() {
            if index > 0 {
                width += space;
            }
            if !word.is_empty() {
                width += self.word(weight, word);
            }
        }
        width * size
    }

    fn word(&self, weight: Weight, word: &str) -> f32 {
        let words = match weight {
            Weight::Regular => &self.words[0],
            Weight::Bold => &self.words[1],
        };
        if let Some(known) = words.borrow().get(word) {
            return *known;
        }
        let width = self.groups(weight, word).iter().map(|(_, width)| width).sum();
        words.borrow_mut().insert(word.to_owned(), width);
        width
    }

    /// Where each group of letters that cannot be parted ends, and its width at size 1.
    pub(super) fn groups(&self, weight: Weight, word: &str) -> Vec<(usize, f32)> {
        let starts: BTreeSet<usize> = word.grapheme_indices(true).map(|(start, _)| start).collect();
        let mut groups: Vec<(usize, f32)> = Vec::new();
        for item in self.items(weight, word, &(0..word.len())) {
            let right_to_left = item.script.is_some_and(is_right_to_left);
            let mut shaped = self.shape(weight, word, &item, right_to_left);
            shaped.glyphs.sort_by_key(|glyph| glyph.text_range.start);
            for glyph in shaped.glyphs {
                let end = glyph.text_range.end;
                match groups.last_mut() {
                    // A mark that has its own place in the text still goes with its letter.
                    Some(last) if last.0 >= end || !starts.contains(&glyph.text_range.start) => {
                        *last = (last.0.max(end), last.1 + glyph.x_advance);
                    }
                    _ => groups.push((end, glyph.x_advance)),
                }
            }
        }
        groups
    }

    /// What of the document no font has, each group of characters once.
    fn lacking(&self, document: &Document) -> BTreeSet<String> {
        let mut lacking = BTreeSet::new();
        for text in document.texts() {
            if text.is_ascii() {
                continue;
            }
            for word in printable(text).split([' ', '\n']).filter(|word| !word.is_ascii()) {
                // Both weights have the same characters, or the bold one is not there.
                for weight in [Weight::Regular, Weight::Bold] {
                    if self.slot_for(weight, word).is_some() {
                        continue;
                    }
                    for group in word.graphemes(true) {
                        if self.slot_for(weight, group).is_none() {
                            lacking.insert(group.to_owned());
                        }
                    }
                }
            }
        }
        lacking
    }
}

/// The computer's fonts for what the program's own fonts lack.
pub(super) fn more_fonts(document: &Document, source: &dyn FontSource) -> Result<Vec<FontFile>, Unprintable> {
    let own = Fonts::new(&[]);
    let mut lacking = own.lacking(document);
    let mut found: Vec<FontFile> = Vec::new();
    let mut without = BTreeSet::new();
    while let Some(group) = lacking.pop_first() {
        match source.font_for(&group).filter(|file| file_has(file, &group)) {
            Some(file) => {
                lacking.retain(|other| !file_has(&file, other));
                found.push(file);
            }
            None => {
                let shown = || group.chars().filter(|each| !is_ignorable(*each));
                let mut buffer = [0; 4];
                let missing: BTreeSet<char> = shown()
                    .filter(|each| own.slot_for(Weight::Regular, each.encode_utf8(&mut buffer)).is_none())
                    .collect();
                // A group whose parts all can be printed is named by all of them.
                without.extend(if missing.is_empty() { shown().collect() } else { missing });
            }
        }
    }
    if without.is_empty() { Ok(found) } else { Err(Unprintable::new(without)) }
}

fn file_has(file: &FontFile, text: &str) -> bool {
    let font = Lazy::new((*file.data).as_ref(), Data::from(file.data.clone()), file.index);
    font.get().is_some_and(|face| face.has(text))
}

fn add(items: &mut Vec<Item>, range: Range<usize>, slot: usize, script: Option<Script>) {
    if let Some(last) = items.last_mut()
        && last.slot == slot
        && (script.is_none() || last.script.is_none() || last.script == script)
    {
        last.range.end = range.end;
        last.script = last.script.or(script);
        return;
    }
    items.push(Item { range, slot, script });
}

/// The script of a letter, or none for what any script uses.
fn script_of(group: &str) -> Option<Script> {
    let scripts = group.chars().map(|each| each.script());
    scripts.into_iter().find(|script| !matches!(script, Script::Common | Script::Inherited))
}

fn is_mark(character: char) -> bool {
    character.script() == Script::Inherited && !is_ignorable(character)
}

fn is_right_to_left(script: Script) -> bool {
    matches!(script, Script::Arabic | Script::Hebrew | Script::Syriac | Script::Thaana | Script::Nko)
}

/// The text as it is printed: without what has no meaning on paper, white space as spaces.
pub(super) fn printable(text: &str) -> String {
    text.chars().filter(|each| !is_left_out(*each)).map(plain_form).collect()
}

/// Places where a line may or may not be broken; a printed line is broken already.
fn is_left_out(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}')
}

/// The same mark in a form that more fonts have.
fn plain_form(character: char) -> char {
    match character {
        '\n' | '\u{A0}' => character,
        '\u{2010}' | '\u{2011}' => '-',
        '\u{2012}' => '\u{2013}',
        '\u{2015}' => '\u{2014}',
        // What older word processors put at the head of a list, in a font of signs.
        '\u{F0B7}' | '\u{F0A7}' | '\u{F0D8}' => '\u{2022}',
        _ if character.is_whitespace() => ' ',
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let fonts = Fonts::new(&[]);
        let items = fonts.items(Weight::Regular, text, &(0..text.len()));
        items.into_iter().map(|item| &text[item.range]).collect()
    }

    #[test]
    fn the_fonts_have_what_the_writer_itself_prints() {
        let fonts = Fonts::new(&[]);
        let own = "Page1of2\u{2022}3.(?)\u{2026}\u{b7}\u{2019}\u{2013}";
        assert_eq!(fonts.slot_for(Weight::Regular, own), Some(0));
        assert_eq!(fonts.slot_for(Weight::Bold, own), Some(0));
    }

    #[test]
    fn a_word_stays_in_one_font_and_a_line_in_as_few_as_it_can() {
        assert_eq!(words("Zo\u{eb} was not at school on 12/03"), ["Zo\u{eb} was not at school on 12/03"]);
        // One letter of the name is only in the second font, so all of the name is set in it.
        assert_eq!(words("for Nguy\u{1ec5}n now"), ["for ", "Nguy\u{1ec5}n", " now"]);
        assert_eq!(words("a \u{645}\u{62d}, b"), ["a ", "\u{645}\u{62d},", " b"]);
    }

    #[test]
    fn a_letter_is_never_parted_from_its_marks() {
        for word in ["\u{1ecd}\u{301}\u{1ecd}\u{301}", "\u{995}\u{9cd}\u{9b7}\u{9bf}", "\u{915}\u{93e}"] {
            let fonts = Fonts::new(&[]);
            let starts: Vec<usize> = word.grapheme_indices(true).map(|(start, _)| start).collect();
            for (end, _) in fonts.groups(Weight::Regular, word) {
                assert!(end == word.len() || starts.contains(&end), "{word} at {end}");
            }
        }
    }

    #[test]
    fn bold_is_wider() {
        let fonts = Fonts::new(&[]);
        let regular = fonts.width(Weight::Regular, 10.0, "Household");
        let bold = fonts.width(Weight::Bold, 10.0, "Household");
        assert!(regular > 30.0 && bold > regular && bold < 80.0, "{regular} {bold}");
    }

    #[test]
    fn white_space_and_signs_are_printed_in_a_form_that_fonts_have() {
        assert_eq!(printable("a\u{2011}b\u{3000}c\u{AD}d\u{F0B7}\t\u{200C}"), "a-b cd\u{2022} \u{200C}");
    }
}
