//! Injuries on paper: a body map where a format can draw one, and always the same in words.

use super::{chronology, labels::Labels, parts::table, whom};
use crate::{
    case::{
        Case,
        injury::{Injury, InjuryKind},
    },
    keyed::fill,
    paper::{
        document::{Block, HeadingLevel, Mark},
        sites,
    },
};

const L: Labels = Labels::ENGLISH;

/// The injuries of a case: nothing where there are none.
pub(super) fn blocks(case: &Case) -> Vec<Block> {
    if case.injuries.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        Block::Heading { level: HeadingLevel::Part, text: L.injuries.to_owned() },
        Block::Paragraph(L.injuries_note.to_owned()),
    ];
    let marks = marks(&case.injuries);
    if !marks.is_empty() {
        blocks.push(Block::BodyMap { alt: alt(&marks), marks });
    }
    let headers = [L.number, L.injury_where, L.injury_what, L.injury_seen, L.injury_explained];
    let rows = case.injuries.iter().enumerate().map(|(at, injury)| row(case, at, injury)).collect();
    blocks.push(table(L.injuries_caption, &headers, rows));
    blocks
}

/// The places that can be shown on a picture, by the numbers of the list.
pub fn marks(injuries: &[Injury]) -> Vec<Mark> {
    let numbered = injuries.iter().enumerate();
    numbered.filter_map(|(at, injury)| Some(Mark { number: at + 1, site: injury.site? })).collect()
}

/// The picture in words.
pub fn alt(marks: &[Mark]) -> String {
    let said: Vec<String> =
        marks.iter().map(|mark| format!("{}: {}", mark.number, sites::full(mark.site))).collect();
    fill(L.body_map_alt, &[&said.join("; ")])
}

/// An injury in one line: `bruise, left cheek (front), 2 cm, purple`.
pub fn in_words(injury: &Injury) -> String {
    let place = place(injury);
    let parts = [kind(injury.kind), place.as_str(), injury.size.trim(), injury.colour.trim()];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(", ")
}

/// Where it is: the named place, and the words beside it.
pub fn place(injury: &Injury) -> String {
    let named = injury.site.map(sites::name).unwrap_or_default();
    let parts = [named, injury.place.trim()];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join("; ")
}

/// A kind of injury in words.
pub fn kind(kind: InjuryKind) -> &'static str {
    match kind {
        InjuryKind::Bruise => L.bruise,
        InjuryKind::BurnOrScald => L.burn,
        InjuryKind::Bite => L.bite,
        InjuryKind::CutOrGraze => L.cut,
        InjuryKind::Swelling => L.swelling,
        InjuryKind::Fracture => L.fracture,
        InjuryKind::Other => L.other_injury,
    }
}

fn row(case: &Case, at: usize, injury: &Injury) -> Vec<String> {
    let lines = |parts: &[String]| {
        let said: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        said.join("\n")
    };
    let child = injury.child.and_then(|child| whom::whom(case, &[child])).unwrap_or_default();
    let place = injury.site.map(sites::full).unwrap_or_default();
    let what = [
        sites::capital(kind(injury.kind)),
        labelled(L.injury_size, &injury.size),
        labelled(L.injury_colour, &injury.colour),
    ];
    let how = chronology::how(injury.how);
    let by = injury.by.trim();
    let how = if by.is_empty() { how.to_owned() } else { fill(L.by_whom, &[how, by]) };
    let when = chronology::time(case, &injury.when);
    let explained_by = labelled(L.injury_by, &injury.explained_by);
    let words = injury.words.trim();
    let words = if words.is_empty() { String::new() } else { fill(L.in_their_words, &[words]) };
    vec![
        (at + 1).to_string(),
        lines(&[sites::capital(&child), place, injury.place.clone()]),
        lines(&what),
        lines(&[how, when]),
        lines(&[injury.explanation.clone(), explained_by, words]),
    ]
}

fn labelled(label: &str, text: &str) -> String {
    let text = text.trim();
    if text.is_empty() { String::new() } else { format!("{label}: {text}") }
}
