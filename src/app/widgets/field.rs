//! Text fields: a label above that names them, a hint below the label, room to write.

use eframe::egui::{self, Id, Key, Response, TextEdit, Ui};

use super::{focus::follow, text::soft_ui};
use crate::app::theme::Look;

/// The most that a field takes: more than anyone writes, less than a case file holds.
const LONGEST: usize = 20_000;

/// A field's label and size.
#[derive(Clone, Copy, Debug)]
pub struct FieldBox<'a> {
    /// Tells this field from every other on screen.
    pub key: &'a str,
    pub label: &'a str,
    pub hint: &'a str,
    /// One row is a single line.
    pub rows: usize,
}

/// What was done in a field of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typed {
    pub changed: bool,
    /// Enter was pressed: what was typed is to be used.
    pub entered: bool,
}

/// A labelled text field; returns whether its text changed.
pub fn field_ui(ui: &mut Ui, look: Look<'_>, field: FieldBox<'_>, text: &mut String) -> bool {
    edit_ui(ui, look, field, text).changed()
}

/// A one-line field without a hint; returns whether its text changed.
pub fn line_ui(ui: &mut Ui, look: Look<'_>, key: &str, label: &str, text: &mut String) -> bool {
    field_ui(ui, look, FieldBox { key, label, hint: "", rows: 1 }, text)
}

/// A one-line field that Enter sends off, such as where a file is.
pub fn entry_ui(ui: &mut Ui, look: Look<'_>, field: FieldBox<'_>, text: &mut String) -> Typed {
    let response = edit_ui(ui, look, field, text);
    let enter = ui.input(|input| input.key_pressed(Key::Enter));
    Typed { changed: response.changed(), entered: response.lost_focus() && enter }
}

fn edit_ui(ui: &mut Ui, look: Look<'_>, field: FieldBox<'_>, text: &mut String) -> Response {
    let FieldBox { key, label, hint, rows } = field;
    let named = ui.label(label);
    if !hint.is_empty() {
        soft_ui(ui, look, hint);
    }
    let edit =
        if rows > 1 { TextEdit::multiline(text).desired_rows(rows) } else { TextEdit::singleline(text) };
    let edit = edit
        .id(Id::unique(("field", key)))
        .char_limit(LONGEST)
        .margin(egui::Margin::symmetric(10, 8))
        .desired_width(ui.available_width());
    let response = ui.add(edit).labelled_by(named.id);
    if !hint.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_description(hint);
        });
    }
    follow(&response);
    ui.add_space(look.sizes.gap / 2.0);
    response
}
