//! How results are said in words, so that screens, documents and the command line say the same.

use jiff::civil::Date;

use super::{labels::Labels, whom};
use crate::{
    assess::{
        Assessment,
        assessment::{By, Change, ChildResult, Note, Reason},
        facts,
    },
    case::{Answer, Answered, Case, ChildNo, family::Member},
    framework::{
        Framework,
        model::{
            Contact, FindOut, Indicator, Kind, LevelIx, PathwayIx, Phone, Polarity, QuestionIx, Topic, YesNo,
        },
    },
    keyed::fill,
};

const L: Labels = Labels::ENGLISH;

/// `Tue 1 Dec 2026`: no order of day and month to mistake.
pub fn date(day: Date) -> String {
    day.strftime("%a %-d %b %Y").to_string()
}

/// When something is due.
pub fn by(by: By) -> String {
    match by {
        By::Now => L.now.to_owned(),
        By::Hours(n) => fill(L.within_hours, &[&n.to_string()]),
        By::On(day) => date(day),
        By::BeyondHolidays(until) => fill(L.cannot_count, &[&date(until)]),
    }
}

/// A contact with its number, which stands as fact only while its check date has not passed.
pub fn contact(contact: &Contact, on: Date) -> String {
    let number = match contact.phone_on(on) {
        Phone::Number(number) => number.to_owned(),
        Phone::ToBeChecked(number) => fill(L.to_be_checked, &[number]),
        Phone::Unlisted => L.number_own.to_owned(),
    };
    format!("{} ({number})", contact.title)
}

/// The result in one line, and the line about what is still open.
pub fn span(framework: &Framework, assessment: &Assessment) -> (String, String) {
    let span = assessment.span;
    let high = framework.pathway_line(span.highest);
    match span.lowest {
        None => (L.consult.to_owned(), fill(L.could_be, &[&high])),
        Some(low) if low == span.highest => (framework.pathway_line(low), L.settled.to_owned()),
        Some(low) => (fill(L.at_least, &[&framework.pathway_line(low)]), fill(L.could_be, &[&high])),
    }
}

/// The service that a pathway belongs to, and all the levels it is for: `Family Help, one service for Level 2 and
/// Level 3`.
pub fn service(framework: &Framework, pathway: PathwayIx) -> Option<String> {
    let service = framework[pathway].service.as_deref()?;
    let same = framework.pathways.iter().filter(|p| p.service.as_deref() == Some(service));
    let mut levels: Vec<LevelIx> = same.map(|p| p.level).collect();
    levels.dedup();
    let label = |at: LevelIx| framework[at].label.as_str();
    let levels = match levels[..] {
        [] | [_] => return Some(service.to_owned()),
        [first, second] => format!("{} {} {}", label(first), L.and, label(second)),
        [first, .., last] => fill(L.levels_to, &[label(first), label(last)]),
    };
    Some(fill(L.service_levels, &[service, &levels]))
}

/// The same as a line of its own: `Service: Family Help, one service for Level 2 and Level 3`.
pub fn service_line(framework: &Framework, pathway: PathwayIx) -> Option<String> {
    service(framework, pathway).map(|service| fill(L.part_of, &[L.service, &service]))
}

/// What stands as a question's answer; where children differ, each child's.
pub fn answer(framework: &Framework, case: &Case, question: QuestionIx) -> String {
    let groups = whom::answers(framework, case, question);
    let said = |answered: &Answered| answer_text(framework, question, &answered.answer);
    match &groups[..] {
        [] => L.not_asked.to_owned(),
        [(children, only)] if children.len() == case.children.len() + 1 => said(only),
        several => {
            let one = |(children, answered): &(Vec<ChildNo>, &Answered)| {
                whom::said_for(case, children, &said(answered))
            };
            several.iter().map(one).collect::<Vec<_>>().join("; ")
        }
    }
}

/// What a child comes to, in one line: `Level 2, Early help; could become Level 4, Child protection`.
pub fn child(framework: &Framework, child: &ChildResult) -> String {
    let span = child.span;
    let high = framework.pathway_line(span.highest);
    match span.lowest {
        None => fill(L.child_consult, &[&high]),
        Some(low) if low == span.highest => framework.pathway_line(low),
        Some(low) => fill(L.child_open, &[&framework.pathway_line(low), &high]),
    }
}

