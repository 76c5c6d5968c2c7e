//! The facilitator's sheet: the only paper that says what is expected, and why.

use super::{Room, list, paragraph, part, part_title, section, story_title, vote, words::W};
use crate::{
    keyed::fill,
    paper::document::{Block, Field},
    training::story::Story,
};

pub(super) fn blocks(room: &Room<'_>) -> Vec<Block> {
    let minutes: u32 = room.stories.iter().map(|story| u32::from(story.minutes())).sum();
    let mut blocks = vec![
        paragraph(&fill(W.takes, &[&room.stories.len().to_string(), &minutes.to_string()])),
        section(W.before),
        list([W.before_warning, W.before_leave, W.before_support, W.before_cards, W.before_real]),
        section(W.while_working),
        list([W.lead_alone, W.lead_count, W.lead_words, W.lead_split, W.lead_no_right]),
    ];
    for (at, story) in room.stories.iter().enumerate() {
        blocks.extend(of_story(room, at, story));
    }
    blocks
}

fn of_story(room: &Room<'_>, at: usize, story: &Story) -> Vec<Block> {
    let framework = room.framework;
    let mut blocks = vec![Block::NewPage, section(&story_title(at, story))];
    let warning = story.warning().unwrap_or(W.no_warning);
    blocks.push(Block::Callout { title: W.warning.to_owned(), text: warning.to_owned() });
    blocks.push(timings(story));
    blocks.push(part(W.expected));
    let field = |label: &str, value: String| Field { label: label.to_owned(), value };
    let assessed: Vec<_> = (0..=story.last()).map(|at| story.suggestion(framework, at)).collect();
    let mut fields: Vec<Field> = assessed
        .iter()
        .enumerate()
        .map(|(at, assessment)| {
            let span = assessment.span;
            let line = span.lowest.map_or_else(|| W.consult.to_owned(), |low| framework.pathway_line(low));
            let open = Some(span.highest).filter(|highest| span.lowest != Some(*highest));
            let value = match open {
                Some(high) => fill(W.could_be, &[&line, &framework.pathway_line(high)]),
                None => line,
            };
            field(&part_title(at, story), value)
        })
        .collect();
    fields.extend(story.why().map(|why| field(W.why, why.to_owned())));
    let duties = assessed.last().map(|last| last.duties.iter().map(|due| framework[due.duty].title.as_str()));
    let duties: Vec<&str> = duties.into_iter().flatten().collect();
    fields.extend((!duties.is_empty()).then(|| field(W.duties, duties.join("\n"))));
    blocks.push(Block::Fields(fields));
    if story.contested() {
        blocks.push(Block::Callout { title: W.contested.to_owned(), text: W.contested_means.to_owned() });
    }
    if !story.points().is_empty() {
        blocks.push(part(W.points));
        blocks.push(Block::List { numbered: false, items: story.points().to_vec() });
    }
    blocks.push(part(W.count_here));
    blocks.push(vote::all(room, story, "\u{2026}"));
    blocks.push(part(W.told));
    for (at, instalment) in story.instalments().iter().enumerate() {
        blocks.push(paragraph(&fill(W.told_part, &[&part_title(at, story), instalment.says.trim()])));
    }
    blocks
}

/// How the minutes of a story are spent. Half goes to hearing the parts and voting, a fifth to talking and voting once
/// more, and what is left to the suggestion and its reasons; every row says when it begins, so that rounding adds nothing.
fn timings(story: &Story) -> Block {
    let parts = u32::try_from(story.last()).unwrap_or(0) + 1;
    let minutes = u32::from(story.minutes());
    let mut steps: Vec<(String, u32)> = (0..parts)
        .map(|at| {
            let place = usize::try_from(at).unwrap_or(0);
            (fill(W.time_part, &[&part_title(place, story)]), minutes * at / (2 * parts))
        })
        .collect();
    steps.push((W.time_discuss.to_owned(), minutes / 2));
    steps.push((W.time_reveal.to_owned(), minutes * 7 / 10));
    let rows = steps.into_iter().map(|(what, from)| vec![fill(W.minute, &[&from.to_string()]), what]);
    let end = vec![fill(W.minute, &[&minutes.to_string()]), W.time_end.to_owned()];
    let headers = vec![W.from.to_owned(), W.what.to_owned()];
    Block::Table { caption: W.timings.to_owned(), headers, rows: rows.chain([end]).collect() }
}
