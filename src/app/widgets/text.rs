//! Text that is read: headings that a screen reader knows as such, paragraphs, callouts, live messages.

use eframe::egui::{self, FontId, Frame, Margin, Response, RichText, Stroke, Ui, accesskit};

use super::focus::read_first;
use crate::app::theme::{Look, bold};

/// What a callout is about, which is its colour and never its only sign: its title says it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Notice,
    Danger,
}

/// A heading of level 1 (the page or question), 2 (a section) or 3 (a part).
pub fn heading_ui(ui: &mut Ui, look: Look<'_>, level: usize, text: &str) -> Response {
    let size = match level {
        1 => look.sizes.question,
        2 => look.sizes.section,
        _ => look.sizes.body,
    };
    if level > 1 {
        ui.add_space(look.sizes.gap);
    }
    let response = ui.label(RichText::new(text).font(FontId::new(size, bold())));
    as_heading(ui, &response, level, text);
    response
}

/// The heading of a page that is read rather than filled in: it takes the focus when the page is shown.
pub fn page_heading_ui(ui: &mut Ui, look: Look<'_>, text: &str) -> Response {
    let response = heading_ui(ui, look, 1, text);
    if read_first(ui, &response) {
        let id = response.id.with("read first");
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(accesskit::Role::Heading);
            node.set_label(text);
            node.set_level(0);
        });
    }
    response
}

fn as_heading(ui: &Ui, response: &Response, level: usize, text: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(accesskit::Role::Heading);
        node.set_label(text);
        // Counted from 0.
        node.set_level(level.saturating_sub(1));
    });
}

/// A paragraph of body text.
pub fn paragraph_ui(ui: &mut Ui, text: &str) -> Response {
    ui.label(text)
}

/// A paragraph in a softer ink: hints and what may be skipped.
pub fn soft_ui(ui: &mut Ui, look: Look<'_>, text: &str) -> Response {
    ui.label(RichText::new(text).color(look.colours.ink_soft.0))
}

/// A line of small text.
pub fn small_text_ui(ui: &mut Ui, look: Look<'_>, text: &str) -> Response {
    ui.label(RichText::new(text).size(look.sizes.small))
}

/// A label with its value, in one line where they fit.
pub fn row_text_ui(ui: &mut Ui, look: Look<'_>, label: &str, value: &str) {
    ui.scope(|ui| {
        // A row of text is as low as its text.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal_wrapped(|ui| {
            bold_ui(ui, look, label);
            ui.label(value);
        });
    });
}

/// Text whose columns matter, such as an excerpt of a file; it scrolls sideways and never wraps.
pub fn code_ui(ui: &mut Ui, look: Look<'_>, text: &str) {
    egui::ScrollArea::horizontal().show(ui, |ui| {
        let font = FontId::monospace(look.sizes.small);
        ui.add(egui::Label::new(RichText::new(text).font(font)).extend());
    });
}

/// A few words that stand out.
pub fn bold_ui(ui: &mut Ui, look: Look<'_>, text: &str) -> Response {
    ui.label(strong(look, text))
}

/// Body text in bold.
pub fn strong(look: Look<'_>, text: &str) -> RichText {
    RichText::new(text).font(FontId::new(look.sizes.body, bold()))
}

/// A list, one paragraph an item.
pub fn bullets_ui(ui: &mut Ui, items: &[String]) {
    for item in items {
        ui.horizontal_top(|ui| {
            ui.label("\u{2022}");
            ui.vertical(|ui| ui.label(item));
        });
    }
}

/// A message that a screen reader speaks when it changes.
pub fn status_ui(ui: &mut Ui, text: impl Into<egui::WidgetText>) -> Response {
    let response = ui.label(text);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_live(accesskit::Live::Polite);
    });
    response
}

/// A box with a title and whatever belongs in it.
pub fn callout_ui<R>(
    ui: &mut Ui,
    look: Look<'_>,
    tone: Tone,
    title: &str,
    add: impl FnOnce(&mut Ui) -> R,
) -> R {
    let colours = look.colours;
    let (fill, line) = match tone {
        Tone::Plain => (colours.raised, colours.line),
        Tone::Notice => (colours.notice, colours.notice_line),
        Tone::Danger => (colours.paper, colours.danger),
    };
    let width = if tone == Tone::Plain { 1.0 } else { 2.0 };
    Frame::new()
        .fill(fill.0)
        .stroke(Stroke::new(width, line.0))
        .corner_radius(look.sizes.corner)
        .inner_margin(Margin::same(14))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            if !title.is_empty() {
                heading_ui(ui, look, 3, title);
            }
            add(ui)
        })
        .inner
}

/// A thin line with space around it.
pub fn divider_ui(ui: &mut Ui, look: Look<'_>) {
    ui.add_space(look.sizes.gap);
    ui.separator();
    ui.add_space(look.sizes.gap);
}
