//! Gates: which answers open which questions, and that every question can be reached.

use super::super::model::{Gate, Polarity, QuestionIx};
use super::{facts::Facts, report::Report};

/// Checks that questions open only their neighbours, and never in a circle.
pub fn check(report: &mut Report<'_>, facts: &Facts<'_>) {
    for question in &facts.questions {
        let id = question.asked.common.id.0;
        for open in &question.opens {
            let Some(target) = open.target.and_then(|t| facts.questions.get(t.0)) else {
                continue;
            };
            if question.polarity == Polarity::Strength && target.polarity != Polarity::Strength {
                let message = format!("the strength `{id}` opens `{}`, which asks about a worry", open.mark.0);
                let help = "ask about the worry at once, or open it from another worry: a strength may not widen a result";
                report.error(open.mark.0, message, "opened by a strength", help);
            }
            if target.asked.home != question.asked.home {
                let other = report.place(target.asked.common.id.0, "it stands here");
                let message = format!("`{id}` opens `{}`, which stands elsewhere", open.mark.0);
                let help = "a question opens only questions of its own section or concern; name the concern in `goes_with` instead";
                report.error(open.mark.0, message, "of another section or concern", help).also.push(other);
            }
        }
    }
    for circle in circles(facts) {
        let ids: Vec<_> =
            circle.iter().map(|q| format!("`{}`", facts.questions[q.0].asked.common.id.0)).collect();
        let start = &facts.questions[circle[0].0];
        let next = circle.get(1).unwrap_or(&circle[0]);
        let open = start.opens.iter().find(|o| o.target == Some(*next));
        let word = open.map_or(start.asked.common.id.0, |o| o.mark.0);
        let message =
            format!("questions open one another in a circle: {} opens {}", ids.join(" opens "), ids[0]);
        let help = "take one of these openings away, so that one of them is asked at once";
        report.error(word, message, "part of the circle", help);
    }
}

/// The answers that open each question.
pub fn gates(facts: &Facts<'_>) -> Vec<Vec<Gate>> {
    let mut gates = vec![Vec::new(); facts.questions.len()];
    for (at, question) in facts.questions.iter().enumerate() {
        for open in &question.opens {
            let gate = Gate { question: QuestionIx(at), from: open.from };
            if let Some(target) = open.target
                && !gates[target.0].contains(&gate)
            {
                gates[target.0].push(gate);
            }
        }
    }
    gates
}

/// Every circle of openings, each once, beginning with its first question.
///
/// Walks without recursion, since a chain may be as long as a file allows.
fn circles(facts: &Facts<'_>) -> Vec<Vec<QuestionIx>> {
    const NEW: u8 = 0;
    const OPEN: u8 = 1;
    const DONE: u8 = 2;
    let mut state = vec![NEW; facts.questions.len()];
    let mut found = Vec::new();
    for start in 0..facts.questions.len() {
        if state[start] != NEW {
            continue;
        }
        state[start] = OPEN;
        // Each question on the way, with how many of its openings have been followed.
        let mut way = vec![(start, 0_usize)];
        while let Some((at, followed)) = way.last_mut() {
            let Some(open) = facts.questions[*at].opens.get(*followed) else {
                state[*at] = DONE;
                way.pop();
                continue;
            };
            *followed += 1;
            let Some(target) = open.target.map(|t| t.0) else {
                continue;
            };
            match state.get(target).copied() {
                Some(NEW) => {
                    state[target] = OPEN;
                    way.push((target, 0));
                }
                Some(OPEN) => {
                    let back = way.iter().skip_while(|(q, _)| *q != target);
                    let mut circle: Vec<_> = back.map(|(q, _)| QuestionIx(*q)).collect();
                    let first = circle.iter().enumerate().min_by_key(|(_, q)| **q).map_or(0, |(i, _)| i);
                    circle.rotate_left(first);
                    if !found.contains(&circle) {
                        found.push(circle);
                    }
                }
                _ => {}
            }
        }
    }
    found
}
