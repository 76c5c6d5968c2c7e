//! How the answers of one framework read in another area's, as it is typed.

use serde::Deserialize;

use super::{Mark, Text};

/// What corresponds between this framework and another one. Whatever has the same id in both means the
/// same and needs no word here.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correspondence<'a> {
    /// The other framework's id.
    #[serde(borrow)]
    pub to: Mark<'a>,
    #[serde(default, borrow)]
    pub concerns: Vec<Alike<'a>>,
    #[serde(default, borrow)]
    pub ages: Vec<Alike<'a>>,
    #[serde(default, borrow)]
    pub roles: Vec<Alike<'a>>,
    #[serde(default, borrow)]
    pub answers: Vec<Tie<'a>>,
}

/// One thing here, and what it is called there, one or more.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alike<'a> {
    #[serde(borrow)]
    pub here: Mark<'a>,
    #[serde(borrow)]
    pub there: Vec<Mark<'a>>,
}

/// An answer, named by the indicator it establishes or by its question and itself.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum Sign<'a> {
    #[serde(borrow)]
    Indicator(Mark<'a>),
    Answer(#[serde(borrow)] Mark<'a>, #[serde(borrow)] Mark<'a>),
}

/// How an answer here and answers there go together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Tie<'a> {
    /// One and the same.
    #[serde(borrow)]
    Same(Pair<'a>),
    /// There it is one of these, and which one is not known from here.
    #[serde(borrow)]
    Either(Several<'a>),
    /// There it is all of these at once.
    #[serde(borrow)]
    Both(Several<'a>),
    /// It says these there too; they do not say it.
    #[serde(borrow)]
    Includes(Several<'a>),
    /// They touch, and neither says the other.
    #[serde(borrow)]
    Part(Several<'a>),
    /// Nothing there corresponds, on purpose.
    #[serde(borrow)]
    Nothing(Alone<'a>),
    /// Two questions ask for the same number.
    #[serde(borrow)]
    Numbers(Questions<'a>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair<'a> {
    #[serde(borrow)]
    pub here: Sign<'a>,
    #[serde(borrow)]
    pub there: Sign<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Several<'a> {
    #[serde(borrow)]
    pub here: Sign<'a>,
    #[serde(borrow)]
    pub there: Vec<Sign<'a>>,
    /// Read by the practitioner: why it is not simply the same.
    #[serde(borrow)]
    pub note: Text<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alone<'a> {
    #[serde(borrow)]
    pub here: Vec<Sign<'a>>,
    #[serde(borrow)]
    pub note: Text<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questions<'a> {
    #[serde(borrow)]
    pub here: Mark<'a>,
    #[serde(borrow)]
    pub there: Mark<'a>,
}
