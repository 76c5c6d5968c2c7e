//! The presenter's notes: a window of their own for a second screen, with everything that the big one hides.

use eframe::egui::{self, CentralPanel, Frame, Margin, ScrollArea, Ui, ViewportBuilder, ViewportId};

use super::revealed::result_line;
use crate::{
    app::{
        action::Action,
        training::{Train, keys},
        view::ViewContext,
        widgets::{
            Tone, bold_ui, bullets_ui, callout_ui, heading_ui, page_heading_ui, paragraph_ui, soft_ui,
        },
    },
    training::story::Story,
    words::fill,
};

/// Shows the notes in a window of their own, where the system can have a second one.
///
/// Where it cannot, nothing is shown: the notes would lie on the big screen.
pub fn window_ui(ctx: &egui::Context, cx: &ViewContext<'_>) -> Vec<Action> {
    if !cx.training.notes || ctx.embed_viewports() {
        return Vec::new();
    }
    let builder = ViewportBuilder::default()
        .with_title(cx.words.presenting.notes_title)
        .with_inner_size([760.0, 700.0]);
    let id = ViewportId::from_hash_of("presenter's notes");
    ctx.show_viewport_immediate(id, builder, |ui, _class| {
        let frame = Frame::new().fill(cx.look.colours.paper.0).inner_margin(Margin::same(20));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| notes_ui(ui, cx));
        });
        // Whoever reads the notes has the keyboard here: its keys lead the big screen too.
        let mut actions = keys::pressed(ui.ctx());
        if ui.ctx().input(|input| input.viewport().close_requested()) {
            actions.push(Action::Training(Train::Notes));
        }
        actions
    })
}

fn notes_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let (words, look) = (&cx.words.presenting, cx.look);
    page_heading_ui(ui, look, words.notes_title);
    callout_ui(ui, look, Tone::Notice, "", |ui| paragraph_ui(ui, words.notes_warning));
    let Some(story) = cx.training.story() else { return };
    heading_ui(ui, look, 2, story.title());
    soft_ui(ui, look, &fill(words.minutes, &[&story.minutes().to_string()]));
    if story.contested() {
        bold_ui(ui, look, words.contested);
    }
    if let Some(why) = story.why() {
        paragraph_ui(ui, why);
    }
    heading_ui(ui, look, 2, words.points);
    bullets_ui(ui, story.points());
    heading_ui(ui, look, 2, words.story);
    for (at, part) in story.instalments().iter().enumerate() {
        let (no, of) = ((at + 1).to_string(), story.instalments().len().to_string());
        bold_ui(ui, look, &fill(words.part_of, &[&no, &of]));
        paragraph_ui(ui, &part.says);
        soft_ui(ui, look, &fill(words.known_then, &[&suggested(cx, story, at)]));
    }
}

fn suggested(cx: &ViewContext<'_>, story: &Story, at: usize) -> String {
    let framework = cx.training.framework();
    match cx.training.suggested_to_the_presenter().and_then(|each| each.get(at)) {
        Some(assessment) => result_line(framework, assessment),
        None => result_line(framework, &story.suggestion(framework, at)),
    }
}
