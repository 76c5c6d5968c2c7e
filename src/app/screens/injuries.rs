//! Injuries that were seen or told of: a body map, and the same as a list; neither blocks anything.

use eframe::egui::Ui;

use super::{changed, nav_ui, scratch, when::time_ui};
use crate::{
    app::{
        action::Action,
        say,
        session::Open,
        view::ViewContext,
        widgets::{
            Choice, FieldBox, Tone, body_map_ui, bullets_ui, callout_ui, choice_ui, field_ui, go_to_field,
            heading_ui, line_ui, paragraph_ui, pick_ui, quiet_ui, soft_ui,
        },
    },
    case::{
        Change, Site,
        injury::{Injury, InjuryKind},
        model::How,
    },
    paper::sites,
    referral::{injuries, whom},
    words::fill,
};

const HOWS: [How; 4] = [How::Seen, How::Heard, How::Told, How::Record];

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.injuries, cx.look);
    let was = &open.case().injuries;
    let mut all = was.clone();
    heading_ui(ui, look, 1, words.title);
    callout_ui(ui, look, Tone::Notice, words.rule_title, |ui| paragraph_ui(ui, words.rule));
    paragraph_ui(ui, words.intro);
    actions.extend(concern_ui(ui, cx, open));
    if quiet_ui(ui, look, words.add) {
        add(ui, &mut all, None);
    }
    heading_ui(ui, look, 2, words.map);
    paragraph_ui(ui, words.map_intro);
    let hidden = cx.scratch.map_hidden;
    if quiet_ui(ui, look, if hidden { words.map_show } else { words.map_hide }) {
        actions.push(scratch(cx, |s| s.map_hidden = !hidden));
    }
    if !hidden && let Some(site) = body_map_ui(ui, look, &injuries::marks(&all)) {
        match all.iter().position(|injury| injury.site == Some(site)) {
            Some(at) => go_to_field(ui.ctx(), &key(at, "place")),
            None => add(ui, &mut all, Some(site)),
        }
    }
    list_ui(ui, cx, &all);
    let mut removed = None;
    for (at, injury) in all.iter_mut().enumerate() {
        if injury_ui(ui, cx, open, at, injury) {
            removed = Some(at);
        }
    }
    if let Some(at) = removed {
        all.remove(at);
    }
    actions.extend(changed(all, was, Change::Injuries));
    actions.extend(nav_ui(ui, cx, cx.words.shell.next));
    actions
}

fn key(at: usize, part: &str) -> String {
    format!("injury {at} {part}")
}

/// Another injury, with the keyboard in its first field.
fn add(ui: &Ui, all: &mut Vec<Injury>, site: Option<Site>) {
    go_to_field(ui.ctx(), &key(all.len(), "place"));
    all.push(Injury { site, ..Injury::default() });
}

/// An injury is noted and nothing is asked about it: the concerns that would ask are offered.
fn concern_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let words = &cx.words.injuries;
    let concerns = &open.framework().concerns;
    let chosen = open.family().chosen().iter().any(|&at| open.framework()[at].injuries);
    if open.case().injuries.is_empty() || chosen || !concerns.iter().any(|c| c.injuries) {
        return actions;
    }
    callout_ui(ui, cx.look, Tone::Plain, "", |ui| {
        paragraph_ui(ui, words.choose);
        for concern in concerns.iter().filter(|c| c.injuries) {
            if quiet_ui(ui, cx.look, &fill(words.choose_named, &[&concern.title])) {
                let mut concerns = open.case().concerns.clone();
                concerns.push(concern.id.clone());
                actions.push(Action::Change(Change::Concerns(concerns)));
            }
        }
    });
    actions
}

/// The map in words.
fn list_ui(ui: &mut Ui, cx: &ViewContext<'_>, all: &[Injury]) {
    let words = &cx.words.injuries;
    heading_ui(ui, cx.look, 2, words.list);
    if all.is_empty() {
        soft_ui(ui, cx.look, words.none);
        return;
    }
    let line = |(at, injury): (usize, &Injury)| {
        let said = sites::capital(&injuries::in_words(injury));
        fill(words.numbered, &[&(at + 1).to_string(), &said])
    };
    bullets_ui(ui, &all.iter().enumerate().map(line).collect::<Vec<_>>());
}

