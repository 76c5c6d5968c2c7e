//! Whether the open check is this window's to change.

use std::io;

use crate::vault::{
    lock::{Lock, Taken, Who},
    save::{SaveError, Step},
};

/// Whose the open check is to change.
#[derive(Debug)]
pub enum Locked {
    /// This window's, as long as it is held.
    Ours(Lock),
    /// This window's, and nothing keeps another from it; why.
    Not(String),
    /// It was not saved yet, and nobody else knows of it.
    Begun,
    /// Another window's.
    Theirs(Option<Who>),
}

impl Locked {
    /// What came of taking a lock; without one, which is no other window's doing, a check is changed all the same.
    pub fn from_taken(taken: io::Result<Taken>) -> Self {
        match taken {
            Ok(Taken::Ours(lock)) => Self::Ours(lock),
            Ok(Taken::Theirs(who)) => Self::Theirs(who),
            Ok(Taken::LeftOpen(who)) => Self::Theirs(Some(who)),
            Err(fault) => Self::Not(SaveError { step: Step::Folder, fault }.to_string()),
        }
    }
}
