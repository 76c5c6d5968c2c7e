//! Where everything stands on a map of a framework: sections and concerns, under each its questions, and under a
//! question those that it opens.
//!
//! A place is worked out once for a framework, from its shape alone. One page of the check is one block, its heading
//! over all of it and its questions below in columns, each with what it opens; blocks stand in rows in the order of
//! the framework, and so does what is in them.

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
pub const INDENT: f32 = 44.0;
/// Between two things of one block.
const GAP: f32 = 14.0;
/// Between two blocks.
const STREET: f32 = 72.0;
/// How much wider than high the pane is that shows a map in a usual window; the map is made to fill it.
const SHAPE: f32 = 2.6;
/// No block gets more columns.
const MOST_COLUMNS: usize = 5;

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
    /// How many steps below its block's heading.
    pub depth: usize,
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
        let plans: Vec<Plan> = outline(framework).into_iter().map(Plan::new).collect();
        let corners = rows(&plans, best_row(&plans));
        let mut map = Self::default();
        for (plan, (left, top)) in plans.iter().zip(corners) {
            map.place(plan, left, top);
        }
        let far =
            |edge: fn(&Area) -> f32| map.blocks.iter().map(|block| edge(&block.area)).fold(0.0, f32::max);
        (map.width, map.height) = (far(Area::right), far(Area::bottom));
        map
    }

    fn place(&mut self, plan: &Plan, left: f32, top: f32) {
        let first = self.nodes.len();
        for (entry, area) in plan.entries.iter().zip(&plan.areas) {
            self.nodes.push(Node {
                thing: entry.thing,
                parent: entry.parent.map(|parent| first + parent),
                area: Area { left: left + area.left, top: top + area.top, ..*area },
                depth: entry.depth,
                block: self.blocks.len(),
            });
        }
        let area = Area { left, top, width: plan.width, height: plan.height };
        self.blocks.push(Block { first, end: self.nodes.len(), area });
    }

    /// Where a question stands in the list.
    pub fn question(&self, question: QuestionIx) -> Option<usize> {
        self.nodes.iter().position(|node| node.thing == Thing::Question(question))
    }
}

/// One block by itself: where each of its things stands from the block's own corner.
struct Plan {
    entries: Vec<Entry>,
    areas: Vec<Area>,
    width: f32,
    height: f32,
}

impl Plan {
    /// The block with as many columns as bring it nearest to the pane's shape.
    fn new(entries: Vec<Entry>) -> Self {
        let plans = (1..=MOST_COLUMNS).map(|columns| Self::in_columns(entries.clone(), columns));
        let off = |plan: &Self| (plan.width / plan.height / SHAPE).ln().abs();
        // There is one column at least; the rest is for the compiler.
        plans.min_by(|a, b| off(a).total_cmp(&off(b))).unwrap_or(Self {
            entries,
            areas: Vec::new(),
            width: 0.0,
            height: 0.0,
        })
    }

    /// The heading over questions in so many columns or fewer; what a question opens stays below it.
    fn in_columns(entries: Vec<Entry>, columns: usize) -> Self {
        let tall = entries.len().saturating_sub(1).div_ceil(columns);
        let (mut left, mut row, mut deepest) = (0.0, 0, 0);
        let mut areas = vec![Area { left: 0.0, top: 0.0, width: WIDTH, height: HEIGHT }];
        let (mut width, mut height) = (WIDTH, HEIGHT);
        for (at, entry) in entries.iter().enumerate().skip(1) {
            // A column ends where the next question with all that it opens would hang out of it.
            let below = entries[at + 1..].iter().take_while(|next| next.depth > entry.depth).count();
            if entry.depth == 1 && row > 0 && row + below >= tall {
                left += WIDTH + indent(deepest) + GAP;
                (row, deepest) = (0, 0);
            }
            deepest = deepest.max(entry.depth);
            let top = steps(row + 1) * (HEIGHT + GAP);
            areas.push(Area { left: left + indent(entry.depth), top, width: WIDTH, height: HEIGHT });
            width = f32::max(width, left + indent(deepest) + WIDTH);
            height = f32::max(height, top + HEIGHT);
            row += 1;
        }
        areas[0].width = width;
        Self { entries, areas, width, height }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a page has a dozen questions")]
fn steps(count: usize) -> f32 {
    count as f32
}

fn indent(depth: usize) -> f32 {
    INDENT * steps(depth)
}

/// The upper left corner of each block, in rows no wider than this.
fn rows(plans: &[Plan], widest: f32) -> Vec<(f32, f32)> {
    let (mut left, mut top, mut lowest) = (0.0, 0.0, 0.0_f32);
    let mut corners = Vec::new();
    for plan in plans {
        if left > 0.0 && left + plan.width > widest {
            (left, top) = (0.0, lowest + STREET);
        }
        corners.push((left, top));
        lowest = lowest.max(top + plan.height);
        left += plan.width + STREET;
    }
    corners
}

/// How wide a row of blocks gets, so that the whole is drawn as large as the pane's shape allows.
fn best_row(plans: &[Plan]) -> f32 {
    let mut so_far = 0.0;
    let widths = plans.iter().map(|plan| {
        so_far += plan.width + STREET;
        so_far
    });
    let size = |widest: f32| {
        let corners = rows(plans, widest);
        let ends =
            plans.iter().zip(&corners).map(|(plan, (left, top))| (left + plan.width, top + plan.height));
        let (width, height) =
            ends.fold((1.0_f32, 1.0_f32), |so_far, end| (so_far.0.max(end.0), so_far.1.max(end.1)));
        f32::min(SHAPE / width, 1.0 / height)
    };
    widths.max_by(|a, b| size(*a).total_cmp(&size(*b))).unwrap_or(WIDTH)
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
    fn every_framework_s_map_fills_a_pane_and_each_page_has_room_for_its_name() {
        for id in builtin::ids() {
            let map = Map::new(&load(builtin::files(id).unwrap()).framework.unwrap());
            let shape = map.width / map.height;
            // A few pages can stand in few ways only.
            assert!((1.5..5.0).contains(&shape), "{id}: {shape}");
            // The pane of a window of 1280 by 800 points.
            let zoom = f32::min(1220.0 / map.width, 460.0 / map.height);
            for block in &map.blocks {
                assert!(block.area.width * zoom > 45.0, "{id}: {} points", block.area.width * zoom);
            }
        }
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
