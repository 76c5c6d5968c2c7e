//! Reads a framework's folder from the disk, and refuses whatever is no plain, modest file.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use crate::framework::RawFile;

/// The largest file, in bytes.
pub const LARGEST: u64 = 4 * 1024 * 1024;
/// The most files of one folder.
pub const MOST: usize = 500;
/// The most bytes of one folder.
const HEAVIEST: u64 = 64 * 1024 * 1024;
/// How deep folders may lie in folders.
const DEEPEST: usize = 8;

/// Why a folder could not be read.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// The disk said no.
    #[error("`{path}` could not be read: {error}")]
    Disk { path: String, error: io::Error },
    #[error("`{0}` is not a folder")]
    NotAFolder(String),
    #[error("`{0}` is larger than 4 MiB, which no framework's file is; is it the right folder?")]
    Large(String),
    #[error("the folder holds more than 500 .ron files; is it the right folder?")]
    Many,
    #[error("the folder's .ron files are larger than 64 MiB together; is it the right folder?")]
    Heavy,
    #[error("the folder lies more than 8 deep at `{0}`; is it the right folder?")]
    Deep(String),
    /// A link, a device, a pipe.
    #[error("`{0}` is not a plain file; put the file itself in its place")]
    Special(String),
    #[error("a file's name is not plain text: `{0}`")]
    Name(String),
}

/// Reads every `.ron` file below a folder, in order of their paths.
///
/// Links are never followed, and names that begin with a dot are passed over.
///
/// # Errors
/// [`FolderError`] says what could not be read, and why.
pub fn read_folder(dir: &Path) -> Result<Vec<RawFile>, FolderError> {
    let root = dir.display().to_string();
    let kind = fs::metadata(dir).map_err(|error| disk(&root, error))?;
    if !kind.is_dir() {
        return Err(FolderError::NotAFolder(root));
    }
    let mut found = Vec::new();
    let mut folders = vec![(dir.to_path_buf(), String::new(), 0)];
    while let Some((folder, prefix, depth)) = folders.pop() {
        if depth > DEEPEST {
            return Err(FolderError::Deep(prefix));
        }
        let shown = if prefix.is_empty() { &root } else { &prefix };
        for entry in fs::read_dir(&folder).map_err(|e| disk(shown, e))? {
            let entry = entry.map_err(|e| disk(shown, e))?;
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                let name = name.to_string_lossy().into_owned();
                return Err(FolderError::Name(format!("{prefix}{name}")));
            };
            if name.starts_with('.') {
                continue;
            }
            let path = format!("{prefix}{name}");
            // Of the entry itself: a link is seen as a link.
            let kind = entry.file_type().map_err(|e| disk(&path, e))?;
            if kind.is_dir() {
                folders.push((entry.path(), format!("{path}/"), depth + 1));
            } else if is_ron(name) {
                if !kind.is_file() {
                    return Err(FolderError::Special(path));
                }
                found.push((path, entry.path()));
            }
            if found.len() > MOST {
                return Err(FolderError::Many);
            }
        }
    }
    found.sort();
    let mut files = Vec::new();
    let mut weight = 0;
    for entry in found {
        let file = read(entry)?;
        weight += file.bytes.len() as u64;
        if weight > HEAVIEST {
            return Err(FolderError::Heavy);
        }
        files.push(file);
    }
    Ok(files)
}

fn is_ron(name: &str) -> bool {
    let extension = Path::new(name).extension();
    extension.is_some_and(|e| e.eq_ignore_ascii_case("ron"))
}

fn read((path, place): (String, PathBuf)) -> Result<RawFile, FolderError> {
    let told = |error| disk(&path, error);
    let file = File::open(place).map_err(told)?;
    let about = file.metadata().map_err(told)?;
    if !about.is_file() {
        return Err(FolderError::Special(path));
    }
    if about.len() > LARGEST {
        return Err(FolderError::Large(path));
    }
    // The file may grow between the question and the reading.
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(told)?;
    if bytes.len() as u64 > LARGEST {
        return Err(FolderError::Large(path));
    }
    Ok(RawFile { path, bytes })
}

fn disk(path: &str, error: io::Error) -> FolderError {
    FolderError::Disk { path: path.to_owned(), error }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test's own files may be written in place")]
mod tests {
    use super::*;

    #[test]
    fn plain_ron_files_come_in_order_and_nothing_else() -> io::Result<()> {
        let dir = tempfile::tempdir()?;
        fs::create_dir_all(dir.path().join("b/.git"))?;
        for name in ["c.ron", "b/a.ron", "b/.git/x.ron", "README.md", ".hidden.ron"] {
            fs::write(dir.path().join(name), name)?;
        }
        let files = read_folder(dir.path()).map_err(io::Error::other)?;
        let paths: Vec<_> = files.iter().map(|f| f.path.as_str()).collect();
        assert_eq!(paths, ["b/a.ron", "c.ron"]);
        assert_eq!(files[1].bytes, b"c.ron");
        Ok(())
    }

    #[test]
    fn a_vast_file_is_refused_unread() -> io::Result<()> {
        let dir = tempfile::tempdir()?;
        // Sparse: it takes no room on the disk.
        File::create(dir.path().join("a.ron"))?.set_len(10 << 30)?;
        assert!(matches!(read_folder(dir.path()), Err(FolderError::Large(_))));
        Ok(())
    }

    #[test]
    fn too_many_files_are_refused() -> io::Result<()> {
        let dir = tempfile::tempdir()?;
        for n in 0..=MOST {
            fs::write(dir.path().join(format!("{n}.ron")), "")?;
        }
        assert!(matches!(read_folder(dir.path()), Err(FolderError::Many)));
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed() -> io::Result<()> {
        let dir = tempfile::tempdir()?;
        std::os::unix::fs::symlink(dir.path(), dir.path().join("round"))?;
        assert_eq!(read_folder(dir.path()).map_err(io::Error::other)?, []);
        std::os::unix::fs::symlink("nowhere", dir.path().join("a.ron"))?;
        assert!(matches!(read_folder(dir.path()), Err(FolderError::Special(_))));
        Ok(())
    }
}
