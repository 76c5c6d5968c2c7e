//! A child's answers at both ends of what is known, in every context that is possible.

use super::{assessment::Reason, evaluate::Engine, facts::Facts};
use crate::{
    case::ChildNo,
    framework::{
        condition::Cell,
        lanes::{LANES, Lanes, Run, Sheets},
        model::{PathwayIx, RoleIx, RuleIx},
    },
};

/// Both ends, ready for the many conditions that are put to them.
pub(super) struct Ends<'a> {
    /// As many contexts as lie side by side, and then the next.
    parts: Vec<Part<'a>>,
}

struct Part<'a> {
    cells: Vec<Cell>,
    /// What is not known stands at its least worrying step.
    least: Run<'a>,
    /// What is not known and in scope stands at its most worrying step.
    most: Run<'a>,
}

impl<'a> Ends<'a> {
    /// Puts the rules to the same answers in each context.
    pub fn new(cells: &[Cell], least: &Sheets<'a>, most: &Sheets<'a>) -> Self {
        let run = |cells: &[Cell], sheets: &Sheets<'a>| {
            let mut sheets = sheets.clone();
            for (lane, cell) in cells.iter().enumerate() {
                sheets.set_cell(lane, *cell);
            }
            sheets.run()
        };
        let part =
            |cells: &[Cell]| Part { cells: cells.to_vec(), least: run(cells, least), most: run(cells, most) };
        Self { parts: cells.chunks(LANES).map(part).collect() }
    }

    /// What is established: the least in every context that is possible.
    pub fn lowest(&self, engine: &Engine<'_>) -> PathwayIx {
        self.weakest().map_or(engine.framework.first_pathway(), |(lowest, ..)| lowest)
    }

    /// The highest that the unknowns still allow, in any context that is possible.
    pub fn highest(&self, engine: &Engine<'_>) -> PathwayIx {
        let all = self.parts.iter().flat_map(|part| part.most.results(part.cells.len()));
        all.max().unwrap_or(engine.framework.first_pathway())
    }

    /// The first context with the least result.
    fn weakest(&self) -> Option<(PathwayIx, &Part<'a>, usize)> {
        let of = |part: &Part<'a>| part.least.results(part.cells.len()).enumerate().collect::<Vec<_>>();
        let all = self.parts.iter().flat_map(|part| of(part).into_iter().map(move |(at, to)| (to, part, at)));
        all.min_by_key(|(to, ..)| *to)
    }

    /// The rules that hold on what is known, in the context with the least result; most urgent first.
    pub fn reasons(&self, engine: &Engine<'_>, facts: &Facts, child: ChildNo) -> Vec<Reason> {
        let Some((_, part, lane)) = self.weakest() else { return Vec::new() };
        let (least, cell) = (facts.least(), part.cells[lane]);
        let rules = (0..engine.framework.rules.len()).map(RuleIx);
        let holding = rules.filter(|&rule| part.least.rule(rule).has(lane));
        let reason = |rule| Reason { children: vec![child], ..engine.reason(rule, &least, cell) };
        let mut found: Vec<Reason> = holding.map(reason).collect();
        found.sort_by_key(|reason| engine.order(reason));
        found
    }

    /// Whether something holds in every possible context on what is known.
    pub fn established(&self, asked: impl Fn(&Run<'a>) -> Lanes) -> bool {
        self.parts.iter().all(|part| asked(&part.least).has_all(part.cells.len()))
    }

    /// Whether something could hold in some possible context for a practitioner in one of these roles;
    /// empty means any.
    pub fn possible(&self, asked: impl Fn(&Run<'a>) -> Lanes, roles: &[RoleIx]) -> bool {
        self.parts.iter().any(|part| {
            let holds = asked(&part.most);
            let bound = |cell: &Cell| roles.is_empty() || roles.contains(&cell.role);
            part.cells.iter().enumerate().any(|(lane, cell)| bound(cell) && holds.has(lane))
        })
    }
}
