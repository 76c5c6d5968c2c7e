//! A folder without faults becomes a framework: ids turn into places, and nothing can be missing any more.

mod forms;
mod head;
mod questions;
mod rules;

use super::{
    check::{Facts, Gathered, Kind, Names},
    fingerprint,
    id::Id,
    lanes::Program,
    model::{AgeIx, ClockIx, ContactIx, DocumentIx, Framework, Places, Source, Step},
    raw::{self, Mark, Text},
};

/// What everything is built from. The checks have passed, so that each step finds what it needs;
/// where it should not, the framework is not built rather than built wrongly.
#[derive(Clone, Copy)]
struct Builder<'b, 'a> {
    names: &'b Names<'a>,
    all: &'b Gathered<'a>,
    facts: &'b Facts<'a>,
}

/// Builds the framework.
pub fn build(names: &Names<'_>, all: &Gathered<'_>, facts: &Facts<'_>) -> Option<Framework> {
    let builder = Builder { names, all, facts };
    let raw = all.heads.first()?;
    let (domains, dimensions) = head::triangle(raw)?;
    let mut framework = Framework {
        about: head::about(raw)?,
        documents: each(&raw.sources, head::document)?,
        levels: each(&raw.levels, |l| builder.level(l))?,
        pathways: each(&raw.pathways, |p| builder.pathway(p))?,
        domains,
        dimensions,
        ages: each(&raw.ages, head::age)?,
        roles: each(&raw.roles, |r| builder.role(r))?,
        parameters: each(&raw.parameters, head::parameter)?,
        easing: raw.easing,
        day_ends: raw.day_ends,
        consult: builder.consult(&raw.consult)?,
        escalation: builder.steps(&raw.escalation)?,
        answered_by: match raw.answered_by {
            Some(mark) => Some(ClockIx(builder.find(Kind::Clock, mark)?)),
            None => None,
        },
        sections: builder.sections()?,
        concerns: builder.concerns()?,
        questions: builder.questions()?,
        indicators: each(&facts.indicators, |i| builder.indicator(i))?,
        rules: builder.rules()?,
        advice: builder.advice()?,
        duties: builder.duties()?,
        clocks: each(&all.clocks, |c| builder.clock(c))?,
        contacts: each(&all.contacts, |c| builder.contact(c))?,
        forms: builder.forms()?,
        glossary: all.terms.iter().map(|term| head::term(term)).collect(),
        accepted: all.accepted.iter().map(|accepted| head::accepted(accepted)).collect(),
        correspondences: facts.areas.clone(),
        places: Places::default(),
        program: Program::default(),
    };
    framework.places = Places::of(&framework);
    framework.program = Program::new(&framework);
    framework.about.fingerprint = fingerprint::of(&framework);
    Some(framework)
}

impl Builder<'_, '_> {
    fn find(self, kind: Kind, mark: Mark<'_>) -> Option<usize> {
        self.names.find(kind, mark)
    }

    fn source(self, raw: &raw::Source<'_>) -> Option<Source> {
        Some(Source {
            document: DocumentIx(self.find(Kind::Document, raw.document)?),
            page: optional(raw.page.as_ref()),
        })
    }

    fn steps(self, raw: &[raw::Step<'_>]) -> Option<Vec<Step>> {
        each(raw, |step| {
            let contact = match step.contact {
                Some(mark) => Some(ContactIx(self.find(Kind::Contact, mark)?)),
                None => None,
            };
            Some(Step {
                text: text(&step.text),
                clock: ClockIx(self.find(Kind::Clock, step.clock)?),
                contact,
            })
        })
    }

    fn ages(self, marks: &[Mark<'_>]) -> Option<Vec<AgeIx>> {
        each(marks, |&m| self.find(Kind::Age, m).map(AgeIx))
    }
}

fn each<T, U>(list: &[T], build: impl Fn(&T) -> Option<U>) -> Option<Vec<U>> {
    list.iter().map(build).collect()
}

fn id(mark: Mark<'_>) -> Option<Id> {
    Id::new(mark.0).ok()
}

fn ids(marks: &[Mark<'_>]) -> Option<Vec<Id>> {
    each(marks, |&m| id(m))
}

fn text(raw: &Text<'_>) -> String {
    raw.0.clone().into_owned()
}

fn texts(raw: &[Text<'_>]) -> Vec<String> {
    raw.iter().map(text).collect()
}

fn optional(raw: Option<&Text<'_>>) -> Option<String> {
    raw.map(text)
}
