//! What the program may rely on: a framework whose every reference resolves.
//!
//! Lists are indexed by small typed numbers, so that the engine walks arrays and never looks up names.

use jiff::civil::Date;

pub use super::raw::{Easing, Part, Polarity, Topic, Unit, Worse};
use super::{condition::Condition, id::Id, lanes::Program};

mod about;
mod areas;
mod forms;
mod lookup;
mod places;

pub use about::{About, Accepted, Source, SourceDocument, Status};
pub use areas::{Alike, Correspondence, Far, How, Tie};
pub use forms::{Content, Form, FormField, FormSection, Given, OWN_LAYOUT};
pub use places::Places;

pub use lookup::Phone;

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident of $list:ident: $item:ty;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub usize);

        impl std::ops::Index<$name> for Framework {
            type Output = $item;

            fn index(&self, at: $name) -> &$item {
                &self.$list[at.0]
            }
        }
    )+};
}

index! {
    /// Places a level.
    LevelIx of levels: Level;
    /// Places a pathway; a greater index is more urgent.
    PathwayIx of pathways: Pathway;
    /// Places a domain.
    DomainIx of domains: Domain;
    /// Places a dimension.
    DimensionIx of dimensions: Dimension;
    /// Places an age band.
    AgeIx of ages: Age;
    /// Places a role.
    RoleIx of roles: Role;
    /// Places a shared section.
    SectionIx of sections: Section;
    /// Places a concern.
    ConcernIx of concerns: Concern;
    /// Places a question.
    QuestionIx of questions: Question;
    /// Places an indicator.
    IndicatorIx of indicators: Indicator;
    /// Places a rule that raises.
    RuleIx of rules: Rule;
    /// Places a piece of advice.
    AdviceIx of advice: Advice;
    /// Places a duty.
    DutyIx of duties: Duty;
    /// Places a clock.
    ClockIx of clocks: Clock;
    /// Places a contact.
    ContactIx of contacts: Contact;
    /// Places a source document.
    DocumentIx of documents: SourceDocument;
    /// Places a form.
    FormIx of forms: Form;
    /// Places a word that is explained.
    TermIx of glossary: Term;
}

/// A framework that holds together.
#[derive(Clone, Debug)]
pub struct Framework {
    pub about: About,
    pub documents: Vec<SourceDocument>,
    pub levels: Vec<Level>,
    /// Lowest urgency first.
    pub pathways: Vec<Pathway>,
    pub domains: Vec<Domain>,
    pub dimensions: Vec<Dimension>,
    pub ages: Vec<Age>,
    pub roles: Vec<Role>,
    pub parameters: Vec<Parameter>,
    pub easing: Easing,
    /// The hour from which a working-day clock starts on the next working day.
    pub day_ends: u8,
    pub consult: Consult,
    pub escalation: Vec<Step>,
    /// The clock by which the front door says what it decided.
    pub answered_by: Option<ClockIx>,
    pub sections: Vec<Section>,
    pub concerns: Vec<Concern>,
    /// Safety first, then concerns, then the other shared sections.
    pub questions: Vec<Question>,
    pub indicators: Vec<Indicator>,
    /// The author's rules, then one for each decisive indicator.
    pub rules: Vec<Rule>,
    pub advice: Vec<Advice>,
    pub duties: Vec<Duty>,
    pub clocks: Vec<Clock>,
    pub contacts: Vec<Contact>,
    /// The area's own forms, which a summary can be laid out by.
    pub forms: Vec<Form>,
    pub glossary: Vec<Term>,
    /// What a check finds and is meant.
    pub accepted: Vec<Accepted>,
    /// How its answers read in other areas; no result here rests on them.
    pub correspondences: Vec<Correspondence>,
    /// Where each id stands.
    pub places: Places,
    /// The rules, ready to try many answer sheets at once.
    pub program: Program,
}

#[derive(Clone, Debug)]
pub struct Consult {
    pub text: String,
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug)]
pub struct Level {
    pub id: Id,
    pub label: String,
    pub short: String,
    pub name: String,
    pub means: String,
    pub source: Source,
}

#[derive(Clone, Debug)]
pub struct Pathway {
    pub id: Id,
    pub level: LevelIx,
    pub title: String,
    pub service: Option<String>,
    pub means: String,
    pub legal_basis: Option<String>,
    pub ask: String,
    pub lead: String,
    pub agreement: String,
    pub sharing: String,
    pub contact: ContactIx,
    pub phone_now: bool,
    /// Somebody is in danger now: 999 goes before everything else.
    pub danger_now: bool,
    pub steps: Vec<Step>,
    pub source: Source,
}

#[derive(Clone, Debug)]
pub struct Step {
    pub text: String,
    pub clock: ClockIx,
    pub contact: Option<ContactIx>,
}

#[derive(Clone, Debug)]
pub struct Domain {
    pub id: Id,
    pub title: String,
}

#[derive(Clone, Debug)]
pub struct Dimension {
    pub id: Id,
    pub title: String,
    pub domain: DomainIx,
    /// Dimensions with the same group count once together.
    pub counts_with: Option<usize>,
}

#[derive(Clone, Debug)]
pub struct Age {
    pub id: Id,
    pub title: String,
    /// Not born yet: the due date is asked.
    pub before_birth: bool,
}

