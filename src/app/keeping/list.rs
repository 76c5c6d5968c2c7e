//! The person's checks on the start page: by code, framework, level and days, never by a name.

use eframe::egui::Ui;

use super::{Asked, Keep};
use crate::{
    app::{
        action::Action,
        say,
        view::ViewContext,
        widgets::{bold_ui, divider_ui, heading_ui, line_ui, paragraph_ui, quiet_ui, small_ui, soft_ui},
    },
    vault::{Found, Label, Shown},
    words::fill,
};

/// So many are shown before they are looked for.
const MANY: usize = 6;

/// The list, or the way to it; nothing where nothing is kept here.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look, keeping) = (&cx.words.keeping, cx.look, cx.keeping);
    if !keeping.at_hand() || (!keeping.in_use() && !keeping.unsealed()) {
        return actions;
    }
    divider_ui(ui, look);
    heading_ui(ui, look, 2, words.list_title);
    if !keeping.unlocked() {
        paragraph_ui(ui, words.list_locked);
        if quiet_ui(ui, look, words.unlock) {
            actions.push(Action::Keep(Keep::Ask(Box::new(Asked::Unlock))));
        }
        return actions;
    }
    let Some(found) = keeping.list() else {
        paragraph_ui(ui, words.list_unread);
        return actions;
    };
    let checks: Vec<&Label> = found.iter().filter_map(label).collect();
    if checks.is_empty() {
        soft_ui(ui, look, words.list_none);
    }
    if checks.len() > MANY || !keeping.looked_for().is_empty() {
        let mut text = keeping.looked_for().to_owned();
        if line_ui(ui, look, "find a check", words.list_find, &mut text) {
            actions.push(Action::Keep(Keep::Find(text)));
        }
    }
    let fitting: Vec<&Label> = checks.into_iter().filter(|label| fits(label, keeping.looked_for())).collect();
    if fitting.is_empty() && !keeping.looked_for().is_empty() {
        soft_ui(ui, look, words.list_none_found);
    }
    for label in fitting {
        actions.extend(check_ui(ui, cx, label));
    }
    actions.extend(others_ui(ui, cx, found));
    actions
}

fn label(found: &Found) -> Option<&Label> {
    match &found.shown {
        Shown::Label(label) => Some(label),
        _ => None,
    }
}

fn fits(label: &Label, looked_for: &str) -> bool {
    let all = format!("{} {} {} {}", label.code, label.framework.id, label.framework.edition, label.level);
    let all = all.to_lowercase();
    looked_for.to_lowercase().split_whitespace().all(|word| all.contains(word))
}

fn check_ui(ui: &mut Ui, cx: &ViewContext<'_>, label: &Label) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.keeping, cx.look);
    ui.add_space(look.sizes.gap);
    bold_ui(ui, look, &label.code);
    let level = if label.level.is_empty() { words.list_level_none } else { &label.level };
    paragraph_ui(ui, level);
    let framework = fill(words.list_framework, &[label.framework.id.as_str(), &label.framework.edition]);
    let touched = fill(words.list_touched, &[&say::at(label.touched, cx.today)]);
    soft_ui(ui, look, &format!("{framework}. {touched}."));
    let review = if label.review_by < cx.today { words.list_review_due } else { words.list_review };
    soft_ui(ui, look, &fill(review, &[&say::date(label.review_by)]));
    ui.horizontal_wrapped(|ui| {
        let named = fill(words.list_open_named, &[&label.code]);
        if small_ui(ui, look, words.list_open, &named) {
            actions.push(Action::Keep(Keep::Open(label.id.clone())));
        }
        let named = fill(words.list_delete_named, &[&label.code]);
        if small_ui(ui, look, words.list_delete, &named) {
            let asked = Asked::Delete { id: label.id.clone(), code: label.code.clone() };
            actions.push(Action::Keep(Keep::Ask(Box::new(asked))));
        }
    });
    actions
}

/// What is no check of this person's, each said in a line.
fn others_ui(ui: &mut Ui, cx: &ViewContext<'_>, found: &[Found]) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.keeping, cx.look);
    for one in found {
        // The number by chance behind the code says nothing to anybody.
        let code = one.id.split('-').next().unwrap_or_default();
        match &one.shown {
            Shown::Label(_) | Shown::Another => {}
            Shown::Newer => {
                soft_ui(ui, look, &fill(words.list_newer, &[code]));
            }
            Shown::Copy { of, name } => {
                let of = of.split('-').next().unwrap_or_default();
                soft_ui(ui, look, &fill(words.list_copy, &[name, of]));
            }
            Shown::Unread => {
                paragraph_ui(ui, &fill(words.list_unread_one, &[code]));
                if quiet_ui(ui, look, &fill(words.list_open_named, &[code])) {
                    actions.push(Action::Keep(Keep::Open(one.id.clone())));
                }
            }
            Shown::Damaged(None) => {
                paragraph_ui(ui, &fill(words.list_damaged_no_copy, &[code]));
            }
            Shown::Damaged(Some(at)) => {
                let at = say::at(*at, cx.today);
                paragraph_ui(ui, &fill(words.list_damaged, &[code, &at]));
                if quiet_ui(ui, look, &fill(words.open_good, &[&at])) {
                    actions.push(Action::Keep(Keep::Open(one.id.clone())));
                }
            }
        }
    }
    let theirs = found.iter().filter(|one| one.shown == Shown::Another).count();
    if theirs > 0 {
        soft_ui(ui, look, &fill(words.list_another, &[&theirs.to_string()]));
    }
    actions
}
