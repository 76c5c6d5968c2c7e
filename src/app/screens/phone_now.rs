//! Phone now, finish later: whom to ring at once and why, what to say, and what came of it.

use eframe::egui::Ui;

use super::call::{record_ui, ring_ui, script_ui};
use crate::app::{
    action::Action,
    session::Open,
    view::ViewContext,
    widgets::{bullets_ui, heading_ui, page_heading_ui, paragraph_ui, primary_ui},
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let (words, look) = (&cx.words.phone, cx.look);
    let urgent = open.assessment().phone_now.as_ref();
    page_heading_ui(ui, look, if urgent.is_some() { words.title } else { cx.words.call.title });
    paragraph_ui(ui, if urgent.is_some() { words.intro } else { cx.words.call.intro });
    ring_ui(ui, cx, open);
    if let Some(phone) = urgent {
        heading_ui(ui, look, 2, words.because);
        let framework = open.framework();
        let pathway = phone.pathway.map(|p| framework.pathway_line(p));
        let duties = phone.duties.iter().map(|&d| framework[d].action.clone());
        bullets_ui(ui, &pathway.into_iter().chain(duties).collect::<Vec<_>>());
    }
    let mut actions = script_ui(ui, cx, open);
    actions.extend(record_ui(ui, cx, open));
    ui.add_space(look.sizes.gap);
    if primary_ui(ui, look, words.go_on) {
        actions.push(Action::Next);
    }
    actions
}
