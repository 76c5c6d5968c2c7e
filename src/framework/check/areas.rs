//! What is said of other areas: this side of it resolved, the other side noted with its place.

use std::collections::BTreeMap;

use super::super::{
    abroad::{Abroad, What},
    id::Id,
    model::{self, Far, How, QuestionIx},
    raw::{self, Mark, Text},
};
use super::{facts::Facts, gather::Gathered, names::Kind, questions::no_rung, report::Report};

/// Checks the correspondences; each comes back in the framework's terms, unless something in it is at fault.
pub fn check<'a>(report: &mut Report<'a>, all: &Gathered<'a>, facts: &mut Facts<'a>) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for raw in &all.areas {
        report.well_formed(raw.to);
        let own = all.heads.first().is_some_and(|head| head.id == raw.to);
        if own {
            let message = format!("`{}` is this framework itself", raw.to.0);
            report.error(raw.to.0, message, "no other area", "name another framework's id");
        }
        if let Some(first) = seen.insert(raw.to.0, raw.to.0) {
            let first = report.place(first, "the first one");
            let message = format!("two files say what corresponds with `{}`", raw.to.0);
            report.error(raw.to.0, message, "the second one", "make one of the two").also.push(first);
        }
        let mut checker = Checker { report: &mut *report, facts, to: raw.to, abroad: Vec::new() };
        let sound = checker.correspondence(raw);
        let abroad = checker.abroad;
        report.abroad.extend(abroad);
        facts.areas.extend(sound);
    }
}

struct Checker<'r, 'a> {
    report: &'r mut Report<'a>,
    facts: &'r Facts<'a>,
    to: Mark<'r>,
    abroad: Vec<Abroad>,
}

impl Checker<'_, '_> {
    fn correspondence(&mut self, raw: &raw::Correspondence<'_>) -> Option<model::Correspondence> {
        let concerns = self.alike(Kind::Concern, &raw.concerns, What::Concern);
        let ages = self.alike(Kind::Age, &raw.ages, What::Age);
        let roles = self.alike(Kind::Role, &raw.roles, What::Role);
        let (mut ties, mut numbers) = (Vec::new(), Vec::new());
        let mut seen: Vec<((QuestionIx, usize), &str)> = Vec::new();
        let mut faulty = false;
        for tie in &raw.answers {
            if let raw::Tie::Numbers(pair) = tie {
                numbers.extend(self.numbers(pair));
                continue;
            }
            for (word, tie) in self.tie(tie) {
                let Some(tie) = tie else {
                    faulty = true;
                    continue;
                };
                if let Some((_, first)) = seen.iter().find(|(here, _)| *here == tie.here) {
                    let first = self.report.place(first, "the first time");
                    let message = format!("it is said twice what corresponds to `{word}`");
                    let help = "keep one of the two; `Either` and `Both` name several answers at once";
                    self.report.error(word, message, "the second time", help).also.push(first);
                }
                seen.push((tie.here, word));
                ties.push(tie);
            }
        }
        let to = Id::new(self.to.0).ok()?;
        (!faulty).then_some(model::Correspondence { to, concerns, ages, roles, ties, numbers })
    }

