//! What of a framework its worked cases reach, of how many, and what they do not.

use super::{
    Told,
    place::{Item, Kind},
};
use crate::{
    assess::facts::Facts,
    framework::{
        Framework, Id,
        model::{Home, PathwayIx},
    },
};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Rules that raise, those of decisive indicators among them.
    Rules,
    Advice,
    /// Asked in a case, and answered with something that is known.
    Questions,
    /// Each answer that a question has.
    Answers,
    /// Each by its own answer, for a child of an age that it is about.
    Indicators,
    Duties,
    /// Come to by a case or a child of one, as what is established.
    Pathways,
    Levels,
    Concerns,
    Ages,
    Roles,
}

/// One kind of thing: how many there are, and which of them no worked case reaches.
#[derive(Debug)]
pub struct Part {
    pub what: What,
    pub of: usize,
    pub missing: Vec<Item>,
}

/// What the worked cases reach.
#[derive(Debug)]
pub struct Coverage {
    /// Worked cases that could be read.
    pub cases: usize,
    pub parts: Vec<Part>,
}

/// What has been seen so far, each by its place in the framework.
struct Seen {
    rules: Vec<bool>,
    advice: Vec<bool>,
    /// By question and step.
    answers: Vec<Vec<bool>>,
    indicators: Vec<bool>,
    duties: Vec<bool>,
    pathways: Vec<bool>,
    concerns: Vec<bool>,
    ages: Vec<bool>,
    roles: Vec<bool>,
}

impl Coverage {
    pub(super) fn of(framework: &Framework, told: &[Told<'_>]) -> Self {
        let mut seen = Seen::nothing(framework);
        for told in told {
            seen.case(framework, told);
        }
        Self { cases: told.len(), parts: seen.parts(framework) }
    }

    /// What was counted of one kind.
    pub fn part(&self, what: What) -> Option<&Part> {
        self.parts.iter().find(|part| part.what == what)
    }
}

impl Seen {
    fn nothing(framework: &Framework) -> Self {
        let none = |n: usize| vec![false; n];
        Self {
            rules: none(framework.rules.len()),
            advice: none(framework.advice.len()),
            answers: framework.questions.iter().map(|question| none(question.steps.len())).collect(),
            indicators: none(framework.indicators.len()),
            duties: none(framework.duties.len()),
            pathways: none(framework.pathways.len()),
            concerns: none(framework.concerns.len()),
            ages: none(framework.ages.len()),
            roles: none(framework.roles.len()),
        }
    }

    fn case(&mut self, framework: &Framework, told: &Told<'_>) {
        for rule in &told.fired {
            self.rules[rule.0] = true;
        }
        let assessment = &told.run.assessment;
        for advice in &assessment.advice {
            self.advice[advice.0] = true;
        }
        for due in &assessment.duties {
            self.duties[due.duty.0] = true;
        }
        let of_children = assessment.children.iter().map(|child| child.span.lowest);
        for pathway in of_children.chain([assessment.span.lowest]).flatten() {
            self.pathways[pathway.0] = true;
        }
        for concern in told.family.chosen() {
            self.concerns[concern.0] = true;
        }
        for facts in told.family.facts() {
            self.child(framework, facts);
        }
    }

    fn child(&mut self, framework: &Framework, facts: &Facts) {
        if let Some(age) = facts.context.age {
            self.ages[age.0] = true;
        }
        if let Some(role) = facts.context.role {
            self.roles[role.0] = true;
        }
        for (at, question) in framework.questions() {
            let here = match question.home {
                Home::Section(_) => true,
                Home::Concern(concern) => facts.chosen.contains(&concern),
            };
            let Some(step) = facts.known[at.0].filter(|_| here && facts.asks(framework, at)) else {
                continue;
            };
            self.answers[at.0][step] = true;
            if let Some(indicator) = question.steps[step].indicator {
                let fits = facts.context.age.is_some_and(|age| framework[indicator].fits(age));
                self.indicators[indicator.0] |= fits || framework[indicator].ages.is_empty();
            }
        }
    }

    fn parts(&self, framework: &Framework) -> Vec<Part> {
        let part = |what, kind, seen: &[bool], ids: &mut dyn Iterator<Item = &Id>| Part {
            what,
            of: seen.len(),
            missing: missed(seen, ids.map(|id| Item::new(kind, id))),
        };
        let rules = framework.rules.iter().map(|rule| Item::rule(framework, rule));
        let asked: Vec<bool> = self.answers.iter().map(|steps| steps.contains(&true)).collect();
        let answers: Vec<bool> = self.answers.iter().flatten().copied().collect();
        let steps = framework.questions.iter().flat_map(|question| {
            let answer = |step: &crate::framework::model::QuestionStep| Item {
                step: Some(step.id.clone()),
                ..Item::new(Kind::Question, &question.id)
            };
            question.steps.iter().map(answer).collect::<Vec<_>>()
        });
        let come_to = |level: usize| {
            let on = |at: &usize| framework[framework[PathwayIx(*at)].level].id == framework.levels[level].id;
            (0..framework.pathways.len()).filter(on).any(|at| self.pathways[at])
        };
        let levels: Vec<bool> = (0..framework.levels.len()).map(come_to).collect();
        vec![
            Part { what: What::Rules, of: self.rules.len(), missing: missed(&self.rules, rules) },
            part(What::Advice, Kind::Rule, &self.advice, &mut framework.advice.iter().map(|a| &a.id)),
            part(What::Questions, Kind::Question, &asked, &mut framework.questions.iter().map(|q| &q.id)),
            Part { what: What::Answers, of: answers.len(), missing: missed(&answers, steps) },
            part(
                What::Indicators,
                Kind::Indicator,
                &self.indicators,
                &mut framework.indicators.iter().map(|i| &i.id),
            ),
            part(What::Duties, Kind::Duty, &self.duties, &mut framework.duties.iter().map(|d| &d.id)),
            part(What::Pathways, Kind::Head, &self.pathways, &mut framework.pathways.iter().map(|p| &p.id)),
            part(What::Levels, Kind::Head, &levels, &mut framework.levels.iter().map(|l| &l.id)),
            part(
                What::Concerns,
                Kind::Question,
                &self.concerns,
                &mut framework.concerns.iter().map(|c| &c.id),
            ),
            part(What::Ages, Kind::Head, &self.ages, &mut framework.ages.iter().map(|a| &a.id)),
            part(What::Roles, Kind::Head, &self.roles, &mut framework.roles.iter().map(|r| &r.id)),
        ]
    }
}

fn missed(seen: &[bool], items: impl Iterator<Item = Item>) -> Vec<Item> {
    items.zip(seen).filter(|(_, seen)| !**seen).map(|(item, _)| item).collect()
}
