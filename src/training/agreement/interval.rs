//! How far a figure may be off: an interval from samples drawn with replacement.
//!
//! **Whole cases are drawn**, as many as there are, and the figure is worked out anew from each draw, with the chance
//! that is expected from the draw itself. It says how the figure might have come out with other cases of the kind; it
//! does not say how it might with other people. Krippendorff's own algorithm draws single differences of pairs against
//! a fixed expectation in place of cases, and gives narrower intervals where people differ by case.
//! Draws depend on the seed alone: the same ratings and seed give the same interval.

use super::figure::{Figure, Why};

/// The middle nineteen twentieths of the drawn figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
    /// How many draws gave a figure.
    pub draws: usize,
    /// How many gave none, such as those in which only one value stood.
    pub without: usize,
}

/// The interval of a figure of cases, from so many draws.
pub(super) fn interval(
    cases: usize,
    seed: u64,
    draws: usize,
    mut figure: impl FnMut(&[usize]) -> Figure<f64>,
) -> Figure<Interval> {
    if cases < 2 {
        return Figure::NotDefined(Why::OneCase);
    }
    let mut random = Random(seed);
    let mut sample = vec![0; cases];
    let mut found = Vec::with_capacity(draws);
    for _ in 0..draws {
        sample.fill_with(|| random.below(cases));
        found.extend(figure(&sample).known());
    }
    let without = draws - found.len();
    if found.is_empty() || without > draws / 2 {
        return Figure::NotDefined(Why::Unsteady);
    }
    found.sort_unstable_by(f64::total_cmp);
    // A fortieth is left away at either end.
    let away = found.len() / 40;
    let (low, high) = (found[away], found[found.len() - 1 - away]);
    Figure::Known(Interval { low, high, draws: found.len(), without })
}

/// Steele, Lea and Flood's `SplitMix64` (2014): small, the same everywhere and for ever, and no secret hangs on it.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below another, each as likely as the next to within one in 2^32 for any number of cases.
    fn below(&mut self, end: usize) -> usize {
        let high = (u128::from(self.next()) * (end as u128)) >> 64;
        usize::try_from(high).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first values from the seed 1234567, as they are published for this generator in many languages.
    #[test]
    fn the_generator_is_the_published_one() {
        let mut random = Random(1_234_567);
        let first: Vec<u64> = std::iter::repeat_with(|| random.next()).take(3).collect();
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn an_interval_says_when_there_is_none() {
        let known = |_: &[usize]| Figure::Known(0.5);
        let never = |_: &[usize]| Figure::NotDefined(Why::OneValue);
        assert_eq!(interval(1, 7, 100, known), Figure::NotDefined(Why::OneCase));
        assert_eq!(interval(5, 7, 100, never), Figure::NotDefined(Why::Unsteady));
        assert_eq!(interval(5, 7, 0, known), Figure::NotDefined(Why::Unsteady));
    }

    #[test]
    fn every_case_is_drawn_and_the_ends_are_left_away() {
        let mut drawn = [false; 10];
        let mut next = 0_u32;
        let figure = |cases: &[usize]| {
            assert_eq!(cases.len(), 10);
            for &case in cases {
                drawn[case] = true;
            }
            next += 1;
            Figure::Known(f64::from(next))
        };
        let Figure::Known(found) = interval(10, 3, 1000, figure) else { panic!("there is an interval") };
        assert_eq!((found.low, found.high, found.draws, found.without), (26.0, 975.0, 1000, 0));
        assert!(drawn.iter().all(|drawn| *drawn));
    }
}
