//! One font, read when it is first needed: what it has, and how it sets letters beside each other.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use krilla::Data;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::ttf_parser::{GlyphId as GlyphIndex, Tag};
use rustybuzz::{BufferFlags, Direction, ShapePlan, UnicodeBuffer};
use unicode_script::Script;

/// The weight at which a system font that comes in any weight is printed.
const USUAL_WEIGHT: f32 = 400.0;

/// A font that is not read before it is asked for.
pub(super) struct Lazy<'a> {
    bytes: &'a [u8],
    data: Data,
    index: u32,
    face: OnceCell<Option<Face<'a>>>,
}

impl<'a> Lazy<'a> {
    pub(super) fn new(bytes: &'a [u8], data: Data, index: u32) -> Lazy<'a> {
        Lazy { bytes, data, index, face: OnceCell::new() }
    }

    /// The font, or nothing when it cannot be read.
    pub(super) fn get(&self) -> Option<&Face<'a>> {
        self.face.get_or_init(|| Face::read(self)).as_ref()
    }
}

/// A font that has been read.
pub(super) struct Face<'a> {
    shaper: rustybuzz::Face<'a>,
    font: Font,
    plans: RefCell<HashMap<(Script, bool), Rc<ShapePlan>>>,
}

/// The glyphs of a text from left to right, measured in parts of the font size.
#[derive(Default)]
pub(super) struct Shaped {
    pub glyphs: Vec<KrillaGlyph>,
    pub width: f32,
}

impl<'a> Face<'a> {
    fn read(lazy: &Lazy<'a>) -> Option<Face<'a>> {
        let mut shaper = rustybuzz::Face::from_slice(lazy.bytes, lazy.index)?;
        let mut place = Vec::new();
        if shaper.is_variable() && shaper.set_variation(Tag::from_bytes(b"wght"), USUAL_WEIGHT).is_some() {
            place.push((krilla::text::Tag::new(b"wght"), USUAL_WEIGHT));
        }
        let font = Font::new_variable(lazy.data.clone(), lazy.index, &place)?;
        Some(Face { shaper, font, plans: RefCell::default() })
    }

    /// The font to draw with.
    pub(super) fn font(&self) -> Font {
        self.font.clone()
    }

    /// Has a glyph for every character that shows.
    pub(super) fn has(&self, text: &str) -> bool {
        text.chars().all(|each| is_ignorable(each) || self.has_character(each))
    }

    pub(super) fn has_character(&self, character: char) -> bool {
        self.shaper.glyph_index(character).is_some_and(|glyph| glyph.0 != 0)
    }

    /// Sets the letters of `text[range]`, all of one script and one direction.
    pub(super) fn shape(
        &self,
        text: &str,
        range: &Range<usize>,
        script: Script,
        right_to_left: bool,
    ) -> Shaped {
        let Some(piece) = text.get(range.clone()) else { return Shaped::default() };
        let plan = self.plan(script, right_to_left);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(piece);
        buffer.set_direction(direction(right_to_left));
        if let Some(script) = shaper_script(script) {
            buffer.set_script(script);
        }
        // What shows nothing leaves no glyph behind; its text goes with the letter before it.
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        let shaped = rustybuzz::shape_with_plan(&self.shaper, &plan, buffer);
        self.placed(piece, range.start, &shaped, right_to_left)
    }

    fn plan(&self, script: Script, right_to_left: bool) -> Rc<ShapePlan> {
        let mut plans = self.plans.borrow_mut();
        let plan = plans.entry((script, right_to_left)).or_insert_with(|| {
            let direction = direction(right_to_left);
            Rc::new(ShapePlan::new(&self.shaper, direction, shaper_script(script), None, &[]))
        });
        Rc::clone(plan)
    }

    fn placed(
        &self,
        piece: &str,
        start: usize,
        shaped: &rustybuzz::GlyphBuffer,
        right_to_left: bool,
    ) -> Shaped {
        let infos = shaped.glyph_infos();
        let mut starts: Vec<usize> = infos.iter().map(|info| index(info.cluster)).collect();
        starts.sort_unstable();
        starts.dedup();
        // A text that opens with what shows nothing belongs to its first letter as a whole.
        if let Some(first) = starts.first_mut() {
            *first = 0;
        }
        let units = self.font.units_per_em();
        let mut out = Shaped::default();
        for (info, position) in infos.iter().zip(shaped.glyph_positions()) {
            let cluster = starts.partition_point(|each| *each <= index(info.cluster)).saturating_sub(1);
            let from = starts.get(cluster).copied().unwrap_or(0);
            let to = starts.get(cluster + 1).copied().unwrap_or(piece.len());
            let part = |value: i32| parts(value, units);
            out.width += part(position.x_advance);
            out.glyphs.push(KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                part(position.x_advance),
                part(position.x_offset),
                part(position.y_offset),
                part(position.y_advance),
                start + from..start + to,
                None,
            ));
        }
        self.name_marks(piece, start, &mut out.glyphs, right_to_left);
        out
    }

