//! The parser's faults in plain words, each at the place where the author would mend it.

use std::ops::Range;

use ron::error::{Error, SpannedError};

use super::super::{
    diagnostic::{Diagnostic, Place},
    source::SourceFile,
    spelling,
};
use super::lex::{self, Kind, Lexed, Pair, Unbalanced};

/// A fault of the parser, put into words.
pub struct Fault {
    /// The word at fault, as its place in the list of words.
    pub token: Option<usize>,
    pub span: Range<usize>,
    pub message: String,
    pub label: String,
    pub help: Option<String>,
}

/// What can be told better before the parser has stumbled over it.
pub fn before_parsing(file: &SourceFile, text: &str, lexed: &Lexed) -> Option<Diagnostic> {
    let tell = |span: Range<usize>, message: &str, label: &str, help: &str| {
        Some(Diagnostic::error(message, Place::new(file, span, label)).help(help))
    };
    if let Some(at) = conflict(text) {
        let message = "two versions of this file were merged and the conflict is still in it";
        let help = "keep one of the two versions between `<<<<<<<` and `>>>>>>>`, and delete those lines";
        return tell(at..at + 7, message, "the conflict begins here", help);
    }
    let odd = lexed.tokens.iter().find_map(|t| match t.kind {
        Kind::Other(c) => odd_character(c).map(|words| (t.span.clone(), words)),
        _ => None,
    });
    if let Some((span, (message, help))) = odd {
        return tell(span, message, "here", help);
    }
    if lexed.tokens.is_empty() && lexed.open_quote.is_none() && lexed.open_comment.is_none() {
        let fault = Diagnostic::error("this file is empty", Place::file(&file.path));
        return Some(fault.help("delete it, or write a document into it"));
    }
    if text[lexed.tokens.first().map_or(0, |t| t.span.start)..].starts_with("#!") {
        let at = lexed.tokens.first().map_or(0, |t| t.span.start);
        let message = "a framework's file cannot switch features of the format on";
        let help = "delete this line; nothing here needs it";
        return tell(at..at + 2, message, "not allowed", help);
    }
    if let Some(at) = lexed.open_comment {
        let message = "this comment never ends";
        let help = "close it with `*/`, or begin each of its lines with `//`";
        return tell(at..at + 2, message, "opened here", help);
    }
    if let Some(fault) = runaway_quote(file, text, lexed) {
        return Some(fault);
    }
    if let Some(at) = lexed.open_quote {
        let message = "this text never ends";
        let help = "close it with a quotation mark `\"`";
        return tell(at..at + 1, message, "opened here", help);
    }
    brackets(file, text, lexed)
}

fn conflict(text: &str) -> Option<usize> {
    if text.starts_with("<<<<<<< ") {
        return Some(0);
    }
    text.find("\n<<<<<<< ").map(|at| at + 1)
}

fn odd_character(c: char) -> Option<(&'static str, &'static str)> {
    match c {
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{2018}' | '\u{2019}' | '\u{AB}' | '\u{BB}' => Some((
            "this is a curly quotation mark, as word processors make them",
            "begin and end every text with the straight mark `\"`; within a text, curly marks are welcome",
        )),
        '\'' => Some((
            "a text begins and ends with a double quotation mark, not a single one",
            "write `\"` instead of `'`",
        )),
        '\u{A0}' => Some((
            "this is a non-breaking space, as web pages and word processors make them",
            "delete it and type an ordinary space",
        )),
        _ => None,
    }
}

/// A text that swallowed what follows it: its end is really the beginning of the next.
fn runaway_quote(file: &SourceFile, text: &str, lexed: &Lexed) -> Option<Diagnostic> {
    let token = lexed.tokens.iter().find(|t| {
        let next = text[t.span.end..].chars().next();
        t.kind == Kind::Quoted && next.is_some_and(char::is_alphanumeric)
    })?;
    let end = Place::new(file, token.span.end - 1..token.span.end, "it ends here, in the middle of things");
    let first_line = text[token.span.clone()].find('\n');
    let start = token.span.start;
    let span = start..first_line.map_or(start + 1, |length| start + length);
    let place = Place::new(file, span, "the text that begins here is not closed");
    let fault = Diagnostic::error("a quotation mark is missing, or one too many", place);
    Some(
        fault.also(end).help(
            "close the text with `\"`; write a quotation mark within a text as `\\\"` or as a curly one",
        ),
    )
}

