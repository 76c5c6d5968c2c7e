//! What stands in a form's field: text, or a table where the order of several things matters.

use super::{chronology, given::Paper, injuries, labels::Labels, phrases};
use crate::{
    case::model::PersonPart,
    framework::model::{Given, Part, QuestionIx},
    paper::document::Block,
};

const L: Labels = Labels::ENGLISH;

/// What a piece of a check comes to.
pub(super) enum Said {
    /// Empty where there is nothing.
    Text(String),
    Table {
        headers: &'static [&'static str],
        rows: Vec<Vec<String>>,
    },
    Blocks(Vec<Block>),
}

impl Said {
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::Table { rows, .. } => rows.is_empty(),
            Self::Blocks(blocks) => blocks.is_empty(),
        }
    }
}

/// What the program itself calls a piece of a check.
pub fn label(given: Given) -> &'static str {
    match given {
        Given::Urgency => L.urgency,
        Given::Date => L.date,
        Given::Level => L.suggested,
        Given::Reasons => L.reasons,
        Given::Decision => L.decided,
        Given::Consulted => L.consulted,
        Given::Call => L.call,
        Given::Child => L.child,
        Given::Age => L.age,
        Given::Whereabouts => L.whereabouts,
        Given::Address => L.address,
        Given::Council => L.council,
        Given::Household => L.household,
        Given::ParentalResponsibility => L.responsibility,
        Given::OtherChildren => L.other_children,
        Given::Professionals => L.professionals,
        Given::Worker => L.worker,
        Given::Referrer => L.referrer,
        Given::ReferrerContact => L.referrer_contact,
        Given::Relation => L.relation,
        Given::Told => L.who_is_told,
        Given::Telling => L.before_telling,
        Given::Agreement => L.agreement,
        Given::Sharing => L.lawful_basis,
        Given::Account => L.in_short,
        Given::Events => L.happened,
        Given::Injuries => L.injuries,
        Given::Worries => L.answers_that_worry,
        Given::ChildsWords => L.childs_words,
        Given::ChildsWishes => L.childs_wishes,
        Given::Impact => L.impact,
        Given::Strengths => L.strengths,
        Given::History => L.history_free,
        Given::HelpTried => L.help_free,
        Given::AskedFor => L.asked_for,
        Given::Duties => L.duties,
        Given::NextSteps => L.next_steps,
        Given::Unknown => L.unknown_list,
        Given::NotLookedAt => L.not_looked_at,
    }
}

