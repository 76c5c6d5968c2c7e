//! The follow-up: one page, some weeks later, on what stayed.

use jiff::ToSpan as _;

use super::{Room, list, paragraph, section, story_title, vote, words::W};
use crate::{keyed::fill, paper::document::Block};

/// How many weeks after the session people look back.
const WEEKS: i64 = 8;

pub(super) fn blocks(room: &Room<'_>) -> Vec<Block> {
    let due = room.on.and_then(|on| on.checked_add(WEEKS.weeks()).ok());
    let weeks = WEEKS.to_string();
    let when = match (room.on, due) {
        (Some(on), Some(due)) => fill(W.later_on, &[&date(on), &date(due)]),
        _ => fill(W.later, &[&weeks]),
    };
    let mut blocks = vec![paragraph(&when), paragraph(W.later_no_names), section(W.later_looked_at)];
    let titles = room.stories.iter().enumerate().map(|(at, story)| story_title(at, story)).collect();
    blocks.push(Block::List { numbered: false, items: titles });
    blocks.push(section(W.later_since));
    let headers = [W.later_question, W.yes, W.no, W.not_come_up].map(str::to_owned).to_vec();
    let asked = [W.later_used, W.later_words, W.later_before, W.later_talked, W.later_upwards];
    let row = |question: &str| {
        std::iter::once(question).chain([vote::BOX; 3]).map(str::to_owned).collect::<Vec<String>>()
    };
    blocks.push(Block::Table { caption: String::new(), headers, rows: asked.map(row).to_vec() });
    for question in [W.later_different, W.later_hard, W.later_framework, W.later_need] {
        blocks.push(vote::asked(question, 2));
    }
    blocks.extend([section(W.later_back), list([W.later_back_how, W.later_worry])]);
    blocks
}

/// `1 December 2026`.
fn date(day: jiff::civil::Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}
