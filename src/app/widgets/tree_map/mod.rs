//! A map to pan and zoom: what stands on it is a button, and only what can be seen is drawn.
//!
//! From far away each block is one button with its name over it; from nearby each thing in it is one. By keyboard
//! the arrows go from thing to thing, and the map follows.

mod view;

use eframe::egui::{
    self, EventFilter, FontId, Galley, Id, Key, Modifiers, Rect, Response, Sense, Shape, Stroke, StrokeKind,
    Ui, UiBuilder, Vec2, WidgetInfo,
    accesskit::Role,
    pos2,
    text::{LayoutJob, TextFormat},
    vec2,
};
use std::sync::Arc;

use super::focus::{follow, go_to};
use crate::{
    app::theme::{Look, bold},
    map::{self, Area, Map},
};
use view::NEAR;
pub use view::{MapMove, MapView};

/// What is left of a thing at the edge must be as large as this to be pressed.
const TARGET: f32 = 24.0;

/// How a thing stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lit {
    No,
    /// It is on the path that was walked.
    Walked,
    /// And what was suggested rests on it.
    Bears,
}

/// What is said of a thing.
#[derive(Clone, Debug)]
pub struct MapLabel<'a> {
    pub title: &'a str,
    /// What a screen reader calls it.
    pub name: String,
    /// A line below, or nothing.
    pub more: String,
}

/// How large the pane is here.
pub fn map_pane(ui: &Ui) -> Vec2 {
    vec2(ui.available_width(), (ui.ctx().content_rect().height() * 0.6).max(180.0))
}

/// The map, called by `name`; returns where one looks now, and the thing that was pressed.
///
/// `lit` and `label` are asked only for what is seen.
pub fn map_ui<'a>(
    ui: &mut Ui,
    look: Look<'_>,
    name: &str,
    (map, view): (&Map, MapView),
    lit: impl Fn(usize) -> Lit,
    label: impl Fn(usize) -> MapLabel<'a>,
) -> (MapView, Option<usize>) {
    let (rect, pane) = ui.allocate_exact_size(map_pane(ui), Sense::DRAG);
    let view = view.within(map, rect.size());
    let mut drawn =
        Drawn { look, map, view, rect, lit, label, next: pointed(ui, &pane, map, view, rect), pressed: None };
    let figure = UiBuilder::new().max_rect(rect).accessibility_role(Role::Figure).accessibility_label(name);
    // The place on the page is taken already.
    let mut child = ui.new_child(figure);
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    if view.zoom < NEAR {
        drawn.far_ui(&child);
    } else {
        drawn.near_ui(&child);
    }
    drawn.page_keys(ui);
    let border = Stroke::new(1.0, look.colours.line.0);
    child.painter().rect_stroke(rect, look.sizes.corner, border, StrokeKind::Inside);
    (drawn.next.within(map, rect.size()), drawn.pressed)
}

/// What the mouse asks for: dragging and the wheel move the map, the wheel with Ctrl makes it larger or smaller.
fn pointed(ui: &Ui, pane: &Response, map: &Map, view: MapView, rect: Rect) -> MapView {
    let mut next = view;
    if pane.dragged() {
        let by = pane.drag_delta() / view.zoom;
        (next.x, next.y) = (next.x - by.x, next.y - by.y);
    }
    let Some(at) = ui.input(|input| input.pointer.latest_pos()).filter(|_| pane.contains_pointer()) else {
        return next;
    };
    let larger = ui.input(egui::InputState::zoom_delta);
    if (larger - 1.0).abs() > f32::EPSILON {
        // What lies under the pointer stays there.
        let away = (at - rect.center()) / view.zoom;
        let sized = MapView { zoom: view.zoom * larger, ..next }.within(map, rect.size());
        let after = (at - rect.center()) / sized.zoom;
        next = MapView { x: next.x + away.x - after.x, y: next.y + away.y - after.y, zoom: sized.zoom };
    }
    let wheel = ui.input(egui::InputState::smooth_scroll_delta);
    let rolled = MapView { x: next.x - wheel.x / view.zoom, y: next.y - wheel.y / view.zoom, ..next };
    let rolled = rolled.within(map, rect.size());
    if wheel != Vec2::ZERO && rolled != next.within(map, rect.size()) {
        // At the edge of the map the page goes on.
        ui.input_mut(|input| input.smooth_scroll_delta = Vec2::ZERO);
        next = rolled;
    }
    next
}

