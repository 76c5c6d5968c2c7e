//! Words about injuries and times, and of what comes after the suggestion: the call and the answer.

crate::keyed! {
    /// How a time was understood.
    When {
        understood: "Understood as {}",
        kept: "Kept in your words; it stands at the end of the chronology.",
        no_day: "No day can be read from this. Write it like 4 May 2027.",
        now: "Put in now",
        now_named: "Put in now: {}",
        chronology: "In order of time",
        chronology_intro: "This is how the facts and injuries will stand in the referral. What has no date comes last.",
        undated: "No date",
        line: "{}: {}",
    }
}

crate::keyed! {
    /// Injuries that were seen or told of.
    Injuries {
        title: "Injuries seen or told of",
        rule_title: "Only what you have already seen or been told",
        rule: "Do not undress or examine the child, do not take photographs, and do not ask the child to show you. Health staff will look, if anybody must.",
        intro: "You can leave this empty. The suggestion rests on the questions and not on this page. A bruise cannot be dated by its colour.",
        choose: "You have noted an injury, and no concern about injuries is chosen. Its questions decide what must be done.",
        choose_named: "Choose {}",
        map: "On the body",
        map_intro: "Press a place to note an injury there, or add one and choose its place from a list. Left and right are the child\u{2019}s own.",
        map_hide: "Put the body map away",
        map_show: "Show the body map",
        list: "What is noted",
        none: "No injury is noted.",
        numbered: "{}. {}",
        add: "Add an injury",
        named: "Injury {}",
        remove: "Remove injury {}",
        child: "Which child has injury {}?",
        site: "Where on the body is injury {}?",
        site_none: "Not chosen",
        place: "Exactly where injury {} is, or a place that is not listed",
        kind: "What injury {} is",
        bruise: "Bruise",
        burn: "Burn or scald",
        bite: "Bite",
        cut: "Cut or graze",
        swelling: "Swelling",
        fracture: "Fracture, as told",
        other: "Other",
        size: "Size of injury {}",
        size_hint: "In words or centimetres: about a thumb\u{2019}s width",
        colour: "Colour of injury {} as seen",
        colour_hint: "Only what was seen. Nobody can tell from a colour how old a bruise is.",
        how: "How you know of injury {}",
        by: "Who saw or told of injury {}",
        when: "When injury {} was seen",
        explanation: "How injury {} was explained",
        explanation_hint: "What was said about how it came about, without questions from you",
        explained_by: "Who explained injury {}",
        words: "The exact words about injury {}",
        open: "Injuries seen or told of",
    }
}

crate::keyed! {
    /// The phone call as a page of its own.
    Call {
        title: "The phone call",
        intro: "Ring first, then write. Have this page in front of you.",
        who: "Who you spoke to",
        role: "Their role",
        when: "When, with the hour",
        advice: "Their advice",
        agreed: "What was agreed",
        who_does_what: "Who does what, and by when",
        reference: "Reference",
    }
}

crate::keyed! {
    /// What came back, and what follows from it.
    After {
        title: "After the referral",
        intro: "Come back to this page when you have heard, or when nobody has told you. It is for your own record.",
        sent: "When did the front door have your referral?",
        sent_hint: "Left empty, the day of the call counts.",
        chase_due: "If you have not heard, ask on {}",
        chase_none: "Once it is known when the front door had the referral, the day to ask stands here.",
        chase: "Ask on another day",
        chase_hint: "Left empty, the framework\u{2019}s clock counts.",
        heard: "Have you heard?",
        overdue_title: "No answer is recorded",
        overdue: "The front door should have told you by {}. Ring and ask what was decided and why.",
        overdue_open: "Have you heard?",
        not_heard: "Not heard yet",
        accepted: "Accepted",
        advice_only: "Advice only",
        no_further: "No further involvement",
        declined: "Help was offered, and the family does not want it",
        accepted_as: "Accepted as",
        accepted_unset: "Not said",
        reason: "What reason was given?",
        by: "Who decided, or told you?",
        when: "When did the answer come?",
        leaves_title: "The worry is still there",
        leaves: "When nobody else goes on with it, think of other help, ask the family again what would help, and tell the people who see the child that the worry stands. A family\u{2019}s no ends the help and not the worry.",
        early_help: "Other help: was it thought of, offered, agreed?",
        early_help_hint: "For example: {}.",
        shared: "With whom did you share the worry, and when?",
        disagree_title: "If you do not agree",
        disagree_intro: "Saying so is part of the job. You ask for the reasons, give yours, and go one step further each time, with somebody keeping a plan for the child meanwhile.",
        disagree: "I do not agree",
        agree: "I agree after all",
        since: "You do not agree since {}. The days below count from then.",
        step: "Step {}",
        by_day: "By {}",
        done: "Done: step {}",
        step_when: "When step {} was taken",
        step_with: "With whom step {} was taken",
        step_outcome: "What came of step {}",
        other_steps: "Steps noted earlier",
        finish: "Save this check",
    }
}
