//! The values of an item in their order: as a framework has it, as numbers have it, or in none.

use super::figure::many;

/// What puts values in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The framework: levels, pathways, a question's steps.
    Given,
    /// They are numbers; where all are whole, one step is one.
    Numbers,
    /// Nothing: they stand as they came, and differ or not.
    None,
}

/// A place on a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// How scripts and files call it.
    pub id: String,
    /// How people call it.
    pub title: String,
    /// What else means it, such as `2` for *Level 2*.
    pub also: Vec<String>,
}

/// An item's values, in order where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    pub order: Order,
    pub steps: Vec<Step>,
}

/// More different numbers than this are measurements, and no steps.
const MOST_STEPS: usize = 1000;

impl Step {
    /// A step that people call as files do.
    pub fn plain(id: &str) -> Self {
        Self { id: id.to_owned(), title: id.to_owned(), also: Vec::new() }
    }

    fn is(&self, value: &str) -> bool {
        let same = |name: &String| name.eq_ignore_ascii_case(value);
        same(&self.id) || same(&self.title) || self.also.iter().any(same)
    }
}

impl Scale {
    /// The scale of values for which nobody gave an order, in the order in which they came.
    pub fn found(values: &[&str]) -> Self {
        match numbers(values) {
            Some(steps) => Self { order: Order::Numbers, steps },
            None => Self { order: Order::None, steps: values.iter().map(|v| Step::plain(v)).collect() },
        }
    }

    /// Whether values have an order.
    pub fn ordered(&self) -> bool {
        self.order != Order::None
    }

    /// The place of a value.
    pub fn place(&self, value: &str) -> Option<usize> {
        match self.order {
            Order::Numbers => {
                let number = number(value)?;
                self.steps.iter().position(|step| self::number(&step.id) == Some(number))
            }
            Order::Given => self.steps.iter().position(|step| step.is(value)),
            Order::None => self.steps.iter().position(|step| step.id == value),
        }
    }
}

fn number(value: &str) -> Option<f64> {
    // With nought added there is no minus nought.
    value.parse().ok().filter(|number: &f64| number.is_finite()).map(|number: f64| number + 0.0)
}

/// The steps of values that are all numbers. Between whole ones every whole number is a step, chosen or not.
fn numbers(values: &[&str]) -> Option<Vec<Step>> {
    let whole: Option<Vec<i64>> = values.iter().map(|value| value.parse().ok()).collect();
    if let (Some(least), Some(most)) = (whole.iter().flatten().min(), whole.iter().flatten().max()) {
        let between = most.abs_diff(*least) < many(MOST_STEPS);
        return between.then(|| (*least..=*most).map(|number| Step::plain(&number.to_string())).collect());
    }
    let mut all: Vec<(f64, &str)> =
        values.iter().map(|value| Some((number(value)?, *value))).collect::<Option<_>>()?;
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    all.dedup_by(|a, b| a.0.total_cmp(&b.0).is_eq());
    let few = !all.is_empty() && all.len() <= MOST_STEPS;
    few.then(|| all.iter().map(|(_, value)| Step::plain(value)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(scale: &Scale) -> Vec<&str> {
        scale.steps.iter().map(|step| step.id.as_str()).collect()
    }

    #[test]
    fn whole_numbers_have_a_step_for_each_and_other_numbers_for_those_that_were_given() {
        let scale = Scale::found(&["4", "1", "02"]);
        assert_eq!((ids(&scale), scale.order), (vec!["1", "2", "3", "4"], Order::Numbers));
        assert_eq!((scale.place("2.0"), scale.place("4"), scale.place("5")), (Some(1), Some(3), None));
        let scale = Scale::found(&["2.5", "1", "2.50", "-3"]);
        assert_eq!((ids(&scale), scale.place("2.50")), (vec!["-3", "1", "2.5"], Some(2)));
    }

    #[test]
    fn what_is_no_number_stands_as_it_came() {
        let scale = Scale::found(&["yes", "2", "No"]);
        assert_eq!((ids(&scale), scale.order), (vec!["yes", "2", "No"], Order::None));
        assert_eq!((scale.place("No"), scale.place("no")), (Some(2), None));
        assert!(!Scale::found(&["1", "nan"]).ordered() && !Scale::found(&["1", "inf"]).ordered());
        assert!(!Scale::found(&["1", "1000000"]).ordered(), "measurements, no steps");
    }

    #[test]
    fn a_given_order_knows_each_step_by_all_its_names() {
        let step = Step { id: "second".into(), title: "Level 2".into(), also: vec!["2".into()] };
        let scale = Scale { order: Order::Given, steps: vec![Step::plain("first"), step] };
        assert_eq!([scale.place("LEVEL 2"), scale.place("2"), scale.place("3")], [Some(1), Some(1), None]);
    }
}
