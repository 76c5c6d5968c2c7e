//! The same tree as a list: page by page in the order of a check, each question right after what opens it.

use super::Thing;
use crate::framework::{
    Framework,
    model::{ConcernIx, Home, Part, QuestionIx, SectionIx},
};

/// One thing of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub thing: Thing,
    /// What it stands under, by its place on the page.
    pub parent: Option<usize>,
    /// 0 for the page itself.
    pub depth: usize,
}

/// Every page: safety, the concerns, then the other shared sections; each begins with itself.
pub fn outline(framework: &Framework) -> Vec<Vec<Entry>> {
    let sections = |part: Part| {
        let all = framework.sections.iter().enumerate();
        all.filter(move |(_, section)| section.part == part).map(|(at, _)| Home::Section(SectionIx(at)))
    };
    let concerns = (0..framework.concerns.len()).map(|at| Home::Concern(ConcernIx(at)));
    let after = [Part::Around, Part::Effect, Part::Strengths, Part::History, Part::Help];
    let homes = sections(Part::Safety).chain(concerns).chain(after.into_iter().flat_map(sections));
    homes.map(|home| page(framework, home)).collect()
}

fn page(framework: &Framework, home: Home) -> Vec<Entry> {
    let listed: &[QuestionIx] = match home {
        Home::Section(at) => &framework[at].questions,
        Home::Concern(at) => &framework[at].questions,
    };
    let mut entries = vec![Entry { thing: Thing::Home(home), parent: None, depth: 0 }];
    for &question in listed {
        let opened_here = framework[question].opened_by.iter().any(|gate| listed.contains(&gate.question));
        if !opened_here {
            place(framework, listed, question, 0, &mut entries);
        }
    }
    entries
}

/// Places a question, and right after it those that it opens and that nothing before opened.
fn place(
    framework: &Framework,
    listed: &[QuestionIx],
    question: QuestionIx,
    under: usize,
    entries: &mut Vec<Entry>,
) {
    let thing = Thing::Question(question);
    if entries.iter().any(|entry| entry.thing == thing) {
        return;
    }
    let here = entries.len();
    entries.push(Entry { thing, parent: Some(under), depth: entries[under].depth + 1 });
    for &next in listed {
        if framework[next].opened_by.iter().any(|gate| gate.question == question) {
            place(framework, listed, next, here, entries);
        }
    }
}
