//! The open check put away while the screen is locked: nothing is left in memory but what is sealed.

use zeroize::Zeroizing;

use super::{
    key::{Key, KeyError},
    secret::Passphrase,
};

/// What is left of an open check while the screen is locked. It can be shown to anybody.
#[derive(Clone, Debug)]
pub struct Away {
    block: Vec<u8>,
    sealed: Vec<u8>,
}

impl Away {
    /// Seals what is to come back, and lets the key go.
    ///
    /// # Errors
    /// The key again, where the machine has no memory for it: the caller keeps everything as it was.
    pub fn seal(key: Key, what: &Zeroizing<Vec<u8>>) -> Result<Self, Key> {
        match key.seal(what) {
            Some(sealed) => Ok(Self { block: key.block().to_owned(), sealed }),
            None => Err(key),
        }
    }

    /// The key and what was put away, for whoever has the passphrase.
    ///
    /// # Errors
    /// [`KeyError::WrongPassphrase`] as often as it is wrong; nothing is lost by it.
    pub fn restore(&self, passphrase: &Passphrase) -> Result<(Key, Zeroizing<Vec<u8>>), KeyError> {
        let key = Key::open(&self.block, passphrase)?;
        let what = key.unseal(&self.sealed).map_err(|_fault| KeyError::Damaged)?;
        Ok((key, what))
    }
}
