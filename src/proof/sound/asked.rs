//! Which questions can be asked at all, and what is known of them when everything is at its worst.

use crate::framework::{
    Framework,
    condition::Cell,
    lanes::{LANES, Run, Sheets},
    model::{AgeIx, QuestionIx, RoleIx},
};

/// By question: whether some answers have it asked of a child of an age.
pub fn asked(framework: &Framework, age: AgeIx) -> Vec<bool> {
    let mut opens: Vec<Vec<QuestionIx>> = framework.questions.iter().map(|_| Vec::new()).collect();
    for (at, question) in framework.questions() {
        for gate in &question.opened_by {
            opens[gate.question.0].push(at);
        }
    }
    let fits = |at: QuestionIx| framework[at].ages.is_empty() || framework[at].ages.contains(&age);
    let mut found = vec![false; framework.questions.len()];
    // Walked without recursion: a chain may be as long as a file allows.
    let at_once = framework.questions().filter(|(at, question)| question.opened_by.is_empty() && fits(*at));
    let mut next: Vec<QuestionIx> = at_once.map(|(at, _)| at).collect();
    while let Some(at) = next.pop() {
        if !std::mem::replace(&mut found[at.0], true) {
            next.extend(opens[at.0].iter().copied().filter(|at| fits(*at) && !found[at.0]));
        }
    }
    found
}

/// Every age with every role, or only with the roles that some rule tells apart.
pub fn cells(framework: &Framework, telling: bool) -> Vec<Cell> {
    let roles: Vec<RoleIx> = if telling {
        framework.program.telling_roles().to_vec()
    } else {
        (0..framework.roles.len()).map(RoleIx).collect()
    };
    let ages = (0..framework.ages.len()).map(AgeIx);
    ages.flat_map(|age| roles.iter().map(move |role| Cell { age, role: *role })).collect()
}

/// Runs sheets with nothing answered, or with everything that can be asked at its worst, cell by cell.
pub fn in_every_cell(
    framework: &Framework,
    cells: &[Cell],
    worst: bool,
    mut look: impl FnMut(&[Cell], &Run<'_>),
) {
    let nothing = vec![None; framework.questions.len()];
    let mut sheets = Sheets::new(&framework.program);
    for some in cells.chunks(LANES) {
        sheets.clear();
        sheets.all(&nothing, 0..framework.concerns.len());
        for (lane, cell) in some.iter().enumerate() {
            sheets.set_cell(lane, *cell);
        }
        if worst {
            sheets.open_unknown(&nothing);
        }
        let run = sheets.run();
        look(some, &run);
        sheets = run.into_sheets();
    }
}
