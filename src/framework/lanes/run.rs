//! What the rules make of a batch of sheets.

use std::cell::OnceCell;

use super::{ALL, NONE, Sheets, Test, Thresholds, Word, and, empty, or, place_of};
use crate::framework::model::{AdviceIx, DutyIx, PathwayIx, RuleIx};

/// A batch that is filled in, with what was worked out of it so far.
#[derive(Debug)]
pub struct Run<'a> {
    sheets: Sheets<'a>,
    /// Questions that stand beyond their first step on some sheet.
    answered: Vec<usize>,
    tallies: Vec<OnceCell<Word>>,
}

/// Some lanes of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lanes(Word);

impl Lanes {
    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        empty(&self.0)
    }

    /// Whether a lane is one of them.
    pub fn has(self, lane: usize) -> bool {
        let (word, bit) = place_of(lane);
        self.0[word] & bit != 0
    }

    /// Each of them, in order.
    pub fn each(self) -> impl Iterator<Item = usize> {
        let words = self.0.into_iter().enumerate();
        words.flat_map(|(at, word)| {
            // The lowest bit that is set goes each time, so that empty words cost nothing.
            let left = std::iter::successors(Some(word), |word| Some(word & word.wrapping_sub(1)));
            left.take_while(|word| *word != 0)
                .map(move |word| at * 64 + usize::try_from(word.trailing_zeros()).unwrap_or(0))
        })
    }

    /// Whether the first so many lanes are all of them.
    pub fn has_all(self, lanes: usize) -> bool {
        (0..lanes).all(|lane| self.has(lane))
    }
}

impl<'a> Run<'a> {
    pub(super) fn new(sheets: Sheets<'a>) -> Self {
        let answered = sheets.answered();
        let tallies = vec![OnceCell::new(); sheets.program.tallies.len()];
        Self { sheets, answered, tallies }
    }

    /// The sheets, to be filled in further.
    pub fn into_sheets(self) -> Sheets<'a> {
        self.sheets
    }

    /// The pathway that each of the first so many sheets comes to.
    pub fn results(&self, lanes: usize) -> impl Iterator<Item = PathwayIx> + use<> {
        let program = self.sheets.program;
        let live = self.sheets.live();
        let mut reached = vec![NONE; program.pathways];
        // Lanes that come as far as the rules that are now looked at raise to, and those rules' pathway.
        let (mut settled, mut at) = (NONE, program.pathways);
        for rule in program.urgency.iter().map(|&rule| &program.rules[rule]) {
            for passed in (rule.to..at).rev() {
                settled = or(&settled, &reached[passed]);
            }
            at = rule.to;
            // A rule that could not raise further need not be looked at.
            if empty(&std::array::from_fn(|at| live[at] & !settled[at])) {
                break;
            }
            let holds = self.test(&rule.when);
            if empty(&holds) {
                continue;
            }
            let stays = match &rule.eased {
                None => holds,
                Some((to, by)) => {
                    let eases = by.iter().fold(NONE, |eases, test| or(&eases, &self.test(test)));
                    reached[*to] = or(&reached[*to], &and(&holds, &eases));
                    std::array::from_fn(|at| holds[at] & !eases[at])
                }
            };
            reached[rule.to] = or(&reached[rule.to], &stays);
            settled = or(&settled, &stays);
        }
        (0..lanes).map(move |lane| {
            let (word, bit) = place_of(lane);
            let highest = reached.iter().rposition(|reached| reached[word] & bit != 0);
            PathwayIx(highest.unwrap_or(0))
        })
    }

    /// The lanes in which a rule's condition holds.
    pub fn rule(&self, rule: RuleIx) -> Lanes {
        Lanes(self.test(&self.sheets.program.rules[rule.0].when))
    }

    /// The lanes in which a duty's trigger holds, whomever it binds.
    pub fn duty(&self, duty: DutyIx) -> Lanes {
        Lanes(self.test(&self.sheets.program.duties[duty.0]))
    }

    /// The lanes in which a piece of advice is given.
    pub fn advice(&self, advice: AdviceIx) -> Lanes {
        Lanes(self.test(&self.sheets.program.advice[advice.0]))
    }

    /// The lanes in which some safety question is in scope and not known; only where what is not known was opened.
    pub fn safety_unknown(&self) -> Lanes {
        Lanes(self.sheets.lacking(&self.sheets.program.safety))
    }

    fn test(&self, test: &Test) -> Word {
        match test {
            Test::Always => ALL,
            Test::Plane(plane) => self.sheets.plane(Some(*plane)),
            Test::Age(ages) => self.sheets.of_age(ages),
            Test::Role(roles) => self.sheets.of_role(roles),
            Test::Tally(at) => *self.tallies[*at]
                .get_or_init(|| self.sheets.program.tallies[*at].run(&self.sheets, &self.answered)),
            Test::Any(parts) => parts.iter().fold(NONE, |any, part| or(&any, &self.test(part))),
            Test::All(parts) => {
                let mut all = ALL;
                for part in parts {
                    all = and(&all, &self.test(part));
                    if empty(&all) {
                        break;
                    }
                }
                all
            }
            Test::AtLeast(n, parts) => {
                let mut found = Thresholds::new(*n);
                for part in parts {
                    found.add(&self.test(part));
                }
                found.reached()
            }
        }
    }
}
