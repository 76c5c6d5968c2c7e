//! The body map's drawing: outlines and places as plain numbers, for the window, the PDF and the web page.
//!
//! A picture is 100 units wide; a head is 100 high and a body 200. It shows any child, and no child.

use crate::case::{
    Site,
    site::{BodyView, Side},
};

/// Units across a picture.
pub const WIDTH: f32 = 100.0;

/// Units down a picture.
pub fn height(view: BodyView) -> f32 {
    match view {
        BodyView::HeadFront | BodyView::HeadBack => 100.0,
        BodyView::BodyFront | BodyView::BodyBack => 200.0,
    }
}

/// Where a place stands on its picture: an ellipse.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    pub x: f32,
    pub y: f32,
    pub rx: f32,
    pub ry: f32,
}

/// Half an outline, from the middle above round to the middle below: distance from the middle, and depth.
const HEAD: &[(f32, f32)] = &[
    (0.0, 3.0),
    (14.0, 5.0),
    (26.0, 13.0),
    (32.0, 26.0),
    (32.5, 38.0),
    (37.0, 38.0),
    (41.0, 44.0),
    (39.0, 55.0),
    (34.0, 59.0),
    (31.0, 62.0),
    (29.0, 73.0),
    (21.0, 86.0),
    (10.0, 94.0),
    (0.0, 95.5),
];

const BODY: &[(f32, f32)] = &[
    (0.0, 2.0),
    (9.0, 4.0),
    (14.0, 12.0),
    (14.5, 21.0),
    (11.5, 30.0),
    (7.0, 36.0),
    (6.5, 41.0),
    (9.0, 44.0),
    (18.0, 47.0),
    (24.5, 51.0),
    (28.0, 60.0),
    (31.0, 76.0),
    (35.5, 92.0),
    (39.0, 103.0),
    (43.0, 111.0),
    (42.0, 119.0),
    (36.0, 121.0),
    (32.0, 115.0),
    (31.0, 106.0),
    (26.0, 94.0),
    (22.0, 80.0),
    (19.5, 66.0),
    (19.0, 80.0),
    (19.5, 92.0),
    (21.0, 104.0),
    (20.5, 122.0),
    (18.0, 142.0),
    (18.5, 158.0),
    (16.5, 178.0),
    (18.5, 190.0),
    (17.0, 197.0),
    (7.0, 197.0),
    (5.0, 190.0),
    (6.5, 178.0),
    (4.5, 158.0),
    (5.0, 142.0),
    (2.5, 124.0),
    (0.0, 111.0),
];

/// How many straight pieces are drawn from one point of an outline to the next.
const FINENESS: u8 = 6;

/// A picture's outline, closed, as a fine line.
pub fn outline(view: BodyView) -> Vec<(f32, f32)> {
    let half = match view {
        BodyView::HeadFront | BodyView::HeadBack => HEAD,
        BodyView::BodyFront | BodyView::BodyBack => BODY,
    };
    let middle = WIDTH / 2.0;
    let right = half.iter().map(|&(from, y)| (middle + from, y));
    let inner = half.iter().skip(1).rev().skip(1);
    let left = inner.map(|&(from, y)| (middle - from, y));
    smooth(&right.chain(left).collect::<Vec<_>>())
}

/// A smooth line through points that close a ring.
fn smooth(ring: &[(f32, f32)]) -> Vec<(f32, f32)> {
    let count = ring.len();
    let at = |index: usize| ring[index % count];
    let mut line = Vec::new();
    for here in 0..count {
        let (before, from, to, after) = (at(here + count - 1), at(here), at(here + 1), at(here + 2));
        for step in 0..FINENESS {
            let t = f32::from(step) / f32::from(FINENESS);
            let along = |a: f32, b: f32, c: f32, d: f32| {
                // Half the usual pull, so that narrow places do not swell.
                let (into, out) = ((c - a) * 0.35, (d - b) * 0.35);
                let (t2, t3) = (t * t, t * t * t);
                (2.0 * t3 - 3.0 * t2 + 1.0) * b
                    + (t3 - 2.0 * t2 + t) * into
                    + (3.0 * t2 - 2.0 * t3) * c
                    + (t3 - t2) * out
            };
            line.push((along(before.0, from.0, to.0, after.0), along(before.1, from.1, to.1, after.1)));
        }
    }
    line
}

/// Where a place stands; the child's left is on the right where the child faces whoever looks.
pub fn spot(site: Site) -> Spot {
    let (from, y, rx, ry) = half(site);
    let sign = match (site.side(), site.view().faces()) {
        (Side::Middle, _) => 0.0,
        (Side::Left, true) | (Side::Right, false) => 1.0,
        (Side::Right, true) | (Side::Left, false) => -1.0,
    };
    Spot { x: WIDTH / 2.0 + sign * from, y, rx, ry }
}

