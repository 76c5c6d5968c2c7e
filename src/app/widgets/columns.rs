//! The page: one column of text, and where there is room one on either side of it.
//!
//! The middle is drawn first, so that the keyboard reaches the question before what stands beside it.

use eframe::egui::{self, Margin, Rect, ScrollArea, Ui, UiBuilder, accesskit::Role, pos2, vec2};

use crate::app::theme::Look;

/// Which columns stand beside the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    pub left: bool,
    pub right: bool,
    /// The middle takes all the room there is: it holds a picture, and not text alone.
    pub whole: bool,
}

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Middle,
    Left,
    Right,
}

/// Lays out the page; `add` is called for each column that is there, the middle first.
///
/// `page` is another number on every page, so that each begins at its top.
pub fn columns_ui(
    ui: &mut Ui,
    look: Look<'_>,
    columns: Columns,
    page: u64,
    mut add: impl FnMut(&mut Ui, Column),
) {
    let whole = ui.available_rect_before_wrap();
    let side = |there: bool| {
        if there { look.sizes.side + look.sizes.margin } else { 0.0 }
    };
    let left = whole.left() + side(columns.left);
    let right = whole.right() - side(columns.right);
    let span = |from: f32, to: f32| Rect::from_min_max(pos2(from, whole.top()), pos2(to, whole.bottom()));
    let parts = [
        (Column::Middle, true, span(left, right)),
        (Column::Right, columns.right, span(right, whole.right())),
        (Column::Left, columns.left, span(whole.left(), left)),
    ];
    for (column, there, rect) in parts {
        if !there {
            continue;
        }
        let salt = ("column", column as usize);
        // A screen reader can go from one part of the page to the next.
        let role = if column == Column::Middle { Role::Main } else { Role::Complementary };
        let part = UiBuilder::new().id_salt(salt).max_rect(rect).accessibility_role(role);
        let mut child = ui.new_child(part);
        child.set_clip_rect(rect.intersect(ui.clip_rect()));
        if column != Column::Middle {
            child.painter().rect_filled(rect, 0.0, look.colours.raised.0);
        }
        ScrollArea::vertical()
            .id_salt((salt, page))
            .auto_shrink(false)
            .show(&mut child, |ui| column_ui(ui, look, column, columns.whole, &mut add));
    }
    ui.advance_cursor_after_rect(whole);
}

fn column_ui(
    ui: &mut Ui,
    look: Look<'_>,
    column: Column,
    whole: bool,
    add: &mut impl FnMut(&mut Ui, Column),
) {
    let margin = if column == Column::Middle { look.sizes.margin } else { look.sizes.margin / 2.0 };
    // A narrow window, or large text, leaves no room for a wide margin.
    let margin = margin.min(ui.available_width() / 24.0);
    #[expect(clippy::cast_possible_truncation, reason = "margins are small")]
    let frame = egui::Frame::new().inner_margin(Margin::same(margin as i8));
    frame.show(ui, |ui| {
        let most = if whole { f32::INFINITY } else { look.sizes.column };
        let width = ui.available_width().min(most);
        ui.allocate_ui(vec2(width, 0.0), |ui| {
            ui.set_width(width);
            ui.vertical(|ui| add(ui, column));
        });
    });
}
