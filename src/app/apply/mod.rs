//! The one place that does what was asked for.

mod away;
mod dialog;
mod handed;
mod keeping;
mod opening;
mod part;
mod training;

use std::path::{Path, PathBuf};

pub use self::{
    away::{NotAway, PutAway},
    keeping::How,
};

use eframe::Frame;
use eframe::egui::{self, Context};
use jiff::civil::DateTime;

use super::{
    LonApp,
    action::{Action, Leaving, Overlay, Unsaved},
    keeping::Typing,
    paper::{self, Paper, format_of},
    platform::Ask,
    session::{Undone, looks_up},
    view::Scratch,
    zoom,
};
use crate::{
    case::{Case, file},
    paper::format::{self, Format},
    words::fill,
};

impl LonApp {
    /// Does one thing.
    pub(super) fn apply(&mut self, action: Action, ctx: &Context, frame: &Frame) {
        let now = (self.clock.now)();
        let arrived_before = self.session.arrivals();
        let said_before = self.message.clone();
        let changes = matches!(action, Action::Change(_) | Action::Confirm(..) | Action::Undo | Action::Redo);
        if changes && self.only_read() {
            return;
        }
        match self.with_whole_path(action) {
            Action::Go(screen) => self.session.go(screen, now),
            Action::Visit(screen) => self.session.visit(screen, now),
            Action::Next => self.go_on(now),
            Action::Back => self.session.back(now),
            Action::Change(change) => self.session.change(change, now),
            Action::Confirm(question, child) => self.session.confirm(&question, child, now),
            asked @ (Action::Undo | Action::Redo) => {
                let words = &self.words.shell;
                let said = if asked == Action::Undo {
                    match self.session.undo(now) {
                        Undone::Change => words.undone,
                        Undone::Nothing => words.nothing_to_undo,
                        Undone::StopsAtReveal => words.undo_stops_here,
                    }
                } else if self.session.redo(now) == Undone::Change {
                    words.redone
                } else {
                    words.nothing_to_redo
                };
                // The message stays although the undo may lead to another screen.
                self.message = Some(said.to_owned());
                self.scratch.typing = None;
                if self.session.arrivals() != arrived_before {
                    self.arrived();
                }
                return;
            }
            Action::NewCheck => self.leave(Leaving::NewCheck, Unsaved::Ask, ctx),
            Action::CarryOn => self.session.carry_on(now),
            Action::Dialog(_) if self.dialogs.waiting() => {
                self.message = Some(self.words.files.waiting.to_owned());
            }
            Action::Dialog(ask) => {
                if let Some(outcome) = self.dialogs.open(ask, ctx, frame) {
                    self.dialog_answered(outcome, ctx, frame);
                }
            }
            Action::OpenCase(path) => self.leave(Leaving::Open(path), Unsaved::Ask, ctx),
            Action::Dropped(paths) => self.dropped(&paths, ctx, frame),
            Action::Save => match self.session.open().and_then(|o| o.path().cloned()) {
                Some(path) => self.save(path, ctx),
                None if self.only_read() => {}
                None if self.save_kept(ctx) => self.message = Some(self.words.files.saved_at.to_owned()),
                None if self.ask_to_keep(ctx) => {}
                None => self.ask_where(ctx),
            },
            Action::SaveAs => self.ask_where(ctx),
            Action::SaveTo(path) if self.would_overwrite(&path) => {
                self.message = Some(self.words.files.taken.to_owned());
                self.close_overlay(ctx);
            }
            Action::SaveTo(path) => self.save(path, ctx),
            Action::SavePaper(paper, format) => {
                if let Some(open) = self.session.open() {
                    let name = paper.file_name(open, format);
                    self.apply(Action::Dialog(Ask::SavePaper(paper, format, name)), ctx, frame);
                }
            }
            Action::SavePaperTo(_, path) if self.would_overwrite(&path) => {
                self.message = Some(self.words.files.taken.to_owned());
            }
            Action::SavePaperTo(paper, path) => match format_of(&path) {
                Some(format) => self.save_paper(paper, format, &path),
                None => self.message = Some(self.words.referral.unknown_ending.to_owned()),
            },
            Action::CopyPaper(paper) => self.copy_paper(paper, ctx),
            Action::SaveBook(book) => self.ask_for_book(book, ctx, frame),
            Action::SaveBookTo(book, path) => self.save_book(book, path),
            Action::OpenFramework(path) => self.open_framework(&path),
            Action::UseBuiltIn(id) => {
                if let Some(framework) = self.embedded(&id) {
                    self.session.use_framework(framework);
                }
                self.report = None;
            }
            Action::Training(train) => self.train(train, ctx, frame),
            Action::Show(overlay) => self.show(overlay, ctx),
            Action::CloseOverlay => {
                self.after_save = None;
                // A passphrase that was not used is not left lying about.
                self.keeping.typing = Typing::default();
                self.close_overlay(ctx);
            }
            Action::Blank => self.turn_blank(),
            Action::ComeBack => self.come_back(ctx),
            Action::CoverAfter(minutes) => self.cover_after(minutes),
            Action::Appear(appearance) => {
                self.appearance = appearance;
                self.theme.install(ctx, appearance);
            }
            Action::Zoom(by) => zoom::change(ctx, by),
            Action::Scratch(scratch) => self.scratch = scratch,
            Action::Copy(text) => {
                ctx.copy_text(text);
                self.message = Some(self.words.shell.copied.to_owned());
            }
            Action::Dismiss => self.message = None,
            Action::Leave(leaving, unsaved) => self.leave(leaving, unsaved, ctx),
            Action::Keep(keep) => self.keep(keep, ctx, frame),
            Action::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        }
        self.walk_ended();
        if self.session.arrivals() != arrived_before {
            // A message of this very action is about the new screen and stays.
            if self.message == said_before {
                self.message = None;
            }
            self.arrived();
        }
    }

