//! Direction and the exact span, cross-checked on parts small enough to walk through every answer sheet.
//!
//! Both hold by construction. Here nothing is taken from how the engine finds the two ends: of every sheet with some
//! answers left open, each way to fill it in is tried one by one.

use super::models::{Budget, Model};
use crate::framework::{
    Framework,
    condition::Cell,
    lanes::{LANES, Sheets},
    model::{ConcernIx, Home, QuestionIx, SectionIx},
};

/// What was walked through, and the first sheet on which something does not hold.
#[derive(Debug, Default)]
pub struct Walked {
    pub parts: usize,
    pub sheets: usize,
    pub lowers: Option<(Cell, Model)>,
    pub inexact: Option<(Cell, Model)>,
    /// The work ran out before every part was walked through.
    pub spent: bool,
}

/// A sheet of a part: by its questions, where they stand or that they are open.
type Partial = Vec<Option<usize>>;

/// Both ends of each sheet of a part in a cell.
pub trait Ends {
    fn of(&mut self, part: &[QuestionIx], sheets: &[Partial], cell: Cell) -> Vec<(usize, usize)>;
}

/// The framework's own rules, many sheets at once.
pub struct Rules<'a> {
    framework: &'a Framework,
    sheets: Option<Sheets<'a>>,
}

impl<'a> Rules<'a> {
    pub fn new(framework: &'a Framework) -> Self {
        Self { framework, sheets: None }
    }
}

impl Ends for Rules<'_> {
    fn of(&mut self, part: &[QuestionIx], partials: &[Partial], cell: Cell) -> Vec<(usize, usize)> {
        let program = &self.framework.program;
        let mut sheets = self.sheets.take().unwrap_or_else(|| Sheets::new(program));
        // All other questions stand at their least.
        let mut known = vec![Some(0); self.framework.questions.len()];
        for question in part {
            known[question.0] = None;
        }
        let mut found = Vec::with_capacity(partials.len());
        for some in partials.chunks(LANES) {
            let mut ends = [false, true].map(|worst| {
                sheets.clear();
                sheets.all(&known, 0..self.framework.concerns.len());
                if worst {
                    sheets.open_unknown(&known);
                }
                for (lane, partial) in some.iter().enumerate() {
                    sheets.set_cell(lane, cell);
                    for (question, step) in part.iter().zip(partial) {
                        if let Some(step) = step {
                            sheets.answer(lane, *question, *step);
                        }
                    }
                }
                let taken = std::mem::replace(&mut sheets, Sheets::new(program));
                let run = taken.run();
                let ends: Vec<usize> = run.results(some.len()).map(|pathway| pathway.0).collect();
                sheets = run.into_sheets();
                ends.into_iter()
            });
            let [low, high] = &mut ends;
            found.extend(low.zip(high));
        }
        self.sheets = Some(sheets);
        found
    }
}

/// Walks through every part in every cell.
pub fn walk(framework: &Framework, cells: &[Cell], ends: &mut impl Ends, budget: &mut Budget) -> Walked {
    let mut walked = Walked::default();
    let sections = (0..framework.sections.len()).map(|at| Home::Section(SectionIx(at)));
    let homes = sections.chain((0..framework.concerns.len()).map(|at| Home::Concern(ConcernIx(at))));
    for home in homes {
        let part = part(framework, home);
        if part.is_empty() {
            continue;
        }
        let partials = partials(framework, &part);
        for cell in cells {
            if !budget.take(partials.len() as u64) {
                walked.spent = true;
                return walked;
            }
            let found = ends.of(&part, &partials, *cell);
            look(framework, &part, (&partials, &found), *cell, &mut walked);
            walked.sheets += partials.len();
        }
        walked.parts += 1;
    }
    walked
}

/// The first questions of a page that have no more sheets among them than there are lanes.
fn part(framework: &Framework, home: Home) -> Vec<QuestionIx> {
    let listed: &[QuestionIx] = match home {
        Home::Section(at) => &framework[at].questions,
        Home::Concern(at) => &framework[at].questions,
    };
    let mut sheets = 1;
    let fits = |question: &&QuestionIx| {
        sheets *= framework[**question].steps.len() + 1;
        sheets <= LANES
    };
    listed.iter().filter(|at| framework[**at].widens()).take_while(fits).copied().collect()
}

/// Every sheet of a part; the place of a sheet is its number in mixed figures, open before the first step.
fn partials(framework: &Framework, part: &[QuestionIx]) -> Vec<Partial> {
    let mut all: Vec<Partial> = vec![Vec::new()];
    for question in part {
        let steps = framework[*question].steps.len();
        let stands = || std::iter::once(None).chain((0..steps).map(Some));
        all = all
            .iter()
            .flat_map(|before| stands().map(|step| before.iter().copied().chain([step]).collect()))
            .collect();
    }
    all
}

