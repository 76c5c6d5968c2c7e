//! The practitioner's own record: rule trace, fingerprint, own view, and what was answered after the reveal.

use super::{
    after,
    given::{Paper, children, decided, each_child},
    labels::Labels,
    parts::{field, footer, heading, list, notice, table},
    phrases, whom,
};
use crate::{
    assess::{Assessment, assessment::Reason},
    case::{Answered, Case, Change, ChildNo, Entry},
    framework::{
        Framework, Id,
        model::{QuestionIx, Topic},
    },
    paper::document::{Block, Document, HeadingLevel, Page},
};

const L: Labels = Labels::ENGLISH;

/// Writes the practitioner's own record of a check.
pub fn record(framework: &Framework, case: &Case, assessment: &Assessment) -> Document {
    let parts = [
        result(framework, case, assessment),
        own_view(framework, case),
        trace(framework, case, assessment),
        advice(framework, assessment),
        moves(framework, case, assessment),
        answers(framework, case, assessment),
        after_reveal(framework, case),
        after::blocks(framework, case),
        after::chronology(case),
    ];
    Document {
        title: L.record_title.to_owned(),
        language: framework.about.language.clone(),
        page: Page::A4,
        notice: notice(framework, L.draft),
        footer: footer(framework, case),
        blocks: parts.into_iter().flatten().collect(),
    }
}

fn result(framework: &Framework, case: &Case, assessment: &Assessment) -> Vec<Block> {
    let (result, open) = phrases::span(framework, assessment);
    let about = &framework.about;
    let mut fields = vec![
        field(L.suggested, &format!("{result}. {open}")),
        field(L.own_decision, &decided(framework, case, assessment)),
    ];
    if let Some(service) = Paper::new(framework, case, assessment).service() {
        fields.push(field(L.service, &service));
    }
    if !case.one_child() {
        fields.push(field(L.children, &children(framework, case).join("\n")));
        fields.push(field(L.each_child, &each_child(framework, case, assessment).join("\n")));
    }
    if let Some(decision) = &case.decision {
        fields.push(field(L.reason, &decision.reason));
        fields.push(field(L.consulted, &decision.consulted));
    }
    fields.push(field(L.framework, &format!("{} ({})", about.title, about.id)));
    fields.push(field(L.edition, &about.edition));
    fields.push(field(L.fingerprint, &about.fingerprint));
    fields.push(field(L.case_code, &case.code));
    fields.push(field(L.date, &phrases::date(case.as_of)));
    let mut blocks = vec![Block::Fields(fields)];
    if !assessment.notes.is_empty() {
        blocks.push(heading(L.notes));
        blocks.push(list(assessment.notes.iter().map(|n| phrases::note(framework, n)).collect()));
    }
    if !assessment.unresolved.is_empty() {
        blocks.push(heading(L.unresolved));
        blocks.push(list(assessment.unresolved.iter().map(Id::to_string).collect()));
    }
    blocks
}

fn own_view(framework: &Framework, case: &Case) -> Vec<Block> {
    let said = match &case.own_view {
        None => L.own_view_none.to_owned(),
        Some(view) => match &view.pathway {
            None => L.own_view_unsure.to_owned(),
            Some(id) => framework.pathway(id).map_or_else(|| id.to_string(), |p| framework.pathway_line(p)),
        },
    };
    let mut fields = vec![field(L.own_view, &said)];
    if let Some(view) = &case.own_view {
        fields.push(field(L.why, &view.why));
    }
    let revealed = case.revealed.map(|at| at.strftime("%-d %b %Y, %H:%M").to_string());
    fields.push(field(L.revealed, &revealed.unwrap_or_default()));
    vec![heading(L.own_view), Block::Fields(fields)]
}

fn trace(framework: &Framework, case: &Case, assessment: &Assessment) -> Vec<Block> {
    let row = |reason: &Reason| {
        let rule = &framework[reason.rule];
        let rests: Vec<&str> = reason.answers.iter().map(|&q| framework[q].text.as_str()).collect();
        let mut name = rule.id.to_string();
        if rule.decisive.is_some() {
            name = format!("{name} ({})", L.by_itself.to_lowercase());
        }
        if reason.eased {
            name = format!("{name} ({})", L.eased);
        }
        vec![
            name,
            framework.pathway_line(reason.to),
            phrases::why(framework, case, reason),
            rests.join("\n"),
            framework.source_line(&rule.source),
        ]
    };
    let headers = [L.rule, L.raises_to, L.why, L.rests_on, L.source];
    let rows = assessment.reasons.iter().map(row).collect();
    let mut blocks = vec![heading(L.trace), table("", &headers, rows)];
    if !assessment.also.is_empty() {
        blocks.push(Block::Heading { level: HeadingLevel::Part, text: L.also_held.to_owned() });
        blocks.push(table("", &headers, assessment.also.iter().map(row).collect()));
    }
    blocks
}

fn advice(framework: &Framework, assessment: &Assessment) -> Vec<Block> {
    let others = assessment.advice.iter().map(|&a| &framework[a]).filter(|a| a.topic != Topic::Telling);
    let mut lines = phrases::before_telling(framework, assessment);
    lines.extend(others.map(|a| a.text.clone()));
    vec![heading(L.advice_list), list(lines)]
}