/// A child's age, and the due date of one who is not born yet.
pub fn age(framework: &Framework, member: &Member<'_>) -> String {
    let age = member.age.and_then(|id| framework.age(id)).map(|age| framework[age].title.clone());
    let age = age.unwrap_or_else(|| L.age_not_known.to_owned());
    match member.due {
        Some(due) => fill(L.age_due, &[&age, &date(due)]),
        None => age,
    }
}

/// A reason with those it holds for, and with the level where that is below the family's.
pub fn reason(framework: &Framework, case: &Case, assessment: &Assessment, reason: &Reason) -> String {
    let why = why(framework, case, reason);
    if reason.to == assessment.span.answered {
        why
    } else {
        format!("{why} ({})", framework.pathway_line(reason.to))
    }
}

/// Why a rule holds and for whom; where a strength eases it, which, and what it would be without: nobody is to
/// be eased unawares.
pub fn why(framework: &Framework, case: &Case, reason: &Reason) -> String {
    let rule = &framework[reason.rule];
    let why = whom::said_for(case, &reason.children, &rule.why);
    if !reason.eased {
        return why;
    }
    let by = rule.easing.iter().flat_map(|easing| &easing.by).map(|&at| &framework[at]);
    let stands = |strength: &&Indicator| {
        reason.children.iter().any(|&child| {
            let answered = answered_for(framework, case, strength.question, child);
            let at = answered.and_then(|a| facts::ordinal(framework, strength.question, &a.answer)).flatten();
            at >= Some(strength.step)
        })
    };
    let names: Vec<&str> = by.filter(stands).map(|strength| strength.text.as_str()).collect();
    let eased = fill(L.eased_by, &[&names.join("; "), &framework.pathway_line(rule.to)]);
    format!("{why} {}", if names.is_empty() { L.eased } else { &eased })
}

/// An answer in the question's own words.
pub fn answer_text(framework: &Framework, question: QuestionIx, answer: &Answer) -> String {
    let asked = &framework[question];
    match (facts::ordinal(framework, question, answer), answer) {
        (Some(None), _) => L.not_known.to_owned(),
        (Some(Some(at)), Answer::Yes | Answer::No) => step(framework, question, at),
        (Some(Some(step)), Answer::Number(n)) => match &asked.kind {
            Kind::Number { unit, .. } => format!("{n} {unit}: {}", asked.steps[step].means),
            Kind::YesNo { .. } | Kind::Ladder => n.to_string(),
        },
        (Some(Some(step)), _) => asked.steps[step].means.clone(),
        (None, _) => L.other_answer.to_owned(),
    }
}

/// What a question would say at a step.
///
/// Where *yes* is the worry it covers a reason to suspect; where it is a strength or the better
/// answer it is a plain yes.
pub fn step(framework: &Framework, question: QuestionIx, step: usize) -> String {
    let asked = &framework[question];
    let Kind::YesNo { worry } = asked.kind else { return asked.steps[step].means.clone() };
    let yes = (step > 0) == (worry == YesNo::Yes);
    let suspects = worry == YesNo::Yes && asked.polarity != Polarity::Strength;
    let said = match (yes, suspects) {
        (true, true) => L.yes,
        (false, true) => L.no,
        (true, false) => L.plain_yes,
        (false, false) => L.plain_no,
    };
    said.to_owned()
}

/// The answer that stands for a child, under the question's present or an older id.
pub fn answered_for<'a>(
    framework: &Framework,
    case: &'a Case,
    question: QuestionIx,
    child: ChildNo,
) -> Option<&'a Answered> {
    let asked = &framework[question];
    let ids = || std::iter::once(&asked.id).chain(&asked.was);
    let own = ids().find_map(|id| case.own_answer(id, child));
    own.or_else(|| ids().find_map(|id| case.answered(id)))
}

