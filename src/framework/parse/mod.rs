//! One file's text becomes a document; what cannot be read is told and set aside, so that the rest still is.

mod before;
mod lex;
mod words;

pub use before::SCHEMA;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use ron::{Error, extensions::Extensions};

use self::lex::{Kind, Lexed, Pair, Token};
use super::{
    diagnostic::{Diagnostic, Place},
    raw::Document,
    source::{self, SourceFile},
    spelling,
};

/// How many faults of one file are looked for; past it the file needs more than a list.
const MOST: usize = 40;

/// A file that has been read as far as it can be.
#[derive(Debug)]
pub struct Readable<'a> {
    /// The file's text; where something in it is faulty, with as many spaces in its stead, so that every place holds.
    pub text: Cow<'a, str>,
    /// What it holds, where nothing in it is faulty: what was found out by reading it need not be read again.
    pub document: Option<Document<'a>>,
    /// The first word, which names what the document is.
    pub heading: Option<String>,
    pub loss: Loss,
    /// Ids that stood in the parts set aside: references to them are not at fault.
    pub lost_ids: BTreeSet<String>,
}

/// How much of a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    Nothing,
    Parts,
    Everything,
}

/// Reads a document; borrowed from the text, so that every word's place can be found again.
///
/// # Errors
/// The parser's first fault.
pub fn document(text: &str) -> Result<Document<'_>, ron::error::SpannedError> {
    let extensions = Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES;
    ron::Options::default().with_default_extension(extensions).from_str(text)
}

/// Finds all that can be read in a file, and tells what cannot.
pub fn read<'a>(file: &'a SourceFile, faults: &mut Vec<Diagnostic>) -> Readable<'a> {
    let mut text = shown(&file.text);
    let mut lexed = lex::lex(&text);
    let mut readable = Readable {
        heading: heading(&text, &lexed),
        text: Cow::Borrowed(""),
        document: None,
        loss: Loss::Nothing,
        lost_ids: BTreeSet::new(),
    };
    // Fields that are missing only because their names were misspelt, by their brackets' places.
    let mut misspelt = Vec::new();
    for _ in 0..MOST {
        if let Some(fault) = before::faults(file, &text, &lexed) {
            faults.push(fault);
            readable.lose_everything(&lexed, &text);
            break;
        }
        // `before` has told of brackets that do not pair.
        let pairs = lex::pairs(&lexed.tokens).unwrap_or_default();
        let error = match &text {
            Cow::Borrowed(text) => document(text).map(|document| readable.document = Some(document)).err(),
            Cow::Owned(text) => document(text).err(),
        };
        let Some(error) = error else {
            break;
        };
        let fault = words::explain(&text, &lexed, &pairs, &error);
        let at = fault.token;
        let stopped = fault.stopped;
        let start = fault.span.start;
        let bracket = at.and_then(|at| around(&pairs, at).last().map(|p| p.open));
        match &error.code {
            Error::NoSuchStructField { expected, found, .. } => {
                let near = spelling::nearest(found, expected.iter().copied());
                misspelt.extend(
                    bracket.zip(near).map(|(at, near)| (lexed.tokens[at].span.start, near.to_owned())),
                );
                faults.push(fault.told(file));
            }
            Error::MissingStructField { field, .. }
                if misspelt.contains(&(fault.span.start, (*field).to_owned())) => {}
            _ => faults.push(fault.told(file)),
        }
        let slip = mend(&text, &lexed, start, &error.code).filter(|_| stopped <= start);
        if let Some((at, mended)) = slip {
            text.to_mut().replace_range(at..=at, mended);
            lexed = lex::lex(&text);
            continue;
        }
        let Some(part) = faulty_part(&lexed, &pairs, at, &error.code) else {
            readable.lose_everything(&lexed, &text);
            break;
        };
        readable.loss = Loss::Parts;
        readable.lost_ids.extend(ids(&lexed, &text, &part));
        text.to_mut().replace_range(part.clone(), &" ".repeat(part.len()));
        lexed = lex::lex(&text);
    }
    if readable.document.is_none() && readable.loss != Loss::Everything && document(&text).is_err() {
        readable.loss = Loss::Everything;
    }
    readable.text = text;
    readable
}

