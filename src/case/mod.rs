//! What a practitioner records: answers, notes, decision, and the file they are kept in.

pub mod family;
pub mod file;
mod log;
pub mod model;
mod text;
mod undo;

pub use family::ChildNo;
pub use log::{Change, Entry};
pub use model::{Answer, Answered, Case};
