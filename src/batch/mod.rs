//! Many contacts at once: rows in, a result for each, and what could not be read set apart.
//!
//! Rows are read, assessed and written in blocks, so that a file of any size takes the same room. A row says the same as
//! a case with its answers: columns are called by the ids of questions, and by `age`, `role` and `concerns`; an empty
//! cell was not asked. Where no column tells the concerns, those are looked at of which a question is answered.

mod objects;
mod plan;
mod rows;
mod source;
mod totals;
pub mod words;
mod write;

use std::{
    collections::HashSet,
    io::{self, Read, Write},
    time::{Duration, Instant},
};

use serde_json::error::Category;

use self::{
    objects::{Held, Object},
    plan::{AGE, CONCERNS, Column, Draft, Plan, ROLE, Value},
    rows::{Broken, Row, Rows},
    source::Source,
    words::W,
    write::Writer,
};
pub use self::{rows::Shape, totals::Totals};
use crate::{
    assess::many::{self, Contact},
    framework::Framework,
    keyed::fill,
};

/// How many rows are assessed together.
const BLOCK: usize = 1024;

/// How many names that are no question are told.
const MOST_UNKNOWN: usize = 1000;

/// Why there is no result at all.
#[derive(Debug, thiserror::Error)]
pub enum Stopped {
    /// In words, for whoever made the file.
    #[error("{0}")]
    Unusable(String),
    /// The file could not be read at its beginning.
    #[error("{0}")]
    Reading(io::Error),
    /// A result could not be written.
    #[error("{0}")]
    Writing(io::Error),
}

/// How far it has come.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    pub rows: u64,
    /// Bytes of the input.
    pub read: u64,
    pub since: Duration,
}

/// What to do.
pub struct Batch<'f> {
    pub framework: &'f Framework,
    /// A second framework over the same contacts.
    pub against: Option<&'f Framework>,
    /// How the input is written; none where its first sign tells.
    pub shape: Option<Shape>,
    /// How the results are written.
    pub results: Shape,
}

impl Batch<'_> {
    /// Reads every contact, writes what it comes to, and sets faults apart.
    ///
    /// # Errors
    /// Where nothing of the input can be used, or a result cannot be written. Where reading stops later, what was read
    /// until then is done, and [`Totals::stopped`] says so.
    pub fn run(
        &self,
        input: impl Read,
        results: impl Write,
        faults: impl Write,
        mut progress: impl FnMut(Progress),
    ) -> Result<Totals, Stopped> {
        let began = Instant::now();
        let source = Source::new(input).map_err(Stopped::Reading)?;
        let source = source.map_err(|_no_text| Stopped::Unusable(W.no_text_file.to_owned()))?;
        let Some(sign) = source.first_sign() else { return Err(Stopped::Unusable(W.empty_file.to_owned())) };
        let shape = self.shape.unwrap_or(if sign == b'{' { Shape::Objects } else { Shape::Table });
        let frameworks = std::iter::once(self.framework).chain(self.against);
        let plans: Option<Vec<Plan<'_>>> = frameworks.map(Plan::new).collect();
        let plans = plans.ok_or_else(|| Stopped::Unusable(W.too_large.to_owned()))?;
        let mut rows = Rows::new(source, shape).map_err(Stopped::Reading)?;
        let mut run = Run {
            plans: &plans,
            columns: Vec::new(),
            concerns_told: false,
            unknown: HashSet::new(),
            block: Vec::with_capacity(BLOCK),
            totals: Totals::new(self.framework, self.against),
            out: Writer::new(results, faults, self.results, &plans).map_err(Stopped::Writing)?,
        };
        if shape == Shape::Table {
            run.headings(&mut rows)?;
        }
        loop {
            let next = match rows.next() {
                Ok(Some(next)) => next,
                Ok(None) => break,
                Err(fault) => {
                    run.fault("", "", &fill(W.read_fault, &[&fault.to_string()]))?;
                    run.totals.stopped = Some(fault.to_string());
                    break;
                }
            };
            run.row(next, &rows, shape)?;
            if run.block.len() == BLOCK {
                run.flush()?;
                progress(Progress { rows: run.totals.rows, read: rows.read(), since: began.elapsed() });
            }
        }
        if rows.unended && shape == Shape::Table {
            run.note(&run.totals.last_row.to_string(), "", W.unended)?;
        }
        run.flush()?;
        run.out.finish().map_err(Stopped::Writing)?;
        run.totals.took = began.elapsed();
        Ok(run.totals)
    }
}

