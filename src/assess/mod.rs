//! A framework and a case give an assessment: span, reasons, duties, clocks, what to find out.

pub mod assessment;
pub mod calendar;
mod evaluate;
pub mod facts;
mod moves;
pub mod worked;

pub use assessment::Assessment;
use jiff::civil::Date;

use self::{
    assessment::{Due, NextStep, Note, PhoneNow, Reason},
    calendar::Calendar,
    evaluate::Engine,
    facts::Facts,
};
use crate::{
    case::Case,
    framework::{
        Framework, Id,
        model::{
            AdviceIx, AgeIx, ConcernIx, ContactIx, DutyIx, PathwayIx, Polarity, Question, QuestionIx, Step,
            Topic,
        },
    },
};

/// Assesses a case under a framework; due dates count from the day given.
pub fn assess(framework: &Framework, case: &Case, on: Date) -> Assessment {
    let engine = Engine::new(framework);
    let facts = Facts::read(framework, case);
    let held = held(framework, case);
    let span = engine.span(&facts, held);
    let scope = scope(framework, &facts);
    let rules = engine.reasons(&facts);
    let (reasons, also): (Vec<Reason>, Vec<Reason>) =
        rules.into_iter().partition(|reason| reason.to == span.answered);
    let clocks = Clocks { framework, on, hour: case.hour.filter(|_| case.as_of == on) };
    let bound = |duty: DutyIx| {
        let binds = &framework[duty].binds;
        binds.is_empty() || facts.context.role.is_some_and(|role| binds.contains(&role))
    };
    let could_bind = |duty: DutyIx| bound(duty) || facts.context.role.is_none();
    let (mut duties, mut duties_possible) = (Vec::new(), Vec::new());
    for at in 0..framework.duties.len() {
        let duty = DutyIx(at);
        let when = &framework[duty].when;
        if bound(duty) && engine.established(when, &facts) {
            duties.push(Due { duty, by: clocks.by(framework[duty].clock) });
        } else if could_bind(duty) && engine.possible_for(when, &facts, &framework[duty].binds) {
            duties_possible.push(duty);
        }
    }
    let answered = span.answered;
    let mut would_change = moves::up(&engine, &facts, &scope, answered);
    would_change.extend(moves::down(&engine, &facts, &reasons, answered));
    let steps = match span.lowest {
        Some(pathway) => &framework[pathway].steps,
        None => &framework.consult.steps,
    };
    let consults = consults(framework, &facts);
    let next_steps = clocks.next_steps(steps, true);
    let escalation = clocks.next_steps(&framework.escalation, false);
    let notes = notes(framework, case, on, held, &[&next_steps, &escalation], &duties);
    Assessment {
        span,
        reasons,
        also,
        advice: advice(&engine, &facts, span.lowest.unwrap_or(span.answered)),
        check_before_telling: check_before_telling(&engine, &facts, &scope),
        // A level may be withheld; a telephone call never is.
        phone_now: phone_now(framework, span.lowest.unwrap_or(span.answered), &duties),
        duties,
        duties_possible,
        strengths: strengths(framework, &facts),
        find_out: moves::find_out(&engine, &facts, &scope),
        would_change,
        next_steps,
        escalation,
        consults,
        not_looked_at: not_looked_at(framework, &facts),
        unresolved: facts.unresolved.clone(),
        scope,
        context: facts.context,
        notes,
    }
}

/// Whom the practitioner turns to: their role's next person, or with the role unknown the first whom
/// the framework names for a result of *consult*.
fn consults(framework: &Framework, facts: &Facts) -> ContactIx {
    let role = facts.context.role.map(|role| framework[role].consults);
    let first = || framework.consult.steps.iter().find_map(|step| step.contact);
    role.or_else(first).unwrap_or(framework[framework.first_pathway()].contact)
}

/// Only the two ends, for those who need nothing else.
pub fn span(framework: &Framework, case: &Case) -> assessment::Span {
    Engine::new(framework).span(&Facts::read(framework, case), held(framework, case))
}

/// The dated steps of a pathway, for a decision that differs from the suggestion.
pub fn steps_of(framework: &Framework, case: &Case, on: Date, pathway: PathwayIx) -> Vec<NextStep> {
    let clocks = Clocks { framework, on, hour: case.hour.filter(|_| case.as_of == on) };
    clocks.next_steps(&framework[pathway].steps, true)
}

/// The pathway a result is held at until its review is done.
fn held(framework: &Framework, case: &Case) -> Option<PathwayIx> {
    let reviewing = case.answers.iter().any(|a| a.to_review);
    let id: Option<&Id> = case.held.as_ref().filter(|_| reviewing);
    id.and_then(|id| framework.pathway(id))
}

