//! Worked cases are a framework's own tests: told, answered, and held against what they come to.

use super::{Assessment, assess};
use crate::{
    case::{
        Case,
        file::{self, CaseError},
        model::{Expect, ExpectChild},
    },
    framework::{Framework, Id, SourceFile},
};

/// One worked case after it was run.
#[derive(Debug)]
pub struct Worked {
    /// The file's name without its ending.
    pub id: String,
    pub outcome: Result<Run, CaseError>,
}

/// A worked case with its result and what that result misses.
#[derive(Debug)]
pub struct Run {
    pub case: Case,
    pub assessment: Assessment,
    /// In words; empty where everything is as expected.
    pub misses: Vec<String>,
    /// The result is below the top level and its span still reaches it.
    pub open_to_the_top: Option<bool>,
}

/// A worked case's id: its file's name without its ending.
pub fn id_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".ron").unwrap_or(name)
}

/// Runs the worked cases that stand beside a framework.
pub fn run(framework: &Framework, cases: &[SourceFile]) -> Vec<Worked> {
    let one = |file: &SourceFile| Worked {
        id: id_of(&file.path).to_owned(),
        outcome: file::read(file.text.as_bytes()).map(|case| check(framework, case)),
    };
    cases.iter().map(one).collect()
}

fn check(framework: &Framework, case: Case) -> Run {
    let assessment = assess(framework, &case, case.as_of);
    let misses = match &case.expect {
        Some(expect) => misses(framework, &assessment, expect),
        None => vec!["the case says nothing of what is expected".to_owned()],
    };
    let top = framework.pathways.last().map(|p| p.level);
    let below = assessment.span.lowest.filter(|&low| Some(framework[low].level) != top);
    let open_to_the_top = below.map(|_| Some(framework[assessment.span.highest].level) == top);
    Run { case, assessment, misses, open_to_the_top }
}

/// What a result misses of what is expected, in words; nothing where it is as expected.
pub fn misses(framework: &Framework, assessment: &Assessment, expect: &Expect) -> Vec<String> {
    let mut misses = Vec::new();
    let lowest = assessment.span.lowest.map(|p| &framework[p].id);
    if lowest != expect.lowest.as_ref() {
        misses.push(format!("expected at least {}, found {}", named(expect.lowest.as_ref()), named(lowest)));
    }
    let highest = &framework[assessment.span.highest].id;
    if *highest != expect.highest {
        misses.push(format!("expected at most {}, found {highest}", expect.highest));
    }
    let mut found: Vec<&Id> = assessment.duties.iter().map(|due| &framework[due.duty].id).collect();
    let mut wanted: Vec<&Id> = expect.duties.iter().collect();
    found.sort_unstable();
    wanted.sort_unstable();
    let list = |ids: &[&Id]| match ids {
        [] => "none".to_owned(),
        ids => ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", "),
    };
    if found != wanted {
        misses.push(format!("expected duties: {}; found: {}", list(&wanted), list(&found)));
    }
    for expected in &expect.children {
        misses.extend(child_misses(framework, assessment, expected));
    }
    misses.extend(assessment.unresolved.iter().map(|id| format!("nothing in the framework is called {id}")));
    misses
}

fn child_misses(framework: &Framework, assessment: &Assessment, expect: &ExpectChild) -> Vec<String> {
    let no = expect.child.0;
    let Some(found) = assessment.children.iter().find(|child| child.child == expect.child) else {
        return vec![format!("nothing is found for child {no}, who is not there")];
    };
    let mut misses = Vec::new();
    let lowest = found.span.lowest.map(|p| &framework[p].id);
    if lowest != expect.lowest.as_ref() {
        let (wanted, lowest) = (named(expect.lowest.as_ref()), named(lowest));
        misses.push(format!("child {no}: expected at least {wanted}, found {lowest}"));
    }
    let highest = &framework[found.span.highest].id;
    if *highest != expect.highest {
        misses.push(format!("child {no}: expected at most {}, found {highest}", expect.highest));
    }
    misses
}

fn named(id: Option<&Id>) -> &str {
    id.map_or("consult", Id::as_str)
}
