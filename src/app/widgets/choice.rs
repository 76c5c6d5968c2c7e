//! Answers to choose from: rows as wide as the column, any part of which can be pressed.

use eframe::egui::{
    self, Id, Response, RichText, Sense, Shape, Stroke, StrokeKind, TextStyle, TextWrapMode, Ui, UiBuilder,
    Vec2, WidgetInfo, WidgetText, accesskit::Role, pos2, vec2,
};

use super::{
    focus::follow,
    group::name_here,
    level::{self, paint_level},
};
use crate::app::theme::Look;

/// How wide a mark is.
const MARK: f32 = 22.0;
/// The room around what stands in a row.
const PAD: Vec2 = vec2(12.0, 9.0);

/// One answer to choose: its words, and what they mean where that needs saying.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    pub text: &'a str,
    pub detail: Option<&'a str>,
    /// The level it stands for: its place and what is said for short.
    pub level: Option<(usize, &'a str)>,
}

impl<'a> Choice<'a> {
    /// An answer that needs no more words.
    pub fn new(text: &'a str) -> Self {
        Self { text, detail: None, level: None }
    }

    /// The same answer, marked as standing for a level.
    #[must_use]
    pub fn at_level(self, at: usize, short: &'a str) -> Self {
        Self { level: Some((at, short)), ..self }
    }

    /// An answer with a line below it.
    pub fn with(text: &'a str, detail: &'a str) -> Self {
        Self { text, detail: Some(detail), level: None }
    }
}

/// One of several answers; returns the one that was just chosen.
///
/// `key` tells this group from every other on screen; `name` is what a screen reader calls it.
pub fn choice_ui(
    ui: &mut Ui,
    look: Look<'_>,
    key: &str,
    name: &str,
    chosen: Option<usize>,
    choices: &[Choice<'_>],
) -> Option<usize> {
    let group = UiBuilder::new()
        .id_salt(("choice", key))
        .accessibility_role(Role::RadioGroup)
        .accessibility_label(name_here(ui, name).unwrap_or_else(|| name.to_owned()));
    ui.scope_builder(group, |ui| {
        // A screen reader says "2 of 4".
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_size_of_set(choices.len()));
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let in_a_row = in_a_row(ui, choices);
        let mut picked = None;
        let mut rows = |ui: &mut Ui| {
            for (at, choice) in choices.iter().enumerate() {
                let id = Id::unique(("choice", key, at));
                let width = match &in_a_row {
                    Some(widths) => widths[at],
                    None => ui.available_width(),
                };
                let on = chosen == Some(at);
                let response = row_ui(ui, look, (id, width), Role::RadioButton, on, *choice);
                ui.ctx().accesskit_node_builder(id, |node| node.set_position_in_set(at));
                if response.clicked() && !on {
                    picked = Some(at);
                }
            }
        };
        if in_a_row.is_some() {
            ui.horizontal(rows);
        } else {
            rows(ui);
        }
        picked
    })
    .inner
}

/// The widths of the choices where all of them fit beside each other in a word or two each.
fn in_a_row(ui: &Ui, choices: &[Choice<'_>]) -> Option<Vec<f32>> {
    if choices.len() > 4 || choices.iter().any(|choice| choice.detail.is_some()) {
        return None;
    }
    let width = |choice: &Choice<'_>| {
        let words = WidgetText::from(choice.text);
        let words = words.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Body);
        (words.size().x + MARK + 4.0 * PAD.x).max(110.0)
    };
    let widths: Vec<f32> = choices.iter().map(width).collect();
    let all: f32 = widths.iter().map(|width| width + 6.0).sum();
    (all <= ui.available_width()).then_some(widths)
}

/// Something to tick; returns whether it was just pressed.
pub fn check_ui(ui: &mut Ui, look: Look<'_>, key: &str, on: bool, choice: Choice<'_>) -> bool {
    let place = (Id::unique(("check", key)), ui.available_width());
    row_ui(ui, look, place, Role::CheckBox, on, choice).clicked()
}

