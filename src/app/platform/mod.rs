//! What is particular to the machine: the clock, file windows, chance, the kind of session, what a fault may tell.

mod board;
mod clock;
mod dialogs;
mod fault;
mod memory;
mod moment;
mod session;
mod text_size;

use std::path::PathBuf;

pub use board::SystemBoard;
pub use clock::Clock;
pub use dialogs::{Ask, Dialogs, Outcome, tell};
pub use fault::tell_places_only;
pub use memory::{keep_to_oneself, known_while};
pub use moment::{Moment, after_sleep};
pub use session::{checks_folder, me, remote, state_folder};
pub use text_size::text_size;

/// Where a new file is offered to be saved: the user's documents, or else their own folder.
pub fn save_folder() -> PathBuf {
    let home = std::env::home_dir().unwrap_or_default();
    let documents = home.join("Documents");
    if documents.is_dir() { documents } else { home }
}
