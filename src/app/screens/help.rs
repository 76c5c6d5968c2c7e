//! What helps to answer a question: its meaning, what counts, who would know, why it is asked, its source.

use eframe::egui::Ui;

use crate::{
    app::{
        journey::Screen,
        session::Open,
        view::ViewContext,
        widgets::{bullets_ui, paragraph_ui, side_heading_ui},
    },
    framework::model::Home,
    referral::phrases,
};

/// The help beside or below a question.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) {
    let Screen::Question(ix) = cx.session.screen() else {
        return;
    };
    let framework = open.framework();
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
    if let Home::Concern(at) = question.home
        && framework[at].questions.first() == Some(&ix)
        && !framework[at].bear_in_mind.is_empty()
    {
        side_heading_ui(ui, look, words.bear_in_mind);
        bullets_ui(ui, &framework[at].bear_in_mind);
    }
    side_heading_ui(ui, look, words.source);
    paragraph_ui(ui, &framework.source_line(&question.source));
}
