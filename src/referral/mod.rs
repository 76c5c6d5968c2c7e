//! A referral on paper: one document, written in five formats that say the same.
//!
//! [`document::Document`] is what is said; [`format::write()`] turns it into the bytes of a file.
//! Every format starts from [`document::Document::cleaned`], so that none of them has to guard
//! itself against control characters, empty blocks or ragged tables.

pub mod clean;
pub mod document;
pub mod format;

mod docx;
mod html;
mod markdown;
mod pdf;
mod text;

#[cfg(test)]
mod fixture;
