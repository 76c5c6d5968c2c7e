//! The words of the journey, from safety first to the practitioner's own view.

crate::keyed! {
    /// Safety first.
    Safety {
        title: "Safety first",
        intro: "Answer what you know now. If you do not know, say so: not known never makes a worry smaller.",
        whereabouts: "Where is the child now, and who will be with them tonight?",
        whereabouts_hint: "Say where, not who: no names are needed.",
        other_children: "Which other children live with, or meet, the same adult or risk?",
        other_children_hint: "Ages and how they are related are enough.",
    }
}

crate::keyed! {
    /// About the child.
    About {
        title: "About the child",
        intro: "No name is asked for. Leave out whatever you do not know.",
        age: "How old is the child?",
        age_unknown: "Age not known",
        due: "When is the baby due?",
        due_hint: "For example 4 May 2027. Leave it empty if nobody knows.",
        due_wrong: "This is not a date that can be read. Write it like 4 May 2027.",
        children: "Other children in this check",
        children_intro: "Brothers, sisters or an unborn baby that the same worry is about. Each can have answers of their own.",
        child_named: "Child {}",
        child_called: "What do you call child {} here?",
        child_called_hint: "For example: the baby, older brother. No name is needed.",
        child_age: "How old is child {}?",
        child_due: "When is child {} due?",
        child_add: "Add another child",
        child_remove: "Remove child {}",
        child_unasked: "{} answers were given before, and none of them is assumed of {}.",
        child_alike: "They hold for {} too",
        each_child: "Child by child",
        role: "What is your role?",
        role_unknown: "None of these, or I would rather not say",
        relation: "What are you to the child?",
        relation_hint: "For example: her class teacher since September.",
        worker: "Does the child have a social worker or another worker already?",
        worker_hint: "If so, say which, and ring them first: they know the family.",
        worker_hint_from: "Somebody from {}, for example. Say which, and ring them first: they know the family.",
        worker_ring: "Ring the worker who knows the family, or their duty manager.",
        council: "Which council does the child live in, if it is not {}?",
        council_hint: "Another council has its own framework and its own front door.",
        council_other: "The child lives in {}. Use that council's framework and ring its front door; what follows is only {}'s.",
    }
}

crate::keyed! {
    /// What worries you, and the concerns.
    Worry {
        title: "What worries you",
        intro: "Write or paste it once, in your own words. It goes into the summary, so that nothing is typed twice.",
        account: "What has happened, and what worries you",
        pieces_title: "Facts one by one",
        pieces_intro: "A front door wants to know what was seen and what was told, by whom and when. Set the main facts apart here.",
        piece_named: "Fact {}",
        piece_what: "What happened",
        piece_how: "How do you know it?",
        how_seen: "Seen",
        how_heard: "Heard",
        how_told: "Told",
        how_record: "From a record",
        piece_by: "By whom, or by which record",
        piece_when: "When",
        piece_words: "The exact words, if somebody said something",
        piece_add: "Add a fact",
        piece_remove: "Remove fact {}",
        concerns_title: "Which of these fit?",
        concerns_intro: "Choose any number. Each adds about a dozen questions. You can come back and choose more.",
        goes_with: "People who choose {} often look at this too",
        offered_title: "From what you wrote",
        offered_intro: "These have words of yours. Choose what fits; words can mislead.",
        list_title: "All concerns",
        list_others: "The other concerns",
        list_all: "Show the other {} concerns",
        search_title: "Search by a word",
        search: "A word, such as bruise, vape or hungry",
        asked_of_all: "Asked about every child: {}",
        choose_named: "Choose {}",
        chosen_named: "{} is chosen",
        goes_with_all: "Show all {} that go with {}",
        unsure: "Choose by what is true, not by name",
        unsure_text: "Read these sentences and choose any that are true, even in part.",
        unsure_hide: "Show the concerns by name",
        none_chosen: "No concern is chosen yet. You can go on: the safety questions and the questions that everyone is asked still count.",
    }
}

