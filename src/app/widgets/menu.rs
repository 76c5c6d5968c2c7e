//! The menu: one button, and under it every command with its key.

use eframe::egui::{Button, FontId, RichText, ScrollArea, Ui, Vec2};

use super::focus::follow;
use crate::app::theme::{Look, bold};

/// Wide enough for a label and its key.
const WIDTH: f32 = 320.0;

/// A button that opens a menu.
pub fn menu_ui(ui: &mut Ui, label: &str, add: impl FnOnce(&mut Ui)) {
    let opened = ui.menu_button(label, |ui| {
        let spacing = ui.spacing_mut();
        spacing.item_spacing.y = 1.0;
        spacing.interact_size.y = 30.0;
        spacing.button_padding = Vec2::new(10.0, 3.0);
        ui.set_min_width(WIDTH);
        // With large text the menu is longer than the window.
        let room = ui.ctx().content_rect().height() - 90.0;
        ScrollArea::vertical().max_height(room.max(160.0)).show(ui, |ui| {
            ui.set_min_width(WIDTH);
            add(ui);
        });
    });
    follow(&opened.response);
}

/// The title of a part of the menu.
pub fn menu_title_ui(ui: &mut Ui, look: Look<'_>, title: &str) {
    let font = FontId::new(look.sizes.small, bold());
    ui.label(RichText::new(title).font(font));
}

/// One command; returns whether it was chosen.
pub fn menu_item_ui(ui: &mut Ui, label: &str, shortcut: &str, enabled: bool) -> bool {
    let response = ui.add_enabled(enabled, Button::new(label).shortcut_text(shortcut));
    let response = response.accessible_name(label);
    follow(&response);
    // A press of a key or by a screen reader would leave the menu open.
    if response.clicked() {
        ui.close();
    }
    response.clicked()
}