    /// Goes on, unless the screen still needs something: then it says what.
    fn go_on(&mut self, now: DateTime) {
        if self.session.may_go_on() {
            self.session.next(now);
        } else {
            self.scratch.pressed_on = true;
        }
    }

    /// Nobody knows in which folder the program was started: half a path begins where files are offered.
    fn with_whole_path(&self, action: Action) -> Action {
        let whole = |path: PathBuf| if path.as_os_str().is_empty() { path } else { self.folder.join(path) };
        match action {
            Action::SaveTo(path) => Action::SaveTo(whole(path)),
            Action::SavePaperTo(paper, path) => Action::SavePaperTo(paper, whole(path)),
            other => other,
        }
    }

    /// Whether a typed path names a file that this check has not written itself.
    pub(super) fn would_overwrite(&self, path: &Path) -> bool {
        let own = self.session.open().and_then(|open| open.path()).is_some_and(|own| own == path);
        !own && !self.papers.iter().any(|paper| paper == path) && path.exists()
    }

    /// A new screen begins without the last one's half-typed text.
    fn arrived(&mut self) {
        // One looks at the map from where one is, and finds it as it was while one looks things up.
        let map = self.scratch.map.filter(|_| looks_up(self.session.screen()));
        self.scratch = Scratch {
            map,
            path: String::new(),
            book: None,
            answers_shown: false,
            help_shown: false,
            words_shown: false,
            apart: Vec::new(),
            typing: None,
            pressed_on: false,
            ..std::mem::take(&mut self.scratch)
        };
    }

    fn show(&mut self, overlay: Overlay, ctx: &Context) {
        if self.overlay.is_none() {
            self.focus_before = ctx.memory(egui::Memory::focused);
        }
        self.overlay = Some(overlay);
        self.focus_back = None;
        self.drawn.1 = false;
    }

    fn close_overlay(&mut self, ctx: &Context) {
        self.overlay = None;
        if let Some(id) = self.focus_before.take() {
            self.focus_back = Some((id, 2));
            ctx.request_repaint();
        }
    }

