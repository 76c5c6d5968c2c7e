//! Safety first: the questions that come before everything, on one page.

use eframe::egui::Ui;

use super::{answer, changed, nav_ui, words as explained};
use crate::{
    app::{
        action::Action,
        journey,
        session::Open,
        view::ViewContext,
        widgets::{FieldBox, divider_ui, field_ui, group_ui, heading_ui, paragraph_ui, soft_ui},
    },
    case::Change,
    framework::model::{Home, Part},
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.safety, cx.look);
    let framework = open.framework();
    heading_ui(ui, look, 1, words.title);
    paragraph_ui(ui, words.intro);
    let mut asked_here = Vec::new();
    for stretch in journey::stretches(framework, open.family()) {
        let Home::Section(at) = stretch.home else {
            continue;
        };
        let section = &framework[at];
        if section.part != Part::Safety {
            continue;
        }
        if let Some(intro) = &section.intro {
            soft_ui(ui, look, intro);
        }
        asked_here.extend(&stretch.questions);
        for question in stretch.questions {
            let asked = &framework[question];
            ui.add_space(look.sizes.gap);
            heading_ui(ui, look, 2, &asked.text);
            if let Some(hint) = &asked.hint {
                soft_ui(ui, look, hint);
            }
            let answers = |ui: &mut Ui| answer::ui(ui, cx, open, question, &asked.text);
            actions.extend(group_ui(ui, &asked.text, answers));
        }
    }
    actions.extend(explained::ui(ui, cx, &cx.shelf.terms_of_questions(asked_here)));
    divider_ui(ui, look);
    let case = open.case();
    let mut whereabouts = case.whereabouts.clone();
    let field =
        FieldBox { key: "whereabouts", label: words.whereabouts, hint: words.whereabouts_hint, rows: 2 };
    field_ui(ui, look, field, &mut whereabouts);
    actions.extend(changed(whereabouts, &case.whereabouts, Change::Whereabouts));
    let mut others = case.other_children.clone();
    let field = FieldBox {
        key: "other children",
        label: words.other_children,
        hint: words.other_children_hint,
        rows: 2,
    };
    field_ui(ui, look, field, &mut others);
    actions.extend(changed(others, &case.other_children, Change::OtherChildren));
    actions.extend(nav_ui(ui, cx, cx.words.shell.next));
    actions
}
