//! What an author types: the shapes of a framework's RON files, before anything is believed.
//!
//! Everything borrows from the file's text, so that a fault can be placed by where its words stand.
//! Lists carry ids and are never maps, because RON keeps only the last of two equal keys without a word.

use std::borrow::Cow;

use serde::Deserialize;

/// A run of the file's own text: an id or a reference, whose place can be found again.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(transparent)]
pub struct Mark<'a>(#[serde(borrow)] pub &'a str);

/// Prose: it may hold escapes, so it is borrowed only where it can be.
///
/// A type of its own, because serde's derive borrows a `Cow` only where it reads that very word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text<'a>(pub Cow<'a, str>);

impl<'a> Text<'a> {
    /// The words of the file, or, where the text has escapes and so is no part of it, the item's id.
    pub fn word(&self, item: Mark<'a>) -> &str {
        match &self.0 {
            Cow::Borrowed(word) => word,
            Cow::Owned(_) => item.0,
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a text in quotation marks")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_str(Visitor)
    }
}

/// One file of a framework's folder.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Document<'a> {
    /// `framework.ron`: who publishes it, its levels, pathways, domains, ages and roles.
    #[serde(borrow)]
    Framework(Box<Framework<'a>>),
    /// A shared part of every check: safety, the effect on the child, strengths, history, help.
    #[serde(borrow)]
    Section(Section<'a>),
    /// One concern and its tree of questions.
    #[serde(borrow)]
    Concern(Concern<'a>),
    /// Indicators, in any number of files.
    #[serde(borrow)]
    Indicators(Vec<Indicator<'a>>),
    /// Rules that raise or advise, in any number of files.
    #[serde(borrow)]
    Rules(Vec<Rule<'a>>),
    /// Duties that run beside the level.
    #[serde(borrow)]
    Duties(Vec<Duty<'a>>),
    /// Clocks that steps and duties name.
    #[serde(borrow)]
    Clocks(Vec<Clock<'a>>),
    /// Contacts by role.
    #[serde(borrow)]
    Contacts(Vec<Contact<'a>>),
    /// Words explained.
    #[serde(borrow)]
    Glossary(Vec<Term<'a>>),
}

/// The head of a framework.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework<'a> {
    /// The version of this file shape; 1 today.
    pub schema: u32,
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub area: Text<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    #[serde(borrow)]
    pub edition: Mark<'a>,
    /// `2026-01-31`.
    #[serde(borrow)]
    pub valid_from: Mark<'a>,
    /// `2027-01-31`; past it an amber banner, never a stop.
    #[serde(borrow)]
    pub review_by: Mark<'a>,
    /// `en-GB`.
    #[serde(borrow)]
    pub language: Text<'a>,
    #[serde(borrow)]
    pub status: Status<'a>,
    /// The sentence about the lawful basis for sharing that goes on every referral.
    #[serde(borrow)]
    pub lawful_basis: Text<'a>,
    #[serde(borrow)]
    pub licence: Text<'a>,
    #[serde(borrow)]
    pub sources: Vec<SourceDocument<'a>>,
    #[serde(borrow)]
    pub levels: Vec<Level<'a>>,
    /// Lowest urgency first.
    #[serde(borrow)]
    pub pathways: Vec<Pathway<'a>>,
    #[serde(borrow)]
    pub domains: Vec<Domain<'a>>,
    #[serde(borrow)]
    pub ages: Vec<Age<'a>>,
    #[serde(borrow)]
    pub roles: Vec<Role<'a>>,
    #[serde(default, borrow)]
    pub parameters: Vec<Parameter<'a>>,
    /// Groups of dimensions whose indicators count once together, such as money, work and housing.
    #[serde(default, borrow)]
    pub count_once: Vec<Vec<Mark<'a>>>,
    /// Whether strengths may ease the cluster rules that name them.
    pub easing: Easing,
    /// The hour (0-23) from which a working-day clock counts as begun on the next working day.
    pub day_ends: u8,
    /// Words for the practitioner when the result is *consult*.
    #[serde(borrow)]
    pub consult: Consult<'a>,
    /// What to do when the front door's answer is not the one that was hoped for, in order.
    #[serde(borrow)]
    pub escalation: Vec<Step<'a>>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum Easing {
    Off,
    On,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Status<'a> {
    Illustrative,
    RatifiedBy(#[serde(borrow)] Text<'a>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consult<'a> {
    /// Why no level is given.
    #[serde(borrow)]
    pub text: Text<'a>,
    #[serde(borrow)]
    pub steps: Vec<Step<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceDocument<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    #[serde(default, borrow)]
    pub address: Option<Text<'a>>,
}

/// Where a sentence, rule or clock comes from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source<'a> {
    #[serde(borrow)]
    pub document: Mark<'a>,
    #[serde(default, borrow)]
    pub page: Option<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    /// What is said: `Level 2`, or a name where an area has no numbers.
    #[serde(borrow)]
    pub label: Text<'a>,
    /// The short form inside the windscreen: `2`.
    #[serde(borrow)]
    pub short: Text<'a>,
    #[serde(borrow)]
    pub name: Text<'a>,
    #[serde(borrow)]
    pub means: Text<'a>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pathway<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub level: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    /// A service that spans levels: its pathways share this word.
    #[serde(default, borrow)]
    pub service: Option<Text<'a>>,
    #[serde(borrow)]
    pub means: Text<'a>,
    /// The law it rests on, where there is one.
    #[serde(default, borrow)]
    pub legal_basis: Option<Text<'a>>,
    /// What the practitioner asks for on this pathway, as a sentence.
    #[serde(borrow)]
    pub ask: Text<'a>,
    /// Who leads.
    #[serde(borrow)]
    pub lead: Text<'a>,
    /// Agreement to a service.
    #[serde(borrow)]
    pub agreement: Text<'a>,
    /// Sharing information: a different thing from agreement.
    #[serde(borrow)]
    pub sharing: Text<'a>,
    #[serde(borrow)]
    pub contact: Mark<'a>,
    /// "Phone now, finish later" appears as soon as this pathway is established.
    #[serde(default)]
    pub phone_now: bool,
    #[serde(borrow)]
    pub steps: Vec<Step<'a>>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

/// One thing to do, by when, with whom.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step<'a> {
    #[serde(borrow)]
    pub text: Text<'a>,
    #[serde(borrow)]
    pub clock: Mark<'a>,
    #[serde(default, borrow)]
    pub contact: Option<Mark<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Domain<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    #[serde(borrow)]
    pub dimensions: Vec<Dimension<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Age<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    /// The contact this role turns to when in doubt.
    #[serde(borrow)]
    pub consults: Mark<'a>,
}

/// A number that a partnership sets for itself.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    pub value: u32,
    #[serde(borrow)]
    pub note: Text<'a>,
}

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

#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
pub enum Polarity {
    /// Counts, and may be decisive.
    #[default]
    Need,
    /// History, refused help, worklessness: raises only through a rule that also names a current need.
    Background,
    /// Speaks for a lower level; counts only when it is established.
    Strength,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(default, borrow)]
    pub was: Vec<Mark<'a>>,
    #[serde(borrow)]
    pub text: Text<'a>,
    /// The same in the child's voice, where a framework has one.
    #[serde(default, borrow)]
    pub first_person: Option<Text<'a>>,
    #[serde(default)]
    pub polarity: Polarity,
    /// A level (its lowest pathway) or a pathway.
    #[serde(borrow)]
    pub at: Mark<'a>,
    #[serde(borrow)]
    pub dimension: Mark<'a>,
    #[serde(borrow)]
    pub theme: Text<'a>,
    /// Enough on its own for its pathway.
    #[serde(default)]
    pub decisive: bool,
    #[serde(default, borrow)]
    pub ages: Vec<Mark<'a>>,
    #[serde(default, borrow)]
    pub guidance: Option<Text<'a>>,
    /// Where areas are known to differ.
    #[serde(default, borrow)]
    pub differs: Option<Text<'a>>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Rule<'a> {
    #[serde(borrow)]
    Raise(Raise<'a>),
    #[serde(borrow)]
    Advise(Advise<'a>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Raise<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    /// A level (its lowest pathway) or a pathway.
    #[serde(borrow)]
    pub to: Mark<'a>,
    #[serde(borrow)]
    pub when: Condition<'a>,
    /// A sentence that stands under *Why* when the rule fires.
    #[serde(borrow)]
    pub why: Text<'a>,
    /// Strengths, any one of which eases this rule to `eased_to`, where the framework allows easing.
    #[serde(default, borrow)]
    pub eased_by: Vec<Mark<'a>>,
    #[serde(default, borrow)]
    pub eased_to: Option<Mark<'a>>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

/// What a piece of advice is about, which decides where it is shown.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum Topic {
    /// The result stands at a border: consult.
    Borderline,
    /// Before anyone in the family is spoken to.
    Telling,
    /// Good practice on these facts.
    Practice,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advise<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    pub topic: Topic,
    #[serde(borrow)]
    pub text: Text<'a>,
    #[serde(borrow)]
    pub when: Condition<'a>,
    /// The highest pathway (for a level, its lowest) at which it still makes sense; above, it is not shown.
    #[serde(default, borrow)]
    pub up_to: Option<Mark<'a>>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

/// A condition: closed, positive (nothing negates), so that more concern can never make it false.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Condition<'a> {
    /// The indicator is established.
    #[serde(borrow)]
    Indicator(Mark<'a>),
    /// The question has its worrying answer (yes/no questions; for a ladder, any rung above the first).
    #[serde(borrow)]
    Answer(Mark<'a>),
    /// The ladder stands at this rung or a worse one.
    Rung(#[serde(borrow)] Mark<'a>, #[serde(borrow)] Mark<'a>),
    #[serde(borrow)]
    Age(Vec<Mark<'a>>),
    #[serde(borrow)]
    Role(Vec<Mark<'a>>),
    #[serde(borrow)]
    Any(Vec<Condition<'a>>),
    #[serde(borrow)]
    All(Vec<Condition<'a>>),
    AtLeast(#[serde(borrow)] Amount<'a>, #[serde(borrow)] Vec<Condition<'a>>),
    /// At least so many needs at this level or pathway or above.
    #[serde(borrow)]
    Count(Count<'a>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count<'a> {
    /// A level (its lowest pathway) or a pathway: needs at it or above are counted.
    #[serde(borrow)]
    pub at: Mark<'a>,
    #[serde(borrow)]
    pub at_least: Amount<'a>,
    /// Spread over at least so many domains.
    #[serde(default, borrow)]
    pub domains: Option<Amount<'a>>,
    /// At least one of the counted needs is in one of these domains.
    #[serde(default, borrow)]
    pub including: Vec<Mark<'a>>,
    /// Only needs with one of these themes.
    #[serde(default, borrow)]
    pub themes: Vec<Text<'a>>,
}

/// A number, or the id of a local parameter that holds it.
#[derive(Clone, Copy, Debug)]
pub enum Amount<'a> {
    Number(i64),
    Parameter(Mark<'a>),
}

impl<'de: 'a, 'a> Deserialize<'de> for Amount<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Amount<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a whole number, or the id of a local parameter in quotes")
            }

            fn visit_i64<E: serde::de::Error>(self, n: i64) -> Result<Self::Value, E> {
                Ok(Amount::Number(n))
            }

            fn visit_u64<E: serde::de::Error>(self, n: u64) -> Result<Self::Value, E> {
                i64::try_from(n).map(Amount::Number).map_err(|_too_big| E::custom("the number is too large"))
            }

            fn visit_borrowed_str<E>(self, id: &'de str) -> Result<Self::Value, E> {
                Ok(Amount::Parameter(Mark(id)))
            }
        }

        deserializer.deserialize_any(Visitor)
    }
}

/// Whom a duty binds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Binds<'a> {
    Everyone,
    Roles(#[serde(borrow)] Vec<Mark<'a>>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    #[serde(borrow)]
    pub binds: Binds<'a>,
    /// Whom it binds, in words.
    #[serde(borrow)]
    pub who: Text<'a>,
    #[serde(borrow)]
    pub when: Condition<'a>,
    /// What is to be done, in a sentence.
    #[serde(borrow)]
    pub action: Text<'a>,
    #[serde(borrow)]
    pub clock: Mark<'a>,
    #[serde(borrow)]
    pub contact: Mark<'a>,
    /// To be done before the day is out: "Phone now, finish later" appears at once.
    #[serde(default)]
    pub same_day: bool,
    #[serde(borrow)]
    pub source: Source<'a>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, serde::Serialize)]
pub enum Unit {
    /// Now: before anything else.
    AtOnce,
    Hours,
    WorkingDays,
    CalendarDays,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clock<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    /// How many; 0 is the same day (or, in hours, now).
    pub amount: u32,
    pub unit: Unit,
    /// The event it runs from, in words: `from the phone call`.
    #[serde(borrow)]
    pub from: Text<'a>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact<'a> {
    #[serde(borrow)]
    pub id: Mark<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    /// Left out where only the practitioner's own organisation knows it.
    #[serde(default, borrow)]
    pub phone: Option<Text<'a>>,
    #[serde(default, borrow)]
    pub hours: Option<Text<'a>>,
    /// The day somebody last checked the number, `2026-01-31`.
    #[serde(default, borrow)]
    pub checked_on: Option<Mark<'a>>,
    /// The day from which the number is shown as *to be checked*.
    #[serde(default, borrow)]
    pub check_by: Option<Mark<'a>>,
    #[serde(default, borrow)]
    pub note: Option<Text<'a>>,
    #[serde(borrow)]
    pub source: Source<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "an author writes `term: ...` in a glossary")]
pub struct Term<'a> {
    #[serde(borrow)]
    pub term: Mark<'a>,
    #[serde(default, borrow)]
    pub also: Vec<Text<'a>>,
    #[serde(borrow)]
    pub means: Text<'a>,
}
