//! Forms as they are typed: what an area's referral form or early help assessment asks for, section by section.

use serde::Deserialize;

use super::{Mark, Source, Text};

macro_rules! given {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        /// What a check can give a form's field.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Given {
            $($(#[$doc])* $name,)+
        }

        impl Given {
            /// All of them, in the order in which they are read.
            pub const ALL: &[Self] = &[$(Self::$name,)+];
        }

        /// Where a field's content comes from.
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub enum From<'a> {
            /// The program has nothing for it: the paper leaves a line.
            ByHand,
            $($(#[$doc])* $name,)+
            /// The answers to these questions.
            Questions(#[serde(borrow)] Vec<Mark<'a>>),
            /// Worries, strengths and what is not known, in these domains.
            Domains(#[serde(borrow)] Vec<Mark<'a>>),
            /// The same, in these dimensions.
            Dimensions(#[serde(borrow)] Vec<Mark<'a>>),
        }

        impl From<'_> {
            /// What the check gives, where it is no list of ids and not written by hand.
            pub fn given(&self) -> Option<Given> {
                match self {
                    $(Self::$name => Some(Given::$name),)+
                    _ => None,
                }
            }
        }
    };
}

given! {
    /// Whether somebody has to ring, whom, and why.
    Urgency,
    /// The day of the check.
    Date,
    /// The level and pathway that are suggested, for each child.
    Level,
    /// Why that level.
    Reasons,
    /// What the practitioner decided, and why.
    Decision,
    /// Who was consulted.
    Consulted,
    /// The phone call: with whom, when, what was advised and agreed.
    Call,
    /// The children's names and dates of birth.
    Child,
    /// Age bands, due dates, and how the children of a check are called.
    Age,
    /// Where the child is now and tonight.
    Whereabouts,
    Address,
    /// The council the child lives in, where it is another.
    Council,
    /// Who lives with the child or cares for them.
    Household,
    ParentalResponsibility,
    /// Other children who meet the same adult or risk.
    OtherChildren,
    Professionals,
    /// A social worker or early help worker who is there already.
    Worker,
    /// The referrer's name and role.
    Referrer,
    ReferrerContact,
    /// What the referrer is to the child.
    Relation,
    /// Each adult: whether they know, and what they said.
    Told,
    /// What to bear in mind before anybody is told.
    Telling,
    /// Whether the family's agreement is needed.
    Agreement,
    /// The lawful basis for sharing.
    Sharing,
    /// The worry as it was told.
    Account,
    /// What happened, by source, in order of time.
    Events,
    Injuries,
    /// What gives cause for worry and stands in no area of the form.
    Worries,
    ChildsWords,
    ChildsWishes,
    /// The effect on the child.
    Impact,
    /// What speaks for the family and stands in no area of the form.
    Strengths,
    History,
    /// Help that was tried, and what changed.
    HelpTried,
    AskedFor,
    Duties,
    NextSteps,
    /// What is not known.
    Unknown,
    /// Concerns that were not looked at.
    NotLookedAt,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    /// What whoever fills it in should know about it; stands under its title.
    #[serde(default, borrow)]
    pub note: Option<Text<'a>>,
    /// The pathways that it is the usual form for; none where it is only there to be chosen.
    #[serde(borrow)]
    pub serves: Vec<Mark<'a>>,
    #[serde(borrow)]
    pub sections: Vec<FormSection<'a>>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormSection<'a> {
    #[serde(borrow)]
    pub title: Text<'a>,
    #[serde(borrow)]
    pub fields: Vec<FormField<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormField<'a> {
    /// In the form's own words.
    #[serde(borrow)]
    pub label: Text<'a>,
    #[serde(borrow)]
    pub from: Vec<From<'a>>,
    /// Why whoever reads the form asks for it; without it an empty field is not pointed out.
    #[serde(default, borrow)]
    pub why: Option<Text<'a>>,
    /// The pathways at which it is asked for; left out, at every one.
    #[serde(default, borrow)]
    pub asked_at: Vec<Mark<'a>>,
}
