//! What is known of a folder's items once references are followed; `None` stands where one leads nowhere.

use super::super::{
    condition::Condition,
    model::{Correspondence, DimensionIx, DomainIx, IndicatorIx, PathwayIx, Polarity, QuestionIx},
    raw::{self, Amount, Mark, Part, Text},
};
use super::{
    gather::Asked,
    names::{Kind, Names},
};

/// The facts that more than one check needs.
#[derive(Debug, Default)]
pub struct Facts<'a> {
    /// The level of each pathway.
    pub pathway_levels: Vec<Option<usize>>,
    /// The domain of each dimension.
    pub dimension_domains: Vec<DomainIx>,
    /// The `count_once` group of each dimension.
    pub dimension_groups: Vec<Option<usize>>,
    pub parameters: Vec<u32>,
    pub indicators: Vec<IndicatorFacts<'a>>,
    pub questions: Vec<QuestionFacts<'a>>,
    /// The condition of each rule that raises.
    pub raises: Vec<Option<Condition>>,
    pub advice: Vec<Option<Condition>>,
    pub duties: Vec<Option<Condition>>,
    pub areas: Vec<Correspondence>,
}

/// What is known of an indicator.
#[derive(Debug)]
pub struct IndicatorFacts<'a> {
    pub raw: &'a raw::Indicator<'a>,
    pub pathway: Option<PathwayIx>,
    pub dimension: Option<DimensionIx>,
    /// The steps that establish it: one, if all is well.
    pub uses: Vec<Use<'a>>,
}

/// A step that establishes an indicator, and the word that says so.
#[derive(Clone, Copy, Debug)]
pub struct Use<'a> {
    pub question: QuestionIx,
    pub step: usize,
    pub mark: Mark<'a>,
}

/// What is known of a question.
#[derive(Debug)]
pub struct QuestionFacts<'a> {
    pub asked: Asked<'a>,
    pub polarity: Polarity,
    pub steps: Vec<StepFacts<'a>>,
    pub opens: Vec<Opening<'a>>,
}

/// What is known of one place on a question's row.
#[derive(Debug)]
pub struct StepFacts<'a> {
    pub id: Mark<'a>,
    /// None for *yes* and *no*.
    pub means: Option<&'a Text<'a>>,
    /// The reference, as it was typed.
    pub mark: Option<Mark<'a>>,
    pub indicator: Option<IndicatorIx>,
}

/// From a step on, a question opens another.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    pub from: usize,
    pub mark: Mark<'a>,
    pub target: Option<QuestionIx>,
}

impl Facts<'_> {
    /// The lowest pathway of a level, or a pathway itself.
    pub fn at(&self, names: &Names<'_>, mark: Mark<'_>) -> Option<PathwayIx> {
        if let Some(pathway) = names.find(Kind::Pathway, mark) {
            return Some(PathwayIx(pathway));
        }
        let level = names.find(Kind::Level, mark)?;
        let of_level = |l: &Option<usize>| *l == Some(level);
        self.pathway_levels.iter().position(of_level).map(PathwayIx)
    }

    /// A number, whether it was typed or is a parameter's.
    pub fn amount(&self, names: &Names<'_>, amount: Amount<'_>) -> Option<i64> {
        match amount {
            Amount::Number(n) => Some(n),
            Amount::Parameter(mark) => {
                let at = names.find(Kind::Parameter, mark)?;
                self.parameters.get(at).copied().map(i64::from)
            }
        }
    }

    /// Whether a pathway belongs to the level where everybody stands.
    pub fn lowest_level(&self, pathway: PathwayIx) -> bool {
        let level = |p: usize| self.pathway_levels.get(p).copied().flatten();
        pathway.0 == 0 || level(pathway.0) == level(0)
    }

    /// The indicator that a question establishes at a step: that of the highest step up to it that has one.
    pub fn reached(&self, question: QuestionIx, step: usize) -> Option<IndicatorIx> {
        let steps = &self.questions.get(question.0)?.steps;
        steps.iter().take(step + 1).rev().find_map(|s| s.indicator)
    }

    /// Whether a question stands in a safety section.
    pub fn is_safety(&self, question: QuestionIx) -> bool {
        let facts = self.questions.get(question.0);
        facts.is_some_and(|q| q.asked.part == Some(Part::Safety))
    }
}
