//! What raises the suggestion, what is enough alone, what only advises, and the numbers that an area sets.

use super::{chapter, conditions::said, field, headers, list, part, words::W};
use crate::{
    framework::{
        Framework,
        condition::Condition,
        model::{Advice, PathwayIx, Rule, Topic},
    },
    keyed::fill,
    paper::document::{Block, Field},
};

pub(super) fn blocks(framework: &Framework) -> Vec<Block> {
    let mut blocks = chapter(W.rules).to_vec();
    blocks.push(Block::Paragraph(W.rules_intro.to_owned()));
    for at in (0..framework.pathways.len()).rev().map(PathwayIx) {
        let here = || framework.rules.iter().filter(move |rule| rule.to == at);
        let alone: Vec<String> = here()
            .filter_map(|rule| rule.decisive)
            .map(|indicator| framework[indicator].text.clone())
            .collect();
        let written: Vec<&Rule> = here().filter(|rule| rule.decisive.is_none()).collect();
        if !written.is_empty() {
            blocks.push(part(&fill(W.raises_to, &[&framework.pathway_line(at)])));
            blocks.extend(written.into_iter().map(|rule| Block::Fields(rule_fields(framework, rule))));
        }
        if !alone.is_empty() {
            blocks.push(part(&fill(W.alone_title, &[&framework.pathway_line(at)])));
            blocks.push(list(alone));
        }
    }
    if !framework.advice.is_empty() {
        blocks.extend(chapter(W.advice));
        blocks.extend(framework.advice.iter().map(|one| Block::Fields(advice_fields(framework, one))));
    }
    blocks.extend(numbers(framework));
    blocks
}

fn rule_fields(framework: &Framework, rule: &Rule) -> Vec<Field> {
    let mut fields = vec![field(W.rule_why, &rule.why), when(framework, &rule.when)];
    if let Some(eased) = &rule.easing {
        let by: Vec<&str> = eased.by.iter().map(|&strength| framework[strength].text.as_str()).collect();
        let to = framework.pathway_line(eased.to);
        fields.push(field(W.note, &fill(W.eased, &[&to, &by.join("; ")])));
    }
    fields.push(field(W.source, &framework.source_line(&rule.source)));
    fields
}

fn advice_fields(framework: &Framework, advice: &Advice) -> Vec<Field> {
    let topic = match advice.topic {
        Topic::Borderline => W.advice_borderline,
        Topic::Telling => W.advice_telling,
        Topic::Practice => W.advice_practice,
    };
    let mut fields = vec![field(topic, &advice.text), when(framework, &advice.when)];
    if let Some(up_to) = advice.up_to {
        fields.push(field(W.note, &fill(W.advice_up_to, &[&framework.pathway_line(up_to)])));
    }
    fields.push(field(W.source, &framework.source_line(&advice.source)));
    fields
}

pub(super) fn when(framework: &Framework, condition: &Condition) -> Field {
    let (lead, parts) = said(framework, condition);
    if lead.is_empty() {
        return field(W.rule_when, &parts.concat());
    }
    let lines = parts.iter().map(|part| format!("\u{2022} {part}"));
    let lines: Vec<String> = std::iter::once(lead).chain(lines).collect();
    field(W.rule_when, &lines.join("\n"))
}

fn numbers(framework: &Framework) -> Vec<Block> {
    let mut blocks = chapter(W.numbers).to_vec();
    if !framework.parameters.is_empty() {
        blocks.push(Block::Table {
            caption: String::new(),
            headers: headers(&[W.number, W.note]),
            rows: framework
                .parameters
                .iter()
                .map(|parameter| vec![parameter.value.to_string(), parameter.note.clone()])
                .collect(),
        });
    }
    let groups = framework.dimensions.iter().filter_map(|dimension| dimension.counts_with);
    let mut groups: Vec<usize> = groups.collect();
    groups.sort_unstable();
    groups.dedup();
    let together = |group: usize| {
        let all = framework.dimensions.iter().filter(|dimension| dimension.counts_with == Some(group));
        all.map(|dimension| dimension.title.as_str()).collect::<Vec<_>>().join(", ")
    };
    let groups: Vec<Field> = groups.into_iter().map(|group| field(W.counts_once, &together(group))).collect();
    if !groups.is_empty() {
        blocks.push(Block::Fields(groups));
    }
    // A heading over nothing would promise something.
    if blocks.len() == 2 { Vec::new() } else { blocks }
}
