//! The referral summary: two pages that a front door wants to read, urgency first.

use jiff::civil::Date;

use super::{
    after, chronology, injuries,
    labels::Labels,
    parts::{field, footer, heading, list, made_on, notice, table, table_or},
    phrases, whom,
};
use crate::{
    assess::{
        self, Assessment,
        assessment::{By, NextStep},
    },
    case::{
        Case,
        family::Member,
        model::{PersonPart, TellState, Told},
    },
    framework::{
        Framework, Id,
        model::{Home, Part, PathwayIx, Polarity, QuestionIx},
    },
    keyed::fill,
    paper::document::{Block, Document, Field, HeadingLevel, Page},
};

const L: Labels = Labels::ENGLISH;

/// So many unknown questions are named; the rest are counted.
const UNKNOWNS_NAMED: usize = 6;

/// Writes the summary of a case; a blank prints as *No information*, never as nothing.
pub fn summary(framework: &Framework, case: &Case, assessment: &Assessment) -> Document {
    let paper = Paper { framework, case, assessment, on: case.as_of };
    let parts = [
        paper.urgency(),
        paper.about(),
        paper.happened(),
        paper.voice(),
        paper.impact(),
        paper.history(),
        paper.suggestion(),
        paper.unknowns(),
        paper.told(),
        paper.call(),
        paper.duties(),
        paper.asked_for(),
        paper.next_steps(),
    ];
    Document {
        title: L.referral_title.to_owned(),
        language: framework.about.language.clone(),
        page: Page::A4,
        notice: notice(framework, &format!("{} {}", made_on(framework, case), L.not_sent)),
        footer: footer(framework, case),
        blocks: parts.into_iter().flatten().collect(),
    }
}

/// One case on its way to paper.
struct Paper<'a> {
    framework: &'a Framework,
    case: &'a Case,
    assessment: &'a Assessment,
    on: Date,
}

