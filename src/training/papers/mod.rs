//! What a trainer prints for a room: stories to work through, cards to vote with, a sheet to lead by, a sheet for later.
//!
//! Rooms often have no computer but the one that shows the slides, so that paper and hands come first.

mod cards;
mod facilitator;
mod follow_up;
mod pack;
#[cfg(test)]
mod tests;
mod vote;
pub mod words;

use jiff::civil::Date;

use self::words::W;
use super::{session::Scale, story::Story};
use crate::{
    framework::{Framework, model::Status},
    keyed::fill,
    paper::document::{Block, Document, HeadingLevel, Page},
};

/// What is worked on, by whom it was published, and how people vote.
#[derive(Clone, Copy, Debug)]
pub struct Room<'a> {
    pub framework: &'a Framework,
    /// In the order in which they are worked through.
    pub stories: &'a [&'a Story],
    pub scale: Scale,
    /// The day of the session, where it is known.
    pub on: Option<Date>,
}

/// One of the papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// The stories, part by part, with a place for each vote; it gives nothing away.
    Pack,
    /// One card to hold up for each level or pathway, and one for *not sure*.
    Cards,
    /// For whoever leads: what is expected and why, timings, points for discussion.
    Facilitator,
    /// What people look back with, eight weeks later.
    FollowUp,
}

impl Paper {
    /// Every paper, in the order in which they are used.
    pub const ALL: [Self; 4] = [Self::Pack, Self::Cards, Self::Facilitator, Self::FollowUp];

    /// The name of its file, without an ending.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Pack => "participant-pack",
            Self::Cards => "voting-cards",
            Self::Facilitator => "facilitator-sheet",
            Self::FollowUp => "follow-up",
        }
    }

    /// What it is called.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Pack => W.pack,
            Self::Cards => W.cards,
            Self::Facilitator => W.facilitator,
            Self::FollowUp => W.follow_up,
        }
    }

    /// The paper for a room.
    pub fn document(self, room: &Room<'_>) -> Document {
        let blocks = match self {
            Self::Pack => pack::blocks(room),
            Self::Cards => cards::blocks(room),
            Self::Facilitator => facilitator::blocks(room),
            Self::FollowUp => follow_up::blocks(room),
        };
        let about = &room.framework.about;
        let print = about.fingerprint.get(..12).unwrap_or(&about.fingerprint);
        let mut notice = vec![status(room.framework)];
        if self == Self::Facilitator {
            notice.push(W.keep_to_yourself.to_owned());
        }
        Document {
            title: self.title().to_owned(),
            language: about.language.clone(),
            page: Page::A4,
            notice,
            footer: fill(W.footer, &[self.title(), &about.title, &about.edition, print]),
            blocks,
        }
    }
}

/// Who stands behind the framework.
fn status(framework: &Framework) -> String {
    match &framework.about.status {
        Status::Illustrative => W.illustrative.to_owned(),
        Status::RatifiedBy(whom) => fill(W.ratified, &[whom]),
    }
}

fn section(text: &str) -> Block {
    Block::Heading { level: HeadingLevel::Section, text: text.to_owned() }
}

fn part(text: &str) -> Block {
    Block::Heading { level: HeadingLevel::Part, text: text.to_owned() }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.to_owned())
}

fn list<const N: usize>(items: [&str; N]) -> Block {
    Block::List { numbered: false, items: items.map(str::to_owned).to_vec() }
}

/// `Story 2: The lunchbox`.
fn story_title(at: usize, story: &Story) -> String {
    fill(W.story, &[&(at + 1).to_string(), story.title()])
}

/// `Part 2 of 3`.
fn part_title(at: usize, story: &Story) -> String {
    fill(W.part, &[&(at + 1).to_string(), &(story.last() + 1).to_string()])
}
