//! How far people agree who looked at the same cases: with each other, and apart from that with what was expected.
//!
//! The figures describe a room, never a child, and say nothing of who was right.

pub mod alpha;
pub mod counts;
pub mod expected;
pub mod figure;
pub mod guide;
pub mod interval;
pub mod kappa;
pub mod paper;
pub mod ratings;
pub mod report;
pub mod scale;
pub mod sheet;
pub mod table;
pub mod words;

#[cfg(test)]
mod naive;
#[cfg(test)]
mod published;
#[cfg(test)]
mod tests;
