//! Cases in a room: what a group answers, and how far it agrees.

pub mod agreement;
pub mod compare;
pub mod figures;
pub mod file;
pub mod own;
pub mod papers;
pub mod past;
pub mod record;
pub mod session;
pub mod sheet;
pub mod split;
pub mod spread;
pub mod story;
pub mod words;
