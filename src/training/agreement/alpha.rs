//! Krippendorff's alpha, nominal and ordinal, with missing ratings allowed.
//!
//! Krippendorff, K. (2011), *Computing Krippendorff's Alpha-Reliability*. Worked out from how often each value
//! stands in each case, without his matrix of coincidences: for an order, his difference between two values is the
//! square of the distance between their middle ranks, so that sums of squares about a mean say the same.

use super::{
    figure::{Figure, Measured, Why, real},
    interval::{Interval, interval},
    table::{Counts, Table, Unit},
};

/// How values differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metric {
    /// Any two values differ alike.
    Nominal,
    /// By how many of all ratings stand between them.
    Ordinal,
}

/// Alpha and how far it may be off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alpha {
    pub alpha: f64,
    pub interval: Figure<Interval>,
}

/// Alpha of an item, with an interval from so many drawn samples.
pub fn alpha(table: &Table, metric: Metric, ordered: bool, seed: u64, resamples: usize) -> Measured<Alpha> {
    let n = table.n();
    let figure = match table.unpaired() {
        Some(why) => Figure::NotDefined(why),
        None if metric == Metric::Ordinal && !ordered => Figure::NotDefined(Why::NoOrder),
        None => {
            let units: Vec<Counts> = table.pairable().map(Unit::counts).collect();
            let of = |drawn: &[usize]| {
                let drawn = drawn.iter().map(|&unit| &units[unit]);
                of_counts(drawn, metric, table.places)
            };
            let all: Vec<usize> = (0..units.len()).collect();
            of(&all).map(|alpha| Alpha { alpha, interval: interval(units.len(), seed, resamples, of) })
        }
    };
    Measured { figure, n }
}

fn of_counts<'a>(
    units: impl Iterator<Item = &'a Counts> + Clone,
    metric: Metric,
    places: usize,
) -> Figure<f64> {
    let mut totals = vec![0_u64; places];
    for (place, count) in units.clone().flatten() {
        totals[*place] += count;
    }
    if totals.iter().filter(|total| **total > 0).count() < 2 {
        return Figure::NotDefined(Why::OneValue);
    }
    Figure::Known(match metric {
        Metric::Nominal => nominal(units, &totals),
        Metric::Ordinal => on_line(units, &totals, &middle_ranks(&totals)),
    })
}

/// Where any two values differ alike.
fn nominal<'a>(units: impl Iterator<Item = &'a Counts>, totals: &[u64]) -> f64 {
    let square = |count: &u64| count * count;
    let observed: f64 = units
        .map(|unit| {
            let all: u64 = unit.iter().map(|(_, count)| count).sum();
            let alike: u64 = unit.iter().map(|(_, count)| square(count)).sum();
            real(all * all - alike) / real(all - 1)
        })
        .sum();
    let all: u64 = totals.iter().sum();
    let by_chance = all * all - totals.iter().map(square).sum::<u64>();
    1.0 - real(all - 1) * observed / real(by_chance)
}

/// Where values stand on a line and differ by the square of their distance.
pub(super) fn on_line<'a>(units: impl Iterator<Item = &'a Counts>, totals: &[u64], positions: &[f64]) -> f64 {
    let observed: f64 = units
        .map(|unit| {
            let (all, squares) = about_mean(unit.iter().copied(), positions);
            2.0 * all * squares / (all - 1.0)
        })
        .sum();
    let (all, squares) = about_mean(totals.iter().copied().enumerate(), positions);
    1.0 - (all - 1.0) * observed / (2.0 * all * squares)
}

/// How many there are, and the sum of their squared distances from their mean.
fn about_mean(counts: impl Iterator<Item = (usize, u64)> + Clone, positions: &[f64]) -> (f64, f64) {
    let placed = counts.map(|(place, count)| (positions[place], real(count)));
    let all: f64 = placed.clone().map(|(_, count)| count).sum();
    let mean = placed.clone().map(|(position, count)| position * count).sum::<f64>() / all;
    (all, placed.map(|(position, count)| count * (position - mean).powi(2)).sum())
}

/// For each place, how many of all ratings stand below it, its own counted by half.
fn middle_ranks(totals: &[u64]) -> Vec<f64> {
    let mut below = 0;
    let rank = |total: &u64| {
        let rank = real(below) + real(*total) / 2.0;
        below += total;
        rank
    };
    totals.iter().map(rank).collect()
}
