//! What a case says in a framework's terms: an ordinal for each question that is known, and what is in scope.

use super::assessment::Context;
use crate::{
    case::{Answer, Case, ChildNo},
    framework::{
        Framework, Id,
        condition::Cell,
        model::{AgeIx, ConcernIx, Home, Kind, Part, Polarity, Question, QuestionIx, RoleIx, Worse, YesNo},
    },
};

/// Where a question stands for a child, and whether that was said of this child alone.
#[derive(Clone, Copy)]
struct Stands {
    own: bool,
    at: Option<usize>,
}

/// A case read in a framework's terms for one child.
#[derive(Clone, Debug)]
pub struct Facts {
    /// By question: where it stands, if that is known.
    pub known: Vec<Option<usize>>,
    pub chosen: Vec<ConcernIx>,
    pub context: Context,
    /// Ids in the case that this framework does not know.
    pub unresolved: Vec<Id>,
    /// Questions that the case answers more than once, as a file written by hand or by two can.
    pub twice: Vec<QuestionIx>,
}

impl Facts {
    /// Reads a case for one child of an age; what does not resolve is listed and changes nothing.
    ///
    /// The child's own answer to a question stands before the one for all children.
    pub fn read(framework: &Framework, case: &Case, child: ChildNo, age: Option<&Id>) -> Self {
        let (mut unresolved, mut twice) = (Vec::new(), Vec::new());
        let mut known: Vec<Option<Stands>> = vec![None; framework.questions.len()];
        for answered in &case.answers {
            if answered.child.is_some_and(|no| no != child) {
                continue;
            }
            let place =
                framework.question(&answered.question).map(|q| (q, ordinal(framework, q, &answered.answer)));
            let Some((question, Some(at))) = place else {
                unresolved.push(answered.question.clone());
                continue;
            };
            let own = answered.child.is_some();
            let slot = &mut known[question.0];
            *slot = match *slot {
                Some(other) if other.own == own => {
                    if !twice.contains(&question) {
                        twice.push(question);
                    }
                    Some(Stands { own, at: one_of(&framework[question], other.at, at) })
                }
                Some(other) if other.own => Some(other),
                _ => Some(Stands { own, at }),
            };
        }
        let mut chosen: Vec<ConcernIx> = Vec::new();
        for id in &case.concerns {
            match framework.concern(id) {
                Some(concern) if !chosen.contains(&concern) => chosen.push(concern),
                Some(_) => {}
                None => unresolved.push(id.clone()),
            }
        }
        let mut context = Context::default();
        if let Some(id) = age {
            context.age = framework.age(id);
            if context.age.is_none() {
                unresolved.push(id.clone());
            }
        }
        if let Some(id) = &case.about.role {
            context.role = framework.role(id);
            if context.role.is_none() {
                unresolved.push(id.clone());
            }
        }
        let known = known.into_iter().map(|stands| stands.and_then(|stands| stands.at)).collect();
        Self { known, chosen, context, unresolved, twice }
    }

    /// Every context the child and the practitioner could be in.
    pub fn cells(&self, framework: &Framework) -> Vec<Cell> {
        let ages: Vec<AgeIx> = match self.context.age {
            Some(age) => vec![age],
            None => (0..framework.ages.len()).map(AgeIx).collect(),
        };
        let roles: Vec<RoleIx> = match self.context.role {
            Some(role) => vec![role],
            None => (0..framework.roles.len()).map(RoleIx).collect(),
        };
        ages.iter().flat_map(|&age| roles.iter().map(move |&role| Cell { age, role })).collect()
    }

    /// By question: whether it belongs to this check for a child of an age.
    ///
    /// Safety and the shared sections always do, a concern's questions where it was chosen; a
    /// question behind a gate does where the gate could be open.
    pub fn scope(&self, framework: &Framework, age: AgeIx) -> Vec<bool> {
        let mut scope = vec![None; framework.questions.len()];
        for at in 0..framework.questions.len() {
            self.in_scope(framework, age, QuestionIx(at), &mut scope);
        }
        scope.into_iter().map(|found| found == Some(true)).collect()
    }

    fn in_scope(
        &self,
        framework: &Framework,
        age: AgeIx,
        ix: QuestionIx,
        scope: &mut [Option<bool>],
    ) -> bool {
        if let Some(found) = scope[ix.0] {
            return found;
        }
        let question = &framework[ix];
        let here = match question.home {
            Home::Section(_) => true,
            Home::Concern(concern) => self.chosen.contains(&concern),
        };
        let found = here
            && (question.ages.is_empty() || question.ages.contains(&age))
            && (question.opened_by.is_empty()
                || question.opened_by.iter().any(|gate| match self.known[gate.question.0] {
                    Some(stands) => stands >= gate.from,
                    // An unknown strength is never varied, so it holds no gate open.
                    None => {
                        framework[gate.question].widens()
                            && self.in_scope(framework, age, gate.question, scope)
                    }
                }));
        scope[ix.0] = Some(found);
        found
    }

    /// The least that could be true: what is not known stands at its least worrying step.
    pub fn least(&self) -> Vec<usize> {
        self.known.iter().map(|stands| stands.unwrap_or(0)).collect()
    }

