//! Is a framework sound, and do its worked cases show it? Proved from its rules, and counted from what the cases come to.

mod abbreviations;
mod accepted;
mod coverage;
pub mod example;
mod findings;
mod pairs;
mod place;
mod reading;
mod said;
pub mod sound;
mod texts;

pub use abbreviations::Unexplained;
pub use coverage::{Coverage, Part, What};
pub use place::{Item, Kind, Where};
pub use reading::{FORMULA, Measured, Reading, age};

use crate::{
    assess::{
        family::Family,
        worked::{Run, Worked},
    },
    case::Case,
    framework::{Diagnostic, Framework, Sources, model::RuleIx},
};

/// At most one case in so many below the top level may end with the top level open (design, rule 3).
pub const OPEN_SHARE: usize = 4;

/// How old a reader the words may ask for on average, in years.
pub const OLDEST_READER: f64 = 14.0;

/// All that is to be said of a framework that loads.
#[derive(Debug)]
pub struct Proven {
    pub coverage: Coverage,
    /// Rules of which no pair of worked cases shows the threshold, out of how many.
    pub unpaired: Vec<Item>,
    pub rules: usize,
    /// Worked cases below the top level that end with it open, and all that are below.
    pub open: (usize, usize),
    pub reading: Reading,
    pub unexplained: Vec<Unexplained>,
    pub proofs: Vec<Proof>,
    /// What somebody should look at, worded and placed.
    pub findings: Vec<Diagnostic>,
}

/// One thing that should hold, and whether it does.
#[derive(Debug)]
pub struct Proof {
    /// Its name for scripts.
    pub name: &'static str,
    pub verdict: Verdict,
    pub how: String,
    /// What it does not hold of.
    pub unmet: Vec<Unmet>,
    /// Of what it could not be said within the work that was allowed.
    pub undecided: Vec<Item>,
}

/// One thing of which something does not hold.
#[derive(Debug)]
pub struct Unmet {
    pub item: Item,
    /// What is wrong, in words; empty where it is told together with others.
    pub says: String,
    /// A case that shows it.
    pub case: Option<Box<Case>>,
    /// It is meant so, for this reason.
    pub accepted: Option<String>,
}

/// Whether something that should hold does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Proved,
    Refuted,
    /// There is nothing that it could be seen by, or it was not found within the work that was allowed.
    NotDecided,
}

impl Unmet {
    fn new(item: Item, says: String) -> Self {
        Self { item, says, case: None, accepted: None }
    }

    fn with(self, case: Case) -> Self {
        Self { case: Some(Box::new(case)), ..self }
    }
}

impl Proof {
    /// Proved where there is nothing that it does not hold of.
    fn of(name: &'static str, how: &str, unmet: Vec<Unmet>) -> Self {
        let verdict = if unmet.is_empty() { Verdict::Proved } else { Verdict::Refuted };
        Self { name, verdict, how: how.to_owned(), unmet, undecided: Vec::new() }
    }

    fn undecided(mut self, undecided: Vec<Item>) -> Self {
        if self.verdict == Verdict::Proved && !undecided.is_empty() {
            self.verdict = Verdict::NotDecided;
        }
        self.undecided = undecided;
        self
    }

    /// What it does not hold of and nobody has accepted.
    pub fn open(&self) -> impl Iterator<Item = &Unmet> {
        self.unmet.iter().filter(|unmet| unmet.accepted.is_none())
    }

    /// Whether it is refuted, and not only by what is accepted.
    pub fn fails(&self) -> bool {
        self.verdict == Verdict::Refuted && (self.unmet.is_empty() || self.open().next().is_some())
    }
}

/// A worked case as the proofs look at it.
struct Told<'a> {
    run: &'a Run,
    family: Family,
    /// Rules that hold for a child of the case, in order.
    fired: Vec<RuleIx>,
}

impl<'a> Told<'a> {
    fn new(framework: &Framework, run: &'a Run) -> Self {
        let all = run.assessment.reasons.iter().chain(&run.assessment.also);
        let mut fired: Vec<RuleIx> = all.map(|reason| reason.rule).collect();
        fired.sort_unstable();
        fired.dedup();
        Self { run, family: Family::read(framework, &run.case), fired }
    }
}

/// Counts what a framework's worked cases show, and measures its words.
pub fn prove(framework: &Framework, sources: &Sources, worked: &[Worked]) -> Proven {
    prove_within(framework, sources, worked, sound::Limits::default())
}

/// The same, with another bound on the work.
pub fn prove_within(
    framework: &Framework,
    sources: &Sources,
    worked: &[Worked],
    limits: sound::Limits,
) -> Proven {
    let runs = worked.iter().filter_map(|worked| worked.outcome.as_ref().ok());
    let told: Vec<Told<'_>> = runs.map(|run| Told::new(framework, run)).collect();
    let paired = pairs::paired(framework, &told);
    let rules = framework.rules.iter().zip(paired);
    let unpaired = rules.filter(|(_, paired)| !paired).map(|(rule, _)| Item::rule(framework, rule)).collect();
    let below: Vec<bool> = told.iter().filter_map(|told| told.run.open_to_the_top).collect();
    let proofs = sound::prove(framework, limits);
    let mut proven = Proven {
        coverage: Coverage::of(framework, &told),
        unpaired,
        rules: framework.rules.len(),
        open: (below.iter().filter(|open| **open).count(), below.len()),
        reading: Reading::of(framework),
        unexplained: abbreviations::unexplained(framework),
        proofs,
        findings: Vec::new(),
    };
    findings::add(&mut proven, framework, &Where::new(sources));
    proven
}

impl Proven {
    /// Whether nothing that should hold is refuted.
    pub fn holds(&self) -> bool {
        !self.proofs.iter().any(Proof::fails)
    }
}
