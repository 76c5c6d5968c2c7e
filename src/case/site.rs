//! Named places on the body: a fixed list, so that every paper and picture means the same place.

use serde::{Deserialize, Serialize};

/// One of the four pictures that together show the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BodyView {
    HeadFront,
    HeadBack,
    BodyFront,
    BodyBack,
}

/// The child's own left or right, whoever looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    Left,
    Middle,
    Right,
}

macro_rules! sites {
    ($($site:ident: $view:ident $side:ident,)+) => {
        /// A place on the body. Left and right are the child's own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Site { $($site,)+ }

        impl Site {
            /// Every place, from the head down, the front before the back.
            pub const ALL: &'static [Self] = &[$(Self::$site,)+];

            /// The picture it is shown on.
            pub fn view(self) -> BodyView {
                match self { $(Self::$site => BodyView::$view,)+ }
            }

            /// The child's own side.
            pub fn side(self) -> Side {
                match self { $(Self::$site => Side::$side,)+ }
            }
        }
    };
}

sites! {
    Forehead: HeadFront Middle,
    LeftTemple: HeadFront Left,
    RightTemple: HeadFront Right,
    LeftEye: HeadFront Left,
    RightEye: HeadFront Right,
    Nose: HeadFront Middle,
    LeftCheek: HeadFront Left,
    RightCheek: HeadFront Right,
    LeftEar: HeadFront Left,
    RightEar: HeadFront Right,
    Mouth: HeadFront Middle,
    LeftJaw: HeadFront Left,
    RightJaw: HeadFront Right,
    Chin: HeadFront Middle,
    TopOfHead: HeadBack Middle,
    BackOfHead: HeadBack Middle,
    BehindLeftEar: HeadBack Left,
    BehindRightEar: HeadBack Right,
    BackOfNeck: HeadBack Middle,
    FrontOfNeck: BodyFront Middle,
    LeftShoulder: BodyFront Left,
    RightShoulder: BodyFront Right,
    LeftChest: BodyFront Left,
    RightChest: BodyFront Right,
    Tummy: BodyFront Middle,
    LeftFlank: BodyFront Left,
    RightFlank: BodyFront Right,
    LeftUpperArm: BodyFront Left,
    RightUpperArm: BodyFront Right,
    LeftForearm: BodyFront Left,
    RightForearm: BodyFront Right,
    LeftPalm: BodyFront Left,
    RightPalm: BodyFront Right,
    Groin: BodyFront Middle,
    LeftThigh: BodyFront Left,
    RightThigh: BodyFront Right,
    LeftKnee: BodyFront Left,
    RightKnee: BodyFront Right,
    LeftShin: BodyFront Left,
    RightShin: BodyFront Right,
    LeftFoot: BodyFront Left,
    RightFoot: BodyFront Right,
    LeftUpperBack: BodyBack Left,
    RightUpperBack: BodyBack Right,
    LowerBack: BodyBack Middle,
    LeftButtock: BodyBack Left,
    RightButtock: BodyBack Right,
    BackOfLeftArm: BodyBack Left,
    BackOfRightArm: BodyBack Right,
    LeftElbow: BodyBack Left,
    RightElbow: BodyBack Right,
    BackOfLeftForearm: BodyBack Left,
    BackOfRightForearm: BodyBack Right,
    BackOfLeftHand: BodyBack Left,
    BackOfRightHand: BodyBack Right,
    BackOfLeftThigh: BodyBack Left,
    BackOfRightThigh: BodyBack Right,
    LeftCalf: BodyBack Left,
    RightCalf: BodyBack Right,
    LeftHeel: BodyBack Left,
    RightHeel: BodyBack Right,
}

impl BodyView {
    /// Every picture, the head before the body.
    pub const ALL: [Self; 4] = [Self::HeadFront, Self::HeadBack, Self::BodyFront, Self::BodyBack];

    /// Whether the child faces whoever looks, so that the child's left is on the right.
    pub fn faces(self) -> bool {
        matches!(self, Self::HeadFront | Self::BodyFront)
    }
}