/// A question with its answer and note: `Is the child getting enough to eat? Often hungry. (Seen Monday.)`
pub fn line(framework: &Framework, case: &Case, question: QuestionIx) -> String {
    let text = &framework[question].text;
    let groups = whom::answers(framework, case, question);
    let one = |children: &[ChildNo], answered: &Answered, alone: bool| {
        let said = format!("{}.", answer_text(framework, question, &answered.answer));
        let said = if alone { said } else { whom::said_for(case, children, &said) };
        match answered.note.trim() {
            "" => said,
            note => format!("{said} ({note})"),
        }
    };
    match &groups[..] {
        [] => format!("{text} {}.", L.not_asked),
        [(children, only)] => {
            format!("{text} {}", one(children, only, children.len() == case.children.len() + 1))
        }
        several => {
            let said: Vec<String> =
                several.iter().map(|(children, answered)| one(children, answered, false)).collect();
            format!("{text} {}", said.join(" "))
        }
    }
}

/// What an answer establishes, as a finding: `A suicide attempt, a plan to die or an overdose (Told her friend.)`
///
/// Where the step has no indicator the question and its answer stand instead.
pub fn finding(framework: &Framework, question: QuestionIx, answered: &Answered) -> String {
    let asked = &framework[question];
    let step = facts::ordinal(framework, question, &answered.answer).flatten();
    let text = match step.and_then(|step| asked.steps[step].indicator) {
        Some(indicator) => framework[indicator].text.clone(),
        None => format!("{} {}.", asked.text, answer_text(framework, question, &answered.answer)),
    };
    match answered.note.trim() {
        "" => text,
        note => format!("{text} ({note})"),
    }
}

/// One way to move the result.
pub fn change(framework: &Framework, case: &Case, assessment: &Assessment, change: &Change) -> String {
    let to = framework.pathway_line(change.to);
    let rises = change.to > assessment.span.answered;
    let one = |&(question, at): &(QuestionIx, usize)| {
        let text = &framework[question].text;
        if rises { format!("\u{201c}{text}\u{201d} {}", step(framework, question, at)) } else { text.clone() }
    };
    let joiner = format!("; {} ", L.and);
    let answers = change.answers.iter().map(one).collect::<Vec<_>>().join(&joiner);
    let answers = whom::said_for(case, &change.children, &answers);
    fill(if rises { L.would_raise } else { L.would_lower }, &[&to, &answers])
}

/// How an unknown may be found out, and by whom.
pub fn find_out(how: &FindOut) -> String {
    let (label, text) = match how {
        FindOut::Ask(text) => (L.ask, text),
        FindOut::Records(text) => (L.look, text),
        FindOut::Colleague(text) => (L.colleague, text),
        FindOut::FrontDoor(text) => (L.front_door, text),
    };
    fill(label, &[text])
}

/// What comes before every step: a worker who is there already, another council's own front door.
pub fn before_steps(case: &Case) -> Vec<String> {
    let about = &case.about;
    let first = [(about.worker.trim(), L.ring_worker), (about.council.trim(), L.other_council)];
    first.into_iter().filter(|(who, _)| !who.is_empty()).map(|(who, text)| fill(text, &[who])).collect()
}

/// What to bear in mind before anyone in the family is spoken to.
pub fn before_telling(framework: &Framework, assessment: &Assessment) -> Vec<String> {
    let advice = assessment.advice.iter().map(|&at| &framework[at]);
    let mut lines: Vec<String> =
        advice.filter(|a| a.topic == Topic::Telling).map(|a| a.text.clone()).collect();
    if assessment.check_before_telling {
        lines.push(fill(L.check_before_telling, &[&framework[assessment.consults].title]));
    }
    lines
}

/// A finding about dates or editions.
pub fn note(framework: &Framework, note: &Note) -> String {
    match note {
        Note::ReviewOverdue(day) => fill(L.review_overdue, &[&date(*day)]),
        Note::OtherEdition { case, framework } => fill(L.other_edition, &[case, framework]),
        Note::OtherContent => L.other_content.to_owned(),
        Note::HolidaysEnd(day) => fill(L.holidays_end, &[&date(*day)]),
        Note::AnsweredTwice(questions) => {
            let texts: Vec<&str> = questions.iter().map(|&q| framework[q].text.as_str()).collect();
            fill(L.answered_twice, &[&texts.join("; ")])
        }
        Note::Held(pathway) => fill(L.held, &[&framework.pathway_line(*pathway)]),
    }
}
