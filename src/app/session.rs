//! The open check: its case, the framework it is read by, what the two come to, and where one is in it.

use std::{path::PathBuf, sync::Arc};

use jiff::civil::DateTime;

use super::journey::{self, Screen};
use crate::{
    assess::{self, Assessment, facts::Facts},
    case::{Answered, Case, Change, Entry, model::FrameworkRef},
    framework::{Framework, Id, model::QuestionIx},
};

/// One check that is open.
#[derive(Clone, Debug)]
pub struct Open {
    framework: Arc<Framework>,
    case: Case,
    facts: Facts,
    assessment: Assessment,
    path: Option<PathBuf>,
    /// The case as it was last saved or begun.
    kept: Case,
}

/// The framework in use, the open check, and the place in the journey.
#[derive(Clone, Debug)]
pub struct Session {
    framework: Arc<Framework>,
    open: Option<Open>,
    screen: Screen,
    /// Where *Continue* leads after a change that was begun elsewhere.
    return_to: Option<Screen>,
    /// Grows with every arrival at a screen.
    arrivals: u64,
}

/// What came of taking a change back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undone {
    Change,
    Nothing,
    /// What was answered before the suggestion was shown stays on record.
    StopsAtReveal,
}

impl Open {
    fn new(framework: Arc<Framework>, case: Case, path: Option<PathBuf>) -> Self {
        let facts = Facts::read(&framework, &case);
        let assessment = assess::assess(&framework, &case, case.as_of);
        Self { kept: case.clone(), framework, case, facts, assessment, path }
    }

    /// The framework this check was begun with.
    pub fn framework(&self) -> &Framework {
        &self.framework
    }

    /// The case as it stands.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// The case in the framework's terms.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// What the case comes to.
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// Where it is saved, if it was.
    pub fn path(&self) -> Option<&PathBuf> {
        self.path.as_ref()
    }

    /// Whether something would be lost by leaving.
    pub fn unsaved(&self) -> bool {
        self.kept != self.case
    }

    /// What was answered to a question.
    pub fn answered(&self, question: QuestionIx) -> Option<&Answered> {
        let resolves = |a: &&Answered| self.framework.question(&a.question) == Some(question);
        self.case.answers.iter().find(resolves)
    }

    /// The questions whose answers wait to be confirmed.
    pub fn to_review(&self) -> Vec<QuestionIx> {
        let waiting = self.case.answers.iter().filter(|a| a.to_review);
        waiting.filter_map(|a| self.framework.question(&a.question)).collect()
    }

    fn make(&mut self, change: Change, now: DateTime) {
        let bears = bears_on_result(&self.case, &change);
        self.case.make(change, now);
        if bears {
            self.read_again();
        }
    }

    fn read_again(&mut self) {
        self.facts = Facts::read(&self.framework, &self.case);
        self.assessment = assess::assess(&self.framework, &self.case, self.case.as_of);
    }

    /// Makes a change and what follows from it: answers to review, and a fall that is held back.
    fn change(&mut self, change: Change, now: DateTime) {
        let before = self.facts.clone();
        let shown = self.assessment.span.lowest;
        self.make(change, now);
        for question in journey::cut_off(&self.framework, &self.case, &before, &self.facts) {
            if let Some(answered) = self.answered(question).cloned() {
                let marked = Answered { to_review: true, ..answered };
                self.make(Change::Answer(marked.question.clone(), Some(marked)), now);
            }
        }
        let reviewing = self.case.answers.iter().any(|a| a.to_review);
        if !reviewing {
            self.make(Change::Held(None), now);
        } else if self.case.held.is_none()
            && let Some(shown) = shown
            && self.assessment.span.answered < shown
        {
            let held = self.framework[shown].id.clone();
            self.make(Change::Held(Some(held)), now);
        }
    }

    /// Takes back the last change with everything that followed from it by itself.
    fn undo(&mut self) -> (Undone, Option<Change>) {
        loop {
            let Some(entry) = self.case.log.last() else {
                return (Undone::Nothing, None);
            };
            if matches!(entry.change, Change::Revealed(Some(_))) {
                return (Undone::StopsAtReveal, None);
            }
            let by_itself = followed_by_itself(entry) || entry.change == entry.was;
            let change = self.case.undo();
            if !by_itself {
                self.read_again();
                return (Undone::Change, change);
            }
        }
    }
}

/// Whether a change was made by the program and not by hand: it goes with the change before it.
fn followed_by_itself(entry: &Entry) -> bool {
    match (&entry.change, &entry.was) {
        (Change::Held(_), _) => true,
        (Change::Answer(_, Some(now)), Change::Answer(_, Some(was))) => {
            now.to_review && !was.to_review && now.answer == was.answer
        }
        _ => false,
    }
}

/// Whether a change can move the result: prose never does, so typing costs nothing.
fn bears_on_result(case: &Case, change: &Change) -> bool {
    match change {
        Change::About(about) => about.age != case.about.age || about.role != case.about.role,
        Change::Answer(question, given) => {
            let bare = |a: &Answered| (a.answer.clone(), a.to_review);
            case.answered(question).map(bare) != given.as_ref().map(bare)
        }
        Change::Concerns(_) | Change::Held(_) | Change::AsOf(..) => true,
        Change::Account(_)
        | Change::Whereabouts(_)
        | Change::OtherChildren(_)
        | Change::Told(_)
        | Change::OwnView(_)
        | Change::Revealed(_)
        | Change::Decision(_)
        | Change::Referral(_)
        | Change::Call(_) => false,
    }
}

