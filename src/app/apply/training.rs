//! What is done in the training room.

use std::path::{Path, PathBuf};

use eframe::{
    Frame,
    egui::{Context, ViewportCommand},
};

use crate::{
    app::{
        LonApp,
        action::Action,
        journey::Screen,
        paper,
        platform::Ask,
        training::{
            Kept, Room, Train,
            files::read_session,
            steps::{self, Place, Step},
        },
    },
    case::file::put,
    paper::format::{self, Format},
    system_fonts::SystemFonts,
    training::{file, papers::Paper, record},
    words::fill,
};

impl LonApp {
    /// Does one thing in the training room.
    pub(super) fn train(&mut self, train: Train, ctx: &Context, frame: &Frame) {
        let begins = train == Train::Begin && !self.training.chosen.is_empty();
        if (begins || matches!(train, Train::Open(_))) && self.would_lose_session() {
            return;
        }
        let room = &mut self.training;
        match train {
            Train::Choose(id) => match room.chosen.iter().position(|chosen| *chosen == id) {
                Some(at) => {
                    room.chosen.remove(at);
                }
                None => room.chosen.push(id),
            },
            Train::Scale(scale) => room.scale = scale,
            Train::Levels => {
                room.levels = !room.levels;
                // What is hidden again must not be told by what is left out.
                room.only = None;
            }
            Train::Only(level) => room.only = level,
            Train::Begin if room.chosen.is_empty() => {
                self.message = Some(self.words.training.choose_first.to_owned());
            }
            Train::Begin => {
                room.begin((self.clock.now)().date());
                self.go_to_room(Room::Present);
            }
            Train::Next => self.present_next(),
            Train::Back => self.present_back(),
            Train::Reveal => self.reveal(),
            Train::Undo => {
                let words = &self.words.shell;
                let said = if room.undo() { words.undone } else { words.nothing_to_undo };
                self.message = Some(said.to_owned());
                self.keep_session();
                self.go_to_room(Room::Present);
            }
            Train::Full => {
                let full = ctx.input(|input| input.viewport().fullscreen).unwrap_or_default();
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!full));
            }
            Train::Notes => room.notes = !room.notes,
            Train::NotesGone => {
                room.notes = false;
                self.message = Some(self.words.presenting.notes_gone.to_owned());
            }
            Train::Count(at, people) => {
                let Some((round, instalment)) = room.voting() else { return };
                room.remember(Some((room.place.case, Step::Vote(round, instalment), at.clone())));
                let case = room.place.case;
                if let Some(worked) = room.session.as_mut().and_then(|s| s.cases.get_mut(case)) {
                    worked.count(round, instalment, at.as_ref(), people);
                }
                self.keep_session();
            }
            Train::Write(notes) => {
                if let Some(session) = &mut room.session {
                    session.notes = notes;
                }
                self.keep_session();
            }
            // A card needs no story; every other paper is about some.
            Train::Save(Kept::Paper(paper)) if room.chosen.is_empty() && paper != Paper::Cards => {
                self.message = Some(self.words.training.choose_first.to_owned());
            }
            Train::Save(kept) => {
                if let Some(name) = kept.file_name(room) {
                    self.apply(Action::Dialog(Ask::Training(kept, name)), ctx, frame);
                }
            }
            Train::TypePath(kept, path) => room.typing = Some((kept, path)),
            Train::SaveTo(kept, path) => {
                let path = self.folder.join(path);
                let own = self.training.path.as_ref() == Some(&path);
                if !own && self.would_overwrite(&path) {
                    self.message = Some(self.words.files.taken.to_owned());
                } else {
                    self.save_of_session(kept, path);
                }
            }
            Train::Open(path) => self.open_session(&path),
            other => self.take_part(other, ctx),
        }
    }

    pub(super) fn go_to_room(&mut self, room: Room) {
        let now = (self.clock.now)();
        if room == Room::Present {
            self.training.arrive(now);
        }
        self.session.go(Screen::Training(room), now);
    }

    /// Whether a session with votes in it would be lost; then that is said, once, where it can be kept.
    pub(in crate::app) fn would_lose_session(&mut self) -> bool {
        let lost = self.training.unkept();
        if lost {
            self.training.warned.clone_from(&self.training.session);
            self.go_to_room(Room::Record);
            self.message = Some(self.words.training.not_kept.to_owned());
        }
        lost
    }

    /// One step on; past the last step of the last case stands the record.
    fn present_next(&mut self) {
        let room = &mut self.training;
        let Some(story) = room.story() else { return };
        let steps = steps::steps(story);
        let (case, step) = (room.place.case, room.place.step);
        let cases = room.session.as_ref().map_or(0, |session| session.cases.len());
        if steps.get(step) == Some(&Step::Ready) {
            self.reveal();
        } else if step + 1 < steps.len() {
            room.place.step += 1;
            self.go_to_room(Room::Present);
        } else if case + 1 < cases {
            room.place = Place { case: case + 1, step: 0 };
            self.go_to_room(Room::Present);
        } else {
            self.go_to_room(Room::Record);
        }
    }

    fn present_back(&mut self) {
        let room = &mut self.training;
        let Place { case, step } = room.place;
        if step > 0 {
            room.place.step -= 1;
        } else if case > 0 {
            room.place = Place { case: case - 1, step: 0 };
            room.place.step = room.story().map_or(0, |story| steps::steps(story).len() - 1);
        }
        self.go_to_room(Room::Present);
    }

    /// Shows the suggestion, where everything was told before it.
    fn reveal(&mut self) {
        let room = &mut self.training;
        let Some(story) = room.story() else { return };
        let steps = steps::steps(story);
        let last = Step::Part(story.last());
        let told = steps.iter().position(|step| *step == last).is_some_and(|at| room.place.step >= at);
        let Some(shown) = steps.iter().position(|step| *step == Step::Reveal).filter(|_| told) else {
            self.message = Some(self.words.presenting.tell_first.to_owned());
            return;
        };
        room.remember(None);
        let case = room.place.case;
        if let Some(worked) = room.session.as_mut().and_then(|session| session.cases.get_mut(case)) {
            worked.revealed = true;
        }
        room.place.step = shown;
        self.keep_session();
        self.go_to_room(Room::Present);
    }

    /// A session that is kept somewhere is kept there after every change, so that it outlives the program.
    pub(in crate::app) fn keep_session(&mut self) {
        if let Some(path) = self.training.path.clone() {
            self.save_of_session(Kept::Session, path);
        }
    }

    /// Saves where a file window was told to: it has asked about a file that is there already.
    pub(in crate::app) fn save_chosen_of_session(&mut self, kept: Kept, path: PathBuf) {
        if path.extension().is_some_and(|e| e.eq_ignore_ascii_case(kept.extension())) {
            self.save_of_session(kept, path);
        } else {
            // A name without the ending gets it, and is then not one that was asked about.
            let mut name = path.into_os_string();
            name.push(format!(".{}", kept.extension()));
            let path = PathBuf::from(name);
            if self.would_overwrite(&path) {
                self.message = Some(self.words.files.taken.to_owned());
            } else {
                self.save_of_session(kept, path);
            }
        }
    }

    fn save_of_session(&mut self, kept: Kept, path: PathBuf) {
        let words = &self.words.training;
        let again = kept == Kept::Session && self.training.path.as_ref() == Some(&path);
        match self.write_of_session(kept, &path) {
            Ok(()) => {
                let said = match kept {
                    Kept::Session => words.session_saved,
                    Kept::Record => words.record_saved,
                    Kept::Ratings => words.ratings_saved,
                    Kept::Answers => self.words.part.answers_saved,
                    Kept::Paper(_) => words.paper_saved,
                };
                // What is kept after every change is not told of every time.
                if !again {
                    self.message = Some(said.to_owned());
                    self.training.typing = None;
                }
                match kept {
                    Kept::Session => self.training.path = Some(path),
                    Kept::Record | Kept::Ratings | Kept::Answers | Kept::Paper(_) => self.papers.push(path),
                }
            }
            Err(fault) => {
                self.message = Some(fill(words.not_saved, &[&fault]));
            }
        }
    }

    fn write_of_session(&self, kept: Kept, path: &Path) -> Result<(), String> {
        let room = &self.training;
        let said = |fault: &dyn std::fmt::Display| fault.to_string();
        if kept == Kept::Answers {
            let Some(part) = &room.part else { return Ok(()) };
            let text = file::to_text(&part.sheet).map_err(|fault| said(&fault))?;
            return put(path, text.as_bytes()).map_err(|fault| said(&fault));
        }
        if let Kept::Paper(paper) = kept {
            return paper::write(&room.paper(paper), Format::Pdf, path).map_err(|fault| said(&fault));
        }
        let Some(session) = &room.session else { return Ok(()) };
        match kept {
            Kept::Session | Kept::Answers | Kept::Paper(_) => {
                let text = file::to_text(session).map_err(|fault| said(&fault))?;
                put(path, text.as_bytes()).map_err(|fault| said(&fault))
            }
            Kept::Ratings => {
                let text = record::ratings(room.framework(), session);
                put(path, text.as_bytes()).map_err(|fault| said(&fault))
            }
            Kept::Record => {
                let fonts = SystemFonts::default();
                let fits = |document: &_| format::pages(document, &fonts).is_ok_and(|pages| pages == 1);
                let document = record::record(room.framework(), room.stories(), session, fits);
                paper::write(&document, Format::Pdf, path).map_err(|fault| said(&fault))
            }
        }
    }

    /// Opens a session that was kept, to go on with it.
    fn open_session(&mut self, path: &Path) {
        let words = &self.words.training;
        match read_session(&self.folder.join(path)) {
            Ok(session) => {
                self.training.session = Some(session);
                self.training.path = Some(self.folder.join(path));
                self.training.resume();
                self.go_to_room(Room::Record);
                if !self.training.can_go_on() {
                    self.message = Some(self.words.training.other_edition.to_owned());
                }
            }
            Err(fault) => self.message = Some(fill(words.not_opened, &[&fault.to_string()])),
        }
    }
}
