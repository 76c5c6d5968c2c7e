//! The fewest answers that make a condition hold, one choice of them after the other, with the answers that open
//! their questions.
//!
//! Conditions cannot negate, so whatever is to be said of all sheets on which a condition holds needs only these to be
//! looked at. How many are looked at is bounded by a number of steps, never by time.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use crate::framework::{
    Framework,
    condition::{Cell, Condition, Count},
    model::{AgeIx, IndicatorIx, PathwayIx, Polarity, QuestionIx},
};

/// No search goes deeper into a condition and the gates before its questions: a chain may be as long as a file allows.
const DEEPEST: usize = 300;

/// How many steps of work are left.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    pub left: u64,
}

impl Budget {
    /// Takes so many; false where they are not there.
    pub fn take(&mut self, steps: u64) -> bool {
        match self.left.checked_sub(steps) {
            Some(left) => {
                self.left = left;
                true
            }
            None => {
                self.left = 0;
                false
            }
        }
    }
}

/// Where a few questions stand; all others are at their least worrying step.
pub type Model = BTreeMap<QuestionIx, usize>;

/// How a search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Every choice was looked at.
    All,
    /// The one who looked has seen enough.
    Enough,
    /// The work ran out.
    Spent,
}

/// A question that a count could count, from a step on.
struct Countable {
    question: QuestionIx,
    step: usize,
    group: Option<usize>,
    domain: usize,
    /// As far as this answer raises by itself.
    alone: PathwayIx,
}

/// A rule that one answer makes hold, by its question.
struct Alone {
    step: usize,
    ages: Vec<AgeIx>,
    to: PathwayIx,
}

/// All that a count could count of a child of one age.
struct Countables {
    /// What raises least by itself comes first: it leaves most to what is looked at.
    list: Vec<Countable>,
    /// By question: its place in the list.
    of: Vec<Option<usize>>,
}

/// Counts that were looked at, each for an age.
type Known<'a> = Vec<(&'a Count, AgeIx, Rc<Countables>)>;

/// What searches in one framework share.
pub struct Ways<'a> {
    pub framework: &'a Framework,
    alone: Vec<Vec<Alone>>,
    countable: RefCell<Known<'a>>,
}

impl<'a> Ways<'a> {
    pub fn new(framework: &'a Framework) -> Self {
        let mut alone: Vec<Vec<Alone>> = framework.questions.iter().map(|_| Vec::new()).collect();
        for rule in &framework.rules {
            let (ages, at) = match &rule.when {
                Condition::All(parts) => match &parts[..] {
                    [Condition::Age(ages), at @ Condition::At { .. }] => (ages.clone(), at),
                    _ => continue,
                },
                at => (Vec::new(), at),
            };
            if let Condition::At { question, step } = at {
                alone[question.0].push(Alone { step: *step, ages, to: rule.to });
            }
        }
        Self { framework, alone, countable: RefCell::default() }
    }

    /// As far as one answer raises by itself.
    fn alone(&self, question: QuestionIx, step: usize, age: AgeIx) -> PathwayIx {
        let here = self.alone[question.0].iter();
        let holds =
            here.filter(|rule| rule.step <= step && (rule.ages.is_empty() || rule.ages.contains(&age)));
        holds.map(|rule| rule.to).max().unwrap_or(self.framework.first_pathway())
    }

    fn countable(&self, count: &'a Count, age: AgeIx) -> Rc<Countables> {
        let mut known = self.countable.borrow_mut();
        if let Some((_, _, found)) = known.iter().find(|(of, at, _)| std::ptr::eq(*of, count) && *at == age) {
            return Rc::clone(found);
        }
        let mut list: Vec<Countable> =
            self.framework.questions().filter_map(|(at, _)| self.counts(count, at, age)).collect();
        list.sort_by_key(|one| (one.alone, one.question));
        let mut of = vec![None; self.framework.questions.len()];
        for (at, one) in list.iter().enumerate() {
            of[one.question.0] = Some(at);
        }
        let found = Rc::new(Countables { list, of });
        known.push((count, age, Rc::clone(&found)));
        found
    }

