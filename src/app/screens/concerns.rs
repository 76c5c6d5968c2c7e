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
        model::{ConcernIx, Home},
    },
    search::{Hit, Place},
    words::fill,
};

/// No more concerns are shown for one word.
const MOST_SHOWN: usize = 8;

/// So many concerns that go with one, or that nothing points to, are shown before somebody asks for the rest.
const FEW: usize = 4;

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.worry, cx.look);
    heading_ui(ui, look, 1, words.concerns_title);
    paragraph_ui(ui, words.concerns_intro);
    actions.extend(offered_ui(ui, cx, open));
    // A word is quicker than a long list, so it comes first.
    actions.extend(search_ui(ui, cx, open));
    divider_ui(ui, look);
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

/// The concerns that have words of the account, before somebody has to look for them.
fn offered_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let words = &cx.words.worry;
    if cx.shelf.offered().is_empty() {
        return actions;
    }
    heading_ui(ui, cx.look, 2, words.offered_title);
    paragraph_ui(ui, words.offered_intro);
    for fits in cx.shelf.offered() {
        actions.extend(tick_ui(ui, cx, open, fits.concern));
    }
    divider_ui(ui, cx.look);
    actions
}

/// The other concerns to tick: each name with its sentence, or for who is not sure the sentence alone.
///
/// Where some were offered the rest waits behind a button: the way on is not to lie five screens further down.
fn list_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let (words, look) = (&cx.words.worry, cx.look);
    let offered = |at: &ConcernIx| cx.shelf.offered().iter().any(|fits| fits.concern == *at);
    let all = (0..open.framework().concerns.len()).map(ConcernIx);
    let rest: Vec<ConcernIx> = all.filter(|at| !offered(at)).collect();
    let any_offered = !cx.shelf.offered().is_empty();
    let many = rest.len() > FEW;
    let folded = any_offered && many && !cx.scratch.all_concerns && !cx.scratch.unsure;
    let shown = |at: &&ConcernIx| !folded || open.family().chosen().contains(at);
    let mut actions = Vec::new();
    heading_ui(ui, look, 2, if any_offered { words.list_others } else { words.list_title });
    if cx.scratch.unsure {
        paragraph_ui(ui, words.unsure_text);
    }
    actions.extend(rest.iter().filter(shown).filter_map(|&at| tick_ui(ui, cx, open, at)));
    let left = rest.len() - rest.iter().filter(shown).count();
    if left > 0 && quiet_ui(ui, look, &fill(words.list_all, &[&left.to_string()])) {
        actions.push(scratch(cx, |s| s.all_concerns = true));
    }
    actions
}

fn tick_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, at: ConcernIx) -> Option<Action> {
    let concern = open.framework().concerns.get(at.0)?;
    let on = open.family().chosen().contains(&at);
    let choice = if cx.scratch.unsure {
        Choice::new(&concern.worry)
    } else {
        Choice::with(&concern.title, &concern.worry)
    };
    let key = format!("concern {}", concern.id);
    check_ui(ui, cx.look, &key, on, choice).then(|| choose(open, &concern.id, !on))
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
    // What goes with two of them is prompted once.
    let mut prompted: Vec<ConcernIx> = Vec::new();
    for &here in chosen {
        let new = |other: &ConcernIx| !chosen.contains(other) && !prompted.contains(other);
        let others: Vec<ConcernIx> = framework[here].goes_with.iter().copied().filter(new).collect();
        if others.is_empty() {
            continue;
        }
        let title = fill(words.goes_with, &[&framework[here].title]);
        // One more is shown sooner than a button in its place.
        let folded = others.len() > FEW + 1 && !cx.scratch.all_together;
        let shown = if folded { FEW } else { others.len() };
        prompted.extend(&others[..shown]);
        callout_ui(ui, cx.look, Tone::Plain, &title, |ui| {
            for &other in &others[..shown] {
                let concern = &framework[other];
                paragraph_ui(ui, &concern.worry);
                let label = fill(words.choose_named, &[&concern.title]);
                if small_ui(ui, cx.look, &label, &label) {
                    actions.push(choose(open, &concern.id, true));
                }
            }
            let all = fill(words.goes_with_all, &[&others.len().to_string(), &framework[here].title]);
            if folded && small_ui(ui, cx.look, &all, &all) {
                actions.push(scratch(cx, |s| s.all_together = true));
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
    let hits = || found.hits.iter().chain(&found.partly);
    // The concerns that the words point to come first, then any that a place with the words belongs to.
    let mut concerns: Vec<ConcernIx> = cx.shelf.fitting().iter().map(|fits| fits.concern).collect();
    for hit in hits() {
        if let Some(Home::Concern(at)) = home(framework, hit.place)
            && !concerns.contains(&at)
        {
            concerns.push(at);
        }
    }
    let asked: Vec<&Hit> =
        hits().filter(|hit| matches!(home(framework, hit.place), Some(Home::Section(_)))).collect();
    said_ui(ui, cx, &found.way, concerns.len().max(asked.len().min(1)));
    for at in concerns.into_iter().take(MOST_SHOWN) {
        let best = hits().find(|hit| home(framework, hit.place) == Some(Home::Concern(at)));
        actions.extend(found_ui(ui, cx, open, at, best));
    }
    if let Some(hit) = asked.first() {
        ui.add_space(look.sizes.gap / 2.0);
        soft_ui(ui, look, &fill(words.asked_of_all, &[&hit.text]));
    }
    actions
}

/// Which part of a check asks about a place; a word explained or a duty is no reason to choose a concern.
fn home(framework: &Framework, place: Place) -> Option<Home> {
    match place {
        Place::Concern(at) => Some(Home::Concern(at)),
        Place::Sign(at) => Some(framework[framework[at].question].home),
        Place::Question(at) => Some(framework[at].home),
        Place::Term(_) | Place::Duty(_) => None,
    }
}

/// A concern that was found, with the sentence that has the words. At which level that stands is not said here:
/// people say their own view before any suggestion.
fn found_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    open: &Open,
    at: ConcernIx,
    hit: Option<&Hit>,
) -> Option<Action> {
    let (words, look) = (&cx.words.worry, cx.look);
    let concern = open.framework().concerns.get(at.0)?;
    ui.add_space(look.sizes.gap / 2.0);
    bold_ui(ui, look, &concern.title);
    let said = hit.map_or(&concern.worry, |hit| &hit.text);
    if *said != concern.title {
        soft_ui(ui, look, said);
    }
    if open.family().chosen().contains(&at) {
        soft_ui(ui, look, &fill(words.chosen_named, &[&concern.title]));
        return None;
    }
    let label = fill(words.choose_named, &[&concern.title]);
    let name = format!("{label}: {said}");
    small_ui(ui, look, &label, &name).then(|| choose(open, &concern.id, true))
}
