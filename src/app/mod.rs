//! The window: state, actions, screens, widgets and theme.
//!
//! Screens look at a [`view::ViewContext`] and return [`action::Action`]s; `apply` is the one
//! place that carries them out, and [`session::Session`] the one that changes a case.

pub mod action;
pub mod apply;
mod bar;
pub mod book;
pub mod clipboard;
mod commands;
pub mod cover;
mod drop;
pub mod idle;
pub mod journey;
pub mod keeping;
pub mod launch;
pub mod open;
mod overlays;
mod paper;
pub mod platform;
pub mod say;
pub mod screens;
pub mod session;
pub mod settings;
mod shelf;
pub mod theme;
pub mod training;
pub mod view;
pub mod widgets;
mod zoom;

use eframe::egui;
use std::{path::PathBuf, sync::Arc};

use self::{
    action::{Action, Leaving, Overlay, Unsaved},
    clipboard::Clipboard,
    idle::Idle,
    journey::Screen,
    keeping::Keeping,
    launch::Start,
    platform::{Clock, Dialogs, Moment},
    session::Session,
    settings::Settings,
    shelf::Shelf,
    theme::{Appearance, Theme},
    training::{Room, Training},
    view::{Report, Scratch, ViewContext},
    widgets::{Column, Columns},
};
use crate::{
    framework::Framework,
    words::{ENGLISH, Words},
};

/// The program's window.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing about the window that is so or not")]
pub struct LonApp {
    words: &'static Words,
    theme: Theme,
    appearance: Appearance,
    clock: Clock,
    built_in: Arc<Framework>,
    session: Session,
    shelf: Shelf,
    training: Training,
    keeping: Keeping,
    /// The open check and the key, while the screen is locked.
    away: Option<apply::PutAway>,
    scratch: Scratch,
    overlay: Option<Overlay>,
    /// What had the focus before the overlay was opened.
    focus_before: Option<egui::Id>,
    /// What gets the focus back, and for how many frames more it is asked for: egui refuses it to whatever lay
    /// under an overlay until the overlay has been gone for a whole frame.
    focus_back: Option<(egui::Id, u8)>,
    blank: bool,
    /// The screen is blank because nobody was at it.
    idle_over: bool,
    /// What was put away then is not on the disk.
    away_unsaved: bool,
    idle: Idle,
    moment: fn() -> Moment,
    clipboard: Clipboard,
    settings: Settings,
    kept_settings: settings::Kept,
    message: Option<String>,
    /// The message that was last drawn: another one is brought into view.
    message_drawn: Option<String>,
    report: Option<Report>,
    dialogs: Dialogs,
    /// Where a new file is offered to be saved, and what a path that does not begin at the top begins at.
    folder: PathBuf,
    /// What the case is left for once it is saved.
    after_save: Option<Leaving>,
    /// Leaving was agreed to.
    closing: bool,
    /// The arrival and the overlay that were last drawn, so that the focus is moved once for each.
    drawn: (u64, bool),
    /// Papers that were saved from here, which may be saved again in the same place.
    papers: Vec<PathBuf>,
    /// How far this start has got; `None` where nobody keeps count, as in tests.
    start: Option<Start>,
}

impl LonApp {
    /// A window at the start screen.
    ///
    /// # Errors
    /// The fault in the built-in theme, if it had one.
    pub fn new(
        ctx: &egui::Context,
        built_in: Arc<Framework>,
        clock: Clock,
    ) -> Result<Self, ron::error::SpannedError> {
        let theme = Theme::built_in()?;
        let appearance = Appearance::default();
        theme::install_fonts(ctx);
        theme.install(ctx, appearance);
        zoom::install(ctx);
        let clipboard = Clipboard::new(None, Moment::now);
        clipboard.install(ctx);
        let settings = Settings::default();
        Ok(Self {
            words: &ENGLISH,
            theme,
            appearance,
            clock,
            session: Session::new(Arc::clone(&built_in)),
            shelf: Shelf::new(Arc::clone(&built_in)),
            training: Training::new(Arc::clone(&built_in)),
            built_in,
            keeping: Keeping::default(),
            away: None,
            scratch: Scratch::default(),
            overlay: None,
            focus_before: None,
            focus_back: None,
            blank: false,
            idle_over: false,
            away_unsaved: false,
            idle: Idle::new(settings.lock_after(), Moment::now()),
            moment: Moment::now,
            clipboard,
            settings,
            kept_settings: settings::Kept::default(),
            message: None,
            message_drawn: None,
            report: None,
            dialogs: Dialogs::default(),
            folder: platform::save_folder(),
            after_save: None,
            closing: false,
            papers: Vec::new(),
            drawn: (0, false),
            start: None,
        })
    }

