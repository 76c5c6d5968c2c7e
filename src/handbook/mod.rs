//! A framework as a handbook, and as one sheet for the wall.

mod concerns;
mod conditions;
mod forms;
mod levels;
mod lists;
mod matrix;
mod rules;
pub mod words;

use jiff::civil::Date;

use self::words::W;
use crate::{
    framework::{
        Framework,
        model::{Clock, ClockIx, Contact, Phone, Status, Step, Unit},
    },
    keyed::fill,
    paper::document::{Block, Document, Field, HeadingLevel, Page},
};

pub use matrix::{Wall, wall};

/// Everything a framework says, to be read away from the program.
///
/// A telephone number whose check date has passed on that day is printed as one to be checked.
pub fn handbook(framework: &Framework, on: Date) -> Document {
    let mut blocks = title_page(framework, on);
    blocks.extend([Block::NewPage, paragraph_heading(W.contents), Block::Contents]);
    blocks.extend(levels::blocks(framework, on));
    blocks.extend(concerns::blocks(framework));
    blocks.extend(rules::blocks(framework));
    blocks.extend(lists::duties(framework, on));
    blocks.extend(lists::contacts(framework, on));
    blocks.extend(lists::escalation(framework));
    blocks.extend(forms::blocks(framework));
    blocks.extend(lists::glossary(framework));
    blocks.extend(lists::sources(framework));
    Document {
        title: fill(W.title, &[&framework.about.title]),
        language: framework.about.language.clone(),
        page: Page::A4,
        notice: vec![status(framework), W.decides_nothing.to_owned()],
        footer: footer(framework),
        blocks,
    }
}

fn title_page(framework: &Framework, on: Date) -> Vec<Block> {
    let about = &framework.about;
    let mut fields = vec![
        field(W.area, &about.area),
        field(W.edition, &about.edition),
        field(W.status, &status(framework)),
        field(W.valid_from, &date(about.valid_from)),
        field(W.review_by, &date(about.review_by)),
        field(W.fingerprint, &about.fingerprint),
        field(W.printed_on, &date(on)),
    ];
    let more = [(W.lawful_basis, &about.lawful_basis), (W.licence, &about.licence)];
    fields.extend(more.into_iter().filter(|(_, text)| !text.trim().is_empty()).map(|(l, t)| field(l, t)));
    vec![Block::Fields(fields)]
}

/// Who stands behind the framework.
fn status(framework: &Framework) -> String {
    match &framework.about.status {
        Status::Illustrative => W.illustrative.to_owned(),
        Status::RatifiedBy(whom) => fill(W.ratified, &[whom]),
    }
}

fn footer(framework: &Framework) -> String {
    let about = &framework.about;
    let print = about.fingerprint.get(..12).unwrap_or(&about.fingerprint);
    fill(W.footer, &[&about.title, &about.edition, print, &status(framework)])
}

/// `1 December 2026`.
fn date(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// A section that begins a page.
fn chapter(title: &str) -> [Block; 2] {
    [Block::NewPage, Block::Heading { level: HeadingLevel::Section, text: title.to_owned() }]
}

fn part(title: &str) -> Block {
    Block::Heading { level: HeadingLevel::Part, text: title.to_owned() }
}

/// A heading that is no section, so that it does not stand in the contents itself.
fn paragraph_heading(title: &str) -> Block {
    part(title)
}

fn field(label: &str, value: &str) -> Field {
    Field { label: label.to_owned(), value: value.to_owned() }
}

fn list(items: Vec<String>) -> Block {
    Block::List { numbered: false, items }
}

fn numbered(items: Vec<String>) -> Block {
    Block::List { numbered: true, items }
}

fn headers(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// How much time there is, and from when.
fn clock(framework: &Framework, at: ClockIx) -> String {
    let Clock { amount, unit, from, .. } = &framework[at];
    let number = amount.to_string();
    let within = match (unit, amount) {
        (Unit::AtOnce, _) => W.at_once.to_owned(),
        (Unit::CalendarDays | Unit::WorkingDays, 0) => W.that_day.to_owned(),
        (Unit::Hours, _) => fill(W.hours, &[&number]),
        (Unit::WorkingDays, 1) => W.one_working_day.to_owned(),
        (Unit::WorkingDays, _) => fill(W.working_days, &[&number]),
        (Unit::CalendarDays, _) => fill(W.calendar_days, &[&number]),
    };
    fill(W.clock, &[&within, from])
}

/// A number stands as fact only while its check date has not passed.
fn phone(contact: &Contact, on: Date) -> String {
    match contact.phone_on(on) {
        Phone::Number(number) => number.to_owned(),
        Phone::ToBeChecked(number) => fill(W.phone_to_be_checked, &[number]),
        Phone::Unlisted => W.phone_unlisted.to_owned(),
    }
}

/// A step with its clock and whom to ring; numbers stand under *Contacts* alone.
fn step(framework: &Framework, step: &Step) -> String {
    let time = clock(framework, step.clock);
    match step.contact {
        Some(contact) => fill(W.step_with, &[&step.text, &time, &framework[contact].title]),
        None => fill(W.step_without, &[&step.text, &time]),
    }
}
