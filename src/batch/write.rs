//! Results and faults as they are written: ids only, a row each.

use std::io::{self, BufWriter, Write};

use serde_json::json;

use super::{Shape, plan::Plan};
use crate::{
    assess::many::Outcome,
    framework::{Framework, model::PathwayIx},
};

/// What each row of results says, once for each framework.
const SAID: [&str; 6] =
    ["lowest_level", "lowest_pathway", "highest_level", "highest_pathway", "duties", "consult"];

/// Both files.
pub(super) struct Writer<R: Write, F: Write> {
    results: BufWriter<R>,
    faults: BufWriter<F>,
    shape: Shape,
}

impl<R: Write, F: Write> Writer<R, F> {
    pub fn new(results: R, faults: F, shape: Shape, plans: &[Plan<'_>]) -> io::Result<Self> {
        let (mut results, mut faults) = (BufWriter::new(results), BufWriter::new(faults));
        faults.write_all(b"row,column,why\n")?;
        if shape == Shape::Table {
            results.write_all(b"row")?;
            for prefix in ["", "against_"].iter().take(plans.len()) {
                for said in SAID {
                    write!(results, ",{prefix}{said}")?;
                }
            }
            results.write_all(b"\n")?;
        }
        Ok(Self { results, faults, shape })
    }

    /// What is wrong, and where; no cell's content.
    pub fn fault(&mut self, row: &str, column: &str, why: &str) -> io::Result<()> {
        writeln!(self.faults, "{row},{column},\"{}\"", why.replace('"', "\"\""))
    }

    /// What a row comes to under each framework; none where that framework could not read it.
    pub fn result<'o>(
        &mut self,
        row: u64,
        plans: &[Plan<'_>],
        found: impl Iterator<Item = Option<&'o Outcome>>,
    ) -> io::Result<()> {
        let found = plans.iter().map(|plan| plan.framework).zip(found);
        if self.shape == Shape::Table {
            write!(self.results, "{row}")?;
            for (framework, outcome) in found {
                self.cells(framework, outcome)?;
            }
            return self.results.write_all(b"\n");
        }
        let mut object = serde_json::Map::new();
        object.insert("row".to_owned(), json!(row));
        for (at, (framework, outcome)) in found.enumerate() {
            let value = outcome.map(|outcome| value(framework, outcome));
            match (at, value) {
                (0, Some(serde_json::Value::Object(said))) => object.extend(said),
                (0, _) => {}
                (_, value) => {
                    object.insert("against".to_owned(), json!(value));
                }
            }
        }
        serde_json::to_writer(&mut self.results, &object).map_err(io::Error::from)?;
        self.results.write_all(b"\n")
    }

    fn cells(&mut self, framework: &Framework, outcome: Option<&Outcome>) -> io::Result<()> {
        let Some(outcome) = outcome else { return self.results.write_all(b",,,,,,") };
        match outcome.lowest {
            Some(lowest) => {
                write!(self.results, ",{},{}", framework.level_of(lowest).id, framework[lowest].id)?;
            }
            None => self.results.write_all(b",,")?,
        }
        let highest = outcome.highest;
        write!(self.results, ",{},{},", framework.level_of(highest).id, framework[highest].id)?;
        for (at, duty) in outcome.duties.iter().enumerate() {
            if at > 0 {
                self.results.write_all(b" ")?;
            }
            write!(self.results, "{}", framework[*duty].id)?;
        }
        self.results.write_all(if outcome.lowest.is_none() { b",yes" } else { b",no" })
    }

    pub fn finish(&mut self) -> io::Result<()> {
        self.results.flush()?;
        self.faults.flush()
    }
}

/// The same words that `assess` gives to scripts.
fn value(framework: &Framework, outcome: &Outcome) -> serde_json::Value {
    let pathway = |p: PathwayIx| json!({ "level": framework.level_of(p).id, "pathway": framework[p].id });
    json!({
        "lowest": outcome.lowest.map(pathway),
        "highest": pathway(outcome.highest),
        "consult": outcome.lowest.is_none(),
        "duties": outcome.duties.iter().map(|&duty| &framework[duty].id).collect::<Vec<_>>(),
    })
}
