//! Folders as tests: what holds together loads, and what does not is told in the words written beside it.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use levels_of_need::{
    command::folder::read_folder,
    framework::{RawFile, load},
};

fn folders(kind: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frameworks").join(kind);
    let mut found: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

fn minimal() -> Vec<RawFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frameworks/valid/minimal");
    read_folder(&root).unwrap()
}

#[test]
fn valid_folders_load_without_a_word() {
    for folder in folders("valid") {
        let loaded = load(read_folder(&folder).unwrap());
        assert!(loaded.diagnostics.is_empty(), "{}", loaded.report());
        assert!(loaded.framework.is_some());
    }
}

/// Reads the folder named by the environment and tells what is wrong with it: for authors.
#[test]
fn the_folder_in_the_environment() -> io::Result<()> {
    let Some(folder) = env::var_os("FRAMEWORK_FOLDER") else {
        return Ok(());
    };
    let loaded = load(read_folder(Path::new(&folder)).map_err(io::Error::other)?);
    println!("{}", loaded.report());
    Ok(())
}
