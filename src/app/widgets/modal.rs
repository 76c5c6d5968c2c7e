//! What lies over the page and keeps the keyboard until it is closed.

use eframe::egui::{
    self, Frame, Id, Key, Margin, Modal, ScrollArea, Stroke, Ui,
    accesskit::{self, Role},
};

use super::focus::arrive;
use crate::app::theme::Look;

/// Shows a box over everything; returns whether Escape or a press beside it asks to close it.
///
/// `add` scrolls where it is long, and `foot` always stays in view. `first` is the first time it is
/// drawn: what stands first in it gets the focus.
pub fn modal_ui(
    ctx: &egui::Context,
    look: Look<'_>,
    name: &str,
    first: bool,
    add: impl FnOnce(&mut Ui),
    foot: impl FnOnce(&mut Ui),
) -> bool {
    let room = ctx.content_rect().size();
    let width = (room.x - 60.0).min(look.sizes.column);
    let frame = Frame::new()
        .fill(look.colours.paper.0)
        .stroke(Stroke::new(2.0, look.colours.line.0))
        .corner_radius(look.sizes.corner)
        .inner_margin(Margin::same(20));
    let id = Id::unique(("modal", name));
    let area = Modal::default_area(id).default_size(room).role(Role::Dialog).accessible_name(name);
    let modal = Modal::new(id).area(area).frame(frame).show(ctx, |ui| {
        ui.set_width(width);
        ui.ctx().accesskit_node_builder(id, accesskit::Node::set_modal);
        // Margins, the foot's button, and a little of the page around the box.
        let taken = 80.0 + 2.0 * look.sizes.target;
        let height = (room.y - taken).max(80.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            page_keys(ui, height);
            if first {
                arrive(ui.ctx());
            }
            add(ui);
        });
        ui.add_space(look.sizes.gap);
        foot(ui);
    });
    modal.should_close()
}

/// What is only read has nothing for the keyboard to stop at: Page Up and Page Down move it.
fn page_keys(ui: &Ui, height: f32) {
    let (up, down) = ui.input(|input| (input.key_pressed(Key::PageUp), input.key_pressed(Key::PageDown)));
    let pages = f32::from(u8::from(up)) - f32::from(u8::from(down));
    if pages != 0.0 && !ui.ctx().text_edit_focused() {
        ui.scroll_with_delta(egui::vec2(0.0, pages * height * 0.8));
    }
}
