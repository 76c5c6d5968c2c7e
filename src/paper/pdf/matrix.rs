//! A matrix: small texts in even columns, the groups of its rows under their titles.

use std::num::NonZeroU32;

use krilla::tagging::{TableHeaderScope, Tag};

use super::columns::COLUMN_PAD;
use super::compose::{Composer, LABEL, Node, STRONG};
use super::fonts::Weight;
use super::row::{EDGE, Ink, Look, Row, Rule, count};
use crate::paper::document::MatrixRow;

/// The smallest letters that are still read from an arm's length on a wall.
const SMALL: Look = Look { size: 8.5, weight: Weight::Regular, ink: Ink::Black };
const TITLE: Look = Look { weight: Weight::Bold, ..SMALL };
const SMALL_LEADING: f32 = 10.0;

/// The share of the width that the rows' titles take.
const TITLES: f32 = 0.095;

impl Composer<'_, '_> {
    pub(super) fn matrix(&mut self, headers: &[String], rows: &[MatrixRow]) {
        let columns = headers.len().saturating_sub(1).max(1);
        let first = self.width * TITLES;
        let each = (self.width - first) / count(columns);
        let place = |at: usize| match at {
            0 => (EDGE, first),
            _ => (EDGE + first + each * count(at - 1), each),
        };
        let mut children = Vec::new();
        let header = self.out.rows.len();
        let mut cells = Vec::new();
        let mut tags = Vec::new();
        for (at, text) in headers.iter().enumerate() {
            let (x, width) = place(at);
            let cell = self.cell(x + COLUMN_PAD, width - 2.0 * COLUMN_PAD, STRONG, text);
            let tag = Tag::TH(TableHeaderScope::Column);
            tags.push(Node::Group(tag.into(), vec![Node::Cell(cell.id)]));
            cells.push(cell);
        }
        children.push(Node::Group(Tag::TR.into(), tags));
        self.push(Row {
            before: 5.0,
            pad: 2.0,
            rule: Rule::Strong,
            wash: true,
            keep_next: true,
            ..Row::new(11.6, cells)
        });
        for group in rows.chunk_by(|a, b| a.group == b.group) {
            children.extend(group.first().map(|row| self.group_title(&row.group, headers.len())));
            for row in group {
                let title = std::iter::once(row.title.clone());
                let texts = title.chain(row.cells.iter().map(|items| bullets(items)));
                let mut cells = Vec::new();
                let mut tags = Vec::new();
                for (at, text) in texts.enumerate() {
                    let (x, width) = place(at);
                    let look = if at == 0 { TITLE } else { SMALL };
                    let cell = self.cell(x + COLUMN_PAD, width - 2.0 * COLUMN_PAD, look, &text);
                    let tag = if at == 0 { Tag::TH(TableHeaderScope::Row).into() } else { Tag::TD.into() };
                    tags.push(Node::Group(tag, vec![Node::Cell(cell.id)]));
                    cells.push(cell);
                }
                children.push(Node::Group(Tag::TR.into(), tags));
                self.push(Row {
                    pad: 0.8,
                    rule: Rule::Thin,
                    whole: 30,
                    header: Some(header),
                    ..Row::new(SMALL_LEADING, cells)
                });
            }
        }
        self.group(Tag::Table.into(), children);
    }

    /// A group's title is a row of one cell.
    fn group_title(&mut self, title: &str, columns: usize) -> Node {
        let cell = self.cell(EDGE + COLUMN_PAD, self.width - 2.0 * COLUMN_PAD, LABEL, title);
        let span = NonZeroU32::new(u32::try_from(columns).unwrap_or(1)).unwrap_or(NonZeroU32::MIN);
        let tag = Tag::TH(TableHeaderScope::Column).with_col_span(Some(span));
        let node = Node::Group(tag.into(), vec![Node::Cell(cell.id)]);
        self.push(Row {
            pad: 0.8,
            rule: Rule::Thin,
            wash: true,
            keep_next: true,
            ..Row::new(10.6, vec![cell])
        });
        Node::Group(Tag::TR.into(), vec![node])
    }
}

/// A cell's list; an empty one says that it is.
fn bullets(items: &[String]) -> String {
    let lines: Vec<String> = items.iter().map(|item| format!("\u{2022} {item}")).collect();
    if lines.is_empty() { "\u{2013}".to_owned() } else { lines.join("\n") }
}
