//! The framework as a whole: nothing out of reach, nothing asked in vain.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{
    condition::Condition,
    id::Id,
    model::{PathwayIx, Polarity, QuestionIx},
    raw::{From, Mark, Part},
};
use super::{
    facts::Facts,
    gather::Gathered,
    head::{self, date},
    names::Kind,
    report::Report,
};

/// How many safety questions there may be: they are asked of everybody, first.
const SAFETY: usize = 5;

/// Checks homes and the smaller lists: concerns, sections, clocks, contacts and the glossary.
pub fn lists(report: &mut Report<'_>, all: &Gathered<'_>) {
    for section in &all.sections {
        report.prose(&section.title, section.id, "title");
        if let Some(intro) = &section.intro {
            report.prose(intro, section.id, "intro");
        }
    }
    for concern in &all.concerns {
        report.prose(&concern.title, concern.id, "title");
        report.prose(&concern.worry, concern.id, "worry");
        for (texts, field) in [(&concern.also, "also"), (&concern.bear_in_mind, "bear_in_mind")] {
            for text in texts {
                report.prose(text, concern.id, field);
            }
        }
        report.refer_all(Kind::Concern, &concern.goes_with);
        for &mark in concern.goes_with.iter().filter(|m| **m == concern.id) {
            let message = format!("the concern `{}` goes with itself", mark.0);
            report.error(mark.0, message, "itself", "take it away");
        }
    }
    for clock in &all.clocks {
        report.prose(&clock.from, clock.id, "from");
        head::source(report, &clock.source);
    }
    for contact in &all.contacts {
        report.prose(&contact.title, contact.id, "title");
        head::source(report, &contact.source);
        let checked = contact.checked_on.and_then(|m| date(report, m));
        let by = contact.check_by.and_then(|m| date(report, m));
        if let (Some(checked), Some(by), Some(mark)) = (checked, by, contact.check_by)
            && by <= checked
        {
            let message =
                format!("the number of `{}` is due for checking before it was checked", contact.id.0);
            report.error(
                mark.0,
                message,
                format!("not after {checked}"),
                "`check_by` is later than `checked_on`",
            );
        }
    }
    for accepted in &all.accepted {
        report.prose(&accepted.reason, accepted.id, "reason");
    }
    glossary(report, all);
    safety(report, all);
    old_ids(report, all);
}

fn glossary(report: &mut Report<'_>, all: &Gathered<'_>) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for term in &all.terms {
        report.prose(&term.means, term.term, "means");
        if term.term.0.trim().is_empty() {
            report.error(
                term.term.0,
                "this term of the glossary is empty",
                "empty",
                "write the term, or take the entry away",
            );
        }
        let others = term.also.iter().map(|t| (t.0.as_ref(), t.word(term.term)));
        for (word, spot) in std::iter::once((term.term.0, term.term.0)).chain(others) {
            let key = word.trim().to_lowercase();
            match seen.get(&key) {
                Some(first) => {
                    let first = report.place(first, "explained here already");
                    let message = format!("the glossary explains `{word}` twice");
                    report.error(spot, message, "and here", "keep one of the two").also.push(first);
                }
                None => {
                    seen.insert(key, spot);
                }
            }
        }
    }
}

fn safety(report: &mut Report<'_>, all: &Gathered<'_>) {
    let questions: Vec<_> = all.questions.iter().filter(|q| q.part == Some(Part::Safety)).collect();
    if questions.is_empty() && report.names.complete(Kind::Question) {
        report.of_folder(
            "the framework has no safety question",
            "add a section with `part: Safety` and one to five questions; they are asked first",
        );
    }
    if let Some(extra) = questions.get(SAFETY) {
        let message = format!("there are {} safety questions, and {SAFETY} is the most", questions.len());
        let help =
            "everybody is asked them first; keep to immediate danger and move the others into other parts";
        report.error(extra.common.id.0, message, "one too many", help);
    }
}

/// Ids of older editions: each leads to one item that is there today.
fn old_ids(report: &mut Report<'_>, all: &Gathered<'_>) {
    let questions = all.questions.iter().map(|q| (Kind::Question, q.common.was));
    let indicators = all.indicators.iter().map(|i| (Kind::Indicator, i.was.as_slice()));
    let mut seen: BTreeMap<(Kind, &str), Mark<'_>> = BTreeMap::new();
    for (kind, was) in questions.chain(indicators) {
        for &mark in was {
            report.well_formed(mark);
            if let Some(now) = report.names.find(kind, mark) {
                let now = report.place(report.names.all(kind)[now].0, "still used here");
                let message = format!("the old id `{}` is still {}'s id", mark.0, kind.a());
                let help = "an answer recorded under it would belong to two; take it out of `was`";
                report.error(mark.0, message, "an older id", help).also.push(now);
            }
            if let Some(first) = seen.insert((kind, mark.0), mark) {
                let first = report.place(first.0, "the first time");
                let message = format!("two {} say they were `{}`", super::report::plural(kind), mark.0);
                report
                    .error(mark.0, message, "the second time", "an old id leads to one of them")
                    .also
                    .push(first);
            }
        }
    }
}

