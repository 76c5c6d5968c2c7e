//! One duty's own page: what is to be done, by whom and by when, and what brings it. It needs no check.

use eframe::egui::Ui;

use super::words as explained;
use crate::{
    app::{
        action::Action,
        journey::Screen,
        say,
        view::ViewContext,
        widgets::{heading_ui, link_ui, page_heading_ui, paragraph_ui, primary_ui, soft_ui, status_ui},
    },
    framework::model::{DutyIx, IndicatorIx},
    words::fill,
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, at: DutyIx) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.look_up, cx.look);
    if let Some(duty) = cx.session.framework().duties.get(at.0) {
        page_heading_ui(ui, look, &duty.title);
        soft_ui(ui, look, words.duty_beside);
        heading_ui(ui, look, 2, words.duty_what);
        text_ui(ui, cx, at);
        actions.extend(brought_ui(ui, cx, at));
        actions.extend(explained::ui(ui, cx, &cx.shelf.terms_of_duty(at)));
    } else {
        page_heading_ui(ui, look, words.title);
        status_ui(ui, words.gone);
    }
    ui.add_space(look.sizes.gap * 1.5);
    if primary_ui(ui, look, cx.words.shell.back) {
        actions.push(Action::Back);
    }
    actions
}

/// What a duty asks for, by when, whom to ring, whom it binds, and where it comes from.
pub fn text_ui(ui: &mut Ui, cx: &ViewContext<'_>, at: DutyIx) {
    let (words, framework) = (&cx.words.result, cx.session.framework());
    let duty = &framework[at];
    let clock = &framework[duty.clock];
    let when = format!("{}, {}", say::clock(cx.words, clock), clock.from);
    let contact = say::contact(cx.words, &framework[duty.contact], cx.today);
    paragraph_ui(ui, &duty.action);
    paragraph_ui(ui, &fill(words.by_when, &[&when]));
    paragraph_ui(ui, &fill(words.contact, &[&contact]));
    soft_ui(ui, cx.look, &fill(words.binds, &[&duty.who]));
    soft_ui(ui, cx.look, &fill(words.source, &[&framework.source_line(&duty.source)]));
}

/// The signs that bring it, each the way to its page.
fn brought_ui(ui: &mut Ui, cx: &ViewContext<'_>, at: DutyIx) -> Vec<Action> {
    let mut actions = Vec::new();
    let words = &cx.words.look_up;
    let Some(brought) = cx.shelf.brought(at) else { return actions };
    let lists = [(words.duty_alone, &brought.alone), (words.duty_together, &brought.together)];
    if lists.iter().all(|(_, signs)| signs.is_empty()) {
        heading_ui(ui, cx.look, 2, words.duty_alone);
        paragraph_ui(ui, words.duty_always);
    }
    for (title, signs) in lists.iter().filter(|(_, signs)| !signs.is_empty()) {
        heading_ui(ui, cx.look, 2, title);
        actions.extend(signs.iter().filter_map(|&sign| sign_ui(ui, cx, sign)));
    }
    actions
}

fn sign_ui(ui: &mut Ui, cx: &ViewContext<'_>, at: IndicatorIx) -> Option<Action> {
    let framework = cx.session.framework();
    let text = &framework[at].text;
    let name = fill(cx.words.look_up.see_sign_named, &[&say::sign_name(framework, at)]);
    let pressed = link_ui(ui, cx.look, text, &name);
    soft_ui(ui, cx.look, &fill(cx.words.look_up.part_of, &[framework.home_title(framework[at].question)]));
    pressed.then_some(Action::Go(Screen::Sign(at)))
}
