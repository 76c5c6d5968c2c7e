//! The way a check gets onto the disk: at every moment the old one or the new one stands there whole.
//!
//! The bytes are sealed before they come here, so that nothing that is left half-done can be read by anybody. They are
//! written beside under a name of their own and waited for; what stood there gets a second name; the new file takes its
//! place; and only what was read back afterwards counts as saved. Where a file system refuses to put one file in the
//! place of another, the new one is kept beside, and is found there.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{
    disk::Disk,
    envelope::{Print, print},
};

/// So many earlier savings of a check are kept.
pub const KEPT: usize = 10;
/// Of those, so many are the last ones; the others lie further apart the older they are.
const LAST: usize = 4;

/// The step of saving that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Folder,
    Create,
    Write,
    Sync,
    /// Keeping what stood there.
    Keep,
    /// Putting the new file in its place, and then beside it.
    Replace,
    SyncFolder,
    ReadBack,
}

/// Why a check was not saved; all that was saved before still stands.
#[derive(Debug, thiserror::Error)]
#[error("{}", in_words(.fault))]
pub struct SaveError {
    pub step: Step,
    #[source]
    pub fault: io::Error,
}

/// What keeps a file from being written, in words for whoever can cure it.
///
/// The system's own words stay out: they can name a folder, and with it a person.
fn in_words(fault: &io::Error) -> &'static str {
    use io::ErrorKind as K;
    match fault.kind() {
        K::StorageFull | K::FileTooLarge => "the disk is full",
        K::QuotaExceeded => "your share of the disk is full",
        K::ReadOnlyFilesystem => "the disk cannot be written to",
        K::PermissionDenied => "you may not write there",
        K::NotFound | K::NotADirectory => "the folder is not there any more",
        K::ResourceBusy | K::ExecutableFileBusy | K::WouldBlock => "another program holds the file",
        K::CrossesDevices => "the folder is on two disks",
        K::WriteZero | K::UnexpectedEof => "the file was cut short",
        K::InvalidData => "what was read back is not what was written",
        _ => "the disk does not take it",
    }
}

/// What is worth telling of a save that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Somebody else's file stood in its place; it is kept there.
    FoundAnother(PathBuf),
    /// The file could not be replaced, and the new one stands beside it.
    Beside,
}

/// Where a check's files are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub root: PathBuf,
    pub id: String,
}

impl Place {
    /// The check as it was saved last.
    pub fn now(&self) -> PathBuf {
        self.root.join(format!("{}.lon", self.id))
    }

    /// The folder of earlier savings.
    pub fn kept(&self) -> PathBuf {
        self.root.join("kept")
    }

    /// The folder of what was found damaged or came from elsewhere, and is never thrown away by itself.
    pub fn beside(&self) -> PathBuf {
        self.root.join("beside")
    }

    /// What was replaced by a saving.
    fn was(&self, saves: u64) -> PathBuf {
        self.kept().join(format!("{}.{saves:08}.was.lon", self.id))
    }

    /// A saving that could not be put in its place.
    fn newer(&self, saves: u64) -> PathBuf {
        self.kept().join(format!("{}.{saves:08}.new.lon", self.id))
    }

    fn found(&self, saves: u64) -> PathBuf {
        self.beside().join(format!("{}.{saves:08}.lon", self.id))
    }

    fn part(&self, saves: u64, chance: u64) -> PathBuf {
        self.root.join(format!("{}.{saves:08}-{chance:016x}.part", self.id))
    }

    /// The earlier savings, oldest first.
    ///
    /// # Errors
    /// Whatever keeps the folder from being read.
    pub fn generations(&self, disk: &dyn Disk) -> io::Result<Vec<Generation>> {
        let folder = self.kept();
        let mut found: Vec<Generation> = disk
            .names(&folder)?
            .iter()
            .filter_map(|name| {
                let rest = name.strip_prefix(&self.id)?.strip_prefix('.')?;
                let (saves, kind) = rest.split_once('.')?;
                let newer = match kind {
                    "was.lon" => false,
                    "new.lon" => true,
                    _ => return None,
                };
                Some(Generation { saves: saves.parse().ok()?, newer, path: folder.join(name) })
            })
            .collect();
        found.sort_by_key(|generation| (generation.saves, generation.newer));
        Ok(found)
    }
}

/// An earlier saving, by the number of the saving that put it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generation {
    pub saves: u64,
    /// It was never in its place, and may be newer than what is.
    pub newer: bool,
    pub path: PathBuf,
}

/// What this program knows of the file that it works on.
#[derive(Clone, Debug)]
pub struct Held {
    pub place: Place,
    /// How often the check was saved, tries that failed among them.
    pub saves: u64,
    /// What may stand in its place without being somebody else's: the last saving, and tries that may have got there.
    ours: Vec<Print>,
}

impl Held {
    /// A check that was never saved.
    pub fn new(place: Place) -> Self {
        Self { place, saves: 0, ours: Vec::new() }
    }

    /// A check that was read from bytes.
    pub fn read(place: Place, saves: u64, bytes: &[u8]) -> Self {
        Self { place, saves, ours: vec![print(bytes)] }
    }

    /// Another saving of ours that may stand in its place.
    pub(super) fn also(&mut self, bytes: &[u8]) {
        self.ours.push(print(bytes));
    }

    /// A check whose last saving is damaged: whatever stands in its place is kept as it is.
    pub fn without(place: Place, saves: u64) -> Self {
        Self { place, saves, ours: Vec::new() }
    }
}

