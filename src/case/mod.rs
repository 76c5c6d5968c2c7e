//! What a practitioner records: answers, notes, decision, and the file they are kept in.

pub mod after;
pub mod family;
pub mod file;
pub mod injury;
mod log;
pub mod model;
pub mod site;
mod text;
pub mod training;
mod typing;
mod undo;
pub mod when;

pub use family::ChildNo;
pub use log::{Change, Entry};
pub use model::{Answer, Answered, Case};
pub use site::Site;
