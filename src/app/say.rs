//! Values in words: dates, answers, levels and contacts as the practitioner reads them.

use jiff::civil::{Date, DateTime};

use crate::{
    case::{Answer, model::How},
    framework::{
        Framework,
        model::{Clock, Contact, IndicatorIx, Kind, Phone, QuestionIx, Status, Unit},
    },
    words::{Words, fill},
};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `Early help, Family Help or Social care`.
pub fn one_of(words: &Words, names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => fill(words.shell.one_or_other, &[&first.join(", "), last]),
    }
}

/// `4 May 2027`.
pub fn date(day: Date) -> String {
    let month = usize::try_from(day.month() - 1).unwrap_or_default();
    format!("{} {} {}", day.day(), MONTHS[month], day.year())
}

/// `14:02`, and on another day `4 May 2027, 14:02`.
pub fn at(when: DateTime, today: Date) -> String {
    let hour = format!("{:02}:{:02}", when.hour(), when.minute());
    if when.date() == today { hour } else { format!("{}, {hour}", date(when.date())) }
}

/// Reads a day as people write it: `4 May 2027`, `4/5/2027`, `2027-05-04`.
pub fn read_date(text: &str) -> Option<Date> {
    let parts: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let [first, month, last] = parts[..] else {
        return None;
    };
    let month = month.parse().ok().or_else(|| month_named(month))?;
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let year: i16 = year.parse().ok().filter(|year| *year >= 1900)?;
    Date::new(year, month, day.parse().ok()?).ok()
}

fn month_named(text: &str) -> Option<i8> {
    let text = text.to_lowercase();
    let fits = |name: &&str| text.len() >= 3 && name.to_lowercase().starts_with(&text);
    let at = MONTHS.iter().position(fits)?;
    i8::try_from(at + 1).ok()
}

/// An answer in the words that were chosen.
pub fn answer(words: &Words, framework: &Framework, question: QuestionIx, given: &Answer) -> String {
    match given {
        Answer::Yes => words.shell.yes.to_owned(),
        Answer::No => words.shell.no.to_owned(),
        Answer::NotKnown => words.shell.not_known.to_owned(),
        Answer::Rung(id) => {
            let steps = &framework[question].steps;
            let rung = steps.iter().find(|step| step.id == *id);
            rung.map_or_else(|| id.to_string(), |step| step.means.clone())
        }
        Answer::Number(n) => match &framework[question].kind {
            Kind::Number { unit, .. } => format!("{n} {unit}"),
            _ => n.to_string(),
        },
    }
}

/// One of a question's answers, least first, as the practitioner reads it.
pub fn step(words: &Words, framework: &Framework, question: QuestionIx, at: usize) -> String {
    let question = &framework[question];
    let step = &question.steps[at];
    let yes_or_no = if step.id.as_str() == "yes" { words.shell.yes } else { words.shell.no };
    match (&question.kind, step.indicator) {
        (Kind::YesNo { .. }, Some(sign)) => format!("{yes_or_no}: {}", framework[sign].text),
        (Kind::YesNo { .. }, None) => yes_or_no.to_owned(),
        (Kind::Ladder | Kind::Number { .. }, _) => step.means.clone(),
    }
}

/// What a sign is called where it could be another's text too: then with the page it is of.
pub fn sign_name(framework: &Framework, at: IndicatorIx) -> String {
    let sign = &framework[at];
    let alike = framework.indicators.iter().filter(|other| other.text == sign.text).count();
    with_page(framework, &sign.text, sign.question, alike)
}

/// What a question is called where another reads the same: then with the page it is of.
pub fn question_name(framework: &Framework, at: QuestionIx) -> String {
    let text = &framework[at].text;
    let alike = framework.questions.iter().filter(|other| other.text == *text).count();
    with_page(framework, text, at, alike)
}

fn with_page(framework: &Framework, text: &str, question: QuestionIx, alike: usize) -> String {
    if alike > 1 { format!("{text} ({})", framework.home_title(question)) } else { text.to_owned() }
}

/// How a fact came to the practitioner.
pub fn how(words: &Words, how: How) -> &'static str {
    match how {
        How::Seen => words.worry.how_seen,
        How::Heard => words.worry.how_heard,
        How::Told => words.worry.how_told,
        How::Record => words.worry.how_record,
    }
}

/// A contact's number, with a word of caution where it is too old to rely on; hours follow.
pub fn phone(words: &Words, contact: &Contact, today: Date) -> String {
    let number = match (contact.phone_on(today), contact.checked_on) {
        (Phone::Number(number), _) => number.to_owned(),
        (Phone::ToBeChecked(number), Some(day)) => {
            fill(words.contacts.to_be_checked_since, &[number, &date(day)])
        }
        (Phone::ToBeChecked(number), None) => fill(words.contacts.to_be_checked, &[number]),
        (Phone::Unlisted, _) => words.contacts.unlisted.to_owned(),
    };
    match &contact.hours {
        Some(hours) => format!("{number}. {hours}"),
        None => number,
    }
}

/// A contact with its number, in one line.
pub fn contact(words: &Words, contact: &Contact, today: Date) -> String {
    fill(words.contacts.line, &[&contact.title, &phone(words, contact, today)])
}

/// How much time a clock gives: `within 2 working days`.
pub fn clock(words: &Words, clock: &Clock) -> String {
    let words = &words.look_up;
    let amount = clock.amount.to_string();
    match clock.unit {
        Unit::AtOnce => words.at_once.to_owned(),
        Unit::Hours => fill(words.hours, &[&amount]),
        Unit::WorkingDays => fill(words.working_days, &[&amount]),
        Unit::CalendarDays => fill(words.calendar_days, &[&amount]),
    }
}

/// `Liverpool, 2026-illustrative`.
pub fn framework(words: &Words, framework: &Framework) -> String {
    let about = &framework.about;
    fill(words.shell.about_framework, &[&about.area, &about.edition])
}

/// Who stands behind a framework.
pub fn status(words: &Words, framework: &Framework) -> String {
    match &framework.about.status {
        Status::Illustrative => words.shell.illustrative.to_owned(),
        Status::RatifiedBy(who) => fill(words.shell.ratified, &[who]),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        let fourth = Some(day(2027, 5, 4));
        for text in ["4 May 2027", "4/5/2027", "04.05.2027", "2027-05-04", "4 may, 2027"] {
            assert_eq!(read_date(text), fourth, "{text}");
        }
        for text in ["", "May 2027", "31/2/2027", "4 Ma 2027", "4/5/27", "4/5/2027/1"] {
            assert_eq!(read_date(text), None, "{text}");
        }
        assert_eq!(date(day(2027, 5, 4)), "4 May 2027");
    }
}
