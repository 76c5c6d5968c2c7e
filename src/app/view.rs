//! What a screen may look at: everything, and nothing to change.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};

use super::{
    book::Book, keeping::Keeping, paper::Paper, session::Session, settings::Settings, shelf::Shelf,
    theme::Look, training::Training, widgets::MapView,
};
use crate::{
    case::ChildNo,
    framework::{Framework, Id},
    words::Words,
};

/// What every screen and widget draws from.
#[derive(Clone, Copy)]
pub struct ViewContext<'a> {
    pub words: &'static Words,
    pub look: Look<'a>,
    pub session: &'a Session,
    pub scratch: &'a Scratch,
    /// What was made once from the framework on screen.
    pub shelf: &'a Shelf,
    pub training: &'a Training,
    /// The checks that the program keeps by itself.
    pub keeping: &'a Keeping,
    pub built_in: &'a Arc<Framework>,
    /// What was found in the framework folder that was opened last.
    pub report: Option<&'a Report>,
    pub settings: Settings,
    /// The day it is, for numbers that have a check date.
    pub today: Date,
    /// The day and hour it is, for what is noted as happening now.
    pub now: DateTime,
    /// The screen is shown for the first time since one came to it.
    pub arriving: bool,
    /// There is room beside the text for the answers and the help.
    pub wide: bool,
}

/// What was found in a framework's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// It has faults and is not used.
    pub refused: bool,
    pub text: String,
}

/// What is typed or unfolded on screen and belongs to no case: it is never saved.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing on screen that is open or not")]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scratch {
    /// The word looked for among questions and indicators.
    pub search: String,
    /// Every place that was found is shown, not the best alone.
    pub all_found: bool,
    /// Where on the map one looks; nowhere yet is all of it, or where one came from.
    pub map: Option<MapView>,
    /// The pages of the outline that are unfolded, by their place in it.
    pub unfolded: Vec<usize>,
    /// The other area whose reading is shown, by its framework's id.
    pub other_area: Option<String>,
    /// All that the other area would ask is shown, not the first alone.
    pub all_asked: bool,
    /// A path typed where no file window can be had, or nobody wants one.
    pub path: String,
    /// A book that is to be saved where a typed path leads.
    pub book: Option<(Book, String)>,
    /// A number or date as it is being typed, with the field it is typed in.
    pub typing: Option<(Field, String)>,
    /// Which paper is shown and saved.
    pub paper: Paper,
    pub answers_shown: bool,
    pub help_shown: bool,
    /// The words of the glossary that stand on this page are explained.
    pub words_shown: bool,
    /// The field of a note that was asked for where it is not shown by itself.
    pub noting: Option<String>,
    /// Questions in which each child is to be answered apart, before any is.
    pub apart: Vec<Id>,
    /// The concerns are shown as sentences to pick from.
    pub unsure: bool,
    /// Every concern is shown beside those that the account offers.
    pub all_concerns: bool,
    /// Every concern that goes with a chosen one is shown, not the first few.
    pub all_together: bool,
    /// The body map is put away, so that the keyboard passes it by.
    pub map_hidden: bool,
    /// *Continue* was pressed where something is needed first.
    pub pressed_on: bool,
}

/// A field whose text is not always a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    Number(Id, Option<ChildNo>),
    Due(ChildNo),
    /// The day to ask what was decided.
    Chase,
}

impl Scratch {
    /// The text being typed in a field, or else the value's own.
    pub fn typed(&self, field: &Field, value: impl FnOnce() -> String) -> String {
        match &self.typing {
            Some((here, text)) if here == field => text.clone(),
            _ => value(),
        }
    }
}
