//! Every text of a framework that a practitioner reads, with what it belongs to.

use super::place::{Item, Kind};
use crate::framework::{
    Framework,
    model::{FindOut, Kind as Answers, Question, Step},
};

/// One text.
pub struct Text<'a> {
    pub of: Item,
    pub words: &'a str,
    /// The question itself, as it is asked.
    pub asked: bool,
    /// Read while a question is answered: the question, what it means, and the words explained beside it.
    pub while_asked: bool,
}

/// All of them, in the framework's order. The names of published documents are not ours to word.
pub fn texts(framework: &Framework) -> Vec<Text<'_>> {
    let mut found = Found { texts: Vec::new() };
    head(framework, &mut found);
    for section in &framework.sections {
        found.add(Kind::Question, &section.id, [&section.title].into_iter().chain(&section.intro));
    }
    for concern in &framework.concerns {
        let lines = [&concern.title, &concern.worry].into_iter().chain(&concern.bear_in_mind);
        found.add(Kind::Question, &concern.id, lines);
    }
    for asked in &framework.questions {
        question(asked, &mut found);
    }
    for indicator in &framework.indicators {
        let more = indicator.first_person.iter().chain(&indicator.guidance).chain(&indicator.differs);
        found.add(
            Kind::Indicator,
            &indicator.id,
            [&indicator.text, &indicator.theme].into_iter().chain(more),
        );
    }
    for rule in framework.rules.iter().filter(|rule| rule.decisive.is_none()) {
        found.add(Kind::Rule, &rule.id, [&rule.why]);
    }
    for advice in &framework.advice {
        found.add(Kind::Rule, &advice.id, [&advice.text]);
    }
    for duty in &framework.duties {
        found.add(Kind::Duty, &duty.id, [&duty.title, &duty.who, &duty.action]);
    }
    for clock in &framework.clocks {
        found.add(Kind::Clock, &clock.id, [&clock.from]);
    }
    for contact in &framework.contacts {
        let more = contact.hours.iter().chain(&contact.note);
        found.add(Kind::Contact, &contact.id, [&contact.title].into_iter().chain(more));
    }
    for form in &framework.forms {
        found.add(Kind::Form, &form.id, [&form.title].into_iter().chain(&form.note));
        for section in &form.sections {
            found.add(Kind::Form, &form.id, [&section.title]);
        }
        for field in form.fields() {
            found.add(Kind::Form, &form.id, [&field.label].into_iter().chain(&field.why));
        }
    }
    for term in &framework.glossary {
        found.while_asked(Kind::Term, &term.term, [&term.means]);
    }
    found.texts
}

struct Found<'a> {
    texts: Vec<Text<'a>>,
}

impl<'a> Found<'a> {
    fn add(&mut self, kind: Kind, id: &impl ToString, texts: impl IntoIterator<Item = &'a String>) {
        let text = |text: &'a String| Text {
            of: Item::new(kind, id),
            words: text,
            asked: false,
            while_asked: false,
        };
        self.texts.extend(texts.into_iter().map(text));
    }

    fn while_asked(&mut self, kind: Kind, id: &impl ToString, texts: impl IntoIterator<Item = &'a String>) {
        let from = self.texts.len();
        self.add(kind, id, texts);
        for text in &mut self.texts[from..] {
            text.while_asked = true;
        }
    }
}

fn question<'a>(question: &'a Question, found: &mut Found<'a>) {
    let Question { id, text, hint, why, means, counts, does_not_count, who, find_out, .. } = question;
    found.while_asked(Kind::Question, id, [text]);
    if let Some(asked) = found.texts.last_mut() {
        asked.asked = true;
    }
    let about = hint.iter().chain([why]).chain(means).chain(counts).chain(does_not_count);
    found.while_asked(Kind::Question, id, about);
    let (FindOut::Ask(how) | FindOut::Records(how) | FindOut::Colleague(how) | FindOut::FrontDoor(how)) =
        find_out;
    found.while_asked(Kind::Question, id, [how]);
    found.add(Kind::Question, id, who);
    match &question.kind {
        // *Yes* and *no* are the program's own words.
        Answers::YesNo { .. } => {}
        Answers::Ladder => {
            found.while_asked(Kind::Question, id, question.steps.iter().map(|step| &step.means));
        }
        Answers::Number { unit, .. } => {
            found.while_asked(Kind::Question, id, question.steps.iter().map(|step| &step.means));
            found.add(Kind::Question, id, [unit]);
        }
    }
}

fn head<'a>(framework: &'a Framework, found: &mut Found<'a>) {
    let about = &framework.about;
    found.add(
        Kind::Head,
        &about.id,
        [&about.title, &about.area, &about.lawful_basis, &framework.consult.text],
    );
    steps(&framework.consult.steps, &about.id, found);
    steps(&framework.escalation, &about.id, found);
    for level in &framework.levels {
        found.add(Kind::Head, &level.id, [&level.label, &level.name, &level.means]);
    }
    for pathway in &framework.pathways {
        let id = &pathway.id;
        let more = pathway.service.iter().chain(&pathway.legal_basis);
        let lines = [
            &pathway.title,
            &pathway.means,
            &pathway.ask,
            &pathway.lead,
            &pathway.agreement,
            &pathway.sharing,
        ];
        found.add(Kind::Head, id, lines.into_iter().chain(more));
        steps(&pathway.steps, id, found);
    }
    for domain in &framework.domains {
        found.add(Kind::Head, &domain.id, [&domain.title]);
    }
    for dimension in &framework.dimensions {
        found.add(Kind::Head, &dimension.id, [&dimension.title]);
    }
    for age in &framework.ages {
        found.add(Kind::Head, &age.id, [&age.title]);
    }
    for role in &framework.roles {
        found.add(Kind::Head, &role.id, [&role.title]);
    }
}

fn steps<'a>(steps: &'a [Step], of: &impl ToString, found: &mut Found<'a>) {
    found.add(Kind::Head, of, steps.iter().map(|step| &step.text));
}
