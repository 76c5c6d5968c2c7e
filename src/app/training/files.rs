//! Answer files read on a thread of their own, so that the window answers while two hundred come in.

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, Sender, TryRecvError, channel},
};

use eframe::egui;

use crate::{
    case::file::get,
    training::{
        file::{self, FileFault, LARGEST, LARGEST_SHEET},
        session::Session,
        sheet::{self, Sheet},
    },
};

/// The most answer files that are read at once.
const MOST: usize = 10_000;
/// So many are taken in between two frames, so that every frame is soon drawn.
const AT_ONCE: usize = 40;

/// What the thread tells.
enum News {
    /// So many files there are.
    Found(usize),
    Read(Box<(String, Result<Sheet, FileFault>)>),
    /// The folder could not be read.
    Nothing(String),
}

/// Answer files on their way in.
#[derive(Debug)]
pub struct Loading {
    news: Receiver<News>,
    pub done: usize,
    /// How many there are, once that is known.
    pub of: Option<usize>,
}

/// What has come in since it was last asked.
pub enum Came {
    /// A file's name, and what it says.
    File(Box<(String, Result<Sheet, FileFault>)>),
    /// The folder could not be read, and why.
    Nothing(String),
}

impl Loading {
    /// Begins to read a folder, or one file; none where the machine has no thread to spare.
    pub fn begin(path: PathBuf, ctx: &egui::Context) -> Option<Self> {
        let (send, news) = channel();
        let ctx = ctx.clone();
        let read = move || {
            // Nobody listens any more where the program was left meanwhile.
            tell(&path, &send, &ctx);
            ctx.request_repaint();
        };
        let thread = std::thread::Builder::new().name("answer-files".to_owned());
        thread.spawn(read).ok().map(|_runs_on| Self { news, done: 0, of: None })
    }

    /// What has come in, and whether that was the last of it.
    pub fn arrived(&mut self) -> (Vec<Came>, bool) {
        let mut came = Vec::new();
        while came.len() < AT_ONCE {
            match self.news.try_recv() {
                Ok(News::Found(of)) => self.of = Some(of),
                Ok(News::Read(file)) => {
                    self.done += 1;
                    came.push(Came::File(file));
                }
                Ok(News::Nothing(fault)) => came.push(Came::Nothing(fault)),
                Err(TryRecvError::Empty) => return (came, false),
                Err(TryRecvError::Disconnected) => return (came, true),
            }
        }
        (came, false)
    }
}

fn tell(path: &Path, news: &Sender<News>, ctx: &egui::Context) -> Option<()> {
    let paths = match answer_files(path) {
        Ok(paths) => paths,
        Err(fault) => return news.send(News::Nothing(fault.to_string())).ok(),
    };
    news.send(News::Found(paths.len())).ok()?;
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        news.send(News::Read(Box::new((name, read(&path))))).ok()?;
        ctx.request_repaint();
    }
    Some(())
}

/// The answer files of a folder, in order of their names; or the one file.
fn answer_files(path: &Path) -> std::io::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        let is_ron = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("ron"));
        if is_ron && path.is_file() && found.len() < MOST {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<Sheet, FileFault> {
    sheet::read(&bytes_of(path, LARGEST_SHEET)?)
}

/// A session that was kept.
pub fn read_session(path: &Path) -> Result<Session, FileFault> {
    file::session(&bytes_of(path, LARGEST)?)
}

/// A file's bytes, and never more of them than such a file can have: a disk's worth would be read otherwise.
fn bytes_of(path: &Path, most: u64) -> Result<Vec<u8>, FileFault> {
    get(path, most).map_err(|fault| match fault.kind() {
        ErrorKind::FileTooLarge => FileFault::TooLarge,
        _ => FileFault::Disk,
    })
}
