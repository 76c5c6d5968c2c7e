//! The referral summary in the program's own order: two pages that a front door wants to read, urgency first.

use super::{
    chronology,
    given::Paper,
    injuries,
    labels::Labels,
    parts::{field, footer, heading, list, made_on, notice, table, table_or},
    phrases,
};
use crate::{
    assess::Assessment,
    case::{Case, model::PersonPart},
    framework::{
        Framework,
        model::{Given, Part},
    },
    paper::document::{Block, Document, HeadingLevel, Page},
};

const L: Labels = Labels::ENGLISH;

/// Writes the summary of a case; a blank prints as *No information*, never as nothing.
pub fn summary(framework: &Framework, case: &Case, assessment: &Assessment) -> Document {
    let paper = Paper::new(framework, case, assessment);
    let parts = [
        vec![paper.urgency_box()],
        about(&paper),
        happened(&paper),
        voice(&paper),
        impact(&paper),
        history(&paper),
        suggestion(&paper),
        unknowns(&paper),
        told(&paper),
        call(&paper),
        duties(&paper),
        asked_for(&paper),
        next_steps(&paper),
    ];
    Document {
        title: L.referral_title.to_owned(),
        language: framework.about.language.clone(),
        page: Page::A4,
        notice: notice(framework, &format!("{} {}", made_on(framework, case), L.not_sent)),
        footer: footer(framework, case),
        blocks: parts.into_iter().flatten().collect(),
    }
}

fn about(paper: &Paper<'_>) -> Vec<Block> {
    let (case, referral) = (paper.case, &paper.case.referral);
    let mut fields = vec![field(L.child, &paper.people(PersonPart::Child))];
    if case.one_child() {
        fields.push(field(L.age, &paper.age()));
        if let Some(due) = case.about.due {
            fields.push(field(L.due, &phrases::date(due)));
        }
    } else {
        fields.push(field(L.children, &paper.children().join("\n")));
    }
    fields.push(field(L.whereabouts, &case.whereabouts));
    fields.push(field(L.other_children, &case.other_children));
    fields.push(field(L.household, &paper.people(PersonPart::Household)));
    fields.push(field(L.responsibility, &referral.parental_responsibility));
    fields.push(field(L.address, &referral.address));
    fields.push(field(L.professionals, &paper.people(PersonPart::Professional)));
    if !case.about.council.is_empty() {
        fields.push(field(L.council, &case.about.council));
    }
    fields.push(field(L.worker, &case.about.worker));
    let who = [paper.referrer(), case.about.relation.clone()];
    let who: Vec<&str> = who.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    fields.push(field(L.referrer, &who.join(", ")));
    fields.push(field(L.referrer_contact, &referral.referrer_contact));
    vec![heading(L.about), Block::Fields(fields)]
}

fn happened(paper: &Paper<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(L.happened)];
    let account = &paper.case.account;
    if !account.text.trim().is_empty() || account.pieces.is_empty() {
        blocks.push(Block::Fields(vec![field(L.in_short, &account.text)]));
    }
    let events = chronology::of_child(paper.case);
    if !events.is_empty() {
        blocks.push(chronology::block(&events));
    }
    blocks.extend(injuries::blocks(paper.case));
    let worrying = paper.findings(&paper.worries());
    if !worrying.is_empty() {
        let label = L.answers_that_worry.to_owned();
        blocks.push(Block::Heading { level: HeadingLevel::Part, text: label });
        blocks.push(list(worrying));
    }
    blocks
}

fn voice(paper: &Paper<'_>) -> Vec<Block> {
    let referral = &paper.case.referral;
    let fields =
        vec![field(L.childs_words, &referral.childs_words), field(L.childs_wishes, &referral.childs_wishes)];
    vec![heading(L.voice), Block::Fields(fields)]
}

fn impact(paper: &Paper<'_>) -> Vec<Block> {
    vec![heading(L.impact), list(paper.lines(&paper.of_part(Part::Effect)))]
}

