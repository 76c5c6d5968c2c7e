//! What two editions differ in, in lines and for scripts.

use serde_json::{Value, json};

use super::{Compared, How, Item, Kind, Moved, What, cases::Faulty, words::W};
use crate::{
    framework::{
        Framework, Id,
        model::{PathwayIx, RuleIx},
    },
    keyed::fill,
};

/// Counts of one kind's items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub added: usize,
    pub removed: usize,
    pub moved: usize,
    pub changed: usize,
    pub reworded: usize,
}

/// Each kind in which something differs, with how many of it do.
pub fn counts(items: &[Item]) -> Vec<(Kind, Counts)> {
    let mut all: Vec<(Kind, Counts)> = Vec::new();
    for item in items {
        if all.last().is_none_or(|(kind, _)| *kind != item.kind) {
            all.push((item.kind, Counts::default()));
        }
        let Some((_, counts)) = all.last_mut() else { continue };
        match &item.what {
            What::Added => counts.added += 1,
            What::Removed => counts.removed += 1,
            What::Altered { was, fields } => {
                let any = |how: How| usize::from(fields.iter().any(|field| field.how == how));
                counts.moved += any(How::Moved);
                counts.changed += any(How::Changed).max(usize::from(was.is_some()));
                counts.reworded += any(How::Reworded);
            }
        }
    }
    all
}

/// One item's lines: what it is, and each part of it that differs.
pub fn of_item(item: &Item) -> (String, Vec<String>) {
    let (what, fields) = match &item.what {
        What::Added => (W.added.to_owned(), &[][..]),
        What::Removed => (W.removed.to_owned(), &[][..]),
        What::Altered { was, fields } => {
            let was = was.as_ref().map(|was| fill(W.renamed, &[was]));
            (was.unwrap_or_else(|| item.title.clone()), &fields[..])
        }
    };
    let what = match &item.what {
        What::Altered { .. } => what,
        _ if item.title.is_empty() => what,
        _ => format!("{what}. {}", item.title),
    };
    let lines = fields.iter().map(|field| {
        let said = |text: &str| {
            if text.is_empty() { W.nothing.to_owned() } else { fill(W.quoted, &[text]) }
        };
        let words = match field.how {
            How::Moved => W.moved,
            How::Changed => W.changed,
            How::Reworded => W.reworded,
        };
        fill(words, &[&field.name, &said(&field.before), &said(&field.after)])
    });
    (fill(W.item, &[item.kind.name(), &item.id, &what]), lines.collect())
}

/// A moved case's lines: from where to where, and by which rule.
pub fn of_moved(old: &Framework, new: &Framework, moved: &Moved) -> (String, Vec<String>) {
    let line = |f: &Framework, at: Option<PathwayIx>| {
        at.map_or_else(|| W.consult.to_owned(), |at| f.pathway_line(at))
    };
    let (was, now) = (line(old, moved.before.lowest), line(new, moved.after.lowest));
    let (was_open, open) = (line(old, Some(moved.before.highest)), line(new, Some(moved.after.highest)));
    let title = if was == now && was_open != open {
        fill(W.could_be, &[&moved.name, &was_open, &open])
    } else {
        fill(W.case_moved, &[&moved.name, &was, &now])
    };
    let rule = |f: &Framework, words: &str, rule: RuleIx| fill(words, &[f[rule].id.as_str(), &f[rule].why]);
    let mut lines: Vec<String> = moved.by.iter().map(|&at| rule(new, W.by_rule, at)).collect();
    lines.extend(moved.no_longer.iter().map(|&at| rule(old, W.no_longer, at)));
    if lines.is_empty() && was != now {
        lines.push(W.by_safety.to_owned());
    }
    let ids = |ids: &[Id]| match ids {
        [] => W.nothing.to_owned(),
        ids => ids.iter().map(Id::as_str).collect::<Vec<_>>().join(", "),
    };
    if moved.before.duties != moved.after.duties {
        lines.push(fill(W.by_duty, &[&ids(&moved.after.duties), &ids(&moved.before.duties)]));
    }
    for (words, unread) in [(W.unread, &moved.after.unresolved), (W.unread_before, &moved.before.unresolved)]
    {
        if !unread.is_empty() {
            lines.push(fill(words, &[&ids(unread)]));
        }
    }
    (title, lines)
}

/// How many cases moved to another level, and how many to another pathway at the same one.
pub fn moves(old: &Framework, new: &Framework, compared: &Compared) -> (usize, usize) {
    let levels = compared.cases.moved.iter().filter(|m| m.to_another_level(old, new)).count();
    let established =
        |m: &&Moved| m.before.lowest.map(|at| &old[at].id) != m.after.lowest.map(|at| &new[at].id);
    (levels, compared.cases.moved.iter().filter(established).count().saturating_sub(levels))
}

/// `Level 2`, or that a consultation comes first.
pub fn level_name(framework: &Framework, id: Option<&Id>) -> String {
    let level = id.and_then(|id| framework.levels.iter().find(|level| level.id == *id));
    level.map_or_else(|| W.consult.to_owned(), |level| level.label.clone())
}

