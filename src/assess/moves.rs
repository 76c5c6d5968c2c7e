//! What would move the result: which unknowns to find out first, and the shortest changes up and down.

use super::{
    assessment::{Change, Reason, Unknown},
    child::OfChild,
    evaluate::Engine,
    facts::Facts,
};
use crate::{
    case::ChildNo,
    framework::model::{Part, PathwayIx, Polarity, QuestionIx},
};

/// How many ways to one result are worth showing.
const WAYS: usize = 3;

/// More answers than this are no longer a short change.
const LONGEST: usize = 3;

/// Pairs of changes are tried among so many candidates at most: beyond, the list is no longer read.
const PAIRS_AMONG: usize = 90;

/// The questions that are unknown for a child, the most telling first: safety, then what could establish
/// the highest pathway, then what narrows the span most, then the framework's order.
pub(super) fn find_out(
    engine: &Engine<'_>,
    children: &[OfChild<'_>],
    scope: &[QuestionIx],
    answered: PathwayIx,
) -> Vec<Unknown> {
    let framework = engine.framework;
    let mut found: Vec<Unknown> = Vec::new();
    for &question in scope.iter().filter(|q| framework[**q].widens()) {
        let open = |child: &OfChild<'_>| {
            child.facts.known[question.0].is_none() && child.scope.binary_search(&question).is_ok()
        };
        let (mut could_establish, mut would_leave) = (answered, framework.first_pathway());
        let mut whom = Vec::new();
        for child in children {
            if open(child) {
                let worst = child.facts.with(question, framework[question].worst());
                could_establish = could_establish.max(engine.lowest(&worst));
                would_leave = would_leave.max(engine.highest(&child.facts.with(question, 0)));
                whom.push(child.no);
            } else {
                would_leave = would_leave.max(child.highest);
            }
        }
        if !whom.is_empty() {
            found.push(Unknown { question, could_establish, would_leave, children: whom });
        }
    }
    found.sort_by_key(|unknown| {
        let safety = framework[unknown.question].part == Some(Part::Safety);
        (!safety, std::cmp::Reverse(unknown.could_establish), unknown.would_leave, unknown.question)
    });
    found
}

/// The shortest sets of answers that would raise the result, for each pathway above it. What raises one
/// child's that far raises the family's.
pub(super) fn up(engine: &Engine<'_>, children: &[OfChild<'_>], answered: PathwayIx) -> Vec<Change> {
    if let [only] = children {
        return up_for(engine, only, answered);
    }
    let mut all: Vec<Change> = Vec::new();
    for change in children.iter().flat_map(|child| up_for(engine, child, answered)) {
        match all.iter_mut().find(|other| (other.to, &other.answers) == (change.to, &change.answers)) {
            Some(other) => other.children.extend(change.children),
            None => all.push(change),
        }
    }
    // One child's longer way is not worth reading beside another's shorter.
    let shortest = |to| all.iter().filter(|c| c.to == to).map(|c| c.answers.len()).min();
    let short = all.iter().filter(|change| Some(change.answers.len()) == shortest(change.to));
    let mut short: Vec<Change> = short.cloned().collect();
    short.sort_by_key(|change| change.to);
    let mut of_target = (answered, 0);
    short.retain(|change| {
        of_target = if of_target.0 == change.to { (change.to, of_target.1 + 1) } else { (change.to, 1) };
        of_target.1 <= WAYS
    });
    short
}

fn up_for(engine: &Engine<'_>, child: &OfChild<'_>, lowest: PathwayIx) -> Vec<Change> {
    let facts = child.facts;
    let candidates = candidates(engine, facts, &child.scope);
    let mut found = Vec::new();
    for target in lowest.0 + 1..engine.framework.pathways.len() {
        let target = PathwayIx(target);
        let reaches = |change: &[(QuestionIx, usize)]| {
            let changed = change.iter().fold(facts.bare(), |facts, &(q, step)| facts.with(q, step));
            engine.lowest(&changed) == target
        };
        let mut ways = singles(&candidates, &reaches);
        if ways.is_empty() {
            ways = pairs(&candidates, &reaches);
        }
        let change = |answers| Change { to: target, answers, children: vec![child.no] };
        found.extend(ways.into_iter().map(change));
    }
    found
}

