//! Past sessions beside each other, by edition.

use eframe::egui::Ui;

use crate::{
    app::{
        action::Action,
        journey::Screen,
        say,
        screens::typed_path_ui,
        training::{Room, Train},
        view::ViewContext,
        widgets::{PathBox, bold_ui, bullets_ui, heading_ui, paragraph_ui, primary_ui, small_ui},
    },
    training::{
        past,
        session::{Round, Session, Worked},
    },
    words::fill,
};

/// The page.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.past, cx.look);
    heading_ui(ui, look, 1, words.title);
    paragraph_ui(ui, words.text);
    let path = PathBox { key: "past path", label: words.path, hint: words.path_hint, go: words.add };
    actions.extend(typed_path_ui(ui, cx, path, |path| Action::Training(Train::AddPast(path))));
    for edition in past::by_edition(&cx.training.past) {
        heading_ui(ui, look, 2, &fill(words.edition, &[edition.framework.as_str(), &edition.edition]));
        for session in &edition.sessions {
            bold_ui(ui, look, &say::date(session.on));
            bullets_ui(ui, &lines(cx, session));
        }
    }
    if !cx.training.past.is_empty() && small_ui(ui, look, words.clear, words.clear) {
        actions.push(Action::Training(Train::ClearPast));
    }
    ui.add_space(look.sizes.gap);
    if primary_ui(ui, look, cx.words.shell.back) {
        actions.push(Action::Go(Screen::Training(Room::Choose)));
    }
    actions
}

/// A line for each case: how many agreed, before and after.
fn lines(cx: &ViewContext<'_>, session: &Session) -> Vec<String> {
    let words = &cx.words.past;
    let said = |worked: &Worked, round| match past::agreed(session, worked, round) {
        Some((same, all)) => fill(words.of, &[&same.to_string(), &all.to_string()]),
        None => words.nobody.to_owned(),
    };
    let line = |worked: &Worked| {
        let (alone, after) = (said(worked, Round::Alone), said(worked, Round::Discussed));
        fill(words.line, &[&worked.title, &alone, &after])
    };
    session.cases.iter().map(line).collect()
}
