//! The fingerprint of a framework: the same whatever its files are called and however they are laid out.
//!
//! SHA-256, as hex, over one JSON text in UTF-8 without spaces. Objects have their keys in alphabetical
//! order; what is absent is `null`. Everything is named by its id, never by its place. Lists that may be
//! spread over files stand in the order of their ids (the glossary's in that of its terms); all others in
//! the author's order, which means something there. Worked cases and the contacts' own entries are left
//! out, since an organisation may change them; which contact is named where is in. What is said of other
//! areas is left out too: no result here rests on it, and it changes when another area does. So is what a check
//! finds and an author accepts: it changes nothing for a practitioner.

mod forms;
mod json;

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use self::json::{by_id, list, name, null, object, optional, string, strings, word};
use super::{
    condition::{Condition, Count},
    model::{
        About, Advice, AgeIx, Clock, Concern, Dimension, Duty, FindOut, Framework, Indicator, Kind, Level,
        Pathway, Question, Rule, Section, Source, Status, Step,
    },
};

/// The fingerprint of a framework, whatever fingerprint it says it has.
pub fn of(framework: &Framework) -> String {
    let digest = Sha256::digest(canonical(framework).as_bytes());
    digest.iter().fold(String::new(), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The text that the fingerprint is made of.
pub fn canonical(framework: &Framework) -> String {
    let f = Canon(framework);
    object([
        ("about", f.about()),
        (
            "documents",
            list(&framework.documents, |d| {
                object([
                    ("address", optional(d.address.as_deref())),
                    ("id", name(&d.id)),
                    ("title", string(&d.title)),
                ])
            }),
        ),
        ("levels", list(&framework.levels, |l| f.level(l))),
        ("pathways", list(&framework.pathways, |p| f.pathway(p))),
        ("domains", list(&framework.domains, |d| object([("id", name(&d.id)), ("title", string(&d.title))]))),
        (
            "dimensions",
            list(&framework.dimensions, |d| {
                object([
                    ("counts_with", f.counting_with(d)),
                    ("domain", name(&framework[d.domain].id)),
                    ("id", name(&d.id)),
                    ("title", string(&d.title)),
                ])
            }),
        ),
        (
            "ages",
            list(&framework.ages, |a| {
                object([
                    ("before_birth", a.before_birth.to_string()),
                    ("id", name(&a.id)),
                    ("title", string(&a.title)),
                ])
            }),
        ),
        (
            "roles",
            list(&framework.roles, |r| {
                object([
                    ("consults", name(&framework[r.consults].id)),
                    ("id", name(&r.id)),
                    ("title", string(&r.title)),
                ])
            }),
        ),
        (
            "parameters",
            list(&framework.parameters, |p| {
                object([("id", name(&p.id)), ("note", string(&p.note)), ("value", p.value.to_string())])
            }),
        ),
        ("easing", word(framework.easing)),
        ("day_ends", framework.day_ends.to_string()),
        (
            "consult",
            object([("steps", f.steps(&framework.consult.steps)), ("text", string(&framework.consult.text))]),
        ),
        ("escalation", f.steps(&framework.escalation)),
        ("answered_by", framework.answered_by.map_or_else(null, |c| name(&framework[c].id))),
        ("sections", by_id(&framework.sections, |s| &s.id, |s| f.section(s))),
        ("concerns", by_id(&framework.concerns, |c| &c.id, |c| f.concern(c))),
        ("questions", by_id(&framework.questions, |q| &q.id, |q| f.question(q))),
        ("indicators", by_id(&framework.indicators, |i| &i.id, |i| f.indicator(i))),
        ("rules", by_id(&framework.rules, |r| &r.id, |r| f.rule(r))),
        ("advice", by_id(&framework.advice, |a| &a.id, |a| f.advice(a))),
        ("duties", by_id(&framework.duties, |d| &d.id, |d| f.duty(d))),
        ("clocks", by_id(&framework.clocks, |c| &c.id, |c| f.clock(c))),
        ("forms", by_id(&framework.forms, |form| &form.id, |form| f.form(form))),
        ("glossary", glossary(framework)),
    ])
}

struct Canon<'f>(&'f Framework);

impl Canon<'_> {
    fn about(&self) -> String {
        let About {
            id,
            fingerprint: _,
            area,
            title,
            edition,
            valid_from,
            review_by,
            language,
            status,
            lawful_basis,
            licence,
        } = &self.0.about;
        object([
            ("area", string(area)),
            ("edition", string(edition)),
            ("id", name(id)),
            ("language", string(language)),
            ("lawful_basis", string(lawful_basis)),
            ("licence", string(licence)),
            (
                "ratified_by",
                match status {
                    Status::Illustrative => null(),
                    Status::RatifiedBy(whom) => string(whom),
                },
            ),
            ("review_by", string(&review_by.to_string())),
            ("title", string(title)),
            ("valid_from", string(&valid_from.to_string())),
        ])
    }

    /// The dimensions that count once together with this one, itself among them.
    fn counting_with(&self, dimension: &Dimension) -> String {
        let Some(group) = dimension.counts_with else {
            return null();
        };
        let all = self.0.dimensions.iter();
        let together: Vec<_> = all.filter(|d| d.counts_with == Some(group)).collect();
        by_id(&together, |d| &d.id, |d| name(&d.id))
    }

    fn source(&self, source: &Source) -> String {
        object([("document", name(&self.0[source.document].id)), ("page", optional(source.page.as_deref()))])
    }

    fn steps(&self, steps: &[Step]) -> String {
        list(steps, |s| {
            object([
                ("clock", name(&self.0[s.clock].id)),
                ("contact", s.contact.map_or_else(null, |c| name(&self.0[c].id))),
                ("text", string(&s.text)),
            ])
        })
    }

    fn ages(&self, ages: &[AgeIx]) -> String {
        list(ages, |a| name(&self.0[*a].id))
    }

    fn level(&self, l: &Level) -> String {
        object([
            ("id", name(&l.id)),
            ("label", string(&l.label)),
            ("means", string(&l.means)),
            ("name", string(&l.name)),
            ("short", string(&l.short)),
            ("source", self.source(&l.source)),
        ])
    }

    fn pathway(&self, p: &Pathway) -> String {
        object([
            ("agreement", string(&p.agreement)),
            ("ask", string(&p.ask)),
            ("contact", name(&self.0[p.contact].id)),
            ("danger_now", p.danger_now.to_string()),
            ("id", name(&p.id)),
            ("lead", string(&p.lead)),
            ("legal_basis", optional(p.legal_basis.as_deref())),
            ("level", name(&self.0[p.level].id)),
            ("means", string(&p.means)),
            ("phone_now", p.phone_now.to_string()),
            ("service", optional(p.service.as_deref())),
            ("sharing", string(&p.sharing)),
            ("source", self.source(&p.source)),
            ("steps", self.steps(&p.steps)),
            ("title", string(&p.title)),
        ])
    }

    fn section(&self, s: &Section) -> String {
        object([
            ("id", name(&s.id)),
            ("intro", optional(s.intro.as_deref())),
            ("part", word(s.part)),
            ("questions", list(&s.questions, |q| name(&self.0[*q].id))),
            ("title", string(&s.title)),
        ])
    }

    fn concern(&self, c: &Concern) -> String {
        object([
            ("also", strings(&c.also)),
            ("bear_in_mind", strings(&c.bear_in_mind)),
            ("goes_with", list(&c.goes_with, |c| name(&self.0[*c].id))),
            ("id", name(&c.id)),
            ("injuries", c.injuries.to_string()),
            ("questions", list(&c.questions, |q| name(&self.0[*q].id))),
            ("title", string(&c.title)),
            ("worry", string(&c.worry)),
        ])
    }

    fn question(&self, q: &Question) -> String {
        let (way, words) = match &q.find_out {
            FindOut::Ask(words) => ("Ask", words),
            FindOut::Records(words) => ("Records", words),
            FindOut::Colleague(words) => ("Colleague", words),
            FindOut::FrontDoor(words) => ("FrontDoor", words),
        };
        object([
            ("ages", self.ages(&q.ages)),
            ("counts", strings(&q.counts)),
            ("does_not_count", strings(&q.does_not_count)),
            ("find_out", object([(way, string(words))])),
            ("hint", optional(q.hint.as_deref())),
            ("id", name(&q.id)),
            ("kind", kind(&q.kind)),
            ("means", optional(q.means.as_deref())),
            (
                "opened_by",
                list(&q.opened_by, |g| {
                    object([
                        ("question", name(&self.0[g.question].id)),
                        ("step", self.step(g.question, g.from)),
                    ])
                }),
            ),
            ("polarity", word(q.polarity)),
            ("source", self.source(&q.source)),
            (
                "steps",
                list(&q.steps, |s| {
                    object([
                        ("id", name(&s.id)),
                        ("indicator", s.indicator.map_or_else(null, |i| name(&self.0[i].id))),
                        ("means", string(&s.means)),
                    ])
                }),
            ),
            ("text", string(&q.text)),
            ("was", list(&q.was, name)),
            ("who", strings(&q.who)),
            ("why", string(&q.why)),
        ])
    }

    fn step(&self, question: super::model::QuestionIx, step: usize) -> String {
        name(&self.0[question].steps[step].id)
    }

    fn indicator(&self, i: &Indicator) -> String {
        object([
            ("ages", self.ages(&i.ages)),
            ("at", name(&self.0[i.pathway].id)),
            ("decisive", i.decisive.to_string()),
            ("differs", optional(i.differs.as_deref())),
            ("dimension", name(&self.0[i.dimension].id)),
            ("first_person", optional(i.first_person.as_deref())),
            ("guidance", optional(i.guidance.as_deref())),
            ("id", name(&i.id)),
            ("polarity", word(i.polarity)),
            ("source", self.source(&i.source)),
            ("text", string(&i.text)),
            ("theme", string(&i.theme)),
            ("was", list(&i.was, name)),
        ])
    }

    fn condition(&self, when: &Condition) -> String {
        let parts = |parts: &[Condition]| list(parts, |p| self.condition(p));
        match when {
            Condition::At { question, step } => {
                object([("question", name(&self.0[*question].id)), ("step", self.step(*question, *step))])
            }
            Condition::Age(ages) => object([("age", self.ages(ages))]),
            Condition::Role(roles) => object([("role", list(roles, |r| name(&self.0[*r].id)))]),
            Condition::Any(of) => object([("any", parts(of))]),
            Condition::All(of) => object([("all", parts(of))]),
            Condition::AtLeast(n, of) => object([("at_least", n.to_string()), ("of", parts(of))]),
            Condition::Count(Count { at, at_least, domains, including, themes }) => object([
                ("at", name(&self.0[*at].id)),
                ("count", at_least.to_string()),
                ("domains", domains.to_string()),
                ("including", list(including, |d| name(&self.0[*d].id))),
                ("themes", strings(themes)),
            ]),
        }
    }

    fn rule(&self, r: &Rule) -> String {
        object([
            ("decisive", r.decisive.map_or_else(null, |i| name(&self.0[i].id))),
            ("eased_by", r.easing.as_ref().map_or_else(null, |e| list(&e.by, |i| name(&self.0[*i].id)))),
            ("eased_to", r.easing.as_ref().map_or_else(null, |e| name(&self.0[e.to].id))),
            ("id", name(&r.id)),
            ("source", self.source(&r.source)),
            ("to", name(&self.0[r.to].id)),
            ("when", self.condition(&r.when)),
            ("why", string(&r.why)),
        ])
    }

    fn advice(&self, a: &Advice) -> String {
        object([
            ("id", name(&a.id)),
            ("source", self.source(&a.source)),
            ("text", string(&a.text)),
            ("topic", word(a.topic)),
            ("up_to", a.up_to.map_or_else(|| optional(None), |p| name(&self.0[p].id))),
            ("when", self.condition(&a.when)),
        ])
    }

    fn duty(&self, d: &Duty) -> String {
        object([
            ("action", string(&d.action)),
            ("binds", list(&d.binds, |r| name(&self.0[*r].id))),
            ("clock", name(&self.0[d.clock].id)),
            ("contact", name(&self.0[d.contact].id)),
            ("id", name(&d.id)),
            ("same_day", d.same_day.to_string()),
            ("source", self.source(&d.source)),
            ("title", string(&d.title)),
            ("when", self.condition(&d.when)),
            ("who", string(&d.who)),
        ])
    }

    fn clock(&self, c: &Clock) -> String {
        object([
            ("amount", c.amount.to_string()),
            ("from", string(&c.from)),
            ("id", name(&c.id)),
            ("source", self.source(&c.source)),
            ("unit", word(c.unit)),
        ])
    }
}

fn kind(kind: &Kind) -> String {
    match kind {
        Kind::YesNo { worry } => object([("worry", word(worry))]),
        Kind::Ladder => string("ladder"),
        Kind::Number { unit, least, most, worse, cuts } => object([
            ("cuts", list(cuts, ToString::to_string)),
            ("least", least.to_string()),
            ("most", most.to_string()),
            ("unit", string(unit)),
            ("worse", word(worse)),
        ]),
    }
}

fn glossary(framework: &Framework) -> String {
    let mut terms: Vec<_> = framework.glossary.iter().collect();
    terms.sort_by(|a, b| a.term.cmp(&b.term));
    list(&terms, |t| {
        object([("also", strings(&t.also)), ("means", string(&t.means)), ("term", string(&t.term))])
    })
}
