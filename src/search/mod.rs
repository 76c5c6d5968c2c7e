//! A search by words over everything a framework says: concerns, signs, questions, words explained and duties.
//!
//! The index is made once for a framework; a search walks lists of words and never reads a text again. What is
//! found stands in the order of `rank`, whatever it is: a word in a name before one in an example.

mod concerns;
mod index;
mod meant;
mod rank;
mod words;

pub use concerns::Fitting;
pub use index::Index;

use crate::framework::model::{ConcernIx, DutyIx, IndicatorIx, QuestionIx, TermIx};

/// What a search can find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Concern(ConcernIx),
    Sign(IndicatorIx),
    Question(QuestionIx),
    Term(TermIx),
    Duty(DutyIx),
}

/// One place that was found, with the sentence that has the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub place: Place,
    pub text: String,
}

/// How the words were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// As they were typed.
    #[default]
    Typed,
    /// Nothing has them; these are spelled nearly so.
    Spelled(String),
    /// Nothing has all of them: each place has some.
    Some,
}

/// What a search found, the best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub way: Way,
    pub hits: Vec<Hit>,
    /// Where few places have all of the words: a few that have some.
    pub partly: Vec<Hit>,
}

#[cfg(test)]
mod tests;
