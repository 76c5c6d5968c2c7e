//! One question's own page: its answers across the levels, the one that was given lit, and what it means.
//!
//! It needs no check; in one, it leads to the question.

use eframe::egui::Ui;

use super::{help, words as explained};
use crate::{
    app::{
        action::Action,
        journey::{self, Screen},
        say,
        view::ViewContext,
        widgets::{
            LevelColumn, Rung, bold_ui, heading_ui, ladder_ui, level_row_ui, page_heading_ui, paragraph_ui,
            primary_ui, quiet_ui, row_text_ui, small_ui, soft_ui, status_ui, text_column_ui,
        },
    },
    framework::{
        Framework,
        model::{Question, QuestionIx},
    },
    words::fill,
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, at: QuestionIx) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.look_up, cx.look);
    let framework = cx.session.framework();
    let Some(question) = framework.questions.get(at.0) else {
        page_heading_ui(ui, look, words.title);
        status_ui(ui, words.gone);
        actions.extend(primary_ui(ui, look, cx.words.shell.back).then_some(Action::Back));
        return actions;
    };
    text_column_ui(ui, look, |ui| {
        page_heading_ui(ui, look, &question.text);
        soft_ui(ui, look, &fill(words.part_of, &[framework.home_title(at)]));
        if let Some(hint) = &question.hint {
            paragraph_ui(ui, hint);
        }
        answer_ui(ui, cx, at);
        heading_ui(ui, look, 2, words.across);
    });
    let lit = lit(cx, at);
    picture_ui(ui, cx, at, &lit);
    text_column_ui(ui, look, |ui| {
        heading_ui(ui, look, 2, words.ladder);
        for step in 0..question.steps.len() {
            actions.extend(step_ui(ui, cx, at, step, lit.contains(&step)));
        }
        help::about_ui(ui, cx, framework, at);
        heading_ui(ui, look, 2, words.source);
        paragraph_ui(ui, &framework.source_line(&question.source));
        actions.extend(explained::ui(ui, cx, &cx.shelf.terms_of_questions([at])));
        actions.extend(leave_ui(ui, cx, framework, at));
    });
    actions
}

/// The steps that were answered, for any child of the check.
fn lit(cx: &ViewContext<'_>, at: QuestionIx) -> Vec<usize> {
    let facts = cx.session.open().into_iter().flat_map(|open| open.family().facts());
    facts.filter_map(|facts| facts.known.get(at.0).copied().flatten()).collect()
}

/// What the check says of it so far.
fn answer_ui(ui: &mut Ui, cx: &ViewContext<'_>, at: QuestionIx) {
    let words = &cx.words.look_up;
    let Some(open) = cx.session.open() else { return };
    match open.answered(at) {
        Some(given) => {
            let said = say::answer(cx.words, open.framework(), at, &given.answer);
            row_text_ui(ui, cx.look, words.your_answer, &said);
        }
        None if open.any_answer(at) => {
            soft_ui(ui, cx.look, words.answered_apart);
        }
        None => {
            soft_ui(ui, cx.look, words.not_answered);
        }
    }
}

/// A step's level; none where it stands for none.
fn level_of(framework: &Framework, question: &Question, step: usize) -> Option<usize> {
    let sign = question.steps[step].indicator?;
    Some(framework[framework[sign].pathway].level.0)
}

fn picture_ui(ui: &mut Ui, cx: &ViewContext<'_>, at: QuestionIx, lit: &[usize]) {
    let words = &cx.words.look_up;
    let framework = cx.session.framework();
    let question = &framework[at];
    let steps = 0..question.steps.len();
    let levelless = steps.clone().any(|step| level_of(framework, question, step).is_none());
    let none = levelless.then_some(LevelColumn { level: None, title: words.no_level_column });
    let levels = framework.levels.iter().enumerate();
    let levels =
        levels.map(|(at, level)| LevelColumn { level: Some((at, &level.short)), title: &level.label });
    let columns: Vec<LevelColumn<'_>> = none.into_iter().chain(levels).collect();
    let rung = |step: usize| Rung {
        column: level_of(framework, question, step).map_or(0, |level| level + usize::from(levelless)),
        text: say::step(cx.words, framework, at, step),
        lit: lit.contains(&step).then_some(words.your_answer),
    };
    let rungs: Vec<Rung> = steps.map(rung).collect();
    ladder_ui(ui, cx.look, words.across, &columns, &rungs);
}

/// The twin of the picture: one answer, where it stands, and the way to its sign's page.
fn step_ui(ui: &mut Ui, cx: &ViewContext<'_>, at: QuestionIx, step: usize, lit: bool) -> Option<Action> {
    let (words, look) = (&cx.words.look_up, cx.look);
    let framework = cx.session.framework();
    let said = say::step(cx.words, framework, at, step);
    ui.add_space(look.sizes.gap / 2.0);
    if lit {
        bold_ui(ui, look, &format!("{said} ({})", words.your_answer));
    } else {
        paragraph_ui(ui, &said);
    }
    let Some(sign) = framework[at].steps[step].indicator else {
        soft_ui(ui, look, words.no_level);
        return None;
    };
    let pathway = framework[sign].pathway;
    let level = framework[pathway].level;
    level_row_ui(ui, look, level.0, &framework[level].short, &framework.pathway_line(pathway));
    let name = fill(words.see_sign_named, &[&framework[sign].text]);
    small_ui(ui, look, words.see_sign, &name).then_some(Action::Go(Screen::Sign(sign)))
}

/// In a check that asks it, the way to the question; else back.
fn leave_ui(ui: &mut Ui, cx: &ViewContext<'_>, framework: &Framework, at: QuestionIx) -> Option<Action> {
    let (words, look) = (&cx.words.look_up, cx.look);
    let question = journey::screen_of(framework, at);
    let open = cx.session.open();
    let asked = open.is_some_and(|open| journey::is_asked(framework, open.family(), at));
    let here_before = cx.session.came_from() == question;
    let mut action = None;
    ui.add_space(look.sizes.gap * 1.5);
    if open.is_some() && !asked {
        soft_ui(ui, look, words.not_asked);
    }
    ui.horizontal_wrapped(|ui| {
        let strong = asked && !here_before;
        if strong && primary_ui(ui, look, words.to_question) {
            action = Some(Action::Visit(question));
        }
        let back = cx.words.shell.back;
        let pressed = if strong { quiet_ui(ui, look, back) } else { primary_ui(ui, look, back) };
        if pressed {
            action = Some(Action::Back);
        }
    });
    action
}