/// Everything, a line each.
pub fn lines(old: &Framework, new: &Framework, compared: &Compared) -> Vec<String> {
    let (was, now) = (&old.about, &new.about);
    let mut lines = vec![fill(W.title, &[&was.title, &was.edition, &now.title, &now.edition])];
    if compared.items.is_empty() {
        lines.push(W.no_change.to_owned());
    }
    for (kind, n) in counts(&compared.items) {
        let counts = [n.added, n.removed, n.moved, n.changed, n.reworded].map(|n| n.to_string());
        let values: Vec<&str> =
            std::iter::once(kind.name()).chain(counts.iter().map(String::as_str)).collect();
        lines.push(fill(W.counts, &values));
    }
    for item in &compared.items {
        let (title, fields) = of_item(item);
        lines.push(title);
        lines.extend(fields.into_iter().map(|field| format!("    {field}")));
    }
    let cases = &compared.cases;
    if cases.read == 0 {
        lines.push(W.no_cases.to_owned());
    } else {
        let (levels, pathways) = moves(old, new, compared);
        let counts = [cases.read, levels, pathways].map(|n| n.to_string());
        lines.push(fill(W.cases, &[&counts[0], &counts[1], &counts[2]]));
        lines.push(W.levels.to_owned());
        lines.extend(matrix(old, new, compared));
    }
    for moved in &cases.moved {
        let (title, by) = of_moved(old, new, moved);
        lines.push(title);
        lines.extend(by.into_iter().map(|by| format!("    {by}")));
    }
    for Faulty { name, faults } in &cases.faulty {
        for (line, column, why) in faults {
            lines.push(fill(W.faulty, &[&format!("{name}:{line}:{column}"), why]));
        }
    }
    lines
}

fn matrix(old: &Framework, new: &Framework, compared: &Compared) -> Vec<String> {
    let table = &compared.cases.matrix;
    let down: Vec<String> = table.before.iter().map(|id| level_name(old, id.as_ref())).collect();
    let across: Vec<String> = table.after.iter().map(|id| level_name(new, id.as_ref())).collect();
    let wide = down.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    let row = |name: &str, cells: Vec<String>| {
        let cells = cells.iter().zip(&across).map(|(cell, head)| {
            let width = head.chars().count().max(4);
            format!("  {cell:>width$}")
        });
        format!("  {name:<wide$}{}", cells.collect::<String>())
    };
    let head = row("", across.clone());
    let rows = down
        .iter()
        .zip(&table.cases)
        .map(|(name, cells)| row(name, cells.iter().map(usize::to_string).collect()));
    std::iter::once(head).chain(rows).collect()
}

/// The same for a script: ids, in a shape that only grows.
pub fn to_json(old: &Framework, new: &Framework, compared: &Compared) -> Value {
    let about = |f: &Framework| json!({ "id": f.about.id, "edition": f.about.edition, "fingerprint": f.about.fingerprint });
    let pathway = |f: &Framework, at: PathwayIx| json!({ "level": f.level_of(at).id, "pathway": f[at].id });
    let item = |item: &Item| {
        let (what, was, fields) = match &item.what {
            What::Added => ("added", None, &[][..]),
            What::Removed => ("removed", None, &[][..]),
            What::Altered { was, fields } => ("altered", was.as_ref(), &fields[..]),
        };
        let fields = fields.iter().map(|field| {
            let how = match field.how {
                How::Moved => "moved",
                How::Changed => "changed",
                How::Reworded => "reworded",
            };
            json!({ "field": field.name, "how": how, "before": field.before, "after": field.after })
        });
        json!({
            "kind": item.kind.name(), "id": item.id, "title": item.title, "what": what, "was": was,
            "fields": fields.collect::<Vec<_>>(),
        })
    };
    let rules = |f: &Framework, list: &[RuleIx]| list.iter().map(|&at| f[at].id.clone()).collect::<Vec<_>>();
    let moved = |m: &Moved| {
        json!({
            "case": m.name,
            "before": { "lowest": m.before.lowest.map(|at| pathway(old, at)), "highest": pathway(old, m.before.highest), "duties": m.before.duties },
            "after": { "lowest": m.after.lowest.map(|at| pathway(new, at)), "highest": pathway(new, m.after.highest), "duties": m.after.duties },
            "by": rules(new, &m.by),
            "no_longer": rules(old, &m.no_longer),
            "unresolved_before": m.before.unresolved,
            "unresolved_after": m.after.unresolved,
        })
    };
    let cases = &compared.cases;
    let faulty = cases.faulty.iter().flat_map(|Faulty { name, faults }| {
        faults.iter().map(move |(line, column, why)| {
            json!({ "case": name, "line": line, "column": column, "message": why })
        })
    });
    json!({
        "schema": 1,
        "old": about(old),
        "new": about(new),
        "changes": compared.items.iter().map(item).collect::<Vec<_>>(),
        "cases": cases.read,
        "matrix": { "before": cases.matrix.before, "after": cases.matrix.after, "cases": cases.matrix.cases },
        "moved": cases.moved.iter().map(moved).collect::<Vec<_>>(),
        "faults": faulty.collect::<Vec<_>>(),
    })
}
