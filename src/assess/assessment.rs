//! What an assessment says: everything that a screen, a document or a script shows of it.
//!
//! It holds places in the framework and never text made up on the way, so that every sentence
//! shown can be traced to the file it stands in.

use jiff::civil::Date;

use crate::case::ChildNo;
use crate::framework::Id;
use crate::framework::model::{
    AdviceIx, AgeIx, ClockIx, ConcernIx, ContactIx, DutyIx, PathwayIx, QuestionIx, RoleIx, RuleIx,
};

/// The suggestion and all that stands behind it.
///
/// Where a check is about several children the result is the family's: no child's is higher. What is
/// said then names the children it is said of.
#[derive(Clone, Debug)]
pub struct Assessment {
    pub span: Span,
    /// The children one by one, the first one first; never empty.
    pub children: Vec<ChildResult>,
    /// Rules that established a child's result, most urgent first.
    pub reasons: Vec<Reason>,
    /// Rules that fired below the result of the child they are about: also true, no longer needed.
    pub also: Vec<Reason>,
    pub advice: Vec<AdviceIx>,
    /// Speak to the safeguarding lead before the family: something unknown could make telling unwise.
    pub check_before_telling: bool,
    pub duties: Vec<Due>,
    pub duties_possible: Vec<DutyIx>,
    /// Strengths that are established for a child, by question.
    pub strengths: Vec<QuestionIx>,
    /// Questions that are unknown for a child, the most telling first.
    pub find_out: Vec<Unknown>,
    /// The shortest changes that would raise or lower the result.
    pub would_change: Vec<Change>,
    pub next_steps: Vec<NextStep>,
    /// What to do if the answer that comes back is not agreed with.
    pub escalation: Vec<NextStep>,
    /// Whom this role turns to when in doubt.
    pub consults: ContactIx,
    /// "Phone now, finish later": a phone-now pathway or a same-day duty is established.
    pub phone_now: Option<PhoneNow>,
    /// Concerns that were not chosen, and so not looked at.
    pub not_looked_at: Vec<ConcernIx>,
    /// Answers whose question or value this edition does not know; kept and shown.
    pub unresolved: Vec<Id>,
    /// In scope for a child: answered or not, in the framework's order.
    pub scope: Vec<QuestionIx>,
    /// The first child's; the role is everybody's.
    pub context: Context,
    /// Findings about dates: review overdue, holidays beyond the table, another edition.
    pub notes: Vec<Note>,
}

/// What the answers come to for one child.
#[derive(Clone, Debug)]
pub struct ChildResult {
    pub child: ChildNo,
    pub span: Span,
    pub context: Context,
    /// In scope for this child: answered or not, in the framework's order.
    pub scope: Vec<QuestionIx>,
    pub duties: Vec<DutyIx>,
    pub duties_possible: Vec<DutyIx>,
    pub strengths: Vec<QuestionIx>,
    pub advice: Vec<AdviceIx>,
}

impl Assessment {
    /// Whether the check is about one child.
    pub fn one_child(&self) -> bool {
        self.children.len() == 1
    }

    /// The children of whom something holds.
    pub fn whom(&self, holds: impl Fn(&ChildResult) -> bool) -> Vec<ChildNo> {
        self.children.iter().filter(|child| holds(child)).map(|child| child.child).collect()
    }

    /// Whether these are all the children.
    pub fn everyone(&self, children: &[ChildNo]) -> bool {
        self.children.iter().all(|child| children.contains(&child.child))
    }
}

/// The lowest and highest result that the answers allow, both exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// What is established; `None` while a safety question is unknown and nothing is established.
    pub lowest: Option<PathwayIx>,
    /// The highest that the unknowns still allow.
    pub highest: PathwayIx,
    /// What the answers alone establish, before a fall is held back for review.
    pub answered: PathwayIx,
}

/// One rule that fired, with the answers it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub rule: RuleIx,
    pub to: PathwayIx,
    pub answers: Vec<QuestionIx>,
    /// An established strength eased it, so it raises less far than it would.
    pub eased: bool,
    /// For whom it holds.
    pub children: Vec<ChildNo>,
}

/// An established duty with its clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub duty: DutyIx,
    pub by: By,
    /// For whom it is established.
    pub children: Vec<ChildNo>,
}

/// When something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Now,
    /// Within so many hours of the event that the clock names.
    Hours(u32),
    On(Date),
    /// The working days cannot be counted: the table of bank holidays ends on this date.
    BeyondHolidays(Date),
}

/// A question whose answer is not known for some child, with what it could do to the family's result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    pub question: QuestionIx,
    /// What its worst answer would establish, with the rest as it stands.
    pub could_establish: PathwayIx,
    /// The highest that would be left if its answer turned out the least worrying.
    pub would_leave: PathwayIx,
    /// For whom it is not known.
    pub children: Vec<ChildNo>,
}

/// A shortest set of answers that would move the result to a pathway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub to: PathwayIx,
    /// Each question with the step it would have to stand at.
    pub answers: Vec<(QuestionIx, usize)>,
    /// For whom they would have to stand there: any one of them to raise the result, all to lower it.
    pub children: Vec<ChildNo>,
}

/// One dated thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    pub text: String,
    pub clock: ClockIx,
    pub by: By,
    pub contact: Option<ContactIx>,
}

/// Why the telephone comes before the rest of the journey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneNow {
    /// Ring these, in order, each once.
    pub contacts: Vec<ContactIx>,
    /// The phone-now pathway that is established, if one is.
    pub pathway: Option<PathwayIx>,
    /// The same-day duties that are established.
    pub duties: Vec<DutyIx>,
}

/// The age band and role the case gives, where they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    pub age: Option<AgeIx>,
    pub role: Option<RoleIx>,
}

/// Something about dates or editions that whoever reads the result should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The framework should have been reviewed by this day.
    ReviewOverdue(Date),
    /// The case was made with another edition.
    OtherEdition { case: String, framework: String },
    /// The case was made with the same edition, whose content has changed since.
    OtherContent,
    /// England's bank holidays are known up to this day only.
    HolidaysEnd(Date),
    /// These questions are answered more than once; the more worrying answer stands.
    AnsweredTwice(Vec<QuestionIx>),
    /// The result is held where it was until the answers marked *to review* are confirmed.
    Held(PathwayIx),
}