/// A row that waits to be assessed, under each framework that it can be read by.
struct Waiting {
    row: u64,
    contacts: Vec<Option<Contact>>,
}

/// A batch on its way.
struct Run<'a, 'f, R: Write, F: Write> {
    plans: &'a [Plan<'f>],
    /// Of a table: how each column is called, and what it is under each framework.
    columns: Vec<(String, Vec<Option<Column>>)>,
    /// Of a table: some column tells the concerns.
    concerns_told: bool,
    /// Names of objects that were told to be no question.
    unknown: HashSet<String>,
    block: Vec<Waiting>,
    totals: Totals,
    out: Writer<R, F>,
}

impl<R: Write, F: Write> Run<'_, '_, R, F> {
    fn note(&mut self, row: &str, column: &str, why: &str) -> Result<(), Stopped> {
        self.out.fault(row, column, why).map_err(Stopped::Writing)
    }

    fn fault(&mut self, row: &str, column: &str, why: &str) -> Result<(), Stopped> {
        self.totals.faults += 1;
        self.note(row, column, why)
    }

    /// Reads a table's first row, and tells what in it is no column.
    fn headings(&mut self, rows: &mut Rows<impl Read>) -> Result<(), Stopped> {
        let headings: Vec<String> = match rows.next().map_err(Stopped::Reading)? {
            Some((_, Row::Read)) => {
                rows.cells().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect()
            }
            Some(_) => return Err(Stopped::Unusable(W.no_columns.to_owned())),
            None => return Err(Stopped::Unusable(W.empty_file.to_owned())),
        };
        let found = |name: &String| self.plans.iter().map(|plan| plan.column(name)).collect::<Vec<_>>();
        let columns: Vec<Vec<Option<Column>>> = headings.iter().map(found).collect();
        let is_question = |column: &Vec<Option<Column>>| matches!(column[0], Some(Column::Question(_)));
        if !columns.iter().any(is_question) {
            return Err(Stopped::Unusable(W.no_columns.to_owned()));
        }
        for (at, (heading, column)) in headings.iter().zip(&columns).enumerate() {
            let called = plan::called(heading, at);
            match column[0] {
                None if heading.is_empty() => {}
                None => self.unknown(0, "1", &called, heading)?,
                Some(_) if columns[..at].iter().any(|other| other[0] == column[0]) => {
                    self.fault("1", &called, W.doubled)?;
                }
                Some(_) => {}
            }
            if column.len() > 1 && column[1].is_none() && column[0].is_some() {
                self.unknown(1, "1", &called, heading)?;
            }
        }
        for (name, column) in [(AGE, Column::Age), (ROLE, Column::Role)] {
            if !columns.iter().any(|found| found[0] == Some(column)) {
                self.note("1", name, W.missing)?;
            }
        }
        self.concerns_told = columns.iter().any(|found| found[0] == Some(Column::Concerns));
        let called = headings.iter().enumerate().map(|(at, heading)| plan::called(heading, at));
        self.columns = called.zip(columns).collect();
        Ok(())
    }

    /// A name that is no question of one of the frameworks. Of the second it is no fault: editions differ.
    fn unknown(&mut self, plan: usize, row: &str, called: &str, name: &str) -> Result<(), Stopped> {
        let why = match self.plans[plan].meant(name) {
            Some(meant) => fill(W.unknown_meant, &[meant]),
            None => W.unknown.to_owned(),
        };
        if plan == 0 {
            self.fault(row, called, &why)
        } else {
            self.totals.strange += 1;
            self.note(row, called, &fill(W.in_other, &[W.unknown]))
        }
    }

