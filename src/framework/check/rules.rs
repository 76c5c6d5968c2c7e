//! Rules, advice and duties: what raises must rest on a need, and what eases must stay small.

use super::super::{
    condition::Condition,
    id::Id,
    model::{PathwayIx, Polarity},
    raw,
};
use super::{conditions::Checker, facts::Facts, gather::Gathered, head::source, names::Kind, report::Report};

/// What the rules made for decisive indicators are called: this, and the indicator's id.
pub const DECISIVE: &str = "decisive.";

/// Checks everything that has a condition.
pub fn check<'a>(report: &mut Report<'a>, all: &Gathered<'a>, facts: &mut Facts<'a>) {
    for raw in &all.raises {
        let when = condition(report, facts, raw.id, &raw.when);
        raise(report, facts, raw, when.as_ref());
        facts.raises.push(when);
    }
    for raw in &all.advice {
        reserved(report, raw.id);
        report.prose(&raw.text, raw.id, "text");
        source(report, &raw.source);
        let when = condition(report, facts, raw.id, &raw.when);
        if let Some(mark) = raw.up_to {
            target(report, facts, mark);
        }
        facts.advice.push(when);
    }
    for raw in &all.duties {
        for (text, field) in [(&raw.title, "title"), (&raw.who, "who"), (&raw.action, "action")] {
            report.prose(text, raw.id, field);
        }
        if let raw::Binds::Roles(roles) = &raw.binds {
            report.refer_all(Kind::Role, roles);
            if roles.is_empty() {
                let message = format!("the duty `{}` binds nobody", raw.id.0);
                report.error(
                    raw.id.0,
                    message,
                    "no roles",
                    "list at least one role, or write `binds: Everyone`",
                );
            }
        }
        report.refer(Kind::Clock, raw.clock);
        report.refer(Kind::Contact, raw.contact);
        source(report, &raw.source);
        let when = condition(report, facts, raw.id, &raw.when);
        facts.duties.push(when);
    }
    decisive_ids(report, facts);
}

fn condition<'a>(
    report: &mut Report<'a>,
    facts: &Facts<'a>,
    owner: raw::Mark<'a>,
    when: &raw::Condition<'a>,
) -> Option<Condition> {
    let mut checker = Checker { report, facts, owner };
    checker.check(when)
}

fn reserved(report: &mut Report<'_>, id: raw::Mark<'_>) {
    if id.0.starts_with(DECISIVE) {
        let message = format!("a rule's id cannot begin with `{DECISIVE}`");
        let help = "the program names its own rules for decisive indicators like this; choose another id";
        report.error(id.0, message, "taken", help);
    }
}

fn decisive_ids(report: &mut Report<'_>, facts: &Facts<'_>) {
    for indicator in facts.indicators.iter().filter(|i| i.raw.decisive) {
        let id = indicator.raw.id;
        if Id::new(id.0).is_ok() && Id::new(&format!("{DECISIVE}{}", id.0)).is_err() {
            let message = format!("the id `{}` is too long for a decisive indicator", id.0);
            let help = format!(
                "shorten it by {} characters: the program puts `{DECISIVE}` before it",
                id.0.len() + DECISIVE.len() - super::super::id::LONGEST
            );
            report.error(id.0, message, "too long", help);
        }
    }
}

fn raise(report: &mut Report<'_>, facts: &Facts<'_>, raw: &raw::Raise<'_>, when: Option<&Condition>) {
    let id = raw.id.0;
    reserved(report, raw.id);
    report.prose(&raw.why, raw.id, "why");
    source(report, &raw.source);
    let to = target(report, facts, raw.to);
    if to.is_some_and(|p| p.0 == 0) {
        let message = format!("`{id}` raises to the lowest pathway, where everybody stands");
        report.error(
            raw.to.0,
            message,
            "the lowest",
            "name a higher level or pathway, or make it an `Advise`",
        );
    }
    if let Some(when) = when {
        if holds_at_rest(when) {
            let message = format!("`{id}` raises a child about whom nothing has been answered");
            let help =
                "an age or a role alone is no concern; add a question, indicator or count with `All([...])`";
            report.error(id, message, "holds before any answer", help);
        } else if !rests_on_need(facts, when) {
            let message = format!("`{id}` can raise on history or refused help alone");
            let help = "background raises only together with a current need; add one with `All([...])`";
            report.error(id, message, "no current need", help);
        }
    }
    easing(report, facts, raw, to, when);
}

