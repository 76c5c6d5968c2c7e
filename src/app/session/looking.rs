//! Looking something up beside the way, and beginning a check with it.

use std::sync::Arc;

use jiff::civil::DateTime;

use super::Session;
use crate::{
    app::{action::Begin, journey::Screen},
    assess::facts::answer_at,
    case::{Answered, Change},
    framework::model::Home,
};

impl Session {
    /// Leaves a page that was looked up for the one before it: no step, so that the way on stays what it was.
    pub(super) fn leave_page(&mut self, before: Screen) {
        self.trail.pop();
        self.screen = before;
        self.arrivals += 1;
    }

    /// Where one was before one began to look things up.
    pub fn came_from(&self) -> Screen {
        self.trail.first().copied().unwrap_or(self.screen)
    }

    /// Begins a new check with what was looked up: a concern chosen, and with an indicator also the answer that
    /// it stands for. All else is still asked.
    ///
    /// Returns whether the framework in use has it; where it has not, nothing is begun.
    pub fn begin_with(&mut self, with: &Begin, code: String, now: DateTime) -> bool {
        let framework = Arc::clone(&self.framework);
        let (concern, given) = match with {
            Begin::Concern(id) => (framework.concern(id), None),
            Begin::Sign(id) => {
                let Some(sign) = framework.indicators.iter().find(|i| i.id == *id || i.was.contains(id))
                else {
                    return false;
                };
                let question = &framework[sign.question];
                let concern = match question.home {
                    Home::Concern(at) => Some(at),
                    Home::Section(_) => None,
                };
                // A number is nobody's to make up: it is asked.
                (concern, answer_at(question, sign.step).map(|answer| (question.id.clone(), answer)))
            }
        };
        if concern.is_none() && given.is_none() {
            return false;
        }
        self.begin(code, now);
        if let Some(at) = concern {
            self.change(Change::Concerns(vec![framework[at].id.clone()]), now);
        }
        if let Some((question, answer)) = given {
            let answered = Answered::new(question.clone(), answer);
            self.change(Change::Answer(question, Some(answered)), now);
        }
        true
    }
}

/// Pages that are looked up, with or without a check.
pub fn looks_up(screen: Screen) -> bool {
    matches!(screen, Screen::LookUp | Screen::Map | Screen::Sign(_) | Screen::Ladder(_) | Screen::Duty(_))
}
