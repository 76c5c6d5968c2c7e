//! What is particular to the machine: the clock, file windows, chance, the kind of session.

mod clock;
mod dialogs;
mod session;
mod text_size;

use std::path::PathBuf;

pub use clock::Clock;
pub use dialogs::{Ask, Dialogs, Outcome, tell};
pub use session::{checks_folder, me, remote, state_folder};
pub use text_size::text_size;

/// Where a new file is offered to be saved: the user's documents, or else their own folder.
pub fn save_folder() -> PathBuf {
    let home = std::env::home_dir().unwrap_or_default();
    let documents = home.join("Documents");
    if documents.is_dir() { documents } else { home }
}
