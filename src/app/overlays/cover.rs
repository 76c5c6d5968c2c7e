//! The covered screen, what is said before it comes, and after how long that is.

use std::time::Duration;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui};

use crate::{
    app::{
        action::Action,
        cover::Covered,
        keeping::Keep,
        settings::MINUTES,
        view::ViewContext,
        widgets::{
            Choice, FieldBox, bold_ui, choice_ui, fault_ui, heading_ui, paragraph_ui, primary_ui, secret_ui,
            soft_ui, status_ui, strong,
        },
    },
    words::fill,
};

/// The blank screen: nothing of the check is drawn, or told to a screen reader.
///
/// Where it came because nobody was at it, it says so, and asks for the passphrase where there is one.
pub fn blank_ui(ui: &mut Ui, cx: &ViewContext<'_>, covered: Covered) -> Vec<Action> {
    let mut actions = Vec::new();
    let words = cx.words;
    let frame = Frame::new().fill(cx.look.colours.paper.0).inner_margin(Margin::same(28));
    CentralPanel::no_frame().frame(frame).show(ui, |ui| {
        let minutes = (cx.settings.lock_after().as_secs() / 60).to_string();
        match covered {
            Covered::Asked => {
                heading_ui(ui, cx.look, 1, words.shell.blank_title);
                paragraph_ui(ui, words.shell.blank_text);
            }
            Covered::Untouched => {
                heading_ui(ui, cx.look, 1, words.cover.title);
                paragraph_ui(ui, &fill(words.cover.text, &[&minutes]));
                paragraph_ui(ui, words.cover.no_passphrase);
            }
            Covered::Locked { unsaved } => {
                heading_ui(ui, cx.look, 1, words.cover.locked_title);
                paragraph_ui(ui, &fill(words.cover.locked_text, &[&minutes]));
                if unsaved {
                    bold_ui(ui, cx.look, words.cover.locked_unsaved);
                }
                actions.extend(unlock_ui(ui, cx));
                return;
            }
        }
        if primary_ui(ui, cx.look, words.shell.blank_show) {
            actions.push(Action::Blank);
        }
    });
    actions
}

/// The passphrase that was chosen, to go on where one was.
fn unlock_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let typing = cx.keeping.typing();
    let mut now = typing.clone();
    let field =
        FieldBox { key: "passphrase to go on", label: cx.words.keeping.passphrase, hint: "", rows: 1 };
    let entered = secret_ui(ui, cx.look, field, now.passphrase.typed());
    if let Some(fault) = &typing.fault {
        fault_ui(ui, cx.look, field.key, fault);
    }
    let mut actions = Vec::new();
    if now != *typing {
        now.fault = None;
        actions.push(Action::Keep(Keep::Typed(Box::new(now))));
    }
    if primary_ui(ui, cx.look, cx.words.cover.unlock) || entered {
        actions.push(Action::ComeBack);
    }
    actions
}

/// A line at the foot of the window, which a screen reader speaks: it is covered soon unless somebody is there.
pub fn covered_soon_ui(ui: &mut Ui, cx: &ViewContext<'_>, left: Duration) {
    let colours = cx.look.colours;
    let frame = Frame::new().fill(colours.notice.0).inner_margin(Margin::symmetric(14, 8));
    let said = fill(cx.words.cover.soon, &[&left.as_secs().max(1).to_string()]);
    Panel::bottom("covered soon").resizable(false).frame(frame).show(ui, |ui| {
        status_ui(ui, strong(cx.look, &said));
    });
}

/// After how many minutes untouched the screen is covered.
pub fn after_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Option<Action> {
    let words = &cx.words.cover;
    paragraph_ui(ui, words.after_text);
    let texts = MINUTES.map(|minutes| fill(words.minutes, &[&minutes.to_string()]));
    let choices: Vec<Choice<'_>> = texts.iter().map(|text| Choice::new(text)).collect();
    let now = cx.settings.lock_after().as_secs() / 60;
    let chosen = MINUTES.iter().position(|minutes| u64::from(*minutes) == now);
    let asked = choice_ui(ui, cx.look, "cover after", words.after_title, chosen, &choices);
    soft_ui(ui, cx.look, words.after_hint);
    asked.map(|at| Action::CoverAfter(MINUTES[at]))
}
