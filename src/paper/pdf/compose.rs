//! Turns the blocks of a document into rows of text, with the structure a screen reader follows.

use std::num::NonZeroU16;

use krilla::tagging::{ListNumbering, TableHeaderScope, Tag, TagKind};
use unicode_segmentation::UnicodeSegmentation as _;

use super::Foot;
use super::columns::{COLUMN_PAD, column_widths};
use super::fonts::{Fonts, Weight};
use super::line::lines;
use super::picture::Picture;
use super::row::{Cell, EDGE, Frame, Ink, Look, Row, Rule};
use crate::paper::document::{Block, Document, Field, HeadingLevel, Mark};

pub(super) const LEADING: f32 = 12.1;
pub(super) const BODY: Look = Look { size: 10.0, weight: Weight::Regular, ink: Ink::Black };
pub(super) const STRONG: Look = Look { weight: Weight::Bold, ..BODY };
pub(super) const LABEL: Look = Look { size: 9.2, weight: Weight::Bold, ink: Ink::Soft };
const NOTICE: Look = Look { size: 9.0, weight: Weight::Regular, ink: Ink::Soft };
pub(super) const CELL: Look = Look { size: 9.6, ..BODY };
const TITLE: Look = Look { size: 19.0, weight: Weight::Bold, ink: Ink::Mark };
const SECTION: Look = Look { size: 12.0, ..TITLE };
const PART: Look = Look { size: 11.0, ..TITLE };

/// The share of the line that the labels of fields take.
const LABELS: f32 = 0.32;
/// White space between a label or a mark and what follows it.
const GAP: f32 = 8.0;
/// White space between the edge of a callout and its text.
const INSET: f32 = 11.0;

/// A piece of the structure; a cell stands for all of its lines.
pub(super) enum Node {
    Group(TagKind, Vec<Node>),
    Cell(usize),
}

/// A heading for the outline.
pub(super) struct Entry {
    pub level: u16,
    pub text: String,
    pub cell: usize,
}

/// A document as rows and structure, ready to be put on pages.
pub(super) struct Composed {
    pub rows: Vec<Row>,
    pub nodes: Vec<Node>,
    pub entries: Vec<Entry>,
    /// The cells in which the pages of the sections are to stand, in the sections' order.
    pub numbers: Vec<usize>,
    /// How many cells there are.
    pub cells: usize,
}

/// Composes a cleaned document.
pub(super) fn compose(document: &Document, fonts: &Fonts<'_>, foot: &Foot) -> Composed {
    let mut composer = Composer {
        fonts,
        out: Composed {
            rows: Vec::new(),
            nodes: Vec::new(),
            entries: Vec::new(),
            numbers: Vec::new(),
            cells: 0,
        },
        boxes: 0,
        width: Frame::of(document.page).text(),
        new_page: false,
        sections: document.sections().map(str::to_owned).collect(),
    };
    composer.heading(1, &document.title);
    for notice in &document.notice {
        composer.paragraph(notice, NOTICE, 11.5, 1.0);
    }
    for block in &document.blocks {
        composer.block(block);
    }
    if foot.cut {
        composer.paragraph(&document.footer, NOTICE, 11.5, 12.0);
    }
    composer.out
}

pub(super) struct Composer<'a, 'f> {
    pub(super) fonts: &'a Fonts<'f>,
    pub(super) out: Composed,
    boxes: usize,
    /// The width that text can take.
    pub(super) width: f32,
    /// The next row begins a page.
    new_page: bool,
    pub(super) sections: Vec<String>,
}