crate::keyed! {
    /// One question a screen, and the answers so far.
    Asking {
        progress: "{}, question {} of {}",
        progress_more: "{}, question {}; more may follow",
        progress_about: "{}, question {} of about {}",
        number: "{}, from {} to {}",
        number_wrong: "Write a whole number from {} to {}.",
        not_known_detail: "Nobody has been able to see or ask. It stays open and lowers nothing.",
        add_note: "Add a note",
        take_back: "Take this answer back",
        for_all: "One answer for every child",
        apart: "Answer for each child apart",
        apart_for: "Answer for each child apart: {}",
        same: "The same for all",
        same_for: "The same for all: {}",
        for_child: "{}: {}",
        only_for: "This is asked for {}.",
        note: "Note: what was seen, heard or told, by whom and when; the child's own words",
        use_fact: "Put a fact from your account into the note",
        use_fact_named: "Put into the note: {}",
        skip: "Continue without an answer",
        skip_part: "Continue without the rest of this part",
        means: "What this means",
        counts: "Counts",
        does_not_count: "Does not count",
        who: "Who would know",
        why: "Why this is asked",
        source: "Where this comes from",
        bear_in_mind: "Bear in mind",
        find_out: "How it can be found out",
        help_show: "Meaning, examples and source",
        answers_title: "Your answers",
        answers_show: "Show your answers so far",
        answers_hide: "Hide your answers",
        answers_none: "Nothing is answered yet.",
        to_review: "To review",
        review_one: "1 answer to review",
        review_many: "{} answers to review",
        review_why: "An answer that this one followed from has changed. Confirm it or change it.",
        held: "The result stays at {} until the answers to review are confirmed.",
        confirm: "It is still right",
        confirm_named: "Still right: {}",
        here: "You are here",
        count_done: "{} of {} answered",
    }
}

crate::keyed! {
    /// Whether the adults have been told.
    Told {
        title: "Have you told them?",
        intro: "Take each adult apart: telling one is not telling the other. Never tell a person who may have harmed the child, and never where it could put anyone in danger.",
        check_first: "Ask before you speak to the family",
        check_first_text: "Something that is not known yet could make it unwise to tell them now. Ask first: {}.",
        adult_named: "Adult {}",
        adult: "Who, in a word or two",
        adult_hint: "For example: mother, her partner, grandfather. No names.",
        state: "Do they know of your worry?",
        not_yet: "Not told yet",
        told: "Told",
        agrees: "Told, and agrees",
        does_not_agree: "Told, and does not agree",
        not_told: "Not told on purpose: it could put somebody in danger or spoil an enquiry",
        said: "What they said",
        why_not: "Why they were not told, and who was asked about that",
        add: "Add an adult",
        remove: "Remove adult {}",
        basis: "Sharing what you know",
    }
}

crate::keyed! {
    /// Check your answers.
    Check {
        title: "Check your answers",
        intro: "This is everything that the suggestion will rest on. Change whatever is not right.",
        nothing: "Left empty",
        answer_named: "Answer: {}",
        answer: "Answer",
        age: "Age",
        due: "Due date",
        children: "Children",
        role: "Your role",
        relation: "You are",
        worker: "Worker already there",
        council: "Council",
        account: "Account",
        facts: "Facts set apart",
        concerns: "Concerns",
        around: "The child and others now",
        whereabouts: "Where the child is",
        other_children: "Other children",
        unresolved_title: "Answers that this edition does not know",
        unresolved_text: "They are kept in the file. Nothing here rests on them.",
        not_looked_at_title: "Not looked at",
        not_looked_at_text: "These concerns were not chosen, and so were not looked at.",
        note: "Note: {}",
        told: "Adults",
    }
}

crate::keyed! {
    /// The practitioner's own level.
    OwnView {
        title: "Your own view",
        intro: "What do you make of it, before you see what the framework suggests? Your own judgement goes on record beside the suggestion.",
        group: "Which level and which help fits best?",
        unsure: "Not sure yet",
        unsure_detail: "That is a fair answer. The suggestion follows all the same.",
        why: "Why",
        show: "Show the suggestion",
        needed: "Choose a level, or not sure yet, to see the suggestion.",
        may_skip: "You can leave this until after the phone call.",
        kept: "You gave this view before the suggestion was shown. It stays as it was; say what you decide on the page after the suggestion.",
        was: "Your view was {}",
        decision: "What do you decide?",
    }
}
