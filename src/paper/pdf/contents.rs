//! The contents: a line for each section, with the page on which it begins.

use std::collections::HashMap;

use krilla::tagging::Tag;

use super::compose::{BODY, Composed, Composer, Node};
use super::fonts::Fonts;
use super::line::Line;
use super::paginate::Sheet;
use super::row::{EDGE, Row, Rule};

/// Room for a page's number at the right.
const NUMBER: f32 = 30.0;
/// What stands in the number's place until the pages are known.
const UNKNOWN: &str = "0";

impl Composer<'_, '_> {
    pub(super) fn contents(&mut self) {
        let mut children = Vec::new();
        for section in self.sections.clone() {
            let title = self.cell(EDGE, self.width - NUMBER - 8.0, BODY, &section);
            let number = self.cell(EDGE + self.width - NUMBER, NUMBER, BODY, UNKNOWN);
            self.out.numbers.push(number.id);
            children.push(Node::Group(Tag::TOCI.into(), vec![Node::Cell(title.id), Node::Cell(number.id)]));
            self.push(Row { pad: 1.4, rule: Rule::Thin, ..Row::new(12.0, vec![title, number]) });
        }
        self.group(Tag::TOC.into(), children);
    }
}

/// Writes the numbers of the pages, now that they are known, each ending at the right edge.
pub(super) fn number(composed: &Composed, fonts: &Fonts<'_>, sheets: &mut [Sheet]) {
    let mut begins: HashMap<usize, usize> = HashMap::new();
    for (page, sheet) in sheets.iter().enumerate() {
        for cell in sheet.texts.iter().filter_map(|text| text.cell) {
            begins.entry(cell).or_insert(page + 1);
        }
    }
    let sections = composed.entries.iter().filter(|entry| entry.level == 2);
    let numbers = composed.numbers.iter().zip(sections);
    let said: HashMap<usize, String> =
        numbers.filter_map(|(cell, entry)| Some((*cell, begins.get(&entry.cell)?.to_string()))).collect();
    for text in sheets.iter_mut().flat_map(|sheet| &mut sheet.texts) {
        if let Some(page) = text.cell.and_then(|cell| said.get(&cell)) {
            text.line = Line::plain(page.clone());
            text.line.shift = NUMBER - fonts.width(text.look.weight, text.look.size, page);
        }
    }
}