    /// The same window where no file window can be had and new files are offered to be saved in a folder.
    #[must_use]
    pub fn kept_in(self, folder: PathBuf) -> Self {
        Self { folder, dialogs: Dialogs::absent(), ..self }
    }

    /// Goes on in another window, as it stood in the one before.
    fn move_to(&mut self, ctx: &egui::Context, before: &egui::Context) {
        theme::install_fonts(ctx);
        self.theme.install(ctx, self.appearance);
        zoom::install(ctx);
        self.clipboard.install(ctx);
        ctx.set_zoom_factor(before.zoom_factor());
        // What had the focus is no part of this window, and a close that failed is not agreed to twice.
        (self.focus_before, self.focus_back) = (None, None);
        self.drawn = (0, false);
        self.closing = false;
    }

    /// The session, for whoever looks in from outside.
    pub fn session(&self) -> &Session {
        &self.session
    }

    fn view(&self, ctx: &egui::Context) -> ViewContext<'_> {
        ViewContext {
            words: self.words,
            look: self.theme.look(self.appearance, ctx.theme()),
            session: &self.session,
            scratch: &self.scratch,
            shelf: &self.shelf,
            training: &self.training,
            keeping: &self.keeping,
            built_in: &self.built_in,
            report: self.report.as_ref(),
            settings: self.settings,
            today: (self.clock.now)().date(),
            now: (self.clock.now)(),
            arriving: self.drawn.0 != self.session.arrivals(),
            wide: ctx.content_rect().width() >= self.theme.sizes.wide,
        }
    }

    fn window_ui(&self, ui: &mut egui::Ui) -> Vec<Action> {
        let ctx = ui.ctx().clone();
        let cx = self.view(&ctx);
        let mut actions = Vec::new();
        if let Some(left) = self.covered_soon() {
            overlays::covered_soon_ui(ui, &cx, left);
        }
        if self.blank {
            actions.extend(overlays::blank_ui(ui, &cx, self.covered()));
        } else if self.session.screen() == Screen::Training(Room::Present) {
            actions.extend(screens::training::present_ui(ui, &cx, self.message.as_deref()));
        } else {
            // In a low window the banner scrolls with the text, or nothing would be left of it.
            let low = ctx.content_rect().height() < 560.0;
            actions.extend(bar::ui(ui, &cx, low));
            if !low {
                actions.extend(bar::banner_panel_ui(ui, &cx));
            }
            // Painted, not left to the window's own ground: a picture of the page has no window.
            let paper = egui::Frame::new().fill(cx.look.colours.paper.0);
            egui::CentralPanel::no_frame().frame(paper).show(ui, |ui| {
                actions.extend(self.page_ui(ui, &cx, low));
            });
        }
        // While the screen is blank nothing of the check is drawn, and nothing typed in an overlay.
        let shown =
            |overlay: &&Overlay| !self.blank || matches!(overlay, Overlay::Danger | Overlay::Leave(_));
        if let Some(overlay) = self.overlay.as_ref().filter(shown) {
            let first = !self.drawn.1;
            actions.extend(overlays::ui(&ctx, &cx, overlay, first));
        }
        if self.session.screen() == Screen::Training(Room::Present) {
            actions.extend(screens::training::notes_window_ui(&ctx, &cx));
        }
        widgets::focus_ring_ui(&ctx, cx.look);
        actions
    }

    fn page_ui(&self, ui: &mut egui::Ui, cx: &ViewContext<'_>, low: bool) -> Vec<Action> {
        let mut actions = Vec::new();
        let columns = Columns {
            left: cx.wide && screens::answers_beside(cx.session.screen()),
            right: cx.wide && matches!(cx.session.screen(), Screen::Question(_)),
            whole: screens::wide(cx.session.screen()),
        };
        let arrivals = self.session.arrivals();
        widgets::columns_ui(ui, cx.look, columns, arrivals, |ui, column| match (column, cx.session.open()) {
            (Column::Middle, _) => {
                if low {
                    actions.extend(bar::banner_ui(ui, cx));
                    bar::framework_ui(ui, cx);
                }
                if let Some(message) = &self.message {
                    let fresh = self.message != self.message_drawn;
                    actions.extend(overlays::message_ui(ui, cx, message, fresh));
                }
                if !session::looks_up(cx.session.screen()) {
                    actions.extend(keeping::strip::ui(ui, cx));
                }
                actions.extend(screens::overdue_banner_ui(ui, cx));
                if cx.session.open().is_some_and(open::Open::training) {
                    widgets::bold_ui(ui, cx.look, cx.words.part.training_case);
                }
                if cx.arriving && self.overlay.is_none() {
                    widgets::arrive(ui.ctx());
                }
                actions.extend(screens::ui(ui, cx));
                widgets::settle(ui.ctx());
            }
            (Column::Left, Some(open)) => {
                actions.extend(screens::answers_ui(ui, cx, open));
            }
            (Column::Right, Some(open)) => {
                actions.extend(screens::help_ui(ui, cx, open));
            }
            (Column::Left | Column::Right, None) => {}
        });
        actions
    }
}