    fn counts(&self, count: &Count, question: QuestionIx, age: AgeIx) -> Option<Countable> {
        let framework = self.framework;
        let asked = &framework[question];
        if asked.polarity != Polarity::Need || !fits(&asked.ages, age) {
            return None;
        }
        let of_age = |sign: &IndicatorIx| framework[*sign].fits(age);
        let (step, sign) = asked.steps.iter().enumerate().find_map(|(step, at)| {
            let sign = at.indicator.filter(of_age)?;
            count.wants(&framework[sign]).then_some((step, sign))
        })?;
        let dimension = &framework[framework[sign].dimension];
        let alone = self.alone(question, step, age);
        Some(Countable { question, step, group: dimension.counts_with, domain: dimension.domain.0, alone })
    }

    /// Visits the fewest answers that make a condition hold in a cell, choice by choice, on top of some that stand.
    /// Which of a count's needs are tried first is another one with each turn.
    ///
    /// Answers that count and that by themselves raise as far as `below` are left out: what is looked for then is a
    /// sheet on which nothing else raises as far.
    pub fn each(
        &self,
        when: &'a Condition,
        on_top_of: Option<(QuestionIx, usize)>,
        (cell, below, turn): (Cell, Option<PathwayIx>, usize),
        budget: &mut Budget,
        visit: &mut dyn FnMut(&Model) -> bool,
    ) -> End {
        let mut search = Search { ways: self, cell, below, turn, budget, visit, depth: 0, end: End::All };
        let goal = Goals { goal: Goal::Holds(when), rest: None };
        let mut model = Model::new();
        match on_top_of {
            Some((question, step)) => search.at(&mut model, question, step, Some(&goal)),
            None => search.meet(&mut model, Some(&goal)),
        }
        search.end
    }
}

