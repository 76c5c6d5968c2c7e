//! What lies over the screens: danger now, the blank screen, shortcuts, saving and leaving.

mod cover;

use std::path::PathBuf;

use eframe::egui::{self, Align, Context, Ui};

pub use self::cover::{blank_ui, covered_soon_ui};
use super::{
    action::{Action, Leaving, Overlay, Unsaved},
    apply, commands,
    keeping::boxes,
    platform::Ask,
    say,
    training::keys,
    view::{Scratch, ViewContext},
    widgets::{
        FieldBox, Tone, bold_ui, bullets_ui, callout_ui, entry_ui, heading_ui, modal_ui, page_heading_ui,
        paragraph_ui, primary_ui, quiet_ui, small_ui, soft_ui, status_ui,
    },
};
use crate::framework::{Framework, model::Contact};

/// The overlay that is open; `first` is the first time it is drawn.
pub fn ui(ctx: &Context, cx: &ViewContext<'_>, overlay: &Overlay, first: bool) -> Vec<Action> {
    let words = cx.words;
    let name = match overlay {
        Overlay::Danger => words.danger.title,
        Overlay::Shortcuts => words.shell.shortcuts_title,
        Overlay::Cover => words.cover.after_title,
        Overlay::SaveAs => words.files.save_title,
        Overlay::Leave(_) => words.files.leave_title,
        Overlay::Keep(asked) => &boxes::title(cx, asked),
    };
    let (mut actions, mut below) = (Vec::new(), Vec::new());
    let content = |ui: &mut Ui| {
        // What is read begins at its heading; what asks for something, at what it asks for.
        match overlay {
            Overlay::Danger | Overlay::Shortcuts | Overlay::Cover => page_heading_ui(ui, cx.look, name),
            Overlay::SaveAs | Overlay::Leave(_) | Overlay::Keep(_) => heading_ui(ui, cx.look, 1, name),
        };
        match overlay {
            Overlay::Danger => danger_ui(ui, cx),
            Overlay::Shortcuts => shortcuts_ui(ui, cx),
            Overlay::Cover => actions.extend(cover::after_ui(ui, cx)),
            Overlay::SaveAs => {
                actions.extend(save_field_ui(ui, cx));
                actions.extend(boxes::for_file_ui(ui, cx));
            }
            Overlay::Leave(_) => {
                paragraph_ui(ui, words.files.leave_text);
            }
            Overlay::Keep(asked) => actions.extend(boxes::content_ui(ui, cx, asked)),
        }
    };
    let foot = |ui: &mut Ui| {
        ui.horizontal_wrapped(|ui| match overlay {
            Overlay::Danger => below.extend(close_ui(ui, cx, words.danger.back_to_check)),
            Overlay::Shortcuts | Overlay::Cover => below.extend(close_ui(ui, cx, words.shell.close)),
            Overlay::SaveAs => below.extend(save_ui(ui, cx)),
            Overlay::Leave(leaving) => below.extend(leave_ui(ui, cx, leaving)),
            Overlay::Keep(asked) => below.extend(boxes::foot_ui(ui, cx, asked)),
        });
    };
    let close = modal_ui(ctx, cx.look, name, first, content, foot);
    actions.extend(below);
    if close {
        actions.push(Action::CloseOverlay);
    }
    actions
}

fn close_ui(ui: &mut Ui, cx: &ViewContext<'_>, label: &str) -> Option<Action> {
    primary_ui(ui, cx.look, label).then_some(Action::CloseOverlay)
}

/// What to do at once, from the framework's own pathway for danger now and contacts.
fn danger_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let (words, look) = (&cx.words.danger, cx.look);
    let framework = cx.session.framework();
    bold_ui(ui, look, words.ring_999);
    paragraph_ui(ui, words.stay);
    paragraph_ui(ui, words.do_not_wait);
    // Where a framework has no pathway for danger now, the most urgent that calls for the telephone.
    let urgent = || framework.pathways.iter().rev().find(|pathway| pathway.phone_now);
    let steps = framework.danger_now().or_else(urgent).map(|pathway| &pathway.steps);
    let steps: Vec<String> = steps.into_iter().flatten().map(|step| step.text.clone()).collect();
    if !steps.is_empty() {
        heading_ui(ui, look, 2, words.what_to_do);
        bullets_ui(ui, &steps);
    }
    heading_ui(ui, look, 2, words.whom_to_ring);
    for contact in urgent_contacts(framework) {
        bold_ui(ui, look, &contact.title);
        paragraph_ui(ui, &say::phone(cx.words, contact, cx.today));
        if let Some(note) = &contact.note {
            soft_ui(ui, look, note);
        }
    }
}

/// Whom the pathways that call for the telephone name, the most urgent first.
fn urgent_contacts(framework: &Framework) -> Vec<&Contact> {
    let mut found = Vec::new();
    for pathway in framework.pathways.iter().rev().filter(|p| p.phone_now) {
        let named = pathway.steps.iter().filter_map(|step| step.contact);
        for contact in std::iter::once(pathway.contact).chain(named) {
            if !found.contains(&contact) {
                found.push(contact);
            }
        }
    }
    found.into_iter().map(|at| &framework[at]).collect()
}

