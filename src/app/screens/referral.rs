//! The referral: the summary as it would leave the program.

use eframe::egui::Ui;

use crate::{
    app::{
        action::Action,
        session::Open,
        view::ViewContext,
        widgets::{bold_ui, bullets_ui, heading_ui, paragraph_ui, quiet_ui, row_text_ui, soft_ui},
    },
    referral::{self, document::Block},
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let look = cx.look;
    let document = referral::summary(open.framework(), open.case(), open.assessment());
    heading_ui(ui, look, 1, &document.title);
    for notice in &document.notice {
        soft_ui(ui, look, notice);
    }
    for block in &document.blocks {
        block_ui(ui, cx, block);
    }
    if quiet_ui(ui, look, cx.words.shell.back) {
        return vec![Action::Back];
    }
    Vec::new()
}

fn block_ui(ui: &mut Ui, cx: &ViewContext<'_>, block: &Block) {
    let look = cx.look;
    match block {
        Block::Heading { text, .. } => {
            heading_ui(ui, look, 2, text);
        }
        Block::Paragraph(text) => {
            paragraph_ui(ui, text);
        }
        Block::Callout { title, text } => {
            bold_ui(ui, look, title);
            paragraph_ui(ui, text);
        }
        Block::List { items, .. } => bullets_ui(ui, items),
        Block::Fields(fields) => {
            for field in fields {
                row_text_ui(ui, look, &field.label, &field.value);
            }
        }
        Block::Table { caption, headers, rows } => {
            bold_ui(ui, look, caption);
            for row in rows {
                for (header, cell) in headers.iter().zip(row) {
                    row_text_ui(ui, look, header, cell);
                }
            }
        }
    }
}
