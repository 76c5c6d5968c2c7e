//! What a case gives a paper, piece by piece: the one place where each is put into words.

use jiff::civil::Date;

use super::{after, labels::Labels, phrases, whom};
use crate::{
    assess::{
        self, Assessment,
        assessment::{By, NextStep, Unknown},
    },
    case::{
        Case,
        family::Member,
        model::{PersonPart, TellState},
    },
    framework::{
        Framework, Id,
        model::{DimensionIx, Home, Part, PathwayIx, Polarity, QuestionIx},
    },
    keyed::fill,
    paper::document::Block,
};

const L: Labels = Labels::ENGLISH;

/// So many unknown questions are named; the rest are counted.
const UNKNOWNS_NAMED: usize = 6;

/// One case on its way to paper.
pub(super) struct Paper<'a> {
    pub framework: &'a Framework,
    pub case: &'a Case,
    pub assessment: &'a Assessment,
    pub on: Date,
}

impl<'a> Paper<'a> {
    pub fn new(framework: &'a Framework, case: &'a Case, assessment: &'a Assessment) -> Self {
        Self { framework, case, assessment, on: case.as_of }
    }
}

impl Paper<'_> {
    /// The pathway that the paper asks for: what was decided, or else what is established.
    pub fn asked_pathway(&self) -> Option<PathwayIx> {
        let decided = self.case.decision.as_ref().and_then(|d| self.framework.pathway(&d.pathway));
        decided.or(self.assessment.span.lowest)
    }

    /// What stands first on every paper.
    pub fn urgency_box(&self) -> Block {
        let (title, text) = self.urgency();
        Block::Callout { title: title.to_owned(), text }
    }

    /// How soon, whom to ring, and why.
    pub fn urgency(&self) -> (&'static str, String) {
        let Some(phone) = &self.assessment.phone_now else {
            return self.calm();
        };
        let emergency = phone.pathway.is_some_and(|p| self.framework[p].danger_now);
        let numbers = phone.contacts.iter().map(|&c| phrases::contact(&self.framework[c], self.on));
        let duties = phone.duties.iter().map(|&d| self.framework[d].title.clone());
        let pathway = phone.pathway.map(|p| self.framework.pathway_line(p));
        let what: Vec<String> = pathway.into_iter().chain(duties).collect();
        let title = if emergency { L.emergency_now } else { L.phone_now };
        (title, format!("{}. {}", what.join("; "), numbers.collect::<Vec<_>>().join("; ")))
    }

    /// Where nothing calls for the telephone at once: an unknown is never reassuring.
    fn calm(&self) -> (&'static str, String) {
        let decided = self.asked_pathway().filter(|&p| self.framework[p].phone_now);
        let door = |p: PathwayIx| phrases::contact(&self.framework[self.framework[p].contact], self.on);
        match (decided, self.assessment.span.lowest) {
            (Some(pathway), _) => {
                (L.phone_now, format!("{}. {}", self.framework.pathway_line(pathway), door(pathway)))
            }
            (None, None) => {
                let whom = phrases::contact(&self.framework[self.assessment.consults], self.on);
                (L.consult_today, fill(L.consult_whom, &[&whom]))
            }
            (None, Some(_)) => (L.urgency, L.soon.to_owned()),
        }
    }

    /// Everybody of one part, a line each.
    pub fn people(&self, part: PersonPart) -> String {
        let of_part = self.case.referral.people.iter().filter(|person| person.part == part);
        let said = |person: &crate::case::model::Person| {
            joined(&[&person.name, &person.born, &person.details], ", ")
        };
        let lines: Vec<String> = of_part.map(said).filter(|line| !line.is_empty()).collect();
        lines.join("\n")
    }

    /// The age band of a check's one child.
    pub fn age(&self) -> String {
        let age = self.case.about.age.as_ref().and_then(|id| self.framework.age(id));
        age.map(|age| self.framework[age].title.clone()).unwrap_or_default()
    }

    /// The children of a check, each as they are called, with their age or due date.
    pub fn children(&self) -> Vec<String> {
        children(self.framework, self.case)
    }

    /// Name and role.
    pub fn referrer(&self) -> String {
        let role = self.case.about.role.as_ref().and_then(|id| self.framework.role(id));
        let role = role.map_or("", |role| &self.framework[role].title);
        joined(&[&self.case.referral.referrer, role], ", ")
    }

    /// Needs and background that stand above their first step: concerns, safety, who else is around.
    pub fn worries(&self) -> Vec<QuestionIx> {
        let stands = |q: &QuestionIx| {
            let question = &self.framework[*q];
            let wanted = match question.home {
                Home::Section(section) => matches!(self.framework[section].part, Part::Safety | Part::Around),
                Home::Concern(_) => true,
            };
            wanted && question.polarity != Polarity::Strength && whom::stands(self.framework, self.case, *q)
        };
        self.assessment.scope.iter().copied().filter(stands).collect()
    }

    /// What answers establish, a line each.
    pub fn findings(&self, questions: &[QuestionIx]) -> Vec<String> {
        questions.iter().flat_map(|&q| whom::findings(self.framework, self.case, q)).collect()
    }

    /// The questions of a shared part.
    pub fn of_part(&self, part: Part) -> Vec<QuestionIx> {
        self.framework.sections_of(part).flat_map(|section| section.questions.iter().copied()).collect()
    }

    /// Those that somebody has answered.
    pub fn answered(&self, mut questions: Vec<QuestionIx>) -> Vec<QuestionIx> {
        questions.retain(|&q| !whom::answers(self.framework, self.case, q).is_empty());
        questions
    }

    /// Questions with their answers and notes, a line each.
    pub fn lines(&self, questions: &[QuestionIx]) -> Vec<String> {
        questions.iter().map(|&q| phrases::line(self.framework, self.case, q)).collect()
    }

    /// Questions that are not known, in these dimensions.
    pub fn unknown_in(&self, dimensions: &[DimensionIx]) -> Vec<QuestionIx> {
        let unknown = self.assessment.find_out.iter().map(|unknown| unknown.question);
        unknown.filter(|&q| self.is_in(q, dimensions)).collect()
    }

    /// Whether a question is about one of these dimensions.
    pub fn is_in(&self, question: QuestionIx, dimensions: &[DimensionIx]) -> bool {
        let indicator = self.framework[question].steps.iter().find_map(|step| step.indicator);
        indicator.is_some_and(|i| dimensions.contains(&self.framework[i].dimension))
    }

    pub fn suggested(&self) -> String {
        let (result, open) = phrases::span(self.framework, self.assessment);
        format!("{result}. {open}")
    }

    /// The service that the paper asks for, where the framework names one.
    pub fn service(&self) -> Option<String> {
        phrases::service(self.framework, self.asked_pathway()?)
    }

    /// What each child comes to.
    pub fn each_child(&self) -> Vec<String> {
        each_child(self.framework, self.case, self.assessment)
    }

    pub fn reasons(&self) -> String {
        let reason = |r| phrases::reason(self.framework, self.case, self.assessment, r);
        let reasons: Vec<String> = self.assessment.reasons.iter().map(reason).collect();
        match (self.assessment.span.lowest, reasons.is_empty()) {
            (None, _) => self.framework.consult.text.clone(),
            (Some(_), true) => L.no_reasons.to_owned(),
            (Some(_), false) => reasons.join("\n"),
        }
    }

    pub fn decided(&self) -> String {
        decided(self.framework, self.case, self.assessment)
    }

    /// Whether the decision is below the suggestion.
    pub fn decided_lower(&self) -> bool {
        lower(self.framework, self.case, self.assessment)
    }

    /// Answers that this edition does not know.
    pub fn unresolved(&self) -> String {
        let ids: Vec<&str> = self.assessment.unresolved.iter().map(Id::as_str).collect();
        ids.join("; ")
    }

    /// The first of what is not known, and how many more there are.
    pub fn unknown(&self) -> Vec<String> {
        let unknown = &self.assessment.find_out;
        let said = |unknown: &Unknown| {
            whom::said_for(self.case, &unknown.children, &self.framework[unknown.question].text)
        };
        let mut lines: Vec<String> = unknown.iter().take(UNKNOWNS_NAMED).map(said).collect();
        if unknown.len() > UNKNOWNS_NAMED {
            lines.push(fill(L.and_more, &[&(unknown.len() - UNKNOWNS_NAMED).to_string()]));
        }
        lines
    }

    pub fn not_looked_at(&self) -> String {
        let others = self.assessment.not_looked_at.iter().map(|&c| self.framework[c].title.as_str());
        others.collect::<Vec<_>>().join("; ")
    }

    /// Each adult, whether they know, and what they said.
    pub fn told(&self) -> Vec<Vec<String>> {
        let row = |told: &crate::case::model::Told| {
            vec![told.adult.clone(), tell_state(told.state).to_owned(), told.said.clone()]
        };
        self.case.told.iter().map(row).collect()
    }

    pub fn telling(&self) -> String {
        phrases::before_telling(self.framework, self.assessment).join(" ")
    }

    /// The call, a line for each part of it.
    pub fn call(&self) -> Vec<String> {
        let call = &self.case.call;
        let said =
            |label: &str, text: &str| (!text.trim().is_empty()).then(|| format!("{label}: {}", text.trim()));
        let parts = [
            said(L.spoke_to, &after::spoke_to(call)),
            said(L.when, &call.when),
            said(L.advice, &[call.advice.trim(), call.agreed.trim()].join(" ")),
            said(L.reference, &call.reference),
        ];
        parts.into_iter().flatten().collect()
    }

    /// Established duties: by when, and what with whom.
    pub fn duties(&self) -> Vec<Vec<String>> {
        let row = |due: &assess::assessment::Due| {
            let duty = &self.framework[due.duty];
            let contact = phrases::contact(&self.framework[duty.contact], self.on);
            let duty = format!("{}. {} {contact}.", duty.title, duty.action);
            vec![phrases::by(due.by), whom::said_for(self.case, &due.children, &duty)]
        };
        self.assessment.duties.iter().map(row).collect()
    }

    pub fn possible_duties(&self) -> String {
        let titles = self.assessment.duties_possible.iter().map(|&d| self.framework[d].title.as_str());
        titles.collect::<Vec<_>>().join("; ")
    }

    /// What the pathway asks for, and what the practitioner adds.
    pub fn asked_for(&self) -> String {
        let pathway = self.asked_pathway().map_or("", |p| self.framework[p].ask.as_str());
        joined(&[pathway, &self.case.referral.asked_for], "\n")
    }

    /// What is to be done, by when.
    pub fn next_steps(&self) -> Vec<Vec<String>> {
        let row = |step: &NextStep| {
            let whom = step.contact.map(|c| format!(" ({})", self.framework[c].title));
            vec![phrases::by(step.by), format!("{}{}", step.text, whom.unwrap_or_default())]
        };
        let first = phrases::before_steps(self.case).into_iter();
        let mut rows: Vec<Vec<String>> = first.map(|text| vec![phrases::by(By::Now), text]).collect();
        // A decision above the suggestion brings its own steps; one below it never takes any away.
        let decided = self.asked_pathway().filter(|&p| Some(p) > self.assessment.span.lowest);
        let steps = decided.map(|p| assess::steps_of(self.framework, self.case, self.on, p));
        rows.extend(steps.as_ref().unwrap_or(&self.assessment.next_steps).iter().map(row));
        rows
    }
}

