//! What is asked over the page about checks that are kept: passphrases, damaged files, deleting, opening again.

use eframe::egui::Ui;

use super::{Asked, Editions, Keep, Typing};
use crate::{
    app::{
        action::Action,
        say,
        view::ViewContext,
        widgets::{
            FieldBox, bold_ui, fault_ui, field_ui, paragraph_ui, primary_ui, quiet_ui, secret_ui, soft_ui,
        },
    },
    words::fill,
};

const PASSPHRASE: &str = "passphrase";

/// What a box is called.
pub fn title(cx: &ViewContext<'_>, asked: &Asked) -> String {
    let words = &cx.words.keeping;
    match asked {
        Asked::Choose => words.choose_title.to_owned(),
        Asked::Unlock => words.unlock_title.to_owned(),
        Asked::Unseal(_) => words.unseal_title.to_owned(),
        Asked::Sheet => words.sheet_title.to_owned(),
        Asked::Damaged { code, good: Some((at, _)), unread, .. } => {
            let said = if *unread { words.unread_copy } else { words.list_damaged };
            fill(said, &[code, &say::at(*at, cx.today)])
        }
        Asked::Damaged { code, good: None, unread, .. } => {
            fill(if *unread { words.list_unread_one } else { words.list_damaged_no_copy }, &[code])
        }
        Asked::LeftOpen { .. } => words.left_title.to_owned(),
        Asked::Delete { code, .. } => fill(words.delete_title, &[code]),
        Asked::Again { since: Some(day), .. } => fill(words.since_title, &[&say::date(*day)]),
        Asked::Again { since: None, .. } => words.editions_title.to_owned(),
    }
}

/// What stands in a box.
pub fn content_ui(ui: &mut Ui, cx: &ViewContext<'_>, asked: &Asked) -> Vec<Action> {
    let (words, look) = (&cx.words.keeping, cx.look);
    let typing = cx.keeping.typing();
    let mut now = typing.clone();
    let mut done = None;
    match asked {
        Asked::Choose => {
            paragraph_ui(ui, if typing.sheet.is_some() { words.new_passphrase } else { words.choose_text });
            bold_ui(ui, look, words.no_recovery);
            soft_ui(ui, look, words.working_copy);
            let field =
                FieldBox { key: PASSPHRASE, label: words.passphrase, hint: words.choose_hint, rows: 1 };
            secret_ui(ui, look, field, now.passphrase.typed());
            let field =
                FieldBox { key: "passphrase again", label: words.passphrase_again, hint: "", rows: 1 };
            if secret_ui(ui, look, field, now.again.typed()) {
                done = Some(Keep::Choose);
            }
        }
        Asked::Unlock => {
            paragraph_ui(ui, words.unlock_text);
            let field = FieldBox { key: PASSPHRASE, label: words.passphrase, hint: "", rows: 1 };
            if secret_ui(ui, look, field, now.passphrase.typed()) {
                done = Some(Keep::Unlock);
            }
        }
        Asked::Unseal(_) => {
            paragraph_ui(ui, words.unseal_text);
            let field = FieldBox { key: PASSPHRASE, label: words.passphrase, hint: "", rows: 1 };
            if secret_ui(ui, look, field, now.passphrase.typed()) {
                done = Some(Keep::Unseal);
            }
        }
        Asked::Sheet => {
            paragraph_ui(ui, words.sheet_text);
        }
        Asked::Damaged { .. } => {}
        Asked::LeftOpen { who, .. } => {
            let since = say::at(who.since, cx.today);
            paragraph_ui(ui, &fill(words.left_text, &[&who.user, &who.computer, &since]));
        }
        Asked::Delete { .. } => {
            paragraph_ui(ui, words.delete_text);
        }
        Asked::Again { since, editions } => again_ui(ui, cx, *since, editions.as_deref(), &mut now),
    }
    if let Some(fault) = &typing.fault {
        fault_ui(ui, look, PASSPHRASE, fault);
    }
    let mut actions = Vec::new();
    if now != *typing {
        now.fault = None;
        actions.push(Action::Keep(Keep::Typed(Box::new(now))));
    }
    actions.extend(done.map(Action::Keep));
    actions
}

