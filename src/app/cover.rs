//! The screen covered when nobody is at it: watched, said before it comes, and shown again.

use std::{path::PathBuf, sync::Arc, time::Duration};

use eframe::egui::{self, Context, text_edit::TextEditState};

use super::{
    LonApp,
    clipboard::Board,
    idle::{self, Idle, Watch},
    journey::Screen,
    platform::Moment,
    settings::{self, Settings},
    shelf::Shelf,
};
use crate::vault::KeyError;

/// What the machine lends the window beside its clock.
pub struct Lent {
    pub now: fn() -> Moment,
    pub board: Option<Box<dyn Board>>,
    /// The program's own folder; `None` where there is none, and nothing is remembered.
    pub folder: Option<PathBuf>,
}

/// Why the screen is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Covered {
    /// Somebody pressed the key.
    Asked,
    /// Nobody was at it, and no passphrase was chosen.
    Untouched,
    /// Nobody was at it, and it takes the passphrase to go on.
    Locked {
        /// Not everything is on the disk.
        unsaved: bool,
    },
}

impl LonApp {
    /// Uses what the machine lends from now on.
    pub fn lend(&mut self, lent: Lent) {
        self.moment = lent.now;
        self.clipboard.use_board(lent.board, lent.now);
        self.kept_settings = settings::Kept::in_folder(lent.folder);
        self.settings = self.kept_settings.read();
        self.idle = Idle::new(self.settings.lock_after(), (self.moment)());
    }

    /// Whether somebody could read here what is not theirs to read.
    fn something_to_hide(&self) -> bool {
        let open = self.session.open().is_some_and(|open| !open.training());
        // The list of checks and the key; a room that trains sees neither.
        let list = self.keeping.unlocked() && !self.keeping.unsealed();
        open || (list && !matches!(self.session.screen(), Screen::Training(_)))
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

    /// Covers the screen, and where a passphrase can bring it back puts what is open away, out of memory.
    fn cover(&mut self, ctx: &Context) {
        self.idle_over = true;
        self.blank = true;
        self.clipboard.clear();
        let on_disk = self.save_kept(ctx);
        self.away_unsaved = !on_disk && self.session.unsaved();
        // Without a passphrase it stays where it is: it could not be had back.
        if self.put_away(ctx).is_ok() {
            self.shelf = Shelf::new(Arc::clone(&self.built_in));
        }
        // What was typed in a field lies in its undo as well.
        ctx.data_mut(egui::util::IdTypeMap::remove_by_type::<TextEditState>);
        ctx.request_repaint();
    }

    /// Whether closing now would lose what is put away and is not on the disk.
    pub(super) fn would_lose_what_is_away(&self) -> bool {
        self.is_away() && self.away_unsaved
    }

    /// Brings back what was put away, if what was typed is the passphrase.
    pub(super) fn come_back(&mut self, ctx: &Context) {
        let passphrase = std::mem::take(&mut self.keeping.typing.passphrase);
        let words = &self.words.keeping;
        let fault = match self.bring_back(&passphrase) {
            Ok(()) => None,
            Err(KeyError::WrongPassphrase) => Some(words.wrong),
            Err(KeyError::NotSealed) => Some(words.no_memory),
            Err(KeyError::Damaged | KeyError::Newer) => Some(words.key_damaged),
        };
        self.keeping.typing.fault = fault.map(str::to_owned);
        if fault.is_none() {
            self.away_unsaved = false;
            ctx.data_mut(egui::util::IdTypeMap::remove_by_type::<TextEditState>);
            self.turn_blank();
        }
    }

    /// Blanks the screen, or shows it again, unless that takes a passphrase.
    pub(super) fn turn_blank(&mut self) {
        if self.is_away() {
            return;
        }
        self.blank = !self.blank;
        self.idle_over = false;
        self.idle.touch((self.moment)());
    }

    /// Why the screen is covered.
    pub(super) fn covered(&self) -> Covered {
        match (self.is_away(), self.idle_over) {
            (true, _) => Covered::Locked { unsaved: self.away_unsaved },
            (false, true) => Covered::Untouched,
            (false, false) => Covered::Asked,
        }
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
