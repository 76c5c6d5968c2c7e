//! Phone now, finish later: whom to ring, and why.

use eframe::egui::Ui;

use crate::app::{
    action::Action,
    say,
    session::Open,
    view::ViewContext,
    widgets::{bold_ui, bullets_ui, heading_ui, paragraph_ui, primary_ui, soft_ui},
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let (words, look) = (&cx.words.danger, cx.look);
    let framework = open.framework();
    heading_ui(ui, look, 1, words.phone_now);
    if let Some(phone) = &open.assessment().phone_now {
        paragraph_ui(ui, words.phone_intro);
        heading_ui(ui, look, 2, words.whom_to_ring);
        for &at in &phone.contacts {
            let contact = &framework[at];
            bold_ui(ui, look, &contact.title);
            paragraph_ui(ui, &say::phone(cx.words, contact, cx.today));
            if let Some(note) = &contact.note {
                soft_ui(ui, look, note);
            }
        }
        heading_ui(ui, look, 2, words.phone_because);
        let pathway = phone.pathway.map(|p| framework.pathway_line(p));
        let duties = phone.duties.iter().map(|&d| framework[d].action.clone());
        let reasons: Vec<String> = pathway.into_iter().chain(duties).collect();
        bullets_ui(ui, &reasons);
    }
    heading_ui(ui, look, 2, words.phone_then);
    if primary_ui(ui, look, words.phone_resume) {
        return vec![Action::Next];
    }
    Vec::new()
}