    fn row(&mut self, (no, row): (u64, Row), rows: &Rows<impl Read>, shape: Shape) -> Result<(), Stopped> {
        let number = no.to_string();
        if matches!(row, Row::Read)
            && shape == Shape::Table
            && rows.cells().all(|c| c.trim_ascii().is_empty())
        {
            self.totals.blank += 1;
            return Ok(());
        }
        self.totals.rows += 1;
        self.totals.last_row = no;
        let faulty = match (row, shape) {
            (Row::Faulty(why), _) => Some(match why {
                Broken::Long => W.long.to_owned(),
                Broken::Quote => W.quote.to_owned(),
                Broken::Cut => W.cut.to_owned(),
            }),
            (Row::Read, Shape::Table) => self.cells(no, &number, rows)?,
            (Row::Read, Shape::Objects) => self.object(no, &number, rows.line(), rows.unended)?,
        };
        if let Some(why) = faulty {
            self.totals.apart += 1;
            self.fault(&number, "", &why)?;
        }
        Ok(())
    }

    /// Reads a table's row; gives why it is none.
    fn cells(&mut self, no: u64, number: &str, rows: &Rows<impl Read>) -> Result<Option<String>, Stopped> {
        let mut many = 0;
        let mut zeros = false;
        for (at, cell) in rows.cells().enumerate() {
            if at < self.columns.len() || !cell.trim_ascii().is_empty() {
                many = at + 1;
            }
            zeros |= cell.contains(&0);
        }
        if zeros {
            return Ok(Some(W.zeros.to_owned()));
        }
        if many < self.columns.len() {
            return Ok(Some(if rows.unended { W.cut } else { W.short }.to_owned()));
        }
        if many > self.columns.len() {
            return Ok(Some(W.too_many.to_owned()));
        }
        let mut drafts: Vec<Option<Draft>> =
            self.plans.iter().map(|_| Some(Draft::new(self.concerns_told))).collect();
        let mut faults = Vec::new();
        for ((called, column), cell) in self.columns.iter().zip(rows.cells()) {
            let cell = cell.trim_ascii();
            if !cell.is_empty() {
                take(self.plans, &mut drafts, column, &Value::Text(cell), called, &mut faults);
            }
        }
        self.taken(no, number, drafts, &faults)
    }

    /// Reads a line's object; gives why it is none.
    fn object(
        &mut self,
        no: u64,
        number: &str,
        line: &[u8],
        unended: bool,
    ) -> Result<Option<String>, Stopped> {
        if line.contains(&0) {
            return Ok(Some(W.zeros.to_owned()));
        }
        let object: Object = match serde_json::from_slice(line) {
            Ok(object) => object,
            Err(fault) if fault.classify() == Category::Eof && unended => return Ok(Some(W.cut.to_owned())),
            Err(_) if std::str::from_utf8(line).is_err() => return Ok(Some(W.no_text.to_owned())),
            // Its own words can quote what stands there.
            Err(fault) => {
                return Ok(Some(fill(W.no_object, &[&fill(W.column_at, &[&fault.column().to_string()])])));
            }
        };
        let mut drafts: Vec<Option<Draft>> = self.plans.iter().map(|_| Some(Draft::new(false))).collect();
        let mut faults = Vec::new();
        for (at, (name, held)) in object.0.iter().enumerate() {
            let column: Vec<Option<Column>> = self.plans.iter().map(|plan| plan.column(name)).collect();
            let called = plan::called(name, at);
            if column[0].is_none() {
                if self.unknown.len() < MOST_UNKNOWN && self.unknown.insert(name.clone()) {
                    self.unknown(0, number, &called, name)?;
                    if self.unknown.len() == MOST_UNKNOWN {
                        self.note(number, "", &fill(W.many_unknown, &[&MOST_UNKNOWN.to_string()]))?;
                    }
                }
                continue;
            }
            if object.0[..at].iter().any(|(other, _)| other == name) {
                faults.push((0, called, W.twice.to_owned()));
                drafts[0] = None;
                continue;
            }
            let value = match held {
                Held::Nothing => continue,
                Held::Text(text) if text.trim().is_empty() => continue,
                Held::Text(text) => Value::Text(text.trim().as_bytes()),
                Held::Number(n) => Value::Number(*n),
                Held::Truth(yes) => Value::Truth(*yes),
                Held::List(texts) => Value::List(texts.clone()),
                Held::Other => Value::Other,
            };
            take(self.plans, &mut drafts, &column, &value, &called, &mut faults);
        }
        self.taken(no, number, drafts, &faults)
    }