impl Paper<'_> {
    /// A piece of the check; questions in `elsewhere` stand in a place of their own and are left out.
    pub fn said(&self, given: Given, elsewhere: &[QuestionIx]) -> Said {
        let others = |questions: Vec<QuestionIx>| -> Vec<QuestionIx> {
            questions.into_iter().filter(|q| !elsewhere.contains(q)).collect()
        };
        match given {
            Given::Events => {
                let rows = chronology::rows(&chronology::of_child(self.case));
                Said::Table { headers: chronology::HEADERS, rows }
            }
            // The field's own label stands where the list of injuries has its heading.
            Given::Injuries => Said::Blocks(injuries::blocks(self.case).into_iter().skip(1).collect()),
            Given::Told => Said::Table { headers: &[L.adult, L.told_state, L.said], rows: self.told() },
            Given::NextSteps => Said::Table { headers: &[L.by, L.step], rows: self.next_steps() },
            Given::Duties => Said::Table { headers: &[L.by, L.duty], rows: self.duties() },
            Given::Worries => Said::Text(self.findings(&others(self.worries())).join("\n")),
            Given::Strengths => {
                Said::Text(self.findings(&others(self.assessment.strengths.clone())).join("\n"))
            }
            Given::Impact => {
                let questions = others(self.of_part(Part::Effect));
                let nothing = self.answered(questions.clone()).is_empty();
                Said::Text(if nothing { String::new() } else { self.lines(&questions).join("\n") })
            }
            Given::History => self.answers_and(Part::History, elsewhere, &self.case.referral.history),
            Given::HelpTried => self.answers_and(Part::Help, elsewhere, &self.case.referral.help_tried),
            other => Said::Text(self.line(other)),
        }
    }

    fn answers_and(&self, part: Part, elsewhere: &[QuestionIx], own: &str) -> Said {
        let mut questions = self.answered(self.of_part(part));
        questions.retain(|q| !elsewhere.contains(q));
        let mut lines = self.lines(&questions);
        lines.extend((!own.trim().is_empty()).then(|| own.trim().to_owned()));
        Said::Text(lines.join("\n"))
    }

    /// What is said in text, without a table and without questions; empty where there is nothing.
    pub fn line(&self, given: Given) -> String {
        let (case, referral) = (self.case, &self.case.referral);
        match given {
            Given::Urgency => {
                let (title, text) = self.urgency();
                if title == L.urgency { text } else { format!("{title}. {text}") }
            }
            Given::Date => phrases::date(self.on),
            Given::Level => self.level(),
            Given::Reasons => self.reasons(),
            Given::Decision => self.decision(),
            Given::Consulted => case.decision.as_ref().map(|d| d.consulted.clone()).unwrap_or_default(),
            Given::Call => self.call_whole().join("\n"),
            Given::Child => self.people(PersonPart::Child),
            Given::Age => self.ages(),
            Given::Whereabouts => case.whereabouts.clone(),
            Given::Address => referral.address.clone(),
            Given::Council => case.about.council.clone(),
            Given::Household => self.people(PersonPart::Household),
            Given::ParentalResponsibility => referral.parental_responsibility.clone(),
            Given::OtherChildren => case.other_children.clone(),
            Given::Professionals => self.people(PersonPart::Professional),
            Given::Worker => case.about.worker.clone(),
            Given::Referrer => self.referrer(),
            Given::ReferrerContact => referral.referrer_contact.clone(),
            Given::Relation => case.about.relation.clone(),
            Given::Telling => self.telling(),
            Given::Agreement => {
                self.asked_pathway().map(|p| self.framework[p].agreement.clone()).unwrap_or_default()
            }
            Given::Sharing => self.framework.about.lawful_basis.clone(),
            Given::Account => case.account.text.clone(),
            Given::ChildsWords => referral.childs_words.clone(),
            Given::ChildsWishes => referral.childs_wishes.clone(),
            Given::AskedFor => self.asked_for(),
            Given::Unknown => self.unknown().join("\n"),
            Given::NotLookedAt => self.not_looked_at(),
            Given::Events
            | Given::Injuries
            | Given::Told
            | Given::NextSteps
            | Given::Duties
            | Given::Worries
            | Given::Strengths
            | Given::Impact
            | Given::History
            | Given::HelpTried => String::new(),
        }
    }

    /// The suggestion, child by child where there are several, with what should be known about it.
    fn level(&self) -> String {
        let mut lines = vec![self.suggested()];
        lines.extend(self.assessment.span.lowest.and_then(|low| phrases::service_line(self.framework, low)));
        if !self.case.one_child() {
            lines.extend(self.each_child());
        }
        let unresolved = self.unresolved();
        if !unresolved.is_empty() {
            lines.push(format!("{}: {unresolved}", L.unresolved));
        }
        lines.extend(self.assessment.notes.iter().map(|note| phrases::note(self.framework, note)));
        lines.join("\n")
    }

    fn decision(&self) -> String {
        let mut lines = vec![self.decided()];
        let decided = self.case.decision.as_ref().and_then(|d| self.framework.pathway(&d.pathway));
        lines.extend(decided.and_then(|decided| phrases::service_line(self.framework, decided)));
        let reason = self.case.decision.as_ref().map(|d| d.reason.trim()).unwrap_or_default();
        lines.extend((!reason.is_empty()).then(|| format!("{}: {reason}", L.reason)));
        lines.join("\n")
    }

    fn ages(&self) -> String {
        if !self.case.one_child() {
            return self.children().join("\n");
        }
        let about = &self.case.about;
        let mut lines = vec![about.called.trim().to_owned(), self.age()];
        lines.extend(about.due.map(|due| format!("{}: {}", L.due, phrases::date(due))));
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    fn call_whole(&self) -> Vec<String> {
        let mut lines = self.call();
        let who = self.case.call.who_does_what.trim();
        lines.extend((!who.is_empty()).then(|| format!("{}: {who}", L.call_who)));
        lines
    }
}
