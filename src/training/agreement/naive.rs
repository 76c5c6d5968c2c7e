//! The figures against other people's programs, against a second and naive working out, and what must hold of any ratings.

use proptest::prelude::*;

use super::{
    alpha::Metric,
    counts::pairs,
    figure::{Figure, Why, many, real},
    kappa::{Weights, cohen, fleiss},
    published::{is, plain, raters},
    table::{Table, Unit},
};

/// A rater a row, and then alpha nominal and ordinal, Cohen's kappa unweighted, linear and quadratic, and Fleiss'.
type Recorded = (&'static [&'static str], [Option<f64>; 6]);

/// Twelve of two hundred random tables (values as letters) whose figures were worked out once with Python's krippendorff 0.9.0, scikit-learn
/// 1.9.1 and statsmodels; all two hundred agreed to four decimals with what the command printed.
const RECORDED: &[Recorded] = &[
    (
        &["acdfa", "adaed"],
        [Some(0.0), Some(0.457_616), Some(-0.052_632), Some(0.200_000), Some(0.375_000), Some(-0.111_111)],
    ),
    (
        &["dccbddbbacccdca", "aabadcacdaacccb"],
        [Some(-0.064_220), Some(0.023_985), Some(-0.065_089), Some(0.0), Some(0.031_414), Some(-0.100_917)],
    ),
    (
        &[".a...acb..ccb.", "bcbbacac.c.c.."],
        [
            Some(-0.333_333),
            Some(-0.471_429),
            Some(-0.333_333),
            Some(-0.400_000),
            Some(-0.444_444),
            Some(-0.481_481),
        ],
    ),
    (
        &["cab..ecece", "..de..aacc"],
        [
            Some(0.027_027),
            Some(-0.423_529),
            Some(0.047_619),
            Some(-0.190_476),
            Some(-0.296_296),
            Some(-0.081_081),
        ],
    ),
    (
        &["ffddcaabefaa", "ffcdcaabefad"],
        [
            Some(0.799_127),
            Some(0.892_936),
            Some(0.791_304),
            Some(0.849_057),
            Some(0.891_304),
            Some(0.790_393),
        ],
    ),
    (
        &["aa.bc", "dae.a"],
        [
            Some(-0.111_111),
            Some(-0.233_333),
            Some(-0.200_000),
            Some(-0.363_636),
            Some(-0.444_444),
            Some(-0.333_333),
        ],
    ),
    (
        &["c.cbec", "c.eb.c", "d.c.be", "cae.b.", "ccc.bd", "dae..b"],
        [Some(0.238_048), Some(0.285_844), None, None, None, Some(0.004_878)],
    ),
    (
        &[".eceddcd.ccdd", ".ec.ddc..b.ad", "..ccbb..d...a", "d.c..d...edd.", "ae.e.e...d.dd"],
        [Some(0.283_088), Some(0.097_662), None, None, None, Some(0.272_727)],
    ),
    (
        &[".bb.cbdd", "acacc.cb", "abcbbd.d", "dbdcbdda", "dbadbdd."],
        [Some(0.123_777), Some(0.059_901), None, None, None, Some(-0.058_201)],
    ),
    (
        &["dceab", "aeeea", "efecb", "efebb"],
        [Some(0.203_091), Some(0.424_079), None, None, None, Some(0.161_148)],
    ),
    (
        &[".de..", "bbb.a", "ccb..", "bf.bd", "fb.af"],
        [Some(-0.088_685), Some(-0.097_727), None, None, None, Some(-0.071_429)],
    ),
    (
        &[".f.a", "dcde", "bfed", "d.c.", "b.ec", "bdbd", "d..a", ".bda"],
        [Some(0.043_348), Some(0.014_968), None, None, None, Some(-0.077_551)],
    ),
];

#[test]
fn other_programs_find_the_same() {
    for (rows, expected) in RECORDED {
        let table = raters(rows);
        let kappas = Weights::ALL.map(|weights| cohen(&table, weights, true).figure);
        let [nominal, ordinal] = [Metric::Nominal, Metric::Ordinal].map(|metric| plain(&table, metric));
        let found = [nominal, ordinal, kappas[0], kappas[1], kappas[2], fleiss(&table).figure];
        for (found, expected) in found.into_iter().zip(expected) {
            match expected {
                Some(expected) => is(found, *expected),
                None => assert_eq!(found, Figure::NotDefined(Why::NotTwoRaters), "{rows:?}"),
            }
        }
    }
}

fn size(count: usize) -> f64 {
    real(many(count))
}

