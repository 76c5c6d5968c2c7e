//! Checks kept on the disk: sealed, saved so that nothing is lost, found again, and deleted for good.

pub mod away;
pub mod disk;
pub mod envelope;
pub mod folder;
pub mod key;
pub mod lock;
pub mod save;
pub mod secret;

pub use away::Away;
pub use envelope::{Label, Seal, Unreadable};
pub use folder::{Folder, Found, Shown};
pub use key::{Key, KeyError, WORK};
pub use save::{Held, Note, SaveError};
pub use secret::Passphrase;

use std::hash::{BuildHasher as _, Hasher as _, RandomState};

/// A number by chance, for names that nobody else has; keys get theirs from `age`.
fn chance() -> u64 {
    RandomState::new().build_hasher().finish()
}
