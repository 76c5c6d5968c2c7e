//! A worked case as a story for a room: told in instalments, each with what is known from then on.
//!
//! What an author writes is checked as the file is read, against the very words of the file, so that
//! every fault has its place and none is quoted.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::model::Answered;
use crate::{
    decode,
    framework::{Id, Text},
};

/// The longest that one story takes, in minutes.
const LONGEST: u16 = 480;

/// What makes a worked case one to train with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Training {
    /// What the story is called; it gives nothing away.
    pub title: String,
    /// How many minutes to allow for it.
    pub minutes: u16,
    /// What people should be told before they hear it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warning: Option<String>,
    /// In the order in which they are told; at least two.
    pub instalments: Vec<Instalment>,
    /// Points for discussion.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<String>,
}

/// One piece of a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instalment {
    /// What is known at this point, and in whose words.
    pub says: String,
    /// The questions of the case's answers that are known from here on. Answers that no instalment
    /// names belong to the last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known: Vec<Id>,
}

/// What is wrong with a story: the parts are counted from 0, and what is known in a part too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    NoTitle,
    /// It takes no time, or more than a day of training has.
    Minutes,
    /// It is told in one part, or in none.
    OnePart,
    SaysNothing(usize),
    /// What is known there is known already.
    Twice(usize, usize),
    /// What is known there is no answer of the case's.
    NoAnswer(usize, usize),
}

/// What is wrong with a story, where, and never what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrainingFault {
    pub line: usize,
    pub column: usize,
    pub what: Cow<'static, str>,
}

/// A case of which only its story is read, every word a run of the file's own text.
#[derive(Deserialize)]
#[serde(rename = "Case")]
struct Told<'a> {
    #[serde(borrow)]
    training: Story<'a>,
}

#[derive(Deserialize)]
#[serde(rename = "Training")]
struct Story<'a> {
    #[serde(borrow)]
    title: Text<'a>,
    #[serde(borrow)]
    instalments: Vec<Part<'a>>,
}

#[derive(Deserialize)]
#[serde(rename = "Instalment")]
struct Part<'a> {
    #[serde(borrow)]
    says: Text<'a>,
    #[serde(default, borrow)]
    known: Vec<&'a str>,
}

impl Training {
    /// Everything that is wrong with the story of a case that has these answers.
    pub fn flaws(&self, answers: &[Answered]) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        if self.title.trim().is_empty() {
            flaws.push(Flaw::NoTitle);
        }
        if !(1..=LONGEST).contains(&self.minutes) {
            flaws.push(Flaw::Minutes);
        }
        if self.instalments.len() < 2 {
            flaws.push(Flaw::OnePart);
        }
        let mut known: Vec<&Id> = Vec::new();
        for (at, part) in self.instalments.iter().enumerate() {
            if part.says.trim().is_empty() {
                flaws.push(Flaw::SaysNothing(at));
            }
            for (place, id) in part.known.iter().enumerate() {
                if known.contains(&id) {
                    flaws.push(Flaw::Twice(at, place));
                } else if !answers.iter().any(|answered| answered.question == *id) {
                    flaws.push(Flaw::NoAnswer(at, place));
                }
                known.push(id);
            }
        }
        flaws
    }
}

impl Flaw {
    /// As it is told to whoever wrote the file.
    fn in_a_file(self) -> Cow<'static, str> {
        match self {
            Self::NoTitle => "a story needs a title".into(),
            Self::Minutes => format!("a story takes from 1 to {LONGEST} minutes").into(),
            Self::OnePart => "a story is told in at least two instalments".into(),
            Self::SaysNothing(_) => "this instalment says nothing".into(),
            Self::Twice(..) => "this answer is known already: it stands in `known` twice".into(),
            Self::NoAnswer(..) => "the case has no answer to this question".into(),
        }
    }
}

impl Story<'_> {
    /// The word of the file that a flaw is shown at.
    fn word(&self, flaw: Flaw) -> &str {
        let part = |at: usize| self.instalments.get(at);
        let word = match flaw {
            Flaw::NoTitle | Flaw::Minutes => None,
            Flaw::OnePart => part(0).map(|only| &*only.says.0),
            Flaw::SaysNothing(at) => part(at).map(|part| &*part.says.0),
            Flaw::Twice(at, place) | Flaw::NoAnswer(at, place) => {
                part(at).and_then(|part| part.known.get(place)).copied()
            }
        };
        word.unwrap_or(&self.title.0)
    }
}

/// Everything that is wrong with the story of a case, whose file's text this is.
pub(super) fn faults(
    text: &str,
    options: &ron::Options,
    training: &Training,
    answers: &[Answered],
) -> Vec<TrainingFault> {
    let story = match options.from_str::<Told<'_>>(text) {
        Ok(told) => told.training,
        // The case has been read, so that only the borrowing can have failed.
        Err(fault) => {
            let at = fault.span.start;
            let what = Cow::Borrowed("an id is written plainly, without a backslash");
            return vec![TrainingFault { line: at.line, column: at.col, what }];
        }
    };
    let fault = |flaw: Flaw| {
        let (line, column) = place(text, story.word(flaw));
        TrainingFault { line, column, what: flaw.in_a_file() }
    };
    training.flaws(answers).into_iter().map(fault).collect()
}

/// Where a word of the text stands; one that was written with escapes is no part of it, and then the story
/// as a whole is meant.
fn place(text: &str, word: &str) -> (usize, usize) {
    let start = word.as_ptr().addr().checked_sub(text.as_ptr().addr());
    let inside = start.filter(|at| at + word.len() <= text.len());
    decode::place(text, inside.or_else(|| text.find("training")).unwrap_or_default())
}
