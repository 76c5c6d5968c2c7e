//! What the papers for a room promise.

use jiff::civil::date;

use super::{Paper, Room, words::W};
use crate::{
    case::{Answer, file},
    framework::{Framework, builtin, load},
    paper::{
        document::{Block, Card, Document},
        fonts::NoOtherFonts,
        format::{Format, pages, write},
    },
    training::{
        session::Scale,
        story::{Stories, Story},
    },
};

const CASE: &str = "allegation-childminder-and-partner.ron";

/// A built-in worked case told as a story.
fn story() -> (Framework, Story) {
    let files = builtin::files(builtin::FIRST).unwrap();
    let text = files.iter().find(|file| file.path.ends_with(CASE)).unwrap();
    let text = String::from_utf8(text.bytes.clone()).unwrap();
    let training = r#"
        training: (
            title: "The woman who minds four", minutes: 37, warning: "It tells of a man who may do harm.",
            instalments: [
                (says: "An officer visits a house.", known: ["allegation.force", "allegation.boundaries"]),
                (says: "Nobody knew that\nchildren are minded there."),
            ],
            points: ["Who is told first?"],
        ),
    )"#;
    let told = format!("{}{training}", text.trim_end().strip_suffix(')').unwrap());
    let story = Story::new("one".to_owned(), file::read(told.as_bytes()).unwrap()).unwrap();
    (builtin::read(builtin::FIRST).unwrap(), story)
}

fn room<'a>(framework: &'a Framework, stories: &'a [&'a Story], scale: Scale) -> Room<'a> {
    Room { framework, stories, scale, on: Some(date(2026, 11, 24)) }
}

fn all(document: &Document) -> String {
    document.texts().join("\n")
}

#[test]
fn the_pack_is_the_same_whatever_the_story_comes_to() {
    let (framework, one) = story();
    let mut case = one.case().clone();
    let expect = case.expect.as_mut().unwrap();
    (expect.lowest, expect.contested) = (None, true);
    expect.why = "Quite another reason.".to_owned();
    case.training.as_mut().unwrap().points = vec!["Another point.".to_owned()];
    case.answers.iter_mut().for_each(|answered| answered.answer = Answer::NotKnown);
    let other = Story::new("one".to_owned(), case).unwrap();
    for scale in [Scale::Levels, Scale::Pathways] {
        let pack = |story: &Story| Paper::Pack.document(&room(&framework, &[story], scale));
        assert_eq!(pack(&one), pack(&other));
        let sheet = |story: &Story| Paper::Facilitator.document(&room(&framework, &[story], scale));
        assert_ne!(sheet(&one), sheet(&other), "the test sees what is given away");
    }
}

#[test]
fn no_story_that_is_built_in_gives_its_end_away() {
    for id in builtin::ids() {
        let loaded = load(builtin::files(id).unwrap());
        let framework = loaded.framework.unwrap();
        let stories = Stories::read(&loaded.cases);
        assert!(stories.faulty.is_empty(), "{:?}", stories.faulty);
        for story in &stories.told {
            let room = room(&framework, &[], Scale::Levels);
            let neutral = all(&Paper::Pack.document(&room)).to_lowercase();
            let pack = Room { stories: &[story], ..room };
            let pack = all(&Paper::Pack.document(&pack)).to_lowercase();
            let expect = story.case().expect.as_ref().unwrap();
            let pathway = expect.lowest.as_ref().and_then(|id| framework.pathway(id));
            let mut secret = vec![expect.why.clone(), W.contested.to_owned(), W.contested_means.to_owned()];
            secret.extend(story.points().to_vec());
            secret.extend(pathway.map(|pathway| framework[pathway].title.clone()));
            for secret in secret.iter().map(|secret| secret.to_lowercase()) {
                assert!(neutral.contains(&secret) || !pack.contains(&secret), "{}: {secret}", story.id);
            }
            // Each level stands as often as every other: where one can be chosen.
            let told = |label: &str| pack.matches(&label.to_lowercase()).count();
            let counts: Vec<usize> = framework.levels.iter().map(|level| told(&level.label)).collect();
            assert!(counts.iter().all(|count| *count == counts[0]), "{}: {counts:?}", story.id);
        }
    }
}

#[test]
fn the_pack_tells_each_part_on_a_page_of_its_own_with_places_to_vote() {
    let (framework, story) = story();
    let pack = Paper::Pack.document(&room(&framework, &[&story], Scale::Levels));
    let pages: Vec<&[Block]> = pack.blocks.split(|block| *block == Block::NewPage).collect();
    assert_eq!(pages.len(), 4, "how it goes, two parts, the sheet to hand in");
    let said = |at: usize| all(&Document { blocks: pages[at].to_vec(), ..pack.clone() });
    assert!(said(1).contains("It tells of a man who may do harm.") && said(1).contains("An officer visits"));
    assert!(!said(1).contains("Nobody knew") && said(2).contains("Nobody knew"));
    let votes = |at: usize| said(at).matches(super::vote::BOX).count() / (framework.levels.len() + 1);
    assert_eq!([votes(1), votes(2), votes(3)], [1, 2, 3]);
}

#[test]
fn the_facilitator_has_what_is_expected_and_the_minutes_add_up() {
    let (framework, story) = story();
    let sheet = Paper::Facilitator.document(&room(&framework, &[&story], Scale::Levels));
    let said = all(&sheet);
    let expect = story.case().expect.as_ref().unwrap();
    let pathway = framework.pathway(expect.lowest.as_ref().unwrap()).unwrap();
    for text in
        [expect.why.as_str(), "Who is told first?", "It tells of a man", &framework.pathway_line(pathway)]
    {
        assert!(said.contains(text), "{text}");
    }
    for duty in &expect.duties {
        assert!(said.contains(&framework[framework.duty(duty).unwrap()].title));
    }
    let minutes: Vec<u32> =
        said.lines().filter_map(|line| line.strip_prefix("minute ")?.parse().ok()).collect();
    assert_eq!((minutes.len(), minutes[0], *minutes.last().unwrap()), (5, 0, 37));
    assert!(minutes.is_sorted());
}

#[test]
fn there_is_a_card_for_each_choice_and_one_for_none() {
    let (framework, _) = story();
    for (scale, choices) in
        [(Scale::Levels, framework.levels.len()), (Scale::Pathways, framework.pathways.len())]
    {
        let document = Paper::Cards.document(&room(&framework, &[], scale));
        let cards: Vec<&Card> = document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Card(card) => Some(card),
                _ => None,
            })
            .collect();
        assert_eq!(cards.len(), choices + 1);
        assert!(cards.last().is_some_and(|card| card.level.is_none() && card.words == W.not_sure));
        let mut words: Vec<&str> = cards.iter().map(|card| card.words.as_str()).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), cards.len(), "no two cards say the same");
        assert_eq!(pages(&document, &NoOtherFonts).unwrap(), cards.len() + 1, "each card is one page");
    }
}

#[test]
fn every_paper_can_be_written_in_every_format_and_looking_back_takes_one_page() {
    let (framework, story) = story();
    let stories = [&story; 6];
    let room = room(&framework, &stories, Scale::Pathways);
    for paper in Paper::ALL {
        let document = paper.document(&room);
        for format in Format::ALL {
            assert!(!write(&document, format).unwrap().is_empty(), "{}", paper.title());
        }
    }
    let later = Paper::FollowUp.document(&room);
    assert!(all(&later).contains("19 January 2027"), "eight weeks after the session");
    assert_eq!(pages(&later, &NoOtherFonts).unwrap(), 1);
}
