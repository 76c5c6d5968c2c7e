//! The few things that are done to the disk, each of which can fail.

use std::{
    fs, io,
    io::{Read as _, Write},
    path::Path,
};

use crate::case::file::LARGEST;

/// A file that is being written.
pub trait Written: Write {
    /// Waits until what was written is on the disk.
    ///
    /// # Errors
    /// The disk's own.
    fn sync(&mut self) -> io::Result<()>;
}

/// A file system, as far as saving needs it; tests have one that fails where they say.
///
/// # Errors
/// Every call gives the file system's own.
#[expect(missing_docs, reason = "each does what it is called")]
pub trait Disk: Send + Sync {
    /// A new file of the user's alone, which must not be there yet.
    fn create(&self, path: &Path) -> io::Result<Box<dyn Written>>;
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// A second name for a file.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Another name for a file, in place of whatever has that name.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Waits until the names in a folder are on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// A folder of the user's alone, where there is none yet.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
    /// The names of the files in a folder, in order; none where there is no such folder.
    fn names(&self, folder: &Path) -> io::Result<Vec<String>>;
}

/// The machine's own.
#[derive(Clone, Copy, Debug, Default)]
pub struct Machine;

impl Written for fs::File {
    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}

impl Disk for Machine {
    fn create(&self, path: &Path) -> io::Result<Box<dyn Written>> {
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(Box::new(options.open(path)?))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        // What stands there may be a device or a pipe by now, which never ends.
        if !fs::metadata(path)?.is_file() {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                "a folder or a device is there, not a file",
            ));
        }
        let mut bytes = Vec::new();
        fs::File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Windows has no such thing: there a rename is written through by the file system itself.
        if cfg!(windows) {
            return Ok(());
        }
        match fs::File::open(folder)?.sync_all() {
            // Some file systems have none either, and say so.
            Err(fault)
                if matches!(fault.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) =>
            {
                Ok(())
            }
            done => done,
        }
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(fault) => return Err(fault),
        };
        let mut names = Vec::new();
        for entry in entries {
            // A name that is no text is none of ours.
            if let Ok(name) = entry?.file_name().into_string() {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }
}
