//! Finding things in a checked framework, and the small questions that are put to them.

use jiff::civil::Date;

use super::{
    AgeIx, ConcernIx, Contact, DutyIx, Framework, Home, Indicator, Level, Part, Pathway, PathwayIx, Polarity,
    Question, QuestionIx, RoleIx, Section, Source,
};
use crate::framework::Id;

/// A contact's number on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phone<'a> {
    Number(&'a str),
    /// Its check date has passed: never printed as fact.
    ToBeChecked(&'a str),
    /// Only the practitioner's own organisation knows it.
    Unlisted,
}

impl Framework {
    /// The lowest pathway: what stands when no rule raises.
    pub fn first_pathway(&self) -> PathwayIx {
        PathwayIx(0)
    }

    /// A pathway's level.
    pub fn level_of(&self, pathway: PathwayIx) -> &Level {
        &self[self[pathway].level]
    }

    /// The pathway for danger now, where the framework has one.
    pub fn danger_now(&self) -> Option<&Pathway> {
        self.pathways.iter().rev().find(|pathway| pathway.danger_now)
    }

    /// The services that pathways name, each once.
    pub fn services(&self) -> Vec<&str> {
        once(self.pathways.iter().filter_map(|pathway| pathway.service.as_deref()))
    }

    /// Help that a family may agree to and that no law orders: more than nothing, and no call by telephone.
    pub fn help_by_agreement(&self) -> Vec<&str> {
        let more = self.pathways.iter().skip(1);
        let free = more.filter(|pathway| pathway.legal_basis.is_none() && !pathway.phone_now);
        once(free.map(|pathway| pathway.service.as_ref().unwrap_or(&pathway.title).as_str()))
    }

    /// `Level 3, targeted early help`.
    pub fn pathway_line(&self, pathway: PathwayIx) -> String {
        let level = self.level_of(pathway);
        format!("{}: {}", level.label, self[pathway].title)
    }

    /// Finds a question by its id, or by an id that it had in an older edition.
    pub fn question(&self, id: &Id) -> Option<QuestionIx> {
        self.places.question(id)
    }

    /// Finds a pathway by its id.
    pub fn pathway(&self, id: &Id) -> Option<PathwayIx> {
        position(&self.pathways, |p| p.id == *id).map(PathwayIx)
    }

    /// Finds a concern by its id.
    pub fn concern(&self, id: &Id) -> Option<ConcernIx> {
        position(&self.concerns, |c| c.id == *id).map(ConcernIx)
    }

    /// Finds an age band by its id.
    pub fn age(&self, id: &Id) -> Option<AgeIx> {
        position(&self.ages, |a| a.id == *id).map(AgeIx)
    }

    /// Finds a role by its id.
    pub fn role(&self, id: &Id) -> Option<RoleIx> {
        position(&self.roles, |r| r.id == *id).map(RoleIx)
    }

    /// Finds a duty by its id.
    pub fn duty(&self, id: &Id) -> Option<DutyIx> {
        position(&self.duties, |d| d.id == *id).map(DutyIx)
    }

    /// All questions with their places.
    pub fn questions(&self) -> impl Iterator<Item = (QuestionIx, &Question)> {
        self.questions.iter().enumerate().map(|(i, q)| (QuestionIx(i), q))
    }

    /// The sections of one part, in the framework's order.
    pub fn sections_of(&self, part: Part) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(move |s| s.part == part)
    }

    /// `Bucks level pages, L3`: a source in words.
    pub fn source_line(&self, source: &Source) -> String {
        let title = &self[source.document].title;
        match &source.page {
            Some(page) => format!("{title}, {page}"),
            None => title.clone(),
        }
    }

    /// The title of the section or concern a question stands in.
    pub fn home_title(&self, question: QuestionIx) -> &str {
        match self[question].home {
            Home::Section(s) => &self[s].title,
            Home::Concern(c) => &self[c].title,
        }
    }
}

impl Question {
    /// The last ordinal: the most worrying step (for strengths: the strongest).
    pub fn worst(&self) -> usize {
        self.steps.len() - 1
    }

    /// Whether an unknown answer widens the span: strengths never do.
    pub fn widens(&self) -> bool {
        self.polarity != Polarity::Strength
    }
}

impl Indicator {
    /// Whether it can hold for a child of this age.
    pub fn fits(&self, age: AgeIx) -> bool {
        self.ages.is_empty() || self.ages.contains(&age)
    }
}

impl Contact {
    /// The number, only where nobody needs to check it first.
    pub fn phone_on(&self, day: Date) -> Phone<'_> {
        match (&self.phone, self.check_by) {
            (None, _) => Phone::Unlisted,
            (Some(number), Some(by)) if by < day => Phone::ToBeChecked(number),
            (Some(number), _) => Phone::Number(number),
        }
    }
}

/// Names in their order, none of them twice.
fn once<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut all = Vec::new();
    for name in names {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

fn position<T>(list: &[T], fits: impl Fn(&T) -> bool) -> Option<usize> {
    list.iter().position(fits)
}
