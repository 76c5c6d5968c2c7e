//! The result for given facts: the highest pathway that a true rule raises to, at both ends of what is known.

use super::{assessment::Reason, facts::Facts};
use crate::framework::{
    Framework,
    condition::Cell,
    model::{Easing, IndicatorIx, PathwayIx, Rule, RuleIx},
};

/// A framework's rules, put to a child's answers.
pub struct Engine<'a> {
    pub framework: &'a Framework,
}

impl<'a> Engine<'a> {
    pub fn new(framework: &'a Framework) -> Self {
        Self { framework }
    }

    /// The contexts that the rules can tell apart.
    pub fn cells(&self, facts: &Facts) -> Vec<Cell> {
        let all = facts.cells(self.framework).into_iter();
        if facts.context.role.is_some() {
            return all.collect();
        }
        all.filter(|cell| self.framework.program.telling_roles().contains(&cell.role)).collect()
    }

    /// The result in one context.
    pub fn result(&self, ordinals: &[usize], cell: Cell) -> PathwayIx {
        let mut best = self.framework.first_pathway();
        for rule in &self.framework.rules {
            // A rule that could not raise further need not be looked at.
            if rule.to > best && rule.when.holds(self.framework, ordinals, cell) {
                best = best.max(self.raises_to(rule, ordinals, cell).0);
            }
        }
        best
    }

    /// Where a rule that holds raises to, and whether a strength eased it.
    fn raises_to(&self, rule: &Rule, ordinals: &[usize], cell: Cell) -> (PathwayIx, bool) {
        let stands = |indicator: IndicatorIx| {
            let strength = &self.framework[indicator];
            ordinals[strength.question.0] >= strength.step && strength.fits(cell.age)
        };
        match &rule.easing {
            Some(eased) if self.framework.easing == Easing::On && eased.by.iter().copied().any(stands) => {
                (eased.to, true)
            }
            _ => (rule.to, false),
        }
    }

    /// What is established: the least in every context that is possible.
    pub fn lowest(&self, facts: &Facts) -> PathwayIx {
        let least = facts.least();
        let results = self.cells(facts).into_iter().map(|cell| self.result(&least, cell));
        results.min().unwrap_or(self.framework.first_pathway())
    }

    /// The highest that the unknowns still allow, in any context that is possible.
    pub fn highest(&self, facts: &Facts) -> PathwayIx {
        let mut best = self.framework.first_pathway();
        for age in facts.ages(self.framework) {
            let most = facts.most(self.framework, age);
            for cell in self.cells(facts).into_iter().filter(|cell| cell.age == age) {
                best = best.max(self.result(&most, cell));
            }
        }
        best
    }

    /// A rule that holds in a context, with the answers it rests on. For whom is the caller's to say.
    pub(super) fn reason(&self, rule: RuleIx, ordinals: &[usize], cell: Cell) -> Reason {
        let (to, eased) = self.raises_to(&self.framework[rule], ordinals, cell);
        let answers = self.framework[rule].when.support(self.framework, ordinals, cell);
        Reason { rule, to, answers, eased, children: Vec::new() }
    }

    /// Most urgent first, and what one answer decides before what many add up to.
    pub fn order(&self, reason: &Reason) -> (std::cmp::Reverse<PathwayIx>, bool) {
        (std::cmp::Reverse(reason.to), self.framework[reason.rule].decisive.is_none())
    }
}
