//! The answers so far, each with the way to change it.

use eframe::egui::Ui;

use crate::{
    app::{
        action::Action,
        journey::{self, Screen, Stretch},
        say,
        session::Open,
        view::ViewContext,
        widgets::{Tone, bold_ui, callout_ui, heading_ui, small_text_ui, small_ui, soft_ui, status_ui},
    },
    framework::model::{Home, QuestionIx},
    referral::whom,
    words::fill,
};

/// The list.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.asking, cx.look);
    heading_ui(ui, look, 2, words.answers_title);
    review_ui(ui, cx, open);
    if open.case().answers.is_empty() {
        soft_ui(ui, look, words.answers_none);
    }
    for stretch in journey::stretches(open.framework(), open.family()) {
        actions.extend(stretch_ui(ui, cx, open, &stretch));
    }
    actions
}

/// How many answers wait, and that the result waits with them.
pub fn review_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) {
    let words = &cx.words.asking;
    let waiting = open.to_review().len();
    if waiting == 0 {
        return;
    }
    let count = match waiting {
        1 => words.review_one.to_owned(),
        many => fill(words.review_many, &[&many.to_string()]),
    };
    callout_ui(ui, cx.look, Tone::Notice, "", |ui| {
        status_ui(ui, &count);
        // A level is not named before the practitioner has given their own.
        let held = open.case().held.as_ref().filter(|_| open.case().revealed.is_some());
        if let Some(pathway) = held.and_then(|id| open.framework().pathway(id)) {
            let line = open.framework().pathway_line(pathway);
            small_text_ui(ui, cx.look, &fill(words.held, &[&line]));
        }
    });
}

fn stretch_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, stretch: &Stretch) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.asking, cx.look);
    let Stretch { home, questions, could_grow: _ } = stretch;
    let here = |q: QuestionIx| cx.session.screen() == Screen::Question(q);
    let done = questions.iter().filter(|&&q| open.any_answer(q)).count();
    if done == 0 && !questions.iter().any(|&q| here(q)) {
        return actions;
    }
    let framework = open.framework();
    let title = match *home {
        Home::Section(at) => &framework[at].title,
        Home::Concern(at) => &framework[at].title,
    };
    heading_ui(ui, look, 3, title);
    let counts = [done.to_string(), questions.len().to_string()];
    small_text_ui(ui, look, &fill(words.count_done, &[&counts[0], &counts[1]]));
    for &question in questions {
        actions.extend(answer_ui(ui, cx, open, question, here(question)));
    }
    actions
}

fn answer_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    open: &Open,
    question: QuestionIx,
    here: bool,
) -> Option<Action> {
    let (words, look) = (&cx.words.asking, cx.look);
    let framework = open.framework();
    let given = whom::answers(framework, open.case(), question);
    if given.is_empty() && !here {
        return None;
    }
    let text = &framework[question].text;
    ui.add_space(look.sizes.gap / 2.0);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        small_text_ui(ui, look, text);
        let alone = given.len() == 1;
        for (children, answered) in &given {
            let answer = say::answer(cx.words, framework, question, &answered.answer);
            let all = alone && open.assessment().everyone(children);
            let said = if all { answer } else { whom::said_for(open.case(), children, &answer) };
            bold_ui(ui, look, &said);
            if answered.to_review {
                small_text_ui(ui, look, words.to_review);
            }
        }
        if here {
            let line = soft_ui(ui, look, words.here);
            if cx.arriving {
                line.scroll_to_me(None);
            }
            return None;
        }
        let name = fill(cx.words.shell.change_named, &[text]);
        let pressed = small_ui(ui, look, cx.words.shell.change, &name);
        let screen = journey::screen_of(framework, question);
        pressed.then_some(Action::Visit(screen))
    })
    .inner
}
