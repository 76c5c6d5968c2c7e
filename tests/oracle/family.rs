//! Several children in one check: each comes to what they would alone, and the family to the most of them.

use std::collections::BTreeSet;

use levels_of_need::{
    assess::{
        assess,
        assessment::{Assessment, Due},
        family::one_for_all,
        span,
    },
    case::{Answered, Case, ChildNo, family::Child},
    framework::{
        Framework,
        model::{PathwayIx, Polarity, QuestionIx},
    },
};
use proptest::{prelude::*, test_runner::TestCaseResult};

use super::cases::{Setup, told};
use super::choices::Choices;
use super::direction::{answer_at, step_in, with};
use super::naive::{self, Fill, World, plane};
use super::plain::{Plan, Told};
use super::subject::{TODAY, case, established, id, loaded, names};

const SECOND: ChildNo = ChildNo(2);

/// Two children with a role and concerns in common, each alone and both in one case.
struct Two {
    alone: [Told; 2],
    both: Case,
}

fn two(setup: &Setup, numbers: &[u32]) -> Two {
    let Setup { plan, told: first, moves } = setup;
    let mut second = told(plan, numbers);
    second.role.clone_from(&first.role);
    second.concerns.clone_from(&first.concerns);
    let c = &mut Choices::new(moves);
    let (one, other) = (case(first), case(&second));
    let mut both = one.clone();
    both.children.push(Child {
        no: SECOND,
        called: String::new(),
        age: second.age.as_deref().map(id),
        due: None,
    });
    both.answers.clear();
    let own = |no: ChildNo, answered: &Answered| Answered { child: Some(no), ..answered.clone() };
    for question in plan.questions() {
        let (a, b) = (one.answered(&id(&question.id)), other.answered(&id(&question.id)));
        match (a, b) {
            (Some(a), Some(b)) if a == b && c.chance(70) => both.answers.push(a.clone()),
            // The one for all, and the own one of a child of whom it does not hold.
            (Some(a), Some(b)) if c.chance(50) => both.answers.extend([own(SECOND, b), a.clone()]),
            (Some(a), Some(b)) if c.chance(50) => both.answers.extend([b.clone(), own(ChildNo::FIRST, a)]),
            (a, b) => {
                both.answers.extend(a.map(|a| own(ChildNo::FIRST, a)));
                both.answers.extend(b.map(|b| own(SECOND, b)));
            }
        }
    }
    Two { alone: [first.clone(), second], both }
}

fn ends(plan: &Plan, told: &Told) -> (usize, usize) {
    (naive::lowest(plan, told), naive::highest(plan, told))
}

/// The family's result is its most worrying child's at both ends, and each child's is its own.
pub fn is_the_most_of_its_children(setup: &Setup, numbers: &[u32]) -> TestCaseResult {
    let plan = &setup.plan;
    let framework = loaded(plan)?;
    let Two { alone, both } = two(setup, numbers);
    let found = assess(&framework, &both, TODAY);
    let [a, b] = alone.each_ref().map(|told| ends(plan, told));
    prop_assert_eq!(found.span.answered, PathwayIx(a.0.max(b.0)));
    prop_assert_eq!(found.span.highest, PathwayIx(a.1.max(b.1)));
    let at_rest = plan.pathways[a.0.max(b.0)].level == plan.pathways[0].level;
    let consult = at_rest && alone.iter().any(|told| naive::safety_open(plan, told));
    prop_assert_eq!(found.span.lowest.is_none(), consult);
    prop_assert_eq!(span(&framework, &both), found.span, "the quick way says the same");
    prop_assert_eq!(found.children.len(), 2);
    for (child, told) in found.children.iter().zip(&alone) {
        let single = assess(&framework, &case(told), TODAY);
        prop_assert_eq!(child.span, single.span);
        prop_assert_eq!(&child.scope, &single.scope);
        prop_assert_eq!(&child.strengths, &single.strengths);
        prop_assert_eq!(&child.advice, &single.advice);
        prop_assert_eq!(&child.duties_possible, &single.duties_possible);
        // What is said of the single child is said of this one.
        let said = |a: &Assessment, no: Option<ChildNo>| -> BTreeSet<String> {
            let all = a.reasons.iter().chain(&a.also);
            let mine = all.filter(|r| no.is_none_or(|no| r.children.contains(&no)));
            mine.map(|r| format!("{:?} {:?} {:?} {}", r.rule, r.to, r.answers, r.eased)).collect()
        };
        prop_assert_eq!(said(&found, Some(child.child)), said(&single, None));
        let top = |a: &Assessment, no: ChildNo| -> BTreeSet<usize> {
            a.reasons.iter().filter(|r| r.children.contains(&no)).map(|r| r.rule.0).collect()
        };
        prop_assert_eq!(top(&found, child.child), top(&single, ChildNo::FIRST), "what establishes it");
    }
    let shared = |told: &Told| {
        let worlds = plane(plan, told, Fill::Least);
        worlds.iter().map(World::duties).reduce(|a, b| &a & &b).unwrap_or_default()
    };
    let of = alone.each_ref().map(shared);
    let due: Vec<_> = found.duties.iter().map(|d| d.duty).collect();
    prop_assert_eq!(names(&due, |d| framework[d].id.clone()), &of[0] | &of[1]);
    for due in &found.duties {
        let duty = framework[due.duty].id.to_string();
        for (no, of) in [(ChildNo::FIRST, &of[0]), (SECOND, &of[1])] {
            prop_assert_eq!(due.children.contains(&no), of.contains(&duty), "{} for {:?}", duty, no);
        }
    }
    Ok(())
}

