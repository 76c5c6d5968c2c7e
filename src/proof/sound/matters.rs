//! Answers that change nothing: for each a sheet is looked for on which the result, a duty or advice hangs on it.
//!
//! It hangs on it somewhere only if it does on a sheet with the fewest answers that make some condition hold.

use std::collections::BTreeMap;

use super::{
    batch::{Batch, Came, Entry},
    models::{Budget, End, Model, Ways},
};
use crate::framework::{
    Framework,
    condition::{Cell, Condition},
    model::{AdviceIx, DutyIx, IndicatorIx, PathwayIx, Polarity, QuestionIx, RoleIx, RuleIx},
};

/// So many sheets of each condition are looked at, in rounds, each at another turn.
const ROUNDS: [(usize, usize); 6] = [(1, 0), (8, 0), (8, 7), (8, 31), (8, 101), (128, 0)];

/// An answer, as far as it says more than the milder one before it.
pub struct Answer {
    pub question: QuestionIx,
    pub step: usize,
    /// The step that it is held against.
    milder: usize,
    pub indicator: Option<IndicatorIx>,
    pub matters: Matters,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matters {
    Yes,
    No,
    NotDecided,
}

/// What an answer may decide.
#[derive(Clone, Copy)]
enum Cause {
    Rule(RuleIx),
    Duty(DutyIx),
    Advice(AdviceIx),
}

/// Which conditions name which questions.
struct Causes<'a> {
    framework: &'a Framework,
    /// By question.
    naming: Vec<Vec<Cause>>,
    /// Those with a count.
    counting: Vec<Cause>,
}

impl<'a> Causes<'a> {
    fn new(framework: &'a Framework) -> Self {
        let naming = framework.questions.iter().map(|_| Vec::new()).collect();
        let mut causes = Self { framework, naming, counting: Vec::new() };
        // Those of decisive indicators come first: they stand last among the rules.
        for at in (0..framework.rules.len()).rev() {
            causes.add(Cause::Rule(RuleIx(at)), &framework.rules[at].when);
        }
        for (at, duty) in framework.duties.iter().enumerate() {
            causes.add(Cause::Duty(DutyIx(at)), &duty.when);
        }
        for (at, advice) in framework.advice.iter().enumerate() {
            causes.add(Cause::Advice(AdviceIx(at)), &advice.when);
        }
        causes
    }

    fn add(&mut self, cause: Cause, when: &Condition) {
        let (mut named, mut counts) = (Vec::new(), false);
        mention(when, &mut |question, _| named.push(question), &mut counts);
        named.sort_unstable();
        named.dedup();
        for question in named {
            self.naming[question.0].push(cause);
        }
        if counts {
            self.counting.push(cause);
        }
    }

    fn when(&self, cause: Cause) -> &'a Condition {
        match cause {
            Cause::Rule(at) => &self.framework[at].when,
            Cause::Duty(at) => &self.framework[at].when,
            Cause::Advice(at) => &self.framework[at].when,
        }
    }

    /// A rule decides only where nothing else raises as far.
    fn over(&self, cause: Cause) -> Option<PathwayIx> {
        match cause {
            Cause::Rule(at) => Some(self.framework[at].to),
            Cause::Duty(_) | Cause::Advice(_) => None,
        }
    }

    /// What could hang on an answer; a cause that both names and counts it stands here once.
    fn of(&self, answer: &Answer) -> Vec<Cause> {
        let mut causes = self.naming[answer.question.0].clone();
        let sign = answer.indicator.map(|sign| &self.framework[sign]);
        let counts = |cause: &&Cause| sign.is_some_and(|sign| self.when(**cause).heeds(sign));
        causes.extend(self.counting.iter().filter(counts));
        causes
    }

    /// The contexts in which a cause is for somebody: a duty is for those whom it binds.
    fn cells(&self, cause: Cause, every: &[Cell], telling: &[Cell]) -> Vec<Cell> {
        let binds = |roles: &[RoleIx], cell: &Cell| roles.is_empty() || roles.contains(&cell.role);
        match cause {
            Cause::Rule(_) => telling.to_vec(),
            Cause::Duty(at) => {
                every.iter().filter(|cell| binds(&self.framework[at].binds, cell)).copied().collect()
            }
            Cause::Advice(_) => every.to_vec(),
        }
    }
}

/// Each question and step that a condition names, and whether it counts.
fn mention(when: &Condition, named: &mut impl FnMut(QuestionIx, usize), counts: &mut bool) {
    match when {
        Condition::At { question, step } => named(*question, *step),
        Condition::Any(parts) | Condition::All(parts) | Condition::AtLeast(_, parts) => {
            for part in parts {
                mention(part, named, counts);
            }
        }
        Condition::Count(_) => *counts = true,
        Condition::Age(_) | Condition::Role(_) => {}
    }
}

