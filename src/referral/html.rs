//! One web page that carries its own style, runs nothing and asks the network for nothing.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::document::{Block, Document, Field, HeadingLevel};

/// Nothing may be loaded and nothing may run; only the page's own style applies.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE: &str = include_str!("page.css");

/// Writes a cleaned document as a web page.
pub(super) fn write(document: &Document) -> String {
    html! {
        (DOCTYPE)
        html lang=(document.language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (document.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 dir="auto" { (document.title) }
                    @for notice in &document.notice {
                        p.notice dir="auto" { (notice) }
                    }
                    @for block in &document.blocks { (write_block(block)) }
                }
                @if !document.footer.is_empty() {
                    footer { p dir="auto" { (document.footer) } }
                }
            }
        }
    }
    .into_string()
}

fn write_block(block: &Block) -> Markup {
    match block {
        Block::Heading { level: HeadingLevel::Section, text } => html! { h2 dir="auto" { (text) } },
        Block::Heading { level: HeadingLevel::Part, text } => html! { h3 dir="auto" { (text) } },
        Block::Paragraph(text) => html! { p dir="auto" { (text) } },
        Block::Callout { title, text } => html! {
            div.callout role="note" {
                @if !title.is_empty() { p dir="auto" { strong { (title) } } }
                @if !text.is_empty() { p dir="auto" { (text) } }
            }
        },
        Block::List { numbered: true, items } => html! { ol { (write_items(items)) } },
        Block::List { numbered: false, items } => html! { ul { (write_items(items)) } },
        Block::Fields(fields) => html! {
            dl { @for field in fields { (write_field(field)) } }
        },
        Block::Table { caption, headers, rows } => html! {
            table {
                @if !caption.is_empty() { caption dir="auto" { (caption) } }
                thead {
                    tr { @for header in headers { th scope="col" dir="auto" { (header) } } }
                }
                tbody {
                    @for row in rows {
                        tr { @for cell in row { td dir="auto" { (cell) } } }
                    }
                }
            }
        },
    }
}

fn write_items(items: &[String]) -> Markup {
    html! { @for item in items { li dir="auto" { (item) } } }
}

fn write_field(field: &Field) -> Markup {
    html! {
        div {
            dt dir="auto" { (field.label) }
            dd dir="auto" { (field.value) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::referral::fixture;

    #[test]
    fn nothing_a_person_typed_becomes_markup() {
        let page = write(&fixture::hostile().cleaned());
        assert!(!page.contains("<script") && !page.contains("<b>") && !page.contains("<!--"));
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assert!(page.contains("<title>A &lt;title&gt; &amp; more # here</title>"));
    }

    #[test]
    fn the_page_asks_for_nothing_from_outside() {
        let page = write(&fixture::usual().cleaned());
        for address in ["http:", "https:", "//", "src=", "href=", "url(", "@import", "<script"] {
            assert!(!page.contains(address), "{address}");
        }
        assert!(page.contains(POLICY));
    }

    #[test]
    fn headings_fields_and_tables_are_marked_as_such() {
        let page = write(&fixture::usual().cleaned());
        assert_eq!(page.matches("<h1").count(), 1);
        assert!(page.contains("<html lang=\"en-GB\">"));
        assert!(page.contains("<h2 dir=\"auto\">Child and household</h2>"));
        assert!(page.contains("<dt dir=\"auto\">Date of birth</dt>"));
        assert!(page.contains("<th scope=\"col\" dir=\"auto\">Indicator</th>"));
        assert!(page.contains("<caption dir=\"auto\">Indicators chosen"));
    }
}
