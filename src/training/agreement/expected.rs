//! Agreement with what was expected, which is another thing than agreement with each other.
//!
//! A case on which those who know the work differ has no expected value: it is left out here, and only here.

use super::{
    figure::{Figure, Measured, Why, many},
    table::{Table, count},
};

/// What is expected of a case, as a place on the item's scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Place(usize),
    /// Its result is disputed.
    Contested,
}

/// How many ratings are as expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Against {
    pub same: u64,
    /// The same or one step from it; nothing where values have no order.
    pub within_one: Option<u64>,
    pub all: u64,
    /// Ratings of contested cases, which are left out.
    pub contested: u64,
}

/// Compares each rating with what is expected of its case.
pub fn against(
    table: &Table,
    ordered: bool,
    expected: impl Fn(usize) -> Option<Expected>,
) -> Measured<Against> {
    let mut found = Against { same: 0, within_one: ordered.then_some(0), all: 0, contested: 0 };
    let mut compared = Vec::new();
    for unit in table.units.iter().filter(|unit| !unit.ratings.is_empty()) {
        let right = match expected(unit.case) {
            Some(Expected::Place(right)) => right,
            Some(Expected::Contested) => {
                found.contested += many(unit.ratings.len());
                continue;
            }
            None => continue,
        };
        compared.push(unit);
        let within = |most: usize| {
            let near = unit.ratings.iter().filter(|(_, place)| place.abs_diff(right) <= most);
            many(near.count())
        };
        found.all += many(unit.ratings.len());
        found.same += within(0);
        found.within_one = found.within_one.map(|so_far| so_far + within(1));
    }
    let n = count(compared.into_iter());
    let figure = match (table.all().values, found.all) {
        (0, _) => Figure::NotDefined(Why::NoRatings),
        (_, 0) => Figure::NotDefined(Why::NothingExpected),
        _ => Figure::Known(found),
    };
    Measured { figure, n }
}
