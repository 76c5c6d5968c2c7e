//! A case as a file's text: written down, and read with its faults placed and nothing of it quoted.

use std::{borrow::Cow, io};

use ron::ser::PrettyConfig;
use serde::Deserialize;

use super::{
    Case,
    family::{FamilyFault, MOST_CHILDREN},
    model::SCHEMA,
    training::{self, TrainingFault},
};
use crate::{
    decode::{self, Decoded, Fault},
    framework::IdError,
};

/// The largest case file that is read, in bytes.
pub const LARGEST: u64 = 16 * 1024 * 1024;

/// Why a case file could not be read or saved.
///
/// Messages say where and never quote the file: it is about a child.
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    #[error("the file could not be opened: {0}")]
    Open(#[source] io::Error),
    #[error("this is not a file that can be read (a folder or a device)")]
    NotAFile,
    #[error("the file is larger than a case can be ({} MiB)", LARGEST / 1024 / 1024)]
    TooLarge,
    #[error("the file is not text; it may be damaged, or may be another kind of file")]
    NotText,
    #[error(
        "the file is saved as UTF-16, which Windows calls Unicode; open it in an editor and save it as UTF-8"
    )]
    Wide,
    #[error(
        "line {line}, column {column}: this character is not UTF-8; an older Windows program may have saved \
         the file: open it in an editor, save it as UTF-8, and retype this character"
    )]
    Foreign { line: usize, column: usize },
    #[error(
        "line {line}, column {column}: there are zeros here where text should be; the disk has lost a part of \
         the file: look for a copy of it"
    )]
    Zeros { line: usize, column: usize },
    #[error(
        "line {line}: the lines of this file end as an old Mac ended them; open it in an editor and save it \
         with line ends LF or CRLF"
    )]
    OldMac { line: usize },
    #[error("the file is empty")]
    Empty,
    #[error(
        "line {line}, column {column}: a case file cannot switch features of its format on; delete this line"
    )]
    Extension { line: usize, column: usize },
    #[error("line {line}, column {column}: this is not how a case file is written ({what})")]
    Shape { line: usize, column: usize, what: Cow<'static, str> },
    #[error("the case was written by a newer program (case format {0}); open it with that one")]
    Newer(u32),
    #[error("{}", family(*.0))]
    Family(FamilyFault),
    /// Of a worked case's story, every fault at once.
    #[error("{}", lines(.0))]
    Training(Vec<TrainingFault>),
    #[error("the case could not be saved: {0}")]
    Save(#[source] io::Error),
    #[error("the case could not be written down")]
    Write,
}

/// Reads a case from a file's bytes.
///
/// # Errors
/// [`CaseError`] for whatever keeps them from being a case.
pub fn read(bytes: &[u8]) -> Result<Case, CaseError> {
    let (text, case) = read_text(bytes)?;
    if let Some(training) = &case.training {
        let faults = training::faults(&text, &options(), training, &case.answers);
        if !faults.is_empty() {
            return Err(CaseError::Training(faults));
        }
    }
    Ok(case)
}

/// Reads a worked case whose story need not be whole: one that somebody is still writing.
///
/// # Errors
/// As [`read`], but for [`CaseError::Training`].
pub fn read_draft(bytes: &[u8]) -> Result<Case, CaseError> {
    read_text(bytes).map(|(_, case)| case)
}

fn read_text(bytes: &[u8]) -> Result<(String, Case), CaseError> {
    if bytes.len() as u64 > LARGEST {
        return Err(CaseError::TooLarge);
    }
    let Decoded { text, fault } = decode::decode(bytes);
    if let Some(fault) = fault {
        return Err(not_text(&text, fault));
    }
    let first = first_word(&text);
    let rest = &text[first..];
    if rest.is_empty() {
        return Err(CaseError::Empty);
    }
    if rest.starts_with('#') {
        let (line, column) = decode::place(&text, first);
        return Err(CaseError::Extension { line, column });
    }
    let case: Case = options().from_str(&text).map_err(|fault| {
        // What is strange in a file of a newer program is no fault of the file.
        if let Ok(Envelope { schema }) = options().from_str(&text)
            && schema > SCHEMA
        {
            return CaseError::Newer(schema);
        }
        let at = fault.span.start;
        CaseError::Shape { line: at.line, column: at.col, what: plain(&fault.code) }
    })?;
    if case.schema > SCHEMA {
        return Err(CaseError::Newer(case.schema));
    }
    if let Some(fault) = case.family_fault() {
        return Err(CaseError::Family(fault));
    }
    Ok((text, case))
}

impl CaseError {
    /// What is wrong, fault by fault, each with its line and column from 1 where it has one.
    pub fn faults(&self) -> Vec<(usize, usize, String)> {
        match self {
            Self::Training(faults) => {
                faults.iter().map(|fault| (fault.line, fault.column, fault.what.to_string())).collect()
            }
            Self::Foreign { line, column }
            | Self::Zeros { line, column }
            | Self::Extension { line, column }
            | Self::Shape { line, column, .. } => vec![(*line, *column, self.to_string())],
            Self::OldMac { line } => vec![(*line, 1, self.to_string())],
            _ => vec![(1, 1, self.to_string())],
        }
    }
}

fn lines(faults: &[TrainingFault]) -> String {
    let line =
        |fault: &TrainingFault| format!("line {}, column {}: {}", fault.line, fault.column, fault.what);
    faults.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What contradicts itself about the children, in words.
fn family(fault: FamilyFault) -> String {
    match fault {
        FamilyFault::Twice(no) => format!("two children of the case have the number {}", no.0),
        FamilyFault::Nobody(no) => {
            format!("an answer is about child number {}, and the case has no such child", no.0)
        }
        FamilyFault::TooMany => format!("a case is about {MOST_CHILDREN} children at the most"),
    }
}

/// Writes a case as a file's text.
///
/// # Errors
/// [`CaseError::Write`], which no case that was read or made here causes.
pub fn to_text(case: &Case) -> Result<String, CaseError> {
    let pretty = PrettyConfig::new().new_line("\n").struct_names(true);
    let mut text = options().to_string_pretty(case, pretty).map_err(|_fault| CaseError::Write)?;
    text.push('\n');
    Ok(text)
}

/// All that is read of a case whose shape may be another.
#[derive(Deserialize)]
#[serde(rename = "Case")]
struct Envelope {
    schema: u32,
}

fn not_text(text: &str, fault: Fault) -> CaseError {
    match fault {
        Fault::Wide => CaseError::Wide,
        Fault::Binary => CaseError::NotText,
        Fault::Zeros { at } => {
            let (line, column) = decode::place(text, at);
            CaseError::Zeros { line, column }
        }
        Fault::Foreign { at } => {
            let (line, column) = decode::place(text, at);
            CaseError::Foreign { line, column }
        }
        Fault::OldMac { at } => CaseError::OldMac { line: decode::place(text, at).0 },
    }
}

/// Where the first word stands that is neither space nor comment.
fn first_word(text: &str) -> usize {
    let mut rest = text;
    loop {
        // The two marks of direction are spaces to the parser too.
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200E}' | '\u{200F}'));
        let Some(comment) = rest.strip_prefix('/') else { break };
        let length = match comment.chars().next() {
            Some('/') => comment.find('\n').unwrap_or(comment.len()),
            Some('*') => block(comment),
            _ => break,
        };
        rest = &comment[length..];
    }
    text.len() - rest.len()
}

/// The length of a block comment, which may hold others, from the star of its `/*` on.
fn block(comment: &str) -> usize {
    let (mut at, mut depth) = (1, 1);
    while depth > 0 {
        match comment.as_bytes().get(at..at + 2) {
            Some(b"/*") => (at, depth) = (at + 2, depth + 1),
            Some(b"*/") => (at, depth) = (at + 2, depth - 1),
            Some(_) => at += 1,
            None => return comment.len(),
        }
    }
    at
}

fn options() -> ron::Options {
    use ron::extensions::Extensions;
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES)
}

