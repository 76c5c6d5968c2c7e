//! The words of a room's record.

crate::keyed! {
    /// What stands on the record of a session.
    Record {
        title: "Training record",
        no_names: "This record holds no names. It shows where a group stood and where it parted; it says nothing of who was right.",
        framework: "Framework",
        edition: "Edition",
        held_on: "Held on",
        people: "Most people who voted on one case",
        files: "Answer files that count",
        files_apart: "Answer files kept apart",
        status_illustrative: "Illustrative: to be ratified by the partnership",
        status_ratified: "Ratified by {}",
        footer: "{}, edition {}, fingerprint {}",
        spread: "How the votes were spread",
        case: "Case",
        round: "Round",
        not_sure: "Not sure",
        most: "Agreed",
        alone: "alone",
        discussed: "after discussion",
        part_of: "{}, part {} of {}",
        of: "{} of {}",
        nobody: "Nobody voted.",
        suggested: "{}: the framework suggests {}.",
        consult: "to consult first, and gives no level yet",
        with_it: "Before discussion {} of {} said that level, and {} stood within one step of it.",
        with_it_after: "After discussion it was {} of {}.",
        contested: "Good practitioners differ about this case, so nobody's vote is held against the suggestion.",
        parted: "{}: the room parted first at \"{}\". {}.",
        way: "{} of {} answered \"{}\"",
        way_not_known: "not known yet",
        without: "{} were not asked or went past it",
        not_parted: "{}: every walk that was handed in gave the same answers.",
        where_parted: "Where the room parted",
        against: "Beside the framework",
        agreement: "Agreement, alone",
        agreement_after: "Agreement, after discussion",
        notes: "Notes",
        apart_line: "{} {}",
        damaged: "damaged",
        why_damaged: "damaged: {}",
        why_framework: "of another framework ({}, {})",
        why_edition: "of another edition ({})",
        why_content: "of the same edition, whose content has changed since",
        why_case: "about a case that is not in this session",
    }
}

/// The words in use.
pub(super) const W: Record = Record::ENGLISH;
