//! The span, the duties and the advice are those of every possible world, walked through one by one.

use std::collections::BTreeSet;

use levels_of_need::{
    assess::{Engine, family::Family, many, span},
    case::{Answer, ChildNo},
    framework::{
        lanes::{LANES, Sheet},
        model::PathwayIx,
    },
};
use proptest::{prelude::*, test_runner::TestCaseResult};

use super::cases::Setup;
use super::direction::with;
use super::naive::{self, Fill, World, plane, worlds};
use super::plain::{Polarity, Question};
use super::subject::{assessed, case, loaded, names};

pub fn is_exact(setup: &Setup) -> TestCaseResult {
    let Setup { plan, told, .. } = setup;
    let framework = loaded(plan)?;
    let span = assessed(&framework, told).span;
    let results = worlds(plan, told).iter().map(World::result).collect::<BTreeSet<_>>();
    let (least, most) = (results.first().unwrap(), results.last().unwrap());
    prop_assert_eq!(span.answered, PathwayIx(*least), "what every world establishes");
    prop_assert_eq!(span.highest, PathwayIx(*most), "what some world establishes");
    let at_rest = plan.pathways[*least].level == plan.pathways[0].level;
    let consult = at_rest && naive::safety_open(plan, told);
    prop_assert_eq!(span.lowest, (!consult).then_some(PathwayIx(*least)), "consult: {}", consult);
    // The oracle's own short cut, which other properties take, must lead to the same places.
    prop_assert_eq!(naive::lowest(plan, told), *least);
    prop_assert_eq!(naive::highest(plan, told), *most);
    Ok(())
}

/// Sheets tried side by side come to what each comes to alone, in whatever lane it lies.
pub fn side_by_side(setup: &Setup) -> TestCaseResult {
    let Setup { plan, told, .. } = setup;
    let framework = loaded(plan)?;
    let case = case(told);
    let family = Family::read(&framework, &case);
    let facts = family.of(ChildNo::FIRST).unwrap();
    let cells = facts.cells(&framework);
    let sheets: Vec<Sheet> = cells.iter().map(|&cell| many::sheet(facts, cell).unwrap()).collect();
    // More sheets than lie side by side, so that a second batch begins.
    let batch: Vec<Sheet> = sheets.iter().cycle().take(LANES + sheets.len()).cloned().collect();
    let together = many::ends(&framework, &batch);
    let engine = Engine::new(&framework);
    for (at, (lowest, highest)) in together.into_iter().enumerate() {
        let cell = cells[at % cells.len()];
        prop_assert_eq!(lowest, engine.result(&facts.least(), cell), "lowest, lane {}", at);
        prop_assert_eq!(
            highest,
            engine.result(&facts.most(&framework, cell.age), cell),
            "highest, lane {}",
            at
        );
    }
    Ok(())
}

pub fn duties_and_advice(setup: &Setup) -> TestCaseResult {
    let Setup { plan, told, .. } = setup;
    let framework = loaded(plan)?;
    let assessment = assessed(&framework, told);
    let worlds = worlds(plan, told);
    let any: BTreeSet<_> = worlds.iter().flat_map(World::duties).collect();
    let established = shared(worlds.iter().map(World::duties));
    let possible: BTreeSet<_> = any.difference(&established).cloned().collect();
    let due: Vec<_> = assessment.duties.iter().map(|d| d.duty).collect();
    prop_assert_eq!(names(&due, |d| framework[d].id.clone()), established.clone(), "duties established");
    let told_of = names(&assessment.duties_possible, |d| framework[d].id.clone());
    prop_assert_eq!(told_of, possible, "duties possible");
    let advice = names(&assessment.advice, |a| framework[a].id.clone());
    prop_assert_eq!(advice, shared(worlds.iter().map(World::advice)), "advice");
    let same_day = plan.duties.iter().any(|d| d.same_day && established.contains(&d.id));
    let phone = plan.pathways[naive::lowest(plan, told)].phone_now;
    prop_assert_eq!(assessment.phone_now.is_some(), same_day || phone, "phone now");
    Ok(())
}

/// What every one of them has.
fn shared(all: impl Iterator<Item = BTreeSet<String>>) -> BTreeSet<String> {
    all.reduce(|a, b| a.intersection(&b).cloned().collect()).unwrap()
}

/// What is asked, what is not looked at, and the strengths that are established.
pub fn scope(setup: &Setup) -> TestCaseResult {
    let Setup { plan, told, .. } = setup;
    let framework = loaded(plan)?;
    let assessment = assessed(&framework, told);
    let asked: BTreeSet<_> =
        naive::ages(plan, told).into_iter().flat_map(|a| naive::scope(plan, told, a)).collect();
    let counts = |id: &&str| plan.question(id).polarity != Polarity::Strength;
    let known = naive::known(plan, told);
    // What was answered is shown wherever it stands.
    let asked = |id: &&str| asked.contains(id) || known.contains_key(id);
    let asked: Vec<_> = plan.questions().map(|q| q.id.as_str()).filter(asked).filter(counts).collect();
    let scope = assessment.scope.iter().map(|q| framework[*q].id.as_str());
    prop_assert_eq!(scope.filter(counts).collect::<Vec<_>>(), asked, "in scope, in the framework's order");
    let left = plan.homes.iter().filter(|h| h.part.is_none() && !told.concerns.contains(&h.id));
    let left: BTreeSet<_> = left.map(|h| h.id.clone()).collect();
    prop_assert_eq!(names(&assessment.not_looked_at, |c| framework[c].id.clone()), left, "not looked at");
    // A strength is shown where one of its indicators is established at every age this child could be,
    // as it would be for easing; a step without any speaks for itself.
    let worlds = plane(plan, told, Fill::Least);
    let strong = |q: &&Question| {
        let stands = known.get(q.id.as_str()).copied().unwrap_or(0);
        let mut signs = q.steps[..=stands].iter().filter_map(|s| s.sign.as_deref());
        let shown = |w: &World<'_>| signs.clone().any(|s| w.established(s));
        stands > 0 && (worlds.iter().all(shown) || signs.next().is_none())
    };
    let strong = plan.questions().filter(|q| q.polarity == Polarity::Strength).filter(strong);
    let strong: BTreeSet<_> = strong.map(|q| q.id.clone()).collect();
    prop_assert_eq!(names(&assessment.strengths, |q| framework[q].id.clone()), strong, "strengths");
    Ok(())
}

/// *Not known* says no more and no less than not having been asked.
pub fn not_known_is_not_asked(setup: &Setup) -> TestCaseResult {
    let Setup { plan, told, .. } = setup;
    let framework = loaded(plan)?;
    let mut silent = case(told);
    silent.answers.retain(|a| a.answer != Answer::NotKnown);
    let mut spoken = case(told);
    for question in framework.questions.iter().filter(|q| !told.answers.contains_key(q.id.as_str())) {
        spoken = with(&spoken, &question.id, Answer::NotKnown);
    }
    let [silent, plain, spoken] = [&silent, &case(told), &spoken].map(|c| span(&framework, c));
    prop_assert_eq!(silent, plain);
    prop_assert_eq!(spoken, plain);
    Ok(())
}
