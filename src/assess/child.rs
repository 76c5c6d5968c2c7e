//! What the answers come to for one child of the family, before the children are looked at together.

use super::{
    assessment::{ChildResult, Reason, Span},
    ends::Ends,
    evaluate::Engine,
    facts::Facts,
    join,
    tries::Tries,
};
use crate::{
    case::{Case, ChildNo},
    framework::{
        Framework,
        model::{AdviceIx, AgeIx, DutyIx, PathwayIx, Polarity, Question, QuestionIx, Topic},
    },
};

/// One child on the way to a result.
pub(super) struct OfChild<'a> {
    pub no: ChildNo,
    pub facts: &'a Facts,
    pub span: Span,
    /// The highest that the unknowns allow, before a fall is held back.
    pub highest: PathwayIx,
    /// In scope for some age the child could be, or answered; in the framework's order.
    pub scope: Vec<QuestionIx>,
    /// The rules that hold, most urgent first.
    pub rules: Vec<Reason>,
    pub duties: Vec<DutyIx>,
    pub duties_possible: Vec<DutyIx>,
    pub advice: Vec<AdviceIx>,
    pub check_before_telling: bool,
    pub tries: Tries<'a>,
}

impl<'a> OfChild<'a> {
    pub fn new(engine: &Engine<'a>, no: ChildNo, facts: &'a Facts, held: Option<PathwayIx>) -> Self {
        let framework = engine.framework;
        let tries = Tries::new(engine, facts);
        let ends = tries.as_they_stand(&facts.cells(framework));
        let (answered, highest) = (ends.lowest(engine), ends.highest(engine));
        let span = join::span(engine, &[(facts, answered, highest)], held);
        let scope = scope(framework, facts);
        let (duties, duties_possible) = duties(framework, facts, &ends);
        Self {
            no,
            facts,
            span,
            highest,
            rules: ends.reasons(engine, facts, no),
            duties,
            duties_possible,
            advice: advice(framework, &ends, span.lowest.unwrap_or(span.answered)),
            check_before_telling: check_before_telling(framework, facts, &ends, &scope),
            scope,
            tries,
        }
    }

    /// What is kept of it beside the family's result.
    pub fn result(self, framework: &Framework) -> ChildResult {
        let Self { no, facts, span, scope, duties, duties_possible, advice, .. } = self;
        let strengths = strengths(framework, facts);
        ChildResult {
            child: no,
            span,
            context: facts.context,
            scope,
            duties,
            duties_possible,
            strengths,
            advice,
        }
    }
}

/// Whether an answer that stands for a child waits to be confirmed.
pub(super) fn reviewing(case: &Case, child: ChildNo) -> bool {
    case.answers.iter().filter(|a| a.to_review).any(|a| match a.child {
        Some(no) => no == child,
        None => case.own_answer(&a.question, child).is_none(),
    })
}

fn scope(framework: &Framework, facts: &Facts) -> Vec<QuestionIx> {
    let mut inside = vec![false; framework.questions.len()];
    for age in facts.ages(framework) {
        for (slot, here) in inside.iter_mut().zip(facts.scope(framework, age)) {
            *slot |= here;
        }
    }
    framework.questions().map(|(q, _)| q).filter(|q| inside[q.0] || facts.known[q.0].is_some()).collect()
}

/// Duties that are established, and those that could be.
fn duties(framework: &Framework, facts: &Facts, ends: &Ends<'_>) -> (Vec<DutyIx>, Vec<DutyIx>) {
    let bound = |duty: DutyIx| {
        let binds = &framework[duty].binds;
        binds.is_empty() || facts.context.role.is_some_and(|role| binds.contains(&role))
    };
    let could_bind = |duty: DutyIx| bound(duty) || facts.context.role.is_none();
    let (mut established, mut possible) = (Vec::new(), Vec::new());
    for at in 0..framework.duties.len() {
        let duty = DutyIx(at);
        if bound(duty) && ends.established(|run| run.duty(duty)) {
            established.push(duty);
        } else if could_bind(duty) && ends.possible(|run| run.duty(duty), &framework[duty].binds) {
            possible.push(duty);
        }
    }
    (established, possible)
}

/// Advice that holds, less what is settled by the pathway that stands.
fn advice(framework: &Framework, ends: &Ends<'_>, stands: PathwayIx) -> Vec<AdviceIx> {
    let all = (0..framework.advice.len()).map(AdviceIx);
    let fits = |at: &AdviceIx| framework[*at].up_to.is_none_or(|highest| stands <= highest);
    all.filter(fits).filter(|&at| ends.established(|run| run.advice(at))).collect()
}

/// An unknown asks for caution only where an answer opened it: otherwise every check would.
fn check_before_telling(framework: &Framework, facts: &Facts, ends: &Ends<'_>, scope: &[QuestionIx]) -> bool {
    let opened: Vec<QuestionIx> = scope
        .iter()
        .copied()
        .filter(|q| facts.known[q.0].is_none() && facts.opened_by_answer(framework, *q))
        .collect();
    let telling = |at: &AdviceIx| framework[*at].topic == Topic::Telling;
    (0..framework.advice.len()).map(AdviceIx).filter(telling).any(|at| {
        !ends.established(|run| run.advice(at))
            && ends.possible(|run| run.advice(at), &[])
            && framework[at].when.questions(framework).iter().any(|q| opened.contains(q))
    })
}

/// Strengths that stand for a child of every age this one could be.
fn strengths(framework: &Framework, facts: &Facts) -> Vec<QuestionIx> {
    let ages = facts.ages(framework);
    let stands = |&(at, question): &(QuestionIx, &Question)| {
        let step = facts.known[at.0].unwrap_or(0);
        let signs: Vec<_> = question.steps[..=step].iter().filter_map(|s| s.indicator).collect();
        let fits = |age: &AgeIx| signs.iter().any(|&i| framework[i].fits(*age));
        step > 0 && (signs.is_empty() || ages.iter().all(fits))
    };
    let strengths = framework.questions().filter(|(_, question)| question.polarity == Polarity::Strength);
    strengths.filter(stands).map(|(at, _)| at).collect()
}
