//! The second engine, written from the rules and not from the first: every possible world, one by one.
//!
//! A *world* is a child with one age and a practitioner with one role about whom everything is known.
//! What a case establishes is what all its worlds share, and what it allows is what any one of them has.

use std::collections::{BTreeMap, BTreeSet};

use super::plain::{Cond, Count, Given, Kind, Plan, Polarity, Question, Raise, Told};

/// Everything known: an age, a role, and where each question stands.
#[derive(Clone, Debug)]
pub struct World<'a> {
    pub plan: &'a Plan,
    pub age: &'a str,
    pub role: &'a str,
    pub stands: BTreeMap<&'a str, usize>,
}

/// How unknown answers are filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    Least,
    Worst,
}

/// Where an answer puts a question; none where it is not known.
pub fn step_of(plan: &Plan, question: &Question, given: &Given) -> Option<usize> {
    let named = |id: &str| question.steps.iter().position(|s| s.id == id);
    match (given, &question.kind) {
        (Given::Yes, Kind::YesNo { .. }) => named("yes"),
        (Given::No, Kind::YesNo { .. }) => named("no"),
        (Given::Rung(id), Kind::Ladder) => named(id),
        (Given::Number(n), Kind::Number { lower_is_worse, cuts, .. }) => {
            let beyond = |cut: i64| if *lower_is_worse { *n < cut } else { *n > cut };
            let passed = cuts.iter().filter(|cut| beyond(i64::try_from(plan.value(cut)).unwrap()));
            Some(passed.count())
        }
        _ => None,
    }
}

/// The questions that the case leaves nothing to guess about, with where they stand.
pub fn known<'a>(plan: &'a Plan, told: &Told) -> BTreeMap<&'a str, usize> {
    let step = |q: &'a Question| Some((q.id.as_str(), step_of(plan, q, told.answers.get(&q.id)?)?));
    plan.questions().filter_map(step).collect()
}

/// What is to be asked of a child of this age, if every gate stands as far open as it may.
pub fn scope<'a>(plan: &'a Plan, told: &Told, age: &str) -> BTreeSet<&'a str> {
    let known = known(plan, told);
    let mut scope: BTreeSet<&str> = BTreeSet::new();
    loop {
        let before = scope.len();
        for home in &plan.homes {
            let asked = match home.part {
                Some(part) => part != "Strengths",
                None => told.concerns.contains(&home.id),
            };
            for question in &home.questions {
                let fits = question.ages.is_empty() || question.ages.iter().any(|a| a == age);
                let could_stand = |q: &Question| match known.get(q.id.as_str()) {
                    Some(step) => *step,
                    None if scope.contains(q.id.as_str()) && q.polarity != Polarity::Strength => q.worst(),
                    None => 0,
                };
                let gates = gates(plan, &question.id);
                let open = gates.is_empty() || gates.iter().any(|(q, from)| could_stand(q) >= *from);
                if asked && fits && open {
                    scope.insert(&question.id);
                }
            }
        }
        if scope.len() == before {
            return scope;
        }
    }
}

/// What opens a question.
pub fn gates<'a>(plan: &'a Plan, question: &str) -> Vec<(&'a Question, usize)> {
    let from = |q: &'a Question| q.opens.iter().filter(|(_, id)| id == question).map(move |(at, _)| (q, *at));
    plan.questions().flat_map(from).collect()
}

pub fn ages<'a>(plan: &'a Plan, told: &Told) -> Vec<&'a str> {
    plan.ages.iter().filter(|a| told.age.as_ref().is_none_or(|t| t == *a)).map(String::as_str).collect()
}

pub fn roles<'a>(plan: &'a Plan, told: &Told) -> Vec<&'a str> {
    plan.roles.iter().filter(|r| told.role.as_ref().is_none_or(|t| t == *r)).map(String::as_str).collect()
}

