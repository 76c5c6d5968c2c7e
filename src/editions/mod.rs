//! Two editions of a framework: what changed in its text and rules, and which cases come to something else.
//!
//! The editions are compared as the fingerprint sees them: everything named by its id, nothing by its place. An item that
//! says `was` is the one that was called so.

pub mod cases;
mod differ;
pub mod report;
mod shown;
pub mod words;

pub use cases::{Matrix, Moved, Outcome, Told};
pub use differ::{Field, How, Item, Kind, What, items};

use crate::framework::Framework;

/// Everything that differs between two editions.
#[derive(Clone, Debug)]
pub struct Compared {
    pub items: Vec<Item>,
    pub cases: cases::Cases,
}

/// Compares two editions, and what cases come to under each.
pub fn compare(old: &Framework, new: &Framework, told: Vec<Told>) -> Compared {
    Compared { items: items(old, new), cases: cases::compare(old, new, told) }
}

#[cfg(test)]
mod tests;
