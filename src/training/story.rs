//! A worked case as it is told: what may be shown after each instalment, and what is suggested by then.

use crate::{
    assess::{self, Assessment, worked},
    case::{
        Case,
        file::{self, CaseError},
        training::{Instalment, Training},
    },
    framework::{Framework, SourceFile},
};

/// A worked case that says how it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// The worked case's id.
    pub id: String,
    case: Case,
    training: Training,
}

/// The stories of a framework's cases, and the cases that could not be read.
#[derive(Debug, Default)]
pub struct Stories {
    pub told: Vec<Story>,
    /// Id and fault.
    pub faulty: Vec<(String, CaseError)>,
}

impl Stories {
    /// Reads the worked cases that stand beside a framework; those that tell no story are passed over.
    pub fn read(cases: &[SourceFile]) -> Self {
        let mut found = Self::default();
        for source in cases.iter().filter(|source| tells(&source.text)) {
            let id = worked::id_of(&source.path).to_owned();
            match file::read(source.text.as_bytes()) {
                Ok(case) => found.told.extend(Story::new(id, case)),
                Err(fault) => found.faulty.push((id, fault)),
            }
        }
        found
    }

    /// A story by its case's id.
    pub fn find(&self, id: &str) -> Option<&Story> {
        self.told.iter().find(|story| story.id == id)
    }
}

/// Whether a case's text could hold a story: there are hundreds of cases, and most hold none.
fn tells(text: &str) -> bool {
    text.contains("training")
}

impl Story {
    /// The story of a case, if it tells one.
    pub fn new(id: String, case: Case) -> Option<Self> {
        let training = case.training.clone()?;
        Some(Self { id, case, training })
    }

    /// The whole worked case, with everything that gives it away.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// What the story is called.
    pub fn title(&self) -> &str {
        &self.training.title
    }

    /// How many minutes to allow for it.
    pub fn minutes(&self) -> u16 {
        self.training.minutes
    }

    /// What people should be told before they hear it.
    pub fn warning(&self) -> Option<&str> {
        self.training.warning.as_deref()
    }

    /// In the order in which they are told.
    pub fn instalments(&self) -> &[Instalment] {
        &self.training.instalments
    }

    /// The last instalment's place.
    pub fn last(&self) -> usize {
        self.training.instalments.len().saturating_sub(1)
    }

    /// Points for discussion.
    pub fn points(&self) -> &[String] {
        &self.training.points
    }

    /// Good practitioners would differ about it.
    pub fn contested(&self) -> bool {
        self.case.expect.as_ref().is_some_and(|expect| expect.contested)
    }

    /// Why it comes to what it comes to, in the author's words.
    pub fn why(&self) -> Option<&str> {
        self.case.expect.as_ref().map(|expect| expect.why.as_str())
    }

    /// The case as it is known after an instalment, counted from 0; after the last, all of it.
    pub fn known_after(&self, instalment: usize) -> Case {
        let mut case = self.case.clone();
        if instalment < self.last() {
            let told = &self.training.instalments[..=instalment];
            case.answers.retain(|a| told.iter().any(|part| part.known.contains(&a.question)));
        }
        case
    }

    /// What is suggested on what is known after an instalment.
    pub fn suggestion(&self, framework: &Framework, instalment: usize) -> Assessment {
        assess::assess(framework, &self.known_after(instalment), self.case.as_of)
    }

    /// The story's case before anybody answered anything: what a person begins with who works it through.
    pub fn blank(&self, case: Case) -> Case {
        let told: Vec<&str> = self.training.instalments.iter().map(|part| part.says.as_str()).collect();
        let mut blank = Case { about: self.case.about.clone(), children: self.case.children.clone(), ..case };
        blank.account.text = told.join("\n\n");
        blank
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASE: &str = r#"Case(
        schema: 1,
        framework: (id: "anytown", edition: "2026"),
        as_of: "2026-11-23",
        answers: [
            (question: "a", answer: No),
            (question: "b", answer: Yes),
            (question: "c", answer: Yes),
        ],
        expect: (lowest: None, highest: "x", why: "So.", contested: true),
        training: (
            title: "One", minutes: 5,
            instalments: [(says: "First.", known: ["a"]), (says: "Then.", known: ["b"]), (says: "Last.")],
        ),
    )"#;

    fn story() -> Story {
        Story::new("one".to_owned(), file::read(CASE.as_bytes()).unwrap()).unwrap()
    }

    #[test]
    fn what_is_known_grows_and_what_no_instalment_names_comes_last() {
        let known = |at| story().known_after(at).answers.iter().map(|a| a.question.to_string()).collect();
        let known: Vec<Vec<String>> = (0..3).map(known).collect();
        assert_eq!(known[0], ["a"]);
        assert_eq!(known[1], ["a", "b"]);
        assert_eq!(known[2], ["a", "b", "c"]);
    }

    #[test]
    fn a_case_to_work_through_gives_nothing_of_the_answers_away() {
        let story = story();
        let framework = story.case().framework.clone();
        let blank = Case::new("AB12".to_owned(), framework, story.case().as_of, None);
        let blank = story.blank(blank);
        assert!(blank.answers.is_empty() && blank.expect.is_none() && blank.training.is_none());
        assert_eq!(blank.account.text, "First.\n\nThen.\n\nLast.");
    }
}
