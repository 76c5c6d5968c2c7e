//! The open check: its case, the framework it is read by, what the two come to, and where one is in it.

mod looking;
mod training;
mod undo;

use std::{path::PathBuf, sync::Arc};

use jiff::civil::DateTime;

pub use self::looking::looks_up;
pub use super::open::{Open, Undone};
use super::{
    journey::{self, Screen},
    training::Room,
};
use crate::{
    case::{Answered, Case, Change, ChildNo, model::FrameworkRef},
    framework::{Framework, Id},
};

/// The framework in use, the open check, and the place in the journey.
#[derive(Clone, Debug)]
pub struct Session {
    framework: Arc<Framework>,
    open: Option<Open>,
    screen: Screen,
    /// Where *Continue* leads after a change that was begun elsewhere.
    return_to: Option<Screen>,
    /// While one looks something up: where one came from, page by page.
    trail: Vec<Screen>,
    /// Grows with every arrival at a screen.
    arrivals: u64,
}

impl Session {
    /// A session at the start screen.
    pub fn new(framework: Arc<Framework>) -> Self {
        Self { framework, open: None, screen: Screen::Start, return_to: None, trail: Vec::new(), arrivals: 0 }
    }

    /// The framework that the next check is begun with.
    pub fn framework_in_use(&self) -> &Arc<Framework> {
        &self.framework
    }

    /// The framework that what is on screen rests on.
    pub fn framework(&self) -> &Framework {
        self.framework_shown()
    }

    /// The same, to be held on to.
    pub fn framework_shown(&self) -> &Arc<Framework> {
        match &self.open {
            Some(open)
                if !matches!(self.screen, Screen::Start | Screen::Frameworks | Screen::Training(_)) =>
            {
                open.framework_shared()
            }
            _ => &self.framework,
        }
    }

    /// The open check.
    pub fn open(&self) -> Option<&Open> {
        self.open.as_ref()
    }

    /// Where one is.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// A number that is another at every arrival.
    pub fn arrivals(&self) -> u64 {
        self.arrivals
    }

    /// Whether something would be lost by leaving.
    pub fn unsaved(&self) -> bool {
        self.open.as_ref().is_some_and(Open::unsaved)
    }

    /// Uses another framework from the next check on.
    pub fn use_framework(&mut self, framework: Arc<Framework>) {
        self.framework = framework;
        // A page of the framework that was in use is not one of this.
        if self.open.is_none() && looks_up(self.screen) {
            self.trail.clear();
            self.screen = Screen::LookUp;
            self.arrivals += 1;
        }
    }

    /// Begins a new check in place of the open one.
    pub fn begin(&mut self, code: String, now: DateTime) {
        let framework = FrameworkRef::of(&self.framework.about);
        let hour = u8::try_from(now.hour()).ok();
        let case = Case::new(code, framework, now.date(), hour);
        self.open = Some(Open::new(Arc::clone(&self.framework), case, None));
        self.go(Screen::Safety, now);
    }

    /// Opens a saved check in place of the open one.
    pub fn resume(&mut self, case: Case, framework: Arc<Framework>, path: Option<PathBuf>, now: DateTime) {
        let revealed = case.revealed.is_some();
        self.open = Some(Open::new(framework, case, path));
        let screen = if revealed { Screen::Suggestion } else { Screen::Check };
        self.go(screen, now);
    }

    /// Goes on with the open check where it was left.
    pub fn carry_on(&mut self, now: DateTime) {
        let screen = self.return_to.take().unwrap_or(Screen::Safety);
        self.go(screen, now);
    }

    /// The open check, taken out while the screen is locked; where one is stays as it was.
    pub(super) fn take_open(&mut self) -> Option<Open> {
        self.open.take()
    }

    /// The open check, put back.
    pub(super) fn put_open(&mut self, open: Open) {
        self.open = Some(open);
    }

    /// Remembers that the program has the open case in its own keeping as it stands.
    pub fn kept(&mut self) {
        if let Some(open) = &mut self.open {
            open.kept();
        }
    }

    /// Remembers that the case was saved, and where.
    pub fn saved(&mut self, path: PathBuf) {
        if let Some(open) = &mut self.open {
            open.saved(path);
        }
    }

    /// Makes a change to the open case.
    pub fn change(&mut self, change: Change, now: DateTime) {
        if let Some(open) = &mut self.open {
            open.change(change, now);
        }
    }

    /// Confirms an answer that was to be reviewed: one child's, or (with `None`) the one for all.
    pub fn confirm(&mut self, question: &Id, child: Option<ChildNo>, now: DateTime) {
        let Some(case) = self.open.as_ref().map(Open::case) else { return };
        let given = match child {
            Some(child) => case.own_answer(question, child),
            None => case.answered(question),
        };
        if let Some(answered) = given.cloned() {
            let confirmed = case.giving(Answered { to_review: false, ..answered });
            self.change(confirmed, now);
        }
    }

