//! What the proofs counted, in a few plain lines.

use super::{
    Proof, Proven, Verdict,
    coverage::{Part, What},
    findings::{at, share},
    place::Where,
    reading::Measured,
};
use crate::framework::Sources;

impl What {
    /// Its name for scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Rules => "rules",
            Self::Advice => "advice",
            Self::Questions => "questions",
            Self::Answers => "answers",
            Self::Indicators => "indicators",
            Self::Duties => "duties",
            Self::Pathways => "pathways",
            Self::Levels => "levels",
            Self::Concerns => "concerns",
            Self::Ages => "ages",
            Self::Roles => "roles",
        }
    }

    /// What one of them is called.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Rules => "rule",
            Self::Advice => "piece of advice",
            Self::Questions => "question",
            Self::Answers => "answer",
            Self::Indicators => "indicator",
            Self::Duties => "duty",
            Self::Pathways => "pathway",
            Self::Levels => "level",
            Self::Concerns => "concern",
            Self::Ages => "age",
            Self::Roles => "role",
        }
    }
}

impl Proven {
    /// How many proofs hold, and which do not or could not be decided.
    fn verdicts(&self) -> String {
        let of = |verdict: Verdict| self.proofs.iter().filter(move |proof| proof.verdict == verdict);
        let refuted = of(Verdict::Refuted).map(|proof| {
            let open = proof.open().count();
            let accepted = proof.unmet.len() - open;
            match (open, accepted) {
                (_, 0) => proof.name.to_owned(),
                (0, accepted) => format!("{} ({accepted} accepted)", proof.name),
                (open, accepted) => format!("{} ({open}, and {accepted} accepted)", proof.name),
            }
        });
        // Also of a proof that is refuted elsewhere: what is accepted there must not hide what was not decided.
        let left = |proof: &&Proof| proof.verdict == Verdict::NotDecided || !proof.undecided.is_empty();
        let undecided = self.proofs.iter().filter(left).map(|proof| match proof.undecided.len() {
            0 => proof.name.to_owned(),
            things => format!("{} ({things})", proof.name),
        });
        let listed = |what: &str, names: Vec<String>| {
            if names.is_empty() {
                String::new()
            } else {
                format!("; {} {what}: {}", names.len(), names.join(", "))
            }
        };
        format!(
            "Proofs: {} of {} proved{}{}.",
            of(Verdict::Proved).count(),
            self.proofs.len(),
            listed("refuted", refuted.collect()),
            listed("not wholly decided", undecided.collect())
        )
    }

    /// The lines that `check` prints.
    pub fn lines(&self, sources: &Sources) -> Vec<String> {
        let places = Where::new(sources);
        let part = |part: &Part| share(part.of - part.missing.len(), part.of, part.what.noun());
        let reached: Vec<String> = self.coverage.parts.iter().map(part).collect();
        let paired = share(self.rules - self.unpaired.len(), self.rules, "rule");
        let hard = |hard: &Measured| format!("{:.1}{}", hard.age, at(&places.text(&hard.of, &hard.text)));
        let hardest: Vec<String> = self.reading.hardest.iter().map(hard).collect();
        let hardest =
            if hardest.is_empty() { String::new() } else { format!("; the hardest: {}", hardest.join(", ")) };
        vec![
            self.verdicts(),
            format!("Reached by the worked cases: {}.", reached.join(", ")),
            format!("Shown by a pair of worked cases that differ in one answer: the threshold of {paired}."),
            format!(
                "Reading age: {:.1} years on average over {} texts (Flesch-Kincaid grade + 5){hardest}.",
                self.reading.mean, self.reading.texts
            ),
        ]
    }
}
