//! The head of a framework: who publishes it, its levels and pathways, domains, ages, roles and numbers.

use jiff::civil::Date;

use super::super::{
    model::DomainIx,
    parse::SCHEMA,
    raw::{self, Mark},
};
use super::{
    facts::Facts,
    gather::Gathered,
    names::{Kind, Names},
    report::Report,
};

/// Checks that there is one head, and the head itself.
pub fn check<'a>(report: &mut Report<'a>, all: &Gathered<'a>, facts: &mut Facts<'a>) {
    let Some(&head) = all.heads.first() else {
        if report.names.complete(Kind::Level) {
            report.of_folder(
                "no file here says who publishes the framework and which levels it has",
                "add a file `framework.ron` that begins with `Framework(`; is this the right folder?",
            );
            let kinds = Kind::defined_by(Some("Framework"));
            report.names.lose(kinds, [], true);
        }
        return;
    };
    for other in &all.heads[1..] {
        let first = report.place(head.id.0, "the first one");
        report
            .error(
                other.id.0,
                "there are two `Framework(...)` documents in this folder",
                "the second one",
                "keep one of the two; a folder holds one framework",
            )
            .also
            .push(first);
    }
    about(report, head);
    levels(report, head);
    triangle(report, head);
    for role in &head.roles {
        report.prose(&role.title, role.id, "title");
        report.refer(Kind::Contact, role.consults);
    }
    for age in &head.ages {
        report.prose(&age.title, age.id, "title");
    }
    for parameter in &head.parameters {
        report.prose(&parameter.note, parameter.id, "note");
    }
    report.prose(&head.consult.text, head.id, "consult");
    steps(report, &head.consult.steps, head.id);
    steps(report, &head.escalation, head.id);
    if let Some(clock) = head.answered_by {
        report.refer(Kind::Clock, clock);
    }
    learn(&report.names, head, facts);
}

