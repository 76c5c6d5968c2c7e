//! How far the room of a session agrees: its ratings, worked out as those of any other table are.

use super::{
    agreement::{
        guide::{Guide, LEVEL, PATHWAY},
        report::{Report, report},
        sheet,
    },
    record,
    session::Session,
    story::Stories,
};
use crate::{
    case::file,
    framework::{Framework, SourceFile},
};

/// Which samples intervals are drawn from: the same session always gives the same figures.
const SEED: u64 = 1;

/// The worked cases of a session's stories, by which the figures know what is expected.
pub fn expected(stories: &Stories, session: &Session) -> Vec<SourceFile> {
    let told = session.cases.iter().filter_map(|worked| stories.find(&worked.case));
    told.filter_map(|story| {
        let text = file::to_text(story.case()).ok()?;
        Some(SourceFile { path: format!("{}.ron", story.id), text })
    })
    .collect()
}

/// Every figure of a table of ratings, as [`record::ratings`] writes it.
pub fn figures(framework: &Framework, cases: &[SourceFile], ratings: &str) -> Option<Report> {
    let sheet = sheet::read(ratings.as_bytes()).ok()?;
    Some(report(&sheet.ratings, &Guide::new(framework, cases), SEED))
}

/// The figures of the levels and pathways alone, for the record.
pub fn of_levels(framework: &Framework, stories: &Stories, session: &Session) -> Option<Report> {
    let ratings = record::ratings(framework, session);
    let of_a_level = |line: &&str| {
        let item = line.split(',').nth(2).unwrap_or_default();
        item == "item" || is_of_a_level(item)
    };
    let some: Vec<&str> = ratings.lines().filter(of_a_level).collect();
    figures(framework, &expected(stories, session), &format!("{}\n", some.join("\n")))
}

/// Whether an item is the last vote on a level or pathway, alone or after discussion.
fn is_of_a_level(item: &str) -> bool {
    let bare = item.strip_suffix(".discussed").unwrap_or(item);
    [LEVEL, PATHWAY].contains(&bare)
}
