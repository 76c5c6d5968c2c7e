//! Conditions: every name in them resolved, and each able to hold and able not to.

use std::collections::BTreeSet;

use super::super::{
    condition::{Condition, Count},
    model::{AgeIx, DomainIx, IndicatorIx, Polarity, QuestionIx, RoleIx},
    raw::{self, Amount, Mark},
    spelling,
};
use super::{facts::Facts, names::Kind, questions::no_rung, report::Report};

/// How deep conditions may be nested: what nobody can read, nobody can ratify.
const DEEPEST: usize = 24;

/// Checks conditions, telling faults with the id of the rule they stand in.
pub struct Checker<'r, 'a> {
    pub report: &'r mut Report<'a>,
    pub facts: &'r Facts<'a>,
    /// The rule or duty the condition belongs to.
    pub owner: Mark<'a>,
}

impl Checker<'_, '_> {
    /// Checks a condition and resolves its names; none where something is at fault.
    pub fn check(&mut self, raw: &raw::Condition<'_>) -> Option<Condition> {
        self.nested(raw, 1)
    }

    fn nested(&mut self, raw: &raw::Condition<'_>, depth: usize) -> Option<Condition> {
        if depth > DEEPEST {
            let message = format!("the condition of `{}` is nested more than {DEEPEST} deep", self.owner.0);
            self.report.error(self.owner.0, message, "too deep", "split it into several rules");
            return None;
        }
        match raw {
            raw::Condition::Indicator(mark) => self.indicator(*mark),
            raw::Condition::Answer(mark) => {
                let question = self.question(*mark)?;
                Some(Condition::At { question, step: 1 })
            }
            raw::Condition::Rung(mark, rung) => self.rung(*mark, *rung),
            raw::Condition::Age(marks) => {
                let ages = self.context(Kind::Age, marks)?;
                Some(Condition::Age(ages.into_iter().map(AgeIx).collect()))
            }
            raw::Condition::Role(marks) => {
                let roles = self.context(Kind::Role, marks)?;
                Some(Condition::Role(roles.into_iter().map(RoleIx).collect()))
            }
            raw::Condition::Any(parts) => {
                self.some(parts, "Any", "can never hold")?;
                self.parts(parts, depth).map(Condition::Any)
            }
            raw::Condition::All(parts) => {
                self.some(parts, "All", "always holds")?;
                self.parts(parts, depth).map(Condition::All)
            }
            raw::Condition::AtLeast(amount, parts) => {
                let n = self.amount(*amount, parts.len(), "AtLeast");
                let parts = self.parts(parts, depth)?;
                Some(Condition::AtLeast(n?, parts))
            }
            raw::Condition::Count(count) => self.count(count),
        }
    }