/// The map as it is drawn in one frame.
struct Drawn<'l, 'm, L, F> {
    look: Look<'l>,
    map: &'m Map,
    view: MapView,
    rect: Rect,
    lit: L,
    label: F,
    next: MapView,
    pressed: Option<usize>,
}

fn id(node: usize) -> Id {
    Id::unique(("map", node))
}

impl<'a, L: Fn(usize) -> Lit, F: Fn(usize) -> MapLabel<'a>> Drawn<'_, '_, L, F> {
    fn on_screen(&self, area: &Area) -> Rect {
        let MapView { x, y, zoom } = self.view;
        let corner = self.rect.center() + vec2(area.left - x, area.top - y) * zoom;
        Rect::from_min_size(corner, vec2(area.width, area.height) * zoom)
    }

    /// Blocks alone, with bars for what is in them.
    fn far_ui(&mut self, ui: &Ui) {
        let (map, look) = (self.map, self.look);
        for (at, block) in map.blocks.iter().enumerate() {
            let rect = self.on_screen(&block.area).expand(4.0);
            if !rect.intersects(self.rect) {
                continue;
            }
            let label = (self.label)(block.first);
            let response = self.button_ui(ui, rect, block.first, &label);
            let painter = ui.painter();
            let lit = response.as_ref().is_some_and(Response::hovered);
            let border = if lit { look.colours.accent } else { look.colours.line };
            painter.rect(
                rect,
                look.sizes.corner,
                look.colours.raised.0,
                Stroke::new(1.0, border.0),
                StrokeKind::Inside,
            );
            for node in block.first + 1..block.end {
                let bar = self.on_screen(&map.nodes[node].area).shrink2(vec2(2.0, 0.0));
                let fill = match (self.lit)(node) {
                    Lit::No => look.colours.rule,
                    Lit::Walked | Lit::Bears => look.colours.accent,
                };
                painter.rect_filled(bar, 1.0, fill.0);
            }
            let words = name(ui, look, label.title, rect.size() - vec2(6.0, 4.0));
            let ground = Rect::from_min_size(rect.min, vec2(rect.width(), words.size().y + 4.0));
            painter.rect_filled(ground.shrink(1.0), look.sizes.corner, look.colours.paper.0);
            painter.galley(rect.min + vec2(3.0, 2.0), words, look.colours.ink.0);
            if let Some(response) = response {
                let other = |at: usize| map.blocks.get(at).map(|block| block.first);
                let near = [at.checked_sub(1).and_then(other), other(at + 1)];
                self.keys_ui(ui, &response, block.first, [near[0], near[1], near[0], near[1]]);
            }
        }
    }

    /// Each thing, and a line to it from what it stands under.
    fn near_ui(&mut self, ui: &Ui) {
        let map = self.map;
        for block in &map.blocks {
            if !self.on_screen(&block.area).intersects(self.rect) {
                continue;
            }
            for at in block.first..block.end {
                self.line_ui(ui, at);
            }
            for at in block.first..block.end {
                let rect = self.on_screen(&map.nodes[at].area);
                if rect.intersects(self.rect) {
                    self.node_ui(ui, at, rect);
                }
            }
        }
    }

