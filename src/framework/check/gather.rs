//! The documents of a folder sorted by what they hold, in the order in which the framework will hold it.

use super::super::{
    model::{ConcernIx, Home, SectionIx},
    raw::{self, Document, Mark, Part, Text},
};

/// Every item of the folder, whichever file it stood in.
#[derive(Debug, Default)]
pub struct Gathered<'a> {
    pub heads: Vec<&'a raw::Framework<'a>>,
    /// In order of their parts.
    pub sections: Vec<&'a raw::Section<'a>>,
    pub concerns: Vec<&'a raw::Concern<'a>>,
    /// Safety first, then concerns, then the other sections.
    pub questions: Vec<Asked<'a>>,
    pub indicators: Vec<&'a raw::Indicator<'a>>,
    pub raises: Vec<&'a raw::Raise<'a>>,
    pub advice: Vec<&'a raw::Advise<'a>>,
    pub duties: Vec<&'a raw::Duty<'a>>,
    pub clocks: Vec<&'a raw::Clock<'a>>,
    pub contacts: Vec<&'a raw::Contact<'a>>,
    pub forms: Vec<&'a raw::Form<'a>>,
    pub terms: Vec<&'a raw::Term<'a>>,
    pub accepted: Vec<&'a raw::Accepted<'a>>,
    pub areas: Vec<&'a raw::Correspondence<'a>>,
}

/// A question with where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub home: Home,
    pub part: Option<Part>,
    pub raw: &'a raw::Question<'a>,
    pub common: Common<'a>,
}

/// What questions of every kind have.
#[derive(Clone, Copy, Debug)]
pub struct Common<'a> {
    pub id: Mark<'a>,
    pub was: &'a [Mark<'a>],
    pub text: &'a Text<'a>,
    pub hint: Option<&'a Text<'a>>,
    pub why: &'a Text<'a>,
    pub means: Option<&'a Text<'a>>,
    pub counts: &'a [Text<'a>],
    pub does_not_count: &'a [Text<'a>],
    pub who: &'a [Text<'a>],
    pub find_out: &'a raw::FindOut<'a>,
    pub ages: &'a [Mark<'a>],
    pub source: &'a raw::Source<'a>,
}

macro_rules! common {
    ($question:ident) => {
        Common {
            id: $question.id,
            was: &$question.was,
            text: &$question.text,
            hint: $question.hint.as_ref(),
            why: &$question.why,
            means: $question.means.as_ref(),
            counts: &$question.counts,
            does_not_count: &$question.does_not_count,
            who: &$question.who,
            find_out: &$question.find_out,
            ages: &$question.ages,
            source: &$question.source,
        }
    };
}

fn common<'a>(question: &'a raw::Question<'a>) -> Common<'a> {
    match question {
        raw::Question::YesNo(q) => common!(q),
        raw::Question::Ladder(q) => common!(q),
        raw::Question::Number(q) => common!(q),
    }
}

/// Sorts documents, which come in order of their files' paths.
pub fn gather<'a>(documents: impl Iterator<Item = &'a Document<'a>>) -> Gathered<'a> {
    let mut all = Gathered::default();
    for document in documents {
        match document {
            Document::Framework(head) => all.heads.push(head),
            Document::Section(section) => all.sections.push(section),
            Document::Concern(concern) => all.concerns.push(concern),
            Document::Indicators(list) => all.indicators.extend(list),
            Document::Rules(list) => {
                for rule in list {
                    match rule {
                        raw::Rule::Raise(raise) => all.raises.push(raise),
                        raw::Rule::Advise(advise) => all.advice.push(advise),
                    }
                }
            }
            Document::Duties(list) => all.duties.extend(list),
            Document::Clocks(list) => all.clocks.extend(list),
            Document::Contacts(list) => all.contacts.extend(list),
            Document::Forms(list) => all.forms.extend(list),
            Document::Glossary(list) => all.terms.extend(list),
            Document::Accepted(list) => all.accepted.extend(list),
            Document::Correspondence(area) => all.areas.push(area),
        }
    }
    all.sections.sort_by_key(|s| s.part);
    all.questions = questions(&all);
    all
}

fn questions<'a>(all: &Gathered<'a>) -> Vec<Asked<'a>> {
    let asked = |home, part, raw| Asked { home, part, raw, common: common(raw) };
    let of_sections = |safety: bool| {
        let sections = all.sections.iter().enumerate();
        sections.filter(move |(_, s)| (s.part == Part::Safety) == safety).flat_map(move |(at, s)| {
            let home = Home::Section(SectionIx(at));
            s.questions.iter().map(move |q| asked(home, Some(s.part), q))
        })
    };
    let of_concerns = all.concerns.iter().enumerate().flat_map(|(at, c)| {
        let home = Home::Concern(ConcernIx(at));
        c.questions.iter().map(move |q| asked(home, None, q))
    });
    of_sections(true).chain(of_concerns).chain(of_sections(false)).collect()
}
