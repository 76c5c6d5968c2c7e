//! The checks that the program keeps by itself: what is saved, what waits, what failed, and the person's list.

mod asked;
pub mod boxes;
pub mod list;
mod locked;
pub mod sheet;
pub mod strip;

use jiff::civil::DateTime;

pub use self::asked::{Asked, Editions, Keep, Typing};
pub(super) use self::locked::Locked;
use super::{open::Open, platform::Moment};
use crate::case::model::FrameworkRef;
use crate::vault::{
    Folder, Found, Held, Label, Note, Seal,
    folder::review_by,
    lock::{self, Lock, Who},
};

/// A change is on the disk this many seconds after it was made.
const SOON: f64 = 0.8;
/// After a save that failed it is tried again after so many seconds, and then every time after the last of them.
const AGAIN: [f64; 4] = [1.0, 2.0, 5.0, 15.0];
/// The fewest letters of a passphrase.
pub const SHORTEST: usize = 10;

/// How the open check stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing<'a> {
    /// Nothing is said: there is no folder, or nothing to save.
    Quiet,
    NotYet,
    /// There is nothing to save yet, and with the first change there is.
    Begun,
    Saving,
    Saved(DateTime),
    Failed {
        why: &'a str,
        since: Option<DateTime>,
    },
    /// It is saved, but nothing keeps a second window from it; why.
    Unlocked {
        at: DateTime,
        why: &'a str,
    },
    ReadOnly(Option<&'a Who>),
}

/// The checks that are kept here.
#[derive(Debug, Default)]
pub struct Keeping {
    pub(super) folder: Option<Folder>,
    pub(super) seal: Option<Seal>,
    pub(super) holding: Option<Holding>,
    pub(super) found: Option<Vec<Found>>,
    /// Something was saved since the list was looked at.
    stale: bool,
    /// Somebody has kept checks here before.
    in_use: bool,
    pub(super) typing: Typing,
    /// What is looked for in the list.
    pub(super) looked_for: String,
    me: (String, String),
    /// The window's time when it was last drawn, and the moment of that: while it is hidden its time stands still.
    drawn: Option<(f64, Moment)>,
}

/// The open check, as it is kept.
#[derive(Debug)]
pub(super) struct Holding {
    /// The number of the opening that it is about.
    number: u64,
    pub held: Held,
    pub label: Label,
    lock: Locked,
    /// The version that was saved last.
    changes: u64,
    saved_at: Option<DateTime>,
    dirty_since: Option<f64>,
    failed: Option<Failed>,
}

#[derive(Debug)]
struct Failed {
    why: String,
    tries: usize,
    next: f64,
}

impl Keeping {
    /// Keeps checks in a folder; `me` is the user's name and the computer's, for whoever finds a check open.
    pub fn kept_in(folder: Folder, me: (String, String)) -> Self {
        let seal = folder.unsealed().then_some(Seal::None);
        folder.sweep();
        let mut keeping = Self { folder: Some(folder), seal, me, ..Self::default() };
        keeping.look();
        keeping
    }

    /// Whether checks are kept at all.
    pub fn at_hand(&self) -> bool {
        self.folder.is_some()
    }

    /// Whether the person's checks can be opened.
    pub fn unlocked(&self) -> bool {
        self.seal.is_some()
    }

    /// Whether checks are kept without a seal, as the organisation chose.
    pub fn unsealed(&self) -> bool {
        matches!(self.seal, Some(Seal::None))
    }

    /// Whether somebody has kept checks here before, as it was when the folder was last looked at.
    pub fn in_use(&self) -> bool {
        self.in_use
    }

    /// The list, as it was when it was last looked at; nothing where it could not be.
    pub fn list(&self) -> Option<&[Found]> {
        self.found.as_deref()
    }

    pub fn typing(&self) -> &Typing {
        &self.typing
    }

    pub fn looked_for(&self) -> &str {
        &self.looked_for
    }

