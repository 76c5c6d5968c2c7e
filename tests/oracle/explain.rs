//! What is said about a result is true of it: its reasons, what would move it, what to find out.

use std::collections::{BTreeMap, BTreeSet};

use levels_of_need::{assess::assessment::Change, framework::Framework};
use proptest::{prelude::*, test_runner::TestCaseResult};

use super::cases::Setup;
use super::naive::{self, Fill, World, plane};
use super::plain::{Plan, Polarity, Question, Told};
use super::subject::{assessed, loaded, question};

pub fn reasons(setup: &Setup) -> TestCaseResult {
    let Setup { plan, told, .. } = setup;
    let framework = loaded(plan)?;
    let assessment = assessed(&framework, told);
    let worlds = plane(plan, told, Fill::Least);
    let raised: Vec<BTreeMap<_, _>> = worlds.iter().map(World::raised).collect();
    let known = told.age.is_some() && told.role.is_some();
    let listed = |list: &[levels_of_need::assess::assessment::Reason]| {
        list.iter().map(|r| (framework[r.rule].id.to_string(), r.to.0)).collect::<BTreeMap<_, _>>()
    };
    let (reasons, also) = (listed(&assessment.reasons), listed(&assessment.also));
    if known {
        let result = assessment.span.answered.0;
        let (top, below): (BTreeMap<_, _>, BTreeMap<_, _>) =
            raised[0].clone().into_iter().partition(|(_, to)| *to == result);
        prop_assert_eq!(&reasons, &top, "the rules that established the result");
        prop_assert_eq!(&also, &below, "the rules that hold below it");
    }
    for rule in raised[0].keys().filter(|r| raised.iter().all(|w| w.contains_key(*r))) {
        prop_assert!(reasons.contains_key(rule) || also.contains_key(rule), "{rule} is not told of");
    }
    for reason in assessment.reasons.iter().chain(&assessment.also) {
        let rule = framework[reason.rule].id.to_string();
        prop_assert!(raised.iter().any(|w| w.contains_key(&rule)), "{rule} does not hold");
        let rests: Vec<_> = reason.answers.iter().map(|q| question(&framework, *q)).collect();
        let known = naive::known(plan, told);
        prop_assert!(rests.iter().all(|q| known.contains_key(q)), "{rule} rests on what is not known");
        let mut without = told.clone();
        for q in &rests {
            without = without.with(plan, q, 0);
        }
        let still = plane(plan, &without, Fill::Least).iter().all(|w| w.raised().contains_key(&rule));
        prop_assert!(!still, "{rule} holds without the answers that it is said to rest on: {rests:?}");
        let mut alone = told.clone();
        alone.answers.retain(|q, _| rests.contains(&q.as_str()));
        let enough = plane(plan, &alone, Fill::Least).iter().any(|w| w.raised().contains_key(&rule));
        prop_assert!(enough, "{rule} rests on more than is told: {rests:?}");
        let raise = plan.raises.iter().find(|r| r.id == rule);
        let eased = raise.is_some_and(|r| worlds.iter().any(|w| w.eased(r)));
        prop_assert!(eased || !reason.eased, "{rule} is said to be eased");
        prop_assert!(!known_context(told) || eased == reason.eased, "{rule} is eased in silence");
    }
    Ok(())
}

fn known_context(told: &Told) -> bool {
    told.age.is_some() && told.role.is_some()
}

fn after(
    plan: &Plan,
    told: &Told,
    framework: &Framework,
    answers: &[(levels_of_need::framework::model::QuestionIx, usize)],
) -> usize {
    let change = |told: Told, (q, step): &(_, usize)| told.with(plan, question(framework, *q), *step);
    naive::lowest(plan, &answers.iter().fold(told.clone(), change))
}

