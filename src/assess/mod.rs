//! A framework and a case give an assessment: span, reasons, duties, clocks, what to find out.

pub mod after;
pub mod assessment;
pub mod bearing;
pub mod calendar;
mod child;
mod ends;
mod evaluate;
pub mod facts;
pub mod family;
mod join;
pub mod many;
mod moves;
mod tries;
pub mod walk;
pub mod worked;

pub use assessment::Assessment;
pub use evaluate::Engine;
use jiff::civil::Date;

use self::{
    assessment::{ChildResult, Due, NextStep, Note, PhoneNow},
    calendar::Calendar,
    child::OfChild,
    facts::Facts,
    family::Family,
};
use crate::{
    case::Case,
    framework::{
        Framework, Id,
        model::{ConcernIx, ContactIx, DutyIx, PathwayIx, Step},
    },
};

/// Assesses a case under a framework; due dates count from the day given.
pub fn assess(framework: &Framework, case: &Case, on: Date) -> Assessment {
    let engine = Engine::new(framework);
    let family = Family::read(framework, case);
    let held = held(framework, case);
    let mut children: Vec<OfChild<'_>> = family
        .members()
        .map(|(no, facts)| OfChild::new(&engine, no, facts, held.filter(|_| child::reviewing(case, no))))
        .collect();
    let span = match &children[..] {
        [only] if held.is_none() => only.span,
        several => {
            let ends: Vec<_> = several.iter().map(|c| (c.facts, c.span.answered, c.highest)).collect();
            join::span(&engine, &ends, held)
        }
    };
    let scope = join::union(children.iter().map(|child| child.scope.as_slice()));
    let (reasons, also) = join::reasons(&engine, &mut children);
    let clocks = Clocks { framework, on, hour: case.hour.filter(|_| case.as_of == on) };
    let (due, duties_possible) = join::duties(&children);
    let due = due.into_iter();
    let duties: Vec<Due> =
        due.map(|(duty, children)| Due { duty, by: clocks.by(framework[duty].clock), children }).collect();
    let mut would_change = moves::up(&engine, &children, span.answered);
    would_change.extend(moves::down(&engine, &children, &reasons, span.answered));
    let steps = match span.lowest {
        Some(pathway) => &framework[pathway].steps,
        None => &framework.consult.steps,
    };
    let consults = consults(framework, family.first());
    let next_steps = clocks.next_steps(steps, true);
    let escalation = clocks.next_steps(&framework.escalation, false);
    let mut notes = notes(framework, case, on, held, &[&next_steps, &escalation], &duties);
    let twice = family.twice();
    if !twice.is_empty() {
        notes.push(Note::AnsweredTwice(twice));
    }
    let find_out = moves::find_out(&engine, &children, &scope, span.answered);
    let check_before_telling = children.iter().any(|child| child.check_before_telling);
    let children: Vec<ChildResult> = children.into_iter().map(|child| child.result(framework)).collect();
    Assessment {
        span,
        reasons,
        also,
        advice: join::union(children.iter().map(|child| child.advice.as_slice())),
        check_before_telling,
        // A level may be withheld; a telephone call never is.
        phone_now: phone_now(framework, span.lowest.unwrap_or(span.answered), &duties),
        duties,
        duties_possible,
        strengths: join::union(children.iter().map(|child| child.strengths.as_slice())),
        find_out,
        would_change,
        next_steps,
        escalation,
        consults,
        not_looked_at: not_looked_at(framework, family.first()),
        unresolved: family.unresolved(),
        scope,
        context: family.first().context,
        children,
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
    let engine = Engine::new(framework);
    let family = Family::read(framework, case);
    let held = held(framework, case);
    let ends = |facts| (facts, engine.lowest(facts), engine.highest(facts));
    let ends: Vec<(&Facts, PathwayIx, PathwayIx)> = family.facts().map(ends).collect();
    join::span(&engine, &ends, held)
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
