//! A part of an item in one line: words as they are, a condition as an author reads it.

use serde_json::{Map, Value};

use super::words::W;
use crate::keyed::fill;

/// What stands there, in one line.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(shown).collect::<Vec<_>>().join("; "),
        Value::Object(parts) => condition(parts).unwrap_or_else(|| plain(parts)),
        other => other.to_string(),
    }
}

/// A condition; none where it is something else.
fn condition(parts: &Map<String, Value>) -> Option<String> {
    let of = |key: &str| parts.get(key).and_then(Value::as_array);
    let list = |list: &[Value]| list.iter().map(shown).collect::<Vec<_>>().join(", ");
    let text = |key: &str| parts.get(key).map(shown).unwrap_or_default();
    if let (Some(question), Some(step), 2) = (parts.get("question"), parts.get("step"), parts.len()) {
        return Some(fill(W.at, &[&shown(question), &shown(step)]));
    }
    let one = |key: &str, words: &str| of(key).map(|parts| fill(words, &[&list(parts)]));
    if parts.len() == 1
        && let Some(said) = one("any", W.any)
            .or_else(|| one("all", W.all))
            .or_else(|| one("age", W.age))
            .or_else(|| one("role", W.role))
    {
        return Some(said);
    }
    if let (Some(_), Some(of)) = (parts.get("at_least"), of("of")) {
        return Some(fill(W.at_least, &[&text("at_least"), &list(of)]));
    }
    parts.get("count")?;
    let mut said = fill(W.count, &[&text("count"), &text("at"), &text("domains")]);
    for (key, words) in [("including", W.including), ("themes", W.themes)] {
        if let Some(these) = of(key).filter(|these| !these.is_empty()) {
            said.push_str(&fill(words, &[&list(these)]));
        }
    }
    Some(said)
}

/// A source, a step of what to do: each of its parts with its name.
fn plain(parts: &Map<String, Value>) -> String {
    let there = parts.iter().filter(|(_, value)| !value.is_null());
    there.map(|(name, value)| format!("{name} {}", shown(value))).collect::<Vec<_>>().join(", ")
}
