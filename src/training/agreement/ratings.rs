//! Who rated what as what, before anything is worked out.

use std::collections::HashMap;

/// Names, each with a number in order of appearance.
#[derive(Clone, Debug, Default)]
pub struct Names {
    list: Vec<String>,
    places: HashMap<String, usize>,
}

impl Names {
    /// A name's number, a new one where it was not there.
    pub fn number(&mut self, name: &str) -> usize {
        if let Some(&place) = self.places.get(name) {
            return place;
        }
        let place = self.list.len();
        self.list.push(name.to_owned());
        self.places.insert(name.to_owned(), place);
        place
    }

    /// The number of a name that is there.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    pub fn list(&self) -> &[String] {
        &self.list
    }
}

/// What somebody gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// A number among the values' names.
    Given(usize),
    /// *Not sure* or *not known*, said in so many words: no value, and yet an answer.
    NotSure,
}

/// How a session's record names a person whose hand was counted, with a number after it that means nobody.
pub const HAND: &str = "hand-";

/// One rating.
#[derive(Clone, Copy, Debug)]
pub struct Rating {
    pub rater: usize,
    pub case: usize,
    pub item: usize,
    pub value: Value,
    /// The line of the file it stands in, or its number from 1.
    pub line: usize,
}

/// All ratings, each rater's of a case and an item at most once.
#[derive(Clone, Debug, Default)]
pub struct Ratings {
    pub raters: Names,
    pub cases: Names,
    pub items: Names,
    pub values: Names,
    list: Vec<Rating>,
    /// Where each rater's rating of a case's item stands in the list.
    seen: HashMap<(usize, usize, usize), usize>,
}

/// The same person rated the same item of a case before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Twice {
    /// The line of the rating that counts.
    pub first: usize,
}

impl Ratings {
    /// Adds a rating. An empty value is a missing one and adds nothing.
    ///
    /// # Errors
    /// Where the rater has rated this before: what stands first counts.
    pub fn add(
        &mut self,
        rater: &str,
        case: &str,
        item: &str,
        value: &str,
        line: usize,
    ) -> Result<(), Twice> {
        let value = value.trim();
        if value.is_empty() {
            return Ok(());
        }
        let key = (self.raters.number(rater), self.cases.number(case), self.items.number(item));
        if let Some(&at) = self.seen.get(&key) {
            return Err(Twice { first: self.list[at].line });
        }
        let value = if is_not_sure(value) { Value::NotSure } else { Value::Given(self.values.number(value)) };
        self.seen.insert(key, self.list.len());
        let (rater, case, item) = key;
        self.list.push(Rating { rater, case, item, value, line });
        Ok(())
    }

    /// Every rating, in the order in which they came.
    pub fn list(&self) -> &[Rating] {
        &self.list
    }
}

/// Whether a value says in words that there is none: `not-sure`, `Not known`.
pub fn is_not_sure(value: &str) -> bool {
    let plain: String = value.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
    plain == "notsure" || plain == "notknown"
}
