//! Walks a practitioner through an area's levels of need framework and writes the referral summary.
//!
//! The map of the house, lowest room first; each may know those above it in this list, never below:
//!
//! - [`keyed`] and [`words`]: tables of text; all words on screen stand in the second.
//! - [`decode`]: a file's bytes as text, or why they are none.
//! - [`framework`]: what a partnership publishes; RON files in, a checked framework out.
//! - [`search`]: finds what a framework says by words, forgiving of spelling.
//! - [`map`]: where everything in a framework stands on a map of it.
//! - [`folder`]: reads a framework's folder from disk.
//! - [`case`]: what a practitioner records; answers, notes, decision, files.
//! - [`vault`]: checks on the disk: sealed, saved so that nothing is lost, found again, deleted for good.
//! - [`assess`]: a framework and a case give an assessment: span, reasons, duties, clocks.
//! - [`proof`]: is a framework sound, and what of it do its worked cases reach?
//! - [`areas`]: the same answers read by another area's framework, and what does not map.
//! - [`batch`]: many contacts at once, read from a table of any size; a result for each, and faults set apart.
//! - [`editions`]: two editions of a framework; what changed, and which cases come to something else.
//! - [`paper`]: a document of headings, lists and tables, written in five formats.
//! - [`handbook`]: a framework as such a document: a handbook, or a sheet for the wall.
//! - [`referral`]: an assessment becomes a summary, which is such a document.
//! - [`training`]: cases in a room; the stories, a session, how far a group agrees, and papers for it.
//! - [`system_fonts`]: the computer's own fonts, for papers in scripts that the program has no font for.
//! - [`app`]: the window, and [`command`]: the command line; they alone touch the screen and the disk.

#![forbid(unsafe_code)]

pub mod app;
pub mod areas;
pub mod assess;
pub mod batch;
pub mod case;
pub mod command;
pub mod decode;
pub mod editions;
pub mod folder;
pub mod framework;
pub mod handbook;
pub mod keyed;
pub mod map;
pub mod paper;
pub mod proof;
pub mod referral;
pub mod search;
pub mod system_fonts;
pub mod training;
pub mod vault;
pub mod words;
