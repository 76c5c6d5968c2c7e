//! What a batch adds up to: levels, pathways, duties, and where two frameworks part.

use std::time::Duration;

use serde_json::{Value, json};

use super::{plan::Plan, words::W};
use crate::{assess::many::Outcome, framework::Framework, keyed::fill};

/// Counts of a whole batch.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    /// Rows in which something stands, with and without faults.
    pub rows: u64,
    /// Rows that were set apart.
    pub apart: u64,
    pub blank: u64,
    /// Faults that were told, of rows and of columns.
    pub faults: u64,
    /// Why reading stopped before the end.
    pub stopped: Option<String>,
    pub took: Duration,
    /// The part of it in which rules were put to answers.
    pub evaluating: Duration,
    /// Columns that the second framework does not know.
    pub(super) strange: u64,
    pub(super) last_row: u64,
    /// Those with a result, by what is established: first those that must consult, then by level.
    levels: Vec<u64>,
    pathways: Vec<u64>,
    duties: Vec<u64>,
    /// By level before and after, each beginning with *consult*; empty where there is one framework.
    matrix: Vec<Vec<u64>>,
}

impl Totals {
    pub(super) fn new(framework: &Framework, against: Option<&Framework>) -> Self {
        let after = |other: &Framework| vec![vec![0; other.levels.len() + 1]; framework.levels.len() + 1];
        Self {
            levels: vec![0; framework.levels.len() + 1],
            pathways: vec![0; framework.pathways.len()],
            duties: vec![0; framework.duties.len()],
            matrix: against.map(after).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// Counts what a row came to under each framework.
    pub(super) fn count<'o>(
        &mut self,
        plans: &[Plan<'_>],
        mut found: impl Iterator<Item = Option<&'o Outcome>>,
    ) {
        let place = |plan: usize, outcome: &Outcome| {
            outcome.lowest.map_or(0, |lowest| plans[plan].framework[lowest].level.0 + 1)
        };
        let Some(first) = found.next().flatten() else { return };
        self.levels[place(0, first)] += 1;
        if let Some(lowest) = first.lowest {
            self.pathways[lowest.0] += 1;
        }
        for duty in &first.duties {
            self.duties[duty.0] += 1;
        }
        if let Some(second) = found.next().flatten() {
            self.matrix[place(0, first)][place(1, second)] += 1;
        }
    }

    /// Rows that came to a result.
    pub fn done(&self) -> u64 {
        self.levels.iter().sum()
    }

    /// The share of the time that evaluation took, in percent.
    pub fn share(&self) -> f64 {
        100.0 * self.evaluating.as_secs_f64() / self.took.as_secs_f64().max(f64::MIN_POSITIVE)
    }

    /// Everything in words, a line each.
    pub fn lines(&self, framework: &Framework, against: Option<&Framework>) -> Vec<String> {
        let done = self.done();
        let mut lines =
            vec![fill(W.rows, &[&self.rows.to_string(), &done.to_string(), &self.apart.to_string()])];
        if self.blank > 0 {
            lines.push(fill(W.blank, &[&self.blank.to_string()]));
        }
        if self.rows == 0 {
            lines.push(W.no_rows.to_owned());
            return lines;
        }
        let count = |(name, n): (String, u64)| {
            let share = format!("{:.1}", percent(n, done));
            fill(W.count, &[&name, &n.to_string(), &share])
        };
        lines.push(W.by_level.to_owned());
        lines.extend(names(framework).into_iter().zip(self.levels.iter().copied()).map(count));
        lines.push(W.by_pathway.to_owned());
        let titles = framework.pathways.iter().map(|pathway| pathway.title.clone());
        lines.extend(titles.zip(self.pathways.iter().copied()).map(count));
        lines.push(W.by_duty.to_owned());
        let titles = framework.duties.iter().map(|duty| duty.title.clone());
        let there = titles.zip(self.duties.iter().copied()).filter(|(_, n)| *n > 0);
        lines.extend(there.map(count));
        if self.duties.iter().all(|n| *n == 0) {
            lines.push(W.no_duties.to_owned());
        }
        if let Some(against) = against {
            lines.extend(self.before_after(framework, against));
        }
        #[expect(clippy::cast_precision_loss, reason = "a rate to one digit")]
        let rate = self.rows as f64 / self.took.as_secs_f64().max(f64::MIN_POSITIVE);
        let share = format!("{:.1}", self.share());
        let took = format!("{:.2}", self.took.as_secs_f64());
        lines.push(fill(W.time, &[&share, &took, &format!("{rate:.0}")]));
        lines
    }

    fn before_after(&self, framework: &Framework, against: &Framework) -> Vec<String> {
        let edition = |f: &Framework| fill(W.edition, &[&f.about.title, &f.about.edition]);
        let mut lines = vec![fill(W.before_after, &[&edition(framework), &edition(against)])];
        lines.extend(table(&names(framework), &names(against), &self.matrix));
        let there: u64 = self.matrix.iter().flatten().sum();
        let left_out = (self.done() - there).to_string();
        lines.push(fill(W.left_out, &[&left_out, &self.strange.to_string()]));
        if framework.levels.len() == against.levels.len() {
            let (mut up, mut down, mut same, mut consult) = (0, 0, 0, 0);
            for (before, row) in self.matrix.iter().enumerate() {
                for (after, n) in row.iter().enumerate() {
                    match (before, after) {
                        _ if before == after => same += n,
                        (0, _) | (_, 0) => consult += n,
                        _ if after > before => up += n,
                        _ => down += n,
                    }
                }
            }
            let counts = [up, down, same, consult].map(|n: u64| n.to_string());
            lines.push(fill(W.moved, &[&counts[0], &counts[1], &counts[2], &counts[3]]));
        }
        lines
    }

    /// The same for a script.
    pub fn to_json(&self, framework: &Framework, against: Option<&Framework>) -> Value {
        let about = |f: &Framework| {
            let about = &f.about;
            json!({ "id": about.id, "edition": about.edition, "fingerprint": about.fingerprint })
        };
        let level = |(at, n): (usize, &u64)| json!({ "level": at.checked_sub(1).map(|at| &framework.levels[at].id), "rows": n });
        let pathways = framework.pathways.iter().zip(&self.pathways);
        let duties = framework.duties.iter().zip(&self.duties).filter(|(_, n)| **n > 0);
        json!({
            "schema": 1,
            "framework": about(framework),
            "against": against.map(about),
            "rows": self.rows,
            "done": self.done(),
            "set_apart": self.apart,
            "faults": self.faults,
            "stopped": self.stopped,
            "levels": self.levels.iter().enumerate().map(level).collect::<Vec<_>>(),
            "pathways": pathways.map(|(p, n)| json!({ "pathway": p.id, "rows": n })).collect::<Vec<_>>(),
            "duties": duties.map(|(d, n)| json!({ "duty": d.id, "rows": n })).collect::<Vec<_>>(),
            "matrix": against.map(|other| json!({
                "before": ids(framework), "after": ids(other), "rows": self.matrix,
            })),
            "seconds": self.took.as_secs_f64(),
            "evaluation_percent": self.share(),
        })
    }
}

/// `consult`, then the levels.
fn names(framework: &Framework) -> Vec<String> {
    let levels = framework.levels.iter().map(|level| level.label.clone());
    std::iter::once(W.consult.to_owned()).chain(levels).collect()
}

fn ids(framework: &Framework) -> Vec<Option<&str>> {
    std::iter::once(None).chain(framework.levels.iter().map(|level| Some(level.id.as_str()))).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a share to one digit")]
fn percent(n: u64, of: u64) -> f64 {
    100.0 * n as f64 / of.max(1) as f64
}

/// A matrix in lines, its columns under their names.
fn table(down: &[String], across: &[String], matrix: &[Vec<u64>]) -> Vec<String> {
    let wide = |text: &str| text.chars().count();
    let first = down.iter().map(|name| wide(name)).max().unwrap_or(0);
    let mut widths: Vec<usize> = across.iter().map(|name| wide(name)).collect();
    for row in matrix {
        for (width, n) in widths.iter_mut().zip(row) {
            *width = (*width).max(n.to_string().len());
        }
    }
    let line = |name: &str, cells: Vec<String>| {
        let cells = cells.iter().zip(&widths).map(|(cell, &width)| format!("  {cell:>width$}"));
        format!("  {name:<first$}{}", cells.collect::<String>())
    };
    let head = line("", across.to_vec());
    let rows =
        down.iter().zip(matrix).map(|(name, row)| line(name, row.iter().map(u64::to_string).collect()));
    std::iter::once(head).chain(rows).collect()
}