/// Distance from the middle, depth, half the width and half the height.
fn half(site: Site) -> (f32, f32, f32, f32) {
    use Site as S;
    match site {
        S::Forehead => (0.0, 21.0, 15.0, 7.0),
        S::LeftTemple | S::RightTemple => (24.0, 26.0, 6.0, 6.0),
        S::LeftEye | S::RightEye => (14.0, 40.0, 8.0, 5.0),
        S::Nose => (0.0, 51.0, 5.5, 8.0),
        S::LeftCheek | S::RightCheek => (18.0, 56.0, 8.5, 7.5),
        S::LeftEar | S::RightEar => (37.0, 48.0, 5.0, 8.0),
        S::Mouth => (0.0, 70.0, 11.0, 5.0),
        S::LeftJaw | S::RightJaw => (20.5, 73.0, 6.5, 6.5),
        S::Chin => (0.0, 85.5, 9.0, 5.5),
        S::TopOfHead => (0.0, 15.0, 15.0, 7.0),
        S::BackOfHead => (0.0, 43.0, 18.0, 14.0),
        S::BehindLeftEar | S::BehindRightEar => (27.5, 52.0, 6.0, 9.0),
        S::BackOfNeck => (0.0, 82.0, 13.0, 8.0),
        S::FrontOfNeck => (0.0, 41.5, 5.5, 5.0),
        S::LeftShoulder | S::RightShoulder => (20.5, 53.5, 6.0, 5.0),
        S::LeftChest | S::RightChest => (8.0, 61.0, 6.5, 7.5),
        S::Tummy => (0.0, 85.0, 8.5, 10.0),
        S::LeftFlank | S::RightFlank => (14.5, 81.0, 5.0, 8.5),
        S::LeftUpperArm | S::RightUpperArm => (25.0, 69.0, 5.0, 8.0),
        S::LeftForearm | S::RightForearm => (31.0, 91.0, 5.0, 8.0),
        S::LeftPalm | S::RightPalm | S::BackOfLeftHand | S::BackOfRightHand => (37.0, 111.5, 5.5, 6.0),
        S::Groin => (0.0, 104.0, 6.5, 5.0),
        S::LeftThigh | S::RightThigh => (11.5, 124.0, 6.5, 9.5),
        S::LeftKnee | S::RightKnee => (11.5, 146.0, 6.0, 5.5),
        S::LeftShin | S::RightShin => (11.5, 166.0, 5.5, 9.5),
        S::LeftFoot | S::RightFoot | S::LeftHeel | S::RightHeel => (12.0, 190.5, 6.0, 5.5),
        S::LeftUpperBack | S::RightUpperBack => (8.5, 61.0, 7.0, 9.0),
        S::LowerBack => (0.0, 86.0, 13.0, 8.0),
        S::LeftButtock | S::RightButtock => (9.5, 106.0, 8.0, 7.5),
        S::BackOfLeftArm | S::BackOfRightArm => (24.5, 66.0, 5.0, 6.5),
        S::LeftElbow | S::RightElbow => (27.5, 80.5, 5.0, 5.0),
        S::BackOfLeftForearm | S::BackOfRightForearm => (32.0, 95.0, 5.0, 7.0),
        S::BackOfLeftThigh | S::BackOfRightThigh => (11.5, 130.0, 6.5, 10.0),
        S::LeftCalf | S::RightCalf => (11.5, 162.0, 6.0, 10.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_stands_on_the_childs_own_side() {
        let middle = WIDTH / 2.0;
        assert!(spot(Site::LeftCheek).x > middle, "a child who faces you has the left on your right");
        assert!(spot(Site::LeftElbow).x < middle, "and from behind on your left");
        assert!((spot(Site::Nose).x - middle).abs() < f32::EPSILON);
    }

    #[test]
    fn places_of_one_picture_do_not_overlap_and_stay_on_it() {
        for &one in Site::ALL {
            let a = spot(one);
            assert!(a.x - a.rx >= 0.0 && a.x + a.rx <= WIDTH, "{one:?}");
            assert!(a.y - a.ry >= 0.0 && a.y + a.ry <= height(one.view()), "{one:?}");
            assert!(a.rx >= 5.0 && a.ry >= 5.0, "{one:?} is too small to press");
            for &other in Site::ALL.iter().filter(|o| **o != one && o.view() == one.view()) {
                let b = spot(other);
                // Inside each other's middle would be two buttons in one place.
                let apart = ((a.x - b.x) / (a.rx + b.rx)).powi(2) + ((a.y - b.y) / (a.ry + b.ry)).powi(2);
                assert!(apart >= 0.95, "{one:?} and {other:?}: {apart}");
            }
        }
    }

    #[test]
    fn outlines_close_and_are_the_same_on_both_sides() {
        for view in BodyView::ALL {
            let line = outline(view);
            let width = |side: f32| line.iter().map(|(x, _)| (x - 50.0) * side).fold(0.0, f32::max);
            assert!((width(1.0) - width(-1.0)).abs() < 0.01, "{view:?}");
            assert!(line.iter().all(|&(x, y)| (0.0..=WIDTH).contains(&x) && y >= 0.0 && y <= height(view)));
        }
    }
}
