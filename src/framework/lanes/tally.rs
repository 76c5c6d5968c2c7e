//! Counting needs for many sheets at once.

use super::{NONE, Program, Sheets, Thresholds, Word, and, empty, or};
use crate::framework::{
    condition::Count,
    model::{AgeIx, Framework, Polarity, QuestionIx},
};

/// A `Count` with what each question can add to it.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    at_least: usize,
    domains: usize,
    including: Vec<usize>,
    /// By question: its entry.
    of: Vec<Option<usize>>,
    entries: Vec<Entry>,
    /// Entries that count for everybody of an age, whatever was answered.
    always: Vec<usize>,
    groups: usize,
    all_domains: usize,
}

/// One question that can count.
#[derive(Clone, Debug)]
struct Entry {
    /// From which plane on it counts, each for some ages (empty: for all). No plane: it always counts.
    from: Vec<(Option<usize>, Vec<AgeIx>)>,
    /// Entries of one group count once together.
    group: Option<usize>,
    domain: usize,
}

impl Tally {
    pub fn new(framework: &Framework, program: &Program, count: &Count) -> Self {
        let mut tally = Self {
            at_least: count.at_least,
            domains: count.domains,
            including: count.including.iter().map(|domain| domain.0).collect(),
            of: vec![None; framework.questions.len()],
            entries: Vec::new(),
            always: Vec::new(),
            groups: framework
                .dimensions
                .iter()
                .filter_map(|d| d.counts_with)
                .max()
                .map_or(0, |most| most + 1),
            all_domains: framework.domains.len(),
        };
        for (ix, question) in framework.questions().filter(|(_, q)| q.polarity == Polarity::Need) {
            let Some(any) = question.steps.iter().find_map(|step| step.indicator) else { continue };
            let mut from: Vec<(Option<usize>, Vec<AgeIx>)> = Vec::new();
            for age in (0..framework.ages.len()).map(AgeIx) {
                if let Some(step) = counts_from(framework, count, ix, age) {
                    let plane = program.plane(ix, step);
                    match from.iter_mut().find(|(other, _)| *other == plane) {
                        Some((_, ages)) => ages.push(age),
                        None => from.push((plane, vec![age])),
                    }
                }
            }
            if from.is_empty() {
                continue;
            }
            if let [(_, ages)] = &mut from[..]
                && ages.len() == framework.ages.len()
            {
                ages.clear();
            }
            let dimension = &framework[framework[any].dimension];
            let at = tally.entries.len();
            if from.iter().any(|(plane, _)| plane.is_none()) {
                tally.always.push(at);
            } else {
                tally.of[ix.0] = Some(at);
            }
            tally.entries.push(Entry { from, group: dimension.counts_with, domain: dimension.domain.0 });
        }
        tally
    }

    /// The lanes in which enough counts.
    pub fn run(&self, sheets: &Sheets<'_>, answered: &[usize]) -> Word {
        let mut needs = Thresholds::new(self.at_least);
        let mut groups = vec![NONE; self.groups];
        let mut seen = vec![NONE; self.all_domains];
        let answered = answered.iter().filter_map(|&question| self.of[question]);
        for entry in answered.chain(self.always.iter().copied()).map(|at| &self.entries[at]) {
            let counts = entry.run(sheets);
            if empty(&counts) {
                continue;
            }
            match entry.group {
                Some(group) => groups[group] = or(&groups[group], &counts),
                None => needs.add(&counts),
            }
            seen[entry.domain] = or(&seen[entry.domain], &counts);
        }
        for group in &groups {
            needs.add(group);
        }
        let mut spread = Thresholds::new(self.domains);
        for domain in &seen {
            spread.add(domain);
        }
        let enough = and(&needs.reached(), &spread.reached());
        if self.including.is_empty() {
            return enough;
        }
        let there = self.including.iter().fold(NONE, |there, &domain| or(&there, &seen[domain]));
        and(&enough, &there)
    }
}

impl Entry {
    fn run(&self, sheets: &Sheets<'_>) -> Word {
        self.from.iter().fold(NONE, |counts, (plane, ages)| {
            let stands = sheets.plane(*plane);
            let here = if ages.is_empty() { stands } else { and(&stands, &sheets.of_age(ages)) };
            or(&counts, &here)
        })
    }
}

/// The first step at which a question counts for a child of an age. From there on it always does: its
/// rungs keep one dimension and one theme, and never become less urgent.
fn counts_from(framework: &Framework, count: &Count, question: QuestionIx, age: AgeIx) -> Option<usize> {
    let steps = &framework[question].steps;
    (0..steps.len()).find(|&reached| {
        let signs = steps[..=reached].iter().rev().filter_map(|step| step.indicator);
        let sign = signs.map(|sign| &framework[sign]).find(|sign| sign.fits(age));
        sign.is_some_and(|sign| count.wants(sign))
    })
}
