//! The words in which two editions are told apart.

crate::keyed! {
    /// What changed, and which cases moved.
    Editions {
        at: "{}: {} or worse",
        any: "any of ({})",
        all: "all of ({})",
        age: "age one of {}",
        role: "role one of {}",
        at_least: "at least {} of ({})",
        count: "at least {} needs at {} or above, in {} or more domains",
        including: ", one of them in {}",
        themes: ", of the themes {}",
        title: "{}, {} beside {}, {}",
        no_change: "The two say the same.",
        counts: "{}: {} added, {} removed, {} moved, {} changed, {} reworded",
        added: "added",
        removed: "removed",
        renamed: "was {}",
        item: "{} {}: {}",
        moved: "{} moved from {} to {}",
        changed: "{} changed from {} to {}",
        reworded: "{} reworded: {} is now {}",
        nothing: "nothing",
        quoted: "\u{201c}{}\u{201d}",
        cases: "Cases: {}. With another level: {}. With another pathway at the same level: {}.",
        no_cases: "There are no cases to compare.",
        levels: "Levels before (down) and after (across):",
        consult: "consult",
        case_moved: "{}: {} before, {} after",
        could_be: "{}: could be {} before, {} after",
        by_rule: "by {}: {}",
        no_longer: "{} no longer holds: {}",
        by_safety: "a safety question is asked otherwise, or is not known there",
        by_duty: "duties now: {}; before: {}",
        unread: "answers that the new edition does not know: {}",
        unread_before: "answers that the old edition does not know: {}",
        both: "{} (as it is told in the old edition)",
        faulty: "{}: {}",
    }
}

/// The words in English.
pub(super) const W: Editions = Editions::ENGLISH;
