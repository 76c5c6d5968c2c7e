//! Sections, concerns and their questions, as they are typed.

use serde::Deserialize;

use super::{Amount, Mark, Source, Text};

/// What a shared section is for, which decides its place in the journey and in the summary.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Asked first; unknown here holds the result at *consult*.
    Safety,
    /// Where the child is now, other children in contact with the risk.
    Around,
    /// The effect on the child.
    Effect,
    Strengths,
    History,
    Help,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    pub part: Part,
    #[serde(default, borrow)]
    pub intro: Option<Text<'a>>,
    #[serde(borrow)]
    pub questions: Vec<Question<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concern<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    /// The worry in a practitioner's words, shown beside the title.
    #[serde(borrow)]
    pub worry: Text<'a>,
    /// Words people search for: `["hungry", "dirty", "nits"]`.
    #[serde(default, borrow)]
    pub also: Vec<Text<'a>>,
    /// Concerns that are often there too.
    #[serde(default, borrow)]
    pub goes_with: Vec<Mark<'a>>,
    /// What a good practitioner keeps in mind here.
    #[serde(default, borrow)]
    pub bear_in_mind: Vec<Text<'a>>,
    /// It is about injuries, so that those seen are asked for with it.
    #[serde(default)]
    pub injuries: bool,
    #[serde(borrow)]
    pub questions: Vec<Question<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Question<'a> {
    #[serde(borrow)]
    YesNo(YesNo<'a>),
    #[serde(borrow)]
    Ladder(Ladder<'a>),
    #[serde(borrow)]
    Number(Number<'a>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YesNo<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(default, borrow)]
    pub was: Vec<Mark<'a>>,
    #[serde(borrow)]
    pub text: Text<'a>,
    #[serde(default, borrow)]
    pub hint: Option<Text<'a>>,
    #[serde(borrow)]
    pub why: Text<'a>,
    #[serde(default, borrow)]
    pub means: Option<Text<'a>>,
    #[serde(default, borrow)]
    pub counts: Vec<Text<'a>>,
    #[serde(default, borrow)]
    pub does_not_count: Vec<Text<'a>>,
    #[serde(borrow)]
    pub who: Vec<Text<'a>>,
    #[serde(borrow)]
    pub find_out: FindOut<'a>,
    #[serde(default, borrow)]
    pub ages: Vec<Mark<'a>>,
    /// The indicator that *yes* establishes.
    #[serde(default, borrow)]
    pub yes: Option<Mark<'a>>,
    /// The indicator that *no* establishes, where *no* is the worry.
    #[serde(default, borrow)]
    pub no: Option<Mark<'a>>,
    /// Questions that the worrying answer opens.
    #[serde(default, borrow)]
    pub opens: Vec<Mark<'a>>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(default, borrow)]
    pub was: Vec<Mark<'a>>,
    #[serde(borrow)]
    pub text: Text<'a>,
    #[serde(default, borrow)]
    pub hint: Option<Text<'a>>,
    #[serde(borrow)]
    pub why: Text<'a>,
    #[serde(default, borrow)]
    pub means: Option<Text<'a>>,
    #[serde(default, borrow)]
    pub counts: Vec<Text<'a>>,
    #[serde(default, borrow)]
    pub does_not_count: Vec<Text<'a>>,
    #[serde(borrow)]
    pub who: Vec<Text<'a>>,
    #[serde(borrow)]
    pub find_out: FindOut<'a>,
    #[serde(default, borrow)]
    pub ages: Vec<Mark<'a>>,
    /// Least worrying first (for strengths: least strong first).
    #[serde(borrow)]
    pub rungs: Vec<Rung<'a>>,
    #[serde(default, borrow)]
    pub opens: Vec<Opens<'a>>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rung<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub means: Text<'a>,
    #[serde(default, borrow)]
    pub indicator: Option<Mark<'a>>,
}

/// From this rung on, these questions are asked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opens<'a> {
    #[serde(borrow)]
    pub from: Mark<'a>,
    #[serde(borrow)]
    pub ask: Vec<Mark<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Number<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(default, borrow)]
    pub was: Vec<Mark<'a>>,
    #[serde(borrow)]
    pub text: Text<'a>,
    #[serde(default, borrow)]
    pub hint: Option<Text<'a>>,
    #[serde(borrow)]
    pub why: Text<'a>,
    #[serde(default, borrow)]
    pub means: Option<Text<'a>>,
    #[serde(default, borrow)]
    pub counts: Vec<Text<'a>>,
    #[serde(default, borrow)]
    pub does_not_count: Vec<Text<'a>>,
    #[serde(borrow)]
    pub who: Vec<Text<'a>>,
    #[serde(borrow)]
    pub find_out: FindOut<'a>,
    #[serde(default, borrow)]
    pub ages: Vec<Mark<'a>>,
    /// What is counted: `per cent`.
    #[serde(borrow)]
    pub unit: Text<'a>,
    pub least: i64,
    pub most: i64,
    pub worse: Worse,
    /// The first rung: beyond no cut.
    #[serde(borrow)]
    pub otherwise: Rung<'a>,
    /// Least worrying first; *beyond* the cut (below it where lower is worse) the rung holds.
    #[serde(borrow)]
    pub cuts: Vec<Cut<'a>>,
    #[serde(default, borrow)]
    pub opens: Vec<Opens<'a>>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum Worse {
    Lower,
    Higher,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cut<'a> {
    /// A number, or the id of a local parameter.
    #[serde(borrow)]
    pub at: Amount<'a>,
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub means: Text<'a>,
    #[serde(default, borrow)]
    pub indicator: Option<Mark<'a>>,
}

/// How an unknown may be found out, and by whom: finding out is not investigating.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum FindOut<'a> {
    /// An open question that may be put to the child or family.
    Ask(#[serde(borrow)] Text<'a>),
    /// Records that may be looked at.
    Records(#[serde(borrow)] Text<'a>),
    /// A colleague who may know.
    Colleague(#[serde(borrow)] Text<'a>),
    /// Not for the practitioner: the front door will ask.
    FrontDoor(#[serde(borrow)] Text<'a>),
}
