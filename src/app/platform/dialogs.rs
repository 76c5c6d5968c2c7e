//! The system's file windows, on a thread of their own so that ours does not freeze.

use eframe::egui;
use std::{
    path::PathBuf,
    sync::mpsc::{Receiver, TryRecvError, channel},
    time::{Duration, Instant},
};

use rfd::{FileDialog, MessageDialog, MessageLevel};

use crate::{
    app::{book::Book, paper::Paper, training::Kept},
    paper::format::Format,
};

/// What a file window is opened for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    OpenCase,
    /// The name that is offered; it holds no name of a person.
    SaveCase(String),
    OpenFramework,
    /// The framework in use as a PDF, with the name that is offered.
    SaveBook(Book, String),
    /// A paper in a format, with the name that is offered.
    SavePaper(Paper, Format, String),
    /// A training session that was kept.
    OpenSession,
    /// The recovery sheet, with the name that is offered.
    Sheet(String),
    /// A folder of answer files.
    Answers,
    /// Something of a training session, with the name that is offered.
    Training(Kept, String),
}

/// What came of a file window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Chosen(Ask, PathBuf),
    Cancelled,
    /// It never stood on screen: a path has to be typed.
    NoWindow(Ask),
}

/// At most one file window at a time.
#[derive(Debug, Default)]
pub struct Dialogs {
    waiting: Option<Waiting>,
    /// There are none here: every path is typed.
    absent: bool,
}

#[derive(Debug)]
struct Waiting {
    ask: Ask,
    since: Instant,
    answer: Receiver<Option<PathBuf>>,
}

/// Nobody closes a window faster than this: then there was none.
const TOO_FAST: Duration = Duration::from_millis(400);

impl Dialogs {
    /// Where no file window can be had.
    pub fn absent() -> Self {
        Self { waiting: None, absent: true }
    }

    /// Whether a file window is open.
    pub fn waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// Opens a file window over ours; its outcome comes from [`Self::outcome`].
    pub fn open(&mut self, ask: Ask, ctx: &egui::Context, frame: &eframe::Frame) -> Option<Outcome> {
        if self.waiting() {
            return None;
        }
        if self.absent {
            return Some(Outcome::NoWindow(ask));
        }
        let dialog = window(&ask).set_parent(frame);
        let (send, answer) = channel();
        let (asked, ctx) = (ask.clone(), ctx.clone());
        let show = move || {
            let chosen = super::known_while(|| match asked {
                Ask::OpenCase | Ask::OpenSession => dialog.pick_file(),
                Ask::SaveCase(_)
                | Ask::Sheet(_)
                | Ask::SavePaper(..)
                | Ask::SaveBook(..)
                | Ask::Training(..) => dialog.save_file(),
                Ask::OpenFramework | Ask::Answers => dialog.pick_folder(),
            });
            // Nobody listens any more where the program was left meanwhile.
            send.send(chosen).ok();
            ctx.request_repaint();
        };
        let thread = std::thread::Builder::new().name("file-window".to_owned());
        match thread.spawn(show) {
            Ok(_runs_on) => {
                self.waiting = Some(Waiting { ask, since: Instant::now(), answer });
                None
            }
            Err(_no_thread) => Some(Outcome::NoWindow(ask)),
        }
    }

    /// What came of the open file window, once something has.
    pub fn outcome(&mut self) -> Option<Outcome> {
        let waiting = self.waiting.as_ref()?;
        let found = match waiting.answer.try_recv() {
            Err(TryRecvError::Empty) => return None,
            Ok(found) => found,
            Err(TryRecvError::Disconnected) => None,
        };
        let Waiting { ask, since, .. } = self.waiting.take()?;
        Some(match found {
            Some(path) => Outcome::Chosen(ask, path),
            None if since.elapsed() < TOO_FAST => Outcome::NoWindow(ask),
            None => Outcome::Cancelled,
        })
    }
}

/// Says something in a box of the system's own, for when our window cannot be drawn.
///
/// Where the system has no such box it returns at once, unseen: say it elsewhere as well.
pub fn tell(title: &str, text: &str) {
    MessageDialog::new().set_level(MessageLevel::Error).set_title(title).set_description(text).show();
}

fn window(ask: &Ask) -> FileDialog {
    let plain = FileDialog::new();
    let cases = ["lon", "ron"];
    match ask {
        Ask::OpenSession => plain.add_filter("RON", &["ron"]),
        Ask::OpenCase => plain.add_filter("Levels of Need", &cases),
        Ask::SaveCase(name) => plain.add_filter("Levels of Need", &cases[..1]).set_file_name(name),
        Ask::OpenFramework | Ask::Answers => plain,
        Ask::SaveBook(_, name) | Ask::Sheet(name) => {
            plain.add_filter(Format::Pdf.title(), &[Format::Pdf.extension()]).set_file_name(name)
        }
        Ask::Training(kept, name) => {
            plain.add_filter(kept.extension().to_uppercase(), &[kept.extension()]).set_file_name(name)
        }
        Ask::SavePaper(_, format, name) => {
            plain.add_filter(format.title(), &[format.extension()]).set_file_name(name)
        }
    }
}
