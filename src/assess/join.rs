//! The children looked at together: the family's result is its most worrying child's, and each thing
//! said of it says for whom.

use super::{
    assessment::{Reason, Span},
    child::OfChild,
    evaluate::Engine,
    facts::Facts,
};
use crate::{
    case::ChildNo,
    framework::model::{DutyIx, PathwayIx},
};

/// The family's span: the highest lowest and the highest highest. A level is withheld while nothing
/// above the lowest one is established for anyone and a safety question is unknown for someone.
///
/// Each child comes with what their answers establish, and the highest that their unknowns allow.
pub(super) fn span(
    engine: &Engine<'_>,
    children: &[(&Facts, PathwayIx, PathwayIx)],
    held: Option<PathwayIx>,
) -> Span {
    let framework = engine.framework;
    let first = framework.first_pathway();
    let answered = children.iter().map(|(_, answered, _)| *answered).max().unwrap_or(first);
    let highest = children.iter().map(|(.., highest)| *highest).max().unwrap_or(first);
    let shown = held.map_or(answered, |held| held.max(answered));
    let at_rest = framework[shown].level == framework[first].level;
    let consult = at_rest && children.iter().any(|(facts, ..)| facts.safety_unknown(framework));
    Span { lowest: (!consult).then_some(shown), highest: highest.max(shown), answered }
}

/// The rules that establish some child's own result, and those that hold below it; one rule that rests
/// on the same questions for several children stands once.
pub(super) fn reasons(engine: &Engine<'_>, children: &mut [OfChild<'_>]) -> (Vec<Reason>, Vec<Reason>) {
    let (mut reasons, mut also) = (Vec::new(), Vec::new());
    let several = children.len() > 1;
    for child in children.iter_mut() {
        for reason in std::mem::take(&mut child.rules) {
            let list = if reason.to == child.span.answered { &mut reasons } else { &mut also };
            add(list, reason);
        }
    }
    if several {
        reasons.sort_by_key(|reason| engine.order(reason));
        also.sort_by_key(|reason| engine.order(reason));
    }
    (reasons, also)
}

fn add(list: &mut Vec<Reason>, reason: Reason) {
    let same = |other: &&mut Reason| {
        (other.rule, other.to, other.eased) == (reason.rule, reason.to, reason.eased)
            && other.answers == reason.answers
    };
    match list.iter_mut().find(same) {
        Some(other) => other.children.extend(reason.children),
        None => list.push(reason),
    }
}

/// Duties that are established for a child, and those that could be and are for none.
pub(super) fn duties(children: &[OfChild<'_>]) -> (Vec<(DutyIx, Vec<ChildNo>)>, Vec<DutyIx>) {
    let mut established: Vec<(DutyIx, Vec<ChildNo>)> = Vec::new();
    for child in children {
        for &duty in &child.duties {
            match established.iter_mut().find(|(other, _)| *other == duty) {
                Some((_, whom)) => whom.push(child.no),
                None => established.push((duty, vec![child.no])),
            }
        }
    }
    established.sort_by_key(|(duty, _)| *duty);
    let is_due = |duty: &DutyIx| established.iter().any(|(due, _)| due == duty);
    let possible = union(children.iter().map(|child| child.duties_possible.as_slice()));
    let possible = possible.into_iter().filter(|duty| !is_due(duty)).collect();
    (established, possible)
}

/// What any of the lists holds, in the framework's order.
pub(super) fn union<'a, T: Copy + Ord + 'a>(lists: impl Iterator<Item = &'a [T]>) -> Vec<T> {
    let mut all: Vec<T> = lists.flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}
