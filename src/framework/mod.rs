//! What a partnership publishes: RON files in, a framework that holds together out, or every fault at once.

pub mod condition;
mod id;
pub mod model;
mod raw;

pub use id::{Id, IdError};
pub use model::Framework;

/// Stands in until the loader lands.
#[derive(Clone, Debug)]
pub struct SourceFile {
    pub path: String,
    pub text: String,
}
