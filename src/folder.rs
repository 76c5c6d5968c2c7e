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
pub const MOST: usize = 2_000;
/// The most bytes of one folder.
const HEAVIEST: u64 = 64 * 1024 * 1024;
/// The most names of one folder that are looked at, of whatever kind.
const MOST_NAMES: usize = 10_000;
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
    #[error("the folder holds more than 2,000 .ron files, or thousands of others; is it the right folder?")]
    Many,
    #[error("the folder's .ron files are larger than 64 MiB together; is it the right folder?")]
    Heavy,
    #[error("the folder lies more than 8 deep at `{0}`; is it the right folder?")]
    Deep(String),
    /// A link, a device, a pipe.
    #[error("`{0}` is not a plain file; put the file itself in its place")]
    Special(String),
    /// A folder that is called as a file should be.
    #[error(
        "`{0}` is a folder, and its name is that of a file; put a file in its place, or give it another name"
    )]
    FolderForFile(String),
    #[error("`{0}` is a link to a folder, and links are not followed; put the folder itself in its place")]
    Link(String),
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
    let mut names = 0;
    let mut folders = vec![(dir.to_path_buf(), String::new(), 0)];
    while let Some((folder, prefix, depth)) = folders.pop() {
        if depth > DEEPEST {
            return Err(FolderError::Deep(prefix));
        }
        let shown = if prefix.is_empty() { &root } else { &prefix };
        for entry in fs::read_dir(&folder).map_err(|e| disk(shown, e))? {
            let entry = entry.map_err(|e| disk(shown, e))?;
            names += 1;
            let name = entry.file_name();
            let Some(name) = name.to_str().filter(|name| !name.contains(char::is_control)) else {
                // What would not show, or would move a terminal's cursor, is written out.
                let name = name.to_string_lossy();
                return Err(FolderError::Name(format!("{prefix}{}", name.escape_debug())));
            };
            if name.starts_with('.') {
                continue;
            }
            let path = format!("{prefix}{name}");
            // Of the entry itself: a link is seen as a link.
            let kind = entry.file_type().map_err(|e| disk(&path, e))?;
            if kind.is_dir() && is_ron(name) {
                return Err(FolderError::FolderForFile(path));
            } else if kind.is_dir() {
                folders.push((entry.path(), format!("{path}/"), depth + 1));
            } else if is_ron(name) {
                if !kind.is_file() {
                    return Err(FolderError::Special(path));
                }
                found.push((path, entry.path()));
            } else if kind.is_symlink() && fs::metadata(entry.path()).is_ok_and(|about| about.is_dir()) {
                // Passed over, it would take a part of the framework away without a word.
                return Err(FolderError::Link(path));
            }
            if found.len() > MOST || names > MOST_NAMES {
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
        let started = std::time::Instant::now();
        assert!(matches!(read_folder(dir.path()), Err(FolderError::Large(_))));
        assert!(started.elapsed().as_millis() < 1000, "it was not read");
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

    #[test]
    fn a_folder_that_is_called_like_a_file_is_told() -> io::Result<()> {
        let dir = tempfile::tempdir()?;
        fs::create_dir(dir.path().join("framework.ron"))?;
        assert!(
            matches!(read_folder(dir.path()), Err(FolderError::FolderForFile(name)) if name == "framework.ron")
        );
        let file = dir.path().join("a");
        fs::write(&file, "")?;
        assert!(matches!(read_folder(&file), Err(FolderError::NotAFolder(_))));
        assert!(matches!(read_folder(&dir.path().join("nowhere")), Err(FolderError::Disk { .. })));
        Ok(())
    }

    #[test]
    fn folders_in_folders_end_somewhere() -> io::Result<()> {
        let dir = tempfile::tempdir()?;
        fs::create_dir_all(dir.path().join(["x"; 12].join("/")))?;
        assert!(matches!(read_folder(dir.path()), Err(FolderError::Deep(_))));
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed() -> io::Result<()> {
        use std::os::unix::fs::symlink;
        let dir = tempfile::tempdir()?;
        symlink("nowhere", dir.path().join("README"))?;
        assert_eq!(read_folder(dir.path()).map_err(io::Error::other)?, []);
        symlink(dir.path(), dir.path().join("round"))?;
        assert!(matches!(read_folder(dir.path()), Err(FolderError::Link(name)) if name == "round"));
        fs::remove_file(dir.path().join("round"))?;
        symlink("a.ron", dir.path().join("a.ron"))?;
        assert!(matches!(read_folder(dir.path()), Err(FolderError::Special(_))), "one that leads to itself");
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn pipes_odd_names_and_locked_files_are_told() -> io::Result<()> {
        use std::{
            ffi::OsStr,
            os::unix::{ffi::OsStrExt as _, fs::PermissionsExt as _, net::UnixListener},
        };
        let dir = tempfile::tempdir()?;
        let pipe = dir.path().join("pipe.ron");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status()?.success());
        assert!(
            matches!(read_folder(dir.path()), Err(FolderError::Special(_))),
            "nobody waits for its other end"
        );
        fs::remove_file(pipe)?;
        let socket = dir.path().join("socket.ron");
        let held = UnixListener::bind(&socket)?;
        assert!(matches!(read_folder(dir.path()), Err(FolderError::Special(_))));
        drop(held);
        fs::remove_file(socket)?;
        for name in [&b"a\xff.ron"[..], b"a\x1b[2Jb.ron", b"a\nb.ron"] {
            let file = dir.path().join(OsStr::from_bytes(name));
            fs::write(&file, "")?;
            let Err(fault) = read_folder(dir.path()) else { panic!("{name:?} was read") };
            assert!(matches!(fault, FolderError::Name(_)));
            assert!(!fault.to_string().contains(char::is_control), "no terminal is moved: {fault}");
            fs::remove_file(file)?;
        }
        let locked = dir.path().join("locked.ron");
        fs::write(&locked, "")?;
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o000))?;
        // Whoever may do everything, such as root in a container, reads it all the same.
        if File::open(&locked).is_err() {
            assert!(matches!(read_folder(dir.path()), Err(FolderError::Disk { .. })));
        }
        Ok(())
    }
}
