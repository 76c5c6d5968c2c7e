//! A field for a time in free text, with what it was understood as beside it.

use eframe::egui::Ui;
use jiff::civil::Date;

use crate::{
    app::{
        view::ViewContext,
        widgets::{FieldBox, field_ui, small_ui, soft_ui},
    },
    case::when,
    words::fill,
};

/// A time that goes into the chronology: without a date it stands at the end in its own words.
pub fn time_ui(ui: &mut Ui, cx: &ViewContext<'_>, field: FieldBox<'_>, text: &mut String, as_of: Date) {
    field_ui(ui, cx.look, field, text);
    understood_ui(ui, cx, text, as_of, cx.words.when.kept);
}

/// The same with a button that puts in the day and hour it is.
pub fn time_or_now_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    field: FieldBox<'_>,
    text: &mut String,
    as_of: Date,
) {
    field_ui(ui, cx.look, field, text);
    let words = &cx.words.when;
    if text.trim().is_empty() {
        if small_ui(ui, cx.look, words.now, &fill(words.now_named, &[field.label])) {
            *text = cx.now.strftime("%-d %B %Y, %H:%M").to_string();
        }
    } else {
        understood_ui(ui, cx, text, as_of, words.no_day);
    }
}

/// What a text was understood as, or why not.
fn understood_ui(ui: &mut Ui, cx: &ViewContext<'_>, text: &str, as_of: Date, else_say: &str) {
    if text.trim().is_empty() {
        return;
    }
    let line = match when::read(text, as_of) {
        Some(reading) => fill(cx.words.when.understood, &[&reading.when.to_string()]),
        None => else_say.to_owned(),
    };
    soft_ui(ui, cx.look, &line);
}
