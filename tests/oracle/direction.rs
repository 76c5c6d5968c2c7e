//! More concern never lowers the result, learning only narrows it, and order never matters.

use levels_of_need::{
    assess::{assess, assessment::Assessment},
    case::{Answer, Answered, Case},
    framework::{
        Framework, Id,
        model::{Kind, Polarity, Question, Worse, YesNo},
    },
};
use proptest::{prelude::*, test_runner::TestCaseResult};

use super::choices::Choices;
use super::subject::{TODAY, above_lowest_level, established, id};

/// An answer that puts a question at a step.
pub fn answer_at(question: &Question, step: usize) -> Answer {
    match &question.kind {
        Kind::YesNo { worry } if (*worry == YesNo::Yes) == (step == 1) => Answer::Yes,
        Kind::YesNo { .. } => Answer::No,
        Kind::Ladder => Answer::Rung(question.steps[step].id.clone()),
        Kind::Number { least, most, worse, cuts, .. } => Answer::Number(match (step.checked_sub(1), worse) {
            (None, Worse::Lower) => *most,
            (None, Worse::Higher) => *least,
            (Some(passed), Worse::Lower) => cuts[passed] - 1,
            (Some(passed), Worse::Higher) => cuts[passed] + 1,
        }),
    }
}

/// Where a case puts a question, if it says.
pub fn step_in(case: &Case, question: &Question) -> Option<usize> {
    match (&case.answered(&question.id)?.answer, &question.kind) {
        (Answer::NotKnown, _) => None,
        (Answer::Number(n), Kind::Number { worse, cuts, .. }) => {
            let beyond = |cut: &&i64| if *worse == Worse::Lower { *n < **cut } else { *n > **cut };
            Some(cuts.iter().filter(beyond).count())
        }
        (answer, _) => (0..question.steps.len()).find(|step| answer_at(question, *step) == *answer),
    }
}

/// The case with another answer to one question.
pub fn with(case: &Case, question: &Id, answer: Answer) -> Case {
    let mut case = case.clone();
    case.answers.retain(|a| a.question != *question);
    case.answers.push(Answered::new(question.clone(), answer));
    case
}

/// A few steps towards more concern, each of which may raise either end but lower none.
pub fn more_concern_never_lowers(framework: &Framework, case: &Case, moves: &[u32]) -> TestCaseResult {
    let c = &mut Choices::new(moves);
    let mut case = case.clone();
    let mut before = assess(framework, &case, TODAY);
    for _ in 0..6 {
        let needs: Vec<_> = framework.questions.iter().filter(|q| q.polarity != Polarity::Strength).collect();
        let question = *c.one_of(&needs);
        let (what, next) = match step_in(&case, question) {
            _ if c.chance(15) => {
                let left: Vec<_> =
                    framework.concerns.iter().map(|x| &x.id).filter(|x| !case.concerns.contains(x)).collect();
                let Some(concern) = left.first() else { continue };
                let mut next = case.clone();
                next.concerns.push((*concern).clone());
                (format!("the concern {concern} added"), next)
            }
            Some(0) if c.chance(50) => {
                (format!("{} from no to not known", question.id), with(&case, &question.id, Answer::NotKnown))
            }
            Some(step) if step == question.worst() => continue,
            Some(step) => {
                let to = c.between(step + 1, question.worst());
                (
                    format!("{} from step {step} to {to}", question.id),
                    with(&case, &question.id, answer_at(question, to)),
                )
            }
            None => {
                let worst = answer_at(question, question.worst());
                (format!("{} from unknown to its worst", question.id), with(&case, &question.id, worst))
            }
        };
        let after = assess(framework, &next, TODAY);
        prop_assert!(
            established(framework, &after) >= established(framework, &before),
            "{what}: lowest {:?} -> {:?}",
            before.span,
            after.span
        );
        prop_assert!(
            after.span.answered >= before.span.answered,
            "{what}: {:?} -> {:?}",
            before.span,
            after.span
        );
        prop_assert!(
            after.span.highest >= before.span.highest,
            "{what}: highest {:?} -> {:?}",
            before.span,
            after.span
        );
        let fewer = |a: &Assessment| a.duties.iter().map(|d| d.duty).collect::<Vec<_>>();
        let (had, have) = (fewer(&before), fewer(&after));
        prop_assert!(had.iter().all(|d| have.contains(d)), "{what}: a duty was lost");
        (case, before) = (next, after);
    }
    Ok(())
}

