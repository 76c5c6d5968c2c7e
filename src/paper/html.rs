//! One web page that carries its own style, runs nothing and asks the network for nothing.
//!
//! Every text stands in an element with a direction, and a name in an English line in one of its
//! own: no name turns the words and numbers beside it.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use unicode_script::{Script, UnicodeScript as _};

use super::direction::{Direction, has_right_to_left, stretches};
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
                    h1 dir=(way(&document.title)) lang=[script(&document.title)] { (said(&document.title)) }
                    @for notice in &document.notice {
                        p.notice dir=(way(notice)) lang=[script(notice)] { (said(notice)) }
                    }
                    @for block in &document.blocks { (write_block(block)) }
                }
                @if !document.footer.is_empty() {
                    footer { p dir=(way(&document.footer)) lang=[script(&document.footer)] { (said(&document.footer)) } }
                }
            }
        }
    }
    .into_string()
}

/// The way a text runs, said outright where a browser would go by the first letter alone.
fn way(text: &str) -> &'static str {
    if !has_right_to_left(text) {
        return "auto";
    }
    match Direction::of(text) {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    }
}

/// The text, each stretch of an English line that runs the other way set apart from its neighbours.
fn said(text: &str) -> Markup {
    let apart = match Direction::of(text) {
        Direction::LeftToRight if has_right_to_left(text) => stretches(text),
        _ => Vec::new(),
    };
    let mut from = 0;
    let mut out = String::new();
    for stretch in apart {
        let (before, inside) = (text.get(from..stretch.start), text.get(stretch.clone()));
        from = stretch.end;
        out.push_str(
            &html! { (before.unwrap_or_default()) bdi { (inside.unwrap_or_default()) } }.into_string(),
        );
    }
    out.push_str(&html! { (text.get(from..).unwrap_or_default()) }.into_string());
    PreEscaped(out)
}

/// Text in another script is marked with it, so that the browser finds letters for it. Which
/// language it is, letters do not tell: the tag says that this is not known.
fn script(text: &str) -> Option<String> {
    let scripts = text.chars().map(|each| each.script());
    let mut own =
        scripts.filter(|each| !matches!(each, Script::Common | Script::Inherited | Script::Unknown));
    let first = own.next()?;
    (first != Script::Latin && own.all(|each| each == first)).then(|| format!("und-{}", first.short_name()))
}

fn write_block(block: &Block) -> Markup {
    match block {
        Block::Heading { level: HeadingLevel::Section, text } => {
            html! { h2 dir=(way(text)) lang=[script(text)] { (said(text)) } }
        }
        Block::Heading { level: HeadingLevel::Part, text } => {
            html! { h3 dir=(way(text)) lang=[script(text)] { (said(text)) } }
        }
        Block::Paragraph(text) => html! { p dir=(way(text)) lang=[script(text)] { (said(text)) } },
        Block::Callout { title, text } => html! {
            div.callout role="note" {
                @if !title.is_empty() { p dir=(way(title)) lang=[script(title)] { strong { (said(title)) } } }
                @if !text.is_empty() { p dir=(way(text)) lang=[script(text)] { (said(text)) } }
            }
        },
        Block::List { numbered: true, items } => html! { ol { (write_items(items)) } },
        Block::List { numbered: false, items } => html! { ul { (write_items(items)) } },
        Block::BodyMap { alt, marks } => super::figure::svg(alt, marks),
        // Only pages have these.
        Block::NewPage | Block::Contents | Block::Matrix { .. } | Block::Card(_) => html! {},
        Block::Fields(fields) => html! {
            dl { @for field in fields { (write_field(field)) } }
        },
        Block::Table { caption, headers, rows } => html! {
            table {
                @if !caption.is_empty() { caption dir=(way(caption)) lang=[script(caption)] { (said(caption)) } }
                thead {
                    tr { @for header in headers { th scope="col" dir=(way(header)) lang=[script(header)] { (said(header)) } } }
                }
                tbody {
                    @for row in rows {
                        tr { @for cell in row { td dir=(way(cell)) lang=[script(cell)] { (said(cell)) } } }
                    }
                }
            }
        },
    }
}

fn write_items(items: &[String]) -> Markup {
    html! { @for item in items { li dir=(way(item)) lang=[script(item)] { (said(item)) } } }
}

fn write_field(field: &Field) -> Markup {
    html! {
        div {
            dt dir=(way(&field.label)) lang=[script(&field.label)] { (said(&field.label)) }
            dd dir=(way(&field.value)) lang=[script(&field.value)] { (said(&field.value)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::fixture;

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
    fn a_text_carries_its_direction_and_its_script() {
        let name = "\u{645}\u{62d}\u{645}\u{62f}";
        let field = Field { label: "Name".to_owned(), value: name.to_owned() };
        let page = write_field(&field).into_string();
        assert!(page.contains(&format!("<dd dir=\"rtl\" lang=\"und-Arab\">{name}</dd>")), "{page}");
        assert_eq!((way("Zo\u{eb}"), script("Zo\u{eb} 1")), ("auto", None));
        let sentence = format!("{name} was not at school");
        assert_eq!((way(&sentence), script(&sentence)), ("ltr", None));
        let line = said(&sentence).into_string();
        assert_eq!(line, format!("<bdi>{name}</bdi> was not at school"));
        assert_eq!(script("\u{674e}\u{4f1f}").as_deref(), Some("und-Hani"));
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
