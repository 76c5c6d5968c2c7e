//! Is a framework sound by itself, whatever its worked cases are? Each thing proved, refuted with a case, or not
//! decided within a number of steps.
//!
//! Conditions cannot negate. So a rule can fire only if it does with every answer at its worst, always fires only if
//! it does with nothing answered, and ever decides only if it does on a sheet with the fewest answers that make it
//! hold: no search through all sheets is needed for any of it.

mod asked;
mod batch;
mod exhaust;
mod matters;
mod models;
mod present;
mod reach;
mod rules;
mod worth;

pub use models::{Budget, End, Model, Ways};

use super::{Proof, Unmet, example};
use crate::framework::{Framework, condition::Cell};

/// How much work the proofs may be. It counts steps, so that a framework gets the same answer on every machine.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For the search of sheets on which rules and answers decide.
    pub search: u64,
    /// Answer sheets walked through to cross-check direction and span.
    pub sheets: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { search: 2_000_000, sheets: 60_000 }
    }
}

impl Limits {
    /// Rungs 1 to 5 of the ladder alone: nothing is walked through exhaustively.
    pub fn without_walking() -> Self {
        Self { sheets: 0, ..Self::default() }
    }
}

/// Contexts: those that rules tell apart, and every one.
struct Cells {
    telling: Vec<Cell>,
    every: Vec<Cell>,
}

/// All proofs that need no worked case.
pub fn prove(framework: &Framework, limits: Limits) -> Vec<Proof> {
    let cells = Cells { telling: asked::cells(framework, true), every: asked::cells(framework, false) };
    let mut proofs = direction_and_span(framework, &cells, limits.sheets);
    proofs.extend(reach::all(framework, &cells));
    proofs.extend(worth::all(framework, &cells, Budget { left: limits.search }));
    proofs.extend(present::all(framework));
    proofs
}

/// By construction, and held against every way to fill in the sheets of small parts.
fn direction_and_span(framework: &Framework, cells: &Cells, sheets: u64) -> Vec<Proof> {
    let mut rules = exhaust::Rules::new(framework);
    let walked = exhaust::walk(framework, &cells.telling, &mut rules, &mut Budget { left: sheets });
    let seen = format!("held on all {} answer sheets of {} small parts", walked.sheets, walked.parts);
    let whole = super::place::Item::new(super::place::Kind::Head, &framework.about.id);
    let unmet = |found: &Option<(Cell, Model)>, says: &str| {
        let one = |(cell, model): &(Cell, Model)| {
            Unmet::new(whole.clone(), says.to_owned()).with(example::told(framework, *cell, model))
        };
        found.iter().map(one).collect()
    };
    let direction = format!("by construction: no condition can negate, and no ladder descends; {seen}");
    let span = format!("by construction: the least and the most are those of the open answers; {seen}");
    vec![
        Proof::of("direction", &direction, unmet(&walked.lowers, "more concern lowers the result")),
        Proof::of("exact-span", &span, unmet(&walked.inexact, "an end of the span is not exact")),
    ]
}

/// The one context or its first of a list, for a case that has to be about somebody.
fn somebody(cells: &[Cell]) -> Option<Cell> {
    cells.first().copied()
}
