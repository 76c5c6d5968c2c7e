//! Forms: what each asks, why, and what is left to be written by hand.

use super::{chapter, field, headers, part, words::W};
use crate::{
    framework::{
        Framework,
        model::{Form, FormField},
    },
    keyed::fill,
    paper::document::Block,
};

pub(super) fn blocks(framework: &Framework) -> Vec<Block> {
    if framework.forms.is_empty() {
        return Vec::new();
    }
    let mut blocks = chapter(W.forms).to_vec();
    blocks.push(Block::Paragraph(W.forms_intro.to_owned()));
    for form in &framework.forms {
        blocks.push(part(&form.title));
        blocks.extend(one(framework, form));
    }
    blocks
}

fn one(framework: &Framework, form: &Form) -> Vec<Block> {
    let serves: Vec<String> = form.serves.iter().map(|&p| framework.pathway_line(p)).collect();
    let serves = if serves.is_empty() { W.form_serves_none.to_owned() } else { serves.join("\n") };
    let mut fields = vec![field(W.form_serves, &serves)];
    fields.extend(form.note.as_ref().map(|note| field(W.note, note)));
    fields.push(field(W.source, &framework.source_line(&form.source)));
    let tables = form.sections.iter().map(|section| Block::Table {
        caption: section.title.clone(),
        headers: headers(&[W.form_field, W.form_why, W.form_filled]),
        rows: section.fields.iter().map(|field| row(framework, field)).collect(),
    });
    std::iter::once(Block::Fields(fields)).chain(tables).collect()
}

fn row(framework: &Framework, field: &FormField) -> Vec<String> {
    let at: Vec<String> = field.asked_at.iter().map(|&p| framework.pathway_line(p)).collect();
    let why = match (&field.why, at.is_empty()) {
        (None, _) => W.form_not_asked.to_owned(),
        (Some(why), true) => why.clone(),
        (Some(why), false) => fill(W.form_why_at, &[why, &at.join("; ")]),
    };
    let filled = if field.by_hand() { W.form_by_hand } else { W.form_from_check };
    vec![field.label.clone(), why, filled.to_owned()]
}
