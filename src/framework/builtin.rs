//! The frameworks that are part of the program, so that it runs with no file beside it.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use super::{Framework, load, source::RawFile};

/// The framework that the program opens with, and that a command means where none is named.
pub const FIRST: &str = "liverpool";

static FRAMEWORKS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/frameworks");

/// The ids of the embedded frameworks, in order: the names of their folders.
pub fn ids() -> Vec<&'static str> {
    let mut ids: Vec<_> = FRAMEWORKS.dirs().filter_map(|d| d.path().to_str()).collect();
    ids.sort_unstable();
    ids
}

/// The files of an embedded framework, in order of their paths; none where there is none of that id.
pub fn files(id: &str) -> Option<Vec<RawFile>> {
    let root = FRAMEWORKS.dirs().find(|d| d.path().to_str() == Some(id))?;
    let mut files = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().strip_prefix(root.path()).ok()?;
            if path.extension().is_none_or(|e| e != "ron") {
                continue;
            }
            let parts: Vec<_> = path.iter().filter_map(|p| p.to_str()).collect();
            files.push(RawFile { path: parts.join("/"), bytes: file.contents().to_vec() });
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Some(files)
}

/// An embedded framework, read; none where there is none of that id. Tests keep them all sound.
pub fn read(id: &str) -> Option<Framework> {
    // Worked cases are no part of the framework itself, and there are hundreds of them.
    let framework = files(id)?.into_iter().filter(|file| !file.path.starts_with("cases/"));
    load(framework.collect()).framework
}

/// The other frameworks than the first: id and title, in order. They are read once, when they are first asked for.
pub fn others() -> &'static [(&'static str, String)] {
    static OTHERS: LazyLock<Vec<(&'static str, String)>> = LazyLock::new(|| {
        let titled = |id| Some((id, read(id)?.about.title));
        ids().into_iter().filter(|id| *id != FIRST).filter_map(titled).collect()
    });
    &OTHERS
}