impl Session {
    /// A session at the start screen.
    pub fn new(framework: Arc<Framework>) -> Self {
        Self { framework, open: None, screen: Screen::Start, return_to: None, arrivals: 0 }
    }

    /// The framework that the next check is begun with.
    pub fn framework_in_use(&self) -> &Arc<Framework> {
        &self.framework
    }

    /// The framework that what is on screen rests on.
    pub fn framework(&self) -> &Framework {
        match &self.open {
            Some(open) if !matches!(self.screen, Screen::Start | Screen::Frameworks) => open.framework(),
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
    }

    /// Begins a new check in place of the open one.
    pub fn begin(&mut self, code: String, now: DateTime) {
        let about = &self.framework.about;
        let framework = FrameworkRef {
            id: about.id.clone(),
            edition: about.edition.clone(),
            fingerprint: Some(about.fingerprint.clone()),
        };
        let hour = u8::try_from(now.hour()).ok();
        let case = Case::new(code, framework, now.date(), hour);
        self.open = Some(Open::new(Arc::clone(&self.framework), case, None));
        self.go(Screen::Safety, now);
    }

    /// Opens a saved check in place of the open one.
    pub fn resume(&mut self, case: Case, framework: Arc<Framework>, path: PathBuf, now: DateTime) {
        let revealed = case.revealed.is_some();
        self.open = Some(Open::new(framework, case, Some(path)));
        let screen = if revealed { Screen::Suggestion } else { Screen::Check };
        self.go(screen, now);
    }

    /// Goes on with the open check where it was left.
    pub fn carry_on(&mut self, now: DateTime) {
        let screen = self.return_to.take().unwrap_or(Screen::Safety);
        self.go(screen, now);
    }

    /// Remembers that the case was saved, and where.
    pub fn saved(&mut self, path: PathBuf) {
        if let Some(open) = &mut self.open {
            open.kept = open.case.clone();
            open.path = Some(path);
        }
    }

    /// Makes a change to the open case.
    pub fn change(&mut self, change: Change, now: DateTime) {
        if let Some(open) = &mut self.open {
            open.change(change, now);
        }
    }

    /// Confirms an answer that was to be reviewed.
    pub fn confirm(&mut self, question: &Id, now: DateTime) {
        let given = self.open.as_ref().and_then(|o| o.case.answered(question));
        if let Some(answered) = given.cloned() {
            let confirmed = Answered { to_review: false, ..answered };
            self.change(Change::Answer(question.clone(), Some(confirmed)), now);
        }
    }

    /// Takes the last change back, and goes to where it can be seen.
    pub fn undo(&mut self, now: DateTime) -> Undone {
        let Some(open) = &mut self.open else {
            return Undone::Nothing;
        };
        let (undone, change) = open.undo();
        let screen = change.and_then(|c| journey::screen_of_change(&open.framework, &c));
        if let Some(screen) = screen.filter(|&s| s != self.screen) {
            self.go(screen, now);
        }
        undone
    }

    /// Goes to a screen; the suggestion waits for the practitioner's own view unless the phone comes first.
    pub fn go(&mut self, screen: Screen, now: DateTime) {
        match (beside_the_way(self.screen), beside_the_way(screen)) {
            (false, true) => self.return_to = Some(self.screen),
            (true, true) => {}
            (_, false) => self.return_to = None,
        }
        let screen = match (&self.open, screen) {
            (_, Screen::Start | Screen::Frameworks) => screen,
            (None, _) => Screen::Start,
            (Some(open), Screen::Suggestion | Screen::Decision | Screen::Referral) if !may_be_shown(open) => {
                Screen::OwnView
            }
            (Some(_), _) => screen,
        };
        self.screen = screen;
        self.arrivals += 1;
        if screen == Screen::Suggestion
            && let Some(open) = &mut self.open
            && open.case.revealed.is_none()
        {
            open.make(Change::Revealed(Some(now)), now);
        }
    }

    /// Goes to a screen to change something there; *Continue* then leads back here.
    pub fn visit(&mut self, screen: Screen, now: DateTime) {
        let back = self.screen;
        self.go(screen, now);
        self.return_to = Some(back);
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
        let Some(open) = &self.open else { return };
        let steps = journey::steps(&open.framework, &open.facts);
        let at = steps.iter().position(|&step| step == self.screen);
        let after = at.and_then(|at| steps.get(at + 1)).copied();
        let back = self.return_to.take();
        let just_opened = |step: &Screen| match (self.screen, *step) {
            (Screen::Question(here), Screen::Question(next)) => {
                let opened_here = |g: &crate::framework::model::Gate| g.question == here;
                open.framework[next].opened_by.iter().any(opened_here) && open.answered(next).is_none()
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
        let Some(open) = &self.open else {
            self.go(Screen::Start, now);
            return;
        };
        let steps = journey::steps(&open.framework, &open.facts);
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
    matches!(screen, Screen::Start | Screen::Frameworks | Screen::PhoneNow)
}

fn decision_complete(open: &Open) -> bool {
    let Some(decision) = &open.case.decision else { return false };
    let decided = open.framework.pathway(&decision.pathway);
    let lower = decided.is_some_and(|decided| Some(decided) < open.assessment.span.lowest);
    let said = |text: &str| !text.trim().is_empty();
    !lower || (said(&decision.reason) && said(&decision.consulted))
}

/// The suggestion is shown after the practitioner's own view, or where the phone comes before both.
fn may_be_shown(open: &Open) -> bool {
    let case = &open.case;
    case.own_view.is_some() || case.revealed.is_some() || open.assessment.phone_now.is_some()
}