    fn line_ui(&self, ui: &Ui, at: usize) {
        let node = &self.map.nodes[at];
        let Some(parent) = node.parent else { return };
        let (above, here) = (self.on_screen(&self.map.nodes[parent].area), self.on_screen(&node.area));
        // Below the heading of a block stand several columns, each with a line of its own.
        let x = here.left() + (18.0 - map::INDENT) * self.view.zoom;
        let corner = pos2(x, here.center().y);
        let whole = Rect::from_two_pos(pos2(x, above.bottom()), here.left_center()).expand(2.0);
        if !whole.intersects(self.rect) {
            return;
        }
        let colours = self.look.colours;
        let stroke = match (self.lit)(at) {
            Lit::No => Stroke::new(1.5, colours.line.0),
            Lit::Walked | Lit::Bears => Stroke::new(3.5, colours.accent.0),
        };
        ui.painter().add(Shape::line(vec![pos2(x, above.bottom()), corner, here.left_center()], stroke));
    }

    fn node_ui(&mut self, ui: &Ui, at: usize, rect: Rect) {
        let (look, zoom) = (self.look, self.view.zoom);
        let colours = look.colours;
        let label = (self.label)(at);
        let heading = self.map.nodes[at].parent.is_none();
        let response = self.button_ui(ui, rect, at, &label);
        let pointed = response.as_ref().is_some_and(|r| r.hovered() || r.has_focus());
        let (fill, stroke) = match (self.lit)(at) {
            Lit::Bears => (colours.chosen, Stroke::new(4.0, colours.accent.0)),
            Lit::Walked => (colours.chosen, Stroke::new(2.0, colours.accent.0)),
            Lit::No if pointed => (colours.raised, Stroke::new(2.0, colours.ink.0)),
            Lit::No => (colours.raised, Stroke::new(1.0, colours.line.0)),
        };
        let painter = ui.painter();
        painter.rect(rect, f32::from(look.sizes.corner) * zoom, fill.0, stroke, StrokeKind::Inside);
        let pad = vec2(10.0, 7.0) * zoom;
        let room = rect.width() - 2.0 * pad.x;
        let size = if heading { look.sizes.section } else { look.sizes.small } * zoom;
        let font = if heading { FontId::new(size, bold()) } else { FontId::proportional(size) };
        let rows = if label.more.is_empty() { 3 } else { 2 };
        let title = lines(ui, label.title, font, colours.ink.0, room, rows);
        let below = rect.min + pad + vec2(0.0, title.size().y);
        painter.galley(rect.min + pad, title, colours.ink.0);
        if !label.more.is_empty() {
            let font = FontId::new(look.sizes.small * 0.9 * zoom, bold());
            let more = lines(ui, &label.more, font, colours.accent.0, room, 1);
            painter.galley(below, more, colours.accent.0);
        }
        if let Some(response) = response {
            let nodes = &self.map.nodes;
            let before = at.checked_sub(1);
            let after = (at + 1 < nodes.len()).then_some(at + 1);
            let inside = after.filter(|&after| nodes[after].parent == Some(at));
            self.keys_ui(ui, &response, at, [before, after, nodes[at].parent.or(before), inside.or(after)]);
        }
    }