    fn parts(&mut self, parts: &[raw::Condition<'_>], depth: usize) -> Option<Vec<Condition>> {
        // All are checked before any can be given up.
        let checked: Vec<_> = parts.iter().map(|p| self.nested(p, depth + 1)).collect();
        checked.into_iter().collect()
    }

    fn some<T>(&mut self, parts: &[T], word: &str, fate: &str) -> Option<()> {
        if !parts.is_empty() {
            return Some(());
        }
        let message = format!("`{}` has an empty `{word}`, which {fate}", self.owner.0);
        let help = format!("put something into the brackets of `{word}([...])`, or take it away");
        self.report.error(self.owner.0, message, "in this condition", help);
        None
    }

    fn context(&mut self, kind: Kind, marks: &[Mark<'_>]) -> Option<Vec<usize>> {
        let word = if kind == Kind::Age { "Age" } else { "Role" };
        self.some(marks, word, "can never hold")?;
        self.report.refer_all(kind, marks).into_iter().collect()
    }

    fn question(&mut self, mark: Mark<'_>) -> Option<QuestionIx> {
        let at = self.report.refer(Kind::Question, mark).map(QuestionIx)?;
        let question = self.facts.questions.get(at.0)?;
        if question.polarity == Polarity::Strength {
            self.strength(mark);
            return None;
        }
        Some(at)
    }

    fn strength(&mut self, mark: Mark<'_>) {
        let message = format!("`{}` is a strength, and a strength cannot stand in a condition", mark.0);
        let help = "conditions hold more, never less, as concern grows; name strengths in `eased_by` instead";
        self.report.error(mark.0, message, "a strength", help);
    }

    fn indicator(&mut self, mark: Mark<'_>) -> Option<Condition> {
        let at = self.report.refer(Kind::Indicator, mark)?;
        let facts = self.facts.indicators.get(at)?;
        if facts.raw.polarity == Polarity::Strength {
            self.strength(mark);
            return None;
        }
        if facts.uses.first().is_some_and(|u| u.step == 0) {
            self.always(mark);
            return None;
        }
        self.facts.established(&self.report.names, IndicatorIx(at))
    }

    fn rung(&mut self, question: Mark<'_>, rung: Mark<'_>) -> Option<Condition> {
        let at = self.question(question)?;
        let steps = &self.facts.questions[at.0].steps;
        let Some(step) = steps.iter().position(|s| s.id == rung) else {
            no_rung(self.report, question.0, steps, rung);
            return None;
        };
        if step == 0 {
            self.always(rung);
            return None;
        }
        Some(Condition::At { question: at, step })
    }

    fn always(&mut self, mark: Mark<'_>) {
        let message =
            format!("`{}` rests on a first rung, where everybody stands before answering", self.owner.0);
        let help = "a rung means *this or worse*, so the first one always holds; name a later one";
        self.report.error(mark.0, message, "always holds", help);
    }

    /// An amount from 1 up to what there is.
    fn amount(&mut self, amount: Amount<'_>, most: usize, word: &str) -> Option<usize> {
        let spot = match amount {
            Amount::Number(_) => self.owner,
            Amount::Parameter(mark) => {
                self.report.refer(Kind::Parameter, mark)?;
                mark
            }
        };
        let n = self.facts.amount(&self.report.names, amount)?;
        let fits = usize::try_from(n).ok().filter(|n| (1..=most).contains(n));
        if fits.is_none() {
            let message = format!("`{}` asks for {n} in `{word}`", self.owner.0);
            let what = match word {
                "AtLeast" => "conditions in its list",
                "domains" => "domains with needs that count",
                _ => "needs that count (those that count once together are one)",
            };
            let (label, help) = match (n, most) {
                (..1, _) => ("too few", "ask for at least 1".to_owned()),
                (_, 0) => ("too many", format!("there are no {what}")),
                (_, most) => ("too many", format!("ask for at most {most}: there are no more {what}")),
            };
            self.report.error(spot.0, message, label, help);
        }
        fits
    }

    fn count(&mut self, raw: &raw::Count<'_>) -> Option<Condition> {
        let at = self.facts.at(&self.report.names, raw.at);
        if at.is_none() && self.report.names.find(Kind::Level, raw.at).is_none() {
            self.report.dangling(&[Kind::Pathway, Kind::Level], raw.at);
        }
        let lowest = at.is_some_and(|p| p.0 == 0);
        let at = at.filter(|p| p.0 > 0);
        if lowest {
            let message =
                format!("`{}` counts what stands at the lowest level, where everybody stands", self.owner.0);
            self.report.error(raw.at.0, message, "the lowest", "count from a higher level or pathway");
        }
        let including = self.report.refer_all(Kind::Domain, &raw.including);
        let themes = self.themes(&raw.themes);
        let (questions, domains) = match at {
            Some(at) => self.facts.countable(at, &raw.themes),
            None => (usize::MAX, BTreeSet::new()),
        };
        let complete =
            self.report.names.complete(Kind::Indicator) && self.report.names.complete(Kind::Question);
        let (most, spread) = if complete && at.is_some() && themes {
            (questions, domains.len())
        } else {
            (usize::MAX, usize::MAX)
        };
        let at_least = self.amount(raw.at_least, most, "at_least");
        let spread = match raw.domains {
            Some(amount) => self.amount(amount, spread, "domains"),
            None => Some(1),
        };
        let including = including.into_iter().map(|d| d.map(DomainIx)).collect::<Option<Vec<_>>>()?;
        if complete
            && at.is_some()
            && themes
            && !including.is_empty()
            && !including.iter().any(|d| domains.contains(d))
        {
            let message =
                format!("`{}` wants one of these domains, but none has a need that counts", self.owner.0);
            self.report.error(
                raw.including[0].0,
                message,
                "nothing to count",
                "name another domain, or leave `including` out",
            );
            return None;
        }
        themes.then_some(())?;
        Some(Condition::Count(Count {
            at: at?,
            at_least: at_least?,
            domains: spread?,
            including,
            themes: raw.themes.iter().map(|t| t.0.clone().into_owned()).collect(),
        }))
    }

    /// Whether every theme is some need's.
    fn themes(&mut self, themes: &[raw::Text<'_>]) -> bool {
        let mut good = true;
        let needs = self.facts.indicators.iter();
        let known: BTreeSet<_> =
            needs.filter(|i| i.raw.polarity == Polarity::Need).map(|i| i.raw.theme.0.as_ref()).collect();
        for theme in themes {
            if known.contains(theme.0.as_ref()) || !self.report.names.complete(Kind::Indicator) {
                continue;
            }
            good = false;
            let near = spelling::nearest(&theme.0, known.iter().copied());
            let label = near.map_or("not known".to_owned(), |n| format!("did you mean `{n}`?"));
            let message = format!("no need has the theme `{}`", theme.0);
            self.report.error(
                theme.word(self.owner),
                message,
                label,
                "write a theme as the indicators write it",
            );
        }
        good
    }
}

impl Facts<'_> {
    /// That an indicator is established: its step or beyond, at its ages.
    pub fn established(&self, names: &super::names::Names<'_>, indicator: IndicatorIx) -> Option<Condition> {
        let facts = self.indicators.get(indicator.0)?;
        let place = facts.uses.first()?;
        let at = Condition::At { question: place.question, step: place.step };
        if facts.raw.ages.is_empty() {
            return Some(at);
        }
        let ages = facts.raw.ages.iter().map(|a| names.find(Kind::Age, *a).map(AgeIx));
        let ages = ages.collect::<Option<Vec<_>>>()?;
        Some(Condition::All(vec![Condition::Age(ages), at]))
    }

    /// How many needs a count could reach at most, and in which domains.
    fn countable(
        &self,
        at: super::super::model::PathwayIx,
        themes: &[raw::Text<'_>],
    ) -> (usize, BTreeSet<DomainIx>) {
        let mut singles = BTreeSet::new();
        let mut groups = BTreeSet::new();
        let mut domains = BTreeSet::new();
        for (nth, facts) in self.indicators.iter().enumerate() {
            let wanted = facts.raw.polarity == Polarity::Need
                && facts.pathway.is_some_and(|p| p >= at)
                && (themes.is_empty() || themes.contains(&facts.raw.theme));
            let (Some(dimension), true) = (facts.dimension, wanted) else {
                continue;
            };
            // One that no question has is told of elsewhere, and counts here so as to be told of once.
            let question = facts.uses.first().map(|u| u.question).ok_or(nth);
            match self.dimension_groups[dimension.0] {
                Some(group) => groups.insert(group),
                None => singles.insert(question),
            };
            domains.insert(self.dimension_domains[dimension.0]);
        }
        (singles.len() + groups.len(), domains)
    }
}
