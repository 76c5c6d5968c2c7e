//! What a framework says of ratings: the order of their values, and what its worked cases are expected to come to.

use std::collections::HashMap;

use super::{
    expected::Expected,
    scale::{Order, Scale, Step},
};
use crate::{
    assess::{facts::ordinal, worked},
    case::{Answer, Case, ChildNo, file},
    framework::{
        Framework, Id, SourceFile,
        model::{Kind, PathwayIx, QuestionIx},
    },
};

/// The item whose values are levels.
pub const LEVEL: &str = "level";
/// The item whose values are pathways. Every item but these two is a question.
pub const PATHWAY: &str = "pathway";

/// What is known of items and cases beforehand; without a framework, nothing.
#[derive(Clone, Debug, Default)]
pub struct Guide<'f> {
    framework: Option<&'f Framework>,
    cases: HashMap<String, WorkedOut>,
}

/// What a worked case is expected to come to.
#[derive(Clone, Debug)]
struct WorkedOut {
    contested: bool,
    /// None where the result is *consult*.
    pathway: Option<PathwayIx>,
    /// By question, and by the child where an answer is one child's alone.
    answers: HashMap<(usize, Option<ChildNo>), usize>,
}

/// An item that the framework knows.
#[derive(Clone, Copy, Debug)]
enum Of {
    Level,
    Pathway,
    Question(QuestionIx, Option<ChildNo>),
}

impl<'f> Guide<'f> {
    /// The guide of a framework and the worked cases beside it; cases that cannot be read are passed over.
    pub fn new(framework: &'f Framework, cases: &[SourceFile]) -> Self {
        let read = |file: &SourceFile| {
            let case = file::read(file.text.as_bytes()).ok()?;
            Some((worked::id_of(&file.path).to_owned(), WorkedOut::read(framework, &case)?))
        };
        Self { framework: Some(framework), cases: cases.iter().filter_map(read).collect() }
    }

    /// An item's values in the framework's order, if the framework knows the item.
    pub fn scale(&self, item: &str) -> Option<Scale> {
        let framework = self.framework?;
        let steps = match self.of(item)? {
            Of::Level => {
                let step = |level: &crate::framework::model::Level| Step {
                    id: level.id.to_string(),
                    title: level.label.clone(),
                    also: vec![level.short.clone(), level.name.clone()],
                };
                framework.levels.iter().map(step).collect()
            }
            Of::Pathway => {
                let step = |at: usize| {
                    let pathway = &framework.pathways[at];
                    let line = framework.pathway_line(PathwayIx(at));
                    Step { id: pathway.id.to_string(), title: pathway.title.clone(), also: vec![line] }
                };
                (0..framework.pathways.len()).map(step).collect()
            }
            Of::Question(at, _) => {
                let step = |step: &crate::framework::model::QuestionStep| Step {
                    id: step.id.to_string(),
                    title: step.means.clone(),
                    also: Vec::new(),
                };
                framework[at].steps.iter().map(step).collect()
            }
        };
        Some(Scale { order: Order::Given, steps })
    }

    /// A value's place, where it is no step by name: a number stands at the step that it reaches.
    pub fn place_of_number(&self, item: &str, value: &str) -> Option<usize> {
        let framework = self.framework?;
        match self.of(item)? {
            Of::Question(at, _) if matches!(framework[at].kind, Kind::Number { .. }) => {
                ordinal(framework, at, &Answer::Number(value.parse().ok()?)).flatten()
            }
            _ => None,
        }
    }

    /// What an item asks, in words.
    pub fn title(&self, item: &str) -> Option<&'f str> {
        match self.of(item)? {
            Of::Question(at, _) => Some(&self.framework?[at].text),
            Of::Level | Of::Pathway => None,
        }
    }

    /// What is expected of a case's item, if anything is.
    pub fn expected(&self, case: &str, item: &str) -> Option<Expected> {
        let worked = self.cases.get(case)?;
        let place = match self.of(item)? {
            Of::Level => self.framework?[worked.pathway?].level.0,
            Of::Pathway => worked.pathway?.0,
            // An answer for every child is also each one's.
            Of::Question(at, child) => {
                let answer = |child| worked.answers.get(&(at.0, child));
                *answer(child).or_else(|| answer(None))?
            }
        };
        Some(if worked.contested { Expected::Contested } else { Expected::Place(place) })
    }

    fn of(&self, item: &str) -> Option<Of> {
        let framework = self.framework?;
        let question = |item: &str| Id::new(item).ok().and_then(|id| framework.question(&id));
        // A question may be called whatever its author likes, so that its whole name is tried first.
        if let Some(at) = question(item) {
            return Some(Of::Question(at, None));
        }
        match bare(item) {
            (LEVEL, None) => Some(Of::Level),
            (PATHWAY, None) => Some(Of::Pathway),
            (other, child) => question(other).map(|at| Of::Question(at, child)),
        }
    }
}

