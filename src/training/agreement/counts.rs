//! Agreement in plain counts: which values a case got, and how many pairs of people said the same.

use super::{
    figure::{Figure, Measured, many},
    table::{Counts, Table, Unit},
};

/// How many pairs of ratings of the same case are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pairs {
    pub same: u64,
    /// The same or one step apart; nothing where values have no order.
    pub within_one: Option<u64>,
    pub all: u64,
}

/// The values that one case got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    pub case: usize,
    /// How many chose each place of the scale that anybody chose, in the scale's order.
    pub chosen: Vec<(usize, u64)>,
    /// The place that most chose; the lowest of them where several are level.
    pub most: usize,
    /// How many chose it.
    pub same: u64,
    /// How many chose it or a place one step from it; nothing where values have no order.
    pub within_one: Option<u64>,
    pub all: u64,
}

/// Over all cases, each pair of people who rated the same one.
pub fn pairs(table: &Table, ordered: bool) -> Measured<Pairs> {
    let n = table.n();
    if let Some(why) = table.unpaired() {
        return Measured { figure: Figure::NotDefined(why), n };
    }
    let mut found = Pairs { same: 0, within_one: ordered.then_some(0), all: 0 };
    for unit in table.pairable() {
        let counts = unit.counts();
        let same: u64 = counts.iter().map(|(_, count)| two_of(*count)).sum();
        found.same += same;
        found.all += two_of(many(unit.ratings.len()));
        if let Some(within) = &mut found.within_one {
            *within += same + neighbours(&counts);
        }
    }
    Measured { figure: Figure::Known(found), n }
}

/// How many pairs stand one step apart.
fn neighbours(counts: &Counts) -> u64 {
    let next = counts.windows(2).filter(|two| two[1].0 - two[0].0 == 1);
    next.map(|two| two[0].1 * two[1].1).sum()
}

fn two_of(count: u64) -> u64 {
    count * count.saturating_sub(1) / 2
}

/// What each case got, in the order of the cases.
pub fn spreads(table: &Table, ordered: bool) -> Vec<Spread> {
    table.units.iter().filter_map(|unit| spread(unit, ordered)).collect()
}

fn spread(unit: &Unit, ordered: bool) -> Option<Spread> {
    let chosen = unit.counts();
    let same = chosen.iter().map(|(_, count)| *count).max()?;
    let most = chosen.iter().find(|(_, count)| *count == same).map(|(place, _)| *place)?;
    let near = chosen.iter().filter(|(place, _)| place.abs_diff(most) <= 1).map(|(_, count)| count).sum();
    let within_one = ordered.then_some(near);
    Some(Spread { case: unit.case, most, same, within_one, all: many(unit.ratings.len()), chosen })
}
