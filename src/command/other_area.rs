//! `assess --other`: the same answers as another area's framework reads them.

use std::{fmt::Write as _, path::PathBuf};

use serde_json::{Value, json};

use super::{Failure, Opened, open};
use crate::{
    areas::{self, Place, Reading, Why, phrases, words::Areas},
    case::Case,
    framework::{Framework, builtin, model::PathwayIx},
    keyed::fill,
    referral,
};

const W: Areas = Areas::ENGLISH;

/// Another area's framework and its reading.
pub struct OtherArea {
    framework: Framework,
    reading: Reading,
}

impl OtherArea {
    /// Reads a case by the built-in framework of an id, or by one in a folder.
    pub fn read(name: &str, own: &Framework, case: &Case) -> Result<Self, Failure> {
        let built_in = builtin::ids().contains(&name);
        let folder = PathBuf::from(name);
        let Opened { framework, .. } = open(Some(&folder).filter(|_| !built_in), name)?;
        let reading = areas::read(own, &framework, case, case.as_of);
        Ok(Self { framework, reading })
    }

    /// Ids only, as the rest of the result has it.
    pub fn to_json(&self, own: &Framework) -> Value {
        let (there, reading) = (&self.framework, &self.reading);
        let pathway = |p: PathwayIx| json!({ "level": there.level_of(p).id, "pathway": there[p].id });
        let at = |framework: &Framework, (question, step): Place| json!({ "question": framework[question].id, "answer": framework[question].steps[step].id });
        let dropped = |dropped: &areas::Dropped| {
            json!({
                "question": own[dropped.here.0].id,
                "answer": own[dropped.here.0].steps[dropped.here.1].id,
                "why": word(dropped.why),
                "touches": dropped.there.iter().map(|&place| at(there, place)).collect::<Vec<_>>(),
                "children": dropped.children,
            })
        };
        let partly = |partly: &areas::Partly| {
            json!({
                "here": at(own, partly.here),
                "there": at(there, partly.there),
                "at_most": there[partly.there.0].steps[partly.most].id,
                "children": partly.children,
            })
        };
        let choice = |choice: &areas::Choice| {
            json!({
                "here": at(own, choice.here),
                "one_of": choice.options.iter().map(|&place| at(there, place)).collect::<Vec<_>>(),
                "taken": choice.options.get(choice.taken).map(|&place| at(there, place)),
                "children": choice.children,
            })
        };
        let span = reading.assessment.span;
        json!({
            "framework": {
                "id": there.about.id,
                "edition": there.about.edition,
                "fingerprint": there.about.fingerprint,
            },
            "lowest": span.lowest.map(pathway),
            "highest": pathway(span.highest),
            "consult": span.lowest.is_none(),
            "duties": reading.assessment.duties.iter().map(|d| &there[d.duty].id).collect::<Vec<_>>(),
            "reasons": reading.assessment.reasons.iter().map(|r| &there[r.rule].id).collect::<Vec<_>>(),
            "not_mapped": reading.dropped.iter().map(dropped).collect::<Vec<_>>(),
            "partly_mapped": reading.partly.iter().map(partly).collect::<Vec<_>>(),
            "choices": reading.choices.iter().map(choice).collect::<Vec<_>>(),
            "concerns_not_mapped": reading.concerns,
            "contexts_not_mapped": reading.contexts,
            "not_asked_here": reading.open.iter().map(|&q| &there[q].id).collect::<Vec<_>>(),
        })
    }

    /// Text below the summary.
    pub fn to_text(&self, own: &Framework, case: &Case) -> String {
        let (there, reading) = (&self.framework, &self.reading);
        let (result, open) = referral::phrases::span(there, &reading.assessment);
        let mut text = String::new();
        let mut list = |title: &str, lines: Vec<String>| {
            if !lines.is_empty() {
                // Writing to a string cannot fail.
                writeln!(text, "\n{title}\n").ok();
                for line in lines {
                    writeln!(text, "- {line}").ok();
                }
            }
        };
        let about = &there.about;
        list(&fill(W.text_title, &[&about.title, &about.edition]), vec![phrases::whose(there), result, open]);
        let words = phrases::Words { own, there, case };
        list(W.duties, reading.assessment.duties.iter().map(|d| there[d.duty].title.clone()).collect());
        list(W.choices, reading.choices.iter().map(|c| words.choice(c)).collect());
        list(W.partly, reading.partly.iter().map(|p| words.partly(p)).collect());
        list(W.not_mapped, words.not_mapped(reading));
        let asked = reading.open.iter().map(|&q| there[q].text.clone());
        list(W.asked_there, asked.collect());
        text
    }
}

fn word(why: Why) -> &'static str {
    match why {
        Why::NoQuestion => "no-question",
        Why::NoAnswer => "no-answer",
        Why::Part => "part",
        Why::NotAlone => "not-alone",
        Why::Number => "number",
        Why::Age => "age",
        Why::OnPurpose => "on-purpose",
    }
}
