//! `compare`: two editions of a framework, what changed, and which cases move.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{Failure, batch::named, put, put_json};
use crate::{
    case::file::{self, CaseError},
    editions::{
        Told,
        cases::worked,
        compare,
        report::{lines, to_json},
        words::Editions,
    },
    keyed::fill,
};

/// Which editions, and which cases.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The older edition: its folder, or the id of a built-in framework
    old: PathBuf,
    /// The newer edition: its folder, or the id of a built-in framework
    new: PathBuf,
    /// A folder of practitioners' cases, beside the worked cases of both editions
    #[arg(long, value_name = "DIR")]
    cases: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> Result<(), Failure> {
    let (old, new) = (named(Some(&args.old))?, named(Some(&args.new))?);
    let mut told = worked(&old.cases, &new.cases, |id| fill(Editions::ENGLISH.both, &[id]));
    if let Some(folder) = &args.cases {
        told.extend(practitioners(folder)?);
    }
    let compared = compare(&old.framework, &new.framework, told);
    if args.json {
        put_json(&to_json(&old.framework, &new.framework, &compared))?;
    } else {
        let mut text = lines(&old.framework, &new.framework, &compared).join("\n");
        text.push('\n');
        put(text.as_bytes(), None)?;
    }
    if compared.cases.faulty.is_empty() { Ok(()) } else { Err(Failure::Faults) }
}

/// The case files of a folder, by their names; none of its folders.
fn practitioners(folder: &Path) -> Result<Vec<Told>, Failure> {
    let unread = |fault: std::io::Error| {
        Failure::Access(format!("the cases could not be read: {fault}: {}", folder.display()))
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if matches!(ending, "ron" | "lon") {
            paths.push(path);
        }
    }
    paths.sort();
    let told = |path: PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Told { name, case: file::open(&path) as Result<_, CaseError> }
    };
    Ok(paths.into_iter().map(told).collect())
}
