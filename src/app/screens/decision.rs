//! The decision: agreed or different; going up needs no permission, going down a reason and a colleague.

use eframe::egui::Ui;

use crate::app::{
    action::Action,
    session::Open,
    view::ViewContext,
    widgets::{
        Choice, FieldBox, Tone, callout_ui, choice_ui, fault_text_ui, fault_ui, field_ui, heading_ui,
        paragraph_ui,
    },
};
use crate::{
    assess::Assessment,
    case::{Change, model::Decision},
    framework::{Framework, model::PathwayIx},
    referral::phrases,
    words::fill,
};

/// Draws the decision.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let (framework, case, assessment) = (open.framework(), open.case(), open.assessment());
    let words = &cx.words.decision;
    let look = cx.look;
    let mut actions = Vec::new();
    heading_ui(ui, look, 1, words.title);
    paragraph_ui(ui, words.intro);
    ui.add_space(look.sizes.gap);
    let suggested = assessment.span.lowest;
    let labels: Vec<String> = (0..framework.pathways.len())
        .map(|at| {
            let line = framework.pathway_line(PathwayIx(at));
            if suggested == Some(PathwayIx(at)) { format!("{line} ({})", words.suggested_mark) } else { line }
        })
        .collect();
    let details: Vec<String> = (0..framework.pathways.len())
        .map(|at| {
            let means = framework.pathways[at].means.as_str();
            match phrases::service_line(framework, PathwayIx(at)) {
                Some(service) => format!("{means}\n{service}"),
                None => means.to_owned(),
            }
        })
        .collect();
    let choices: Vec<Choice<'_>> =
        labels.iter().zip(&details).map(|(label, detail)| Choice::with(label, detail)).collect();
    let decided = case.decision.as_ref().and_then(|d| framework.pathway(&d.pathway));
    let mut decision = case.decision.clone();
    if let Some(at) = choice_ui(ui, look, "decision", words.which, decided.map(|p| p.0), &choices) {
        let pathway = framework.pathways[at].id.clone();
        let (reason, consulted) = decision.map(|d| (d.reason, d.consulted)).unwrap_or_default();
        actions.push(Action::Change(Change::Decision(Some(Decision { pathway, reason, consulted }))));
        return actions;
    }
    let lower = matches!((decided, suggested), (Some(decided), Some(suggested)) if decided < suggested);
    let higher = matches!((decided, suggested), (Some(decided), Some(suggested)) if decided > suggested);
    if let Some(decision) = &mut decision {
        ui.add_space(look.sizes.gap);
        if lower {
            callout_ui(ui, look, Tone::Notice, "", |ui| paragraph_ui(ui, words.going_down));
        } else if higher {
            callout_ui(ui, look, Tone::Plain, "", |ui| paragraph_ui(ui, words.going_up));
        }
        ui.add_space(look.sizes.gap);
        let reason = FieldBox { key: "reason", label: words.reason, hint: words.reason_hint, rows: 3 };
        let mut changed = field_ui(ui, look, reason, &mut decision.reason);
        let hint =
            if lower { fill(words.consulted_hint, &[&whom(framework, assessment)]) } else { String::new() };
        let consulted = FieldBox { key: "consulted", label: words.consulted, hint: &hint, rows: 1 };
        changed |= field_ui(ui, look, consulted, &mut decision.consulted);
        if changed {
            actions.push(Action::Change(Change::Decision(Some(decision.clone()))));
        }
    }
    ui.add_space(look.sizes.gap);
    if cx.scratch.pressed_on && !cx.session.may_go_on() {
        match &decision {
            None => {
                fault_text_ui(ui, look, words.choose);
            }
            Some(given) => {
                let empty = if given.reason.trim().is_empty() { "reason" } else { "consulted" };
                fault_ui(ui, look, empty, words.needed);
            }
        }
    }
    actions.extend(super::nav_ui(ui, cx, cx.words.shell.next));
    actions
}

/// Who may be asked before one goes lower: the contact of one's role, and that of what was suggested.
fn whom(framework: &Framework, assessment: &Assessment) -> String {
    let door = assessment.span.lowest.map(|low| framework[low].contact);
    let door = door.filter(|&door| door != assessment.consults);
    let contacts = std::iter::once(assessment.consults).chain(door);
    contacts.map(|at| framework[at].title.as_str()).collect::<Vec<_>>().join("; ")
}
