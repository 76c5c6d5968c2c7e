//! The head of a framework: who publishes it, its levels, pathways, domains, ages, roles and parameters.

use serde::Deserialize;

use super::{Mark, Text};

/// The head of a framework.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework<'a> {
    /// The version of this file shape; 1 today.
    pub schema: u32,
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub area: Text<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    #[serde(borrow)]
    pub edition: Mark<'a>,
    /// `2026-01-31`.
    #[serde(borrow)]
    pub valid_from: Mark<'a>,
    /// `2027-01-31`; past it an amber banner, never a stop.
    #[serde(borrow)]
    pub review_by: Mark<'a>,
    /// `en-GB`.
    #[serde(borrow)]
    pub language: Text<'a>,
    #[serde(borrow)]
    pub status: Status<'a>,
    /// The sentence about the lawful basis for sharing that goes on every referral.
    #[serde(borrow)]
    pub lawful_basis: Text<'a>,
    #[serde(borrow)]
    pub licence: Text<'a>,
    #[serde(borrow)]
    pub sources: Vec<SourceDocument<'a>>,
    #[serde(borrow)]
    pub levels: Vec<Level<'a>>,
    /// Lowest urgency first.
    #[serde(borrow)]
    pub pathways: Vec<Pathway<'a>>,
    #[serde(borrow)]
    pub domains: Vec<Domain<'a>>,
    #[serde(borrow)]
    pub ages: Vec<Age<'a>>,
    #[serde(borrow)]
    pub roles: Vec<Role<'a>>,
    #[serde(default, borrow)]
    pub parameters: Vec<Parameter<'a>>,
    /// Groups of dimensions whose indicators count once together, such as money, work and housing.
    #[serde(default, borrow)]
    pub count_once: Vec<Vec<Mark<'a>>>,
    /// Whether strengths may ease the cluster rules that name them.
    pub easing: Easing,
    /// The hour (0-23) from which a working-day clock counts as begun on the next working day.
    pub day_ends: u8,
    /// Words for the practitioner when the result is *consult*.
    #[serde(borrow)]
    pub consult: Consult<'a>,
    /// What to do when the front door's answer is not the one that was hoped for, in order.
    #[serde(borrow)]
    pub escalation: Vec<Step<'a>>,
    /// The clock by which the front door says what it decided: the day to ask, where nobody has.
    #[serde(default, borrow)]
    pub answered_by: Option<Mark<'a>>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum Easing {
    Off,
    On,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Status<'a> {
    Illustrative,
    RatifiedBy(#[serde(borrow)] Text<'a>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consult<'a> {
    /// Why no level is given.
    #[serde(borrow)]
    pub text: Text<'a>,
    #[serde(borrow)]
    pub steps: Vec<Step<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceDocument<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    #[serde(default, borrow)]
    pub address: Option<Text<'a>>,
}

/// Where a sentence, rule or clock comes from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source<'a> {
    #[serde(borrow)]
    pub document: Mark<'a>,
    #[serde(default, borrow)]
    pub page: Option<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    /// What is said: `Level 2`, or a name where an area has no numbers.
    #[serde(borrow)]
    pub label: Text<'a>,
    /// The short form inside the windscreen: `2`.
    #[serde(borrow)]
    pub short: Text<'a>,
    #[serde(borrow)]
    pub name: Text<'a>,
    #[serde(borrow)]
    pub means: Text<'a>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pathway<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub level: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    /// A service that spans levels: its pathways share this word.
    #[serde(default, borrow)]
    pub service: Option<Text<'a>>,
    #[serde(borrow)]
    pub means: Text<'a>,
    /// The law it rests on, where there is one.
    #[serde(default, borrow)]
    pub legal_basis: Option<Text<'a>>,
    /// What the practitioner asks for on this pathway, as a sentence.
    #[serde(borrow)]
    pub ask: Text<'a>,
    /// Who leads.
    #[serde(borrow)]
    pub lead: Text<'a>,
    /// Agreement to a service.
    #[serde(borrow)]
    pub agreement: Text<'a>,
    /// Sharing information: a different thing from agreement.
    #[serde(borrow)]
    pub sharing: Text<'a>,
    #[serde(borrow)]
    pub contact: Mark<'a>,
    /// "Phone now, finish later" appears as soon as this pathway is established.
    #[serde(default)]
    pub phone_now: bool,
    /// Somebody is in danger now: 999 goes before everything else.
    #[serde(default)]
    pub danger_now: bool,
    #[serde(borrow)]
    pub steps: Vec<Step<'a>>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

/// One thing to do, by when, with whom.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step<'a> {
    #[serde(borrow)]
    pub text: Text<'a>,
    #[serde(borrow)]
    pub clock: Mark<'a>,
    #[serde(default, borrow)]
    pub contact: Option<Mark<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Domain<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    #[serde(borrow)]
    pub dimensions: Vec<Dimension<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Age<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    /// Not born yet: the due date is asked.
    #[serde(default)]
    pub before_birth: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    /// The contact this role turns to when in doubt.
    #[serde(borrow)]
    pub consults: Mark<'a>,
}

/// A number that a partnership sets for itself.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    pub value: u32,
    #[serde(borrow)]
    pub note: Text<'a>,
}
