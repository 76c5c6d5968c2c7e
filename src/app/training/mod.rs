//! Training in the window: the stories at hand, the session that is held, and where in it one stands.

mod asked;
pub mod files;
pub mod keys;
pub mod part;
pub mod steps;

use std::{
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, TryRecvError, channel},
    },
};

use eframe::egui;
use jiff::civil::DateTime;

pub use self::asked::{Kept, Room, Train};
use self::{
    files::Loading,
    part::{Join, Part, Past},
    steps::{Place, Step},
};
use crate::{
    assess::Assessment,
    framework::{self, Framework, Id, RawFile, SourceFile, builtin},
    paper::document::Document,
    training::{
        agreement::report::Report,
        figures,
        papers::{self, Paper},
        record,
        session::{Round, Scale, Session, Worked},
        story::{Stories, Story},
    },
};

/// The state of the training room.
#[derive(Debug)]
pub struct Training {
    of: Arc<Framework>,
    /// Read when the room is first entered: a start that trains nobody does not wait for them.
    stories: Option<Stories>,
    /// Where there are none yet.
    none: Stories,
    /// The cases of a framework that was opened from a folder.
    folder: Option<(Arc<Framework>, Vec<SourceFile>)>,
    pub chosen: Vec<String>,
    pub scale: Scale,
    /// The levels of the cases to choose from are shown.
    pub levels: bool,
    /// Of the cases to choose from, only those that come to this level are shown.
    pub only: Option<usize>,
    pub session: Option<Session>,
    /// Where the session is kept; every change is then kept there too.
    pub path: Option<PathBuf>,
    pub place: Place,
    /// Which case was begun last, and when: nobody keeps it.
    begun: Option<(usize, DateTime)>,
    /// What can be taken back: the session and the place before, newest last, with what was typed.
    before: Vec<(Session, Place, Typed)>,
    /// What is suggested after each instalment of the case that was revealed.
    suggested: Option<(String, Vec<Assessment>)>,
    /// A path that is being typed, and for what.
    pub typing: Option<(Kept, String)>,
    pub notes: bool,
    /// It was said that the session as it stands is kept nowhere.
    pub warned: Option<Session>,
    /// Answer files on their way in, with how many count, were there already, stand apart.
    pub loading: Option<Loading>,
    pub tally: [usize; 3],
    /// What came of the last that were loaded.
    pub loaded: Option<String>,
    /// How far the room agrees, as it was last worked out.
    pub figures: Option<Report>,
    working: Option<Receiver<Option<Report>>>,
    pub auditors: bool,
    pub join: Join,
    pub part: Option<Part>,
    /// The cases of this sitting that one person compared.
    pub sitting: Vec<Past>,
    /// Past sessions that are laid beside each other.
    pub past: Vec<Session>,
}

/// What a change was typed in, so that a number is taken back whole.
type Typed = Option<(usize, Step, Option<Id>)>;

impl Training {
    /// A room with no stories yet.
    pub fn new(framework: Arc<Framework>) -> Self {
        Self {
            of: framework,
            stories: None,
            none: Stories::default(),
            folder: None,
            chosen: Vec::new(),
            scale: Scale::default(),
            levels: false,
            only: None,
            session: None,
            path: None,
            place: Place::default(),
            begun: None,
            before: Vec::new(),
            suggested: None,
            typing: None,
            notes: false,
            warned: None,
            loading: None,
            tally: [0; 3],
            loaded: None,
            figures: None,
            working: None,
            auditors: false,
            join: Join::default(),
            part: None,
            sitting: Vec::new(),
            past: Vec::new(),
        }
    }

    /// Remembers the worked cases of a framework that was opened from a folder.
    pub fn keep_cases(&mut self, framework: &Arc<Framework>, cases: Vec<SourceFile>) {
        self.folder = Some((Arc::clone(framework), cases));
    }

    /// Gets ready what the next frame will show.
    pub fn ready(&mut self, framework: &Arc<Framework>) {
        self.worked_out();
        if self.stories.is_none() || !Arc::ptr_eq(&self.of, framework) {
            self.of = Arc::clone(framework);
            self.stories = Some(match &self.folder {
                Some((opened, cases)) if Arc::ptr_eq(opened, framework) => Stories::read(cases),
                _ => Stories::read(&cases_of(framework)),
            });
            self.chosen.clear();
            self.suggested = None;
        }
        let shown = self.worked().filter(|worked| worked.revealed || self.notes);
        let shown = shown.and_then(|worked| self.stories().find(&worked.case));
        if let Some(story) = shown
            && self.suggested.as_ref().is_none_or(|(id, _)| *id != story.id)
        {
            let each = (0..=story.last()).map(|at| story.suggestion(&self.of, at)).collect();
            self.suggested = Some((story.id.clone(), each));
        }
    }

    /// The framework that the stories are of.
    pub fn framework(&self) -> &Framework {
        &self.of
    }

    pub fn stories(&self) -> &Stories {
        self.stories.as_ref().unwrap_or(&self.none)
    }

    /// A paper for the cases that are chosen, in the order in which they were.
    pub fn paper(&self, paper: Paper) -> Document {
        let stories = self.chosen_stories();
        let on = self.session.as_ref().map(|session| session.on);
        paper.document(&papers::Room { framework: &self.of, stories: &stories, scale: self.scale, on })
    }

    /// The case that is worked with.
    pub fn worked(&self) -> Option<&Worked> {
        self.session.as_ref()?.cases.get(self.place.case)
    }

