//! What a practitioner records about one worry: the shape of a case file.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::{
    after::After,
    family::{Child, ChildNo},
    injury::Injury,
    log::Entry,
    training::Training,
};
use crate::framework::{self, Id};

/// The version of the case file shape that this program writes.
pub const SCHEMA: u32 = 1;

/// One check: who asks, what worries them, what they answered and what they decided.
///
/// Answers name questions by id; whether they still resolve is for `assess` to say, so that a case
/// made with an older edition loses nothing by being opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub schema: u32,
    /// A short random code, the only name a case has outside itself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    pub framework: FrameworkRef,
    /// The day that due dates are counted from.
    pub as_of: Date,
    /// The hour at which the worry came in; from the framework's `day_ends` on, working-day clocks
    /// start on the next working day.
    #[serde(default, deserialize_with = "hour", skip_serializing_if = "Option::is_none")]
    pub hour: Option<u8>,
    #[serde(default)]
    pub about: About,
    /// The other children of the family whom the check is about; the first stands in `about`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Child>,
    #[serde(default, skip_serializing_if = "Account::is_empty")]
    pub account: Account,
    #[serde(default)]
    pub concerns: Vec<Id>,
    #[serde(default)]
    pub answers: Vec<Answered>,
    /// Where the child is now and who will be with them tonight, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub whereabouts: String,
    /// Other children who live with or meet the same adult or risk, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub other_children: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<Told>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_view: Option<OwnView>,
    /// When the suggestion was first shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revealed: Option<DateTime>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    #[serde(default, skip_serializing_if = "Referral::is_empty")]
    pub referral: Referral,
    #[serde(default, skip_serializing_if = "Call::is_empty")]
    pub call: Call,
    /// Injuries that were seen or told of; no suggestion rests on them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub injuries: Vec<Injury>,
    /// What came after the referral.
    #[serde(default, skip_serializing_if = "After::is_empty")]
    pub after: After,
    /// A pathway that stays shown until the answers marked *to review* are confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<Id>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub log: Vec<Entry>,
    /// A worked case's story, told in plain prose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub story: Option<String>,
    /// What a worked case is expected to come to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expect: Option<Expect>,
    /// What makes a worked case one to train with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub training: Option<Training>,
}

/// An hour that there is: 24 or 99 would count as after hours and say nothing.
fn hour<'de, D: serde::Deserializer<'de>>(file: D) -> Result<Option<u8>, D::Error> {
    let hour = Option::<u8>::deserialize(file)?;
    match hour {
        Some(24..) => Err(serde::de::Error::custom("an hour is 0 to 23")),
        _ => Ok(hour),
    }
}

/// The framework a case was made with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkRef {
    pub id: Id,
    pub edition: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
}

impl FrameworkRef {
    /// How a case names the framework that says this of itself.
    pub fn of(about: &framework::model::About) -> Self {
        Self {
            id: about.id.clone(),
            edition: about.edition.clone(),
            fingerprint: Some(about.fingerprint.clone()),
        }
    }
}

/// What is needed to suggest anything: an age band and a role, both of which may be unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// How the child is called where there are several: `the baby`, `older brother`. No name is needed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub called: String,
    /// An age band's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<Id>,
    /// The due date of an unborn child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// The practitioner's role's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Id>,
    /// What the practitioner is to the child, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub relation: String,
    /// A social worker or early help worker already there: ring them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub worker: String,
    /// The council the child lives in, where it is not the framework's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub council: String,
}

/// The worry as it was told once, and the dated pieces it is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pieces: Vec<Piece>,
}

/// One fact with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    pub what: String,
    pub how: How,
    /// By whom it was seen, heard, told or recorded.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// When, as far as it is known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub when: String,
    /// The exact words, where somebody said something.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// How a fact came to the practitioner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    #[default]
    Seen,
    Heard,
    Told,
    Record,
}