pub fn would_change(setup: &Setup) -> TestCaseResult {
    let Setup { plan, told, .. } = setup;
    let framework = loaded(plan)?;
    let assessment = assessed(&framework, told);
    let now = assessment.span.answered.0;
    for Change { to, answers, children: _ } in &assessment.would_change {
        let said: Vec<_> = answers.iter().map(|(q, step)| (question(&framework, *q), *step)).collect();
        prop_assert!(to.0 != now, "no change at all: {said:?}");
        prop_assert_eq!(
            after(plan, told, &framework, answers),
            to.0,
            "{:?} does not move {} there",
            said,
            now
        );
        // Each proper subset, as the bits of a number.
        for bits in 0..(1_usize << answers.len()) - 1 {
            let part: Vec<_> =
                (0..answers.len()).filter(|n| bits >> n & 1 == 1).map(|n| answers[n]).collect();
            prop_assert!(
                after(plan, told, &framework, &part) != to.0,
                "fewer would do: {part:?} of {said:?}"
            );
        }
    }
    // Wherever a single answer in scope would move the result, nothing longer is told, and it is told.
    let known = naive::known(plan, told);
    let scope: Vec<_> = assessment.scope.iter().map(|q| question(&framework, *q)).collect();
    let sizes =
        |to: usize| assessment.would_change.iter().filter(move |c| c.to.0 == to).map(|c| c.answers.len());
    let lowers = |c: &&Change| c.to.0 < now;
    let lowering = assessment.would_change.iter().filter(lowers).map(|c| c.answers.len()).max();
    let here = |q: &&Question| scope.contains(&q.id.as_str()) && q.polarity != Polarity::Strength;
    for q in plan.questions().filter(here) {
        for step in (0..q.steps.len()).filter(|step| known.get(q.id.as_str()) != Some(step)) {
            let to = naive::lowest(plan, &told.with(plan, &q.id, step));
            let raised = to <= now || sizes(to).max() == Some(1);
            prop_assert!(
                raised,
                "{} at {step} alone would raise {now} to {to}: {:?}",
                q.id,
                assessment.would_change
            );
            // How far it would fall is not asked: any fall by one answer is told as such.
            let lowered = to >= now || lowering == Some(1);
            prop_assert!(
                lowered,
                "{} at {step} alone would lower {now} to {to}: {:?}",
                q.id,
                assessment.would_change
            );
        }
    }
    Ok(())
}

/// Where an answer opened an unknown that would make telling the family unwise, that is said.
pub fn check_before_telling(setup: &Setup) -> TestCaseResult {
    let Setup { plan, told, .. } = setup;
    let framework = loaded(plan)?;
    let said = assessed(&framework, told).check_before_telling;
    let known = naive::known(plan, told);
    let unwise = |told: &Told, fill| -> Vec<BTreeSet<String>> {
        plane(plan, told, fill).iter().map(World::telling).collect()
    };
    let shared = |all: Vec<BTreeSet<String>>| all.into_iter().reduce(|a, b| &a & &b).unwrap();
    let already = shared(unwise(told, Fill::Least));
    let mut opened = BTreeSet::new();
    for age in naive::ages(plan, told) {
        for unknown in naive::unknown(plan, told, age) {
            let gates = naive::gates(plan, &unknown.id);
            if gates.iter().any(|(q, from)| known.get(q.id.as_str()).is_some_and(|step| step >= from)) {
                opened.insert(unknown.id.as_str());
            }
        }
    }
    for id in &opened {
        let worst = told.with(plan, id, plan.question(id).worst());
        let then = shared(unwise(&worst, Fill::Least));
        prop_assert!(said || then.is_subset(&already), "{id} could make telling unwise, and nothing is said");
    }
    let possible = unwise(told, Fill::Worst).iter().any(|of_world| !of_world.is_subset(&already));
    prop_assert!(!said || (possible && !opened.is_empty()), "a caution without a ground");
    Ok(())
}

pub fn find_out(setup: &Setup) -> TestCaseResult {
    let Setup { plan, told, .. } = setup;
    let framework = loaded(plan)?;
    let assessment = assessed(&framework, told);
    let ages = naive::ages(plan, told);
    let open: BTreeSet<_> =
        ages.iter().flat_map(|a| naive::unknown(plan, told, a)).map(|q| q.id.as_str()).collect();
    let (lowest, highest) = (naive::lowest(plan, told), naive::highest(plan, told));
    let mut left = open.clone();
    for unknown in &assessment.find_out {
        let id = question(&framework, unknown.question);
        prop_assert!(left.remove(id), "{id} is no unknown in scope, or stands there twice");
        let worst = naive::lowest(plan, &told.with(plan, id, plan.question(id).worst()));
        prop_assert_eq!(unknown.could_establish.0, worst, "what {} could establish", id);
        let least = naive::highest(plan, &told.with(plan, id, 0));
        prop_assert_eq!(unknown.would_leave.0, least, "what {} would leave", id);
    }
    for id in left {
        let worst = naive::lowest(plan, &told.with(plan, id, plan.question(id).worst()));
        let least = naive::highest(plan, &told.with(plan, id, 0));
        prop_assert!(
            worst == lowest && least == highest,
            "{id} would move the result and is not to be found out"
        );
    }
    let safety = |q: &str| plan.home_of(q).part == Some("Safety");
    let order: Vec<_> =
        assessment.find_out.iter().map(|u| safety(question(&framework, u.question))).collect();
    prop_assert!(order.is_sorted_by(|a, b| a >= b), "safety questions come first");
    Ok(())
}
