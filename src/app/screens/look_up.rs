//! The look-up: a word, and what the framework says of it, with or without a check.

use eframe::egui::Ui;

use super::scratch;
use crate::{
    app::{
        action::{Action, Begin, Leaving, Unsaved},
        journey::Screen,
        search::{Found, Hit, Place, Way},
        view::ViewContext,
        widgets::{
            bold_ui, heading_ui, line_ui, link_ui, paragraph_ui, primary_ui, small_ui, soft_ui, status_ui,
        },
    },
    framework::model::{ConcernIx, IndicatorIx, QuestionIx},
    words::fill,
};

/// No more places of one kind are shown; the count says how many there are.
const MOST_SHOWN: usize = 8;

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.look_up, cx.look);
    heading_ui(ui, look, 1, words.title);
    paragraph_ui(ui, words.intro);
    let mut text = cx.scratch.search.clone();
    if line_ui(ui, look, "look up", words.search, &mut text) {
        actions.push(scratch(cx, |s| s.search.clone_from(&text)));
    }
    if !text.trim().is_empty() {
        let found = cx.shelf.found();
        said_ui(ui, cx, found);
        actions.extend(group_ui(ui, cx, words.concerns, found, |hit| match hit.place {
            Place::Concern(at) => Some(Box::new(move |ui: &mut Ui| concern_ui(ui, cx, hit, at))),
            Place::Sign(_) | Place::Question(_) => None,
        }));
        actions.extend(group_ui(ui, cx, words.signs, found, |hit| match hit.place {
            Place::Sign(at) => Some(Box::new(move |ui: &mut Ui| sign_ui(ui, cx, hit, at))),
            Place::Concern(_) | Place::Question(_) => None,
        }));
        actions.extend(group_ui(ui, cx, words.questions, found, |hit| match hit.place {
            Place::Question(at) => Some(Box::new(move |ui: &mut Ui| question_ui(ui, cx, hit, at))),
            Place::Concern(_) | Place::Sign(_) => None,
        }));
    }
    ui.add_space(look.sizes.gap * 1.5);
    if primary_ui(ui, look, cx.words.shell.back) {
        actions.push(Action::Back);
    }
    actions
}

/// How much was found, and how.
pub fn said_ui(ui: &mut Ui, cx: &ViewContext<'_>, found: &Found) {
    let words = &cx.words.look_up;
    let count = found.hits.len();
    match &found.way {
        _ if count == 0 => status_ui(ui, words.none),
        Way::Spelled(word) => status_ui(ui, fill(words.spelled, &[word])),
        Way::Some => status_ui(ui, words.in_part),
        Way::Typed if count == 1 => status_ui(ui, words.one),
        Way::Typed => status_ui(ui, fill(words.some, &[&count.to_string()])),
    };
}

type Draw<'a> = Box<dyn Fn(&mut Ui) -> Option<Action> + 'a>;

/// The places of one kind, under their heading, the best first.
fn group_ui<'a>(
    ui: &mut Ui,
    cx: &'a ViewContext<'a>,
    title: &str,
    found: &'a Found,
    kind: impl Fn(&'a Hit) -> Option<Draw<'a>>,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let places: Vec<Draw<'a>> = found.hits.iter().filter_map(kind).collect();
    if places.is_empty() {
        return actions;
    }
    heading_ui(ui, cx.look, 2, title);
    for draw in places.iter().take(MOST_SHOWN) {
        actions.extend(draw(ui));
        ui.add_space(cx.look.sizes.gap / 2.0);
    }
    if places.len() > MOST_SHOWN {
        let more = (places.len() - MOST_SHOWN).to_string();
        soft_ui(ui, cx.look, &fill(cx.words.look_up.more, &[&more]));
    }
    actions
}

fn concern_ui(ui: &mut Ui, cx: &ViewContext<'_>, hit: &Hit, at: ConcernIx) -> Option<Action> {
    let words = &cx.words.look_up;
    let concern = cx.session.framework().concerns.get(at.0)?;
    bold_ui(ui, cx.look, &concern.title);
    paragraph_ui(ui, &concern.worry);
    if hit.text != concern.title && hit.text != concern.worry {
        soft_ui(ui, cx.look, &hit.text);
    }
    let name = fill(words.start_concern_named, &[&concern.title]);
    let pressed = small_ui(ui, cx.look, words.start_concern, &name);
    let with = Begin::Concern(concern.id.clone());
    pressed.then_some(Action::Leave(Leaving::StartWith(with), Unsaved::Ask))
}

fn sign_ui(ui: &mut Ui, cx: &ViewContext<'_>, hit: &Hit, at: IndicatorIx) -> Option<Action> {
    let words = &cx.words.look_up;
    let framework = cx.session.framework();
    let sign = framework.indicators.get(at.0)?;
    let pressed = link_ui(ui, cx.look, &sign.text, &sign.text);
    if hit.text != sign.text {
        soft_ui(ui, cx.look, &hit.text);
    }
    let of = fill(words.one_sign_of, &[&framework.pathway_line(sign.pathway)]);
    soft_ui(ui, cx.look, &format!("{}. {of}.", fill(words.part_of, &[framework.home_title(sign.question)])));
    pressed.then_some(Action::Go(Screen::Sign(at)))
}

fn question_ui(ui: &mut Ui, cx: &ViewContext<'_>, hit: &Hit, at: QuestionIx) -> Option<Action> {
    let words = &cx.words.look_up;
    let framework = cx.session.framework();
    let question = framework.questions.get(at.0)?;
    bold_ui(ui, cx.look, &question.text);
    if hit.text != question.text {
        soft_ui(ui, cx.look, &hit.text);
    }
    soft_ui(ui, cx.look, &fill(words.part_of, &[framework.home_title(at)]));
    let worst = question.steps.iter().rev().find_map(|step| step.indicator)?;
    let name = fill(words.question_answers_named, &[&question.text]);
    small_ui(ui, cx.look, words.question_answers, &name).then_some(Action::Go(Screen::Sign(worst)))
}
