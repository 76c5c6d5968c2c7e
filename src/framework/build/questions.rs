//! Homes, questions and indicators.

use super::super::{
    check::{IndicatorFacts, Kind as Named, QuestionFacts, gates, worry_is_no},
    model::{
        Concern, ConcernIx, FindOut, Gate, Home, Indicator, Kind, Question, QuestionIx, QuestionStep,
        Section, SectionIx, YesNo,
    },
    raw,
};
use super::{Builder, each, id, ids, optional, text, texts};

impl Builder<'_, '_> {
    pub(super) fn sections(self) -> Option<Vec<Section>> {
        let sections = self.all.sections.iter().enumerate();
        sections
            .map(|(at, raw)| {
                Some(Section {
                    id: id(raw.id)?,
                    title: text(&raw.title),
                    part: raw.part,
                    intro: optional(raw.intro.as_ref()),
                    questions: self.standing_in(Home::Section(SectionIx(at))),
                })
            })
            .collect()
    }

    pub(super) fn concerns(self) -> Option<Vec<Concern>> {
        let concerns = self.all.concerns.iter().enumerate();
        concerns
            .map(|(at, raw)| {
                Some(Concern {
                    id: id(raw.id)?,
                    title: text(&raw.title),
                    worry: text(&raw.worry),
                    also: texts(&raw.also),
                    goes_with: each(&raw.goes_with, |&m| self.find(Named::Concern, m).map(ConcernIx))?,
                    bear_in_mind: texts(&raw.bear_in_mind),
                    injuries: raw.injuries,
                    questions: self.standing_in(Home::Concern(ConcernIx(at))),
                })
            })
            .collect()
    }

    fn standing_in(self, home: Home) -> Vec<QuestionIx> {
        let questions = self.all.questions.iter().enumerate();
        questions.filter(|(_, q)| q.home == home).map(|(at, _)| QuestionIx(at)).collect()
    }

    pub(super) fn questions(self) -> Option<Vec<Question>> {
        let gates = gates(self.facts);
        let questions = self.facts.questions.iter().zip(gates);
        questions.map(|(q, gates)| self.question(q, gates)).collect()
    }

    fn question(self, facts: &QuestionFacts<'_>, opened_by: Vec<Gate>) -> Option<Question> {
        let common = &facts.asked.common;
        Some(Question {
            id: id(common.id)?,
            was: ids(common.was)?,
            home: facts.asked.home,
            part: facts.asked.part,
            text: text(common.text),
            hint: optional(common.hint),
            why: text(common.why),
            means: optional(common.means),
            counts: texts(common.counts),
            does_not_count: texts(common.does_not_count),
            who: texts(common.who),
            find_out: find_out(common.find_out),
            ages: self.ages(common.ages)?,
            kind: self.kind(facts.asked.raw)?,
            polarity: facts.polarity,
            steps: each(&facts.steps, |step| {
                Some(QuestionStep {
                    id: id(step.id)?,
                    means: match step.means {
                        Some(means) => text(means),
                        None => capitalised(step.id.0),
                    },
                    indicator: step.indicator,
                })
            })?,
            opened_by,
            source: self.source(common.source)?,
        })
    }

    fn kind(self, raw: &raw::Question<'_>) -> Option<Kind> {
        Some(match raw {
            raw::Question::YesNo(q) => {
                Kind::YesNo { worry: if worry_is_no(q) { YesNo::No } else { YesNo::Yes } }
            }
            raw::Question::Ladder(_) => Kind::Ladder,
            raw::Question::Number(q) => Kind::Number {
                unit: text(&q.unit),
                least: q.least,
                most: q.most,
                worse: q.worse,
                cuts: each(&q.cuts, |cut| self.facts.amount(self.names, cut.at))?,
            },
        })
    }

    pub(super) fn indicator(self, facts: &IndicatorFacts<'_>) -> Option<Indicator> {
        let raw = facts.raw;
        let place = facts.uses.first()?;
        Some(Indicator {
            id: id(raw.id)?,
            was: ids(&raw.was)?,
            text: text(&raw.text),
            first_person: optional(raw.first_person.as_ref()),
            polarity: raw.polarity,
            pathway: facts.pathway?,
            dimension: facts.dimension?,
            theme: text(&raw.theme),
            decisive: raw.decisive,
            ages: self.ages(&raw.ages)?,
            guidance: optional(raw.guidance.as_ref()),
            differs: optional(raw.differs.as_ref()),
            source: self.source(&raw.source)?,
            question: place.question,
            step: place.step,
        })
    }
}

fn find_out(raw: &raw::FindOut<'_>) -> FindOut {
    match raw {
        raw::FindOut::Ask(words) => FindOut::Ask(text(words)),
        raw::FindOut::Records(words) => FindOut::Records(text(words)),
        raw::FindOut::Colleague(words) => FindOut::Colleague(text(words)),
        raw::FindOut::FrontDoor(words) => FindOut::FrontDoor(text(words)),
    }
}

/// `yes` as `Yes`.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
