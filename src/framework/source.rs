//! A framework's files as text: what their bytes do not say, and characters that do not show.

use super::diagnostic::{Diagnostic, Place};
use crate::decode::{self, Fault};

/// A file as it lay in the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawFile {
    /// Relative to the folder, with forward slashes.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// A file's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Relative to the folder, with forward slashes.
    pub path: String,
    /// Without a byte order mark, every line ending in `\n`.
    pub text: String,
}

/// The texts of a folder, in order of their paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Takes the files and puts them in order of their paths.
    pub fn new(mut files: Vec<SourceFile>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self { files }
    }

    /// All files, in order of their paths.
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// Finds a file by its path.
    pub fn get(&self, path: &str) -> Option<&SourceFile> {
        self.files.iter().find(|f| f.path == path)
    }
}

/// How many unwelcome characters of one file are listed; a file full of them has one fault, not a thousand.
const LISTED: usize = 10;

/// How well bytes could be read as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// Whether the text is the author's, so that it is worth parsing.
    pub sound: bool,
    pub faults: Vec<Diagnostic>,
}

/// Reads bytes as text; what cannot be read as it stands is told, with what could be read.
pub fn decode(file: RawFile) -> (SourceFile, Decoded) {
    let RawFile { path, bytes } = file;
    let decode::Decoded { text, fault } = decode::decode(&bytes);
    let file = SourceFile { path, text };
    let faults = match fault {
        Some(fault) => vec![told(&file, fault)],
        None => unwelcome(&file),
    };
    let sound = matches!(fault, None | Some(Fault::OldMac { .. }));
    (file, Decoded { sound, faults })
}

/// A fault of the bytes, in words for the author.
fn told(file: &SourceFile, fault: Fault) -> Diagnostic {
    let whole = |message: &str| Diagnostic::error(message, Place::file(&file.path));
    let at = |at: usize, message: &str, label: &str| {
        let end = file.text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        Diagnostic::error(message, Place::new(file, at..end, label))
    };
    match fault {
        Fault::Wide => whole("this file is not saved as UTF-8")
            .help("open it in your editor and save it again with the encoding `UTF-8` (it is `Unicode` or `UTF-16` now)"),
        Fault::Binary => whole("this is not a text file")
            .help("it may be damaged, or be another kind of file with the wrong name; put the right one in its place"),
        Fault::Zeros { at: start } => at(start, "there are zeros here where text should be", "from here on")
            .help("the disk has lost a part of this file; put a copy of it in its place"),
        Fault::Foreign { at: start } => at(
            start,
            "this file has a character that is not UTF-8",
            "this character was lost",
        )
        .help("it looks as if an older Windows program saved the file; open it in your editor, save it again with the encoding `UTF-8`, and retype this character"),
        Fault::OldMac { at } => Diagnostic::error(
            "lines of this file end as an old Mac ended them",
            Place::new(file, at..at, "the first is here"),
        )
            .help("open it in your editor and save it again with line ends `LF` or `CRLF`"),
    }
}

/// Whether a text has a character that [`hides`].
pub fn any_hides(text: &str) -> bool {
    let plain = |byte: u8| matches!(byte, b'\n' | b'\t' | b' '..=b'~');
    // Looked at byte by byte first: a framework has megabytes of text, and nearly all of it is plain.
    !text.bytes().all(plain) && text.chars().any(hides)
}

fn unwelcome(file: &SourceFile) -> Vec<Diagnostic> {
    if !any_hides(&file.text) {
        return Vec::new();
    }
    let found = file.text.char_indices().filter(|&(_, c)| hides(c));
    found
        .take(LISTED)
        .map(|(at, c)| {
            let place = Place::new(file, at..at + c.len_utf8(), "delete this character");
            Diagnostic::error(format!("there is {} here", describe(c)), place)
                .help("such characters do not show, or make text show in another order than it has; retype the words around it rather than pasting them")
        })
        .collect()
}

/// Whether a character does not show, or changes how others show: none belongs in a framework.
pub fn hides(c: char) -> bool {
    let turns =
        matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let hidden = matches!(c, '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}');
    turns || hidden || c.is_control() && !matches!(c, '\n' | '\t')
}

/// A character that does not show, in words.
pub fn describe(c: char) -> String {
    let kind = match c {
        '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            "a hidden character that turns the direction of the text"
        }
        c if c.is_control() => "a control character",
        _ => "a hidden character",
    };
    format!("{kind} (U+{:04X})", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (SourceFile, Vec<Diagnostic>) {
        let path = "a.ron".to_owned();
        let bytes = bytes.to_vec();
        let (file, decoded) = decode(RawFile { path, bytes });
        (file, decoded.faults)
    }

    #[test]
    fn a_byte_order_mark_and_windows_line_ends_go() {
        let (file, faults) = decoded(b"\xef\xbb\xbfa\r\nb");
        assert_eq!(file.text, "a\nb");
        assert!(faults.is_empty());
    }

    #[test]
    fn utf16_and_older_encodings_are_told() {
        assert_eq!(decoded(b"\xff\xfea\0").1.len(), 1);
        let (_, faults) = decoded(b"ab\r\nc\x92d");
        assert_eq!((faults[0].place.line, faults[0].place.column), (2, 2));
    }

    #[test]
    fn characters_that_do_not_show_are_told_with_their_place() {
        let (_, faults) = decoded("a\u{202E}b\tc\n\u{7}".as_bytes());
        let places: Vec<_> = faults.iter().map(|f| (f.place.line, f.place.column)).collect();
        assert_eq!(places, [(1, 2), (2, 1)]);
    }
}