impl WorkedOut {
    fn read(framework: &Framework, case: &Case) -> Option<Self> {
        let expect = case.expect.as_ref()?;
        let place = |answered: &crate::case::Answered| {
            let at = framework.question(&answered.question)?;
            Some(((at.0, answered.child), ordinal(framework, at, &answered.answer)??))
        };
        Some(Self {
            contested: expect.contested,
            pathway: expect.lowest.as_ref().and_then(|id| framework.pathway(id)),
            answers: case.answers.iter().filter_map(place).collect(),
        })
    }
}

/// An item without what a session's record adds to it, and the child it is about: `.discussed` for the vote
/// after discussion, before that `.part-2` for the vote after the second instalment, or `.child-2`.
fn bare(item: &str) -> (&str, Option<ChildNo>) {
    let item = item.strip_suffix(".discussed").unwrap_or(item);
    if let Some((before, number)) = item.rsplit_once(".child-")
        && let Ok(child) = number.parse()
    {
        return (before, Some(ChildNo(child)));
    }
    match item.rsplit_once(".part-") {
        Some((before, number)) if number.bytes().all(|b| b.is_ascii_digit()) => (before, None),
        _ => (item, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::{builtin, load};

    #[test]
    fn a_records_additions_are_no_part_of_an_item() {
        for item in ["level", "level.discussed", "level.part-2", "level.part-12.discussed"] {
            assert_eq!(bare(item), ("level", None));
        }
        assert_eq!(bare("level.part-two"), ("level.part-two", None));
        assert_eq!(bare("neglect.food.child-2.discussed"), ("neglect.food", Some(ChildNo(2))));
    }

    #[test]
    fn a_framework_gives_the_order_and_what_its_cases_come_to() {
        let loaded = load(builtin::files(builtin::FIRST).unwrap());
        let framework = loaded.framework.unwrap();
        let guide = Guide::new(&framework, &loaded.cases);
        let level = guide.scale("level.discussed").unwrap();
        assert_eq!(level.steps.len(), framework.levels.len());
        assert_eq!([level.place("level-2"), level.place("Level 2"), level.place("2")], [Some(1); 3]);
        let pathway = framework.pathways.iter().position(|p| p.id.as_str() == "child-protection");
        assert_eq!(guide.scale("pathway").unwrap().place("child-protection"), pathway);
        let case = "allegation-childminder-and-partner";
        assert_eq!(guide.expected(case, "pathway"), pathway.map(Expected::Place));
        let told = guide.scale("allegation.outside").unwrap().place("danger");
        assert_eq!(guide.expected(case, "allegation.outside"), told.map(Expected::Place));
        let contested = "allegation-childminder-and-a-temper";
        assert_eq!(guide.expected(contested, "level"), Some(Expected::Contested));
        assert_eq!(guide.expected("nothing", "level"), None);
        assert!(guide.scale("nothing").is_none() && Guide::default().scale("level").is_none());
    }

    #[test]
    fn a_number_stands_at_the_step_that_it_reaches() {
        let loaded = load(builtin::files(builtin::FIRST).unwrap());
        let framework = loaded.framework.unwrap();
        let guide = Guide::new(&framework, &[]);
        let numbers = framework.questions.iter().find_map(|question| match &question.kind {
            Kind::Number { least, most, .. } => Some((question, *least, *most)),
            _ => None,
        });
        let (question, least, most) = numbers.expect("Liverpool asks for a number");
        let ends = [least, most].map(|n| guide.place_of_number(question.id.as_str(), &n.to_string()));
        assert!(ends.contains(&Some(0)) && ends.contains(&Some(question.worst())), "{ends:?}");
        assert_eq!(guide.place_of_number(question.id.as_str(), "many"), None);
        assert_eq!(guide.place_of_number("level", "2"), None);
    }
}
