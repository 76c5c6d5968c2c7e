//! What is worth its place: no rule that others cover, no answer that changes nothing, no pathway that nobody comes to.

use super::{
    Cells, example, matters,
    matters::{Answer, Matters},
    models::{Budget, Ways},
    rules,
    rules::Shown,
};
use crate::{
    framework::{
        Framework,
        model::{Content, PathwayIx, Polarity, QuestionIx},
    },
    proof::{
        Proof, Unmet,
        place::{Item, Kind},
    },
};

pub fn all(framework: &Framework, cells: &Cells, budget: Budget) -> Vec<Proof> {
    let ways = Ways::new(framework);
    // Halves, so that neither search can use up the other's.
    let half = Budget { left: budget.left / 2 };
    let (mut of_rules, mut of_answers) = (half, half);
    let found = rules::look(&ways, &cells.telling, &mut of_rules);
    let answers = matters::look(&ways, &cells.every, &cells.telling, &mut of_answers);
    let mut proofs = vec![no_rule_dead(framework, &found)];
    proofs.extend(come_to(framework, &found));
    proofs.extend(answers_matter(framework, &answers));
    proofs
}

fn no_rule_dead(framework: &Framework, found: &rules::Found) -> Proof {
    let (mut unmet, mut undecided) = (Vec::new(), Vec::new());
    let rules = framework.rules.iter().map(|rule| (Item::rule(framework, rule), "the rule"));
    let advice = framework.advice.iter().map(|advice| (Item::new(Kind::Rule, &advice.id), "the advice"));
    let all = rules.chain(advice).zip(found.rules.iter().chain(&found.advice));
    for ((item, noun), shown) in all {
        match shown {
            // What never fires is told of where it says so.
            Shown::Yes | Shown::Never => {}
            Shown::NotDecided => undecided.push(item),
            Shown::No { cell, model, by } => {
                let named: Vec<String> =
                    by.iter().take(3).map(|at| format!("`{}`", framework[*at].id)).collect();
                let whom =
                    if named.is_empty() { "one or another rule".to_owned() } else { named.join(" and ") };
                let does =
                    if noun == "the rule" { "raises as far" } else { "raises beyond where it is shown" };
                let says = format!("{noun} `{}` changes nothing: whenever it holds, {whom} {does}", item.id);
                unmet.push(Unmet::new(item, says).with(example::told(framework, *cell, model)));
            }
        }
    }
    let how =
        "for each rule there is a case that it alone decides, and for each piece of advice one that shows it";
    Proof::of("no-rule-dead", how, unmet).undecided(undecided)
}

/// Pathways and levels that some case comes to as what is established.
fn come_to(framework: &Framework, found: &rules::Found) -> [Proof; 2] {
    let open = |pathway: PathwayIx| {
        let rules = framework.rules.iter().zip(&found.rules).filter(|(rule, _)| rule.to == pathway);
        rules.into_iter().any(|(_, shown)| matches!(shown, Shown::NotDecided))
    };
    let (mut unmet, mut undecided) = (Vec::new(), Vec::new());
    for at in (0..framework.pathways.len()).map(PathwayIx).filter(|at| !found.reached[at.0]) {
        let item = Item::new(Kind::Head, &framework[at].id);
        if open(at) {
            undecided.push(item);
        } else {
            let says = format!(
                "no answers come to the pathway `{}`: where a rule raises to it, another raises further",
                item.id
            );
            unmet.push(Unmet::new(item, says).with(example::open(framework)));
        }
    }
    let pathways =
        Proof::of("every-pathway-can-result", "answers come to each pathway", unmet).undecided(undecided);
    let (mut unmet, mut undecided) = (Vec::new(), Vec::new());
    for level in &framework.levels {
        let mut own = (0..framework.pathways.len())
            .map(PathwayIx)
            .filter(|at| framework[framework[*at].level].id == level.id);
        if own.any(|at| found.reached[at.0]) {
            continue;
        }
        let item = Item::new(Kind::Head, &level.id);
        let says = format!("no answers come to the level `{}`", level.id);
        if (0..framework.pathways.len())
            .map(PathwayIx)
            .any(|at| framework[framework[at].level].id == level.id && open(at))
        {
            undecided.push(item);
        } else {
            unmet.push(Unmet::new(item, says).with(example::open(framework)));
        }
    }
    [pathways, Proof::of("every-level-can-result", "answers come to each level", unmet).undecided(undecided)]
}

