//! One person at a case: the story bit by bit, their own level, and then the file or the comparison.

use eframe::egui::Ui;

use super::save::typed_ui;
use crate::{
    app::{
        action::Action,
        journey::Screen,
        training::{
            Kept, Room, Train,
            part::{Mode, Part, Stage},
        },
        view::ViewContext,
        widgets::{
            Choice, Tone, bold_ui, bullets_ui, callout_ui, choice_ui, divider_ui, fault_text_ui, heading_ui,
            line_ui, page_heading_ui, paragraph_ui, primary_ui, quiet_ui, soft_ui,
        },
    },
    framework::Framework,
    referral::phrases,
    training::{
        compare::{self, Row},
        sheet::Own,
        split::Stance,
        story::Story,
    },
    words::fill,
};

/// The page.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let (words, look, room) = (&cx.words.part, cx.look, cx.training);
    let here = room.part.as_ref().and_then(|part| Some((part, room.stories().find(&part.sheet.case)?)));
    let Some((part, story)) = here else {
        heading_ui(ui, look, 1, words.join_title);
        let back = primary_ui(ui, look, cx.words.shell.back);
        return back.then_some(Action::Go(Screen::Training(Room::Join))).into_iter().collect();
    };
    match part.stage {
        Stage::Read(at) => read_ui(ui, cx, part, story, at),
        Stage::Walk => walking_ui(ui, cx, story),
        Stage::Own => own_ui(ui, cx, part, story),
        Stage::Done if part.join.mode == Mode::Quiz => compare_ui(ui, cx, part, story),
        Stage::Done => hand_in_ui(ui, cx, part, story),
    }
}

fn moves_ui(ui: &mut Ui, cx: &ViewContext<'_>, next: &str) -> Vec<Action> {
    let mut actions = Vec::new();
    ui.add_space(cx.look.sizes.gap * 1.5);
    ui.horizontal_wrapped(|ui| {
        if primary_ui(ui, cx.look, next) {
            actions.push(Action::Training(Train::PartNext));
        }
        if quiet_ui(ui, cx.look, cx.words.shell.back) {
            actions.push(Action::Training(Train::PartBack));
        }
    });
    actions
}

fn read_ui(ui: &mut Ui, cx: &ViewContext<'_>, part: &Part, story: &Story, at: usize) -> Vec<Action> {
    let (words, look) = (&cx.words.part, cx.look);
    page_heading_ui(ui, look, story.title());
    let (no, of) = ((at + 1).to_string(), story.instalments().len().to_string());
    soft_ui(ui, look, &fill(cx.words.presenting.part_of, &[&no, &of]));
    if let Some(warning) = story.warning().filter(|_| at == 0) {
        callout_ui(ui, look, Tone::Notice, cx.words.presenting.warning, |ui| paragraph_ui(ui, warning));
    }
    for paragraph in story.instalments().get(at).iter().flat_map(|part| part.says.split('\n')) {
        paragraph_ui(ui, paragraph.trim());
    }
    let last = at == story.last();
    moves_ui(ui, cx, if last && part.join.whole { words.to_check } else { cx.words.shell.next })
}

/// While the check is worked through on its own pages, the story can be read again here.
fn walking_ui(ui: &mut Ui, cx: &ViewContext<'_>, story: &Story) -> Vec<Action> {
    let (words, look) = (&cx.words.part, cx.look);
    page_heading_ui(ui, look, story.title());
    soft_ui(ui, look, words.walking);
    for part in story.instalments() {
        for paragraph in part.says.split('\n') {
            paragraph_ui(ui, paragraph.trim());
        }
    }
    let on = primary_ui(ui, look, words.walk_on);
    on.then_some(Action::CarryOn).into_iter().collect()
}

fn own_ui(ui: &mut Ui, cx: &ViewContext<'_>, part: &Part, story: &Story) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, own_words, look) = (&cx.words.part, &cx.words.own_view, cx.look);
    let framework = cx.training.framework();
    heading_ui(ui, look, 1, own_words.title);
    soft_ui(ui, look, story.title());
    let lines: Vec<String> = framework
        .pathways
        .iter()
        .map(|p| {
            let level = &framework[p.level];
            format!("{}: {}", fill(cx.words.shell.level_named, &[&level.label, &level.name]), p.title)
        })
        .collect();
    let rows = lines.iter().zip(&framework.pathways);
    let mut choices: Vec<Choice<'_>> = rows
        .map(|(line, p)| Choice::with(line, &p.means).at_level(p.level.0, &framework[p.level].short))
        .collect();
    choices.push(Choice::with(own_words.unsure, own_words.unsure_detail));
    let given = part.sheet.own.as_ref().filter(|_| part.said);
    let chosen = given.map(|own| {
        own.pathway.as_ref().and_then(|id| framework.pathway(id)).map_or(framework.pathways.len(), |at| at.0)
    });
    if let Some(at) = choice_ui(ui, look, "part own", own_words.group, chosen, &choices) {
        let pathway = framework.pathways.get(at);
        let own = Own {
            pathway: pathway.map(|p| p.id.clone()),
            level: pathway.map(|p| framework[p.level].id.clone()),
        };
        actions.push(Action::Training(Train::PartOwn(own)));
    }
    if cx.scratch.pressed_on && !part.said {
        fault_text_ui(ui, look, own_words.needed);
    }
    let next = if part.join.mode == Mode::Quiz { words.to_compare } else { cx.words.shell.next };
    actions.extend(moves_ui(ui, cx, next));
    actions
}

