//! Many answer sheets at once, when only the two ends of each are wanted.

use super::facts::Facts;
use crate::framework::{
    Framework,
    condition::Cell,
    lanes::{LANES, Sheet, Sheets},
    model::PathwayIx,
};

/// What a sheet's answers establish, and the highest that its unknowns still allow.
pub type Ends = (PathwayIx, PathwayIx);

/// The answers of a case in one context, as small as they come.
///
/// None where the framework is larger than a sheet can say: more than 65,536 questions or 256 steps.
pub fn sheet(facts: &Facts, cell: Cell) -> Option<Sheet> {
    let known = facts.known.iter().enumerate().filter_map(|(question, step)| Some((question, (*step)?)));
    let known = known.map(|(question, step)| Some((u16::try_from(question).ok()?, u8::try_from(step).ok()?)));
    let chosen = facts.chosen.iter().map(|concern| u16::try_from(concern.0).ok());
    Some(Sheet { cell, chosen: chosen.collect::<Option<_>>()?, known: known.collect::<Option<_>>()? })
}

/// Both ends of each sheet, in order.
pub fn ends(framework: &Framework, sheets: &[Sheet]) -> Vec<Ends> {
    let mut found = Vec::with_capacity(sheets.len());
    let mut lanes = Sheets::new(&framework.program);
    for some in sheets.chunks(LANES) {
        lanes.clear();
        for (lane, sheet) in some.iter().enumerate() {
            lanes.lay(lane, sheet);
        }
        let least = lanes.run();
        let lowest = least.results(some.len());
        lanes = least.into_sheets();
        lanes.open_rest(some);
        let most = lanes.run();
        found.extend(lowest.zip(most.results(some.len())));
        lanes = most.into_sheets();
    }
    found
}
