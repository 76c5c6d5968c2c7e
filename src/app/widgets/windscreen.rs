//! The windscreen that practitioners know: the levels as a fan, with what is established and what is open.
//!
//! Every mark is told three ways (fill, shape and words), and the whole picture has a text twin.

use eframe::egui::{
    self, Align2, Color32, Mesh, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo,
    accesskit::Role, pos2,
};

use crate::{
    app::{theme::bold, view::ViewContext},
    assess::assessment::Span,
    framework::{Framework, model::LevelIx},
    words::fill,
};

/// How a level stands in a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// What the answers establish.
    Established,
    /// What the unknowns still allow.
    Open,
    Neither,
}

/// The fan spreads over this many degrees to either side of upright.
const SPREAD: f32 = 72.0;

/// The hole of the fan, as a share of its radius.
const HOLE: f32 = 0.42;

/// The longest name that fits inside a segment of a fan of four, in letters.
const LONGEST_NAME: usize = 16;

/// Points along a segment's edge: enough to look round at 300%.
const FINENESS: u16 = 24;

/// Draws the levels with a result marked on them, and says the same in words to a screen reader.
pub fn windscreen_ui(ui: &mut Ui, cx: &ViewContext<'_>, framework: &Framework, span: Span) -> Response {
    let width = ui.available_width().min(cx.look.sizes.column);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, width * 0.36), Sense::hover());
    let twin = in_words(cx, framework, span);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &twin));
    if ui.is_rect_visible(rect) {
        paint(ui, cx, framework, span, rect);
    }
    response
}

/// The picture's text twin.
fn in_words(cx: &ViewContext<'_>, framework: &Framework, span: Span) -> String {
    let words = &cx.words.result;
    let one = |at: usize| {
        let level = &framework.levels[at];
        let stands = match standing(framework, span, LevelIx(at)) {
            Standing::Established => words.established,
            Standing::Open => words.still_open,
            Standing::Neither => return format!("{}, {}", level.label, level.name),
        };
        format!("{}, {} ({stands})", level.label, level.name)
    };
    let levels: Vec<String> = (0..framework.levels.len()).map(one).collect();
    fill(words.windscreen, &[&levels.join("; ")])
}

fn standing(framework: &Framework, span: Span, level: LevelIx) -> Standing {
    let low = span.lowest.map(|p| framework[p].level);
    let high = framework[span.highest].level;
    // Before a level can be given, every level up to the highest is open.
    let from = low.unwrap_or(LevelIx(0));
    if low == Some(level) {
        Standing::Established
    } else if level <= high && level >= from {
        Standing::Open
    } else {
        Standing::Neither
    }
}

fn paint(ui: &Ui, cx: &ViewContext<'_>, framework: &Framework, span: Span, rect: Rect) {
    let colours = cx.look.colours;
    let fan = Fan::new(rect, framework.levels.len());
    for at in 0..framework.levels.len() {
        let stands = standing(framework, span, LevelIx(at));
        let level = colours.level(at);
        let ground = if stands == Standing::Established { level } else { colours.raised.0 };
        ui.painter().add(Shape::mesh(fan.mesh(at, ground)));
        if stands == Standing::Open {
            for line in fan.stripes(at) {
                ui.painter().line_segment(line, Stroke::new(3.0, level));
            }
        }
        let line = if stands == Standing::Neither { colours.line.0 } else { level };
        let weight = if stands == Standing::Neither { 1.5 } else { 4.0 };
        ui.painter().add(Shape::closed_line(fan.outline(at), Stroke::new(weight, line)));
        label(ui, cx, framework, at, stands, &fan);
    }
}

