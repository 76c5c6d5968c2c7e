//! One child's answers, carried over answer by answer.

use std::collections::BTreeMap;

use super::ties::{Joint, Link, Ties, Way};
use crate::{
    assess::facts::{Facts, answer_at},
    case::{Answer, Answered, Case, ChildNo},
    framework::{
        Framework,
        model::{Kind, Polarity, QuestionIx},
    },
};

/// A question and one of its steps.
pub type Place = (QuestionIx, usize);

/// Why an answer does not map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing there asks for it.
    NoQuestion,
    /// It is asked for there, and none of the answers corresponds.
    NoAnswer,
    /// It touches answers there and says none of them.
    Part,
    /// It says something there only together with an answer that is not known or not given.
    NotAlone,
    /// There it is a number, and nobody makes one up.
    Number,
    /// There it is not asked for a child of this age.
    Age,
    /// On purpose: the note says why.
    OnPurpose,
}

/// An answer that does not map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    pub here: Place,
    pub why: Why,
    /// What it touches there.
    pub there: Vec<Place>,
    pub note: String,
    pub children: Vec<ChildNo>,
}

/// An answer that was carried over and does not say all that the other area asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partly {
    pub here: Place,
    /// The least that it comes to there.
    pub there: Place,
    /// The most that it could be there.
    pub most: usize,
    pub note: String,
    pub children: Vec<ChildNo>,
}

/// An answer that is one of several there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub here: Place,
    pub options: Vec<Place>,
    /// The option of the reading that is shown; past the last where none is.
    pub taken: usize,
    pub note: String,
    pub children: Vec<ChildNo>,
}

/// Something that can be told of several children.
pub(super) trait OfChildren: PartialEq + Sized {
    fn children(&mut self) -> &mut Vec<ChildNo>;
}

macro_rules! of_children {
    ($($name:ident),+) => {$(
        impl OfChildren for $name {
            fn children(&mut self) -> &mut Vec<ChildNo> {
                &mut self.children
            }
        }
    )+};
}

of_children!(Dropped, Partly, Choice);

/// Adds what was found for a child; what is the same for several stands there once.
pub(super) fn join<T: OfChildren>(all: &mut Vec<T>, found: Vec<T>, no: ChildNo) {
    for mut item in found {
        item.children().clear();
        let mut told = false;
        for other in all.iter_mut() {
            let mut children = std::mem::take(other.children());
            if !told && *other == item {
                children.push(no);
                told = true;
            }
            *other.children() = children;
        }
        if !told {
            item.children().push(no);
            all.push(item);
        }
    }
}

/// What one child's answers became.
#[derive(Debug, Default)]
pub(super) struct Carried {
    given: BTreeMap<QuestionIx, Given>,
    pub partly: Vec<Partly>,
    pub choices: Vec<Choice>,
    pub dropped: Vec<Dropped>,
}

/// Where a question there stands.
#[derive(Debug)]
struct Given {
    least: usize,
    most: usize,
    /// The number itself, where that is what is asked.
    number: Option<i64>,
    sources: Vec<Source>,
}

/// An answer that a question there has its step from.
#[derive(Debug)]
struct Source {
    here: Place,
    /// Nothing corresponds to the answer itself: it is read as one below it.
    lower: bool,
    note: String,
}

impl Carried {
    /// The answers in one reading, at the least or at the most that they can be.
    pub fn answers(&self, to: &Framework, options: &[usize], at_most: bool) -> Vec<Answered> {
        let mut steps: BTreeMap<QuestionIx, (usize, Option<i64>)> = BTreeMap::new();
        for (&question, given) in &self.given {
            steps.insert(question, (if at_most { given.most } else { given.least }, given.number));
        }
        for (choice, &taken) in self.choices.iter().zip(options) {
            let Some(&(question, step)) = choice.options.get(taken) else { continue };
            let slot = steps.entry(question).or_insert((step, None));
            slot.0 = slot.0.max(step);
        }
        let answer = |(question, (step, number)): (QuestionIx, (usize, Option<i64>))| {
            let answer = number.map(Answer::Number).or_else(|| answer_at(&to[question], step))?;
            Some(Answered::new(to[question].id.clone(), answer))
        };
        steps.into_iter().filter_map(answer).collect()
    }

