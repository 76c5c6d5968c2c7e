//! The result for given facts: the highest pathway that a true rule raises to, at both ends of what is known.

use super::{assessment::Reason, facts::Facts};
use crate::framework::{
    Framework,
    condition::{Cell, Condition},
    model::{Easing, IndicatorIx, PathwayIx, RoleIx, Rule, RuleIx},
};

/// A framework made ready to be evaluated many times.
pub struct Engine<'a> {
    pub framework: &'a Framework,
    /// Roles that some rule tells apart, and one that none does: all other roles give the same.
    telling_roles: Vec<RoleIx>,
}

impl<'a> Engine<'a> {
    pub fn new(framework: &'a Framework) -> Self {
        let mut named = Vec::new();
        for rule in &framework.rules {
            roles(&rule.when, &mut named);
        }
        let other = (0..framework.roles.len()).map(RoleIx).find(|role| !named.contains(role));
        named.extend(other);
        named.sort_unstable();
        named.dedup();
        Self { framework, telling_roles: named }
    }

    /// The contexts that the rules can tell apart.
    pub fn cells(&self, facts: &Facts) -> Vec<Cell> {
        let all = facts.cells(self.framework).into_iter();
        if facts.context.role.is_some() {
            return all.collect();
        }
        all.filter(|cell| self.telling_roles.contains(&cell.role)).collect()
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

    /// Whether a condition holds in every possible context on what is known.
    pub fn established(&self, when: &Condition, facts: &Facts) -> bool {
        let least = facts.least();
        facts.cells(self.framework).into_iter().all(|cell| when.holds(self.framework, &least, cell))
    }

    /// Whether a condition could hold in some possible context.
    pub fn possible(&self, when: &Condition, facts: &Facts) -> bool {
        self.possible_for(when, facts, &[])
    }

    /// The same for a practitioner in one of these roles; empty means any.
    pub fn possible_for(&self, when: &Condition, facts: &Facts, roles: &[RoleIx]) -> bool {
        let cells = facts.cells(self.framework);
        facts.ages(self.framework).into_iter().any(|age| {
            let most = facts.most(self.framework, age);
            cells.iter().any(|&cell| {
                cell.age == age
                    && (roles.is_empty() || roles.contains(&cell.role))
                    && when.holds(self.framework, &most, cell)
            })
        })
    }
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
