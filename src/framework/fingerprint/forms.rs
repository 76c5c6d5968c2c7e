//! Forms in the fingerprint: what they ask for, where, why, and what each field holds.

use super::{
    super::model::{Content, Form, FormField, FormSection, PathwayIx},
    Canon,
    json::{list, name, object, optional, string, word},
};

impl Canon<'_> {
    pub(super) fn form(&self, form: &Form) -> String {
        object([
            ("id", name(&form.id)),
            ("note", optional(form.note.as_deref())),
            ("sections", list(&form.sections, |section| self.form_section(section))),
            ("serves", self.served(&form.serves)),
            ("source", self.source(&form.source)),
            ("title", string(&form.title)),
        ])
    }

    fn form_section(&self, section: &FormSection) -> String {
        object([
            ("fields", list(&section.fields, |field| self.form_field(field))),
            ("title", string(&section.title)),
        ])
    }

    fn form_field(&self, field: &FormField) -> String {
        object([
            ("asked_at", self.served(&field.asked_at)),
            ("from", list(&field.from, |content| self.content(content))),
            ("label", string(&field.label)),
            ("why", optional(field.why.as_deref())),
        ])
    }

    fn content(&self, content: &Content) -> String {
        match content {
            Content::Given(given) => word(given),
            Content::Questions(questions) => {
                object([("questions", list(questions, |q| name(&self.0[*q].id)))])
            }
            Content::Dimensions(dimensions) => {
                object([("dimensions", list(dimensions, |d| name(&self.0[*d].id)))])
            }
        }
    }

    fn served(&self, pathways: &[PathwayIx]) -> String {
        list(pathways, |p| name(&self.0[*p].id))
    }
}
