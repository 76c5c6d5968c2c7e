//! The body map on a page: outlines and numbered places, drawn as paths.

use krilla::{
    geom::{Path, PathBuilder, Rect},
    paint::{Fill, Stroke},
    surface::Surface,
};

use super::{
    fonts::{Fonts, Weight},
    paint::fill,
    row::{EDGE, Ink, Look, count},
};
use crate::paper::{
    body::{self, Spot},
    document::Mark,
    figure, sites,
};

/// Points on paper to a unit of a body; a head is drawn larger, so that its places can be told apart.
const SCALE: f32 = 0.82;
/// Room for a picture's name above it.
const NAME: f32 = 14.0;
const VIEW: Look = Look { size: 9.0, weight: Weight::Regular, ink: Ink::Soft };
const NUMBER: Look = Look { size: 7.0, weight: Weight::Bold, ink: Ink::Paper };
/// How far a circle's curve reaches towards its corner.
const CURVE: f32 = 0.552_3;

/// A body map that stands in a row.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    /// Its number in the tag tree.
    pub cell: usize,
    pub marks: Vec<Mark>,
    /// The width that it can take.
    pub width: f32,
}

impl Picture {
    /// How much of the page it takes.
    pub(super) fn height(&self) -> f32 {
        let views = figure::views(&self.marks);
        NAME + views.into_iter().map(body::height).fold(0.0, f32::max) * SCALE
    }

    /// Where it stands on the page, when its top is there.
    pub(super) fn frame(&self, top: f32) -> Option<Rect> {
        Rect::from_xywh(EDGE, top, self.width, self.height())
    }

    /// Draws it, and returns the words that stand on it, which are few and short.
    pub(super) fn paint(&self, surface: &mut Surface<'_>, fonts: &Fonts<'_>, top: f32) -> Vec<Label> {
        let mut labels = Vec::new();
        let views = figure::views(&self.marks);
        let step = self.width / count(views.len().max(2));
        let centred =
            |middle: f32, look: Look, text: &str| middle - fonts.width(look.weight, look.size, text) / 2.0;
        for (at, view) in views.into_iter().enumerate() {
            let middle = EDGE + step * (count(at) + 0.5);
            let left = middle - body::WIDTH * SCALE / 2.0;
            let name = sites::view(view).to_owned();
            labels.push(Label {
                x: centred(middle, VIEW, &name),
                baseline: top + 9.0,
                look: VIEW,
                text: name,
            });
            let on = |(x, y): (f32, f32)| (left + x * SCALE, top + NAME + y * SCALE);
            let outline: Vec<(f32, f32)> = body::outline(view).into_iter().map(on).collect();
            draw(surface, line(&outline), Ink::Wash, Some(Ink::Soft));
            for (spot, text) in figure::marked(view, &self.marks) {
                let (x, y) = on((spot.x, spot.y));
                let there = Spot { x, y, rx: spot.rx * SCALE, ry: spot.ry * SCALE };
                draw(surface, ellipse(there), Ink::Mark, None);
                let x = centred(x, NUMBER, &text);
                labels.push(Label { x, baseline: y + 2.4, look: NUMBER, text });
            }
        }
        labels
    }
}

/// A word on a picture.
pub(super) struct Label {
    pub x: f32,
    pub baseline: f32,
    pub look: Look,
    pub text: String,
}

fn draw(surface: &mut Surface<'_>, path: Option<Path>, inside: Ink, edge: Option<Ink>) {
    let Some(path) = path else { return };
    let Fill { paint, .. } = fill(edge.unwrap_or(inside));
    surface.set_fill(Some(fill(inside)));
    surface.set_stroke(edge.map(|_ink| Stroke { paint, width: 0.8, ..Stroke::default() }));
    surface.draw_path(&path);
    surface.set_stroke(None);
}

pub(super) fn line(points: &[(f32, f32)]) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (first, rest) = points.split_first()?;
    path.move_to(first.0, first.1);
    for point in rest {
        path.line_to(point.0, point.1);
    }
    path.close();
    path.finish()
}

pub(super) fn ellipse(Spot { x, y, rx, ry }: Spot) -> Option<Path> {
    let (cx, cy) = (rx * CURVE, ry * CURVE);
    let mut path = PathBuilder::new();
    path.move_to(x + rx, y);
    path.cubic_to(x + rx, y + cy, x + cx, y + ry, x, y + ry);
    path.cubic_to(x - cx, y + ry, x - rx, y + cy, x - rx, y);
    path.cubic_to(x - rx, y - cy, x - cx, y - ry, x, y - ry);
    path.cubic_to(x + cx, y - ry, x + rx, y - cy, x + rx, y);
    path.close();
    path.finish()
}
