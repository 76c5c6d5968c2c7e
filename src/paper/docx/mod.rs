//! A Word document with real headings, lists and table headers, for going on writing.

mod package;

use docx_rs::{
    AbstractNumbering, BreakType, Docx, Footer, HeightRule, IndentLevel, Level, LevelJc, LevelOverride,
    LevelText, NumPages, NumberFormat, Numbering, NumberingId, PageMargin, PageNum, Paragraph, Run,
    SpecialIndentType, Start, Table, TableCell, TableRow, WidthType,
};

use super::direction::{Direction, reading_runs};
use super::document::{Block, Document, Field, HeadingLevel};
use super::format::WriteError;

/// A4 in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
/// The white edge at every side.
const EDGE: i32 = 1_020;
/// The width that text can take.
const WIDTH: usize = 9_866;
/// A label longer than this does not fit beside its value.
const LABEL_LETTERS: usize = 24;
/// A row with more letters than this may break between pages.
const ROW_LETTERS: usize = 1_500;

// The library itself writes a list numbered 1, which is not used.
const BULLETS: usize = 2;
const NUMBERS: usize = 3;

/// Writes a cleaned document as a Word document.
pub(super) fn write(document: &Document) -> Result<Vec<u8>, WriteError> {
    let mut writer = Writer { docx: page(document), lists: NUMBERS, paragraphs: 0 };
    writer.line("Heading1", &document.title);
    for notice in &document.notice {
        writer.line("Notice", notice);
    }
    for block in &document.blocks {
        writer.block(block);
    }
    package::pack(writer.docx.build(), document)
}

/// The page, its foot and the two kinds of list.
fn page(document: &Document) -> Docx {
    let foot = Paragraph::new().id("70000000").style("Footer");
    let foot = with_text(foot, &Run::new(), &document.footer);
    let number = Paragraph::new()
        .id("70000001")
        .style("PageNumber")
        .add_run(Run::new().add_text("Page "))
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(" of "))
        .add_num_pages(NumPages::new());
    Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .page_margin(PageMargin {
            top: EDGE,
            left: EDGE,
            bottom: EDGE,
            right: EDGE,
            header: 560,
            footer: 560,
            gutter: 0,
        })
        .footer(Footer::new().add_paragraph(foot).add_paragraph(number))
        .add_abstract_numbering(list_kind(BULLETS, "bullet", "\u{2022}"))
        .add_abstract_numbering(list_kind(NUMBERS, "decimal", "%1."))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
}

fn list_kind(id: usize, format: &str, mark: &str) -> AbstractNumbering {
    let level =
        Level::new(0, Start::new(1), NumberFormat::new(format), LevelText::new(mark), LevelJc::new("left"));
    let hanging = Some(SpecialIndentType::Hanging(360));
    AbstractNumbering::new(id).add_level(level.indent(Some(500), hanging, None, None))
}

struct Writer {
    docx: Docx,
    /// The number of the last list begun; each numbered list counts from one again.
    lists: usize,
    /// How many paragraphs there are. The number is part of the file, so it is counted here,
    /// where it depends on nothing but the document.
    paragraphs: u32,
}

impl Writer {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level: HeadingLevel::Section, text } => self.line("Heading2", text),
            Block::Heading { level: HeadingLevel::Part, text } => self.line("Heading3", text),
            Block::Paragraph(text) => self.line("Normal", text),
            Block::Callout { title, text } => {
                if !title.is_empty() {
                    self.line("CalloutTitle", title);
                }
                if !text.is_empty() {
                    self.line("Callout", text);
                }
            }
            Block::List { numbered, items } => self.list(*numbered, items),
            Block::Fields(fields) => {
                for field in fields {
                    self.field(field);
                }
            }
            Block::Table { caption, headers, rows } => self.table(caption, headers, rows),
            // The table beside a body map says the same in words; only pages have the others.
            Block::BodyMap { .. }
            | Block::NewPage
            | Block::Contents
            | Block::Matrix { .. }
            | Block::Card(_) => {}
        }
    }

    fn paragraph(&mut self, style: &str) -> Paragraph {
        self.paragraphs += 1;
        Paragraph::new().id(format!("{:08x}", self.paragraphs)).style(style)
    }

    fn add(&mut self, paragraph: Paragraph) {
        // The builder takes the document by value and gives it back.
        self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph);
    }

    fn line(&mut self, style: &str, text: &str) {
        let paragraph = whole(self.paragraph(style), text);
        self.add(paragraph);
    }

    fn list(&mut self, numbered: bool, items: &[String]) {
        let mut list = BULLETS;
        if numbered {
            self.lists += 1;
            list = self.lists;
            let again = Numbering::new(list, NUMBERS).add_override(LevelOverride::new(0).start(1));
            self.docx = std::mem::take(&mut self.docx).add_numbering(again);
        }
        for item in items {
            let paragraph =
                self.paragraph("ListParagraph").numbering(NumberingId::new(list), IndentLevel::new(0));
            self.add(whole(paragraph, item));
        }
    }

    fn field(&mut self, field: &Field) {
        let beside = field.label.chars().count() <= LABEL_LETTERS;
        let value = Run::new();
        let value = if beside { value.add_tab() } else { value.add_break(BreakType::TextWrapping) };
        // The label decides the way of the line; the value's letters carry their own.
        let label = Run::new().style("FieldLabel");
        let paragraph = with_text(self.paragraph("Field"), &label, &field.label).add_run(value);
        self.add(with_text(paragraph, &Run::new(), &field.value));
    }

    fn table(&mut self, caption: &str, headers: &[String], rows: &[Vec<String>]) {
        if !caption.is_empty() {
            self.line("Caption", caption);
        }
        let widths = column_widths(headers, rows);
        let header = self.row("TableHeader", headers, &widths);
        // The library has no word for a header row; the package turns this height into one.
        let mark = package::HEADER_HEIGHT;
        let mut all = vec![header.row_height(mark).height_rule(HeightRule::AtLeast)];
        for row in rows {
            all.push(self.row("TableText", row, &widths));
        }
        self.docx = std::mem::take(&mut self.docx).add_table(Table::new(all).set_grid(widths));
        // Without a paragraph between them, two tables would become one.
        self.line("TableEnd", "");
    }

    fn row(&mut self, style: &str, cells: &[String], widths: &[usize]) -> TableRow {
        let letters: usize = cells.iter().map(String::len).sum();
        let cells = cells
            .iter()
            .zip(widths)
            .map(|(text, width)| {
                let paragraph = whole(self.paragraph(style), text);
                TableCell::new().width(*width, WidthType::Dxa).add_paragraph(paragraph)
            })
            .collect();
        let row = TableRow::new(cells);
        if letters <= ROW_LETTERS { row.cant_split() } else { row }
    }
}

