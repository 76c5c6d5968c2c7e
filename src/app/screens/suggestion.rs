//! The suggestion: what is established, and the rules it rests on.

use eframe::egui::Ui;

use super::nav_ui;
use crate::app::{
    action::Action,
    session::Open,
    view::ViewContext,
    widgets::{bullets_ui, heading_ui, paragraph_ui},
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let framework = open.framework();
    let assessment = open.assessment();
    let line = match assessment.span.lowest {
        Some(pathway) => framework.pathway_line(pathway),
        None => framework.consult.text.clone(),
    };
    heading_ui(ui, cx.look, 1, &line);
    let reasons: Vec<String> =
        assessment.reasons.iter().map(|reason| framework[reason.rule].why.clone()).collect();
    bullets_ui(ui, &reasons);
    if let Some(pathway) = assessment.span.lowest {
        paragraph_ui(ui, &framework[pathway].ask);
    }
    nav_ui(ui, cx, cx.words.shell.next)
}
