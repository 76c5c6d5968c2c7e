//! Duties, contacts, escalation, glossary and sources.

use jiff::civil::Date;

use super::{chapter, clock, date, field, headers, numbered, part, phone, rules::when, step, words::W};
use crate::{
    framework::{Framework, model::Duty},
    paper::document::{Block, Field},
};

pub(super) fn duties(framework: &Framework, on: Date) -> Vec<Block> {
    let mut blocks = chapter(W.duties).to_vec();
    blocks.push(Block::Paragraph(W.duties_intro.to_owned()));
    for duty in &framework.duties {
        blocks.push(part(&duty.title));
        blocks.push(Block::Fields(duty_fields(framework, duty, on)));
    }
    blocks
}

fn duty_fields(framework: &Framework, duty: &Duty, on: Date) -> Vec<Field> {
    let contact = &framework[duty.contact];
    let roles: Vec<&str> = duty.binds.iter().map(|&role| framework[role].title.as_str()).collect();
    let roles = if roles.is_empty() { W.everyone.to_owned() } else { roles.join(", ") };
    let mut time = clock(framework, duty.clock);
    if duty.same_day {
        time = format!("{time}. {}", W.same_day);
    }
    let mut arises = when(framework, &duty.when);
    W.when.clone_into(&mut arises.label);
    vec![
        field(W.action, &duty.action),
        field(W.by_when, &time),
        field(W.binds, &format!("{}\n{roles}", duty.who)),
        arises,
        field(W.contact, &format!("{}\n{}", contact.title, phone(contact, on))),
        field(W.source, &framework.source_line(&duty.source)),
    ]
}

pub(super) fn contacts(framework: &Framework, on: Date) -> Vec<Block> {
    let mut blocks = chapter(W.contacts).to_vec();
    blocks.push(Block::Paragraph(W.contacts_intro.to_owned()));
    for contact in &framework.contacts {
        blocks.push(part(&contact.title));
        let mut fields = vec![field(W.phone, &phone(contact, on))];
        fields.extend(contact.hours.as_ref().map(|hours| field(W.open_hours, hours)));
        fields.extend(contact.checked_on.map(|day| field(W.checked_on, &date(day))));
        fields.extend(contact.note.as_ref().map(|note| field(W.note, note)));
        fields.push(field(W.source, &framework.source_line(&contact.source)));
        blocks.push(Block::Fields(fields));
    }
    blocks
}

pub(super) fn escalation(framework: &Framework) -> Vec<Block> {
    if framework.escalation.is_empty() {
        return Vec::new();
    }
    let mut blocks = chapter(W.escalation).to_vec();
    blocks.push(numbered(framework.escalation.iter().map(|one| step(framework, one)).collect()));
    blocks
}

pub(super) fn glossary(framework: &Framework) -> Vec<Block> {
    if framework.glossary.is_empty() {
        return Vec::new();
    }
    let mut terms: Vec<_> = framework.glossary.iter().collect();
    terms.sort_by_key(|term| term.term.to_lowercase());
    let row = |term: &&crate::framework::model::Term| {
        let names: Vec<&str> = std::iter::once(&term.term).chain(&term.also).map(String::as_str).collect();
        vec![names.join(", "), term.means.clone()]
    };
    let mut blocks = chapter(W.glossary).to_vec();
    blocks.push(Block::Table {
        caption: String::new(),
        headers: headers(&[W.term, W.means]),
        rows: terms.iter().map(row).collect(),
    });
    blocks
}

pub(super) fn sources(framework: &Framework) -> Vec<Block> {
    let row = |document: &crate::framework::model::SourceDocument| {
        let address = document.address.as_deref().unwrap_or(W.not_said);
        vec![document.title.clone(), address.to_owned()]
    };
    let mut blocks = chapter(W.sources).to_vec();
    blocks.push(Block::Table {
        caption: String::new(),
        headers: headers(&[W.document, W.address]),
        rows: framework.documents.iter().map(row).collect(),
    });
    blocks
}
