//! The papers: which one, what it lacks, what of it is personal, how it reads, and how it leaves the program.

use std::path::PathBuf;

use eframe::egui::Ui;

use super::{completeness, scratch};
use crate::{
    app::{
        action::Action,
        paper::Paper,
        session::Open,
        view::ViewContext,
        widgets::{
            Choice, FieldBox, Tone, bold_ui, bullets_ui, callout_ui, choice_ui, field_ui, heading_ui,
            paragraph_ui, primary_ui, quiet_ui, row_text_ui, soft_ui,
        },
    },
    framework::model::FormIx,
    paper::{
        direction::has_right_to_left,
        document::{Block, Document, HeadingLevel},
        format::Format,
    },
    referral::{Layout, missing},
    words::fill,
};

/// Which paper, what leaves with it, its preview, and the ways to keep it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let words = &cx.words.referral;
    let look = cx.look;
    let mut actions = Vec::new();
    let (paper, chosen) = which_ui(ui, cx, open);
    actions.extend(chosen);
    if let Paper::Summary(layout) = paper {
        actions.extend(completeness::ui(ui, cx, open, layout));
    }
    heading_ui(ui, look, 2, words.leaves);
    let personal: Vec<String> =
        missing::personal(open.case()).iter().map(|&label| label.to_owned()).collect();
    if personal.is_empty() {
        paragraph_ui(ui, words.leaves_none);
    } else {
        bullets_ui(ui, &personal);
    }
    heading_ui(ui, look, 2, words.preview);
    let document = paper.document(open.framework(), open.case(), open.assessment());
    if document.texts().into_iter().any(has_right_to_left) {
        soft_ui(ui, look, words.right_to_left);
    }
    callout_ui(ui, look, Tone::Plain, "", |ui| preview_ui(ui, cx, &document));
    actions.extend(save_ui(ui, cx, paper));
    actions
}

/// The area's own forms, the program's own order, and the record; gives the one that is shown.
///
/// What is shown and saved is the form itself and no longer *whichever fits*: a decision that changes while a
/// file window is open does not put another paper in its place.
fn which_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> (Paper, Option<Action>) {
    let (words, look) = (&cx.words.referral, cx.look);
    let (framework, case, assessment) = (open.framework(), open.case(), open.assessment());
    let usual = Layout::Fitting.form(framework, case, assessment);
    let forms = framework.forms.iter().enumerate().map(|(at, form)| {
        let lines: Vec<String> = form.serves.iter().map(|&p| framework.pathway_line(p)).collect();
        let detail = match (lines.is_empty(), usual == Some(FormIx(at))) {
            (true, _) => words.form_chosen.to_owned(),
            (false, true) => fill(words.form_usual, &[&lines.join("; ")]),
            (false, false) => fill(words.form_for, &[&lines.join("; ")]),
        };
        (Paper::Summary(Layout::Form(FormIx(at))), form.title.clone(), detail)
    });
    let papers: Vec<(Paper, String, String)> = forms
        .chain([
            (Paper::Summary(Layout::Own), words.summary.to_owned(), words.summary_detail.to_owned()),
            (Paper::Record, words.record.to_owned(), words.record_detail.to_owned()),
        ])
        .collect();
    let shown = match cx.scratch.paper {
        Paper::Summary(layout) => match layout.form(framework, case, assessment) {
            Some(form) => Paper::Summary(Layout::Form(form)),
            None => Paper::Summary(Layout::Own),
        },
        Paper::Record => Paper::Record,
    };
    heading_ui(ui, look, 2, words.which);
    let choices: Vec<Choice<'_>> =
        papers.iter().map(|(_, title, detail)| Choice::with(title, detail)).collect();
    let chosen = papers.iter().position(|(paper, ..)| *paper == shown);
    let picked = choice_ui(ui, look, "paper", words.which, chosen, &choices);
    let picked = picked.and_then(|at| papers.get(at));
    (shown, picked.map(|&(paper, ..)| scratch(cx, |s| s.paper = paper)))
}

fn save_ui(ui: &mut Ui, cx: &ViewContext<'_>, paper: Paper) -> Vec<Action> {
    let words = &cx.words.referral;
    let look = cx.look;
    let mut actions = Vec::new();
    heading_ui(ui, look, 2, words.save);
    ui.horizontal_wrapped(|ui| {
        if primary_ui(ui, look, words.save_pdf) {
            actions.push(Action::SavePaper(paper, Format::Pdf));
        }
        let others = [
            (words.save_docx, Format::Docx),
            (words.save_html, Format::Html),
            (words.save_markdown, Format::Markdown),
            (words.save_text, Format::Text),
        ];
        for (label, format) in others {
            if quiet_ui(ui, look, label) {
                actions.push(Action::SavePaper(paper, format));
            }
        }
        if quiet_ui(ui, look, words.copy) {
            actions.push(Action::CopyPaper(paper));
        }
    });
    let mut path = cx.scratch.path.clone();
    let field = FieldBox { key: "paper path", label: words.typed, hint: words.typed_hint, rows: 1 };
    if field_ui(ui, look, field, &mut path) {
        actions.push(scratch(cx, |s| s.path.clone_from(&path)));
    }
    if quiet_ui(ui, look, words.save_there) {
        actions.push(Action::SavePaperTo(paper, PathBuf::from(path.trim())));
    }
    actions
}

/// The paper as it will read, block by block.
fn preview_ui(ui: &mut Ui, cx: &ViewContext<'_>, document: &Document) {
    let look = cx.look;
    heading_ui(ui, look, 3, &document.title);
    for notice in &document.notice {
        soft_ui(ui, look, notice);
    }
    for block in &document.blocks {
        block_ui(ui, cx, block);
    }
    ui.add_space(look.sizes.gap);
    soft_ui(ui, look, &document.footer);
}

fn block_ui(ui: &mut Ui, cx: &ViewContext<'_>, block: &Block) {
    let look = cx.look;
    match block {
        Block::Heading { level, text } => {
            let depth = if *level == HeadingLevel::Section { 4 } else { 5 };
            heading_ui(ui, look, depth, text);
        }
        Block::Paragraph(text) => {
            paragraph_ui(ui, text);
        }
        Block::Callout { title, text } => callout_ui(ui, look, Tone::Notice, title, |ui| {
            paragraph_ui(ui, text);
        }),
        Block::List { items, .. } => bullets_ui(ui, items),
        Block::Fields(fields) => {
            for field in fields {
                row_text_ui(ui, look, &field.label, &field.value);
            }
        }
        Block::BodyMap { alt, .. } => {
            soft_ui(ui, look, alt);
        }
        // No paper about a child has these.
        Block::NewPage | Block::Contents | Block::Matrix { .. } | Block::Card(_) => {}
        Block::Table { caption, headers, rows } => {
            if !caption.is_empty() {
                bold_ui(ui, look, caption);
            }
            for row in rows {
                for (header, cell) in headers.iter().zip(row) {
                    row_text_ui(ui, look, header, cell);
                }
                ui.add_space(look.sizes.gap / 2.0);
            }
        }
    }
}
