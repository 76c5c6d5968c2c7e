//! The result for given facts: the highest pathway that a true rule raises to, at both ends of what is known.

use super::{assessment::Reason, facts::Facts};
use crate::framework::{
    Framework,
    condition::{Cell, Condition},
    model::{Easing, IndicatorIx, PathwayIx, RoleIx, Rule, RuleIx},
};

/// A framework's rules, put to a child's answers.
#[derive(Clone, Copy)]
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

    /// The rules that hold on what is known, in the context with the least result; most urgent first.
    /// For whom is the caller's to say.
    pub fn reasons(&self, facts: &Facts) -> Vec<Reason> {
        let least = facts.least();
        let Some(cell) = self.cells(facts).into_iter().min_by_key(|&cell| self.result(&least, cell)) else {
            return Vec::new();
        };
        let mut found: Vec<Reason> = Vec::new();
        for (at, rule) in self.framework.rules.iter().enumerate() {
            if rule.when.holds(self.framework, &least, cell) {
                let (to, eased) = self.raises_to(rule, &least, cell);
                let answers = rule.when.support(self.framework, &least, cell);
                found.push(Reason { rule: RuleIx(at), to, answers, eased, children: Vec::new() });
            }
        }
        found.sort_by_key(|reason| self.order(reason));
        found
    }

    /// Most urgent first, and what one answer decides before what many add up to.
    pub fn order(&self, reason: &Reason) -> (std::cmp::Reverse<PathwayIx>, bool) {
        (std::cmp::Reverse(reason.to), self.framework[reason.rule].decisive.is_none())
    }
}

/// A child's answers at both ends, worked out once for the many conditions that are put to them.
pub struct Ends<'a> {
    framework: &'a Framework,
    least: Vec<usize>,
    /// By context that is possible: what is not known stands at its most worrying step.
    most: Vec<(Cell, usize)>,
    of_age: Vec<Vec<usize>>,
}

impl<'a> Ends<'a> {
    pub fn new(framework: &'a Framework, facts: &Facts) -> Self {
        let ages = facts.ages(framework);
        let cells = facts.cells(framework).into_iter();
        let most = cells.filter_map(|cell| Some((cell, ages.iter().position(|age| *age == cell.age)?)));
        Self {
            framework,
            least: facts.least(),
            most: most.collect(),
            of_age: ages.iter().map(|&age| facts.most(framework, age)).collect(),
        }
    }

    /// Whether a condition holds in every possible context on what is known.
    pub fn established(&self, when: &Condition) -> bool {
        self.most.iter().all(|&(cell, _)| when.holds(self.framework, &self.least, cell))
    }

    /// Whether a condition could hold in some possible context.
    pub fn possible(&self, when: &Condition) -> bool {
        self.possible_for(when, &[])
    }

    /// The same for a practitioner in one of these roles; empty means any.
    pub fn possible_for(&self, when: &Condition, roles: &[RoleIx]) -> bool {
        self.most.iter().any(|&(cell, age)| {
            (roles.is_empty() || roles.contains(&cell.role))
                && when.holds(self.framework, &self.of_age[age], cell)
        })
    }
}
