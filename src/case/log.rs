//! The case's log of changes, which is also its undo: each entry keeps what it replaced.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::model::{About, Account, Answered, Call, Case, Decision, OwnView, Referral, Told};
use crate::framework::Id;

/// One change to a case: a part of it and the value it gets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {
    About(About),
    Account(Account),
    Concerns(Vec<Id>),
    /// An answer given, changed or (with `None`) taken back.
    Answer(Id, Option<Answered>),
    Whereabouts(String),
    OtherChildren(String),
    Told(Vec<Told>),
    OwnView(Option<OwnView>),
    Revealed(Option<DateTime>),
    Decision(Option<Decision>),
    Referral(Referral),
    Call(Call),
    Held(Option<Id>),
    AsOf(Date, Option<u8>),
}

/// A change that was made: when, what, and what stood there before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub at: DateTime,
    pub change: Change,
    pub was: Change,
}

impl Change {
    /// Whether another change touches the same part, so that typing makes one entry and not one a letter.
    fn same_part(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Answer(a, x), Self::Answer(b, y)) => {
                let answer = |given: &Option<Answered>| given.as_ref().map(|g| g.answer.clone());
                a == b && answer(x) == answer(y)
            }
            (Self::Account(_), Self::Account(_))
            | (Self::Whereabouts(_), Self::Whereabouts(_))
            | (Self::OtherChildren(_), Self::OtherChildren(_))
            | (Self::Told(_), Self::Told(_))
            | (Self::Referral(_), Self::Referral(_))
            | (Self::Call(_), Self::Call(_)) => true,
            _ => false,
        }
    }
}

impl Case {
    /// Makes a change and logs it with what it replaced.
    pub fn make(&mut self, change: Change, at: DateTime) {
        let was = self.put(change.clone());
        if was == change {
            return;
        }
        if let Some(last) = self.log.last_mut()
            && last.change.same_part(&change)
            && last.at.date() == at.date()
        {
            last.change = change;
            last.at = at;
            return;
        }
        self.log.push(Entry { at, change, was });
    }

    /// Takes the last change back and returns it; `None` where nothing is left to take back.
    pub fn undo(&mut self) -> Option<Change> {
        let entry = self.log.pop()?;
        self.put(entry.was);
        Some(entry.change)
    }

    /// Replaces one part and returns what stood there.
    fn put(&mut self, change: Change) -> Change {
        use std::mem::replace;
        match change {
            Change::About(x) => Change::About(replace(&mut self.about, x)),
            Change::Account(x) => Change::Account(replace(&mut self.account, x)),
            Change::Concerns(x) => Change::Concerns(replace(&mut self.concerns, x)),
            Change::Answer(question, x) => self.put_answer(question, x),
            Change::Whereabouts(x) => Change::Whereabouts(replace(&mut self.whereabouts, x)),
            Change::OtherChildren(x) => Change::OtherChildren(replace(&mut self.other_children, x)),
            Change::Told(x) => Change::Told(replace(&mut self.told, x)),
            Change::OwnView(x) => Change::OwnView(replace(&mut self.own_view, x)),
            Change::Revealed(x) => Change::Revealed(replace(&mut self.revealed, x)),
            Change::Decision(x) => Change::Decision(replace(&mut self.decision, x)),
            Change::Referral(x) => Change::Referral(replace(&mut self.referral, x)),
            Change::Call(x) => Change::Call(replace(&mut self.call, x)),
            Change::Held(x) => Change::Held(replace(&mut self.held, x)),
            Change::AsOf(day, hour) => {
                Change::AsOf(replace(&mut self.as_of, day), replace(&mut self.hour, hour))
            }
        }
    }

    fn put_answer(&mut self, question: Id, given: Option<Answered>) -> Change {
        let place = self.answers.iter().position(|a| a.question == question);
        let was = match (place, given) {
            (Some(at), Some(new)) => Some(std::mem::replace(&mut self.answers[at], new)),
            (Some(at), None) => Some(self.answers.remove(at)),
            (None, Some(new)) => {
                self.answers.push(new);
                None
            }
            (None, None) => None,
        };
        Change::Answer(question, was)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::case::model::{Answer, FrameworkRef};

    fn case() -> Case {
        let framework =
            FrameworkRef { id: Id::new("x").unwrap(), edition: "1".to_owned(), fingerprint: None };
        Case::new("AB12".to_owned(), framework, date(2026, 11, 23), None)
    }

    fn answer(question: &str, answer: Answer, note: &str) -> Change {
        let question = Id::new(question).unwrap();
        let given = Answered { question: question.clone(), answer, note: note.to_owned(), to_review: false };
        Change::Answer(question, Some(given))
    }

    #[test]
    fn undo_restores_each_earlier_state_in_turn() {
        let at = date(2026, 11, 23).at(16, 55, 0, 0);
        let mut case = case();
        let changes = [
            answer("a", Answer::No, ""),
            answer("a", Answer::Yes, ""),
            Change::Whereabouts("At her aunt's".to_owned()),
            answer("b", Answer::NotKnown, ""),
            Change::Answer(Id::new("a").unwrap(), None),
        ];
        let mut states = vec![case.clone()];
        for change in changes {
            case.make(change, at);
            states.push(case.clone());
        }
        while let Some(_change) = case.undo() {
            states.pop();
            let mut expected = states.last().unwrap().clone();
            expected.answers.sort_by(|x, y| x.question.cmp(&y.question));
            let mut found = case.clone();
            found.answers.sort_by(|x, y| x.question.cmp(&y.question));
            assert_eq!(found, expected);
        }
        assert_eq!(states.len(), 1);
    }

    #[test]
    fn typing_makes_one_entry_and_a_changed_answer_another() {
        let at = date(2026, 11, 23).at(16, 55, 0, 0);
        let mut case = case();
        for note in ["", "h", "hu", "hun"] {
            case.make(answer("a", Answer::Yes, note), at);
        }
        assert_eq!(case.log.len(), 1);
        case.make(answer("a", Answer::No, "hun"), at);
        assert_eq!(case.log.len(), 2, "old and new answer both stay on record");
    }
}
