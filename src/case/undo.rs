//! Taking changes back and making them again, so that nothing done after the suggestion leaves the record.
//!
//! Before the suggestion was shown, a change that is taken back leaves the log. After it both stay: the change,
//! and an entry that takes it back.

use jiff::civil::DateTime;

use super::{Case, Entry};

impl Case {
    /// The last change that stands: made, and not taken back since.
    pub fn last_standing(&self) -> Option<&Entry> {
        self.last_place().map(|at| &self.log[at])
    }

    /// Each entry that takes a change back goes with the nearest one before it that is still unmatched.
    fn last_place(&self) -> Option<usize> {
        let mut taken_back = 0_usize;
        for (at, entry) in self.log.iter().enumerate().rev() {
            if entry.takes_back {
                taken_back += 1;
            } else if taken_back > 0 {
                taken_back -= 1;
            } else {
                return Some(at);
            }
        }
        None
    }

    /// Takes the last change back and returns it; `None` where nothing is left to take back.
    pub fn undo(&mut self, at: DateTime) -> Option<Entry> {
        let place = self.last_place()?;
        if self.revealed.is_none() && place + 1 == self.log.len() {
            let entry = self.log.pop()?;
            self.put(entry.was.clone());
            return Some(entry);
        }
        let entry = self.log[place].clone();
        let was = self.put(entry.was.clone());
        self.log.push(Entry { at, change: entry.was.clone(), was, takes_back: true });
        Some(entry)
    }

    /// Makes a change again that was taken back.
    pub fn redo(&mut self, entry: Entry, at: DateTime) {
        let was = self.put(entry.change.clone());
        // What was never seen to be gone keeps the time at which it was first made.
        let at = if self.revealed.is_none() { entry.at } else { at };
        self.log.push(Entry { at, was, ..entry });
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        case::{Change, file, model::FrameworkRef},
        framework::Id,
    };

    fn case() -> Case {
        let framework =
            FrameworkRef { id: Id::new("x").unwrap(), edition: "1".to_owned(), fingerprint: None };
        Case::new("AB12".to_owned(), framework, date(2026, 11, 23), None)
    }

    fn whereabouts(text: &str) -> Change {
        Change::Whereabouts(text.to_owned())
    }

    #[test]
    fn what_is_taken_back_before_the_suggestion_leaves_no_trace() {
        let at = date(2026, 11, 23).at(9, 0, 0, 0);
        let mut case = case();
        let empty = case.clone();
        case.make(Change::Concerns(vec![Id::new("a").unwrap()]), at);
        let made = case.clone();
        let entry = case.undo(at).unwrap();
        assert_eq!(case, empty);
        case.redo(entry, at);
        assert_eq!(case, made);
        assert_eq!(case.undo(at).map(|e| e.change), Some(made.log[0].change.clone()));
        assert_eq!(case.undo(at), None);
    }

    #[test]
    fn what_is_taken_back_after_the_suggestion_stays_on_record() {
        let at = date(2026, 11, 23).at(9, 0, 0, 0);
        let later = date(2026, 11, 23).at(10, 0, 0, 0);
        let mut case = case();
        case.make(Change::Revealed(Some(at)), at);
        for text in ["one", "two", "three"] {
            case.make(whereabouts(text), later);
            // Each stands alone, as if it was typed after a pause.
            case.make(Change::OtherChildren(text.to_owned()), later);
        }
        let log = case.log.clone();
        let mut undone = Vec::new();
        for _ in 0..5 {
            undone.push(case.undo(later).unwrap());
        }
        assert_eq!((case.whereabouts.as_str(), case.other_children.as_str()), ("one", ""));
        assert_eq!(case.log[..log.len()], log, "nothing of what was done is gone");
        assert_eq!(case.log.len(), log.len() + 5);
        case.redo(undone.pop().unwrap(), later);
        case.redo(undone.pop().unwrap(), later);
        assert_eq!((case.whereabouts.as_str(), case.other_children.as_str()), ("two", "one"));
        assert_eq!(case.last_standing().map(|e| e.change.clone()), Some(whereabouts("two")));
        for _ in 0..3 {
            case.undo(later).unwrap();
        }
        assert_eq!(case.last_standing().map(|e| e.change.clone()), Some(Change::Revealed(Some(at))));
        let text = file::to_text(&case).unwrap();
        assert_eq!(file::read(text.as_bytes()).unwrap(), case, "and it is kept");
    }

    /// Letters typed right after an undo must not be taken for part of it.
    #[test]
    fn typing_does_not_go_on_an_entry_that_takes_back() {
        let at = date(2026, 11, 23).at(9, 0, 0, 0);
        let mut case = case();
        case.make(Change::Revealed(Some(at)), at);
        case.make(whereabouts("a"), at);
        case.make(whereabouts("ab"), at);
        case.undo(at);
        assert_eq!(case.whereabouts, "");
        for text in ["x", "xy"] {
            case.make(whereabouts(text), at);
        }
        case.undo(at);
        assert_eq!(case.whereabouts, "");
        assert_eq!(case.undo(at).map(|e| e.change), Some(Change::Revealed(Some(at))));
    }
}