/// The number large, the name below it, and a word for how it stands: never the colour alone.
fn label(ui: &Ui, cx: &ViewContext<'_>, framework: &Framework, at: usize, stands: Standing, fan: &Fan) {
    let colours = cx.look.colours;
    let words = &cx.words.result;
    let ink = if stands == Standing::Established { colours.on_level.0 } else { colours.ink.0 };
    let level = &framework.levels[at];
    let middle = fan.middle(at);
    let scale = fan.radius.x / 340.0;
    let large = egui::FontId::new(30.0 * scale, bold());
    let small = egui::FontId::new(14.0 * scale, egui::FontFamily::Proportional);
    let word = match stands {
        Standing::Established => words.established,
        Standing::Open => words.still_open,
        Standing::Neither => "",
    };
    let put = |down: f32, text: &str, font: egui::FontId| {
        let place = pos2(middle.x, middle.y + down * scale);
        let galley = ui.painter().layout_no_wrap(text.to_owned(), font, ink);
        let place = Align2::CENTER_CENTER.anchor_size(place, galley.size());
        if stands == Standing::Open {
            // Stripes must not run through the words.
            ui.painter().rect_filled(place.expand(2.0), 2.0, colours.raised.0);
        }
        ui.painter().galley(place.min, galley, ink);
    };
    put(-24.0, &level.short, large);
    put(2.0, first_words(&level.name), small.clone());
    put(20.0, word, small);
}

/// As many words of a long level name as fit inside the fan; the words beside it have it whole.
fn first_words(name: &str) -> &str {
    let ends = name.match_indices(' ').map(|(end, _)| end).chain([name.len()]);
    let fits = ends.filter(|&end| end <= LONGEST_NAME && !name[..end].ends_with(" and")).max();
    fits.map_or(name, |end| &name[..end])
}

/// Where a fan of equal segments lies.
struct Fan {
    centre: Pos2,
    radius: Vec2,
    segments: f32,
}

impl Fan {
    fn new(rect: Rect, segments: usize) -> Self {
        let margin = 4.0;
        let side = SPREAD.to_radians().sin();
        let radius =
            Vec2::new((rect.width() / 2.0 - margin) / side, (rect.height() - 2.0 * margin) / (1.0 - low()));
        let centre = pos2(rect.center().x, rect.top() + margin + radius.y);
        Self { centre, radius, segments: f32::from(u8::try_from(segments).unwrap_or(u8::MAX)) }
    }

    /// The angle from upright, in radians, at a place counted in segments from the left.
    fn angle(&self, place: f32) -> f32 {
        (place / self.segments * 2.0 - 1.0) * SPREAD.to_radians()
    }

    fn at(&self, place: f32, out: f32) -> Pos2 {
        let angle = self.angle(place);
        self.centre + Vec2::new(angle.sin() * self.radius.x, -angle.cos() * self.radius.y) * out
    }

    fn middle(&self, segment: usize) -> Pos2 {
        self.at(place(segment) + 0.5, f32::midpoint(HOLE, 1.0))
    }

    /// Places along a segment, from its left edge to its right.
    fn along(segment: usize) -> impl DoubleEndedIterator<Item = f32> + Clone {
        (0..=FINENESS).map(move |step| place(segment) + f32::from(step) / f32::from(FINENESS))
    }

    fn outline(&self, segment: usize) -> Vec<Pos2> {
        let outer = Self::along(segment).map(|p| self.at(p, 1.0));
        let inner = Self::along(segment).rev().map(|p| self.at(p, HOLE));
        outer.chain(inner).collect()
    }

    fn mesh(&self, segment: usize, colour: Color32) -> Mesh {
        let mut mesh = Mesh::default();
        for place in Self::along(segment) {
            mesh.colored_vertex(self.at(place, HOLE), colour);
            mesh.colored_vertex(self.at(place, 1.0), colour);
        }
        for step in 0..u32::from(FINENESS) {
            let first = step * 2;
            mesh.add_triangle(first, first + 1, first + 2);
            mesh.add_triangle(first + 1, first + 3, first + 2);
        }
        mesh
    }

    /// Lines from the hole outwards, slanting, so that *open* has a shape of its own.
    fn stripes(&self, segment: usize) -> impl Iterator<Item = [Pos2; 2]> {
        let count = 7_u8;
        (0..count).map(move |n| {
            let from = place(segment) + f32::from(n) / f32::from(count);
            [self.at(from, HOLE), self.at(from + 1.0 / f32::from(count), 1.0)]
        })
    }
}

/// How far up the hole's lowest corner lies, as a share of the radius.
fn low() -> f32 {
    SPREAD.to_radians().cos() * HOLE
}

fn place(segment: usize) -> f32 {
    f32::from(u8::try_from(segment).unwrap_or(u8::MAX))
}
