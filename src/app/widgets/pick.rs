//! One of a long list, behind a button that shows what is chosen.

use eframe::egui::{self, ComboBox, Id, Ui, accesskit::Role};

use super::focus::follow;
use crate::app::theme::Look;

/// One of a list; returns the one that was just chosen.
///
/// `key` tells this list from every other on screen; `empty` stands where nothing is chosen.
pub fn pick_ui(
    ui: &mut Ui,
    look: Look<'_>,
    key: &str,
    (label, empty): (&str, &str),
    chosen: Option<usize>,
    items: &[String],
) -> Option<usize> {
    let named = ui.label(label);
    let text = chosen.and_then(|at| items.get(at)).map_or(empty, String::as_str);
    let mut picked = None;
    let shown = ComboBox::from_id_salt(("pick", key))
        .selected_text(text)
        .width(ui.available_width().min(look.sizes.column))
        .height(look.sizes.target * 9.0)
        .truncate()
        .show_ui(ui, |ui| {
            for (at, item) in items.iter().enumerate() {
                let response = ui.add(egui::Button::selectable(chosen == Some(at), item));
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_role(Role::ListBoxOption));
                follow(&response);
                if response.clicked() {
                    picked = Some(at);
                }
            }
        });
    let response = shown.response.labelled_by(named.id);
    follow(&response);
    ui.add_space(look.sizes.gap / 2.0);
    picked
}

/// Gives the keyboard to a text field and brings it into view, when it is drawn next.
pub fn go_to_field(ctx: &egui::Context, key: &str) {
    super::focus::go_to_middle(ctx, Id::unique(("field", key)));
}
