//! The call and what came after it, for the practitioner's own record.

use super::{
    chronology,
    labels::Labels,
    parts::{field, heading, table},
    phrases,
};
use crate::{
    assess,
    case::{Case, after::FrontDoor, model::Call},
    framework::Framework,
    paper::document::Block,
};

const L: Labels = Labels::ENGLISH;

/// The call, the answer, the day to chase it and the steps of a disagreement; nothing before any of them.
pub(super) fn blocks(framework: &Framework, case: &Case) -> Vec<Block> {
    let (call, after) = (&case.call, &case.after);
    let mut blocks = Vec::new();
    if *call != Call::default() {
        let fields = vec![
            field(L.spoke_to, &spoke_to(call)),
            field(L.when, &call.when),
            field(L.call_advice, &call.advice),
            field(L.call_agreed, &call.agreed),
            field(L.call_who, &call.who_does_what),
            field(L.reference, &call.reference),
        ];
        blocks.extend([heading(L.call), Block::Fields(fields)]);
    }
    let ask_on = assess::after::chase(framework, case);
    if !after.is_empty() || ask_on.is_some() {
        let accepted = after.accepted_as.as_ref().and_then(|id| framework.pathway(id));
        let mut fields = vec![field(L.referral_sent, &after.sent)];
        fields.push(field(L.chase_on, &ask_on.map(phrases::date).unwrap_or_default()));
        fields.push(field(L.answered, answer(after.answer)));
        if after.answer == FrontDoor::Accepted {
            fields
                .push(field(L.accepted_as, &accepted.map(|p| framework.pathway_line(p)).unwrap_or_default()));
        }
        if after.answer != FrontDoor::NotHeard {
            fields.push(field(L.answer_reason, &after.reason));
            fields.push(field(L.answer_by, &after.by));
            fields.push(field(L.answer_when, &after.when));
        }
        if after.answer.leaves_it() {
            fields.push(field(L.early_help, &after.early_help));
            fields.push(field(L.shared_with, &after.shared));
        }
        if let Some(day) = after.disagrees {
            fields.push(field(L.disagrees, &phrases::date(day)));
        }
        blocks.extend([heading(L.after), Block::Fields(fields)]);
    }
    blocks.extend(steps(framework, case));
    blocks
}

fn steps(framework: &Framework, case: &Case) -> Option<Block> {
    let taken = &case.after.taken;
    let day = case.after.disagrees;
    if day.is_none() && taken.is_empty() {
        return None;
    }
    let due = day.map(|day| assess::after::escalation(framework, case, day)).unwrap_or_default();
    let said = |step: &str| {
        let found = taken.iter().find(|taken| taken.step == step);
        let parts = found.map(|t| (t.when.clone(), t.with.clone(), t.outcome.clone()));
        parts.unwrap_or_else(|| (L.not_taken.to_owned(), "\u{2013}".to_owned(), "\u{2013}".to_owned()))
    };
    let line = |step: &str, by: String| {
        let (when, with, outcome) = said(step);
        vec![step.to_owned(), by, when, with, outcome]
    };
    let mut rows: Vec<Vec<String>> = due.iter().map(|step| line(&step.text, phrases::by(step.by))).collect();
    let other = taken.iter().filter(|taken| due.iter().all(|step| step.text != taken.step));
    rows.extend(other.map(|taken| line(&taken.step, "\u{2013}".to_owned())));
    let headers = [L.step, L.by, L.step_taken, L.step_with, L.step_outcome];
    Some(table(L.escalation, &headers, rows))
}

/// Everything in order of time.
pub(super) fn chronology(case: &Case) -> Vec<Block> {
    let events = chronology::whole(case);
    if events.is_empty() {
        return Vec::new();
    }
    vec![heading(L.chronology), chronology::block(&events)]
}

/// Who was spoken to, with their role.
pub(super) fn spoke_to(call: &Call) -> String {
    let parts = [call.spoke_to.trim(), call.spoke_to_role.trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The front door's answer in words.
pub fn answer(answer: FrontDoor) -> &'static str {
    match answer {
        FrontDoor::NotHeard => L.not_heard,
        FrontDoor::Accepted => L.accepted,
        FrontDoor::AdviceOnly => L.advice_only,
        FrontDoor::NoFurther => L.no_further,
        FrontDoor::Declined => L.declined,
    }
}