/// What is asked at this age and not known; a strength that is not known is none.
pub fn unknown<'a>(plan: &'a Plan, told: &Told, age: &str) -> Vec<&'a Question> {
    let known = known(plan, told);
    let mut open: Vec<_> = scope(plan, told, age).into_iter().map(|id| plan.question(id)).collect();
    open.retain(|q| !known.contains_key(q.id.as_str()) && q.polarity != Polarity::Strength);
    open
}

/// How many worlds a case leaves possible.
pub fn how_many(plan: &Plan, told: &Told) -> usize {
    let of_age = |age: &str| unknown(plan, told, age).iter().map(|q| q.steps.len()).product::<usize>();
    ages(plan, told).iter().map(|a| of_age(a)).sum::<usize>() * roles(plan, told).len()
}

/// Every world that the case leaves possible.
pub fn worlds<'a>(plan: &'a Plan, told: &Told) -> Vec<World<'a>> {
    let mut all = Vec::new();
    for age in ages(plan, told) {
        let unknown = unknown(plan, told, age);
        let mut ways = vec![known(plan, told)];
        for question in &unknown {
            let longer = |way: &BTreeMap<&'a str, usize>| {
                let step = |n| way.iter().map(|(q, s)| (*q, *s)).chain([(question.id.as_str(), n)]).collect();
                (0..question.steps.len()).map(step).collect::<Vec<BTreeMap<_, _>>>()
            };
            ways = ways.iter().flat_map(longer).collect();
        }
        for mut stands in ways {
            shut(plan, &unknown, &mut stands);
            let role = |role| World { plan, age, role, stands: stands.clone() };
            all.extend(roles(plan, told).into_iter().map(role));
        }
    }
    all
}

/// In a world where a gate is shut, what lies behind it is not asked and so not found.
fn shut<'a>(plan: &'a Plan, guessed: &[&'a Question], stands: &mut BTreeMap<&'a str, usize>) {
    loop {
        let stand = |q: &Question| stands.get(q.id.as_str()).copied().unwrap_or(0);
        let behind = |id: &str| {
            let gates = gates(plan, id);
            !gates.is_empty() && gates.iter().all(|(q, from)| stand(q) < *from)
        };
        let closed = guessed.iter().find(|q| stand(q) > 0 && behind(&q.id));
        let Some(question) = closed else { return };
        stands.insert(&question.id, 0);
    }
}

/// One world for each age and role, with every unknown at one end.
pub fn plane<'a>(plan: &'a Plan, told: &Told, fill: Fill) -> Vec<World<'a>> {
    let mut all = Vec::new();
    for age in ages(plan, told) {
        let mut stands = known(plan, told);
        if fill == Fill::Worst {
            stands.extend(unknown(plan, told, age).iter().map(|q| (q.id.as_str(), q.worst())));
        }
        all.extend(roles(plan, told).into_iter().map(|role| World {
            plan,
            age,
            role,
            stands: stands.clone(),
        }));
    }
    all
}

/// What the answers establish, before any consulting or holding.
pub fn lowest(plan: &Plan, told: &Told) -> usize {
    plane(plan, told, Fill::Least).iter().map(World::result).min().unwrap()
}

/// The highest that the unknowns still allow.
pub fn highest(plan: &Plan, told: &Told) -> usize {
    plane(plan, told, Fill::Worst).iter().map(World::result).max().unwrap()
}

/// Whether a safety question that is to be asked has no answer.
pub fn safety_open(plan: &Plan, told: &Told) -> bool {
    let safety = |q: &&Question| plan.home_of(&q.id).part == Some("Safety");
    ages(plan, told).iter().any(|age| unknown(plan, told, age).iter().any(safety))
}

