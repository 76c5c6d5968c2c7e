//! The figures against worked examples that others published.
//!
//! The papers of Cohen and Krippendorff were not at hand as this was written: their tables stand here as they are cited
//! everywhere, and come to the figures that are cited with them. Fleiss' is the one that R and statsmodels carry.

use super::{
    alpha::{Metric, alpha, on_line},
    figure::{Figure, Measured},
    kappa::{Weights, cohen, fleiss, weighted},
    table::{Table, Unit},
};

/// A table from one row for each rater, `.` where they gave nothing; values are letters or figures.
pub(super) fn raters(rows: &[&str]) -> Table {
    let rows: Vec<Vec<Option<usize>>> = rows.iter().map(|row| row.chars().map(place).collect()).collect();
    let cases = rows.iter().map(Vec::len).max().unwrap_or(0);
    let unit = |case: usize| {
        let given = rows.iter().enumerate().filter_map(|(rater, row)| Some((rater, (*row.get(case)?)?)));
        Unit { case, ratings: given.collect() }
    };
    let units: Vec<Unit> = (0..cases).map(unit).collect();
    let places = units.iter().flat_map(|unit| &unit.ratings).map(|(_, place)| place + 1).max().unwrap_or(0);
    Table { places, units }
}

fn place(value: char) -> Option<usize> {
    match value {
        '0'..='9' => Some(value as usize - '0' as usize),
        'a'..='z' => Some(value as usize - 'a' as usize),
        _ => None,
    }
}

#[track_caller]
pub(super) fn is(figure: Figure<f64>, expected: f64) {
    let Figure::Known(found) = figure else { panic!("{figure:?} in place of {expected}") };
    assert!((found - expected).abs() < 0.000_05, "{found} in place of {expected}");
}

pub(super) fn plain(table: &Table, metric: Metric) -> Figure<f64> {
    let Measured { figure, .. } = alpha(table, metric, true, 1, 0);
    figure.map(|alpha| alpha.alpha)
}

/// Krippendorff (2011), section C: four observers, twelve units, values missing. He prints 0.743 (nominal), 0.815
/// (ordinal) and 0.849 (interval); the further decimals follow from his sums.
#[test]
fn krippendorffs_example_with_missing_data() {
    let table = raters(&["123321412...", "1233224125.3", ".3332342251.", "12332441251."]);
    assert_eq!((table.n().raters, table.n().cases, table.n().values), (4, 11, 40));
    is(plain(&table, Metric::Nominal), 0.743_421);
    is(plain(&table, Metric::Ordinal), 0.815_388);
    let counts: Vec<_> = table.pairable().map(Unit::counts).collect();
    let mut totals = vec![0; table.places];
    counts.iter().flatten().for_each(|(place, count): &(usize, u64)| totals[*place] += count);
    let values = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0];
    is(Figure::Known(on_line(counts.iter(), &totals, &values)), 0.849_107);
}

/// Krippendorff (2011), section A: two observers, two values. He prints 0.095, which is 2/21.
#[test]
fn krippendorffs_binary_example() {
    let table = raters(&["0100000010", "1110010000"]);
    is(plain(&table, Metric::Nominal), 2.0 / 21.0);
    is(plain(&table, Metric::Ordinal), 2.0 / 21.0);
}

/// Krippendorff (2011), section B: two observers, five values. He prints 0.692.
#[test]
fn krippendorffs_nominal_example() {
    let table = raters(&["aabbdcccedda", "babbbccceddd"]);
    is(plain(&table, Metric::Nominal), 0.691_964);
}

/// A table from how many chose each value, one group of figures for each case.
fn chosen(cases: &str) -> Table {
    let unit = |(case, counts): (usize, &str)| {
        let places = counts.split(',').enumerate();
        let places = places.flat_map(|(place, count)| vec![place; count.parse().unwrap()]);
        Unit { case, ratings: places.enumerate().collect() }
    };
    let places = cases.split(' ').next().unwrap().split(',').count();
    Table { places, units: cases.split(' ').enumerate().map(unit).collect() }
}

