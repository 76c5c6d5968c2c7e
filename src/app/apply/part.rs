//! Answer files coming in, and one person taking part.

use std::path::Path;

use eframe::egui::Context;

use crate::{
    app::{
        LonApp,
        journey::Screen,
        training::{
            Room, Train,
            files::{Came, Loading, read_session},
            part::{Mode, Part, Past, Stage},
        },
    },
    case::Case,
    training::sheet::{Own, Sheet, Taken},
    words::fill,
};

impl LonApp {
    /// Does one thing for whoever takes part, or with what they hand in.
    pub(super) fn take_part(&mut self, train: Train, ctx: &Context) {
        let room = &mut self.training;
        match train {
            Train::Load(_) if room.loading.is_some() => {
                self.message = Some(self.words.sheets.busy.to_owned());
            }
            Train::Load(path) => {
                room.remember(None);
                (room.tally, room.loaded) = ([0; 3], None);
                room.loading = Loading::begin(self.folder.join(path), ctx);
            }
            Train::Join(join) => room.join = join,
            Train::Take => self.begin_part(),
            Train::PartNext => self.part_next(),
            Train::PartBack => self.part_back(),
            Train::PartOwn(own) => {
                if let Some(part) = &mut room.part {
                    (part.sheet.own, part.said) = (Some(own), true);
                }
            }
            Train::PartRole(role) => {
                if let Some(part) = &mut room.part {
                    part.sheet.role = role;
                }
            }
            Train::HandIn => self.hand_in(),
            Train::AddPast(path) => self.add_past(&path),
            Train::ClearPast => room.past.clear(),
            Train::Figures => room.work_out(ctx),
            Train::Auditors => room.auditors = !room.auditors,
            _ => {}
        }
    }

    fn begin_part(&mut self) {
        let room = &mut self.training;
        let join = room.join.clone();
        let Some(story) = join.story.as_ref().and_then(|id| room.stories().find(id)) else {
            self.scratch.pressed_on = true;
            return;
        };
        room.part = Some(Part::new(room.framework(), story, join, (self.clock.code)()));
        room.typing = None;
        self.go_to_room(Room::Part);
    }

    fn part_next(&mut self) {
        let room = &mut self.training;
        let Some(part) = &room.part else { return };
        let Some(story) = room.stories().find(&part.sheet.case) else { return };
        let (last, whole) = (story.last(), part.join.whole);
        let next = match part.stage {
            Stage::Read(at) if at < last => Stage::Read(at + 1),
            Stage::Read(_) if whole => {
                self.begin_walk();
                return;
            }
            Stage::Read(_) => Stage::Own,
            Stage::Own if !part.said => {
                self.scratch.pressed_on = true;
                return;
            }
            Stage::Own | Stage::Walk | Stage::Done => Stage::Done,
        };
        self.stand(next);
    }

    fn part_back(&mut self) {
        let room = &self.training;
        let story = room.part.as_ref().and_then(|part| room.stories().find(&part.sheet.case));
        let (Some(part), Some(story)) = (&room.part, story) else { return };
        match part.stage {
            Stage::Read(0) => self.go_to_room(Room::Join),
            Stage::Read(at) => self.stand(Stage::Read(at - 1)),
            Stage::Own | Stage::Walk => self.stand(Stage::Read(story.last())),
            Stage::Done => self.stand(if part.join.whole { Stage::Walk } else { Stage::Own }),
        }
    }

    fn stand(&mut self, stage: Stage) {
        let room = &mut self.training;
        let Some(part) = &mut room.part else { return };
        part.stage = stage;
        let (sheet, quiz) = (part.sheet.clone(), part.join.mode == Mode::Quiz);
        if stage == Stage::Done
            && quiz
            && let Some(story) = room.stories().find(&sheet.case)
        {
            let compared = Past::of(room.framework(), story, &sheet);
            room.sitting.retain(|one| one.title != compared.title);
            room.sitting.push(compared);
        }
        self.go_to_room(Room::Part);
    }

