//! Answer sheets side by side, and what the rules make of them.

use super::{ALL, LANES, NONE, Opens, Program, Run, Sheet, Word, and, empty, or, place_of};
use crate::framework::{
    condition::Cell,
    model::{AgeIx, QuestionIx, RoleIx},
};

/// Up to [`LANES`] answer sheets, a lane each.
#[derive(Clone, Debug)]
pub struct Sheets<'a> {
    pub(super) program: &'a Program,
    /// By plane: the lanes that stand at the step or beyond.
    at: Vec<Word>,
    /// By question: the lanes in which it is not known and taken at its worst, where it is in scope.
    open: Vec<Word>,
    ages: Vec<Word>,
    roles: Vec<Word>,
    chosen: Vec<Word>,
    any_open: bool,
}

impl<'a> Sheets<'a> {
    /// Sheets on which nothing is answered yet, for nobody.
    pub fn new(program: &'a Program) -> Self {
        Self {
            program,
            at: vec![NONE; program.planes],
            open: vec![NONE; program.beyond.len()],
            ages: vec![NONE; program.ages],
            roles: vec![NONE; program.roles],
            chosen: vec![NONE; program.concerns],
            any_open: false,
        }
    }

    /// Clears all sheets.
    pub fn clear(&mut self) {
        for words in [&mut self.at, &mut self.open, &mut self.ages, &mut self.roles, &mut self.chosen] {
            words.fill(NONE);
        }
        self.any_open = false;
    }

    /// Writes the same known answers and concerns on every sheet.
    pub fn all(&mut self, known: &[Option<usize>], chosen: impl Iterator<Item = usize>) {
        for (question, step) in known.iter().enumerate().filter_map(|(q, step)| Some((q, (*step)?))) {
            let first = self.program.first[question];
            self.at[first..first + step].fill(ALL);
        }
        for concern in chosen {
            self.chosen[concern] = ALL;
        }
    }

    /// Says whom one sheet is about and who fills it in.
    pub fn set_cell(&mut self, lane: usize, cell: Cell) {
        let (word, bit) = place_of(lane);
        self.ages[cell.age.0][word] |= bit;
        self.roles[cell.role.0][word] |= bit;
    }

    /// Answers a question on one sheet, whatever stood there.
    pub fn answer(&mut self, lane: usize, question: QuestionIx, step: usize) {
        let (word, bit) = place_of(lane);
        let first = self.program.first[question.0];
        for (at, plane) in self.at[first..first + self.program.beyond[question.0]].iter_mut().enumerate() {
            if at < step {
                plane[word] |= bit;
            } else {
                plane[word] &= !bit;
            }
        }
        self.open[question.0][word] &= !bit;
    }

    /// Takes what is not known on every sheet at its worst, where it is in scope.
    pub fn open_unknown(&mut self, known: &[Option<usize>]) {
        for (open, _) in self.open.iter_mut().zip(known).filter(|(_, step)| step.is_none()) {
            *open = ALL;
        }
        self.any_open = true;
    }

    /// Copies a filled-in sheet to a lane of cleared sheets.
    pub fn lay(&mut self, lane: usize, sheet: &Sheet) {
        self.lay_in(lane, sheet, sheet.cell);
    }

    /// Copies a filled-in sheet to a lane of cleared sheets, as it would read in another context.
    pub fn lay_in(&mut self, lane: usize, sheet: &Sheet, cell: Cell) {
        self.set_cell(lane, cell);
        let (word, bit) = place_of(lane);
        for &concern in &sheet.chosen {
            self.chosen[usize::from(concern)][word] |= bit;
        }
        for &(question, step) in &sheet.known {
            let first = self.program.first[usize::from(question)];
            for plane in &mut self.at[first..first + usize::from(step)] {
                plane[word] |= bit;
            }
        }
    }

    /// Takes everything that no laid sheet answers at its worst, where it is in scope.
    pub fn open_rest<'s>(&mut self, sheets: impl IntoIterator<Item = &'s Sheet>) {
        self.open.fill(ALL);
        for (lane, sheet) in sheets.into_iter().enumerate().take(LANES) {
            let (word, bit) = place_of(lane);
            for &(question, _) in &sheet.known {
                self.open[usize::from(question)][word] &= !bit;
            }
        }
        self.any_open = true;
    }

    /// The lanes in which some of these questions is in scope and not known; asked after what is not known was opened.
    pub(super) fn lacking(&self, questions: &[usize]) -> Word {
        let here = self.program.order.iter().filter(|opens| questions.contains(&opens.question));
        here.fold(NONE, |lacking, opens| or(&lacking, &self.scope(opens, self.open[opens.question])))
    }

    /// Puts the rules to every sheet.
    pub fn run(mut self) -> Run<'a> {
        if self.any_open {
            self.spread();
        }
        Run::new(self)
    }

    /// Follows the gates, and lets what is open stand at its worst.
    fn spread(&mut self) {
        for opens in self.program.order.iter().filter(|opens| opens.widens) {
            let open = self.open[opens.question];
            if empty(&open) {
                continue;
            }
            let scope = self.scope(opens, open);
            let first = self.program.first[opens.question];
            for plane in &mut self.at[first..first + self.program.beyond[opens.question]] {
                *plane = or(plane, &scope);
            }
        }
    }

    /// Which of some lanes have a question in scope.
    fn scope(&self, opens: &Opens, lanes: Word) -> Word {
        let mut scope = opens.concern.map_or(lanes, |concern| and(&lanes, &self.chosen[concern]));
        if !opens.ages.is_empty() {
            scope = and(&scope, &self.of_age(&opens.ages));
        }
        if !opens.gates.is_empty() {
            let through = opens.gates.iter().fold(NONE, |through, gate| or(&through, &self.plane(*gate)));
            scope = and(&scope, &through);
        }
        scope
    }

    pub(super) fn plane(&self, plane: Option<usize>) -> Word {
        plane.map_or(ALL, |plane| self.at[plane])
    }

    pub(super) fn of_age(&self, ages: &[AgeIx]) -> Word {
        ages.iter().fold(NONE, |here, age| or(&here, &self.ages[age.0]))
    }

    pub(super) fn of_role(&self, roles: &[RoleIx]) -> Word {
        roles.iter().fold(NONE, |here, role| or(&here, &self.roles[role.0]))
    }

    /// Lanes that somebody's sheet lies in.
    pub(super) fn live(&self) -> Word {
        self.ages.iter().fold(NONE, |live, age| or(&live, age))
    }

    /// Questions that stand beyond their first step on some sheet.
    pub(super) fn answered(&self) -> Vec<usize> {
        let (first, beyond) = (&self.program.first, &self.program.beyond);
        (0..beyond.len())
            .filter(|&question| beyond[question] > 0 && !empty(&self.at[first[question]]))
            .collect()
    }
}
