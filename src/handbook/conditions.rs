//! Conditions in plain words: a lead, and a line for each part.

use super::words::W;
use crate::{
    framework::{
        Framework,
        condition::{Condition, Count},
        model::{Kind, Polarity, QuestionIx},
    },
    keyed::fill,
};

/// A condition as a lead and its parts; one part alone needs no lead.
pub(super) fn said(framework: &Framework, condition: &Condition) -> (String, Vec<String>) {
    let parts = |parts: &[Condition]| parts.iter().map(|part| inside(framework, part)).collect();
    match condition {
        Condition::Any(all) => (W.any_of.to_owned(), parts(all)),
        Condition::All(all) => (W.all_of.to_owned(), parts(all)),
        Condition::AtLeast(least, all) => (fill(W.at_least_of, &[&least.to_string()]), parts(all)),
        one => (String::new(), vec![inside(framework, one)]),
    }
}

/// A condition in one line.
fn inside(framework: &Framework, condition: &Condition) -> String {
    let join =
        |parts: &[Condition]| parts.iter().map(|part| inside(framework, part)).collect::<Vec<_>>().join("; ");
    match condition {
        Condition::At { question, step } => at(framework, *question, *step),
        Condition::Age(ages) => {
            let titles: Vec<&str> = ages.iter().map(|&age| framework[age].title.as_str()).collect();
            fill(W.age_is, &[&titles.join(", ")])
        }
        Condition::Role(roles) => {
            let titles: Vec<&str> = roles.iter().map(|&role| framework[role].title.as_str()).collect();
            fill(W.role_is, &[&titles.join(", ")])
        }
        Condition::Any(one) | Condition::All(one) | Condition::AtLeast(1, one) if one.len() == 1 => join(one),
        Condition::Any(parts) => fill(W.inside_any, &[&join(parts)]),
        Condition::All(parts) => fill(W.inside_all, &[&join(parts)]),
        Condition::AtLeast(least, parts) => fill(W.inside_at_least, &[&least.to_string(), &join(parts)]),
        Condition::Count(counted) => count(framework, counted),
    }
}

/// What a question's answer says, and that a worse one says it too.
fn at(framework: &Framework, question: QuestionIx, step: usize) -> String {
    let question = &framework[question];
    let Some(here) = question.steps.get(step) else { return question.text.clone() };
    let text = match (here.indicator, &question.kind) {
        (Some(indicator), _) => framework[indicator].text.clone(),
        (None, _) => fill(W.answer_to, &[&question.text, &here.means]),
    };
    let further = step < question.worst() && !matches!(question.kind, Kind::YesNo { .. });
    match (further, question.polarity) {
        (false, _) => text,
        (true, Polarity::Strength) => fill(W.or_better, &[&text]),
        (true, _) => fill(W.or_worse, &[&text]),
    }
}

fn count(framework: &Framework, count: &Count) -> String {
    let at = framework.pathway_line(count.at);
    let mut said = fill(W.count_needs, &[&count.at_least.to_string(), &at]);
    if count.domains > 1 {
        said.push_str(&fill(W.count_domains, &[&count.domains.to_string()]));
    }
    if !count.including.is_empty() {
        let titles: Vec<&str> = count.including.iter().map(|&d| framework[d].title.as_str()).collect();
        said.push_str(&fill(W.count_including, &[&titles.join(", ")]));
    }
    if !count.themes.is_empty() {
        said.push_str(&fill(W.count_themes, &[&count.themes.join(", ")]));
    }
    said
}
