//! One check that is open: its case, the framework it is read by, and what the two come to.

mod pack;

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use jiff::civil::DateTime;

pub use self::pack::Shell;
use super::journey;
use crate::{
    assess::{self, Assessment, assessment::ChildResult, family::Family},
    case::{Answered, Case, Change, ChildNo, Entry, family::Child},
    framework::{
        Framework, Id,
        model::{PathwayIx, QuestionIx},
    },
};

/// So many were opened by this program.
static OPENED: AtomicU64 = AtomicU64::new(1);

/// One check that is open.
#[derive(Clone, Debug)]
pub struct Open {
    framework: Arc<Framework>,
    case: Case,
    family: Family,
    assessment: Assessment,
    path: Option<PathBuf>,
    /// The case as it was last saved or begun.
    kept: Case,
    /// It is a training case: nothing of it is saved as a check, and the telephone stays quiet.
    training: bool,
    /// Tells this opening from every other.
    number: u64,
    /// Grows with every change.
    changes: u64,
    /// What was taken back and can be made again: each change with what followed from it, newest first.
    undone: Vec<Vec<Entry>>,
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
    pub(super) fn new(framework: Arc<Framework>, case: Case, path: Option<PathBuf>) -> Self {
        let family = Family::read(&framework, &case);
        let assessment = assess::assess(&framework, &case, case.as_of);
        Self {
            kept: case.clone(),
            framework,
            case,
            family,
            assessment,
            path,
            training: false,
            number: OPENED.fetch_add(1, Ordering::Relaxed),
            changes: 0,
            undone: Vec::new(),
        }
    }

    /// The same as a training case.
    pub(super) fn for_training(self) -> Self {
        Self { training: true, ..self }
    }

    /// Whether it is a training case, about no real child.
    pub fn training(&self) -> bool {
        self.training
    }

    /// The framework this check was begun with.
    pub fn framework(&self) -> &Framework {
        &self.framework
    }

    /// The same, to be held on to.
    pub(super) fn framework_shared(&self) -> &Arc<Framework> {
        &self.framework
    }

    /// The case as it stands.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// The case's children in the framework's terms.
    pub fn family(&self) -> &Family {
        &self.family
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
        self.kept != self.case && !self.training
    }

    /// A number that no other opening has, and one that grows with every change.
    pub(super) fn version(&self) -> (u64, u64) {
        (self.number, self.changes)
    }

    /// Remembers that the program has the case in its own keeping as it stands.
    pub(super) fn kept(&mut self) {
        self.kept = self.case.clone();
    }

    /// Remembers that the case was saved, and where.
    pub(super) fn saved(&mut self, path: PathBuf) {
        self.kept = self.case.clone();
        self.path = Some(path);
    }

    /// What was answered to a question for every child; with one child, what stands for that one.
    pub fn answered(&self, question: QuestionIx) -> Option<&Answered> {
        let own = self.own_answer(question, ChildNo::FIRST).filter(|_| self.family.one_child());
        own.or_else(|| self.answer_of(question, None))
    }

    /// What was answered to a question for one child alone.
    pub fn own_answer(&self, question: QuestionIx, child: ChildNo) -> Option<&Answered> {
        self.answer_of(question, Some(child))
    }

    /// What stands for a child: their own answer before the one for all.
    pub fn answered_for(&self, question: QuestionIx, child: ChildNo) -> Option<&Answered> {
        self.own_answer(question, child).or_else(|| self.answer_of(question, None))
    }

    /// Whether a question was answered for any child.
    pub fn any_answer(&self, question: QuestionIx) -> bool {
        self.answers_to(question).next().is_some()
    }

    fn answer_of(&self, question: QuestionIx, child: Option<ChildNo>) -> Option<&Answered> {
        self.answers_to(question).find(|answered| answered.child == child)
    }

    fn answers_to(&self, question: QuestionIx) -> impl Iterator<Item = &Answered> {
        let resolves = move |a: &&Answered| self.framework.question(&a.question) == Some(question);
        self.case.answers.iter().filter(resolves)
    }

    /// The questions whose answers wait to be confirmed; one with several such answers stands for each.
    pub fn to_review(&self) -> Vec<QuestionIx> {
        let waiting = self.case.answers.iter().filter(|a| a.to_review);
        waiting.filter_map(|a| self.framework.question(&a.question)).collect()
    }

    pub(super) fn make(&mut self, change: Change, now: DateTime) {
        let bears = bears_on_result(&self.case, &change);
        self.changes += 1;
        self.case.make(change, now);
        if bears {
            self.read_again();
        }
    }

    fn read_again(&mut self) {
        self.family = Family::read(&self.framework, &self.case);
        self.assessment = assess::assess(&self.framework, &self.case, self.case.as_of);
    }

