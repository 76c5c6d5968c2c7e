//! Duties, clocks, contacts, words explained and findings accepted, as they are typed.

use serde::Deserialize;

use super::{Condition, Mark, Source, Text};

/// Whom a duty binds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Binds<'a> {
    Everyone,
    Roles(#[serde(borrow)] Vec<Mark<'a>>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    #[serde(borrow)]
    pub binds: Binds<'a>,
    /// Whom it binds, in words.
    #[serde(borrow)]
    pub who: Text<'a>,
    #[serde(borrow)]
    pub when: Condition<'a>,
    /// What is to be done, in a sentence.
    #[serde(borrow)]
    pub action: Text<'a>,
    #[serde(borrow)]
    pub clock: Mark<'a>,
    #[serde(borrow)]
    pub contact: Mark<'a>,
    /// To be done before the day is out: "Phone now, finish later" appears at once.
    #[serde(default)]
    pub same_day: bool,
    #[serde(borrow)]
    pub source: Source<'a>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, serde::Serialize)]
pub enum Unit {
    /// Now: before anything else.
    AtOnce,
    Hours,
    WorkingDays,
    CalendarDays,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clock<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    /// How many; 0 is the same day (or, in hours, now).
    pub amount: u32,
    pub unit: Unit,
    /// The event it runs from, in words: `from the phone call`.
    #[serde(borrow)]
    pub from: Text<'a>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    /// Left out where only the practitioner's own organisation knows it.
    #[serde(default, borrow)]
    pub phone: Option<Text<'a>>,
    #[serde(default, borrow)]
    pub hours: Option<Text<'a>>,
    /// The day somebody last checked the number, `2026-01-31`.
    #[serde(default, borrow)]
    pub checked_on: Option<Mark<'a>>,
    /// The day from which the number is shown as *to be checked*.
    #[serde(default, borrow)]
    pub check_by: Option<Mark<'a>>,
    #[serde(default, borrow)]
    pub note: Option<Text<'a>>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

/// Something that a check finds and that is meant: it stays as it is, for a reason.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accepted<'a> {
    /// The proof that does not hold, by the name under which `check` tells it.
    #[serde(borrow)]
    pub proof: Mark<'a>,
    /// What it does not hold of.
    #[serde(borrow)]
    pub id: Mark<'a>,
    /// Why that is meant, for whoever reviews the framework next.
    #[serde(borrow)]
    pub reason: Text<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "an author writes `term: ...` in a glossary")]
pub struct Term<'a> {
    #[serde(borrow)]
    pub term: Mark<'a>,
    #[serde(default, borrow)]
    pub also: Vec<Text<'a>>,
    #[serde(borrow)]
    pub means: Text<'a>,
}