/// Krippendorff's alpha as he writes it: a matrix of coincidences, and what chance would put there.
fn naive_alpha(table: &Table, metric: Metric) -> f64 {
    let places = table.places;
    let mut coincide = vec![vec![0.0; places]; places];
    for unit in table.units.iter().filter(|unit| unit.ratings.len() > 1) {
        let others = size(unit.ratings.len() - 1);
        for (a, &(_, first)) in unit.ratings.iter().enumerate() {
            for (b, &(_, second)) in unit.ratings.iter().enumerate() {
                if a != b {
                    coincide[first][second] += 1.0 / others;
                }
            }
        }
    }
    let totals: Vec<f64> = coincide.iter().map(|row| row.iter().sum()).collect();
    let all: f64 = totals.iter().sum();
    let differ = |a: usize, b: usize| match metric {
        Metric::Nominal => f64::from(u8::from(a != b)),
        Metric::Ordinal => {
            let (low, high) = (a.min(b), a.max(b));
            let between: f64 = totals[low..=high].iter().sum();
            (between - f64::midpoint(totals[low], totals[high])).powi(2)
        }
    };
    let (mut observed, mut expected) = (0.0, 0.0);
    for a in 0..places {
        for b in 0..places {
            observed += coincide[a][b] * differ(a, b);
            expected += totals[a] * totals[b] * differ(a, b);
        }
    }
    1.0 - (all - 1.0) * observed / expected
}

/// Cohen's kappa from shares of a table of two raters.
fn naive_cohen(table: &Table, weights: Weights) -> f64 {
    let both: Vec<&Unit> = table.units.iter().filter(|unit| unit.ratings.len() == 2).collect();
    let of = |unit: &Unit, rater: usize| unit.ratings.iter().find(|(who, _)| *who == rater).unwrap().1;
    let share =
        |fits: &dyn Fn(&Unit) -> bool| size(both.iter().filter(|unit| fits(unit)).count()) / size(both.len());
    let (mut observed, mut expected) = (0.0, 0.0);
    for a in 0..table.places {
        for b in 0..table.places {
            let steps = size(a.abs_diff(b));
            let differ = match weights {
                Weights::Plain => f64::from(u8::from(a != b)),
                Weights::Linear => steps,
                Weights::Quadratic => steps * steps,
            };
            observed += differ * share(&|unit| of(unit, 0) == a && of(unit, 1) == b);
            expected += differ * share(&|unit| of(unit, 0) == a) * share(&|unit| of(unit, 1) == b);
        }
    }
    1.0 - observed / expected
}

/// Fleiss' kappa from shares, every case rated by the same number.
fn naive_fleiss(table: &Table) -> f64 {
    let cases = size(table.units.len());
    let each = size(table.units[0].ratings.len());
    let count = |unit: &Unit, at: usize| size(unit.ratings.iter().filter(|(_, place)| *place == at).count());
    let alike = |unit: &Unit| {
        let squares: f64 = (0..table.places).map(|at| count(unit, at).powi(2)).sum();
        (squares - each) / (each * (each - 1.0))
    };
    let observed: f64 = table.units.iter().map(alike).sum::<f64>() / cases;
    let share = |at: usize| table.units.iter().map(|unit| count(unit, at)).sum::<f64>() / (cases * each);
    let expected: f64 = (0..table.places).map(|at| share(at).powi(2)).sum();
    (observed - expected) / (1.0 - expected)
}

fn every(table: &Table) -> Vec<Figure<f64>> {
    let mut figures = Weights::ALL.map(|weights| cohen(table, weights, true).figure).to_vec();
    figures.push(fleiss(table).figure);
    figures.extend([Metric::Nominal, Metric::Ordinal].map(|metric| plain(table, metric)));
    figures
}

#[track_caller]
fn near(a: Figure<f64>, b: Figure<f64>) {
    match (a, b) {
        (Figure::Known(a), Figure::Known(b)) => assert!((a - b).abs() < 1e-9, "{a} and {b}"),
        _ => assert_eq!(a, b),
    }
}

/// Ratings by so many people, with some missing.
fn tables(people: std::ops::Range<usize>, missing: bool) -> impl Strategy<Value = Table> {
    let value = if missing {
        prop_oneof![3 => (0_usize..5).prop_map(Some), 1 => Just(None)].boxed()
    } else {
        (0_usize..5).prop_map(Some).boxed()
    };
    (people, 1_usize..12).prop_flat_map(move |(people, cases)| {
        let case = prop::collection::vec(value.clone(), people);
        prop::collection::vec(case, cases).prop_map(|cases| {
            let unit = |(case, given): (usize, Vec<Option<usize>>)| {
                let given = given.into_iter().enumerate();
                Unit { case, ratings: given.filter_map(|(rater, place)| Some((rater, place?))).collect() }
            };
            Table { places: 5, units: cases.into_iter().enumerate().map(unit).collect() }
        })
    })
}

