//! JSON in one form only: keys in order, no spaces.

use serde_json::Value;

use super::super::id::Id;

/// An object, its keys in alphabetical order.
pub fn object<const N: usize>(mut fields: [(&str, String); N]) -> String {
    fields.sort_by_key(|(key, _)| *key);
    // A framework is a megabyte of text, and each opening writes all of it: so nothing is written twice.
    let length: usize = fields.iter().map(|(key, value)| key.len() + value.len() + 4).sum();
    let mut text = String::with_capacity(length + 2);
    text.push('{');
    for (at, (key, value)) in fields.iter().enumerate() {
        text.push_str(if at == 0 { "\"" } else { ",\"" });
        text.push_str(key);
        text.push_str("\":");
        text.push_str(value);
    }
    text.push('}');
    text
}

/// A list in the order it has.
pub fn list<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    let mut text = String::from("[");
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        text.push_str(&write(item));
    }
    text.push(']');
    text
}

/// A list in the order of its ids.
pub fn by_id<T>(items: &[T], id: impl Fn(&T) -> &Id, write: impl Fn(&T) -> String) -> String {
    let mut sorted: Vec<_> = items.iter().collect();
    sorted.sort_by(|a, b| id(a).cmp(id(b)));
    list(&sorted, |item| write(item))
}

/// A text.
pub fn string(text: &str) -> String {
    if text.bytes().any(|byte| matches!(byte, b'"' | b'\\' | ..=0x1f)) {
        return Value::from(text).to_string();
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    quoted.push_str(text);
    quoted.push('"');
    quoted
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_text_is_what_any_writer_of_json_makes_of_it(text: String) {
            prop_assert_eq!(string(&text), Value::from(text).to_string());
        }
    }

    #[test]
    fn marks_and_controls_are_escaped() {
        for text in ["", "plain", "\"", "\\", "\n", "\u{1f}", "\u{7f}", "é"] {
            assert_eq!(string(text), Value::from(text).to_string());
        }
        assert_eq!(
            object([("b", list(&[1, 2], ToString::to_string)), ("a", null())]),
            r#"{"a":null,"b":[1,2]}"#
        );
        assert_eq!(list::<u8>(&[], ToString::to_string), "[]");
    }
}
