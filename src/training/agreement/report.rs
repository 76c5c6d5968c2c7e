//! Every figure of every item, each with what it stands on.

use std::collections::HashMap;

use super::{
    alpha::{Alpha, Metric, alpha},
    counts::{Pairs, Spread, pairs, spreads},
    expected::{Against, against},
    figure::{Figure, Measured, N, Why},
    guide::Guide,
    kappa::{Weights, cohen, fleiss},
    ratings::{HAND, Rating, Ratings, Value},
    scale::Scale,
    table::{Table, Unit},
};

/// Under so many ratings a figure moves much with each of them, and is shown with a caution.
pub const FEW: usize = 30;

/// How many samples are drawn for an interval, at most and at least.
const DRAWS: std::ops::RangeInclusive<usize> = 100..=1000;

/// How many counts may be looked at for all intervals together: some seconds' work on an old machine.
const WORK: usize = 200_000_000;

/// All items of a set of ratings, in the order in which they came.
#[derive(Clone, Debug)]
pub struct Report {
    pub items: Vec<Item>,
    /// The names of the cases, which a spread names by number.
    pub cases: Vec<String>,
    /// Everybody who rated anything.
    pub raters: usize,
    /// How many samples were drawn for each interval.
    pub draws: usize,
    pub seed: u64,
}

/// One item: a level, a pathway, or a question.
#[derive(Clone, Debug)]
pub struct Item {
    pub id: String,
    /// A question's own words.
    pub title: Option<String>,
    pub scale: Scale,
    /// Everything that was rated and has a value.
    pub rated: N,
    /// Answers of *not sure* or *not known*, which count as missing in every figure.
    pub not_sure: usize,
    /// The lines of values that are none of the item's, which count as missing too.
    pub outside: Vec<usize>,
    pub spreads: Vec<Spread>,
    pub pairs: Measured<Pairs>,
    /// Unweighted, linear and quadratic.
    pub cohen: [Measured<f64>; 3],
    pub fleiss: Measured<f64>,
    pub nominal: Measured<Alpha>,
    pub ordinal: Measured<Alpha>,
    /// Agreement with what was expected.
    pub expected: Measured<Against>,
}

impl Item {
    /// So few ratings that the figures say little.
    pub fn few(&self) -> bool {
        self.rated.values < FEW
    }
}

/// Works out every figure. The seed chooses the samples that intervals come from.
pub fn report(ratings: &Ratings, guide: &Guide<'_>, seed: u64) -> Report {
    let mut by_item: Vec<Vec<&Rating>> = vec![Vec::new(); ratings.items.list().len()];
    for rating in ratings.list() {
        by_item[rating.item].push(rating);
    }
    let tables: Vec<Tabled> = by_item
        .iter()
        .zip(ratings.items.list())
        .map(|(here, id)| Tabled::new(ratings, guide, id, here))
        .collect();
    let once: usize = tables.iter().map(Tabled::work).sum();
    let draws = (WORK / once.max(1)).clamp(*DRAWS.start(), *DRAWS.end());
    let cases = ratings.cases.list();
    let item = |(tabled, id): (Tabled, &String)| {
        let Tabled { table, scale, not_sure, outside, hands } = tabled;
        let ordered = scale.ordered();
        Item {
            id: id.clone(),
            title: guide.title(id).map(str::to_owned),
            rated: table.all(),
            not_sure,
            outside,
            spreads: spreads(&table, ordered),
            pairs: pairs(&table, ordered),
            cohen: Weights::ALL.map(|weights| match cohen(&table, weights, ordered) {
                Measured { figure: Figure::Known(_), n } if hands => {
                    Measured { figure: Figure::NotDefined(Why::Hands), n }
                }
                kappa => kappa,
            }),
            fleiss: fleiss(&table),
            nominal: alpha(&table, Metric::Nominal, ordered, seed, draws),
            ordinal: alpha(&table, Metric::Ordinal, ordered, seed, draws),
            expected: against(&table, ordered, |case| guide.expected(&cases[case], id)),
            scale,
        }
    };
    let items = tables.into_iter().zip(ratings.items.list()).map(item).collect();
    Report { items, cases: cases.to_vec(), raters: ratings.raters.list().len(), draws, seed }
}

/// One item's ratings with their scale.
struct Tabled {
    table: Table,
    scale: Scale,
    not_sure: usize,
    outside: Vec<usize>,
    /// Some votes are hands that were counted.
    hands: bool,
}

impl Tabled {
    fn new(ratings: &Ratings, guide: &Guide<'_>, id: &str, here: &[&Rating]) -> Self {
        let names = ratings.values.list();
        let mut places: HashMap<usize, Option<usize>> = HashMap::new();
        let mut values: Vec<usize> = Vec::new();
        for rating in here {
            if let Value::Given(value) = rating.value {
                // Each value once, in the order in which they came.
                places.entry(value).or_insert_with(|| {
                    values.push(value);
                    Some(values.len() - 1)
                });
            }
        }
        let texts: Vec<&str> = values.iter().map(|&value| names[value].as_str()).collect();
        let scale = guide.scale(id).unwrap_or_else(|| Scale::found(&texts));
        if scale.ordered() {
            for (value, text) in values.iter().zip(&texts) {
                places.insert(*value, scale.place(text).or_else(|| guide.place_of_number(id, text)));
            }
        }
        let mut units: Vec<Unit> = Vec::new();
        let mut unit_of: HashMap<usize, usize> = HashMap::new();
        let (mut not_sure, mut outside) = (0, Vec::new());
        for rating in here {
            let Value::Given(value) = rating.value else {
                not_sure += 1;
                continue;
            };
            let Some(place) = places.get(&value).copied().flatten() else {
                outside.push(rating.line);
                continue;
            };
            let unit = *unit_of.entry(rating.case).or_insert_with(|| {
                units.push(Unit { case: rating.case, ratings: Vec::new() });
                units.len() - 1
            });
            units[unit].ratings.push((rating.rater, place));
        }
        let table = Table { places: scale.steps.len(), units };
        let raters = ratings.raters.list();
        let hands = here.iter().any(|rating| raters[rating.rater].starts_with(HAND));
        Self { table, scale, not_sure, outside, hands }
    }

    /// How much one drawn sample costs, both alphas together.
    fn work(&self) -> usize {
        let each = |unit: &Unit| unit.ratings.len().min(self.table.places);
        2 * (self.table.units.iter().map(each).sum::<usize>() + self.table.places)
    }
}
