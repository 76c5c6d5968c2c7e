//! A disk in memory that fails where a test says.

use std::{
    cell::Cell,
    collections::BTreeMap,
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use levels_of_need::vault::disk::{Disk, Written};

/// What a disk does at one of its calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    Refuses(ErrorKind),
    /// A write takes a part and then fails.
    Short(ErrorKind),
}

/// The files, and the call that goes wrong: the n-th from now on, or from it on all of them.
#[derive(Clone, Default)]
pub struct Faulty(Arc<Mutex<Inside>>);

#[derive(Default)]
struct Inside {
    files: BTreeMap<PathBuf, Vec<u8>>,
    calls: usize,
    wrong: Option<(usize, Wrong, bool)>,
    pub no_links: bool,
}

impl Faulty {
    pub fn fail(&self, at: usize, wrong: Wrong, for_good: bool) {
        let mut inside = self.0.lock().unwrap();
        inside.wrong = Some((inside.calls + at, wrong, for_good));
    }

    pub fn heal(&self) {
        self.0.lock().unwrap().wrong = None;
    }

    pub fn without_links(&self) {
        self.0.lock().unwrap().no_links = true;
    }

    pub fn calls(&self) -> usize {
        self.0.lock().unwrap().calls
    }

    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        self.0.lock().unwrap().files.clone()
    }

    pub fn put(&self, path: &Path, bytes: &[u8]) {
        self.0.lock().unwrap().files.insert(path.to_owned(), bytes.to_owned());
    }

    fn call(&self) -> Option<Wrong> {
        let mut inside = self.0.lock().unwrap();
        inside.calls += 1;
        let now = inside.calls;
        let (at, wrong, for_good) = inside.wrong?;
        (now == at || (for_good && now > at)).then_some(wrong)
    }

    fn refused(&self) -> io::Result<()> {
        match self.call() {
            Some(Wrong::Refuses(kind) | Wrong::Short(kind)) => Err(kind.into()),
            None => Ok(()),
        }
    }
}

struct Open {
    disk: Faulty,
    path: PathBuf,
    short: Cell<bool>,
}

impl Write for Open {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let wrong =
            if self.short.get() { Some(Wrong::Refuses(ErrorKind::StorageFull)) } else { self.disk.call() };
        let taken = match wrong {
            Some(Wrong::Refuses(kind)) => return Err(kind.into()),
            Some(Wrong::Short(_)) => {
                self.short.set(true);
                bytes.len() / 2
            }
            None => bytes.len(),
        };
        let mut inside = self.disk.0.lock().unwrap();
        inside.files.get_mut(&self.path).ok_or(ErrorKind::NotFound)?.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Written for Open {
    fn sync(&mut self) -> io::Result<()> {
        self.disk.refused()
    }
}

impl Disk for Faulty {
    fn create(&self, path: &Path) -> io::Result<Box<dyn Written>> {
        self.refused()?;
        let mut inside = self.0.lock().unwrap();
        if inside.files.contains_key(path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        inside.files.insert(path.to_owned(), Vec::new());
        Ok(Box::new(Open { disk: self.clone(), path: path.to_owned(), short: Cell::new(false) }))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.refused()?;
        self.0.lock().unwrap().files.get(path).cloned().ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.refused()?;
        let mut inside = self.0.lock().unwrap();
        if inside.no_links {
            return Err(ErrorKind::Unsupported.into());
        }
        if inside.files.contains_key(to) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let bytes = inside.files.get(from).cloned().ok_or(ErrorKind::NotFound)?;
        inside.files.insert(to.to_owned(), bytes);
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.refused()?;
        let mut inside = self.0.lock().unwrap();
        let bytes = inside.files.remove(from).ok_or(ErrorKind::NotFound)?;
        inside.files.insert(to.to_owned(), bytes);
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.refused()?;
        self.0.lock().unwrap().files.remove(path).map(|_| ()).ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        self.refused()
    }

    fn make_folder(&self, _folder: &Path) -> io::Result<()> {
        self.refused()
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.refused()?;
        let inside = self.0.lock().unwrap();
        let here = inside.files.keys().filter(|path| path.parent() == Some(folder));
        Ok(here.filter_map(|path| path.file_name()?.to_str().map(str::to_owned)).collect())
    }
}
