//! Markdown in which nothing that a person typed acts as Markdown.
//!
//! Letters stand in reading order with no marks of direction between them: a system that shows text
//! orders it by itself, and one that takes it in would keep the marks as letters that nobody sees.

use super::document::{Block, Document, Field, HeadingLevel};

/// Writes a cleaned document as `CommonMark` with one extension, tables.
pub(super) fn write(document: &Document) -> String {
    let mut out = format!("# {}\n", escape_line(&document.title));
    for notice in &document.notice {
        out.push('\n');
        paragraphs(&mut out, notice, "");
    }
    // Two lists that follow one another would be read as one, unless their marks differ.
    let mut other_mark = false;
    for block in &document.blocks {
        out.push('\n');
        let list = matches!(block, Block::List { .. } | Block::Fields(_));
        write_block(&mut out, block, list && other_mark);
        other_mark = list && !other_mark;
    }
    if !document.footer.is_empty() {
        out.push_str("\n---\n\n");
        paragraphs(&mut out, &document.footer, "");
    }
    out
}

fn write_block(out: &mut String, block: &Block, other_mark: bool) {
    let (bullet, after_number) = if other_mark { ("* ", ") ") } else { ("- ", ". ") };
    match block {
        Block::Heading { level, text } => {
            let marks = match level {
                HeadingLevel::Section => "##",
                HeadingLevel::Part => "###",
            };
            push_line(out, &format!("{marks} {}", escape_line(text)));
        }
        Block::Paragraph(text) => paragraphs(out, text, ""),
        Block::Callout { title, text } => {
            if !title.is_empty() {
                push_line(out, &format!("> **{}**", escape_line(title)));
            }
            if !title.is_empty() && !text.is_empty() {
                push_line(out, ">");
            }
            if !text.is_empty() {
                paragraphs(out, text, "> ");
            }
        }
        Block::List { numbered, items } => {
            for (index, item) in items.iter().enumerate() {
                let mark = if *numbered { format!("{}{after_number}", index + 1) } else { bullet.to_owned() };
                let indent = " ".repeat(mark.len());
                push_line(out, &format!("{mark}{}", hard_lines(item, &indent)));
            }
        }
        Block::Fields(fields) => {
            for field in fields {
                push_line(out, &format!("{bullet}{}", field_line(field)));
            }
        }
        // The table beside a body map says the same in words; only pages have the others.
        Block::BodyMap { .. } | Block::NewPage | Block::Contents | Block::Matrix { .. } | Block::Card(_) => {}
        Block::Table { caption, headers, rows } => {
            if !caption.is_empty() {
                push_line(out, &format!("**{}**\n", escape_line(caption)));
            }
            table_row(out, headers);
            push_line(out, &format!("|{}", " --- |".repeat(headers.len())));
            for row in rows {
                table_row(out, row);
            }
        }
    }
}

fn field_line(field: &Field) -> String {
    let value = hard_lines(&field.value, "  ");
    match (field.label.is_empty(), field.value.is_empty()) {
        (true, _) => value,
        (false, true) => format!("**{}:**", escape_line(&field.label)),
        (false, false) => format!("**{}:** {value}", escape_line(&field.label)),
    }
}

fn table_row(out: &mut String, cells: &[String]) {
    let mut line = "|".to_owned();
    for cell in cells {
        line.push(' ');
        // A table cell holds one line only.
        let words: Vec<&str> = cell.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        line.push_str(&escape_line(&words.join(" ")));
        line.push_str(" |");
    }
    push_line(out, &line);
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line.trim_end_matches(' '));
    out.push('\n');
}

/// Text with a blank line kept as a new paragraph and every other line end kept as a line end.
fn paragraphs(out: &mut String, text: &str, prefix: &str) {
    let mut lines: Vec<String> = Vec::new();
    let mut blank = false;
    for line in text.lines().map(escape_line) {
        if line.is_empty() {
            blank = !lines.is_empty();
            continue;
        }
        if blank {
            lines.push(String::new());
        } else if let Some(last) = lines.last_mut() {
            last.push('\\');
        }
        blank = false;
        lines.push(line);
    }
    for line in lines {
        push_line(out, &format!("{prefix}{line}"));
    }
}

/// Text as one paragraph; its lines end in a backslash, which keeps the line end.
fn hard_lines(text: &str, indent: &str) -> String {
    let lines: Vec<String> = text.lines().map(escape_line).filter(|line| !line.is_empty()).collect();
    lines.join(&format!("\\\n{indent}"))
}

