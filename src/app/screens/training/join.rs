//! Taking part: which case, how far, and what becomes of the answers.

use eframe::egui::Ui;

use crate::{
    app::{
        action::Action,
        journey::Screen,
        training::{
            Room, Train,
            part::{Join, Mode},
        },
        view::ViewContext,
        widgets::{
            Choice, choice_ui, fault_text_ui, heading_ui, paragraph_ui, primary_ui, quiet_ui, soft_ui,
        },
    },
    training::session::Round,
    words::fill,
};

/// The page.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look, room) = (&cx.words.part, cx.look, cx.training);
    heading_ui(ui, look, 1, words.join_title);
    paragraph_ui(ui, words.join_text);
    past_ui(ui, cx);
    let mut join = room.join.clone();
    let stories = &room.stories().told;
    let titles: Vec<Choice<'_>> = stories.iter().map(|story| Choice::new(story.title())).collect();
    heading_ui(ui, look, 2, words.which);
    let chosen = join.story.as_ref().and_then(|id| stories.iter().position(|story| story.id == *id));
    if let Some(at) = choice_ui(ui, look, "join story", words.which, chosen, &titles) {
        join.story = Some(stories[at].id.clone());
    }
    heading_ui(ui, look, 2, words.how_far);
    let far = [
        Choice::with(words.level_alone, words.level_alone_detail),
        Choice::with(words.whole, words.whole_detail),
    ];
    if let Some(at) = choice_ui(ui, look, "join far", words.how_far, Some(usize::from(join.whole)), &far) {
        join.whole = at == 1;
    }
    heading_ui(ui, look, 2, words.what_for);
    what_for_ui(ui, cx, &mut join);
    if join.mode != Mode::Quiz {
        heading_ui(ui, look, 2, words.round);
        let rounds = [Choice::new(words.round_alone), Choice::new(words.round_discussed)];
        let chosen = usize::from(join.round == Round::Discussed);
        if let Some(at) = choice_ui(ui, look, "join round", words.round, Some(chosen), &rounds) {
            join.round = Round::ALL[at];
        }
    }
    if join != room.join {
        actions.push(Action::Training(Train::Join(join.clone())));
    }
    if cx.scratch.pressed_on && join.story.is_none() {
        fault_text_ui(ui, look, words.which_first);
    }
    ui.add_space(look.sizes.gap);
    if primary_ui(ui, look, words.begin) {
        actions.push(Action::Training(Train::Take));
    }
    if quiet_ui(ui, look, cx.words.shell.back) {
        actions.push(Action::Go(Screen::Training(Room::Choose)));
    }
    actions
}

fn what_for_ui(ui: &mut Ui, cx: &ViewContext<'_>, join: &mut Join) {
    let words = &cx.words.part;
    let mut modes = vec![
        (Mode::File, Choice::with(words.for_file, words.for_file_detail)),
        (Mode::Quiz, Choice::with(words.for_quiz, words.for_quiz_detail)),
    ];
    // One machine is passed round only where it holds the session.
    if cx.training.can_go_on() {
        modes.push((Mode::Passed, Choice::with(words.for_passed, words.for_passed_detail)));
    }
    let choices: Vec<Choice<'_>> = modes.iter().map(|(_, choice)| *choice).collect();
    let chosen = modes.iter().position(|(mode, _)| *mode == join.mode);
    if let Some(at) = choice_ui(ui, cx.look, "join mode", words.what_for, chosen, &choices) {
        join.mode = modes[at].0;
    }
}

/// The cases of this sitting that were compared.
fn past_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let words = &cx.words.part;
    let past = &cx.training.sitting;
    if past.is_empty() {
        return;
    }
    heading_ui(ui, cx.look, 2, words.sitting);
    let same = past.iter().filter(|one| one.same == Some(true)).count();
    let line = fill(words.sitting_line, &[&past.len().to_string(), &same.to_string()]);
    paragraph_ui(ui, &line);
    for one in past {
        let level = match one.same {
            Some(true) => words.level_same,
            Some(false) => words.level_other,
            None => words.level_unsure,
        };
        let mut line = format!("{}: {level}", one.title);
        if one.both > 0 {
            line.push_str("; ");
            line.push_str(&fill(words.questions_same, &[&one.alike.to_string(), &one.both.to_string()]));
        }
        soft_ui(ui, cx.look, &line);
    }
}
