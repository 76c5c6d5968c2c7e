//! The windscreen that practitioners know: the levels as a fan, with what is established and what is open.
//!
//! Every mark is told three ways (fill, shape and words), and the whole picture has a text twin.

use std::sync::Arc;

use eframe::egui::{
    Align, Color32, FontFamily, FontId, Galley, Mesh, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2,
    WidgetInfo, accesskit::Role, pos2, text::LayoutJob,
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

/// Sizes of the small words that are tried, the largest first, and how wide lines may be, in points of a fan of
/// the usual size; and how far out from the middle of its segment a text may move, as a share of the radius.
const SIZES: [f32; 5] = [15.0, 14.0, 13.0, 12.0, 11.0];
const WIDTHS: [f32; 6] = [170.0, 150.0, 130.0, 110.0, 90.0, 75.0];
const OUTWARDS: [f32; 4] = [0.0, 0.04, 0.08, -0.04];

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
    let stands = |at: usize| standing(framework, span, LevelIx(at));
    let words = |at: usize| {
        let word = match stands(at) {
            Standing::Established => cx.words.result.established,
            Standing::Open => cx.words.result.still_open,
            Standing::Neither => "",
        };
        let level = &framework.levels[at];
        [level.label.as_str(), level.name.as_str(), word]
    };
    let texts: Vec<[&str; 3]> = (0..framework.levels.len()).map(words).collect();
    for (at, lines) in lettering(ui, &fan, &texts).into_iter().enumerate() {
        let stands = stands(at);
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
        let ink = if stands == Standing::Established { colours.on_level.0 } else { colours.ink.0 };
        for (place, galley) in lines {
            if stands == Standing::Open {
                // Stripes must not run through the words.
                let behind = galley.rect.translate(place.to_vec2());
                ui.painter().rect_filled(behind.expand(2.0), 2.0, colours.raised.0);
            }
            ui.painter().galley(place, galley, ink);
        }
    }
}

/// Texts with their places, in no colour yet.
type Lines = Vec<(Pos2, Arc<Galley>)>;

/// What each level is called, its name below that, and a word for how it stands (never the colour alone), in
/// whole words of the largest size that every segment has room for. Where none is, names are left out: the
/// words beside the picture have them.
fn lettering(ui: &Ui, fan: &Fan, texts: &[[&str; 3]]) -> Vec<Lines> {
    let unnamed: Vec<[&str; 3]> = texts.iter().map(|&[label, _, word]| [label, "", word]).collect();
    for texts in [texts, &unnamed] {
        for size in SIZES {
            let all = texts.iter().enumerate().map(|(at, &texts)| fitted(ui, fan, at, texts, size));
            if let Some(all) = all.collect() {
                return all;
            }
        }
    }
    let smallest = SIZES[SIZES.len() - 1];
    let each = |(at, texts): (usize, &[&str; 3])| fitted(ui, fan, at, *texts, smallest).unwrap_or_default();
    unnamed.iter().enumerate().map(each).collect()
}

/// A level's texts at a size, where they fit into its segment in some shape.
fn fitted(ui: &Ui, fan: &Fan, at: usize, texts: [&str; 3], size: f32) -> Option<Lines> {
    let scale = fan.radius.x / 340.0;
    WIDTHS.iter().find_map(|width| {
        let galleys = set(ui, texts, size * scale, width * scale)?;
        OUTWARDS.iter().find_map(|out| {
            let lines = stacked(&galleys, fan.middle(at, *out));
            let row_fits = |(place, galley): &(Pos2, Arc<Galley>)| {
                galley.rows.iter().all(|row| fan.holds(at, row.rect().translate(place.to_vec2())))
            };
            lines.iter().all(row_fits).then_some(lines)
        })
    })
}

