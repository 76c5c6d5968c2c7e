//! Plain text, wrapped so that it can be read in an email or any system's notes field.
//!
//! Letters stand in reading order with no marks of direction between them: a system that shows text
//! orders it by itself, and one that takes it in would keep the marks as letters that nobody sees.

use super::document::{Block, Document, Field, HeadingLevel};

const WIDTH: usize = 78;

/// Writes a cleaned document as plain text.
pub(super) fn write(document: &Document) -> String {
    let mut out = String::new();
    underlined(&mut out, &document.title, '=');
    for notice in &document.notice {
        out.push('\n');
        wrap(&mut out, notice, "", "");
    }
    for block in &document.blocks {
        out.push('\n');
        write_block(&mut out, block);
    }
    if !document.footer.is_empty() {
        out.push('\n');
        out.push_str(&"-".repeat(WIDTH));
        out.push('\n');
        wrap(&mut out, &document.footer, "", "");
    }
    out
}

fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::Heading { level: HeadingLevel::Section, text } => {
            out.push('\n');
            underlined(out, text, '-');
        }
        Block::Heading { level: HeadingLevel::Part, text } => underlined(out, text, '.'),
        Block::Paragraph(text) => wrap(out, text, "", ""),
        Block::Callout { title, text } => {
            for part in [title, text].into_iter().filter(|part| !part.is_empty()) {
                wrap(out, part, "| ", "| ");
            }
        }
        Block::List { numbered, items } => {
            for (index, item) in items.iter().enumerate() {
                let mark = if *numbered { format!("{}. ", index + 1) } else { "- ".to_owned() };
                wrap(out, item, &mark, &" ".repeat(mark.len()));
            }
        }
        Block::Fields(fields) => {
            for field in fields {
                write_field(out, field);
            }
        }
        // The table beside a body map says the same in words; only pages have the others.
        Block::BodyMap { .. } | Block::NewPage | Block::Contents | Block::Matrix { .. } | Block::Card(_) => {}
        Block::Table { caption, headers, rows } => {
            if !caption.is_empty() {
                wrap(out, caption, "", "");
                out.push('\n');
            }
            match column_widths(headers, rows) {
                Some(widths) => write_columns(out, headers, rows, &widths),
                None => write_records(out, headers, rows),
            }
        }
    }
}

fn write_field(out: &mut String, field: &Field) {
    if field.label.is_empty() {
        wrap(out, &field.value, "", "    ");
    } else if field.value.contains('\n') {
        wrap(out, &format!("{}:", field.label), "", "    ");
        wrap(out, &field.value, "    ", "    ");
    } else {
        wrap(out, &format!("{}: {}", field.label, field.value), "", "    ");
    }
}

/// The width of each column, when the whole table fits side by side.
fn column_widths(headers: &[String], rows: &[Vec<String>]) -> Option<Vec<usize>> {
    let mut widths: Vec<usize> = headers.iter().map(|header| columns(header)).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            if cell.contains('\n') {
                return None;
            }
            *width = (*width).max(columns(cell));
        }
    }
    let total: usize = widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1);
    (total <= WIDTH).then_some(widths)
}

fn write_columns(out: &mut String, headers: &[String], rows: &[Vec<String>], widths: &[usize]) {
    let rules: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let head = [headers, rules.as_slice()];
    for row in head.into_iter().chain(rows.iter().map(Vec::as_slice)) {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width.saturating_sub(columns(cell)) + 2));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// A table too wide to stand side by side: each row as a small form.
fn write_records(out: &mut String, headers: &[String], rows: &[Vec<String>]) {
    if rows.is_empty() {
        wrap(out, &headers.join(", "), "", "");
    }
    for (index, row) in rows.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        for (header, cell) in headers.iter().zip(row) {
            write_field(out, &Field { label: header.clone(), value: cell.clone() });
        }
    }
}

fn underlined(out: &mut String, text: &str, line: char) {
    wrap(out, text, "", "");
    let width = columns(text).min(WIDTH);
    out.extend(std::iter::repeat_n(line, width));
    out.push('\n');
}

fn columns(text: &str) -> usize {
    text.chars().count()
}

/// Wraps text at spaces; a word longer than a line stays whole, so that it can be copied.
fn wrap(out: &mut String, text: &str, first: &str, next: &str) {
    let mut prefix = first;
    for source in text.split('\n') {
        let mut line = prefix.to_owned();
        let mut empty = true;
        for word in source.split([' ', '\t']).filter(|word| !word.is_empty()) {
            if !empty && columns(&line) + 1 + columns(word) > WIDTH {
                push_line(out, &line);
                next.clone_into(&mut line);
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
            empty = false;
        }
        push_line(out, &line);
        prefix = next;
    }
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::fixture;

    #[test]
    fn lines_are_short_unless_a_word_is_long() {
        let text = write(&fixture::usual().cleaned());
        assert!(text.lines().all(|line| columns(line) <= WIDTH), "{text}");
    }

    #[test]
    fn wrapping_hangs_under_the_first_line() {
        let mut out = String::new();
        wrap(&mut out, &"word ".repeat(20), "1. ", "   ");
        let lines: Vec<&str> = out.lines().collect();
        assert!(lines.len() == 2 && lines[0].starts_with("1. word"), "{out}");
        assert!(lines[1].starts_with("   word"));
    }

    #[test]
    fn a_narrow_table_stands_in_columns_and_a_wide_one_does_not() {
        let row = |cell: &str| vec![cell.to_owned(), "b".to_owned()];
        let narrow = Block::Table { caption: String::new(), headers: row("Head"), rows: vec![row("a")] };
        let mut out = String::new();
        write_block(&mut out, &narrow);
        assert_eq!(out, "Head  b\n----  -\na     b\n");
        let wide = Block::Table {
            caption: String::new(),
            headers: row("Head"),
            rows: vec![row(&"long ".repeat(30))],
        };
        out.clear();
        write_block(&mut out, &wide);
        assert!(out.starts_with("Head: long"));
    }
}
