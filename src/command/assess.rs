//! `assess`: a case file in, a level and pathway with their reasons out, in any format.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Failure, open, other_area::OtherArea, parse_date, put, put_json, say, sealed};
use crate::{
    assess::{self, Assessment, assessment::Change},
    case::Case,
    framework::{
        Framework, Id,
        model::{OWN_LAYOUT, PathwayIx, QuestionIx},
    },
    paper::format,
    referral::{self, Layout, missing, phrases},
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
    /// The form that the summary is laid out by, by its id, or `summary` for the program's own order; without
    /// it, the usual form of the pathway
    #[arg(long, value_name = "ID", conflicts_with = "record")]
    form: Option<String>,
    /// The same answers read by another area's framework too: a built-in one's id, or a folder
    #[arg(long, value_name = "ID|DIR")]
    other: Option<String>,
    /// The case is sealed, and its passphrase is the first line on standard input
    #[arg(long)]
    passphrase_stdin: bool,
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
    let Args { case, framework, on, format, record, form, other, passphrase_stdin, out } = args;
    if out.as_ref().is_some_and(|out| same_file(out, &case)) {
        return Err(Failure::Input(
            "the result would take the place of the case: choose another file for --out".to_owned(),
        ));
    }
    let mut case = sealed::open(&case, passphrase_stdin)?;
    if let Some(on) = on {
        case.as_of = on;
        // The hour belongs to the day that it was recorded on.
        case.hour = None;
    }
    if other.is_some() && !matches!(format, Format::Json | Format::Text) {
        return Err(Failure::Input("--other goes with --format text or json".to_owned()));
    }
    let opened = open(framework.as_ref(), case.framework.id.as_str())?;
    let framework = &opened.framework;
    let layout = layout(framework, form.as_deref())?;
    let assessment = assess::assess(framework, &case, case.as_of);
    let other = other.map(|name| OtherArea::read(&name, framework, &case)).transpose()?;
    let kind = match format {
        Format::Json => {
            let mut value = to_json(framework, &case, &assessment, layout);
            if let (Some(other), Some(object)) = (&other, value.as_object_mut()) {
                object.insert("other_area".to_owned(), other.to_json(framework));
            }
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
        referral::laid_out(framework, &case, &assessment, layout)
    };
    let bytes = format::write_with(&document, kind, &SystemFonts::default())
        .map_err(|fault| Failure::Access(fault.to_string()))?;
    let other = other.map(|other| other.to_text(framework, &case)).unwrap_or_default();
    put(&[bytes, other.into_bytes()].concat(), out.as_deref())?;
    if out.is_some() {
        let (result, open) = phrases::span(framework, &assessment);
        say(&format!("{result}. {open}"));
    }
    Ok(())
}

/// The layout that an id asks for.
fn layout(framework: &Framework, form: Option<&str>) -> Result<Layout, Failure> {
    match form {
        None => Ok(Layout::Fitting),
        Some(OWN_LAYOUT) => Ok(Layout::Own),
        Some(id) => framework.form(id).map(Layout::Form).ok_or_else(|| {
            let known = framework.forms.iter().map(|form| form.id.as_str()).chain([OWN_LAYOUT]);
            let known = known.collect::<Vec<_>>().join(", ");
            let title = &framework.about.title;
            Failure::Usage(format!(
                "no form of \u{201c}{title}\u{201d} is called \u{201c}{id}\u{201d} (there is: {known})"
            ))
        }),
    }
}

pub(super) fn same_file(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}

/// The assessment as design section 6 gives it: ids only, in a shape that only grows.
pub fn to_json(framework: &Framework, case: &Case, assessment: &Assessment, layout: Layout) -> Value {
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
        "missing": missing::missing(framework, case, assessment),
        "form": layout.form(framework, case, assessment).map(|form| &framework[form].id),
        "completeness": completeness(framework, case, assessment, layout),
        "notes": assessment.notes.iter().map(|n| phrases::note(framework, n)).collect::<Vec<_>>(),
    })
}

/// What whoever reads the paper will ask for, in the layout that is chosen.
fn completeness(framework: &Framework, case: &Case, assessment: &Assessment, layout: Layout) -> Value {
    let done = missing::completeness(framework, case, assessment, layout);
    let lacking = done.lacking.iter().map(|lacking| {
        json!({
            "section": lacking.section,
            "label": lacking.label,
            "field": lacking.field,
            "why": lacking.why,
        })
    });
    let first = done.ask_first.iter().map(|unknown| {
        let question = &framework[unknown.question];
        json!({
            "question": question.id,
            "find_out": phrases::find_out(&question.find_out),
            "who": question.who,
            "children": unknown.children,
        })
    });
    let by_hand = done
        .by_hand
        .iter()
        .map(|field| json!({ "section": field.section, "label": field.label, "why": field.why }));
    json!({
        "lacking": lacking.collect::<Vec<_>>(),
        "ask_first": first.collect::<Vec<_>>(),
        "by_hand": by_hand.collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::builtin;

    #[test]
    fn a_form_that_is_not_there_is_wrong_usage_and_those_that_are_there_are_named() {
        let framework = builtin::read("liverpool").unwrap();
        assert_eq!(layout(&framework, None).unwrap(), Layout::Fitting);
        assert_eq!(layout(&framework, Some(OWN_LAYOUT)).unwrap(), Layout::Own);
        assert!(matches!(layout(&framework, Some("early-help")), Ok(Layout::Form(_))));
        let Err(Failure::Usage(words)) = layout(&framework, Some("early-halp")) else {
            panic!("it is refused")
        };
        assert!(words.contains("early-halp") && words.contains("(there is: referral, early-help, summary)"));
    }

    #[test]
    fn json_says_which_form_and_what_it_lacks_beside_what_it_always_said() {
        let framework = builtin::read("liverpool").unwrap();
        let file = builtin::files("liverpool").unwrap();
        let file =
            file.into_iter().find(|file| file.path.ends_with("domestic-abuse-never-alone.ron")).unwrap();
        let case = crate::case::file::read(&file.bytes).unwrap();
        let assessment = assess::assess(&framework, &case, case.as_of);
        let value = to_json(&framework, &case, &assessment, Layout::Fitting);
        assert_eq!(value["form"], "early-help");
        let missing = value["missing"].as_array().unwrap();
        assert!(missing.contains(&json!("childs_words")) && missing.contains(&json!("help_tried")));
        let lacking = value["completeness"]["lacking"].as_array().unwrap();
        assert!(
            lacking.iter().any(|one| one["field"] == "household" && one["section"] == "2. Child and family")
        );
        assert!(lacking.iter().all(|one| one["why"].as_str().is_some_and(|why| !why.is_empty())));
        assert_eq!(value["completeness"]["ask_first"][0]["question"], value["find_out"][0]);
        assert!(!value["completeness"]["by_hand"].as_array().unwrap().is_empty());
        let own = to_json(&framework, &case, &assessment, Layout::Own);
        assert_eq!((&own["form"], &own["missing"]), (&Value::Null, &value["missing"]));
    }
}