impl Paper<'_> {
    fn asked_pathway(&self) -> Option<PathwayIx> {
        let decided = self.case.decision.as_ref().and_then(|d| self.framework.pathway(&d.pathway));
        decided.or(self.assessment.span.lowest)
    }

    fn urgency(&self) -> Vec<Block> {
        let Some(phone) = &self.assessment.phone_now else {
            return vec![self.calm()];
        };
        let top = self.framework.pathways.len() - 1;
        let emergency = phone.pathway.is_some_and(|p| p.0 == top);
        let numbers = phone.contacts.iter().map(|&c| phrases::contact(&self.framework[c], self.on));
        let duties = phone.duties.iter().map(|&d| self.framework[d].title.clone());
        let pathway = phone.pathway.map(|p| self.framework.pathway_line(p));
        let what: Vec<String> = pathway.into_iter().chain(duties).collect();
        let title = if emergency { L.emergency_now } else { L.phone_now };
        let text = format!("{}. {}", what.join("; "), numbers.collect::<Vec<_>>().join("; "));
        vec![Block::Callout { title: title.to_owned(), text }]
    }

    /// What stands first where nothing calls for the telephone at once: an unknown is never reassuring.
    fn calm(&self) -> Block {
        let decided = self.asked_pathway().filter(|&p| self.framework[p].phone_now);
        let door = |p: PathwayIx| phrases::contact(&self.framework[self.framework[p].contact], self.on);
        let (title, text) = match (decided, self.assessment.span.lowest) {
            (Some(pathway), _) => {
                (L.phone_now, format!("{}. {}", self.framework.pathway_line(pathway), door(pathway)))
            }
            (None, None) => {
                let whom = phrases::contact(&self.framework[self.assessment.consults], self.on);
                (L.consult_today, fill(L.consult_whom, &[&whom]))
            }
            (None, Some(_)) => (L.urgency, L.soon.to_owned()),
        };
        Block::Callout { title: title.to_owned(), text }
    }

    fn about(&self) -> Vec<Block> {
        let (case, referral) = (self.case, &self.case.referral);
        let age = case.about.age.as_ref().and_then(|id| self.framework.age(id));
        let role = case.about.role.as_ref().and_then(|id| self.framework.role(id));
        let mut fields = self.people(PersonPart::Child, L.child);
        if case.one_child() {
            fields.push(field(L.age, age.map_or("", |a| &self.framework[a].title)));
            if let Some(due) = case.about.due {
                fields.push(field(L.due, &phrases::date(due)));
            }
        } else {
            fields.push(field(L.children, &children(self.framework, case).join("\n")));
        }
        fields.push(field(L.whereabouts, &case.whereabouts));
        fields.push(field(L.other_children, &case.other_children));
        fields.extend(self.people(PersonPart::Household, L.household));
        fields.push(field(L.responsibility, &referral.parental_responsibility));
        fields.push(field(L.address, &referral.address));
        fields.extend(self.people(PersonPart::Professional, L.professionals));
        if !case.about.council.is_empty() {
            fields.push(field(L.council, &case.about.council));
        }
        fields.push(field(L.worker, &case.about.worker));
        let role = role.map_or("", |r| &self.framework[r].title);
        let who = [referral.referrer.as_str(), role, &case.about.relation];
        let who: Vec<&str> = who.into_iter().filter(|part| !part.trim().is_empty()).collect();
        fields.push(field(L.referrer, &who.join(", ")));
        fields.push(field(L.referrer_contact, &referral.referrer_contact));
        vec![heading(L.about), Block::Fields(fields)]
    }

    fn people(&self, part: PersonPart, label: &str) -> Vec<Field> {
        let of_part = self.case.referral.people.iter().filter(|person| person.part == part);
        let said = |person: &crate::case::model::Person| {
            let parts = [&person.name, &person.born, &person.details];
            parts.iter().filter(|p| !p.trim().is_empty()).map(|p| p.trim()).collect::<Vec<_>>().join(", ")
        };
        let lines: Vec<String> = of_part.map(said).filter(|line| !line.is_empty()).collect();
        vec![field(label, &lines.join("\n"))]
    }

    fn happened(&self) -> Vec<Block> {
        let mut blocks = vec![heading(L.happened)];
        let account = &self.case.account;
        if !account.text.trim().is_empty() || account.pieces.is_empty() {
            blocks.push(Block::Fields(vec![field(L.in_short, &account.text)]));
        }
        let events = chronology::of_child(self.case);
        if !events.is_empty() {
            blocks.push(chronology::block(&events));
        }
        blocks.extend(injuries::blocks(self.case));
        let worrying = self.standing(|home| matches!(home, None | Some(Part::Safety | Part::Around)));
        if !worrying.is_empty() {
            let label = L.answers_that_worry.to_owned();
            blocks.push(Block::Heading { level: HeadingLevel::Part, text: label });
            blocks.push(list(worrying));
        }
        blocks
    }

    /// Needs and background that stand above their first step, in these parts, each as a line.
    fn standing(&self, wanted: impl Fn(Option<Part>) -> bool) -> Vec<String> {
        let stands = |q: &QuestionIx| {
            let question = &self.framework[*q];
            let part = match question.home {
                Home::Section(section) => Some(self.framework[section].part),
                Home::Concern(_) => None,
            };
            let stands = || whom::stands(self.framework, self.case, *q);
            question.polarity != Polarity::Strength && wanted(part) && stands()
        };
        let standing = self.assessment.scope.iter().copied().filter(stands);
        standing.flat_map(|q| whom::findings(self.framework, self.case, q)).collect()
    }

    fn voice(&self) -> Vec<Block> {
        let referral = &self.case.referral;
        let fields = vec![
            field(L.childs_words, &referral.childs_words),
            field(L.childs_wishes, &referral.childs_wishes),
        ];
        vec![heading(L.voice), Block::Fields(fields)]
    }

    fn impact(&self) -> Vec<Block> {
        let questions = self.framework.sections_of(Part::Effect).flat_map(|s| s.questions.iter().copied());
        let lines: Vec<String> = questions.map(|q| phrases::line(self.framework, self.case, q)).collect();
        vec![heading(L.impact), list(lines)]
    }

    fn history(&self) -> Vec<Block> {
        let referral = &self.case.referral;
        let mut blocks = vec![heading(L.history)];
        let parts = [Part::History, Part::Help].into_iter().flat_map(|part| self.framework.sections_of(part));
        let questions = parts.flat_map(|section| section.questions.iter().copied());
        let answered = |q: &QuestionIx| !whom::answers(self.framework, self.case, *q).is_empty();
        let lines: Vec<String> =
            questions.filter(answered).map(|q| phrases::line(self.framework, self.case, q)).collect();
        if !lines.is_empty() {
            blocks.push(list(lines));
        }
        let fields = vec![field(L.history_free, &referral.history), field(L.help_free, &referral.help_tried)];
        blocks.push(Block::Fields(fields));
        blocks
    }

    fn suggestion(&self) -> Vec<Block> {
        let (result, open) = phrases::span(self.framework, self.assessment);
        let mut fields = vec![field(L.suggested, &format!("{result}. {open}"))];
        let reason = |r| phrases::reason(self.framework, self.case, self.assessment, r);
        let reasons = self.assessment.reasons.iter().map(reason);
        let reasons: Vec<String> = reasons.collect();
        if !self.case.one_child() {
            fields.push(field(
                L.each_child,
                &each_child(self.framework, self.case, self.assessment).join("\n"),
            ));
        }
        let reasons = match (self.assessment.span.lowest, reasons.is_empty()) {
            (None, _) => self.framework.consult.text.clone(),
            (Some(_), true) => L.no_reasons.to_owned(),
            (Some(_), false) => reasons.join("\n"),
        };
        fields.push(field(L.reasons, &reasons));
        fields.push(field(L.decided, &decided(self.framework, self.case, self.assessment)));
        if let Some(decision) = &self.case.decision {
            let lower = lower(self.framework, self.case, self.assessment);
            for (label, said) in [(L.reason, &decision.reason), (L.consulted, &decision.consulted)] {
                if lower || !said.is_empty() {
                    fields.push(field(label, said));
                }
            }
        }
        if !self.assessment.unresolved.is_empty() {
            let ids: Vec<&str> = self.assessment.unresolved.iter().map(Id::as_str).collect();
            fields.push(field(L.unresolved, &ids.join("; ")));
        }
        let mut blocks = vec![heading(L.suggestion), Block::Fields(fields)];
        let notes = &self.assessment.notes;
        if !notes.is_empty() {
            blocks.push(list(notes.iter().map(|n| phrases::note(self.framework, n)).collect()));
        }
        blocks
    }

    fn unknowns(&self) -> Vec<Block> {
        let unknown = &self.assessment.find_out;
        let mut lines: Vec<String> = unknown.iter().take(UNKNOWNS_NAMED).map(|u| self.unknown(u)).collect();
        if unknown.len() > UNKNOWNS_NAMED {
            lines.push(fill(L.and_more, &[&(unknown.len() - UNKNOWNS_NAMED).to_string()]));
        }
        let others: Vec<&str> =
            self.assessment.not_looked_at.iter().map(|&c| self.framework[c].title.as_str()).collect();
        let unknown = if lines.is_empty() { L.nothing_unknown.to_owned() } else { lines.join("\n") };
        let others = if others.is_empty() { L.everything_looked_at.to_owned() } else { others.join("; ") };
        let strengths = self.assessment.strengths.iter();
        let strengths: Vec<String> =
            strengths.flat_map(|&q| whom::findings(self.framework, self.case, q)).collect();
        let strengths = if strengths.is_empty() { L.no_strengths.to_owned() } else { strengths.join("\n") };
        let fields = vec![
            field(L.strengths, &strengths),
            field(L.unknown_list, &unknown),
            field(L.not_looked_at, &others),
        ];
        vec![heading(L.unknowns), Block::Fields(fields)]
    }

    fn unknown(&self, unknown: &assess::assessment::Unknown) -> String {
        whom::said_for(self.case, &unknown.children, &self.framework[unknown.question].text)
    }

    fn told(&self) -> Vec<Block> {
        let headers = [L.adult, L.told_state, L.said];
        let rows = self.case.told.iter().map(told).collect();
        let mut blocks = vec![heading(L.told), table_or("", &headers, rows, L.nobody_told)];
        let telling = phrases::before_telling(self.framework, self.assessment);
        if !telling.is_empty() {
            blocks.push(Block::Fields(vec![field(L.before_telling, &telling.join(" "))]));
        }
        blocks
    }

    fn call(&self) -> Vec<Block> {
        let call = &self.case.call;
        let said =
            |label: &str, text: &str| (!text.trim().is_empty()).then(|| format!("{label}: {}", text.trim()));
        let parts = [
            said(L.spoke_to, &after::spoke_to(call)),
            said(L.when, &call.when),
            said(L.advice, &[call.advice.trim(), call.agreed.trim()].join(" ")),
            said(L.reference, &call.reference),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        vec![Block::Fields(vec![field(L.call, &parts.join("\n"))])]
    }

    fn duties(&self) -> Vec<Block> {
        let row = |due: &assess::assessment::Due| {
            let duty = &self.framework[due.duty];
            let contact = phrases::contact(&self.framework[duty.contact], self.on);
            let duty = format!("{}. {} {contact}.", duty.title, duty.action);
            vec![phrases::by(due.by), whom::said_for(self.case, &due.children, &duty)]
        };
        let rows = self.assessment.duties.iter().map(row).collect();
        let mut blocks = vec![heading(L.duties), table_or("", &[L.by, L.duty], rows, L.no_duty)];
        let possible: Vec<&str> =
            self.assessment.duties_possible.iter().map(|&d| self.framework[d].title.as_str()).collect();
        if !possible.is_empty() {
            blocks.push(Block::Fields(vec![field(L.possible_duties, &possible.join("; "))]));
        }
        blocks
    }

    fn asked_for(&self) -> Vec<Block> {
        let pathway = self.asked_pathway().map(|p| &self.framework[p]);
        let own = self.case.referral.asked_for.trim();
        let asks: Vec<&str> =
            pathway.map(|p| p.ask.as_str()).into_iter().chain((!own.is_empty()).then_some(own)).collect();
        let agreement = pathway.map_or("", |p| &p.agreement);
        let fields = vec![field(L.asked_for, &asks.join("\n")), field(L.agreement, agreement)];
        let basis = self.framework.about.lawful_basis.clone();
        vec![heading(L.asked_title), Block::Fields(fields), Block::Paragraph(basis)]
    }

    fn next_steps(&self) -> Vec<Block> {
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
        vec![heading(L.next_steps), table("", &[L.by, L.step], rows)]
    }
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

fn told(told: &Told) -> Vec<String> {
    vec![told.adult.clone(), tell_state(told.state).to_owned(), told.said.clone()]
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
