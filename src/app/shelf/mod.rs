//! What is made once from a framework, or once for a page of it, so that no frame reads its texts again.

mod other;

use std::{
    cell::OnceCell,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    sync::Arc,
};

pub use self::other::Other;
use super::journey::Screen;
use crate::{
    assess::{
        Assessment,
        bearing::{Bearing, Brought, bearing, brought_by},
    },
    framework::{
        Framework,
        model::{DutyIx, FindOut, IndicatorIx, Question, QuestionIx, Step, TermIx},
        terms::Terms,
    },
    map::Map,
    search::{Fitting, Found, Index},
};

/// Books of the frameworks in use, and what is open in one of them.
#[derive(Debug)]
pub struct Shelf {
    book: Book,
    /// What was searched for last, and found.
    found: (String, Found),
    /// What was searched for last among the concerns, and those that its words point to.
    fitting: (String, Vec<Fitting>),
    /// The account that was last looked at, as a number so that no second copy of it is kept, and the concerns
    /// that have words of it.
    offered: (u64, Vec<Fitting>),
    /// The indicator whose page is shown, with what it bears on.
    sign: Option<(IndicatorIx, Bearing)>,
    /// The duty whose page is shown, with what brings it.
    duty: Option<(DutyIx, Brought)>,
    /// How another area reads the open check.
    other: Option<Other>,
}

/// One framework with its index and the places of its glossary, each made when it is first needed.
#[derive(Debug)]
struct Book {
    framework: Arc<Framework>,
    index: OnceCell<Index>,
    terms: OnceCell<Places>,
    map: OnceCell<Map>,
}

/// Which terms of the glossary stand where.
#[derive(Debug, Default)]
struct Places {
    questions: Vec<Vec<TermIx>>,
    indicators: Vec<Vec<TermIx>>,
    rules: Vec<Vec<TermIx>>,
    advice: Vec<Vec<TermIx>>,
    duties: Vec<Vec<TermIx>>,
    pathways: Vec<Vec<TermIx>>,
    consult: Vec<TermIx>,
    escalation: Vec<TermIx>,
}

impl Shelf {
    /// A shelf with one framework's book on it.
    pub fn new(framework: Arc<Framework>) -> Self {
        Self {
            book: Book::new(framework),
            found: Default::default(),
            fitting: (String::new(), Vec::new()),
            offered: Default::default(),
            sign: None,
            duty: None,
            other: None,
        }
    }

    /// Gets ready what the next frame will show; called before it is drawn.
    pub fn ready(&mut self, framework: &Arc<Framework>, screen: Screen, search: &str, account: &str) {
        if !Arc::ptr_eq(&self.book.framework, framework) {
            *self = Self::new(Arc::clone(framework));
        }
        if screen == Screen::LookUp {
            // On arriving, so that the first letter does not wait for it.
            self.book.index();
        }
        if matches!(screen, Screen::LookUp | Screen::Concerns) && self.found.0 != search {
            self.found = (search.to_owned(), self.book.index().search(search));
        }
        if screen == Screen::Concerns {
            if self.fitting.0 != search {
                self.fitting = (search.to_owned(), self.book.index().concerns(framework, search));
            }
            let mark = mark(account);
            if self.offered.0 != mark {
                self.offered = (mark, self.book.index().concerns(framework, account));
            }
        } else if account.is_empty() {
            // The case was closed, or its account taken back: nothing of it stays here.
            self.offered = (mark(account), Vec::new());
        }
        if let Screen::Sign(at) = screen
            && self.sign.as_ref().is_none_or(|(here, _)| *here != at)
            && at.0 < framework.indicators.len()
        {
            self.sign = Some((at, bearing(framework, at)));
        }
        if let Screen::Duty(at) = screen
            && self.duty.as_ref().is_none_or(|(here, _)| *here != at)
            && at.0 < framework.duties.len()
        {
            self.duty = Some((at, brought_by(framework, at)));
        }
    }

    /// What the words in the search field find.
    pub fn found(&self) -> &Found {
        &self.found.1
    }

    /// The concerns that the words in the search field point to.
    pub fn fitting(&self) -> &[Fitting] {
        &self.fitting.1
    }

    /// The concerns that have words of the account.
    pub fn offered(&self) -> &[Fitting] {
        &self.offered.1
    }

    /// What the indicator on this page bears on.
    pub fn bearing(&self, sign: IndicatorIx) -> Option<&Bearing> {
        self.sign.as_ref().filter(|(at, _)| *at == sign).map(|(_, bearing)| bearing)
    }

    /// Where everything stands on the map.
    pub fn map(&self) -> &Map {
        self.book.map.get_or_init(|| Map::new(&self.book.framework))
    }

    /// What brings the duty on this page.
    pub fn brought(&self, duty: DutyIx) -> Option<&Brought> {
        self.duty.as_ref().filter(|(at, _)| *at == duty).map(|(_, brought)| brought)
    }