    /// Looks at the folder again.
    pub(super) fn look(&mut self) {
        self.stale = false;
        self.in_use = self.folder.as_ref().is_some_and(Folder::in_use);
        self.found = match (&self.folder, &self.seal) {
            (Some(folder), Some(seal)) => folder.list(seal).ok(),
            _ => None,
        };
    }

    /// Gets the list ready where it is about to be shown: looking opens every check's label, which is not to be
    /// done with every save.
    pub(super) fn ready(&mut self) {
        if self.stale {
            self.look();
        }
    }

    /// Who has a check open that this window opens now.
    pub(super) fn me(&self, now: DateTime) -> Who {
        Who { user: self.me.0.clone(), computer: self.me.1.clone(), since: now }
    }

    /// How the open check stands.
    pub fn standing(&self, open: &Open) -> Standing<'_> {
        if !self.at_hand() || open.training() {
            return Standing::Quiet;
        }
        let (number, changes) = open.version();
        let Some(holding) = self.holding.as_ref().filter(|holding| holding.number == number) else {
            return match (&self.seal, changes) {
                (_, 0) if open.path().is_none() => Standing::Begun,
                (_, 0) => Standing::Quiet,
                (None, _) => Standing::NotYet,
                (Some(_), _) => Standing::Saving,
            };
        };
        match (&holding.failed, holding.saved_at) {
            _ if let Locked::Theirs(who) = &holding.lock => Standing::ReadOnly(who.as_ref()),
            (Some(failed), since) => Standing::Failed { why: &failed.why, since },
            (None, Some(at)) if holding.changes == changes => match &holding.lock {
                Locked::Not(why) => Standing::Unlocked { at, why },
                _ => Standing::Saved(at),
            },
            (None, _) => Standing::Saving,
        }
    }

    /// Whether the open check is another window's to change.
    pub fn read_only(&self, open: &Open) -> bool {
        matches!(self.standing(open), Standing::ReadOnly(_))
    }

    /// The file that the open check is kept in.
    pub(super) fn open_id(&self) -> Option<&str> {
        self.holding.as_ref().map(|holding| holding.label.id.as_str())
    }

    /// Holds a check that was opened from the list; without a lock it is only read.
    pub(super) fn hold(&mut self, open: &Open, held: Held, label: Label, lock: Locked, dirty: bool) {
        let (number, changes) = open.version();
        let saved_at = (!dirty).then_some(label.touched);
        // What stands on the disk is damaged: the good copy takes its place although nothing was changed.
        let changes = if dirty { u64::MAX } else { changes };
        self.holding =
            Some(Holding { number, held, label, lock, changes, saved_at, dirty_since: None, failed: None });
    }

    /// Lets the open check go, and with it its lock.
    pub(super) fn let_go(&mut self) {
        self.holding = None;
    }

    /// The lock of the open check, where it is this one and this window's; to be given back if it stays open.
    pub(super) fn take_lock(&mut self, id: &str) -> Option<Lock> {
        let holding = self.holding.as_mut().filter(|holding| holding.label.id == id)?;
        match std::mem::replace(&mut holding.lock, Locked::Begun) {
            Locked::Ours(lock) => Some(lock),
            other => {
                holding.lock = other;
                None
            }
        }
    }

    /// Gives back what [`Keeping::take_lock`] took, where nothing else was opened in its place.
    pub(super) fn give_back(&mut self, lock: Locked, id: &str) {
        let ours = self.holding.as_mut().filter(|holding| holding.label.id == id);
        if let Some(holding) = ours.filter(|holding| matches!(holding.lock, Locked::Begun)) {
            holding.lock = lock;
        }
    }

    /// Whether the open check is to be saved when that is asked for: it was changed, or is kept already.
    pub(super) fn is_kept(&self, open: &Open) -> bool {
        let (number, changes) = open.version();
        changes > 0 || self.holding.as_ref().is_some_and(|holding| holding.number == number)
    }

    /// The window's time, which goes on while it is hidden although nothing is drawn.
    pub(super) fn time(&mut self, drawn: f64, now: Moment) -> f64 {
        match self.drawn {
            Some((last, at)) if last.total_cmp(&drawn).is_eq() => drawn + now.since(at).as_secs_f64(),
            _ => {
                self.drawn = Some((drawn, now));
                drawn
            }
        }
    }

    /// In how many seconds the open check is to be saved; nothing where nothing waits.
    pub(super) fn due(&mut self, open: &Open, time: f64) -> Option<f64> {
        let (number, changes) = open.version();
        if self.holding.as_ref().is_some_and(|holding| holding.number != number) {
            self.holding = None;
        }
        self.seal.as_ref().filter(|_| self.folder.is_some() && !open.training())?;
        let Some(holding) = &mut self.holding else {
            return (changes > 0).then_some(0.0);
        };
        if holding.changes == changes || matches!(holding.lock, Locked::Theirs(_)) {
            holding.dirty_since = None;
            return None;
        }
        let since = *holding.dirty_since.get_or_insert(time);
        let at = holding.failed.as_ref().map_or(since + SOON, |failed| failed.next);
        Some((at - time).max(0.0))
    }

    /// Saves the open check; whether it is on the disk as it stands.
    pub(super) fn save(
        &mut self,
        open: &Open,
        level: &str,
        now: DateTime,
        time: f64,
    ) -> (bool, Option<Note>) {
        let (Some(folder), Some(seal)) = (&self.folder, &self.seal) else { return (false, None) };
        if open.training() {
            return (false, None);
        }
        let me = self.me(now);
        let (number, changes) = open.version();
        if self.holding.as_ref().is_none_or(|holding| holding.number != number) {
            self.holding = Some(Holding::begin(folder, open, now));
        }
        let Some(holding) = &mut self.holding else { return (false, None) };
        if holding.changes == changes && holding.saved_at.is_some() {
            return (true, None);
        }
        match &holding.lock {
            Locked::Theirs(_) => return (false, None),
            Locked::Ours(_) => {}
            Locked::Begun | Locked::Not(_) => {
                let taken = lock::take(&folder.locks(), &holding.label.id, &me, true);
                match Locked::from_taken(taken) {
                    // Somebody has it since: what each saves is kept beside the other's.
                    Locked::Theirs(_) => {}
                    lock => holding.lock = lock,
                }
            }
        }
        holding.label.touched = now;
        level.clone_into(&mut holding.label.level);
        holding.label.framework = judged_by(open);
        match folder.save(seal, &mut holding.held, &mut holding.label, open.case()) {
            Ok(note) => {
                (holding.failed, holding.dirty_since) = (None, None);
                holding.changes = changes;
                holding.saved_at = Some(now);
                self.stale = true;
                (true, note)
            }
            Err(fault) => {
                let tries = holding.failed.as_ref().map_or(0, |failed| failed.tries + 1);
                let wait = AGAIN[tries.min(AGAIN.len() - 1)];
                holding.failed = Some(Failed { why: fault.to_string(), tries, next: time + wait });
                (false, None)
            }
        }
    }
}

/// Whose framework the open check's level is worked out by: another edition than it was begun with, perhaps. Where
/// its own area's is not at hand the level is another area's, and the check still goes by its own.
fn judged_by(open: &Open) -> FrameworkRef {
    let own = &open.case().framework;
    let judging = &open.framework().about;
    if judging.id == own.id { FrameworkRef::of(judging) } else { own.clone() }
}

impl Holding {
    /// A check that was not kept before.
    fn begin(folder: &Folder, open: &Open, now: DateTime) -> Self {
        let case = open.case();
        let id = folder.new_id(&case.code);
        let held = folder.begin(&id);
        let label = Label {
            id,
            code: case.code.clone(),
            framework: case.framework.clone(),
            level: String::new(),
            begun: case.as_of,
            touched: now,
            review_by: review_by(case.as_of),
            saves: 0,
        };
        Self {
            number: open.version().0,
            held,
            label,
            lock: Locked::Begun,
            changes: u64::MAX,
            saved_at: None,
            dirty_since: None,
            failed: None,
        }
    }
}
