//! What a room sees once a case is revealed: its votes, the suggestion with its reasons, where it parted.

use eframe::egui::Ui;

use crate::{
    app::{
        view::ViewContext,
        widgets::{
            Bar, Tone, bars_ui, bold_ui, bullets_ui, callout_ui, heading_ui, page_heading_ui, paragraph_ui,
            soft_ui,
        },
    },
    assess::Assessment,
    framework::Framework,
    referral::phrases,
    training::{
        record,
        session::{Round, Scale, Session, options},
        split,
        spread::Spread,
        story::Story,
    },
    words::fill,
};

/// The suggestion beside the room's votes.
pub fn reveal_ui(ui: &mut Ui, cx: &ViewContext<'_>, story: &Story) {
    let (words, look, room) = (&cx.words.presenting, cx.look, cx.training);
    let framework = room.framework();
    let Some(assessment) = room.suggested().and_then(|each| each.last()) else { return };
    page_heading_ui(ui, look, words.suggests);
    let (result, open) = phrases::span(framework, assessment);
    heading_ui(ui, look, 2, &result);
    paragraph_ui(ui, &open);
    if story.contested() {
        callout_ui(ui, look, Tone::Notice, "", |ui| paragraph_ui(ui, words.contested));
    }
    if let Some(why) = story.why() {
        heading_ui(ui, look, 2, words.why);
        paragraph_ui(ui, why);
    }
    heading_ui(ui, look, 2, words.room_said);
    bars_of_ui(ui, cx, (room.place.case, story), &[Round::Alone]);
    reasons_ui(ui, cx, story, assessment);
    by_part_ui(ui, cx, story);
}

/// The rules that were met, in the framework's words.
fn reasons_ui(ui: &mut Ui, cx: &ViewContext<'_>, story: &Story, assessment: &Assessment) {
    let framework = cx.training.framework();
    if assessment.reasons.is_empty() {
        return;
    }
    heading_ui(ui, cx.look, 2, cx.words.presenting.rule);
    let reasons = assessment.reasons.iter();
    let reasons: Vec<String> =
        reasons.map(|reason| phrases::reason(framework, story.case(), assessment, reason)).collect();
    bullets_ui(ui, &reasons);
}

/// What was suggested on what was known after each instalment.
fn by_part_ui(ui: &mut Ui, cx: &ViewContext<'_>, story: &Story) {
    let words = &cx.words.presenting;
    let Some(each) = cx.training.suggested() else { return };
    if story.instalments().len() < 2 {
        return;
    }
    heading_ui(ui, cx.look, 2, words.by_part);
    let lines = each.iter().enumerate().map(|(at, assessment)| {
        fill(words.after_part, &[&(at + 1).to_string(), &result_line(cx.training.framework(), assessment)])
    });
    bullets_ui(ui, &lines.collect::<Vec<_>>());
}

/// A result in one line.
pub fn result_line(framework: &Framework, assessment: &Assessment) -> String {
    phrases::span(framework, assessment).0
}

/// The votes of one case as bars, round beside round.
pub fn bars_of_ui(ui: &mut Ui, cx: &ViewContext<'_>, (case, story): (usize, &Story), rounds: &[Round]) {
    let (words, room) = (&cx.words.presenting, cx.training);
    let Some(session) = &room.session else { return };
    let last = story.last();
    let spread = |round: &Round| session.spread(room.framework(), case, *round, (last, last));
    let spreads: Vec<Spread> = rounds.iter().map(spread).collect();
    if spreads.iter().all(|spread| spread.all() == 0) {
        paragraph_ui(ui, words.nobody);
        return;
    }
    bars_ui(ui, cx.look, &bars(cx, session, &spreads));
    for (round, spread) in rounds.iter().zip(&spreads) {
        let Some(most) = spread.most() else { continue };
        let [same, near, all] = [spread.at(most), spread.near(most), spread.all()].map(|n| n.to_string());
        let line = fill(words.agreed, &[&same, &all, &near]);
        let round = if *round == Round::Alone { words.before } else { words.after };
        soft_ui(ui, cx.look, &if rounds.len() > 1 { format!("{line} ({round})") } else { line });
    }
}

fn bars(cx: &ViewContext<'_>, session: &Session, spreads: &[Spread]) -> Vec<Bar> {
    let (words, framework) = (&cx.words.presenting, cx.training.framework());
    let level = |at: usize| match session.scale {
        Scale::Levels => at,
        Scale::Pathways => framework.pathways[at].level.0,
    };
    let row = |label: &str, level: Option<usize>, people: Vec<u32>| {
        let numbers: Vec<String> = people.iter().map(ToString::to_string).collect();
        let words = match &numbers[..] {
            [before, after] => fill(words.bar_two, &[label, before, after]),
            _ => fill(words.bar, &[label, &numbers.join(", ")]),
        };
        Bar { level, words, people }
    };
    let mut bars: Vec<Bar> = options(framework, session.scale)
        .iter()
        .enumerate()
        .map(|(at, (_, label))| {
            row(label, Some(level(at)), spreads.iter().map(|spread| spread.at(at)).collect())
        })
        .collect();
    bars.push(row(words.not_sure, None, spreads.iter().map(|spread| spread.unsure).collect()));
    bars
}

/// The first question at which the answers part, and what it means.
pub fn parted_ui(ui: &mut Ui, cx: &ViewContext<'_>, story: &Story) {
    let (words, look, room) = (&cx.words.presenting, cx.look, cx.training);
    page_heading_ui(ui, look, words.parted);
    let sheets = room.worked().map(|worked| worked.sheets_of(Round::Alone)).unwrap_or_default();
    if sheets.iter().filter(|sheet| sheet.walk.is_some()).count() < 2 {
        paragraph_ui(ui, words.parted_none);
        return;
    }
    let framework = room.framework();
    let Some(split) = split::first(framework, story, &sheets) else {
        paragraph_ui(ui, words.parted_same);
        return;
    };
    let question = &framework[split.question];
    bold_ui(ui, look, &question.text);
    let bars: Vec<Bar> = split
        .ways
        .iter()
        .map(|(stance, people)| {
            let said = record::stance_said(framework, &split, *stance);
            Bar { level: None, words: fill(words.bar, &[said, &people.to_string()]), people: vec![*people] }
        })
        .collect();
    bars_ui(ui, look, &bars);
    heading_ui(ui, look, 2, words.means);
    for text in question.means.iter().chain(question.hint.iter()).chain([&question.why]) {
        paragraph_ui(ui, text);
    }
}

/// The votes before and after the room talked about it.
pub fn compare_ui(ui: &mut Ui, cx: &ViewContext<'_>, story: &Story) {
    page_heading_ui(ui, cx.look, cx.words.presenting.compare);
    bars_of_ui(ui, cx, (cx.training.place.case, story), &Round::ALL);
}
