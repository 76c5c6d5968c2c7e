//! `frameworks`: what is built in.

use std::fmt::Write as _;

use super::{Failure, open, put};
use crate::framework::{builtin, model::Status};

pub fn run() -> Result<(), Failure> {
    let mut text = String::new();
    for id in builtin::ids() {
        let opened = open(None, id)?;
        let about = &opened.framework.about;
        let status = match &about.status {
            Status::Illustrative => "illustrative: to be ratified by the partnership".to_owned(),
            Status::RatifiedBy(who) => format!("ratified by {who}"),
        };
        // Writing to a string cannot fail.
        writeln!(
            text,
            "{id}\n  {}, {}\n  edition {}, valid from {}, review by {}\n  {status}\n  {} worked cases, fingerprint {}",
            about.title,
            about.area,
            about.edition,
            about.valid_from,
            about.review_by,
            opened.cases.len(),
            about.fingerprint,
        )
        .ok();
    }
    put(text.as_bytes(), None)
}
