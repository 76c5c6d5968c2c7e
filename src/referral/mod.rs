//! What leaves the program: an assessment becomes a summary or a record, each a document.

pub mod after;
pub mod chronology;
mod contents;
mod form;
mod given;
pub mod injuries;
pub mod labels;
pub mod missing;
mod parts;
pub mod phrases;
mod record;
pub mod script;
mod summary;
pub mod whom;

pub use form::{Layout, laid_out};
pub use given::tell_state;
pub use record::record;
pub use summary::summary;
