//! Another area's reading of the open check, made once for as long as the answers stand.

use std::sync::Arc;

use super::Shelf;
use crate::{
    app::{journey::Screen, session::Session},
    areas::{self, Reading},
    case::{Answered, Case, family::Child, model::About},
    framework::{Framework, Id, builtin},
};

/// One framework's reading.
#[derive(Debug)]
pub struct Other {
    framework: Arc<Framework>,
    read: Read,
    reading: Reading,
}

/// What was read: while it stands, the reading does.
#[derive(Debug, PartialEq)]
struct Read {
    own: Id,
    about: About,
    children: Vec<Child>,
    concerns: Vec<Id>,
    answers: Vec<Answered>,
}

impl Read {
    fn of(own: &Framework, case: &Case) -> Self {
        Self {
            own: own.about.id.clone(),
            about: case.about.clone(),
            children: case.children.clone(),
            concerns: case.concerns.clone(),
            answers: case.answers.clone(),
        }
    }

    fn stands(&self, own: &Framework, case: &Case) -> bool {
        self.own == own.about.id
            && self.about == case.about
            && self.children == case.children
            && self.concerns == case.concerns
            && self.answers == case.answers
    }
}

impl Other {
    /// The other area's framework.
    pub fn framework(&self) -> &Framework {
        &self.framework
    }

    /// How it reads the check.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }
}

impl Shelf {
    /// Gets the other area's reading ready; called before the page is drawn.
    pub fn ready_other(&mut self, session: &Session, wanted: Option<&str>) {
        let open = session.open().filter(|_| session.screen() == Screen::Areas);
        let Some((open, wanted)) = open.zip(wanted) else { return };
        let (own, case) = (open.framework(), open.case());
        let same = |other: &Other| other.framework.about.id.as_str() == wanted;
        if self.other.as_ref().is_some_and(|other| same(other) && other.read.stands(own, case)) {
            return;
        }
        let at_hand = self.other.take().filter(same).map(|other| other.framework);
        let in_use = Some(session.framework_in_use()).filter(|f| f.about.id.as_str() == wanted).cloned();
        let framework = at_hand.or(in_use).or_else(|| builtin::read(wanted).map(Arc::new));
        self.other = framework.map(|framework| {
            let reading = areas::read(own, &framework, case, case.as_of);
            Other { framework, read: Read::of(own, case), reading }
        });
    }

    /// The other area's reading, where one was asked for.
    pub fn other(&self) -> Option<&Other> {
        self.other.as_ref()
    }
}