fn row_ui(
    ui: &mut Ui,
    look: Look<'_>,
    (id, width): (Id, f32),
    role: Role,
    on: bool,
    choice: Choice<'_>,
) -> Response {
    let Choice { text, detail, level } = choice;
    let (mark, pad) = (MARK, PAD);
    let text_left = pad.x + mark + pad.x;
    let right = if level.is_some() { level::SIZE + pad.x } else { 0.0 };
    let lay = |ui: &Ui, words: RichText| {
        let room = (width - text_left - pad.x - right).max(40.0);
        WidgetText::from(words).into_galley(ui, Some(TextWrapMode::Wrap), room, TextStyle::Body)
    };
    let words = lay(ui, RichText::new(text));
    let below = detail.map(|detail| {
        let soft = RichText::new(detail).size(look.sizes.small);
        lay(ui, soft.color(look.colours.ink_soft.0))
    });
    let below_height = below.as_ref().map_or(0.0, |galley| galley.size().y + 2.0);
    let height = (words.size().y + below_height + 2.0 * pad.y).max(look.sizes.target);
    let rect = ui.allocate_space(Vec2::new(width, height)).1;
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(role, ui.is_enabled(), on, text));
    if let Some(detail) = detail {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_description(detail);
        });
    }
    follow(&response);
    if ui.is_rect_visible(rect) {
        let (fill, border) = if on {
            let accent = Stroke::new(2.0, look.colours.accent.0);
            (look.colours.chosen.0, accent)
        } else {
            // What only has the focus must not look chosen: the ring shows the focus.
            let widgets = &ui.visuals().widgets;
            let visuals = if response.hovered() { &widgets.hovered } else { &widgets.inactive };
            (visuals.weak_bg_fill, visuals.bg_stroke)
        };
        let painter = ui.painter();
        painter.rect(rect, look.sizes.corner, fill, border, StrokeKind::Inside);
        let one_line = height - below_height;
        let top = rect.top() + (one_line - words.size().y) / 2.0;
        let centre =
            pos2(rect.left() + pad.x + mark / 2.0, rect.top() + one_line.min(look.sizes.target) / 2.0);
        mark_ui(ui, look, role, on, centre, mark / 2.0);
        if let Some((at, short)) = level {
            let middle = pos2(rect.right() - pad.x - level::SIZE / 2.0, rect.center().y);
            paint_level(ui, look, middle, at, short);
        }
        let ink = look.colours.ink.0;
        painter.galley(pos2(rect.left() + text_left, top), words.clone(), ink);
        if let Some(below) = below {
            let under = top + words.size().y + 2.0;
            painter.galley(pos2(rect.left() + text_left, under), below, ink);
        }
    }
    response
}

/// A circle or a box, filled where it is on.
fn mark_ui(ui: &Ui, look: Look<'_>, role: Role, on: bool, centre: egui::Pos2, radius: f32) {
    let colours = look.colours;
    let line = if on { colours.accent } else { colours.line };
    let border = Stroke::new(2.0, line.0);
    let painter = ui.painter();
    if role == Role::RadioButton {
        painter.circle(centre, radius - 1.0, colours.paper.0, border);
        if on {
            painter.circle_filled(centre, radius * 0.5, colours.accent.0);
        }
        return;
    }
    let square = egui::Rect::from_center_size(centre, Vec2::splat(2.0 * radius - 2.0));
    painter.rect(square, 3.0, colours.paper.0, border, StrokeKind::Inside);
    if on {
        let at = |x: f32, y: f32| centre + vec2(x, y) * radius;
        let tick = vec![at(-0.5, 0.0), at(-0.1, 0.4), at(0.55, -0.45)];
        painter.add(Shape::line(tick, Stroke::new(3.0, colours.accent.0)));
    }
}
