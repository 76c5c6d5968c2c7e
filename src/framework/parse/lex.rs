//! The words of a RON text with their places: enough to find brackets, items and fields, and no more.
//!
//! The parser proper stops at its first fault and often points beyond it; these words say where to look.

use std::ops::Range;

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Open(char),
    Close(char),
    Comma,
    Colon,
    /// Text in quotation marks.
    Quoted,
    /// A name or a number.
    Name,
    /// Anything else, one character at a time.
    Other(char),
}

/// A word and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    pub span: Range<usize>,
}

/// What the words of a text show before it is parsed.
#[derive(Debug, Default)]
pub struct Lexed {
    pub tokens: Vec<Token>,
    /// Where a text in quotation marks begins that never ends.
    pub open_quote: Option<usize>,
    /// Where a comment begins that never ends.
    pub open_comment: Option<usize>,
}

/// Splits a text into its words. Works on any text; what is no RON comes out as other characters.
pub fn lex(text: &str) -> Lexed {
    let mut lexed = Lexed::default();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let start = at;
        let rest = &text[at..];
        let kind = if c.is_whitespace() && c != '\u{A0}' {
            at += c.len_utf8();
            continue;
        } else if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
            continue;
        } else if rest.starts_with("/*") {
            if let Some(length) = comment(rest) {
                at += length;
                continue;
            }
            lexed.open_comment = Some(at);
            return lexed;
        } else if let Some((fence, body)) = quotation(rest) {
            let Some(length) = end(&rest[body..], fence) else {
                lexed.open_quote = Some(at);
                return lexed;
            };
            at += body + length;
            Kind::Quoted
        } else if c.is_alphanumeric() || matches!(c, '_' | '+' | '-') {
            let more = |c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '+' | '-'));
            at += rest.find(more).unwrap_or(rest.len());
            Kind::Name
        } else {
            at += c.len_utf8();
            match c {
                '(' | '[' | '{' => Kind::Open(c),
                ')' | ']' | '}' => Kind::Close(c),
                ',' => Kind::Comma,
                ':' => Kind::Colon,
                c => Kind::Other(c),
            }
        };
        lexed.tokens.push(Token { kind, span: start..at });
    }
    lexed
}

/// The length of a block comment, which may hold others.
fn comment(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    loop {
        let rest = text.as_bytes().get(at..)?;
        if rest.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return Some(at);
            }
        } else if rest.is_empty() {
            return None;
        } else {
            at += 1;
        }
    }
}

/// Whether a text in quotation marks begins here: how many `#` fence it in, where it is raw (`r#".."#`),
/// and where its words begin.
fn quotation(text: &str) -> Option<(Option<usize>, usize)> {
    if text.starts_with('"') {
        return Some((None, 1));
    }
    let hashes = text.strip_prefix('r')?;
    let fence = hashes.len() - hashes.trim_start_matches('#').len();
    hashes[fence..].starts_with('"').then_some((Some(fence), fence + 2))
}

/// The length of a text up to and with the mark that closes it; none where it never ends.
fn end(text: &str, fence: Option<usize>) -> Option<usize> {
    if let Some(fence) = fence {
        let close = format!("\"{}", "#".repeat(fence));
        return text.find(&close).map(|at| at + close.len());
    }
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// A pair of brackets: the places of their words in the list of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub open: usize,
    pub close: usize,
}

/// What is wrong with the brackets of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unbalanced {
    /// Opened and never closed.
    Unclosed(usize),
    /// Closes nothing.
    Stray(usize),
    /// Closed by a bracket of another shape.
    Crossed { open: usize, close: usize },
}

/// Pairs up the brackets.
///
/// # Errors
/// The first fault, where they do not pair.
pub fn pairs(tokens: &[Token]) -> Result<Vec<Pair>, Unbalanced> {
    let mut open = Vec::new();
    let mut pairs = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open(c) => open.push((at, c)),
            Kind::Close(c) => {
                let Some((from, opening)) = open.pop() else {
                    return Err(Unbalanced::Stray(at));
                };
                if closing(opening) != c {
                    return Err(Unbalanced::Crossed { open: from, close: at });
                }
                pairs.push(Pair { open: from, close: at });
            }
            _ => {}
        }
    }
    match open.pop() {
        Some((at, _)) => Err(Unbalanced::Unclosed(at)),
        None => Ok(pairs),
    }
}

/// The bracket that closes this one.
pub fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let lexed = lex(text);
        lexed.tokens.iter().map(|t| &text[t.span.clone()]).collect()
    }

    #[test]
    fn words_are_found_between_comments() {
        let text = "A(b: \"c\\\"d\", /* x /* y */ */ e: r#\"f\"g\"#, // end\n -1.5)";
        let found = words(text);
        let expected = ["A", "(", "b", ":", "\"c\\\"d\"", ",", "e", ":", "r#\"f\"g\"#", ",", "-1.5", ")"];
        assert_eq!(found, expected);
    }

    #[test]
    fn brackets_pair_or_say_why_not() {
        assert_eq!(pairs(&lex("([])").tokens).map(|p| p.len()), Ok(2));
        assert_eq!(pairs(&lex("([").tokens), Err(Unbalanced::Unclosed(1)));
        assert_eq!(pairs(&lex(")").tokens), Err(Unbalanced::Stray(0)));
        let crossed = Unbalanced::Crossed { open: 1, close: 2 };
        assert_eq!(pairs(&lex("([)").tokens), Err(crossed));
    }

    #[test]
    fn what_never_ends_is_placed() {
        assert_eq!(lex("a \"b").open_quote, Some(2));
        assert_eq!(lex("a /* b").open_comment, Some(2));
    }
}
