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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        case::{Answer, Answered, ChildNo},
        framework::{Id, builtin, load},
        training::{
            session::{Round, Scale, Worked},
            sheet::{Sheet, Walk},
        },
    };

    #[test]
    fn what_is_said_of_one_child_is_rated_apart() {
        let framework = load(builtin::files(builtin::FIRST).unwrap()).framework.unwrap();
        let worked = Worked { case: "two".to_owned(), ..Worked::default() };
        let mut session = Session::new(&framework, date(2026, 11, 23), Scale::Levels, vec![worked]);
        let danger = || Id::new("safety.danger").unwrap();
        for (code, second) in [("a", Answer::No), ("b", Answer::Yes)] {
            let mut sheet = Sheet::new(&framework, "two", code.to_owned(), Round::Alone);
            let of_second = Answered { child: Some(ChildNo(2)), ..Answered::new(danger(), second) };
            let answers = vec![Answered::new(danger(), Answer::No), of_second];
            sheet.walk = Some(Walk { concerns: Vec::new(), answers });
            session.cases[0].sheets.push(sheet);
        }
        let ratings = record::ratings(&framework, &session);
        let report = figures(&framework, &[], &ratings).unwrap();
        let ids: Vec<&str> = report.items.iter().map(|item| item.id.as_str()).collect();
        assert_eq!(ids, ["safety.danger", "safety.danger.child-2"]);
        for item in &report.items {
            assert_eq!((item.rated.values, item.outside.len()), (2, 0), "{}", item.id);
            assert!(item.title.is_some(), "{} is a question of the framework's", item.id);
        }
    }
}