/// The paragraph with all of its text, running the way that the text does.
fn whole(mut paragraph: Paragraph, text: &str) -> Paragraph {
    if Direction::of(text) == Direction::RightToLeft {
        paragraph.property = paragraph.property.bidi(true);
    }
    with_text(paragraph, &Run::new(), text)
}

/// The paragraph with this text at its end in the style of a run: line ends as line breaks, and a
/// run of its own for each way that the letters go.
fn with_text(mut paragraph: Paragraph, style: &Run, text: &str) -> Paragraph {
    for (index, line) in text.split('\n').enumerate() {
        let mut broken = index > 0;
        for part in reading_runs(line) {
            let letters = line.get(part.range).unwrap_or_default();
            let mut run = style.clone();
            if part.right_to_left {
                // The library has no word for it; the package turns this spacing into one.
                run = run.character_spacing(package::right_to_left_mark(letters));
            }
            if std::mem::take(&mut broken) {
                run = run.add_break(BreakType::TextWrapping);
            }
            paragraph = paragraph.add_run(filled(run, letters));
        }
        // A line without a letter has no run, and is a line all the same.
        if broken {
            paragraph = paragraph.add_run(style.clone().add_break(BreakType::TextWrapping));
        }
    }
    paragraph
}

/// The run with this text at its end.
fn filled(mut run: Run, line: &str) -> Run {
    for (index, piece) in line.split('\t').enumerate() {
        if index > 0 {
            run = run.add_tab();
        }
        if !piece.is_empty() {
            run = run.add_text(piece);
        }
    }
    run
}

/// Columns as wide as their longest text asks for, within reason.
fn column_widths(headers: &[String], rows: &[Vec<String>]) -> Vec<usize> {
    let mut letters: Vec<usize> = headers.iter().map(|header| asked(header)).collect();
    for row in rows {
        for (most, cell) in letters.iter_mut().zip(row) {
            *most = (*most).max(asked(cell));
        }
    }
    let total: usize = letters.iter().sum::<usize>().max(1);
    letters.into_iter().map(|each| WIDTH * each / total).collect()
}

fn asked(text: &str) -> usize {
    text.lines().map(|line| line.chars().count()).max().unwrap_or(0).clamp(8, 44)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_the_page() {
        let text = |letters: usize| "x".repeat(letters);
        let widths = column_widths(&[text(3), text(8)], &[vec![text(2), text(5_000)]]);
        assert!(widths[0] > 1_400 && widths[1] > widths[0]);
        assert!(widths.iter().sum::<usize>() <= WIDTH);
    }

    #[test]
    fn line_ends_and_tabs_become_their_own_elements() {
        let paragraph = whole(Paragraph::new(), "a\n\n\tb");
        let runs: Vec<usize> = paragraph
            .children
            .iter()
            .filter_map(|child| match child {
                docx_rs::ParagraphChild::Run(run) => Some(run.children.len()),
                _ => None,
            })
            .collect();
        assert_eq!(runs, [1, 1, 3]);
    }

    #[test]
    fn each_way_has_its_own_run() {
        let paragraph = whole(Paragraph::new(), "Amira \u{645}\u{62d} Khan");
        assert_eq!((paragraph.children.len(), paragraph.property.bidi), (3, None));
        assert_eq!(whole(Paragraph::new(), "\u{645}\u{62d}").property.bidi, Some(true));
    }
}
