//! A card to hold up: a sign in a shape of its own, and words that are read from across a room.

use std::num::NonZeroU16;

use krilla::geom::{Path, PathBuilder, Rect};
use krilla::tagging::Tag;

use super::compose::{Composer, Entry, Node};
use super::fonts::Weight;
use super::line::lines;
use super::picture::{ellipse, line};
use super::row::{EDGE, Ink, Look, Row};
use crate::paper::body::Spot;
use crate::paper::document::Card;

/// The shape's height and width: most of the width of a page.
const SHAPE: f32 = 390.0;
/// The greatest share of the shape that its sign may be wide.
const INSIDE: f32 = 0.5;
/// The largest letters of the sign, then of the words; each is made smaller until it fits.
const SIGN: f32 = 250.0;
const WORDS: [f32; 6] = [76.0, 68.0, 60.0, 52.0, 46.0, 40.0];
/// What stands below the words.
const MORE: [f32; 3] = [30.0, 26.0, 22.0];
/// The words may take so many lines.
const LINES: usize = 3;

/// What a card's sign stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// That of a level, counted from 0, the lowest.
    Level(usize),
    /// A ring, which is no level's.
    Ring,
}

impl Shape {
    /// The shape as one path, and for a ring what is cut out of its middle.
    pub(super) fn paths(self, top: f32, width: f32) -> (Option<Path>, Option<Path>) {
        let radius = SHAPE / 2.0;
        let (x, y) = (width / 2.0, top + radius);
        let round = |radius: f32| ellipse(Spot { x, y, rx: radius, ry: radius });
        // As on the screen: a circle, a square, a hexagon, an octagon, a diamond.
        let corners: u8 = match self {
            Self::Ring => return (round(radius), round(radius * 0.9)),
            Self::Level(0) => return (round(radius), None),
            Self::Level(1) => return (square(x, y, radius * 0.9), None),
            Self::Level(2) => 6,
            Self::Level(3) => 8,
            Self::Level(_) => 4,
        };
        let turn = if self == Self::Level(3) { std::f32::consts::FRAC_PI_8 } else { 0.0 };
        let corner = |at: u8| {
            let angle = std::f32::consts::TAU * f32::from(at) / f32::from(corners) + turn;
            (x + radius * angle.cos(), y + radius * angle.sin())
        };
        let points: Vec<(f32, f32)> = (0..corners).map(corner).collect();
        (line(&points), None)
    }
}

fn square(x: f32, y: f32, half: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(x - half, y - half, 2.0 * half, 2.0 * half)?);
    path.finish()
}

impl Composer<'_, '_> {
    /// A page of its own.
    pub(super) fn card(&mut self, card: &Card) {
        let shape = card.level.map_or(Shape::Ring, Shape::Level);
        let ink = if shape == Shape::Ring { Ink::Mark } else { Ink::Paper };
        let wide = self.fonts.width(Weight::Bold, SIGN, &card.sign).max(1.0);
        let size = SIGN * (SHAPE * INSIDE / wide).min(1.0);
        self.begin_page();
        let sign = Row { shape: Some(shape), ..self.centred(&card.sign, size, ink, SHAPE) };
        let id = sign.cells.first().map(|cell| cell.id);
        self.push(sign);
        self.group(Tag::P.into(), id.map(Node::Cell).into_iter().collect());
        let size = self.largest(&WORDS, &card.words, LINES);
        let words = self.centred(&card.words, size, Ink::Black, size * 1.15);
        let id = words.cells.first().map(|cell| cell.id);
        self.push(Row { before: 30.0, keep_next: !card.more.is_empty(), ..words });
        let tag = Tag::Hn(NonZeroU16::MIN.saturating_add(1), Some(card.words.clone()));
        self.group(tag.into(), id.map(Node::Cell).into_iter().collect());
        self.out.entries.extend(id.map(|cell| Entry { level: 2, text: card.words.clone(), cell }));
        if !card.more.is_empty() {
            let size = self.largest(&MORE, &card.more, 1);
            let more = self.centred(&card.more, size, Ink::Soft, size * 1.2);
            let id = more.cells.first().map(|cell| cell.id);
            self.push(Row { before: 16.0, ..more });
            self.group(Tag::P.into(), id.map(Node::Cell).into_iter().collect());
        }
        self.begin_page();
    }

    /// The largest size in which a text stands in so many lines; else the smallest.
    fn largest(&self, sizes: &[f32], text: &str, lines: usize) -> f32 {
        let fits = |size: &&f32| {
            let look = Look { size: **size, weight: Weight::Bold, ink: Ink::Black };
            let wide = |word: &str| self.fonts.width(look.weight, look.size, word) > self.width;
            !text.split_whitespace().any(wide)
                && self::lines(self.fonts, look, text, self.width).len() <= lines
        };
        sizes.iter().find(fits).or(sizes.last()).copied().unwrap_or(1.0)
    }

    /// A row of large letters, each line in the middle.
    fn centred(&mut self, text: &str, size: f32, ink: Ink, leading: f32) -> Row {
        let look = Look { size, weight: Weight::Bold, ink };
        let mut cell = self.cell(EDGE, self.width, look, text);
        for line in &mut cell.lines {
            line.shift = (self.width - self.fonts.width(look.weight, size, line.text.trim_end())) / 2.0;
        }
        Row::new(leading, vec![cell])
    }
}