/// Saves bytes that were sealed as the saving number `held.saves + 1`, which they must say of themselves.
///
/// # Errors
/// [`SaveError`]; what was saved before still stands.
pub fn save(disk: &dyn Disk, held: &mut Held, bytes: &[u8], chance: u64) -> Result<Option<Note>, SaveError> {
    let at = |step: Step| move |fault: io::Error| SaveError { step, fault };
    held.saves += 1;
    let (place, saves) = (held.place.clone(), held.saves);
    disk.make_folder(&place.root).map_err(at(Step::Folder))?;
    let part = place.part(saves, chance);
    write_new(disk, &part, bytes)?;
    let done = put_in_place(disk, held, &part, bytes);
    if done.is_err() {
        // It could not be put anywhere; it is sealed, and swept at the next start.
        disk.remove(&part).ok();
    }
    let (path, note) = done?;
    match disk.read(&path) {
        Ok(found) if found == bytes => {}
        Ok(_other) => return Err(at(Step::ReadBack)(io::ErrorKind::InvalidData.into())),
        Err(fault) => return Err(at(Step::ReadBack)(fault)),
    }
    let mine = print(bytes);
    if note != Some(Note::Beside) {
        held.ours = vec![mine];
    }
    prune(disk, &place);
    Ok(note)
}

/// Writes a new file; what it wrote in part it takes away, and never what stood there before.
pub(super) fn write_new(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let at = |step: Step| move |fault: io::Error| SaveError { step, fault };
    let mut file = disk.create(path).map_err(at(Step::Create))?;
    let written = file.write_all(bytes).and_then(|()| file.flush()).map_err(at(Step::Write));
    let done = written.and_then(|()| file.sync().map_err(at(Step::Sync)));
    drop(file);
    if done.is_err() {
        disk.remove(path).ok();
    }
    done
}

/// Keeps what stands in the place, and puts the new file there.
fn put_in_place(
    disk: &dyn Disk,
    held: &mut Held,
    part: &Path,
    bytes: &[u8],
) -> Result<(PathBuf, Option<Note>), SaveError> {
    let at = |step: Step| move |fault: io::Error| SaveError { step, fault };
    let (place, saves) = (&held.place, held.saves);
    let now = place.now();
    let mut note = None;
    match disk.read(&now) {
        Ok(found) if held.ours.contains(&print(&found)) => {
            disk.make_folder(&place.kept()).map_err(at(Step::Keep))?;
            keep(disk, &now, &place.was(saves), &found).map_err(at(Step::Keep))?;
        }
        Ok(found) => {
            disk.make_folder(&place.beside()).map_err(at(Step::Keep))?;
            let to = place.found(saves);
            keep(disk, &now, &to, &found).map_err(at(Step::Keep))?;
            note = Some(Note::FoundAnother(to));
        }
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => {}
        // What cannot be looked at cannot be kept, so it is not replaced either.
        Err(_unread) => {
            return put_beside(disk, place, saves, part, bytes).map(|at| (at, Some(Note::Beside)));
        }
    }
    held.ours.push(print(bytes));
    match disk.rename(part, &now) {
        Ok(()) => {
            disk.sync_folder(&place.root).map_err(at(Step::SyncFolder))?;
            Ok((now, note))
        }
        // A file that some other program holds, or a file system that cannot replace: beside is saved too.
        Err(_refused) => {
            let at = put_beside(disk, place, saves, part, bytes)?;
            Ok((at, Some(note.unwrap_or(Note::Beside))))
        }
    }
}

/// Saves where a check is looked for as well when its place cannot be had.
fn put_beside(
    disk: &dyn Disk,
    place: &Place,
    saves: u64,
    part: &Path,
    bytes: &[u8],
) -> Result<PathBuf, SaveError> {
    let at = |step: Step| move |fault: io::Error| SaveError { step, fault };
    let beside = place.newer(saves);
    disk.make_folder(&place.kept()).map_err(at(Step::Replace))?;
    write_new(disk, &beside, bytes)?;
    disk.sync_folder(&place.kept()).map_err(at(Step::SyncFolder))?;
    disk.remove(part).ok();
    Ok(beside)
}

/// Gives a file a second name, or where there is no such thing makes a second file.
fn keep(disk: &dyn Disk, from: &Path, to: &Path, bytes: &[u8]) -> io::Result<()> {
    use io::ErrorKind as K;
    match disk.link(from, to) {
        Err(fault) if matches!(fault.kind(), K::StorageFull | K::QuotaExceeded | K::ReadOnlyFilesystem) => {
            Err(fault)
        }
        Err(fault) if fault.kind() == K::AlreadyExists => {
            // The same is kept there already, or somebody's else: then the next saving has another number.
            if disk.read(to)? == bytes { Ok(()) } else { Err(fault) }
        }
        Err(_no_links) => write_new(disk, to, bytes).map_err(|fault| fault.fault),
        Ok(()) => Ok(()),
    }
}

/// Lets go of the earlier savings that are too many: never one of the last few, and else one whose going leaves the
/// smallest gap for its age. By number, for the clock may be set back.
fn prune(disk: &dyn Disk, place: &Place) {
    // What cannot be let go of now is let go of later.
    let Ok(mut kept) = place.generations(disk) else { return };
    while kept.len() > KEPT {
        let newest = kept.last().map_or(0, |last| last.saves);
        let gap = |at: usize| {
            let before = at.checked_sub(1).map_or(0, |before| kept[before].saves);
            let width = kept[at + 1].saves - before;
            let age = newest - kept[at].saves + 1;
            width.saturating_mul(1_000_000) / age
        };
        let going = (0..kept.len() - LAST).min_by_key(|&at| gap(at)).unwrap_or(0);
        let going = kept.remove(going);
        if disk.remove(&going.path).is_err() {
            return;
        }
    }
}
