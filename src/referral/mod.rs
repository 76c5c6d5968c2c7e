//! What leaves the program: an assessment becomes a summary, and the summary a document in five formats.

pub mod clean;
pub mod direction;
pub mod document;
mod docx;
#[cfg(test)]
mod fixture;
pub mod fonts;
pub mod format;
mod html;
pub mod labels;
mod markdown;
pub mod missing;
mod parts;
mod pdf;
pub mod phrases;
mod record;
pub mod script;
mod summary;
mod text;
pub mod whom;

pub use record::record;
pub use summary::{summary, tell_state};