    /// Questions there that stand above their first step, each with a question here that says so.
    pub fn worries(&self) -> Vec<(QuestionIx, QuestionIx)> {
        let given = self.given.iter().filter(|(_, given)| given.least > 0);
        let given = given.flat_map(|(&q, given)| given.sources.iter().map(move |source| (q, source.here.0)));
        let chosen = self.choices.iter().flat_map(|choice| {
            let above = choice.options.iter().filter(|(_, step)| *step > 0);
            above.map(move |(question, _)| (*question, choice.here.0))
        });
        given.chain(chosen).collect()
    }
}

/// Carries one child's answers over.
pub(super) struct Carrier<'a> {
    pub from: &'a Framework,
    pub to: &'a Framework,
    pub ties: &'a Ties,
    pub case: &'a Case,
    pub child: ChildNo,
    pub facts: &'a Facts,
}

impl Carrier<'_> {
    pub fn carry(&self) -> Carried {
        let mut carried = Carried::default();
        for (at, _) in self.from.questions() {
            if let Some(step) = self.facts.known[at.0] {
                self.one(&mut carried, (at, step));
            }
        }
        for joint in self.ties.joints.iter().filter(|joint| self.holds(joint)) {
            let most = if joint.gives.1 == 0 { 0 } else { self.to[joint.gives.0].worst() };
            for &need in &joint.needs {
                let source = Source { here: need, lower: false, note: joint.note.clone() };
                Self::put(&mut carried, source, joint.gives, most);
            }
        }
        self.hold_open(&mut carried);
        for (&question, given) in &carried.given {
            for source in &given.sources {
                if given.most > given.least || source.lower || !source.note.is_empty() {
                    carried.partly.push(Partly {
                        here: source.here,
                        there: (question, given.least),
                        most: given.most,
                        note: source.note.clone(),
                        children: Vec::new(),
                    });
                }
            }
        }
        carried.dropped.sort_by_key(|dropped| dropped.here);
        carried.partly.sort_by_key(|partly| partly.here);
        carried
    }

    /// One answer on all its ways.
    fn one(&self, carried: &mut Carried, place: Place) {
        if let Some(&there) = self.ties.numbers.get(&place.0)
            && let Some((number, step)) = self.number(place, there)
        {
            let given = Given { least: step, most: step, number: Some(number), sources: Vec::new() };
            carried.given.insert(there, given);
            return;
        }
        let joined = self.ties.joints.iter().filter(|joint| joint.needs.contains(&place));
        let joined: Vec<&Joint> = joined.collect();
        if joined.iter().any(|joint| self.holds(joint)) {
            return;
        }
        let (reached, lower) = self.reached(place);
        let Some(links) = reached else {
            let (why, note) = match joined.first() {
                Some(joint) => (Why::NotAlone, joint.note.clone()),
                None if self.ties.touches(&self.from[place.0], place.0) => (Why::NoAnswer, String::new()),
                None => (Why::NoQuestion, String::new()),
            };
            let there = joined.iter().map(|joint| joint.gives).collect();
            drop(carried, place, why, there, &note);
            return;
        };
        for link in links {
            self.go(carried, place, link, lower);
        }
    }

    /// The ways of an answer, or, as a rung means *this or worse*, of the nearest one below that has any.
    fn reached(&self, (question, step): Place) -> (Option<&[Link]>, bool) {
        let own = self.ties.of((question, step));
        if !own.is_empty() {
            return (Some(own), false);
        }
        let below =
            (1..step).rev().map(|step| self.ties.of((question, step))).find(|links| !links.is_empty());
        let says = |links: &&[Link]| links.iter().all(|l| matches!(l.way, Way::To | Way::Choice));
        (below.filter(says), true)
    }

    fn go(&self, carried: &mut Carried, place: Place, link: &Link, lower: bool) {
        let number = |there: &Place| matches!(self.to[there.0].kind, Kind::Number { .. });
        let young = |there: &Place| self.facts.fits_age(self.from, place.0) && !self.fits_there(there.0);
        match link.way {
            Way::Nothing => drop(carried, place, Why::OnPurpose, Vec::new(), &link.note),
            Way::Part => drop(carried, place, Why::Part, link.there.clone(), &link.note),
            Way::To | Way::Choice if link.there.iter().any(number) => {
                drop(carried, place, Why::Number, link.there.clone(), &link.note);
            }
            Way::To => {
                for &there in &link.there {
                    if young(&there) {
                        drop(carried, place, Why::Age, vec![there], &link.note);
                    } else if there.1 == 0 && lower {
                        drop(carried, place, Why::NoAnswer, Vec::new(), "");
                    } else {
                        let source = Source { here: place, lower, note: link.note.clone() };
                        Self::put(carried, source, there, self.bound(place, there));
                    }
                }
            }
            Way::Choice => {
                let options: Vec<Place> = link.there.iter().copied().filter(|there| !young(there)).collect();
                if options.is_empty() {
                    drop(carried, place, Why::Age, link.there.clone(), &link.note);
                } else {
                    carried.choices.push(Choice {
                        here: place,
                        options,
                        taken: 0,
                        note: link.note.clone(),
                        children: Vec::new(),
                    });
                }
            }
        }
    }

    fn fits_there(&self, there: QuestionIx) -> bool {
        let ages = &self.to[there].ages;
        let age = self.facts.context.age.map(|age| &self.from[age].id);
        ages.is_empty() || age.and_then(|id| self.to.age(id)).is_none_or(|age| ages.contains(&age))
    }

    /// The most that an answer can be there: up to the next rung that an answer above it leads to.
    fn bound(&self, place: Place, there: Place) -> usize {
        if self.to[there.0].polarity == Polarity::Strength {
            return there.1;
        }
        match self.ties.next_above(self.from, place, there) {
            Some(next) => next - 1,
            None => self.to[there.0].worst(),
        }
    }

    fn put(carried: &mut Carried, source: Source, (question, step): Place, most: usize) {
        let given = carried.given.entry(question).or_insert(Given {
            least: step,
            most,
            number: None,
            sources: Vec::new(),
        });
        given.least = given.least.max(step);
        given.most = given.most.max(most).max(given.least);
        given.sources.push(source);
    }

    /// Where several questions here make one there and not all of them have spoken, the rest stays open:
    /// a *no sign of it* from half of them is none.
    fn hold_open(&self, carried: &mut Carried) {
        let mut taken_back = Vec::new();
        for (&question, given) in &mut carried.given {
            let spoken = |q: QuestionIx| {
                self.facts.known[q.0] == Some(0) || given.sources.iter().any(|source| source.here.0 == q)
            };
            let silent = |q: QuestionIx| !spoken(q) && (self.facts.known[q.0].is_some() || self.in_scope(q));
            let strength = self.to[question].polarity == Polarity::Strength;
            if given.number.is_some() || strength || !self.ties.feeders(question).any(silent) {
                continue;
            }
            given.most = self.to[question].worst();
            if given.least == 0 {
                taken_back.push(question);
            }
        }
        for question in taken_back {
            let Some(given) = carried.given.remove(&question) else { continue };
            for source in given.sources {
                drop(carried, source.here, Why::NotAlone, vec![(question, given.least)], &source.note);
            }
        }
    }

    fn in_scope(&self, question: QuestionIx) -> bool {
        let ages = self.facts.ages(self.from);
        ages.into_iter().any(|age| self.facts.scope(self.from, age)[question.0])
    }

    /// Whether all that a joint needs is known: each at its answer or beyond, and at the first one exactly.
    fn holds(&self, joint: &Joint) -> bool {
        joint.needs.iter().all(|&(question, step)| match self.facts.known[question.0] {
            Some(known) => {
                if step == 0 {
                    known == 0
                } else {
                    known >= step
                }
            }
            None => false,
        })
    }

    /// The number that was answered, and where it puts the question there.
    fn number(&self, place: Place, there: QuestionIx) -> Option<(i64, usize)> {
        let here = |a: &&Answered| self.from.question(&a.question) == Some(place.0);
        let stands = |child: Option<ChildNo>| {
            let given = self.case.answers.iter().filter(here).filter(move |a| a.child == child);
            given.filter_map(|a| match a.answer {
                Answer::Number(n) => Some(n),
                _ => None,
            })
        };
        let at = |framework: &Framework, question, n| {
            crate::assess::facts::ordinal(framework, question, &Answer::Number(n)).flatten()
        };
        let own = stands(Some(self.child)).chain(stands(None));
        let number = own.into_iter().find(|&n| at(self.from, place.0, n) == Some(place.1))?;
        Some((number, at(self.to, there, number)?))
    }
}

fn drop(carried: &mut Carried, here: Place, why: Why, there: Vec<Place>, note: &str) {
    carried.dropped.push(Dropped { here, why, there, note: note.to_owned(), children: Vec::new() });
}
