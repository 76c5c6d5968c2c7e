//! Which cases a session tells, and what is voted on.

use eframe::egui::Ui;

use super::save::papers_ui;
use crate::{
    app::{
        action::Action,
        journey::Screen,
        platform::Ask,
        screens::typed_path_ui,
        training::{Room, Train},
        view::ViewContext,
        widgets::{
            Choice, PathBox, bullets_ui, check_ui, choice_ui, divider_ui, heading_ui, paragraph_ui, pick_ui,
            primary_ui, quiet_ui, small_ui, soft_ui,
        },
    },
    training::{session::Scale, story::Story},
    words::fill,
};

/// The page.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look, room) = (&cx.words.training, cx.look, cx.training);
    heading_ui(ui, look, 1, words.title);
    paragraph_ui(ui, words.intro);
    let stories = room.stories();
    if stories.told.is_empty() {
        paragraph_ui(ui, words.none);
    } else {
        cases_ui(ui, cx, &mut actions);
        heading_ui(ui, look, 2, words.scale);
        let choices = [Choice::new(words.scale_levels), Choice::new(words.scale_pathways)];
        let chosen = usize::from(room.scale == Scale::Pathways);
        if let Some(at) = choice_ui(ui, look, "training scale", words.scale, Some(chosen), &choices) {
            let scale = if at == 0 { Scale::Levels } else { Scale::Pathways };
            actions.push(Action::Training(Train::Scale(scale)));
        }
        ui.add_space(look.sizes.gap);
        paragraph_ui(ui, &chosen_said(cx));
        if primary_ui(ui, look, words.begin) {
            actions.push(Action::Training(Train::Begin));
        }
        actions.extend(papers_ui(ui, cx));
    }
    if !stories.faulty.is_empty() {
        heading_ui(ui, look, 2, words.faulty);
        let faults = stories.faulty.iter().map(|(id, fault)| format!("{id}: {fault}"));
        bullets_ui(ui, &faults.collect::<Vec<_>>());
    }
    divider_ui(ui, look);
    actions.extend(open_ui(ui, cx));
    divider_ui(ui, look);
    for (label, room) in [(cx.words.part.open, Room::Join), (cx.words.past.open, Room::Past)] {
        if quiet_ui(ui, look, label) {
            actions.push(Action::Go(Screen::Training(room)));
        }
    }
    ui.add_space(look.sizes.gap);
    let back = cx.words.shell.back;
    let pressed = if stories.told.is_empty() { primary_ui(ui, look, back) } else { quiet_ui(ui, look, back) };
    if pressed {
        actions.push(Action::Go(Screen::Start));
    }
    actions
}

fn cases_ui(ui: &mut Ui, cx: &ViewContext<'_>, actions: &mut Vec<Action>) {
    let (words, look, room) = (&cx.words.training, cx.look, cx.training);
    heading_ui(ui, look, 2, words.cases);
    soft_ui(ui, look, words.cases_hint);
    let label = if room.levels { words.hide_levels } else { words.show_levels };
    if small_ui(ui, look, label, label) {
        actions.push(Action::Training(Train::Levels));
    }
    soft_ui(ui, look, words.levels_hint);
    if room.levels {
        only_ui(ui, cx, actions);
    }
    let shown = |story: &&Story| room.only.is_none_or(|level| room.level_of(story) == Some(level));
    for story in room.stories().told.iter().filter(shown) {
        let on = room.chosen.contains(&story.id);
        let detail = detail(cx, story);
        let choice = Choice::with(story.title(), &detail);
        if check_ui(ui, look, &format!("story {}", story.id), on, choice) {
            actions.push(Action::Training(Train::Choose(story.id.clone())));
        }
    }
}

/// For the trainer who sees the levels: only the cases of one of them.
fn only_ui(ui: &mut Ui, cx: &ViewContext<'_>, actions: &mut Vec<Action>) {
    let words = &cx.words.training;
    let levels = cx.training.framework().levels.iter().map(|level| level.label.clone());
    let all: Vec<String> = std::iter::once(words.only_all.to_owned()).chain(levels).collect();
    let chosen = cx.training.only.map_or(0, |level| level + 1);
    if let Some(at) = pick_ui(ui, cx.look, "only level", (words.only, ""), Some(chosen), &all) {
        actions.push(Action::Training(Train::Only(at.checked_sub(1))));
    }
}

/// How long a story takes; for the trainer who asks, also what it comes to.
fn detail(cx: &ViewContext<'_>, story: &Story) -> String {
    let words = &cx.words.training;
    let (minutes, parts) = (story.minutes().to_string(), story.instalments().len().to_string());
    let warning = story.warning().unwrap_or_default();
    let plain = fill(words.minutes, &[&minutes, &parts]);
    let plain = if warning.is_empty() { plain } else { format!("{plain}. {warning}") };
    if !cx.training.levels {
        return plain;
    }
    let framework = cx.training.framework();
    let lowest = story.case().expect.as_ref().and_then(|expect| expect.lowest.as_ref());
    let line = lowest.and_then(|id| framework.pathway(id)).map(|at| framework.pathway_line(at));
    let line = line.as_deref().unwrap_or(words.consult);
    fill(if story.contested() { words.comes_to_contested } else { words.comes_to }, &[&plain, line])
}

fn chosen_said(cx: &ViewContext<'_>) -> String {
    let (words, room) = (&cx.words.training, cx.training);
    let chosen = room.chosen.iter().filter_map(|id| room.stories().find(id));
    let minutes: u32 = chosen.map(|story| u32::from(story.minutes())).sum();
    let minutes = minutes.to_string();
    match room.chosen.len() {
        0 => words.chosen_none.to_owned(),
        1 => fill(words.chosen_one, &[&minutes]),
        many => fill(words.chosen, &[&many.to_string(), &minutes]),
    }
}

fn open_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.training, cx.look);
    heading_ui(ui, look, 2, words.open_title);
    if cx.training.session.is_some() && quiet_ui(ui, look, words.to_record) {
        actions.push(Action::Go(Screen::Training(Room::Record)));
    }
    if quiet_ui(ui, look, words.open) {
        actions.push(Action::Dialog(Ask::OpenSession));
    }
    let path = PathBox { key: "session path", label: words.open_path, hint: "", go: words.open_go };
    actions.extend(typed_path_ui(ui, cx, path, |path| Action::Training(Train::Open(path))));
    actions
}
