//! What lies over the page and keeps the keyboard until it is closed.

use eframe::egui::{self, Frame, Id, Margin, Modal, ScrollArea, Stroke, Ui, accesskit::Role};

use super::focus::arrive;
use crate::app::theme::Look;

/// Shows a box over everything; returns what `add` returns, and whether Escape or a press beside
/// it asks to close it. `first` is the first time it is drawn: its first widget gets the focus.
pub fn modal_ui<R>(
    ctx: &egui::Context,
    look: Look<'_>,
    name: &str,
    first: bool,
    add: impl FnOnce(&mut Ui) -> R,
) -> (R, bool) {
    let room = ctx.content_rect().size();
    let width = (room.x - 60.0).min(look.sizes.column);
    let frame = Frame::new()
        .fill(look.colours.paper.0)
        .stroke(Stroke::new(2.0, look.colours.line.0))
        .corner_radius(look.sizes.corner)
        .inner_margin(Margin::same(20));
    let id = Id::unique(("modal", name));
    let area = Modal::default_area(id).role(Role::Dialog).accessible_name(name);
    let modal = Modal::new(id).area(area).frame(frame).show(ctx, |ui| {
        ui.set_width(width);
        let scroll = ScrollArea::vertical().max_height(room.y - 90.0);
        scroll
            .show(ui, |ui| {
                if first {
                    arrive(ui.ctx());
                }
                add(ui)
            })
            .inner
    });
    let close = modal.should_close();
    (modal.inner, close)
}
