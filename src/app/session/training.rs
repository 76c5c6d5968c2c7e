//! A training case on the ordinary pages of a check.

use std::sync::Arc;

use jiff::civil::DateTime;

use super::{Open, Session};
use crate::{app::journey::Screen, case::Case};

impl Session {
    /// Begins a training case in place of the open check, which has nothing unsaved.
    pub fn begin_training(&mut self, case: Case, now: DateTime) {
        self.open = Some(Open::new(Arc::clone(&self.framework), case, None).for_training());
        self.return_to = None;
        self.go(Screen::Safety, now);
    }

    /// The training case that was worked through; it is open no more.
    pub fn walked(&mut self) -> Option<Case> {
        let done = self.open.as_ref().is_some_and(|open| open.training() && open.case().own_view.is_some());
        if !done {
            return None;
        }
        self.open.take().map(|open| open.case().clone())
    }
}
