//! What would move the result: which unknowns to find out first, and the shortest changes up and down.

use super::{
    assessment::{Change, Reason, Unknown},
    child::OfChild,
    evaluate::Engine,
    facts::Facts,
    tries::{Answer, Tries},
};
use crate::{
    case::ChildNo,
    framework::{
        lanes::LANES,
        model::{Part, PathwayIx, Polarity, QuestionIx},
    },
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
    let asked: Vec<QuestionIx> = scope.iter().copied().filter(|q| framework[*q].widens()).collect();
    let mut found: Vec<Unknown> = asked
        .iter()
        .map(|&question| Unknown {
            question,
            could_establish: answered,
            would_leave: framework.first_pathway(),
            children: Vec::new(),
        })
        .collect();
    for child in children {
        let is_open =
            |q: QuestionIx| child.facts.known[q.0].is_none() && child.scope.binary_search(&q).is_ok();
        let open: Vec<usize> = (0..asked.len()).filter(|&at| is_open(asked[at])).collect();
        let worst: Vec<[Answer; 1]> =
            open.iter().map(|&at| [(asked[at], framework[asked[at]].worst())]).collect();
        let least: Vec<[Answer; 1]> = open.iter().map(|&at| [(asked[at], 0)]).collect();
        let (worst, least) = (child.tries.lowest(&worst), child.tries.highest(&least));
        for unknown in &mut found {
            if !is_open(unknown.question) {
                unknown.would_leave = unknown.would_leave.max(child.highest);
            }
        }
        for ((&at, worst), least) in open.iter().zip(worst).zip(least) {
            let unknown = &mut found[at];
            unknown.could_establish = unknown.could_establish.max(worst);
            unknown.would_leave = unknown.would_leave.max(least);
            unknown.children.push(child.no);
        }
    }
    found.retain(|unknown| !unknown.children.is_empty());
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
    let candidates = candidates(engine, child.facts, &child.scope);
    let alone: Vec<[Answer; 1]> = candidates.iter().map(|&one| [one]).collect();
    let alone = child.tries.lowest(&alone);
    let targets: Vec<PathwayIx> = (lowest.0 + 1..engine.framework.pathways.len()).map(PathwayIx).collect();
    let mut ways: Vec<Ways> = targets.iter().map(|&target| singles(&candidates, &alone, target)).collect();
    // Where one answer does it, two are not worth reading.
    let wanting: Vec<usize> = (0..targets.len()).filter(|&at| ways[at].is_empty()).collect();
    if let Some(highest) = wanting.iter().map(|&at| targets[at]).max() {
        // More concern never lowers: what goes too far alone goes too far with another.
        let near = candidates.iter().zip(&alone).take(PAIRS_AMONG).filter(|(_, alone)| **alone < highest);
        let near: Vec<Answer> = near.map(|(one, _)| *one).collect();
        pairs(&child.tries, &near, &targets, &wanting, &mut ways);
    }
    let change = |to: PathwayIx, answers| Change { to, answers, children: vec![child.no] };
    let of = |(&to, ways): (&PathwayIx, Ways)| {
        ways.into_iter().map(move |way| change(to, way)).collect::<Vec<_>>()
    };
    targets.iter().zip(ways).flat_map(of).collect()
}

/// Steps that needs in scope could rise to, unknown ones first: those are the likelier change.
fn candidates(engine: &Engine<'_>, facts: &Facts, scope: &[QuestionIx]) -> Vec<Answer> {
    let framework = engine.framework;
    let needs = scope.iter().copied().filter(|q| framework[*q].polarity != Polarity::Strength);
    let mut found: Vec<Answer> = needs
        .flat_map(|q| (facts.known[q.0].unwrap_or(0) + 1..=framework[q].worst()).map(move |step| (q, step)))
        .collect();
    found.sort_by_key(|&(q, step)| (facts.known[q.0].is_some(), q, step));
    found
}

type Ways = Vec<Vec<Answer>>;

fn singles(candidates: &[Answer], alone: &[PathwayIx], target: PathwayIx) -> Ways {
    let mut ways: Ways = Vec::new();
    for (&one, _) in candidates.iter().zip(alone).filter(|(_, to)| **to == target) {
        // The first step of a ladder that gets there says enough; its worse rungs add nothing.
        let told = ways.iter().any(|way| way[0].0 == one.0);
        if ways.len() < WAYS && !told {
            ways.push(vec![one]);
        }
    }
    ways
}