impl Readable<'_> {
    /// A file that is not read at all.
    pub fn nothing(loss: Loss) -> Self {
        Self { text: Cow::Borrowed(""), document: None, heading: None, loss, lost_ids: BTreeSet::new() }
    }

    fn lose_everything(&mut self, lexed: &Lexed, text: &str) {
        self.loss = Loss::Everything;
        self.lost_ids.extend(ids(lexed, text, &(0..text.len())));
    }
}

/// A text without the characters that do not show, each place as it was.
fn shown(text: &str) -> Cow<'_, str> {
    if !source::any_hides(text) {
        return Cow::Borrowed(text);
    }
    let blank = |c: char| if source::hides(c) { " ".repeat(c.len_utf8()) } else { c.to_string() };
    Cow::Owned(text.chars().map(blank).collect())
}

fn heading(text: &str, lexed: &Lexed) -> Option<String> {
    let first = lexed.tokens.first()?;
    (first.kind == Kind::Name).then(|| text[first.span.clone()].to_owned())
}

/// The ids that a part of the text defines.
fn ids(lexed: &Lexed, text: &str, part: &Range<usize>) -> Vec<String> {
    let inside = |t: &Token| part.contains(&t.span.start);
    lexed
        .tokens
        .windows(3)
        .filter(|w| inside(&w[0]) && &text[w[0].span.clone()] == "id")
        .filter(|w| w[1].kind == Kind::Colon && w[2].kind == Kind::Quoted)
        .filter_map(|w| ron::from_str(&text[w[2].span.clone()]).ok())
        .collect()
}

/// A slip that can be mended in place, so that the parser can go on and nothing is lost.
fn mend(text: &str, lexed: &Lexed, at: usize, error: &Error) -> Option<(usize, &'static str)> {
    let before = lexed.tokens.iter().map(|t| t.span.end);
    let gap = before.take_while(|end| *end <= at).last()?..at;
    // A comment in between might run to the end of its line, and a comma would prolong it.
    let free = !gap.is_empty() && text[gap].bytes().all(|b| b.is_ascii_whitespace());
    match error {
        Error::ExpectedComma if free => Some((at - 1, ",")),
        Error::ExpectedMapColon if text[at..].starts_with('=') => Some((at, ":")),
        _ => None,
    }
}

/// What is to be set aside so that the parser can go on: a field that does not belong, else the
/// outermost item of a list that holds the fault; none where the fault is in no list.
fn faulty_part(lexed: &Lexed, pairs: &[Pair], at: Option<usize>, error: &Error) -> Option<Range<usize>> {
    let at = at?;
    let tokens = &lexed.tokens;
    let field = matches!(error, Error::NoSuchStructField { .. } | Error::DuplicateStructField { .. });
    let around = around(pairs, at);
    let within = if field {
        around.last()
    } else {
        around.iter().find(|p| tokens[p.open].kind == Kind::Open('[') && at < p.close)
    }?;
    let (first, last) = item(tokens, pairs, within, at)?;
    Some(tokens[first].span.start..tokens[last].span.end)
}

/// The brackets around a word, outermost first.
fn around(pairs: &[Pair], at: usize) -> Vec<&Pair> {
    let mut around: Vec<_> = pairs.iter().filter(|p| p.open < at && at <= p.close).collect();
    around.sort_by_key(|p| p.open);
    around
}

/// The item of a bracket that holds a token, with the comma after it.
fn item(tokens: &[Token], pairs: &[Pair], within: &Pair, at: usize) -> Option<(usize, usize)> {
    let closes: HashMap<_, _> = pairs.iter().map(|p| (p.open, p.close)).collect();
    let mut first = within.open + 1;
    let mut here = first;
    while here < within.close {
        if tokens[here].kind == Kind::Comma {
            if at <= here {
                return Some((first, here));
            }
            first = here + 1;
        }
        here = closes.get(&here).unwrap_or(&here) + 1;
    }
    (first < within.close).then(|| (first, within.close - 1))
}

impl words::Fault {
    fn told(self, file: &SourceFile) -> Diagnostic {
        let place = Place::new(file, self.span, self.label);
        let mut told = Diagnostic::error(self.message, place);
        told.help = self.help;
        told
    }
}
