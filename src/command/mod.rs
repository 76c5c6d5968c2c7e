//! The command line, and the doors to the disk that it opens.

pub mod folder;
