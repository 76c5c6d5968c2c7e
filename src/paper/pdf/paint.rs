//! Draws the pages and writes them with their structure, checked against PDF/UA-1.

use std::collections::HashMap;

use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, SpanTag, TagGroup, TagKind, TagTree,
};
use krilla::text::{Font, KrillaGlyph};
use krilla::{Document as Pdf, SerializeSettings};

use super::compose::{Composed, Entry, Node};
use super::face::Face;
use super::fonts::{Fonts, Weight};
use super::line::{Line, Piece};
use super::paginate::{Band, Placed, Sheet};
use super::picture::Picture;
use super::row::{EDGE, Frame, Ink, Look, Rule, count};
use crate::paper::document::Document;
use crate::paper::format::WriteError;

/// How the foot of a page looks.
pub(super) const FOOT: Look = Look { size: 8.0, weight: Weight::Regular, ink: Ink::Soft };
/// From one line of the foot to the next.
pub(super) const FOOT_LEADING: f32 = 10.0;
/// From the lowest line of the foot to the end of the page.
const BELOW_FOOT: f32 = 24.0;

/// How far to the left, in parts of the letters' size, a glyph that shows nothing stands of what it
/// comes after.
const HAIR: f32 = 0.01;

/// Draws every page and returns the file.
pub(super) fn paint(
    document: &Document,
    fonts: &Fonts<'_>,
    composed: &Composed,
    sheets: &[Sheet],
    foot: &[Line],
) -> Result<Vec<u8>, WriteError> {
    let checks = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let Ok(configuration) = checks.finish() else { return Err(WriteError::Pdf) };
    let mut pdf = Pdf::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let frame = Frame::of(document.page);
    let mut tags: Vec<Vec<Identifier>> = vec![Vec::new(); composed.cells];
    let mut frames: HashMap<usize, BBox> = HashMap::new();
    for (index, sheet) in sheets.iter().enumerate() {
        let settings = PageSettings::from_wh(frame.width, frame.height).ok_or(WriteError::Pdf)?;
        let mut page = pdf.start_page_with(settings);
        let number = format!("Page {} of {}", index + 1, sheets.len());
        {
            let mut painter = Painter { surface: page.surface(), fonts, frame };
            painter.marks(sheet);
            for (top, picture) in &sheet.pictures {
                let tag = painter.picture(*top, picture);
                if let Some(of_cell) = tags.get_mut(picture.cell) {
                    of_cell.push(tag);
                }
                frames.extend(picture.frame(*top).map(|rect| (picture.cell, BBox::new(index, rect))));
            }
            for text in &sheet.texts {
                let tag = painter.text(text);
                if let Some(of_cell) = text.cell.and_then(|cell| tags.get_mut(cell)) {
                    of_cell.push(tag);
                }
            }
            painter.foot(foot, &number);
        }
    }
    pdf.set_tag_tree(tag_tree(&composed.nodes, &tags, &frames));
    pdf.set_outline(outline(&composed.entries, sheets));
    let title = composed.entries.first().map_or("", |entry| entry.text.as_str());
    pdf.set_metadata(
        Metadata::new()
            .title(title.to_owned())
            .language(document.language.clone())
            .creator("Levels of Need".to_owned()),
    );
    pdf.finish().map_err(|error| match error {
        KrillaError::Font(..) => WriteError::Font,
        KrillaError::Validation(failed) => WriteError::PdfChecks { failed: failed.len() },
        _ => WriteError::Pdf,
    })
}

struct Painter<'a, 'f> {
    surface: Surface<'a>,
    fonts: &'a Fonts<'f>,
    frame: Frame,
}

