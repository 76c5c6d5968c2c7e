//! Answer files: where they come from, how far they are, and which stand apart and why.

use std::path::PathBuf;

use eframe::egui::Ui;

use crate::{
    app::{
        action::Action,
        platform::Ask,
        screens::scratch,
        training::Train,
        view::ViewContext,
        widgets::{FieldBox, bullets_ui, entry_ui, heading_ui, paragraph_ui, quiet_ui, soft_ui, status_ui},
    },
    training::{record, session::Session},
    words::fill,
};

/// The part of the session's page that is about them.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, session: &Session) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.sheets, cx.look);
    heading_ui(ui, look, 2, words.title);
    paragraph_ui(ui, words.text);
    if quiet_ui(ui, look, words.choose) {
        actions.push(Action::Dialog(Ask::Answers));
    }
    let mut path = cx.scratch.path.clone();
    let field = FieldBox { key: "answers path", label: words.path, hint: "", rows: 1 };
    let typed = entry_ui(ui, look, field, &mut path);
    if typed.changed {
        actions.push(scratch(cx, |s| s.path.clone_from(&path)));
    }
    if (quiet_ui(ui, look, words.load) || typed.entered) && !path.trim().is_empty() {
        actions.push(Action::Training(Train::Load(PathBuf::from(path.trim()))));
    }
    if let Some(loading) = &cx.training.loading {
        let of = loading.of.map_or_else(|| words.many.to_owned(), |of| of.to_string());
        status_ui(ui, fill(words.loading, &[&loading.done.to_string(), &of]));
    } else if let Some(said) = &cx.training.loaded {
        status_ui(ui, said.as_str());
    }
    if session.sheets() > 0 {
        soft_ui(ui, look, &fill(words.count, &[&session.sheets().to_string()]));
    }
    if !session.apart.is_empty() {
        heading_ui(ui, look, 3, words.apart);
        soft_ui(ui, look, words.apart_text);
        let lines = session.apart.iter().map(|apart| format!("{}: {}", apart.file, record::why(&apart.why)));
        bullets_ui(ui, &lines.collect::<Vec<_>>());
    }
    actions
}
