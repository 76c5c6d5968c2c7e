//! The screen covered when nobody is at it: watched, said before it comes, and shown again.

use std::{path::PathBuf, time::Duration};

use eframe::egui::{self, Context, text_edit::TextEditState};

use super::{
    LonApp,
    clipboard::Board,
    idle::{self, Idle, Watch},
    platform::Moment,
    settings::{self, Settings},
};

/// What the machine lends the window beside its clock.
pub struct Lent {
    pub now: fn() -> Moment,
    pub board: Option<Box<dyn Board>>,
    /// The program's own folder; `None` where there is none, and nothing is remembered.
    pub folder: Option<PathBuf>,
}

impl LonApp {
    /// The same window with what the machine lends it.
    #[must_use]
    pub fn on(mut self, lent: Lent) -> Self {
        self.moment = lent.now;
        self.clipboard.use_board(lent.board, lent.now);
        self.kept_settings = settings::Kept::in_folder(lent.folder);
        self.settings = self.kept_settings.read();
        self.idle = Idle::new(self.settings.lock_after(), (self.moment)());
        self
    }

    /// Whether somebody could read here what is not theirs to read.
    fn something_to_hide(&self) -> bool {
        self.session.open().is_some_and(|open| !open.training())
    }

    /// Covers the screen when it is time, and asks to be called again when the next thing is.
    pub(super) fn watch(&mut self, ctx: &Context) {
        if let Some(wait) = self.clipboard.tidy() {
            ctx.request_repaint_after(wait);
        }
        if self.idle_over || !self.something_to_hide() {
            return;
        }
        match self.idle.watch((self.moment)()) {
            Watch::Over => self.cover(ctx),
            Watch::Quiet(wait) | Watch::Warn(wait) => ctx.request_repaint_after(wait),
        }
    }

    /// Somebody may be at it: then the time begins anew.
    pub(super) fn notice_hands(&mut self, ctx: &Context) {
        if !self.idle_over && idle::touched(ctx) {
            self.idle.touch((self.moment)());
        }
    }

    fn cover(&mut self, ctx: &Context) {
        self.idle_over = true;
        self.blank = true;
        self.clipboard.clear();
        // What was typed in a field lies in its undo as well.
        ctx.data_mut(egui::util::IdTypeMap::remove_by_type::<TextEditState>);
        ctx.request_repaint();
    }

    /// Blanks the screen, or shows it again.
    pub(super) fn turn_blank(&mut self) {
        self.blank = !self.blank;
        self.idle_over = false;
        self.idle.touch((self.moment)());
    }

    /// How soon the screen is covered, once that is near enough to be said.
    pub(super) fn covered_soon(&self) -> Option<Duration> {
        let shown = !self.blank && self.something_to_hide();
        match self.idle.watch((self.moment)()) {
            Watch::Warn(left) if shown => Some(left),
            _ => None,
        }
    }

    /// Remembers after how many minutes the screen is to be covered.
    pub(super) fn cover_after(&mut self, minutes: u16) {
        self.settings = Settings { lock_after: minutes };
        self.idle.after = self.settings.lock_after();
        let words = &self.words.cover;
        let kept = self.kept_settings.keep(self.settings);
        self.message = Some(if kept { words.remembered } else { words.until_the_end }.to_owned());
    }
}