impl Painter<'_, '_> {
    /// What is only there for the eye: washes, boxes and rules.
    fn marks(&mut self, sheet: &Sheet) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        for band in &sheet.washes {
            self.rectangle(EDGE, band.top, self.frame.text(), band.bottom - band.top, Ink::Wash);
        }
        for band in &sheet.boxes {
            self.boxed(*band);
        }
        for (top, shape) in &sheet.shapes {
            let (outside, inside) = shape.paths(*top, self.frame.width);
            for (path, ink) in [(outside, Ink::Mark), (inside, Ink::Paper)] {
                if let Some(path) = path {
                    self.surface.set_fill(Some(fill(ink)));
                    self.surface.draw_path(&path);
                }
            }
        }
        for (y, rule) in &sheet.rules {
            let (height, ink) = match rule {
                Rule::None => continue,
                Rule::Thin => (0.5, Ink::Line),
                Rule::Strong => (1.0, Ink::Mark),
            };
            self.rectangle(EDGE, *y, self.frame.text(), height, ink);
        }
        self.surface.end_tagged();
    }

    fn boxed(&mut self, band: Band) {
        let height = band.bottom - band.top;
        self.rectangle(EDGE, band.top, self.frame.text(), height, Ink::Mark);
        self.rectangle(EDGE + 4.0, band.top + 0.7, self.frame.text() - 4.7, height - 1.4, Ink::Wash);
    }

    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        let Some(rectangle) = Rect::from_xywh(x, y, width, height) else { return };
        let mut path = PathBuilder::new();
        path.push_rect(rectangle);
        if let Some(path) = path.finish() {
            self.surface.set_fill(Some(fill(ink)));
            self.surface.draw_path(&path);
        }
    }

    fn picture(&mut self, top: f32, picture: &Picture) -> Identifier {
        let identifier = self.surface.start_tagged(ContentTag::Other);
        for label in picture.paint(&mut self.surface, self.fonts, top) {
            self.line(label.x, label.baseline, label.look, &Line::plain(label.text));
        }
        self.surface.end_tagged();
        identifier
    }

    fn text(&mut self, text: &Placed) -> Identifier {
        let tag = match text.cell {
            Some(_) => ContentTag::Span(SpanTag::empty()),
            None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)),
        };
        let identifier = self.surface.start_tagged(tag);
        self.line(text.x, text.baseline, text.look, &text.line);
        self.surface.end_tagged();
        identifier
    }

    /// Draws a line. Its pieces stand from left to right and are drawn in reading order, which
    /// is what a program that takes the text out of the file goes by.
    fn line(&mut self, x: f32, baseline: f32, look: Look, line: &Line) {
        self.surface.set_fill(Some(fill(look.ink)));
        let mut at = x + line.shift;
        let mut drawn = Vec::new();
        for Piece { item, right_to_left } in line.pieces(self.fonts, look) {
            let Some(face) = self.fonts.face(look.weight, &item) else { continue };
            let glyphs = self.fonts.shape(look.weight, &line.text, &item, right_to_left).glyphs;
            // Letters from right to left are drawn one by one, so that each comes in its turn.
            let together = |a: &KrillaGlyph, b: &KrillaGlyph| !right_to_left || a.text_range == b.text_range;
            for group in glyphs.chunk_by(together) {
                let width: f32 = group.iter().map(|glyph| glyph.x_advance).sum();
                if right_to_left {
                    drawn.extend(one_by_one(group, &line.text, face, at, look.size));
                } else {
                    let start = item.range.start;
                    drawn.push(Drawn {
                        start,
                        at,
                        size: look.size,
                        font: face.font(),
                        glyphs: group.to_vec(),
                    });
                }
                at += width * look.size;
            }
        }
        drawn.sort_by_key(|each| each.start);
        for Drawn { at, size, font, glyphs, .. } in drawn {
            self.surface.draw_glyphs(Point::from_xy(at, baseline), &glyphs, font, &line.text, size, false);
        }
    }

    fn foot(&mut self, lines: &[Line], number: &str) {
        let first = self.frame.height - BELOW_FOOT - FOOT_LEADING * count(lines.len().saturating_sub(1));
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        self.rectangle(EDGE, first - 12.0, self.frame.text(), 0.5, Ink::Line);
        for (index, line) in lines.iter().enumerate() {
            self.line(EDGE, first + FOOT_LEADING * count(index), FOOT, line);
        }
        self.surface.end_tagged();
        let artifact = Artifact::with_kind(ArtifactType::PageNumber);
        self.surface.start_tagged(ContentTag::Artifact(artifact));
        let width = self.fonts.width(FOOT.weight, FOOT.size, number);
        self.line(EDGE + self.frame.text() - width, first, FOOT, &Line::plain(number.to_owned()));
        self.surface.end_tagged();
    }
}

/// Glyphs drawn in one go.
struct Drawn {
    /// Where their text starts in the line.
    start: usize,
    at: f32,
    size: f32,
    font: Font,
    glyphs: Vec<KrillaGlyph>,
}

