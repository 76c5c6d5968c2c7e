//! What has to be written down: clocks, contacts, sources, definitions, review dates.

use super::super::{
    Proof, Unmet,
    place::{Item, Kind},
};
use crate::framework::{
    Framework,
    model::{Contact, Kind as Answers, Pathway, Question, Unit},
};

/// A partnership changes its thresholds every year or two; what stands longer was forgotten.
const LONGEST_IN_FORCE: i32 = 3 * 366;

/// A clock of more than a year's length is a slip.
const LONGEST_CLOCK: u32 = 366;

pub fn all(framework: &Framework) -> Vec<Proof> {
    vec![
        clocks(framework),
        contacts(framework),
        sources(framework),
        definitions(framework),
        review(framework),
    ]
}

fn clocks(framework: &Framework) -> Proof {
    let unmet = framework.clocks.iter().filter_map(|clock| {
        let says = match clock.unit {
            Unit::AtOnce if clock.amount != 0 => {
                format!("`{}` is at once, and yet gives {} as its amount", clock.id, clock.amount)
            }
            Unit::Hours if clock.amount > LONGEST_CLOCK * 24 => {
                format!("`{}` runs for more than a year", clock.id)
            }
            Unit::WorkingDays | Unit::CalendarDays if clock.amount > LONGEST_CLOCK => {
                format!("`{}` runs for more than a year", clock.id)
            }
            _ => return None,
        };
        Some(Unmet::new(Item::new(Kind::Clock, &clock.id), says))
    });
    let how = "each clock has an amount, a unit, what it runs from, and a source";
    Proof::of("clocks-stated", how, unmet.collect())
}

fn contacts(framework: &Framework) -> Proof {
    let urgent = |contact: &Contact| {
        let here = |at: crate::framework::model::ContactIx| framework[at].id == contact.id;
        let by_pathway =
            framework.pathways.iter().any(|pathway: &Pathway| pathway.phone_now && here(pathway.contact));
        by_pathway || framework.duties.iter().any(|duty| duty.same_day && here(duty.contact))
    };
    let unmet = framework.contacts.iter().filter_map(|contact| {
        let says = match &contact.phone {
            Some(number) if local(number) && (contact.checked_on.is_none() || contact.check_by.is_none()) => {
                format!("the number of `{}` does not say when it was checked, and by when it is to be checked again", contact.id)
            }
            None if contact.note.is_none() && urgent(contact) => {
                format!("`{}` is to be rung at once, and there is neither a number nor a note that says where to find one", contact.id)
            }
            _ => return None,
        };
        Some(Unmet::new(Item::new(Kind::Contact, &contact.id), says))
    });
    let how = "each number has the day it was checked and the day to check it by, and whoever is rung at once can be found";
    Proof::of("contacts-stated", how, unmet.collect())
}

/// A number of three figures, such as 999, is the country's own and does not change.
fn local(number: &str) -> bool {
    number.chars().filter(char::is_ascii_digit).count() > 3
}

fn sources(framework: &Framework) -> Proof {
    let mut named = vec![false; framework.documents.len()];
    let questions = framework.questions.iter().map(|item| &item.source);
    let all = questions
        .chain(framework.indicators.iter().map(|item| &item.source))
        .chain(framework.rules.iter().map(|item| &item.source))
        .chain(framework.advice.iter().map(|item| &item.source))
        .chain(framework.duties.iter().map(|item| &item.source))
        .chain(framework.clocks.iter().map(|item| &item.source))
        .chain(framework.contacts.iter().map(|item| &item.source))
        .chain(framework.forms.iter().map(|item| &item.source))
        .chain(framework.levels.iter().map(|item| &item.source))
        .chain(framework.pathways.iter().map(|item| &item.source));
    all.for_each(|source| named[source.document.0] = true);
    let unmet = framework.documents.iter().zip(named).filter(|(_, named)| !named).map(|(document, _)| {
        let says = format!("nothing comes from the document `{}`", document.id);
        Unmet::new(Item::new(Kind::Head, &document.id), says)
    });
    let how = "each question, indicator, rule, duty, clock and contact names a document, and each document is named";
    Proof::of("sources-stated", how, unmet.collect())
}

fn definitions(framework: &Framework) -> Proof {
    let defined = |question: &Question| {
        // A ladder's rungs say in words what each of them means.
        let anchored = matches!(question.kind, Answers::Ladder | Answers::Number { .. });
        anchored || question.means.is_some() || !question.counts.is_empty() || question.hint.is_some()
    };
    let unmet = framework.questions.iter().filter_map(|question| {
        let signs = question.steps.iter().filter_map(|step| step.indicator);
        let decides = signs.into_iter().any(|sign| framework[sign].decisive);
        (decides && !defined(question)).then(|| {
            let says = format!("one answer to `{}` decides, and nothing says what counts as it", question.id);
            Unmet::new(Item::new(Kind::Question, &question.id), says)
        })
    });
    let how = "each question of which one answer decides says what counts as that answer";
    Proof::of("definitions-stated", how, unmet.collect())
}

fn review(framework: &Framework) -> Proof {
    let about = &framework.about;
    let days = (about.review_by - about.valid_from).get_days();
    let unmet = if days > LONGEST_IN_FORCE {
        let says = format!(
            "it is to be reviewed by {}, more than three years after it comes into force",
            about.review_by
        );
        vec![Unmet::new(Item::new(Kind::Head, &about.id), says)]
    } else {
        Vec::new()
    };
    Proof::of(
        "review-stated",
        "it says from when it is valid and by when it is reviewed, within three years",
        unmet,
    )
}
