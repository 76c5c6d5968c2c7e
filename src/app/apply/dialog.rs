//! Carrying on after a file window was closed.

use std::path::PathBuf;

use eframe::{Frame, egui::Context};

use super::file_name;
use crate::app::{
    LonApp,
    action::Action,
    journey::Screen,
    paper::format_of,
    platform::{Ask, Outcome},
    training::Train,
};

impl LonApp {
    /// Carries on with what a file window was opened for.
    pub(in crate::app) fn dialog_answered(&mut self, outcome: Outcome, ctx: &Context, frame: &Frame) {
        match outcome {
            Outcome::Chosen(Ask::OpenCase, path) => {
                self.apply(Action::OpenCase(path), ctx, frame);
            }
            Outcome::Chosen(Ask::SaveCase(offered), path) => {
                // The window stays live while a file window is open: another check may be open by now.
                if self.session.open().is_some_and(|open| file_name(open.case()) == offered) {
                    self.save(path, ctx);
                }
            }
            Outcome::Chosen(Ask::OpenFramework, path) => self.open_framework(&path),
            Outcome::Chosen(Ask::SavePaper(paper, format, offered), path) => {
                let same = self.session.open().is_some_and(|o| paper.file_name(o, format) == offered);
                if same && format_of(&path) == Some(format) {
                    self.save_paper(paper, format, &path);
                } else if same {
                    // A name without the format's ending gets it, and is then not one that was asked about.
                    let mut name = path.into_os_string();
                    name.push(format!(".{}", format.extension()));
                    self.apply(Action::SavePaperTo(paper, PathBuf::from(name)), ctx, frame);
                }
            }
            Outcome::Chosen(Ask::Sheet(_), path) => self.save_sheet(&path),
            Outcome::Chosen(Ask::SaveBook(book, _), path) => self.save_chosen_book(book, path),
            Outcome::Chosen(Ask::Training(kept, _), path) => self.save_chosen_of_session(kept, path),
            Outcome::Chosen(Ask::OpenSession, path) => {
                self.apply(Action::Training(Train::Open(path)), ctx, frame);
            }
            Outcome::Chosen(Ask::Answers, path) => {
                self.apply(Action::Training(Train::Load(path)), ctx, frame);
            }
            Outcome::Cancelled => {}
            Outcome::NoWindow(ask) => {
                self.message = Some(self.words.files.no_dialog.to_owned());
                match ask {
                    Ask::SaveCase(_) => self.ask_where(ctx),
                    // The paper's own screen has a field for the path, which now holds a good one.
                    Ask::SavePaper(_, _, name) => {
                        self.scratch.path = self.folder.join(name).display().to_string();
                    }
                    // The start page has the field for it.
                    Ask::OpenCase => self.session.go(Screen::Start, (self.clock.now)()),
                    Ask::OpenFramework | Ask::Answers | Ask::OpenSession => {}
                    // Without a file window it goes where files are offered, under a name of its own.
                    Ask::Sheet(name) => {
                        let path = self.folder.join(name);
                        if self.would_overwrite(&path) {
                            self.message = Some(self.words.files.taken.to_owned());
                        } else {
                            self.save_sheet(&path);
                        }
                    }
                    Ask::SaveBook(book, name) => self.type_where_book(book, &name),
                    Ask::Training(kept, name) => {
                        let path = self.folder.join(name).display().to_string();
                        self.training.typing = Some((kept, path));
                    }
                }
            }
        }
        ctx.request_repaint();
    }
}
