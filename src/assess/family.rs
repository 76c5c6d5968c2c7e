//! The children of a check, each read in the framework's terms, and what a screen asks of them together.

use super::facts::{self, Facts};
use crate::{
    case::{Answer, Answered, Case, Change, ChildNo},
    framework::{
        Framework, Id,
        model::{ConcernIx, Polarity, QuestionIx},
    },
};

/// The children's facts; there is always a first child.
#[derive(Clone, Debug)]
pub struct Family {
    first: Facts,
    further: Vec<(ChildNo, Facts)>,
}

impl Family {
    /// Reads a case for each of its children.
    pub fn read(framework: &Framework, case: &Case) -> Self {
        let mut members = case.members();
        let first = members.next();
        let age = first.and_then(|member| member.age);
        Self {
            first: Facts::read(framework, case, ChildNo::FIRST, age),
            further: members
                .map(|member| (member.no, Facts::read(framework, case, member.no, member.age)))
                .collect(),
        }
    }

    /// Each child with their facts, the first one first.
    pub fn members(&self) -> impl Iterator<Item = (ChildNo, &Facts)> {
        let further = self.further.iter().map(|(no, facts)| (*no, facts));
        std::iter::once((ChildNo::FIRST, &self.first)).chain(further)
    }

    /// Every child's facts.
    pub fn facts(&self) -> impl Iterator<Item = &Facts> {
        self.members().map(|(_, facts)| facts)
    }

    /// One child's facts, if the child is there.
    pub fn of(&self, child: ChildNo) -> Option<&Facts> {
        self.members().find(|(no, _)| *no == child).map(|(_, facts)| facts)
    }

    /// Whether the check is about one child.
    pub fn one_child(&self) -> bool {
        self.further.is_empty()
    }

    /// How many children there are.
    pub fn size(&self) -> usize {
        1 + self.further.len()
    }

    /// The concerns that were chosen, which are the same for all.
    pub fn chosen(&self) -> &[ConcernIx] {
        &self.first.chosen
    }

    /// The first child's facts: what they say of the role and the concerns holds for all.
    pub(super) fn first(&self) -> &Facts {
        &self.first
    }

    /// Whether a question has a known answer for any child.
    pub fn any_known(&self, question: QuestionIx) -> bool {
        self.facts().any(|facts| facts.known[question.0].is_some())
    }

    /// The children of whom a question is asked now: their age fits and its gate is open for them.
    pub fn asked_for(&self, framework: &Framework, question: QuestionIx) -> Vec<ChildNo> {
        let asked = self.members().filter(|(_, facts)| facts.asks(framework, question));
        asked.map(|(no, _)| no).collect()
    }

    /// Whether a question is asked now of any child.
    pub fn asks(&self, framework: &Framework, question: QuestionIx) -> bool {
        self.facts().any(|facts| facts.asks(framework, question))
    }

    /// Whether a question could be asked of any child at their age.
    pub fn fits_age(&self, framework: &Framework, question: QuestionIx) -> bool {
        self.facts().any(|facts| facts.fits_age(framework, question))
    }

    /// Whether the children stand at different steps of a question, or are not all known.
    pub fn differs(&self, question: QuestionIx) -> bool {
        self.facts().any(|facts| facts.known[question.0] != self.first.known[question.0])
    }

    /// Questions that are answered more than once for the same child.
    pub(super) fn twice(&self) -> Vec<QuestionIx> {
        let mut all: Vec<QuestionIx> = self.facts().flat_map(|facts| facts.twice.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Ids in the case that this framework does not know, each child's once.
    pub(super) fn unresolved(&self) -> Vec<Id> {
        let mut all = self.first.unresolved.clone();
        for (_, facts) in &self.further {
            for id in &facts.unresolved {
                if !all.contains(id) {
                    all.push(id.clone());
                }
            }
        }
        all
    }
}

/// The change that makes one answer of those that stand for the children: the most worrying stands, *no*
/// never hides *not known* (nor a child who has no answer at all), and of strengths the weakest stands.
pub fn one_for_all(framework: &Framework, case: &Case, question: QuestionIx, note: String) -> Option<Change> {
    let asked = &framework[question];
    let here = |a: &&Answered| framework.question(&a.question) == Some(question);
    let of = |child: Option<ChildNo>| -> Vec<&Answered> {
        case.answers.iter().filter(here).filter(|a| a.child == child).collect()
    };
    let for_all = of(None);
    let mut standing: Vec<&Answered> = Vec::new();
    let mut unasked = false;
    for member in case.members() {
        let own = of(Some(member.no));
        let stands = if own.is_empty() { &for_all } else { &own };
        unasked |= stands.is_empty();
        standing.extend(stands);
    }
    let at = |answered: &Answered| facts::ordinal(framework, question, &answered.answer).flatten();
    // What is not known stands above *no* and below any worry; it is no strength at all.
    let worry = |at: Option<usize>| match (at, asked.polarity) {
        (None, Polarity::Strength) => (1, 0),
        (Some(step), Polarity::Strength) => (0, asked.worst() + 1 - step.min(asked.worst())),
        (None, _) => (0, 1),
        (Some(0), _) => (0, 0),
        (Some(step), _) => (1, step),
    };
    let most = *standing.iter().max_by_key(|answered| worry(at(answered)))?;
    let hidden = unasked && worry(None) > worry(at(most));
    let answer = if hidden { Answer::NotKnown } else { most.answer.clone() };
    let one = Answered { child: None, note, to_review: false, answer, ..most.clone() };
    Some(Change::Answers(most.question.clone(), vec![one]))
}