    /// What can be pressed of a thing: the part of it that is seen, where that is large enough.
    fn button_ui(&mut self, ui: &Ui, rect: Rect, at: usize, label: &MapLabel<'_>) -> Option<Response> {
        let seen = rect.intersect(self.rect);
        if seen.width() < TARGET || seen.height() < TARGET {
            return None;
        }
        let response = ui.interact(seen, id(at), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &label.name));
        if !label.more.is_empty() {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(label.more.as_str()));
        }
        follow(&response);
        if response.clicked() {
            self.pressed = Some(at);
        }
        Some(response)
    }

    /// The arrows lead to another thing; with Shift they move the map; plus, minus and 0 change its size.
    ///
    /// `other` is what lies up, down, left and right in the tree.
    fn keys_ui(&mut self, ui: &Ui, response: &Response, at: usize, other: [Option<usize>; 4]) {
        if !response.has_focus() {
            return;
        }
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let moves = [MapMove::Up, MapMove::Down, MapMove::Left, MapMove::Right];
        let keys = [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight];
        let pane = self.rect.size();
        for ((key, by), other) in keys.into_iter().zip(moves).zip(other) {
            if ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, key)) {
                self.next = self.next.moved(self.map, pane, by);
            } else if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
                && let Some(other) = other
            {
                self.go_to(ui, other);
            }
        }
        for by in sizes_pressed(ui) {
            let middle = MapView::at(self.map, at);
            self.next = MapView { zoom: self.next.zoom, ..middle }.moved(self.map, pane, by);
            let first = self.map.blocks[self.map.nodes[at].block].first;
            go_to(ui.ctx(), id(if self.next.zoom < NEAR { first } else { at }));
        }
    }

    /// Plus, minus and 0 change the map's size wherever on its page the keyboard is.
    fn page_keys(&mut self, ui: &Ui) {
        for by in sizes_pressed(ui) {
            self.next = self.next.moved(self.map, self.rect.size(), by);
        }
    }

    /// Gives the keyboard to another thing, and looks at it where it is not wholly seen.
    fn go_to(&mut self, ui: &Ui, at: usize) {
        let area = if self.view.zoom < NEAR {
            self.map.blocks[self.map.nodes[at].block].area
        } else {
            self.map.nodes[at].area
        };
        if !self.rect.contains_rect(self.on_screen(&area)) {
            let (x, y) = (area.left + area.width / 2.0, area.top + area.height.min(map::HEIGHT) / 2.0);
            self.next = MapView { x, y, ..self.next };
        }
        go_to(ui.ctx(), id(at));
    }
}

/// What the keys that change the map's size ask for.
fn sizes_pressed(ui: &Ui) -> Vec<MapMove> {
    let keys = [
        (Modifiers::NONE, Key::Plus, MapMove::Larger),
        (Modifiers::SHIFT, Key::Plus, MapMove::Larger),
        (Modifiers::NONE, Key::Equals, MapMove::Larger),
        (Modifiers::NONE, Key::Minus, MapMove::Smaller),
        (Modifiers::NONE, Key::Num0, MapMove::Whole),
    ];
    ui.input_mut(|input| {
        keys.into_iter().filter(|(with, key, _)| input.consume_key(*with, *key)).map(|(.., by)| by).collect()
    })
}

/// A block's name, as small as its longest word needs to stay whole, in as many lines as there is room for.
fn name(ui: &Ui, look: Look<'_>, title: &str, room: Vec2) -> Arc<Galley> {
    let ink = look.colours.ink.0;
    let font = |size: f32| FontId::new(size, bold());
    let size = look.sizes.small * 0.875;
    let width = |word: &str| ui.painter().layout_no_wrap(word.to_owned(), font(size), ink).size().x;
    let longest = title.split_whitespace().map(width).fold(1.0, f32::max);
    let whole = (room.x / longest).min(1.0);
    let at = |part: f32| {
        let size = size * part;
        let rows = (room.y / (size * 1.3)).floor().max(1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few lines, one at least"
        )]
        let rows = rows as usize;
        lines(ui, title, font(size), ink, room.x, rows)
    };
    // Smaller where a low block would cut it; never so small that nobody reads it.
    let sizes = [1.0, 0.85, 0.75].map(|part| f32::max(part * whole, 0.5));
    sizes.into_iter().map(at).find(|words| !words.elided).unwrap_or_else(|| at(f32::max(0.65 * whole, 0.5)))
}

/// Words in no more than so many lines.
fn lines(ui: &Ui, text: &str, font: FontId, ink: egui::Color32, width: f32, rows: usize) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, ink));
    job.wrap.max_width = width.max(8.0);
    job.wrap.max_rows = rows;
    ui.painter().layout_job(job)
}
