//! What an author types: the shapes of a framework's RON files, before anything is believed.
//!
//! Everything borrows from the file's text, so that a fault can be placed by where its words stand.
//! Lists carry ids and are never maps, because RON keeps only the last of two equal keys without a word.

use std::borrow::Cow;

use serde::Deserialize;

mod areas;
mod duties;
mod forms;
mod head;
mod questions;
mod rules;

pub use areas::{Alike, Correspondence, Questions, Sign, Tie};
pub use duties::{Accepted, Binds, Clock, Contact, Duty, Term, Unit};
pub use forms::{Form, FormField, From, Given};
pub use head::{
    Age, Consult, Easing, Framework, Level, Parameter, Pathway, Role, Source, SourceDocument, Status, Step,
};
pub use questions::{Concern, FindOut, Number, Part, Question, Section, Worse, YesNo};
pub use rules::{Advise, Amount, Condition, Count, Indicator, Polarity, Raise, Rule, Topic};

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
    /// What the area's own forms ask for, and what of a check goes where.
    #[serde(borrow)]
    Forms(Vec<Form<'a>>),
    /// Words explained.
    #[serde(borrow)]
    Glossary(Vec<Term<'a>>),
    /// What a check finds and is meant, with the reason.
    #[serde(borrow)]
    Accepted(Vec<Accepted<'a>>),
    /// How answers here read in another area's framework.
    #[serde(borrow)]
    Correspondence(Correspondence<'a>),
}
