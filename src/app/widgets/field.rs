//! Text fields: a label above that names them, a hint below the label, room to write.

use eframe::egui::{
    self, Id, Key, Response, TextEdit, Ui,
    accesskit::{Invalid, Node},
    text_edit::TextEditState,
};

use super::{
    focus::follow,
    group::name_here,
    text::{fault_text_ui, soft_ui},
};
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

/// What is wrong with what stands in a field, said below it, as it is typed, and on coming back to it.
pub fn fault_ui(ui: &mut Ui, look: Look<'_>, key: &str, text: &str) {
    let said = fault_text_ui(ui, look, text);
    ui.ctx().accesskit_node_builder(id_of(key), |node: &mut Node| {
        node.set_invalid(Invalid::True);
        node.set_error_message(said.id.accesskit_id());
        // Not every screen reader is told of an error: all are told of the description.
        let hint = node.description().map(|hint| format!("{hint} ")).unwrap_or_default();
        node.set_description(format!("{hint}{text}"));
    });
}

fn id_of(key: &str) -> Id {
    Id::unique(("field", key))
}

/// A one-line field whose text is not shown, read or copied; returns whether Enter was pressed in it.
pub fn secret_ui(ui: &mut Ui, look: Look<'_>, field: FieldBox<'_>, text: &mut String) -> bool {
    let response = edit_in(ui, look, field, text, true);
    // What was typed is not to be had back by undoing, after it was used.
    if let Some(mut state) = TextEditState::load(ui.ctx(), response.id) {
        state.clear_undoer();
        state.store(ui.ctx(), response.id);
    }
    let enter = ui.input(|input| input.key_pressed(Key::Enter));
    response.lost_focus() && enter
}

fn edit_ui(ui: &mut Ui, look: Look<'_>, field: FieldBox<'_>, text: &mut String) -> Response {
    edit_in(ui, look, field, text, false)
}

fn edit_in(ui: &mut Ui, look: Look<'_>, field: FieldBox<'_>, text: &mut String, secret: bool) -> Response {
    let FieldBox { key, label, hint, rows } = field;
    let named = ui.label(label);
    if !hint.is_empty() {
        soft_ui(ui, look, hint);
    }
    let edit =
        if rows > 1 { TextEdit::multiline(text).desired_rows(rows) } else { TextEdit::singleline(text) };
    let edit = edit
        .id(id_of(key))
        .char_limit(LONGEST)
        .password(secret)
        .margin(egui::Margin::symmetric(10, 8))
        .desired_width(ui.available_width());
    let response = ui.add(edit).labelled_by(named.id);
    let response = match name_here(ui, label) {
        // The label is read with the group's name before it.
        Some(name) => response.accessible_name(name),
        None => response,
    };
    if !hint.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_description(hint);
        });
    }
    follow(&response);
    ui.add_space(look.sizes.gap / 2.0);
    response
}
