//! What should hold of a framework and its worked cases: proved or refuted, and worded where somebody should look.

use super::{
    OLDEST_READER, OPEN_SHARE, Proof, Proven, Unmet, Verdict, accepted,
    coverage::What,
    place::{Item, Where},
};
use crate::framework::{Diagnostic, Framework, Place, Severity};

/// How many things one finding names: a framework in the making is not to be buried.
const NAMED: usize = 12;

/// What must be reached wholly: the proof's name, what is counted, and how it is told of one and of several.
const REACHED: [(&str, What, &str, &str); 5] = [
    ("every-rule-fired", What::Rules, "fires", "rule"),
    ("every-advice-given", What::Advice, "leads to", "piece of advice"),
    ("every-question-answered", What::Questions, "answers", "question"),
    ("every-duty-established", What::Duties, "establishes", "duty"),
    ("every-pathway-reached", What::Pathways, "comes to", "pathway"),
];

/// Adds the proofs and the findings to what was counted.
pub fn add(proven: &mut Proven, framework: &Framework, places: &Where<'_>) {
    let mut findings = Vec::new();
    let mut proofs = std::mem::take(&mut proven.proofs);
    let sound = proofs.len();
    let untold = proven.coverage.cases == 0;
    if untold {
        let message = "no worked case stands beside this framework, so nothing shows what its rules come to";
        findings.push(warning(message.to_owned(), Place::file("")));
    }
    for (name, what, verb, noun) in REACHED {
        let Some(part) = proven.coverage.part(what) else { continue };
        let of = part.of;
        let accepted = |item: &&Item| !framework.accepted.iter().any(|a| a.proof == name && a.id == item.id);
        let missing: Vec<Item> = part.missing.iter().filter(accepted).cloned().collect();
        let how = format!("{} reached by a worked case", share(of - part.missing.len(), of, noun));
        let unmet = part.missing.iter().map(|item| Unmet::new(item.clone(), String::new())).collect();
        let verdict = verdict(untold, part.missing.is_empty());
        proofs.push(Proof { name, verdict, how, unmet, undecided: Vec::new() });
        if !missing.is_empty() && !untold {
            let message = format!("no worked case {verb} {}", named(&missing, of, noun, places));
            findings.push(warning(message, places.item(&missing[0])));
        }
    }
    let (open, below) = proven.open;
    let few = open * OPEN_SHARE <= below;
    let top = framework.pathways.last().map_or("", |pathway| framework[pathway.level].label.as_str());
    let how = format!("{open} of {below} worked cases below {top} end with {top} still open");
    if !few {
        let message = format!("{how}; at most one in {OPEN_SHARE} may, or the suggestion says nothing");
        findings.push(warning(message, Place::file("")));
    }
    proofs.push(Proof {
        name: "few-open-to-the-top",
        verdict: verdict(below == 0, few),
        how,
        unmet: Vec::new(),
        undecided: Vec::new(),
    });
    let idle = accepted::mark(framework, &mut proofs);
    for proof in &proofs[..sound] {
        unsound(proof, places, &mut findings);
    }
    for accepted in idle {
        let message = format!(
            "`{}` is accepted of `{}`, but nothing is found there; take it away",
            accepted.proof, accepted.id
        );
        findings.push(warning(message, places.item(&accepted::item(accepted))));
    }
    if !proven.unpaired.is_empty() && !untold {
        let listed = named(&proven.unpaired, proven.rules, "rule", places);
        let message = format!("no pair of worked cases shows the threshold of {listed}");
        findings.push(note(message, places.item(&proven.unpaired[0])));
    }
    let reading = &proven.reading;
    if reading.mean > OLDEST_READER {
        let message = format!(
            "the questions and what they mean ask for a reader of {:.1} years on average; {OLDEST_READER} is enough to ask",
            reading.mean
        );
        let place = reading.hardest.first().map(|hard| places.text(&hard.of, &hard.text));
        findings.push(note(message, place.unwrap_or_else(|| Place::file(""))));
    }
    if let Some(first) = proven.unexplained.first() {
        let all = proven.unexplained.iter().map(|short| {
            let place = places.text(&short.of, &short.text);
            format!("{}{}", short.word, at(&place))
        });
        let message = format!(
            "{} explained neither by the glossary nor beside {}: {}",
            if proven.unexplained.len() == 1 { "an abbreviation is" } else { "abbreviations are" },
            if proven.unexplained.len() == 1 { "it" } else { "them" },
            few_of(all.collect())
        );
        findings.push(note(message, places.text(&first.of, &first.text)));
    }
    (proven.proofs, proven.findings) = (proofs, findings);
}

/// What a proof from the rules alone does not hold of, each in its own words.
fn unsound(proof: &Proof, places: &Where<'_>, findings: &mut Vec<Diagnostic>) {
    for unmet in proof.open().take(NAMED) {
        let place = places.item(&unmet.item);
        let message = format!("{}{} [{}]", unmet.says, at(&place), proof.name);
        findings.push(warning(message, place));
    }
    let more = proof.open().count().saturating_sub(NAMED);
    if more > 0 {
        findings.push(warning(format!("and {more} more [{}]", proof.name), Place::file("")));
    }
}

fn verdict(undecided: bool, holds: bool) -> Verdict {
    match (undecided, holds) {
        (true, _) => Verdict::NotDecided,
        (false, true) => Verdict::Proved,
        (false, false) => Verdict::Refuted,
    }
}

fn warning(message: String, place: Place) -> Diagnostic {
    Diagnostic::error(message, place).severity(Severity::Warning)
}

fn note(message: String, place: Place) -> Diagnostic {
    Diagnostic::error(message, place).severity(Severity::Note)
}

/// `2 of 30 rules`.
pub fn share(some: usize, of: usize, noun: &str) -> String {
    let several = match noun {
        "duty" => "duties".to_owned(),
        "piece of advice" => "pieces of advice".to_owned(),
        noun => format!("{noun}s"),
    };
    format!("{some} of {of} {}", if of == 1 { noun } else { several.as_str() })
}

/// `2 of 30 rules: hunger (rules.ron:8), school (rules.ron:12)`.
fn named(items: &[Item], of: usize, noun: &str, places: &Where<'_>) -> String {
    let listed = items.iter().take(NAMED + 1);
    let mut listed: Vec<String> =
        listed.map(|item| format!("{}{}", item.id, at(&places.item(item)))).collect();
    listed.extend(items.iter().skip(NAMED + 1).map(|_| String::new()));
    format!("{}: {}", share(items.len(), of, noun), few_of(listed))
}

fn few_of(mut listed: Vec<String>) -> String {
    let more = listed.len().saturating_sub(NAMED);
    if more > 0 {
        listed.truncate(NAMED);
        listed.push(format!("and {more} more"));
    }
    listed.join(", ")
}

/// ` (rules.ron:8)`, or nothing where the place is not known.
pub fn at(place: &Place) -> String {
    if place.file.is_empty() { String::new() } else { format!(" ({}:{})", place.file, place.line) }
}
