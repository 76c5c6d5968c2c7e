//! What can be done about the checks that are kept here, and what is asked for it over the page.

use std::path::PathBuf;

use jiff::civil::{Date, DateTime};

use crate::{
    app::say,
    case::model::FrameworkRef,
    framework::Framework,
    vault::{Passphrase, lock::Who},
    words::Words,
};

/// So much of a fingerprint tells two of them apart.
const SHORT: usize = 12;

/// Something about the checks that are kept here.
#[derive(Clone, Debug, PartialEq)]
pub enum Keep {
    /// Asks for something, or tells it.
    Ask(Box<Asked>),
    Typed(Box<Typing>),
    /// Uses what was typed as a new passphrase.
    Choose,
    /// Uses what was typed as the passphrase chosen before.
    Unlock,
    /// Uses what was typed as the passphrase of a file.
    Unseal,
    Open(String),
    /// Opens an earlier saving in place of one that is damaged.
    OpenEarlier(String, PathBuf),
    /// Opens a check that was left open on another computer.
    TakeOver(String),
    /// Saves the open check at once.
    Now,
    /// Puts what is new since into the account.
    News,
    Delete(String),
    /// Asks where the recovery sheet is to be saved.
    Sheet,
    /// Looks for words in the list.
    Find(String),
    /// Goes on after something was asked.
    Done,
}

/// What is asked over the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// For a new passphrase.
    Choose,
    /// For the one chosen before.
    Unlock,
    /// For the passphrase of a file that somebody handed over.
    Unseal(PathBuf),
    /// Whether the recovery sheet is to be printed.
    Sheet,
    /// A check that is damaged has this good copy.
    Damaged {
        id: String,
        code: String,
        good: Option<(DateTime, PathBuf)>,
        /// The disk did not give it: that it is damaged is not known.
        unread: bool,
    },
    LeftOpen {
        id: String,
        who: Who,
    },
    Delete {
        id: String,
        code: String,
    },
    /// A check that was opened again: what is new since a day, and how two editions read it.
    Again {
        since: Option<Date>,
        editions: Option<Box<Editions>>,
    },
}

/// What a check came to under the edition it was saved with, and what it comes to now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editions {
    pub then: String,
    pub level_then: String,
    pub now: String,
    pub level_now: String,
}

/// What is being typed over the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typing {
    pub passphrase: Passphrase,
    pub again: Passphrase,
    pub news: String,
    /// What is wrong with it.
    pub fault: Option<String>,
    /// The words of a recovery sheet that were given in place of a passphrase.
    pub sheet: Option<Passphrase>,
}

impl Editions {
    /// The two, where a check is read by another edition than the one that it was judged by last; nothing where it
    /// is the same one.
    pub(in crate::app) fn of(
        words: &Words,
        (then, level_then): (&FrameworkRef, String),
        (now, level_now): (&Framework, String),
    ) -> Option<Self> {
        let reading = FrameworkRef::of(&now.about);
        // Two states of a framework can call themselves by one edition, and still come to different levels.
        let alike = then.id == reading.id && then.edition == reading.edition;
        let same = match (&then.fingerprint, &reading.fingerprint) {
            (Some(then), Some(now)) => then == now,
            _ => alike,
        };
        let named = |name: String, print: Option<&String>| match print.filter(|_| alike) {
            Some(print) => format!("{name} ({})", print.chars().take(SHORT).collect::<String>()),
            None => name,
        };
        (!same).then(|| Self {
            then: named(format!("{}, {}", then.id, then.edition), then.fingerprint.as_ref()),
            level_then,
            now: named(say::framework(words, now), reading.fingerprint.as_ref()),
            level_now,
        })
    }
}
