//! A line with an object: each name with what stands there, and nothing kept but that.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// What a name stands for.
#[derive(Debug, PartialEq)]
pub(super) enum Held {
    Nothing,
    Text(String),
    Number(i64),
    Truth(bool),
    List(Vec<String>),
    Other,
}

/// An object's names in order, a name that stands twice twice.
#[derive(Debug)]
pub(super) struct Object(pub Vec<(String, Held)>);

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Names;
        impl<'de> Visitor<'de> for Names {
            type Value = Object;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Object, M::Error> {
                let mut names = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    names.push(entry);
                }
                Ok(Object(names))
            }
        }
        from.deserialize_map(Names)
    }
}

impl<'de> Deserialize<'de> for Held {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Anything)
    }
}

struct Anything;

impl<'de> Visitor<'de> for Anything {
    type Value = Held;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer")
    }

    fn visit_unit<E: Error>(self) -> Result<Held, E> {
        Ok(Held::Nothing)
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<Held, E> {
        Ok(Held::Truth(yes))
    }

    fn visit_i64<E: Error>(self, n: i64) -> Result<Held, E> {
        Ok(Held::Number(n))
    }

    fn visit_u64<E: Error>(self, n: u64) -> Result<Held, E> {
        Ok(i64::try_from(n).map_or(Held::Other, Held::Number))
    }

    fn visit_f64<E: Error>(self, _fraction: f64) -> Result<Held, E> {
        Ok(Held::Other)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Held, E> {
        Ok(Held::Text(text.to_owned()))
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<Held, S::Error> {
        let mut texts = Vec::new();
        let mut odd = false;
        while let Some(one) = list.next_element()? {
            match one {
                Held::Text(text) => texts.push(text),
                _ => odd = true,
            }
        }
        Ok(if odd { Held::Other } else { Held::List(texts) })
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Held, M::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Held::Other)
    }
}