    /// Goes to a screen; the suggestion waits for the practitioner's own view unless the phone comes first.
    pub fn go(&mut self, screen: Screen, now: DateTime) {
        let shown = self.open.as_ref().is_some_and(|open| open.case().revealed.is_some() && !open.training());
        if looks_up(screen) || (screen == Screen::Areas && shown) {
            if screen != self.screen {
                self.trail.push(self.screen);
                self.screen = screen;
            }
            self.arrivals += 1;
            return;
        }
        // Looking something up was no step of the way.
        let from = self.came_from();
        self.trail.clear();
        match (beside_the_way(from), beside_the_way(screen)) {
            (false, true) => self.return_to = Some(from),
            (true, true) => {}
            (_, false) => self.return_to = None,
        }
        let screen = match (&self.open, screen) {
            (_, Screen::Start | Screen::Frameworks | Screen::Training(_)) => screen,
            (None, _) => Screen::Start,
            (Some(open), screen) if after_the_reveal(screen) && !may_be_shown(open) => Screen::OwnView,
            // The suggestion of a training case is for the room to show.
            (Some(open), screen) if after_the_reveal(screen) && open.training() => {
                Screen::Training(Room::Part)
            }
            // Other areas are for when one's own has spoken.
            (Some(_), Screen::Areas) => Screen::Suggestion,
            (Some(_), _) => screen,
        };
        self.screen = screen;
        self.arrivals += 1;
        if screen == Screen::Suggestion
            && let Some(open) = &mut self.open
            && open.case().revealed.is_none()
        {
            open.reveal(now);
        }
    }

    /// Goes to a screen to change something there; *Continue* then leads back here.
    pub fn visit(&mut self, screen: Screen, now: DateTime) {
        let back = self.came_from();
        self.go(screen, now);
        // From the page itself, or from one beside the way, there is nothing to come back to.
        self.return_to = (back != screen && !beside_the_way(back)).then_some(back);
    }

    /// Whether the screen has what it needs before one goes on from it.
    ///
    /// The own view is needed before the suggestion, unless the phone comes first; a decision below the
    /// suggestion needs its reason and somebody who was consulted.
    pub fn may_go_on(&self) -> bool {
        let Some(open) = &self.open else { return true };
        match self.screen {
            Screen::OwnView => may_be_shown(open),
            Screen::Decision => decision_complete(open),
            _ => true,
        }
    }

    /// Goes on: to a question that the last answer opened, back to where a change was begun, or to the next step.
    pub fn next(&mut self, now: DateTime) {
        if let Some(&from) = self.trail.first() {
            self.trail.truncate(1);
            self.leave_page(from);
            return;
        }
        let Some(open) = &self.open else { return };
        let steps = journey::steps(open.framework(), open.family());
        let at = steps.iter().position(|&step| step == self.screen);
        let after = at.and_then(|at| steps.get(at + 1)).copied();
        let back = self.return_to.take();
        let just_opened = |step: &Screen| match (self.screen, *step) {
            (Screen::Question(here), Screen::Question(next)) => {
                let opened_here = |g: &crate::framework::model::Gate| g.question == here;
                open.framework()[next].opened_by.iter().any(opened_here) && !open.any_answer(next)
            }
            _ => false,
        };
        if back.is_some()
            && let Some(next) = after.filter(just_opened)
        {
            self.go(next, now);
            self.return_to = back;
            return;
        }
        let next = back.or(after).unwrap_or(Screen::Check);
        self.go(next, now);
    }

    /// Goes back by one step.
    pub fn back(&mut self, now: DateTime) {
        if let Some(&before) = self.trail.last() {
            self.leave_page(before);
            return;
        }
        let Some(open) = &self.open else {
            self.go(Screen::Start, now);
            return;
        };
        let steps = journey::steps(open.framework(), open.family());
        let at = steps.iter().position(|&step| step == self.screen);
        let target = match (self.return_to.take(), at) {
            (Some(back), _) => back,
            (None, Some(at)) if at > 0 => steps[at - 1],
            (None, Some(_)) => Screen::Start,
            (None, None) => Screen::Check,
        };
        self.go(target, now);
    }
}

/// Screens that one looks in at and comes back from.
fn beside_the_way(screen: Screen) -> bool {
    matches!(screen, Screen::Start | Screen::Frameworks | Screen::PhoneNow | Screen::Training(_))
}

/// Screens that show or rest on the suggestion.
fn after_the_reveal(screen: Screen) -> bool {
    matches!(
        screen,
        Screen::Suggestion
            | Screen::Areas
            | Screen::Decision
            | Screen::Call
            | Screen::Referral
            | Screen::After
    )
}

fn decision_complete(open: &Open) -> bool {
    let Some(decision) = &open.case().decision else { return false };
    let decided = open.framework().pathway(&decision.pathway);
    let lower = decided.is_some_and(|decided| Some(decided) < open.assessment().span.lowest);
    let said = |text: &str| !text.trim().is_empty();
    !lower || (said(&decision.reason) && said(&decision.consulted))
}

/// The suggestion is shown after the practitioner's own view, or where the phone comes before both.
fn may_be_shown(open: &Open) -> bool {
    let case = open.case();
    let phones = open.assessment().phone_now.is_some() && !open.training();
    case.own_view.is_some() || case.revealed.is_some() || phones
}
