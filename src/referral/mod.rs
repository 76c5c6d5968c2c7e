//! What leaves the program: an assessment becomes a summary, and the summary a document in five formats.

pub mod document;
