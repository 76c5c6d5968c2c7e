//! `check`: a framework's faults, what its worked cases come to, and what they reach.

mod json;

use std::path::PathBuf;

use serde_json::{Value, json};

use super::{Failure, load, put_json, say};
use crate::{
    assess::worked::{self, Worked},
    framework::{Diagnostic, Framework, Id, Loaded, SourceFile, builtin, diagnostic::Severity},
    proof,
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

pub fn run(args: Args) -> Result<(), Failure> {
    let Args { dir, json } = args;
    let loads = match &dir {
        Some(_) => vec![load(dir.as_ref(), "")?],
        None => builtin::ids().into_iter().map(|id| load(None, id)).collect::<Result<_, _>>()?,
    };
    let reports: Vec<Report> = loads.iter().map(|loaded| Report::new(loaded, json)).collect();
    if json {
        let findings: Vec<Value> =
            reports.iter().flat_map(|r| r.findings.iter().map(Finding::to_json)).collect();
        let proofs: Vec<Value> = reports.iter().flat_map(|r| r.proofs.iter().cloned()).collect();
        let measures: Vec<Value> = reports.iter().filter_map(|r| r.measures.clone()).collect();
        put_json(&json!({ "schema": 1, "findings": findings, "proofs": proofs, "measures": measures }))?;
    }
    for report in &reports {
        for finding in &report.findings {
            say(&finding.text);
        }
        for line in &report.lines {
            say(line);
        }
    }
    if reports.iter().all(|report| report.sound) { Ok(()) } else { Err(Failure::Faults) }
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
    /// In one line: a framework in the making has many.
    fn of_proof(found: &Diagnostic) -> Self {
        Self {
            severity: found.severity,
            file: found.place.file.clone(),
            line: found.place.line,
            column: found.place.column,
            message: found.message.clone(),
            text: format!("{}: {}", name(found.severity), found.message),
        }
    }

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
    /// Coverage, pairs and reading age, for scripts.
    measures: Option<Value>,
    /// What is said at the end.
    lines: Vec<String>,
    sound: bool,
}

impl Report {
    /// What a script reads is put together only for a script.
    fn new(loaded: &Loaded, script: bool) -> Self {
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
            return Self { findings, proofs: Vec::new(), measures: None, lines: vec![close], sound: false };
        };
        findings.extend(of_other_areas(loaded));
        let runs = worked::run(framework, &loaded.cases);
        for run in &runs {
            findings.extend(of_case(run, &loaded.cases));
        }
        let proven = proof::prove(framework, &loaded.sources, &runs);
        findings.extend(proven.findings.iter().map(Finding::of_proof));
        let missed: Vec<&str> = runs.iter().filter(|run| !holds(run)).map(|run| run.id.as_str()).collect();
        let (open, below) = proven.open;
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
        let lines = std::iter::once(close).chain(proven.lines(&loaded.sources)).collect();
        let sound = proven.holds() && findings.iter().all(|f| f.severity != Severity::Error);
        let measures = script.then(|| json::measures(framework, &loaded.sources, &proven));
        let proofs =
            if script { json::proofs(framework, &loaded.sources, &proven, &missed) } else { Vec::new() };
        Self { findings, proofs, measures, lines, sound }
    }
}

/// What the framework says of others, held against those that are built in.
fn of_other_areas(loaded: &Loaded) -> Vec<Finding> {
    let mut others: Vec<(&Id, Option<Framework>)> = Vec::new();
    let mut findings = Vec::new();
    for abroad in &loaded.abroad {
        if !others.iter().any(|(id, _)| **id == abroad.to) {
            others.push((&abroad.to, builtin::read(abroad.to.as_str())));
        }
        let other = others.iter().find(|(id, _)| **id == abroad.to).and_then(|(_, other)| other.as_ref());
        let Some(found) = other.and_then(|other| abroad.fault(other)) else { continue };
        findings.push(Finding {
            severity: found.severity,
            file: found.place.file.clone(),
            line: found.place.line,
            column: found.place.column,
            text: found.render(&loaded.sources),
            message: found.message,
        });
    }
    for (id, _) in others.iter().filter(|(_, other)| other.is_none()) {
        let message = format!("what is said of `{id}` was not checked, because it is not built in");
        let text = format!("note: {message}");
        let severity = Severity::Note;
        findings.push(Finding { severity, file: String::new(), line: 0, column: 0, message, text });
    }
    findings
}

fn holds(run: &Worked) -> bool {
    run.outcome.as_ref().is_ok_and(|run| run.misses.is_empty())
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
