//! About the child: age and the practitioner's role, the worker who may be there already, the council.

use eframe::egui::Ui;

use jiff::civil::Date;

use super::{changed, family, nav_ui, scratch};
use crate::{
    app::{
        action::Action,
        say::{self, one_of},
        session::Open,
        view::{Field, ViewContext},
        widgets::{
            Choice, FieldBox, Tone, callout_ui, choice_ui, fault_ui, field_ui, heading_ui, paragraph_ui,
            status_ui,
        },
    },
    case::{Change, ChildNo},
    framework::Id,
    words::fill,
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.about, cx.look);
    let framework = open.framework();
    let was = &open.case().about;
    let mut about = was.clone();
    heading_ui(ui, look, 1, words.title);
    paragraph_ui(ui, words.intro);

    heading_ui(ui, look, 2, words.age);
    let ages: Vec<(Id, &str)> =
        framework.ages.iter().map(|age| (age.id.clone(), age.title.as_str())).collect();
    pick_ui(ui, cx, words.age, &ages, words.age_unknown, &mut about.age);
    let place = Field::Due(ChildNo::FIRST);
    let age = about.age.clone();
    actions.extend(due_ui(ui, cx, open, words.due, place, age.as_ref(), &mut about.due));
    if !open.case().one_child() {
        family::called_ui(ui, cx, ChildNo::FIRST, &mut about.called);
    }
    actions.extend(family::list_ui(ui, cx, open));

    heading_ui(ui, look, 2, words.role);
    let roles: Vec<(Id, &str)> =
        framework.roles.iter().map(|role| (role.id.clone(), role.title.as_str())).collect();
    pick_ui(ui, cx, words.role, &roles, words.role_unknown, &mut about.role);

    ui.add_space(look.sizes.gap);
    let services = framework.services();
    let from = fill(words.worker_hint_from, &[&one_of(cx.words, &services)]);
    let worker_hint = if services.is_empty() { words.worker_hint } else { &from };
    let council = fill(words.council, &[&framework.about.area]);
    let fields = [
        ("relation", words.relation, words.relation_hint, &mut about.relation),
        ("worker", words.worker, worker_hint, &mut about.worker),
        ("council", council.as_str(), words.council_hint, &mut about.council),
    ];
    for (key, label, hint, text) in fields {
        let field = FieldBox { key, label, hint, rows: 1 };
        field_ui(ui, look, field, text);
    }
    if !about.worker.trim().is_empty() {
        callout_ui(ui, look, Tone::Notice, "", |ui| status_ui(ui, words.worker_ring));
    }
    let elsewhere = about.council.trim();
    if !elsewhere.is_empty() && !elsewhere.eq_ignore_ascii_case(&framework.about.area) {
        let line = fill(words.council_other, &[elsewhere, &framework.about.area]);
        callout_ui(ui, look, Tone::Notice, "", |ui| status_ui(ui, &line));
    }
    actions.extend(changed(about, was, Change::About));
    actions.extend(nav_ui(ui, cx, cx.words.shell.next));
    actions
}

/// One of a list, or *not known* at its end.
pub(super) fn pick_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    name: &str,
    list: &[(Id, &str)],
    unknown: &str,
    value: &mut Option<Id>,
) {
    let mut choices: Vec<Choice<'_>> = list.iter().map(|(_, text)| Choice::new(text)).collect();
    choices.push(Choice::new(unknown));
    let chosen = match value {
        Some(id) => list.iter().position(|(here, _)| here == id),
        None => Some(list.len()),
    };
    if let Some(at) = choice_ui(ui, cx.look, name, name, chosen, &choices) {
        *value = list.get(at).map(|(id, _)| id.clone());
    }
}

/// The due date is asked where an age band before birth was chosen.
pub(super) fn due_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    open: &Open,
    label: &str,
    place: Field,
    age: Option<&Id>,
    due: &mut Option<Date>,
) -> Vec<Action> {
    let framework = open.framework();
    let age = age.and_then(|id| framework.age(id));
    if !age.is_some_and(|age| framework[age].before_birth) {
        *due = None;
        return Vec::new();
    }
    let words = &cx.words.about;
    let mut text = cx.scratch.typed(&place, || due.map(say::date).unwrap_or_default());
    let key = format!("{place:?}");
    let field = FieldBox { key: &key, label, hint: words.due_hint, rows: 1 };
    let mut actions = Vec::new();
    if field_ui(ui, cx.look, field, &mut text) {
        *due = say::read_date(&text);
        actions.push(scratch(cx, |s| s.typing = Some((place, text.clone()))));
    }
    if !text.trim().is_empty() && say::read_date(&text).is_none() {
        fault_ui(ui, cx.look, &key, words.due_wrong);
    }
    actions
}