/// Texts in lines no wider than this; `None` where a single word is.
fn set(ui: &Ui, texts: [&str; 3], size: f32, width: f32) -> Option<Vec<Arc<Galley>>> {
    let heading = FontId::new(size * 1.35, bold());
    let small = FontId::new(size, FontFamily::Proportional);
    let ink = Color32::PLACEHOLDER;
    let mut galleys = Vec::new();
    for (text, font) in texts.into_iter().zip([heading, small.clone(), small]) {
        let alone = |word: &str| ui.painter().layout_no_wrap(word.to_owned(), font.clone(), ink).size().x;
        if text.split_whitespace().any(|word| alone(word) > width) {
            return None;
        }
        if !text.is_empty() {
            let mut job = LayoutJob::simple(text.to_owned(), font.clone(), ink, width);
            job.halign = Align::Center;
            galleys.push(ui.painter().layout_job(job));
        }
    }
    Some(galleys)
}

/// Texts below one another, about a middle.
fn stacked(galleys: &[Arc<Galley>], middle: Pos2) -> Lines {
    let height: f32 = galleys.iter().map(|galley| galley.size().y).sum();
    let mut top = middle.y - height / 2.0;
    let mut lines = Vec::new();
    for galley in galleys {
        lines.push((pos2(middle.x, top), Arc::clone(galley)));
        top += galley.size().y;
    }
    lines
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

    /// The middle of a segment, or a place further out.
    fn middle(&self, segment: usize, out: f32) -> Pos2 {
        self.at(place(segment) + 0.5, f32::midpoint(HOLE, 1.0) + out)
    }

    /// Places along a segment, from its left edge to its right.
    fn along(segment: usize) -> impl DoubleEndedIterator<Item = f32> + Clone {
        (0..=FINENESS).map(move |step| place(segment) + f32::from(step) / f32::from(FINENESS))
    }

    /// Whether a line of words lies inside a segment, clear of its edges.
    fn holds(&self, segment: usize, words: Rect) -> bool {
        let inside = |corner: Pos2| {
            let from = (corner - self.centre) / self.radius;
            let turned = from.x.atan2(-from.y) / SPREAD.to_radians();
            let along = f32::midpoint(turned, 1.0) * self.segments - place(segment);
            (HOLE..=1.0).contains(&from.length()) && (0.0..=1.0).contains(&along)
        };
        let words = words.expand2(Vec2::new(4.0, 1.0));
        let sides = [words.center_top(), words.center_bottom()];
        let corners = [words.left_top(), words.right_top(), words.left_bottom(), words.right_bottom()];
        corners.into_iter().chain(sides).all(inside)
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

#[cfg(test)]
mod tests {
    use eframe::egui::{Context, RawInput};

    use super::*;
    use crate::{app::theme::install_fonts, framework::builtin};

    #[test]
    fn every_level_of_every_area_stands_in_its_segment_in_whole_words() {
        let ctx = Context::default();
        install_fonts(&ctx);
        for id in builtin::ids() {
            let framework = builtin::read(id).unwrap();
            for width in [320.0, 480.0, 640.0] {
                let rect = Rect::from_min_size(Pos2::ZERO, Vec2::new(width, width * 0.36));
                let fan = Fan::new(rect, framework.levels.len());
                let texts: Vec<[&str; 3]> = framework
                    .levels
                    .iter()
                    .map(|l| [l.label.as_str(), l.name.as_str(), "established"])
                    .collect();
                let mut said = Vec::new();
                let mut drawn = ctx.run_ui(RawInput::default(), |ui| {
                    let row = |(_, galley): &(Pos2, Arc<Galley>)| {
                        galley
                            .rows
                            .iter()
                            .map(|row| row.text().trim().to_owned())
                            .collect::<Vec<_>>()
                            .join(" ")
                    };
                    let lines = lettering(ui, &fan, &texts);
                    said = lines.iter().map(|lines| lines.iter().map(row).collect::<Vec<_>>()).collect();
                });
                drawn.textures_delta.clear();
                assert_eq!(said, texts, "{id} at {width}");
            }
        }
    }
}
