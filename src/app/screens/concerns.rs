//! The choice of concerns: by name, by a word, or by a sentence that is true.

use eframe::egui::Ui;

use super::{look_up::said_ui, nav_ui, scratch};
use crate::{
    app::{
        action::Action,
        session::Open,
        view::ViewContext,
        widgets::{
            Choice, Tone, bold_ui, callout_ui, check_ui, divider_ui, heading_ui, line_ui, paragraph_ui,
            quiet_ui, small_ui, soft_ui,
        },
    },
    case::Change,
    framework::{
        Framework, Id,
        model::{ConcernIx, Home, PathwayIx},
    },
    search::{Hit, Place},
    words::fill,
};

/// No more places are shown for one word; the count says how many there are.
const MOST_SHOWN: usize = 12;

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.worry, cx.look);
    heading_ui(ui, look, 1, words.concerns_title);
    paragraph_ui(ui, words.concerns_intro);
    // A word is quicker than a long list, so it comes first.
    actions.extend(search_ui(ui, cx, open));
    divider_ui(ui, look);
    heading_ui(ui, look, 2, words.list_title);
    actions.extend(list_ui(ui, cx, open));
    let sentences = cx.scratch.unsure;
    let label = if sentences { words.unsure_hide } else { words.unsure };
    if quiet_ui(ui, look, label) {
        actions.push(scratch(cx, |s| s.unsure = !sentences));
    }
    actions.extend(goes_with_ui(ui, cx, open));
    if open.family().chosen().is_empty() {
        ui.add_space(look.sizes.gap);
        soft_ui(ui, look, words.none_chosen);
    }
    actions.extend(nav_ui(ui, cx, cx.words.shell.next));
    actions
}

/// Every concern to tick: its name with its sentence, or for who is not sure the sentence alone.
fn list_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let sentences = cx.scratch.unsure;
    if sentences {
        paragraph_ui(ui, cx.words.worry.unsure_text);
    }
    for (at, concern) in open.framework().concerns.iter().enumerate() {
        let on = open.family().chosen().contains(&ConcernIx(at));
        let choice = if sentences {
            Choice::new(&concern.worry)
        } else {
            Choice::with(&concern.title, &concern.worry)
        };
        let key = format!("concern {}", concern.id);
        if check_ui(ui, cx.look, &key, on, choice) {
            actions.push(choose(open, &concern.id, !on));
        }
    }
    actions
}

fn choose(open: &Open, concern: &Id, on: bool) -> Action {
    let mut concerns = open.case().concerns.clone();
    concerns.retain(|id| id != concern);
    if on {
        concerns.push(concern.clone());
    }
    Action::Change(Change::Concerns(concerns))
}

/// Concerns that often come with those that were chosen.
fn goes_with_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let words = &cx.words.worry;
    let framework = open.framework();
    let chosen = open.family().chosen();
    for &here in chosen {
        let others: Vec<ConcernIx> =
            framework[here].goes_with.iter().copied().filter(|other| !chosen.contains(other)).collect();
        if others.is_empty() {
            continue;
        }
        let title = fill(words.goes_with, &[&framework[here].title]);
        callout_ui(ui, cx.look, Tone::Plain, &title, |ui| {
            for other in others {
                let concern = &framework[other];
                paragraph_ui(ui, &concern.worry);
                let label = fill(words.choose_named, &[&concern.title]);
                if small_ui(ui, cx.look, &label, &label) {
                    actions.push(choose(open, &concern.id, true));
                }
            }
        });
    }
    actions
}

fn search_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.worry, cx.look);
    heading_ui(ui, look, 2, words.search_title);
    let mut text = cx.scratch.search.clone();
    if line_ui(ui, look, "search", words.search, &mut text) {
        actions.push(scratch(cx, |s| s.search.clone_from(&text)));
    }
    if text.trim().is_empty() {
        return actions;
    }
    let found = cx.shelf.found();
    let framework = open.framework();
    let hits = found.hits.iter().chain(&found.partly);
    let here: Vec<(&Hit, Said<'_>)> =
        hits.filter_map(|hit| Some((hit, said(framework, hit.place)?))).collect();
    said_ui(ui, cx, &found.way, here.len());
    for (hit, said) in here.iter().take(MOST_SHOWN) {
        actions.extend(hit_ui(ui, cx, open, hit, said));
    }
    actions
}

/// What a place that was found says, and of which part of the check.
struct Said<'a> {
    home: Home,
    pathway: Option<PathwayIx>,
    text: &'a str,
}

/// A word explained or a duty is no reason to choose a concern.
fn said(framework: &Framework, place: Place) -> Option<Said<'_>> {
    match place {
        Place::Concern(at) => {
            Some(Said { home: Home::Concern(at), pathway: None, text: &framework[at].title })
        }
        Place::Sign(at) => {
            let sign = &framework[at];
            let home = framework[sign.question].home;
            Some(Said { home, pathway: Some(sign.pathway), text: &sign.text })
        }
        Place::Question(at) => {
            Some(Said { home: framework[at].home, pathway: None, text: &framework[at].text })
        }
        Place::Term(_) | Place::Duty(_) => None,
    }
}

fn hit_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    open: &Open,
    hit: &Hit,
    &Said { home, pathway, text: says }: &Said<'_>,
) -> Option<Action> {
    let (words, look) = (&cx.words.worry, cx.look);
    let framework = open.framework();
    let title = match home {
        Home::Section(at) => &framework[at].title,
        Home::Concern(at) => &framework[at].title,
    };
    ui.add_space(look.sizes.gap / 2.0);
    bold_ui(ui, look, says);
    if hit.text != says {
        soft_ui(ui, look, &hit.text);
    }
    if title != says {
        soft_ui(ui, look, title);
    }
    if let Some(pathway) = pathway.filter(|&p| p != framework.first_pathway()) {
        let line = framework.pathway_line(pathway);
        soft_ui(ui, look, &fill(words.search_level, &[&line]));
    }
    let Home::Concern(at) = home else {
        return None;
    };
    if open.family().chosen().contains(&at) {
        soft_ui(ui, look, &fill(words.chosen_named, &[title]));
        return None;
    }
    let label = fill(words.choose_named, &[title]);
    let name = format!("{label}: {}", hit.text);
    small_ui(ui, look, &label, &name).then(|| choose(open, &framework[at].id, true))
}
