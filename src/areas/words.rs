//! The words that say what maps and what does not, on screen and in text.

crate::keyed! {
    /// Set phrases about two areas' frameworks.
    Areas {
        whose: "This is how the framework of {} reads the same answers. The child's own area decides.",
        one_of: "There it is one of these: {}.",
        joined_by_or: "; or ",
        whichever: "What is shown holds whichever it is.",
        left_open: "It counts as not known there.",
        there: "There: {}.",
        there_to: "There: {}, and it could be as much as: {}.",
        no_concern: "The concern \u{201c}{}\u{201d}: there is no such page there.",
        no_context: "\u{201c}{}\u{201d} is not told apart there, and counts as not known.",
        no_question: "Nothing there asks for it.",
        no_answer: "It is asked there, and no answer there says the same.",
        touches: "It touches this there and is not the same: {}.",
        not_alone: "Alone it does not say what is asked there: {}.",
        number: "It is asked there as a number, which nobody makes up.",
        not_at_this_age: "It is not asked there for a child of this age.",
        nth_child: "child {}",
        text_title: "The same answers read by another area's framework: {}, {}",
        duties: "Duties there",
        choices: "One of several there",
        partly: "Maps only in part",
        not_mapped: "Does not map",
        asked_there: "Asked there, and not known from this check",
    }
}

/// The words in use.
pub(super) const W: Areas = Areas::ENGLISH;
