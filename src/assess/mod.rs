//! A framework and a case give an assessment: span, reasons, duties, clocks, what to find out.

pub mod assessment;

pub use assessment::Assessment;

use jiff::civil::Date;

use crate::{case::Case, framework::Framework};

/// Assesses a case under a framework, on a day.
pub fn assess(_framework: &Framework, _case: &Case, _on: Date) -> Assessment {
    unreachable!("stands in until the engine lands")
}
