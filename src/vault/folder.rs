//! A person's folder of checks: their keys, the list, what is opened, what is deleted.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::civil::{Date, DateTime};
use serde::Deserialize;

use super::{
    chance,
    disk::Disk,
    envelope::{self, Label, Print, Seal, Unreadable, print},
    key::{Key, KeyError},
    lock,
    save::{self, Held, Note, Place, SaveError, Step},
    secret::Passphrase,
};
use crate::case::Case;

const KEY: &[u8] = b"levels-of-need key 1\n";
/// So many keys that stand in checks alone are tried: each takes half a second.
const MOST_KEYS: usize = 8;

/// The folder and the disk that it is on.
#[derive(Clone)]
pub struct Folder {
    root: PathBuf,
    disk: Arc<dyn Disk>,
}

impl std::fmt::Debug for Folder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Folder").finish_non_exhaustive()
    }
}

/// What an organisation may choose, in a file of its own in the folder.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    sealed: bool,
}

/// One file of the folder, for the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub id: String,
    pub shown: Shown,
}

/// What can be told of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    Label(Box<Label>),
    /// It does not read; when its last good copy was saved, if there is one.
    Damaged(Option<DateTime>),
    /// The disk does not give it now: that says nothing of what is in it.
    Unread,
    /// It is sealed with somebody else's passphrase.
    Another,
    Newer,
    /// A copy of another one under a name that a synchronising program gave it.
    Copy {
        of: String,
        name: String,
    },
}

/// A check that was opened, and what is needed to save it again.
#[derive(Debug)]
pub struct Opened {
    pub case: Case,
    pub label: Label,
    pub held: Held,
}

