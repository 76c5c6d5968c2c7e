//! One person's answers to one case, as a file that is passed back: no name, no date of the person's own.

use serde::{Deserialize, Serialize};

use super::{
    file::{self, FileFault},
    session::{Apart, Round, SCHEMA, Session, Why},
};
use crate::{
    case::{Answered, Case, model::FrameworkRef},
    framework::{Framework, Id},
};

/// One person's answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Answers")]
pub struct Sheet {
    pub schema: u32,
    /// Made by chance, so that a file that comes twice counts once.
    pub code: String,
    pub framework: FrameworkRef,
    /// The worked case's id.
    pub case: String,
    #[serde(default)]
    pub round: Round,
    /// A role or agency, where the group wants to compare.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Own>,
    /// The whole walk, where it was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub walk: Option<Walk>,
}

/// The person's own level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Own {
    /// A pathway's or level's id; none where they were not sure.
    pub pathway: Option<Id>,
    /// The pathway's level, so that a sheet of an edition that is not at hand can still be counted by level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Id>,
}

/// What was answered on the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Walk {
    pub concerns: Vec<Id>,
    pub answers: Vec<Answered>,
}

/// What became of an answer file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It counts for this case of the session.
    Counted(usize),
    /// The same file was there already.
    Already,
    /// It is kept apart.
    Apart(Why),
}

impl Sheet {
    /// An empty sheet for a case.
    pub fn new(framework: &Framework, case: &str, code: String, round: Round) -> Self {
        Self {
            schema: SCHEMA,
            code,
            framework: FrameworkRef::of(&framework.about),
            case: case.to_owned(),
            round,
            role: String::new(),
            own: None,
            walk: None,
        }
    }

    /// The walk of a case that was worked through; notes stay behind, because somebody may have written names.
    pub fn walked(case: &Case) -> Walk {
        let bare = |a: &Answered| Answered { note: String::new(), to_review: false, ..a.clone() };
        Walk { concerns: case.concerns.clone(), answers: case.answers.iter().map(bare).collect() }
    }

    /// The story's case as this person answered it.
    pub fn as_case(&self, told: &Case) -> Option<Case> {
        let walk = self.walk.as_ref()?;
        Some(Case { concerns: walk.concerns.clone(), answers: walk.answers.clone(), ..told.clone() })
    }
}

/// Reads an answer file.
///
/// # Errors
/// [`FileFault`] for whatever keeps it from being one; it never quotes the file.
pub fn read(bytes: &[u8]) -> Result<Sheet, FileFault> {
    file::read(bytes, |sheet: &Sheet| sheet.schema)
}

impl Session {
    /// Takes an answer file in: it counts, or it is kept apart with the reason.
    pub fn take(&mut self, framework: &Framework, name: &str, file: Result<Sheet, FileFault>) -> Taken {
        let sheet = match file {
            Ok(sheet) => sheet,
            Err(fault) => return self.keep_apart(name, Why::Damaged(fault.to_string()), None),
        };
        let ours = FrameworkRef::of(&framework.about);
        let theirs = &sheet.framework;
        let case = self.cases.iter().position(|worked| worked.case == sheet.case);
        let why = match case {
            _ if theirs.id != ours.id => Why::OtherFramework(theirs.id.clone(), theirs.edition.clone()),
            _ if theirs.edition != ours.edition => Why::OtherEdition(theirs.edition.clone()),
            _ if theirs.fingerprint.is_some() && theirs.fingerprint != ours.fingerprint => Why::OtherContent,
            None => Why::OtherCase(sheet.case.clone()),
            Some(case) => {
                let same = |s: &Sheet| s.code == sheet.code && s.round == sheet.round;
                let sheets = &mut self.cases[case].sheets;
                return match sheets.iter().position(same) {
                    // A file that was changed and handed in again takes the place of the one before.
                    Some(at) if sheets[at] != sheet => {
                        sheets[at] = sheet;
                        Taken::Counted(case)
                    }
                    Some(_) => Taken::Already,
                    None => {
                        sheets.push(sheet);
                        Taken::Counted(case)
                    }
                };
            }
        };
        self.keep_apart(name, why, Some(sheet))
    }

    fn keep_apart(&mut self, name: &str, why: Why, sheet: Option<Sheet>) -> Taken {
        let apart = Apart { file: name.to_owned(), why: why.clone(), sheet };
        if self.apart.contains(&apart) {
            return Taken::Already;
        }
        self.apart.push(apart);
        Taken::Apart(why)
    }
}
