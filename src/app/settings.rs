//! What somebody chose for this machine and the program remembers: a few words that say nothing of any check.

use std::{
    fs,
    io::Read as _,
    path::{Path, PathBuf},
    time::Duration,
};

use serde::{Deserialize, Serialize};

use crate::case::file;

/// More than this was not written by us.
const LARGEST: u64 = 64 * 1024;

/// The minutes that can be chosen before the screen locks.
pub const MINUTES: [u16; 4] = [2, 4, 10, 20];

/// What was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// After so many minutes untouched the screen locks.
    pub lock_after: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Self { lock_after: 4 }
    }
}

impl Settings {
    /// The time after which the screen locks: never longer than the longest that can be chosen, whatever a file says.
    pub fn lock_after(self) -> Duration {
        let minutes = self.lock_after.clamp(MINUTES[0], MINUTES[MINUTES.len() - 1]);
        Duration::from_secs(60 * u64::from(minutes))
    }
}

/// Where settings are kept.
#[derive(Clone, Debug, Default)]
pub struct Kept(Option<PathBuf>);

impl Kept {
    /// Kept in a folder; where there is none, only until the program ends.
    pub fn in_folder(folder: Option<PathBuf>) -> Self {
        Self(folder.map(|folder| folder.join("settings.ron")))
    }

    /// What was chosen; a file that cannot be read or understood is as good as none.
    pub fn read(&self) -> Settings {
        self.0.as_deref().and_then(read).unwrap_or_default()
    }

    /// Remembers what was chosen; `false` where it holds only until the program ends.
    pub fn keep(&self, settings: Settings) -> bool {
        let Some(path) = &self.0 else { return false };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).ok();
        }
        ron::to_string(&settings).is_ok_and(|text| file::put(path, text.as_bytes()).is_ok())
    }
}

fn read(path: &Path) -> Option<Settings> {
    // A pipe or a device in its place must not hold up the start, nor a vast file fill the memory.
    if !fs::metadata(path).is_ok_and(|meta| meta.is_file() && meta.len() <= LARGEST) {
        return None;
    }
    let mut text = String::new();
    fs::File::open(path).ok()?.take(LARGEST).read_to_string(&mut text).ok()?;
    read_text(&text)
}

/// Settings as their file writes them; `None` where they are none.
pub fn read_text(text: &str) -> Option<Settings> {
    ron::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_is_there_at_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Kept::in_folder(Some(folder.path().join("state")));
        assert_eq!(shelf.read(), Settings::default());
        assert!(shelf.keep(Settings { lock_after: 10 }));
        assert_eq!(shelf.read().lock_after(), Duration::from_mins(10));
    }

    #[test]
    fn a_damaged_huge_or_replaced_file_is_none_and_is_written_anew() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        let shelf = Kept::in_folder(Some(folder.path().to_owned()));
        let huge = fs::File::create(&path).unwrap();
        huge.set_len(10 << 30).unwrap();
        assert_eq!(shelf.read(), Settings::default(), "ten gigabytes are not read");
        for damage in
            [&b"((("[..], b"", b"\xff\xfe\0\0", b"(lock_after: -1)", b"(lock_after: \"4\")", b"Case()"]
        {
            file::put(&path, damage).unwrap();
            assert_eq!(shelf.read(), Settings::default());
        }
        assert!(shelf.keep(Settings { lock_after: 2 }));
        assert_eq!(shelf.read().lock_after, 2);
        file::put(&path, b"(lock_after: 65535)").unwrap();
        assert_eq!(shelf.read().lock_after(), Duration::from_mins(20), "never as good as off");
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        assert_eq!(shelf.read(), Settings::default(), "a folder in its place");
        assert!(!shelf.keep(Settings { lock_after: 2 }));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_device_or_to_nothing_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        let shelf = Kept::in_folder(Some(folder.path().to_owned()));
        for to in ["/dev/zero", "/dev/null", "/nowhere/at/all"] {
            std::os::unix::fs::symlink(to, &path).unwrap();
            assert_eq!(shelf.read(), Settings::default(), "{to}");
            fs::remove_file(&path).unwrap();
        }
        let barred = Kept::in_folder(Some(PathBuf::from("/dev/null/state")));
        assert!(!barred.keep(Settings::default()), "where nothing can be kept it is said");
        assert!(!Kept::default().keep(Settings::default()));
    }
}
