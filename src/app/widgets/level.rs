//! A level's mark: its number in a shape and colour of its own, always beside its words.

use eframe::egui::{self, FontId, Pos2, Rect, RichText, Shape, Stroke, Ui, Vec2};

use crate::app::theme::{Look, bold};

/// How wide a level's mark is.
pub(super) const SIZE: f32 = 34.0;

/// A level's mark: what is said for short, in a shape that tells it apart without colour. The words
/// stand beside it; to a screen reader they are enough.
pub(super) fn paint_level(ui: &Ui, look: Look<'_>, centre: Pos2, at: usize, short: &str) {
    let fill = look.colours.level(at);
    let rect = Rect::from_center_size(centre, Vec2::splat(SIZE));
    let radius = SIZE / 2.0;
    let painter = ui.painter();
    // A circle, a square, a hexagon, an octagon, a diamond: told apart without colour.
    match at {
        0 => {
            painter.circle_filled(centre, radius, fill);
        }
        1 => {
            painter.rect_filled(rect.shrink(1.0), 0.0, fill);
        }
        _ => {
            let corners: u8 = match at {
                2 => 6,
                3 => 8,
                _ => 4,
            };
            let turn = |corner: u8| {
                let part = std::f32::consts::TAU * (f32::from(corner) / f32::from(corners));
                let start = if at == 3 { part + std::f32::consts::FRAC_PI_8 } else { part };
                centre + radius * Vec2::angled(start)
            };
            let points = (0..corners).map(turn).collect();
            painter.add(Shape::convex_polygon(points, fill, Stroke::NONE));
        }
    }
    let words = RichText::new(short).font(FontId::new(look.sizes.body, bold()));
    let galley = egui::WidgetText::from(words).into_galley(
        ui,
        Some(egui::TextWrapMode::Extend),
        f32::INFINITY,
        egui::TextStyle::Body,
    );
    let corner = centre - galley.size() / 2.0;
    ui.painter().galley_with_override_text_color(corner, galley, look.colours.on_level.0);
}

/// A level's mark with its words beside it.
pub fn level_row_ui(ui: &mut Ui, look: Look<'_>, at: usize, short: &str, words: &str) {
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(SIZE), egui::Sense::hover());
        paint_level(ui, look, rect.center(), at, short);
        ui.vertical(|ui| {
            ui.add_space((SIZE - look.sizes.body * 1.4).max(0.0) / 2.0);
            ui.label(words);
        });
    });
}
