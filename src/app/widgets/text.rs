//! Text that is read: headings that a screen reader knows as such, paragraphs, callouts, live messages.

use eframe::egui::{
    self, FontId, Frame, Id, Label, Margin, Response, RichText, Sense, Stroke, Ui, UiBuilder, accesskit, vec2,
};

use super::{focus::read_first, group::titled_ui};
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
    if level > 1 {
        ui.add_space(look.sizes.gap);
    }
    let response = ui.label(heading_text(look, level, text));
    as_heading(ui, &response, level, text);
    response
}

fn heading_text(look: Look<'_>, level: usize, text: &str) -> RichText {
    let size = match level {
        1 => look.sizes.question,
        2 => look.sizes.section,
        _ => look.sizes.body,
    };
    RichText::new(text).font(FontId::new(size, bold()))
}

/// A heading of a section in the letters of the text, for what stands beside it.
pub fn side_heading_ui(ui: &mut Ui, look: Look<'_>, text: &str) -> Response {
    ui.add_space(look.sizes.gap);
    let response = bold_ui(ui, look, text);
    as_heading(ui, &response, 2, text);
    response
}

/// The heading of a page that is read rather than filled in: it takes the focus when the page is shown.
pub fn page_heading_ui(ui: &mut Ui, look: Look<'_>, text: &str) -> Response {
    // An id of its own, so that it keeps the focus when a message comes in above it.
    let scope = UiBuilder::new().scope_id(Id::unique(("page heading", text)));
    ui.scope_builder(scope, |ui| {
        let response = read_first(ui, |ui, holds| {
            let label = Label::new(heading_text(look, 1, text));
            ui.add(if holds { label.sense(Sense::focusable_noninteractive()) } else { label })
        });
        as_heading(ui, &response, 1, text);
        response
    })
    .inner
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
        ui.add(Label::new(RichText::new(text).font(font)).extend());
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

/// A list, one paragraph an item; the bullets are for the eye alone.
pub fn bullets_ui(ui: &mut Ui, items: &[String]) {
    let list = UiBuilder::new().accessibility_role(accesskit::Role::List);
    ui.scope_builder(list, |ui| {
        for item in items {
            ui.horizontal_top(|ui| {
                let line = ui.text_style_height(&egui::TextStyle::Body);
                let bullet = ui.allocate_exact_size(vec2(line * 0.3, line), Sense::hover()).0;
                ui.painter().circle_filled(bullet.center(), line * 0.11, ui.visuals().text_color());
                let item_role = UiBuilder::new().accessibility_role(accesskit::Role::ListItem);
                ui.scope_builder(item_role, |ui| ui.vertical(|ui| ui.label(item)));
            });
        }
    });
}

/// A message that a screen reader speaks when it changes.
pub fn status_ui(ui: &mut Ui, text: impl Into<egui::WidgetText>) -> Response {
    let response = ui.label(text);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_live(accesskit::Live::Polite);
    });
    response
}

/// What is wrong with something, in the colour of danger and in words; spoken when it changes.
pub fn fault_text_ui(ui: &mut Ui, look: Look<'_>, text: &str) -> Response {
    status_ui(ui, strong(look, text).color(look.colours.danger.0))
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
            if title.is_empty() {
                return add(ui);
            }
            // Not a heading: a box can stand under any of them. A screen reader says its name on entering.
            titled_ui(ui, title, |ui| {
                bold_ui(ui, look, title);
                add(ui)
            })
        })
        .inner
}

/// Text on a page that a picture has made wide: no wider than it can be read.
pub fn text_column_ui<R>(ui: &mut Ui, look: Look<'_>, add: impl FnOnce(&mut Ui) -> R) -> R {
    let width = ui.available_width().min(look.sizes.column);
    let column = ui.allocate_ui(vec2(width, 0.0), |ui| {
        ui.set_width(width);
        ui.vertical(add).inner
    });
    column.inner
}

/// A thin line with space around it.
pub fn divider_ui(ui: &mut Ui, look: Look<'_>) {
    ui.add_space(look.sizes.gap);
    ui.separator();
    ui.add_space(look.sizes.gap);
}
