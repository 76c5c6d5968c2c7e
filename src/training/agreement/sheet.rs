//! A table of ratings, as a spreadsheet or a session's record saves it: rater, case, item, value.
//!
//! A fault is told by its row and column and never quotes what stands there; the rest of the table is read.

use csv_core::{ReadRecordResult, ReaderBuilder};

use super::{ratings::Ratings, words::W};
use crate::{
    decode::{self, Fault as Unreadable},
    keyed::fill,
};

/// What a table must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Rater,
    Case,
    Item,
    Value,
}

impl Column {
    /// All four, as they are written down.
    pub const ALL: [Self; 4] = [Self::Rater, Self::Case, Self::Item, Self::Value];

    /// Its heading.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rater => "rater",
            Self::Case => "case",
            Self::Item => "item",
            Self::Value => "value",
        }
    }
}

/// A table that was read, as far as it could be.
#[derive(Debug, Default)]
pub struct Sheet {
    pub ratings: Ratings,
    /// How many rows there are below the headings.
    pub rows: usize,
    /// How many of them give no value.
    pub empty: usize,
    pub faults: Vec<Fault>,
    /// Headings of columns that are not used.
    pub ignored: Vec<String>,
}

/// What is wrong in one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line of the file, from 1, as a spreadsheet numbers its rows.
    pub row: usize,
    pub column: Option<Column>,
    pub what: What,
}

/// Why a row does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A cell that must say something is empty.
    Empty,
    /// The row ends before this column.
    Short,
    /// The row has more cells than there are headings, so that nobody knows which is which.
    Long,
    /// The same rater rated the same item of the same case in this row before.
    Twice(usize),
    /// The value is none of the item's.
    Outside,
}

/// Why no table could be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoSheet {
    Unreadable(Unreadable),
    /// Headings that are not there.
    Without(Vec<Column>),
    /// A heading stands twice.
    Doubled(Column),
}

impl Fault {
    /// In words, with its place.
    pub fn words(&self) -> String {
        let row = self.row.to_string();
        let what = match self.what {
            What::Empty => W.cell_empty.to_owned(),
            What::Short => W.row_short.to_owned(),
            What::Long => W.row_long.to_owned(),
            What::Twice(first) => fill(W.rated_twice, &[&first.to_string()]),
            What::Outside => W.value_outside.to_owned(),
        };
        match self.column {
            Some(column) => fill(W.at_column, &[&row, column.name(), &what]),
            None => fill(W.at_row, &[&row, &what]),
        }
    }
}

impl NoSheet {
    /// In words.
    pub fn words(&self) -> String {
        match self {
            Self::Unreadable(Unreadable::Zeros { .. }) => W.sheet_zeros.to_owned(),
            Self::Unreadable(_) => W.sheet_no_text.to_owned(),
            Self::Without(columns) => {
                let names: Vec<&str> = columns.iter().map(|column| column.name()).collect();
                fill(W.sheet_without, &[&names.join(", ")])
            }
            Self::Doubled(column) => fill(W.sheet_doubled, &[column.name()]),
        }
    }
}

/// Reads a table, in any order of columns, separated by commas, semicolons or tabs.
///
/// # Errors
/// Where it is no text, or lacks one of the four headings.
pub fn read(bytes: &[u8]) -> Result<Sheet, NoSheet> {
    let decoded = decode::decode_any(bytes);
    if let Some(fault) = decoded.fault.filter(|fault| !matches!(fault, Unreadable::OldMac { .. })) {
        return Err(NoSheet::Unreadable(fault));
    }
    let first = decoded.text.lines().next().unwrap_or_default();
    let many = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    let separator = [b',', b';', b'\t'].into_iter().rev().max_by_key(many).unwrap_or(b',');
    let mut rows = Rows::new(decoded.text.as_bytes(), separator);
    let headings = rows.next().map(|(_, cells)| cells).unwrap_or_default();
    let places = places(&headings)?;
    let used = |at: &usize| places.contains(at);
    let ignored =
        headings.iter().enumerate().filter(|(at, _)| !used(at)).map(|(_, name)| name.trim().to_owned());
    let mut sheet = Sheet { ignored: ignored.collect(), ..Sheet::default() };
    for (row, cells) in rows {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        sheet.rows += 1;
        if let Err((column, what)) = take(&mut sheet, row, &cells, places, headings.len()) {
            sheet.faults.push(Fault { row, column, what });
        }
    }
    Ok(sheet)
}

