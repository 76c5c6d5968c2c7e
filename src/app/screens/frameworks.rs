//! The framework in use, another to open, and what was found in it.

use std::sync::Arc;

use eframe::egui::Ui;

use super::{scratch, typed_path_ui};
use crate::{
    app::{
        action::Action,
        book::Book,
        journey::Screen,
        platform::Ask,
        say,
        view::ViewContext,
        widgets::{
            PathBox, Tone, bold_ui, callout_ui, code_ui, divider_ui, heading_ui, paragraph_ui, path_ui,
            primary_ui, quiet_ui, row_text_ui,
        },
    },
    framework::builtin,
    words::fill,
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.frameworks, cx.look);
    heading_ui(ui, look, 1, words.title);
    if let Some(report) = cx.report {
        callout_ui(ui, look, Tone::Notice, words.faults_title, |ui| {
            if !report.refused {
                paragraph_ui(ui, words.warned);
            }
            if quiet_ui(ui, look, words.copy_faults) {
                actions.push(Action::Copy(report.text.clone()));
            }
            code_ui(ui, look, &report.text);
        });
    }
    let in_use = cx.session.framework_in_use();
    let about = &in_use.about;
    heading_ui(ui, look, 2, words.in_use);
    bold_ui(ui, look, &about.title);
    let opened = !Arc::ptr_eq(in_use, cx.built_in);
    let from = if opened { words.opened } else { words.built_in };
    paragraph_ui(ui, from);
    let concerns: Vec<&str> = in_use.concerns.iter().map(|c| c.title.as_str()).collect();
    let print: String = about.fingerprint.chars().take(12).collect();
    let rows = [
        (words.area, about.area.clone()),
        (words.edition, about.edition.clone()),
        (words.status, say::status(cx.words, in_use)),
        (words.valid_from, say::date(about.valid_from)),
        (words.review_by, say::date(about.review_by)),
        (words.concerns, concerns.join(", ")),
        (words.fingerprint, print),
    ];
    for (label, value) in rows {
        row_text_ui(ui, look, label, &value);
    }
    if opened && quiet_ui(ui, look, words.use_built_in) {
        actions.push(Action::UseBuiltIn(cx.built_in.about.id.to_string()));
    }
    divider_ui(ui, look);
    heading_ui(ui, look, 2, words.others_title);
    paragraph_ui(ui, words.others_text);
    let here = about.id.as_str();
    for (id, title) in builtin::others().iter().filter(|(id, _)| *id != here) {
        if quiet_ui(ui, look, &fill(words.use_other, &[title])) {
            actions.push(Action::UseBuiltIn((*id).to_owned()));
        }
    }
    divider_ui(ui, look);
    actions.extend(book_ui(ui, cx));
    divider_ui(ui, look);
    heading_ui(ui, look, 2, words.open_title);
    paragraph_ui(ui, words.open_text);
    if quiet_ui(ui, look, words.open) {
        actions.push(Action::Dialog(Ask::OpenFramework));
    }
    let path = PathBox { key: "framework path", label: words.open_path, hint: "", go: words.open_path_go };
    actions.extend(typed_path_ui(ui, cx, path, Action::OpenFramework));
    ui.add_space(look.sizes.gap);
    if primary_ui(ui, look, cx.words.shell.back) {
        actions.push(Action::Go(Screen::Start));
    }
    actions
}

/// The framework in use on paper: as a handbook, or as one sheet.
fn book_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.frameworks, cx.look);
    heading_ui(ui, look, 2, words.book_title);
    paragraph_ui(ui, words.book_text);
    ui.horizontal_wrapped(|ui| {
        for (label, book) in [(words.book, Book::Handbook), (words.wall, Book::Wall)] {
            if quiet_ui(ui, look, label) {
                actions.push(Action::SaveBook(book));
            }
        }
    });
    if let Some((book, path)) = &cx.scratch.book {
        let place = PathBox { key: "book path", label: words.book_path, hint: "", go: words.book_save_there };
        let typed = path_ui(ui, look, place, path);
        if let Some(path) = typed.changed {
            actions.push(scratch(cx, |s| s.book = Some((*book, path))));
        }
        actions.extend(typed.used.map(|path| Action::SaveBookTo(*book, path)));
    }
    actions
}
