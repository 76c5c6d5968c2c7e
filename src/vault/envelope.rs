//! A check as a file's bytes: what is told of it in a list, and the check itself, sealed apart in one envelope.
//!
//! A line says what the file is; then three lengths, the sealed key, the sealed label, the sealed check, and a checksum
//! over all of it. The checksum tells a damaged file from a wrong passphrase and is no protection: that are the seals,
//! and the label, which holds the prints of both other parts, so that none can be exchanged for another's.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::key::{Key, KeyError, NotUnsealed};
use super::secret::Passphrase;
use crate::case::{
    Case,
    file::{self, CaseError, LARGEST},
    model::FrameworkRef,
};

const SEALED: &[u8] = b"levels-of-need check 1, sealed\n";
const OPEN: &[u8] = b"levels-of-need check 1, not sealed\n";
const ANY: &[u8] = b"levels-of-need check ";
/// A check's length says little about it: it grows in steps of so many bytes.
const STEP: usize = 4096;
const LABEL_STEP: usize = 1024;
const PRINT: usize = 32;

/// SHA-256.
pub(super) type Print = [u8; PRINT];

pub(super) fn print(bytes: &[u8]) -> Print {
    Sha256::digest(bytes).into()
}

/// With what a person's checks are sealed: with a key, or not at all where the organisation chose so.
#[derive(Debug)]
pub enum Seal {
    Key(Key),
    None,
}

/// What a list tells of a check: never a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Label {
    /// The file's own name, which a copy under another name keeps.
    pub id: String,
    pub code: String,
    pub framework: FrameworkRef,
    /// What it came to when it was saved, in words; empty before the suggestion was shown.
    #[serde(default)]
    pub level: String,
    pub begun: Date,
    pub touched: DateTime,
    /// The day by which somebody looks at whether this copy is still needed.
    pub review_by: Date,
    /// How often it was saved; the clock may be set back, and this never is.
    pub saves: u64,
}

/// The label as it is sealed, with what it vouches for.
#[derive(Serialize, Deserialize)]
struct Vouching {
    schema: u32,
    label: Label,
    key: Print,
    check: Print,
}

/// Why a file's bytes are no check that can be had.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    #[error("this is another kind of file")]
    NotOurs,
    #[error("it was saved by a newer program")]
    Newer,
    #[error("the file is damaged")]
    Damaged,
    #[error("it is sealed with another passphrase")]
    Another,
    #[error("it is sealed, and the passphrase was not given")]
    Locked,
    #[error("the check in it does not read: {0}")]
    Case(#[source] CaseError),
    #[error("it could not be sealed")]
    NotSealed,
}

/// Whether bytes are a check in an envelope, of whatever version.
pub fn is_envelope(bytes: &[u8]) -> bool {
    bytes.starts_with(ANY)
}

/// An envelope taken apart, still sealed.
struct Parts<'a> {
    sealed: bool,
    key: &'a [u8],
    label: &'a [u8],
    check: &'a [u8],
}

fn parts(bytes: &[u8]) -> Result<Parts<'_>, Unreadable> {
    if bytes.len() as u64 > LARGEST {
        return Err(Unreadable::NotOurs);
    }
    let (sealed, rest) = match (bytes.strip_prefix(SEALED), bytes.strip_prefix(OPEN)) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => return Err(of_another_version(bytes)),
    };
    let whole = bytes.len().checked_sub(PRINT).ok_or(Unreadable::Damaged)?;
    if print(&bytes[..whole]) != bytes[whole..] {
        return Err(Unreadable::Damaged);
    }
    let rest = rest.get(..rest.len().saturating_sub(PRINT)).ok_or(Unreadable::Damaged)?;
    let (lengths, rest) = rest.split_at_checked(12).ok_or(Unreadable::Damaged)?;
    let length = |at: usize| {
        let four = [lengths[at], lengths[at + 1], lengths[at + 2], lengths[at + 3]];
        usize::try_from(u32::from_le_bytes(four)).unwrap_or(usize::MAX)
    };
    let (key, rest) = rest.split_at_checked(length(0)).ok_or(Unreadable::Damaged)?;
    let (label, check) = rest.split_at_checked(length(4)).ok_or(Unreadable::Damaged)?;
    if check.len() != length(8) {
        return Err(Unreadable::Damaged);
    }
    Ok(Parts { sealed, key, label, check })
}

/// A version that this program does not know, or a first line that lost a letter.
fn of_another_version(bytes: &[u8]) -> Unreadable {
    let Some(rest) = bytes.strip_prefix(ANY) else { return Unreadable::NotOurs };
    let digits: Vec<u8> = rest.iter().copied().take_while(u8::is_ascii_digit).take(4).collect();
    let number = String::from_utf8_lossy(&digits).parse::<u16>();
    if number.is_ok_and(|number| number > 1) { Unreadable::Newer } else { Unreadable::Damaged }
}

/// Seals a check with its label.
///
/// # Errors
/// [`Unreadable::NotSealed`], or a case that cannot be written down or read back the same.
pub fn put_in(seal: &Seal, label: &Label, case: &Case) -> Result<Vec<u8>, Unreadable> {
    let text = Zeroizing::new(file::to_text(case).map_err(Unreadable::Case)?);
    let bytes = wrap(seal, label, &text)?;
    // What would not come back as it is must not take the place of what would.
    if take_out(seal, &bytes)?.1 != *case {
        return Err(Unreadable::NotSealed);
    }
    Ok(bytes)
}

