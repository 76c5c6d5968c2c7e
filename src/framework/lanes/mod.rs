//! The rules made ready to try many answer sheets at once: one bit of a word for each sheet.
//!
//! What would change a result, and a year of contacts, ask the same rules thousands of times. Here a
//! condition is worked out for [`LANES`] sheets in one walk. It says the same as [`Condition::holds`],
//! which stays the one that is read: a test compares them.

mod run;
mod sheets;
mod tally;

pub use run::{Lanes, Run};
pub use sheets::Sheets;

use self::tally::Tally;
use super::{
    condition::{Cell, Condition, Count},
    model::{AgeIx, Framework, QuestionIx, RoleIx},
};

/// How many machine words one answer fills.
const WORDS: usize = 4;

/// How many sheets are tried at once.
pub const LANES: usize = WORDS * 64;

/// One bit for each sheet.
type Word = [u64; WORDS];

const NONE: Word = [0; WORDS];
const ALL: Word = [u64::MAX; WORDS];

/// One person's answers, as small as they come: for a year of contacts held in memory.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub cell: Cell,
    /// The concerns that were chosen, by their places.
    pub chosen: Vec<u16>,
    /// Each question that is known, by its place, and the step at which it stands.
    pub known: Vec<(u16, u8)>,
}

/// A framework's rules in the order and form in which sheets are tried.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// By question: where its steps begin among the planes. The first step needs none: everybody stands there.
    first: Vec<usize>,
    /// By question: how many steps it has beyond the first.
    beyond: Vec<usize>,
    planes: usize,
    /// Every question, after those that could open it.
    order: Vec<Opens>,
    /// The safety questions.
    safety: Vec<usize>,
    rules: Vec<Raises>,
    /// The rules' places, the most urgent first.
    urgency: Vec<usize>,
    duties: Vec<Test>,
    advice: Vec<Test>,
    tallies: Vec<Tally>,
    ages: usize,
    roles: usize,
    concerns: usize,
    pathways: usize,
    /// Roles that some rule tells apart, and one that none does: all other roles give the same.
    telling_roles: Vec<RoleIx>,
}

/// When a question is in scope.
#[derive(Clone, Debug)]
struct Opens {
    question: usize,
    /// The concern it belongs to; none where every check asks it.
    concern: Option<usize>,
    /// Empty where every age is asked.
    ages: Vec<AgeIx>,
    /// The planes that open it; empty where it is asked at once. None in it means that everybody opens it.
    gates: Vec<Option<usize>>,
    /// An unknown answer to it widens the span.
    widens: bool,
}

/// A rule, where it raises to, and what eases it.
#[derive(Clone, Debug)]
struct Raises {
    to: usize,
    when: Test,
    /// Where it raises to with any of these strengths, each with the ages it fits; none where easing is off.
    eased: Option<(usize, Vec<Test>)>,
}

/// A condition over planes of bits.
#[derive(Clone, Debug, PartialEq)]
enum Test {
    Always,
    Plane(usize),
    Age(Vec<AgeIx>),
    Role(Vec<RoleIx>),
    Any(Vec<Self>),
    All(Vec<Self>),
    AtLeast(usize, Vec<Self>),
    /// One of the tallies, worked out once for all rules that count the same.
    Tally(usize),
}

impl Program {
    /// Makes a framework's rules ready.
    pub fn new(framework: &Framework) -> Self {
        let beyond: Vec<usize> = framework.questions.iter().map(super::model::Question::worst).collect();
        let mut planes = 0;
        let first = beyond
            .iter()
            .map(|steps| {
                planes += steps;
                planes - steps
            })
            .collect();
        let mut program = Self {
            first,
            beyond,
            planes,
            ages: framework.ages.len(),
            roles: framework.roles.len(),
            concerns: framework.concerns.len(),
            pathways: framework.pathways.len(),
            telling_roles: telling_roles(framework),
            ..Self::default()
        };
        program.order =
            order(framework).into_iter().map(|question| program.opens(framework, question)).collect();
        let safety =
            framework.questions().filter(|(_, asked)| asked.part == Some(super::model::Part::Safety));
        program.safety = safety.map(|(at, _)| at.0).collect();
        let mut counts = Vec::new();
        program.rules = framework
            .rules
            .iter()
            .map(|rule| Raises {
                to: rule.to.0,
                when: program.test(&rule.when, &mut counts),
                eased: rule.easing.as_ref().filter(|_| framework.easing == super::model::Easing::On).map(
                    |eased| {
                        let strength = |&by| {
                            let sign: &super::model::Indicator = &framework[by];
                            let stands =
                                program.plane(sign.question, sign.step).map_or(Test::Always, Test::Plane);
                            if sign.ages.is_empty() {
                                stands
                            } else {
                                Test::All(vec![Test::Age(sign.ages.clone()), stands])
                            }
                        };
                        (eased.to.0, eased.by.iter().map(strength).collect())
                    },
                ),
            })
            .collect();
        program.urgency = (0..program.rules.len()).collect();
        program.urgency.sort_by_key(|&at| std::cmp::Reverse(program.rules[at].to));
        program.duties = framework.duties.iter().map(|duty| program.test(&duty.when, &mut counts)).collect();
        program.advice =
            framework.advice.iter().map(|advice| program.test(&advice.when, &mut counts)).collect();
        program.tallies = counts.iter().map(|count| Tally::new(framework, &program, count)).collect();
        program
    }

