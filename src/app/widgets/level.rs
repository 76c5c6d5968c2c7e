//! A level as it is always shown: its number, its word, and a shape in its colour.

use eframe::egui::{
    self, FontId, Response, RichText, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, accesskit::Role,
};

use super::text::bold_ui;
use crate::app::theme::{Look, bold};

/// A level's mark and words; `at` is its place, lowest first, and `short` what stands in the mark.
pub fn level_ui(ui: &mut Ui, look: Look<'_>, at: usize, short: &str, words: &str) -> Response {
    ui.horizontal(|ui| {
        mark_ui(ui, look, at, short);
        bold_ui(ui, look, words);
    })
    .response
}

/// The mark alone: each level has as many corners as its place allows to tell them apart.
fn mark_ui(ui: &mut Ui, look: Look<'_>, at: usize, short: &str) {
    let size = 34.0;
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, short));
    let fill = look.colours.level(at);
    let centre = rect.center();
    let radius = size / 2.0;
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