/// What is not blank, with something between.
pub(super) fn joined(parts: &[&str], between: &str) -> String {
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    parts.join(between)
}

/// The children of a check, each as they are called, with their age or due date.
pub(super) fn children(framework: &Framework, case: &Case) -> Vec<String> {
    let one = |m: Member<'_>| format!("{}: {}", whom::who(case, m.no), phrases::age(framework, &m));
    case.members().map(one).collect()
}

/// What each child comes to.
pub(super) fn each_child(framework: &Framework, case: &Case, assessment: &Assessment) -> Vec<String> {
    let one = |c: &assess::assessment::ChildResult| {
        format!("{}: {}", whom::who(case, c.child), phrases::child(framework, c))
    };
    assessment.children.iter().map(one).collect()
}

/// What was decided, beside what was suggested.
pub(super) fn decided(framework: &Framework, case: &Case, assessment: &Assessment) -> String {
    let Some(decision) = &case.decision else { return L.not_decided.to_owned() };
    let Some(pathway) = framework.pathway(&decision.pathway) else {
        return fill(L.other_decision, &[decision.pathway.as_str()]);
    };
    let words = if assessment.span.lowest == Some(pathway) {
        L.decided_agrees
    } else if lower(framework, case, assessment) {
        L.lower_than_suggested
    } else {
        L.decided_differs
    };
    fill(words, &[&framework.pathway_line(pathway)])
}

/// Whether the decision is below the suggestion.
fn lower(framework: &Framework, case: &Case, assessment: &Assessment) -> bool {
    let decided = case.decision.as_ref().and_then(|d| framework.pathway(&d.pathway));
    decided.is_some_and(|decided| Some(decided) < assessment.span.lowest)
}

/// Whether an adult knows, in words.
pub fn tell_state(state: TellState) -> &'static str {
    match state {
        TellState::NotYet => L.not_yet,
        TellState::Told => L.is_told,
        TellState::Agrees => L.agrees,
        TellState::DoesNotAgree => L.does_not_agree,
        TellState::NotTold => L.not_told,
    }
}
