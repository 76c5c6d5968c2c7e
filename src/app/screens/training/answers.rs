//! Answer files: where they come from, how far they are, and which stand apart and why.

use eframe::egui::Ui;

use crate::{
    app::{
        action::Action,
        platform::Ask,
        screens::typed_path_ui,
        training::Train,
        view::ViewContext,
        widgets::{PathBox, bullets_ui, heading_ui, paragraph_ui, quiet_ui, soft_ui, status_ui},
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
    let path = PathBox { key: "answers path", label: words.path, hint: "", go: words.load };
    actions.extend(typed_path_ui(ui, cx, path, |path| Action::Training(Train::Load(path))));
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
