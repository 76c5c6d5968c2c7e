//! The words of the map and of its outline.

crate::keyed! {
    /// The map of the whole framework.
    Map {
        title: "Map of the framework",
        intro: "Every part of a check and every concern, with its questions; a question that an earlier answer opens stands under it. The same stands below as a list.",
        picture: "Map",
        larger: "Zoom in",
        smaller: "Zoom out",
        whole: "Whole map",
        left: "Move left",
        right: "Move right",
        up: "Move up",
        down: "Move down",
        node_named: "On the map: {}",
        here: "You were here",
        bears: "The suggestion rests on it",
        answer: "Answer: {}",
        apart: "Answered for each child apart",
        pages: "The same as a list",
        one_question: "1 question",
        questions: "{} questions",
        unfold_named: "Show the questions: {}",
        fold_named: "Hide the questions: {}",
        opened_by: "Asked after \"{}\" where the answer is \"{}\" or worse",
        opened_by_strength: "Asked after \"{}\" where the answer is \"{}\" or better",
    }
}