/// A child more, or more concern for a child, lowers nothing.
pub fn more_never_lowers(setup: &Setup, numbers: &[u32]) -> TestCaseResult {
    let plan = &setup.plan;
    let framework = loaded(plan)?;
    let Two { alone, both } = two(setup, numbers);
    let found = assess(&framework, &both, TODAY);
    for told in &alone {
        not_lower(&framework, &assess(&framework, &case(told), TODAY), &found)?;
    }
    // As the window adds one: of the new child nothing is assumed.
    let mut one = case(&alone[0]);
    let before = assess(&framework, &one, TODAY);
    one.make(one.adding_child().unwrap(), TODAY.at(9, 0, 0, 0));
    let after = assess(&framework, &one, TODAY);
    not_lower(&framework, &before, &after)?;
    prop_assert_eq!(after.children[0].span, before.span);
    let nothing =
        Told { role: alone[0].role.clone(), concerns: alone[0].concerns.clone(), ..Told::default() };
    let blank = assess(&framework, &case(&nothing), TODAY);
    prop_assert_eq!(after.children[1].span, blank.span, "of the new child nothing is known");
    // And where the others' answers are said to hold, the result is that of those answers.
    let two = one.clone();
    one.make(one.answering_as_the_others(SECOND), TODAY.at(9, 1, 0, 0));
    for answered in &alone[0].answers {
        let question = id(answered.0);
        prop_assert!(two.own_answer(&question, SECOND).is_none());
        let [a, b] = [ChildNo::FIRST, SECOND].map(|no| one.answered_for(&question, no).map(|a| &a.answer));
        prop_assert_eq!(a, b);
    }
    Ok(())
}

/// More concern for one child lowers neither the family's result nor that child's, and says nothing of another.
pub fn more_concern_for_one_lowers_none(setup: &Setup, numbers: &[u32]) -> TestCaseResult {
    let plan = &setup.plan;
    let framework = loaded(plan)?;
    let mut case = two(setup, numbers).both;
    let c = &mut Choices::new(&setup.moves);
    let needs: Vec<_> = framework.questions.iter().filter(|q| q.polarity != Polarity::Strength).collect();
    let mut before = assess(&framework, &case, TODAY);
    for _ in 0..6 {
        let (question, no) = (*c.one_of(&needs), *c.one_of(&[ChildNo::FIRST, SECOND]));
        let given = case.answered_for(&question.id, no).map(|given| given.answer.clone());
        let step = given.and_then(|given| step_in(&with(&case, &question.id, given), question));
        let worse = match step {
            Some(step) if step >= question.worst() => continue,
            Some(step) => step + 1 + c.below(question.worst() - step),
            None => question.worst(),
        };
        let answer = answer_at(question, worse);
        case.make(
            case.giving(Answered { child: Some(no), ..Answered::new(question.id.clone(), answer) }),
            TODAY.at(9, 0, 0, 0),
        );
        let after = assess(&framework, &case, TODAY);
        let what = format!("{} to {worse} for {no:?}", question.id);
        prop_assert!(established(&framework, &after) >= established(&framework, &before), "{}", what);
        prop_assert!(after.span.answered >= before.span.answered, "{}", what);
        prop_assert!(after.span.highest >= before.span.highest, "{}", what);
        let kept = |d: &Due| after.duties.iter().any(|a| a.duty == d.duty && holds(&d.children, &a.children));
        prop_assert!(before.duties.iter().all(kept), "{}: a duty was lost", what);
        for (was, is) in before.children.iter().zip(&after.children) {
            if is.child == no {
                prop_assert!(is.span.answered >= was.span.answered, "{}", what);
                prop_assert!(is.span.highest >= was.span.highest, "{}", what);
            } else {
                prop_assert_eq!(is.span, was.span, "{} is about one child", what);
            }
        }
        before = after;
    }
    Ok(())
}

