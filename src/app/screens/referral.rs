//! The referral: what is filled in only here, and the papers that are made of it.

use eframe::egui::Ui;

use super::{changed, paper};
use crate::{
    app::{
        action::Action,
        journey::Screen,
        session::Open,
        view::ViewContext,
        widgets::{
            Choice, FieldBox, choice_ui, field_ui, heading_ui, line_ui, paragraph_ui, quiet_ui, small_ui,
        },
    },
    case::{
        Change,
        model::{Person, PersonPart, Referral},
    },
    words::fill,
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let words = &cx.words.referral;
    let mut actions = Vec::new();
    heading_ui(ui, cx.look, 1, words.title);
    paragraph_ui(ui, words.intro);
    if quiet_ui(ui, cx.look, words.phone_first) {
        actions.push(Action::Visit(Screen::Call));
    }
    if quiet_ui(ui, cx.look, cx.words.injuries.open) {
        actions.push(Action::Visit(Screen::Injuries));
    }
    let was = &open.case().referral;
    let mut form = was.clone();
    people_ui(ui, cx, &mut form);
    account_ui(ui, cx, &mut form);
    actions.extend(changed(form, was, Change::Referral));
    actions.extend(paper::ui(ui, cx, open));
    ui.add_space(cx.look.sizes.gap);
    ui.horizontal_wrapped(|ui| {
        if quiet_ui(ui, cx.look, cx.words.after.title) {
            actions.push(Action::Next);
        }
        if quiet_ui(ui, cx.look, words.finish) {
            actions.push(Action::Save);
        }
        if quiet_ui(ui, cx.look, cx.words.shell.back) {
            actions.push(Action::Back);
        }
    });
    actions
}

fn people_ui(ui: &mut Ui, cx: &ViewContext<'_>, form: &mut Referral) {
    let words = &cx.words.referral;
    heading_ui(ui, cx.look, 2, words.people);
    let mut removed = None;
    for (at, person) in form.people.iter_mut().enumerate() {
        let number = (at + 1).to_string();
        heading_ui(ui, cx.look, 3, &fill(words.person, &[&number]));
        person_ui(ui, cx, at, person);
        if small_ui(ui, cx.look, words.remove, &fill(words.remove_name, &[&number])) {
            removed = Some(at);
        }
        ui.add_space(cx.look.sizes.gap);
    }
    if let Some(at) = removed {
        form.people.remove(at);
    }
    let add = [
        (words.add_child, PersonPart::Child),
        (words.add_adult, PersonPart::Household),
        (words.add_professional, PersonPart::Professional),
    ];
    ui.horizontal_wrapped(|ui| {
        for (label, part) in add {
            if quiet_ui(ui, cx.look, label) {
                form.people.push(Person { part, ..Person::default() });
            }
        }
    });
}

/// The key of the field for somebody's name.
pub(super) fn name_key(at: usize) -> String {
    format!("person {at} name")
}

fn person_ui(ui: &mut Ui, cx: &ViewContext<'_>, at: usize, person: &mut Person) {
    let words = &cx.words.referral;
    let look = cx.look;
    let key = |field: &str| format!("person {at} {field}");
    // Each name says whose it is: without the page around it, one "Name" is like another.
    let number = (at + 1).to_string();
    let named = |label: &str| fill(label, &[&number]);
    let parts = [PersonPart::Child, PersonPart::Household, PersonPart::Professional];
    let choices = [words.child, words.household, words.professional].map(Choice::new);
    let chosen = parts.iter().position(|part| *part == person.part);
    if let Some(picked) = choice_ui(ui, look, &key("part"), &named(words.part), chosen, &choices) {
        person.part = parts[picked];
    }
    line_ui(ui, look, &name_key(at), &named(words.name), &mut person.name);
    line_ui(ui, look, &key("born"), &named(words.born), &mut person.born);
    line_ui(ui, look, &key("details"), &named(words.details), &mut person.details);
}

fn account_ui(ui: &mut Ui, cx: &ViewContext<'_>, form: &mut Referral) {
    let words = &cx.words.referral;
    let look = cx.look;
    ui.add_space(look.sizes.gap);
    line_ui(ui, look, "address", words.address, &mut form.address);
    line_ui(ui, look, "responsibility", words.responsibility, &mut form.parental_responsibility);
    let mut long = |key, label, hint, text: &mut String| {
        field_ui(ui, look, FieldBox { key, label, hint, rows: 3 }, text);
    };
    long("words", words.words, words.words_hint, &mut form.childs_words);
    long("wishes", words.wishes, "", &mut form.childs_wishes);
    long("history", words.history, words.history_hint, &mut form.history);
    long("help", words.help, words.help_hint, &mut form.help_tried);
    long("asked for", words.asked_for, words.asked_for_hint, &mut form.asked_for);
    line_ui(ui, look, "referrer", words.referrer, &mut form.referrer);
    line_ui(ui, look, "referrer contact", words.referrer_contact, &mut form.referrer_contact);
}
