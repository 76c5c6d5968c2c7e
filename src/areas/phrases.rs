//! What maps and what does not, in sentences that window and command share.

use super::{Choice, Dropped, Partly, Place, Reading, Why, words::W};
use crate::{
    case::{Case, ChildNo},
    framework::{Framework, Id},
    keyed::fill,
};

/// The two frameworks and the case that the sentences are about.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    pub own: &'a Framework,
    pub there: &'a Framework,
    pub case: &'a Case,
}

/// Whose reading it is, and who decides.
pub fn whose(there: &Framework) -> String {
    fill(W.whose, &[&there.about.area])
}

impl Words<'_> {
    /// An answer that is one of several there.
    pub fn choice(&self, choice: &Choice) -> String {
        let options: Vec<String> = choice.options.iter().map(|&place| answer(self.there, place)).collect();
        let here = self.here(choice.here, &choice.children);
        let shown = choice.options.get(choice.taken).is_some();
        let whichever = if shown { W.whichever } else { W.left_open };
        let one_of = fill(W.one_of, &[&options.join(W.joined_by_or)]);
        sentences(&[&here, &one_of, whichever, &choice.note])
    }

    /// An answer that was carried over in part.
    pub fn partly(&self, partly: &Partly) -> String {
        let here = self.here(partly.here, &partly.children);
        let (question, least) = partly.there;
        let there = answer(self.there, partly.there);
        let there = if partly.most > least {
            let most = self.there[question].steps[partly.most].means.trim_end_matches('.');
            fill(W.there_to, &[&there, most])
        } else {
            fill(W.there, &[&there])
        };
        sentences(&[&here, &there, &partly.note])
    }

    /// All that does not map: ages and roles, concerns, answers.
    pub fn not_mapped(&self, reading: &Reading) -> Vec<String> {
        let concern = |id: &Id| {
            let title = self.own.concern(id).map_or(id.as_str(), |at| self.own[at].title.as_str());
            fill(W.no_concern, &[title])
        };
        let context = |id: &Id| {
            let age = self.own.age(id).map(|at| &self.own[at].title);
            let role = self.own.role(id).map(|at| &self.own[at].title);
            fill(W.no_context, &[age.or(role).map_or(id.as_str(), String::as_str)])
        };
        let concerns = reading.concerns.iter().map(concern);
        let contexts = reading.contexts.iter().map(context);
        let dropped = reading.dropped.iter().map(|dropped| self.dropped(dropped));
        contexts.chain(concerns).chain(dropped).collect()
    }

    fn dropped(&self, dropped: &Dropped) -> String {
        let here = self.here(dropped.here, &dropped.children);
        let near: Vec<String> = dropped.there.iter().map(|&place| answer(self.there, place)).collect();
        let near = near.join("; ");
        let why = match dropped.why {
            Why::NoQuestion => W.no_question.to_owned(),
            Why::NoAnswer => W.no_answer.to_owned(),
            Why::Part => fill(W.touches, &[&near]),
            Why::NotAlone => fill(W.not_alone, &[&near]),
            Why::Number => W.number.to_owned(),
            Why::Age => W.not_at_this_age.to_owned(),
            Why::OnPurpose => String::new(),
        };
        sentences(&[&here, &why, &dropped.note])
    }

    /// The question and answer here, and the children where there are several.
    fn here(&self, place: Place, children: &[ChildNo]) -> String {
        let line = answer(self.own, place);
        let all = self.case.members().all(|member| children.contains(&member.no));
        if all {
            return format!("{line}.");
        }
        let called = |no: &ChildNo| {
            let called = self.case.members().find(|m| m.no == *no).map_or("", |m| m.called);
            if called.is_empty() { fill(W.nth_child, &[&no.0.to_string()]) } else { called.to_owned() }
        };
        let whom: Vec<String> = children.iter().map(called).collect();
        format!("{line} ({}).", whom.join(", "))
    }
}

/// `Is the child clean? Sometimes dirty`.
fn answer(framework: &Framework, (question, step): Place) -> String {
    let question = &framework[question];
    let means = question.steps[step].means.trim_end_matches('.');
    format!("{} {means}", question.text)
}

/// Sentences one after another, without those that are empty.
fn sentences(all: &[&str]) -> String {
    let some: Vec<&str> = all.iter().copied().filter(|sentence| !sentence.is_empty()).collect();
    some.join(" ")
}
