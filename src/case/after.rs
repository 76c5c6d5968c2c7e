//! What came after the referral: the answer, the day to chase it, and the steps of a disagreement.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::framework::Id;

/// What came after the referral was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct After {
    /// When the front door had the referral, in words that are read as a date.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sent: String,
    /// The day to chase the answer, where it is another than the framework's clock gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chase: Option<Date>,
    #[serde(default)]
    pub answer: FrontDoor,
    /// The pathway that it was accepted as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_as: Option<Id>,
    /// The reason that was given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Who decided, or told of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// When the answer came.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub when: String,
    /// The day from which the practitioner disagrees with the answer, or with the silence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disagrees: Option<Date>,
    /// Steps of the escalation that were taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<Taken>,
    /// Whether early help was thought of, once there was no further involvement or help was declined.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub early_help: String,
    /// With whom else the worry was shared, and when.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub shared: String,
}

/// The front door's answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FrontDoor {
    #[default]
    NotHeard,
    Accepted,
    AdviceOnly,
    NoFurther,
    /// Help was offered, and the family does not want it.
    Declined,
}

/// One step of the escalation, taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taken {
    /// The step in the framework's words, so that another edition loses nothing.
    pub step: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub when: String,
    /// With whom.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub with: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outcome: String,
}

impl After {
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What of it is chosen, as a name for the log.
    pub(super) fn frame(&self) -> String {
        let steps: Vec<&str> = self.taken.iter().map(|taken| taken.step.as_str()).collect();
        format!("{:?} {:?} {:?} {steps:?}", self.answer, self.accepted_as, self.disagrees)
    }

    /// What of it is typed, but for the day to chase.
    pub(super) fn texts(&self) -> Vec<&str> {
        let Self {
            sent,
            chase: _,
            answer: _,
            accepted_as: _,
            reason,
            by,
            when,
            disagrees: _,
            taken,
            early_help,
            shared,
        } = self;
        let mut texts = vec![sent.as_str(), reason, by, when, early_help, shared];
        for Taken { step: _, when, with, outcome } in taken {
            texts.extend([when.as_str(), with, outcome]);
        }
        texts
    }
}

impl FrontDoor {
    /// Every answer, in the order they are offered.
    pub const ALL: [Self; 5] =
        [Self::NotHeard, Self::Accepted, Self::AdviceOnly, Self::NoFurther, Self::Declined];

    /// Nobody from children's services goes on with it, so that early help must be thought of.
    pub fn leaves_it(self) -> bool {
        matches!(self, Self::AdviceOnly | Self::NoFurther | Self::Declined)
    }
}