fn about(report: &mut Report<'_>, head: &raw::Framework<'_>) {
    // The parser has seen to versions written plainly; this one may be written as `0x2`.
    if head.schema != SCHEMA {
        let message = format!("this program reads version {SCHEMA} of the file shape");
        let help = "use the program that the framework was written for";
        report.error(head.id.0, message, "another version", help);
    }
    report.well_formed(head.id);
    for (text, field) in [
        (&head.area, "area"),
        (&head.title, "title"),
        (&head.lawful_basis, "lawful_basis"),
        (&head.licence, "licence"),
    ] {
        report.prose(text, head.id, field);
    }
    if let raw::Status::RatifiedBy(whom) = &head.status {
        report.prose(whom, head.id, "status");
    }
    if head.edition.0.trim().is_empty() {
        report.error(head.edition.0, "the edition has no name", "empty", "write one, such as `2026-1`");
    }
    let from = date(report, head.valid_from);
    let by = date(report, head.review_by);
    if let (Some(from), Some(by)) = (from, by)
        && by <= from
    {
        report.error(
            head.review_by.0,
            "the framework is due for review before it is valid",
            format!("not after {from}"),
            "`review_by` is later than `valid_from`",
        );
    }
    let language = &head.language.0;
    let fits = |part: &str| (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
    if !language.split('-').all(fits) {
        let message = format!("`{language}` is not a language's short name");
        report.error(head.language.word(head.id), message, "not a short name", "write it as `en-GB` or `cy`");
    }
    if head.day_ends > 23 {
        report.error(
            head.id.0,
            format!("a day has no hour {}", head.day_ends),
            "of this framework",
            "`day_ends` is an hour from 0 to 23, such as `17`",
        );
    }
    for document in &head.sources {
        report.prose(&document.title, document.id, "title");
    }
}

fn levels(report: &mut Report<'_>, head: &raw::Framework<'_>) {
    let lists = [
        (head.levels.is_empty(), "levels"),
        (head.pathways.is_empty(), "pathways"),
        (head.domains.is_empty(), "domains"),
        (head.ages.is_empty(), "age bands"),
        (head.roles.is_empty(), "roles"),
    ];
    for (empty, what) in lists {
        // A list that lost an item is not empty.
        if empty && report.names.complete(Kind::Level) {
            report.error(
                head.id.0,
                format!("the framework has no {what}"),
                "of this framework",
                "list at least one",
            );
        }
    }
    for level in &head.levels {
        for (text, field) in
            [(&level.label, "label"), (&level.short, "short"), (&level.name, "name"), (&level.means, "means")]
        {
            report.prose(text, level.id, field);
        }
        source(report, &level.source);
        let pathways = head.pathways.iter().any(|p| p.level == level.id);
        if !pathways && report.names.complete(Kind::Pathway) {
            report.error(
                level.id.0,
                format!("no pathway belongs to the level `{}`", level.id.0),
                "cannot be reached",
                "add a pathway with this level, or take the level away",
            );
        }
    }
    let mut highest: Option<(usize, Mark<'_>)> = None;
    for (at, pathway) in head.pathways.iter().enumerate() {
        for (text, field) in [
            (&pathway.title, "title"),
            (&pathway.means, "means"),
            (&pathway.ask, "ask"),
            (&pathway.lead, "lead"),
            (&pathway.agreement, "agreement"),
            (&pathway.sharing, "sharing"),
        ] {
            report.prose(text, pathway.id, field);
        }
        source(report, &pathway.source);
        report.refer(Kind::Contact, pathway.contact);
        steps(report, &pathway.steps, pathway.id);
        if pathway.danger_now && !pathway.phone_now {
            let message = format!("the pathway `{}` is for danger now, without `phone_now`", pathway.id.0);
            report.error(pathway.id.0, message, "nobody is told to ring", "add `phone_now: true`");
        }
        if report.names.find(Kind::Level, pathway.id).is_some() {
            let level = head.levels.iter().find(|l| l.id == pathway.id);
            let first = level.map(|l| report.place(l.id.0, "a level"));
            let message = format!("a level and a pathway are both called `{}`", pathway.id.0);
            let help = "rules name levels and pathways alike; give one of the two another id";
            let fault = report.error(pathway.id.0, message, "a pathway", help);
            fault.also.extend(first);
        }
        let Some(level) = report.refer(Kind::Level, pathway.level) else {
            continue;
        };
        if at == 0 && level != 0 {
            report.error(
                pathway.level.0,
                "the first pathway is not the lowest level's",
                "not the first level",
                "list levels and pathways with the lowest first; where no rule raises, the first pathway stands",
            );
        }
        match highest {
            Some((above, mark)) if level < above => {
                let other = report.place(mark.0, "a pathway of a higher level goes before");
                let message = format!("the pathway `{}` is out of order", pathway.id.0);
                let help = "list pathways from the least to the most urgent, and levels in the same order";
                report.error(pathway.level.0, message, "a lower level", help).also.push(other);
            }
            _ => highest = Some((level, pathway.level)),
        }
    }
}

fn triangle(report: &mut Report<'_>, head: &raw::Framework<'_>) {
    for domain in &head.domains {
        report.prose(&domain.title, domain.id, "title");
        for dimension in &domain.dimensions {
            report.prose(&dimension.title, dimension.id, "title");
        }
    }
    let mut seen: Vec<Mark<'_>> = Vec::new();
    for &mark in head.count_once.iter().flatten() {
        report.refer(Kind::Dimension, mark);
        match seen.iter().find(|m| m.0 == mark.0) {
            Some(first) => {
                let first = report.place(first.0, "the first time");
                let message = format!("the dimension `{}` is in `count_once` twice", mark.0);
                report
                    .error(mark.0, message, "the second time", "a dimension belongs to one group at most")
                    .also
                    .push(first);
            }
            None => seen.push(mark),
        }
    }
}

fn learn<'a>(names: &Names<'a>, head: &raw::Framework<'a>, facts: &mut Facts<'a>) {
    facts.pathway_levels = head.pathways.iter().map(|p| names.find(Kind::Level, p.level)).collect();
    facts.parameters = head.parameters.iter().map(|p| p.value).collect();
    for (at, domain) in head.domains.iter().enumerate() {
        for dimension in &domain.dimensions {
            facts.dimension_domains.push(DomainIx(at));
            let group = head.count_once.iter().position(|g| g.contains(&dimension.id));
            facts.dimension_groups.push(group);
        }
    }
}

/// Checks things to do.
pub fn steps(report: &mut Report<'_>, steps: &[raw::Step<'_>], owner: Mark<'_>) {
    for step in steps {
        report.prose(&step.text, owner, "steps");
        report.refer(Kind::Clock, step.clock);
        if let Some(contact) = step.contact {
            report.refer(Kind::Contact, contact);
        }
    }
}

/// Checks where something comes from.
pub fn source(report: &mut Report<'_>, source: &raw::Source<'_>) {
    report.refer(Kind::Document, source.document);
}

/// Reads a day, and tells where it is none.
pub fn date(report: &mut Report<'_>, mark: Mark<'_>) -> Option<Date> {
    let found = day(mark);
    if found.is_none() {
        let message = format!("`{}` is not a day of the calendar", mark.0);
        report.error(mark.0, message, "not a day", "write the year, month and day as `2026-01-31`");
    }
    found
}

/// Reads a day written as `2026-01-31`.
pub fn day(mark: Mark<'_>) -> Option<Date> {
    let shaped = mark.0.len() == 10 && mark.0.chars().all(|c| c.is_ascii_digit() || c == '-');
    shaped.then(|| mark.0.parse().ok()).flatten()
}
