//! Forms: everything they name is there, and nobody is given two forms for one pathway.

use super::super::{
    model::OWN_LAYOUT,
    raw::{self, From, Mark, Text},
};
use super::{gather::Gathered, head, names::Kind, report::Report};

/// Checks every form.
pub fn check(report: &mut Report<'_>, all: &Gathered<'_>) {
    let mut served: Vec<Mark<'_>> = Vec::new();
    for form in &all.forms {
        one(report, form);
        report.refer_all(Kind::Pathway, &form.serves);
        for (at, &mark) in form.serves.iter().enumerate() {
            // Named twice in one form is told already.
            let here = form.serves[..at].iter().any(|other| other.0 == mark.0);
            match served.iter().find(|other| other.0 == mark.0).filter(|_| !here) {
                Some(first) => {
                    let first = report.place(first.0, "the first one");
                    let message = format!("two forms are the usual one for the pathway `{}`", mark.0);
                    let help = "take the pathway out of one of the two; a form that serves none can still be chosen by hand";
                    report.error(mark.0, message, "the second one", help).also.push(first);
                }
                None => served.push(mark),
            }
        }
    }
}

fn one(report: &mut Report<'_>, form: &raw::Form<'_>) {
    let owner = form.id;
    report.prose(&form.title, owner, "title");
    if let Some(note) = &form.note {
        report.prose(note, owner, "note");
    }
    head::source(report, &form.source);
    if owner.0 == OWN_LAYOUT {
        let message = format!("a form cannot be called `{OWN_LAYOUT}`");
        let help = "by this id the program's own summary is asked for; give the form another";
        report.error(owner.0, message, "taken", help);
    }
    if form.sections.is_empty() {
        let message = format!("the form `{}` has no section", owner.0);
        report.error(owner.0, message, "asks for nothing", "add a section with its fields");
    }
    once(report, owner, "sections", form.sections.iter().map(|section| &section.title));
    for section in &form.sections {
        report.prose(&section.title, owner, "title");
        if section.fields.is_empty() {
            let message = format!("the section `{}` of the form `{}` has no field", section.title.0, owner.0);
            let help = "add what the form asks there, or take the section away";
            report.error(section.title.word(owner), message, "asks for nothing", help);
        }
        once(report, owner, "fields", section.fields.iter().map(|field| &field.label));
        for field in &section.fields {
            self::field(report, owner, field);
        }
    }
}

/// Two things of one name cannot be told apart by who is asked to fill one of them in.
fn once<'t>(report: &mut Report<'_>, owner: Mark<'_>, what: &str, names: impl Iterator<Item = &'t Text<'t>>) {
    let mut seen: Vec<&Text<'_>> = Vec::new();
    for name in names {
        match seen.iter().find(|other| other.0 == name.0).filter(|_| !name.0.trim().is_empty()) {
            Some(first) => {
                let first = report.place(first.word(owner), "the first one");
                let message = format!("two {what} of the form `{}` are called `{}`", owner.0, name.0);
                let help = "give one of the two another name, or join them";
                report.error(name.word(owner), message, "the second one", help).also.push(first);
            }
            None => seen.push(name),
        }
    }
}

fn field(report: &mut Report<'_>, owner: Mark<'_>, field: &raw::FormField<'_>) {
    report.prose(&field.label, owner, "label");
    if let Some(why) = &field.why {
        report.prose(why, owner, "why");
    }
    report.refer_all(Kind::Pathway, &field.asked_at);
    let label = field.label.word(owner);
    let name = &field.label.0;
    if field.why.is_none() && !field.asked_at.is_empty() {
        let message = format!("the field `{name}` says where it is asked for, and not why");
        report.error(label, message, "no `why`", "write `why`, or take `asked_at` away");
    }
    let by_hand = field.from.iter().any(|from| matches!(from, From::ByHand));
    if field.from.is_empty() {
        let message = format!("the field `{name}` takes nothing from a check");
        let help = "name in `from` what it takes, or write `[ByHand]` where the program has nothing for it";
        report.error(label, message, "`from` is empty", help);
    } else if by_hand && field.from.len() > 1 {
        let message = format!("the field `{name}` is written by hand and taken from a check at once");
        let help = "make two fields of it, so that whoever fills it in sees which part is left to them";
        report.error(label, message, "`ByHand` and more", help);
    }
    let given: Vec<_> = field.from.iter().filter_map(From::given).collect();
    if let Some(twice) =
        given.iter().enumerate().find_map(|(at, one)| given[..at].contains(one).then_some(one))
    {
        let message = format!("the field `{name}` takes `{twice:?}` twice");
        report.error(label, message, "twice in `from`", "take one of the two away");
    }
    for from in &field.from {
        let (kind, marks) = match from {
            From::Questions(marks) => (Kind::Question, marks),
            From::Domains(marks) => (Kind::Domain, marks),
            From::Dimensions(marks) => (Kind::Dimension, marks),
            _ => continue,
        };
        report.refer_all(kind, marks);
        if marks.is_empty() {
            let message = format!("the field `{name}` names no {}", kind.noun());
            report.error(label, message, "an empty list", "name at least one, or take the list away");
        }
    }
}
