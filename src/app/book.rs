//! The framework in use as a handbook or a sheet for the wall: what it is called, and how it is saved.

use std::path::PathBuf;

use eframe::{Frame, egui::Context};

use super::{LonApp, action::Action, paper, platform::Ask};
use crate::{
    framework::Framework,
    handbook,
    paper::{
        document::Document,
        format::{self, Format},
    },
    system_fonts::SystemFonts,
    words::fill,
};

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Book {
    Handbook,
    Wall,
}

impl Book {
    /// A name that says which framework and edition.
    fn file_name(self, framework: &Framework) -> String {
        let what = match self {
            Self::Handbook => "handbook",
            Self::Wall => "wall",
        };
        let plain = |c: char| if c.is_alphanumeric() || c == '-' { c } else { '-' };
        let edition: String = framework.about.edition.chars().map(plain).collect();
        format!("{what}-{}-{edition}.{}", framework.about.id, Format::Pdf.extension())
    }
}

impl LonApp {
    /// Asks where a book is to be saved.
    pub(super) fn ask_for_book(&mut self, book: Book, ctx: &Context, frame: &Frame) {
        let name = book.file_name(self.session.framework_in_use());
        self.apply(Action::Dialog(Ask::SaveBook(book, name)), ctx, frame);
    }

    /// The screen gets a field for the path, which holds a good one.
    pub(super) fn type_where_book(&mut self, book: Book, name: &str) {
        self.scratch.book = Some((book, self.folder.join(name).display().to_string()));
    }

    /// Saves where a file window was told to: it has asked about a file that is there already.
    pub(super) fn save_chosen_book(&mut self, book: Book, path: PathBuf) {
        if paper::format_of(&path) == Some(Format::Pdf) {
            self.write_book(book, path);
        } else {
            // A name without the ending gets it, and is then not one that was asked about.
            let mut name = path.into_os_string();
            name.push(format!(".{}", Format::Pdf.extension()));
            self.save_book(book, PathBuf::from(name));
        }
    }

    /// Saves where a typed path leads, over nothing but what was written from here before.
    pub(super) fn save_book(&mut self, book: Book, path: PathBuf) {
        let path = self.folder.join(path);
        if self.would_overwrite(&path) {
            self.message = Some(self.words.files.taken.to_owned());
        } else if paper::format_of(&path).is_none() {
            self.message = Some(self.words.referral.unknown_ending.to_owned());
        } else {
            self.write_book(book, path);
        }
    }

    fn write_book(&mut self, book: Book, path: PathBuf) {
        let format = paper::format_of(&path).unwrap_or(Format::Pdf);
        let framework = self.session.framework_in_use();
        let fonts = SystemFonts::default();
        let document = match book {
            Book::Handbook => Ok(handbook::handbook(framework, (self.clock.now)().date())),
            Book::Wall => {
                let fits = |sheet: &Document| Ok(format::pages(sheet, &fonts)? == 1);
                handbook::wall(framework, fits).map(|wall| wall.document)
            }
        };
        let written =
            document.map_err(paper::PaperError::Format).and_then(|book| paper::write(&book, format, &path));
        let words = &self.words.frameworks;
        self.message = Some(match written {
            Ok(()) => {
                self.papers.push(path);
                words.book_saved.to_owned()
            }
            Err(fault) => fill(words.book_failed, &[&fault.to_string()]),
        });
    }
}
