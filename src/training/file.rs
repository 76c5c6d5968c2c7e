//! A room's files as text: answer files and sessions, read with care and never quoted.

use ron::{extensions::Extensions, ser::PrettyConfig};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::session::{SCHEMA, Session};
use crate::decode::{self, Decoded};

/// The largest file of a room's, in bytes: a session may hold the whole walks of some thousand people.
pub const LARGEST: u64 = 64 * 1024 * 1024;
/// The largest file of one person's answers, in bytes.
pub const LARGEST_SHEET: u64 = 8 * 1024 * 1024;

/// Why a file is not one of a room's.
#[derive(Debug, thiserror::Error)]
pub enum FileFault {
    #[error("it is empty")]
    Empty,
    #[error("it is larger than such a file can be")]
    TooLarge,
    #[error("it is not text; it may be damaged, or may be another kind of file")]
    NotText,
    #[error("it is not written as it should be from line {line}, column {column} on; it may be cut off")]
    Shape { line: usize, column: usize },
    #[error("it was written by a newer program (format {0})")]
    Newer(u32),
    #[error("it could not be opened")]
    Disk,
    #[error("it could not be written down")]
    Write,
}

/// All that is read of a file whose shape may be another.
#[derive(Deserialize)]
struct Envelope {
    schema: u32,
}

/// Reads one of a room's files.
///
/// # Errors
/// [`FileFault`], which never quotes the file.
pub fn read<T: DeserializeOwned>(bytes: &[u8], schema: impl Fn(&T) -> u32) -> Result<T, FileFault> {
    if bytes.len() as u64 > LARGEST {
        return Err(FileFault::TooLarge);
    }
    let Decoded { text, fault } = decode::decode(bytes);
    if fault.is_some() {
        return Err(FileFault::NotText);
    }
    if text.trim().is_empty() {
        return Err(FileFault::Empty);
    }
    let found: T = options().from_str(&text).map_err(|fault| {
        if let Ok(Envelope { schema }) = options().from_str(&text)
            && schema > SCHEMA
        {
            return FileFault::Newer(schema);
        }
        FileFault::Shape { line: fault.span.start.line, column: fault.span.start.col }
    })?;
    match schema(&found) {
        newer if newer > SCHEMA => Err(FileFault::Newer(newer)),
        _ => Ok(found),
    }
}

/// Reads a session.
///
/// # Errors
/// As [`read`].
pub fn session(bytes: &[u8]) -> Result<Session, FileFault> {
    read(bytes, |session: &Session| session.schema)
}

/// Writes one of a room's files down.
///
/// # Errors
/// [`FileFault::Write`], which nothing that was made here causes.
pub fn to_text(value: &impl Serialize) -> Result<String, FileFault> {
    let pretty = PrettyConfig::new().new_line("\n").struct_names(true);
    let mut text = options().to_string_pretty(value, pretty).map_err(|_fault| FileFault::Write)?;
    text.push('\n');
    Ok(text)
}

fn options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES)
}