fn history(paper: &Paper<'_>) -> Vec<Block> {
    let referral = &paper.case.referral;
    let mut blocks = vec![heading(L.history)];
    let questions: Vec<_> =
        [Part::History, Part::Help].into_iter().flat_map(|part| paper.of_part(part)).collect();
    let lines = paper.lines(&paper.answered(questions));
    if !lines.is_empty() {
        blocks.push(list(lines));
    }
    let fields = vec![field(L.history_free, &referral.history), field(L.help_free, &referral.help_tried)];
    blocks.push(Block::Fields(fields));
    blocks
}

fn suggestion(paper: &Paper<'_>) -> Vec<Block> {
    let (case, assessment) = (paper.case, paper.assessment);
    let mut fields = vec![field(L.suggested, &paper.suggested())];
    if !case.one_child() {
        fields.push(field(L.each_child, &paper.each_child().join("\n")));
    }
    fields.push(field(L.reasons, &paper.reasons()));
    fields.push(field(L.decided, &paper.decided()));
    if let Some(service) = paper.service() {
        fields.push(field(L.service, &service));
    }
    if let Some(decision) = &case.decision {
        let lower = paper.decided_lower();
        for (label, said) in [(L.reason, &decision.reason), (L.consulted, &decision.consulted)] {
            if lower || !said.is_empty() {
                fields.push(field(label, said));
            }
        }
    }
    let unresolved = paper.unresolved();
    if !unresolved.is_empty() {
        fields.push(field(L.unresolved, &unresolved));
    }
    let mut blocks = vec![heading(L.suggestion), Block::Fields(fields)];
    let notes = &assessment.notes;
    if !notes.is_empty() {
        blocks.push(list(notes.iter().map(|n| phrases::note(paper.framework, n)).collect()));
    }
    blocks
}

fn unknowns(paper: &Paper<'_>) -> Vec<Block> {
    let or = |said: String, nothing: &str| if said.is_empty() { nothing.to_owned() } else { said };
    let strengths = paper.findings(&paper.assessment.strengths).join("\n");
    let fields = vec![
        field(L.strengths, &or(strengths, L.no_strengths)),
        field(L.unknown_list, &or(paper.unknown().join("\n"), L.nothing_unknown)),
        field(L.not_looked_at, &or(paper.not_looked_at(), L.everything_looked_at)),
    ];
    vec![heading(L.unknowns), Block::Fields(fields)]
}

fn told(paper: &Paper<'_>) -> Vec<Block> {
    let headers = [L.adult, L.told_state, L.said];
    let mut blocks = vec![heading(L.told), table_or("", &headers, paper.told(), L.nobody_told)];
    let telling = paper.telling();
    if !telling.is_empty() {
        blocks.push(Block::Fields(vec![field(L.before_telling, &telling)]));
    }
    blocks
}

fn call(paper: &Paper<'_>) -> Vec<Block> {
    vec![Block::Fields(vec![field(L.call, &paper.call().join("\n"))])]
}

fn duties(paper: &Paper<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(L.duties), table_or("", &[L.by, L.duty], paper.duties(), L.no_duty)];
    let possible = paper.possible_duties();
    if !possible.is_empty() {
        blocks.push(Block::Fields(vec![field(L.possible_duties, &possible)]));
    }
    blocks
}

fn asked_for(paper: &Paper<'_>) -> Vec<Block> {
    let fields =
        vec![field(L.asked_for, &paper.asked_for()), field(L.agreement, &paper.line(Given::Agreement))];
    let basis = paper.framework.about.lawful_basis.clone();
    vec![heading(L.asked_title), Block::Fields(fields), Block::Paragraph(basis)]
}

fn next_steps(paper: &Paper<'_>) -> Vec<Block> {
    vec![heading(L.next_steps), table("", &[L.by, L.step], paper.next_steps())]
}