    /// Makes a change and what follows from it: answers to review, and a fall that is held back.
    pub(super) fn change(&mut self, change: Change, now: DateTime) {
        self.undone.clear();
        let before = self.family.clone();
        let shown: Vec<(ChildNo, Option<PathwayIx>)> =
            self.assessment.children.iter().map(|child| (child.child, child.span.lowest)).collect();
        self.make(change, now);
        for (question, child) in journey::cut_off(&self.framework, &self.case, &before, &self.family) {
            if let Some(answered) = self.answer_of(question, child).cloned() {
                let marked = self.case.giving(Answered { to_review: true, ..answered });
                self.make(marked, now);
            }
        }
        let reviewing = self.case.answers.iter().any(|a| a.to_review);
        if !reviewing {
            self.make(Change::Held(None), now);
        } else if let Some(shown) = self.fallen_from(&shown)
            && self.held().is_none_or(|held| shown > held)
        {
            let held = self.framework[shown].id.clone();
            self.make(Change::Held(Some(held)), now);
        }
    }

    /// The pathway that is held until the answers that wait are reviewed.
    fn held(&self) -> Option<PathwayIx> {
        self.case.held.as_ref().and_then(|id| self.framework.pathway(id))
    }

    /// The highest pathway that some child's answers established before and do not any more.
    fn fallen_from(&self, shown: &[(ChildNo, Option<PathwayIx>)]) -> Option<PathwayIx> {
        let fallen = |child: &ChildResult| {
            let was = shown.iter().find(|(no, _)| *no == child.child).and_then(|(_, shown)| *shown);
            was.filter(|&shown| child.span.answered < shown)
        };
        self.assessment.children.iter().filter_map(fallen).max()
    }

    /// Notes when the suggestion was first shown.
    pub(super) fn reveal(&mut self, now: DateTime) {
        self.undone.clear();
        self.make(Change::Revealed(Some(now)), now);
    }

    /// Takes back the last change with everything that followed from it by itself.
    pub(super) fn undo(&mut self, now: DateTime) -> (Undone, Option<Change>) {
        let mut batch = Vec::new();
        loop {
            let Some(entry) = self.case.last_standing() else {
                return (Undone::Nothing, None);
            };
            if matches!(entry.change, Change::Revealed(Some(_))) {
                return (Undone::StopsAtReveal, None);
            }
            let by_itself = followed_by_itself(entry) || entry.change == entry.was;
            self.changes += 1;
            batch.extend(self.case.undo(now));
            if !by_itself {
                self.read_again();
                let change = batch.last().map(|entry| entry.change.clone());
                self.undone.push(batch);
                return (Undone::Change, change);
            }
        }
    }

    /// Makes the change again that was taken back last.
    pub(super) fn redo(&mut self, now: DateTime) -> Option<Change> {
        let batch = self.undone.pop()?;
        let change = batch.last().map(|entry| entry.change.clone());
        self.changes += 1;
        for entry in batch.into_iter().rev() {
            self.case.redo(entry, now);
        }
        self.read_again();
        change
    }
}

/// Whether a change was made by the program and not by hand: it goes with the change before it.
fn followed_by_itself(entry: &Entry) -> bool {
    match (&entry.change, &entry.was) {
        (Change::Held(_), _) => true,
        (Change::Answer(_, Some(now)), Change::Answer(_, Some(was))) => marked(was, now),
        (Change::Answers(_, now), Change::Answers(_, was)) => {
            let same = |(was, now): (&Answered, &Answered)| was == now || marked(was, now);
            now.len() == was.len() && now != was && was.iter().zip(now).all(same)
        }
        _ => false,
    }
}

/// Whether an answer stands as it was, and is now to be reviewed.
fn marked(was: &Answered, now: &Answered) -> bool {
    !was.to_review && *now == Answered { to_review: true, ..was.clone() }
}

/// Whether a change can move the result: prose never does, so typing costs nothing.
fn bears_on_result(case: &Case, change: &Change) -> bool {
    let bare = |a: &Answered| (a.child, a.answer.clone(), a.to_review);
    match change {
        Change::About(about) => about.age != case.about.age || about.role != case.about.role,
        Change::Answer(question, given) => case.answered(question).map(bare) != given.as_ref().map(bare),
        Change::Answers(question, given) => {
            let was = case.answers_to(question);
            !was.iter().map(bare).eq(given.iter().map(bare))
        }
        Change::Children(children) => {
            let ages = |children: &[Child]| -> Vec<(ChildNo, Option<Id>)> {
                children.iter().map(|child| (child.no, child.age.clone())).collect()
            };
            ages(children) != ages(&case.children)
        }
        Change::Family(..) | Change::Concerns(_) | Change::Held(_) | Change::AsOf(..) => true,
        Change::Account(_)
        | Change::Whereabouts(_)
        | Change::OtherChildren(_)
        | Change::Told(_)
        | Change::OwnView(_)
        | Change::Revealed(_)
        | Change::Decision(_)
        | Change::Referral(_)
        | Change::Call(_)
        | Change::Injuries(_)
        | Change::After(_) => false,
    }
}
