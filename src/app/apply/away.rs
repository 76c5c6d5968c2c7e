//! The open check and the key put away while the screen is locked, and brought back by the passphrase.

use eframe::egui::{Context, text_edit::TextEditState, util::IdTypeMap};
use zeroize::Zeroizing;

use crate::{
    app::{LonApp, keeping::Typing, open::Shell, view::Scratch},
    vault::{Away, KeyError, Passphrase, Seal},
};

/// What is left of the person's work while it is put away: nothing that can be read.
#[derive(Debug)]
pub struct PutAway {
    away: Away,
    shell: Option<Shell>,
}

/// Why nothing is put away; everything is then as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAway {
    /// No passphrase was chosen, or given: nothing could bring it back.
    #[error("no passphrase was chosen")]
    NoPassphrase,
    #[error("there is no memory for it")]
    NoMemory,
}

impl LonApp {
    /// Whether the open check and the key are put away.
    pub fn is_away(&self) -> bool {
        self.away.is_some()
    }

    /// Saves the open check, seals it in memory, and lets it and the key go. Where one is stays remembered.
    ///
    /// # Errors
    /// [`NotAway`]; everything is then as it was.
    pub fn put_away(&mut self, ctx: &Context) -> Result<(), NotAway> {
        if self.is_away() {
            return Ok(());
        }
        if !matches!(self.keeping.seal, Some(Seal::Key(_))) {
            return Err(NotAway::NoPassphrase);
        }
        self.save_kept(ctx);
        let packed = match self.session.open() {
            Some(open) => open.pack().ok_or(NotAway::NoMemory)?,
            None => Zeroizing::new(Vec::new()),
        };
        let Some(Seal::Key(key)) = self.keeping.seal.take() else { return Err(NotAway::NoPassphrase) };
        let away = match Away::seal(key, &packed) {
            Ok(away) => away,
            Err(key) => {
                self.keeping.seal = Some(Seal::Key(key));
                return Err(NotAway::NoMemory);
            }
        };
        let shell = self.session.take_open().map(crate::app::open::Open::into_shell);
        self.away = Some(PutAway { away, shell });
        self.keeping.found = None;
        self.keeping.looked_for.clear();
        self.keeping.typing = Typing::default();
        self.scratch = Scratch { map: self.scratch.map, paper: self.scratch.paper, ..Scratch::default() };
        self.overlay = None;
        self.message = None;
        self.after_save = None;
        // A field remembers what stood in it, to take it back.
        ctx.data_mut(IdTypeMap::remove_by_type::<TextEditState>);
        Ok(())
    }

    /// Brings everything back as it was.
    ///
    /// # Errors
    /// [`KeyError::WrongPassphrase`] as often as it is wrong; nothing is lost by it.
    pub fn bring_back(&mut self, passphrase: &Passphrase) -> Result<(), KeyError> {
        let Some(PutAway { away, shell }) = &self.away else { return Ok(()) };
        let (key, packed) = away.restore(passphrase)?;
        if let Some(shell) = shell {
            let open = shell.open(&packed).ok_or(KeyError::Damaged)?;
            self.session.put_open(open);
        }
        self.away = None;
        self.keeping.seal = Some(Seal::Key(key));
        self.keeping.look();
        Ok(())
    }
}
