//! `handbook`: a framework as a handbook, or as one sheet for the wall.

use std::path::PathBuf;

use jiff::{Zoned, civil::Date};

use super::{Failure, format_of, open, parse_date, put, say};
use crate::{framework::builtin, handbook, paper::format, system_fonts::SystemFonts};

/// Which framework to print, and as what.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A framework's folder; without it, the built-in Liverpool framework
    dir: Option<PathBuf>,
    /// One sheet for the wall (A3) in place of the handbook
    #[arg(long)]
    matrix: bool,
    /// The day on which telephone numbers must have been checked; without it, today
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    on: Option<Date>,
    /// The file to write; its ending chooses the format, such as .pdf or .docx
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub fn run(args: &Args) -> Result<(), Failure> {
    let kind = format_of(&args.out)?;
    let framework = open(args.dir.as_ref(), builtin::FIRST)?.framework;
    let fonts = SystemFonts::default();
    let refused = |fault: format::WriteError| Failure::Access(fault.to_string());
    let document = if args.matrix {
        let fits = |sheet: &_| Ok(format::pages(sheet, &fonts)? <= 1);
        let wall = handbook::wall(&framework, fits).map_err(refused)?;
        say(&format!("{} of {} signs stand on the sheet", wall.shown, wall.all));
        wall.document
    } else {
        handbook::handbook(&framework, args.on.unwrap_or_else(|| Zoned::now().date()))
    };
    let bytes = format::write_with(&document, kind, &fonts).map_err(refused)?;
    put(&bytes, Some(&args.out))
}
