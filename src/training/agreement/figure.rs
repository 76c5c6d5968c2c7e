//! A figure with the numbers it stands on, or in words why there is none: never a number that is none.

use super::words::W;

/// A figure, or why there cannot be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure<T> {
    Known(T),
    NotDefined(Why),
}

/// Why a figure cannot be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nobody rated anything.
    NoRatings,
    /// One rater has nobody to agree with.
    OneRater,
    /// No case was rated by two people.
    NoPairs,
    /// Everybody gave the same value to every case. Nothing then tells agreement from habit, and the
    /// coefficients divide nothing by nothing.
    OneValue,
    /// Cohen's kappa is for two raters.
    NotTwoRaters,
    /// Hands were counted: nobody knows whose vote in one case goes with whose in the next.
    Hands,
    /// The values stand in no order.
    NoOrder,
    /// An interval needs cases to draw from.
    OneCase,
    /// Too many of the drawn samples had no figure.
    Unsteady,
    /// There is nothing to compare with that is not contested.
    NothingExpected,
}

impl Why {
    /// A name for scripts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoRatings => "no-ratings",
            Self::OneRater => "one-rater",
            Self::NoPairs => "no-pairs",
            Self::OneValue => "one-value",
            Self::NotTwoRaters => "not-two-raters",
            Self::Hands => "hands",
            Self::NoOrder => "no-order",
            Self::OneCase => "one-case",
            Self::Unsteady => "unsteady",
            Self::NothingExpected => "nothing-expected",
        }
    }

    /// A sentence for people.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NoRatings => W.no_ratings,
            Self::OneRater => W.one_rater,
            Self::NoPairs => W.no_pairs,
            Self::OneValue => W.one_value,
            Self::NotTwoRaters => W.not_two_raters,
            Self::Hands => W.hands,
            Self::NoOrder => W.no_order,
            Self::OneCase => W.one_case,
            Self::Unsteady => W.unsteady,
            Self::NothingExpected => W.nothing_expected,
        }
    }
}

impl<T> Figure<T> {
    /// The figure, where there is one.
    pub fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::NotDefined(_) => None,
        }
    }

    /// The same figure, looked at in another way.
    pub fn map<U>(self, other: impl FnOnce(T) -> U) -> Figure<U> {
        match self {
            Self::Known(value) => Figure::Known(other(value)),
            Self::NotDefined(why) => Figure::NotDefined(why),
        }
    }
}

/// What a figure stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct N {
    pub raters: usize,
    /// Cases, each counted once.
    pub cases: usize,
    /// Ratings.
    pub values: usize,
}

/// A figure and what it stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured<T> {
    pub figure: Figure<T>,
    pub n: N,
}

/// A count as a real number: exact as long as there are fewer than 2^53 ratings.
#[expect(clippy::cast_precision_loss, reason = "no file holds so many ratings")]
pub(super) fn real(count: u64) -> f64 {
    count as f64
}

/// A number of things, to reckon with.
pub(super) fn many(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
