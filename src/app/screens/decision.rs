//! The decision: which pathway the practitioner takes.

use eframe::egui::Ui;

use super::nav_ui;
use crate::{
    app::{
        action::Action,
        session::Open,
        view::ViewContext,
        widgets::{Choice, choice_ui, heading_ui},
    },
    case::{Change, model::Decision},
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let framework = open.framework();
    let words = &cx.words.own_view;
    heading_ui(ui, cx.look, 1, words.decision);
    let lines: Vec<String> =
        framework.pathways.iter().map(|p| format!("{}: {}", framework[p.level].label, p.title)).collect();
    let choices: Vec<Choice<'_>> = lines.iter().map(|line| Choice::new(line)).collect();
    let decided = open.case().decision.as_ref();
    let chosen = decided.and_then(|d| framework.pathway(&d.pathway)).map(|at| at.0);
    let picked = choice_ui(ui, cx.look, "decision", words.decision, chosen, &choices);
    let mut actions: Vec<Action> = picked
        .map(|at| {
            let pathway = framework.pathways[at].id.clone();
            let was = decided.cloned();
            let (reason, consulted) = was.map(|d| (d.reason, d.consulted)).unwrap_or_default();
            let decision = Decision { pathway, reason, consulted };
            Action::Change(Change::Decision(Some(decision)))
        })
        .into_iter()
        .collect();
    actions.extend(nav_ui(ui, cx, cx.words.shell.next));
    actions
}
