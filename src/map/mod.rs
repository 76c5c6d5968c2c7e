//! Where everything stands on a map of a framework: sections and concerns, under each its questions, and under a
//! question those that it opens.
//!
//! A place is worked out once for a framework, from its shape alone. One page of the check is one block; blocks
//! stand in rows in the order of the framework, and so does what is in them.

mod outline;

pub use outline::{Entry, outline};

use crate::framework::{
    Framework,
    model::{Home, QuestionIx},
};

/// How wide one thing on the map is, in points where it is drawn at its full size.
pub const WIDTH: f32 = 320.0;
/// How high.
pub const HEIGHT: f32 = 92.0;
/// How far what is opened stands to the right of what opens it.
const INDENT: f32 = 44.0;
/// Between two things of one block.
const GAP: f32 = 14.0;
/// Between two blocks.
const STREET: f32 = 72.0;
/// How much wider than high a map is made, as a window is.
const SHAPE: f32 = 2.0;

/// Something on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A shared section or a concern.
    Home(Home),
    Question(QuestionIx),
}

/// A rectangle, from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub left: f32,
    pub top: f32,
    pub width: f32,
    pub height: f32,
}

impl Area {
    /// Its right edge.
    pub fn right(&self) -> f32 {
        self.left + self.width
    }

    /// Its lower edge.
    pub fn bottom(&self) -> f32 {
        self.top + self.height
    }

    /// Whether two share any ground.
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right()
            && other.left < self.right()
            && self.top < other.bottom()
            && other.top < self.bottom()
    }
}

/// One thing with its place, and by its place in the list what it stands under.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    pub thing: Thing,
    pub parent: Option<usize>,
    pub area: Area,
    /// Which block it is in.
    pub block: usize,
}

/// One section or concern with all that is in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block {
    /// Its heading's place in the list; its questions follow it.
    pub first: usize,
    /// One past its last question's.
    pub end: usize,
    pub area: Area,
}

/// The whole map; its things stand in reading order, each after what it stands under.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    pub nodes: Vec<Node>,
    pub blocks: Vec<Block>,
    pub width: f32,
    pub height: f32,
}

impl Map {
    /// Works out where everything stands.
    pub fn new(framework: &Framework) -> Self {
        let homes: Vec<Vec<Entry>> = outline(framework);
        let mut map = Self::default();
        let (mut left, mut top, mut lowest) = (0.0, 0.0, 0.0_f32);
        let row = row_width(&homes);
        for entries in homes {
            let size = block_size(&entries);
            if left > 0.0 && left + size.0 > row {
                (left, top) = (0.0, lowest + STREET);
            }
            map.place(&entries, left, top, size);
            lowest = lowest.max(top + size.1);
            map.width = map.width.max(left + size.0);
            map.height = lowest;
            left += size.0 + STREET;
        }
        map
    }

    fn place(&mut self, entries: &[Entry], left: f32, top: f32, (width, height): (f32, f32)) {
        let first = self.nodes.len();
        let mut y = top;
        for entry in entries {
            let left = left + indent(entry.depth);
            self.nodes.push(Node {
                thing: entry.thing,
                parent: entry.parent.map(|parent| first + parent),
                area: Area { left, top: y, width: WIDTH, height: HEIGHT },
                block: self.blocks.len(),
            });
            y += HEIGHT + GAP;
        }
        let area = Area { left, top, width, height };
        self.blocks.push(Block { first, end: self.nodes.len(), area });
    }

    /// Where a question stands in the list.
    pub fn question(&self, question: QuestionIx) -> Option<usize> {
        self.nodes.iter().position(|node| node.thing == Thing::Question(question))
    }
}

#[expect(clippy::cast_precision_loss, reason = "a tree is a few steps deep")]
fn indent(depth: usize) -> f32 {
    INDENT * depth as f32
}

#[expect(clippy::cast_precision_loss, reason = "a page has a dozen questions")]
fn block_size(entries: &[Entry]) -> (f32, f32) {
    let deepest = entries.iter().map(|entry| entry.depth).max().unwrap_or(0);
    let many = entries.len() as f32;
    (WIDTH + indent(deepest), many * HEIGHT + (many - 1.0).max(0.0) * GAP)
}

/// How wide a row of blocks gets, so that the whole has about the shape of a window.
fn row_width(homes: &[Vec<Entry>]) -> f32 {
    let ground = |entries: &Vec<Entry>| {
        let (width, height) = block_size(entries);
        (width + STREET) * (height + STREET)
    };
    let whole: f32 = homes.iter().map(ground).sum();
    (whole * SHAPE).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::{builtin, load};

    fn liverpool() -> Framework {
        load(builtin::files("liverpool").unwrap()).framework.unwrap()
    }

    #[test]
    fn every_section_concern_and_question_stands_on_the_map_once() {
        let framework = liverpool();
        let map = Map::new(&framework);
        for (at, question) in framework.questions() {
            let here = map.nodes.iter().filter(|node| node.thing == Thing::Question(at)).count();
            assert_eq!(here, 1, "{}", question.id);
        }
        assert_eq!(map.blocks.len(), framework.sections.len() + framework.concerns.len());
        let homes = map.nodes.iter().filter(|node| matches!(node.thing, Thing::Home(_))).count();
        assert_eq!(homes, map.blocks.len());
        assert_eq!(map.nodes.len(), homes + framework.questions.len());
    }

    #[test]
    fn no_two_things_share_any_ground_and_all_are_within_the_map() {
        let map = Map::new(&liverpool());
        for (at, node) in map.nodes.iter().enumerate() {
            for other in &map.nodes[at + 1..] {
                assert!(!node.area.meets(&other.area), "{node:?} {other:?}");
            }
            assert!(node.area.left >= 0.0 && node.area.right() <= map.width + 0.01);
            assert!(node.area.top >= 0.0 && node.area.bottom() <= map.height + 0.01);
        }
        for (at, block) in map.blocks.iter().enumerate() {
            assert!(map.blocks[at + 1..].iter().all(|other| !block.area.meets(&other.area)));
            for node in &map.nodes[block.first..block.end] {
                assert!(node.area.meets(&block.area) && node.area.bottom() <= block.area.bottom() + 0.01);
            }
        }
        assert!(map.width > map.height, "a window is wider than high: {} {}", map.width, map.height);
    }

    #[test]
    fn what_opens_stands_before_and_above_what_it_opens() {
        let framework = liverpool();
        let map = Map::new(&framework);
        let mut opened = 0;
        for (at, node) in map.nodes.iter().enumerate() {
            let Some(parent) = node.parent else {
                assert!(matches!(node.thing, Thing::Home(_)), "only a heading stands by itself");
                continue;
            };
            let above = &map.nodes[parent];
            assert!(parent < at && above.block == node.block && above.area.bottom() <= node.area.top);
            assert!(above.area.left < node.area.left);
            if let (Thing::Question(before), Thing::Question(here)) = (above.thing, node.thing) {
                assert!(framework[here].opened_by.iter().any(|gate| gate.question == before));
                opened += 1;
            }
        }
        let gated = framework.questions.iter().filter(|q| !q.opened_by.is_empty()).count();
        assert_eq!(opened, gated, "each that is opened stands under what opens it");
    }

    #[test]
    fn a_map_is_the_same_each_time() {
        let framework = liverpool();
        assert_eq!(Map::new(&framework), Map::new(&framework));
    }
}
