//! One person's answers beside those of the worked case, question by question.

use super::{
    sheet::Sheet,
    split::{Stance, order, stance},
    story::Story,
};
use crate::{
    assess::family::Family,
    case::ChildNo,
    framework::{Framework, model::QuestionIx},
};

/// One question with both answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub question: QuestionIx,
    pub child: ChildNo,
    pub theirs: Option<Stance>,
    /// The worked case's.
    pub told: Option<Stance>,
}

impl Row {
    /// Both have an answer.
    pub fn both(&self) -> bool {
        self.theirs.is_some() && self.told.is_some()
    }

    pub fn alike(&self) -> bool {
        self.theirs == self.told
    }
}

/// The questions that either answered, in the order in which the walk asks them.
pub fn rows(framework: &Framework, story: &Story, sheet: &Sheet) -> Vec<Row> {
    let Some(case) = sheet.as_case(story.case()) else { return Vec::new() };
    let (own, told) = (Family::read(framework, &case), Family::read(framework, story.case()));
    let mut rows = Vec::new();
    for question in order(framework, story, std::slice::from_ref(&case)) {
        for member in story.case().members() {
            let row = Row {
                question,
                child: member.no,
                theirs: stance(framework, &case, &own, question, member.no),
                told: stance(framework, story.case(), &told, question, member.no),
            };
            if row.theirs.is_some() || row.told.is_some() {
                rows.push(row);
            }
        }
    }
    rows
}
