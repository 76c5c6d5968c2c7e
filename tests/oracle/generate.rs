//! Small random frameworks, each of which the loader must accept.

use super::choices::Choices;
use super::conditions::{condition, easeable, everything, named, raising};
use super::plain::{
    Advise, Amount, Cond, Duty, Home, Kind, Pathway, Plan, Polarity, Question, Raise, Sign, Step,
};

const THEMES: [&str; 3] = ["Alpha", "Beta", "Gamma"];
const TOPICS: [&str; 3] = ["Practice", "Borderline", "Telling"];

/// A framework from a stream of choices.
pub fn plan(numbers: &[u32]) -> Plan {
    let c = &mut Choices::new(numbers);
    let mut plan = Plan { easing: c.chance(50), ..Plan::default() };
    head(c, &mut plan);
    homes(c, &mut plan);
    rules(c, &mut plan);
    mend(&mut plan);
    plan
}

fn ids(prefix: &str, many: usize) -> Vec<String> {
    (0..many).map(|n| format!("{prefix}{n}")).collect()
}

fn head(c: &mut Choices<'_>, plan: &mut Plan) {
    plan.levels = ids("level-", c.between(2, 4));
    let many = c.between(plan.levels.len().max(3), 6);
    // Each level has a pathway; those left over go anywhere.
    let mut of = ids("level-", plan.levels.len());
    while of.len() < many {
        of.push(c.one_of(&plan.levels).clone());
    }
    of.sort();
    let pathway = |(n, level): (usize, String)| Pathway {
        id: format!("path-{n}"),
        level,
        phone_now: n + 1 == many && c.chance(50),
    };
    plan.pathways = of.into_iter().enumerate().map(pathway).collect();
    for n in 0..c.between(2, 3) {
        plan.domains.push((format!("domain-{n}"), ids(&format!("dim-{n}-"), c.between(1, 3))));
    }
    if c.chance(40) {
        let dimensions: Vec<_> = plan.domains.iter().flat_map(|(_, d)| d.clone()).collect();
        let group = c.some_of(&dimensions);
        if group.len() > 1 {
            plan.count_once.push(group);
        }
    }
    plan.ages = ids("age-", c.between(2, 4));
    plan.roles = ids("role-", c.between(2, 3));
}

fn homes(c: &mut Choices<'_>, plan: &mut Plan) {
    home(c, plan, "safe", Some("Safety"), (1, 3));
    for n in 0..c.between(1, 3) {
        home(c, plan, &format!("concern-{n}"), None, (2, 5));
    }
    // In the order in which they are asked.
    for (part, id) in [
        ("Around", "around"),
        ("Effect", "effect"),
        ("Strengths", "strong"),
        ("History", "past"),
        ("Help", "help"),
    ] {
        let likely = if part == "Strengths" && plan.easing { 85 } else { 20 };
        if c.chance(likely) {
            home(c, plan, id, Some(part), (1, 2));
        }
    }
}

fn home(c: &mut Choices<'_>, plan: &mut Plan, id: &str, part: Option<&'static str>, many: (usize, usize)) {
    let many = c.between(many.0, many.1);
    let mut questions = Vec::new();
    for n in 0..many {
        let polarity = match part {
            Some("Strengths") => Polarity::Strength,
            Some("History" | "Help") if c.chance(60) => Polarity::Background,
            // Every home keeps a first need, so that there is something to raise by.
            None if n > 0 && c.chance(8) => Polarity::Strength,
            None if n > 0 && c.chance(8) => Polarity::Background,
            _ => Polarity::Need,
        };
        questions.push(question(c, plan, format!("{id}.q{n}"), polarity, part == Some("Safety")));
    }
    // Later ones opened by earlier ones: never in a circle. A strength opens nothing, since it may not widen what is asked.
    for to in 1..questions.len() {
        for from in 0..to {
            if questions[from].polarity != Polarity::Strength && c.chance(22) {
                let step = c.between(1, questions[from].worst());
                let opened = questions[to].id.clone();
                questions[from].opens.push((step, opened));
            }
        }
    }
    plan.homes.push(Home { id: id.to_owned(), part, questions });
}

