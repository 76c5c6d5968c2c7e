//! One question across the levels: a column for each level, and in it what stands there.
//!
//! It shows what the words below it say, and is left out where its columns would be too narrow to read.

use eframe::egui::{self, FontId, Frame, Margin, RichText, Stroke, Ui, UiBuilder, accesskit::Role, vec2};

use super::{
    level::level_row_ui,
    text::{bold_ui, small_text_ui},
};
use crate::app::theme::{Look, bold};

/// The narrowest column whose words can still be read.
const NARROWEST: f32 = 150.0;
/// The widest, so that a line is no longer than it need be.
const WIDEST: f32 = 260.0;

/// A column: a level, by its place and what it is called for short and in full, or none.
#[derive(Clone, Copy, Debug)]
pub struct LevelColumn<'a> {
    pub level: Option<(usize, &'a str)>,
    pub title: &'a str,
}

/// One description, and whether it is the answer.
#[derive(Clone, Debug)]
pub struct Rung {
    /// Its place among the columns.
    pub column: usize,
    pub text: String,
    /// What is said of it where it is the answer.
    pub lit: Option<&'static str>,
}

/// The picture, called by `name`; nothing where there is no room for it.
pub fn ladder_ui(ui: &mut Ui, look: Look<'_>, name: &str, columns: &[LevelColumn<'_>], rungs: &[Rung]) {
    #[expect(clippy::cast_precision_loss, reason = "there are few columns")]
    let many = columns.len().max(1) as f32;
    let gap = look.sizes.gap;
    let width = ((ui.available_width() - gap * (many - 1.0)) / many).min(WIDEST);
    if width < NARROWEST {
        return;
    }
    let figure = UiBuilder::new().accessibility_role(Role::Figure).accessibility_label(name);
    ui.scope_builder(figure, |ui| {
        ui.horizontal_top(|ui| {
            for (at, column) in columns.iter().enumerate() {
                let top_down = egui::Layout::top_down(egui::Align::LEFT);
                ui.allocate_ui_with_layout(vec2(width, 0.0), top_down, |ui| {
                    ui.set_width(width);
                    match column.level {
                        Some((level, short)) => level_row_ui(ui, look, level, short, column.title),
                        None => {
                            bold_ui(ui, look, column.title);
                        }
                    }
                    for rung in rungs.iter().filter(|rung| rung.column == at) {
                        card_ui(ui, look, rung);
                    }
                });
            }
        });
    });
}

fn card_ui(ui: &mut Ui, look: Look<'_>, rung: &Rung) {
    let colours = look.colours;
    let (fill, line) = match rung.lit {
        Some(_) => (colours.chosen, Stroke::new(3.0, colours.accent.0)),
        None => (colours.raised, Stroke::new(1.0, colours.line.0)),
    };
    let frame = Frame::new().fill(fill.0).stroke(line).corner_radius(look.sizes.corner);
    frame.inner_margin(Margin::same(10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        if let Some(lit) = rung.lit {
            ui.label(RichText::new(lit).font(FontId::new(look.sizes.small, bold())));
        }
        small_text_ui(ui, look, &rung.text);
    });
}