    /// The roles that the rules can tell apart, with one of those that they cannot.
    pub fn telling_roles(&self) -> &[RoleIx] {
        &self.telling_roles
    }

    /// The plane that says that a question stands at a step or beyond; none for the first step.
    fn plane(&self, question: QuestionIx, step: usize) -> Option<usize> {
        (step > 0).then(|| self.first[question.0] + step - 1)
    }

    fn opens(&self, framework: &Framework, question: usize) -> Opens {
        let asked = &framework.questions[question];
        let concern = match asked.home {
            super::model::Home::Section(_) => None,
            super::model::Home::Concern(concern) => Some(concern.0),
        };
        let gates = asked.opened_by.iter().map(|gate| self.plane(gate.question, gate.from)).collect();
        Opens { question, concern, ages: asked.ages.clone(), gates, widens: asked.widens() }
    }

    fn test(&self, when: &Condition, counts: &mut Vec<Count>) -> Test {
        let mut each = |parts: &[Condition]| parts.iter().map(|part| self.test(part, counts)).collect();
        match when {
            Condition::At { question, step } => {
                self.plane(*question, *step).map_or(Test::Always, Test::Plane)
            }
            Condition::Age(ages) => Test::Age(ages.clone()),
            Condition::Role(roles) => Test::Role(roles.clone()),
            Condition::Any(parts) => Test::Any(each(parts)),
            Condition::All(parts) => Test::All(each(parts)),
            Condition::AtLeast(n, parts) => Test::AtLeast(*n, each(parts)),
            Condition::Count(count) => {
                let known = counts.iter().position(|other| other == count);
                Test::Tally(known.unwrap_or_else(|| {
                    counts.push(count.clone());
                    counts.len() - 1
                }))
            }
        }
    }
}

/// Every question after those whose answers could open it; the loader has refused circles.
///
/// Walks without recursion, since a chain may be as long as a file allows.
fn order(framework: &Framework) -> Vec<usize> {
    let mut waits: Vec<usize> = framework.questions.iter().map(|q| q.opened_by.len()).collect();
    let mut opens = vec![Vec::new(); framework.questions.len()];
    for (question, asked) in framework.questions.iter().enumerate() {
        for gate in &asked.opened_by {
            opens[gate.question.0].push(question);
        }
    }
    let mut order: Vec<usize> = (0..waits.len()).filter(|&question| waits[question] == 0).collect();
    let mut at = 0;
    while let Some(&question) = order.get(at) {
        at += 1;
        for &opened in &opens[question] {
            waits[opened] -= 1;
            if waits[opened] == 0 {
                order.push(opened);
            }
        }
    }
    order
}

fn telling_roles(framework: &Framework) -> Vec<RoleIx> {
    let mut named = Vec::new();
    for rule in &framework.rules {
        roles(&rule.when, &mut named);
    }
    let other = (0..framework.roles.len()).map(RoleIx).find(|role| !named.contains(role));
    named.extend(other);
    named.sort_unstable();
    named.dedup();
    named
}

fn roles(condition: &Condition, found: &mut Vec<RoleIx>) {
    match condition {
        Condition::Role(named) => found.extend(named),
        Condition::Any(parts) | Condition::All(parts) | Condition::AtLeast(_, parts) => {
            for part in parts {
                roles(part, found);
            }
        }
        Condition::At { .. } | Condition::Age(_) | Condition::Count(_) => {}
    }
}

fn place_of(lane: usize) -> (usize, u64) {
    (lane / 64, 1 << (lane % 64))
}

fn and(a: &Word, b: &Word) -> Word {
    std::array::from_fn(|at| a[at] & b[at])
}

fn or(a: &Word, b: &Word) -> Word {
    std::array::from_fn(|at| a[at] | b[at])
}

fn empty(word: &Word) -> bool {
    word.iter().fold(0, |all, part| all | part) == 0
}

/// Which lanes saw at least so many of some words: saturating, since only the last threshold is wanted.
struct Thresholds(Vec<Word>);

impl Thresholds {
    fn new(at_least: usize) -> Self {
        Self(vec![NONE; at_least])
    }

    fn add(&mut self, word: &Word) {
        for at in (1..self.0.len()).rev() {
            let carried = and(&self.0[at - 1], word);
            self.0[at] = or(&self.0[at], &carried);
        }
        if let Some(first) = self.0.first_mut() {
            *first = or(first, word);
        }
    }

    fn reached(&self) -> Word {
        self.0.last().copied().unwrap_or(ALL)
    }
}
