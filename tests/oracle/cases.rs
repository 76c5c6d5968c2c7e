//! Random cases for a random framework: some concerns, some answers, and much that nobody knows.

use std::fmt;

use proptest::prelude::*;

use super::choices::{Choices, stream};
use super::naive;
use super::plain::{Given, Kind, Plan, Polarity, Question, Told};
use super::{generate, render};

/// The most worlds a case may leave possible, so that they can all be walked through.
const WORLDS: usize = 500;

/// A framework, a case, and choices for whatever is done to them.
#[derive(Clone)]
pub struct Setup {
    pub plan: Plan,
    pub told: Told,
    pub moves: Vec<u32>,
}

/// Frameworks with cases.
pub fn setups() -> impl Strategy<Value = Setup> {
    (stream(700), stream(120), stream(40)).prop_map(|(framework, case, moves)| {
        let plan = generate::plan(&framework);
        let told = told(&plan, &case);
        Setup { plan, told, moves }
    })
}

/// A failing framework is shown as the files it came from: that is what has to be read.
impl fmt::Debug for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (path, text) in render::files(&self.plan) {
            writeln!(f, "\n// {path}\n{}", render::bare(&text))?;
        }
        writeln!(f, "// the case\n{}", render::case(&self.told))
    }
}

/// A case from a stream of choices.
pub fn told(plan: &Plan, numbers: &[u32]) -> Told {
    let c = &mut Choices::new(numbers);
    let mut told = Told {
        age: (!c.chance(35)).then(|| c.one_of(&plan.ages).clone()),
        role: (!c.chance(35)).then(|| c.one_of(&plan.roles).clone()),
        ..Told::default()
    };
    let concerns = plan.homes.iter().filter(|h| h.part.is_none());
    told.concerns = concerns.filter(|_| !c.chance(30)).map(|h| h.id.clone()).collect();
    // Some cases stay mostly unanswered, others mostly answered.
    let share = *c.one_of(&[60, 30, 90]);
    for home in &plan.homes {
        let looked_at = home.part.is_some() || told.concerns.contains(&home.id);
        for question in &home.questions {
            if !c.chance(if looked_at { share } else { 12 }) {
                continue;
            }
            let given = if c.chance(15) { Given::NotKnown } else { answer(c, plan, question) };
            told.answers.insert(question.id.clone(), given);
        }
    }
    while naive::how_many(plan, &told) > WORLDS {
        let ages = naive::ages(plan, &told);
        let open: Vec<_> = ages.iter().flat_map(|age| naive::unknown(plan, &told, age)).collect();
        let question = *c.one_of(&open);
        told.answers.insert(question.id.clone(), answer(c, plan, question));
    }
    told
}

fn answer(c: &mut Choices<'_>, plan: &Plan, question: &Question) -> Given {
    let all = every_answer(question);
    // The calm end is likelier: a case with every worry there is shows little.
    let often = if question.polarity == Polarity::Strength { 80 } else { 45 };
    let calm = if c.chance(often) { None } else { Some(0) };
    let step = calm.unwrap_or_else(|| c.below(question.steps.len()));
    let fits: Vec<_> = all.into_iter().filter(|g| naive::step_of(plan, question, g) == Some(step)).collect();
    c.one_of(&fits).clone()
}

/// Every answer that a question takes, but for *not known*.
pub fn every_answer(question: &Question) -> Vec<Given> {
    match &question.kind {
        Kind::YesNo { .. } => vec![Given::No, Given::Yes],
        Kind::Ladder => question.steps.iter().map(|s| Given::Rung(s.id.clone())).collect(),
        Kind::Number { least, most, .. } => (*least..=*most).map(Given::Number).collect(),
    }
}

impl Told {
    /// The same with a question put at a step.
    pub fn with(&self, plan: &Plan, question: &str, step: usize) -> Self {
        let of = plan.question(question);
        let given = every_answer(of).into_iter().find(|g| naive::step_of(plan, of, g) == Some(step));
        let mut told = self.clone();
        told.answers.insert(question.to_owned(), given.unwrap());
        told
    }
}
