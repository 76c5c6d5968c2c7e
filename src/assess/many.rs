//! Many answer sheets at once, when only what each comes to is wanted, and not why.

use super::facts::Facts;
use crate::framework::{
    Framework,
    condition::Cell,
    lanes::{LANES, Run, Sheet, Sheets},
    model::{AgeIx, DutyIx, PathwayIx, RoleIx},
};

/// What a sheet's answers establish, and the highest that its unknowns still allow.
pub type Ends = (PathwayIx, PathwayIx);

/// The answers of a case in one context, as small as they come.
///
/// None where the framework is larger than a sheet can say: more than 65,536 questions or 256 steps.
pub fn sheet(facts: &Facts, cell: Cell) -> Option<Sheet> {
    let known = facts.known.iter().enumerate().filter_map(|(question, step)| Some((question, (*step)?)));
    let known = known.map(|(question, step)| Some((u16::try_from(question).ok()?, u8::try_from(step).ok()?)));
    let chosen = facts.chosen.iter().map(|concern| u16::try_from(concern.0).ok());
    Some(Sheet { cell, chosen: chosen.collect::<Option<_>>()?, known: known.collect::<Option<_>>()? })
}

/// Both ends of each sheet, in order.
pub fn ends(framework: &Framework, sheets: &[Sheet]) -> Vec<Ends> {
    let mut found = Vec::with_capacity(sheets.len());
    let mut lanes = Sheets::new(&framework.program);
    for some in sheets.chunks(LANES) {
        lanes.clear();
        for (lane, sheet) in some.iter().enumerate() {
            lanes.lay(lane, sheet);
        }
        let least = lanes.run();
        let lowest = least.results(some.len());
        lanes = least.into_sheets();
        lanes.open_rest(some);
        let most = lanes.run();
        found.extend(lowest.zip(most.results(some.len())));
        lanes = most.into_sheets();
    }
    found
}

/// One contact: a sheet, and what is known of whom it is about and who fills it in.
#[derive(Clone, Debug)]
pub struct Contact {
    /// Where an age or a role is not known, the sheet's own stands for nothing.
    pub sheet: Sheet,
    pub age: Option<AgeIx>,
    pub role: Option<RoleIx>,
}

/// What a contact comes to: the same as an assessment says, without its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// None where a safety question is unknown and nothing is established.
    pub lowest: Option<PathwayIx>,
    pub highest: PathwayIx,
    /// Duties that are established.
    pub duties: Vec<DutyIx>,
}

/// What each contact comes to, in order.
pub fn outcomes(framework: &Framework, contacts: &[Contact]) -> Vec<Outcome> {
    let mut gathered: Vec<Gathered> = contacts.iter().map(|_| Gathered::default()).collect();
    let mut lanes = Sheets::new(&framework.program);
    let mut some: Vec<(usize, Cell)> = Vec::with_capacity(LANES);
    for (at, contact) in contacts.iter().enumerate() {
        for cell in contact.cells(framework) {
            some.push((at, cell));
            if some.len() == LANES {
                lanes = try_some(framework, contacts, &some, lanes, &mut gathered);
                some.clear();
            }
        }
    }
    if !some.is_empty() {
        try_some(framework, contacts, &some, lanes, &mut gathered);
    }
    contacts.iter().zip(gathered).map(|(contact, found)| found.outcome(framework, contact)).collect()
}

impl Contact {
    /// Every context that it could be in.
    fn cells(&self, framework: &Framework) -> impl Iterator<Item = Cell> + use<> {
        let ages = self.age.map_or(0..framework.ages.len(), |age| age.0..age.0 + 1);
        let roles = self.role.map_or(0..framework.roles.len(), |role| role.0..role.0 + 1);
        ages.flat_map(move |age| roles.clone().map(move |role| Cell { age: AgeIx(age), role: RoleIx(role) }))
    }
}

/// What was found of a contact in the contexts tried so far.
#[derive(Clone, Debug, Default)]
struct Gathered {
    ends: Option<Ends>,
    safety_unknown: bool,
    /// Duties that hold in every one of them.
    duties: Vec<DutyIx>,
}

impl Gathered {
    fn outcome(self, framework: &Framework, contact: &Contact) -> Outcome {
        let first = framework.first_pathway();
        let (answered, highest) = self.ends.unwrap_or((first, first));
        let at_rest = framework[answered].level == framework[first].level;
        let bound = |duty: &DutyIx| {
            let binds = &framework[*duty].binds;
            binds.is_empty() || contact.role.is_some_and(|role| binds.contains(&role))
        };
        Outcome {
            lowest: (!(at_rest && self.safety_unknown)).then_some(answered),
            highest: highest.max(answered),
            duties: self.duties.into_iter().filter(bound).collect(),
        }
    }
}

/// Puts the rules to some contacts, each in one context, and hands the cleared sheets back.
fn try_some<'a>(
    framework: &'a Framework,
    contacts: &[Contact],
    some: &[(usize, Cell)],
    mut lanes: Sheets<'a>,
    gathered: &mut [Gathered],
) -> Sheets<'a> {
    lanes.clear();
    for (lane, &(at, cell)) in some.iter().enumerate() {
        lanes.lay_in(lane, &contacts[at].sheet, cell);
    }
    let least = lanes.run();
    let lowest = least.results(some.len());
    let duties = duties(framework, &least, some.len());
    lanes = least.into_sheets();
    lanes.open_rest(some.iter().map(|&(at, _)| &contacts[at].sheet));
    let most = lanes.run();
    let unknown = most.safety_unknown();
    for (lane, ((&(at, _), lowest), highest)) in
        some.iter().zip(lowest).zip(most.results(some.len())).enumerate()
    {
        let found = &mut gathered[at];
        found.safety_unknown |= unknown.has(lane);
        match &mut found.ends {
            Some(ends) => {
                *ends = (ends.0.min(lowest), ends.1.max(highest));
                found.duties.retain(|duty| duties[lane].contains(duty));
            }
            None => {
                found.ends = Some((lowest, highest));
                found.duties.clone_from(&duties[lane]);
            }
        }
    }
    most.into_sheets()
}

/// The duties whose triggers hold in each lane.
fn duties(framework: &Framework, run: &Run<'_>, lanes: usize) -> Vec<Vec<DutyIx>> {
    let mut found = vec![Vec::new(); lanes];
    for duty in (0..framework.duties.len()).map(DutyIx) {
        let holds = run.duty(duty);
        if holds.is_empty() {
            continue;
        }
        for (lane, found) in found.iter_mut().enumerate() {
            if holds.has(lane) {
                found.push(duty);
            }
        }
    }
    found
}
