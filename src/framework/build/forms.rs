//! Forms, with their domains spelled out as dimensions.

use super::super::{
    check::Kind,
    model::{Content, DimensionIx, Form, FormField, FormSection, PathwayIx, QuestionIx},
    raw::{self, From, Mark},
};
use super::{Builder, each, id, optional, text};

impl Builder<'_, '_> {
    pub(super) fn forms(self) -> Option<Vec<Form>> {
        each(&self.all.forms, |form| self.form(form))
    }

    fn form(self, raw: &raw::Form<'_>) -> Option<Form> {
        Some(Form {
            id: id(raw.id)?,
            title: text(&raw.title),
            note: optional(raw.note.as_ref()),
            serves: self.pathways(&raw.serves)?,
            sections: each(&raw.sections, |section| {
                let fields = each(&section.fields, |field| self.form_field(field))?;
                Some(FormSection { title: text(&section.title), fields })
            })?,
            source: self.source(&raw.source)?,
        })
    }

    fn form_field(self, raw: &raw::FormField<'_>) -> Option<FormField> {
        let from = raw.from.iter().filter(|from| !matches!(from, From::ByHand));
        Some(FormField {
            label: text(&raw.label),
            from: from.map(|from| self.content(from)).collect::<Option<_>>()?,
            why: optional(raw.why.as_ref()),
            asked_at: self.pathways(&raw.asked_at)?,
        })
    }

    fn content(self, raw: &From<'_>) -> Option<Content> {
        match raw {
            From::Questions(marks) => {
                each(marks, |&mark| self.find(Kind::Question, mark).map(QuestionIx)).map(Content::Questions)
            }
            From::Dimensions(marks) => each(marks, |&mark| self.find(Kind::Dimension, mark).map(DimensionIx))
                .map(Content::Dimensions),
            From::Domains(marks) => {
                let mut dimensions = Vec::new();
                for &mark in marks {
                    let domain = self.find(Kind::Domain, mark)?;
                    let of_domain = self.facts.dimension_domains.iter().enumerate();
                    let of_domain = of_domain.filter(|(_, other)| other.0 == domain);
                    dimensions.extend(of_domain.map(|(at, _)| DimensionIx(at)));
                }
                Some(Content::Dimensions(dimensions))
            }
            other => other.given().map(Content::Given),
        }
    }

    fn pathways(self, marks: &[Mark<'_>]) -> Option<Vec<PathwayIx>> {
        each(marks, |&mark| self.find(Kind::Pathway, mark).map(PathwayIx))
    }
}
