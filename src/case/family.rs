//! The children a check is about: who they are, and which answer stands for which of them.
//!
//! The first child stands in [`About`], so that every older file opens; the others in a list of their
//! own. Numbers never change and are never given twice within a case, so an answer finds its child
//! whatever is added, removed or taken back.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    log::Change,
    model::{About, Answered, Case},
};
use crate::framework::Id;

/// The most children that one check is about.
pub const MOST_CHILDREN: usize = 20;

/// Names a child within a case; 1 is the child of [`About`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChildNo(pub u8);

impl ChildNo {
    /// The child that every check is about.
    pub const FIRST: Self = Self(1);
}

/// A further child of the same family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Child {
    pub no: ChildNo,
    /// How this child is called here: `the baby`, `older brother`. No name is needed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub called: String,
    /// An age band's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<Id>,
    /// The due date of an unborn child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
}

/// Any of the children, wherever in the case they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member<'a> {
    pub no: ChildNo,
    pub called: &'a str,
    pub age: Option<&'a Id>,
    pub due: Option<Date>,
}

/// What a case's children and answers contradict each other in; a file with such a fault is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FamilyFault {
    /// Two children have this number, or a further child has the first one's.
    Twice(ChildNo),
    /// An answer is about a child who is not there.
    Nobody(ChildNo),
    TooMany,
}

