//! A session in a room: the cases that were chosen, and for each what was voted, alone and after discussion.
//!
//! It holds no names: votes are counts, and an answer sheet says at most a role or an agency.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{sheet::Sheet, spread::Spread};
use crate::{
    case::{Case, model::FrameworkRef},
    framework::{
        Framework, Id,
        model::{LevelIx, PathwayIx},
    },
};

/// The version of the files that a room writes.
pub const SCHEMA: u32 = 1;

/// The most people that one count holds.
pub const MOST: u32 = 9_999;

/// What is voted on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scale {
    /// The level alone.
    #[default]
    Levels,
    /// The level and which help.
    Pathways,
}

/// Before or after people talked about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Round {
    #[default]
    Alone,
    Discussed,
}

impl Round {
    /// Both, in order.
    pub const ALL: [Self; 2] = [Self::Alone, Self::Discussed];
}

/// A whole session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Training")]
pub struct Session {
    pub schema: u32,
    pub framework: FrameworkRef,
    pub on: Date,
    #[serde(default)]
    pub scale: Scale,
    pub cases: Vec<Worked>,
    /// The trainer's own stories among the cases, so that the session can be gone on with without their files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own: Vec<OwnStory>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Answer files that stand apart: damaged, or of another edition. None is lost.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<Apart>,
}

/// One case of a session.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worked {
    /// The worked case's id.
    pub case: String,
    /// What the story was called.
    pub title: String,
    /// In how many instalments it was told; 0 in a file that does not say.
    #[serde(default)]
    pub parts: usize,
    /// Good practitioners would differ about it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub contested: bool,
    /// The suggestion was shown to the room.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub revealed: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tallies: Vec<Tally>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sheets: Vec<Sheet>,
}

/// A trainer's own story as it was told in a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnStory {
    pub id: String,
    pub case: Case,
}

/// What was counted after one instalment in one round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    pub round: Round,
    /// From 1.
    pub instalment: usize,
    pub votes: Vec<Vote>,
}

/// How many people said one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// A level's or pathway's id; none where they were not sure.
    pub at: Option<Id>,
    pub people: u32,
}

/// An answer file that does not count, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Apart {
    /// The file's name.
    pub file: String,
    pub why: Why,
    /// What it says, where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<Sheet>,
}

/// Why an answer file stands apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// It cannot be read; in words, which never quote it.
    Damaged(String),
    /// It was made with another framework, of this id and edition.
    OtherFramework(Id, String),
    /// It was made with another edition.
    OtherEdition(String),
    /// The same edition, whose content has changed since.
    OtherContent,
    /// Its case is none of this session's.
    OtherCase(String),
}

impl Session {
    /// A session that begins.
    pub fn new(framework: &Framework, on: Date, scale: Scale, cases: Vec<Worked>) -> Self {
        let framework = FrameworkRef::of(&framework.about);
        let (own, notes, apart) = (Vec::new(), String::new(), Vec::new());
        Self { schema: SCHEMA, framework, on, scale, cases, own, notes, apart }
    }

    /// What was voted in a case after an instalment, counted from 0: tallies, and at the last instalment
    /// answer sheets.
    pub fn spread(
        &self,
        framework: &Framework,
        case: usize,
        round: Round,
        (instalment, last): (usize, usize),
    ) -> Spread {
        let mut spread = Spread::new(options(framework, self.scale).len());
        let Some(worked) = self.cases.get(case) else { return spread };
        if let Some(tally) = worked.tally(round, instalment) {
            for vote in &tally.votes {
                spread.add(vote.at.as_ref().and_then(|id| place(framework, self.scale, id)), vote.people);
            }
        }
        if instalment == last {
            for sheet in worked.sheets.iter().filter(|sheet| sheet.round == round) {
                if let Some(own) = &sheet.own {
                    spread.add(own.pathway.as_ref().and_then(|id| place(framework, self.scale, id)), 1);
                }
            }
        }
        spread
    }

    /// Whether this program's framework is the one that the session was held with.
    pub fn is_of(&self, framework: &Framework) -> bool {
        self.framework == FrameworkRef::of(&framework.about)
    }

    /// How many answer sheets count.
    pub fn sheets(&self) -> usize {
        self.cases.iter().map(|case| case.sheets.len()).sum()
    }

    /// Every vote that stands in tallies.
    pub fn is_empty(&self) -> bool {
        self.cases.iter().all(|case| case.tallies.is_empty() && case.sheets.is_empty())
    }
}

impl Worked {
    /// The number of the last instalment, from 1.
    pub fn last(&self) -> usize {
        let counted = self.tallies.iter().map(|tally| tally.instalment).max();
        if self.parts > 0 { self.parts } else { counted.unwrap_or_default() }
    }

    /// What was counted after an instalment, from 0.
    pub fn tally(&self, round: Round, instalment: usize) -> Option<&Tally> {
        self.tallies.iter().find(|tally| tally.round == round && tally.instalment == instalment + 1)
    }

    /// How many said one thing.
    pub fn people(&self, round: Round, instalment: usize, at: Option<&Id>) -> Option<u32> {
        let votes = &self.tally(round, instalment)?.votes;
        votes.iter().find(|vote| vote.at.as_ref() == at).map(|vote| vote.people)
    }

    /// Writes down how many said one thing; nobody is the same as nothing written.
    pub fn count(&mut self, round: Round, instalment: usize, at: Option<&Id>, people: Option<u32>) {
        let number = instalment + 1;
        let here = |tally: &Tally| tally.round == round && tally.instalment == number;
        let found = self.tallies.iter().position(here).unwrap_or_else(|| {
            self.tallies.push(Tally { round, instalment: number, votes: Vec::new() });
            self.tallies.len() - 1
        });
        let votes = &mut self.tallies[found].votes;
        votes.retain(|vote| vote.at.as_ref() != at);
        if let Some(people) = people {
            votes.push(Vote { at: at.cloned(), people: people.min(MOST) });
        }
        if votes.is_empty() {
            self.tallies.remove(found);
        }
    }

    /// The answer sheets of one round.
    pub fn sheets_of(&self, round: Round) -> Vec<&Sheet> {
        self.sheets.iter().filter(|sheet| sheet.round == round).collect()
    }
}

/// What can be voted, lowest first: its id and how it is said.
pub fn options(framework: &Framework, scale: Scale) -> Vec<(Id, String)> {
    match scale {
        Scale::Levels => {
            let named = |l: &crate::framework::model::Level| format!("{}, {}", l.label, l.name);
            framework.levels.iter().map(|level| (level.id.clone(), named(level))).collect()
        }
        Scale::Pathways => {
            let at = (0..framework.pathways.len()).map(PathwayIx);
            at.map(|p| (framework[p].id.clone(), framework.pathway_line(p))).collect()
        }
    }
}

/// The place of a level or pathway on a scale; a pathway stands at its level, a level at its lowest pathway.
pub fn place(framework: &Framework, scale: Scale, id: &Id) -> Option<usize> {
    let level = || framework.levels.iter().position(|level| level.id == *id).map(LevelIx);
    match (scale, framework.pathway(id)) {
        (Scale::Levels, Some(pathway)) => Some(framework[pathway].level.0),
        (Scale::Levels, None) => level().map(|level| level.0),
        (Scale::Pathways, Some(pathway)) => Some(pathway.0),
        (Scale::Pathways, None) => {
            let level = level()?;
            framework.pathways.iter().position(|pathway| pathway.level == level)
        }
    }
}
