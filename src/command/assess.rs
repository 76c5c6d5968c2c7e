//! `assess`: a case file in, a level and pathway with their reasons out, in any format.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Failure, open, parse_date, put, put_json, say};
use crate::{
    assess::{self, Assessment, assessment::Change},
    case::{
        Case,
        file::{self, CaseError},
    },
    framework::{
        Framework, Id,
        model::{PathwayIx, QuestionIx},
    },
    paper::format,
    referral::{self, missing, phrases},
    system_fonts::SystemFonts,
};

/// What to assess, and how to say it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The case file
    case: PathBuf,
    /// A framework's folder; without it, the built-in framework that the case names
    #[arg(long, value_name = "DIR")]
    framework: Option<PathBuf>,
    /// The day that due dates count from; without it, the case's own
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    on: Option<Date>,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The practitioner's own record in place of the referral summary
    #[arg(long)]
    record: bool,
    /// A file to write to, in place of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Md,
    Html,
    Pdf,
    Docx,
}

pub fn run(args: Args) -> Result<(), Failure> {
    let Args { case, framework, on, format, record, out } = args;
    if out.as_ref().is_some_and(|out| same_file(out, &case)) {
        return Err(Failure::Input(
            "the result would take the place of the case: choose another file for --out".to_owned(),
        ));
    }
    let mut case = file::open(&case).map_err(|fault| match fault {
        CaseError::Open(_) | CaseError::NotAFile => Failure::Access(format!("{fault}: {}", case.display())),
        _ => Failure::Input(format!("{}: {fault}", case.display())),
    })?;
    if let Some(on) = on {
        case.as_of = on;
        // The hour belongs to the day that it was recorded on.
        case.hour = None;
    }
    let opened = open(framework.as_ref(), case.framework.id.as_str())?;
    let framework = &opened.framework;
    let assessment = assess::assess(framework, &case, case.as_of);
    let kind = match format {
        Format::Json => {
            let value = to_json(framework, &case, &assessment);
            return match out {
                Some(path) => put(format!("{value:#}\n").as_bytes(), Some(&path)),
                None => put_json(&value),
            };
        }
        Format::Text => format::Format::Text,
        Format::Md => format::Format::Markdown,
        Format::Html => format::Format::Html,
        Format::Pdf => format::Format::Pdf,
        Format::Docx => format::Format::Docx,
    };
    if !assessment.unresolved.is_empty() {
        let ids: Vec<&str> = assessment.unresolved.iter().map(Id::as_str).collect();
        say(&format!(
            "note: this edition does not know: {}; what was said there counts for nothing",
            ids.join(", ")
        ));
    }
    let document = if record {
        referral::record(framework, &case, &assessment)
    } else {
        referral::summary(framework, &case, &assessment)
    };
    let bytes = format::write_with(&document, kind, &SystemFonts::default())
        .map_err(|fault| Failure::Access(fault.to_string()))?;
    put(&bytes, out.as_deref())?;
    if out.is_some() {
        let (result, open) = phrases::span(framework, &assessment);
        say(&format!("{result}. {open}"));
    }
    Ok(())
}

fn same_file(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}

/// The assessment as design section 6 gives it: ids only, in a shape that only grows.
pub fn to_json(framework: &Framework, case: &Case, assessment: &Assessment) -> Value {
    let pathway = |p: PathwayIx| json!({ "level": framework.level_of(p).id, "pathway": framework[p].id });
    let questions = |list: &[QuestionIx]| list.iter().map(|&q| &framework[q].id).collect::<Vec<&Id>>();
    let change = |change: &Change| {
        let answers = change
            .answers
            .iter()
            .map(|&(q, step)| json!({ "question": framework[q].id, "answer": framework[q].steps[step].id }));
        json!({
            "to": pathway(change.to),
            "answers": answers.collect::<Vec<_>>(),
            "children": change.children,
        })
    };
    let reason = |reason: &assess::assessment::Reason| {
        json!({
            "rule": framework[reason.rule].id,
            "to": framework[reason.to].id,
            "answers": questions(&reason.answers),
            "children": reason.children,
        })
    };
    let reasons = assessment.reasons.iter().chain(&assessment.also).map(reason);
    let due = |due: &assess::assessment::Due| {
        json!({
            "duty": framework[due.duty].id,
            "by": phrases::by(due.by),
            "children": due.children,
        })
    };
    let child = |child: &assess::assessment::ChildResult| {
        json!({
            "child": child.child,
            "called": case.members().find(|m| m.no == child.child).map_or("", |m| m.called),
            "lowest": child.span.lowest.map(pathway),
            "highest": pathway(child.span.highest),
            "consult": child.span.lowest.is_none(),
        })
    };
    let step = |step: &assess::assessment::NextStep| json!({ "text": step.text, "by": phrases::by(step.by) });
    json!({
        "schema": 1,
        "framework": {
            "id": framework.about.id,
            "edition": framework.about.edition,
            "fingerprint": framework.about.fingerprint,
        },
        "as_of": case.as_of,
        "lowest": assessment.span.lowest.map(pathway),
        "highest": pathway(assessment.span.highest),
        "consult": assessment.span.lowest.is_none(),
        "children": assessment.children.iter().map(child).collect::<Vec<_>>(),
        "phone_now": assessment.phone_now.is_some(),
        "duties": assessment.duties.iter().map(|d| &framework[d.duty].id).collect::<Vec<_>>(),
        "duties_due": assessment.duties.iter().map(due).collect::<Vec<_>>(),
        "duties_possible": assessment.duties_possible.iter().map(|&d| &framework[d].id).collect::<Vec<_>>(),
        "reasons": reasons.collect::<Vec<_>>(),
        "advice": assessment.advice.iter().map(|&a| &framework[a].id).collect::<Vec<_>>(),
        "check_before_telling": assessment.check_before_telling,
        "strengths": questions(&assessment.strengths),
        "find_out": assessment.find_out.iter().map(|u| &framework[u.question].id).collect::<Vec<_>>(),
        "would_change": assessment.would_change.iter().map(change).collect::<Vec<_>>(),
        "next_steps": assessment.next_steps.iter().map(step).collect::<Vec<_>>(),
        "not_looked_at": assessment.not_looked_at.iter().map(|&c| &framework[c].id).collect::<Vec<_>>(),
        "unresolved": assessment.unresolved,
        "chase": assess::after::chase(framework, case),
        "chase_overdue": assess::after::overdue(framework, case, case.as_of),
        "injuries": case.injuries.len(),
        "missing": missing::missing(case).iter().map(|m| m.field).collect::<Vec<_>>(),
        "notes": assessment.notes.iter().map(|n| phrases::note(framework, n)).collect::<Vec<_>>(),
    })
}
