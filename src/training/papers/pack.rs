//! The participant pack: each part of a story on a page of its own, so that nobody reads ahead, and a sheet to hand in.
//!
//! It is made from what is told and from the framework alone. What a story comes to is never looked at.

use super::{Room, list, paragraph, part, part_title, section, story_title, vote, words::W};
use crate::{
    paper::document::Block,
    training::{session::options, story::Story},
};

pub(super) fn blocks(room: &Room<'_>) -> Vec<Block> {
    let mut blocks = vec![
        list([W.pack_one_page, W.pack_alone, W.pack_no_names, W.pack_no_right, W.pack_stop]),
        section(W.choices),
        Block::List { numbered: false, items: choices(room) },
    ];
    for (at, story) in room.stories.iter().enumerate() {
        blocks.extend(told(room, at, story));
    }
    blocks.extend([Block::NewPage, section(W.hand_in), paragraph(W.hand_in_how)]);
    for (at, story) in room.stories.iter().enumerate() {
        blocks.push(part(&story_title(at, story)));
        blocks.push(vote::all(room, story, vote::BOX));
        blocks.push(vote::asked(W.first_to_know, 1));
    }
    blocks
}

/// What can be chosen, in the framework's words.
fn choices(room: &Room<'_>) -> Vec<String> {
    let all = options(room.framework, room.scale).into_iter().map(|(_, said)| said);
    all.chain([W.not_sure_means.to_owned()]).collect()
}

fn told(room: &Room<'_>, at: usize, story: &Story) -> Vec<Block> {
    let mut blocks = vec![Block::NewPage, section(&story_title(at, story))];
    if let Some(warning) = story.warning() {
        blocks.push(Block::Callout { title: W.warning.to_owned(), text: warning.to_owned() });
    }
    for (number, instalment) in story.instalments().iter().enumerate() {
        if number > 0 {
            blocks.push(Block::NewPage);
        }
        blocks.push(part(&part_title(number, story)));
        blocks.extend(instalment.says.lines().filter(|line| !line.trim().is_empty()).map(paragraph));
        blocks.push(paragraph(if number == 0 { W.vote_alone } else { W.vote_again }));
        blocks.push(vote::place(room));
        blocks.push(vote::asked(W.what_weighed, 2));
    }
    blocks.push(paragraph(W.vote_discussed));
    blocks.push(vote::place(room));
    blocks.push(vote::asked(W.what_changed, 2));
    blocks
}
