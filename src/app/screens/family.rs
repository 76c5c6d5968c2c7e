//! Several children on a screen: the list of them, and what each comes to.

use eframe::egui::Ui;

use super::{changed, due_ui, pick_ui, scratch};
use crate::{
    app::{
        action::Action,
        session::Open,
        view::{Field, ViewContext},
        widgets::{
            FieldBox, Tone, callout_ui, field_ui, heading_ui, paragraph_ui, quiet_ui, row_text_ui, soft_ui,
        },
    },
    case::{Change, ChildNo, family::Child},
    framework::Id,
    referral::{phrases, whom},
    words::fill,
};

/// What each child comes to, a row for each; nothing where the check is about one.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) {
    if open.case().one_child() {
        return;
    }
    heading_ui(ui, cx.look, 2, cx.words.about.each_child);
    for child in &open.assessment().children {
        let who = whom::who(open.case(), child.child);
        row_text_ui(ui, cx.look, &who, &phrases::child(open.framework(), child));
    }
}

/// The further children, each to describe or to remove, and the way to add one.
pub fn list_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look, case) = (&cx.words.about, cx.look, open.case());
    heading_ui(ui, look, 2, words.children);
    soft_ui(ui, look, words.children_intro);
    let was = &case.children;
    let mut children = was.clone();
    for child in &mut children {
        actions.extend(child_ui(ui, cx, open, child));
    }
    actions.extend(changed(children, was, Change::Children));
    if let Some(adding) = case.adding_child()
        && quiet_ui(ui, look, words.child_add)
    {
        actions.push(Action::Change(adding));
    }
    actions
}

fn child_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, child: &mut Child) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look, case) = (&cx.words.about, cx.look, open.case());
    let number = child.no.0.to_string();
    heading_ui(ui, look, 3, &fill(words.child_named, &[&number]));
    called_ui(ui, cx, child.no, &mut child.called);
    let ages: Vec<(Id, &str)> =
        open.framework().ages.iter().map(|age| (age.id.clone(), age.title.as_str())).collect();
    let name = fill(words.child_age, &[&number]);
    paragraph_ui(ui, &name);
    pick_ui(ui, cx, &name, &ages, words.age_unknown, &mut child.age);
    let label = fill(words.child_due, &[&number]);
    let place = Field::Due(child.no);
    actions.extend(due_ui(ui, cx, open, &label, place, child.age.as_ref(), &mut child.due));
    let alike = case.answers_of_the_others(child.no);
    let who = whom::who(case, child.no);
    if !alike.is_empty() {
        let count = alike.len().to_string();
        callout_ui(ui, look, Tone::Notice, "", |ui| {
            paragraph_ui(ui, &fill(words.child_unasked, &[&count, &who]));
            if quiet_ui(ui, look, &fill(words.child_alike, &[&who])) {
                actions.push(Action::Change(case.answering_as_the_others(child.no)));
            }
        });
    }
    if quiet_ui(ui, look, &fill(words.child_remove, &[&number])) {
        actions.push(Action::Change(case.removing_child(child.no)));
        actions.push(scratch(cx, |s| s.typing = None));
    }
    actions
}

/// How a child is called here, so that answers and reasons can say for whom.
pub fn called_ui(ui: &mut Ui, cx: &ViewContext<'_>, no: ChildNo, called: &mut String) {
    let words = &cx.words.about;
    let label = fill(words.child_called, &[&no.0.to_string()]);
    let key = format!("child {} called", no.0);
    let field = FieldBox { key: &key, label: &label, hint: words.child_called_hint, rows: 1 };
    field_ui(ui, cx.look, field, called);
}
