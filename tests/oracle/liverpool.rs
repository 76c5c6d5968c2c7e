//! Liverpool's framework with random answers: direction, order and strengths hold there too.

use levels_of_need::{
    case::{
        Answer, Answered, Case,
        model::{About, FrameworkRef},
    },
    framework::{Framework, builtin, load},
};
use std::sync::OnceLock;

use super::choices::Choices;
use super::direction::answer_at;
use super::subject::TODAY;

pub fn framework() -> &'static Framework {
    static LOADED: OnceLock<Framework> = OnceLock::new();
    LOADED.get_or_init(|| {
        let loaded = load(builtin::files("liverpool").unwrap());
        let report = loaded.report();
        loaded.framework.unwrap_or_else(|| panic!("{report}"))
    })
}

/// A case from a stream of choices.
pub fn case(framework: &Framework, numbers: &[u32]) -> Case {
    let c = &mut Choices::new(numbers);
    let about = &framework.about;
    let reference = FrameworkRef { id: about.id.clone(), edition: about.edition.clone(), fingerprint: None };
    let mut case = Case::new("random".to_owned(), reference, TODAY, None);
    case.about = About {
        age: (!c.chance(30)).then(|| c.one_of(&framework.ages).id.clone()),
        role: (!c.chance(30)).then(|| c.one_of(&framework.roles).id.clone()),
        ..About::default()
    };
    for concern in &framework.concerns {
        if c.chance(35) {
            case.concerns.push(concern.id.clone());
        }
    }
    let share = *c.one_of(&[20, 60, 90]);
    let worry = *c.one_of(&[8, 2, 30]);
    for question in &framework.questions {
        if !c.chance(share) {
            continue;
        }
        let answer = match c.below(100) {
            n if n < worry => answer_at(question, c.below(question.steps.len())),
            n if n > 85 => Answer::NotKnown,
            _ => answer_at(question, 0),
        };
        let question = question.id.clone();
        case.answers.push(Answered::new(question, answer));
    }
    case
}
