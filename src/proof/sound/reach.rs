//! What can come about at all: told by the sheet with every answer at its worst, and by the one with none.

use super::{Cells, asked, example, somebody};
use crate::{
    framework::{
        Framework,
        condition::{Cell, Condition},
        lanes::{LANES, Sheets},
        model::{AdviceIx, AgeIx, DutyIx, PathwayIx, Polarity, QuestionIx, RoleIx, RuleIx},
    },
    proof::{
        Proof, Unmet,
        place::{Item, Kind},
        sound::Model,
    },
};

/// What held in some context, and what in all of them.
struct Held {
    rules: Vec<bool>,
    advice: Vec<bool>,
    duties: Vec<bool>,
}

pub fn all(framework: &Framework, cells: &Cells) -> Vec<Proof> {
    let asked: Vec<Vec<bool>> =
        (0..framework.ages.len()).map(|age| asked::asked(framework, AgeIx(age))).collect();
    let mut proofs = can_fire(framework, cells);
    proofs.push(never_always(framework, cells));
    proofs.push(reachable(framework, &asked));
    proofs.push(way_on(framework));
    proofs.push(no_ties(framework));
    proofs.push(no_gaps(framework, cells, &asked));
    proofs
}

fn held(framework: &Framework, cells: &[Cell], worst: bool, all: bool) -> Held {
    let start = |n: usize| vec![all; n];
    let mut held = Held {
        rules: start(framework.rules.len()),
        advice: start(framework.advice.len()),
        duties: start(framework.duties.len()),
    };
    asked::in_every_cell(framework, cells, worst, |cells, run| {
        let live = cells.len();
        let some = |lanes: crate::framework::lanes::Lanes| {
            if all { lanes.has_all(live) } else { lanes.each().next().is_some_and(|lane| lane < live) }
        };
        let join = |held: &mut bool, now: bool| *held = if all { *held && now } else { *held || now };
        for (at, held) in held.rules.iter_mut().enumerate() {
            join(held, some(run.rule(RuleIx(at))));
        }
        for (at, held) in held.advice.iter_mut().enumerate() {
            join(held, some(run.advice(AdviceIx(at))));
        }
        for (at, held) in held.duties.iter_mut().enumerate() {
            let binds = &framework.duties[at].binds;
            let lanes = run.duty(DutyIx(at));
            let bound = |lane: usize| binds.is_empty() || binds.contains(&cells[lane].role);
            let mine = lanes.each().filter(|lane| *lane < live && bound(*lane));
            let bound = (0..live).filter(|lane| bound(*lane)).count();
            let mine = mine.count();
            join(held, if all { mine == bound && bound > 0 || bound == 0 && *held } else { mine > 0 });
        }
    });
    held
}

/// Rules, advice and duties that no answers of anybody bring about.
fn can_fire(framework: &Framework, cells: &Cells) -> Vec<Proof> {
    let held = held(framework, &cells.every, true, false);
    let why = |when: &Condition| because(framework, cells, when);
    let never = |item: Item, noun: &str, when: &Condition| {
        let says = format!("{noun} `{}` cannot come about, whatever is answered: {}", item.id, why(when));
        Unmet::new(item, says).with(example::open(framework))
    };
    let rules = framework.rules.iter().zip(&held.rules).filter(|(_, held)| !**held);
    let advice = framework.advice.iter().zip(&held.advice).filter(|(_, held)| !**held);
    let rules = rules.map(|(rule, _)| never(Item::rule(framework, rule), "the rule", &rule.when));
    let advice =
        advice.map(|(advice, _)| never(Item::new(Kind::Rule, &advice.id), "the advice", &advice.when));
    let duties = framework.duties.iter().zip(&held.duties).filter(|(_, held)| !**held);
    let duties = duties.map(|(duty, _)| never(Item::new(Kind::Duty, &duty.id), "the duty", &duty.when));
    vec![
        Proof::of(
            "every-rule-can-fire",
            "each rule and each piece of advice holds for somebody when every answer is at its worst",
            rules.chain(advice).collect(),
        ),
        Proof::of(
            "every-duty-can-arise",
            "each duty arises for somebody whom it binds when every answer is at its worst",
            duties.collect(),
        ),
    ]
}