/// Warns of numbers and clocks that nothing goes by: whoever sets them would set them in vain.
pub fn unused(report: &mut Report<'_>) {
    let users = [Kind::Rule, Kind::Duty, Kind::Question, Kind::Pathway];
    if !users.iter().all(|&k| report.names.complete(k)) {
        return;
    }
    for kind in [Kind::Parameter, Kind::Clock] {
        let marks = report.names.all(kind).to_vec();
        for (at, mark) in marks.iter().enumerate() {
            // Of two with one id only the first is found, and the other has been told of.
            let first = report.names.find(kind, *mark) == Some(at);
            let used = report.is_used(kind, at) || report.is_meant(kind, *mark);
            if first && !used && Id::new(mark.0).is_ok() {
                let message = format!("nothing uses the {} `{}`", kind.noun(), mark.0);
                let help = "use it, or take it away";
                report.warning(mark.0, message, "not used", help);
            }
        }
    }
}

/// Checks that each pathway can be reached, and that each question can change something.
pub fn reach(report: &mut Report<'_>, all: &Gathered<'_>, facts: &Facts<'_>) {
    let complete = [Kind::Rule, Kind::Indicator, Kind::Question, Kind::Duty, Kind::Pathway];
    if !complete.iter().all(|&k| report.names.complete(k)) {
        return;
    }
    let by_rule = all.raises.iter().map(|r| r.to);
    let by_indicator = facts.indicators.iter().filter(|i| i.raw.decisive).map(|i| i.raw.at);
    let reached: BTreeSet<_> =
        by_rule.chain(by_indicator).filter_map(|mark| facts.at(&report.names, mark)).collect();
    let pathways: Vec<_> = report.names.all(Kind::Pathway).to_vec();
    for (at, pathway) in pathways.iter().enumerate().skip(1) {
        if !reached.contains(&PathwayIx(at)) {
            let message = format!("nothing raises to the pathway `{}`", pathway.0);
            let help =
                "write a rule that raises to it, make an indicator decisive for it, or take the pathway away";
            report.error(pathway.0, message, "cannot be reached", help);
        }
    }
    let mut named = BTreeSet::new();
    for when in facts.raises.iter().chain(&facts.advice).chain(&facts.duties) {
        match when {
            Some(when) => mention(when, &mut named),
            // What a faulty condition names is not known, so nothing can be said to be in vain.
            None => return,
        }
    }
    for (at, question) in facts.questions.iter().enumerate() {
        let of = |i: super::super::model::IndicatorIx| facts.indicators[i.0].pathway;
        let mut indicators = question.steps.iter().filter(|s| s.mark.is_some());
        // An indicator that is not known could be any.
        let above = indicators.any(|s| s.indicator.and_then(of).is_none_or(|p| !facts.lowest_level(p)));
        let matters = above
            || question.polarity == Polarity::Strength
            || !question.opens.is_empty()
            || on_a_form(all, question.asked.common.id)
            || named.contains(&QuestionIx(at));
        if !matters {
            let id = question.asked.common.id.0;
            let message = format!("whatever is answered to `{id}`, nothing changes");
            let help = "give an answer an indicator above the lowest level, name the question in a rule, duty or form, or take it away: nobody is asked in vain";
            report.error(id, message, "asked in vain", help);
        }
    }
}

/// Whether a form has a field for a question: then its answer changes what is printed.
fn on_a_form(all: &Gathered<'_>, question: Mark<'_>) -> bool {
    let fields = all.forms.iter().flat_map(|form| &form.sections).flat_map(|section| &section.fields);
    fields.flat_map(|field| &field.from).any(|from| match from {
        From::Questions(marks) => marks.iter().any(|mark| mark.0 == question.0),
        _ => false,
    })
}

fn mention(when: &Condition, found: &mut BTreeSet<QuestionIx>) {
    match when {
        Condition::At { question, .. } => {
            found.insert(*question);
        }
        Condition::Any(parts) | Condition::All(parts) | Condition::AtLeast(_, parts) => {
            for part in parts {
                mention(part, found);
            }
        }
        // What a count reaches stands above the lowest level and matters by that.
        Condition::Age(_) | Condition::Role(_) | Condition::Count(_) => {}
    }
}
