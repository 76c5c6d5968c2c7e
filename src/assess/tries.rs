//! Changes to a child's answers, tried many at once.

use super::{ends::Ends, evaluate::Engine, facts::Facts};
use crate::framework::{
    condition::Cell,
    lanes::{LANES, Sheets},
    model::{PathwayIx, QuestionIx},
};

/// A question and the step that it would stand at.
pub(super) type Answer = (QuestionIx, usize);

/// A child's answers, ready to be changed.
pub(super) struct Tries<'a> {
    cells: Vec<Cell>,
    /// What is not known stands at its least worrying step.
    least: Sheets<'a>,
    /// What is not known and in scope stands at its most worrying step.
    most: Sheets<'a>,
}

impl<'a> Tries<'a> {
    pub fn new(engine: &Engine<'a>, facts: &Facts) -> Self {
        let mut least = Sheets::new(&engine.framework.program);
        least.all(&facts.known, facts.chosen.iter().map(|concern| concern.0));
        let mut most = least.clone();
        most.open_unknown(&facts.known);
        Self { cells: engine.cells(facts), least, most }
    }

    /// The answers without any change, in these contexts.
    pub fn as_they_stand(&self, cells: &[Cell]) -> Ends<'a> {
        Ends::new(cells, &self.least, &self.most)
    }

    /// How many changes are tried in one go.
    pub fn at_once(&self) -> usize {
        (LANES / self.cells.len().max(1)).max(1)
    }

    /// What would be established after each change.
    pub fn lowest<C: AsRef<[Answer]>>(&self, changes: &[C]) -> Vec<PathwayIx> {
        self.each(&self.least, changes, PathwayIx::min)
    }

    /// What the remaining unknowns would still allow after each change.
    pub fn highest<C: AsRef<[Answer]>>(&self, changes: &[C]) -> Vec<PathwayIx> {
        self.each(&self.most, changes, PathwayIx::max)
    }

    /// Every change in every context that is possible, and of the contexts the end that counts.
    fn each<C: AsRef<[Answer]>>(
        &self,
        answers: &Sheets<'a>,
        changes: &[C],
        end: fn(PathwayIx, PathwayIx) -> PathwayIx,
    ) -> Vec<PathwayIx> {
        let mut found: Vec<Option<PathwayIx>> = vec![None; changes.len()];
        let all = changes.len() * self.cells.len();
        for from in (0..all).step_by(LANES) {
            let lanes = from..all.min(from + LANES);
            let mut sheets = answers.clone();
            for (lane, at) in lanes.clone().enumerate() {
                sheets.set_cell(lane, self.cells[at % self.cells.len()]);
                for &(question, step) in changes[at / self.cells.len()].as_ref() {
                    sheets.answer(lane, question, step);
                }
            }
            for (at, result) in lanes.clone().zip(sheets.run().results(lanes.len())) {
                let slot = &mut found[at / self.cells.len()];
                *slot = Some(slot.map_or(result, |other| end(other, result)));
            }
        }
        // A framework has an age and a role at least, so that every change was tried.
        found.into_iter().map(|result| result.unwrap_or(PathwayIx(0))).collect()
    }
}
