//! What a front door will ask for that is not there yet, and which personal facts leave with the summary.

use super::labels::Labels;
use crate::case::{Case, model::PersonPart};

const L: Labels = Labels::ENGLISH;

/// Something the summary lacks; it never blocks anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Names the part of the case, for scripts.
    pub field: &'static str,
    /// What is missing and why it matters.
    pub why: &'static str,
}

/// What the summary lacks, most wanted first.
pub fn missing(case: &Case) -> Vec<Missing> {
    let (referral, account) = (&case.referral, &case.account);
    let blank = |text: &str| text.trim().is_empty();
    // Every child of the check is somebody to look for.
    let named = referral.people.iter().filter(|p| p.part == PersonPart::Child && !blank(&p.name)).count();
    let no_child = named < case.children.len() + 1;
    let no_facts = blank(&account.text) && account.pieces.is_empty();
    let no_words = blank(&referral.childs_words) && account.pieces.iter().all(|piece| blank(&piece.words));
    let no_referrer = blank(&referral.referrer) || blank(&referral.referrer_contact);
    let all = [
        (no_child, "child", L.missing_child),
        (blank(&case.whereabouts), "whereabouts", L.missing_whereabouts),
        (no_facts, "facts", L.missing_facts),
        (no_words, "childs_words", L.missing_words),
        (case.told.is_empty(), "told", L.missing_told),
        (blank(&case.other_children), "other_children", L.missing_others),
        (blank(&referral.address), "address", L.missing_address),
        (blank(&referral.parental_responsibility), "parental_responsibility", L.missing_pr),
        (blank(&referral.help_tried), "help_tried", L.missing_help),
        (blank(&referral.asked_for), "asked_for", L.missing_asked),
        (no_referrer, "referrer", L.missing_referrer),
    ];
    all.into_iter().filter(|(lacks, ..)| *lacks).map(|(_, field, why)| Missing { field, why }).collect()
}

/// The personal fields that leave the program with a summary, by their labels.
pub fn personal(case: &Case) -> Vec<&'static str> {
    let referral = &case.referral;
    let has = |text: &str| !text.trim().is_empty();
    let people = |part| referral.people.iter().any(|p| p.part == part);
    let notes = case.answers.iter().any(|a| has(&a.note));
    let all = [
        (people(PersonPart::Child), L.child),
        (case.members().any(|member| member.due.is_some()), L.due),
        (case.members().any(|member| has(member.called)), L.children),
        (people(PersonPart::Household), L.household),
        (people(PersonPart::Professional), L.professionals),
        (has(&referral.address), L.address),
        (has(&referral.parental_responsibility), L.responsibility),
        (has(&case.whereabouts), L.whereabouts),
        (has(&case.other_children), L.other_children),
        (has(&case.about.worker), L.worker),
        (has(&case.account.text) || !case.account.pieces.is_empty(), L.happened),
        (!case.injuries.is_empty(), L.injuries),
        (has(&referral.childs_words), L.childs_words),
        (has(&referral.childs_wishes), L.childs_wishes),
        (has(&referral.history), L.history_free),
        (has(&referral.help_tried), L.help_free),
        (!case.told.is_empty(), L.told),
        (notes, L.note),
        (has(&referral.asked_for), L.asked_for),
        (has(&referral.referrer), L.referrer),
        (has(&referral.referrer_contact), L.referrer_contact),
        (case.call != crate::case::model::Call::default(), L.call),
    ];
    all.into_iter().filter(|(there, _)| *there).map(|(_, label)| label).collect()
}