/// A group of glyphs, and after it a glyph that shows nothing for each letter but the first that the
/// group stands for. Programs that take the text out by where it stands would else turn them round.
fn one_by_one(group: &[KrillaGlyph], text: &str, face: &Face<'_>, at: f32, size: f32) -> Vec<Drawn> {
    let range = group.first().map(|glyph| glyph.text_range.clone()).unwrap_or_default();
    let letters = text.get(range.clone()).unwrap_or_default();
    let mut shown = Drawn { start: range.start, at, size, font: face.font(), glyphs: group.to_vec() };
    let (Some(nothing), Some(first)) = (face.nothing(), letters.chars().next()) else { return vec![shown] };
    for glyph in &mut shown.glyphs {
        glyph.text_range = range.start..range.start + first.len_utf8();
    }
    let mut drawn = vec![shown];
    for (offset, letter) in letters.char_indices().skip(1) {
        let start = range.start + offset;
        let unseen = KrillaGlyph::new(nothing, 0.0, 0.0, 0.0, 0.0, start..start + letter.len_utf8(), None);
        let at = at - HAIR * size * count(drawn.len());
        drawn.push(Drawn { start, at, size, font: face.font(), glyphs: vec![unseen] });
    }
    drawn
}

pub(super) fn fill(ink: Ink) -> Fill {
    let color = match ink {
        Ink::Black => rgb::Color::new(17, 20, 24),
        Ink::Soft => rgb::Color::new(64, 74, 88),
        Ink::Mark => rgb::Color::new(31, 58, 95),
        Ink::Line => rgb::Color::new(196, 203, 211),
        Ink::Wash => rgb::Color::new(240, 243, 247),
        Ink::Paper => rgb::Color::new(255, 255, 255),
    };
    Fill { paint: color.into(), ..Fill::default() }
}

fn tag_tree(nodes: &[Node], tags: &[Vec<Identifier>], frames: &HashMap<usize, BBox>) -> TagTree {
    let mut tree = TagTree::new();
    for node in nodes {
        if let Node::Group(kind, children) = node {
            let kind = match (kind, children.first()) {
                // Where a picture stands is known only now that its page is.
                (TagKind::Figure(tag), Some(Node::Cell(cell))) => {
                    tag.clone().with_bbox(frames.get(cell).copied()).into()
                }
                _ => kind.clone(),
            };
            let mut group = TagGroup::new(kind);
            fill_group(&mut group, children, tags);
            tree.push(group);
        }
    }
    tree
}

fn fill_group(group: &mut TagGroup, children: &[Node], tags: &[Vec<Identifier>]) {
    for child in children {
        match child {
            Node::Group(kind, inner) => {
                let mut nested = TagGroup::new(kind.clone());
                fill_group(&mut nested, inner, tags);
                group.push(nested);
            }
            Node::Cell(cell) => {
                for tag in tags.get(*cell).into_iter().flatten() {
                    group.push(*tag);
                }
            }
        }
    }
}

/// The headings as a tree, each inside the nearest higher one before it.
fn outline(entries: &[Entry], sheets: &[Sheet]) -> Outline {
    let mut places: HashMap<usize, (usize, f32)> = HashMap::new();
    for (page, sheet) in sheets.iter().enumerate() {
        for text in &sheet.texts {
            if let Some(cell) = text.cell {
                places.entry(cell).or_insert((page, text.baseline - text.look.size - 4.0));
            }
        }
    }
    let mut outline = Outline::new();
    let mut open: Vec<(u16, OutlineNode)> = Vec::new();
    for entry in entries {
        let (page, y) = places.get(&entry.cell).copied().unwrap_or((0, 0.0));
        close(&mut outline, &mut open, entry.level);
        let destination = XyzDestination::new(page, Point::from_xy(EDGE, y.max(0.0)));
        let node = OutlineNode::new(entry.text.clone(), destination).with_open(true);
        open.push((entry.level, node));
    }
    close(&mut outline, &mut open, 0);
    outline
}

/// Hands every open heading at this level or below to the one above it.
fn close(outline: &mut Outline, open: &mut Vec<(u16, OutlineNode)>, level: u16) {
    while let Some((_, node)) = open.pop_if(|(open_level, _)| *open_level >= level) {
        match open.last_mut() {
            Some((_, parent)) => parent.push_child(node),
            None => outline.push_child(node),
        }
    }
}