/// The smallest part of a condition that no answers make hold, in words.
fn because(framework: &Framework, cells: &Cells, when: &Condition) -> String {
    let fits = |question: QuestionIx, age: AgeIx| {
        framework[question].ages.is_empty() || framework[question].ages.contains(&age)
    };
    if let Condition::All(parts) = when {
        let ages = |part: &Condition| -> Vec<AgeIx> {
            let all = (0..framework.ages.len()).map(AgeIx);
            match part {
                Condition::Age(ages) => ages.clone(),
                Condition::At { question, .. } => all.filter(|age| fits(*question, *age)).collect(),
                _ => all.collect(),
            }
        };
        let shared = (0..framework.ages.len())
            .map(AgeIx)
            .any(|age| parts.iter().all(|part| ages(part).contains(&age)));
        if !shared {
            return "its parts are about children of different ages".to_owned();
        }
        let roles = |part: &Condition| match part {
            Condition::Role(roles) => roles.clone(),
            _ => (0..framework.roles.len()).map(RoleIx).collect(),
        };
        if !(0..framework.roles.len())
            .map(RoleIx)
            .any(|role| parts.iter().all(|part| roles(part).contains(&role)))
        {
            return "its parts are about people in different roles".to_owned();
        }
    }
    let never =
        |question: &QuestionIx| !cells.every.iter().any(|cell| asked::asked(framework, cell.age)[question.0]);
    match when.questions(framework).iter().find(|question| never(question)) {
        Some(question) => format!("the question `{}` is never asked", framework[*question].id),
        None => "what it needs is never there for one child".to_owned(),
    }
}

/// Rules, advice and duties that hold for everybody before anything is answered.
fn never_always(framework: &Framework, cells: &Cells) -> Proof {
    let held = held(framework, &cells.every, false, true);
    let case = || somebody(&cells.every).map(|cell| example::told(framework, cell, &Model::new()));
    let always = |item: Item, noun: &str| {
        let says = format!("{noun} `{}` comes about for everybody, before anything is answered", item.id);
        let unmet = Unmet::new(item, says);
        match case() {
            Some(case) => unmet.with(case),
            None => unmet,
        }
    };
    let rules = framework.rules.iter().zip(&held.rules).filter(|(_, held)| **held);
    let advice = framework.advice.iter().zip(&held.advice).filter(|(_, held)| **held);
    let duties = framework.duties.iter().zip(&held.duties).filter(|(_, held)| **held);
    let unmet = rules
        .map(|(rule, _)| always(Item::rule(framework, rule), "the rule"))
        .chain(advice.map(|(advice, _)| always(Item::new(Kind::Rule, &advice.id), "the advice")))
        .chain(duties.map(|(duty, _)| always(Item::new(Kind::Duty, &duty.id), "the duty")));
    Proof::of(
        "nothing-always-holds",
        "with nothing answered no rule, advice or duty holds for everybody",
        unmet.collect(),
    )
}

/// Questions that are never asked, whoever the child is and whatever is answered.
fn reachable(framework: &Framework, asked: &[Vec<bool>]) -> Proof {
    let never = framework.questions().filter(|(at, _)| !asked.iter().any(|of_age| of_age[at.0]));
    let unmet = never.map(|(_, question)| {
        let says = format!(
            "the question `{}` is never asked: what opens it is asked of children of other ages, or never itself",
            question.id
        );
        Unmet::new(Item::new(Kind::Question, &question.id), says).with(example::open(framework))
    });
    Proof::of(
        "every-question-reachable",
        "answers lead to each question, for a child of some age",
        unmet.collect(),
    )
}

/// Wherever something is not known, the framework says what to do next.
fn way_on(framework: &Framework) -> Proof {
    let mut unmet = Vec::new();
    let whole = Item::new(Kind::Head, &framework.about.id);
    if framework.consult.steps.is_empty() {
        let says = "while a safety question is not known no level is given, and nothing says what to do then (`consult` has no steps)";
        unmet.push(Unmet::new(whole.clone(), says.to_owned()).with(example::open(framework)));
    }
    if framework.escalation.is_empty() {
        let says = "nothing says what to do when the front door does not answer (`escalation` has no steps)";
        unmet.push(Unmet::new(whole, says.to_owned()));
    }
    for pathway in framework.pathways.iter().skip(1).filter(|pathway| pathway.steps.is_empty()) {
        let says = format!("the pathway `{}` leads to no next step", pathway.id);
        unmet.push(Unmet::new(Item::new(Kind::Head, &pathway.id), says));
    }
    let how = "each question takes *not known* and says how to find out; *consult*, escalation and each pathway above the first have a next step";
    Proof::of("not-known-has-a-way-on", how, unmet)
}