impl Case {
    /// The children, the first one first.
    pub fn members(&self) -> impl Iterator<Item = Member<'_>> {
        let About { called, age, due, .. } = &self.about;
        let first = Member { no: ChildNo::FIRST, called, age: age.as_ref(), due: *due };
        let further = self.children.iter().map(|Child { no, called, age, due }| Member {
            no: *no,
            called,
            age: age.as_ref(),
            due: *due,
        });
        std::iter::once(first).chain(further)
    }

    /// Whether the check is about one child, as most are.
    pub fn one_child(&self) -> bool {
        self.children.is_empty()
    }

    /// What was answered to a question for every child who has no answer of their own.
    pub fn answered(&self, question: &Id) -> Option<&Answered> {
        self.answers.iter().find(|a| a.question == *question && a.child.is_none())
    }

    /// What was answered to a question for one child alone.
    pub fn own_answer(&self, question: &Id, child: ChildNo) -> Option<&Answered> {
        self.answers.iter().find(|a| a.question == *question && a.child == Some(child))
    }

    /// What stands for a child: their own answer before the one for all.
    pub fn answered_for(&self, question: &Id, child: ChildNo) -> Option<&Answered> {
        self.own_answer(question, child).or_else(|| self.answered(question))
    }

    /// Every answer to a question, the one for all first.
    pub fn answers_to(&self, question: &Id) -> Vec<Answered> {
        let mut all: Vec<Answered> =
            self.answers.iter().filter(|a| a.question == *question).cloned().collect();
        all.sort_by_key(|answered| answered.child);
        all
    }

    /// The change that puts an answer in the place of the one for the same child, or for all.
    pub fn giving(&self, answered: Answered) -> Change {
        let question = answered.question.clone();
        if answered.child.is_none() {
            return Change::Answer(question, Some(answered));
        }
        let mut all = self.answers_to(&question);
        match all.iter_mut().find(|other| other.child == answered.child) {
            Some(place) => *place = answered,
            None => all.push(answered),
        }
        all.sort_by_key(|answered| answered.child);
        Change::Answers(question, all)
    }

    /// The change that takes an answer back, for one child or (with `None`) the one for all.
    pub fn taking_back(&self, question: &Id, child: Option<ChildNo>) -> Change {
        if child.is_none() {
            return Change::Answer(question.clone(), None);
        }
        let mut all = self.answers_to(question);
        all.retain(|answered| answered.child != child);
        Change::Answers(question.clone(), all)
    }

    /// The change that sets the children apart in one question: each keeps what stood for them.
    pub fn setting_apart(&self, question: &Id) -> Change {
        Change::Answers(question.clone(), self.apart(question))
    }

    /// What stands for each child, as their own.
    fn apart(&self, question: &Id) -> Vec<Answered> {
        let own = |member: Member<'_>| {
            let answered = self.answered_for(question, member.no)?;
            Some(Answered { child: Some(member.no), ..answered.clone() })
        };
        self.members().filter_map(own).collect()
    }

    /// The change that adds a child; `None` where there is no room for one.
    ///
    /// What was answered before this child was thought of is never assumed of them: it becomes the
    /// answers of the children who were there. Nothing is asked of the new one yet, so nothing is known.
    pub fn adding_child(&self) -> Option<Change> {
        if self.children.len() + 1 >= MOST_CHILDREN {
            return None;
        }
        let no = self.unused_number()?;
        let mut children = self.children.clone();
        children.push(Child { no, called: String::new(), age: None, due: None });
        let mut answers: Vec<Answered> = Vec::new();
        for answered in &self.answers {
            if !answers.iter().any(|done| done.question == answered.question) {
                answers.extend(self.apart(&answered.question));
            }
        }
        Some(Change::Family(children, answers))
    }

    /// The change that removes a further child with their answers, which the log keeps.
    pub fn removing_child(&self, no: ChildNo) -> Change {
        let mut children = self.children.clone();
        children.retain(|child| child.no != no);
        let mut answers = self.answers.clone();
        answers.retain(|answered| answered.child != Some(no));
        if children.is_empty() {
            // The one child who is left needs no telling apart, and their own answers stood before others.
            let own: Vec<Id> =
                answers.iter().filter(|a| a.child.is_some()).map(|a| a.question.clone()).collect();
            answers.retain(|answered| answered.child.is_some() || !own.contains(&answered.question));
            for answered in &mut answers {
                answered.child = None;
            }
        }
        Change::Family(children, answers)
    }

    /// The answers that every other child has alike and this one lacks, as if given for this one too.
    pub fn answers_of_the_others(&self, no: ChildNo) -> Vec<Answered> {
        let mut found: Vec<Answered> = Vec::new();
        for answered in &self.answers {
            let question = &answered.question;
            if self.answered_for(question, no).is_some() || found.iter().any(|a| a.question == *question) {
                continue;
            }
            let mut others = self.members().filter(|m| m.no != no).map(|m| self.answered_for(question, m.no));
            let Some(Some(first)) = others.next() else { continue };
            if others.all(|other| other.is_some_and(|other| other.answer == first.answer)) {
                found.push(Answered { child: Some(no), ..first.clone() });
            }
        }
        found
    }

    /// The change that lets what the other children have alike stand for this one too.
    pub fn answering_as_the_others(&self, no: ChildNo) -> Change {
        let mut answers = self.answers.clone();
        answers.extend(self.answers_of_the_others(no));
        Change::Family(self.children.clone(), answers)
    }

    /// A number that no child of this case has or had.
    fn unused_number(&self) -> Option<ChildNo> {
        let mut most = self.members().map(|member| member.no).max().unwrap_or(ChildNo::FIRST);
        for entry in &self.log {
            for change in [&entry.change, &entry.was] {
                if let Change::Children(children) | Change::Family(children, _) = change {
                    most = children.iter().map(|child| child.no).fold(most, ChildNo::max);
                }
            }
        }
        most.0.checked_add(1).map(ChildNo)
    }

    /// What contradicts itself about the children, as only a file written by hand can.
    pub fn family_fault(&self) -> Option<FamilyFault> {
        if self.children.len() >= MOST_CHILDREN {
            return Some(FamilyFault::TooMany);
        }
        let mut seen = Vec::with_capacity(self.children.len());
        for Member { no, .. } in self.members() {
            if seen.contains(&no) {
                return Some(FamilyFault::Twice(no));
            }
            seen.push(no);
        }
        let nobody = self.answers.iter().filter_map(|a| a.child).find(|no| !seen.contains(no));
        nobody.map(FamilyFault::Nobody)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::case::{
        Answer, file,
        model::{Expect, FrameworkRef},
    };

    const SECOND: ChildNo = ChildNo(2);

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    fn case() -> Case {
        let framework = FrameworkRef { id: id("x"), edition: "1".to_owned(), fingerprint: None };
        let mut case = Case::new("AB12".to_owned(), framework, date(2026, 11, 23), None);
        case.answers.push(Answered::new(id("fed"), Answer::No));
        case
    }

    fn add(case: &mut Case) {
        case.make(case.adding_child().unwrap(), date(2026, 11, 23).at(9, 0, 0, 0));
    }

    #[test]
    fn what_was_answered_before_a_child_was_added_is_not_assumed_of_them() {
        let mut case = case();
        let before = case.clone();
        add(&mut case);
        let stands = |no| case.answered_for(&id("fed"), no).map(|a| a.answer.clone());
        assert_eq!((stands(ChildNo::FIRST), stands(SECOND)), (Some(Answer::No), None));
        case.make(case.answering_as_the_others(SECOND), date(2026, 11, 23).at(9, 1, 0, 0));
        assert_eq!(case.answered_for(&id("fed"), SECOND).unwrap().answer, Answer::No, "now it was said");
        case.undo(date(2026, 11, 23).at(9, 2, 0, 0));
        assert_eq!(case.answered_for(&id("fed"), SECOND), None);
        case.undo(date(2026, 11, 23).at(9, 2, 0, 0));
        assert_eq!(case, before);
    }

    #[test]
    fn a_number_is_never_given_twice_and_undo_brings_a_child_back() {
        let at = date(2026, 11, 23).at(9, 0, 0, 0);
        let mut case = case();
        add(&mut case);
        case.make(
            case.giving(Answered { child: Some(SECOND), ..Answered::new(id("seen"), Answer::Yes) }),
            at,
        );
        let whole = case.clone();
        case.make(case.removing_child(SECOND), at);
        assert!(case.one_child());
        assert_eq!(case.answers, [Answered::new(id("fed"), Answer::No)], "one child needs no telling apart");
        add(&mut case);
        assert_eq!(case.children[0].no, ChildNo(3));
        case.undo(date(2026, 11, 23).at(9, 2, 0, 0));
        case.undo(date(2026, 11, 23).at(9, 2, 0, 0));
        assert_eq!(case, whole);
    }

    #[test]
    fn the_own_answer_stands_before_the_one_for_all() {
        let mut case = case();
        add(&mut case);
        case.answers.clear();
        case.answers.push(Answered::new(id("fed"), Answer::No));
        case.make(
            case.giving(Answered { child: Some(SECOND), ..Answered::new(id("fed"), Answer::Yes) }),
            date(2026, 11, 23).at(9, 0, 0, 0),
        );
        assert_eq!(case.answered_for(&id("fed"), ChildNo::FIRST).unwrap().answer, Answer::No);
        assert_eq!(case.answered_for(&id("fed"), SECOND).unwrap().answer, Answer::Yes);
        case.make(case.taking_back(&id("fed"), Some(SECOND)), date(2026, 11, 23).at(9, 0, 0, 0));
        assert_eq!(case.answered_for(&id("fed"), SECOND).unwrap().answer, Answer::No);
    }

    #[test]
    fn a_family_comes_back_from_its_file_and_a_contradiction_does_not() {
        let mut case = case();
        add(&mut case);
        case.about.called = "Zoë's brother".to_owned();
        case.expect = Some(Expect {
            lowest: None,
            highest: id("p"),
            duties: Vec::new(),
            why: String::new(),
            contested: false,
            children: Vec::new(),
        });
        let text = file::to_text(&case).unwrap();
        assert_eq!(file::read(text.as_bytes()).unwrap(), case);
        case.children.push(Child { called: String::new(), age: None, due: None, no: SECOND });
        assert_eq!(case.family_fault(), Some(FamilyFault::Twice(SECOND)));
        let told = file::read(file::to_text(&case).unwrap().as_bytes()).unwrap_err().to_string();
        assert!(told.contains("number 2") && !told.contains("Zoë"), "{told}");
        case.children.clear();
        case.answers.push(Answered { child: Some(ChildNo(7)), ..Answered::new(id("fed"), Answer::Yes) });
        assert_eq!(case.family_fault(), Some(FamilyFault::Nobody(ChildNo(7))));
        assert!(file::read(file::to_text(&case).unwrap().as_bytes()).is_err());
    }
}