/// Where each of the four columns stands.
fn places(headings: &[String]) -> Result<[usize; 4], NoSheet> {
    let is = |heading: &String, column: Column| heading.trim().eq_ignore_ascii_case(column.name());
    let mut places = [0; 4];
    let mut without = Vec::new();
    for (place, column) in places.iter_mut().zip(Column::ALL) {
        let mut found = headings.iter().enumerate().filter(|(_, heading)| is(heading, column));
        match (found.next(), found.next()) {
            (Some((at, _)), None) => *place = at,
            (Some(_), Some(_)) => return Err(NoSheet::Doubled(column)),
            (None, _) => without.push(column),
        }
    }
    if without.is_empty() { Ok(places) } else { Err(NoSheet::Without(without)) }
}

fn take(
    sheet: &mut Sheet,
    row: usize,
    cells: &[String],
    places: [usize; 4],
    width: usize,
) -> Result<(), (Option<Column>, What)> {
    if cells.iter().skip(width).any(|cell| !cell.trim().is_empty()) {
        return Err((None, What::Long));
    }
    let cell = |column: Column| match cells.get(places[column as usize]) {
        Some(cell) => Ok(unguarded(cell.trim())),
        None => Err((Some(column), What::Short)),
    };
    let named = |column: Column| match cell(column)? {
        "" => Err((Some(column), What::Empty)),
        name => Ok(name),
    };
    let (rater, case, item) = (named(Column::Rater)?, named(Column::Case)?, named(Column::Item)?);
    let value = cell(Column::Value)?;
    sheet.empty += usize::from(value.is_empty());
    let twice = |twice: super::ratings::Twice| (None, What::Twice(twice.first));
    sheet.ratings.add(rater, case, item, value, row).map_err(twice)
}

/// A spreadsheet takes a cell that begins with one of these for a formula.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// A cell without the apostrophe that [`write`] put before it.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
        _ => cell,
    }
}

/// Writes ratings as a table that [`read`] reads and no spreadsheet takes for a formula.
pub fn write<'a>(rows: impl IntoIterator<Item = [&'a str; 4]>) -> String {
    let mut text = Column::ALL.map(Column::name).join(",");
    text.push('\n');
    for row in rows {
        text.push_str(&row.map(written).join(","));
        text.push('\n');
    }
    text
}

