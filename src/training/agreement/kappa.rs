//! Cohen's kappa for two raters, plain and weighted, and Fleiss' kappa for more.
//!
//! Cohen, J. (1960), Educational and Psychological Measurement 20, 37-46; Cohen, J. (1968), Psychological
//! Bulletin 70, 213-220; Fleiss, J. L. (1971), Psychological Bulletin 76, 378-382.

use super::{
    figure::{Figure, Measured, N, Why, many, real},
    table::{Counts, Table, Unit, count},
};

/// How much it counts that two people differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weights {
    /// Any two values differ alike.
    Plain,
    /// By the number of steps between them.
    Linear,
    /// By the square of that number.
    Quadratic,
}

impl Weights {
    /// Every way to weigh.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Linear, Self::Quadratic];

    /// A name for scripts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "unweighted",
            Self::Linear => "linear",
            Self::Quadratic => "quadratic",
        }
    }
}

/// Cohen's kappa of the cases that both of an item's two raters rated.
pub fn cohen(table: &Table, weights: Weights, ordered: bool) -> Measured<f64> {
    let n = table.n();
    let figure = match table.unpaired() {
        Some(why) => Figure::NotDefined(why),
        None if table.all().raters != 2 => Figure::NotDefined(Why::NotTwoRaters),
        None if weights != Weights::Plain && !ordered => Figure::NotDefined(Why::NoOrder),
        None => {
            let both = table.pairable().map(in_order);
            let both: Vec<(usize, usize)> = both.collect();
            match weights {
                Weights::Plain => plain(&both, table.places),
                Weights::Linear => weighted(&both, table.places, |a, b| real(many(a.abs_diff(b)))),
                Weights::Quadratic => weighted(&both, table.places, |a, b| real(many(a.abs_diff(b))).powi(2)),
            }
        }
    };
    Measured { figure, n }
}

/// The two ratings of a case, the same rater's always first.
fn in_order(unit: &Unit) -> (usize, usize) {
    let (first, second) = (unit.ratings[0], unit.ratings[1]);
    if first.0 < second.0 { (first.1, second.1) } else { (second.1, first.1) }
}

fn plain(both: &[(usize, usize)], places: usize) -> Figure<f64> {
    let (rows, columns) = margins(both, places);
    let cases = many(both.len());
    let same = many(both.iter().filter(|(a, b)| a == b).count());
    let by_chance: u64 = rows.iter().zip(&columns).map(|(row, column)| row * column).sum();
    let differ_by_chance = cases * cases - by_chance;
    if differ_by_chance == 0 {
        return Figure::NotDefined(Why::OneValue);
    }
    Figure::Known(1.0 - real((cases - same) * cases) / real(differ_by_chance))
}

/// Kappa with any weights: how much each two places differ, 0 for a place with itself.
pub(super) fn weighted(
    both: &[(usize, usize)],
    places: usize,
    differ: impl Fn(usize, usize) -> f64,
) -> Figure<f64> {
    let (rows, columns) = margins(both, places);
    let observed: f64 = both.iter().map(|&(a, b)| differ(a, b)).sum();
    let mut by_chance = 0.0;
    for (a, &row) in rows.iter().enumerate().filter(|(_, count)| **count > 0) {
        for (b, &column) in columns.iter().enumerate().filter(|(_, count)| **count > 0) {
            by_chance += real(row * column) * differ(a, b);
        }
    }
    if by_chance <= 0.0 {
        return Figure::NotDefined(Why::OneValue);
    }
    Figure::Known(1.0 - observed * real(many(both.len())) / by_chance)
}

/// How often each rater chose each place.
fn margins(both: &[(usize, usize)], places: usize) -> (Vec<u64>, Vec<u64>) {
    let (mut rows, mut columns) = (vec![0; places], vec![0; places]);
    for &(a, b) in both {
        rows[a] += 1;
        columns[b] += 1;
    }
    (rows, columns)
}

/// Fleiss' kappa. It needs equally many ratings of each case, though not by the same people: where some
/// cases have more or fewer, it is that of the number of ratings that most cases have (the greater number
/// where two are level), and its `n` says how many those are. Krippendorff's alpha leaves none out.
pub fn fleiss(table: &Table) -> Measured<f64> {
    if let Some(why) = table.unpaired() {
        return Measured { figure: Figure::NotDefined(why), n: table.n() };
    }
    let each = usual(table);
    let even: Vec<&Unit> = table.units.iter().filter(|unit| unit.ratings.len() == each).collect();
    let n: N = count(even.iter().copied());
    let counts: Vec<Counts> = even.iter().map(|unit| unit.counts()).collect();
    let mut totals = vec![0_u64; table.places];
    let mut alike = 0;
    for (place, count) in counts.iter().flatten() {
        totals[*place] += count;
        alike += count * count;
    }
    let all = many(n.values);
    let by_chance: u64 = totals.iter().map(|total| total * total).sum();
    if by_chance == all * all {
        return Measured { figure: Figure::NotDefined(Why::OneValue), n };
    }
    let expected = real(by_chance) / real(all * all);
    let observed = real(alike - all) / real(all * (many(each) - 1));
    Measured { figure: Figure::Known((observed - expected) / (1.0 - expected)), n }
}

/// How many ratings most of the cases have that have two or more.
fn usual(table: &Table) -> usize {
    let mut sizes: Vec<usize> = table.pairable().map(|unit| unit.ratings.len()).collect();
    sizes.sort_unstable();
    let runs = sizes.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0]));
    runs.max().map_or(2, |(_, size)| size)
}
