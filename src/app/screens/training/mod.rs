//! The training room's pages.

mod answers;
mod choose;
mod figures;
mod join;
mod notes;
mod part;
mod past;
mod present;
mod record;
mod revealed;
mod save;

use eframe::egui::Ui;

pub use self::{notes::window_ui as notes_window_ui, present::ui as present_ui};
use crate::app::{action::Action, training::Room, view::ViewContext};

/// The page one is on; the presenter's view is a window of its own and not a page.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, room: Room) -> Vec<Action> {
    match room {
        Room::Choose | Room::Present => choose::ui(ui, cx),
        Room::Record => record::ui(ui, cx),
        Room::Join => join::ui(ui, cx),
        Room::Part => part::ui(ui, cx),
        Room::Past => past::ui(ui, cx),
    }
}