    /// A letter and its marks that each have their own glyph are read back one by one. That needs
    /// no more than the font's own table; a group would need a reader that honours replacement text.
    fn name_marks(&self, piece: &str, start: usize, glyphs: &mut [KrillaGlyph], right_to_left: bool) {
        let own = |letter: char, glyph: &KrillaGlyph| {
            let known = self.shaper.glyph_index(letter);
            known.is_some_and(|known| u32::from(known.0) == glyph.glyph_id.to_u32())
        };
        for group in glyphs.chunk_by_mut(|a, b| a.text_range == b.text_range) {
            let Some(range) = group.first().map(|glyph| glyph.text_range.clone()) else { continue };
            let letters = piece.get(range.start - start..range.end - start).unwrap_or_default();
            if group.len() < 2 || letters.chars().count() != group.len() {
                continue;
            }
            let mut in_turn: Vec<&mut KrillaGlyph> = group.iter_mut().collect();
            if right_to_left {
                in_turn.reverse();
            }
            // Arabic letters change with what stands beside them, so that only marks are compared.
            let compared = usize::from(right_to_left);
            let mut pairs = letters.chars().zip(&in_turn).skip(compared);
            if !pairs.all(|(letter, glyph)| own(letter, glyph)) {
                continue;
            }
            for ((offset, letter), glyph) in letters.char_indices().zip(in_turn) {
                let from = range.start + offset;
                glyph.text_range = from..from + letter.len_utf8();
            }
        }
    }

    /// A glyph that shows nothing and takes no room, to give a letter a place in the text that has
    /// none on the paper: the second letter of two that are written as one. Some fonts draw some of
    /// these, so that one is looked for that is empty.
    pub(super) fn nothing(&self) -> Option<GlyphId> {
        let signs = ['\u{200D}', '\u{200C}', '\u{200B}', '\u{200E}', '\u{200F}', '\u{FEFF}', '\u{34F}'];
        let glyphs = signs.into_iter().filter_map(|sign| self.shaper.glyph_index(sign));
        let empty = |glyph: &GlyphIndex| {
            glyph.0 != 0
                && self.shaper.glyph_hor_advance(*glyph) == Some(0)
                && self.shaper.glyph_bounding_box(*glyph).is_none()
        };
        glyphs.into_iter().find(empty).map(|glyph| GlyphId::new(glyph.0.into()))
    }
}

fn index(cluster: u32) -> usize {
    usize::try_from(cluster).unwrap_or(usize::MAX)
}

/// A measure of the font as a part of its size.
#[expect(clippy::cast_precision_loss, reason = "no glyph is wide enough to lose a digit")]
fn parts(value: i32, units: f32) -> f32 {
    value as f32 / units
}

fn direction(right_to_left: bool) -> Direction {
    if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight }
}

fn shaper_script(script: Script) -> Option<rustybuzz::Script> {
    let name: [u8; 4] = script.short_name().as_bytes().try_into().ok()?;
    rustybuzz::Script::from_iso15924_tag(Tag::from_bytes(&name))
}

/// Characters that show nothing of their own, but may change what stands beside them: joiners,
/// marks of direction, and the choice between two forms.
pub(super) fn is_ignorable(character: char) -> bool {
    matches!(
        character,
        '\u{34F}' | '\u{61C}' | '\u{200C}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}'
    )
}
