//! What leaves the program: an assessment becomes a summary, and the summary a document in five formats.

pub mod document;

use self::document::Document;
use crate::{assess::Assessment, case::Case, framework::Framework};

/// The two pages for the front door.
pub fn summary(_framework: &Framework, _case: &Case, _assessment: &Assessment) -> Document {
    unreachable!("stands in until it is written")
}

/// The practitioner's own record: rule trace, fingerprint, own view, what was answered after the reveal.
pub fn record(_framework: &Framework, _case: &Case, _assessment: &Assessment) -> Document {
    unreachable!("stands in until it is written")
}
