//! `check`: a framework's faults, and what its worked cases come to.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::{Failure, load, put_json, say};
use crate::{
    assess::worked::{self, Worked},
    framework::{Framework, Loaded, SourceFile, builtin, diagnostic::Severity},
};

/// What to check.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A framework's folder; without it, the frameworks that are built in
    dir: Option<PathBuf>,
    /// Print findings and proofs as JSON on standard output
    #[arg(long)]
    json: bool,
}

/// At most one case in so many below the top level may end with the top level open (design, rule 3).
const OPEN_SHARE: usize = 4;

pub fn run(args: Args) -> Result<(), Failure> {
    let Args { dir, json } = args;
    let loads = match &dir {
        Some(_) => vec![load(dir.as_ref(), "")?],
        None => builtin::ids().into_iter().map(|id| load(None, id)).collect::<Result<_, _>>()?,
    };
    let reports: Vec<Report> = loads.iter().map(Report::new).collect();
    if json {
        let findings: Vec<Value> =
            reports.iter().flat_map(|r| r.findings.iter().map(Finding::to_json)).collect();
        let proofs: Vec<Value> = reports.iter().flat_map(|r| r.proofs.iter().cloned()).collect();
        put_json(&json!({ "schema": 1, "findings": findings, "proofs": proofs }))?;
    }
    for report in &reports {
        for finding in &report.findings {
            say(&finding.text);
        }
        say(&report.close);
    }
    let sound = reports.iter().all(Report::sound);
    if sound { Ok(()) } else { Err(Failure::Faults) }
}

/// Something found, placed where it can be.
struct Finding {
    severity: Severity,
    file: String,
    line: usize,
    column: usize,
    message: String,
    text: String,
}

impl Finding {
    fn to_json(&self) -> Value {
        json!({
            "severity": name(self.severity),
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "message": self.message,
            "accepted": false,
        })
    }
}

/// All that one framework's check says.
struct Report {
    findings: Vec<Finding>,
    proofs: Vec<Value>,
    close: String,
}

impl Report {
    fn new(loaded: &Loaded) -> Self {
        let mut findings: Vec<Finding> = loaded
            .diagnostics
            .iter()
            .map(|found| Finding {
                severity: found.severity,
                file: found.place.file.clone(),
                line: found.place.line,
                column: found.place.column,
                message: found.message.clone(),
                text: found.render(&loaded.sources),
            })
            .collect();
        let Some(framework) = &loaded.framework else {
            let faults = findings.iter().filter(|f| f.severity == Severity::Error).count();
            let close = format!("{} to cure before this framework can be used.", plural(faults, "fault"));
            return Self { findings, proofs: Vec::new(), close };
        };
        let runs = worked::run(framework, &loaded.cases);
        for run in &runs {
            findings.extend(of_case(run, &loaded.cases));
        }
        let (open, below) = open_share(&runs);
        if open * OPEN_SHARE > below {
            let top = framework.pathways.last().map_or("", |p| framework[p.level].label.as_str());
            let message = format!(
                "{open} of {below} worked cases below {top} end with {top} still open; at most one in {OPEN_SHARE} may, \
                 or the suggestion says nothing"
            );
            let text = format!("warning: {message}");
            findings.push(Finding {
                severity: Severity::Warning,
                file: String::new(),
                line: 0,
                column: 0,
                message,
                text,
            });
        }
        let missed: Vec<&str> = runs.iter().filter(|run| !holds(run)).map(|run| run.id.as_str()).collect();
        let close = format!(
            "{} {}, edition {}: {}, {}, {}; {} of {} worked cases come to what is expected; {open} of {below} below the \
             top level end with it open.",
            framework.about.title,
            framework.about.id,
            framework.about.edition,
            plural(framework.questions.len(), "question"),
            plural(framework.indicators.len(), "indicator"),
            plural(framework.rules.len(), "rule"),
            runs.len() - missed.len(),
            runs.len(),
        );
        Self { findings, proofs: proofs(framework, &missed), close }
    }

    fn sound(&self) -> bool {
        self.findings.iter().all(|f| f.severity != Severity::Error)
    }
}

fn holds(run: &Worked) -> bool {
    run.outcome.as_ref().is_ok_and(|run| run.misses.is_empty())
}

fn open_share(runs: &[Worked]) -> (usize, usize) {
    let below: Vec<bool> = runs
        .iter()
        .filter_map(|run| run.outcome.as_ref().ok())
        .filter_map(|run| run.open_to_the_top)
        .collect();
    (below.iter().filter(|open| **open).count(), below.len())
}

fn of_case(run: &Worked, files: &[SourceFile]) -> Vec<Finding> {
    let file = files.iter().map(|f| &f.path).find(|path| worked::id_of(path) == run.id);
    let file = file.cloned().unwrap_or_else(|| run.id.clone());
    let finding = |(line, column, message): (usize, usize, String)| {
        let text = format!("error: worked case {}: {message}\n --> {file}:{line}:{column}", run.id);
        Finding { severity: Severity::Error, file: file.clone(), line, column, message, text }
    };
    match &run.outcome {
        Err(fault) => fault.faults().into_iter().map(finding).collect(),
        Ok(run) => run.misses.iter().cloned().map(|miss| finding((1, 1, miss))).collect(),
    }
}

/// What holds of every framework that loads, and what its cases show.
fn proofs(framework: &Framework, missed: &[&str]) -> Vec<Value> {
    let proved = |name: &str, how: &str| json!({ "framework": framework.about.id, "name": name, "verdict": "proved", "how": how });
    let mut proofs = vec![
        proved("direction", "by construction: no condition can negate, and no ladder descends"),
        proved(
            "pathways-reached",
            "every pathway above the first is named by a rule or a decisive indicator",
        ),
    ];
    if missed.is_empty() {
        proofs.push(proved("worked-cases", "every worked case comes to what is expected"));
    } else {
        proofs.push(json!({
            "framework": framework.about.id,
            "name": "worked-cases",
            "verdict": "refuted",
            "how": "these worked cases do not come to what is expected",
            "cases": missed,
        }));
    }
    proofs
}

fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn plural(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}
