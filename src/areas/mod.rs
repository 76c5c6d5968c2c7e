//! The same answers read by another area's framework, and what of them does not map.
//!
//! What a case says is carried over answer by answer (`carry`), by equal ids and by what the two frameworks
//! say of each other (`ties`). The real case is never touched. Three rules hold:
//!
//! - What is not known stays not known; what has no counterpart becomes not known, and is listed.
//! - Where an answer is one of several there, each of them is tried: what is shown as established holds
//!   whichever it is, and the highest is the highest that any of them allows.
//! - A ladder's rung means *this or worse*. Where the other ladder has finer rungs, the answer stands at the
//!   lowest of them that it can be, and those above it stay open; where it has coarser ones, at the one below.

mod carry;
pub mod phrases;
mod ties;
pub mod words;

use jiff::civil::Date;

pub use self::carry::{Choice, Dropped, Partly, Place, Why};
use self::{carry::Carrier, ties::Ties};
use crate::{
    assess::{self, Assessment, assessment::Span, family::Family},
    case::{
        Answered, Case, ChildNo,
        family::Child,
        model::{About, FrameworkRef},
    },
    framework::{
        Framework, Id,
        model::{Alike, Correspondence, Home, PathwayIx, QuestionIx},
    },
};

/// So many readings of one child's answers are tried, where answers could be one of several.
const MOST_READINGS: usize = 512;

/// A case as another area's framework reads it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The answers in the other framework's terms; of several readings, the one that comes to least.
    pub case: Case,
    /// What they come to there. Its span is that of all readings.
    pub assessment: Assessment,
    /// Answers that were carried over in part.
    pub partly: Vec<Partly>,
    /// Answers that are one of several there.
    pub choices: Vec<Choice>,
    /// Answers that do not map.
    pub dropped: Vec<Dropped>,
    /// Chosen concerns that the other framework has nothing for.
    pub concerns: Vec<Id>,
    /// Ages and roles that the other framework does not have.
    pub contexts: Vec<Id>,
    /// Questions in scope there that these answers leave open, in the order in which they matter.
    pub open: Vec<QuestionIx>,
}

/// Reads a case, made with one framework, by another.
pub fn read(from: &Framework, to: &Framework, case: &Case, on: Date) -> Reading {
    let ties = Ties::new(from, to);
    let family = Family::read(from, case);
    let mut frame = Frame::new(from, to, case, &family);
    let (mut partly, mut choices, mut dropped) = (Vec::new(), Vec::new(), Vec::new());
    let mut highest = to.first_pathway();
    for (no, facts) in family.members() {
        let carried = Carrier { from, to, ties: &ties, case, child: no, facts }.carry();
        frame.look_further(from, &family, &carried);
        let least = frame.least_of(no, &carried);
        highest = highest.max(least.highest);
        frame.give(no, &carried, &least.options);
        carry::join(&mut partly, carried.partly, no);
        carry::join(&mut dropped, carried.dropped, no);
        let chosen = carried.choices.into_iter().zip(&least.options);
        let taken = chosen.map(|(choice, &taken)| Choice { taken, ..choice }).collect();
        carry::join(&mut choices, taken, no);
    }
    let Frame { case, concerns, contexts, .. } = frame;
    let mut assessment = assess::assess(to, &case, on);
    assessment.span.highest = assessment.span.highest.max(highest);
    let open = assessment.find_out.iter().map(|unknown| unknown.question).collect();
    Reading { case, assessment, partly, choices, dropped, concerns, contexts, open }
}

/// The case in the other framework's terms, as far as it is put together.
struct Frame<'a> {
    to: &'a Framework,
    case: Case,
    one_child: bool,
    concerns: Vec<Id>,
    contexts: Vec<Id>,
}

/// The reading of one child's answers that comes to least.
struct Least {
    /// Which of its options each choice takes in it.
    options: Vec<usize>,
    /// The highest that any reading allows.
    highest: PathwayIx,
}

impl<'a> Frame<'a> {
    fn new(from: &Framework, to: &'a Framework, case: &Case, family: &Family) -> Self {
        let framework = FrameworkRef::of(&to.about);
        let mut other = Case::new(String::new(), framework, case.as_of, case.hour);
        let mut contexts = Vec::new();
        let mut place =
            |id: Option<&Id>, lists: fn(&Correspondence) -> &[Alike], known: &dyn Fn(&Id) -> bool| {
                let id = id?;
                let found = alike(from, to, lists, id, known);
                if found.len() != 1 && !contexts.contains(id) {
                    contexts.push(id.clone());
                }
                found.into_iter().next().filter(|_| !contexts.contains(id))
            };
        let ages: fn(&Correspondence) -> &[Alike] = |c| &c.ages;
        let age = |id: &Id| to.age(id).is_some();
        let About { called, age: first, due, role, .. } = &case.about;
        other.about.called.clone_from(called);
        other.about.age = place(first.as_ref(), ages, &age);
        other.about.due = *due;
        other.about.role = place(role.as_ref(), |c| &c.roles, &|id| to.role(id).is_some());
        for child in &case.children {
            let age = place(child.age.as_ref(), ages, &age);
            other.children.push(Child { age, ..child.clone() });
        }
        let mut concerns = Vec::new();
        for &chosen in family.chosen() {
            let id = &from[chosen].id;
            let found = alike(from, to, |c| &c.concerns, id, &|id| to.concern(id).is_some());
            if found.is_empty() {
                concerns.push(id.clone());
            }
            for id in found {
                if !other.concerns.contains(&id) {
                    other.concerns.push(id);
                }
            }
        }
        Self { to, case: other, one_child: family.one_child(), concerns, contexts }
    }