    fn alike(&mut self, kind: Kind, raw: &[raw::Alike<'_>], what: impl Fn(Id) -> What) -> Vec<model::Alike> {
        let mut found = Vec::new();
        for alike in raw {
            self.report.refer(kind, alike.here);
            self.some(alike.here.0, alike.there.len(), 1);
            for mark in &alike.there {
                self.report.well_formed(*mark);
                self.note(mark.0, Id::new(mark.0).ok().map(&what));
            }
            let there = alike.there.iter().filter_map(|mark| Id::new(mark.0).ok()).collect();
            found.extend(Id::new(alike.here.0).ok().map(|here| model::Alike { here, there }));
        }
        found
    }

    fn numbers(&mut self, raw: &raw::Questions<'_>) -> Option<(QuestionIx, Id)> {
        let at = self.report.refer(Kind::Question, raw.here).map(QuestionIx)?;
        self.report.well_formed(raw.there);
        let there = Id::new(raw.there.0).ok()?;
        let raw::Question::Number(number) = self.facts.questions.get(at.0)?.asked.raw else {
            let message = format!("`{}` does not ask for a number", raw.here.0);
            self.report.error(raw.here.0, message, "not a number", "tie its answers one by one");
            return None;
        };
        self.note(raw.there.0, Some(What::Number(there.clone(), number.unit.0.clone().into_owned())));
        Some((at, there))
    }

    /// The ties that an entry makes, each with the word that it can be pointed at by.
    fn tie<'t>(&mut self, raw: &raw::Tie<'t>) -> Vec<(&'t str, Option<model::Tie>)> {
        let nobody: &[raw::Sign<'t>] = &[];
        let (how, here, there, note): (How, &[raw::Sign<'t>], &[raw::Sign<'t>], Option<&Text<'t>>) = match raw
        {
            raw::Tie::Same(t) => {
                (How::Same, std::slice::from_ref(&t.here), std::slice::from_ref(&t.there), None)
            }
            raw::Tie::Either(t) => (How::Either, std::slice::from_ref(&t.here), &t.there, Some(&t.note)),
            raw::Tie::Both(t) => (How::Both, std::slice::from_ref(&t.here), &t.there, Some(&t.note)),
            raw::Tie::Includes(t) => (How::Includes, std::slice::from_ref(&t.here), &t.there, Some(&t.note)),
            raw::Tie::Part(t) => (How::Part, std::slice::from_ref(&t.here), &t.there, Some(&t.note)),
            raw::Tie::Nothing(t) => (How::Nothing, &t.here, nobody, Some(&t.note)),
            raw::Tie::Numbers(_) => return Vec::new(),
        };
        let least = match how {
            How::Nothing => 0,
            How::Either | How::Both => 2,
            How::Same | How::Includes | How::Part => 1,
        };
        let far: Vec<Option<Far>> = there.iter().map(|sign| self.far(*sign)).collect();
        let far: Option<Vec<Far>> = far.into_iter().collect();
        let ties = here.iter().map(|sign| {
            let word = word(*sign);
            if let Some(note) = note {
                self.report.prose(note, Mark(word), "note");
            }
            self.some(word, there.len(), least);
            let here = self.here(*sign);
            let note = note.map(|note| note.0.clone().into_owned()).unwrap_or_default();
            (word, here.zip(far.clone()).map(|(here, there)| model::Tie { how, here, there, note }))
        });
        ties.collect()
    }

    /// Tells where fewer answers are named than the word promises.
    fn some(&mut self, word: &str, named: usize, least: usize) {
        if named < least {
            let message = format!("too little is named that corresponds to `{word}`");
            let help = if least == 1 {
                "name at least one, or say `Nothing`"
            } else {
                "`Either` and `Both` are between two answers or more; for one write `Same` or `Includes`"
            };
            self.report.error(word, message, "here", help);
        }
    }

    fn here(&mut self, sign: raw::Sign<'_>) -> Option<(QuestionIx, usize)> {
        match sign {
            raw::Sign::Indicator(mark) => {
                let at = self.report.refer(Kind::Indicator, mark)?;
                let used = self.facts.indicators.get(at)?.uses.first()?;
                Some((used.question, used.step))
            }
            raw::Sign::Answer(question, answer) => {
                let at = self.report.refer(Kind::Question, question).map(QuestionIx)?;
                let steps = &self.facts.questions.get(at.0)?.steps;
                let Some(step) = steps.iter().position(|s| s.id == answer) else {
                    no_rung(self.report, question.0, steps, answer);
                    return None;
                };
                Some((at, step))
            }
        }
    }

    fn far(&mut self, sign: raw::Sign<'_>) -> Option<Far> {
        let far = match sign {
            raw::Sign::Indicator(mark) => {
                self.report.well_formed(mark);
                Far::Indicator(Id::new(mark.0).ok()?)
            }
            raw::Sign::Answer(question, answer) => {
                self.report.well_formed(question);
                self.report.well_formed(answer);
                Far::Answer(Id::new(question.0).ok()?, Id::new(answer.0).ok()?)
            }
        };
        self.note(word(sign), Some(What::Answer(far.clone())));
        Some(far)
    }

    fn note(&mut self, word: &str, what: Option<What>) {
        let place = self.report.place(word, "not there");
        if let Some((to, what)) = Id::new(self.to.0).ok().zip(what) {
            self.abroad.push(Abroad { to, what, place });
        }
    }
}

/// The word that an answer is pointed at by.
fn word(sign: raw::Sign<'_>) -> &str {
    match sign {
        raw::Sign::Indicator(mark) | raw::Sign::Answer(_, mark) => mark.0,
    }
}
