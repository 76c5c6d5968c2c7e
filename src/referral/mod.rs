//! What leaves the program: an assessment becomes a summary, and the summary a document in five formats.

pub mod after;
pub mod body;
pub mod chronology;
pub mod clean;
pub mod direction;
pub mod document;
mod docx;
mod figure;
#[cfg(test)]
mod fixture;
pub mod fonts;
pub mod format;
mod html;
pub mod injuries;
pub mod labels;
mod markdown;
pub mod missing;
mod parts;
mod pdf;
pub mod phrases;
mod record;
pub mod script;
pub mod sites;
mod summary;
mod text;
pub mod whom;

pub use record::record;
pub use summary::{summary, tell_state};
