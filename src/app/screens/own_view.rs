//! The practitioner's own view, given before the suggestion is shown.

use eframe::egui::Ui;

use super::{changed, nav_ui};
use crate::{
    app::{
        action::Action,
        session::Open,
        view::ViewContext,
        widgets::{Choice, FieldBox, choice_ui, fault_text_ui, field_ui, heading_ui, paragraph_ui, soft_ui},
    },
    case::{Change, model::OwnView},
    framework::{Framework, model::Level},
    words::fill,
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.own_view, cx.look);
    heading_ui(ui, look, 1, words.title);
    if open.case().revealed.is_some() {
        kept_ui(ui, cx, open);
        return nav_ui(ui, cx, cx.words.shell.next);
    }
    paragraph_ui(ui, words.intro);
    let was = &open.case().own_view;
    let mut view = was.clone();
    choose_ui(ui, cx, open.framework(), &mut view);
    if let Some(view) = &mut view {
        ui.add_space(look.sizes.gap / 2.0);
        let field = FieldBox { key: "own view why", label: words.why, hint: "", rows: 3 };
        field_ui(ui, look, field, &mut view.why);
    }
    let given = view.is_some();
    actions.extend(changed(view, was, Change::OwnView));
    let may_skip = open.assessment().phone_now.is_some() && !open.training();
    if may_skip && !given {
        soft_ui(ui, look, words.may_skip);
    }
    if cx.scratch.pressed_on && !cx.session.may_go_on() {
        fault_text_ui(ui, look, words.needed);
    }
    actions.extend(nav_ui(ui, cx, if open.training() { cx.words.part.finish } else { words.show }));
    actions
}

fn choose_ui(ui: &mut Ui, cx: &ViewContext<'_>, framework: &Framework, view: &mut Option<OwnView>) {
    let words = &cx.words.own_view;
    let lines: Vec<String> =
        framework.pathways.iter().map(|p| level_and_title(cx, &framework[p.level], &p.title)).collect();
    let mut choices: Vec<Choice<'_>> = lines
        .iter()
        .zip(&framework.pathways)
        .map(|(line, p)| Choice::with(line, &p.means).at_level(p.level.0, &framework[p.level].short))
        .collect();
    choices.push(Choice::with(words.unsure, words.unsure_detail));
    let chosen = view.as_ref().map(|view| match &view.pathway {
        Some(id) => framework.pathway(id).map_or(choices.len(), |at| at.0),
        None => framework.pathways.len(),
    });
    if let Some(at) = choice_ui(ui, cx.look, "own view", words.group, chosen, &choices) {
        let pathway = framework.pathways.get(at).map(|p| p.id.clone());
        let why = view.take().map(|view| view.why).unwrap_or_default();
        *view = Some(OwnView { pathway, why });
    }
}

/// `Level 3, Targeted needs: Targeted early help`; said once where a level is called as its pathway is.
fn level_and_title(cx: &ViewContext<'_>, level: &Level, title: &str) -> String {
    if level.name == title {
        return format!("{}: {title}", level.label);
    }
    format!("{}: {title}", fill(cx.words.shell.level_named, &[&level.label, &level.name]))
}

/// What was said before the suggestion was shown; it is not changed afterwards.
fn kept_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) {
    let words = &cx.words.own_view;
    paragraph_ui(ui, if open.case().own_view.is_some() { words.kept } else { cx.words.result.not_asked });
    if let Some(view) = &open.case().own_view {
        let pathway = view.pathway.as_ref().and_then(|id| open.framework().pathway(id));
        let line = match pathway {
            Some(at) => open.framework().pathway_line(at),
            None => words.unsure.to_owned(),
        };
        paragraph_ui(ui, &fill(words.was, &[&line]));
        if !view.why.is_empty() {
            soft_ui(ui, cx.look, &view.why);
        }
    }
}
