//! The case's log of changes, which is also its undo: each entry keeps what it replaced.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::{
    after::After,
    family::Child,
    injury::Injury,
    model::{About, Account, Answered, Call, Case, Decision, OwnView, Referral, Told},
};
use crate::framework::Id;

/// One change to a case: a part of it and the value it gets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {
    About(About),
    Account(Account),
    Concerns(Vec<Id>),
    /// An answer given, changed or (with `None`) taken back.
    Answer(Id, Option<Answered>),
    /// The other children, as far as they are described.
    Children(Vec<Child>),
    /// All answers to one question: the one for all, and those of single children.
    Answers(Id, Vec<Answered>),
    /// A child added or removed, with the answers as they stand then.
    Family(Vec<Child>, Vec<Answered>),
    Whereabouts(String),
    OtherChildren(String),
    Told(Vec<Told>),
    OwnView(Option<OwnView>),
    Revealed(Option<DateTime>),
    Decision(Option<Decision>),
    Referral(Referral),
    Call(Call),
    Injuries(Vec<Injury>),
    After(After),
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
    /// It takes an earlier change back, which stays on record beside it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub takes_back: bool,
}

/// Typing within this time of the last letter goes on the same entry.
const PAUSE_SECS: i64 = 10;

impl Case {
    /// Makes a change and logs it with what it replaced.
    pub fn make(&mut self, change: Change, at: DateTime) {
        let was = self.put(change.clone());
        if was == change {
            return;
        }
        if let Some(last) = self.log.last_mut()
            && change.types_on(last)
            && at.duration_since(last.at).as_secs() <= PAUSE_SECS
        {
            last.change = change;
            last.at = at;
            return;
        }
        self.log.push(Entry { at, change, was, takes_back: false });
    }

    /// Replaces one part and returns what stood there.
    pub(super) fn put(&mut self, change: Change) -> Change {
        use std::mem::replace;
        match change {
            Change::About(x) => Change::About(replace(&mut self.about, x)),
            Change::Account(x) => Change::Account(replace(&mut self.account, x)),
            Change::Concerns(x) => Change::Concerns(replace(&mut self.concerns, x)),
            Change::Answer(question, x) => self.put_answer(question, x),
            Change::Children(x) => Change::Children(replace(&mut self.children, x)),
            Change::Answers(question, x) => {
                let was = self.answers_to(&question);
                self.answers.retain(|answered| answered.question != question);
                self.answers.extend(x);
                Change::Answers(question, was)
            }
            Change::Family(children, answers) => {
                Change::Family(replace(&mut self.children, children), replace(&mut self.answers, answers))
            }
            Change::Whereabouts(x) => Change::Whereabouts(replace(&mut self.whereabouts, x)),
            Change::OtherChildren(x) => Change::OtherChildren(replace(&mut self.other_children, x)),
            Change::Told(x) => Change::Told(replace(&mut self.told, x)),
            Change::OwnView(x) => Change::OwnView(replace(&mut self.own_view, x)),
            Change::Revealed(x) => Change::Revealed(replace(&mut self.revealed, x)),
            Change::Decision(x) => Change::Decision(replace(&mut self.decision, x)),
            Change::Referral(x) => Change::Referral(replace(&mut self.referral, x)),
            Change::Call(x) => Change::Call(replace(&mut self.call, x)),
            Change::Injuries(x) => Change::Injuries(replace(&mut self.injuries, x)),
            Change::After(x) => Change::After(replace(&mut self.after, x)),
            Change::Held(x) => Change::Held(replace(&mut self.held, x)),
            Change::AsOf(day, hour) => {
                Change::AsOf(replace(&mut self.as_of, day), replace(&mut self.hour, hour))
            }
        }
    }

