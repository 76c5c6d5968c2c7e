//! What was added, removed, reworded, moved or changed between two editions.

use serde_json::{Map, Value};

use super::shown::shown;
use crate::framework::{Framework, canonical};

/// What kind of thing an item is, in the order in which an author reads them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Framework,
    Level,
    Pathway,
    Domain,
    Dimension,
    Age,
    Role,
    Section,
    Concern,
    Question,
    Indicator,
    Parameter,
    Rule,
    Advice,
    Duty,
    Clock,
    Contact,
    Form,
    Term,
    Document,
}

impl Kind {
    /// Its name, as scripts read it.
    pub fn name(self) -> &'static str {
        LISTS.iter().find(|(kind, ..)| *kind == self).map_or("framework", |(_, name, ..)| name)
    }
}

/// Each kind with its name, and the list that it stands in.
const LISTS: [(Kind, &str, &str); 19] = [
    (Kind::Level, "level", "levels"),
    (Kind::Pathway, "pathway", "pathways"),
    (Kind::Domain, "domain", "domains"),
    (Kind::Dimension, "dimension", "dimensions"),
    (Kind::Age, "age", "ages"),
    (Kind::Role, "role", "roles"),
    (Kind::Section, "section", "sections"),
    (Kind::Concern, "concern", "concerns"),
    (Kind::Question, "question", "questions"),
    (Kind::Indicator, "indicator", "indicators"),
    (Kind::Parameter, "parameter", "parameters"),
    (Kind::Rule, "rule", "rules"),
    (Kind::Advice, "advice", "advice"),
    (Kind::Duty, "duty", "duties"),
    (Kind::Clock, "clock", "clocks"),
    (Kind::Contact, "contact", "contacts"),
    (Kind::Form, "form", "forms"),
    (Kind::Term, "term", "glossary"),
    (Kind::Document, "document", "documents"),
];

/// One thing that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub kind: Kind,
    /// As it is called now; where it was removed, as it was called.
    pub id: String,
    /// What it says, in short.
    pub title: String,
    pub what: What,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Added,
    Removed,
    /// It is there in both, under this older id where it has a new one.
    Altered {
        was: Option<String>,
        fields: Vec<Field>,
    },
}

/// A part of an item that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    pub how: How,
    /// Empty where there was nothing.
    pub before: String,
    pub after: String,
}

/// How a part changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// To another level, pathway, dimension or place.
    Moved,
    /// What it asks, when it holds, or whom it binds.
    Changed,
    /// Other words for what may be the same.
    Reworded,
}

/// Parts that say where a thing belongs.
const PLACES: [&str; 7] = ["level", "at", "dimension", "domain", "home", "to", "place"];

/// Parts that are words.
const TEXTS: [&str; 31] = [
    "text",
    "title",
    "label",
    "short",
    "name",
    "means",
    "why",
    "hint",
    "counts",
    "does_not_count",
    "who",
    "find_out",
    "guidance",
    "differs",
    "first_person",
    "intro",
    "worry",
    "also",
    "bear_in_mind",
    "ask",
    "lead",
    "agreement",
    "sharing",
    "action",
    "note",
    "service",
    "legal_basis",
    "source",
    "area",
    "licence",
    "lawful_basis",
];

/// Everything that differs, in the order of kinds; removed things stand with those of their kind.
pub fn items(old: &Framework, new: &Framework) -> Vec<Item> {
    let renamed = renamed(old, new);
    let mut before = whole(old);
    rename(&mut before, &renamed);
    let after = whole(new);
    let mut found = Vec::new();
    let fields = differing(&alone(&before), &alone(&after));
    if !fields.is_empty() {
        let what = What::Altered { was: None, fields };
        let title = new.about.title.clone();
        found.push(Item { kind: Kind::Framework, id: new.about.id.to_string(), title, what });
    }
    for (kind, _, list) in LISTS {
        let of = |side: &Value| side.get(list).and_then(Value::as_array).cloned().unwrap_or_default();
        found.extend(of_kind(kind, &of(&before), &of(&after), &renamed));
    }
    found
}

/// A framework as its fingerprint sees it, with what that leaves out: its contacts' own entries.
fn whole(framework: &Framework) -> Value {
    // The canonical text is JSON; were it none, there would be nothing to compare.
    let mut all: Value = serde_json::from_str(&canonical(framework)).unwrap_or_default();
    let contacts = framework.contacts.iter().map(|contact| {
        serde_json::json!({
            "id": contact.id, "title": contact.title, "phone": contact.phone, "hours": contact.hours,
            "checked_on": contact.checked_on, "check_by": contact.check_by, "note": contact.note,
        })
    });
    all["contacts"] = contacts.collect();
    // A question tells where it stands, so that a concern need not list its questions.
    for list in ["sections", "concerns"] {
        for home in all[list].as_array().cloned().unwrap_or_default() {
            let inside = home["questions"].as_array().cloned().unwrap_or_default();
            for question in all["questions"].as_array_mut().into_iter().flatten() {
                if inside.contains(&question["id"]) {
                    question["home"] = home["id"].clone();
                }
            }
        }
        for home in all[list].as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
            home.remove("questions");
        }
    }
    // Where order means something, a thing's place is part of it.
    for list in ["levels", "pathways"] {
        for (at, one) in all[list].as_array_mut().into_iter().flatten().enumerate() {
            one["place"] = (at + 1).into();
        }
    }
    all
}

