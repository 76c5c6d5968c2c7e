//! The ratings of one item: for each case, who gave which value.

use super::figure::{N, Why};

/// One item's ratings. A value is its place on the scale, counted from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// How many places the scale has.
    pub places: usize,
    pub units: Vec<Unit>,
}

/// A case and who gave it which value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Which case it is.
    pub case: usize,
    /// Rater and place; a rater stands here once.
    pub ratings: Vec<(usize, usize)>,
}

/// How often each place was chosen in one case: places in order, none with nobody.
pub(super) type Counts = Vec<(usize, u64)>;

impl Unit {
    pub(super) fn counts(&self) -> Counts {
        let mut places: Vec<usize> = self.ratings.iter().map(|(_, place)| *place).collect();
        places.sort_unstable();
        places.chunk_by(|a, b| a == b).map(|same| (same[0], super::figure::many(same.len()))).collect()
    }
}

impl Table {
    /// The cases that two or more people rated: no other says anything of agreement.
    pub(super) fn pairable(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().filter(|unit| unit.ratings.len() > 1)
    }

    /// Raters, cases and values among what can be paired.
    pub fn n(&self) -> N {
        count(self.pairable())
    }

    /// The same of everything that was rated.
    pub fn all(&self) -> N {
        count(self.units.iter())
    }

    /// Why no two ratings can be compared, where that is so.
    pub(super) fn unpaired(&self) -> Option<Why> {
        let all = self.all();
        match (all.values, all.raters) {
            (0, _) => Some(Why::NoRatings),
            (_, 1) => Some(Why::OneRater),
            _ if self.pairable().next().is_none() => Some(Why::NoPairs),
            _ => None,
        }
    }
}

/// What stands in these cases.
pub(super) fn count<'a>(units: impl Iterator<Item = &'a Unit>) -> N {
    let mut raters = Vec::new();
    let mut n = N::default();
    for unit in units.filter(|unit| !unit.ratings.is_empty()) {
        n.cases += 1;
        n.values += unit.ratings.len();
        raters.extend(unit.ratings.iter().map(|(rater, _)| *rater));
    }
    raters.sort_unstable();
    raters.dedup();
    n.raters = raters.len();
    n
}
