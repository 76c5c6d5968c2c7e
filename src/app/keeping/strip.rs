//! One line at the top of a check: whether it is saved, and what to do where it is not.

use eframe::egui::{Align, Layout, Ui, vec2};

use super::{Asked, Keep, Standing};
use crate::{
    app::{
        action::Action,
        say,
        view::ViewContext,
        widgets::{Tone, callout_ui, quiet_ui, small_text_ui, small_ui, status_ui},
    },
    words::fill,
};

/// As high as the highest line is, so that the page below stays where it is from one to the next.
const ROW: f32 = 38.0;

/// The line; nothing where nothing needs saying.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    if !cx.keeping.at_hand() {
        return Vec::new();
    }
    // In a room of its own even when empty: what is below keeps the focus when the line comes and goes.
    ui.scope(|ui| line_ui(ui, cx)).inner
}

fn line_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let Some(open) = cx.session.open() else { return actions };
    let (words, look) = (&cx.words.keeping, cx.look);
    match cx.keeping.standing(open) {
        Standing::Quiet => {}
        Standing::Begun => row_ui(ui, |_| {}),
        Standing::NotYet => {
            row_ui(ui, |ui| {
                small_text_ui(ui, look, words.not_yet);
                if small_ui(ui, look, words.keep, words.keep) {
                    let asked = if cx.keeping.in_use() { Asked::Unlock } else { Asked::Choose };
                    actions.push(Action::Keep(Keep::Ask(Box::new(asked))));
                }
            });
        }
        Standing::Saving => row_ui(ui, |ui| {
            small_text_ui(ui, look, words.saving);
        }),
        Standing::Saved(at) => {
            let said = if cx.keeping.unsealed() { words.saved_open } else { words.saved };
            row_ui(ui, |ui| {
                small_text_ui(ui, look, &fill(said, &[&say::at(at, cx.today)]));
            });
        }
        Standing::Unlocked { at, why } => {
            small_text_ui(ui, look, &fill(words.saved_no_lock, &[&say::at(at, cx.today), why]));
        }
        Standing::Failed { why, since } => {
            callout_ui(ui, look, Tone::Danger, "", |ui| {
                let said = match since {
                    Some(since) => fill(words.not_saved, &[&say::at(since, cx.today), why]),
                    None => fill(words.never_saved, &[why]),
                };
                status_ui(ui, said);
                ui.horizontal_wrapped(|ui| {
                    if quiet_ui(ui, look, words.now) {
                        actions.push(Action::Keep(Keep::Now));
                    }
                    if quiet_ui(ui, look, words.elsewhere) {
                        actions.push(Action::SaveAs);
                    }
                });
            });
        }
        Standing::ReadOnly(who) => {
            callout_ui(ui, look, Tone::Notice, "", |ui| {
                let said = match who {
                    Some(who) => fill(words.read_only, &[&who.user, &say::at(who.since, cx.today)]),
                    None => words.read_only_somebody.to_owned(),
                };
                status_ui(ui, said);
                if let Some(id) = cx.keeping.open_id().filter(|_| quiet_ui(ui, look, words.again)) {
                    actions.push(Action::Keep(Keep::Open(id.to_owned())));
                }
            });
        }
    }
    actions
}

/// A line of the same height whatever it says, and if it says nothing yet.
fn row_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let line = Layout::left_to_right(Align::Center).with_main_wrap(true);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), ROW), line, |ui| {
        ui.set_min_height(ROW);
        add(ui);
    });
}