/// Why a check of the folder is not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("{0}")]
    Unreadable(#[source] Unreadable),
    /// The last good copy and when it was saved, where there is one.
    #[error("the file is damaged")]
    Damaged(Option<(DateTime, PathBuf)>),
    #[error("the file is not there any more")]
    Gone,
    /// The disk does not give it now; the last good copy, as above.
    #[error("the file could not be read")]
    Unread(Option<(DateTime, PathBuf)>),
    #[error("the file could not be read")]
    Disk(#[source] io::Error),
}

impl Folder {
    /// A folder, which need not be there yet.
    pub fn new(root: PathBuf, disk: Arc<dyn Disk>) -> Self {
        Self { root, disk }
    }

    fn disk(&self) -> &dyn Disk {
        &*self.disk
    }

    /// Whether the organisation chose, in `settings.ron`, to rely on the encryption of its disks.
    ///
    /// What does not read is no such choice.
    pub fn unsealed(&self) -> bool {
        let settings = self.disk().read(&self.root.join("settings.ron"));
        let settings = settings.ok().and_then(|bytes| ron::de::from_bytes::<Settings>(&bytes).ok());
        settings.is_some_and(|settings| !settings.sealed)
    }

    /// Where locks stand.
    pub fn locks(&self) -> PathBuf {
        self.root.join("open")
    }

    fn place(&self, id: &str) -> Place {
        Place { root: self.root.clone(), id: id.to_owned() }
    }

    /// A name for a new check, from its code.
    pub fn new_id(&self, code: &str) -> String {
        format!("{code}-{:08x}", chance() & 0xffff_ffff)
    }

    /// What a new check is held by.
    pub fn begin(&self, id: &str) -> Held {
        Held::new(self.place(id))
    }

    /// Whether anybody has kept checks here, or chosen a passphrase to do so.
    pub fn in_use(&self) -> bool {
        let keys = || self.key_files().is_ok_and(|keys| !keys.is_empty());
        let checks = || self.disk().names(&self.root).unwrap_or_default();
        keys() || checks().iter().any(|name| has_ending(name, "lon"))
    }

    fn key_files(&self) -> io::Result<Vec<PathBuf>> {
        let folder = self.root.join("keys");
        let names = self.disk().names(&folder)?;
        Ok(names.iter().filter(|name| has_ending(name, "key")).map(|name| folder.join(name)).collect())
    }

    /// Keeps a new key.
    ///
    /// # Errors
    /// [`SaveError`]; without its key nothing may be sealed.
    pub fn keep_key(&self, key: &Key) -> Result<(), SaveError> {
        let at = |step: Step| move |fault: io::Error| SaveError { step, fault };
        let disk = self.disk();
        let folder = self.root.join("keys");
        disk.make_folder(&folder).map_err(at(Step::Folder))?;
        let mut bytes = KEY.to_vec();
        bytes.extend_from_slice(key.block());
        let checksum = print(&bytes);
        bytes.extend_from_slice(&checksum);
        let (part, path) = (folder.join(format!("{:016x}.part", chance())), key_path(&folder, key));
        save::write_new(disk, &part, &bytes)?;
        disk.rename(&part, &path).map_err(at(Step::Replace))?;
        disk.sync_folder(&folder).map_err(at(Step::SyncFolder))?;
        match disk.read(&path) {
            Ok(found) if found == bytes => Ok(()),
            Ok(_other) => Err(at(Step::ReadBack)(io::ErrorKind::InvalidData.into())),
            Err(fault) => Err(at(Step::ReadBack)(fault)),
        }
    }

    /// The key that a passphrase opens, whoever's it is.
    ///
    /// # Errors
    /// [`KeyError::WrongPassphrase`] where it opens none that is whole; else what is wrong with them.
    pub fn unlock(&self, passphrase: &Passphrase) -> Result<Key, KeyError> {
        let mut tried: Vec<Print> = Vec::new();
        let mut fault = None;
        // A key that is whole and does not open says more than a damaged one.
        let mut told = |of: KeyError| {
            if of == KeyError::WrongPassphrase || fault.is_none() {
                fault = Some(of);
            }
        };
        for path in self.key_files().unwrap_or_default() {
            let bytes = self.disk().read(&path).map_err(|_unread| KeyError::Damaged);
            let opened = bytes.and_then(|bytes| {
                let block = key_block(&bytes)?;
                tried.push(print(block));
                Key::open(block, passphrase)
            });
            match opened {
                Ok(key) => return Ok(key),
                Err(other) => told(other),
            }
        }
        // Every check holds its own copy of its key: a lost key file loses nothing, whoever else has one here.
        let most = tried.len() + MOST_KEYS;
        for name in self.disk().names(&self.root).unwrap_or_default() {
            if !has_ending(&name, "lon") || tried.len() >= most {
                continue;
            }
            let Ok(bytes) = self.disk().read(&self.root.join(name)) else { continue };
            let Some(block) = envelope::key_block(&bytes).filter(|block| !tried.contains(&print(block)))
            else {
                continue;
            };
            tried.push(print(block));
            match Key::open(block, passphrase) {
                Ok(key) => return Ok(key),
                Err(other) => told(other),
            }
        }
        Err(fault.unwrap_or(KeyError::Damaged))
    }

    /// Every check in the folder, the one that was touched last first.
    ///
    /// # Errors
    /// Whatever keeps the folder from being read.
    pub fn list(&self, seal: &Seal) -> io::Result<Vec<Found>> {
        let mut found = Vec::new();
        for name in self.disk().names(&self.root)? {
            let Some(stem) = name.strip_suffix(".lon") else { continue };
            if !is_id(stem) {
                let of = stem.get(..stem.find('-').map_or(0, |dash| dash + 9)).filter(|of| is_id(of));
                if let Some(of) = of {
                    let shown = Shown::Copy { of: of.to_owned(), name: name.clone() };
                    found.push(Found { id: stem.to_owned(), shown });
                }
                continue;
            }
            let shown = match self.disk().read(&self.root.join(&name)) {
                Ok(bytes) => match envelope::label(seal, &bytes) {
                    Ok(label) => Shown::Label(Box::new(label)),
                    Err(Unreadable::Another | Unreadable::Locked) => Shown::Another,
                    Err(Unreadable::Newer) => Shown::Newer,
                    Err(_damaged) => Shown::Damaged(self.last_good(stem, seal).map(|(at, _)| at)),
                },
                // Deleted since the names were read.
                Err(fault) if fault.kind() == io::ErrorKind::NotFound => continue,
                Err(_unread) => Shown::Unread,
            };
            found.push(Found { id: stem.to_owned(), shown });
        }
        let touched = |found: &Found| match &found.shown {
            Shown::Label(label) => Some(label.touched),
            _ => None,
        };
        found.sort_by_key(|found| std::cmp::Reverse(touched(found)));
        Ok(found)
    }

    /// The newest earlier saving that reads.
    fn last_good(&self, id: &str, seal: &Seal) -> Option<(DateTime, PathBuf)> {
        let kept = self.place(id).generations(self.disk()).ok()?;
        kept.into_iter().rev().find_map(|generation| {
            let bytes = self.disk().read(&generation.path).ok()?;
            let (label, _) = envelope::take_out(seal, &bytes).ok()?;
            Some((label.touched, generation.path))
        })
    }

    /// Opens a check; where it could not be replaced the last time, the newer one beside it.
    ///
    /// # Errors
    /// [`OpenError`]; nothing on the disk is changed.
    pub fn open(&self, id: &str, seal: &Seal) -> Result<Opened, OpenError> {
        let place = self.place(id);
        let kept = place.generations(self.disk()).unwrap_or_default();
        let last = kept.last().map_or(0, |generation| generation.saves);
        let bytes = match self.disk().read(&place.now()) {
            Ok(bytes) => bytes,
            Err(fault) if fault.kind() == io::ErrorKind::NotFound && kept.is_empty() => {
                return Err(OpenError::Gone);
            }
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => {
                return Err(OpenError::Damaged(self.last_good(id, seal)));
            }
            Err(_unread) => return Err(OpenError::Unread(self.last_good(id, seal))),
        };
        let (label, case) = match envelope::take_out(seal, &bytes) {
            Ok(found) => found,
            Err(Unreadable::Damaged | Unreadable::NotOurs | Unreadable::Case(_)) => {
                return Err(OpenError::Damaged(self.last_good(id, seal)));
            }
            Err(fault) => return Err(OpenError::Unreadable(fault)),
        };
        let newer = kept.iter().rev().filter(|generation| generation.newer && generation.saves > label.saves);
        for generation in newer {
            let Ok(bytes) = self.disk().read(&generation.path) else { continue };
            if let Ok((label, case)) = envelope::take_out(seal, &bytes) {
                let mut held = Held::read(place, label.saves.max(last), &bytes);
                held.also(&self.disk().read(&self.place(id).now()).unwrap_or_default());
                return Ok(Opened { case, label, held });
            }
        }
        let held = Held::read(place, label.saves.max(last), &bytes);
        Ok(Opened { case, label, held })
    }

    /// Opens an earlier saving, in place of a check that is damaged and stays beside.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open_earlier(&self, id: &str, path: &Path, seal: &Seal) -> Result<Opened, OpenError> {
        let bytes = self.disk().read(path).map_err(OpenError::Disk)?;
        let (label, case) = envelope::take_out(seal, &bytes).map_err(OpenError::Unreadable)?;
        let place = self.place(id);
        let kept = place.generations(self.disk()).unwrap_or_default();
        let last = kept.last().map_or(0, |generation| generation.saves);
        Ok(Opened { case, held: Held::without(place, label.saves.max(last)), label })
    }

    /// Saves a check; the label's own count is set here.
    ///
    /// # Errors
    /// [`NotSaved`]; what was saved before still stands.
    pub fn save(
        &self,
        seal: &Seal,
        held: &mut Held,
        label: &mut Label,
        case: &Case,
    ) -> Result<Option<Note>, NotSaved> {
        label.saves = held.saves + 1;
        let bytes = envelope::put_in(seal, label, case).map_err(NotSaved::Seal)?;
        save::save(self.disk(), held, &bytes, chance()).map_err(NotSaved::Disk)
    }

    /// Deletes a check for good: its earlier savings, what was kept beside it, what was half-written, copies that a
    /// synchronising program made of any of these, and its lock. The check itself goes last: as long as anything is
    /// left of it, it stands in the list to be deleted again.
    ///
    /// # Errors
    /// The first that was met; all else is deleted all the same, except for the check itself.
    pub fn delete(&self, id: &str) -> io::Result<()> {
        if !is_id(id) {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let (place, disk) = (self.place(id), self.disk());
        let now = place.now();
        let mut first = Ok(());
        for folder in [&place.kept(), &place.beside(), &self.root] {
            let names = disk.names(folder);
            // All names of checks end after the same number by chance: what begins with one is of that check.
            for name in names.as_deref().unwrap_or_default().iter().filter(|name| name.starts_with(id)) {
                let path = folder.join(name);
                if path != now {
                    first = first.and(disk.remove(&path));
                }
            }
            first = first.and(names.map(|_names| ()));
            disk.sync_folder(folder).ok();
        }
        first?;
        match disk.remove(&now) {
            Err(fault) if fault.kind() != io::ErrorKind::NotFound => return Err(fault),
            _gone => {}
        }
        disk.sync_folder(&self.root).ok();
        lock::forget(&self.locks(), id);
        Ok(())
    }

    /// Removes what this program left half-written when it was ended, where nobody is writing it now.
    pub fn sweep(&self) {
        // What cannot be removed is sealed, and does no harm.
        let Ok(names) = self.disk().names(&self.root) else { return };
        for name in names.iter().filter(|name| has_ending(name, "part")) {
            let id = name.split('.').next().unwrap_or_default();
            if is_id(id) && lock::free(&self.locks(), id) {
                self.disk().remove(&self.root.join(name)).ok();
            }
        }
    }
}

/// Why a check was not saved.
#[derive(Debug, thiserror::Error)]
pub enum NotSaved {
    #[error("{0}")]
    Seal(#[source] Unreadable),
    #[error("{0}")]
    Disk(#[source] SaveError),
}

fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == ending)
}

/// The name of a check's file: its code and a number by chance.
fn is_id(stem: &str) -> bool {
    stem.split_once('-').is_some_and(|(code, chance)| {
        let code_is = !code.is_empty() && code.len() <= 16 && code.chars().all(|c| c.is_ascii_alphanumeric());
        code_is && chance.len() == 8 && chance.chars().all(|c| c.is_ascii_hexdigit())
    })
}

fn key_path(folder: &Path, key: &Key) -> PathBuf {
    let [a, b, c, d, ..] = print(key.block());
    folder.join(format!("{:08x}.key", u32::from_be_bytes([a, b, c, d])))
}

fn key_block(bytes: &[u8]) -> Result<&[u8], KeyError> {
    let whole = bytes.len().checked_sub(32).ok_or(KeyError::Damaged)?;
    if print(&bytes[..whole]) != bytes[whole..] {
        return Err(KeyError::Damaged);
    }
    bytes[..whole].strip_prefix(KEY).ok_or(KeyError::Newer)
}

/// When somebody is to look at whether a check is still needed here, counted from the day it was begun.
pub fn review_by(begun: Date) -> Date {
    begun.checked_add(jiff::Span::new().months(3)).unwrap_or(begun)
}