fn wrap(seal: &Seal, label: &Label, text: &str) -> Result<Vec<u8>, Unreadable> {
    let key: &[u8] = match seal {
        Seal::Key(key) => key.block(),
        Seal::None => &[],
    };
    let check = seal_part(seal, text.as_bytes(), STEP)?;
    let vouching = Vouching { schema: 1, label: label.clone(), key: print(key), check: print(&check) };
    let vouching = ron::to_string(&vouching).map_err(|_fault| Unreadable::NotSealed)?;
    let label = seal_part(seal, vouching.as_bytes(), LABEL_STEP)?;
    let mut bytes = Vec::with_capacity(key.len() + label.len() + check.len() + 128);
    bytes.extend_from_slice(if matches!(seal, Seal::Key(_)) { SEALED } else { OPEN });
    for part in [key, &label, &check] {
        let length = u32::try_from(part.len()).map_err(|_long| Unreadable::NotSealed)?;
        bytes.extend_from_slice(&length.to_le_bytes());
    }
    for part in [key, &label, &check] {
        bytes.extend_from_slice(part);
    }
    let checksum = print(&bytes);
    bytes.extend_from_slice(&checksum);
    if bytes.len() as u64 > LARGEST {
        return Err(Unreadable::Case(CaseError::TooLarge));
    }
    Ok(bytes)
}

/// What a list tells of a check, without unsealing the check.
///
/// # Errors
/// [`Unreadable`].
pub fn label(seal: &Seal, bytes: &[u8]) -> Result<Label, Unreadable> {
    vouched(seal, &parts(bytes)?).map(|vouching| vouching.label)
}

/// A check out of its envelope.
///
/// # Errors
/// [`Unreadable`].
pub fn take_out(seal: &Seal, bytes: &[u8]) -> Result<(Label, Case), Unreadable> {
    let parts = parts(bytes)?;
    let Vouching { label, .. } = vouched(seal, &parts)?;
    let text = unseal_part(seal, parts.sealed, parts.check)?;
    let case = file::read(&text).map_err(|fault| match fault {
        // Whole, and not ours to replace by something older.
        CaseError::Newer(_) => Unreadable::Newer,
        other => Unreadable::Case(other),
    })?;
    Ok((label, case))
}

/// The sealed key in a whole envelope that is sealed.
pub(super) fn key_block(bytes: &[u8]) -> Option<&[u8]> {
    parts(bytes).ok().filter(|parts| parts.sealed).map(|parts| parts.key)
}

/// The key that sealed an envelope, by its passphrase; none where it is not sealed.
///
/// # Errors
/// [`Unreadable`] where it is no whole envelope, or within it why the key does not open.
pub fn unlock(bytes: &[u8], passphrase: &Passphrase) -> Result<Result<Seal, KeyError>, Unreadable> {
    let parts = parts(bytes)?;
    if !parts.sealed {
        return Ok(Ok(Seal::None));
    }
    Ok(Key::open(parts.key, passphrase).map(Seal::Key))
}

fn vouched(seal: &Seal, parts: &Parts<'_>) -> Result<Vouching, Unreadable> {
    let text = unseal_part(seal, parts.sealed, parts.label)?;
    let vouching: Vouching = ron::de::from_bytes(&text).map_err(|_fault| Unreadable::Damaged)?;
    if vouching.schema > 1 {
        return Err(Unreadable::Newer);
    }
    if vouching.key != print(parts.key) || vouching.check != print(parts.check) {
        return Err(Unreadable::Damaged);
    }
    Ok(vouching)
}

/// A part with its length before it and zeros after it, up to a whole step.
fn seal_part(seal: &Seal, text: &[u8], step: usize) -> Result<Vec<u8>, Unreadable> {
    let size = (text.len() + 8).next_multiple_of(step);
    let mut plain = Zeroizing::new(Vec::with_capacity(size));
    plain.extend_from_slice(&(text.len() as u64).to_le_bytes());
    plain.extend_from_slice(text);
    plain.resize(size, 0);
    match seal {
        Seal::Key(key) => key.seal(&plain).ok_or(Unreadable::NotSealed),
        Seal::None => Ok(plain.to_vec()),
    }
}

fn unseal_part(seal: &Seal, sealed: bool, part: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unreadable> {
    let plain = match (seal, sealed) {
        (_, false) => Zeroizing::new(part.to_vec()),
        (Seal::Key(key), true) => key.unseal(part).map_err(|fault| match fault {
            NotUnsealed::Another => Unreadable::Another,
            NotUnsealed::Damaged => Unreadable::Damaged,
        })?,
        (Seal::None, true) => return Err(Unreadable::Locked),
    };
    let (length, text) = plain.split_first_chunk::<8>().ok_or(Unreadable::Damaged)?;
    let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_long| Unreadable::Damaged)?;
    let text = text.get(..length).ok_or(Unreadable::Damaged)?;
    Ok(Zeroizing::new(text.to_vec()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_case_of_a_newer_program_is_newer_and_not_damaged() {
        let framework: FrameworkRef = ron::from_str("(id: \"liverpool\", edition: \"1\")").unwrap();
        let day = date(2026, 11, 24);
        let label = Label {
            id: "7Q4K-0000abcd".to_owned(),
            code: "7Q4K".to_owned(),
            framework: framework.clone(),
            level: String::new(),
            begun: day,
            touched: day.at(9, 0, 0, 0),
            review_by: day,
            saves: 1,
        };
        let text = file::to_text(&Case::new("7Q4K".to_owned(), framework, day, Some(9))).unwrap();
        let whole = wrap(&Seal::None, &label, &text).unwrap();
        assert!(take_out(&Seal::None, &whole).is_ok());
        let text = text.replacen("schema: 1", "schema: 2", 1);
        let newer = wrap(&Seal::None, &label, &text).unwrap();
        assert!(matches!(take_out(&Seal::None, &newer), Err(Unreadable::Newer)));
    }
}
