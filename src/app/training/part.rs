//! One person at a case: alone at their own machine, at one that is passed round, or for themselves.

use crate::{
    framework::Framework,
    training::{
        compare,
        session::{Round, Scale, place},
        sheet::Sheet,
        story::Story,
    },
};

/// What becomes of the answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// A file that is passed back to the trainer.
    #[default]
    File,
    /// Into the session that this machine holds.
    Passed,
    /// Nobody sees them: they are compared with the framework's.
    Quiz,
}

/// What somebody is about to take part in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Join {
    pub story: Option<String>,
    pub mode: Mode,
    /// The whole check, and not the level alone.
    pub whole: bool,
    pub round: Round,
}

/// How far somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reads an instalment, from 0.
    Read(usize),
    /// Says their own level.
    Own,
    /// Works through the check.
    Walk,
    /// Hands in, or compares.
    Done,
}

/// Somebody at a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub join: Join,
    pub stage: Stage,
    pub sheet: Sheet,
    /// The own level was given; *not sure* is one too.
    pub said: bool,
}

/// A case of this sitting that was compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    pub title: String,
    /// The same level as the framework's; none where either was not sure.
    pub same: Option<bool>,
    /// Of the questions that both answered, how many alike.
    pub alike: usize,
    pub both: usize,
}

impl Part {
    /// Somebody who begins.
    pub fn new(framework: &Framework, story: &Story, join: Join, code: String) -> Self {
        let sheet = Sheet::new(framework, &story.id, code, join.round);
        Self { join, stage: Stage::Read(0), sheet, said: false }
    }
}

impl Past {
    /// What a case came to for whoever worked it through.
    pub fn of(framework: &Framework, story: &Story, sheet: &Sheet) -> Self {
        let own = sheet.own.as_ref().and_then(|own| own.pathway.as_ref());
        let own = own.and_then(|id| place(framework, Scale::Levels, id));
        let lowest = story.suggestion(framework, story.last()).span.lowest;
        let theirs = lowest.map(|low| framework[low].level.0);
        let rows = compare::rows(framework, story, sheet);
        let both = rows.iter().filter(|row| row.both()).count();
        let alike = rows.iter().filter(|row| row.both() && row.alike()).count();
        let same = own.zip(theirs).map(|(own, theirs)| own == theirs);
        Self { title: story.title().to_owned(), same, alike, both }
    }
}
