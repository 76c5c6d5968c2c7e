//! The rule language after checking: conditions that more concern can never make false.
//!
//! There is no constructor that negates, so direction is a property of the type and needs no proof.

use super::model::{
    AgeIx, DomainIx, Framework, Indicator, IndicatorIx, PathwayIx, Polarity, QuestionIx, RoleIx,
};

/// A condition over a row of ordinals, one for each question, and a context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// A question stands at a step or beyond.
    At {
        question: QuestionIx,
        step: usize,
    },
    Age(Vec<AgeIx>),
    Role(Vec<RoleIx>),
    Any(Vec<Self>),
    All(Vec<Self>),
    AtLeast(usize, Vec<Self>),
    Count(Count),
}

/// At least so many needs at a pathway or above, spread over domains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    pub at: PathwayIx,
    pub at_least: usize,
    pub domains: usize,
    /// One of the counted is in one of these; empty where it does not matter.
    pub including: Vec<DomainIx>,
    /// Only these themes; empty where all count.
    pub themes: Vec<String>,
}

/// An age band and a role, both known: one cell of the contexts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub age: AgeIx,
    pub role: RoleIx,
}

impl Condition {
    /// Whether it holds for these ordinals in this cell.
    pub fn holds(&self, framework: &Framework, ordinals: &[usize], cell: Cell) -> bool {
        match self {
            Self::At { question, step } => ordinals[question.0] >= *step,
            Self::Age(ages) => ages.contains(&cell.age),
            Self::Role(roles) => roles.contains(&cell.role),
            Self::Any(parts) => parts.iter().any(|p| p.holds(framework, ordinals, cell)),
            Self::All(parts) => parts.iter().all(|p| p.holds(framework, ordinals, cell)),
            Self::AtLeast(n, parts) => {
                parts.iter().filter(|p| p.holds(framework, ordinals, cell)).count() >= *n
            }
            Self::Count(count) => count.holds(framework, ordinals, cell),
        }
    }

    /// The questions whose present answers make it hold, each once; empty where it does not hold.
    pub fn support(&self, framework: &Framework, ordinals: &[usize], cell: Cell) -> Vec<QuestionIx> {
        let mut found = Vec::new();
        if self.holds(framework, ordinals, cell) {
            self.gather(framework, ordinals, cell, &mut found);
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn gather(&self, framework: &Framework, ordinals: &[usize], cell: Cell, found: &mut Vec<QuestionIx>) {
        match self {
            Self::At { question, .. } => found.push(*question),
            Self::Age(_) | Self::Role(_) => {}
            Self::Any(parts) | Self::All(parts) | Self::AtLeast(_, parts) => {
                for part in parts.iter().filter(|p| p.holds(framework, ordinals, cell)) {
                    part.gather(framework, ordinals, cell, found);
                }
            }
            Self::Count(count) => {
                found.extend(count.counted(framework, ordinals, cell).map(|(q, _)| q));
            }
        }
    }

    /// Whether an indicator could help to make it hold: it is named (its own step, or one that it goes beyond),
    /// or it would be counted.
    pub fn heeds(&self, indicator: &Indicator) -> bool {
        match self {
            Self::At { question, step } => *question == indicator.question && *step <= indicator.step,
            Self::Age(_) | Self::Role(_) => false,
            Self::Any(parts) | Self::All(parts) | Self::AtLeast(_, parts) => {
                parts.iter().any(|part| part.heeds(indicator))
            }
            Self::Count(count) => indicator.polarity == Polarity::Need && count.wants(indicator),
        }
    }

    /// Every question the condition names or could count.
    pub fn questions(&self, framework: &Framework) -> Vec<QuestionIx> {
        let mut found = Vec::new();
        self.mention(framework, &mut found);
        found.sort_unstable();
        found.dedup();
        found
    }

    fn mention(&self, framework: &Framework, found: &mut Vec<QuestionIx>) {
        match self {
            Self::At { question, .. } => found.push(*question),
            Self::Age(_) | Self::Role(_) => {}
            Self::Any(parts) | Self::All(parts) | Self::AtLeast(_, parts) => {
                for part in parts {
                    part.mention(framework, found);
                }
            }
            Self::Count(count) => {
                let could = |i: &Indicator| i.polarity == Polarity::Need && count.wants(i);
                found.extend(framework.indicators.iter().filter(|i| could(i)).map(|i| i.question));
            }
        }
    }
}

impl Count {
    /// The needs that count, each with the domain it is in.
    ///
    /// A question counts once, by the indicator of its highest step reached; dimensions of one
    /// `count_once` group count once together, which [`Count::holds`] sees to.
    pub fn counted<'a>(
        &'a self,
        framework: &'a Framework,
        ordinals: &'a [usize],
        cell: Cell,
    ) -> impl Iterator<Item = (QuestionIx, IndicatorIx)> + 'a {
        framework.questions().filter_map(move |(ix, question)| {
            if question.polarity != Polarity::Need {
                return None;
            }
            let reached = ordinals[ix.0].min(question.worst());
            let of_this_age = |i: &IndicatorIx| framework[*i].fits(cell.age);
            let indicator =
                question.steps[..=reached].iter().rev().filter_map(|s| s.indicator).find(of_this_age)?;
            self.wants(&framework[indicator]).then_some((ix, indicator))
        })
    }

    /// Whether a need of this kind counts.
    pub fn wants(&self, need: &Indicator) -> bool {
        need.pathway >= self.at && (self.themes.is_empty() || self.themes.contains(&need.theme))
    }

    fn holds(&self, framework: &Framework, ordinals: &[usize], cell: Cell) -> bool {
        let mut singles = 0;
        let mut groups = Vec::new();
        let mut domains = Vec::new();
        for (_, indicator) in self.counted(framework, ordinals, cell) {
            let dimension = &framework[framework[indicator].dimension];
            match dimension.counts_with {
                None => singles += 1,
                Some(group) if !groups.contains(&group) => groups.push(group),
                Some(_) => {}
            }
            if !domains.contains(&dimension.domain) {
                domains.push(dimension.domain);
            }
        }
        singles + groups.len() >= self.at_least
            && domains.len() >= self.domains
            && (self.including.is_empty() || self.including.iter().any(|d| domains.contains(d)))
    }
}
