//! One file's text becomes a document; what cannot be read is told and set aside, so that the rest still is.

mod lex;
mod words;

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use ron::extensions::Extensions;

use self::lex::{Kind, Lexed, Pair, Token};
use super::{
    diagnostic::{Diagnostic, Place},
    raw::Document,
    source::{self, SourceFile},
};

/// How many faults of one file are looked for; past it the file needs more than a list.
const MOST: usize = 40;

/// A file that has been read as far as it can be.
#[derive(Debug)]
pub struct Readable {
    /// The file's text with faulty parts replaced by as many spaces, so that every place still holds.
    pub text: String,
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
pub fn read(file: &SourceFile, faults: &mut Vec<Diagnostic>) -> Readable {
    let mut text: String = file
        .text
        .chars()
        .flat_map(|c| {
            let blank = source::hides(c);
            std::iter::repeat_n(if blank { ' ' } else { c }, if blank { c.len_utf8() } else { 1 })
        })
        .collect();
    let mut readable = Readable {
        heading: heading(&text),
        text: String::new(),
        loss: Loss::Nothing,
        lost_ids: BTreeSet::new(),
    };
    for _ in 0..MOST {
        let lexed = lex::lex(&text);
        if let Some(fault) = words::before_parsing(file, &text, &lexed) {
            faults.push(fault);
            readable.lose_everything(&lexed, &text);
            break;
        }
        // `before_parsing` has told of brackets that do not pair.
        let pairs = lex::pairs(&lexed.tokens).unwrap_or_default();
        let Err(error) = document(&text) else {
            break;
        };
        let fault = words::explain(&text, &lexed, &pairs, &error);
        let at = fault.token;
        faults.push(fault.told(file));
        match faulty_part(&lexed, &pairs, at, &error.code) {
            Some(part) => {
                readable.loss = Loss::Parts;
                readable.lost_ids.extend(ids(&lexed, &text, part.clone()));
                text.replace_range(part.clone(), &" ".repeat(part.len()));
            }
            None => {
                readable.lose_everything(&lexed, &text);
                break;
            }
        }
    }
    if readable.loss != Loss::Everything && document(&text).is_err() {
        readable.loss = Loss::Everything;
    }
    readable.text = text;
    readable
}

impl Readable {
    /// A file that is not read at all.
    pub fn nothing(loss: Loss) -> Self {
        Self { text: String::new(), heading: None, loss, lost_ids: BTreeSet::new() }
    }

    fn lose_everything(&mut self, lexed: &Lexed, text: &str) {
        self.loss = Loss::Everything;
        self.lost_ids.extend(ids(lexed, text, 0..text.len()));
    }
}

fn heading(text: &str) -> Option<String> {
    let lexed = lex::lex(text);
    let first = lexed.tokens.first()?;
    (first.kind == Kind::Name).then(|| text[first.span.clone()].to_owned())
}

/// The ids that a part of the text defines.
fn ids(lexed: &Lexed, text: &str, part: Range<usize>) -> Vec<String> {
    let inside = |t: &Token| part.contains(&t.span.start);
    lexed
        .tokens
        .windows(3)
        .filter(|w| inside(&w[0]) && &text[w[0].span.clone()] == "id")
        .filter(|w| w[1].kind == Kind::Colon && w[2].kind == Kind::Quoted)
        .map(|w| text[w[2].span.clone()].trim_matches('"').to_owned())
        .collect()
}

/// What is to be set aside so that the parser can go on: a field that does not belong, else the
/// outermost item of a list that holds the fault; none where the fault is in no list.
fn faulty_part(lexed: &Lexed, pairs: &[Pair], at: Option<usize>, error: &ron::Error) -> Option<Range<usize>> {
    let at = at?;
    let tokens = &lexed.tokens;
    let field =
        matches!(error, ron::Error::NoSuchStructField { .. } | ron::Error::DuplicateStructField { .. });
    let mut around: Vec<_> = pairs.iter().filter(|p| p.open < at && at <= p.close).collect();
    around.sort_by_key(|p| p.open);
    let within = if field {
        around.last()
    } else {
        around.iter().find(|p| tokens[p.open].kind == Kind::Open('[') && at < p.close)
    }?;
    let (first, last) = item(tokens, pairs, within, at)?;
    Some(tokens[first].span.start..tokens[last].span.end)
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
