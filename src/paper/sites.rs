//! What places on the body are called, as a health visitor would say it.

use crate::case::{Site, site::BodyView};

macro_rules! names {
    ($($key:ident $site:ident: $text:expr,)+) => {
        crate::keyed! {
            /// The names of places on the body.
            SiteNames { $($key: $text,)+ }
        }

        /// A place in words: `left cheek`. Left and right are the child's own.
        pub fn name(site: Site) -> &'static str {
            let names = SiteNames::ENGLISH;
            match site { $(Site::$site => names.$key,)+ }
        }
    };
}

names! {
    forehead Forehead: "forehead",
    left_temple LeftTemple: "left temple",
    right_temple RightTemple: "right temple",
    left_eye LeftEye: "left eye or eyelid",
    right_eye RightEye: "right eye or eyelid",
    nose Nose: "nose",
    left_cheek LeftCheek: "left cheek",
    right_cheek RightCheek: "right cheek",
    left_ear LeftEar: "left ear",
    right_ear RightEar: "right ear",
    mouth Mouth: "lips or mouth",
    left_jaw LeftJaw: "left jaw",
    right_jaw RightJaw: "right jaw",
    chin Chin: "chin",
    top_of_head TopOfHead: "top of the head",
    back_of_head BackOfHead: "back of the head",
    behind_left_ear BehindLeftEar: "behind the left ear",
    behind_right_ear BehindRightEar: "behind the right ear",
    back_of_neck BackOfNeck: "back of the neck",
    front_of_neck FrontOfNeck: "front of the neck",
    left_shoulder LeftShoulder: "left shoulder",
    right_shoulder RightShoulder: "right shoulder",
    left_chest LeftChest: "left side of the chest",
    right_chest RightChest: "right side of the chest",
    tummy Tummy: "tummy",
    left_flank LeftFlank: "left side of the body",
    right_flank RightFlank: "right side of the body",
    left_upper_arm LeftUpperArm: "left upper arm",
    right_upper_arm RightUpperArm: "right upper arm",
    left_forearm LeftForearm: "left forearm",
    right_forearm RightForearm: "right forearm",
    left_palm LeftPalm: "palm of the left hand",
    right_palm RightPalm: "palm of the right hand",
    groin Groin: "groin or genital area",
    left_thigh LeftThigh: "left thigh",
    right_thigh RightThigh: "right thigh",
    left_knee LeftKnee: "left knee",
    right_knee RightKnee: "right knee",
    left_shin LeftShin: "left shin",
    right_shin RightShin: "right shin",
    left_foot LeftFoot: "top of the left foot",
    right_foot RightFoot: "top of the right foot",
    left_upper_back LeftUpperBack: "left upper back",
    right_upper_back RightUpperBack: "right upper back",
    lower_back LowerBack: "lower back",
    left_buttock LeftButtock: "left buttock",
    right_buttock RightButtock: "right buttock",
    back_of_left_arm BackOfLeftArm: "back of the left upper arm",
    back_of_right_arm BackOfRightArm: "back of the right upper arm",
    left_elbow LeftElbow: "left elbow",
    right_elbow RightElbow: "right elbow",
    back_of_left_forearm BackOfLeftForearm: "back of the left forearm",
    back_of_right_forearm BackOfRightForearm: "back of the right forearm",
    back_of_left_hand BackOfLeftHand: "back of the left hand",
    back_of_right_hand BackOfRightHand: "back of the right hand",
    back_of_left_thigh BackOfLeftThigh: "back of the left thigh",
    back_of_right_thigh BackOfRightThigh: "back of the right thigh",
    left_calf LeftCalf: "left calf",
    right_calf RightCalf: "right calf",
    left_heel LeftHeel: "heel or sole of the left foot",
    right_heel RightHeel: "heel or sole of the right foot",
}

crate::keyed! {
    /// The names of the pictures, and which way the child looks on them.
    ViewNames {
        head_front: "Head, front",
        head_back: "Head, back",
        body_front: "Body, front",
        body_back: "Body, back",
        front: "front",
        back: "back",
        childs_left: "child\u{2019}s left",
        childs_right: "child\u{2019}s right",
    }
}

/// A picture's name.
pub fn view(view: BodyView) -> &'static str {
    let names = ViewNames::ENGLISH;
    match view {
        BodyView::HeadFront => names.head_front,
        BodyView::HeadBack => names.head_back,
        BodyView::BodyFront => names.body_front,
        BodyView::BodyBack => names.body_back,
    }
}

/// A place with the picture it is on: `Left cheek, front`.
pub fn full(site: Site) -> String {
    let names = ViewNames::ENGLISH;
    let seen_from = if site.view().faces() { names.front } else { names.back };
    format!("{}, {seen_from}", capital(name(site)))
}

/// With a capital first.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::case::site::Side;

    #[test]
    fn no_two_places_are_called_the_same_and_each_says_its_side() {
        let names: BTreeSet<String> = Site::ALL.iter().map(|&site| full(site)).collect();
        assert_eq!(names.len(), Site::ALL.len());
        assert!((40..=65).contains(&names.len()), "{}", names.len());
        for &site in Site::ALL {
            let said = (name(site).contains("left"), name(site).contains("right"));
            let side = site.side();
            assert_eq!(said, (side == Side::Left, side == Side::Right), "{}", name(site));
        }
        assert_eq!(full(Site::LeftCheek), "Left cheek, front");
    }
}
