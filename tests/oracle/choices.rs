//! A stream of choices: a random framework is drawn from plain numbers, so that proptest can shrink it.

use proptest::{collection::vec, prelude::*};

/// Numbers to choose by. Where they end every choice falls on the first, so that a shorter stream means
/// a smaller and duller framework.
#[derive(Debug)]
pub struct Choices<'a>(std::slice::Iter<'a, u32>);

/// Streams of up to so many numbers, most of them long.
pub fn stream(most: usize) -> impl Strategy<Value = Vec<u32>> {
    prop_oneof![1 => vec(any::<u32>(), 0..most / 2), 4 => vec(any::<u32>(), most / 2..most)]
}

impl<'n> Choices<'n> {
    pub fn new(numbers: &'n [u32]) -> Self {
        Self(numbers.iter())
    }

    /// A number below `n`; smaller stream numbers give smaller ones, so that shrinking goes one way.
    pub fn below(&mut self, n: usize) -> usize {
        let drawn = u64::from(*self.0.next().unwrap_or(&0));
        usize::try_from((drawn * n as u64) >> 32).unwrap()
    }

    /// A number from `least` to `most`, both included.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// True in so many of a hundred draws, and never at the stream's end.
    pub fn chance(&mut self, of_a_hundred: usize) -> bool {
        self.below(100) >= 100 - of_a_hundred
    }

    pub fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// Some of the list, at least one, in its order.
    pub fn some_of<T: Clone>(&mut self, list: &[T]) -> Vec<T> {
        let sure = self.below(list.len());
        let taken = list.iter().enumerate().filter(|(at, _)| *at == sure || self.chance(35));
        taken.map(|(_, item)| item.clone()).collect()
    }

    /// Some of the list, but never all of it (where it has two or more).
    pub fn part_of<T: Clone>(&mut self, list: &[T]) -> Vec<T> {
        let mut some = self.some_of(list);
        if some.len() == list.len() && some.len() > 1 {
            some.remove(self.below(list.len()));
        }
        some
    }
}