fn again_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    since: Option<jiff::civil::Date>,
    editions: Option<&Editions>,
    now: &mut Typing,
) {
    let (words, look) = (&cx.words.keeping, cx.look);
    if let Some(editions) = editions {
        if since.is_some() {
            bold_ui(ui, look, words.editions_title);
        }
        paragraph_ui(ui, words.editions_text);
        let sides = [
            (words.editions_then, &editions.then, &editions.level_then),
            (words.editions_now, &editions.now, &editions.level_now),
        ];
        for (label, edition, level) in sides {
            bold_ui(ui, look, &fill(label, &[edition]));
            paragraph_ui(ui, if level.is_empty() { words.editions_not_shown } else { level });
        }
    }
    if let Some(since) = since {
        paragraph_ui(ui, &fill(words.since_text, &[&say::date(since)]));
        let field = FieldBox { key: "news", label: words.since_field, hint: "", rows: 4 };
        field_ui(ui, look, field, &mut now.news);
    }
}

/// The buttons of a box.
pub fn foot_ui(ui: &mut Ui, cx: &ViewContext<'_>, asked: &Asked) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.keeping, cx.look);
    let mut does = |keep: Keep| actions.push(Action::Keep(keep));
    let away = match asked {
        Asked::Choose => {
            if primary_ui(ui, look, words.choose) {
                does(Keep::Choose);
            }
            Some(words.not_now)
        }
        Asked::Unlock => {
            if primary_ui(ui, look, words.unlock) {
                does(Keep::Unlock);
            }
            if quiet_ui(ui, look, words.first_time) {
                does(Keep::Ask(Box::new(Asked::Choose)));
            }
            Some(words.not_now)
        }
        Asked::Unseal(_) => {
            if primary_ui(ui, look, words.unseal) {
                does(Keep::Unseal);
            }
            Some(words.not_now)
        }
        Asked::Sheet => {
            if primary_ui(ui, look, words.sheet_save) {
                does(Keep::Sheet);
            }
            if quiet_ui(ui, look, words.sheet_done) {
                does(Keep::Done);
            }
            None
        }
        Asked::Damaged { id, good, .. } => {
            if let Some((at, path)) = good
                && primary_ui(ui, look, &fill(words.open_good, &[&say::at(*at, cx.today)]))
            {
                does(Keep::OpenEarlier(id.clone(), path.clone()));
            }
            Some(words.back)
        }
        Asked::LeftOpen { id, .. } => {
            if quiet_ui(ui, look, words.left_over) {
                does(Keep::TakeOver(id.clone()));
            }
            Some(words.back)
        }
        Asked::Delete { id, .. } => {
            // What cannot be had back is never what the keyboard stands on first.
            if quiet_ui(ui, look, words.back) {
                actions.push(Action::CloseOverlay);
            }
            let filed = quiet_ui(ui, look, words.delete_filed);
            if quiet_ui(ui, look, words.delete_not_needed) || filed {
                actions.push(Action::Keep(Keep::Delete(id.clone())));
            }
            None
        }
        Asked::Again { since: Some(_), .. } => {
            if primary_ui(ui, look, words.since_add) {
                does(Keep::News);
            }
            Some(words.since_nothing)
        }
        Asked::Again { since: None, .. } => {
            if primary_ui(ui, look, words.sheet_done) {
                actions.push(Action::CloseOverlay);
            }
            None
        }
    };
    if let Some(label) = away
        && quiet_ui(ui, look, label)
    {
        actions.push(Action::CloseOverlay);
    }
    actions
}

/// In the box that asks where to save: with what a file for a colleague is sealed.
pub fn for_file_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Option<Action> {
    if !cx.keeping.at_hand() {
        return None;
    }
    let words = &cx.words.keeping;
    let typing = cx.keeping.typing();
    let mut now = typing.clone();
    // Shown as it is typed: it is told to somebody, and a slip would keep them out.
    let field = FieldBox { key: PASSPHRASE, label: words.for_file, hint: words.for_file_hint, rows: 1 };
    field_ui(ui, cx.look, field, now.passphrase.typed());
    if typing.passphrase.is_empty() {
        bold_ui(ui, cx.look, words.file_not_sealed);
    }
    if let Some(fault) = &typing.fault {
        fault_ui(ui, cx.look, PASSPHRASE, fault);
    }
    now.fault = if now.passphrase == typing.passphrase { now.fault } else { None };
    (now != *typing).then(|| Action::Keep(Keep::Typed(Box::new(now))))
}
