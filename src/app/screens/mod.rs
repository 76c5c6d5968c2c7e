//! The screens, one a file: each draws what it is shown and returns what is asked for.

mod about;
mod after;
mod answer;
mod answers;
mod areas;
mod call;
mod check;
mod completeness;
mod concerns;
mod decision;
mod duty;
mod family;
mod frameworks;
mod help;
mod injuries;
mod ladder;
mod look_up;
mod map;
mod own_view;
mod paper;
mod phone_now;
mod question;
mod referral;
mod safety;
mod sign;
mod start;
mod suggestion;
mod told;
pub mod training;
mod when;
mod words;
mod worry;

use std::path::PathBuf;

use eframe::egui::Ui;

pub use self::{after::banner_ui as overdue_banner_ui, answers::ui as answers_ui, help::ui as help_ui};
use super::{
    action::Action,
    journey::Screen,
    view::{Scratch, ViewContext},
    widgets::{PathBox, path_ui, primary_ui, quiet_ui},
};
use crate::case::Change;
use about::{due_ui, pick_ui};

/// The screen one is on.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let screen = cx.session.screen();
    if let Screen::Training(room) = screen {
        return training::ui(ui, cx, room);
    }
    let Some(open) = cx.session.open() else {
        return match screen {
            Screen::Frameworks => frameworks::ui(ui, cx),
            Screen::LookUp => look_up::ui(ui, cx),
            Screen::Map => map::ui(ui, cx),
            Screen::Sign(sign) => sign::ui(ui, cx, sign),
            Screen::Ladder(question) => ladder::ui(ui, cx, question),
            Screen::Duty(duty) => duty::ui(ui, cx, duty),
            _ => start::ui(ui, cx),
        };
    };
    match screen {
        Screen::Start | Screen::Training(_) => start::ui(ui, cx),
        Screen::Frameworks => frameworks::ui(ui, cx),
        Screen::LookUp => look_up::ui(ui, cx),
        Screen::Map => map::ui(ui, cx),
        Screen::Sign(sign) => sign::ui(ui, cx, sign),
        Screen::Ladder(question) => ladder::ui(ui, cx, question),
        Screen::Duty(duty) => duty::ui(ui, cx, duty),
        Screen::Safety => safety::ui(ui, cx, open),
        Screen::About => about::ui(ui, cx, open),
        Screen::Worry => worry::ui(ui, cx, open),
        Screen::Concerns => concerns::ui(ui, cx, open),
        Screen::Injuries => injuries::ui(ui, cx, open),
        Screen::Question(question) => question::ui(ui, cx, open, question),
        Screen::Told => told::ui(ui, cx, open),
        Screen::Check => check::ui(ui, cx, open),
        Screen::OwnView => own_view::ui(ui, cx, open),
        Screen::PhoneNow => phone_now::ui(ui, cx, open),
        Screen::Suggestion => suggestion::ui(ui, cx, open),
        Screen::Areas => areas::ui(ui, cx, open),
        Screen::Decision => decision::ui(ui, cx, open),
        Screen::Call => call::ui(ui, cx, open),
        Screen::Referral => referral::ui(ui, cx, open),
        Screen::After => after::ui(ui, cx, open),
    }
}

/// Whether the answers so far stand beside a screen, where there is room.
pub fn answers_beside(screen: Screen) -> bool {
    match screen {
        Screen::Safety
        | Screen::About
        | Screen::Worry
        | Screen::Concerns
        | Screen::Injuries
        | Screen::Question(_)
        | Screen::Told
        | Screen::OwnView => true,
        Screen::Start
        | Screen::Frameworks
        | Screen::Check
        | Screen::Suggestion
        | Screen::Areas
        | Screen::Decision
        | Screen::Call
        | Screen::Referral
        | Screen::After
        | Screen::PhoneNow
        | Screen::LookUp
        | Screen::Map
        | Screen::Sign(_)
        | Screen::Ladder(_)
        | Screen::Duty(_)
        | Screen::Training(_) => false,
    }
}

/// Whether a screen is a picture that needs the whole width, and not a column of text.
pub fn wide(screen: Screen) -> bool {
    matches!(screen, Screen::Map | Screen::Ladder(_) | Screen::Areas)
}

/// *Continue* and *Back*, at the end of what they act on.
pub fn nav_ui(ui: &mut Ui, cx: &ViewContext<'_>, next: &str) -> Vec<Action> {
    moves_ui(ui, cx, next, true)
}

/// The same where nothing was done yet: going on is possible, and nothing calls for it.
pub fn skip_ui(ui: &mut Ui, cx: &ViewContext<'_>, next: &str) -> Vec<Action> {
    moves_ui(ui, cx, next, false)
}

fn moves_ui(ui: &mut Ui, cx: &ViewContext<'_>, next: &str, strong: bool) -> Vec<Action> {
    let mut actions = Vec::new();
    ui.add_space(cx.look.sizes.gap * 1.5);
    ui.horizontal_wrapped(|ui| {
        let pressed = if strong { primary_ui(ui, cx.look, next) } else { quiet_ui(ui, cx.look, next) };
        if pressed {
            actions.push(Action::Next);
        }
        if quiet_ui(ui, cx.look, cx.words.shell.back) {
            actions.push(Action::Back);
        }
    });
    if !cx.wide && answers_beside(cx.session.screen()) {
        actions.extend(answers_below_ui(ui, cx));
    }
    actions
}

/// The answers so far, below the screen where there is no room beside it.
fn answers_below_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let words = &cx.words.asking;
    let shown = cx.scratch.answers_shown;
    let label = if shown { words.answers_hide } else { words.answers_show };
    super::widgets::divider_ui(ui, cx.look);
    if quiet_ui(ui, cx.look, label) {
        actions.push(scratch(cx, |s| s.answers_shown = !shown));
    }
    if let Some(open) = cx.session.open().filter(|_| shown) {
        actions.extend(answers_ui(ui, cx, open));
    }
    actions
}

/// A change of what is typed or unfolded on screen.
fn scratch(cx: &ViewContext<'_>, edit: impl FnOnce(&mut Scratch)) -> Action {
    let mut scratch = cx.scratch.clone();
    edit(&mut scratch);
    Action::Scratch(scratch)
}

/// The page's field for a path, and what is done with the path that was typed there.
fn typed_path_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    path: PathBox<'_>,
    action: impl FnOnce(PathBuf) -> Action,
) -> Vec<Action> {
    let typed = path_ui(ui, cx.look, path, &cx.scratch.path);
    let changed = typed.changed.map(|path| scratch(cx, |s| s.path = path));
    changed.into_iter().chain(typed.used.map(action)).collect()
}

/// A change of the case, where a part of it was edited.
fn changed<T: PartialEq>(now: T, was: &T, change: impl FnOnce(T) -> Change) -> Option<Action> {
    (now != *was).then(|| Action::Change(change(now)))
}
