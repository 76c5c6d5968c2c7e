//! How far the room agrees: in plain words first, and folded under them the figures for auditors.

use eframe::egui::Ui;

use crate::{
    app::{
        action::Action,
        training::Train,
        view::ViewContext,
        widgets::{
            Tone, bold_ui, callout_ui, heading_ui, paragraph_ui, quiet_ui, row_text_ui, small_ui, status_ui,
        },
    },
    paper::document::Block,
    training::agreement::{
        guide::{LEVEL, PATHWAY},
        paper,
        report::{Item, Report},
    },
    words::fill,
};

/// The part of the session's page that is about it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look, room) = (&cx.words.figures, cx.look, cx.training);
    heading_ui(ui, look, 2, words.title);
    paragraph_ui(ui, words.text);
    if room.working() {
        status_ui(ui, words.working);
    } else if quiet_ui(ui, look, words.work_out) {
        actions.push(Action::Training(Train::Figures));
    }
    let Some(report) = &room.figures else { return actions };
    for item in &report.items {
        item_ui(ui, cx, report, item);
    }
    let label = if room.auditors { words.auditors_hide } else { words.auditors };
    if small_ui(ui, look, label, label) {
        actions.push(Action::Training(Train::Auditors));
    }
    actions
}

fn item_ui(ui: &mut Ui, cx: &ViewContext<'_>, report: &Report, item: &Item) {
    let words = &cx.words.figures;
    let title = item.title.clone().unwrap_or_else(|| named(cx, &item.id));
    let after = item.title.is_some() && item.id.ends_with(".discussed");
    heading_ui(ui, cx.look, 3, &if after { fill(words.after, &[&title]) } else { title });
    for block in paper::plain(item) {
        block_ui(ui, cx, &block);
    }
    if cx.training.auditors {
        for block in paper::for_auditors(item, report.draws) {
            block_ui(ui, cx, &block);
        }
    }
}

/// `Level, after discussion`: an item of the ratings in words.
fn named(cx: &ViewContext<'_>, id: &str) -> String {
    let words = &cx.words.figures;
    let (bare, after) = match id.strip_suffix(".discussed") {
        Some(bare) => (bare, true),
        None => (id, false),
    };
    let (bare, part) = match bare.split_once(".part-") {
        Some((bare, part)) => (bare, Some(part)),
        None => (bare, None),
    };
    let (bare, child) = match bare.rsplit_once(".child-") {
        Some((bare, child)) => (bare, Some(child)),
        None => (bare, None),
    };
    let mut said = match bare {
        LEVEL => words.level.to_owned(),
        PATHWAY => words.pathway.to_owned(),
        other => other.to_owned(),
    };
    if let Some(child) = child {
        said = fill(words.for_child, &[&said, child]);
    }
    if let Some(part) = part {
        said = fill(words.after_part, &[&said, part]);
    }
    if after { fill(words.after, &[&said]) } else { said }
}

fn block_ui(ui: &mut Ui, cx: &ViewContext<'_>, block: &Block) {
    match block {
        Block::Paragraph(text) => {
            paragraph_ui(ui, text);
        }
        Block::Callout { title, text } => {
            callout_ui(ui, cx.look, Tone::Notice, title, |ui| paragraph_ui(ui, text));
        }
        Block::Table { headers, rows, .. } => {
            for row in rows {
                let Some((label, cells)) = row.split_first() else { continue };
                let cells = headers.iter().skip(1).zip(cells);
                let cells: Vec<String> = cells.map(|(header, cell)| format!("{header}: {cell}")).collect();
                row_text_ui(ui, cx.look, label, &cells.join("; "));
            }
        }
        Block::Heading { text, .. } => {
            bold_ui(ui, cx.look, text);
        }
        // An agreement's paper has nothing else.
        _ => {}
    }
}
