//! Whether each adult has been told, what they said, and why somebody was not.

use eframe::egui::Ui;

use super::{changed, nav_ui};
use crate::{
    app::{
        action::Action,
        session::Open,
        view::ViewContext,
        widgets::{
            Choice, FieldBox, Tone, callout_ui, choice_ui, field_ui, group_ui, heading_ui, paragraph_ui,
            quiet_ui, soft_ui,
        },
    },
    case::{
        Change,
        model::{TellState, Told},
    },
    framework::model::Topic,
    words::fill,
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let (words, look) = (&cx.words.told, cx.look);
    let was = &open.case().told;
    let mut told = was.clone();
    heading_ui(ui, look, 1, words.title);
    caution_ui(ui, cx, open);
    paragraph_ui(ui, words.intro);
    let mut removed = None;
    for (at, adult) in told.iter_mut().enumerate() {
        let name = fill(words.adult_named, &[&(at + 1).to_string()]);
        if group_ui(ui, &name, |ui| adult_ui(ui, cx, at, adult)) {
            removed = Some(at);
        }
    }
    if let Some(at) = removed {
        told.remove(at);
    }
    if quiet_ui(ui, look, words.add) {
        told.push(Told::default());
    }
    heading_ui(ui, look, 2, words.basis);
    soft_ui(ui, look, &open.framework().about.lawful_basis);
    let mut actions: Vec<Action> = changed(told, was, Change::Told).into_iter().collect();
    actions.extend(nav_ui(ui, cx, cx.words.shell.next));
    actions
}

/// What the answers say about speaking to the family.
fn caution_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) {
    let (words, look) = (&cx.words.told, cx.look);
    let assessment = open.assessment();
    let framework = open.framework();
    for &at in &assessment.advice {
        let advice = &framework[at];
        if advice.topic == Topic::Telling {
            callout_ui(ui, look, Tone::Notice, "", |ui| paragraph_ui(ui, &advice.text));
        }
    }
    if assessment.check_before_telling {
        let whom = &framework[assessment.consults].title;
        callout_ui(ui, look, Tone::Notice, words.check_first, |ui| {
            paragraph_ui(ui, &fill(words.check_first_text, &[whom]));
        });
    }
}

/// One adult; returns whether they are to be removed.
fn adult_ui(ui: &mut Ui, cx: &ViewContext<'_>, at: usize, told: &mut Told) -> bool {
    let (words, look) = (&cx.words.told, cx.look);
    let number = (at + 1).to_string();
    let key = |part: &str| format!("adult {at} {part}");
    let states = [
        (TellState::NotYet, words.not_yet),
        (TellState::Told, words.told),
        (TellState::Agrees, words.agrees),
        (TellState::DoesNotAgree, words.does_not_agree),
        (TellState::NotTold, words.not_told),
    ];
    heading_ui(ui, look, 2, &fill(words.adult_named, &[&number]));
    let who = key("who");
    let field = FieldBox { key: &who, label: words.adult, hint: words.adult_hint, rows: 1 };
    field_ui(ui, look, field, &mut told.adult);
    paragraph_ui(ui, words.state);
    let choices = states.map(|(_, text)| Choice::new(text));
    let chosen = states.iter().position(|(state, _)| *state == told.state);
    if let Some(at) = choice_ui(ui, look, &key("state"), words.state, chosen, &choices) {
        told.state = states[at].0;
    }
    let label = match told.state {
        TellState::NotYet | TellState::NotTold => words.why_not,
        TellState::Told | TellState::Agrees | TellState::DoesNotAgree => words.said,
    };
    ui.add_space(look.sizes.gap / 2.0);
    let said = key("said");
    let field = FieldBox { key: &said, label, hint: "", rows: 2 };
    field_ui(ui, look, field, &mut told.said);
    quiet_ui(ui, look, &fill(words.remove, &[&number]))
}
