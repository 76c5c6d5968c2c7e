//! Bars that show how many said what: the number stands beside each, and a screen reader reads it.

use eframe::egui::{Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::text::paragraph_ui;
use crate::app::theme::Look;

/// One row: what was chosen, and how many chose it in each round.
#[derive(Clone, Debug)]
pub struct Bar {
    /// The place of the level, for its colour.
    pub level: Option<usize>,
    /// The words and numbers, which say it all.
    pub words: String,
    pub people: Vec<u32>,
}

/// Bars under their words, all on one scale.
pub fn bars_ui(ui: &mut Ui, look: Look<'_>, bars: &[Bar]) {
    let most = bars.iter().flat_map(|bar| &bar.people).copied().max().unwrap_or_default().max(1);
    let height = look.sizes.body * 0.7;
    for bar in bars {
        ui.add_space(look.sizes.gap / 2.0);
        ui.spacing_mut().item_spacing.y = look.sizes.gap / 4.0;
        paragraph_ui(ui, &bar.words);
        for (round, people) in bar.people.iter().enumerate() {
            let whole = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover()).0;
            #[expect(clippy::cast_precision_loss, reason = "a room holds few people")]
            let share = *people as f32 / most as f32;
            let end = whole.left() + whole.width() * share;
            let rect = Rect::from_min_max(whole.min, pos2(end, whole.bottom()));
            let fill = bar.level.map_or(look.colours.line.0, |level| look.colours.level(level));
            let painter = ui.painter();
            painter
                .line_segment([whole.left_top(), whole.left_bottom()], Stroke::new(2.0, look.colours.line.0));
            if *people == 0 {
                continue;
            }
            // The second round is drawn as an outline, so that the two differ without colour.
            if round == 0 {
                painter.rect_filled(rect, 0.0, fill);
            } else {
                painter.rect_stroke(rect, 0.0, Stroke::new(4.0, fill), StrokeKind::Inside);
            }
        }
    }
}
