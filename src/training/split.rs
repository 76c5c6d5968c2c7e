//! The first question at which a room parts, in the order in which a check asks.

use super::{sheet::Sheet, story::Story};
use crate::{
    assess::{family::Family, walk},
    case::{Case, ChildNo},
    framework::{Framework, model::QuestionIx},
};

/// Where the answers of a room part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    pub question: QuestionIx,
    pub child: ChildNo,
    /// How many gave each answer, the least worrying first; *not known*, which is an answer of its own, last.
    pub ways: Vec<(Stance, u32)>,
    /// How many were not asked it, or went past it.
    pub without: u32,
}

/// What somebody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    At(usize),
    NotKnown,
}

/// The first question to which people gave different answers; none where nobody walked, or all agree.
pub fn first(framework: &Framework, story: &Story, sheets: &[&Sheet]) -> Option<Split> {
    let walks: Vec<Case> = sheets.iter().filter_map(|sheet| sheet.as_case(story.case())).collect();
    let families: Vec<Family> = walks.iter().map(|case| Family::read(framework, case)).collect();
    for question in order(framework, story, &walks) {
        for member in story.case().members() {
            let given: Vec<Option<Stance>> = walks
                .iter()
                .zip(&families)
                .map(|(case, family)| stance(framework, case, family, question, member.no))
                .collect();
            let answered: Vec<Stance> = given.iter().flatten().copied().collect();
            if answered.iter().all(|stance| Some(stance) == answered.first()) {
                continue;
            }
            let mut ways: Vec<(Stance, u32)> = Vec::new();
            for stance in &answered {
                match ways.iter_mut().find(|(way, _)| way == stance) {
                    Some((_, people)) => *people += 1,
                    None => ways.push((*stance, 1)),
                }
            }
            ways.sort_unstable();
            let without = u32::try_from(given.len() - answered.len()).unwrap_or(u32::MAX);
            return Some(Split { question, child: member.no, ways, without });
        }
    }
    None
}

/// The questions in the order in which the walk asks them: the story's own concerns first, then the others
/// that somebody chose.
pub(super) fn order(framework: &Framework, story: &Story, walks: &[Case]) -> Vec<QuestionIx> {
    let mut whole = story.case().clone();
    for id in walks.iter().flat_map(|case| &case.concerns) {
        if !whole.concerns.contains(id) {
            whole.concerns.push(id.clone());
        }
    }
    for answered in walks.iter().flat_map(|case| &case.answers) {
        if !whole.answers.iter().any(|a| a.question == answered.question) {
            whole.answers.push(answered.clone());
        }
    }
    let family = Family::read(framework, &whole);
    walk::stretches(framework, &family).into_iter().flat_map(|stretch| stretch.questions).collect()
}

pub(super) fn stance(
    framework: &Framework,
    case: &Case,
    family: &Family,
    question: QuestionIx,
    child: ChildNo,
) -> Option<Stance> {
    if let Some(at) = family.of(child).and_then(|facts| facts.known[question.0]) {
        return Some(Stance::At(at));
    }
    let stands = |a: &crate::case::Answered| {
        framework.question(&a.question) == Some(question) && a.child.is_none_or(|no| no == child)
    };
    case.answers.iter().any(stands).then_some(Stance::NotKnown)
}
