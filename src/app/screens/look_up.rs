//! The look-up: a word, and what the framework says of it, with or without a check.

use eframe::egui::Ui;

use super::scratch;
use crate::{
    app::{
        action::{Action, Begin, Leaving, Unsaved},
        journey::Screen,
        say,
        view::ViewContext,
        widgets::{
            bold_ui, heading_ui, line_ui, link_ui, paragraph_ui, primary_ui, quiet_ui, small_ui, soft_ui,
            status_ui,
        },
    },
    framework::model::{ConcernIx, DutyIx, IndicatorIx, QuestionIx, TermIx},
    search::{Hit, Place, Way},
    words::fill,
};

/// No more places are shown until somebody asks for all.
const MOST_SHOWN: usize = 15;

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.look_up, cx.look);
    heading_ui(ui, look, 1, words.title);
    paragraph_ui(ui, words.intro);
    let mut text = cx.scratch.search.clone();
    if line_ui(ui, look, "look up", words.search, &mut text) {
        actions.push(scratch(cx, |s| {
            s.search.clone_from(&text);
            s.all_found = false;
        }));
    }
    if !text.trim().is_empty() {
        let found = cx.shelf.found();
        said_ui(ui, cx, &found.way, found.hits.len());
        let most = if cx.scratch.all_found { usize::MAX } else { MOST_SHOWN };
        actions.extend(found.hits.iter().take(most).filter_map(|hit| hit_ui(ui, cx, hit)));
        if found.hits.len() > most {
            let more = fill(words.more, &[&found.hits.len().to_string()]);
            if quiet_ui(ui, look, &more) {
                actions.push(scratch(cx, |s| s.all_found = true));
            }
        }
        if !found.partly.is_empty() {
            heading_ui(ui, look, 2, words.partly);
            actions.extend(found.partly.iter().filter_map(|hit| hit_ui(ui, cx, hit)));
        }
    }
    ui.add_space(look.sizes.gap * 1.5);
    if primary_ui(ui, look, cx.words.shell.back) {
        actions.push(Action::Back);
    }
    actions
}

/// How much was found, and how.
pub fn said_ui(ui: &mut Ui, cx: &ViewContext<'_>, way: &Way, count: usize) {
    let words = &cx.words.look_up;
    match way {
        _ if count == 0 => status_ui(ui, words.none),
        Way::Spelled(word) => status_ui(ui, fill(words.spelled, &[word])),
        Way::Some => status_ui(ui, words.in_part),
        Way::Typed if count == 1 => status_ui(ui, words.one),
        Way::Typed => status_ui(ui, fill(words.some, &[&count.to_string()])),
    };
}

/// One place: what it is called, the sentence that was found, and what it is.
fn hit_ui(ui: &mut Ui, cx: &ViewContext<'_>, hit: &Hit) -> Option<Action> {
    ui.add_space(cx.look.sizes.gap / 2.0);
    match hit.place {
        Place::Concern(at) => concern_ui(ui, cx, hit, at),
        Place::Sign(at) => sign_ui(ui, cx, hit, at),
        Place::Question(at) => question_ui(ui, cx, hit, at),
        Place::Term(at) => term_ui(ui, cx, hit, at),
        Place::Duty(at) => duty_ui(ui, cx, hit, at),
    }
}

/// The sentence that has the words, where what stands here already does not say it.
fn sentence_ui(ui: &mut Ui, cx: &ViewContext<'_>, hit: &Hit, said: &[&String]) {
    if said.iter().all(|text| **text != hit.text) {
        soft_ui(ui, cx.look, &hit.text);
    }
}

fn concern_ui(ui: &mut Ui, cx: &ViewContext<'_>, hit: &Hit, at: ConcernIx) -> Option<Action> {
    let words = &cx.words.look_up;
    let concern = cx.session.framework().concerns.get(at.0)?;
    bold_ui(ui, cx.look, &concern.title);
    paragraph_ui(ui, &concern.worry);
    sentence_ui(ui, cx, hit, &[&concern.title, &concern.worry]);
    soft_ui(ui, cx.look, words.concern);
    let name = fill(words.start_concern_named, &[&concern.title]);
    let pressed = small_ui(ui, cx.look, words.start_concern, &name);
    let with = Begin::Concern(concern.id.clone());
    pressed.then_some(Action::Leave(Leaving::StartWith(with), Unsaved::Ask))
}

fn sign_ui(ui: &mut Ui, cx: &ViewContext<'_>, hit: &Hit, at: IndicatorIx) -> Option<Action> {
    let words = &cx.words.look_up;
    let framework = cx.session.framework();
    let sign = framework.indicators.get(at.0)?;
    let pressed = link_ui(ui, cx.look, &sign.text, &say::sign_name(framework, at));
    sentence_ui(ui, cx, hit, &[&sign.text]);
    let part = fill(words.part_of, &[framework.home_title(sign.question)]);
    let of = fill(words.one_sign_of, &[&framework.pathway_line(sign.pathway)]);
    soft_ui(ui, cx.look, &format!("{}. {part}. {of}.", words.sign));
    pressed.then_some(Action::Go(Screen::Sign(at)))
}

fn question_ui(ui: &mut Ui, cx: &ViewContext<'_>, hit: &Hit, at: QuestionIx) -> Option<Action> {
    let words = &cx.words.look_up;
    let framework = cx.session.framework();
    let question = framework.questions.get(at.0)?;
    let pressed = link_ui(
        ui,
        cx.look,
        &question.text,
        &fill(words.question_named, &[&say::question_name(framework, at)]),
    );
    sentence_ui(ui, cx, hit, &[&question.text]);
    let part = fill(words.part_of, &[framework.home_title(at)]);
    soft_ui(ui, cx.look, &format!("{}. {part}.", words.question));
    pressed.then_some(Action::Go(Screen::Ladder(at)))
}

/// A word has no page: its meaning stands here.
fn term_ui(ui: &mut Ui, cx: &ViewContext<'_>, hit: &Hit, at: TermIx) -> Option<Action> {
    let term = cx.session.framework().glossary.get(at.0)?;
    bold_ui(ui, cx.look, &term.term);
    paragraph_ui(ui, &term.means);
    if !term.also.is_empty() {
        soft_ui(ui, cx.look, &fill(cx.words.explained.also, &[&term.also.join(", ")]));
    }
    let said: Vec<&String> = term.also.iter().chain([&term.term, &term.means]).collect();
    sentence_ui(ui, cx, hit, &said);
    soft_ui(ui, cx.look, cx.words.look_up.term);
    None
}

fn duty_ui(ui: &mut Ui, cx: &ViewContext<'_>, hit: &Hit, at: DutyIx) -> Option<Action> {
    let words = &cx.words.look_up;
    let duty = cx.session.framework().duties.get(at.0)?;
    let pressed = link_ui(ui, cx.look, &duty.title, &fill(words.duty_named, &[&duty.title]));
    sentence_ui(ui, cx, hit, &[&duty.title]);
    soft_ui(ui, cx.look, words.duty);
    pressed.then_some(Action::Go(Screen::Duty(at)))
}