impl eframe::App for LonApp {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        let asked_to_close = ctx.input(|input| input.viewport().close_requested());
        if asked_to_close && !self.closing {
            self.save_kept(ctx);
        }
        if asked_to_close && self.session.unsaved() && !self.closing {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.apply(Action::Leave(Leaving::Quit, Unsaved::Ask), ctx, frame);
        }
        if asked_to_close && !self.closing && (self.would_lose_session() || self.would_lose_what_is_away()) {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
        }
        if let Some(outcome) = self.dialogs.outcome() {
            self.dialog_answered(outcome, ctx, frame);
        }
        // While the window is hidden nothing is drawn, and this alone is called.
        self.keep_up(ctx);
        self.watch(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.notice_hands(&ctx);
        let mut actions = commands::pressed(&ctx, self.session.open().is_some());
        let presenting = self.session.screen() == Screen::Training(Room::Present);
        if presenting && self.overlay.is_none() {
            actions.extend(training::keys::pressed(&ctx));
        }
        // What is hidden, or lies under something that asks a question, is not worked on.
        if self.blank || self.overlay.is_some() {
            let over =
                |a: &Action| matches!(a, Action::Blank | Action::Show(_) | Action::Quit | Action::Zoom(_));
            actions.retain(over);
        }
        self.take_answers(&ctx);
        if matches!(self.session.screen(), Screen::Training(_)) {
            self.training.ready(self.session.framework_in_use());
        }
        if self.session.screen() == Screen::Start {
            self.keeping.ready();
        }
        let account = self.session.open().map_or("", |open| &open.case().account.text);
        let (framework, screen) = (self.session.framework_shown(), self.session.screen());
        self.shelf.ready(framework, screen, &self.scratch.search, account);
        self.shelf.ready_other(&self.session, self.scratch.other_area.as_deref());
        if let Some((id, frames)) = self.focus_back.take() {
            ctx.memory_mut(|memory| memory.request_focus(id));
            self.focus_back = (frames > 1).then_some((id, frames - 1));
            ctx.request_repaint();
        }
        actions.extend(self.drop_ui(&ctx));
        actions.extend(self.window_ui(ui));
        self.message_drawn.clone_from(&self.message);
        self.drawn = (self.session.arrivals(), self.overlay.is_some());
        if !actions.is_empty() {
            ctx.request_repaint();
        }
        if let Some(start) = &mut self.start {
            start.drew(&ctx, !actions.is_empty());
        }
        for action in actions {
            self.apply(action, &ctx, frame);
        }
        self.keep_up(&ctx);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn persist_egui_memory(&self) -> bool {
        // What was typed must not be left in a settings file.
        false
    }
}
