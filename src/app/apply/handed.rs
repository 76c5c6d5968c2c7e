//! A check handed to a colleague: saved as a file that is sealed with a passphrase of its own, and opened by them.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::keeping::level_of;
use crate::{
    app::{
        LonApp,
        action::Overlay,
        keeping::{Asked, SHORTEST, Typing},
    },
    case::{Case, file},
    vault::{
        Key, KeyError, Label, Passphrase, Seal, Unreadable, WORK,
        envelope::{self, put_in, take_out},
        folder::review_by,
    },
    words::fill,
};

impl LonApp {
    /// The passphrase that was typed for the file that is about to be saved; none for a file that is not sealed.
    pub(super) fn passphrase_for_file(&self) -> Option<Passphrase> {
        let typed = matches!(self.overlay, Some(Overlay::SaveAs));
        let typed = typed.then(|| self.keeping.typing.passphrase.clone());
        typed.filter(|passphrase| !passphrase.is_empty())
    }

    /// Saves the open check for a colleague. The open check stays what it was, and where it was.
    pub(super) fn save_sealed(&mut self, path: &Path, passphrase: &Passphrase, ctx: &Context) {
        let words = &self.words.keeping;
        if passphrase.letters() < SHORTEST {
            self.keeping.typing.fault = Some(words.too_short.to_owned());
            return;
        }
        let Some(open) = self.session.open() else { return };
        let now = (self.clock.now)();
        let case = open.case();
        let label = Label {
            id: case.code.clone(),
            code: case.code.clone(),
            framework: case.framework.clone(),
            level: level_of(open),
            begun: case.as_of,
            touched: now,
            review_by: review_by(case.as_of),
            saves: 1,
        };
        let done = match Key::make(passphrase, WORK) {
            Ok(key) => put_in(&Seal::Key(key), &label, case).map_err(|fault| fault.to_string()),
            Err(fault) => Err(fault.to_string()),
        };
        let done = done.and_then(|bytes| file::put(path, &bytes).map_err(|fault| fault.to_string()));
        self.keeping.typing = Typing::default();
        self.close_overlay(ctx);
        match done {
            Ok(()) => {
                self.papers.push(path.to_owned());
                self.session.kept();
                self.message = Some(words.handed.to_owned());
                if let Some(leaving) = self.after_save.take() {
                    self.leave_now(leaving, ctx);
                }
            }
            Err(fault) => {
                self.after_save = None;
                self.message = Some(fill(self.words.files.save_failed, &[&fault]));
            }
        }
    }

    /// Opens a file that is a check in an envelope: at once where it is not sealed or is one's own, else by asking.
    pub(super) fn open_envelope(&mut self, path: PathBuf, bytes: &[u8], ctx: &Context) {
        let none = Seal::None;
        let seal = self.keeping.seal.as_ref().unwrap_or(&none);
        match take_out(seal, bytes) {
            Ok((_, case)) => self.open_handed(case),
            Err(Unreadable::Another | Unreadable::Locked) => {
                self.keeping.typing = Typing::default();
                self.show(Overlay::Keep(Box::new(Asked::Unseal(path))), ctx);
            }
            Err(fault) => self.message = Some(fill(self.words.keeping.not_opened, &[&fault.to_string()])),
        }
    }

    /// Opens a sealed file by the passphrase that was typed.
    pub(super) fn unseal(&mut self, ctx: &Context) {
        let path = match &self.overlay {
            Some(Overlay::Keep(asked)) => match &**asked {
                Asked::Unseal(path) => path.clone(),
                _ => return,
            },
            _ => return,
        };
        let words = &self.words.keeping;
        let passphrase = &self.keeping.typing.passphrase;
        let opened = file::bytes(&path).map_err(|fault| fault.to_string()).and_then(|bytes| {
            match envelope::unlock(&bytes, passphrase) {
                Ok(Ok(seal)) => {
                    take_out(&seal, &bytes).map(|(_, case)| case).map_err(|fault| fault.to_string())
                }
                Ok(Err(KeyError::WrongPassphrase)) => Err(words.wrong.to_owned()),
                Ok(Err(fault)) => Err(fault.to_string()),
                Err(fault) => Err(fault.to_string()),
            }
        });
        match opened {
            Ok(case) => {
                self.keeping.typing = Typing::default();
                self.close_overlay(ctx);
                self.open_handed(case);
            }
            Err(fault) => self.keeping.typing.fault = Some(fault),
        }
    }

    /// It has no place of its own here: the file stays as it was handed over, and the check is kept with one's own.
    fn open_handed(&mut self, case: Case) {
        self.open_under(case, None);
        if self.message.is_none() {
            self.message = Some(self.words.keeping.was_handed.to_owned());
        }
    }
}