    fn put_answer(&mut self, question: Id, given: Option<Answered>) -> Change {
        let place = self.answers.iter().position(|a| a.question == question && a.child.is_none());
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
    use crate::case::{
        Answer, ChildNo,
        model::{FrameworkRef, Person},
    };

    fn case() -> Case {
        let framework =
            FrameworkRef { id: Id::new("x").unwrap(), edition: "1".to_owned(), fingerprint: None };
        Case::new("AB12".to_owned(), framework, date(2026, 11, 23), None)
    }

    fn answer(question: &str, answer: Answer, note: &str) -> Change {
        let question = Id::new(question).unwrap();
        let given = Answered { note: note.to_owned(), ..Answered::new(question.clone(), answer) };
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
        while let Some(_change) = case.undo(at) {
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
        case.make(answer("a", Answer::Yes, ""), at);
        for note in ["h", "hu", "hun"] {
            case.make(answer("a", Answer::Yes, note), at);
        }
        assert_eq!(case.log.len(), 2, "the answer, and the note as one");
        case.make(answer("a", Answer::No, "hun"), at);
        assert_eq!(case.log.len(), 3, "old and new answer both stay on record");
        case.undo(at);
        case.undo(at);
        assert_eq!(case.answers[0].note, "");
        assert_eq!(case.answers[0].answer, Answer::Yes, "undoing a note leaves the answer");
    }

    #[test]
    fn a_childs_number_is_one_thing_however_many_digits_it_has() {
        let at = date(2026, 11, 23).at(16, 55, 0, 0);
        let mut case = case();
        case.children.push(Child { no: ChildNo(2), called: String::new(), age: None, due: None });
        let visits = Id::new("visits").unwrap();
        let count = |case: &mut Case, child, number| {
            let given = Answered::new(visits.clone(), Answer::Number(number));
            case.make(case.giving(Answered { child: Some(ChildNo(child)), ..given }), at);
        };
        for (child, number) in [(1, 1), (1, 12), (1, 123), (2, 4), (2, 45), (1, 1234)] {
            count(&mut case, child, number);
        }
        let numbers = |case: &Case| -> Vec<Answer> {
            case.answers_to(&Id::new("visits").unwrap()).into_iter().map(|given| given.answer).collect()
        };
        assert_eq!(numbers(&case), [Answer::Number(1234), Answer::Number(45)]);
        case.undo(at);
        assert_eq!(numbers(&case), [Answer::Number(123), Answer::Number(45)], "a child's beside another's");
        case.undo(at);
        assert_eq!(numbers(&case), [Answer::Number(123)]);
        case.undo(at);
        assert_eq!(numbers(&case), []);
    }

    #[test]
    fn a_date_is_one_thing_however_it_is_typed() {
        let at = date(2026, 11, 23).at(16, 55, 0, 0);
        let mut case = case();
        let mut child = Child { no: ChildNo(2), called: String::new(), age: None, due: None };
        case.children.push(child.clone());
        let days = [Some(date(2027, 5, 4)), None, Some(date(2028, 5, 4))];
        for due in days {
            child.due = due;
            case.make(Change::Children(vec![child.clone()]), at);
        }
        for chase in days {
            case.make(Change::After(After { chase, ..After::default() }), at);
        }
        assert_eq!(case.log.len(), 2, "a due date, and a day to ask");
    }

    #[test]
    fn undo_takes_back_one_text_and_never_a_whole_form() {
        let at = date(2026, 11, 23).at(16, 55, 0, 0);
        let mut case = case();
        let mut form = Referral::default();
        for (letter, field) in [("A", 0), ("Ab", 0), ("x", 1), ("xy", 1)] {
            let place = if field == 0 { &mut form.address } else { &mut form.history };
            *place = letter.to_owned();
            case.make(Change::Referral(form.clone()), at);
        }
        form.people.push(Person::default());
        case.make(Change::Referral(form.clone()), at);
        assert_eq!(case.log.len(), 3, "two texts, and a person added");
        case.undo(at);
        assert_eq!((case.referral.people.len(), case.referral.history.as_str()), (0, "xy"));
        case.undo(at);
        assert_eq!((case.referral.address.as_str(), case.referral.history.as_str()), ("Ab", ""));
    }

    /// A slow writer's long reason must not make a file that cannot be opened again.
    #[test]
    fn a_long_text_typed_slowly_still_fits_a_case_file() {
        let mut at = date(2026, 11, 23).at(9, 0, 0, 0);
        let mut case = case();
        let mut reason = String::new();
        for letter in 0..6000 {
            at += jiff::SignedDuration::from_secs(if letter % 40 == 0 { 20 } else { 1 });
            reason.push('x');
            let pathway = Id::new("p").unwrap();
            let decision = Decision { pathway, reason: reason.clone(), consulted: String::new() };
            case.make(Change::Decision(Some(decision)), at);
        }
        let text = crate::case::file::to_text(&case).unwrap();
        assert!((text.len() as u64) < crate::case::file::LARGEST, "{} bytes", text.len());
        assert_eq!(crate::case::file::read(text.as_bytes()).unwrap(), case);
    }
}
