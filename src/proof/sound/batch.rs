//! Sheets put to the rules side by side, as many as there are lanes.

use super::models::Model;
use crate::framework::{
    Framework,
    condition::Cell,
    lanes::{LANES, Run, Sheets},
    model::{PathwayIx, RuleIx},
};

/// One sheet of a batch, with what it is to show.
pub struct Entry<T> {
    pub of: T,
    pub cell: Cell,
    pub model: Model,
}

/// Sheets that wait until enough of them are there.
pub struct Batch<'a, T> {
    framework: &'a Framework,
    sheets: Option<Sheets<'a>>,
    waiting: Vec<Entry<T>>,
    /// The rules, the most urgent first.
    urgency: Vec<RuleIx>,
}

/// What a batch came to.
pub struct Came<'r, 'a> {
    pub run: Run<'a>,
    urgency: &'r [RuleIx],
    framework: &'a Framework,
    lanes: usize,
}

impl<'a, T> Batch<'a, T> {
    pub fn new(framework: &'a Framework) -> Self {
        let mut urgency: Vec<RuleIx> = (0..framework.rules.len()).map(RuleIx).collect();
        urgency.sort_by_key(|at| std::cmp::Reverse(framework[*at].to));
        let sheets = Some(Sheets::new(&framework.program));
        Self { framework, sheets, waiting: Vec::new(), urgency }
    }

    /// Adds a sheet; true where the batch is full and wants to be run.
    pub fn add(&mut self, entry: Entry<T>) -> bool {
        self.waiting.push(entry);
        self.waiting.len() >= LANES
    }

    /// Runs what waits, and has it looked at.
    pub fn run(&mut self, look: impl FnOnce(&[Entry<T>], &Came<'_, 'a>)) {
        let entries = std::mem::take(&mut self.waiting);
        let Some(mut sheets) = self.sheets.take().filter(|_| !entries.is_empty()) else {
            self.sheets.get_or_insert_with(|| Sheets::new(&self.framework.program));
            return;
        };
        sheets.clear();
        for (lane, entry) in entries.iter().enumerate() {
            sheets.set_cell(lane, entry.cell);
            for (question, step) in &entry.model {
                sheets.answer(lane, *question, *step);
            }
        }
        let came = Came {
            run: sheets.run(),
            urgency: &self.urgency,
            framework: self.framework,
            lanes: entries.len(),
        };
        look(&entries, &came);
        self.sheets = Some(came.run.into_sheets());
    }
}

impl Came<'_, '_> {
    /// By lane: the rules that hold and raise at least as far as is asked of that lane, the most urgent first.
    pub fn raised(&self, at_least: &[PathwayIx]) -> Vec<Vec<RuleIx>> {
        let mut raised = vec![Vec::new(); self.lanes];
        let Some(least) = at_least.iter().min() else { return raised };
        for rule in self.urgency {
            let to = self.framework[*rule].to;
            if to < *least {
                break;
            }
            let holds = self.run.rule(*rule);
            for lane in holds.each().take_while(|lane| *lane < self.lanes) {
                if to >= at_least[lane] {
                    raised[lane].push(*rule);
                }
            }
        }
        raised
    }
}