/// Taking a *no* back to *not known* establishes nothing, and settles nothing.
pub fn no_to_not_known(framework: &Framework, case: &Case) -> TestCaseResult {
    let before = assess(framework, case, TODAY);
    for question in &framework.questions {
        if question.polarity == Polarity::Strength || step_in(case, question) != Some(0) {
            continue;
        }
        let after = assess(framework, &with(case, &question.id, Answer::NotKnown), TODAY);
        prop_assert_eq!(established(framework, &after), established(framework, &before), "{}", &question.id);
        prop_assert_eq!(after.span.answered, before.span.answered);
        prop_assert!(
            after.span.highest >= before.span.highest,
            "{}: {:?} -> {:?}",
            question.id,
            before.span,
            after.span
        );
        prop_assert!(
            after.span.lowest.is_none() || before.span.lowest.is_some(),
            "a level where none was given"
        );
    }
    Ok(())
}

/// Whatever an unknown that is in scope turns out to be, the result stays within the span.
pub fn learning_only_narrows(framework: &Framework, case: &Case) -> TestCaseResult {
    let before = assess(framework, case, TODAY);
    let of_age = framework.ages.iter().map(|age| {
        let mut case = case.clone();
        case.about.age = Some(age.id.clone());
        case
    });
    let of_age: Vec<Case> = if case.about.age.is_none() { of_age.collect() } else { Vec::new() };
    let scopes: Vec<_> = of_age.iter().map(|case| assess(framework, case, TODAY).scope).collect();
    let mut learned = of_age;
    for at in &before.scope {
        let question = &framework[*at];
        // With the age unknown, an answer counts even at ages at which it would not have been asked for.
        let asked = scopes.iter().all(|scope| scope.contains(at));
        if question.polarity == Polarity::Strength || step_in(case, question).is_some() || !asked {
            continue;
        }
        learned.extend((0..question.steps.len()).map(|s| with(case, &question.id, answer_at(question, s))));
    }
    if case.about.role.is_none() {
        learned.extend(framework.roles.iter().map(|role| {
            let mut case = case.clone();
            case.about.role = Some(role.id.clone());
            case
        }));
    }
    for case in &learned {
        let after = assess(framework, case, TODAY).span;
        prop_assert!(after.answered >= before.span.answered, "{:?} -> {:?}", before.span, after);
        prop_assert!(after.highest <= before.span.highest, "{:?} -> {:?}", before.span, after);
    }
    Ok(())
}

/// The order in which answers and concerns were given is nowhere to be seen.
pub fn order_is_nothing(framework: &Framework, case: &Case, moves: &[u32]) -> TestCaseResult {
    let c = &mut Choices::new(moves);
    let mut case = case.clone();
    // Two answers to one question, as an old id and a new one may give.
    if !case.answers.is_empty() && c.chance(30) {
        let question = &framework[framework.question(&c.one_of(&case.answers).question).unwrap()];
        let second = with(&case, &question.id, answer_at(question, c.below(question.steps.len())));
        case.answers.extend(second.answers.last().cloned());
    }
    let mut shuffled = case.clone();
    for at in (1..shuffled.answers.len()).rev() {
        shuffled.answers.swap(at, c.below(at + 1));
    }
    shuffled.concerns.reverse();
    let (one, other) = (assess(framework, &case, TODAY), assess(framework, &shuffled, TODAY));
    prop_assert_eq!(format!("{one:#?}"), format!("{other:#?}"));
    Ok(())
}