    /// The story that is told.
    pub fn story(&self) -> Option<&Story> {
        self.stories().find(&self.worked()?.case)
    }

    /// What is suggested after each instalment of the case that is worked with, once it was revealed.
    pub fn suggested(&self) -> Option<&[Assessment]> {
        self.worked().filter(|worked| worked.revealed).and_then(|_| self.suggested_to_the_presenter())
    }

    /// The stories that were chosen, in the order in which they are told.
    pub fn chosen_stories(&self) -> Vec<&Story> {
        self.chosen.iter().filter_map(|id| self.stories().find(id)).collect()
    }

    /// The level that a story is expected to come to, by its place; none where it is to consult.
    pub fn level_of(&self, story: &Story) -> Option<usize> {
        let lowest = story.case().expect.as_ref()?.lowest.as_ref()?;
        Some(self.of[self.of.pathway(lowest)?].level.0)
    }

    /// The same for the presenter's own eyes, before it is revealed.
    pub fn suggested_to_the_presenter(&self) -> Option<&[Assessment]> {
        let worked = self.worked()?;
        self.suggested.as_ref().filter(|(id, _)| *id == worked.case).map(|(_, each)| each.as_slice())
    }

    /// One stands in front of the room: the case that is new there begins now.
    pub fn arrive(&mut self, now: DateTime) {
        if self.begun.is_none_or(|(case, _)| case != self.place.case) {
            self.begun = Some((self.place.case, now));
        }
    }

    /// How long the case that is worked with has taken so far, in whole minutes.
    pub fn minutes_so_far(&self, now: DateTime) -> i64 {
        self.begun.map_or(0, |(_, begun)| now.duration_since(begun).as_mins()).max(0)
    }

    /// Where in the story one stands.
    pub fn step(&self) -> Option<Step> {
        steps::steps(self.story()?).get(self.place.step).copied()
    }

    /// The vote that is taken here: round and instalment.
    pub fn voting(&self) -> Option<(Round, usize)> {
        match self.step()? {
            Step::Vote(round, instalment) => Some((round, instalment)),
            _ => None,
        }
    }

    /// Whether the session can be gone on with: its framework is the one in use, and its stories are there.
    pub fn can_go_on(&self) -> bool {
        let Some(session) = &self.session else { return false };
        session.is_of(&self.of) && session.cases.iter().all(|w| self.stories().find(&w.case).is_some())
    }

    /// Begins a session with the cases that were chosen.
    pub fn begin(&mut self, on: jiff::civil::Date) {
        let worked = |story: &Story| Worked {
            case: story.id.clone(),
            title: story.title().to_owned(),
            contested: story.contested(),
            parts: story.instalments().len(),
            ..Worked::default()
        };
        // In the order in which they were chosen.
        let cases = self.chosen_stories().into_iter().map(worked).collect();
        self.session = Some(Session::new(&self.of, on, self.scale, cases));
        self.resume();
        self.path = None;
    }

    /// Whether votes would be lost with the session, and nobody has been told yet.
    pub fn unkept(&self) -> bool {
        let votes = |session: &Session| !session.is_empty() && self.warned.as_ref() != Some(session);
        self.path.is_none() && self.session.as_ref().is_some_and(votes)
    }

    /// Stands at the beginning of the session.
    pub fn resume(&mut self) {
        self.place = Place::default();
        self.begun = None;
        self.before.clear();
        self.suggested = None;
        self.figures = None;
    }

    /// Whether the figures are being worked out.
    pub fn working(&self) -> bool {
        self.working.is_some()
    }

    /// Works the figures out on a thread of their own: hundreds of walks take some seconds.
    pub fn work_out(&mut self, ctx: &egui::Context) {
        let Some(session) = &self.session else { return };
        let ratings = record::ratings(&self.of, session);
        let cases = figures::expected(self.stories(), session);
        let (framework, ctx) = (Arc::clone(&self.of), ctx.clone());
        let (send, working) = channel();
        let work = move || {
            // Nobody listens any more where the program was left meanwhile.
            send.send(figures::figures(&framework, &cases, &ratings)).ok();
            ctx.request_repaint();
        };
        let thread = std::thread::Builder::new().name("agreement".to_owned());
        self.working = thread.spawn(work).ok().map(|_runs_on| working);
    }

    /// Takes the figures in, once they are there.
    fn worked_out(&mut self) {
        let Some(working) = &self.working else { return };
        match working.try_recv() {
            Err(TryRecvError::Empty) => {}
            Ok(found) => (self.figures, self.working) = (found, None),
            Err(TryRecvError::Disconnected) => self.working = None,
        }
    }

    /// Keeps what can be taken back; what is typed on in the same field is one thing.
    pub fn remember(&mut self, typed: Typed) {
        let Some(session) = &self.session else { return };
        let goes_on = typed.is_some() && self.before.last().is_some_and(|(_, _, last)| *last == typed);
        if !goes_on {
            self.before.push((session.clone(), self.place, typed));
        }
    }

    /// Takes the last vote, reveal or file back; returns whether there was anything.
    pub fn undo(&mut self) -> bool {
        let Some((session, place, _)) = self.before.pop() else { return false };
        self.session = Some(session);
        self.place = place;
        true
    }
}

/// The worked cases of an embedded framework.
fn cases_of(framework: &Framework) -> Vec<SourceFile> {
    let files = builtin::files(framework.about.id.as_str()).unwrap_or_default();
    let cases = files.into_iter().filter(|file: &RawFile| file.path.starts_with("cases/"));
    cases.map(|file| framework::decode(file).0).collect()
}