/// Steps that needs in scope could rise to, unknown ones first: those are the likelier change.
fn candidates(engine: &Engine<'_>, facts: &Facts, scope: &[QuestionIx]) -> Vec<(QuestionIx, usize)> {
    let framework = engine.framework;
    let needs = scope.iter().copied().filter(|q| framework[*q].polarity != Polarity::Strength);
    let mut found: Vec<(QuestionIx, usize)> = needs
        .flat_map(|q| (facts.known[q.0].unwrap_or(0) + 1..=framework[q].worst()).map(move |step| (q, step)))
        .collect();
    found.sort_by_key(|&(q, step)| (facts.known[q.0].is_some(), q, step));
    found
}

type Ways = Vec<Vec<(QuestionIx, usize)>>;

fn singles(candidates: &[(QuestionIx, usize)], reaches: &impl Fn(&[(QuestionIx, usize)]) -> bool) -> Ways {
    let mut ways: Ways = Vec::new();
    for &one in candidates {
        // The first step of a ladder that gets there says enough; its worse rungs add nothing.
        let told = ways.iter().any(|way| way[0].0 == one.0);
        if ways.len() < WAYS && !told && reaches(&[one]) {
            ways.push(vec![one]);
        }
    }
    ways
}

fn pairs(candidates: &[(QuestionIx, usize)], reaches: &impl Fn(&[(QuestionIx, usize)]) -> bool) -> Ways {
    let near = &candidates[..candidates.len().min(PAIRS_AMONG)];
    let mut ways: Ways = Vec::new();
    for (at, &one) in near.iter().enumerate() {
        for &other in &near[at + 1..] {
            if ways.len() >= WAYS {
                return ways;
            }
            let told = ways.iter().any(|way| way[0].0 == one.0 && way[1].0 == other.0);
            if one.0 != other.0 && !told && reaches(&[one, other]) {
                ways.push(vec![one, other]);
            }
        }
    }
    ways
}

/// The shortest sets of answers without which the result would be lower, each at its least worrying
/// step. The family's falls only when every child's does who stands as high.
pub(super) fn down(
    engine: &Engine<'_>,
    children: &[OfChild<'_>],
    reasons: &[Reason],
    answered: PathwayIx,
) -> Vec<Change> {
    let highest: Vec<ChildNo> =
        children.iter().filter(|child| child.span.answered == answered).map(|child| child.no).collect();
    let mut resting: Vec<QuestionIx> =
        reasons.iter().filter(|r| r.to == answered).flat_map(|r| r.answers.iter().copied()).collect();
    resting.sort_unstable();
    resting.dedup();
    let without = |set: &[QuestionIx]| {
        let of = |child: &OfChild<'_>| {
            if child.span.answered < answered {
                return child.span.answered;
            }
            let changed = set.iter().fold(child.facts.bare(), |facts, &q| facts.with(q, 0));
            engine.lowest(&changed)
        };
        children.iter().map(of).max().unwrap_or(answered)
    };
    let change = |set: Vec<QuestionIx>| Change {
        to: without(&set),
        answers: set.into_iter().map(|q| (q, 0)).collect(),
        children: highest.clone(),
    };
    for size in 1..=LONGEST.min(resting.len()) {
        let mut found = Vec::new();
        for set in subsets(&resting, size) {
            if without(&set) < answered {
                found.push(change(set));
            }
            if found.len() == WAYS {
                break;
            }
        }
        if !found.is_empty() {
            return found;
        }
    }
    // Nothing short does it: the smallest set that greedy deletion leaves still answers the question.
    let mut set = resting;
    if set.is_empty() || without(&set) >= answered {
        return Vec::new();
    }
    for question in set.clone() {
        let fewer: Vec<QuestionIx> = set.iter().copied().filter(|&q| q != question).collect();
        if without(&fewer) < answered {
            set = fewer;
        }
    }
    vec![change(set)]
}

/// All subsets of a size, in order.
fn subsets(items: &[QuestionIx], size: usize) -> Vec<Vec<QuestionIx>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let mut found = Vec::new();
    for (at, &first) in items.iter().enumerate() {
        for mut rest in subsets(&items[at + 1..], size - 1) {
            rest.insert(0, first);
            found.push(rest);
        }
    }
    found
}
