//! JSON in one form only: keys in order, no spaces.

use serde_json::Value;

use super::super::id::Id;

/// An object, its keys in alphabetical order.
pub fn object<const N: usize>(mut fields: [(&str, String); N]) -> String {
    fields.sort_by_key(|(key, _)| *key);
    let fields: Vec<_> = fields.iter().map(|(key, value)| format!("{}:{value}", string(key))).collect();
    format!("{{{}}}", fields.join(","))
}

/// A list in the order it has.
pub fn list<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    let items: Vec<_> = items.iter().map(write).collect();
    format!("[{}]", items.join(","))
}

/// A list in the order of its ids.
pub fn by_id<T>(items: &[T], id: impl Fn(&T) -> &Id, write: impl Fn(&T) -> String) -> String {
    let mut sorted: Vec<_> = items.iter().collect();
    sorted.sort_by(|a, b| id(a).cmp(id(b)));
    list(&sorted, |item| write(item))
}

/// A text.
pub fn string(text: &str) -> String {
    Value::from(text).to_string()
}

/// A list of texts.
pub fn strings(texts: &[String]) -> String {
    list(texts, |t| string(t))
}

/// An id.
pub fn name(id: &Id) -> String {
    string(id.as_str())
}

/// A text, or its absence.
pub fn optional(text: Option<&str>) -> String {
    text.map_or_else(null, string)
}

/// Absence.
pub fn null() -> String {
    "null".to_owned()
}

/// A word of the file format, as the author typed it.
pub fn word(value: impl std::fmt::Debug) -> String {
    string(&format!("{value:?}"))
}