impl Composer<'_, '_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level: HeadingLevel::Section, text } => self.heading(2, text),
            Block::Heading { level: HeadingLevel::Part, text } => self.heading(3, text),
            Block::Paragraph(text) => self.paragraph(text, BODY, LEADING, 5.0),
            Block::Callout { title, text } => self.callout(title, text),
            Block::List { numbered, items } => self.list(*numbered, items),
            Block::Fields(fields) => self.fields(fields),
            Block::Table { caption, headers, rows } => self.table(caption, headers, rows),
            Block::BodyMap { alt, marks } => self.body_map(alt, marks),
            Block::NewPage => self.begin_page(),
            Block::Contents => self.contents(),
            Block::Matrix { headers, rows } => self.matrix(headers, rows),
            Block::Card(card) => self.card(card),
        }
    }

    /// What comes next begins a page.
    pub(super) fn begin_page(&mut self) {
        self.new_page = true;
    }

    pub(super) fn push(&mut self, row: Row) {
        let new_page = std::mem::take(&mut self.new_page);
        self.out.rows.push(Row { new_page, ..row });
    }

    pub(super) fn cell(&mut self, x: f32, width: f32, look: Look, text: &str) -> Cell {
        let id = self.out.cells;
        self.out.cells += 1;
        Cell { id, x, look, lines: lines(self.fonts, look, text, width) }
    }

    fn heading(&mut self, level: u16, text: &str) {
        let (look, leading, before, pad) = match level {
            1 => (TITLE, 23.0, 0.0, 1.0),
            2 => (SECTION, 16.5, 10.0, 1.0),
            _ => (PART, 14.0, 6.0, 0.5),
        };
        let cell = self.cell(EDGE, self.width, look, text);
        let id = cell.id;
        // What names the heading elsewhere in the file is short, and says what is printed.
        let said: String = cell.lines.iter().map(|line| line.text.as_str()).collect();
        let name: String = said.trim().graphemes(true).take(300).collect();
        self.push(Row {
            before,
            pad,
            keep_next: true,
            rule: if level == 2 { Rule::Strong } else { Rule::None },
            ..Row::new(leading, vec![cell])
        });
        let number = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        let tag = Tag::Hn(number, Some(name.clone()));
        self.group(tag.into(), vec![Node::Cell(id)]);
        self.out.entries.push(Entry { level, text: name, cell: id });
    }

    fn paragraph(&mut self, text: &str, look: Look, leading: f32, before: f32) {
        let cell = self.cell(EDGE, self.width, look, text);
        let id = cell.id;
        self.push(Row { before, ..Row::new(leading, vec![cell]) });
        self.group(Tag::P.into(), vec![Node::Cell(id)]);
    }

    fn callout(&mut self, title: &str, text: &str) {
        self.boxes += 1;
        let mut children = Vec::new();
        let parts = [(title, STRONG), (text, BODY)];
        let said = parts.into_iter().filter(|(text, _)| !text.is_empty());
        for (index, (text, look)) in said.enumerate() {
            let cell = self.cell(EDGE + INSET, self.width - 2.0 * INSET, look, text);
            children.push(Node::Group(Tag::P.into(), vec![Node::Cell(cell.id)]));
            self.push(Row {
                before: if index == 0 { 7.0 } else { 0.0 },
                pad: 2.5,
                boxed: Some(self.boxes),
                keep_next: look.weight == Weight::Bold && !text.is_empty(),
                whole: 20,
                ..Row::new(LEADING, vec![cell])
            });
        }
        // A title alone has nothing to stay with.
        if let Some(last) = self.out.rows.last_mut() {
            last.keep_next = false;
        }
        self.group(Tag::Div.into(), children);
    }

    fn list(&mut self, numbered: bool, items: &[String]) {
        let marks: Vec<String> = (1..=items.len())
            .map(|number| if numbered { format!("{number}.") } else { "\u{2022}".to_owned() })
            .collect();
        // The last number is not always the widest: a 4 is wider than a 7.
        let widths = marks.iter().map(|mark| self.fonts.width(BODY.weight, BODY.size, mark));
        let widest = widths.fold(0.0, f32::max);
        let body = 6.0 + widest + GAP;
        let mut children = Vec::new();
        for (index, (mark, item)) in marks.iter().zip(items).enumerate() {
            let mark = self.cell(EDGE + 6.0, widest + 1.0, BODY, mark);
            let item = self.cell(EDGE + body, self.width - body, BODY, item);
            children.push(Node::Group(
                Tag::LI.into(),
                vec![
                    Node::Group(Tag::Lbl.into(), vec![Node::Cell(mark.id)]),
                    Node::Group(Tag::LBody.into(), vec![Node::Cell(item.id)]),
                ],
            ));
            self.push(Row {
                before: if index == 0 { 4.0 } else { 1.5 },
                ..Row::new(LEADING, vec![mark, item])
            });
        }
        let numbering = if numbered { ListNumbering::Decimal } else { ListNumbering::Disc };
        self.group(Tag::L(numbering).into(), children);
    }

    /// A label with its value is a table row whose header is the label: that is what lets a
    /// screen reader say the label with the value.
    fn fields(&mut self, fields: &[Field]) {
        let labels = self.width * LABELS;
        let mut children = Vec::new();
        for (index, field) in fields.iter().enumerate() {
            let label = self.cell(EDGE, labels, LABEL, &field.label);
            let value = self.cell(EDGE + labels + GAP, self.width - labels - GAP, BODY, &field.value);
            children.push(Node::Group(
                Tag::TR.into(),
                vec![
                    Node::Group(Tag::TH(TableHeaderScope::Row).into(), vec![Node::Cell(label.id)]),
                    Node::Group(Tag::TD.into(), vec![Node::Cell(value.id)]),
                ],
            ));
            self.push(Row {
                before: if index == 0 { 3.0 } else { 0.0 },
                pad: 1.1,
                rule: Rule::Thin,
                whole: 10,
                ..Row::new(LEADING, vec![label, value])
            });
        }
        self.group(Tag::Table.into(), children);
    }

    fn table(&mut self, caption: &str, headers: &[String], rows: &[Vec<String>]) {
        let mut children = Vec::new();
        if !caption.is_empty() {
            let cell = self.cell(EDGE, self.width, STRONG, caption);
            children.push(Node::Group(Tag::Caption.into(), vec![Node::Cell(cell.id)]));
            let row = Row::new(LEADING, vec![cell]);
            self.push(Row { before: 5.0, pad: 1.0, keep_next: true, ..row });
        }
        let places = column_widths(self.fonts, self.width, LABEL, headers, CELL, rows);
        let header = self.out.rows.len();
        let scope = TableHeaderScope::Column;
        let (cells, tags) = self.table_row(headers, &places, LABEL, &Tag::TH(scope).into());
        children.push(tags);
        self.push(Row {
            before: if caption.is_empty() { 6.0 } else { 1.0 },
            pad: 2.5,
            rule: Rule::Strong,
            wash: true,
            keep_next: !rows.is_empty(),
            whole: 10,
            ..Row::new(12.0, cells)
        });
        for row in rows {
            let (cells, tags) = self.table_row(row, &places, CELL, &Tag::TD.into());
            children.push(tags);
            self.push(Row {
                pad: 1.2,
                rule: Rule::Thin,
                whole: 10,
                header: Some(header),
                ..Row::new(11.8, cells)
            });
        }
        self.group(Tag::Table.into(), children);
    }

    fn table_row(
        &mut self,
        texts: &[String],
        places: &[(f32, f32)],
        look: Look,
        tag: &TagKind,
    ) -> (Vec<Cell>, Node) {
        let cells: Vec<Cell> = texts
            .iter()
            .zip(places)
            .map(|(text, (x, width))| self.cell(EDGE + x + COLUMN_PAD, width - 2.0 * COLUMN_PAD, look, text))
            .collect();
        let tags = cells.iter().map(|cell| Node::Group(tag.clone(), vec![Node::Cell(cell.id)])).collect();
        (cells, Node::Group(Tag::TR.into(), tags))
    }

    /// A picture stays with the table that says the same in words.
    fn body_map(&mut self, alt: &str, marks: &[Mark]) {
        let picture = Picture { cell: self.out.cells, marks: marks.to_vec(), width: self.width };
        self.out.cells += 1;
        self.group(Tag::Figure(Some(alt.to_owned())).into(), vec![Node::Cell(picture.cell)]);
        let row = Row::new(picture.height(), Vec::new());
        self.push(Row { before: 6.0, keep_next: true, picture: Some(picture), ..row });
    }

    pub(super) fn group(&mut self, tag: TagKind, children: Vec<Node>) {
        self.out.nodes.push(Node::Group(tag, children));
    }
}