/// Looks for what hangs on each answer that is no strength and says something above the lowest level, or is named.
pub fn look(ways: &Ways<'_>, every: &[Cell], telling: &[Cell], budget: &mut Budget) -> Vec<Answer> {
    let framework = ways.framework;
    let causes = Causes::new(framework);
    let mut answers = answers(framework);
    for (most, turn) in ROUNDS {
        let mut batch: Batch<'_, (usize, Cause)> = Batch::new(framework);
        let mut searched = vec![false; answers.len()];
        for at in 0..answers.len() {
            if answers[at].matters != Matters::NotDecided {
                continue;
            }
            let (question, step, milder) = (answers[at].question, answers[at].step, answers[at].milder);
            let mut whole = true;
            'causes: for cause in causes.of(&answers[at]) {
                for cell in causes.cells(cause, every, telling) {
                    let mut found: Vec<Model> = Vec::new();
                    let end = ways.each(
                        causes.when(cause),
                        Some((question, step)),
                        (cell, causes.over(cause), turn),
                        budget,
                        &mut |model| {
                            let mut model = model.clone();
                            // The condition may want more of the question than this answer says.
                            if model.get(&question) == Some(&step) {
                                model.insert(question, milder);
                                found.push(model);
                            }
                            found.len() < most
                        },
                    );
                    whole &= end == End::All;
                    let first = most == 1 && !found.is_empty();
                    for model in found {
                        if batch.add(Entry { of: (at, cause), cell, model }) {
                            batch.run(|entries, came| judge(framework, entries, came, &mut answers));
                        }
                    }
                    if first || answers[at].matters == Matters::Yes {
                        whole = false;
                        break 'causes;
                    }
                }
            }
            searched[at] = whole;
        }
        batch.run(|entries, came| judge(framework, entries, came, &mut answers));
        for (answer, _) in answers.iter_mut().zip(searched).filter(|(_, whole)| *whole) {
            if answer.matters == Matters::NotDecided {
                answer.matters = Matters::No;
            }
        }
    }
    answers
}

/// An answer matters where, put back to the milder one, what held no longer does.
fn judge(
    framework: &Framework,
    entries: &[Entry<(usize, Cause)>],
    came: &Came<'_, '_>,
    answers: &mut [Answer],
) {
    let top = PathwayIx(framework.pathways.len());
    let over = |entry: &Entry<(usize, Cause)>| match entry.of.1 {
        Cause::Rule(rule) => framework[rule].to,
        Cause::Duty(_) | Cause::Advice(_) => top,
    };
    let raised = came.raised(&entries.iter().map(over).collect::<Vec<_>>());
    for (lane, (entry, raised)) in entries.iter().zip(raised).enumerate() {
        let hangs = match entry.of.1 {
            Cause::Rule(_) => raised.is_empty(),
            Cause::Duty(duty) => !came.run.duty(duty).has(lane),
            Cause::Advice(advice) => !came.run.advice(advice).has(lane),
        };
        if hangs {
            answers[entry.of.0].matters = Matters::Yes;
        }
    }
}

/// The answers that have to matter.
fn answers(framework: &Framework) -> Vec<Answer> {
    let mut wanted: BTreeMap<(QuestionIx, usize), Answer> = BTreeMap::new();
    let lowest = framework[framework.first_pathway()].level;
    for (at, question) in
        framework.questions().filter(|(_, question)| question.polarity != Polarity::Strength)
    {
        for (step, sign) in
            question.steps.iter().enumerate().filter_map(|(step, at)| Some((step, at.indicator?)))
        {
            let pathway = framework[sign].pathway;
            if framework[pathway].level == lowest || step == 0 {
                continue;
            }
            // A worse rung of the same urgency says what the milder one says.
            let as_urgent = |at: &Option<IndicatorIx>| at.is_some_and(|at| framework[at].pathway >= pathway);
            let first = question.steps.iter().position(|at| as_urgent(&at.indicator)).unwrap_or(step).max(1);
            let matters = Matters::NotDecided;
            wanted.insert(
                (at, step),
                Answer { question: at, step, milder: first - 1, indicator: Some(sign), matters },
            );
        }
    }
    let whens = framework.rules.iter().map(|rule| &rule.when);
    let whens = whens.chain(framework.duties.iter().map(|duty| &duty.when));
    for when in whens.chain(framework.advice.iter().map(|advice| &advice.when)) {
        let mut named = |question: QuestionIx, step: usize| {
            if step > 0 && framework[question].polarity != Polarity::Strength {
                let matters = Matters::NotDecided;
                let answer = Answer { question, step, milder: step - 1, indicator: None, matters };
                wanted.entry((question, step)).or_insert(answer);
            }
        };
        mention(when, &mut named, &mut false);
    }
    wanted.into_values().collect()
}
