//! What helps to answer a question: its meaning, what counts, who would know, why it is asked, its source.

use eframe::egui::Ui;

use super::words as explained;
use crate::{
    app::{
        action::Action,
        journey::Screen,
        session::Open,
        view::ViewContext,
        widgets::{bullets_ui, link_ui, paragraph_ui, side_heading_ui},
    },
    framework::{
        Framework,
        model::{Home, QuestionIx},
    },
    referral::phrases,
    words::fill,
};

/// The help beside or below a question.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let Screen::Question(ix) = cx.session.screen() else {
        return actions;
    };
    let framework = open.framework();
    let question = &framework[ix];
    about_ui(ui, cx, framework, ix);
    let words = &cx.words.asking;
    if let Home::Concern(at) = question.home
        && framework[at].questions.first() == Some(&ix)
        && !framework[at].bear_in_mind.is_empty()
    {
        side_heading_ui(ui, cx.look, words.bear_in_mind);
        bullets_ui(ui, &framework[at].bear_in_mind);
    }
    side_heading_ui(ui, cx.look, words.source);
    paragraph_ui(ui, &framework.source_line(&question.source));
    actions.extend(explained::ui(ui, cx, &cx.shelf.terms_of_questions([ix])));
    actions.extend(signs_ui(ui, cx, framework, ix));
    actions
}

/// What a question means, what counts, who would know, how it can be found out, and why it is asked.
pub fn about_ui(ui: &mut Ui, cx: &ViewContext<'_>, framework: &Framework, ix: QuestionIx) {
    let question = &framework[ix];
    let words = &cx.words.asking;
    let look = cx.look;
    if let Some(means) = &question.means {
        side_heading_ui(ui, look, words.means);
        paragraph_ui(ui, means);
    }
    let lists = [(words.counts, &question.counts), (words.does_not_count, &question.does_not_count)];
    for (title, items) in lists {
        if !items.is_empty() {
            side_heading_ui(ui, look, title);
            bullets_ui(ui, items);
        }
    }
    if !question.who.is_empty() {
        side_heading_ui(ui, look, words.who);
        bullets_ui(ui, &question.who);
    }
    side_heading_ui(ui, look, words.find_out);
    paragraph_ui(ui, &phrases::find_out(&question.find_out));
    side_heading_ui(ui, look, words.why);
    paragraph_ui(ui, &question.why);
}

/// The way to the page of each answer's indicator, and *Back* leads here again.
fn signs_ui(ui: &mut Ui, cx: &ViewContext<'_>, framework: &Framework, ix: QuestionIx) -> Option<Action> {
    let words = &cx.words.look_up;
    let signs: Vec<_> = framework[ix].steps.iter().filter_map(|step| step.indicator).collect();
    let mut action = None;
    side_heading_ui(ui, cx.look, words.from_question);
    if link_ui(ui, cx.look, words.see_across, words.see_across) {
        action = Some(Action::Go(Screen::Ladder(ix)));
    }
    for at in signs {
        let text = &framework[at].text;
        if link_ui(ui, cx.look, text, &fill(words.see_sign_named, &[text])) {
            action = Some(Action::Go(Screen::Sign(at)));
        }
    }
    action
}
