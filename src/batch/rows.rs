//! The rows of a table or of a list of objects, one at a time, in bounded memory.
//!
//! A row that cannot be one is told and passed over: what goes wrong in one never takes the rest along.

use std::io::{self, Read};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::source::Source;

/// No contact is longer, in bytes; a quotation mark that was left open would make one.
pub(super) const LONGEST: usize = 1024 * 1024;

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Cells between commas, semicolons or tabs, under a row of headings.
    Table,
    /// An object a line.
    Objects,
}

/// What a row is, or why it is none. Its number is the line of the file that it begins in, from 1.
#[derive(Debug)]
pub(super) enum Row {
    /// It stands in [`Rows::cells`] or [`Rows::line`].
    Read,
    Faulty(Broken),
}

/// Why no row can be read at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// Longer than [`LONGEST`].
    Long,
    /// A quotation mark that is never closed.
    Quote,
    /// The file ends in the middle of it.
    Cut,
}

/// Rows, one after the other.
pub(super) struct Rows<R> {
    source: Source<R>,
    shape: Shape,
    reader: Reader,
    separator: u8,
    /// What was read and not yet used; the row begins at `start`, and is read up to `at`.
    buffer: Vec<u8>,
    start: usize,
    at: usize,
    /// The line that `start` stands in.
    line: u64,
    text: Vec<u8>,
    ends: Vec<usize>,
    cells: usize,
    /// Where the current object's line stands in the buffer.
    object: std::ops::Range<usize>,
    /// The last row that was read had no end of line.
    pub unended: bool,
}

impl<R: Read> Rows<R> {
    pub fn new(mut source: Source<R>, shape: Shape) -> io::Result<Self> {
        let mut buffer = Vec::new();
        source.more(&mut buffer)?;
        let first = buffer.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let many = |separator: &u8| first.split(|byte| byte == separator).count();
        let separator = [b'\t', b';', b','].into_iter().max_by_key(many).unwrap_or(b',');
        let reader = ReaderBuilder::new().delimiter(separator).build();
        let (text, ends) = (vec![0; 1024], vec![0; 64]);
        Ok(Self {
            source,
            shape,
            reader,
            separator,
            buffer,
            start: 0,
            at: 0,
            line: 1,
            text,
            ends,
            cells: 0,
            object: 0..0,
            unended: false,
        })
    }

    /// Bytes read so far.
    pub fn read(&self) -> u64 {
        self.source.read
    }

    /// The next row with its number; none at the end.
    pub fn next(&mut self) -> io::Result<Option<(u64, Row)>> {
        self.start_over();
        match self.shape {
            Shape::Table => self.next_record(),
            Shape::Objects => self.next_line(),
        }
    }

    /// The cells of the row that was read.
    pub fn cells(&self) -> impl Iterator<Item = &[u8]> {
        let from = std::iter::once(0).chain(self.ends.iter().copied());
        from.zip(&self.ends[..self.cells]).map(|(from, to)| &self.text[from..*to])
    }

    /// The object's line that was read.
    pub fn line(&self) -> &[u8] {
        &self.buffer[self.object.clone()]
    }

    /// Lets go of what is done with, now and then.
    fn start_over(&mut self) {
        if self.start > 256 * 1024 || self.start == self.buffer.len() {
            self.buffer.drain(..self.start);
            self.at -= self.start;
            self.start = 0;
        }
    }

    fn next_line(&mut self) -> io::Result<Option<(u64, Row)>> {
        loop {
            if let Some(end) = self.buffer[self.at..].iter().position(|byte| *byte == b'\n') {
                let (from, to) = (self.start, self.at + end);
                let row = self.line;
                (self.start, self.at, self.line) = (to + 1, to + 1, row + 1);
                if !blank(&self.buffer[from..to]) {
                    self.object = from..to;
                    return Ok(Some((row, Row::Read)));
                }
                continue;
            }
            self.at = self.buffer.len();
            if self.at - self.start > LONGEST {
                let row = self.line;
                self.pass_over_line()?;
                return Ok(Some((row, Row::Faulty(Broken::Long))));
            }
            if !self.source.more(&mut self.buffer)? {
                let (from, to) = (self.start, self.at);
                self.start = to;
                self.object = from..to;
                self.unended = !blank(&self.buffer[from..to]);
                return Ok(self.unended.then_some((self.line, Row::Read)));
            }
        }
    }

