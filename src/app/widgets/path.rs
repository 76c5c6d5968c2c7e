//! A path that is typed where no file window can be had, or nobody wants one, and the button that uses it.

use std::path::PathBuf;

use eframe::egui::Ui;

use super::{
    button::quiet_ui,
    field::{FieldBox, entry_ui},
};
use crate::app::theme::Look;

/// The field and its button.
#[derive(Clone, Copy, Debug)]
pub struct PathBox<'a> {
    /// Tells this field from every other on screen.
    pub key: &'a str,
    pub label: &'a str,
    pub hint: &'a str,
    /// What the button says.
    pub go: &'a str,
}

/// What was done with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedPath {
    /// The text as it now stands, where it changed.
    pub changed: Option<String>,
    /// The path that is to be used; never an empty one.
    pub used: Option<PathBuf>,
}

/// A path to type; Enter and the button use it.
pub fn path_ui(ui: &mut Ui, look: Look<'_>, path: PathBox<'_>, text: &str) -> TypedPath {
    let mut text = text.to_owned();
    let field = FieldBox { key: path.key, label: path.label, hint: path.hint, rows: 1 };
    let typed = entry_ui(ui, look, field, &mut text);
    let go = quiet_ui(ui, look, path.go) || typed.entered;
    let used = (go && !text.trim().is_empty()).then(|| PathBuf::from(text.trim()));
    TypedPath { changed: typed.changed.then_some(text), used }
}
