//! All that a screen, a menu or a key can ask for; `apply` is the one place that does it.

use std::path::PathBuf;

use super::{
    apply::How,
    book::Book,
    journey::Screen,
    keeping::{Asked, Keep},
    paper::Paper,
    platform::Ask,
    theme::Appearance,
    training::Train,
    view::Scratch,
};
use crate::{
    case::{Change, ChildNo},
    framework::Id,
    paper::format::Format,
};

/// One thing asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Goes to a screen.
    Go(Screen),
    /// Goes to a screen to change something there, and comes back with *Continue*.
    Visit(Screen),
    Next,
    Back,
    /// Changes the open case.
    Change(Change),
    /// Confirms an answer that was to be reviewed: one child's, or the one for all.
    Confirm(Id, Option<ChildNo>),
    Undo,
    /// Makes the change again that was taken back last.
    Redo,
    NewCheck,
    CarryOn,
    /// Opens a file window; what is chosen there comes back as an action.
    Dialog(Ask),
    OpenCase(PathBuf),
    /// Something was dragged here and let go: a case, or a framework's folder.
    Dropped(Vec<PathBuf>),
    /// Saves where the case was saved before, or asks where.
    Save,
    SaveAs,
    SaveTo(PathBuf),
    /// Asks where a paper is to be saved.
    SavePaper(Paper, Format),
    /// Saves a paper in the format that the path's ending asks for.
    SavePaperTo(Paper, PathBuf),
    CopyPaper(Paper),
    OpenFramework(PathBuf),
    /// Asks where the framework in use is to be saved as a book.
    SaveBook(Book),
    SaveBookTo(Book, PathBuf),
    /// Uses an embedded framework, by its id, for the next check.
    UseBuiltIn(String),
    /// Something in the training room.
    Training(Train),
    /// Shows or hides an overlay.
    Show(Overlay),
    CloseOverlay,
    /// Blanks the screen, or shows it again.
    Blank,
    /// Goes on with what was put away, by the passphrase that was typed.
    ComeBack,
    /// Covers the screen after so many minutes untouched from now on.
    CoverAfter(u16),
    Appear(Appearance),
    /// Makes everything larger (above 0), smaller (below 0) or normal (0).
    Zoom(i8),
    /// What is typed or unfolded in a screen and belongs to no case.
    Scratch(Scratch),
    Copy(String),
    /// Hides the message at the top.
    Dismiss,
    /// Leaves the open case: saves first, or gives up what is not saved.
    Leave(Leaving, Unsaved),
    Quit,
    /// Something about the checks that are kept here.
    Keep(Keep),
}

/// What lies over the screens.
#[derive(Clone, Debug, PartialEq)]
pub enum Overlay {
    Danger,
    Shortcuts,
    /// Asks after how long the screen is covered.
    Cover,
    /// Asks where to save.
    SaveAs,
    /// Asks what to do with unsaved changes before something else.
    Leave(Leaving),
    /// Asks something about the checks that are kept here.
    Keep(Box<Asked>),
}

/// What the open case is left for.
#[derive(Clone, Debug, PartialEq)]
pub enum Leaving {
    NewCheck,
    /// A new check that begins with what was looked up.
    StartWith(Begin),
    Open(PathBuf),
    /// A check that is kept here.
    Kept(String, How),
    Quit,
}

/// What a new check begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begin {
    /// An indicator, as something that was seen or told.
    Sign(Id),
    Concern(Id),
}

/// What becomes of unsaved changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaved {
    Ask,
    Save,
    Lose,
}