    fn next_record(&mut self) -> io::Result<Option<(u64, Row)>> {
        let (mut wrote, mut cells) = (0, 0);
        loop {
            let (result, read, out, ended) = self.reader.read_record(
                &self.buffer[self.at..],
                &mut self.text[wrote..],
                &mut self.ends[cells..],
            );
            self.at += read;
            (wrote, cells) = (wrote + out, cells + ended);
            match result {
                ReadRecordResult::OutputFull => self.text.resize(self.text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => return Ok(Some(self.record(cells))),
                ReadRecordResult::InputEmpty | ReadRecordResult::End => {
                    if self.at - self.start > LONGEST {
                        return self.too_long().map(Some);
                    }
                    // An empty piece would tell the reader that all is over.
                    if !self.source.more(&mut self.buffer)? {
                        return Ok(self.last(wrote, cells));
                    }
                }
            }
        }
    }

    /// A record's number and, where it stands, its place; lines that are blank before it count.
    fn record(&mut self, cells: usize) -> (u64, Row) {
        self.cells = cells;
        let raw = &self.buffer[self.start..self.at];
        let blank =
            raw.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).filter(|b| **b == b'\n').count();
        let row = self.line + blank as u64;
        self.line += lines(raw);
        self.start = self.at;
        (row, Row::Read)
    }

    /// What is left at the end of the file: nothing, a row without an end of line, or half of one.
    fn last(&mut self, wrote: usize, mut cells: usize) -> Option<(u64, Row)> {
        if blank(&self.buffer[self.start..self.at]) {
            self.start = self.at;
            return None;
        }
        self.text.resize(self.text.len().max(wrote + 1), 0);
        self.ends.resize(self.ends.len().max(cells + 1), 0);
        let (result, _, _, ended) =
            self.reader.read_record(b"\n", &mut self.text[wrote..], &mut self.ends[cells..]);
        cells += ended;
        if result == ReadRecordResult::Record {
            self.unended = true;
            return Some(self.record(cells));
        }
        // The end of a line within quotation marks ends nothing.
        let more = self.buffer[self.start..self.at].contains(&b'\n');
        Some(self.first_line(if more { Broken::Quote } else { Broken::Cut }))
    }

    /// A record that is longer than any: the line that it begins with is given up, and reading goes on after it.
    fn too_long(&mut self) -> io::Result<(u64, Row)> {
        if self.buffer[self.start..self.at].contains(&b'\n') {
            return Ok(self.first_line(Broken::Quote));
        }
        let row = self.line;
        self.pass_over_line()?;
        Ok((row, Row::Faulty(Broken::Long)))
    }

    fn first_line(&mut self, why: Broken) -> (u64, Row) {
        // Blank lines before it belong to it; what the reader left of a line end before them does too.
        let raw = &self.buffer[self.start..self.at];
        let blank = raw.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let end =
            raw[blank..].iter().position(|byte| *byte == b'\n').map_or(raw.len(), |end| blank + end + 1);
        let row = self.line + lines(&raw[..blank]);
        self.line += lines(&raw[..end]);
        self.start += end;
        self.at = self.start;
        self.reader = ReaderBuilder::new().delimiter(self.separator).build();
        (row, Row::Faulty(why))
    }

    /// Reads on to the end of a line without keeping it.
    fn pass_over_line(&mut self) -> io::Result<()> {
        let mut end = None;
        loop {
            self.start = self.buffer.len();
            self.at = self.start;
            self.start_over();
            let more = self.source.more(&mut self.buffer)?;
            if let Some(at) = self.buffer.iter().position(|byte| *byte == b'\n') {
                end = Some(at + 1);
            }
            if end.is_some() || !more {
                break;
            }
        }
        self.start = end.unwrap_or(self.buffer.len());
        self.at = self.start;
        self.line += 1;
        self.reader = ReaderBuilder::new().delimiter(self.separator).build();
        Ok(())
    }
}

fn blank(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_whitespace)
}

fn lines(bytes: &[u8]) -> u64 {
    bytes.iter().map(|byte| u64::from(*byte == b'\n')).sum()
}
