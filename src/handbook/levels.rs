//! Levels and pathways: what each means, what is done, who agrees, who is told.

use jiff::civil::Date;

use super::{chapter, field, headers, numbered, part, phone, step, words::W};
use crate::{
    framework::{
        Framework,
        model::{Pathway, PathwayIx},
    },
    paper::document::{Block, Field},
};

pub(super) fn blocks(framework: &Framework, on: Date) -> Vec<Block> {
    let mut blocks = chapter(W.levels).to_vec();
    blocks.push(Block::Paragraph(W.levels_intro.to_owned()));
    let row = |level: &crate::framework::model::Level| {
        vec![
            level.label.clone(),
            level.name.clone(),
            level.means.clone(),
            framework.source_line(&level.source),
        ]
    };
    blocks.push(Block::Table {
        caption: String::new(),
        headers: headers(&[W.level, W.name, W.means, W.source]),
        rows: framework.levels.iter().map(row).collect(),
    });
    for (at, pathway) in framework.pathways.iter().enumerate() {
        blocks.push(part(&framework.pathway_line(PathwayIx(at))));
        blocks.push(Block::Fields(fields(framework, pathway, on)));
        blocks.push(Block::Paragraph(W.steps.to_owned()));
        blocks.push(numbered(pathway.steps.iter().map(|one| step(framework, one)).collect()));
    }
    blocks.extend(chapter(W.consult));
    blocks.push(Block::Paragraph(framework.consult.text.clone()));
    blocks.push(numbered(framework.consult.steps.iter().map(|one| step(framework, one)).collect()));
    blocks.push(part(W.consults));
    blocks.push(Block::Table {
        caption: String::new(),
        headers: headers(&[W.role, W.whom]),
        rows: framework
            .roles
            .iter()
            .map(|role| vec![role.title.clone(), framework[role.consults].title.clone()])
            .collect(),
    });
    blocks
}

fn fields(framework: &Framework, pathway: &Pathway, on: Date) -> Vec<Field> {
    let contact = &framework[pathway.contact];
    let mut fields = vec![field(W.means, &pathway.means)];
    let mut maybe = |label: &str, value: Option<&String>| {
        fields.extend(value.map(|value| field(label, value)));
    };
    maybe(W.service, pathway.service.as_ref());
    maybe(W.legal_basis, pathway.legal_basis.as_ref());
    fields.extend([
        field(W.ask, &pathway.ask),
        field(W.lead, &pathway.lead),
        field(W.agreement, &pathway.agreement),
        field(W.sharing, &pathway.sharing),
        field(W.contact, &format!("{}\n{}", contact.title, phone(contact, on))),
    ]);
    if pathway.phone_now {
        fields.push(field(W.phone_first, W.phone_now));
    }
    fields.push(field(W.source, &framework.source_line(&pathway.source)));
    fields
}
