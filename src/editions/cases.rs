//! What cases come to under two editions, and the rule that moved each that moved.

use crate::{
    assess::{self, Assessment, assessment::Reason},
    case::{
        Case,
        file::{self, CaseError},
    },
    framework::{
        Framework, Id, SourceFile,
        model::{PathwayIx, RuleIx},
    },
};

/// A case that was given, or why it could not be read.
#[derive(Debug)]
pub struct Told {
    pub name: String,
    pub case: Result<Case, CaseError>,
}

/// What cases come to.
#[derive(Clone, Debug, Default)]
pub struct Cases {
    /// How many could be read.
    pub read: usize,
    pub matrix: Matrix,
    pub moved: Vec<Moved>,
    /// Cases that could not be read.
    pub faulty: Vec<Faulty>,
}

/// A case that could not be read, and why: line, column and words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faulty {
    pub name: String,
    pub faults: Vec<(usize, usize, String)>,
}

/// How many cases stood at a level before and stand at one after; the first of each is *consult*.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    pub before: Vec<Option<Id>>,
    pub after: Vec<Option<Id>>,
    pub cases: Vec<Vec<usize>>,
}

/// What a case comes to under one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// None where the result is *consult*.
    pub lowest: Option<PathwayIx>,
    pub highest: PathwayIx,
    pub duties: Vec<Id>,
    /// Ids in the case that this edition does not know.
    pub unresolved: Vec<Id>,
}

/// A case that comes to something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub name: String,
    pub before: Outcome,
    pub after: Outcome,
    /// The rules of the new edition that establish what the old one did not, most urgent first.
    pub by: Vec<RuleIx>,
    /// The rules of the old edition that established what the new one no longer does.
    pub no_longer: Vec<RuleIx>,
}

impl Moved {
    /// Whether what is established is another level, under either edition's own ids.
    pub fn to_another_level(&self, old: &Framework, new: &Framework) -> bool {
        let level = |f: &Framework, at: Option<PathwayIx>| at.map(|at| f.level_of(at).id.clone());
        level(old, self.before.lowest) != level(new, self.after.lowest)
    }
}

/// The worked cases of both editions; one that is told otherwise in the new edition stands there as well as in the old.
pub fn worked(old: &[SourceFile], new: &[SourceFile], told_before: impl Fn(&str) -> String) -> Vec<Told> {
    let told = |name: String, file: &SourceFile| Told { name, case: file::read(file.text.as_bytes()) };
    let mut all: Vec<Told> =
        new.iter().map(|file| told(assess::worked::id_of(&file.path).to_owned(), file)).collect();
    for file in old {
        let id = assess::worked::id_of(&file.path);
        match new.iter().find(|other| assess::worked::id_of(&other.path) == id) {
            Some(other) if same_answers(file, other) => {}
            Some(_) => all.push(told(told_before(id), file)),
            None => all.push(told(id.to_owned(), file)),
        }
    }
    all
}

/// Whether two tellings of a case answer the same; what is expected of it differs with the edition.
fn same_answers(a: &SourceFile, b: &SourceFile) -> bool {
    let read = |file: &SourceFile| file::read(file.text.as_bytes());
    match (read(a), read(b)) {
        (Ok(a), Ok(b)) => {
            (&a.answers, &a.concerns, &a.about, &a.children)
                == (&b.answers, &b.concerns, &b.about, &b.children)
        }
        _ => a.text == b.text,
    }
}

/// Assesses every case under both editions.
pub(super) fn compare(old: &Framework, new: &Framework, told: Vec<Told>) -> Cases {
    let levels = |f: &Framework| {
        std::iter::once(None).chain(f.levels.iter().map(|level| Some(level.id.clone()))).collect::<Vec<_>>()
    };
    let (before, after) = (levels(old), levels(new));
    let mut cases = Cases {
        matrix: Matrix { cases: vec![vec![0; after.len()]; before.len()], before, after },
        ..Cases::default()
    };
    for Told { name, case } in told {
        let case = match case {
            Ok(case) => case,
            Err(fault) => {
                cases.faulty.push(Faulty { name, faults: fault.faults() });
                continue;
            }
        };
        cases.read += 1;
        let (was, now) = (assess::assess(old, &case, case.as_of), assess::assess(new, &case, case.as_of));
        let (before, after) = (outcome(old, &was), outcome(new, &now));
        let place = |f: &Framework, at: Option<PathwayIx>| at.map_or(0, |at| f[at].level.0 + 1);
        cases.matrix.cases[place(old, before.lowest)][place(new, after.lowest)] += 1;
        if !same(old, new, &before, &after) {
            let by = only(new, &now, old, &was);
            let no_longer = only(old, &was, new, &now);
            cases.moved.push(Moved { name, before, after, by, no_longer });
        }
    }
    cases
}

fn outcome(framework: &Framework, assessment: &Assessment) -> Outcome {
    let mut duties: Vec<Id> = assessment.duties.iter().map(|due| framework[due.duty].id.clone()).collect();
    duties.sort_unstable();
    Outcome {
        lowest: assessment.span.lowest,
        highest: assessment.span.highest,
        duties,
        unresolved: assessment.unresolved.clone(),
    }
}

fn same(old: &Framework, new: &Framework, before: &Outcome, after: &Outcome) -> bool {
    let id = |f: &Framework, at: PathwayIx| (f[at].id.clone(), f.level_of(at).id.clone());
    before.lowest.map(|at| id(old, at)) == after.lowest.map(|at| id(new, at))
        && id(old, before.highest) == id(new, after.highest)
        && before.duties == after.duties
}

/// The rules on which one edition's result rests and that the other edition does not have hold, or holds lower.
fn only(here: &Framework, own: &Assessment, there: &Framework, other: &Assessment) -> Vec<RuleIx> {
    let called = |f: &Framework, rule: RuleIx| match f[rule].decisive {
        // A rule made for an indicator is the same one under the indicator's older id.
        Some(sign) => std::iter::once(&f[sign].id).chain(&f[sign].was).cloned().collect::<Vec<_>>(),
        None => vec![f[rule].id.clone()],
    };
    let holds = |reason: &Reason| {
        let names = called(here, reason.rule);
        other.reasons.iter().chain(&other.also).any(|o| {
            let alike = called(there, o.rule).iter().any(|name| names.contains(name));
            alike
                && there[o.to].id == here[reason.to].id
                && there.level_of(o.to).id == here.level_of(reason.to).id
        })
    };
    let mut found: Vec<RuleIx> =
        own.reasons.iter().filter(|reason| !holds(reason)).map(|reason| reason.rule).collect();
    found.dedup();
    found
}
