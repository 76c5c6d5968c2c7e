//! Pairs at each threshold: a worked case in which a rule fires, and one beside it that differs in one answer,
//! or in age or role alone, in which it does not.
//!
//! No two cases are compared as such: each is put down whole and with each of its answers left out, under a number
//! made of what is left, and cases that meet under one number are looked at. So the work grows with the cases and not
//! with their square.

use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher, Hash};

use super::Told;
use crate::framework::{Framework, model::ConcernIx};

/// One thing that a case says of a child: what, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Said {
    of: About,
    at: usize,
}

/// What is said, and of which child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum About {
    Age(usize),
    Role,
    Question(usize, usize),
}

/// What a case says: whom it is about and what was chosen, which neighbours share, and all else.
struct Whole {
    shared: (Vec<ConcernIx>, usize),
    said: Vec<Said>,
}

/// A case with one thing left out, or whole, under the number of what is left.
struct Left {
    number: u64,
    case: usize,
    out: Option<About>,
}

/// By rule: whether such a pair stands among the worked cases.
pub fn paired(framework: &Framework, told: &[Told<'_>]) -> Vec<bool> {
    let wholes: Vec<Whole> = told.iter().map(Whole::new).collect();
    let mut left: Vec<Left> = Vec::new();
    for (case, whole) in wholes.iter().enumerate() {
        let all = whole.said.iter().fold(number(&whole.shared), |all, said| all.wrapping_add(number(said)));
        left.push(Left { number: all, case, out: None });
        let without = |said: &Said| Left { number: all.wrapping_sub(number(said)), case, out: Some(said.of) };
        left.extend(whole.said.iter().map(without));
    }
    left.sort_unstable_by_key(|left| (left.number, left.case));
    let mut paired = vec![false; framework.rules.len()];
    for met in left.chunk_by(|a, b| a.number == b.number) {
        for (at, one) in met.iter().enumerate() {
            for other in met[at + 1..].iter().filter(|other| beside(&wholes, one, other)) {
                for (fires, silent) in [(one, other), (other, one)] {
                    let silent = &told[silent.case].fired;
                    let alone =
                        told[fires.case].fired.iter().filter(|rule| silent.binary_search(rule).is_err());
                    alone.for_each(|rule| paired[rule.0] = true);
                }
            }
        }
    }
    paired
}

/// Whether what is left of two cases is the same, and what was left out is about the same thing or said by one alone.
fn beside(wholes: &[Whole], one: &Left, other: &Left) -> bool {
    let (a, b) = (&wholes[one.case], &wholes[other.case]);
    let rest = |left: &Left| {
        let out = left.out;
        wholes[left.case].said.iter().filter(move |said| Some(said.of) != out)
    };
    let same = one.out == other.out || one.out.is_none() || other.out.is_none();
    same && a.shared == b.shared && rest(one).eq(rest(other))
}

impl Whole {
    fn new(told: &Told<'_>) -> Self {
        let mut chosen = told.family.chosen().to_vec();
        chosen.sort_unstable();
        let mut said = Vec::new();
        for (child, facts) in told.family.facts().enumerate() {
            said.extend(facts.context.age.map(|age| Said { of: About::Age(child), at: age.0 }));
            let role = facts.context.role.filter(|_| child == 0);
            said.extend(role.map(|role| Said { of: About::Role, at: role.0 }));
            let known = facts.known.iter().enumerate();
            let known = known.filter_map(|(question, at)| Some((question, (*at)?)));
            said.extend(known.map(|(question, at)| Said { of: About::Question(child, question), at }));
        }
        said.sort_unstable();
        Self { shared: (chosen, told.family.size()), said }
    }
}

/// The same for the same on every run.
fn number(of: &impl Hash) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(of)
}
