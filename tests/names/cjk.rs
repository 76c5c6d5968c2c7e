//! A font for a few Chinese characters, made from one of the program's own, so that a computer with
//! such a font and one without are both tested on any computer.

use std::{cell::Cell, sync::Arc};

use levels_of_need::paper::fonts::{FontFile, FontSource};

static OTHER: &[u8] = include_bytes!("../../assets/fonts/NotoSansHebrew-Regular.ttf");

/// A stock of one font, which counts how often it is asked.
pub struct OneFont {
    file: FontFile,
    pub asked: Cell<usize>,
}

impl OneFont {
    /// A font that has these characters and no others.
    pub fn with(characters: &str) -> OneFont {
        let mut characters: Vec<u32> = characters.chars().map(u32::from).collect();
        characters.sort_unstable();
        characters.dedup();
        OneFont { file: FontFile { data: Arc::new(font(&characters)), index: 0 }, asked: Cell::new(0) }
    }
}

impl FontSource for OneFont {
    fn font_for(&self, _characters: &str) -> Option<FontFile> {
        self.asked.set(self.asked.get() + 1);
        Some(self.file.clone())
    }
}

/// The other font with a table of characters of its own: each gets the next of its glyphs.
fn font(characters: &[u32]) -> Vec<u8> {
    let word = |at: usize| u32::from_be_bytes(OTHER[at..at + 4].try_into().unwrap());
    let count = usize::from(u16::from_be_bytes([OTHER[4], OTHER[5]]));
    let mut tables: Vec<([u8; 4], Vec<u8>)> = (0..count)
        .map(|index| 12 + 16 * index)
        .map(|at| {
            let (from, length) = (word(at + 8) as usize, word(at + 12) as usize);
            (OTHER[at..at + 4].try_into().unwrap(), OTHER[from..from + length].to_vec())
        })
        // The tables that say how Hebrew letters change say nothing of these.
        .filter(|(tag, _)| !matches!(tag, b"GSUB" | b"GPOS" | b"GDEF"))
        .collect();
    let mut groups = Vec::new();
    for (glyph, character) in (20_u32..).zip(characters) {
        groups.extend([*character, *character, glyph].map(u32::to_be_bytes).concat());
    }
    let mut table = Vec::new();
    table.extend([0_u16, 1, 3, 10].map(u16::to_be_bytes).concat());
    table.extend(12_u32.to_be_bytes());
    table.extend([12_u16, 0].map(u16::to_be_bytes).concat());
    let length = u32::try_from(16 + groups.len()).unwrap();
    table.extend([length, 0, length / 12 - 1].map(u32::to_be_bytes).concat());
    table.extend(groups);
    tables.iter_mut().find(|(tag, _)| tag == b"cmap").unwrap().1 = table;
    let mut out = OTHER[..4].to_vec();
    out.extend(u16::try_from(tables.len()).unwrap().to_be_bytes());
    out.extend([0; 6]);
    let mut at = 12 + 16 * tables.len();
    for (tag, table) in &tables {
        out.extend(tag);
        out.extend(
            [0, u32::try_from(at).unwrap(), u32::try_from(table.len()).unwrap()]
                .map(u32::to_be_bytes)
                .concat(),
        );
        at += table.len().next_multiple_of(4);
    }
    for (_, table) in tables {
        out.extend(&table);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}
