//! Words of the glossary, explained where they stand: folded away until somebody asks.

use eframe::egui::Ui;

use super::scratch;
use crate::{
    app::{
        action::Action,
        view::ViewContext,
        widgets::{bold_ui, heading_ui, paragraph_ui, quiet_ui, soft_ui},
    },
    framework::model::TermIx,
    words::fill,
};

/// The terms that stand on this page, with their meaning; nothing where there are none.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, terms: &[TermIx]) -> Option<Action> {
    let words = &cx.words.explained;
    if terms.is_empty() {
        return None;
    }
    let shown = cx.scratch.words_shown;
    let label = match terms.len() {
        _ if shown => words.hide.to_owned(),
        1 => words.show_one.to_owned(),
        many => fill(words.show, &[&many.to_string()]),
    };
    ui.add_space(cx.look.sizes.gap);
    let pressed = quiet_ui(ui, cx.look, &label);
    if shown {
        heading_ui(ui, cx.look, 2, words.title);
        let glossary = &cx.session.framework().glossary;
        for term in terms.iter().filter_map(|at| glossary.get(at.0)) {
            bold_ui(ui, cx.look, &term.term);
            paragraph_ui(ui, &term.means);
            if !term.also.is_empty() {
                soft_ui(ui, cx.look, &fill(words.also, &[&term.also.join(", ")]));
            }
            ui.add_space(cx.look.sizes.gap / 2.0);
        }
    }
    pressed.then(|| scratch(cx, |s| s.words_shown = !shown))
}
