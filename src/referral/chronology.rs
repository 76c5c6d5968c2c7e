//! What happened, and when: the dated pieces of a case in order of time, what has no date at the end.

use super::{injuries, labels::Labels, parts::table, phrases};
use crate::{
    case::{
        Case,
        after::FrontDoor,
        injury::Injury,
        model::{How, Piece},
        when::{self, Known, When},
    },
    keyed::fill,
    paper::document::Block,
};

const L: Labels = Labels::ENGLISH;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When, where it could be read.
    pub when: Option<When>,
    /// When, as it is printed: the date, with the words it was given in where they say more.
    pub said: String,
    /// How it is known, and by whom.
    pub how: String,
    pub what: String,
    /// The exact words.
    pub words: String,
}

/// The facts of the account and the injuries, in order of time.
pub fn of_child(case: &Case) -> Vec<Event> {
    let pieces = case.account.pieces.iter().map(|p| piece(case, p));
    let injuries = case.injuries.iter().enumerate().map(|(at, i)| injury(case, at, i));
    in_order(pieces.chain(injuries).collect())
}

/// The same with the call and the answer that came back.
pub fn whole(case: &Case) -> Vec<Event> {
    let mut events = of_child(case);
    let call = &case.call;
    if *call != crate::case::model::Call::default() {
        let whom = [call.spoke_to.trim(), call.spoke_to_role.trim()];
        let what = [L.event_call, call.advice.trim(), call.agreed.trim()];
        events.push(event(case, &call.when, L.event_call_how, &joined(&whom), joined(&what), ""));
    }
    let after = &case.after;
    if after.answer != FrontDoor::NotHeard {
        let said = [super::after::answer(after.answer), after.reason.trim()];
        events.push(event(case, &after.when, L.event_answer, &after.by, joined(&said), ""));
    }
    for taken in &after.taken {
        let what = [taken.step.trim(), taken.outcome.trim()];
        events.push(event(case, &taken.when, L.event_step, &taken.with, joined(&what), ""));
    }
    in_order(events)
}

/// What a table of events says of each.
pub(super) const HEADERS: &[&str] = &[L.when, L.how, L.what, L.words];

/// The rows of a table of events.
pub(super) fn rows(events: &[Event]) -> Vec<Vec<String>> {
    let row = |e: &Event| vec![e.said.clone(), e.how.clone(), e.what.clone(), e.words.clone()];
    events.iter().map(row).collect()
}

/// A table of events.
pub(super) fn block(events: &[Event]) -> Block {
    table(L.in_order, HEADERS, rows(events))
}

/// Dated first; what stands at the same time keeps the order it was written in.
fn in_order(mut events: Vec<Event>) -> Vec<Event> {
    events.sort_by_key(|event| (event.when.is_none(), event.when));
    events
}

fn piece(case: &Case, piece: &Piece) -> Event {
    event(case, &piece.when, how(piece.how), &piece.by, piece.what.clone(), &piece.words)
}

fn injury(case: &Case, at: usize, injury: &Injury) -> Event {
    let number = (at + 1).to_string();
    let what = fill(L.event_injury, &[&number, &injuries::in_words(injury)]);
    event(case, &injury.when, how(injury.how), &injury.by, what, &injury.words)
}

fn event(case: &Case, time: &str, how: &str, by: &str, what: String, words: &str) -> Event {
    let reading = when::read(time, case.as_of);
    let by = by.trim();
    Event {
        when: reading.map(|reading| reading.when),
        said: self::time(case, time),
        how: if by.is_empty() { how.to_owned() } else { fill(L.by_whom, &[how, by]) },
        what,
        words: words.to_owned(),
    }
}

/// A time as it is printed: its date, with the words it was given in where they say more than the date.
pub(super) fn time(case: &Case, text: &str) -> String {
    let text = text.trim();
    match when::read(text, case.as_of) {
        None => text.to_owned(),
        Some(reading) if reading.whole => date(reading.when),
        Some(reading) => format!("{} ({text})", date(reading.when)),
    }
}

/// `Thu 12 Mar 2026`, `March 2026`, `2026`.
pub fn date(when: When) -> String {
    match when.known() {
        Known::Day => phrases::date(when.first()),
        Known::Month | Known::Year => when.to_string(),
    }
}

/// How a fact came to the practitioner.
pub fn how(how: How) -> &'static str {
    match how {
        How::Seen => L.seen,
        How::Heard => L.heard,
        How::Told => L.told_to,
        How::Record => L.record,
    }
}

fn joined(parts: &[&str]) -> String {
    let said: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    said.join(". ").replace("..", ".")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;
    use proptest::prelude::*;

    use super::*;
    use crate::{case::model::FrameworkRef, framework::Id};

    fn case(times: &[String]) -> Case {
        let framework =
            FrameworkRef { id: Id::new("x").unwrap(), edition: "1".to_owned(), fingerprint: None };
        let mut case = Case::new("AB12".to_owned(), framework, day(2026, 11, 23), None);
        case.account.pieces = times
            .iter()
            .enumerate()
            .map(|(at, when)| Piece {
                what: at.to_string(),
                how: How::Told,
                by: "school".to_owned(),
                when: when.clone(),
                words: String::new(),
            })
            .collect();
        case
    }

    #[test]
    fn what_has_no_date_stands_at_the_end_in_its_own_words() {
        let times = ["when she was two", "yesterday", "2024", "12/3/26", "March 2026"].map(str::to_owned);
        let said: Vec<String> = of_child(&case(&times)).into_iter().map(|e| e.said).collect();
        assert_eq!(
            said,
            ["2024", "March 2026", "Thu 12 Mar 2026", "Sun 22 Nov 2026 (yesterday)", "when she was two"]
        );
    }

    #[test]
    fn an_injury_and_the_call_stand_among_the_facts() {
        let mut case = case(&["20 November 2026".to_owned()]);
        case.injuries = vec![Injury { when: "1 November 2026".to_owned(), ..Injury::default() }];
        case.call.when = "23 November 2026, 16:55".to_owned();
        assert!(of_child(&case)[0].what.starts_with("Injury 1"));
        let all = whole(&case);
        assert_eq!(all.len(), 3);
        assert_eq!(all[2].said, "Mon 23 Nov 2026 (23 November 2026, 16:55)");
        assert_eq!(of_child(&case).len(), 2, "the front door knows of its own call");
    }

    proptest! {
        #[test]
        fn the_order_is_by_time_and_keeps_what_stands_together(
            times in proptest::collection::vec("(199|202)[0-9](-0[1-9](-[12][0-9])?)?|yesterday|once", 0..12)
        ) {
            let events = of_child(&case(&times));
            prop_assert_eq!(events.len(), times.len());
            for pair in events.windows(2) {
                let key = |e: &Event| (e.when.is_none(), e.when);
                prop_assert!(key(&pair[0]) <= key(&pair[1]));
                if key(&pair[0]) == key(&pair[1]) {
                    let at = |e: &Event| e.what.parse::<usize>().unwrap();
                    prop_assert!(at(&pair[0]) < at(&pair[1]), "as written");
                }
            }
        }
    }
}
