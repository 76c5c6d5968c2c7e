//! Random conditions of every kind, nested, kept to what a framework may say.

use super::choices::Choices;
use super::plain::{Amount, Cond, Count, Plan, Polarity};

/// Questions that conditions may name.
pub type Pool = Vec<String>;

/// Every question a condition may name: strengths stand in none.
pub fn everything(plan: &Plan) -> Pool {
    let named = plan.questions().filter(|q| q.polarity != Polarity::Strength);
    named.map(|q| q.id.clone()).collect()
}

/// Questions that a rule may name which strengths ease: no safety question, nothing decisive.
pub fn easeable(plan: &Plan) -> Pool {
    let decisive = |id: &Option<String>| id.as_ref().is_some_and(|s| plan.sign(s).decisive);
    let mut pool = everything(plan);
    pool.retain(|id| plan.home_of(id).part != Some("Safety"));
    pool.retain(|id| !plan.question(id).steps.iter().any(|s| decisive(&s.sign)));
    pool
}

/// A condition.
pub fn condition(c: &mut Choices<'_>, plan: &mut Plan, pool: &Pool, depth: usize) -> Cond {
    match c.below(if depth == 0 { 12 } else { 17 }) {
        0..=3 => leaf(c, plan, pool),
        4..=8 => count(c, plan).unwrap_or_else(|| leaf(c, plan, pool)),
        9 => Cond::Answer(c.one_of(pool).clone()),
        10 => Cond::Age(c.some_of(&plan.ages)),
        11 => Cond::Role(c.some_of(&plan.roles)),
        12 | 13 => Cond::Any(parts(c, plan, pool, depth)),
        14 | 15 => Cond::All(parts(c, plan, pool, depth)),
        _ => {
            let parts = parts(c, plan, pool, depth);
            Cond::AtLeast(amount(c, plan, parts.len()), parts)
        }
    }
}

/// A condition that a rule may raise by: it rests on a need, and nobody meets it before answering.
pub fn raising(c: &mut Choices<'_>, plan: &mut Plan, pool: &Pool) -> Cond {
    let when = condition(c, plan, pool, 2);
    if !at_rest(&when) && rests_on_need(plan, &when) {
        return when;
    }
    let needs: Pool = pool.iter().filter(|q| plan.question(q).polarity == Polarity::Need).cloned().collect();
    Cond::All(vec![when, leaf(c, plan, &needs)])
}

fn parts(c: &mut Choices<'_>, plan: &mut Plan, pool: &Pool, depth: usize) -> Vec<Cond> {
    let many = c.between(1, 3);
    (0..many).map(|_| condition(c, plan, pool, depth - 1)).collect()
}

/// An indicator, or a rung.
fn leaf(c: &mut Choices<'_>, plan: &Plan, pool: &Pool) -> Cond {
    let named: &String = c.one_of(pool);
    let question = plan.question(named);
    let step = &question.steps[c.between(1, question.worst())];
    match &step.sign {
        Some(sign) if !c.chance(30) => Cond::Indicator(sign.clone()),
        _ => Cond::Rung(question.id.clone(), step.id.clone()),
    }
}

/// A number up to `most`, sometimes as a local parameter.
pub fn amount(c: &mut Choices<'_>, plan: &mut Plan, most: usize) -> Amount {
    let n = c.between(1, most);
    if !c.chance(25) {
        return Amount::Number(n);
    }
    let id = format!("local-{n}");
    plan.parameters.insert(id.clone(), n);
    Amount::Parameter(id)
}

/// A count that could be met, if the framework has anything to count there.
fn count(c: &mut Choices<'_>, plan: &mut Plan) -> Option<Cond> {
    let at = 1 + c.below(plan.pathways.len() - 1);
    let lowest_of_level = plan.urgency(&plan.pathways[at].level) == at;
    let name = if lowest_of_level && c.chance(60) { &plan.pathways[at].level } else { &plan.pathways[at].id };
    let name = name.clone();
    let mut signs: Vec<_> = plan.signs.iter().filter(|s| s.polarity == Polarity::Need).collect();
    signs.retain(|s| plan.urgency(&s.at) >= at);
    let mut themes = Vec::new();
    if !signs.is_empty() && c.chance(20) {
        themes = vec![c.one_of(&signs).theme.clone()];
        signs.retain(|s| themes.contains(&s.theme));
    }
    // What counts once together can be met once only.
    let mut units: Vec<_> = signs.iter().map(|s| unit(plan, &s.id)).collect();
    units.sort();
    units.dedup();
    let mut domains: Vec<_> = signs.iter().map(|s| plan.domain_of(&s.dimension).to_owned()).collect();
    domains.sort();
    domains.dedup();
    if units.is_empty() {
        return None;
    }
    let including = if c.chance(20) { c.some_of(&domains) } else { Vec::new() };
    let at_least = amount(c, plan, units.len().min(4));
    let spread = c.chance(30).then(|| amount(c, plan, domains.len()));
    Some(Cond::Count(Count { at: name, at_least, domains: spread, including, themes }))
}

fn unit(plan: &Plan, sign: &str) -> String {
    let dimension = &plan.sign(sign).dimension;
    match plan.count_once.iter().position(|g| g.contains(dimension)) {
        Some(group) => format!("group {group}"),
        None => format!("question {}", plan.place_of(sign).0.id),
    }
}

fn at_rest(when: &Cond) -> bool {
    match when {
        Cond::Age(_) | Cond::Role(_) => true,
        // Whatever number `AtLeast` names: being too careful does no harm.
        Cond::Any(parts) | Cond::AtLeast(_, parts) => parts.iter().any(at_rest),
        Cond::All(parts) => parts.iter().all(at_rest),
        Cond::Indicator(_) | Cond::Answer(_) | Cond::Rung(..) | Cond::Count(_) => false,
    }
}

fn rests_on_need(plan: &Plan, when: &Cond) -> bool {
    let need = |q: &str| plan.question(q).polarity == Polarity::Need;
    match when {
        Cond::Indicator(sign) => need(&plan.place_of(sign).0.id),
        Cond::Answer(question) | Cond::Rung(question, _) => need(question),
        Cond::Age(_) | Cond::Role(_) => false,
        Cond::Any(parts) | Cond::AtLeast(_, parts) => parts.iter().all(|p| rests_on_need(plan, p)),
        Cond::All(parts) => parts.iter().any(|p| rests_on_need(plan, p)),
        Cond::Count(_) => true,
    }
}

/// Every question that a condition names, at whatever depth.
pub fn named(plan: &Plan, when: &Cond, found: &mut Vec<String>) {
    match when {
        Cond::Indicator(sign) => found.push(plan.place_of(sign).0.id.clone()),
        Cond::Answer(question) | Cond::Rung(question, _) => found.push(question.clone()),
        Cond::Any(parts) | Cond::All(parts) | Cond::AtLeast(_, parts) => {
            for part in parts {
                named(plan, part, found);
            }
        }
        Cond::Age(_) | Cond::Role(_) | Cond::Count(_) => {}
    }
}