impl World<'_> {
    fn stand(&self, question: &str) -> usize {
        self.stands.get(question).copied().unwrap_or(0)
    }

    fn fits(&self, ages: &[String]) -> bool {
        ages.is_empty() || ages.iter().any(|a| a == self.age)
    }

    /// Whether an indicator is established: its step or beyond, at an age it can hold for.
    pub fn established(&self, sign: &str) -> bool {
        let (question, step) = self.plan.place_of(sign);
        self.stand(&question.id) >= step && self.fits(&self.plan.sign(sign).ages)
    }

    pub fn holds(&self, when: &Cond) -> bool {
        match when {
            Cond::Indicator(sign) => self.established(sign),
            Cond::Answer(question) => self.stand(question) >= 1,
            Cond::Rung(question, rung) => {
                let at = self.plan.question(question).steps.iter().position(|s| s.id == *rung);
                self.stand(question) >= at.unwrap()
            }
            Cond::Age(ages) => ages.iter().any(|a| a == self.age),
            Cond::Role(roles) => roles.iter().any(|r| r == self.role),
            Cond::Any(parts) => parts.iter().any(|p| self.holds(p)),
            Cond::All(parts) => parts.iter().all(|p| self.holds(p)),
            Cond::AtLeast(n, parts) => parts.iter().filter(|p| self.holds(p)).count() >= self.plan.value(n),
            Cond::Count(count) => self.counts(count),
        }
    }

    fn counts(&self, count: &Count) -> bool {
        let plan = self.plan;
        let mut units = BTreeSet::new();
        let mut domains = BTreeSet::new();
        for question in plan.questions().filter(|q| q.polarity == Polarity::Need) {
            // The highest that holds: one that the child's age rules out hides none below it.
            let mut signs = question.steps.iter().filter_map(|s| s.sign.as_deref());
            let Some(sign) = signs.rfind(|s| self.established(s)) else { continue };
            let sign = plan.sign(sign);
            let wanted = count.themes.is_empty() || count.themes.contains(&sign.theme);
            if !wanted || plan.urgency(&sign.at) < plan.urgency(&count.at) {
                continue;
            }
            domains.insert(plan.domain_of(&sign.dimension));
            units.insert(match plan.count_once.iter().find(|g| g.contains(&sign.dimension)) {
                Some(group) => format!("together {group:?}"),
                None => format!("alone {}", question.id),
            });
        }
        let spread = count.domains.as_ref().map_or(0, |d| plan.value(d));
        let including =
            count.including.is_empty() || count.including.iter().any(|d| domains.contains(d.as_str()));
        units.len() >= plan.value(&count.at_least) && domains.len() >= spread && including
    }

    /// Whether a strength that may ease this rule is established.
    pub fn eased(&self, raise: &Raise) -> bool {
        self.plan.easing && raise.eased_by.iter().any(|s| self.established(s))
    }

    /// Every rule that holds, with the pathway it raises to.
    pub fn raised(&self) -> BTreeMap<String, usize> {
        let plan = self.plan;
        let decisive = plan.signs.iter().filter(|s| s.decisive && self.established(&s.id));
        let decisive = decisive.map(|s| (format!("decisive.{}", s.id), plan.urgency(&s.at)));
        let written = plan.raises.iter().filter(|r| self.holds(&r.when)).map(|r| {
            let to = match &r.eased_to {
                Some(eased) if self.eased(r) => eased,
                _ => &r.to,
            };
            (r.id.clone(), plan.urgency(to))
        });
        written.chain(decisive).collect()
    }

    /// The highest pathway that a rule raises to, or the first.
    pub fn result(&self) -> usize {
        self.raised().into_values().max().unwrap_or(0)
    }

    /// The duties that this practitioner has.
    pub fn duties(&self) -> BTreeSet<String> {
        let binds =
            |roles: &Option<Vec<String>>| roles.as_ref().is_none_or(|r| r.iter().any(|r| r == self.role));
        let mine = self.plan.duties.iter().filter(|d| binds(&d.binds) && self.holds(&d.when));
        mine.map(|d| d.id.clone()).collect()
    }

    /// Advice about telling the family.
    pub fn telling(&self) -> BTreeSet<String> {
        let mine = self.plan.advice.iter().filter(|a| a.topic == "Telling" && self.holds(&a.when));
        mine.map(|a| a.id.clone()).collect()
    }

    pub fn advice(&self) -> BTreeSet<String> {
        self.plan.advice.iter().filter(|a| self.holds(&a.when)).map(|a| a.id.clone()).collect()
    }
}
