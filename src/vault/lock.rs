//! One window works on a check at a time: who has it, and what becomes of a lock that was left behind.
//!
//! The system's own lock on a file ends with the program that holds it, however that ends. Beside it stands who has it,
//! in words; where that is another computer, the system's lock may not reach so far, and a question decides.

use std::{
    fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::case::file::put;

/// No note of who has a check is longer than this.
const LONGEST: u64 = 4096;

/// Who has a check open, since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// The name that the system knows the user by.
    pub user: String,
    pub computer: String,
    pub since: DateTime,
}

/// A check that is this window's to change, until it is let go.
#[derive(Debug)]
pub struct Lock {
    file: fs::File,
    who: PathBuf,
    /// What this window wrote there.
    text: String,
}

/// Whether a check can be changed here.
#[derive(Debug)]
pub enum Taken {
    Ours(Lock),
    /// Another window has it open now.
    Theirs(Option<Who>),
    /// It was left open on another computer, and whether it still is cannot be seen from here.
    LeftOpen(Who),
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Another computer may have taken the check over, and what stands there is its own.
        if read_who(&self.who).is_some_and(|text| text == self.text) {
            fs::remove_file(&self.who).ok();
        }
        self.file.unlock().ok();
    }
}

/// Takes a check's lock; `over` says that a lock which was left behind elsewhere is taken over.
///
/// # Errors
/// The disk's own, where no lock can be written.
pub fn take(folder: &Path, id: &str, me: &Who, over: bool) -> io::Result<Taken> {
    fs::create_dir_all(folder)?;
    let mut options = fs::OpenOptions::new();
    // Left empty, and left behind: two windows would otherwise lock two files of one name.
    let file = options.create(true).truncate(false).write(true).open(folder.join(format!("{id}.lock")))?;
    let path = folder.join(format!("{id}.who"));
    let told = || read_who(&path).and_then(|text| ron::from_str::<Who>(&text).ok());
    match file.try_lock() {
        Ok(()) => {}
        Err(fs::TryLockError::WouldBlock) => return Ok(Taken::Theirs(told())),
        // A file system without locks: what is written has to do.
        Err(fs::TryLockError::Error(fault)) if fault.kind() == io::ErrorKind::Unsupported => {}
        Err(fs::TryLockError::Error(fault)) => return Err(fault),
    }
    if !over && let Some(left) = told().filter(|left| left.computer != me.computer) {
        return Ok(Taken::LeftOpen(left));
    }
    let text = ron::to_string(me).map_err(io::Error::other)?;
    put(&path, text.as_bytes())?;
    Ok(Taken::Ours(Lock { file, who: path, text }))
}

/// What is written of who has a check; nothing of what nobody wrote for that.
fn read_who(path: &Path) -> Option<String> {
    let mut text = String::new();
    fs::File::open(path).ok()?.take(LONGEST).read_to_string(&mut text).ok()?;
    Some(text)
}

/// Whether nobody works on a check now.
pub fn free(folder: &Path, id: &str) -> bool {
    match fs::File::open(folder.join(format!("{id}.lock"))) {
        Ok(file) => file.try_lock().is_ok(),
        Err(fault) => fault.kind() == io::ErrorKind::NotFound,
    }
}

/// Removes what is left of a check's lock.
pub fn forget(folder: &Path, id: &str) {
    for ending in ["who", "lock"] {
        fs::remove_file(folder.join(format!("{id}.{ending}"))).ok();
    }
}
