//! Stories that a trainer wrote: read, and held against the same checks as a framework's own.

use super::story::Story;
use crate::{
    assess::{self, Assessment, assessment::ChildResult, worked},
    case::{
        Case,
        file::{self, CaseError},
        model::{Expect, ExpectChild, FrameworkRef},
        training::{Flaw, Instalment, Training},
    },
    framework::{Framework, Id},
};

/// What the id of a trainer's story begins with: it is never mistaken for one of a framework's.
const MARK: &str = "own-";
/// A story that is begun takes so many minutes, until its author says otherwise.
const MINUTES: u16 = 20;
/// So long is a file's name made from a title.
const LONGEST_NAME: usize = 60;

/// A trainer's story as it was found in a folder.
#[derive(Clone, Debug)]
pub struct Own {
    /// The file's name.
    pub file: String,
    pub state: State,
}

/// Whether a story can be told.
#[derive(Clone, Debug)]
pub enum State {
    /// It can, whatever may still be looked at.
    Whole(Box<Story>, Vec<Lack>),
    /// It is still being written, or no longer comes to what was confirmed.
    Lacking(Box<Case>, Vec<Lack>),
    /// The file cannot be read.
    Unread(String),
}

/// What keeps a story from being told, or could spoil it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    Flaw(Flaw),
    /// It was written for another framework, of this id.
    OtherFramework(Id),
    /// Nothing in the framework is called so.
    Unresolved(Id),
    /// Its author has not said what it is expected to come to.
    NotConfirmed,
    /// Its answers no longer come to what was confirmed.
    Otherwise,
    NoWhy,
    /// These words of the framework are told before the end, and could give it away.
    GivenAway(String),
}

impl Lack {
    /// Whether the story can be told all the same.
    pub fn can_be_told(&self) -> bool {
        matches!(self, Self::GivenAway(_))
    }
}

/// Whether an id is that of a trainer's own story.
pub fn is_own(id: &str) -> bool {
    id.starts_with(MARK)
}

/// The id of a story by its file's name.
pub fn id_of(file: &str) -> String {
    format!("{MARK}{}", worked::id_of(file))
}

/// A story that is begun: two parts, and nothing in them.
pub fn begin(framework: FrameworkRef, on: jiff::civil::Date) -> Case {
    let part = Instalment { says: String::new(), known: Vec::new() };
    let training = Training {
        title: String::new(),
        minutes: MINUTES,
        warning: None,
        instalments: vec![part.clone(), part],
        points: Vec::new(),
    };
    Case { training: Some(training), ..Case::new(String::new(), framework, on, None) }
}

/// Reads one file of a trainer's folder; none where it is something else than a case that tells a story.
pub fn read(framework: &Framework, file: &str, bytes: &[u8]) -> Option<Own> {
    let state = match file::read_draft(bytes) {
        Ok(case) => state(framework, file, case)?,
        // Sessions and answers lie in the same folder, and are not what is looked for here.
        Err(CaseError::Shape { .. }) if !looks_like_a_case(bytes) => return None,
        Err(fault) => State::Unread(fault.to_string()),
    };
    Some(Own { file: file.to_owned(), state })
}

fn state(framework: &Framework, file: &str, case: Case) -> Option<State> {
    let assessment = assess::assess(framework, &case, case.as_of);
    let lacks = lacks(framework, &case, &assessment);
    if lacks.iter().all(Lack::can_be_told) {
        return Some(State::Whole(Box::new(Story::new(id_of(file), case)?), lacks));
    }
    case.training.is_some().then(|| State::Lacking(Box::new(case), lacks))
}

fn looks_like_a_case(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let first = text.lines().map(str::trim_start).find(|line| !line.is_empty() && !line.starts_with("//"));
    first.is_some_and(|line| line.starts_with("Case"))
}

/// Everything that a story lacks; `assessment` is what its answers come to.
pub fn lacks(framework: &Framework, case: &Case, assessment: &Assessment) -> Vec<Lack> {
    let mut lacks = Vec::new();
    if case.framework.id != framework.about.id {
        lacks.push(Lack::OtherFramework(case.framework.id.clone()));
    }
    let Some(training) = &case.training else { return lacks };
    lacks.extend(training.flaws(&case.answers).into_iter().map(Lack::Flaw));
    lacks.extend(assessment.unresolved.iter().cloned().map(Lack::Unresolved));
    match &case.expect {
        None => lacks.push(Lack::NotConfirmed),
        Some(expect) => {
            // What nothing is called by has been told of already.
            let known = Assessment { unresolved: Vec::new(), ..assessment.clone() };
            if !worked::misses(framework, &known, expect).is_empty() {
                lacks.push(Lack::Otherwise);
            }
            if expect.why.trim().is_empty() {
                lacks.push(Lack::NoWhy);
            }
        }
    }
    lacks.extend(given_away(framework, training).into_iter().map(Lack::GivenAway));
    lacks
}

/// The names of levels and pathways that are told before the end.
fn given_away(framework: &Framework, training: &Training) -> Vec<String> {
    let told = training.instalments.iter().map(|part| part.says.as_str());
    let told: Vec<&str> = told.chain([training.title.as_str()]).chain(training.warning.as_deref()).collect();
    let levels = framework.levels.iter().flat_map(|level| [&level.label, &level.name]);
    let names = levels.chain(framework.pathways.iter().map(|pathway| &pathway.title));
    let mut found: Vec<String> = Vec::new();
    for name in names.filter(|name| !name.trim().is_empty()) {
        if told.iter().any(|text| text.contains(name.as_str())) && !found.contains(name) {
            found.push(name.clone());
        }
    }
    found
}

