//! `training-papers`: what a trainer prints for a room.

use std::{fs, path::PathBuf};

use jiff::civil::Date;

use super::{Failure, open, parse_date, put, say};
use crate::{
    framework::builtin,
    paper::format::{self, Format},
    system_fonts::SystemFonts,
    training::{
        papers::{Paper, Room},
        session::Scale,
        story::{Stories, Story},
    },
};

/// Which stories, and where to put the papers.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A framework's folder; without it, the built-in Liverpool framework
    dir: Option<PathBuf>,
    /// The worked cases to tell, in this order: their ids, with commas between them
    #[arg(long, value_name = "ID,ID", value_delimiter = ',', required = true)]
    cases: Vec<String>,
    /// Vote on pathways in place of levels
    #[arg(long)]
    pathways: bool,
    /// The day of the session, from which the follow-up counts
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    on: Option<Date>,
    /// What to write: pdf, docx, html, markdown or text
    #[arg(long, value_name = "FORMAT", default_value = "pdf", value_parser = format_named)]
    format: Format,
    /// The folder to write the papers into; it is made where there is none
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
}

fn format_named(name: &str) -> Result<Format, String> {
    Format::named(name).ok_or_else(|| {
        let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        format!("use one of {}", names.join(", "))
    })
}

pub fn run(args: &Args) -> Result<(), Failure> {
    let opened = open(args.dir.as_ref(), builtin::FIRST)?;
    let stories = Stories::read(&opened.cases);
    for (id, fault) in &stories.faulty {
        say(&format!("{id}: {fault}"));
    }
    let chosen: Vec<&Story> =
        args.cases.iter().map(|id| find(&stories, id.trim())).collect::<Result<_, _>>()?;
    let scale = if args.pathways { Scale::Pathways } else { Scale::Levels };
    let room = Room { framework: &opened.framework, stories: &chosen, scale, on: args.on };
    fs::create_dir_all(&args.out).map_err(|fault| {
        Failure::Access(format!("the folder could not be made: {fault}: {}", args.out.display()))
    })?;
    let fonts = SystemFonts::default();
    for paper in Paper::ALL {
        let document = paper.document(&room);
        let bytes = format::write_with(&document, args.format, &fonts)
            .map_err(|fault| Failure::Access(format!("{}: {fault}", paper.title())))?;
        let file = args.out.join(paper.file_name()).with_extension(args.format.extension());
        put(&bytes, Some(&file))?;
    }
    Ok(())
}

fn find<'a>(stories: &'a Stories, id: &str) -> Result<&'a Story, Failure> {
    stories.find(id).ok_or_else(|| {
        let known: Vec<&str> = stories.told.iter().map(|story| story.id.as_str()).collect();
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        Failure::Input(format!(
            "no worked case that tells a story is called \u{201c}{id}\u{201d} (there is: {known})"
        ))
    })
}