fn question(c: &mut Choices<'_>, plan: &mut Plan, id: String, polarity: Polarity, safety: bool) -> Question {
    let shape = c.below(if safety { 7 } else { 9 });
    let many = match shape {
        0..=3 => 2,
        4..=6 => c.between(2, 4),
        _ => c.between(2, 3),
    };
    let dimensions: Vec<_> = plan.domains.iter().flat_map(|(_, d)| d.clone()).collect();
    let (dimension, theme) = (c.one_of(&dimensions).clone(), (*c.one_of(&THEMES)).to_owned());
    let mut at = usize::from(!c.chance(10));
    let mut steps = Vec::new();
    for n in 0..many {
        let mut step = Step { id: format!("r{n}"), sign: None };
        let top = plan.pathways.len() - 1;
        at += c.below(top - at + 1).div_ceil(2).min(top - at) * usize::from(n > 0);
        let first = n == 0;
        // A first step is where everybody stands: nothing there but the lowest of needs.
        let here =
            if first { shape > 3 && polarity == Polarity::Need && c.chance(12) } else { !c.chance(18) };
        if here {
            let sign = Sign {
                id: format!("{}.{n}", id.replace('.', "-")),
                polarity,
                at: name(c, plan, if first { 0 } else { at }),
                dimension: dimension.clone(),
                theme: theme.clone(),
                decisive: !first
                    && at > 0
                    && polarity == Polarity::Need
                    && c.chance(if safety { 55 } else { 20 }),
                ages: if c.chance(if polarity == Polarity::Strength { 30 } else { 14 }) {
                    c.part_of(&plan.ages)
                } else {
                    Vec::new()
                },
            };
            step.sign = Some(sign.id.clone());
            plan.signs.push(sign);
        }
        steps.push(step);
    }
    let kind = match shape {
        0..=3 => {
            let worry_is_no = steps[1].sign.is_some() && c.chance(35);
            let [calm, worry] = if worry_is_no { ["yes", "no"] } else { ["no", "yes"] };
            calm.clone_into(&mut steps[0].id);
            worry.clone_into(&mut steps[1].id);
            Kind::YesNo { worry_is_no }
        }
        4..=6 => Kind::Ladder,
        _ => number(c, plan, many - 1),
    };
    let ages = if c.chance(10) { c.part_of(&plan.ages) } else { Vec::new() };
    // Only its indicators say that a question is anything but about a need.
    let mute = steps.iter().all(|s| s.sign.is_none()) && !id.starts_with("strong");
    let polarity = if mute { Polarity::Need } else { polarity };
    Question { id, kind, polarity, steps, ages, opens: Vec::new() }
}

/// A pathway's id, or its level's where that means the same.
fn name(c: &mut Choices<'_>, plan: &Plan, at: usize) -> String {
    let pathway = &plan.pathways[at];
    let same = plan.urgency(&pathway.level) == at;
    if same && c.chance(40) { pathway.level.clone() } else { pathway.id.clone() }
}

/// Two to six numbers a step, so that every step has one.
fn number(c: &mut Choices<'_>, plan: &mut Plan, cuts: usize) -> Kind {
    let lower_is_worse = c.chance(50);
    let first = c.between(1, 3);
    let mut at: Vec<usize> = vec![first];
    while at.len() < cuts {
        at.push(at[at.len() - 1] + c.between(1, 3));
    }
    let most = at[at.len() - 1] + c.between(1, 3);
    if lower_is_worse {
        at.reverse();
    }
    let mut amount = |n| {
        if !c.chance(25) {
            return Amount::Number(n);
        }
        let id = format!("cut-{n}");
        plan.parameters.insert(id.clone(), n);
        Amount::Parameter(id)
    };
    let cuts = at.into_iter().map(&mut amount).collect();
    Kind::Number { least: 0, most: i64::try_from(most).unwrap(), lower_is_worse, cuts }
}

