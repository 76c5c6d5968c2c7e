//! Breaks on purpose, in a program that was built for its tests: they look at what is left behind by then.

use eframe::egui::{Context, Key};

use super::LonApp;

/// What must be in the environment before the key does anything.
const ASKED: &str = "LEVELS_OF_NEED_BREAKS";

/// Panics with every word of the open check, where that was asked for and F12 is pressed.
#[expect(clippy::panic, clippy::manual_assert, reason = "it is what is asked for")]
pub(super) fn where_asked(app: &LonApp, ctx: &Context) {
    if std::env::var_os(ASKED).is_some() && ctx.input(|input| input.key_pressed(Key::F12)) {
        panic!("{:?}", app.session().open().map(|open| open.case().clone()));
    }
}
