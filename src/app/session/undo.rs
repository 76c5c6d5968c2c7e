//! Taking back and making again, one thing at a time, and going to where it can be seen.

use jiff::civil::DateTime;

use super::{Session, Undone};
use crate::{
    app::journey::{self, Screen},
    case::Change,
};

impl Session {
    /// Takes the last change back, and goes to where it can be seen.
    pub fn undo(&mut self, now: DateTime) -> Undone {
        let Some(open) = &mut self.open else {
            return Undone::Nothing;
        };
        let (undone, change) = open.undo(now);
        self.go_to_see(change.as_ref(), now);
        undone
    }

    /// Makes the change again that was taken back last, and goes to where it can be seen.
    pub fn redo(&mut self, now: DateTime) -> Undone {
        let change = self.open.as_mut().and_then(|open| open.redo(now));
        self.go_to_see(change.as_ref(), now);
        if change.is_some() { Undone::Change } else { Undone::Nothing }
    }

    fn go_to_see(&mut self, change: Option<&Change>, now: DateTime) {
        let Some(open) = &self.open else { return };
        let screen = change.and_then(|change| journey::screen_of_change(open.framework(), change));
        // The call stands on two pages: whichever of them one is on shows it.
        let seen_here = screen == Some(Screen::PhoneNow) && self.screen == Screen::Call;
        if let Some(screen) = screen.filter(|&screen| screen != self.screen && !seen_here) {
            self.go(screen, now);
        }
    }
}