/// Indicators above the lowest level on which something hangs, and questions of which some answer changes something.
fn answers_matter(framework: &Framework, answers: &[Answer]) -> [Proof; 2] {
    let (mut unmet, mut undecided) = (Vec::new(), Vec::new());
    for answer in answers {
        let Some(sign) = answer.indicator else { continue };
        let item = Item::new(Kind::Indicator, &framework[sign].id);
        match answer.matters {
            Matters::Yes => {}
            Matters::NotDecided => undecided.push(item),
            Matters::No => {
                let says = format!(
                    "the indicator `{}` changes nothing: with it or without it every result, duty and piece of advice is the same",
                    item.id
                );
                let model = [(answer.question, answer.step)].into_iter().collect();
                let fits = |age: &usize| framework[sign].fits(crate::framework::model::AgeIx(*age));
                let age = (0..framework.ages.len()).find(fits).unwrap_or(0);
                let cell = crate::framework::condition::Cell {
                    age: crate::framework::model::AgeIx(age),
                    role: crate::framework::model::RoleIx(0),
                };
                unmet.push(Unmet::new(item, says).with(example::told(framework, cell, &model)));
            }
        }
    }
    let how = "for each indicator above the lowest level a result, a duty or a piece of advice hangs on it";
    let indicators = Proof::of("every-indicator-changes-something", how, unmet).undecided(undecided);
    [indicators, questions(framework, answers)]
}

fn questions(framework: &Framework, answers: &[Answer]) -> Proof {
    let mut known = vec![Matters::No; framework.questions.len()];
    for answer in answers {
        let known = &mut known[answer.question.0];
        *known = match (*known, answer.matters) {
            (Matters::Yes, _) | (_, Matters::Yes) => Matters::Yes,
            (Matters::NotDecided, _) | (_, Matters::NotDecided) => Matters::NotDecided,
            _ => Matters::No,
        };
    }
    // Printed on the area's form, or counted as a strength, or one that says nothing above the lowest level but stands
    // in the summary: an answer of these changes what is written.
    for (at, question) in framework.questions() {
        let calm = question.steps.iter().skip(1).filter_map(|step| step.indicator);
        let calm = calm.into_iter().any(|sign| framework[sign].pathway == framework.first_pathway());
        if question.polarity == Polarity::Strength || calm || on_a_form(framework, at) {
            known[at.0] = Matters::Yes;
        }
    }
    // What opens a question that matters, matters: walked from each back through its gates.
    let mut next: Vec<QuestionIx> =
        framework.questions().map(|(at, _)| at).filter(|at| known[at.0] == Matters::Yes).collect();
    while let Some(at) = next.pop() {
        for gate in &framework[at].opened_by {
            if known[gate.question.0] != Matters::Yes {
                known[gate.question.0] = Matters::Yes;
                next.push(gate.question);
            }
        }
    }
    let (mut unmet, mut undecided) = (Vec::new(), Vec::new());
    for (at, question) in framework.questions() {
        let item = Item::new(Kind::Question, &question.id);
        match known[at.0] {
            Matters::Yes => {}
            Matters::NotDecided => undecided.push(item),
            Matters::No => {
                let says =
                    format!("whatever is answered to `{}`, no result, duty or advice changes", item.id);
                let cell = crate::framework::condition::Cell {
                    age: question.ages.first().copied().unwrap_or(crate::framework::model::AgeIx(0)),
                    role: crate::framework::model::RoleIx(0),
                };
                let model = [(at, question.worst())].into_iter().collect();
                unmet.push(Unmet::new(item, says).with(example::told(framework, cell, &model)));
            }
        }
    }
    let how = "for each question there is a case in which an answer changes a result, a duty, advice, or what is asked or written";
    Proof::of("every-question-changes-something", how, unmet).undecided(undecided)
}

fn on_a_form(framework: &Framework, question: QuestionIx) -> bool {
    let fields = framework.forms.iter().flat_map(crate::framework::model::Form::fields);
    fields
        .flat_map(|field| &field.from)
        .any(|from| matches!(from, Content::Questions(all) if all.contains(&question)))
}