/// Strengths never touch what a decisive indicator or a safety question establishes, and where easing
/// is off they touch nothing at all.
pub fn strengths_touch_nothing_decisive(framework: &Framework, case: &Case, easing: bool) -> TestCaseResult {
    let strong = |polarity| polarity == Polarity::Strength;
    let mut without = case.clone();
    without
        .answers
        .retain(|a| framework.question(&a.question).is_none_or(|q| !strong(framework[q].polarity)));
    let mut full = without.clone();
    for question in framework.questions.iter().filter(|q| strong(q.polarity)) {
        full = with(&full, &question.id, answer_at(question, question.worst()));
    }
    let [without, with, full] = [&without, case, &full].map(|c| assess(framework, c, TODAY));
    // The most that decisive indicators establish is a floor that no strength is under.
    let decisive = |a: &Assessment| {
        let all = a.reasons.iter().chain(&a.also);
        all.filter(|r| framework[r.rule].decisive.is_some()).map(|r| r.to).max()
    };
    // With the context unknown, reasons are those of one context, which need not be the same one.
    let one_context = case.about.age.is_some() && case.about.role.is_some();
    for other in [&with, &full] {
        prop_assert!(
            !one_context || decisive(&without) == decisive(other),
            "a strength hides what is decisive"
        );
        prop_assert!(decisive(other).is_none_or(|floor| other.span.answered >= floor));
        prop_assert!(other.span.answered <= without.span.answered, "a strength raised the result");
        prop_assert!(other.span.highest <= without.span.highest, "a strength raised what is possible");
        if easing {
            continue;
        }
        prop_assert_eq!(without.span, other.span);
        let rest =
            |a: &Assessment| format!("{:?}", (&a.reasons, &a.also, &a.advice, &a.duties, &a.duties_possible));
        prop_assert_eq!(rest(&without), rest(other));
        prop_assert_eq!(&without.find_out, &other.find_out);
        prop_assert_eq!(&without.would_change, &other.would_change);
    }
    Ok(())
}

/// An answer that this edition does not know is kept, told of, and changes nothing else.
pub fn unresolved_changes_nothing(framework: &Framework, case: &Case, moves: &[u32]) -> TestCaseResult {
    let c = &mut Choices::new(moves);
    let not_asked: Vec<_> = framework.questions.iter().filter(|q| case.answered(&q.id).is_none()).collect();
    let mut more = with(case, &id("no-such-question"), c.one_of(&[Answer::Yes, Answer::NotKnown]).clone());
    if !not_asked.is_empty() {
        let question = *c.one_of(&not_asked);
        let foreign = match question.kind {
            Kind::YesNo { .. } => Answer::Rung(id("no-such-rung")),
            Kind::Ladder => c.one_of(&[Answer::Rung(id("no-such-rung")), Answer::Yes, Answer::No]).clone(),
            Kind::Number { least, most, .. } => {
                c.one_of(&[Answer::Number(most + 1), Answer::Number(least - 1), Answer::Yes]).clone()
            }
        };
        more = with(&more, &question.id, foreign);
    }
    let mut foreign = more.answers.len() - case.answers.len();
    // An age, role or concern of another edition is as one that is not known, or was not chosen.
    for slot in [&mut more.about.age, &mut more.about.role] {
        if slot.is_none() && c.chance(50) {
            *slot = Some(id("no-such-band"));
            foreign += 1;
        }
    }
    if c.chance(50) {
        more.concerns.push(id("no-such-concern"));
        foreign += 1;
    }
    let (before, mut after) = (assess(framework, case, TODAY), assess(framework, &more, TODAY));
    prop_assert_eq!(after.unresolved.len(), before.unresolved.len() + foreign);
    after.unresolved.clone_from(&before.unresolved);
    prop_assert_eq!(format!("{before:#?}"), format!("{after:#?}"));
    Ok(())
}

/// While an answer waits for review, a held result does not fall; without one, nothing is held.
pub fn held_until_reviewed(framework: &Framework, case: &Case, moves: &[u32]) -> TestCaseResult {
    let c = &mut Choices::new(moves);
    let free = assess(framework, case, TODAY).span;
    let floor = c.below(framework.pathways.len());
    let mut held = case.clone();
    held.held = Some(framework.pathways[floor].id.clone());
    prop_assert_eq!(assess(framework, &held, TODAY).span, free, "nothing is to be reviewed");
    if held.answers.is_empty() {
        return Ok(());
    }
    let at = c.below(held.answers.len());
    held.answers[at].to_review = true;
    let assessment = assess(framework, &held, TODAY);
    prop_assert!(
        established(framework, &assessment) >= above_lowest_level(framework, floor.max(free.answered.0)),
        "{:?}",
        assessment.span
    );
    prop_assert!(assessment.span.highest.0 >= established(framework, &assessment));
    prop_assert!(assessment.span.highest >= free.highest);
    prop_assert_eq!(assessment.span.answered, free.answered);
    if floor <= free.answered.0 {
        prop_assert_eq!(assessment.span, free, "it was no higher");
    }
    Ok(())
}
