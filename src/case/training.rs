//! A worked case as a story for a room: told in instalments, each with what is known from then on.
//!
//! What an author writes is checked as the file is read, against the very words of the file, so that
//! every fault has its place and none is quoted.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::model::Answered;
use crate::{decode, framework::Id};

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
    minutes: u16,
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

/// Prose, borrowed where the file's own words can be.
struct Text<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(file: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a text in quotation marks")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }

        file.deserialize_str(Visitor)
    }
}

/// Everything that is wrong with the story of a case, whose file's text this is.
pub(super) fn faults(text: &str, options: &ron::Options, answers: &[Answered]) -> Vec<TrainingFault> {
    let story = match options.from_str::<Told<'_>>(text) {
        Ok(told) => told.training,
        // The case has been read, so that only the borrowing can have failed.
        Err(fault) => {
            let at = fault.span.start;
            let what = Cow::Borrowed("an id is written plainly, without a backslash");
            return vec![TrainingFault { line: at.line, column: at.col, what }];
        }
    };
    let mut faults = Faults { text, found: Vec::new() };
    if story.title.0.trim().is_empty() {
        faults.at(&story.title.0, "a story needs a title".into());
    }
    if !(1..=LONGEST).contains(&story.minutes) {
        faults.at(&story.title.0, format!("a story takes from 1 to {LONGEST} minutes").into());
    }
    if story.instalments.len() < 2 {
        let word = story.instalments.first().map_or(&story.title.0, |only| &only.says.0);
        faults.at(word, "a story is told in at least two instalments".into());
    }
    let mut known: Vec<&str> = Vec::new();
    for part in &story.instalments {
        if part.says.0.trim().is_empty() {
            faults.at(&part.says.0, "this instalment says nothing".into());
        }
        for &id in &part.known {
            if known.contains(&id) {
                faults.at(id, "this answer is known already: it stands in `known` twice".into());
            } else if !answers.iter().any(|answered| answered.question == *id) {
                faults.at(id, "the case has no answer to this question".into());
            }
            known.push(id);
        }
    }
    faults.found
}

struct Faults<'a> {
    text: &'a str,
    found: Vec<TrainingFault>,
}

impl Faults<'_> {
    /// Adds a fault at a word of the text; a word that was written with escapes is no part of it, and
    /// then the story as a whole is meant.
    fn at(&mut self, word: &str, what: Cow<'static, str>) {
        let start = word.as_ptr().addr().checked_sub(self.text.as_ptr().addr());
        let inside = start.filter(|at| at + word.len() <= self.text.len());
        let at = inside.or_else(|| self.text.find("training")).unwrap_or_default();
        let (line, column) = decode::place(self.text, at);
        self.found.push(TrainingFault { line, column, what });
    }
}