/// Adds the pairs that come to each target that is wanting, in order, until each has enough.
fn pairs(tries: &Tries<'_>, near: &[Answer], targets: &[PathwayIx], wanting: &[usize], ways: &mut [Ways]) {
    let mut all = near.iter().enumerate().flat_map(|(at, &one)| {
        let other_question = move |other: &&Answer| other.0 != one.0;
        near[at + 1..].iter().filter(other_question).map(move |&other| [one, other])
    });
    let mut some: Vec<[Answer; 2]> = Vec::with_capacity(tries.at_once());
    loop {
        some.clear();
        some.extend(all.by_ref().take(tries.at_once()));
        if some.is_empty() || wanting.iter().all(|&at| ways[at].len() >= WAYS) {
            return;
        }
        for (pair, to) in some.iter().zip(tries.lowest(&some)) {
            for &at in wanting.iter().filter(|&&at| targets[at] == to) {
                let ways = &mut ways[at];
                let told = ways.iter().any(|way| way[0].0 == pair[0].0 && way[1].0 == pair[1].0);
                if ways.len() < WAYS && !told {
                    ways.push(pair.to_vec());
                }
            }
        }
    }
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
    // What would be left without each set, for the family.
    let without = |sets: &[Vec<QuestionIx>]| {
        let sets: Vec<Vec<Answer>> = sets.iter().map(|set| set.iter().map(|&q| (q, 0)).collect()).collect();
        let mut left = vec![engine.framework.first_pathway(); sets.len()];
        for child in children {
            let of_child = if child.span.answered < answered {
                vec![child.span.answered; sets.len()]
            } else {
                child.tries.lowest(&sets)
            };
            for (left, of_child) in left.iter_mut().zip(of_child) {
                *left = (*left).max(of_child);
            }
        }
        left
    };
    let change = |set: Vec<QuestionIx>, to| Change {
        to,
        answers: set.into_iter().map(|q| (q, 0)).collect(),
        children: highest.clone(),
    };
    // All of them, and all of them but one: where the rest is not enough, that one is in every set.
    let all_but: Vec<Vec<QuestionIx>> = std::iter::once(resting.clone())
        .chain(resting.iter().map(|&kept| resting.iter().copied().filter(|&q| q != kept).collect()))
        .collect();
    let left = without(&all_but);
    if resting.is_empty() || left[0] >= answered {
        return Vec::new();
    }
    let (needed, others): (Vec<_>, Vec<_>) =
        resting.iter().zip(&left[1..]).partition(|(_, to)| **to >= answered);
    let needed: Vec<QuestionIx> = needed.into_iter().map(|(&question, _)| question).collect();
    let others: Vec<QuestionIx> = others.into_iter().map(|(&question, _)| question).collect();
    for size in needed.len().max(1)..=LONGEST.min(resting.len()) {
        let mut found = Vec::new();
        for sets in subsets(&others, size - needed.len(), &needed).chunks(LANES) {
            let lower = sets.iter().zip(without(sets)).filter(|(_, to)| *to < answered);
            found.extend(lower.take(WAYS - found.len()).map(|(set, to)| change(set.clone(), to)));
            if found.len() == WAYS {
                break;
            }
        }
        if !found.is_empty() {
            return found;
        }
    }
    // Nothing short does it: the smallest set that greedy deletion leaves still answers the question.
    let (mut set, mut to) = (resting, left[0]);
    for question in others {
        let fewer: Vec<QuestionIx> = set.iter().copied().filter(|&q| q != question).collect();
        let left = without(std::slice::from_ref(&fewer))[0];
        if left < answered {
            (set, to) = (fewer, left);
        }
    }
    vec![change(set, to)]
}

/// All sets of so many items with some others added, in order.
fn subsets(items: &[QuestionIx], size: usize, with: &[QuestionIx]) -> Vec<Vec<QuestionIx>> {
    let mut found = Vec::new();
    let mut at: Vec<usize> = (0..size).collect();
    if size > items.len() {
        return found;
    }
    loop {
        let mut set: Vec<QuestionIx> = at.iter().map(|&at| items[at]).chain(with.iter().copied()).collect();
        set.sort_unstable();
        found.push(set);
        // The last place that can still move on does so, and those after it follow.
        let Some(moving) = (0..size).rev().find(|&place| at[place] + size - place < items.len()) else {
            return found;
        };
        let from = at[moving] + 1;
        for (step, place) in (moving..size).enumerate() {
            at[place] = from + step;
        }
    }
}