/// Fleiss (1971), table 1: thirty patients, six diagnoses of each, five kinds. He prints 0.430; his table is also in the
/// R package irr, which gives 0.4302445.
#[test]
fn fleiss_example_of_psychiatric_diagnoses() {
    let table = "0,0,0,6,0 0,3,0,0,3 0,1,4,0,1 0,0,0,0,6 0,3,0,3,0 2,0,4,0,0 0,0,4,0,2 2,0,3,1,0 \
                 2,0,0,4,0 0,0,0,0,6 1,0,0,5,0 1,1,0,4,0 0,3,3,0,0 1,0,0,5,0 0,2,0,3,1 0,0,5,0,1 \
                 3,0,0,1,2 5,1,0,0,0 0,2,0,4,0 1,0,2,0,3 0,0,0,0,6 0,1,0,5,0 0,2,0,1,3 2,0,0,4,0 \
                 1,0,0,4,1 0,5,0,1,0 4,0,0,0,2 0,2,0,4,0 1,0,5,0,0 0,0,0,0,6";
    let table = chosen(table);
    let Measured { figure, n } = fleiss(&table);
    assert_eq!((n.cases, n.values), (30, 180));
    is(figure, 0.430_245);
}

/// The table of ten cases and fourteen raters that is worked through in most textbooks and encyclopedias: 0.210.
#[test]
fn fleiss_example_that_is_worked_through_everywhere() {
    let table = "0,0,0,0,14 0,2,6,4,2 0,0,3,5,6 0,3,9,2,0 2,2,8,1,1 7,7,0,0,0 3,2,6,3,0 2,5,3,2,2 6,5,2,1,0 0,2,2,3,7";
    is(fleiss(&chosen(table)).figure, 0.209_931);
}

/// Two raters' table, row by row, as pairs.
fn pairs(rows: &[&[usize]]) -> Vec<(usize, usize)> {
    let cell = |(a, row): (usize, &&[usize])| {
        let row: Vec<usize> = row.to_vec();
        row.into_iter().enumerate().flat_map(move |(b, count)| vec![(a, b); count])
    };
    rows.iter().enumerate().flat_map(cell).collect()
}

fn two(pairs: &[(usize, usize)]) -> Table {
    let unit = |(case, &(a, b)): (usize, &(usize, usize))| Unit { case, ratings: vec![(7, b), (3, a)] };
    let units: Vec<Unit> = pairs.iter().enumerate().map(unit).collect();
    let places = pairs.iter().map(|(a, b)| a.max(b) + 1).max().unwrap();
    Table { places, units }
}

/// Cohen (1968), table 1: two hundred patients as personality disorder, neurosis or psychosis, in proportions of
/// .44 .07 .09, .05 .20 .05 and .01 .03 .06, and the author's own weights. He prints .492 unweighted and .348 weighted.
#[test]
fn cohens_example_of_weighted_kappa() {
    let patients = pairs(&[&[88, 14, 18], &[10, 40, 10], &[2, 6, 12]]);
    assert_eq!(patients.len(), 200);
    is(cohen(&two(&patients), Weights::Plain, true).figure, 0.491_525);
    let differ = [[0.0, 1.0, 3.0], [1.0, 0.0, 6.0], [3.0, 6.0, 0.0]];
    is(weighted(&patients, 3, |a, b| differ[a][b]), 0.347_826);
}

/// The example in the manual of SAS, procedure FREQ, also in the tests of statsmodels: 0.4842, with linear weights 0.4701.
#[test]
fn a_manuals_example_of_linear_weights() {
    let both = two(&pairs(&[&[0, 4, 1], &[0, 8, 0], &[0, 1, 5]]));
    is(cohen(&both, Weights::Plain, true).figure, 0.4842);
    is(cohen(&both, Weights::Linear, true).figure, 0.4701);
}