    /// The most that could be true for a child of an age: what is in scope and not known stands at
    /// its most worrying step. Unknown strengths are never varied.
    pub fn most(&self, framework: &Framework, age: AgeIx) -> Vec<usize> {
        let scope = self.scope(framework, age);
        let stands = |(at, known): (usize, &Option<usize>)| match known {
            Some(stands) => *stands,
            None if scope[at] && framework.questions[at].widens() => framework.questions[at].worst(),
            None => 0,
        };
        self.known.iter().enumerate().map(stands).collect()
    }

    /// The same facts without what did not resolve: it bears on nothing, and a hostile file can hold a million of it.
    #[must_use]
    pub fn bare(&self) -> Self {
        let (known, chosen) = (self.known.clone(), self.chosen.clone());
        Self { known, chosen, context: self.context, unresolved: Vec::new(), twice: Vec::new() }
    }

    /// The same facts with one question standing at a step.
    #[must_use]
    pub fn with(&self, question: QuestionIx, step: usize) -> Self {
        let mut other = self.bare();
        other.known[question.0] = Some(step);
        other
    }

    /// Whether an answer (and not only the choice of a concern) opened a question.
    pub fn opened_by_answer(&self, framework: &Framework, question: QuestionIx) -> bool {
        let open = |gate: &crate::framework::model::Gate| {
            self.known[gate.question.0].is_some_and(|s| s >= gate.from)
        };
        framework[question].opened_by.iter().any(open)
    }

    /// Whether a question could be asked of a child of this age.
    pub fn fits_age(&self, framework: &Framework, question: QuestionIx) -> bool {
        let ages = &framework[question].ages;
        ages.is_empty() || self.context.age.is_none_or(|age| ages.contains(&age))
    }

    /// Whether a question's gate stands open on the answers given.
    pub fn gate_open(&self, framework: &Framework, question: QuestionIx) -> bool {
        framework[question].opened_by.is_empty() || self.opened_by_answer(framework, question)
    }

    /// Whether a question is asked now: its gate is open and it is for a child of this age.
    pub fn asks(&self, framework: &Framework, question: QuestionIx) -> bool {
        self.fits_age(framework, question) && self.gate_open(framework, question)
    }

    /// Safety questions in scope for some possible age that nobody has been able to answer.
    pub fn safety_unknown(&self, framework: &Framework) -> bool {
        let questions = framework.sections_of(Part::Safety).flat_map(|section| &section.questions);
        let unknown: Vec<QuestionIx> = questions.copied().filter(|q| self.known[q.0].is_none()).collect();
        !unknown.is_empty()
            && self.ages(framework).into_iter().any(|age| {
                let mut scope = vec![None; framework.questions.len()];
                unknown.iter().any(|&question| self.in_scope(framework, age, question, &mut scope))
            })
    }

    /// Every age the child could be.
    pub fn ages(&self, framework: &Framework) -> Vec<AgeIx> {
        self.context.age.map_or_else(|| (0..framework.ages.len()).map(AgeIx).collect(), |age| vec![age])
    }
}

/// Where an answer puts a question: `None` if it is not an answer to it, `Some(None)` if it is *not known*.
pub fn ordinal(framework: &Framework, question: QuestionIx, answer: &Answer) -> Option<Option<usize>> {
    let question = &framework[question];
    match (&question.kind, answer) {
        (_, Answer::NotKnown) => Some(None),
        (Kind::YesNo { worry }, Answer::Yes) => Some(Some(usize::from(*worry == YesNo::Yes))),
        (Kind::YesNo { worry }, Answer::No) => Some(Some(usize::from(*worry == YesNo::No))),
        (Kind::Ladder, Answer::Rung(id)) => question.steps.iter().position(|s| s.id == *id).map(Some),
        (Kind::Number { least, most, worse, cuts, .. }, Answer::Number(n)) => {
            let beyond = |cut: &&i64| match worse {
                Worse::Lower => n < *cut,
                Worse::Higher => n > *cut,
            };
            (*least..=*most).contains(n).then(|| Some(cuts.iter().filter(beyond).count()))
        }
        _ => None,
    }
}

/// The answer that puts a question at a step; `None` for a number, which could be any of many.
pub fn answer_at(question: &Question, step: usize) -> Option<Answer> {
    match question.kind {
        Kind::YesNo { worry } => {
            let yes = (step > 0) == (worry == YesNo::Yes);
            Some(if yes { Answer::Yes } else { Answer::No })
        }
        Kind::Ladder => question.steps.get(step).map(|rung| Answer::Rung(rung.id.clone())),
        Kind::Number { .. } => None,
    }
}

/// Two answers to one question (an old id and a new one): the more worrying stands, *no* never hides
/// *not known*, and of two strengths the weaker stands.
pub fn one_of(question: &Question, a: Option<usize>, b: Option<usize>) -> Option<usize> {
    match (a, b) {
        (Some(a), Some(b)) if question.polarity == Polarity::Strength => Some(a.min(b)),
        (Some(a), Some(b)) => Some(a.max(b)),
        (Some(_), None) | (None, Some(_)) if question.polarity == Polarity::Strength => None,
        (Some(a), None) | (None, Some(a)) => (a > 0).then_some(a),
        (None, None) => None,
    }
}
