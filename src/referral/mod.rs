//! What leaves the program: an assessment becomes a summary, and the summary a document in five formats.

pub mod document;
pub mod labels;
pub mod missing;
pub mod phrases;
mod record;
pub mod script;
mod summary;

pub use record::record;
pub use summary::{summary, tell_state};