    /// A worry that is asked about on another page there brings that page with it: what it asks is not
    /// known, and would be asked.
    fn look_further(&mut self, from: &Framework, family: &Family, carried: &carry::Carried) {
        for (question, source) in carried.worries() {
            let on_the_way = match from[source].home {
                Home::Section(_) => true,
                Home::Concern(concern) => family.chosen().contains(&concern),
            };
            if let Home::Concern(concern) = self.to[question].home
                && on_the_way
                && !self.case.concerns.contains(&self.to[concern].id)
            {
                self.case.concerns.push(self.to[concern].id.clone());
            }
        }
    }

    /// Tries every reading of one child's answers.
    fn least_of(&self, no: ChildNo, carried: &carry::Carried) -> Least {
        let mut best: Option<(Span, Vec<usize>)> = None;
        let mut highest = self.to.first_pathway();
        for options in readings(&carried.choices) {
            let span = assess::span(self.to, &self.alone(no, carried.answers(self.to, &options, false)));
            let most = assess::span(self.to, &self.alone(no, carried.answers(self.to, &options, true)));
            highest = highest.max(span.highest).max(most.highest);
            let order = |span: &Span| (span.lowest, span.answered);
            if best.as_ref().is_none_or(|(least, _)| order(&span) < order(least)) {
                best = Some((span, options));
            }
        }
        Least { options: best.map(|(_, options)| options).unwrap_or_default(), highest }
    }

    /// A case about one of the children alone.
    fn alone(&self, no: ChildNo, answers: Vec<Answered>) -> Case {
        let mut case = self.case.clone();
        let age = self.case.members().find(|member| member.no == no).and_then(|member| member.age.cloned());
        case.about.age = age;
        case.children.clear();
        case.answers = answers;
        case
    }

    fn give(&mut self, no: ChildNo, carried: &carry::Carried, options: &[usize]) {
        let child = Some(no).filter(|_| !self.one_child);
        let answers = carried.answers(self.to, options, false).into_iter();
        self.case.answers.extend(answers.map(|answered| Answered { child, ..answered }));
    }
}

/// Every way to take one option of each choice; where there are too many, further choices stay open.
fn readings(choices: &[Choice]) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for choice in choices {
        let several = all.len() * choice.options.len();
        all = if several > MOST_READINGS {
            // Past every option: it is taken as none of them, and so as not known.
            all.into_iter().map(|before| [before, vec![choice.options.len()]].concat()).collect()
        } else {
            let with = |before: &Vec<usize>| {
                let before = before.clone();
                (0..choice.options.len()).map(move |at| [before.clone(), vec![at]].concat())
            };
            all.iter().flat_map(with).collect()
        };
    }
    all
}

/// What an id of one framework is called in the other, as either of the two says, or by the same id.
fn alike(
    from: &Framework,
    to: &Framework,
    lists: fn(&Correspondence) -> &[Alike],
    id: &Id,
    known: &dyn Fn(&Id) -> bool,
) -> Vec<Id> {
    let of = |one: &Framework, other: &Framework| -> Vec<Alike> {
        let meant = one.correspondences.iter().filter(|c| c.to == other.about.id);
        meant.flat_map(|c| lists(c).iter().cloned()).collect()
    };
    let forward: Vec<Id> =
        of(from, to).into_iter().filter(|alike| alike.here == *id).flat_map(|alike| alike.there).collect();
    let backward = of(to, from).into_iter().filter(|alike| alike.there.contains(id)).map(|alike| alike.here);
    let mut found: Vec<Id> = Vec::new();
    // The same id stands before what is only meant by another.
    let same = known(id).then(|| id.clone()).into_iter();
    let several = forward.len() > 1;
    let own: Vec<Id> = same.collect();
    let all: Vec<Id> = if !own.is_empty() && (several || forward.is_empty()) {
        own
    } else {
        forward.into_iter().chain(backward).collect()
    };
    for id in all {
        if known(&id) && !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

#[cfg(test)]
mod tests;
