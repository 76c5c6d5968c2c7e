//! The order in which a check asks: its stretches, and the questions of each.

use super::family::Family;
use crate::framework::{
    Framework,
    model::{ConcernIx, Gate, Home, Part, QuestionIx, SectionIx},
};

/// A stretch of the journey with its questions: a shared section or a concern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub home: Home,
    /// Asked, in order; answered ones whose gate has closed stand at the end.
    pub questions: Vec<QuestionIx>,
    /// Further questions could open in it.
    pub could_grow: bool,
}

/// The stretches of a check in order: safety, the chosen concerns, then the other shared sections.
pub fn stretches(framework: &Framework, family: &Family) -> Vec<Stretch> {
    let sections = |part: Part| {
        let all = framework.sections.iter().enumerate();
        all.filter(move |(_, section)| section.part == part).map(|(at, _)| Home::Section(SectionIx(at)))
    };
    let chosen = family.chosen().iter().copied().map(Home::Concern);
    let after = [Part::Around, Part::Effect, Part::Strengths, Part::History, Part::Help];
    let in_journey: Vec<Home> =
        sections(Part::Safety).chain(chosen).chain(after.into_iter().flat_map(sections)).collect();
    // A concern that was taken back keeps the answers given under it, and they count.
    let left_behind = (0..framework.concerns.len())
        .map(|at| Home::Concern(ConcernIx(at)))
        .filter(|home| !in_journey.contains(home));
    in_journey
        .iter()
        .copied()
        .chain(left_behind)
        .map(|home| stretch(framework, family, home, in_journey.contains(&home)))
        .filter(|stretch| !stretch.questions.is_empty())
        .collect()
}

fn stretch(framework: &Framework, family: &Family, home: Home, asked_here: bool) -> Stretch {
    let listed: &[QuestionIx] = match home {
        Home::Section(at) => &framework[at].questions,
        Home::Concern(at) => &framework[at].questions,
    };
    let is_asked = |q: QuestionIx| asked_here && family.asks(framework, q);
    let mut questions = Vec::new();
    for &question in listed {
        let opened_inside = framework[question].opened_by.iter().any(|gate| listed.contains(&gate.question));
        if !opened_inside {
            place(framework, listed, question, &is_asked, &mut questions);
        }
    }
    for &question in listed {
        let answered = family.any_known(question);
        if !questions.contains(&question) && (is_asked(question) || answered) {
            questions.push(question);
        }
    }
    let could_open = |q: &QuestionIx| !questions.contains(q) && family.fits_age(framework, *q);
    Stretch { home, could_grow: asked_here && listed.iter().any(could_open), questions }
}

/// Places a question, and right after it those that it opens.
fn place(
    framework: &Framework,
    listed: &[QuestionIx],
    question: QuestionIx,
    is_asked: &impl Fn(QuestionIx) -> bool,
    placed: &mut Vec<QuestionIx>,
) {
    if placed.contains(&question) || !is_asked(question) {
        return;
    }
    placed.push(question);
    for &next in listed {
        let opened = |gate: &Gate| gate.question == question;
        if framework[next].opened_by.iter().any(opened) {
            place(framework, listed, next, is_asked, placed);
        }
    }
}