/// From this width on a key stands beside what it does, and not above it.
const KEYS_BESIDE: f32 = 480.0;

/// How one gets about, then every command that has a key, in the menu's parts.
fn shortcuts_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let words = &cx.words.shell;
    let moving = [
        (words.key_tab, words.key_tab_does),
        (words.key_space, words.key_space_does),
        (words.key_enter, words.key_enter_does),
        (words.key_arrows, words.key_arrows_does),
        (words.key_map_arrows, words.key_map_arrows_does),
        (words.key_map_sizes, words.key_map_sizes_does),
        (words.key_escape, words.key_escape_does),
    ];
    let moving = moving.map(|(key, does)| (key.to_owned(), does)).to_vec();
    keys_ui(ui, cx, words.shortcuts_moving, &moving);
    keys_ui(ui, cx, cx.words.presenting.keys_title, &keys::rows(cx.words));
    for (place, title) in commands::places(cx.words) {
        let here = commands::ALL.iter().filter(|command| command.place == place);
        let rows = here.filter_map(|command| {
            let keys: Vec<String> = command.keys().map(|key| in_words(ui, key)).collect();
            let label = (command.label)(&cx.words.commands);
            (!keys.is_empty()).then(|| (keys.join(&format!(" {} ", words.key_or)), label))
        });
        let rows: Vec<(String, &str)> = rows.collect();
        keys_ui(ui, cx, title, &rows);
    }
}

/// A key as it stands on the keyboard: `?` and not its name.
fn in_words(ui: &Ui, key: egui::KeyboardShortcut) -> String {
    match key.logical_key {
        sign @ egui::Key::Questionmark if key.modifiers.is_none() => sign.symbol_or_name().to_owned(),
        _ => ui.ctx().format_shortcut(&key),
    }
}

fn keys_ui(ui: &mut Ui, cx: &ViewContext<'_>, title: &str, rows: &[(String, &str)]) {
    heading_ui(ui, cx.look, 2, title);
    if ui.available_width() < KEYS_BESIDE {
        for (key, does) in rows {
            bold_ui(ui, cx.look, key);
            paragraph_ui(ui, does);
            ui.add_space(cx.look.sizes.gap / 2.0);
        }
        return;
    }
    let grid = egui::Grid::new(("shortcuts", title)).num_columns(2).min_col_width(220.0).min_row_height(28.0);
    grid.show(ui, |ui| {
        for (key, does) in rows {
            bold_ui(ui, cx.look, key);
            paragraph_ui(ui, does);
            ui.end_row();
        }
    });
}

fn save_field_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Option<Action> {
    let words = &cx.words.files;
    let mut path = cx.scratch.path.clone();
    let field = FieldBox { key: "save path", label: words.save_path, hint: words.save_hint, rows: 1 };
    let typed = entry_ui(ui, cx.look, field, &mut path);
    if typed.entered && !path.trim().is_empty() {
        return Some(Action::SaveTo(PathBuf::from(path.trim())));
    }
    typed.changed.then(|| Action::Scratch(Scratch { path, ..cx.scratch.clone() }))
}

fn save_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let words = &cx.words.files;
    let path = cx.scratch.path.trim();
    if primary_ui(ui, cx.look, words.save_here) && !path.is_empty() {
        actions.push(Action::SaveTo(PathBuf::from(path)));
    }
    if quiet_ui(ui, cx.look, words.choose_place)
        && let Some(open) = cx.session.open()
    {
        let name = apply::file_name(open.case());
        actions.push(Action::Dialog(Ask::SaveCase(name)));
    }
    if quiet_ui(ui, cx.look, words.leave_stay) {
        actions.push(Action::CloseOverlay);
    }
    actions
}

fn leave_ui(ui: &mut Ui, cx: &ViewContext<'_>, leaving: &Leaving) -> Vec<Action> {
    let words = &cx.words.files;
    let mut actions = Vec::new();
    if primary_ui(ui, cx.look, words.leave_save) {
        actions.push(Action::Leave(leaving.clone(), Unsaved::Save));
    }
    if quiet_ui(ui, cx.look, words.leave_anyway) {
        actions.push(Action::Leave(leaving.clone(), Unsaved::Lose));
    }
    if quiet_ui(ui, cx.look, words.leave_stay) {
        actions.push(Action::CloseOverlay);
    }
    actions
}

/// A message at the top of the page, which a screen reader speaks; a `fresh` one is scrolled to.
pub fn message_ui(ui: &mut Ui, cx: &ViewContext<'_>, message: &str, fresh: bool) -> Vec<Action> {
    let dismiss = cx.words.shell.dismiss;
    callout_ui(ui, cx.look, Tone::Notice, "", |ui| {
        let said = status_ui(ui, message);
        if fresh {
            said.scroll_to_me(Some(Align::Center));
        }
        if small_ui(ui, cx.look, dismiss, dismiss) { vec![Action::Dismiss] } else { Vec::new() }
    })
}
