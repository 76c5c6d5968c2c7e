//! Raw documents are held against every rule a framework keeps, and all faults are told at once.

mod areas;
mod conditions;
mod facts;
mod forms;
mod gates;
mod gather;
mod head;
mod indicators;
mod letters;
mod names;
mod questions;
mod report;
mod rules;
mod whole;

pub use facts::{Facts, IndicatorFacts, QuestionFacts};
pub use gates::gates;
pub use gather::{Gathered, gather};
pub use head::day;
pub use names::{Kind, Names};
pub use questions::worry_is_no;
pub use report::Report;
pub use rules::DECISIVE;

/// Checks everything; what the framework is built from comes back, faults or not.
pub fn check<'a>(report: &mut Report<'a>, all: &Gathered<'a>) -> Facts<'a> {
    name(report, all);
    let mut facts = Facts::default();
    head::check(report, all, &mut facts);
    indicators::check(report, all, &mut facts);
    questions::check(report, all, &mut facts);
    indicators::used_once(report, &facts);
    gates::check(report, &facts);
    rules::check(report, all, &mut facts);
    areas::check(report, all, &mut facts);
    whole::lists(report, all);
    forms::check(report, all);
    whole::reach(report, all, &facts);
    whole::unused(report);
    facts
}

/// Gives every item its name before anything refers to it.
fn name<'a>(report: &mut Report<'a>, all: &Gathered<'a>) {
    if let Some(head) = all.heads.first() {
        head.sources.iter().for_each(|d| report.name(Kind::Document, d.id));
        head.levels.iter().for_each(|l| report.name(Kind::Level, l.id));
        head.pathways.iter().for_each(|p| report.name(Kind::Pathway, p.id));
        head.ages.iter().for_each(|a| report.name(Kind::Age, a.id));
        head.roles.iter().for_each(|r| report.name(Kind::Role, r.id));
        head.parameters.iter().for_each(|p| report.name(Kind::Parameter, p.id));
        for domain in &head.domains {
            report.name(Kind::Domain, domain.id);
            domain.dimensions.iter().for_each(|d| report.name(Kind::Dimension, d.id));
        }
    }
    all.sections.iter().for_each(|s| report.name(Kind::Section, s.id));
    all.concerns.iter().for_each(|c| report.name(Kind::Concern, c.id));
    all.questions.iter().for_each(|q| report.name(Kind::Question, q.common.id));
    all.indicators.iter().for_each(|i| report.name(Kind::Indicator, i.id));
    all.raises.iter().for_each(|r| report.name(Kind::Rule, r.id));
    all.advice.iter().for_each(|a| report.name(Kind::Rule, a.id));
    all.duties.iter().for_each(|d| report.name(Kind::Duty, d.id));
    all.clocks.iter().for_each(|c| report.name(Kind::Clock, c.id));
    all.contacts.iter().for_each(|c| report.name(Kind::Contact, c.id));
    all.forms.iter().for_each(|f| report.name(Kind::Form, f.id));
}
