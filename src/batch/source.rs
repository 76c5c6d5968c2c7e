//! A stream of bytes as text, a piece at a time: what a spreadsheet saved as UTF-16 becomes UTF-8 on the way.

use std::io::{self, Read};

use encoding_rs::{Decoder, UTF_8, UTF_16BE, UTF_16LE};

use crate::decode;

/// How many bytes are read at once.
const PIECE: usize = 64 * 1024;

/// What workbooks begin with: a zip archive, and what came before it.
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// Text that is read a piece at a time.
pub(super) struct Source<R> {
    input: R,
    /// Turns UTF-16 into UTF-8; none where the bytes are taken as they are.
    decoder: Option<Decoder>,
    /// The first piece, read to see what it is.
    first: Vec<u8>,
    piece: Vec<u8>,
    /// Bytes read so far.
    pub read: u64,
    over: bool,
}

/// Bytes that are no text: a workbook, an archive, a picture.
pub(super) struct NoText;

impl<R: Read> Source<R> {
    /// Looks at the beginning, to know how letters are written.
    pub fn new(mut input: R) -> io::Result<Result<Self, NoText>> {
        let mut first = vec![0; PIECE];
        let mut filled = 0;
        while filled < first.len() {
            match input.read(&mut first[filled..]) {
                Ok(0) => break,
                Ok(n) => filled += n,
                Err(fault) if fault.kind() == io::ErrorKind::Interrupted => {}
                Err(fault) => return Err(fault),
            }
        }
        first.truncate(filled);
        let wide = decode::is_wide(&first);
        let book = WORKBOOKS.iter().any(|sign| first.starts_with(sign));
        // Zeros further down are a row's, not the file's.
        let zeros = first.split(|byte| *byte == b'\n').next().is_some_and(|line| line.contains(&0));
        if !wide && (book || zeros) {
            return Ok(Err(NoText));
        }
        let decoder = wide.then(|| {
            let big = match first[..] {
                [0xfe, 0xff, ..] => true,
                [0xff, 0xfe, ..] => false,
                // Without a mark: in most languages' letters the higher byte is zero.
                _ => first.first() == Some(&0),
            };
            let encoding = if big { UTF_16BE } else { UTF_16LE };
            encoding.new_decoder_with_bom_removal()
        });
        if decoder.is_none() && first.starts_with(b"\xef\xbb\xbf") {
            first.drain(..3);
        }
        let piece = vec![0; PIECE];
        Ok(Ok(Self { input, decoder, first, piece, read: filled as u64, over: false }))
    }

    /// The first byte that is no space, to tell a table from a row of objects.
    pub fn first_sign(&self) -> Option<u8> {
        self.first
            .iter()
            .copied()
            .find(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0 | 0xfe | 0xff))
    }

    /// Adds the next piece to what is there; false where there is none.
    pub fn more(&mut self, text: &mut Vec<u8>) -> io::Result<bool> {
        let before = text.len();
        while text.len() == before && !self.over {
            let bytes = if self.first.is_empty() {
                let n = match self.input.read(&mut self.piece) {
                    Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
                    read => read?,
                };
                self.read += n as u64;
                self.over = n == 0;
                &self.piece[..n]
            } else {
                &self.first[..]
            };
            match &mut self.decoder {
                Some(decoder) => transcode(decoder, bytes, self.over, text),
                None => text.extend_from_slice(bytes),
            }
            self.first.clear();
        }
        Ok(text.len() > before)
    }
}

/// What cannot be read becomes U+FFFD, which is no answer to anything.
fn transcode(decoder: &mut Decoder, mut bytes: &[u8], last: bool, text: &mut Vec<u8>) {
    debug_assert!(decoder.encoding() != UTF_8);
    loop {
        let at = text.len();
        let room = decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(PIECE).max(16);
        text.resize(at + room, 0);
        let (result, read, wrote, _) = decoder.decode_to_utf8(bytes, &mut text[at..], last);
        text.truncate(at + wrote);
        bytes = &bytes[read..];
        if result == encoding_rs::CoderResult::InputEmpty {
            return;
        }
    }
}