#[derive(Clone, Debug)]
pub struct Role {
    pub id: Id,
    pub title: String,
    pub consults: ContactIx,
}

#[derive(Clone, Debug)]
pub struct Parameter {
    pub id: Id,
    pub value: u32,
    pub note: String,
}

/// A shared part of every check.
#[derive(Clone, Debug)]
pub struct Section {
    pub id: Id,
    pub title: String,
    pub part: Part,
    pub intro: Option<String>,
    pub questions: Vec<QuestionIx>,
}

/// One concern and its tree.
#[derive(Clone, Debug)]
pub struct Concern {
    pub id: Id,
    pub title: String,
    pub worry: String,
    pub also: Vec<String>,
    pub goes_with: Vec<ConcernIx>,
    pub bear_in_mind: Vec<String>,
    /// Injuries seen are asked for with it.
    pub injuries: bool,
    pub questions: Vec<QuestionIx>,
}

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    Section(SectionIx),
    Concern(ConcernIx),
}

/// One question: whatever its kind, a row of steps from least to most worrying.
#[derive(Clone, Debug)]
pub struct Question {
    pub id: Id,
    pub was: Vec<Id>,
    pub home: Home,
    pub part: Option<Part>,
    pub text: String,
    pub hint: Option<String>,
    pub why: String,
    pub means: Option<String>,
    pub counts: Vec<String>,
    pub does_not_count: Vec<String>,
    pub who: Vec<String>,
    pub find_out: FindOut,
    /// Empty where every age is asked.
    pub ages: Vec<AgeIx>,
    pub kind: Kind,
    pub polarity: Polarity,
    /// At least two, least worrying first (for strengths: least strong first).
    pub steps: Vec<QuestionStep>,
    /// The answers that open this question, any one of them; empty where it is asked at once.
    pub opened_by: Vec<Gate>,
    pub source: Source,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `worry` says which answer is the worrying one.
    YesNo {
        worry: YesNo,
    },
    Ladder,
    Number {
        unit: String,
        least: i64,
        most: i64,
        worse: Worse,
        /// One cut fewer than there are steps.
        cuts: Vec<i64>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YesNo {
    Yes,
    No,
}

/// One place on a question's row.
#[derive(Clone, Debug)]
pub struct QuestionStep {
    /// `yes`, `no`, or the rung's id.
    pub id: Id,
    /// What it means, as the practitioner reads it.
    pub means: String,
    pub indicator: Option<IndicatorIx>,
}

/// A question opens when another stands at a step or beyond it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gate {
    pub question: QuestionIx,
    pub from: usize,
}

/// How an unknown may be found out, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindOut {
    Ask(String),
    Records(String),
    Colleague(String),
    FrontDoor(String),
}

#[derive(Clone, Debug)]
pub struct Indicator {
    pub id: Id,
    pub was: Vec<Id>,
    pub text: String,
    pub first_person: Option<String>,
    pub polarity: Polarity,
    pub pathway: PathwayIx,
    pub dimension: DimensionIx,
    pub theme: String,
    pub decisive: bool,
    pub ages: Vec<AgeIx>,
    pub guidance: Option<String>,
    pub differs: Option<String>,
    pub source: Source,
    /// The one question and step that establish it.
    pub question: QuestionIx,
    pub step: usize,
}

/// A rule that raises the result to a pathway.
#[derive(Clone, Debug)]
pub struct Rule {
    pub id: Id,
    pub to: PathwayIx,
    pub when: Condition,
    pub why: String,
    pub easing: Option<Eased>,
    /// The indicator this rule was made for, where the author did not write it.
    pub decisive: Option<IndicatorIx>,
    pub source: Source,
}

/// Strengths that may ease a cluster rule, any one of them, where the framework allows easing.
#[derive(Clone, Debug)]
pub struct Eased {
    pub by: Vec<IndicatorIx>,
    pub to: PathwayIx,
}

/// Advice: it raises nothing.
#[derive(Clone, Debug)]
pub struct Advice {
    pub id: Id,
    pub topic: Topic,
    pub text: String,
    pub when: Condition,
    /// Above this pathway it is not shown: the question it answers is settled by then.
    pub up_to: Option<PathwayIx>,
    pub source: Source,
}

#[derive(Clone, Debug)]
pub struct Duty {
    pub id: Id,
    pub title: String,
    /// The roles it binds; empty where it binds everyone.
    pub binds: Vec<RoleIx>,
    pub who: String,
    pub when: Condition,
    pub action: String,
    pub clock: ClockIx,
    pub contact: ContactIx,
    pub same_day: bool,
    pub source: Source,
}

#[derive(Clone, Debug)]
pub struct Clock {
    pub id: Id,
    pub amount: u32,
    pub unit: Unit,
    pub from: String,
    pub source: Source,
}

#[derive(Clone, Debug)]
pub struct Contact {
    pub id: Id,
    pub title: String,
    pub phone: Option<String>,
    pub hours: Option<String>,
    pub checked_on: Option<Date>,
    pub check_by: Option<Date>,
    pub note: Option<String>,
    pub source: Source,
}

#[derive(Clone, Debug)]
pub struct Term {
    pub term: String,
    pub also: Vec<String>,
    pub means: String,
}
