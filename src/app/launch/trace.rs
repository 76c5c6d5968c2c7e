//! The start marker: how far the last start got, kept as a few words in the program's own folder.

use std::{
    fs,
    io::Read as _,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::order::{Known, Reached, Renderer, Trial};
use crate::case::file;

/// More than this was not written by us.
const LARGEST: u64 = 4096;

/// All that is kept: what is known of each kind of session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    here: Known,
    remote: Known,
}

/// The marker of one start, written as the start gets further.
#[derive(Clone, Debug)]
pub struct Trace {
    /// `None` where the machine has no place for it: every start is then a first one.
    path: Option<PathBuf>,
    remote: bool,
    reached: Option<Trial>,
}

impl Trace {
    /// The marker in a folder, for a kind of session.
    pub fn new(folder: Option<PathBuf>, remote: bool) -> Self {
        Self { path: folder.map(|folder| folder.join("start.ron")), remote, reached: None }
    }

    /// What earlier starts in this kind of session came to.
    ///
    /// A file that cannot be read or understood is as good as none: the program must start.
    pub fn known(&self) -> Known {
        let kept = self.path.as_deref().and_then(read).unwrap_or_default();
        if self.remote { kept.remote } else { kept.here }
    }

    /// Notes how far the start with a renderer got; what was reached before is not written again.
    pub fn reach(&mut self, renderer: Renderer, reached: Reached) {
        let trial = Trial { renderer, reached };
        if self.reached.is_some_and(|before| before.renderer == renderer && before.reached >= reached) {
            return;
        }
        self.reached = Some(trial);
        let Some(path) = &self.path else { return };
        let mut kept = read(path).unwrap_or_default();
        let known = if self.remote { &mut kept.remote } else { &mut kept.here };
        *known = known.after(trial);
        // A full or read-only disk costs only the memory of this start.
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).ok();
        }
        if let Ok(text) = ron::to_string(&kept) {
            file::put(path, text.as_bytes()).ok();
        }
    }
}

fn read(path: &Path) -> Option<Kept> {
    // A pipe or a device in its place must not hold up the start.
    if !fs::metadata(path).is_ok_and(|meta| meta.is_file()) {
        return None;
    }
    let mut text = String::new();
    fs::File::open(path).ok()?.take(LARGEST).read_to_string(&mut text).ok()?;
    ron::from_str(&text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trace(folder: &Path, remote: bool) -> Trace {
        Trace::new(Some(folder.join("state")), remote)
    }

    #[test]
    fn the_next_start_knows_how_far_this_one_got() {
        let folder = tempfile::tempdir().unwrap();
        let mut start = trace(folder.path(), false);
        for reached in [Reached::Begun, Reached::Drawn, Reached::Used] {
            start.reach(Renderer::Glow, reached);
            let known = trace(folder.path(), false).known();
            assert_eq!(known.last, Some(Trial { renderer: Renderer::Glow, reached }));
        }
        assert_eq!(trace(folder.path(), false).known().proven, Some(Renderer::Glow));
        assert_eq!(
            trace(folder.path(), true).known(),
            Known::default(),
            "a remote session is another matter"
        );
    }

    #[test]
    fn a_damaged_marker_is_no_marker_and_is_written_anew() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state").join("start.ron");
        fs::create_dir(folder.path().join("state")).unwrap();
        for damage in [&b"((("[..], b"", b"\xff\xfe\0\0", &[b'x'; 10_000]] {
            file::put(&path, damage).unwrap();
            let mut start = trace(folder.path(), false);
            assert_eq!(start.known(), Known::default());
            start.reach(Renderer::Wgpu, Reached::Used);
            assert_eq!(trace(folder.path(), false).known().proven, Some(Renderer::Wgpu));
        }
    }

    #[test]
    fn without_a_place_for_it_the_program_starts_all_the_same() {
        let mut nowhere = Trace::new(None, false);
        nowhere.reach(Renderer::Glow, Reached::Used);
        assert_eq!(nowhere.known(), Known::default());
        let mut barred = Trace::new(Some(PathBuf::from("/dev/null/state")), false);
        barred.reach(Renderer::Glow, Reached::Used);
        assert_eq!(barred.known(), Known::default());
    }
}
