//! `make-case`: a case that reaches a rule, to be completed by hand.

use std::path::PathBuf;

use super::{Failure, open, put};
use crate::{
    assess::assess,
    case::{Case, file},
    framework::{Framework, Id, builtin},
    proof::example,
};

/// What to reach.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A rule's, indicator's, duty's, advice's or pathway's id
    rule: String,
    /// A framework's folder; without it, the framework that opens first
    dir: Option<PathBuf>,
    /// Write the case to this file rather than to standard output
    #[arg(long)]
    out: Option<PathBuf>,
}

pub fn run(args: &Args) -> Result<(), Failure> {
    let framework = open(args.dir.as_ref(), builtin::FIRST)?.framework;
    let id = &args.rule;
    let case = match example::reaching(&framework, id) {
        None => {
            return Err(Failure::Input(format!(
                "no rule, advice, duty, decisive indicator or pathway above the first is called \u{201c}{id}\u{201d}; `levels-of-need questions` lists them"
            )));
        }
        Some(None) => {
            return Err(Failure::Input(format!(
                "no answers were found that reach \u{201c}{id}\u{201d}; `levels-of-need check` says whether there are any"
            )));
        }
        Some(Some(case)) => case,
    };
    let text = file::to_text(&case).map_err(|fault| Failure::Access(fault.to_string()))?;
    // Read back as anybody will read it, and seen to reach what was asked for.
    let read = file::read(text.as_bytes()).map_err(|fault| Failure::Access(fault.to_string()))?;
    if !reaches(&framework, &read, id) {
        return Err(Failure::Input(format!("the case that was made does not reach \u{201c}{id}\u{201d}")));
    }
    let head = format!(
        "// Reaches `{id}` with the fewest answers. Write the story and why, answer what else is known, and set what is expected.\n"
    );
    put(format!("{head}{text}").as_bytes(), args.out.as_deref())
}

/// Whether a case reaches what has this id.
fn reaches(framework: &Framework, case: &Case, id: &str) -> bool {
    let found = assess(framework, case, case.as_of);
    let is = |other: &Id| other.as_str() == id;
    let rules = found.reasons.iter().chain(&found.also).map(|reason| &framework[reason.rule]);
    let mut rules = rules.into_iter();
    rules.any(|rule| is(&rule.id) || rule.decisive.is_some_and(|sign| is(&framework[sign].id)))
        || found.duties.iter().any(|due| is(&framework[due.duty].id))
        || found.advice.iter().any(|advice| is(&framework[*advice].id))
        || found.span.lowest.is_some_and(|lowest| is(&framework[lowest].id))
}