fn brackets(file: &SourceFile, text: &str, lexed: &Lexed) -> Option<Diagnostic> {
    let tokens = &lexed.tokens;
    let word = |at: usize| &text[tokens[at].span.clone()];
    let place = |at: usize, label: &str| Place::new(file, tokens[at].span.clone(), label);
    match lex::pairs(tokens).err()? {
        Unbalanced::Unclosed(at) => {
            let close = match tokens[at].kind {
                Kind::Open(c) => lex::closing(c),
                _ => ')',
            };
            let message = format!("this bracket `{}` is never closed", word(at));
            let fault = Diagnostic::error(message, place(at, "opened here"));
            Some(fault.help(format!("add `{close}` where it ends; the file may have been cut off")))
        }
        Unbalanced::Stray(at) => {
            let message = format!("this bracket `{}` closes nothing", word(at));
            let fault = Diagnostic::error(message, place(at, "no bracket is open here"));
            Some(fault.help("delete it, or add the bracket that should open"))
        }
        Unbalanced::Crossed { open, close } => {
            let message = format!("the bracket `{}` is closed by `{}`", word(open), word(close));
            let fault = Diagnostic::error(message, place(close, "closed here"));
            Some(fault.also(place(open, "opened here")).help(
                "one of the two is of the wrong kind, or a bracket between them is missing or too many",
            ))
        }
    }
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
    Fault { token, span, message, label, help }
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
    let expected = |what: &str, help: &str| {
        let help = (!help.is_empty()).then(|| help.to_owned());
        (format!("{what} is expected here"), what.to_owned(), help)
    };
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
        Error::ExpectedInteger => {
            expected("a whole number", "write digits without quotation marks, such as `3`")
        }
        Error::ExpectedBoolean => {
            expected("`true` or `false`", "write `true` or `false`, without quotation marks")
        }
        Error::ExpectedString => expected("a text in quotation marks", "write it as `\"...\"`"),
        Error::ExpectedArray => expected(
            "a list in square brackets",
            "write `[` before the first item and `]` after the last, even where there is only one",
        ),
        Error::ExpectedNamedStructLike(name) => expected(
            &format!("{} in round brackets", thing(Some(name)).to_lowercase()),
            "write it as `(field: value, ...)`",
        ),
        Error::ExpectedStructLike => {
            expected("an opening bracket `(`", "after its name, what follows stands in round brackets")
        }
        Error::ExpectedIdentifier if found.starts_with('"') => {
            expected("a word without quotation marks", "take the quotation marks away")
        }
        Error::ExpectedIdentifier if found == "(" => expected(
            "the kind of this item",
            "write its kind before the bracket, such as `YesNo(`, `Ladder(`, `Raise(` or `Advise(`",
        ),
        Error::ExpectedMapColon => {
            expected("a colon `:`", "a field's name and its value are written `name: value`")
        }
        Error::ExpectedComma if found.starts_with('.') && before.is_some_and(|c| c.is_ascii_digit()) => {
            expected("a whole number", "leave the point and what follows it out")
        }
        Error::ExpectedComma => (
            "a comma is missing before this".to_owned(),
            "here".to_owned(),
            Some("put a comma after the item or field that ends before this".to_owned()),
        ),
        Error::IntegerOutOfBounds => (
            "this number is too small or too large to stand here".to_owned(),
            "out of bounds".to_owned(),
            None,
        ),
        Error::InvalidEscape(_) => (
            "a backslash `\\` has a meaning of its own in a text, and not with this after it".to_owned(),
            "here".to_owned(),
            Some("write a backslash itself as `\\\\`".to_owned()),
        ),
        Error::TrailingCharacters => (
            "this stands after the end of the document".to_owned(),
            "too much".to_owned(),
            Some(
                "a file holds one document; put this into a file of its own, or inside the brackets above"
                    .to_owned(),
            ),
        ),
        Error::ExceededRecursionLimit => (
            "brackets are nested too deeply here".to_owned(),
            "too deep".to_owned(),
            Some("split the condition into several rules".to_owned()),
        ),
        Error::InvalidValueForType { expected, .. } if expected == "a borrowed string" => (
            "an id or a reference is written without backslashes".to_owned(),
            "here".to_owned(),
            Some("an id has only the letters a to z, digits, `.`, `-` and `_`".to_owned()),
        ),
        Error::InvalidValueForType { expected: what, .. } => expected(what, ""),
        Error::ExpectedDifferentLength { found: n, .. } => (
            format!("this needs another number of parts than the {n} it has"),
            "here".to_owned(),
            Some("`Rung` takes a question and a rung, `AtLeast` a number and a list".to_owned()),
        ),
        Error::Eof => ("the file ends too early".to_owned(), "the last word".to_owned(), None),
        other => (format!("this cannot be read ({other})"), "here".to_owned(), None),
    }
}

fn unknown_word(found: &str, expected: &'static [&'static str]) -> Words {
    if expected.contains(&"AtLeast") && ["Not", "None", "No", "Unless"].contains(&found) {
        return (
            "a condition cannot say what is not so".to_owned(),
            "not a condition".to_owned(),
            Some(
                "an unknown must never count as a no; say what is there, as an indicator, answer or rung"
                    .to_owned(),
            ),
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