fn written(cell: &str) -> String {
    let cell: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let cell = cell.trim();
    let guarded = unguarded(cell) != cell || cell.starts_with(FORMULA);
    let cell = if guarded { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', ';', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

/// The rows of a text, each with the line it begins in.
struct Rows<'a> {
    reader: csv_core::Reader,
    rest: &'a [u8],
    over: bool,
}

impl<'a> Rows<'a> {
    fn new(text: &'a [u8], separator: u8) -> Self {
        Self { reader: ReaderBuilder::new().delimiter(separator).build(), rest: text, over: false }
    }
}

impl Iterator for Rows<'_> {
    type Item = (usize, Vec<String>);

    fn next(&mut self) -> Option<Self::Item> {
        // Lines without anything are passed over by the reader, and counted.
        let blank = self.rest.iter().take_while(|byte| **byte == b'\n').count();
        let line = usize::try_from(self.reader.line()).unwrap_or(usize::MAX).saturating_add(blank);
        let (mut text, mut ends) = (vec![0; 256], vec![0; 16]);
        let (mut written, mut cells) = (0, 0);
        while !self.over {
            let (result, read, wrote, ended) =
                self.reader.read_record(self.rest, &mut text[written..], &mut ends[cells..]);
            self.rest = &self.rest[read..];
            (written, cells) = (written + wrote, cells + ended);
            match result {
                // The end is told by reading on where nothing is left.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => text.resize(text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2, 0),
                ReadRecordResult::Record => {
                    let from = std::iter::once(0).chain(ends.iter().copied());
                    let cell =
                        |(from, to): (usize, &usize)| String::from_utf8_lossy(&text[from..*to]).into_owned();
                    return Some((line, from.zip(&ends[..cells]).map(cell).collect()));
                }
                ReadRecordResult::End => self.over = true,
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::training::agreement::{guide::Guide, paper, ratings::Value, report::report};

    const TABLE: &str = "rater,case,item,value\na,one,level,2\nb,one,level,not sure\na,two,level,\n";

    fn said(sheet: &Sheet) -> Vec<[String; 4]> {
        let ratings = &sheet.ratings;
        let one = |rating: &crate::training::agreement::ratings::Rating| {
            let value = match rating.value {
                Value::Given(value) => ratings.values.list()[value].clone(),
                Value::NotSure => "?".to_owned(),
            };
            let [rater, case, item] = [
                &ratings.raters.list()[rating.rater],
                &ratings.cases.list()[rating.case],
                &ratings.items.list()[rating.item],
            ];
            [rater.clone(), case.clone(), item.clone(), value]
        };
        ratings.list().iter().map(one).collect()
    }

    #[test]
    fn columns_stand_in_any_order_between_any_signs_and_in_any_encoding() {
        let plain = said(&read(TABLE.as_bytes()).unwrap());
        assert_eq!(
            plain,
            [["a", "one", "level", "2"], ["b", "one", "level", "?"]].map(|r| r.map(str::to_owned))
        );
        let turned = "Value; ITEM ;note;case;Rater\r\n2;level;x;one;a\r\n\r\nnot known;level;;one;b\r\n;level;;two;a\r\n";
        let sheet = read(turned.as_bytes()).unwrap();
        assert_eq!((said(&sheet), sheet.rows, sheet.empty), (plain.clone(), 3, 1));
        assert_eq!(sheet.ignored, ["note"]);
        let tabs = TABLE.replace(',', "\t");
        let wide: Vec<u8> = tabs.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(said(&read(&[b"\xff\xfe".as_slice(), &wide].concat()).unwrap()), plain);
        let older = read(b"rater,case,item,value\nJos\xe9,one,level,2\n").unwrap();
        assert_eq!(said(&older)[0][0], "Jos\u{e9}");
    }

    #[test]
    fn every_fault_has_its_row_and_the_rest_is_read() {
        let table = "rater,case,item,value\n\na,one,level,2\n,one,level,2\na,,level,2\na,one,level,3\nb,one\nb,one,level,2,2\n\"b\",\"one\ntwo\",level,2\nc,one,level,3\n";
        let sheet = read(table.as_bytes()).unwrap();
        let faults: Vec<_> = sheet.faults.iter().map(|f| (f.row, f.column, f.what)).collect();
        let expected = [
            (4, Some(Column::Rater), What::Empty),
            (5, Some(Column::Case), What::Empty),
            (6, None, What::Twice(3)),
            (7, Some(Column::Item), What::Short),
            (8, None, What::Long),
        ];
        assert_eq!(faults, expected);
        assert_eq!(said(&sheet).len(), 3, "what has no fault counts");
        assert_eq!(sheet.ratings.list()[2].line, 11, "after a cell of two lines as well");
        for fault in &sheet.faults {
            assert!(fault.words().starts_with(&format!("row {}", fault.row)));
        }
        assert_eq!(
            sheet.faults[0].words(),
            "row 4, column rater: this must say something; the row is left out"
        );
    }

    #[test]
    fn what_is_no_table_says_why() {
        let why = |bytes: &[u8]| read(bytes).unwrap_err();
        assert_eq!(why(b"rater,case,value\n"), NoSheet::Without(vec![Column::Item]));
        assert_eq!(why(b""), NoSheet::Without(Column::ALL.to_vec()));
        assert_eq!(why(b"rater,case,item,value,case\n"), NoSheet::Doubled(Column::Case));
        assert!(matches!(why(b"PK\x03\x04\xff\xfe\x00\x01"), NoSheet::Unreadable(_)));
        assert!(matches!(why(b"rater,case\0\0\0"), NoSheet::Unreadable(Unreadable::Zeros { .. })));
    }

    #[test]
    fn what_is_written_is_read_and_no_formula() {
        let rows = [["=1+1", "a,b", "say \"x\"", "-2"], ["'@x", "+44", "x;y", "plain"]];
        let text = write(rows);
        for cell in text.lines().skip(1).flat_map(|line| line.split(',')) {
            assert!(!cell.trim_start_matches('"').starts_with(FORMULA), "{cell}");
        }
        let sheet = read(text.as_bytes()).unwrap();
        assert!(sheet.faults.is_empty());
        assert_eq!(said(&sheet), rows.map(|row| row.map(str::to_owned)));
    }

    proptest! {
        #[test]
        fn no_bytes_make_a_reader_or_a_report_panic(
            head in prop_oneof![Just("rater,case,item,value\n"), Just("value;item;case;rater\n"), Just("")],
            bytes in prop::collection::vec(any::<u8>(), 0..120),
        ) {
            read_through(&[head.as_bytes(), &bytes].concat());
        }

        #[test]
        fn no_cells_do_either(cells in prop::collection::vec(("[ab]?", "[ab]", "[ij]", "[0-3x\"',.\n-]{0,3}"), 0..30)) {
            let row = |(rater, case, item, value): &(String, String, String, String)| {
                format!("{rater},{case},{item},{value}\n")
            };
            let rows: String = cells.iter().map(row).collect();
            read_through(format!("rater,case,item,value\n{rows}").as_bytes());
        }
    }

    fn read_through(bytes: &[u8]) {
        if let Ok(sheet) = read(bytes) {
            let rows = bytes.iter().filter(|byte| [b'\n', b'\r'].contains(byte)).count() + 1;
            assert!(sheet.faults.iter().all(|fault| fault.row > 1 && fault.row <= rows));
            let report = report(&sheet.ratings, &Guide::default(), 1);
            let said = paper::document(&report).texts().join("\n");
            assert!(!said.contains("NaN"));
        }
    }
}
