//! The parser's faults in plain words, each at the place where the author would mend it.

use std::ops::Range;

use ron::error::{Error, SpannedError};

use super::super::spelling;
use super::lex::{Lexed, Pair};

/// A fault of the parser, put into words.
pub struct Fault {
    /// The word at fault, as its place in the list of words.
    pub token: Option<usize>,
    pub span: Range<usize>,
    /// Where the parser stopped: at the word's beginning, or within it.
    pub stopped: usize,
    pub message: String,
    pub label: String,
    pub help: Option<String>,
}

/// Puts a fault of the parser into words and finds the word it is about.
pub fn explain(text: &str, lexed: &Lexed, pairs: &[Pair], error: &SpannedError) -> Fault {
    let from = offset(text, error.span.start.line, error.span.start.col);
    let to = offset(text, error.span.end.line, error.span.end.col);
    let from = if matches!(error.code, Error::TrailingCharacters) { to } else { from };
    let mut token = lexed.tokens.iter().position(|t| t.span.end > from);
    if let (Error::MissingStructField { .. }, Some(at)) = (&error.code, token) {
        token = pairs.iter().find(|p| p.close == at).map(|p| p.open);
    }
    let last = lexed.tokens.len().checked_sub(1);
    let token = token.or(last);
    let mut span = token.map_or(from..from, |at| lexed.tokens[at].span.clone());
    if matches!(error.code, Error::InvalidEscape(_)) {
        span = from..to.max(from);
    }
    let (message, label, help) = words(&error.code, &text[span.clone()], before(text, from));
    Fault { token, span, stopped: from, message, label, help }
}

fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The byte at which a line and column stand, both counted from 1, columns in characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start = match line {
        0 | 1 => 0,
        n => text.match_indices('\n').nth(n - 2).map_or(text.len(), |(at, _)| at + 1),
    };
    let column = column.saturating_sub(1);
    let places = text[start..].char_indices().nth(column);
    places.map_or(text.len(), |(at, _)| start + at)
}

type Words = (String, String, Option<String>);

fn words(error: &Error, found: &str, before: Option<char>) -> Words {
    if let Some((what, help)) = expected(error, found, before) {
        let help = Some(help.to_owned());
        return (format!("{what} is expected here"), what.to_owned(), help);
    }
    if let Some((message, label, help)) = plain(error) {
        return (message.to_owned(), label.to_owned(), Some(help.to_owned()));
    }
    match error {
        Error::NoSuchStructField { expected, found, outer } => {
            let owner = thing(outer.as_deref());
            choice(format!("{owner} has no field `{found}`"), found, expected)
        }
        Error::NoSuchEnumVariant { expected, found, .. } => unknown_word(found, expected),
        Error::MissingStructField { field, outer } => (
            format!("{} lacks its field `{field}`", thing(outer.as_deref())),
            format!("no `{field}` in this bracket"),
            Some(format!("add `{field}: ...,` inside the bracket that opens here")),
        ),
        Error::DuplicateStructField { field, outer } => (
            format!("{} has the field `{field}` twice", thing(outer.as_deref())),
            "the second one".to_owned(),
            Some("keep one of the two".to_owned()),
        ),
        Error::ExpectedNamedStructLike(name) => {
            let what = format!("{} in round brackets", thing(Some(name)));
            let help = "write it as `(field: value, ...)`".to_owned();
            (format!("{what} is expected here"), what, Some(help))
        }
        Error::InvalidValueForType { expected: what, .. } => {
            (format!("{what} is expected here"), what.clone(), None)
        }
        Error::ExpectedDifferentLength { found: n, .. } => (
            format!("this needs another number of parts than the {n} it has"),
            "here".to_owned(),
            Some("`Rung` takes a question and a rung, `AtLeast` a number and a list".to_owned()),
        ),
        other => (format!("this cannot be read ({other})"), "here".to_owned(), None),
    }
}

