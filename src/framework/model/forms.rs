//! Forms: which part of a check goes where on the paper that an area asks for.

use super::{DimensionIx, FormIx, Framework, PathwayIx, QuestionIx, Source};
use crate::framework::Id;
pub use crate::framework::raw::Given;

/// By this id the program's own layout is asked for: no form has it.
pub const OWN_LAYOUT: &str = "summary";

/// A form that a summary can be laid out by.
#[derive(Clone, Debug)]
pub struct Form {
    pub id: Id,
    pub title: String,
    pub note: Option<String>,
    /// The pathways it is the usual form for.
    pub serves: Vec<PathwayIx>,
    pub sections: Vec<FormSection>,
    pub source: Source,
}

#[derive(Clone, Debug)]
pub struct FormSection {
    pub title: String,
    pub fields: Vec<FormField>,
}

#[derive(Clone, Debug)]
pub struct FormField {
    pub label: String,
    /// Empty where it is written by hand.
    pub from: Vec<Content>,
    pub why: Option<String>,
    /// Empty where it is asked for at every pathway.
    pub asked_at: Vec<PathwayIx>,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    Given(Given),
    /// The answers to these questions.
    Questions(Vec<QuestionIx>),
    /// Worries, strengths and what is not known in these dimensions.
    Dimensions(Vec<DimensionIx>),
}

impl FormField {
    /// Whether the program has nothing for it.
    pub fn by_hand(&self) -> bool {
        self.from.is_empty()
    }

    /// Why it is asked for at a pathway, or while there is none; nothing where it is not.
    pub fn asked(&self, at: Option<PathwayIx>) -> Option<&str> {
        let here = self.asked_at.is_empty() || at.is_none_or(|at| self.asked_at.contains(&at));
        self.why.as_deref().filter(|_| here)
    }
}

impl Form {
    /// All fields, in order.
    pub fn fields(&self) -> impl Iterator<Item = &FormField> {
        self.sections.iter().flat_map(|section| &section.fields)
    }
}

impl Framework {
    /// Finds a form by its id.
    pub fn form(&self, id: &str) -> Option<FormIx> {
        self.forms.iter().position(|form| form.id.as_str() == id).map(FormIx)
    }

    /// The usual form at a pathway.
    pub fn form_at(&self, pathway: PathwayIx) -> Option<FormIx> {
        self.forms.iter().position(|form| form.serves.contains(&pathway)).map(FormIx)
    }
}