fn moves(framework: &Framework, case: &Case, assessment: &Assessment) -> Vec<Block> {
    let changes = assessment.would_change.iter().map(|c| phrases::change(framework, case, assessment, c));
    let unknown = assessment.find_out.iter().map(|u| {
        let question = &framework[u.question];
        let text = format!("{} {}", question.text, phrases::find_out(&question.find_out));
        whom::said_for(case, &u.children, &text)
    });
    vec![heading(L.would_change), list(changes.collect()), heading(L.find_out), list(unknown.collect())]
}

fn answers(framework: &Framework, case: &Case, assessment: &Assessment) -> Vec<Block> {
    let row = |&question: &QuestionIx| {
        let answered = whom::answers(framework, case, question);
        let mut said = phrases::answer(framework, case, question);
        if answered.iter().any(|(_, a)| a.to_review) {
            said = format!("{said} ({})", L.to_review);
        }
        let noted = answered.iter().filter(|(_, a)| !a.note.trim().is_empty());
        let alone = answered.len() == 1;
        let note = |(children, a): &(Vec<ChildNo>, &Answered)| {
            if alone { a.note.trim().to_owned() } else { whom::said_for(case, children, a.note.trim()) }
        };
        let all: Vec<String> = noted.map(note).collect();
        let note = if all.is_empty() { "\u{2013}".to_owned() } else { all.join("\n") };
        vec![framework[question].text.clone(), said, note]
    };
    let rows = assessment.scope.iter().map(row).collect();
    vec![heading(L.all_answers), table("", &[L.question, L.answer, L.note], rows)]
}

/// Answers that were given or changed once the suggestion had been seen, old beside new.
fn after_reveal(framework: &Framework, case: &Case) -> Vec<Block> {
    let Some(revealed) = case.revealed else {
        return vec![heading(L.after_reveal), Block::Paragraph(L.never_revealed.to_owned())];
    };
    let shown = case.log.iter().position(|entry| matches!(entry.change, Change::Revealed(Some(_))));
    let later = match shown {
        Some(at) => &case.log[at + 1..],
        None => {
            let at = case.log.iter().position(|entry| entry.at > revealed).unwrap_or(case.log.len());
            &case.log[at..]
        }
    };
    let said = |id: &Id, given: &Option<Answered>| match (given, framework.question(id)) {
        (None, _) => L.not_asked.to_owned(),
        (Some(given), Some(question)) => phrases::answer_text(framework, question, &given.answer),
        (Some(_), None) => L.other_answer.to_owned(),
    };
    let row = |entry: &Entry, (id, was, now): (Id, Option<Answered>, Option<Answered>)| {
        let answer = |given: &Option<Answered>| given.as_ref().map(|g| g.answer.clone());
        if answer(&was) == answer(&now) {
            // A note, or an answer confirmed: nothing of what the result rests on.
            return None;
        }
        let text = framework.question(&id).map_or_else(|| id.to_string(), |q| framework[q].text.clone());
        let child = now.as_ref().or(was.as_ref()).and_then(|given| given.child);
        let text = child.map_or_else(|| text.clone(), |no| whom::said_for(case, &[no], &text));
        let became = if now.is_none() { L.taken_back.to_owned() } else { said(&id, &now) };
        let when = entry.at.strftime("%-d %b %Y, %H:%M").to_string();
        Some(vec![when, text, said(&id, &was), became])
    };
    let of_entry = |entry: &Entry| -> Vec<Vec<String>> {
        changed_answers(entry).into_iter().filter_map(|changed| row(entry, changed)).collect()
    };
    let rows: Vec<Vec<String>> = later.iter().flat_map(of_entry).collect();
    let body = if rows.is_empty() {
        Block::Paragraph(L.nothing_changed.to_owned())
    } else {
        table("", &[L.when, L.question, L.was, L.became], rows)
    };
    vec![heading(L.after_reveal), body]
}

/// The answers that an entry changed, old and new: one, or those of single children.
fn changed_answers(entry: &Entry) -> Vec<(Id, Option<Answered>, Option<Answered>)> {
    let (was, now) = match (&entry.was, &entry.change) {
        (Change::Answer(id, was), Change::Answer(_, now)) => {
            return vec![(id.clone(), was.clone(), now.clone())];
        }
        (Change::Answers(_, was), Change::Answers(_, now))
        | (Change::Family(_, was), Change::Family(_, now)) => (was, now),
        _ => return Vec::new(),
    };
    let mut places: Vec<(&Id, Option<ChildNo>)> =
        was.iter().chain(now).map(|a| (&a.question, a.child)).collect();
    places.sort_unstable();
    places.dedup();
    let at = |list: &[Answered], (id, child): (&Id, Option<ChildNo>)| {
        list.iter().find(|a| a.question == *id && a.child == child).cloned()
    };
    places.into_iter().map(|place| (place.0.clone(), at(was, place), at(now, place))).collect()
}
