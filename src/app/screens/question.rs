//! One question: how far it is, the question, its answers, and what helps to answer it.

use eframe::egui::Ui;

use super::{answer, help, nav_ui, scratch, skip_ui};
use crate::{
    app::{
        action::Action,
        journey::{self, Screen},
        session::Open,
        view::ViewContext,
        widgets::{Tone, callout_ui, heading_ui, paragraph_ui, quiet_ui, small_ui, soft_ui, status_ui},
    },
    framework::model::{Home, Part, QuestionIx},
    referral::whom,
    words::fill,
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, ix: QuestionIx) -> Vec<Action> {
    let mut actions = Vec::new();
    let look = cx.look;
    let framework = open.framework();
    let question = &framework[ix];
    soft_ui(ui, look, &progress(cx, open, ix));
    heading_ui(ui, look, 1, &question.text);
    if let Some(hint) = &question.hint {
        paragraph_ui(ui, hint);
    }
    if let Home::Section(at) = question.home
        && let Some(intro) = &framework[at].intro
        && framework[at].questions.first() == Some(&ix)
    {
        soft_ui(ui, look, intro);
    }
    actions.extend(review_ui(ui, cx, open, ix));
    ui.add_space(look.sizes.gap / 2.0);
    actions.extend(answer::ui(ui, cx, open, ix, &question.text));
    actions.extend(if open.any_answer(ix) {
        nav_ui(ui, cx, cx.words.shell.next)
    } else {
        skip_ui(ui, cx, cx.words.asking.skip)
    });
    if let Some(after) = past_strengths(open, ix)
        && quiet_ui(ui, look, cx.words.asking.skip_part)
    {
        actions.push(Action::Go(after));
    }
    if !cx.wide {
        let shown = cx.scratch.help_shown;
        if quiet_ui(ui, look, cx.words.asking.help_show) {
            actions.push(scratch(cx, |s| s.help_shown = !shown));
        }
        if shown {
            actions.extend(help::ui(ui, cx, open));
        }
    }
    actions
}

/// Where the part about strengths ends, while more than this one of its questions is left. They are many and
/// never establish anything, so whoever is short of time may pass them by together; no other part is passed so.
fn past_strengths(open: &Open, ix: QuestionIx) -> Option<Screen> {
    let framework = open.framework();
    if framework[ix].part != Some(Part::Strengths) {
        return None;
    }
    let steps = journey::steps(framework, open.family());
    let here = steps.iter().position(|step| *step == Screen::Question(ix))?;
    let is_strength =
        |step: &Screen| matches!(step, Screen::Question(q) if framework[*q].part == Some(Part::Strengths));
    let after = here + steps[here..].iter().position(|step| !is_strength(step))?;
    (after > here + 1).then(|| steps[after])
}

/// `Neglect, question 3 of about 9`.
fn progress(cx: &ViewContext<'_>, open: &Open, ix: QuestionIx) -> String {
    let framework = open.framework();
    let title = framework.home_title(ix);
    match journey::progress(framework, open.family(), ix) {
        None => title.to_owned(),
        Some(journey::Progress { number, of, about }) => {
            let words = &cx.words.asking;
            let template = match (about, number == of) {
                (true, true) => words.progress_more,
                (true, false) => words.progress_about,
                (false, _) => words.progress,
            };
            fill(template, &[title, &number.to_string(), &of.to_string()])
        }
    }
}

/// What each answer to review is about, and the way to confirm it.
fn review_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, ix: QuestionIx) -> Vec<Action> {
    let words = &cx.words.asking;
    let groups = whom::answers(open.framework(), open.case(), ix).into_iter();
    let mut actions = Vec::new();
    for (children, answered) in groups.filter(|(_, answered)| answered.to_review) {
        callout_ui(ui, cx.look, Tone::Notice, words.to_review, |ui| {
            status_ui(ui, words.review_why);
            let text = whom::said_for(open.case(), &children, &open.framework()[ix].text);
            if small_ui(ui, cx.look, words.confirm, &fill(words.confirm_named, &[&text])) {
                actions.push(Action::Confirm(answered.question.clone(), answered.child));
            }
        });
    }
    actions
}