/// What should stand where something else does, and how it is written.
fn expected(error: &Error, found: &str, before: Option<char>) -> Option<(&'static str, &'static str)> {
    let after_digit = before.is_some_and(|c| c.is_ascii_digit());
    Some(match error {
        Error::ExpectedInteger => ("a whole number", "write digits without quotation marks, such as `3`"),
        Error::ExpectedComma if after_digit && found.contains('.') => {
            ("a whole number", "leave the point and what follows it out")
        }
        Error::ExpectedBoolean => ("`true` or `false`", "write `true` or `false`, without quotation marks"),
        Error::ExpectedString => ("a text in quotation marks", "write it as `\"...\"`"),
        Error::ExpectedArray => (
            "a list in square brackets",
            "write `[` before the first item and `]` after the last, even where there is only one",
        ),
        Error::ExpectedStructLike => {
            ("an opening bracket `(`", "after its name, what follows stands in round brackets")
        }
        Error::ExpectedIdentifier if found.starts_with('"') => {
            ("a word without quotation marks", "take the quotation marks away")
        }
        Error::ExpectedIdentifier if found == "(" => (
            "the kind of this item",
            "write its kind before the bracket, such as `YesNo(`, `Ladder(`, `Raise(` or `Advise(`",
        ),
        Error::ExpectedIdentifier if found == "{" => (
            "the name of the document",
            "a framework's file is RON and not JSON: it begins with a word such as `Concern(`, \
             and field names have no quotation marks",
        ),
        Error::ExpectedMapColon => ("a colon `:`", "a field's name and its value are written `name: value`"),
        _ => return None,
    })
}

/// Faults that are the same wherever they stand: what is wrong, a label and the cure.
fn plain(error: &Error) -> Option<(&'static str, &'static str, &'static str)> {
    Some(match error {
        Error::ExpectedComma => (
            "a comma is missing before this",
            "here",
            "put a comma after the item or field that ends before this",
        ),
        Error::IntegerOutOfBounds => (
            "this number is too small or too large to stand here",
            "out of bounds",
            "amounts are whole numbers from 0 up",
        ),
        Error::InvalidEscape(_) => (
            "a backslash `\\` has a meaning of its own in a text, and not with this after it",
            "here",
            "write a backslash itself as `\\\\`",
        ),
        Error::TrailingCharacters => (
            "this stands after the end of the document",
            "too much",
            "a file holds one document; put this into a file of its own, or inside the brackets",
        ),
        Error::ExceededRecursionLimit => {
            ("brackets are nested too deeply here", "too deep", "split the condition into several rules")
        }
        Error::InvalidValueForType { expected, .. } if expected == "a borrowed string" => (
            "an id or a reference is written without backslashes",
            "here",
            "an id has only the letters a to z, digits, `.`, `-` and `_`",
        ),
        Error::Eof => ("the file ends too early", "the last word", "look whether something was cut off"),
        _ => return None,
    })
}

fn unknown_word(found: &str, expected: &'static [&'static str]) -> Words {
    if expected.contains(&"AtLeast") && ["Not", "None", "No", "Unless"].contains(&found) {
        let help = "an unknown must never count as a no; say what is there, as an indicator, \
                    answer or rung";
        return (
            "a condition cannot say what is not so".to_owned(),
            "not a condition".to_owned(),
            Some(help.to_owned()),
        );
    }
    let message = format!("`{found}` is not one of the words that can stand here");
    choice(message, found, expected)
}

fn choice(message: String, found: &str, expected: &[&str]) -> Words {
    let label = match spelling::nearest(found, expected.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "not known".to_owned(),
    };
    let list: Vec<_> = expected.iter().map(|e| format!("`{e}`")).collect();
    let help = format!("what can stand here: {}", list.join(", "));
    (message, label, Some(help))
}

/// What the author would call one of the shapes of `raw`.
fn thing(name: Option<&str>) -> String {
    let words = match name {
        Some("SourceDocument") => "a source document",
        Some("FindOut") => "a way to find out",
        Some("YesNo") => "a yes/no question",
        Some("Age") => "an age band",
        Some("Raise") => "a rule that raises",
        Some("Advise") => "a rule that advises",
        Some("Opens") => "an entry of `opens`",
        Some("Framework") => "the framework",
        Some("Consult") => "`consult`",
        Some(name) if name.starts_with(['A', 'E', 'I', 'O', 'U']) => {
            return format!("an {}", name.to_lowercase());
        }
        Some(name) => return format!("a {}", name.to_lowercase()),
        None => "this",
    };
    words.to_owned()
}
