//! What can be asked for in the training room, its pages, and what is kept of a session.

use std::path::PathBuf;

use super::{Training, part::Join};
use crate::{
    framework::Id,
    training::{papers::Paper, session::Scale, sheet::Own},
};

/// A page of the training room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Which cases, and what is voted on.
    Choose,
    /// What the projector shows.
    Present,
    /// What came of the session, and how it is kept.
    Record,
    /// Which case one person takes part in.
    Join,
    /// One person at a case.
    Part,
    /// Past sessions beside each other.
    Past,
}

/// One thing asked for in the training room.
#[derive(Clone, Debug, PartialEq)]
pub enum Train {
    /// Takes a case into the session that will begin, or out of it.
    Choose(String),
    Scale(Scale),
    /// Shows or hides the levels of the cases to choose from.
    Levels,
    /// Only those that come to this level; none for all of them.
    Only(Option<usize>),
    Begin,
    Next,
    Back,
    /// Shows what the framework suggests.
    Reveal,
    Undo,
    /// Fills the screen with the presenter's view, or gives it back.
    Full,
    /// Opens the presenter's notes in a window of their own, or closes it.
    Notes,
    /// The notes' window is gone, and not because somebody closed it here.
    NotesGone,
    /// So many people said this, after the instalment that one is at.
    Count(Option<Id>, Option<u32>),
    /// The session's own notes.
    Write(String),
    /// Asks where something of the session is to be saved.
    Save(Kept),
    SaveTo(Kept, PathBuf),
    /// The path that is typed for it.
    TypePath(Kept, String),
    Open(PathBuf),
    /// Reads answer files from a folder, or one file.
    Load(PathBuf),
    /// Chooses what one person takes part in.
    Join(Join),
    /// Begins to take part.
    Take,
    PartNext,
    PartBack,
    PartOwn(Own),
    PartRole(String),
    /// Puts one person's answers into the session on this machine.
    HandIn,
    /// Lays a session that was kept, or a folder of them, beside the others.
    AddPast(PathBuf),
    /// Works out how far the room agrees.
    Figures,
    /// Shows or hides the figures for auditors.
    Auditors,
    ClearPast,
}

/// What is kept of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The session itself, to go on with.
    Session,
    /// The record, as a PDF.
    Record,
    /// The ratings, as a table.
    Ratings,
    /// One person's answers.
    Answers,
    /// A paper for the cases that are chosen, as a PDF.
    Paper(Paper),
}

impl Kept {
    /// The ending of its file.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Session | Self::Answers => "ron",
            Self::Record | Self::Paper(_) => "pdf",
            Self::Ratings => "csv",
        }
    }

    /// A name that says what and when, and never who.
    pub fn file_name(self, room: &Training) -> Option<String> {
        let what = match self {
            Self::Session => "training",
            Self::Record => "training-record",
            Self::Ratings => "training-ratings",
            Self::Paper(paper) => return Some(format!("{}.pdf", paper.file_name())),
            Self::Answers => {
                let sheet = &room.part.as_ref()?.sheet;
                return Some(format!("answers-{}-{}.ron", sheet.case, sheet.code));
            }
        };
        Some(format!("{what}-{}.{}", room.session.as_ref()?.on, self.extension()))
    }
}