/// Pathways stand in one order, so that none can tie; but two with one name nobody can tell apart.
fn no_ties(framework: &Framework) -> Proof {
    let mut unmet = Vec::new();
    let mut twice = |same: bool, first: &crate::framework::Id, second: &crate::framework::Id, what: &str| {
        if same {
            let says = format!("`{first}` and `{second}` cannot be told apart: they have one {what}");
            unmet.push(Unmet::new(Item::new(Kind::Head, second), says));
        }
    };
    let alike = |a: &str, b: &str| a.trim().to_lowercase() == b.trim().to_lowercase();
    for (at, pathway) in framework.pathways.iter().enumerate() {
        for before in &framework.pathways[..at] {
            let same = before.level == pathway.level && alike(&before.title, &pathway.title);
            twice(same, &before.id, &pathway.id, "level and one title");
        }
    }
    for (at, level) in framework.levels.iter().enumerate() {
        for before in &framework.levels[..at] {
            twice(alike(&before.label, &level.label), &before.id, &level.id, "label");
        }
    }
    Proof::of("no-ties", "pathways stand in one order of urgency, and no two have one name", unmet)
}

/// For each age: every sign of a pathway together comes to that pathway, and the top can be come to.
fn no_gaps(framework: &Framework, cells: &Cells, asked: &[Vec<bool>]) -> Proof {
    let mut sheets: Vec<(Cell, PathwayIx, Model)> = Vec::new();
    let Some(first) = somebody(&cells.telling) else {
        return Proof::of("no-gaps", "there is nobody to ask about", Vec::new());
    };
    for (age, asked) in asked.iter().enumerate() {
        let cell = Cell { age: AgeIx(age), role: first.role };
        for pathway in (1..framework.pathways.len()).map(PathwayIx) {
            let model = signs(framework, cell.age, pathway, asked);
            if let Some(model) = model {
                sheets.push((cell, pathway, model));
            }
        }
    }
    let mut unmet: Vec<Unmet> = Vec::new();
    let mut lanes = Sheets::new(&framework.program);
    for some in sheets.chunks(LANES) {
        lanes.clear();
        for (lane, (cell, _, model)) in some.iter().enumerate() {
            lanes.set_cell(lane, *cell);
            for (question, step) in model {
                lanes.answer(lane, *question, *step);
            }
        }
        let run = lanes.run();
        for ((cell, pathway, model), result) in some.iter().zip(run.results(some.len())) {
            let id = &framework[*pathway].id;
            if result >= *pathway || unmet.iter().any(|other| other.item.id == id.as_str()) {
                continue;
            }
            let says = format!(
                "a child ({}) with every sign of `{id}` and of all below it comes only to `{}`",
                framework[cell.age].title, framework[result].id
            );
            let case = example::told(framework, *cell, model);
            unmet.push(Unmet::new(Item::new(Kind::Head, id), says).with(case));
        }
        lanes = run.into_sheets();
    }
    let how = "at each age every sign of a pathway together comes to that pathway or beyond";
    Proof::of("no-gaps", how, unmet)
}

/// Every need up to a pathway, where there is one of just that pathway; nothing for a question that is a number's.
fn signs(framework: &Framework, age: AgeIx, pathway: PathwayIx, asked: &[bool]) -> Option<Model> {
    let mut model = Model::new();
    let mut there = false;
    for (at, question) in framework.questions().filter(|(at, q)| asked[at.0] && q.polarity == Polarity::Need)
    {
        let fits = |step: &usize| {
            let sign = question.steps[*step].indicator.map(|sign| &framework[sign]);
            sign.is_some_and(|sign| sign.pathway <= pathway && sign.fits(age))
        };
        let Some(step) = (1..question.steps.len()).rev().find(fits) else { continue };
        there |= question.steps[step].indicator.is_some_and(|sign| framework[sign].pathway == pathway);
        model.insert(at, step);
    }
    there.then_some(model)
}
