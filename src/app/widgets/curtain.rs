//! A curtain over the whole window, with one sentence on it.

use eframe::egui::{self, Context, FontId, Id, LayerId, Order, Stroke, StrokeKind};

use crate::app::theme::{Look, bold};

/// Draws a curtain over everything, with what would come of letting go.
pub fn curtain_ui(ctx: &Context, look: Look<'_>, text: &str) {
    let id = Id::unique("curtain");
    let whole = ctx.content_rect();
    let area = egui::Area::new(id).order(Order::Foreground).fixed_pos(whole.min).interactable(false);
    area.show(ctx, |ui| {
        let colours = look.colours;
        let inside = whole.shrink(12.0);
        let painter = ctx.layer_painter(LayerId::new(Order::Foreground, id));
        painter.rect_filled(whole, 0.0, colours.paper.0.gamma_multiply(0.9));
        let line = Stroke::new(4.0, colours.accent.0);
        painter.rect_stroke(inside, f32::from(look.sizes.corner), line, StrokeKind::Inside);
        ui.set_min_size(whole.size());
        ui.set_max_size(whole.size());
        ui.centered_and_justified(|ui| {
            let words = egui::RichText::new(text).font(FontId::new(look.sizes.question, bold()));
            super::status_ui(ui, words.color(colours.ink.0));
        });
    });
}