/// A fault in words of our own: RON's messages quote what stands in the file.
fn plain(fault: &ron::Error) -> Cow<'static, str> {
    use ron::Error as E;
    Cow::Borrowed(match fault {
        // The field's name is one of the program's own words.
        E::MissingStructField { field, .. } => return format!("the field `{field}` is missing").into(),
        E::DuplicateStructField { field, .. } => return format!("the field `{field}` stands twice").into(),
        E::NoSuchStructField { .. } => "a field that a case does not have",
        E::NoSuchEnumVariant { .. } => "a word that is not one of the choices",
        E::ExpectedDifferentStructName { .. } | E::ExpectedNamedStructLike(_) => {
            "the file does not begin as a case does, or another kind of part stands here"
        }
        E::Eof | E::ExpectedStringEnd | E::UnclosedBlockComment => {
            "the file ends too early, or a bracket or quotation mark is not closed"
        }
        E::TrailingCharacters => "something follows the end of the case",
        E::ExpectedString => "text in straight quotes was expected",
        E::ExpectedInteger | E::InvalidIntegerDigit { .. } => "a whole number was expected",
        E::IntegerOutOfBounds => "this number is too small or too large to stand here",
        E::ExpectedBoolean => "`true` or `false` was expected",
        E::ExpectedComma => "a comma is missing before this, or a quotation mark",
        E::ExpectedArray => "a list in square brackets was expected",
        E::ExpectedMapColon => "a colon was expected after a field's name",
        E::InvalidEscape(_) => "a backslash has a meaning of its own, and not with this after it",
        E::ExceededRecursionLimit => "too many brackets inside each other",
        E::Message(words) if is_of_an_id(words) => "this cannot be an id",
        E::Message(_) => "a day, a time or a number that there is not",
        _ => "a sign or word that does not belong here, or a bracket before it is not closed",
    })
}

fn is_of_an_id(words: &str) -> bool {
    [IdError::Empty, IdError::Long, IdError::Character(' ')].iter().any(|fault| fault.to_string() == *words)
}