/// Something that is still to be made to hold.
#[derive(Clone, Copy)]
enum Goal<'g> {
    Holds(&'g Condition),
    All(&'g [Condition]),
    AtLeast(usize, &'g [Condition]),
    /// A count, with the first of its countables that may still be chosen.
    Count(&'g Count, usize),
}

struct Goals<'l, 'g> {
    goal: Goal<'g>,
    rest: Option<&'l Goals<'l, 'g>>,
}

struct Search<'s, 'a> {
    ways: &'s Ways<'a>,
    cell: Cell,
    below: Option<PathwayIx>,
    turn: usize,
    budget: &'s mut Budget,
    /// False where enough was seen.
    visit: &'s mut dyn FnMut(&Model) -> bool,
    depth: usize,
    end: End,
}

impl<'a> Search<'_, 'a> {
    /// Makes all that is still to hold hold, in every way.
    fn meet(&mut self, model: &mut Model, goals: Option<&Goals<'_, 'a>>) {
        if self.end != End::All {
            return;
        }
        let Some(Goals { goal, rest }) = goals else {
            if !(self.visit)(model) {
                self.end = End::Enough;
            }
            return;
        };
        if self.depth >= DEEPEST || !self.budget.take(1) {
            self.end = End::Spent;
            return;
        }
        self.depth += 1;
        self.one(model, *goal, *rest);
        self.depth -= 1;
    }

    fn one(&mut self, model: &mut Model, goal: Goal<'a>, rest: Option<&Goals<'_, 'a>>) {
        match goal {
            Goal::Holds(Condition::At { question, step }) => self.at(model, *question, *step, rest),
            Goal::Holds(Condition::Age(ages)) => {
                if ages.contains(&self.cell.age) {
                    self.meet(model, rest);
                }
            }
            Goal::Holds(Condition::Role(roles)) => {
                if roles.contains(&self.cell.role) {
                    self.meet(model, rest);
                }
            }
            Goal::Holds(Condition::All(parts)) => self.one(model, Goal::All(parts), rest),
            Goal::Holds(Condition::AtLeast(n, parts)) => self.one(model, Goal::AtLeast(*n, parts), rest),
            Goal::Holds(Condition::Count(count)) => self.one(model, Goal::Count(count, 0), rest),
            Goal::Holds(Condition::Any(parts)) => {
                if parts.iter().any(|part| self.stands(model, part)) {
                    self.meet(model, rest);
                    return;
                }
                for part in parts {
                    self.meet(model, Some(&Goals { goal: Goal::Holds(part), rest }));
                }
            }
            Goal::All([]) | Goal::AtLeast(0, _) => self.meet(model, rest),
            Goal::All([first, others @ ..]) => {
                let then = Goals { goal: Goal::All(others), rest };
                self.meet(model, Some(&Goals { goal: Goal::Holds(first), rest: Some(&then) }));
            }
            Goal::AtLeast(n, parts) => {
                let Some((first, others)) = parts.split_first().filter(|_| parts.len() >= n) else { return };
                let stands = self.stands(model, first);
                let then = Goals { goal: Goal::AtLeast(n - 1, others), rest };
                self.meet(model, Some(&Goals { goal: Goal::Holds(first), rest: Some(&then) }));
                if !stands {
                    self.meet(model, Some(&Goals { goal: Goal::AtLeast(n, others), rest }));
                }
            }
            Goal::Count(count, from) => self.count(model, count, from, rest),
        }
    }

    /// Puts a question at a step or beyond, and has it asked.
    fn at(&mut self, model: &mut Model, question: QuestionIx, step: usize, rest: Option<&Goals<'_, 'a>>) {
        let before = model.get(&question).copied();
        if step == 0 || before.is_some_and(|before| before >= step) {
            self.meet(model, rest);
            return;
        }
        let asked = &self.ways.framework[question];
        if !fits(&asked.ages, self.cell.age) || self.end != End::All {
            return;
        }
        if self.depth >= DEEPEST || !self.budget.take(1) {
            self.end = End::Spent;
            return;
        }
        self.depth += 1;
        model.insert(question, step);
        let open = |model: &Model| {
            asked.opened_by.iter().any(|gate| model.get(&gate.question).is_some_and(|at| *at >= gate.from))
        };
        if asked.opened_by.is_empty() || open(model) {
            self.meet(model, rest);
        } else {
            for gate in &asked.opened_by {
                self.at(model, gate.question, gate.from, rest);
            }
        }
        match before {
            Some(before) => model.insert(question, before),
            None => model.remove(&question),
        };
        self.depth -= 1;
    }

    /// Adds one need after the other to what a count counts, until it is enough.
    fn count(&mut self, model: &mut Model, count: &'a Count, from: usize, rest: Option<&Goals<'_, 'a>>) {
        let all = self.ways.countable(count, self.cell.age);
        let (mut singles, mut groups, mut domains) = (0, Vec::new(), Vec::new());
        let placed = model.iter().filter_map(|(question, at)| Some((&all.list[all.of[question.0]?], *at)));
        for (one, _) in placed.filter(|(one, at)| *at >= one.step) {
            match one.group {
                None => singles += 1,
                Some(group) if !groups.contains(&group) => groups.push(group),
                Some(_) => {}
            }
            if !domains.contains(&one.domain) {
                domains.push(one.domain);
            }
        }
        let wanted = |domain: usize| count.including.iter().any(|included| included.0 == domain);
        let enough = singles + groups.len() >= count.at_least;
        let wide = domains.len() >= count.domains;
        let there = count.including.is_empty() || domains.iter().any(|domain| wanted(*domain));
        if enough && wide && there {
            self.meet(model, rest);
            return;
        }
        // Those that raise too far by themselves stand last.
        let some =
            self.below.map_or(all.list.len(), |below| all.list.partition_point(|one| one.alone < below));
        for at in from..some {
            if self.end != End::All {
                return;
            }
            let one = &all.list[(at + self.turn) % some];
            let new_unit = one.group.is_none_or(|group| !groups.contains(&group));
            let helps = !enough && new_unit
                || !wide && !domains.contains(&one.domain)
                || !there && wanted(one.domain);
            let stands = model.get(&one.question).is_some_and(|at| *at >= one.step);
            if stands || !helps {
                continue;
            }
            let then = Goals { goal: Goal::Count(count, at + 1), rest };
            self.at(model, one.question, one.step, Some(&then));
        }
    }

    /// Whether a condition holds by what stands already; a count is left to be counted.
    fn stands(&self, model: &Model, when: &Condition) -> bool {
        match when {
            Condition::At { question, step } => {
                *step == 0 || model.get(question).is_some_and(|at| at >= step)
            }
            Condition::Age(ages) => ages.contains(&self.cell.age),
            Condition::Role(roles) => roles.contains(&self.cell.role),
            Condition::Any(parts) => parts.iter().any(|part| self.stands(model, part)),
            Condition::All(parts) => parts.iter().all(|part| self.stands(model, part)),
            Condition::AtLeast(n, parts) => {
                parts.iter().filter(|part| self.stands(model, part)).count() >= *n
            }
            Condition::Count(_) => false,
        }
    }
}

fn fits(ages: &[AgeIx], age: AgeIx) -> bool {
    ages.is_empty() || ages.contains(&age)
}