/// What belongs to no item: who publishes it, and what holds for all of it.
fn alone(all: &Value) -> Value {
    let mut alone = all["about"].as_object().cloned().unwrap_or_default();
    for key in ["easing", "day_ends", "answered_by", "escalation"] {
        alone.insert(key.to_owned(), all[key].clone());
    }
    alone.insert("consult".to_owned(), all["consult"]["text"].clone());
    alone.insert("consult steps".to_owned(), all["consult"]["steps"].clone());
    alone.into()
}

/// Ids of the old edition that the new one calls something else: the old id and the new.
fn renamed(old: &Framework, new: &Framework) -> Vec<(String, String)> {
    let of = |was: &[crate::framework::Id], id: &crate::framework::Id| {
        was.iter().map(|was| (was.to_string(), id.to_string())).collect::<Vec<_>>()
    };
    let questions = new.questions.iter().flat_map(|q| of(&q.was, &q.id));
    let all = questions.chain(new.indicators.iter().flat_map(|i| of(&i.was, &i.id)));
    let there = |id: &str| {
        old.questions.iter().any(|q| q.id.as_str() == id)
            || old.indicators.iter().any(|i| i.id.as_str() == id)
    };
    let mut all: Vec<(String, String)> = all.filter(|(was, _)| there(was)).collect();
    // A rule that was made for a decisive indicator is called after it.
    let rules: Vec<(String, String)> = all
        .iter()
        .filter_map(|(was, id)| {
            let rule = |f: &Framework, sign: &str| {
                let made = f.rules.iter().find(|r| r.decisive.is_some_and(|at| f[at].id.as_str() == sign));
                made.map(|rule| rule.id.to_string())
            };
            Some((rule(old, was)?, rule(new, id)?))
        })
        .collect();
    all.extend(rules);
    all
}

/// Calls everything by its new id, wherever it is named.
fn rename(value: &mut Value, renamed: &[(String, String)]) {
    match value {
        Value::String(text) => {
            if let Some((_, id)) = renamed.iter().find(|(was, _)| was == text) {
                id.clone_into(text);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|one| rename(one, renamed)),
        Value::Object(parts) => parts.values_mut().for_each(|part| rename(part, renamed)),
        _ => {}
    }
}

fn of_kind(kind: Kind, before: &[Value], after: &[Value], renamed: &[(String, String)]) -> Vec<Item> {
    let mut found = Vec::new();
    let item = |one: &Value, what| Item { kind, id: id(one).to_owned(), title: title(one), what };
    for one in after {
        let Some(other) = before.iter().find(|other| id(other) == id(one)) else {
            found.push(item(one, What::Added));
            continue;
        };
        let was = renamed.iter().find(|(_, now)| now == id(one)).map(|(was, _)| was.clone());
        let fields = differing(other, one);
        if was.is_some() || !fields.is_empty() {
            found.push(item(one, What::Altered { was, fields }));
        }
    }
    let gone = before.iter().filter(|one| !after.iter().any(|other| id(other) == id(one)));
    found.extend(gone.map(|one| item(one, What::Removed)));
    found
}

fn id(one: &Value) -> &str {
    let named = one.get("id").or_else(|| one.get("term"));
    named.and_then(Value::as_str).unwrap_or_default()
}

/// What a thing says first of itself.
fn title(one: &Value) -> String {
    let said =
        ["title", "text", "label", "why", "means", "note"].iter().find_map(|key| one.get(*key)?.as_str());
    said.unwrap_or_default().to_owned()
}

fn differing(before: &Value, after: &Value) -> Vec<Field> {
    let none = Map::new();
    let (before, after) = (before.as_object().unwrap_or(&none), after.as_object().unwrap_or(&none));
    let mut fields = Vec::new();
    for (name, now) in after {
        let was = before.get(name).unwrap_or(&Value::Null);
        if was == now || name == "was" || name == "id" {
            continue;
        }
        let rows = |value: &Value| value.as_array().cloned().unwrap_or_default();
        if name == "steps" && rows(now).iter().any(|step| step.get("means").is_some()) {
            fields.extend(of_steps(&rows(was), &rows(now)));
            continue;
        }
        let how = match name.as_str() {
            name if PLACES.contains(&name) => How::Moved,
            name if TEXTS.contains(&name) => How::Reworded,
            _ => How::Changed,
        };
        fields.push(Field { name: name.clone(), how, before: shown(was), after: shown(now) });
    }
    fields.sort_by_key(|field| field.how);
    fields
}

/// A question's answers, each by its id.
fn of_steps(before: &[Value], after: &[Value]) -> Vec<Field> {
    let field =
        |of: &Value, how, before, after| Field { name: format!("answer {}", id(of)), how, before, after };
    let means = |one: &Value| shown(&one["means"]);
    let mut fields = Vec::new();
    for now in after {
        let Some(was) = before.iter().find(|was| id(was) == id(now)) else {
            fields.push(field(now, How::Changed, String::new(), means(now)));
            continue;
        };
        if was["means"] != now["means"] {
            fields.push(field(now, How::Reworded, means(was), means(now)));
        }
        if was["indicator"] != now["indicator"] {
            fields.push(field(now, How::Changed, shown(&was["indicator"]), shown(&now["indicator"])));
        }
    }
    let gone = before.iter().filter(|was| !after.iter().any(|now| id(now) == id(was)));
    fields.extend(gone.map(|was| field(was, How::Changed, means(was), String::new())));
    let order = |list: &[Value], other: &[Value]| {
        let both = list.iter().map(id).filter(|one| other.iter().any(|o| id(o) == *one));
        both.map(str::to_owned).collect::<Vec<_>>()
    };
    let (was, now) = (order(before, after), order(after, before));
    if was != now {
        let (before, after) = (was.join(", "), now.join(", "));
        fields.push(Field { name: "answers".to_owned(), how: How::Moved, before, after });
    }
    fields
}
