//! A case or a framework's folder, dragged onto the window and let go.

use std::path::{Path, PathBuf};

use eframe::{Frame, egui::Context};

use super::{LonApp, action::Action, journey::Screen, widgets::curtain_ui};

/// What one thing that is dragged here would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Case,
    Framework,
    /// One of a framework's files instead of its folder.
    PartOfFramework,
}

impl Kind {
    fn of(path: &Path) -> Self {
        if path.is_dir() {
            Self::Framework
        } else if path.file_name().is_some_and(|name| name == "framework.ron") {
            Self::PartOfFramework
        } else {
            Self::Case
        }
    }
}

impl LonApp {
    /// While something is dragged over the window, says what would come of it; returns what was let go.
    ///
    /// A blank screen, and an overlay that asks something, take nothing.
    pub(super) fn drop_ui(&self, ctx: &Context) -> Option<Action> {
        let (hovered, dropped) = ctx.input(|input| {
            let hovered: Vec<Option<PathBuf>> =
                input.raw.hovered_files.iter().map(|file| file.path.clone()).collect();
            let dropped: Vec<PathBuf> =
                input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect();
            (hovered, dropped)
        });
        if self.blank || self.overlay.is_some() {
            return None;
        }
        let words = &self.words.dropping;
        let text = match hovered.as_slice() {
            [] => None,
            [Some(path)] => Some(match Kind::of(path) {
                Kind::Case => words.case,
                Kind::Framework => words.framework,
                Kind::PartOfFramework => words.part,
            }),
            [None] => Some(words.case),
            _ => Some(words.one_only),
        };
        if let Some(text) = text {
            curtain_ui(ctx, self.theme.look(self.appearance, ctx.theme()), text);
        }
        (!dropped.is_empty()).then_some(Action::Dropped(dropped))
    }

    /// Opens what was let go; a case that is open is left only when that was agreed to.
    pub(super) fn dropped(&mut self, paths: &[PathBuf], ctx: &Context, frame: &Frame) {
        let words = &self.words.dropping;
        let [path] = paths else {
            self.message = Some(words.one_only.to_owned());
            return;
        };
        match Kind::of(path) {
            Kind::Case => self.apply(Action::OpenCase(path.clone()), ctx, frame),
            Kind::PartOfFramework => self.message = Some(words.part.to_owned()),
            Kind::Framework => {
                // Its page says which framework is in use, and shows what was found in this one.
                self.session.go(Screen::Frameworks, (self.clock.now)());
                self.open_framework(path);
            }
        }
    }
}
