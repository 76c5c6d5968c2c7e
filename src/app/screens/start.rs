//! The start: a new check, the open one, a saved one, and the framework in use.

use eframe::egui::Ui;

use super::typed_path_ui;
use crate::{
    app::{
        action::{Action, Leaving, Unsaved},
        journey::Screen,
        keeping::list,
        platform::Ask,
        say,
        training::Room,
        view::ViewContext,
        widgets::{PathBox, bold_ui, divider_ui, heading_ui, paragraph_ui, primary_ui, quiet_ui, soft_ui},
    },
    words::fill,
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.start, cx.look);
    heading_ui(ui, look, 1, words.title);
    paragraph_ui(ui, words.intro);
    ui.add_space(look.sizes.gap);
    if let Some(open) = cx.session.open() {
        let case = open.case();
        let begun = say::date(case.as_of);
        soft_ui(ui, look, &fill(words.carry_on_more, &[&case.code, &begun]));
        if primary_ui(ui, look, words.carry_on) {
            actions.push(Action::CarryOn);
        }
        if quiet_ui(ui, look, words.new) {
            actions.push(Action::Leave(Leaving::NewCheck, Unsaved::Ask));
        }
    } else if primary_ui(ui, look, words.new) {
        actions.push(Action::NewCheck);
    }
    actions.extend(list::ui(ui, cx));
    divider_ui(ui, look);
    heading_ui(ui, look, 2, words.look_up_title);
    paragraph_ui(ui, words.look_up_text);
    if quiet_ui(ui, look, words.look_up) {
        actions.push(Action::Go(Screen::LookUp));
    }
    if quiet_ui(ui, look, words.map) {
        actions.push(Action::Go(Screen::Map));
    }
    divider_ui(ui, look);
    heading_ui(ui, look, 2, words.open_title);
    if quiet_ui(ui, look, words.open) {
        actions.push(Action::Dialog(Ask::OpenCase));
    }
    let path = PathBox { key: "case path", label: words.open_path, hint: "", go: words.open_path_go };
    actions.extend(typed_path_ui(ui, cx, path, Action::OpenCase));
    divider_ui(ui, look);
    heading_ui(ui, look, 2, words.training_title);
    paragraph_ui(ui, words.training_text);
    if quiet_ui(ui, look, words.training) {
        actions.push(Action::Go(Screen::Training(Room::Choose)));
    }
    divider_ui(ui, look);
    heading_ui(ui, look, 2, words.framework_title);
    let framework = cx.session.framework_in_use();
    bold_ui(ui, look, &framework.about.title);
    paragraph_ui(ui, &say::framework(cx.words, framework));
    soft_ui(ui, look, &say::status(cx.words, framework));
    if quiet_ui(ui, look, words.framework_more) {
        actions.push(Action::Go(Screen::Frameworks));
    }
    actions
}