fn look(
    framework: &Framework,
    part: &[QuestionIx],
    (partials, found): (&[Partial], &[(usize, usize)]),
    cell: Cell,
    walked: &mut Walked,
) {
    // How far apart two sheets stand that differ by one in a question.
    let mut strides = vec![1; part.len()];
    for at in (0..part.len().saturating_sub(1)).rev() {
        strides[at] = strides[at + 1] * (framework[part[at + 1]].steps.len() + 1);
    }
    let model = |partial: &Partial| -> Model {
        part.iter().zip(partial).filter_map(|(question, step)| Some((*question, (*step)?))).collect()
    };
    for (at, partial) in partials.iter().enumerate() {
        for (question, stride) in strides.iter().enumerate() {
            let Some(step) = partial[question] else { continue };
            let worse = step + 1 < framework[part[question]].steps.len();
            let lower = |(a, b): (usize, usize), (c, d): (usize, usize)| c < a || d < b;
            if worse && lower(found[at], found[at + stride]) {
                walked.lowers.get_or_insert_with(|| (cell, model(partial)));
            }
        }
        let mut filled = Filled { framework, part, strides: &strides, found, cell, ends: None };
        filled.fill(&mut partial.clone(), partial, 0);
        if filled.ends.is_some_and(|ends| ends != found[at]) {
            walked.inexact.get_or_insert_with(|| (cell, model(partial)));
        }
    }
}

/// The least and the most over all ways to fill in a sheet.
struct Filled<'s> {
    framework: &'s Framework,
    part: &'s [QuestionIx],
    strides: &'s [usize],
    found: &'s [(usize, usize)],
    cell: Cell,
    ends: Option<(usize, usize)>,
}

impl Filled<'_> {
    fn fill(&mut self, sheet: &mut Partial, given: &Partial, at: usize) {
        let Some(question) = self.part.get(at) else {
            self.whole(sheet, given);
            return;
        };
        if given[at].is_some() {
            self.fill(sheet, given, at + 1);
            return;
        }
        for step in 0..self.framework[*question].steps.len() {
            sheet[at] = Some(step);
            self.fill(sheet, given, at + 1);
        }
        sheet[at] = None;
    }

    /// A filled-in sheet counts where nothing was guessed of a question that nobody asks.
    fn whole(&mut self, sheet: &Partial, given: &Partial) {
        let stands = |at: QuestionIx| {
            let here = self.part.iter().position(|question| *question == at);
            here.and_then(|here| sheet[here]).unwrap_or(0)
        };
        for (at, question) in self.part.iter().enumerate() {
            let asked = &self.framework[*question];
            let open =
                asked.opened_by.is_empty() || asked.opened_by.iter().any(|g| stands(g.question) >= g.from);
            let fits = asked.ages.is_empty() || asked.ages.contains(&self.cell.age);
            if given[at].is_none() && sheet[at] != Some(0) && !(open && fits) {
                return;
            }
        }
        let place: usize =
            sheet.iter().zip(self.strides).map(|(step, stride)| step.map_or(0, |s| s + 1) * stride).sum();
        let (low, high) = self.found[place];
        self.ends = Some(self.ends.map_or((low, high), |(least, most)| (least.min(low), most.max(high))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        framework::{builtin, load},
        proof::sound::asked,
    };

    fn riverside() -> Framework {
        load(builtin::files("riverside").unwrap()).framework.unwrap()
    }

    #[test]
    fn every_sheet_of_every_page_of_a_framework_keeps_direction_and_its_ends() {
        let framework = riverside();
        let cells = asked::cells(&framework, true);
        let walked = walk(&framework, &cells, &mut Rules::new(&framework), &mut Budget { left: 10_000_000 });
        assert!(walked.lowers.is_none() && walked.inexact.is_none() && !walked.spent, "{walked:?}");
        assert_eq!(
            walked.parts,
            framework
                .sections
                .iter()
                .map(|s| &s.questions)
                .chain(framework.concerns.iter().map(|c| &c.questions))
                .filter(|all| all.iter().any(|at| framework[*at].widens()))
                .count()
        );
        assert!(walked.sheets > 1000);
    }

    /// An engine that is wrong on purpose: the loader lets no framework through that could make ours so.
    struct Wrong<'a>(Rules<'a>, fn((usize, usize), &Partial) -> (usize, usize));

    impl Ends for Wrong<'_> {
        fn of(&mut self, part: &[QuestionIx], sheets: &[Partial], cell: Cell) -> Vec<(usize, usize)> {
            let right = self.0.of(part, sheets, cell);
            right.into_iter().zip(sheets).map(|(ends, sheet)| self.1(ends, sheet)).collect()
        }
    }

    #[test]
    fn an_engine_that_lowers_on_more_concern_is_found() {
        let framework = riverside();
        let cells = asked::cells(&framework, true);
        let wrong = |_: (usize, usize), sheet: &Partial| if sheet[0] == Some(0) { (1, 1) } else { (0, 0) };
        let mut wrong = Wrong(Rules::new(&framework), wrong);
        let walked = walk(&framework, &cells, &mut wrong, &mut Budget { left: 10_000_000 });
        assert!(walked.lowers.is_some());
    }

    #[test]
    fn an_engine_that_takes_not_known_for_no_is_found() {
        let framework = riverside();
        let cells = asked::cells(&framework, true);
        let wrong = |(low, high): (usize, usize), sheet: &Partial| {
            if sheet.contains(&None) { (low, low) } else { (low, high) }
        };
        let mut wrong = Wrong(Rules::new(&framework), wrong);
        let walked = walk(&framework, &cells, &mut wrong, &mut Budget { left: 10_000_000 });
        assert!(walked.inexact.is_some());
    }
}
