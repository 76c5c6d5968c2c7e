//! Indicators, rules and the conditions they rest on, as they are typed.

use serde::Deserialize;

use super::{Mark, Source, Text};

#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
pub enum Polarity {
    /// Counts, and may be decisive.
    #[default]
    Need,
    /// History, refused help, worklessness: raises only through a rule that also names a current need.
    Background,
    /// Speaks for a lower level; counts only when it is established.
    Strength,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(default, borrow)]
    pub was: Vec<Mark<'a>>,
    #[serde(borrow)]
    pub text: Text<'a>,
    /// The same in the child's voice, where a framework has one.
    #[serde(default, borrow)]
    pub first_person: Option<Text<'a>>,
    #[serde(default)]
    pub polarity: Polarity,
    /// A level (its lowest pathway) or a pathway.
    #[serde(borrow)]
    pub at: Mark<'a>,
    #[serde(borrow)]
    pub dimension: Mark<'a>,
    #[serde(borrow)]
    pub theme: Text<'a>,
    /// Enough on its own for its pathway.
    #[serde(default)]
    pub decisive: bool,
    #[serde(default, borrow)]
    pub ages: Vec<Mark<'a>>,
    #[serde(default, borrow)]
    pub guidance: Option<Text<'a>>,
    /// Where areas are known to differ.
    #[serde(default, borrow)]
    pub differs: Option<Text<'a>>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Rule<'a> {
    #[serde(borrow)]
    Raise(Raise<'a>),
    #[serde(borrow)]
    Advise(Advise<'a>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Raise<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    /// A level (its lowest pathway) or a pathway.
    #[serde(borrow)]
    pub to: Mark<'a>,
    #[serde(borrow)]
    pub when: Condition<'a>,
    /// A sentence that stands under *Why* when the rule fires.
    #[serde(borrow)]
    pub why: Text<'a>,
    /// Strengths, any one of which eases this rule to `eased_to`, where the framework allows easing.
    #[serde(default, borrow)]
    pub eased_by: Vec<Mark<'a>>,
    #[serde(default, borrow)]
    pub eased_to: Option<Mark<'a>>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

/// What a piece of advice is about, which decides where it is shown.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum Topic {
    /// The result stands at a border: consult.
    Borderline,
    /// Before anyone in the family is spoken to.
    Telling,
    /// Good practice on these facts.
    Practice,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advise<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    pub topic: Topic,
    #[serde(borrow)]
    pub text: Text<'a>,
    #[serde(borrow)]
    pub when: Condition<'a>,
    /// The highest pathway (for a level, its lowest) at which it still makes sense; above, it is not shown.
    #[serde(default, borrow)]
    pub up_to: Option<Mark<'a>>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

/// A condition: closed, positive (nothing negates), so that more concern can never make it false.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Condition<'a> {
    /// The indicator is established.
    #[serde(borrow)]
    Indicator(Mark<'a>),
    /// The question has its worrying answer (yes/no questions; for a ladder, any rung above the first).
    #[serde(borrow)]
    Answer(Mark<'a>),
    /// The ladder stands at this rung or a worse one.
    Rung(#[serde(borrow)] Mark<'a>, #[serde(borrow)] Mark<'a>),
    #[serde(borrow)]
    Age(Vec<Mark<'a>>),
    #[serde(borrow)]
    Role(Vec<Mark<'a>>),
    #[serde(borrow)]
    Any(Vec<Condition<'a>>),
    #[serde(borrow)]
    All(Vec<Condition<'a>>),
    AtLeast(#[serde(borrow)] Amount<'a>, #[serde(borrow)] Vec<Condition<'a>>),
    /// At least so many needs at this level or pathway or above.
    #[serde(borrow)]
    Count(Count<'a>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count<'a> {
    /// A level (its lowest pathway) or a pathway: needs at it or above are counted.
    #[serde(borrow)]
    pub at: Mark<'a>,
    #[serde(borrow)]
    pub at_least: Amount<'a>,
    /// Spread over at least so many domains.
    #[serde(default, borrow)]
    pub domains: Option<Amount<'a>>,
    /// At least one of the counted needs is in one of these domains.
    #[serde(default, borrow)]
    pub including: Vec<Mark<'a>>,
    /// Only needs with one of these themes.
    #[serde(default, borrow)]
    pub themes: Vec<Text<'a>>,
}

/// A number, or the id of a local parameter that holds it.
#[derive(Clone, Copy, Debug)]
pub enum Amount<'a> {
    Number(i64),
    Parameter(Mark<'a>),
}

impl<'de: 'a, 'a> Deserialize<'de> for Amount<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Amount<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a whole number, or the id of a local parameter in quotes")
            }

            fn visit_i64<E: serde::de::Error>(self, n: i64) -> Result<Self::Value, E> {
                Ok(Amount::Number(n))
            }

            fn visit_u64<E: serde::de::Error>(self, n: u64) -> Result<Self::Value, E> {
                i64::try_from(n).map(Amount::Number).map_err(|_too_big| E::custom("the number is too large"))
            }

            fn visit_borrowed_str<E>(self, id: &'de str) -> Result<Self::Value, E> {
                Ok(Amount::Parameter(Mark(id)))
            }
        }

        deserializer.deserialize_any(Visitor)
    }
}
