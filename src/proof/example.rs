//! A case with the answers that a proof rests on, as a practitioner would have given them.

use super::sound::{Budget, Model, Ways};
use crate::{
    assess::{assess, facts::answer_at},
    case::{
        Answer, Answered, Case,
        model::{Expect, FrameworkRef},
    },
    framework::{
        Framework, Id,
        condition::{Cell, Condition},
        model::{AgeIx, Home, Kind, Part, PathwayIx, Question, RoleIx, Worse},
    },
};

/// Nothing answered, every concern chosen, nobody's age or role known: all is still possible.
pub fn open(framework: &Framework) -> Case {
    let mut case = empty(framework);
    case.concerns = framework.concerns.iter().map(|concern| concern.id.clone()).collect();
    case
}

/// One child and one practitioner, and only these answers.
pub fn told(framework: &Framework, cell: Cell, model: &Model) -> Case {
    let mut case = empty(framework);
    case.about.age = Some(framework[cell.age].id.clone());
    case.about.role = Some(framework[cell.role].id.clone());
    for (question, step) in model {
        let question = &framework[*question];
        if let Home::Concern(concern) = question.home {
            let id: &Id = &framework[concern].id;
            if !case.concerns.contains(id) {
                case.concerns.push(id.clone());
            }
        }
        if let Some(answer) = answer_at(question, *step).or_else(|| number_at(question, *step)) {
            case.answers.push(Answered::new(question.id.clone(), answer));
        }
    }
    case
}

/// What a case can be made to reach.
enum Reached<'a> {
    /// A rule, a duty or advice.
    When(&'a Condition, Vec<RoleIx>),
    Pathway(PathwayIx),
}

/// A case that reaches a rule, a piece of advice, a duty, an indicator's own rule or a pathway, with the fewest answers
/// and the safety questions answered calmly. None where there is nothing of that id; `Some(None)` where no answers were
/// found within the work allowed.
pub fn reaching(framework: &Framework, id: &str) -> Option<Option<Case>> {
    let target = find(framework, id)?;
    let ways = Ways::new(framework);
    let mut budget = Budget { left: 500_000 };
    let whens: Vec<(&Condition, Vec<RoleIx>)> = match target {
        Reached::When(when, binds) => vec![(when, binds)],
        Reached::Pathway(to) => {
            let rules = framework.rules.iter().filter(|rule| rule.to == to);
            rules.map(|rule| (&rule.when, Vec::new())).collect()
        }
    };
    // Where several ages would do, one that has been born comes first.
    let mut ages: Vec<AgeIx> = (0..framework.ages.len()).map(AgeIx).collect();
    ages.sort_by_key(|age| framework[*age].before_birth);
    for (when, binds) in &whens {
        for age in &ages {
            for role in
                (0..framework.roles.len()).map(RoleIx).filter(|role| binds.is_empty() || binds.contains(role))
            {
                let cell = Cell { age: *age, role };
                let mut seen = 0;
                let mut made = None;
                ways.each(when, None, (cell, None, 0), &mut budget, &mut |model| {
                    seen += 1;
                    let case = completed(framework, cell, model);
                    let fits = |to: PathwayIx| {
                        let lowest = case.expect.as_ref().and_then(|expect| expect.lowest.as_ref());
                        lowest == Some(&framework[to].id)
                    };
                    let good = match find(framework, id) {
                        Some(Reached::Pathway(to)) => fits(to),
                        _ => true,
                    };
                    if good {
                        made = Some(case);
                    }
                    made.is_none() && seen < 16
                });
                if made.is_some() {
                    return Some(made);
                }
            }
        }
    }
    // A pathway that every rule to it overshoots is not reached.
    Some(None)
}

fn find<'a>(framework: &'a Framework, id: &str) -> Option<Reached<'a>> {
    let rule = framework.rules.iter().find(|rule| {
        rule.id.as_str() == id || rule.decisive.is_some_and(|sign| framework[sign].id.as_str() == id)
    });
    let advice = || framework.advice.iter().find(|advice| advice.id.as_str() == id);
    let duty = || framework.duties.iter().find(|duty| duty.id.as_str() == id);
    let pathway = || framework.pathways.iter().position(|pathway| pathway.id.as_str() == id).map(PathwayIx);
    rule.map(|rule| Reached::When(&rule.when, Vec::new()))
        .or_else(|| advice().map(|advice| Reached::When(&advice.when, Vec::new())))
        .or_else(|| duty().map(|duty| Reached::When(&duty.when, duty.binds.clone())))
        .or_else(|| pathway().filter(|at| at.0 > 0).map(Reached::Pathway))
}

/// A case with a story to write, and what it comes to as far as it goes.
fn completed(framework: &Framework, cell: Cell, model: &Model) -> Case {
    let mut model = model.clone();
    for (at, question) in framework.questions() {
        let safety = question.part == Some(Part::Safety);
        let fits = question.ages.is_empty() || question.ages.contains(&cell.age);
        if safety && fits && question.opened_by.is_empty() {
            model.entry(at).or_insert(0);
        }
    }
    let mut case = told(framework, cell, &model);
    case.story = Some("To be written.".to_owned());
    let found = assess(framework, &case, case.as_of);
    case.expect = Some(Expect {
        lowest: found.span.lowest.map(|at| framework[at].id.clone()),
        highest: framework[found.span.highest].id.clone(),
        duties: found.duties.iter().map(|due| framework[due.duty].id.clone()).collect(),
        why: "To be written.".to_owned(),
        contested: false,
        children: Vec::new(),
    });
    case
}

fn empty(framework: &Framework) -> Case {
    let about = &framework.about;
    let framework = FrameworkRef { id: about.id.clone(), edition: about.edition.clone(), fingerprint: None };
    Case::new(String::new(), framework, about.valid_from, None)
}

/// The number nearest to a step's milder edge that stands at that step.
fn number_at(question: &Question, step: usize) -> Option<Answer> {
    let Kind::Number { least, most, worse, cuts, .. } = &question.kind else { return None };
    let beyond = |n: i64, cut: i64| match worse {
        Worse::Lower => n < cut,
        Worse::Higher => n > cut,
    };
    let stands = |n: i64| cuts.iter().filter(|cut| beyond(n, **cut)).count() == step;
    let near = cuts.iter().flat_map(|cut| [cut - 1, *cut, cut + 1]).chain([*least, *most]);
    let within = near.filter(|n| (least..=most).contains(&n));
    within.into_iter().find(|n| stands(*n)).map(Answer::Number)
}