    /// The ordinary pages of a check, with the story as its account.
    fn begin_walk(&mut self) {
        if self.session.unsaved() {
            self.message = Some(self.words.part.save_check_first.to_owned());
            return;
        }
        let (now, code) = ((self.clock.now)(), (self.clock.code)());
        let room = &mut self.training;
        let Some(part) = &mut room.part else { return };
        part.stage = Stage::Walk;
        let Some(story) = room.part.as_ref().and_then(|part| room.stories().find(&part.sheet.case)) else {
            return;
        };
        let framework = story.case().framework.clone();
        let case = story.blank(Case::new(code, framework, story.case().as_of, None));
        self.session.begin_training(case, now);
    }

    /// A walk that has come to its end is handed in, and is no open check any more.
    pub(super) fn walk_ended(&mut self) {
        if self.session.screen() != Screen::Training(Room::Part) {
            return;
        }
        let Some(case) = self.session.walked() else { return };
        let framework = std::sync::Arc::clone(self.session.framework_in_use());
        if let Some(part) = &mut self.training.part {
            part.sheet.walk = Some(Sheet::walked(&case));
            let pathway = case.own_view.and_then(|view| view.pathway);
            let level = pathway.as_ref().and_then(|id| framework.pathway(id));
            let level = level.map(|at| framework.level_of(at).id.clone());
            (part.sheet.own, part.said) = (Some(Own { pathway, level }), true);
        }
        self.stand(Stage::Done);
    }

    fn hand_in(&mut self) {
        let room = &mut self.training;
        let Some(part) = room.part.take() else { return };
        room.remember(None);
        let framework = std::sync::Arc::clone(self.session.framework_in_use());
        let name = format!("{}-{}", part.sheet.case, part.sheet.code);
        if let Some(session) = &mut room.session {
            session.take(&framework, &name, Ok(part.sheet));
        }
        self.keep_session();
        // The machine goes on to the next person, who begins at the beginning.
        self.begin_part();
        self.message = Some(self.words.part.handed_in.to_owned());
    }

    /// Takes in what has been read so far; called once a frame.
    pub(in crate::app) fn take_answers(&mut self, ctx: &Context) {
        let room = &mut self.training;
        let Some(loading) = &mut room.loading else { return };
        let (came, ended) = loading.arrived();
        let framework = std::sync::Arc::clone(self.session.framework_in_use());
        let any = !came.is_empty();
        for came in came {
            match came {
                Came::Nothing(fault) => {
                    self.message = Some(fill(self.words.sheets.unreadable, &[&fault]));
                }
                Came::File(file) => {
                    let (name, sheet) = *file;
                    let Some(session) = &mut room.session else { continue };
                    let slot = match session.take(&framework, &name, sheet) {
                        Taken::Counted(_) => 0,
                        Taken::Already => 1,
                        Taken::Apart(_) => 2,
                    };
                    room.tally[slot] += 1;
                }
            }
        }
        if ended {
            let done = room.loading.take().map_or(0, |loading| loading.done);
            let [counted, already, apart] = room.tally;
            let numbers = [done, counted, already, apart].map(|n| n.to_string());
            let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
            room.loaded = Some(fill(self.words.sheets.loaded, &numbers));
            self.keep_session();
        }
        if any || ended {
            ctx.request_repaint();
        }
    }

    /// Lays a kept session beside the others, or every one of a folder.
    fn add_past(&mut self, path: &Path) {
        let path = self.folder.join(path);
        let mut paths = vec![path.clone()];
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).into_iter().flatten().flatten().map(|entry| entry.path());
            paths = entries.filter(|path| path.extension().is_some_and(|e| e == "ron")).collect();
            paths.sort();
        }
        let (mut added, mut unread) = (0_usize, Vec::new());
        for path in paths {
            match read_session(&path) {
                Ok(session) if self.training.past.contains(&session) => {}
                Ok(session) => {
                    added += 1;
                    self.training.past.push(session);
                }
                Err(_fault) => unread.extend(path.file_name().map(|n| n.to_string_lossy().into_owned())),
            }
        }
        let words = &self.words.past;
        let mut said = fill(words.added, &[&added.to_string()]);
        if !unread.is_empty() {
            said = format!("{said}. {}", fill(words.unread, &[&unread.join(", ")]));
        }
        self.message = Some(said);
    }
}