fn rules(c: &mut Choices<'_>, plan: &mut Plan) {
    let all = everything(plan);
    let mild = easeable(plan);
    let strengths: Vec<_> = plan.signs.iter().filter(|s| s.polarity == Polarity::Strength).collect();
    let strengths: Vec<_> = strengths.into_iter().map(|s| s.id.clone()).collect();
    let needs = |plan: &Plan| mild.iter().any(|q| plan.question(q).polarity == Polarity::Need);
    for n in 0..c.between(1, 5) {
        let id = format!("raise-{n}");
        let to = 1 + c.below(plan.pathways.len() - 1);
        let ease = !strengths.is_empty() && needs(plan) && c.chance(65);
        let when = raising(c, plan, if ease { &mild } else { &all });
        let eased_by = if ease { c.some_of(&strengths) } else { Vec::new() };
        let eased_to = ease.then(|| c.below(to)).map(|p| name(c, plan, p));
        plan.raises.push(Raise { id, to: name(c, plan, to), when, eased_by, eased_to });
    }
    for n in 0..c.below(3) {
        let when = condition(c, plan, &all, 2);
        plan.advice.push(Advise { id: format!("advice-{n}"), topic: TOPICS[c.below(3)], when });
    }
    for n in 0..c.below(4) {
        let when = condition(c, plan, &all, 2);
        let binds = c.chance(45).then(|| c.part_of(&plan.roles));
        plan.duties.push(Duty { id: format!("duty-{n}"), binds, when, same_day: c.chance(30) });
    }
}

/// Adds what a framework may not lack: a way to each pathway, and something that each question can change.
fn mend(plan: &mut Plan) {
    let by_sign = plan.signs.iter().filter(|s| s.decisive).map(|s| plan.urgency(&s.at));
    let reached: Vec<_> = by_sign.chain(plan.raises.iter().map(|r| plan.urgency(&r.to))).collect();
    let need =
        plan.questions().find(|q| q.polarity == Polarity::Need && q.id.starts_with("concern")).unwrap();
    let need = need.id.clone();
    for at in (1..plan.pathways.len()).filter(|at| !reached.contains(at)) {
        let id = format!("way-{at}");
        // Only together with another: a single answer that reached every pathway would hide all else.
        let other = plan.homes[0].questions[0].id.clone();
        let when = Cond::All(vec![Cond::Answer(need.clone()), Cond::Answer(other)]);
        let to = plan.pathways[at].id.clone();
        plan.raises.push(Raise { id, to, when, eased_by: Vec::new(), eased_to: None });
    }
    let mut mentioned = Vec::new();
    let raises = plan.raises.iter().map(|r| &r.when);
    let others = plan.advice.iter().map(|a| &a.when).chain(plan.duties.iter().map(|d| &d.when));
    raises.chain(others).for_each(|when| named(plan, when, &mut mentioned));
    let above = |s: &Step| s.sign.as_ref().is_some_and(|s| level_above(plan, &plan.sign(s).at));
    let idle = plan.questions().filter(|q| {
        let works = q.steps.iter().any(above) || !q.opens.is_empty() || mentioned.contains(&q.id);
        q.polarity != Polarity::Strength && !works
    });
    let idle: Vec<_> = idle.map(|q| Cond::Answer(q.id.clone())).collect();
    if !idle.is_empty() {
        plan.advice.push(Advise { id: "else".to_owned(), topic: "Practice", when: Cond::Any(idle) });
    }
}

fn level_above(plan: &Plan, at: &str) -> bool {
    plan.pathways[plan.urgency(at)].level != plan.levels[0]
}
