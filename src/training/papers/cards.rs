//! Voting cards: one for each level or pathway, told apart by number, word and shape, and one for *not sure*.

use super::{Room, paragraph, words::W};
use crate::{
    framework::model::Pathway,
    paper::document::{Block, Card},
    training::session::Scale,
};

pub(super) fn blocks(room: &Room<'_>) -> Vec<Block> {
    let framework = room.framework;
    let mut blocks = vec![paragraph(W.cards_how)];
    let of_pathway = |pathway: &Pathway| {
        let level = &framework[pathway.level];
        Card {
            level: Some(pathway.level.0),
            sign: level.short.clone(),
            words: pathway.title.clone(),
            more: level.label.clone(),
        }
    };
    let cards: Vec<Card> = match room.scale {
        Scale::Levels => framework
            .levels
            .iter()
            .enumerate()
            .map(|(at, level)| Card {
                level: Some(at),
                sign: level.short.clone(),
                words: level.label.clone(),
                more: level.name.clone(),
            })
            .collect(),
        Scale::Pathways => framework.pathways.iter().map(of_pathway).collect(),
    };
    blocks.extend(cards.into_iter().map(Block::Card));
    let not_sure = Card {
        level: None,
        sign: W.not_sure_sign.to_owned(),
        words: W.not_sure.to_owned(),
        more: W.not_sure_more.to_owned(),
    };
    blocks.push(Block::Card(not_sure));
    blocks
}