/// What was answered to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    pub question: Id,
    pub answer: Answer,
    /// What was seen, heard or told, by whom and when; the child's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// An answer that this one followed from has changed since.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub to_review: bool,
    /// The one child it is about; `None` for every child who has no answer of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub child: Option<ChildNo>,
}

/// One answer. *Not asked* is the absence of an [`Answered`], and is never the same as *no*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    Yes,
    No,
    /// Nobody has been able to see or ask.
    NotKnown,
    /// A ladder's rung.
    Rung(Id),
    Number(i64),
}

/// One adult with parental responsibility or care, and whether they know of the worry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// Who, in words: `mother`.
    pub adult: String,
    #[serde(default)]
    pub state: TellState,
    /// What they said, or why they were not told.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub said: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TellState {
    #[default]
    NotYet,
    Told,
    /// Told, and agrees to the help or referral.
    Agrees,
    /// Told, and does not agree.
    DoesNotAgree,
    /// Telling them could put somebody in danger or spoil an enquiry.
    NotTold,
}

/// The practitioner's own level, given before the suggestion is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnView {
    /// A pathway's id; `None` where they said *not sure yet*.
    pub pathway: Option<Id>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// What the practitioner decided to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// The pathway decided on.
    pub pathway: Id,
    /// Needed where it is lower than the suggestion.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Who was consulted; needed where it is lower than the suggestion.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub consulted: String,
}

/// What is filled in only for the referral itself; no suggestion rests on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Referral {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub parental_responsibility: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub childs_words: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub childs_wishes: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub history: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub help_tried: String,
    /// What the practitioner asks for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub asked_for: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub referrer: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub referrer_contact: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub name: String,
    #[serde(default)]
    pub part: PersonPart,
    /// `12 March 2019`, `due 4 May 2027`, `about 30`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub born: String,
    /// Relation to the child, school, language, anything that helps to find them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub details: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PersonPart {
    #[default]
    Child,
    /// Lives in the household, or cares for the child.
    Household,
    /// Another professional involved.
    Professional,
}

/// The phone call to the front door.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub spoke_to: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub when: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub advice: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// The role of whoever was spoken to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub spoke_to_role: String,
    /// What was agreed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub agreed: String,
    /// Who does what, and by when.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who_does_what: String,
}

/// What a worked case is expected to come to: the framework's own test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    /// A pathway's id; `None` where the result is *consult*.
    pub lowest: Option<Id>,
    pub highest: Id,
    /// Duties that are established.
    #[serde(default)]
    pub duties: Vec<Id>,
    pub why: String,
    /// Good practitioners would differ about it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub contested: bool,
    /// What it comes to for single children.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<ExpectChild>,
}

/// What a worked case is expected to come to for one child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectChild {
    pub child: ChildNo,
    /// A pathway's id; `None` where the result is *consult*.
    pub lowest: Option<Id>,
    pub highest: Id,
}

impl Answered {
    /// An answer for every child, without a note.
    pub fn new(question: Id, answer: Answer) -> Self {
        Self { question, answer, note: String::new(), to_review: false, child: None }
    }
}

impl Account {
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Referral {
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Call {
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Case {
    /// A new, empty case.
    pub fn new(code: String, framework: FrameworkRef, as_of: Date, hour: Option<u8>) -> Self {
        Self {
            schema: SCHEMA,
            code,
            framework,
            as_of,
            hour,
            about: About::default(),
            children: Vec::new(),
            account: Account::default(),
            concerns: Vec::new(),
            answers: Vec::new(),
            whereabouts: String::new(),
            other_children: String::new(),
            told: Vec::new(),
            own_view: None,
            revealed: None,
            decision: None,
            referral: Referral::default(),
            call: Call::default(),
            injuries: Vec::new(),
            after: After::default(),
            held: None,
            log: Vec::new(),
            story: None,
            expect: None,
            training: None,
        }
    }
}
