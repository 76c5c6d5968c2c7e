//! The shared sections and the concerns, each with its questions.

use super::{chapter, field, list, part, words::W};
use crate::{
    framework::{
        Framework,
        model::{
            Concern, FindOut, IndicatorIx, Kind, Part, Polarity, Question, QuestionIx, QuestionStep, Worse,
        },
    },
    keyed::fill,
    paper::document::{Block, Field},
};

pub(super) fn blocks(framework: &Framework) -> Vec<Block> {
    let mut blocks = Vec::new();
    let (first, after): (Vec<_>, Vec<_>) =
        framework.sections.iter().partition(|section| matches!(section.part, Part::Safety | Part::Around));
    let section = |blocks: &mut Vec<Block>, section: &crate::framework::model::Section| {
        blocks.extend(chapter(&section.title));
        blocks.extend(section.intro.clone().map(Block::Paragraph));
        questions(framework, &section.questions, blocks);
    };
    for one in first {
        section(&mut blocks, one);
    }
    for concern in &framework.concerns {
        blocks.extend(chapter(&concern.title));
        blocks.push(Block::Fields(about(framework, concern)));
        if !concern.bear_in_mind.is_empty() {
            blocks.push(Block::Paragraph(W.bear_in_mind.to_owned()));
            blocks.push(list(concern.bear_in_mind.clone()));
        }
        questions(framework, &concern.questions, &mut blocks);
    }
    for one in after {
        section(&mut blocks, one);
    }
    blocks
}

fn about(framework: &Framework, concern: &Concern) -> Vec<Field> {
    let mut fields = vec![field(W.worry, &concern.worry)];
    if !concern.also.is_empty() {
        fields.push(field(W.also, &concern.also.join(", ")));
    }
    let together: Vec<&str> =
        concern.goes_with.iter().map(|&other| framework[other].title.as_str()).collect();
    if !together.is_empty() {
        fields.push(field(W.goes_with, &together.join(", ")));
    }
    if concern.injuries {
        fields.push(field(W.injuries, W.injuries_asked));
    }
    fields
}

fn questions(framework: &Framework, asked: &[QuestionIx], blocks: &mut Vec<Block>) {
    for &at in asked {
        let question = &framework[at];
        blocks.push(part(&question.text));
        blocks.push(Block::Fields(fields(framework, question)));
    }
}

fn fields(framework: &Framework, question: &Question) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut add = |label: &str, value: String| {
        if !value.is_empty() {
            fields.push(field(label, &value));
        }
    };
    add(W.hint, question.hint.clone().unwrap_or_default());
    add(W.why, question.why.clone());
    add(W.means, question.means.clone().unwrap_or_default());
    add(W.counts, bullets(&question.counts));
    add(W.does_not_count, bullets(&question.does_not_count));
    add(W.answers, bullets(&answers(framework, question)));
    add(W.who, question.who.join(", "));
    add(W.find_out, find_out(&question.find_out));
    let ages: Vec<&str> = question.ages.iter().map(|&age| framework[age].title.as_str()).collect();
    add(W.asked_of, ages.join(", "));
    let gates = question.opened_by.iter().map(|gate| {
        let before = &framework[gate.question];
        let step = before.steps.get(gate.from).map(|step| step.means.as_str()).unwrap_or_default();
        fill(W.answer_to, &[&before.text, step])
    });
    add(W.opened_by, bullets(&gates.collect::<Vec<_>>()));
    add(W.source, framework.source_line(&question.source));
    fields
}

fn bullets(items: &[String]) -> String {
    match items {
        [only] => only.clone(),
        several => several.iter().map(|item| format!("\u{2022} {item}")).collect::<Vec<_>>().join("\n"),
    }
}

fn find_out(how: &FindOut) -> String {
    match how {
        FindOut::Ask(text) => fill(W.find_ask, &[text]),
        FindOut::Records(text) => fill(W.find_records, &[text]),
        FindOut::Colleague(text) => fill(W.find_colleague, &[text]),
        FindOut::FrontDoor(text) => fill(W.find_front_door, &[text]),
    }
}

/// Each answer with its level, and the sign that it establishes where that is said in other words.
fn answers(framework: &Framework, question: &Question) -> Vec<String> {
    let mut said = Vec::new();
    for (at, step) in question.steps.iter().enumerate() {
        let means = means(question, at, step);
        match step.indicator {
            Some(indicator) => said.push(with_level(framework, &means, step, indicator)),
            None => said.push(fill(W.answer_plain, &[&means])),
        }
    }
    said
}

fn means(question: &Question, at: usize, step: &QuestionStep) -> String {
    let Kind::Number { unit, cuts, worse, .. } = &question.kind else { return step.means.clone() };
    let cut = at.checked_sub(1).and_then(|at| cuts.get(at));
    let Some(cut) = cut else { return step.means.clone() };
    let words = if *worse == Worse::Lower { W.cuts_lower } else { W.cuts_higher };
    let range = fill(words, &[&cut.to_string(), unit]);
    format!("{} ({range})", step.means)
}

fn with_level(framework: &Framework, means: &str, step: &QuestionStep, at: IndicatorIx) -> String {
    let indicator = &framework[at];
    let mut line = match indicator.polarity {
        Polarity::Strength => fill(W.answer_strength, &[means]),
        _ => fill(W.answer_level, &[means, &framework.pathway_line(indicator.pathway)]),
    };
    if indicator.decisive {
        line = fill(W.decisive, &[&line]);
    }
    if indicator.text != step.means {
        line = fill(W.sign, &[&line, &indicator.text]);
    }
    let more = [
        (W.first_person, &indicator.first_person),
        (W.guidance, &indicator.guidance),
        (W.differs, &indicator.differs),
    ];
    for (words, text) in more {
        if let Some(text) = text {
            line.push('\n');
            line.push_str(&fill(words, &[text]));
        }
    }
    line
}
