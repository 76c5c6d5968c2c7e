//! A document before it has a format, and the formats that it can be written in.

pub mod body;
pub mod clean;
pub mod direction;
pub mod document;
mod docx;
mod figure;
#[cfg(test)]
mod fixture;
pub mod fonts;
pub mod format;
mod html;
mod markdown;
mod pdf;
pub mod sites;
mod text;
