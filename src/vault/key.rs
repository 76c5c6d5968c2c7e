//! A person's key: made once, sealed under their passphrase, and then quick to seal and unseal with.

use std::{fmt, iter};

use age::{DecryptError, Decryptor, Encryptor, scrypt, secrecy::ExposeSecret as _, x25519};
use std::io::{Read as _, Write as _};
use zeroize::Zeroizing;

use super::secret::Passphrase;

/// How hard a passphrase is to try out, as a power of two: about half a second and 128 MiB each time. It is the same
/// on every machine, so that a check which was sealed on a fast one opens on a slow one.
pub const WORK: u8 = 17;
/// Nothing is opened that would ask for more work than this: a file could ask for hours of it.
const MOST_WORK: u8 = WORK + 1;
/// No sealed key is longer than this.
const LONGEST: usize = 4096;

/// Seals and unseals a person's checks; wiped from memory when it is let go.
pub struct Key {
    own: x25519::Identity,
    to: x25519::Recipient,
    block: Vec<u8>,
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[hidden]")
    }
}

/// Why a key does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    #[error("this is not the passphrase")]
    WrongPassphrase,
    #[error("the key is damaged")]
    Damaged,
    #[error("it was sealed by a newer program")]
    Newer,
    #[error("the key could not be sealed")]
    NotSealed,
}

impl Key {
    /// A new key under a passphrase; [`WORK`] but in tests.
    ///
    /// # Errors
    /// [`KeyError::NotSealed`], where the machine has no memory for it.
    pub fn make(passphrase: &Passphrase, work: u8) -> Result<Self, KeyError> {
        Self::under(x25519::Identity::generate(), passphrase, work)
    }

    /// The key that a sealed block holds.
    ///
    /// # Errors
    /// [`KeyError`]: a wrong passphrase is told from damage.
    pub fn open(block: &[u8], passphrase: &Passphrase) -> Result<Self, KeyError> {
        if block.len() > LONGEST {
            return Err(KeyError::Damaged);
        }
        let mut with = scrypt::Identity::new(passphrase.spelled());
        with.set_max_work_factor(MOST_WORK);
        let text = decrypt(&with, block).map_err(|fault| match fault {
            // Whoever has the file whole, which its checksum says, has the wrong words.
            DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => KeyError::WrongPassphrase,
            DecryptError::ExcessiveWork { .. } | DecryptError::UnknownFormat => KeyError::Newer,
            _ => KeyError::Damaged,
        })?;
        let text = std::str::from_utf8(&text).map_err(|_not_text| KeyError::Damaged)?;
        let own: x25519::Identity = text.parse().map_err(|_no_key| KeyError::Damaged)?;
        Ok(Self { to: own.to_public(), own, block: block.to_owned() })
    }

    /// The key that a recovery sheet holds, under a new passphrase; nothing where the text is no such key.
    ///
    /// # Errors
    /// As for [`Key::make`].
    pub fn from_sheet(
        text: &Passphrase,
        passphrase: &Passphrase,
        work: u8,
    ) -> Result<Option<Self>, KeyError> {
        match spelled(text).parse() {
            Ok(own) => Self::under(own, passphrase, work).map(Some),
            Err(_no_key) => Ok(None),
        }
    }

    /// Whether a text is the words of a recovery sheet.
    pub fn is_sheet(text: &Passphrase) -> bool {
        spelled(text).parse::<x25519::Identity>().is_ok()
    }

    fn under(own: x25519::Identity, passphrase: &Passphrase, work: u8) -> Result<Self, KeyError> {
        let mut under = scrypt::Recipient::new(passphrase.spelled());
        under.set_work_factor(work.clamp(1, MOST_WORK));
        let text = own.to_string();
        let block = encrypt(&under, text.expose_secret().as_bytes()).ok_or(KeyError::NotSealed)?;
        Ok(Self { to: own.to_public(), own, block })
    }

    /// The key sealed under its passphrase, as it stands in every file that it sealed.
    pub fn block(&self) -> &[u8] {
        &self.block
    }

    /// What a recovery sheet says: it opens everything without the passphrase.
    pub fn sheet(&self) -> Passphrase {
        Passphrase::new(self.own.to_string().expose_secret().to_owned())
    }

