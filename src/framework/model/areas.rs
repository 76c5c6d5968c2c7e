//! How a framework's answers read in another area's.
//!
//! What lies there is kept by id: the other framework may not be at hand, and is resolved when it is.

use super::{Framework, QuestionIx};
use crate::framework::Id;

/// What corresponds between this framework and another.
#[derive(Clone, Debug)]
pub struct Correspondence {
    /// The other framework's id.
    pub to: Id,
    pub concerns: Vec<Alike>,
    pub ages: Vec<Alike>,
    pub roles: Vec<Alike>,
    pub ties: Vec<Tie>,
    /// Questions that ask for the same number: here, and there.
    pub numbers: Vec<(QuestionIx, Id)>,
}

/// One thing here, and what it is called there.
#[derive(Clone, Debug)]
pub struct Alike {
    pub here: Id,
    pub there: Vec<Id>,
}

/// An answer here and the answers there that it goes together with.
#[derive(Clone, Debug)]
pub struct Tie {
    pub how: How,
    pub here: (QuestionIx, usize),
    pub there: Vec<Far>,
    /// Why it is not simply the same; empty where it is.
    pub note: String,
}

/// How the two sides of a tie go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// One and the same.
    Same,
    /// There it is one of these.
    Either,
    /// There it is all of these at once.
    Both,
    /// It says these there too; they do not say it.
    Includes,
    /// They touch, and neither says the other.
    Part,
    /// Nothing there corresponds, on purpose.
    Nothing,
}

/// An answer of another framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Far {
    Indicator(Id),
    Answer(Id, Id),
}

impl Framework {
    /// The question and step that another framework's file means.
    pub fn far(&self, far: &Far) -> Option<(QuestionIx, usize)> {
        match far {
            Far::Indicator(id) => {
                let indicator = self.indicators.iter().find(|i| i.id == *id)?;
                Some((indicator.question, indicator.step))
            }
            Far::Answer(question, answer) => {
                let at = self.question(question)?;
                let step = self[at].steps.iter().position(|s| s.id == *answer)?;
                Some((at, step))
            }
        }
    }
}
