//! `agreement`: how far a table of ratings agrees.

use std::{
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use serde_json::{Map, Value, json};

use super::{Failure, Opened, format_of, open, put, put_json, say};
use crate::{
    assess::worked,
    paper::format::{self, Format},
    system_fonts::SystemFonts,
    training::{
        agreement::{
            alpha::Alpha,
            figure::{Figure, Measured, N, Why},
            guide::Guide,
            kappa::Weights,
            paper,
            report::{Item, Report, report},
            scale::Order,
            sheet::{self, Column, Fault, Sheet, What},
        },
        file::LARGEST,
    },
};

/// Which ratings, and what is known about them.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A table with the columns rater, case, item and value, as a spreadsheet saves it (CSV)
    ratings: PathBuf,
    /// A framework's folder, or the id of a built-in one: the order of values, and what its worked cases come to
    #[arg(long, value_name = "DIR|ID")]
    framework: Option<PathBuf>,
    /// Chooses the samples that the intervals are drawn from; the same number gives the same intervals
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
    /// Print every figure as JSON on standard output
    #[arg(long, conflicts_with = "out")]
    json: bool,
    /// A file to write in place of printing; its ending chooses the format, such as .pdf or .docx
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub fn run(args: &Args) -> Result<(), Failure> {
    let kind = args.out.as_deref().map_or(Ok(Format::Text), format_of)?;
    let bytes = ratings(&args.ratings).map_err(|fault| {
        Failure::Access(format!("the ratings could not be read: {fault}: {}", args.ratings.display()))
    })?;
    let opened = args.framework.as_ref().map(framework).transpose()?;
    let mut sheet = sheet::read(&bytes).map_err(|fault| Failure::Input(fault.words()))?;
    drop(bytes);
    let guide = match &opened {
        Some(Opened { framework, cases }) => {
            // A framework has hundreds of worked cases; those that nobody rated need not be read.
            let rated = |file: &&_| sheet.ratings.cases.find(worked::id_of(path_of(file))).is_some();
            let cases: Vec<_> = cases.iter().filter(rated).cloned().collect();
            Guide::new(framework, &cases)
        }
        None => Guide::default(),
    };
    let report = report(&sheet.ratings, &guide, args.seed);
    let outside = report.items.iter().flat_map(|item| &item.outside);
    let fault = |&row: &usize| Fault { row, column: Some(Column::Value), what: What::Outside };
    sheet.faults.extend(outside.map(fault));
    sheet.faults.sort_by_key(|fault| fault.row);
    if args.json {
        put_json(&to_json(&report, &sheet))?;
    } else {
        let refused = |fault: format::WriteError| Failure::Access(fault.to_string());
        let written = format::write_with(&paper::document(&report), kind, &SystemFonts::default());
        put(&written.map_err(refused)?, args.out.as_deref())?;
    }
    tell(&sheet);
    if sheet.faults.is_empty() { Ok(()) } else { Err(Failure::Faults) }
}

/// The table's bytes, and never more of them than a table of ratings can have. A pipe is read like a file.
fn ratings(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = |fault: io::Error| fault.to_string();
    File::open(path).map_err(read)?.take(LARGEST + 1).read_to_end(&mut bytes).map_err(read)?;
    if bytes.len() as u64 > LARGEST {
        return Err(format!("it is larger than {} MiB", LARGEST / 1024 / 1024));
    }
    Ok(bytes)
}

fn path_of(file: &crate::framework::SourceFile) -> &str {
    &file.path
}

/// A folder that is there is one; anything else is the id of a built-in framework.
fn framework(named: &PathBuf) -> Result<Opened, Failure> {
    if named.is_dir() { open(Some(named), "") } else { open(None, &named.to_string_lossy()) }
}

/// So many faults are told one by one; a whole column gone wrong need not be.
const TOLD: usize = 50;

fn tell(sheet: &Sheet) {
    if !sheet.ignored.is_empty() {
        say(&format!("note: columns that are not used: {}", sheet.ignored.join(", ")));
    }
    for fault in sheet.faults.iter().take(TOLD) {
        say(&fault.words());
    }
    if let Some(more) = sheet.faults.len().checked_sub(TOLD).filter(|more| *more > 0) {
        say(&format!("and {more} more rows with faults; --json lists them all"));
    }
}

fn to_json(report: &Report, sheet: &Sheet) -> Value {
    let fault = |fault: &Fault| {
        let column = fault.column.map(Column::name);
        json!({ "row": fault.row, "column": column, "message": fault.words() })
    };
    json!({
        "schema": 1,
        "rows": sheet.rows,
        "raters": report.raters,
        "cases": report.cases,
        "seed": report.seed,
        "draws": report.draws,
        "items": report.items.iter().map(|item| of_item(item, &report.cases)).collect::<Vec<_>>(),
        "missing": sheet.empty,
        "faults": sheet.faults.iter().map(fault).collect::<Vec<_>>(),
        "ignored": sheet.ignored,
    })
}

fn of_item(item: &Item, cases: &[String]) -> Value {
    let steps = &item.scale.steps;
    let id = |place: usize| steps.get(place).map_or("", |step| step.id.as_str());
    let order = match item.scale.order {
        Order::Given => "framework",
        Order::Numbers => "numbers",
        Order::None => "none",
    };
    let spreads: Vec<Value> = item
        .spreads
        .iter()
        .map(|spread| {
            let chosen: Map<String, Value> =
                spread.chosen.iter().map(|(place, count)| (id(*place).to_owned(), json!(count))).collect();
            json!({
                "case": cases.get(spread.case),
                "chosen": chosen,
                "most": id(spread.most),
                "same": spread.same,
                "within_one": spread.within_one,
                "all": spread.all,
            })
        })
        .collect();
    let cohen: Map<String, Value> = Weights::ALL
        .iter()
        .zip(item.cohen)
        .map(|(weights, kappa)| {
            (weights.name().to_owned(), measured(kappa, |kappa| json!({ "value": kappa })))
        })
        .collect();
    json!({
        "item": item.id,
        "title": item.title,
        "order": order,
        "values": steps.iter().map(|step| step.id.as_str()).collect::<Vec<_>>(),
        "rated": n(item.rated),
        "few": item.few(),
        "not_sure": item.not_sure,
        "outside": item.outside.len(),
        "pairs": measured(item.pairs, |pairs| {
            json!({ "same": pairs.same, "within_one": pairs.within_one, "all": pairs.all })
        }),
        "expected": measured(item.expected, |found| {
            json!({
                "same": found.same,
                "within_one": found.within_one,
                "all": found.all,
                "contested_left_out": found.contested,
            })
        }),
        "cohen": cohen,
        "fleiss": measured(item.fleiss, |kappa| json!({ "value": kappa })),
        "krippendorff": {
            "nominal": measured(item.nominal, of_alpha),
            "ordinal": measured(item.ordinal, of_alpha),
        },
        "by_case": spreads,
    })
}

fn of_alpha(alpha: Alpha) -> Value {
    let interval = match alpha.interval {
        Figure::Known(found) => {
            json!({ "low": found.low, "high": found.high, "draws": found.draws, "without": found.without })
        }
        Figure::NotDefined(why) => not_defined(why),
    };
    json!({ "value": alpha.alpha, "interval": interval })
}

/// A figure with what it stands on, or why there is none.
fn measured<T>(measured: Measured<T>, said: impl FnOnce(T) -> Value) -> Value {
    let mut value = match measured.figure {
        Figure::Known(value) => said(value),
        Figure::NotDefined(why) => not_defined(why),
    };
    value["n"] = n(measured.n);
    value
}

fn not_defined(why: Why) -> Value {
    json!({ "not_defined": why.name(), "message": why.words() })
}

fn n(n: N) -> Value {
    json!({ "raters": n.raters, "cases": n.cases, "values": n.values })
}
