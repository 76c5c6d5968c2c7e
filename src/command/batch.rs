//! `batch`: a table of contacts in, a result for each, with faults set apart.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    time::Duration,
};

use tempfile::NamedTempFile;

use super::{Failure, open, put_json, say};
use crate::{
    batch::{Batch, Progress, Shape, Stopped, words::Batch as Words},
    framework::builtin,
    keyed::fill,
};

const W: Words = Words::ENGLISH;

/// Said on standard error no more often.
const EVERY: Duration = Duration::from_secs(2);

/// Which contacts, and where the results go.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A table (.csv) with question ids and age, role and concerns as headings, or an object a line (.ndjson); - for
    /// standard input
    contacts: PathBuf,
    /// A file for the results, .csv or .ndjson; faults go to a .faults.csv beside it
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// A framework's folder, or the id of a built-in one; without it, the built-in Liverpool framework
    #[arg(long, value_name = "DIR|ID")]
    framework: Option<PathBuf>,
    /// A second framework over the same contacts, by folder or id: levels before and after
    #[arg(long, value_name = "DIR|ID")]
    against: Option<PathBuf>,
    /// Print the counts as JSON on standard output
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> Result<(), Failure> {
    let Args { contacts, out, framework, against, json } = args;
    let results = shape(out).ok_or_else(|| {
        Failure::Usage("the ending of --out names no format: use .csv or .ndjson".to_owned())
    })?;
    let faults = beside(out);
    let piped = contacts.as_os_str() == "-";
    for path in [out, &faults] {
        if !piped && super::assess::same_file(path, contacts) {
            return Err(Failure::Input(
                "the result would take the place of the contacts: choose another file for --out".to_owned(),
            ));
        }
    }
    let framework = named(framework.as_ref())?.framework;
    let against = against.as_ref().map(|against| named(Some(against))).transpose()?;
    let against = against.as_ref().map(|opened| &opened.framework);
    let unread = |fault: io::Error| {
        Failure::Access(format!("the contacts could not be read: {fault}: {}", contacts.display()))
    };
    let (input, size): (Box<dyn Read>, u64) = if piped {
        (Box::new(io::stdin().lock()), 0)
    } else {
        let file = File::open(contacts).map_err(unread)?;
        let about = file.metadata().map_err(unread)?;
        if about.is_dir() {
            return Err(unread(io::ErrorKind::IsADirectory.into()));
        }
        (Box::new(file), about.len())
    };
    let (results_file, faults_file) = (Half::new(out)?, Half::new(&faults)?);
    let batch = Batch { framework: &framework, against, shape: shape(contacts), results };
    let mut told = Duration::ZERO;
    let progress = |now: Progress| {
        if now.since >= told + EVERY {
            told = now.since;
            tell(now, size);
        }
    };
    let totals =
        batch.run(input, &results_file.file, &faults_file.file, progress).map_err(|why| match why {
            Stopped::Unusable(words) => Failure::Input(words),
            Stopped::Reading(fault) => unread(fault),
            Stopped::Writing(fault) => Failure::Access(format!("the results could not be written: {fault}")),
        })?;
    results_file.keep()?;
    faults_file.keep()?;
    if *json {
        put_json(&totals.to_json(&framework, against))?;
    }
    for line in totals.lines(&framework, against) {
        say(&line);
    }
    if totals.faults > 0 {
        let shown = faults.display().to_string();
        say(&fill(W.faults_in, &[&totals.faults.to_string(), &shown]));
    }
    match totals.stopped {
        Some(fault) => Err(unread(io::Error::other(fault))),
        None if totals.faults > 0 || totals.rows == 0 => Err(Failure::Faults),
        None => Ok(()),
    }
}

fn tell(now: Progress, size: u64) {
    #[expect(clippy::cast_precision_loss, reason = "a rate without digits")]
    let rate = now.rows as f64 / now.since.as_secs_f64().max(f64::MIN_POSITIVE);
    let done = fill(W.progress, &[&now.rows.to_string(), &format!("{rate:.0}")]);
    match (now.read * 100).checked_div(size) {
        Some(percent) => say(&fill(W.progress_part, &[&done, &percent.min(100).to_string()])),
        None => say(&done),
    }
}

/// A framework by its folder, or by the id of a built-in one.
pub(super) fn named(name: Option<&PathBuf>) -> Result<super::Opened, Failure> {
    match name {
        None => open(None, builtin::FIRST),
        Some(name) => match name.to_str().filter(|id| !name.is_dir() && builtin::ids().contains(id)) {
            Some(id) => open(None, id),
            None => open(Some(name), ""),
        },
    }
}

fn shape(path: &Path) -> Option<Shape> {
    let ending = path.extension().and_then(OsStr::to_str)?;
    match ending.to_ascii_lowercase().as_str() {
        "csv" | "tsv" => Some(Shape::Table),
        "ndjson" | "jsonl" => Some(Shape::Objects),
        _ => None,
    }
}

/// `results.faults.csv` beside `results.csv`.
fn beside(out: &Path) -> PathBuf {
    out.with_extension("faults.csv")
}

/// A file that takes its place only when it is whole.
struct Half<'a> {
    file: NamedTempFile,
    path: &'a Path,
}

impl<'a> Half<'a> {
    fn new(path: &'a Path) -> Result<Self, Failure> {
        // What is no plain file, such as a device, is never replaced.
        if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
            return Err(Failure::Access(format!("the results cannot be written there: {}", path.display())));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = NamedTempFile::new_in(folder).map_err(|fault| unwritten(&fault, path))?;
        Ok(Self { file, path })
    }

    fn keep(self) -> Result<(), Failure> {
        self.file.as_file().sync_all().map_err(|fault| unwritten(&fault, self.path))?;
        self.file.persist(self.path).map(|_file| ()).map_err(|fault| unwritten(&fault.error, self.path))
    }
}

fn unwritten(fault: &io::Error, path: &Path) -> Failure {
    Failure::Access(format!("the results could not be written: {fault}: {}", path.display()))
}
