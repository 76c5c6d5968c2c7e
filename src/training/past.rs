//! Past sessions beside each other, by edition: what each case came to in each, in plain counts.

use std::collections::BTreeMap;

use super::session::{Round, Scale, Session, Worked};
use crate::framework::Id;

/// The sessions of one edition of one framework, the oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    pub framework: Id,
    pub edition: String,
    pub sessions: Vec<Session>,
}

/// Sorts sessions by framework and edition, then by day.
pub fn by_edition(sessions: &[Session]) -> Vec<Edition> {
    let mut sorted: BTreeMap<(Id, String), Vec<Session>> = BTreeMap::new();
    for session in sessions {
        let key = (session.framework.id.clone(), session.framework.edition.clone());
        sorted.entry(key).or_default().push(session.clone());
    }
    let edition = |((framework, edition), mut sessions): ((Id, String), Vec<Session>)| {
        sessions.sort_by_key(|session| session.on);
        Edition { framework, edition, sessions }
    };
    sorted.into_iter().map(edition).collect()
}

/// How many of a case's last vote in a round said what most said, of how many; none where nobody voted.
///
/// It needs no framework, so that a session of an edition that is not at hand is shown too.
pub fn agreed(session: &Session, worked: &Worked, round: Round) -> Option<(u32, u32)> {
    let mut people: BTreeMap<Option<&Id>, u32> = BTreeMap::new();
    let tallies = || worked.tallies.iter().filter(|tally| tally.round == round);
    let last = tallies().map(|tally| tally.instalment).max();
    for vote in tallies().filter(|tally| Some(tally.instalment) == last).flat_map(|tally| &tally.votes) {
        *people.entry(vote.at.as_ref()).or_default() += vote.people;
    }
    for own in worked.sheets_of(round).into_iter().filter_map(|sheet| sheet.own.as_ref()) {
        let level = own.level.as_ref().filter(|_| session.scale == Scale::Levels);
        *people.entry(level.or(own.pathway.as_ref())).or_default() += 1;
    }
    let all: u32 = people.values().sum();
    // Not being sure is nothing that people agree on.
    let most = people.iter().filter(|(at, _)| at.is_some()).map(|(_, n)| *n).max().unwrap_or_default();
    (all > 0).then_some((most, all))
}