    /// The terms on a duty's own page.
    pub fn terms_of_duty(&self, duty: DutyIx) -> Vec<TermIx> {
        self.book.places().duties.get(duty.0).cloned().unwrap_or_default()
    }

    /// The terms on a page with these questions.
    pub fn terms_of_questions(&self, questions: impl IntoIterator<Item = QuestionIx>) -> Vec<TermIx> {
        let places = self.book.places();
        union(questions.into_iter().filter_map(|at| places.questions.get(at.0)))
    }

    /// The terms on an indicator's own page.
    pub fn terms_of_sign(&self, sign: IndicatorIx) -> Vec<TermIx> {
        let places = self.book.places();
        let own = places.indicators.get(sign.0);
        let Some((bearing, indicator)) = self.bearing(sign).zip(self.book.framework.indicators.get(sign.0))
        else {
            return Vec::new();
        };
        let rules = bearing.rules_alone.iter().chain(&bearing.rules_together).map(|at| &places.rules[at.0]);
        let duties =
            bearing.duties_alone.iter().chain(&bearing.duties_together).map(|at| &places.duties[at.0]);
        let question = &places.questions[indicator.question.0];
        union(own.into_iter().chain([question]).chain(duties).chain(rules))
    }

    /// The terms in what a suggestion says.
    pub fn terms_of_suggestion(&self, assessment: &Assessment) -> Vec<TermIx> {
        let places = self.book.places();
        let reasons = assessment.reasons.iter().chain(&assessment.also).map(|r| &places.rules[r.rule.0]);
        let asked = assessment.find_out.iter().map(|unknown| &places.questions[unknown.question.0]);
        let duties = assessment.duties.iter().map(|due| &places.duties[due.duty.0]);
        let advice = assessment.advice.iter().map(|at| &places.advice[at.0]);
        let pathway = match assessment.span.lowest {
            Some(lowest) => &places.pathways[lowest.0],
            None => &places.consult,
        };
        let rest = [pathway, &places.escalation];
        union(reasons.chain(duties).chain(advice).chain(rest).chain(asked))
    }
}

impl Book {
    fn new(framework: Arc<Framework>) -> Self {
        Self { framework, index: OnceCell::new(), terms: OnceCell::new(), map: OnceCell::new() }
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.framework))
    }

    fn places(&self) -> &Places {
        self.terms.get_or_init(|| Places::new(&self.framework))
    }
}

impl Places {
    fn new(framework: &Framework) -> Self {
        let terms = Terms::new(framework);
        let steps = |steps: &[Step]| within(&terms, steps.iter().map(|step| &step.text));
        let question = |q: &Question| {
            let one = [Some(&q.text), q.hint.as_ref(), q.means.as_ref(), Some(&q.why)];
            let rungs = q.steps.iter().map(|step| &step.means);
            let lists = q.counts.iter().chain(&q.does_not_count).chain(&q.who);
            let (FindOut::Ask(how)
            | FindOut::Records(how)
            | FindOut::Colleague(how)
            | FindOut::FrontDoor(how)) = &q.find_out;
            within(&terms, one.into_iter().flatten().chain(rungs).chain(lists).chain([how]))
        };
        Self {
            questions: framework.questions.iter().map(question).collect(),
            indicators: framework
                .indicators
                .iter()
                .map(|i| {
                    within(
                        &terms,
                        [
                            Some(&i.text),
                            Some(&framework[i.pathway].title),
                            i.guidance.as_ref(),
                            i.differs.as_ref(),
                        ]
                        .into_iter()
                        .flatten(),
                    )
                })
                .collect(),
            rules: framework.rules.iter().map(|rule| within(&terms, [&rule.why])).collect(),
            advice: framework.advice.iter().map(|advice| within(&terms, [&advice.text])).collect(),
            duties: framework
                .duties
                .iter()
                .map(|duty| within(&terms, [&duty.title, &duty.action, &duty.who]))
                .collect(),
            pathways: framework
                .pathways
                .iter()
                .map(|p| {
                    let own = [&p.title, &p.means, &p.agreement, &p.sharing, &framework.about.lawful_basis];
                    within(&terms, p.steps.iter().map(|step| &step.text).chain(own))
                })
                .collect(),
            consult: union(
                [within(&terms, [&framework.consult.text]), steps(&framework.consult.steps)].iter(),
            ),
            escalation: steps(&framework.escalation),
        }
    }
}

/// A number that tells one text from another; none of no text.
fn mark(text: &str) -> u64 {
    if text.trim().is_empty() {
        return 0;
    }
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

fn within<'a>(terms: &Terms, texts: impl IntoIterator<Item = &'a String>) -> Vec<TermIx> {
    terms.within(texts.into_iter().map(String::as_str))
}

/// Several lists as one, each term once.
fn union<'a>(lists: impl IntoIterator<Item = &'a Vec<TermIx>>) -> Vec<TermIx> {
    let mut all = Vec::new();
    for &term in lists.into_iter().flatten() {
        if !all.contains(&term) {
            all.push(term);
        }
    }
    all
}