    fn ask_where(&mut self, ctx: &Context) {
        let Some(open) = self.session.open() else {
            return;
        };
        let path = match open.path() {
            Some(path) => path.clone(),
            None => self.folder.join(file_name(open.case())),
        };
        self.scratch.path = path.display().to_string();
        self.keeping.typing = Typing::default();
        self.show(Overlay::SaveAs, ctx);
    }

    fn save(&mut self, path: PathBuf, ctx: &Context) {
        if let Some(passphrase) = self.passphrase_for_file() {
            self.save_sealed(&path, &passphrase, ctx);
            return;
        }
        let Some(open) = self.session.open() else {
            return;
        };
        match file::save(open.case(), &path) {
            Ok(()) => {
                self.session.saved(path);
                self.close_overlay(ctx);
                let sealed = self.keeping.at_hand() && !self.keeping.unsealed();
                let said = if sealed { self.words.keeping.saved_plain } else { self.words.files.saved_at };
                self.message = Some(said.to_owned());
                if let Some(leaving) = self.after_save.take() {
                    self.leave_now(leaving, ctx);
                }
            }
            Err(fault) => {
                // What was to follow the save does not follow a later one.
                self.after_save = None;
                self.message = Some(fill(self.words.files.save_failed, &[&fault.to_string()]));
                self.close_overlay(ctx);
            }
        }
    }

    fn save_paper(&mut self, paper: Paper, format: Format, path: &Path) {
        let Some(open) = self.session.open() else {
            return;
        };
        let document = paper.document(open.framework(), open.case(), open.assessment());
        self.message = Some(match paper::write(&document, format, path) {
            Ok(()) => {
                self.papers.push(path.to_owned());
                self.words.referral.saved.to_owned()
            }
            Err(fault) => fill(self.words.referral.failed, &[&fault.to_string()]),
        });
    }

    fn copy_paper(&mut self, paper: Paper, ctx: &Context) {
        let Some(open) = self.session.open() else {
            return;
        };
        let document = paper.document(open.framework(), open.case(), open.assessment());
        // The text writer makes UTF-8 and nothing else.
        let text =
            format::write(&document, Format::Text).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        self.message = Some(match text {
            Ok(text) => {
                ctx.copy_text(text);
                self.words.referral.copied.to_owned()
            }
            Err(fault) => fill(self.words.referral.failed, &[&fault.to_string()]),
        });
    }

    fn leave(&mut self, leaving: Leaving, unsaved: Unsaved, ctx: &Context) {
        self.save_kept(ctx);
        let theirs = self.session.open().is_some_and(|open| self.keeping.read_only(open));
        if theirs || !self.session.unsaved() {
            self.leave_now(leaving, ctx);
            return;
        }
        match unsaved {
            Unsaved::Ask => self.show(Overlay::Leave(leaving), ctx),
            Unsaved::Lose => self.leave_now(leaving, ctx),
            Unsaved::Save => {
                self.after_save = Some(leaving);
                match self.session.open().and_then(|o| o.path().cloned()) {
                    Some(path) => self.save(path, ctx),
                    None if self.ask_to_keep(ctx) => {}
                    None => self.ask_where(ctx),
                }
            }
        }
    }

    fn leave_now(&mut self, leaving: Leaving, ctx: &Context) {
        self.overlay = None;
        self.focus_before = None;
        match leaving {
            Leaving::NewCheck => {
                self.session.begin((self.clock.code)(), (self.clock.now)());
                self.scratch = Scratch::default();
                self.arrived();
            }
            Leaving::StartWith(with) => {
                let words = &self.words.look_up;
                if self.session.begin_with(&with, (self.clock.code)(), (self.clock.now)()) {
                    self.scratch = Scratch::default();
                    self.arrived();
                    self.message = Some(words.begun.to_owned());
                } else {
                    self.message = Some(words.not_in_use.to_owned());
                }
            }
            Leaving::Open(path) => self.open_case(path, ctx),
            Leaving::Kept(id, how) => self.open_kept(&id, &how, ctx),
            Leaving::Quit => {
                self.closing = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }
}

/// A name that says when and which, and never who.
pub(super) fn file_name(case: &Case) -> String {
    format!("case-{}-{}.lon", case.as_of, case.code)
}
