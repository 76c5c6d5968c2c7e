//! What a partnership publishes: RON files in, a framework that holds together out, or every fault at once.

pub mod abroad;
mod build;
pub mod builtin;
mod check;
pub mod condition;
pub mod diagnostic;
mod fingerprint;
mod id;
pub mod lanes;
mod load;
pub mod model;
mod parse;
mod raw;
mod source;
pub mod spelling;
pub mod terms;

pub use diagnostic::{Diagnostic, Place, Severity};
pub use fingerprint::canonical;
pub use id::{Id, IdError};
pub use load::{Loaded, load};
pub use model::Framework;
pub(crate) use raw::Text;
pub use source::{RawFile, SourceFile, Sources, decode};
