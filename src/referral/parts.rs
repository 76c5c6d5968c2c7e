//! What both papers are made of: headings, fields, lists and tables in which a blank is never nothing.

use super::{labels::Labels, phrases};
use crate::{
    case::Case,
    framework::{Framework, model::Status},
    keyed::fill,
    paper::document::{Block, Field, HeadingLevel},
};

const L: Labels = Labels::ENGLISH;

/// What stands under the title: *illustrative* wherever the framework is not ratified.
pub(super) fn notice(framework: &Framework, first: &str) -> Vec<String> {
    let illustrative = framework.about.status == Status::Illustrative;
    let suggests = if illustrative {
        format!("{} {}", L.not_a_decision, L.illustrative)
    } else {
        L.not_a_decision.to_owned()
    };
    vec![first.to_owned(), suggests]
}

/// The day, the framework and its edition.
pub(super) fn made_on(framework: &Framework, case: &Case) -> String {
    let about = &framework.about;
    fill(L.made_on, &[&phrases::date(case.as_of), &about.title, &about.edition])
}

/// What runs along the foot: framework, edition, short fingerprint, case code, status.
pub(super) fn footer(framework: &Framework, case: &Case) -> String {
    let about = &framework.about;
    let status = match &about.status {
        Status::Illustrative => L.illustrative_short.to_owned(),
        Status::RatifiedBy(who) => fill(L.ratified_by, &[who]),
    };
    let print = about.fingerprint.get(..12).unwrap_or(&about.fingerprint);
    let made_by = fill(L.footer, &[&about.title, &about.edition, print, &status]);
    if case.code.is_empty() { made_by } else { format!("{made_by} {}", fill(L.footer_case, &[&case.code])) }
}

pub(super) fn heading(text: &str) -> Block {
    Block::Heading { level: HeadingLevel::Section, text: text.to_owned() }
}

pub(super) fn field(label: &str, value: &str) -> Field {
    let value = value.trim();
    let value = if value.is_empty() { L.no_information } else { value };
    Field { label: label.to_owned(), value: value.to_owned() }
}

pub(super) fn list(items: Vec<String>) -> Block {
    list_or(items, L.no_information)
}

/// A list, or a sentence where *nothing* is itself an answer.
pub(super) fn list_or(items: Vec<String>, nothing: &str) -> Block {
    if items.is_empty() {
        return Block::Paragraph(nothing.to_owned());
    }
    Block::List { numbered: false, items }
}

pub(super) fn table(caption: &str, headers: &[&str], rows: Vec<Vec<String>>) -> Block {
    table_or(caption, headers, rows, L.no_information)
}

/// A table, or a sentence where *nothing* is itself an answer.
pub(super) fn table_or(caption: &str, headers: &[&str], rows: Vec<Vec<String>>, nothing: &str) -> Block {
    if rows.is_empty() {
        return Block::Paragraph(nothing.to_owned());
    }
    let filled = |cell: String| {
        if cell.trim().is_empty() { L.no_information.to_owned() } else { cell }
    };
    Block::Table {
        caption: caption.to_owned(),
        headers: headers.iter().map(|h| (*h).to_owned()).collect(),
        rows: rows.into_iter().map(|row| row.into_iter().map(filled).collect()).collect(),
    }
}
