//! Buttons: one strong one a screen, quiet ones beside it, small ones inside the text.

use eframe::egui::{self, Button, FontId, Response, RichText, Stroke, TextStyle, Ui, Vec2, WidgetText};

use super::{focus::follow, group::name_here};
use crate::app::theme::{Colour, Look, bold};

/// The strong button of a screen.
pub fn primary_ui(ui: &mut Ui, look: Look<'_>, text: &str) -> bool {
    let colours = look.colours;
    let response = strong_ui(ui, look, text, colours.accent, colours.on_accent);
    // By which a test, or a tool that looks in from outside, can count them.
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_class_name("primary"));
    response.clicked()
}

/// The button that leads to help in danger; `shortcut` is its key in words.
pub fn danger_ui(ui: &mut Ui, look: Look<'_>, text: &str, shortcut: &str) -> bool {
    let colours = look.colours;
    let whole = beside(text, shortcut);
    strong_ui(ui, look, &whole, colours.danger, colours.on_danger).clicked()
}

fn strong_ui(ui: &mut Ui, look: Look<'_>, text: &str, fill: Colour, ink: Colour) -> Response {
    let words = RichText::new(text).font(FontId::new(look.sizes.body, bold())).color(ink.0);
    let button = Button::new(words)
        .fill(fill.0)
        .stroke(Stroke::new(1.0, fill.0))
        .min_size(Vec2::new(0.0, look.sizes.target))
        .wrap();
    let response = ui.add(button);
    follow(&response);
    response
}

/// A button that does not call for attention.
pub fn quiet_ui(ui: &mut Ui, look: Look<'_>, text: &str) -> bool {
    let button = Button::new(text).min_size(Vec2::new(0.0, look.sizes.target)).wrap();
    let response = ui.add(button);
    follow(&response);
    response.clicked()
}

/// A small button among text; `name` says to a screen reader what it acts on.
pub fn small_ui(ui: &mut Ui, look: Look<'_>, text: &str, name: &str) -> bool {
    let words = RichText::new(text).size(look.sizes.small).color(look.colours.accent.0).underline();
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = Vec2::new(4.0, 4.0);
        ui.spacing_mut().interact_size.y = 28.0;
        let response =
            ui.add(Button::new(words).frame_when_inactive(false).wrap_mode(egui::TextWrapMode::Extend));
        let response = response.accessible_name(name_here(ui, name).unwrap_or_else(|| name.to_owned()));
        follow(&response);
        response.clicked()
    })
    .inner
}

/// A line of text that leads to a page of its own; it wraps where it is long.
pub fn link_ui(ui: &mut Ui, look: Look<'_>, text: &str, name: &str) -> bool {
    let words = RichText::new(text).color(look.colours.accent.0).underline();
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = Vec2::new(4.0, 4.0);
        let button = Button::new(words).frame_when_inactive(false).wrap();
        let response = ui.add(button).accessible_name(name);
        follow(&response);
        response.clicked()
    })
    .inner
}

/// A label with its key beside it.
pub fn beside(text: &str, shortcut: &str) -> String {
    if shortcut.is_empty() { text.to_owned() } else { format!("{text} {shortcut}") }
}

/// How wide a button with this text will be.
pub fn width_of(ui: &Ui, look: Look<'_>, text: &str) -> f32 {
    let words = RichText::new(text).font(FontId::new(look.sizes.body, bold()));
    let galley = WidgetText::from(words).into_galley(
        ui,
        Some(egui::TextWrapMode::Extend),
        f32::INFINITY,
        TextStyle::Button,
    );
    galley.size().x + 2.0 * ui.spacing().button_padding.x + 2.0
}
