//! The computer's own fonts, asked when a PDF holds characters that none of the program's fonts has.
//!
//! Listing them can take a moment, so it happens once and only when it must: never at start-up, and
//! never for a paper in the scripts that the program carries fonts for.

use std::{
    fmt,
    sync::{Arc, Mutex, OnceLock},
};

use fontique::{
    Blob, Collection, CollectionOptions, FallbackKey, GenericFamily, Language, Query, QueryFamily, QueryFont,
    QueryStatus, Script, SourceCache, SourceCacheOptions,
};
use rustybuzz::ttf_parser::{self, Permissions, Tag};
use unicode_script::UnicodeScript as _;

use crate::paper::fonts::{FontFile, FontSource};

/// Where one font of a script lacks a character, that of another language of the script may have it.
const LANGUAGES: [&str; 4] = ["zh-SG", "zh-TW", "ja", "ko"];

/// The fonts that this computer has, listed when first asked for.
#[derive(Default)]
pub struct SystemFonts {
    listed: OnceLock<Option<Mutex<Listed>>>,
}

struct Listed {
    collection: Collection,
    cache: SourceCache,
}

impl fmt::Debug for SystemFonts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("SystemFonts").field("listed", &self.listed.get().is_some()).finish()
    }
}

impl FontSource for SystemFonts {
    fn font_for(&self, characters: &str) -> Option<FontFile> {
        let listed = self.listed.get_or_init(list).as_ref()?;
        let mut listed = listed.lock().ok()?;
        let Listed { collection, cache } = &mut *listed;
        by_script(collection, cache, characters)
            .or_else(|| by_kind(collection, cache, characters))
            .or_else(|| any(collection, cache, characters))
    }
}

/// What the system has. The library panics on a computer without a single font, and the paper must
/// then be refused in plain words as on any other that lacks the right one.
fn list() -> Option<Mutex<Listed>> {
    std::panic::catch_unwind(|| {
        let collection = Collection::new(CollectionOptions { shared: false, system_fonts: true });
        Mutex::new(Listed { collection, cache: SourceCache::new(SourceCacheOptions::default()) })
    })
    .ok()
}

/// The font that the system itself falls back on for the script.
fn by_script(collection: &mut Collection, cache: &mut SourceCache, characters: &str) -> Option<FontFile> {
    let script = Script::parse(characters.chars().next()?.script().short_name()).ok()?;
    let languages = LANGUAGES.iter().filter_map(|tag| Language::parse(tag).ok());
    std::iter::once(None).chain(languages.map(Some)).find_map(|language| {
        let mut query = collection.query(cache);
        query.set_families([QueryFamily::Generic(GenericFamily::SansSerif)]);
        query.set_fallbacks(FallbackKey::new(script, language.as_ref()));
        first(&mut query, characters)
    })
}

/// A font for signs that belong to no script.
fn by_kind(collection: &mut Collection, cache: &mut SourceCache, characters: &str) -> Option<FontFile> {
    let kinds = [GenericFamily::SystemUi, GenericFamily::Math, GenericFamily::Serif];
    let mut query = collection.query(cache);
    query.set_families(kinds.map(QueryFamily::Generic));
    first(&mut query, characters)
}

/// Any font at all. Rare characters are often in one that the system falls back on for nothing.
fn any(collection: &mut Collection, cache: &mut SourceCache, characters: &str) -> Option<FontFile> {
    let mut names: Vec<String> = collection.family_names().map(str::to_owned).collect();
    // The same paper comes out alike each time.
    names.sort_unstable();
    names.iter().find_map(|name| {
        let mut query = collection.query(cache);
        query.set_families([QueryFamily::Named(name)]);
        first(&mut query, characters)
    })
}

fn first(query: &mut Query<'_>, characters: &str) -> Option<FontFile> {
    let mut found = None;
    query.matches_with(|font| {
        if suits(font, characters) {
            found = Some(FontFile { data: shared(&font.blob), index: font.index });
            QueryStatus::Stop
        } else {
            QueryStatus::Continue
        }
    });
    found
}

fn shared(blob: &Blob<u8>) -> Arc<dyn AsRef<[u8]> + Send + Sync> {
    blob.clone().into_raw_parts().0
}

/// The font has outlines for all of the characters, and its maker lets documents carry it.
fn suits(font: &QueryFont, characters: &str) -> bool {
    let Some(charmap) = font.charmap() else { return false };
    let mapped = |each: char| charmap.map(each).is_some_and(|glyph| glyph != 0);
    // The marks that choose a form show nothing of their own.
    let shown = |each: &char| !matches!(each, '\u{200C}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}');
    if !characters.chars().filter(shown).all(mapped) {
        return false;
    }
    let Ok(face) = ttf_parser::Face::parse(font.blob.as_ref(), font.index) else { return false };
    let has = |tag: &[u8; 4]| face.raw_face().table(Tag::from_bytes(tag)).is_some();
    let outlines = [b"glyf", b"CFF ", b"CFF2"].into_iter().any(has);
    // Pictures in colour are no letters, and not every reader shows them.
    let pictures = [b"CBDT", b"COLR", b"SVG ", b"sbix"].into_iter().any(has);
    outlines && !pictures && face.permissions() != Some(Permissions::Restricted)
}
