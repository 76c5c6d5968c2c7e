//! How the votes of a room are spread over the levels, in plain counts.

/// How many chose each place of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// By place, lowest first.
    pub people: Vec<u32>,
    pub unsure: u32,
}

impl Spread {
    /// A scale of so many places that nobody has voted on.
    pub fn new(places: usize) -> Self {
        Self { people: vec![0; places], unsure: 0 }
    }

    /// Adds people who chose a place, or were not sure.
    pub fn add(&mut self, place: Option<usize>, people: u32) {
        let slot = place.and_then(|place| self.people.get_mut(place)).unwrap_or(&mut self.unsure);
        *slot = slot.saturating_add(people);
    }

    /// Everybody who voted.
    pub fn all(&self) -> u32 {
        self.sure().saturating_add(self.unsure)
    }

    /// Everybody who chose a place.
    pub fn sure(&self) -> u32 {
        self.people.iter().fold(0, |sum, people| sum.saturating_add(*people))
    }

    /// The place that most chose, the lowest where several are level; none where nobody chose one.
    pub fn most(&self) -> Option<usize> {
        let top = self.people.iter().copied().max().filter(|top| *top > 0)?;
        self.people.iter().position(|people| *people == top)
    }

    /// How many chose a place.
    pub fn at(&self, place: usize) -> u32 {
        self.people.get(place).copied().unwrap_or_default()
    }

    /// How many chose a place or one beside it.
    pub fn near(&self, place: usize) -> u32 {
        let near = self.people.iter().enumerate().filter(|(at, _)| at.abs_diff(place) <= 1);
        near.fold(0, |sum, (_, people)| sum.saturating_add(*people))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_by_place_and_who_is_not_sure_stands_apart() {
        let mut spread = Spread::new(4);
        assert_eq!((spread.most(), spread.all()), (None, 0));
        for (place, people) in [(Some(1), 3), (Some(2), 5), (Some(3), 2), (None, 4)] {
            spread.add(place, people);
        }
        assert_eq!((spread.all(), spread.sure(), spread.unsure), (14, 10, 4));
        assert_eq!((spread.most(), spread.at(2), spread.near(2), spread.near(0)), (Some(2), 5, 10, 3));
    }
}
