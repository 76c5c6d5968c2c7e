//! The steps in which a case is presented: told, voted on, revealed, talked about, voted on again.

use crate::training::{session::Round, story::Story};

/// One picture on the projector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The title, how long it takes, and what people should be told first.
    Title,
    /// An instalment, from 0.
    Part(usize),
    /// A vote after an instalment.
    Vote(Round, usize),
    /// All is told and voted: the next step shows the suggestion.
    Ready,
    Reveal,
    /// The first question at which the answers part.
    Parted,
    /// Points for discussion.
    Discuss,
    /// Both rounds beside each other.
    Compare,
}

impl Step {
    /// Whether a step may show what the case comes to.
    pub fn after_the_reveal(self) -> bool {
        match self {
            Self::Title | Self::Part(_) | Self::Ready | Self::Vote(Round::Alone, _) => false,
            Self::Reveal | Self::Parted | Self::Discuss | Self::Compare | Self::Vote(Round::Discussed, _) => {
                true
            }
        }
    }
}

/// Where in a session one stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub case: usize,
    pub step: usize,
}

/// The steps of one story, in order.
pub fn steps(story: &Story) -> Vec<Step> {
    let mut steps = vec![Step::Title];
    for at in 0..=story.last() {
        steps.extend([Step::Part(at), Step::Vote(Round::Alone, at)]);
    }
    let again = Step::Vote(Round::Discussed, story.last());
    steps.extend([Step::Ready, Step::Reveal, Step::Parted, Step::Discuss, again, Step::Compare]);
    steps
}
