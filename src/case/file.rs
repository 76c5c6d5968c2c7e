//! Case files on disk: opened with care, saved so that a crash loses nothing.

use std::{
    fs, io,
    io::Read as _,
    io::Write as _,
    path::{Path, PathBuf},
};

use super::Case;
pub use super::text::{CaseError, LARGEST, read, read_draft, to_text};

/// Reads a case from a file.
///
/// # Errors
/// [`CaseError`] for whatever keeps it from being a case; the file is left as it is.
pub fn open(path: &Path) -> Result<Case, CaseError> {
    read(&bytes(path)?)
}

/// A case file's bytes, sealed or not.
///
/// # Errors
/// [`CaseError`] where it cannot be read, is no file, or is too large.
pub fn bytes(path: &Path) -> Result<Vec<u8>, CaseError> {
    get(path, LARGEST).map_err(|fault| match fault.kind() {
        io::ErrorKind::FileTooLarge => CaseError::TooLarge,
        io::ErrorKind::IsADirectory => CaseError::NotAFile,
        _ => CaseError::Open(fault),
    })
}

/// Reads a file's bytes, and never more than `most` of them: what is offered may be a device, or a disk's image.
///
/// # Errors
/// Whatever kept it from being read; [`io::ErrorKind::FileTooLarge`] for one with more bytes, and
/// [`io::ErrorKind::IsADirectory`] for what is no file.
pub fn get(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let meta = fs::metadata(path)?;
    if !meta.is_file() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut bytes = Vec::new();
    if meta.len() <= most {
        fs::File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    }
    // It may have grown since it was measured.
    if meta.len() > most || bytes.len() as u64 > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Saves a case: the new text stands whole beside the old file before it takes its place.
///
/// # Errors
/// [`CaseError::Save`]; the old file is then as it was.
pub fn save(case: &Case, path: &Path) -> Result<(), CaseError> {
    put(path, to_text(case)?.as_bytes()).map_err(CaseError::Save)
}

/// Puts bytes where a file is or will be, so that at every moment either the old or the new is whole.
///
/// # Errors
/// Whatever kept the new file from being written, synced or renamed; the old one is then untouched.
pub fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = &target(path)?;
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let mut beside = tempfile::Builder::new().prefix(".lon-").suffix(".part").tempfile_in(folder)?;
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    beside.persist(path).map_err(|fault| fault.error)?;
    // A rename is on disk only when its folder is; where a folder cannot be synced the rename still stands.
    if let Ok(folder) = fs::File::open(folder) {
        folder.sync_all().ok();
    }
    Ok(())
}

/// The file that a path means: through a link to what it points at, and never a folder or a device.
fn target(path: &Path) -> io::Result<PathBuf> {
    let path = match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_symlink() => fs::canonicalize(path)?,
        _ => path.to_owned(),
    };
    match fs::metadata(&path) {
        Ok(meta) if !meta.is_file() => {
            Err(io::Error::new(io::ErrorKind::InvalidInput, "a folder or a device is there, not a file"))
        }
        _ => Ok(path),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{case::model::FrameworkRef, framework::Id};

    fn case() -> Case {
        let framework = FrameworkRef {
            id: Id::new("liverpool").unwrap(),
            edition: "1".to_owned(),
            fingerprint: Some("ab".to_owned()),
        };
        let mut case = Case::new("AB12".to_owned(), framework, date(2026, 11, 23), Some(16));
        case.account.text = "Zoë said \"no\"\nand \u{202e} left".to_owned();
        case
    }

    #[test]
    fn a_case_comes_back_as_it_was() {
        let case = case();
        assert_eq!(read(to_text(&case).unwrap().as_bytes()).unwrap(), case);
    }

    #[test]
    fn a_cut_file_is_refused_at_every_length_and_without_quoting_it() {
        let text = to_text(&case()).unwrap();
        for cut in 0..text.trim_end().len() {
            let fault = read(&text.as_bytes()[..cut]).unwrap_err();
            assert!(!fault.to_string().contains("Zoë"), "{fault}");
        }
    }

    #[test]
    fn a_save_that_fails_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.lon");
        save(&case(), &path).unwrap();
        let target = folder.path().join("missing").join("x.lon");
        assert!(save(&case(), &target).is_err());
        assert_eq!(open(&path).unwrap(), case());
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
        assert_eq!(left.len(), 1, "no half-written file stays behind");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_and_a_folder_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.lon"), folder.path().join("link.lon"));
        save(&case(), &real).unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        put(&link, b"other").unwrap();
        assert_eq!(fs::read(&real).unwrap(), b"other", "the link's file has the new text");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert!(put(folder.path(), b"x").is_err());
        assert!(put(Path::new("/dev/null"), b"x").is_err(), "a device is never replaced");
    }

    #[test]
    fn no_more_is_read_than_a_file_may_have() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        put(&path, b"four").unwrap();
        assert_eq!(get(&path, 4).unwrap(), b"four");
        assert_eq!(get(&path, 3).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
        assert_eq!(get(folder.path(), 3).unwrap_err().kind(), io::ErrorKind::IsADirectory);
    }

    #[test]
    fn what_is_not_a_case_is_refused_with_its_place() {
        assert!(matches!(read(b""), Err(CaseError::Empty)));
        assert!(matches!(read(&[0xff, 0xfe, 0, 0]), Err(CaseError::Wide)));
        assert!(matches!(read(b"Case(\n  name: 1)"), Err(CaseError::Shape { line: 2, .. })));
        assert!(matches!(open(Path::new(".")), Err(CaseError::NotAFile)));
    }
}
