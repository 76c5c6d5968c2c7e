//! The command line: the window's twin for scripts, checks and machines without a display.

mod agreement;
mod assess;
mod batch;
mod check;
mod compare;
mod frameworks;
mod handbook;
mod make_case;
mod other_area;
mod questions;
mod sealed;
mod training_papers;

use std::{
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Subcommand;
use jiff::civil::Date;

use crate::{
    case::file,
    folder,
    framework::{self, Framework, Loaded, SourceFile, builtin},
    paper::format::Format,
};

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Assess a case file: level, pathway, reasons, and the referral summary in any format
    Assess(assess::Args),
    /// Check a framework: its faults, and what its worked cases come to
    Check(check::Args),
    /// List every question, answer and id of a framework
    Questions(questions::Args),
    /// Write a framework as a handbook, or as one sheet for the wall
    Handbook(handbook::Args),
    /// Assess a table of contacts of any size: a result for each row, faults set apart, counts
    Batch(batch::Args),
    /// Compare two editions of a framework: what changed, and which cases move
    Compare(compare::Args),
    /// Write a case that reaches a rule, a duty or a pathway, to be completed by hand
    MakeCase(make_case::Args),
    /// How far a table of ratings agrees
    Agreement(agreement::Args),
    /// Write the papers for a training session: stories, voting cards, a sheet to lead by, a follow-up
    TrainingPapers(training_papers::Args),
    /// List the frameworks that are built in
    Frameworks,
}

/// Why a command ended without doing what it was asked.
#[derive(Debug)]
pub enum Failure {
    /// The input has faults, which were printed; exit code 1.
    Faults,
    /// Something was asked for that there is not; exit code 2.
    Usage(String),
    /// The input is wrong in a way that a sentence tells; exit code 1.
    Input(String),
    /// Something could not be read, written or shown; exit code 3.
    Access(String),
}

/// Runs a command and says how it ended.
pub fn run(command: Command) -> ExitCode {
    let done = match command {
        Command::Assess(args) => assess::run(args),
        Command::Check(args) => check::run(args),
        Command::Questions(args) => questions::run(&args),
        Command::Handbook(args) => handbook::run(&args),
        Command::Batch(args) => batch::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::MakeCase(args) => make_case::run(&args),
        Command::Agreement(args) => agreement::run(&args),
        Command::TrainingPapers(args) => training_papers::run(&args),
        Command::Frameworks => frameworks::run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Faults) => ExitCode::from(1),
        Err(Failure::Usage(words)) => {
            say(&words);
            ExitCode::from(2)
        }
        Err(Failure::Input(words)) => {
            say(&words);
            ExitCode::from(1)
        }
        Err(Failure::Access(words)) => {
            say(&words);
            ExitCode::from(3)
        }
    }
}

/// Prose goes to standard error, so that standard output holds results alone.
pub fn say(words: &str) {
    // Where even standard error is closed there is nobody left to tell.
    writeln!(io::stderr().lock(), "{words}").ok();
}

/// Puts a result on standard output, or in a file that is replaced whole.
fn put(bytes: &[u8], out: Option<&Path>) -> Result<(), Failure> {
    let done = match out {
        Some(path) => file::put(path, bytes),
        None => {
            let mut stdout = io::stdout().lock();
            stdout.write_all(bytes).and_then(|()| stdout.flush())
        }
    };
    match (done, out) {
        (Ok(()), _) => Ok(()),
        // A reader that has read enough, such as `head`, is no fault.
        (Err(fault), None) if fault.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        (Err(fault), None) => Err(Failure::Access(format!("the result could not be printed: {fault}"))),
        (Err(fault), Some(path)) => {
            Err(Failure::Access(format!("the result could not be written: {fault}: {}", path.display())))
        }
    }
}

fn put_json(value: &serde_json::Value) -> Result<(), Failure> {
    let mut text = format!("{value:#}");
    text.push('\n');
    put(text.as_bytes(), None)
}

/// A framework that holds together, with the worked cases beside it.
struct Opened {
    framework: Framework,
    cases: Vec<SourceFile>,
}

/// Loads a folder, or a built-in framework where none is given.
fn load(folder: Option<&PathBuf>, id: &str) -> Result<Loaded, Failure> {
    let files = match folder {
        Some(dir) => folder::read_folder(dir).map_err(|fault| Failure::Access(fault.to_string()))?,
        None => builtin::files(id).ok_or_else(|| {
            let known = builtin::ids().join(", ");
            Failure::Input(format!("no built-in framework is called \u{201c}{id}\u{201d} (there is: {known}); open a folder with --framework"))
        })?,
    };
    Ok(framework::load(files))
}

/// Loads a framework for use: its faults are printed, and warnings alone do not stop anything.
fn open(folder: Option<&PathBuf>, id: &str) -> Result<Opened, Failure> {
    let loaded = load(folder, id)?;
    match loaded.framework {
        Some(framework) => Ok(Opened { framework, cases: loaded.cases }),
        None => {
            for diagnostic in &loaded.diagnostics {
                say(&diagnostic.render(&loaded.sources));
            }
            say("The framework cannot be used until these faults are cured.");
            Err(Failure::Faults)
        }
    }
}

/// The format that a file's name ends in.
fn format_of(out: &Path) -> Result<Format, Failure> {
    let ending = out.extension().and_then(|ending| ending.to_str());
    ending.and_then(Format::named).ok_or_else(|| {
        let endings: Vec<&str> = Format::ALL.iter().map(|format| format.extension()).collect();
        Failure::Input(format!("the ending of --out names no format: use one of .{}", endings.join(", .")))
    })
}

fn parse_date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_fault| "a date is written year-month-day, such as 2026-11-23".to_owned())
}