proptest! {
    #[test]
    fn no_figure_is_ever_no_number(table in tables(1..6, true)) {
        for figure in every(&table) {
            if let Figure::Known(value) = figure {
                prop_assert!(value.is_finite() && value <= 1.0 + 1e-9, "{}", value);
            }
        }
    }

    #[test]
    fn the_definitions_say_the_same(table in tables(2..6, true)) {
        for metric in [Metric::Nominal, Metric::Ordinal] {
            if let Figure::Known(found) = plain(&table, metric) {
                prop_assert!((found - naive_alpha(&table, metric)).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn two_people_are_compared_as_cohen_does(table in tables(2..3, true)) {
        for weights in Weights::ALL {
            if let Figure::Known(found) = cohen(&table, weights, true).figure {
                prop_assert!((found - naive_cohen(&table, weights)).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn many_people_are_compared_as_fleiss_does(table in tables(2..7, false)) {
        if let Figure::Known(found) = fleiss(&table).figure {
            prop_assert!((found - naive_fleiss(&table)).abs() < 1e-9);
        }
    }

    /// Krippendorff (2011) and his textbook: for two people without gaps alpha is pi + (1 - pi) / n, where n counts values.
    /// Fleiss' kappa of two people is Scott's pi.
    #[test]
    fn alpha_of_two_people_is_scotts_pi_but_for_small_numbers(table in tables(2..3, false)) {
        if let (Figure::Known(pi), Figure::Known(alpha)) = (fleiss(&table).figure, plain(&table, Metric::Nominal)) {
            let values = size(table.n().values);
            prop_assert!((alpha - (pi + (1.0 - pi) / values)).abs() < 1e-9);
        }
    }

    #[test]
    fn neither_who_rated_nor_the_order_of_cases_matters(table in tables(2..6, true), turn in 1_usize..5) {
        let mut other = table.clone();
        other.units.reverse();
        for unit in &mut other.units {
            unit.ratings.reverse();
            for (rater, _) in &mut unit.ratings {
                *rater = (*rater + turn) % 7;
            }
        }
        for (a, b) in every(&table).into_iter().zip(every(&other)) {
            near(a, b);
        }
        prop_assert_eq!(pairs(&table, true), pairs(&other, true));
    }

    #[test]
    fn who_agree_in_everything_have_a_figure_of_one_or_none(values in prop::collection::vec(0_usize..5, 1..12), people in 2_usize..6) {
        let unit = |(case, &place): (usize, &usize)| {
            Unit { case, ratings: (0..people).map(|rater| (rater, place)).collect() }
        };
        let table = Table { places: 5, units: values.iter().enumerate().map(unit).collect() };
        let one_value = values.iter().all(|value| *value == values[0]);
        for figure in every(&table) {
            match figure {
                Figure::Known(value) => prop_assert!(!one_value && (value - 1.0).abs() < 1e-12),
                Figure::NotDefined(Why::OneValue) => prop_assert!(one_value),
                Figure::NotDefined(why) => prop_assert!(why == Why::NotTwoRaters && people != 2),
            }
        }
        let counted = pairs(&table, true).figure.known().unwrap();
        prop_assert_eq!(counted.same, counted.all);
    }
}

#[test]
fn what_cannot_be_worked_out_says_why() {
    let all_say = |table: &Table, why: Why| {
        for figure in every(table) {
            assert_eq!(figure, Figure::NotDefined(why));
        }
        assert_eq!(pairs(table, true).figure, Figure::NotDefined(why));
    };
    all_say(&raters(&[]), Why::NoRatings);
    all_say(&raters(&["....", "...."]), Why::NoRatings);
    all_say(&raters(&["1234"]), Why::OneRater);
    all_say(&raters(&["12..", "..34"]), Why::NoPairs);
    for figure in every(&raters(&["222", "222"])) {
        assert_eq!(figure, Figure::NotDefined(Why::OneValue));
    }
    let three = raters(&["123", "123", "321"]);
    assert_eq!(cohen(&three, Weights::Plain, true).figure, Figure::NotDefined(Why::NotTwoRaters));
    let two = raters(&["123", "321"]);
    assert_eq!(cohen(&two, Weights::Linear, false).figure, Figure::NotDefined(Why::NoOrder));
    assert!(cohen(&two, Weights::Plain, false).figure.known().is_some());
}
