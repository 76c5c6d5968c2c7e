//! The framework's head and the lists that stand by themselves.

use super::super::{
    check::{Kind, day},
    model::{
        About, Accepted, Age, Clock, Consult, Contact, ContactIx, Dimension, Domain, DomainIx, Level,
        LevelIx, Parameter, Pathway, Role, SourceDocument, Status, Term,
    },
    raw,
};
use super::{Builder, each, id, optional, text, texts};

impl Builder<'_, '_> {
    pub(super) fn level(self, raw: &raw::Level<'_>) -> Option<Level> {
        Some(Level {
            id: id(raw.id)?,
            label: text(&raw.label),
            short: text(&raw.short),
            name: text(&raw.name),
            means: text(&raw.means),
            source: self.source(&raw.source)?,
        })
    }

    pub(super) fn pathway(self, raw: &raw::Pathway<'_>) -> Option<Pathway> {
        Some(Pathway {
            id: id(raw.id)?,
            level: LevelIx(self.find(Kind::Level, raw.level)?),
            title: text(&raw.title),
            service: optional(raw.service.as_ref()),
            means: text(&raw.means),
            legal_basis: optional(raw.legal_basis.as_ref()),
            ask: text(&raw.ask),
            lead: text(&raw.lead),
            agreement: text(&raw.agreement),
            sharing: text(&raw.sharing),
            contact: ContactIx(self.find(Kind::Contact, raw.contact)?),
            phone_now: raw.phone_now,
            danger_now: raw.danger_now,
            steps: self.steps(&raw.steps)?,
            source: self.source(&raw.source)?,
        })
    }

    pub(super) fn role(self, raw: &raw::Role<'_>) -> Option<Role> {
        Some(Role {
            id: id(raw.id)?,
            title: text(&raw.title),
            consults: ContactIx(self.find(Kind::Contact, raw.consults)?),
        })
    }

    pub(super) fn consult(self, raw: &raw::Consult<'_>) -> Option<Consult> {
        Some(Consult { text: text(&raw.text), steps: self.steps(&raw.steps)? })
    }

    pub(super) fn clock(self, raw: &raw::Clock<'_>) -> Option<Clock> {
        Some(Clock {
            id: id(raw.id)?,
            amount: raw.amount,
            unit: raw.unit,
            from: text(&raw.from),
            source: self.source(&raw.source)?,
        })
    }

    pub(super) fn contact(self, raw: &raw::Contact<'_>) -> Option<Contact> {
        let date = |mark: Option<raw::Mark<'_>>| match mark {
            Some(mark) => day(mark).map(Some),
            None => Some(None),
        };
        Some(Contact {
            id: id(raw.id)?,
            title: text(&raw.title),
            phone: optional(raw.phone.as_ref()),
            hours: optional(raw.hours.as_ref()),
            checked_on: date(raw.checked_on)?,
            check_by: date(raw.check_by)?,
            note: optional(raw.note.as_ref()),
            source: self.source(&raw.source)?,
        })
    }
}

pub(super) fn about(raw: &raw::Framework<'_>) -> Option<About> {
    Some(About {
        id: id(raw.id)?,
        fingerprint: String::new(),
        area: text(&raw.area),
        title: text(&raw.title),
        edition: raw.edition.0.to_owned(),
        valid_from: day(raw.valid_from)?,
        review_by: day(raw.review_by)?,
        language: text(&raw.language),
        status: match &raw.status {
            raw::Status::Illustrative => Status::Illustrative,
            raw::Status::RatifiedBy(whom) => Status::RatifiedBy(text(whom)),
        },
        lawful_basis: text(&raw.lawful_basis),
        licence: text(&raw.licence),
    })
}

pub(super) fn document(raw: &raw::SourceDocument<'_>) -> Option<SourceDocument> {
    Some(SourceDocument { id: id(raw.id)?, title: text(&raw.title), address: optional(raw.address.as_ref()) })
}

pub(super) fn triangle(head: &raw::Framework<'_>) -> Option<(Vec<Domain>, Vec<Dimension>)> {
    let domains = each(&head.domains, |d| Some(Domain { id: id(d.id)?, title: text(&d.title) }))?;
    let mut dimensions = Vec::new();
    for (at, domain) in head.domains.iter().enumerate() {
        for raw in &domain.dimensions {
            dimensions.push(Dimension {
                id: id(raw.id)?,
                title: text(&raw.title),
                domain: DomainIx(at),
                counts_with: head.count_once.iter().position(|g| g.contains(&raw.id)),
            });
        }
    }
    Some((domains, dimensions))
}

pub(super) fn age(raw: &raw::Age<'_>) -> Option<Age> {
    Some(Age { id: id(raw.id)?, title: text(&raw.title), before_birth: raw.before_birth })
}

pub(super) fn parameter(raw: &raw::Parameter<'_>) -> Option<Parameter> {
    Some(Parameter { id: id(raw.id)?, value: raw.value, note: text(&raw.note) })
}

pub(super) fn term(raw: &raw::Term<'_>) -> Term {
    Term { term: raw.term.0.to_owned(), also: texts(&raw.also), means: text(&raw.means) }
}

pub(super) fn accepted(raw: &raw::Accepted<'_>) -> Accepted {
    Accepted { proof: raw.proof.0.to_owned(), id: raw.id.0.to_owned(), reason: text(&raw.reason) }
}
