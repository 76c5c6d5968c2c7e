//! Faults that can be told better before the parser has stumbled over them.

use std::ops::Range;

use super::super::{
    diagnostic::{Diagnostic, Place},
    source::SourceFile,
};
use super::lex::{self, Kind, Lexed, Token, Unbalanced};

/// The version of the file shape that this program reads.
pub const SCHEMA: u32 = 1;

/// What can be told better before the parser has stumbled over it.
pub fn faults(file: &SourceFile, text: &str, lexed: &Lexed) -> Option<Diagnostic> {
    let tell = |span: Range<usize>, message: &str, label: &str, help: &str| {
        Some(Diagnostic::error(message, Place::new(file, span, label)).help(help))
    };
    if let Some(at) = conflict(text) {
        let message = "two versions of this file were merged and the conflict is still in it";
        let help = "keep one of the two versions between `<<<<<<<` and `>>>>>>>`, and delete those lines";
        return tell(at..at + 7, message, "the conflict begins here", help);
    }
    if let Some(fault) = newer(file, text, lexed) {
        return Some(fault);
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

/// A framework of another version of the file shape: what else is strange in it is no fault.
fn newer(file: &SourceFile, text: &str, lexed: &Lexed) -> Option<Diagnostic> {
    let word = |t: &Token| &text[t.span.clone()];
    let first = lexed.tokens.first()?;
    let number = lexed
        .tokens
        .windows(3)
        .find(|w| word(&w[0]) == "schema" && w[1].kind == Kind::Colon)
        .map(|w| &w[2])?;
    let version: u32 = word(number).parse().ok()?;
    if word(first) != "Framework" || version == SCHEMA {
        return None;
    }
    let message = format!(
        "this framework is written for version {version} of the file shape, \
         and this program reads version {SCHEMA}"
    );
    let place = Place::new(file, number.span.clone(), "another version");
    let help = "use the program that the framework was written for";
    Some(Diagnostic::error(message, place).help(help))
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
        fault
            .also(end)
            .help("close the text with `\"`; write a quotation mark within a text as `\\\"` or a curly one"),
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
