//! The one-minute script for the call: what to say, in the order a front door asks for it.

use super::{given, labels::Labels, phrases, whom};
use crate::{
    assess::Assessment,
    case::{Answer, Case},
    framework::{
        Framework,
        model::{Kind, Part, QuestionIx},
    },
    keyed::fill,
};

const L: Labels = Labels::ENGLISH;

/// One thing to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What this line is about.
    pub about: &'static str,
    /// What to say; a gap shows where the caller must fill in.
    pub say: String,
}

/// So many words are read aloud in about a minute.
pub const WORDS: usize = 160;

/// The script for a case, short enough to be read in a minute: what was written at length is cut short,
/// and said in full in the referral.
pub fn script(framework: &Framework, case: &Case, assessment: &Assessment) -> Vec<Line> {
    let mut shares = (1..=10).rev().map(|tenths| lines(framework, case, assessment, tenths));
    let first = shares.next().unwrap_or_default();
    let fits = |lines: &Vec<Line>| words_in(lines) <= WORDS;
    if fits(&first) { first } else { shares.find(fits).unwrap_or(first) }
}

/// How many words are read aloud.
pub fn words_in(lines: &[Line]) -> usize {
    lines.iter().map(|line| line.say.split_whitespace().count()).sum()
}

/// The script with so many tenths of the room that each part is given.
fn lines(framework: &Framework, case: &Case, assessment: &Assessment, tenths: usize) -> Vec<Line> {
    let line = |about, say: String| Line { about, say };
    let cut = |text: &str, most: usize| short(text, (most * tenths / 10).max(3));
    let referral = &case.referral;
    let role = case.about.role.as_ref().and_then(|id| framework.role(id));
    let age = case.about.age.as_ref().and_then(|id| framework.age(id));
    let who = gap(&cut(&referral.referrer, 5));
    let role = role.map_or_else(|| L.gap.to_owned(), |r| framework[r].title.clone());
    let age = if case.one_child() {
        age.map_or_else(|| L.gap.to_owned(), |a| framework[a].title.clone())
    } else {
        given::children(framework, case).join("; ")
    };
    let mut lines = vec![
        line(L.script_who, fill(L.script_who_says, &[&who, &role])),
        line(L.script_child, fill(L.script_child_says, &[&age])),
    ];
    if let Some(reason) = assessment.reasons.first() {
        let because = whom::said_for(case, &reason.children, &cut(&framework[reason.rule].why, 28));
        let because = because.trim_end_matches('.');
        let result = framework.pathway_line(reason.to);
        lines.push(line(L.script_worry, fill(L.script_worry_says, &[&result, because])));
    } else if assessment.span.lowest.is_none() {
        let unknown = assessment.find_out.first().map_or(L.gap, |u| framework[u.question].text.as_str());
        let unknown = cut(unknown.trim_end_matches('?'), 30);
        lines.push(line(L.script_worry, fill(L.script_consult_says, &[&unknown])));
    }
    lines.push(line(L.script_facts, fill(L.script_facts_says, &[&gap(&cut(facts(case), 45))])));
    if let Some(words) = Some(cut(&referral.childs_words, 20)).filter(|words| !words.is_empty()) {
        lines.push(line(L.script_words, fill(L.script_words_says, &[&words])));
    }
    let (now, others) = (cut(&case.whereabouts, 15), cut(&case.other_children, 12));
    lines.push(line(L.script_now, fill(L.script_now_says, &[&gap(&now), &gap(&others)])));
    let effect: Vec<String> = framework
        .sections_of(Part::Effect)
        .flat_map(|section| section.questions.iter().copied())
        // A bare *yes* says nothing without its question; a ladder's rung says it all.
        .filter(|&q| framework[q].kind == Kind::Ladder && known(framework, case, q))
        .map(|q| phrases::answer(framework, case, q))
        .collect();
    if !effect.is_empty() {
        let effect = cut(&effect.join("; "), 20);
        lines.push(line(L.script_effect, format!("{}.", effect.trim_end_matches('.'))));
    }
    let told: Vec<String> = case
        .told
        .iter()
        .map(|t| format!("{}: {}", t.adult, given::tell_state(t.state).to_lowercase()))
        .collect();
    lines.push(line(L.script_told, gap(&cut(&told.join("; "), 20))));
    let own = referral.asked_for.trim();
    let asks = assessment.span.lowest.map_or(L.gap, |pathway| framework[pathway].ask.as_str());
    lines.push(line(L.script_ask, cut(if own.is_empty() { asks } else { own }, 25)));
    lines.push(line(L.script_close, L.script_close_says.to_owned()));
    lines
}

/// The first words of a text: to the end of a sentence where that leaves enough of it, or else cut off.
fn short(text: &str, most: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= most {
        return text.trim().to_owned();
    }
    let kept = &words[..most];
    let ends = |word: &&str| word.ends_with(['.', '!', '?']);
    match kept.iter().rposition(ends) {
        Some(at) if at * 2 >= most => kept[..=at].join(" "),
        _ => format!("{}\u{2026}", kept.join(" ").trim_end_matches([',', ';', ':', '.'])),
    }
}

fn known(framework: &Framework, case: &Case, question: QuestionIx) -> bool {
    whom::answers(framework, case, question).iter().any(|(_, given)| given.answer != Answer::NotKnown)
}

fn facts(case: &Case) -> &str {
    let account = &case.account;
    if account.text.trim().is_empty() {
        account.pieces.first().map_or("", |piece| piece.what.as_str())
    } else {
        &account.text
    }
}

/// What was written, ready to stand inside a sentence; a gap where nothing was.
fn gap(text: &str) -> String {
    let text = text.trim().trim_end_matches('.');
    if text.is_empty() { L.gap.to_owned() } else { text.to_owned() }
}