    /// Whether another is the same key, be it under another passphrase.
    pub fn same(&self, other: &Self) -> bool {
        self.to == other.to
    }

    /// Seals bytes under a new random key of their own, which is sealed under this one.
    pub(super) fn seal(&self, plain: &[u8]) -> Option<Vec<u8>> {
        encrypt(&self.to, plain)
    }

    /// Unseals what [`Key::seal`] sealed, or says whether it is another's or damaged.
    pub(super) fn unseal(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, NotUnsealed> {
        decrypt(&self.own, sealed).map_err(|fault| match fault {
            DecryptError::NoMatchingKeys => NotUnsealed::Another,
            _ => NotUnsealed::Damaged,
        })
    }
}

/// A recovery sheet's words as they were typed from paper: in groups, in small letters.
fn spelled(text: &Passphrase) -> Zeroizing<String> {
    Zeroizing::new(text.shown().chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect())
}

/// Why sealed bytes stay sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotUnsealed {
    /// They were sealed with another key, or their own part of the key is damaged.
    Another,
    Damaged,
}

fn encrypt(to: &dyn age::Recipient, plain: &[u8]) -> Option<Vec<u8>> {
    let encryptor = Encryptor::with_recipients(iter::once(to)).ok()?;
    let mut sealed = Vec::with_capacity(plain.len() + 512);
    let mut writer = encryptor.wrap_output(&mut sealed).ok()?;
    writer.write_all(plain).ok()?;
    writer.finish().ok()?;
    Some(sealed)
}

fn decrypt(with: &dyn age::Identity, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, DecryptError> {
    let mut reader = Decryptor::new_buffered(sealed)?.decrypt(iter::once(with))?;
    // With its full size from the start no half-read copy is left behind in memory.
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
    reader.read_to_end(&mut plain)?;
    Ok(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Passphrase {
        Passphrase::new(text.to_owned())
    }

    #[test]
    fn a_key_opens_with_its_passphrase_alone_and_is_never_printed() {
        let key = Key::make(&words("caf\u{e9} at noon"), 2).unwrap();
        let again = Key::open(key.block(), &words("cafe\u{301} at noon")).unwrap();
        assert!(again.same(&key), "another keyboard's accent is the same passphrase");
        assert_eq!(Key::open(key.block(), &words("cafe at noon")).unwrap_err(), KeyError::WrongPassphrase);
        let newer = [b"age-encryption.org/v9", &key.block()[b"age-encryption.org/v1".len()..]].concat();
        assert_eq!(Key::open(&newer, &words("x")).unwrap_err(), KeyError::Newer);
        assert!(Key::open(&key.block()[1..], &words("x")).is_err(), "whichever of the two it looks like");
        assert_eq!(Key::open(&key.block()[..40], &words("x")).unwrap_err(), KeyError::Damaged);
        assert_eq!(format!("{key:?}"), "[hidden]");
    }

    #[test]
    fn a_recovery_sheet_stands_for_the_passphrase() {
        let key = Key::make(&words("forgotten"), 2).unwrap();
        let typed = words(&format!(" {}\n", key.sheet().shown().to_lowercase()));
        let again = Key::from_sheet(&typed, &words("a new one"), 2).unwrap().unwrap();
        assert!(again.same(&key));
        assert_eq!(again.unseal(&key.seal(b"x").unwrap()).unwrap().as_slice(), b"x");
        assert!(Key::open(again.block(), &words("a new one")).is_ok());
        assert!(Key::from_sheet(&words("not a key"), &words("a"), 2).unwrap().is_none());
    }

    #[test]
    fn a_file_cannot_ask_for_hours_of_work() {
        let mut under = scrypt::Recipient::new(words("a").spelled());
        under.set_work_factor(2);
        let block = encrypt(&under, b"x").unwrap();
        let text = String::from_utf8_lossy(&block).replacen(" 2\n", " 40\n", 1).into_bytes();
        assert!(matches!(Key::open(&text, &words("a")), Err(KeyError::Newer | KeyError::Damaged)));
    }
}
