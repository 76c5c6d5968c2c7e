//! Frameworks and cases in the plainest shapes there are: words in lists, nothing resolved.

use std::collections::BTreeMap;

#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub levels: Vec<String>,
    pub pathways: Vec<Pathway>,
    /// Each with its dimensions.
    pub domains: Vec<(String, Vec<String>)>,
    pub count_once: Vec<Vec<String>>,
    pub ages: Vec<String>,
    pub roles: Vec<String>,
    pub parameters: BTreeMap<String, usize>,
    pub easing: bool,
    /// Safety first, then concerns, then the other sections, as they are asked.
    pub homes: Vec<Home>,
    pub signs: Vec<Sign>,
    pub raises: Vec<Raise>,
    pub advice: Vec<Advise>,
    pub duties: Vec<Duty>,
}

#[derive(Clone, Debug)]
pub struct Pathway {
    pub id: String,
    pub level: String,
    pub phone_now: bool,
}

/// A section or concern with its questions.
#[derive(Clone, Debug)]
pub struct Home {
    pub id: String,
    /// `Safety`, `Effect`, ...; none for a concern.
    pub part: Option<&'static str>,
    pub questions: Vec<Question>,
}

#[derive(Clone, Debug)]
pub struct Question {
    pub id: String,
    pub kind: Kind,
    pub polarity: Polarity,
    /// Least worrying first.
    pub steps: Vec<Step>,
    pub ages: Vec<String>,
    /// From a step on, another question is asked.
    pub opens: Vec<(usize, String)>,
}

#[derive(Clone, Debug)]
pub enum Kind {
    YesNo { worry_is_no: bool },
    Ladder,
    Number { least: i64, most: i64, lower_is_worse: bool, cuts: Vec<Amount> },
}

#[derive(Clone, Debug)]
pub struct Step {
    /// `yes`, `no`, or the rung's id.
    pub id: String,
    pub sign: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    Need,
    Background,
    Strength,
}

/// An indicator.
#[derive(Clone, Debug)]
pub struct Sign {
    pub id: String,
    pub polarity: Polarity,
    /// A level or a pathway.
    pub at: String,
    pub dimension: String,
    pub theme: String,
    pub decisive: bool,
    pub ages: Vec<String>,
}

#[derive(Clone, Debug)]
pub enum Amount {
    Number(usize),
    Parameter(String),
}

#[derive(Clone, Debug)]
pub enum Cond {
    Indicator(String),
    Answer(String),
    Rung(String, String),
    Age(Vec<String>),
    Role(Vec<String>),
    Any(Vec<Cond>),
    All(Vec<Cond>),
    AtLeast(Amount, Vec<Cond>),
    Count(Count),
}

#[derive(Clone, Debug)]
pub struct Count {
    pub at: String,
    pub at_least: Amount,
    pub domains: Option<Amount>,
    pub including: Vec<String>,
    pub themes: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct Raise {
    pub id: String,
    pub to: String,
    pub when: Cond,
    pub eased_by: Vec<String>,
    pub eased_to: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Advise {
    pub id: String,
    pub topic: &'static str,
    pub when: Cond,
}

#[derive(Clone, Debug)]
pub struct Duty {
    pub id: String,
    /// None binds everyone.
    pub binds: Option<Vec<String>>,
    pub when: Cond,
    pub same_day: bool,
}

/// What a practitioner recorded.
#[derive(Clone, Debug, Default)]
pub struct Told {
    pub age: Option<String>,
    pub role: Option<String>,
    pub concerns: Vec<String>,
    pub answers: BTreeMap<String, Given>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    Yes,
    No,
    NotKnown,
    Rung(String),
    Number(i64),
}

impl Plan {
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.homes.iter().flat_map(|h| &h.questions)
    }

    pub fn question(&self, id: &str) -> &Question {
        self.questions().find(|q| q.id == id).unwrap()
    }

    pub fn home_of(&self, question: &str) -> &Home {
        self.homes.iter().find(|h| h.questions.iter().any(|q| q.id == question)).unwrap()
    }

    pub fn sign(&self, id: &str) -> &Sign {
        self.signs.iter().find(|s| s.id == id).unwrap()
    }

    /// The question and step that establish an indicator.
    pub fn place_of(&self, sign: &str) -> (&Question, usize) {
        let here = |q: &Question| q.steps.iter().position(|s| s.sign.as_deref() == Some(sign));
        self.questions().find_map(|q| here(q).map(|step| (q, step))).unwrap()
    }

    pub fn domain_of(&self, dimension: &str) -> &str {
        &self.domains.iter().find(|(_, d)| d.iter().any(|d| d == dimension)).unwrap().0
    }

    /// A pathway's place, or a level's lowest pathway's: the greater, the more urgent.
    pub fn urgency(&self, name: &str) -> usize {
        let own = self.pathways.iter().position(|p| p.id == name);
        own.or_else(|| self.pathways.iter().position(|p| p.level == name)).unwrap()
    }

    pub fn value(&self, amount: &Amount) -> usize {
        match amount {
            Amount::Number(n) => *n,
            Amount::Parameter(id) => self.parameters[id],
        }
    }
}

impl Question {
    pub fn worst(&self) -> usize {
        self.steps.len() - 1
    }
}
