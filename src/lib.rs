//! The parts of Levels of Need that need no window.

pub mod referral;
