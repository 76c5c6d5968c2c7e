//! For whom something is said: how each child is called, and answers that differ by child.

use super::{labels::Labels, phrases};
use crate::{
    assess::facts,
    case::{Answered, Case, ChildNo, family::Member},
    framework::{Framework, model::QuestionIx},
    keyed::fill,
};

const L: Labels = Labels::ENGLISH;

/// How a child is called: as was written, or by number; never as another is called.
pub fn who(case: &Case, child: ChildNo) -> String {
    let numbered = fill(L.child_numbered, &[&child.0.to_string()]);
    let called = |member: &Member<'_>| member.called.trim().to_lowercase();
    let Some(member) = case.members().find(|member| member.no == child) else { return numbered };
    let same = case.members().filter(|other| called(other) == called(&member)).count();
    match (member.called.trim(), same) {
        ("", _) => numbered,
        (called, 1) => called.to_owned(),
        (called, _) => format!("{called} ({numbered})"),
    }
}

/// The children of whom something is said, in words; `None` where the check is about one child.
pub fn whom(case: &Case, children: &[ChildNo]) -> Option<String> {
    if case.one_child() {
        return None;
    }
    if case.members().all(|member| children.contains(&member.no)) {
        return Some(L.every_child.to_owned());
    }
    let names: Vec<String> = children.iter().map(|&child| who(case, child)).collect();
    Some(names.join(", "))
}

/// A sentence with the children it is said of before it, where there are several.
pub fn said_for(case: &Case, children: &[ChildNo], text: &str) -> String {
    match whom(case, children) {
        Some(whom) => fill(L.for_whom, &[&whom, text]),
        None => text.to_owned(),
    }
}

/// What was answered to a question, with the children each answer stands for.
pub fn answers<'a>(
    framework: &Framework,
    case: &'a Case,
    question: QuestionIx,
) -> Vec<(Vec<ChildNo>, &'a Answered)> {
    let mut groups: Vec<(Vec<ChildNo>, &Answered)> = Vec::new();
    for member in case.members() {
        let Some(answered) = phrases::answered_for(framework, case, question, member.no) else { continue };
        match groups.iter_mut().find(|(_, other)| std::ptr::eq(*other, answered)) {
            Some((children, _)) => children.push(member.no),
            None => groups.push((vec![member.no], answered)),
        }
    }
    groups
}

/// Where an answer puts its question, if that is known.
fn step(framework: &Framework, question: QuestionIx, answered: &Answered) -> Option<usize> {
    facts::ordinal(framework, question, &answered.answer).flatten()
}

/// Whether a question stands above its first step for any child.
pub fn stands(framework: &Framework, case: &Case, question: QuestionIx) -> bool {
    let above = |(_, answered): &(Vec<ChildNo>, &Answered)| {
        step(framework, question, answered).is_some_and(|step| step > 0)
    };
    answers(framework, case, question).iter().any(above)
}

/// What the answers to a question establish, a line for each that stands above its first step.
pub fn findings(framework: &Framework, case: &Case, question: QuestionIx) -> Vec<String> {
    let groups = answers(framework, case, question).into_iter();
    let above = groups.filter(|(_, answered)| step(framework, question, answered).is_some_and(|s| s > 0));
    above
        .map(|(children, answered)| {
            said_for(case, &children, &phrases::finding(framework, question, answered))
        })
        .collect()
}

/// All notes on a question as one: alike ones once, others with the child they are about.
pub fn notes(framework: &Framework, case: &Case, question: QuestionIx) -> String {
    let groups = answers(framework, case, question);
    let noted: Vec<_> = groups.iter().filter(|(_, a)| !a.note.trim().is_empty()).collect();
    match &noted[..] {
        [] => String::new(),
        [(_, first), rest @ ..] if rest.iter().all(|(_, a)| a.note == first.note) => first.note.clone(),
        several => {
            let one = |(children, a): &&(Vec<ChildNo>, &Answered)| said_for(case, children, a.note.trim());
            several.iter().map(one).collect::<Vec<_>>().join("\n")
        }
    }
}
