//! Where on the map one looks: the point in the middle of the pane, how large, and how that changes.

use eframe::egui::Vec2;

use crate::map::{self, Area, Map};

/// From this size on each thing is a button; below it, each block.
pub(super) const NEAR: f32 = 0.6;
/// As large as it gets.
const LARGEST: f32 = 1.6;
/// One step larger.
const STEP: f32 = 1.25;

/// What is looked at: the point in the middle, and how large.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapView {
    pub x: f32,
    pub y: f32,
    pub zoom: f32,
}

/// A way to look elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapMove {
    Larger,
    Smaller,
    Whole,
    Left,
    Right,
    Up,
    Down,
}

impl MapView {
    /// All of it, in a pane of this size.
    pub fn whole(map: &Map, pane: Vec2) -> Self {
        Self { x: map.width / 2.0, y: map.height / 2.0, zoom: fitting(map, pane) }
    }

    /// One thing in the middle, from nearby.
    pub fn at(map: &Map, node: usize) -> Self {
        let area =
            map.nodes.get(node).map_or(Area { left: 0.0, top: 0.0, width: 0.0, height: 0.0 }, |n| n.area);
        // A heading stands over all of its block; what is looked at is where it begins.
        Self { x: area.left + area.width.min(map::WIDTH) / 2.0, y: area.top + area.height / 2.0, zoom: 1.0 }
    }

    /// A page from nearby, its heading at the top of the pane and its questions below.
    pub fn at_page(map: &Map, heading: usize, pane: Vec2) -> Self {
        let middle = Self::at(map, heading);
        let wide = map.nodes.get(heading).map_or(map::WIDTH, |node| node.area.width);
        // From its left edge, or in the middle where all of it has room.
        let along = (wide.min(pane.x / middle.zoom) - map::WIDTH.min(wide)) / 2.0;
        let down = (pane.y / 2.0 - map::HEIGHT * 0.75).max(0.0) / middle.zoom;
        Self { x: middle.x + along, y: middle.y + down, ..middle }
    }

    /// Where one looks after a move; by a third of the pane, or by one step of size.
    #[must_use]
    pub fn moved(self, map: &Map, pane: Vec2, by: MapMove) -> Self {
        let step = pane / 3.0 / self.zoom;
        let moved = match by {
            MapMove::Larger => Self { zoom: self.zoom * STEP, ..self },
            MapMove::Smaller => Self { zoom: self.zoom / STEP, ..self },
            MapMove::Whole => Self::whole(map, pane),
            MapMove::Left => Self { x: self.x - step.x, ..self },
            MapMove::Right => Self { x: self.x + step.x, ..self },
            MapMove::Up => Self { y: self.y - step.y, ..self },
            MapMove::Down => Self { y: self.y + step.y, ..self },
        };
        moved.within(map, pane)
    }

    /// Never further than the map goes, nor smaller than all of it.
    pub(super) fn within(self, map: &Map, pane: Vec2) -> Self {
        Self {
            x: self.x.clamp(0.0, map.width.max(0.0)),
            y: self.y.clamp(0.0, map.height.max(0.0)),
            zoom: self.zoom.clamp(fitting(map, pane).min(NEAR), LARGEST),
        }
    }
}

fn fitting(map: &Map, pane: Vec2) -> f32 {
    // A little smaller, so that nothing touches the edge.
    let fits = (pane.x / map.width.max(1.0)).min(pane.y / map.height.max(1.0));
    (fits * 0.96).clamp(0.02, 1.0)
}

#[cfg(test)]
mod tests {
    use eframe::egui::vec2;

    use super::*;

    fn map() -> Map {
        Map { nodes: Vec::new(), blocks: Vec::new(), width: 4000.0, height: 2000.0 }
    }

    #[test]
    fn a_view_stays_within_the_map_and_its_sizes() {
        let (map, pane) = (map(), vec2(1000.0, 400.0));
        let whole = MapView::whole(&map, pane);
        assert!((whole.zoom - 0.192).abs() < 0.001, "a little smaller than the pane");
        let mut view = whole;
        for _ in 0..50 {
            view = view.moved(&map, pane, MapMove::Larger).moved(&map, pane, MapMove::Right);
        }
        assert!((view.zoom - LARGEST).abs() < 0.001 && view.x <= map.width);
        for _ in 0..50 {
            view = view.moved(&map, pane, MapMove::Smaller).moved(&map, pane, MapMove::Up);
        }
        assert!((view.zoom - whole.zoom).abs() < 0.001 && view.y >= 0.0);
        assert_eq!(view.moved(&map, pane, MapMove::Whole), whole);
    }
}