/// One injury; returns whether it is to be removed.
fn injury_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, at: usize, injury: &mut Injury) -> bool {
    let (words, look) = (&cx.words.injuries, cx.look);
    let number = (at + 1).to_string();
    let named = |label: &str| fill(label, &[&number]);
    heading_ui(ui, look, 2, &named(words.named));
    child_ui(ui, cx, open, at, injury);
    let sites: Vec<String> = std::iter::once(words.site_none.to_owned())
        .chain(Site::ALL.iter().map(|&site| sites::full(site)))
        .collect();
    let place = injury.site.and_then(|site| Site::ALL.iter().position(|&s| s == site));
    let where_on = named(words.site);
    let chosen = Some(place.map_or(0, |at| at + 1));
    if let Some(at) = pick_ui(ui, look, &key(at, "site"), (&where_on, words.site_none), chosen, &sites) {
        injury.site = at.checked_sub(1).and_then(|at| Site::ALL.get(at)).copied();
    }
    line_ui(ui, look, &key(at, "place"), &named(words.place), &mut injury.place);
    let kind = named(words.kind);
    paragraph_ui(ui, &kind);
    let kinds =
        [words.bruise, words.burn, words.bite, words.cut, words.swelling, words.fracture, words.other]
            .map(Choice::new);
    let chosen = InjuryKind::ALL.iter().position(|&kind| kind == injury.kind);
    if let Some(at) = choice_ui(ui, look, &key(at, "kind"), &kind, chosen, &kinds) {
        injury.kind = InjuryKind::ALL[at];
    }
    let (size, colour) = (named(words.size), named(words.colour));
    let field = FieldBox { key: &key(at, "size"), label: &size, hint: words.size_hint, rows: 1 };
    field_ui(ui, look, field, &mut injury.size);
    let field = FieldBox { key: &key(at, "colour"), label: &colour, hint: words.colour_hint, rows: 1 };
    field_ui(ui, look, field, &mut injury.colour);
    let how = named(words.how);
    paragraph_ui(ui, &how);
    let choices = HOWS.map(|how| Choice::new(say::how(cx.words, how)));
    let chosen = HOWS.iter().position(|&how| how == injury.how);
    if let Some(at) = choice_ui(ui, look, &key(at, "how"), &how, chosen, &choices) {
        injury.how = HOWS[at];
    }
    line_ui(ui, look, &key(at, "by"), &named(words.by), &mut injury.by);
    let when = named(words.when);
    let field = FieldBox { key: &key(at, "when"), label: &when, hint: "", rows: 1 };
    time_ui(ui, cx, field, &mut injury.when, open.case().as_of);
    let explained = named(words.explanation);
    let explanation = key(at, "explanation");
    let field = FieldBox { key: &explanation, label: &explained, hint: words.explanation_hint, rows: 2 };
    field_ui(ui, look, field, &mut injury.explanation);
    line_ui(ui, look, &key(at, "explained by"), &named(words.explained_by), &mut injury.explained_by);
    line_ui(ui, look, &key(at, "words"), &named(words.words), &mut injury.words);
    quiet_ui(ui, look, &named(words.remove))
}

/// Whose injury it is, where that needs asking.
fn child_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, at: usize, injury: &mut Injury) {
    let (words, case) = (&cx.words.injuries, open.case());
    if case.one_child() {
        return;
    }
    let question = fill(words.child, &[&(at + 1).to_string()]);
    paragraph_ui(ui, &question);
    let children: Vec<_> = case.members().map(|member| member.no).collect();
    let called: Vec<String> = children.iter().map(|&child| whom::who(case, child)).collect();
    let choices: Vec<Choice<'_>> = called.iter().map(|called| Choice::new(called)).collect();
    let chosen = children.iter().position(|&child| Some(child) == injury.child);
    if let Some(picked) = choice_ui(ui, cx.look, &key(at, "child"), &question, chosen, &choices) {
        injury.child = Some(children[picked]);
    }
}