    /// Keeps a row that was read for the block, or tells its faults.
    fn taken(
        &mut self,
        no: u64,
        number: &str,
        drafts: Vec<Option<Draft>>,
        faults: &[(usize, String, String)],
    ) -> Result<Option<String>, Stopped> {
        for (plan, called, why) in faults {
            let why = if *plan == 0 { why.clone() } else { fill(W.in_other, &[why]) };
            self.fault(number, called, &why)?;
        }
        if drafts[0].is_none() {
            self.totals.apart += 1;
            return Ok(None);
        }
        let contacts =
            self.plans.iter().zip(drafts).map(|(plan, draft)| draft.map(|draft| plan.contact(draft)));
        self.block.push(Waiting { row: no, contacts: contacts.collect() });
        Ok(None)
    }

    /// Assesses the rows that wait, and writes what they come to.
    fn flush(&mut self) -> Result<(), Stopped> {
        let began = Instant::now();
        let mut found = Vec::new();
        for (at, plan) in self.plans.iter().enumerate() {
            let there: Vec<usize> =
                (0..self.block.len()).filter(|&row| self.block[row].contacts[at].is_some()).collect();
            let contacts: Vec<Contact> =
                self.block.iter_mut().filter_map(|waiting| waiting.contacts[at].take()).collect();
            let mut of_plan = vec![None; self.block.len()];
            for (row, outcome) in there.into_iter().zip(many::outcomes(plan.framework, &contacts)) {
                of_plan[row] = Some(outcome);
            }
            found.push(of_plan);
        }
        self.totals.evaluating += began.elapsed();
        for (at, waiting) in self.block.iter().enumerate() {
            let of_row = found.iter().map(|of_plan| of_plan[at].as_ref());
            self.totals.count(self.plans, of_row.clone());
            self.out.result(waiting.row, self.plans, of_row).map_err(Stopped::Writing)?;
        }
        self.block.clear();
        Ok(())
    }
}

/// Takes a cell under each framework; a framework that cannot read it drops its draft.
fn take(
    plans: &[Plan<'_>],
    drafts: &mut [Option<Draft>],
    column: &[Option<Column>],
    value: &Value<'_>,
    called: &str,
    faults: &mut Vec<(usize, String, String)>,
) {
    // Under the first framework every fault of a row is told, so a draft with faults is read on.
    let mut first_fails = false;
    for (at, (plan, column)) in plans.iter().zip(column).enumerate() {
        let Some(column) = column else { continue };
        let mut spare = Draft::new(false);
        let draft = drafts[at].as_mut().unwrap_or(&mut spare);
        if let Err(why) = plan.take(draft, *column, value) {
            // What no framework can read is told once.
            if !(at > 0 && first_fails) {
                faults.push((at, called.to_owned(), why));
            }
            first_fails |= at == 0;
            drafts[at] = None;
        }
    }
}

/// The columns that are no question, for a list of what can stand there.
pub const CONTEXTS: [&str; 3] = [AGE, ROLE, CONCERNS];

#[cfg(test)]
mod tests;
