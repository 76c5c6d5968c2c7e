//! The presenter's notes: a window of their own for a second screen, with everything that the big one hides.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    time::Duration,
};

use eframe::egui::{self, CentralPanel, Frame, Margin, ScrollArea, Ui, ViewportBuilder, ViewportId};

use super::revealed::result_line;
use crate::{
    app::{
        action::Action,
        training::{
            Train, keys,
            steps::{self, Step},
        },
        view::ViewContext,
        widgets::{
            Tone, bold_ui, bullets_ui, callout_ui, heading_ui, page_heading_ui, paragraph_ui, soft_ui,
        },
    },
    training::{session::Round, story::Story},
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
    let show = || {
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
    };
    or_gone(show)
}

/// What came of showing the notes. Where something else than its own button takes the window away, the library
/// panics on asking where the window stands; the room's votes must not end with it.
fn or_gone(show: impl FnOnce() -> Vec<Action>) -> Vec<Action> {
    catch_unwind(AssertUnwindSafe(show)).unwrap_or_else(|_gone| vec![Action::Training(Train::NotesGone)])
}

fn notes_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let (words, look) = (&cx.words.presenting, cx.look);
    page_heading_ui(ui, look, words.notes_title);
    callout_ui(ui, look, Tone::Notice, "", |ui| paragraph_ui(ui, words.notes_warning));
    let Some(story) = cx.training.story() else { return };
    clock_ui(ui, cx, story);
    heading_ui(ui, look, 2, story.title());
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

/// What time it is, how long this case has taken so far, and where in it one stands.
fn clock_ui(ui: &mut Ui, cx: &ViewContext<'_>, story: &Story) {
    let (words, look, room) = (&cx.words.presenting, cx.look, cx.training);
    let now = cx.now.strftime("%H:%M").to_string();
    let so_far = room.minutes_so_far(cx.now).to_string();
    bold_ui(ui, look, &fill(words.clock, &[&now, &so_far, &story.minutes().to_string()]));
    // The next minute is shown when it comes.
    let left = 60 - i64::from(cx.now.second().clamp(0, 59));
    ui.ctx().request_repaint_after(Duration::from_secs(left.unsigned_abs()));
    if let Some(step) = room.step() {
        let (at, of) = ((room.place.step + 1).to_string(), steps::steps(story).len().to_string());
        soft_ui(ui, look, &fill(words.step_of, &[&at, &of, &named(cx, step)]));
    }
}

/// What stands on the big screen, in a word or two.
fn named(cx: &ViewContext<'_>, step: Step) -> String {
    let words = &cx.words.presenting;
    match step {
        Step::Title => words.step_title.to_owned(),
        Step::Part(at) => fill(words.step_part, &[&(at + 1).to_string()]),
        Step::Vote(Round::Alone, at) => fill(words.step_vote, &[&(at + 1).to_string()]),
        Step::Vote(Round::Discussed, _) => words.step_vote_again.to_owned(),
        Step::Ready => words.ready.to_owned(),
        Step::Reveal => words.suggests.to_owned(),
        Step::Parted => words.parted.to_owned(),
        Step::Discuss => words.discuss.to_owned(),
        Step::Compare => words.compare.to_owned(),
    }
}

fn suggested(cx: &ViewContext<'_>, story: &Story, at: usize) -> String {
    let framework = cx.training.framework();
    match cx.training.suggested_to_the_presenter().and_then(|each| each.get(at)) {
        Some(assessment) => result_line(framework, assessment),
        None => result_line(framework, &story.suggestion(framework, at)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_that_is_taken_away_ends_nothing_but_itself() {
        assert_eq!(or_gone(|| vec![Action::Blank]), [Action::Blank]);
        // As the window library panics when it asks a window that is gone where it stands.
        let gone = || -> Vec<Action> { panic!("BadWindow") };
        assert_eq!(or_gone(gone), [Action::Training(Train::NotesGone)]);
    }
}
