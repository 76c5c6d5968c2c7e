//! An injury that was seen or told of: where on the body, what, and how it was explained.
//!
//! Nothing is judged by it: rules rest on questions alone, and a bruise is never dated by its colour.

use serde::{Deserialize, Serialize};

use super::{ChildNo, Site, model::How};

/// One injury, as it was seen or told of; every part may be left empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Injury {
    /// Whose injury it is, where the check is about several children and somebody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub child: Option<ChildNo>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<Site>,
    /// Exactly where, or a place that the list does not have.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    #[serde(default)]
    pub kind: InjuryKind,
    /// In words or centimetres.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub size: String,
    /// The colour as it was seen.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub colour: String,
    #[serde(default)]
    pub how: How,
    /// By whom it was seen, told or recorded.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// When it was seen, as far as it is known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub when: String,
    /// How it was explained.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub explanation: String,
    /// Who explained it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub explained_by: String,
    /// The explanation's own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// What kind of injury it is, as far as somebody without a medical eye can say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum InjuryKind {
    #[default]
    Bruise,
    BurnOrScald,
    Bite,
    CutOrGraze,
    Swelling,
    /// As told: nobody sees a fracture.
    Fracture,
    Other,
}

impl InjuryKind {
    /// Every kind, the most usual first.
    pub const ALL: [Self; 7] = [
        Self::Bruise,
        Self::BurnOrScald,
        Self::Bite,
        Self::CutOrGraze,
        Self::Swelling,
        Self::Fracture,
        Self::Other,
    ];
}

impl Injury {
    /// What of it is chosen, as a name for the log.
    pub(super) fn frame(&self) -> String {
        format!("{:?} {:?} {:?} {:?}", self.child, self.site, self.kind, self.how)
    }

    /// What of it is typed.
    pub(super) fn texts(&self) -> [&str; 8] {
        let Self {
            child: _,
            site: _,
            place,
            kind: _,
            size,
            colour,
            how: _,
            by,
            when,
            explanation,
            explained_by,
            words,
        } = self;
        [place, size, colour, by, when, explanation, explained_by, words]
    }
}