fn holds(some: &[ChildNo], all: &[ChildNo]) -> bool {
    some.iter().all(|no| all.contains(no))
}

/// One answer for all in place of each child's lowers what is established for none of them.
pub fn one_answer_for_all_lowers_none(setup: &Setup, numbers: &[u32]) -> TestCaseResult {
    let framework = loaded(&setup.plan)?;
    let both = two(setup, numbers).both;
    let before = assess(&framework, &both, TODAY);
    for at in (0..framework.questions.len()).map(QuestionIx) {
        let Some(same) = one_for_all(&framework, &both, at, String::new()) else { continue };
        let mut case = both.clone();
        case.make(same, TODAY.at(9, 0, 0, 0));
        let question = &framework[at];
        prop_assert_eq!(case.answers_to(&question.id).len(), 1, "{} is one", &question.id);
        let after = assess(&framework, &case, TODAY);
        for (was, is) in before.children.iter().zip(&after.children) {
            prop_assert!(
                is.span.answered >= was.span.answered,
                "{} for {:?}: {:?} -> {:?}",
                question.id,
                is.child,
                was.span,
                is.span
            );
        }
        // Of whom nothing was known, nothing is taken to be well.
        for no in [ChildNo::FIRST, SECOND] {
            let step = |case: &Case| {
                let given = case.answered_for(&question.id, no)?.answer.clone();
                step_in(&with(case, &question.id, given), question)
            };
            let (was, is) = (step(&both), step(&case));
            let well = if question.polarity == Polarity::Strength { is.is_some() } else { is == Some(0) };
            prop_assert!(was.is_some() || !well, "{} is assumed for {:?}", &question.id, no);
        }
    }
    Ok(())
}

fn not_lower(framework: &Framework, before: &Assessment, after: &Assessment) -> TestCaseResult {
    prop_assert!(after.span.answered >= before.span.answered, "{:?} -> {:?}", before.span, after.span);
    prop_assert!(after.span.highest >= before.span.highest, "{:?} -> {:?}", before.span, after.span);
    prop_assert!(established(framework, after) >= established(framework, before));
    prop_assert!(
        after.span.lowest.is_none() || before.span.lowest.is_some() || established(framework, after) > 0
    );
    let had: Vec<_> = before.duties.iter().map(|d| d.duty).collect();
    prop_assert!(had.iter().all(|d| after.duties.iter().any(|a| a.duty == *d)), "a duty was lost");
    Ok(())
}

/// What would move the family's result does so for the children it is said of, and what is to be found
/// out does what is said.
pub fn moves_do_what_is_said(setup: &Setup, numbers: &[u32]) -> TestCaseResult {
    let plan = &setup.plan;
    let framework = loaded(plan)?;
    let Two { alone, both } = two(setup, numbers);
    let found = assess(&framework, &both, TODAY);
    let now = found.span.answered.0;
    let of = |no: ChildNo| &alone[usize::from(no.0) - 1];
    let question = |q: QuestionIx| framework[q].id.as_str();
    for change in &found.would_change {
        let after = |told: &Told| {
            let moved = |told: Told, (q, step): &(_, usize)| told.with(plan, question(*q), *step);
            naive::lowest(plan, &change.answers.iter().fold(told.clone(), moved))
        };
        prop_assert!(!change.children.is_empty());
        if change.to.0 > now {
            for &no in &change.children {
                prop_assert_eq!(after(of(no)), change.to.0, "{:?} raises {:?}", change, no);
            }
        } else {
            let least = [ChildNo::FIRST, SECOND].map(|no| {
                if change.children.contains(&no) { after(of(no)) } else { naive::lowest(plan, of(no)) }
            });
            prop_assert_eq!(*least.iter().max().unwrap(), change.to.0, "{:?} lowers", change);
        }
    }
    for unknown in &found.find_out {
        let (q, worst) = (question(unknown.question), framework[unknown.question].worst());
        let each = [ChildNo::FIRST, SECOND].map(|no| {
            let told = of(no);
            let ages = naive::ages(plan, told);
            let open = ages.iter().any(|a| naive::unknown(plan, told, a).iter().any(|u| u.id == q));
            prop_assert_eq!(unknown.children.contains(&no), open, "{} is unknown for {:?}", q, no);
            let (low, high) = ends(plan, told);
            let raised = if open { naive::lowest(plan, &told.with(plan, q, worst)) } else { low };
            let left = if open { naive::highest(plan, &told.with(plan, q, 0)) } else { high };
            Ok((raised, left))
        });
        let [a, b] = each;
        let (a, b) = (a?, b?);
        prop_assert_eq!(unknown.could_establish.0, a.0.max(b.0));
        prop_assert_eq!(unknown.would_leave.0, a.1.max(b.1));
    }
    Ok(())
}