/// In scope for some age the child could be, or answered; in the framework's order.
fn scope(framework: &Framework, facts: &Facts) -> Vec<QuestionIx> {
    let mut inside = vec![false; framework.questions.len()];
    for age in facts.ages(framework) {
        for (slot, here) in inside.iter_mut().zip(facts.scope(framework, age)) {
            *slot |= here;
        }
    }
    framework.questions().map(|(q, _)| q).filter(|q| inside[q.0] || facts.known[q.0].is_some()).collect()
}

/// Advice that holds, less what is settled by the pathway that stands.
fn advice(engine: &Engine<'_>, facts: &Facts, stands: PathwayIx) -> Vec<AdviceIx> {
    let framework = engine.framework;
    let all = (0..framework.advice.len()).map(AdviceIx);
    let fits = |at: &AdviceIx| framework[*at].up_to.is_none_or(|highest| stands <= highest);
    all.filter(fits).filter(|&at| engine.established(&framework[at].when, facts)).collect()
}

/// An unknown asks for caution only where an answer opened it: otherwise every check would.
fn check_before_telling(engine: &Engine<'_>, facts: &Facts, scope: &[QuestionIx]) -> bool {
    let framework = engine.framework;
    let opened: Vec<QuestionIx> = scope
        .iter()
        .copied()
        .filter(|q| facts.known[q.0].is_none() && facts.opened_by_answer(framework, *q))
        .collect();
    framework.advice.iter().filter(|advice| advice.topic == Topic::Telling).any(|advice| {
        !engine.established(&advice.when, facts)
            && engine.possible(&advice.when, facts)
            && advice.when.questions(framework).iter().any(|q| opened.contains(q))
    })
}

fn phone_now(framework: &Framework, lowest: PathwayIx, duties: &[Due]) -> Option<PhoneNow> {
    let pathway = Some(lowest).filter(|&p| framework[p].phone_now);
    let duties: Vec<DutyIx> = duties.iter().map(|due| due.duty).filter(|&d| framework[d].same_day).collect();
    if pathway.is_none() && duties.is_empty() {
        return None;
    }
    let mut contacts = Vec::new();
    let named = pathway.map(|p| framework[p].contact).into_iter();
    for contact in named.chain(duties.iter().map(|&d| framework[d].contact)) {
        if !contacts.contains(&contact) {
            contacts.push(contact);
        }
    }
    Some(PhoneNow { contacts, pathway, duties })
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

fn not_looked_at(framework: &Framework, facts: &Facts) -> Vec<ConcernIx> {
    (0..framework.concerns.len()).map(ConcernIx).filter(|c| !facts.chosen.contains(c)).collect()
}

fn notes(
    framework: &Framework,
    case: &Case,
    on: Date,
    held: Option<PathwayIx>,
    steps: &[&[NextStep]],
    duties: &[Due],
) -> Vec<Note> {
    let about = &framework.about;
    let mut notes = Vec::new();
    if about.review_by < on {
        notes.push(Note::ReviewOverdue(about.review_by));
    }
    if case.framework.edition != about.edition {
        let (case, framework) = (case.framework.edition.clone(), about.edition.clone());
        notes.push(Note::OtherEdition { case, framework });
    } else if case.framework.fingerprint.as_ref().is_some_and(|print| *print != about.fingerprint) {
        notes.push(Note::OtherContent);
    }
    let all = steps.iter().flat_map(|list| list.iter().map(|step| step.by));
    if let Some(until) = all.chain(duties.iter().map(|due| due.by)).find_map(|by| match by {
        assessment::By::BeyondHolidays(until) => Some(until),
        _ => None,
    }) {
        notes.push(Note::HolidaysEnd(until));
    }
    notes.extend(held.map(Note::Held));
    notes
}

/// Dates for steps and duties, all counted from one day.
struct Clocks<'a> {
    framework: &'a Framework,
    on: Date,
    hour: Option<u8>,
}

impl Clocks<'_> {
    fn by(&self, clock: crate::framework::model::ClockIx) -> assessment::By {
        Calendar::england().due(&self.framework[clock], self.on, self.hour, self.framework.day_ends)
    }

    fn next_steps(&self, steps: &[Step], by_date: bool) -> Vec<NextStep> {
        let dated = |step: &Step| NextStep {
            text: step.text.clone(),
            clock: step.clock,
            by: self.by(step.clock),
            contact: step.contact,
        };
        let mut steps: Vec<NextStep> = steps.iter().map(dated).collect();
        if by_date {
            steps.sort_by_key(|step| step.by.order());
        }
        steps
    }
}

impl assessment::By {
    /// Sorts what is due first to the front.
    fn order(self) -> (u8, u32, Option<Date>) {
        match self {
            Self::Now => (0, 0, None),
            Self::Hours(n) => (1, n, None),
            Self::On(day) => (2, 0, Some(day)),
            Self::BeyondHolidays(_) => (3, 0, None),
        }
    }
}