/// Escapes one line so that it reads as text, wherever in a document it stands.
fn escape_line(line: &str) -> String {
    let line = line.trim().replace('\t', " ");
    let mut out = String::with_capacity(line.len() + 8);
    let number = line.bytes().take_while(u8::is_ascii_digit).count();
    let mut characters = line.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let escaped = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '$' | '{' | '}' | '^'
            | '@' => true,
            // An entity, or the `://` and `www.` from which some readers make links.
            '&' => next.is_some_and(|next| next == '#' || next.is_ascii_alphabetic()),
            ':' => at == 0 || next == Some('/'),
            '.' | ')' if at == number && number > 0 => true,
            '.' => ends_in_www(&line, at),
            '-' | '+' | '=' => at == 0,
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

fn ends_in_www(line: &str, at: usize) -> bool {
    line.get(at.saturating_sub(3)..at).is_some_and(|start| start.eq_ignore_ascii_case("www"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;
    use crate::paper::fixture;

    fn parse(markdown: &str) -> Vec<Event<'_>> {
        // Every extension that could find more markup; the one left out only bends quotation marks.
        let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
        Parser::new_ext(markdown, options).collect()
    }

    /// The words of a text, whatever stands between them.
    fn squeezed(text: &str) -> String {
        text.chars().filter(|each| !each.is_whitespace()).collect()
    }

    fn said(events: &[Event<'_>]) -> String {
        events
            .iter()
            .filter_map(|event| match event {
                Event::Text(text) => Some(text.as_ref()),
                _ => None,
            })
            .collect()
    }

    /// Only what the writer itself opens may be there.
    fn is_expected(event: &Event<'_>) -> bool {
        match event {
            Event::Start(tag) => matches!(
                tag,
                Tag::Paragraph
                    | Tag::Heading { .. }
                    | Tag::List(_)
                    | Tag::Item
                    | Tag::Strong
                    | Tag::BlockQuote(None)
                    | Tag::Table(_)
                    | Tag::TableHead
                    | Tag::TableRow
                    | Tag::TableCell
            ),
            Event::End(_) | Event::Text(_) | Event::HardBreak | Event::Rule => true,
            _ => false,
        }
    }

    #[test]
    fn traps_stay_text() {
        let document = fixture::hostile().cleaned();
        let markdown = write(&document);
        let events = parse(&markdown);
        for event in &events {
            assert!(is_expected(event), "{event:?}");
        }
        let count = |wanted: fn(&Tag<'_>) -> bool| {
            events.iter().filter(|event| matches!(event, Event::Start(tag) if wanted(tag))).count()
        };
        assert_eq!(count(|tag| matches!(tag, Tag::Heading { .. })), 3);
        assert_eq!(count(|tag| matches!(tag, Tag::List(_))), 4);
        assert_eq!(count(|tag| matches!(tag, Tag::Table(_))), 2);
        assert_eq!(count(|tag| matches!(tag, Tag::BlockQuote(_))), 1);
        let said = squeezed(&said(&events));
        for trap in fixture::TRAPS {
            let clean = squeezed(&crate::paper::clean::clean_text(trap));
            assert!(said.contains(&clean), "{trap:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_stays_text(text in "[ -~\n\té—]{0,60}") {
            let document = Document {
                title: "Title".to_owned(),
                language: "en-GB".to_owned(),
                page: crate::paper::document::Page::A4,
                notice: vec![text.clone()],
                footer: String::new(),
                blocks: vec![
                    Block::Paragraph(text.clone()),
                    Block::Callout { title: text.clone(), text: text.clone() },
                    Block::List { numbered: true, items: vec![text.clone()] },
                    Block::Fields(vec![Field { label: text.clone(), value: text.clone() }]),
                    Block::Table {
                        caption: "Caption".to_owned(),
                        headers: vec!["Head".to_owned(), text.clone()],
                        rows: vec![vec![text.clone(), text.clone()]],
                    },
                ],
            }
            .cleaned();
            let markdown = write(&document);
            let events = parse(&markdown);
            for event in &events {
                prop_assert!(is_expected(event), "{:?}\n{}", event, markdown);
            }
            let wanted = squeezed(&text);
            prop_assert_eq!(
                squeezed(&said(&events)).matches(wanted.as_str()).count() >= 9 || wanted.is_empty(),
                true,
                "{}", markdown
            );
        }
    }
}