/// The file, or the session on this machine: a role if the group wants one, and never a name.
fn hand_in_ui(ui: &mut Ui, cx: &ViewContext<'_>, part: &Part, story: &Story) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.part, cx.look);
    heading_ui(ui, look, 1, words.done_title);
    soft_ui(ui, look, story.title());
    paragraph_ui(ui, words.no_name);
    let mut role = part.sheet.role.clone();
    if line_ui(ui, look, "part role", words.role, &mut role) {
        actions.push(Action::Training(Train::PartRole(role)));
    }
    if part.join.mode == Mode::Passed {
        if primary_ui(ui, look, words.hand_in) {
            actions.push(Action::Training(Train::HandIn));
        }
    } else {
        if primary_ui(ui, look, words.save_answers) {
            actions.push(Action::Training(Train::Save(Kept::Answers)));
        }
        actions.extend(typed_ui(ui, cx, |kept| kept == Kept::Answers));
    }
    ui.add_space(look.sizes.gap);
    if quiet_ui(ui, look, words.another) {
        actions.push(Action::Go(Screen::Training(Room::Join)));
    }
    actions
}

/// The answers beside the worked case's, with the framework's words where they differ.
fn compare_ui(ui: &mut Ui, cx: &ViewContext<'_>, part: &Part, story: &Story) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.part, cx.look);
    let framework = cx.training.framework();
    page_heading_ui(ui, look, words.compare_title);
    soft_ui(ui, look, story.title());
    let assessment = story.suggestion(framework, story.last());
    let own = part.sheet.own.as_ref().and_then(|own| own.pathway.as_ref());
    let own = own.and_then(|id| framework.pathway(id));
    let own = own.map_or_else(|| cx.words.own_view.unsure.to_owned(), |at| framework.pathway_line(at));
    bold_ui(ui, look, &fill(words.you_said, &[&own]));
    bold_ui(ui, look, &fill(words.it_says, &[&phrases::span(framework, &assessment).0]));
    if story.contested() {
        callout_ui(ui, look, Tone::Notice, "", |ui| paragraph_ui(ui, cx.words.presenting.contested));
    }
    if let Some(why) = story.why() {
        paragraph_ui(ui, why);
    }
    let reasons = assessment.reasons.iter();
    let reasons = reasons.map(|reason| phrases::reason(framework, story.case(), &assessment, reason));
    bullets_ui(ui, &reasons.collect::<Vec<_>>());
    let rows = compare::rows(framework, story, &part.sheet);
    if !rows.is_empty() {
        divider_ui(ui, look);
        heading_ui(ui, look, 2, words.by_question);
        for row in &rows {
            row_ui(ui, cx, framework, row);
        }
    }
    ui.add_space(look.sizes.gap);
    if primary_ui(ui, look, words.another) {
        actions.push(Action::Go(Screen::Training(Room::Join)));
    }
    actions
}

fn row_ui(ui: &mut Ui, cx: &ViewContext<'_>, framework: &Framework, row: &Row) {
    let (words, look) = (&cx.words.part, cx.look);
    let question = &framework[row.question];
    bold_ui(ui, look, &question.text);
    let said = |stance: Option<Stance>| match stance {
        Some(Stance::At(step)) => phrases::step(framework, row.question, step),
        Some(Stance::NotKnown) => cx.words.shell.not_known.to_owned(),
        None => words.not_answered.to_owned(),
    };
    if row.alike() {
        soft_ui(ui, look, &fill(words.both_said, &[&said(row.theirs)]));
        return;
    }
    paragraph_ui(ui, &fill(words.you, &[&said(row.theirs)]));
    paragraph_ui(ui, &fill(words.case_says, &[&said(row.told)]));
    for text in question.means.iter().chain([&question.why]) {
        soft_ui(ui, look, text);
    }
}
