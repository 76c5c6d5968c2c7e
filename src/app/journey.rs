//! The way through a check: which screens there are, which questions are asked, how far there is to go.

use crate::{
    assess::{facts::Facts, family::Family},
    case::{Case, Change, ChildNo},
    framework::{
        Framework,
        model::{DutyIx, Home, IndicatorIx, Part, QuestionIx},
    },
};

use super::training::Room;
pub use crate::assess::walk::{Stretch, stretches};

/// A place in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    Start,
    Frameworks,
    Safety,
    About,
    /// The account and its facts.
    Worry,
    /// The choice of concerns.
    Concerns,
    /// Injuries that were seen or told of: asked for with a concern that is about them.
    Injuries,
    Question(QuestionIx),
    Told,
    Check,
    OwnView,
    Suggestion,
    /// The same answers under another area's framework.
    Areas,
    Decision,
    /// The phone call: one rings first, and writes within the framework's clock.
    Call,
    Referral,
    /// What came back, the day to ask, and the steps of a disagreement.
    After,
    /// Whom to ring at once, and why: reached from the banner.
    PhoneNow,
    /// The search, with or without a check.
    LookUp,
    /// One indicator's own page.
    Sign(IndicatorIx),
    /// The whole framework, to pan and zoom, and as a list.
    Map,
    /// One question's own page: its answers across the levels.
    Ladder(QuestionIx),
    /// One duty's own page.
    Duty(DutyIx),
    /// The training room.
    Training(Room),
}

/// How far a question is into its stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// From 1.
    pub number: usize,
    pub of: usize,
    /// More questions could open, so that `of` is only about right.
    pub about: bool,
}

/// Every screen of a check in order, as its answers stand.
pub fn steps(framework: &Framework, family: &Family) -> Vec<Screen> {
    let mut steps = vec![Screen::Safety, Screen::About, Screen::Worry, Screen::Concerns];
    if family.chosen().iter().any(|&concern| framework[concern].injuries) {
        steps.push(Screen::Injuries);
    }
    for stretch in stretches(framework, family) {
        let asked_apart = match stretch.home {
            Home::Section(at) => framework[at].part == Part::Safety,
            Home::Concern(at) => !family.chosen().contains(&at),
        };
        if !asked_apart {
            steps.extend(stretch.questions.into_iter().map(Screen::Question));
        }
    }
    steps.extend([
        Screen::Told,
        Screen::Check,
        Screen::OwnView,
        Screen::Suggestion,
        Screen::Decision,
        Screen::Call,
        Screen::Referral,
        Screen::After,
    ]);
    steps
}

/// Whether a check has a question on its way: it is asked, or was answered.
pub fn is_asked(framework: &Framework, family: &Family, question: QuestionIx) -> bool {
    stretches(framework, family).iter().any(|stretch| stretch.questions.contains(&question))
}

/// How far a question is into its stretch; `None` where it is not asked now.
pub fn progress(framework: &Framework, family: &Family, question: QuestionIx) -> Option<Progress> {
    let stretches = stretches(framework, family);
    let stretch = stretches.iter().find(|stretch| stretch.home == framework[question].home)?;
    let at = stretch.questions.iter().position(|&q| q == question)?;
    Some(Progress { number: at + 1, of: stretch.questions.len(), about: stretch.could_grow })
}

/// The screen that a question is answered on.
pub fn screen_of(framework: &Framework, question: QuestionIx) -> Screen {
    match framework[question].part {
        Some(Part::Safety) => Screen::Safety,
        _ => Screen::Question(question),
    }
}

/// The screen that a change is made on, so that taking it back can be seen.
pub fn screen_of_change(framework: &Framework, change: &Change) -> Option<Screen> {
    match change {
        Change::About(_) | Change::Children(_) | Change::Family(..) => Some(Screen::About),
        Change::Account(_) => Some(Screen::Worry),
        Change::Concerns(_) => Some(Screen::Concerns),
        Change::Answer(id, _) | Change::Answers(id, _) => {
            framework.question(id).map(|q| screen_of(framework, q))
        }
        Change::Whereabouts(_) | Change::OtherChildren(_) => Some(Screen::Safety),
        Change::Told(_) => Some(Screen::Told),
        Change::OwnView(_) => Some(Screen::OwnView),
        Change::Decision(_) => Some(Screen::Decision),
        Change::Referral(_) => Some(Screen::Referral),
        Change::Call(_) => Some(Screen::PhoneNow),
        Change::Injuries(_) => Some(Screen::Injuries),
        Change::After(_) => Some(Screen::After),
        Change::Revealed(_) | Change::Held(_) | Change::AsOf(..) => None,
    }
}

/// Answers that a change has cut off: their question was asked of a child they stand for, and is asked of
/// none of them any more, by its gate or by the child's age. Each with the child it is about, or none where
/// it is for all.
pub fn cut_off(
    framework: &Framework,
    case: &Case,
    before: &Family,
    after: &Family,
) -> Vec<(QuestionIx, Option<ChildNo>)> {
    let asked = |facts: Option<&Facts>, q| facts.is_some_and(|facts| facts.asks(framework, q));
    let cut = |child: Option<ChildNo>, q: QuestionIx| {
        let whom = || {
            let stands_for = |no: &ChildNo| match child {
                Some(child) => child == *no,
                None => case.own_answer(&framework[q].id, *no).is_none(),
            };
            after.members().map(|(no, _)| no).filter(stands_for)
        };
        whom().any(|no| asked(before.of(no), q)) && !whom().any(|no| asked(after.of(no), q))
    };
    case.answers
        .iter()
        .filter(|answered| !answered.to_review)
        .filter_map(|answered| Some((framework.question(&answered.question)?, answered.child)))
        .filter(|&(q, child)| cut(child, q))
        .collect()
}
