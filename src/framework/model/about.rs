//! Who publishes a framework, and where what it says comes from.

use jiff::civil::Date;

use super::DocumentIx;
use crate::framework::Id;

/// Who publishes the framework, and how far it can be relied on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    pub id: Id,
    /// SHA-256 (hex) of the checked framework in canonical form, without cases and contacts.
    pub fingerprint: String,
    pub area: String,
    pub title: String,
    pub edition: String,
    pub valid_from: Date,
    pub review_by: Date,
    pub language: String,
    pub status: Status,
    pub lawful_basis: String,
    pub licence: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// To be ratified by the partnership.
    Illustrative,
    RatifiedBy(String),
}

#[derive(Clone, Debug)]
pub struct SourceDocument {
    pub id: Id,
    pub title: String,
    pub address: Option<String>,
}

/// Where something comes from.
#[derive(Clone, Debug)]
pub struct Source {
    pub document: DocumentIx,
    pub page: Option<String>,
}

/// Something that a check finds and that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The proof that does not hold, by its name.
    pub proof: String,
    /// What it does not hold of.
    pub id: String,
    pub reason: String,
}
