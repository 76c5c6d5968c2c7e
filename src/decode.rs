//! From a file's bytes to text that can be trusted: encodings, damage, and how lines end.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes read as text, as far as that goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// Without a byte order mark, every line ending in `\n`; what could not be read stands as U+FFFD.
    pub text: String,
    /// Why the text is not what its author wrote, where it isn't.
    pub fault: Option<Fault>,
}

/// Why bytes are not a text as its author wrote it. Places are bytes of [`Decoded::text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Two bytes for each letter: UTF-16, which Windows calls Unicode.
    Wide,
    /// Something else than text: a picture, an archive, a file gone bad.
    Binary,
    /// Zeros where text should be: a disk lost what stood there.
    Zeros { at: usize },
    /// The first character of another encoding than UTF-8, most likely an older Windows one.
    Foreign { at: usize },
    /// The first line that ends as an old Mac ended lines, with `\r` alone. The text has `\n` in its place.
    OldMac { at: usize },
}

/// Reads bytes as text; the first fault of the worst kind is told.
pub fn decode(bytes: &[u8]) -> Decoded {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if is_wide(bytes) {
        return Decoded { text: String::new(), fault: Some(Fault::Wide) };
    }
    let (raw, foreign) = match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), None),
        Err(error) => (String::from_utf8_lossy(bytes).into_owned(), Some(error.valid_up_to())),
    };
    // A place moves back by one for each `\r` of a `\r\n` that goes before it.
    let moved = |at: usize| at - raw[..at].matches("\r\n").count();
    let old_mac = raw.match_indices('\r').map(|(at, _)| at).find(|&at| !raw[at..].starts_with("\r\n"));
    let fault = match (foreign, raw.find('\0')) {
        (Some(_), _) if raw.chars().any(|c| c.is_control() && !c.is_whitespace()) => Some(Fault::Binary),
        (Some(at), _) => Some(Fault::Foreign { at: moved(at) }),
        (None, Some(at)) => Some(Fault::Zeros { at: moved(at) }),
        (None, None) => old_mac.map(|at| Fault::OldMac { at: moved(at) }),
    };
    let text = raw.replace("\r\n", "\n").replace('\r', "\n");
    Decoded { text, fault }
}

/// Reads bytes as text as [`decode`] does, and also what a spreadsheet may have saved: UTF-16, and the older encoding of
/// Windows in western Europe. What is left are faults that no encoding explains.
pub fn decode_any(bytes: &[u8]) -> Decoded {
    let as_it_is = decode(bytes);
    let other = match as_it_is.fault {
        Some(Fault::Wide) => wide(bytes),
        Some(Fault::Foreign { .. }) => {
            WINDOWS_1252.decode_without_bom_handling_and_without_replacement(bytes)
        }
        _ => None,
    };
    match other {
        Some(text) => decode(text.as_bytes()),
        None => as_it_is,
    }
}

/// Text of two bytes for each letter; nothing where half a letter is left over.
fn wide(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let big = match bytes {
        [0xfe, 0xff, ..] => true,
        [0xff, 0xfe, ..] => false,
        // Without a mark: in most languages' letters the higher byte is zero.
        _ => bytes.iter().step_by(2).filter(|byte| **byte == 0).count() * 2 > bytes.len() / 2,
    };
    let encoding = if big { UTF_16BE } else { UTF_16LE };
    let bytes = bytes.strip_prefix(b"\xff\xfe").or_else(|| bytes.strip_prefix(b"\xfe\xff")).unwrap_or(bytes);
    encoding.decode_without_bom_handling_and_without_replacement(bytes)
}

/// Whether every second byte is zero at the beginning, or a mark there says that letters have two bytes.
pub fn is_wide(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return true;
    }
    let pairs = bytes.get(..bytes.len().min(128)).unwrap_or(bytes).chunks_exact(2);
    let of = |zero: usize| pairs.clone().filter(|pair| pair[zero] == 0 && pair[1 - zero] != 0).count();
    pairs.len() > 1 && of(0).max(of(1)) * 5 >= pairs.len() * 4
}

/// The line and column of a byte, both counted from 1, the column in characters.
pub fn place(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(at)];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fault(bytes: &[u8]) -> Option<Fault> {
        decode(bytes).fault
    }

    #[test]
    fn a_byte_order_mark_and_windows_line_ends_go() {
        let decoded = decode(b"\xef\xbb\xbfa\r\nb");
        assert_eq!((decoded.text.as_str(), decoded.fault), ("a\nb", None));
    }

    #[test]
    fn every_other_encoding_has_its_own_fault_and_its_place() {
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        assert_eq!(fault(b"\xff\xfea\0"), Some(Fault::Wide));
        assert_eq!(fault(b"\xfe\xff\0a"), Some(Fault::Wide));
        assert_eq!(fault(&utf16("Case(schema: 1)")), Some(Fault::Wide), "without a mark as well");
        assert_eq!(fault(b"ab\r\nc\x92d"), Some(Fault::Foreign { at: 4 }));
        assert_eq!(fault(b"\x89PNG\r\n\x1a\n\0\0"), Some(Fault::Binary));
        assert_eq!(fault(b"ab\r\nc\0\0"), Some(Fault::Zeros { at: 4 }));
        assert_eq!(fault(&[0; 64]), Some(Fault::Zeros { at: 0 }));
    }

    #[test]
    fn a_spreadsheets_encodings_are_read_and_what_is_no_text_still_is_none() {
        let text = "rater\tvalue\r\nJos\u{e9}\t2\r\n";
        let read = "rater\tvalue\nJos\u{e9}\t2\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        for bytes in [&little, &big, &marked(b"\xff\xfe", &little), &marked(b"\xfe\xff", &big)] {
            assert_eq!(decode_any(bytes), Decoded { text: read.to_owned(), fault: None });
        }
        let older = decode_any(b"\x93Jos\xe9\x94 \x80");
        assert_eq!((older.text.as_str(), older.fault), ("\u{201c}Jos\u{e9}\u{201d} \u{20ac}", None));
        assert_eq!(decode_any(b"plain\r\n"), decode(b"plain\n"));
        assert_eq!(decode_any(b"\x89PNG\r\n\x1a\n\0\0").fault, Some(Fault::Binary));
        assert_eq!(decode_any(b"\xff\xfea\0b").fault, Some(Fault::Wide), "half a letter");
        assert_eq!(decode_any(b"\xff\xfe\0\xd8").fault, Some(Fault::Wide), "half a pair");
    }

    #[test]
    fn an_old_macs_lines_are_told_and_still_counted() {
        let decoded = decode(b"a\r\nb\rc\rd");
        assert_eq!(decoded.text, "a\nb\nc\nd");
        assert_eq!(decoded.fault, Some(Fault::OldMac { at: 3 }));
        assert_eq!(place(&decoded.text, 7), (4, 2));
    }

    proptest! {
        #[test]
        fn any_bytes_are_told_within_the_text(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let Decoded { text, fault } = decode(&bytes);
            prop_assert!(!text.contains('\r'));
            if let Some(Fault::Zeros { at } | Fault::Foreign { at } | Fault::OldMac { at }) = fault {
                prop_assert!(text.is_char_boundary(at) && at < text.len());
                prop_assert!(place(&text, at).0 <= text.matches('\n').count() + 1);
            }
        }

        #[test]
        fn text_in_utf8_comes_back(text in "[^\r\0]*") {
            let sound = !is_wide(text.as_bytes());
            if sound {
                let stripped = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
                prop_assert_eq!(decode(text.as_bytes()), Decoded { text: stripped, fault: None });
            }
        }
    }
}
