//! The words of the page that shows the same answers under another area's framework.

crate::keyed! {
    /// Other areas beside the child's own.
    OtherAreas {
        title: "Other areas",
        intro: "Areas draw their lines in different places. Here you can see how another area's framework reads the answers of this check. Nothing in the check changes.",
        way: "See it in another area\u{2026}",
        pick: "Which framework?",
        none: "There is no other framework at hand. Open a folder with one under Frameworks.",
        unreadable: "This framework cannot be read.",
        here: "Here: {}",
        there: "There: {}",
        why: "Why",
        no_reason: "The answers establish no more than this.",
        rests_on: "It rests on: {}",
        duties: "Duties",
        no_duties: "No duty is established.",
        choices: "Answers that are one of several there",
        partly: "Answers that map only in part",
        dropped: "What does not map",
        all_mapped: "Every answer of this check has its counterpart there.",
        asked: "Asked there, and not known from this check",
        asked_text: "These are the questions that framework would still ask. What is not known never lowers a result.",
        more: "Show all {} questions",
    }
}