/// What answers come to, as what a case is expected to come to.
pub fn expected(framework: &Framework, assessment: &Assessment, why: String, contested: bool) -> Expect {
    let id = |at: crate::framework::model::PathwayIx| framework[at].id.clone();
    let child = |child: &ChildResult| ExpectChild {
        child: child.child,
        lowest: child.span.lowest.map(id),
        highest: id(child.span.highest),
    };
    // With one child it says nothing more.
    let children = assessment.children.iter().map(child).filter(|_| !assessment.one_child()).collect();
    Expect {
        lowest: assessment.span.lowest.map(id),
        highest: id(assessment.span.highest),
        duties: assessment.duties.iter().map(|due| framework[due.duty].id.clone()).collect(),
        why,
        contested,
        children,
    }
}

/// A name for a story's file, from its title: small letters, figures and dashes, so that every machine takes it.
pub fn file_name(title: &str) -> String {
    let mut name = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            name.push(c);
        } else if !(name.is_empty() || name.ends_with('-') || c == '\'' || c == '\u{2019}') {
            name.push('-');
        }
        if name.len() >= LONGEST_NAME {
            break;
        }
    }
    let name = name.trim_matches('-');
    format!("{}.ron", if name.is_empty() { "story" } else { name })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        case::{Answer, Answered},
        framework::{builtin, load},
    };

    fn framework() -> Framework {
        load(builtin::files(builtin::FIRST).unwrap()).framework.unwrap()
    }

    fn assessed(framework: &Framework, case: &Case) -> Assessment {
        assess::assess(framework, case, case.as_of)
    }

    /// A story that lacks nothing.
    fn whole(framework: &Framework) -> Case {
        let mut case = begin(FrameworkRef::of(&framework.about), jiff::civil::date(2026, 11, 23));
        case.answers.push(Answered::new(Id::new("safety.danger").unwrap(), Answer::No));
        let training = case.training.as_mut().unwrap();
        training.title = "A lunch".to_owned();
        training.instalments[0].says = "K has no lunch.".to_owned();
        training.instalments[1].says = "K eats at home.".to_owned();
        let found = assessed(framework, &case);
        case.expect = Some(expected(framework, &found, "So.".to_owned(), false));
        case
    }

    #[test]
    fn what_was_confirmed_is_what_the_engine_found_and_nothing_is_lacking() {
        let framework = framework();
        let case = whole(&framework);
        assert_eq!(lacks(&framework, &case, &assessed(&framework, &case)), []);
        let text = file::to_text(&case).unwrap();
        let own = read(&framework, "a-lunch.ron", text.as_bytes()).unwrap();
        let State::Whole(story, _) = own.state else { panic!("{own:?}") };
        assert!((story.id.as_str(), story.case()) == ("own-a-lunch", &case) && is_own(&story.id));
    }

    #[test]
    fn each_thing_that_is_lacking_is_told() {
        let framework = framework();
        let sound = whole(&framework);
        let told = |change: &dyn Fn(&mut Case)| {
            let mut case = sound.clone();
            change(&mut case);
            lacks(&framework, &case, &assessed(&framework, &case))
        };
        assert_eq!(told(&|c| c.expect = None), [Lack::NotConfirmed]);
        assert_eq!(told(&|c| c.expect.as_mut().unwrap().why.clear()), [Lack::NoWhy]);
        assert_eq!(told(&|c| c.answers[0].answer = Answer::Yes), [Lack::Otherwise]);
        let other = Id::new("elsewhere").unwrap();
        assert_eq!(told(&|c| c.framework.id = other.clone()), [Lack::OtherFramework(other.clone())]);
        let gone = Answered::new(other.clone(), Answer::Yes);
        assert_eq!(told(&|c| c.answers.push(gone.clone())), [Lack::Unresolved(other.clone())]);
        let flaw = |change: &dyn Fn(&mut Training)| told(&|c| change(c.training.as_mut().unwrap()));
        assert_eq!(flaw(&|t| t.title.clear()), [Lack::Flaw(Flaw::NoTitle)]);
        assert_eq!(flaw(&|t| t.minutes = 0), [Lack::Flaw(Flaw::Minutes)]);
        assert_eq!(flaw(&|t| t.instalments.truncate(1)), [Lack::Flaw(Flaw::OnePart)]);
        assert_eq!(flaw(&|t| t.instalments[1].says.clear()), [Lack::Flaw(Flaw::SaysNothing(1))]);
        let name = framework.levels[1].label.clone();
        assert_eq!(flaw(&|t| t.title = format!("At {name}")), [Lack::GivenAway(name.clone())]);
    }

    #[test]
    fn half_a_story_is_kept_and_what_is_no_story_is_passed_over() {
        let framework = framework();
        let half = file::to_text(&begin(FrameworkRef::of(&framework.about), jiff::civil::date(2026, 11, 23)))
            .unwrap();
        let own = read(&framework, "half.ron", half.as_bytes()).unwrap();
        assert!(matches!(own.state, State::Lacking(..)), "{own:?}");
        assert!(read(&framework, "else.ron", b"Training(schema: 1)").is_none());
        let cut = read(&framework, "cut.ron", &half.as_bytes()[..half.len() / 2]).unwrap();
        assert!(matches!(cut.state, State::Unread(_)), "{cut:?}");
    }

    #[test]
    fn a_files_name_is_plain_whatever_the_title() {
        for (title, name) in [
            ("Two lunches", "two-lunches.ron"),
            ("  K's \"night\"/out ", "ks-night-out.ron"),
            ("\u{0646}", "story.ron"),
            ("", "story.ron"),
        ] {
            assert_eq!(file_name(title), name);
        }
    }
}
