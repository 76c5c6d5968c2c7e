//! What would move the result: which unknowns to find out first, and the shortest changes up and down.

use super::{
    assessment::{Change, Reason, Unknown},
    evaluate::Engine,
    facts::Facts,
};
use crate::framework::model::{Part, PathwayIx, Polarity, QuestionIx};

/// How many ways to one result are worth showing.
const WAYS: usize = 3;

/// More answers than this are no longer a short change.
const LONGEST: usize = 3;

/// Pairs of changes are tried among so many candidates at most: beyond, the list is no longer read.
const PAIRS_AMONG: usize = 90;

/// The unknown questions in scope, the most telling first: safety, then what could establish the
/// highest pathway, then what narrows the span most, then the framework's order.
pub fn find_out(engine: &Engine<'_>, facts: &Facts, scope: &[QuestionIx]) -> Vec<Unknown> {
    let framework = engine.framework;
    let unknown = scope.iter().copied().filter(|q| facts.known[q.0].is_none() && framework[*q].widens());
    let mut found: Vec<Unknown> = unknown
        .map(|question| Unknown {
            question,
            could_establish: engine.lowest(&facts.with(question, framework[question].worst())),
            would_leave: engine.highest(&facts.with(question, 0)),
        })
        .collect();
    found.sort_by_key(|unknown| {
        let safety = framework[unknown.question].part == Some(Part::Safety);
        (!safety, std::cmp::Reverse(unknown.could_establish), unknown.would_leave, unknown.question)
    });
    found
}

/// The shortest sets of answers that would raise the result, for each pathway above it.
pub fn up(engine: &Engine<'_>, facts: &Facts, scope: &[QuestionIx], lowest: PathwayIx) -> Vec<Change> {
    let candidates = candidates(engine, facts, scope);
    let mut found = Vec::new();
    for target in lowest.0 + 1..engine.framework.pathways.len() {
        let target = PathwayIx(target);
        let reaches = |change: &[(QuestionIx, usize)]| {
            let changed = change.iter().fold(facts.clone(), |facts, &(q, step)| facts.with(q, step));
            engine.lowest(&changed) == target
        };
        let mut ways = singles(&candidates, &reaches);
        if ways.is_empty() {
            ways = pairs(&candidates, &reaches);
        }
        found.extend(ways.into_iter().map(|answers| Change { to: target, answers }));
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

/// The shortest sets of answers without which the result would be lower, each at its least worrying step.
pub fn down(engine: &Engine<'_>, facts: &Facts, reasons: &[Reason], lowest: PathwayIx) -> Vec<Change> {
    let mut resting: Vec<QuestionIx> = reasons.iter().flat_map(|r| r.answers.iter().copied()).collect();
    resting.sort_unstable();
    resting.dedup();
    let without = |set: &[QuestionIx]| {
        let changed = set.iter().fold(facts.clone(), |facts, &q| facts.with(q, 0));
        engine.lowest(&changed)
    };
    for size in 1..=LONGEST.min(resting.len()) {
        let mut found = Vec::new();
        for set in subsets(&resting, size) {
            let to = without(&set);
            if to < lowest {
                found.push(Change { to, answers: set.into_iter().map(|q| (q, 0)).collect() });
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
    if set.is_empty() || without(&set) >= lowest {
        return Vec::new();
    }
    for question in set.clone() {
        let fewer: Vec<QuestionIx> = set.iter().copied().filter(|&q| q != question).collect();
        if without(&fewer) < lowest {
            set = fewer;
        }
    }
    vec![Change { to: without(&set), answers: set.into_iter().map(|q| (q, 0)).collect() }]
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