fn target(report: &mut Report<'_>, facts: &Facts<'_>, mark: raw::Mark<'_>) -> Option<PathwayIx> {
    let found = facts.at(&report.names, mark);
    if found.is_none() && report.names.find(Kind::Level, mark).is_none() {
        report.dangling(&[Kind::Pathway, Kind::Level], mark);
    }
    found
}

fn easing(
    report: &mut Report<'_>,
    facts: &Facts<'_>,
    raw: &raw::Raise<'_>,
    to: Option<PathwayIx>,
    when: Option<&Condition>,
) {
    let id = raw.id.0;
    let eased_to = raw.eased_to.and_then(|mark| target(report, facts, mark));
    if let Some(mark) = raw.eased_to {
        if raw.eased_by.is_empty() {
            let message = format!("`{id}` has `eased_to`, but nothing eases it");
            report.error(
                mark.0,
                message,
                "without `eased_by`",
                "name strengths in `eased_by`, or leave both out",
            );
        }
        if let (Some(to), Some(eased)) = (to, eased_to)
            && eased >= to
        {
            let message = format!("`{id}` is eased to where it raises, or higher");
            report.error(mark.0, message, "not lower", "name a lower pathway than the one in `to`");
        }
    }
    for (&mark, found) in raw.eased_by.iter().zip(report.refer_all(Kind::Indicator, &raw.eased_by)) {
        let Some(indicator) = found.and_then(|i| facts.indicators.get(i)) else {
            continue;
        };
        if indicator.raw.polarity != Polarity::Strength {
            let message = format!("`{}` eases `{id}`, but is no strength", mark.0);
            report.error(mark.0, message, "not a strength", "only indicators with `polarity: Strength` ease");
        }
    }
    let Some(&first) = raw.eased_by.first() else {
        return;
    };
    if raw.eased_to.is_none() {
        let message = format!("`{id}` is eased, but not said to what");
        report.error(first.0, message, "without `eased_to`", "add `eased_to` with a lower pathway");
    }
    let mut named = Vec::new();
    if let Some(when) = when {
        places(when, &mut named);
    }
    for (question, step) in named {
        let asked = facts.questions.get(question.0).map_or("", |q| q.asked.common.id.0);
        let decisive = facts.reached(question, step).is_some_and(|i| facts.indicators[i.0].raw.decisive);
        let (what, help) = if facts.is_safety(question) {
            (
                "a safety question",
                "nothing eases an answer to a safety question; make a rule of its own without it",
            )
        } else if decisive {
            ("a decisive indicator", "nothing eases what is decisive; make a rule of its own without it")
        } else {
            continue;
        };
        let message = format!("`{id}` is eased, but rests on {what} (`{asked}`)");
        report.error(first.0, message, "may not ease this rule", help);
    }
}

/// Every question and step that a condition names.
fn places(when: &Condition, found: &mut Vec<(super::super::model::QuestionIx, usize)>) {
    match when {
        Condition::At { question, step } => {
            if !found.contains(&(*question, *step)) {
                found.push((*question, *step));
            }
        }
        Condition::Any(parts) | Condition::All(parts) | Condition::AtLeast(_, parts) => {
            for part in parts {
                places(part, found);
            }
        }
        Condition::Age(_) | Condition::Role(_) | Condition::Count(_) => {}
    }
}

/// Whether a condition could hold for somebody about whom nothing is answered.
fn holds_at_rest(when: &Condition) -> bool {
    match when {
        Condition::At { step, .. } => *step == 0,
        Condition::Age(_) | Condition::Role(_) => true,
        Condition::Any(parts) => parts.iter().any(holds_at_rest),
        Condition::All(parts) => parts.iter().all(holds_at_rest),
        Condition::AtLeast(n, parts) => parts.iter().filter(|p| holds_at_rest(p)).count() >= *n,
        Condition::Count(count) => count.at_least == 0,
    }
}

/// Whether a condition can hold only where some need is there.
fn rests_on_need(facts: &Facts<'_>, when: &Condition) -> bool {
    let rests = |p: &Condition| rests_on_need(facts, p);
    match when {
        Condition::At { question, .. } => {
            let polarity = facts.questions.get(question.0).map(|q| q.polarity);
            polarity == Some(Polarity::Need)
        }
        Condition::Age(_) | Condition::Role(_) => false,
        Condition::Any(parts) => parts.iter().all(rests),
        Condition::All(parts) => parts.iter().any(rests),
        Condition::AtLeast(n, parts) => parts.iter().filter(|p| !rests(p)).count() < *n,
        Condition::Count(_) => true,
    }
}
