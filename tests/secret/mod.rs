//! A check with a secret in every text of it: what is found of that anywhere else has leaked.

use levels_of_need::case::{Case, file};
use serde_json::Value;

/// No word that anybody writes.
pub const SECRET: &str = "ZZSECRET";

/// A case file that has every part, with a secret wherever a person's own words can stand.
///
/// Returns how many there are as well. What cannot be a free text (an id, a day) does not read with a secret in it.
pub fn case() -> (Case, usize) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/case-files/valid/every-part/case.ron");
    let case = file::open(path.as_ref()).expect("it reads");
    let mut value = serde_json::to_value(case).expect("a case as values");
    let mut places = Vec::new();
    texts(&value, String::new(), &mut places);
    let mut planted = 0;
    for place in places {
        let of_the_program = place == "/code" || place.starts_with("/framework/");
        let Some(text) = value.pointer_mut(&place).filter(|_| !of_the_program) else { continue };
        let before = std::mem::replace(text, format!("{SECRET} number {planted}").into());
        if serde_json::from_value::<Case>(value.clone()).is_ok() {
            planted += 1;
        } else if let Some(text) = value.pointer_mut(&place) {
            *text = before;
        }
    }
    (serde_json::from_value(value).expect("a case"), planted)
}

/// Where each text stands.
fn texts(value: &Value, here: String, places: &mut Vec<String>) {
    match value {
        Value::String(_) => places.push(here),
        Value::Array(list) => {
            for (at, inner) in list.iter().enumerate() {
                texts(inner, format!("{here}/{at}"), places);
            }
        }
        Value::Object(fields) => {
            for (name, inner) in fields {
                texts(inner, format!("{here}/{name}"), places);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
