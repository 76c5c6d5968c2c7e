//! What is said when the program itself is at fault: where in its source, and never with what words.
//!
//! A panic's own message may quote what somebody typed.

use std::{
    io::{self, Write as _},
    panic,
};

/// Which program this is, for whoever looks for the fault.
const BUILD: &str = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));

/// From now on a fault is told by its place alone.
pub fn tell_places_only() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(|at| (at.file(), at.line()));
        // Where even standard error is closed there is nobody left to tell.
        writeln!(io::stderr().lock(), "{}", told(place)).ok();
    }));
}

fn told(place: Option<(&str, u32)>) -> String {
    match place {
        Some((file, line)) => format!("{BUILD}: a fault at {}:{line}", of_its_crate(file)),
        None => format!("{BUILD}: a fault"),
    }
}

/// A source file from its crate's folder on: what stands before is a place on the machine that built it.
fn of_its_crate(file: &str) -> &str {
    let folders: Vec<&str> = file.split(['/', '\\']).collect();
    let source = folders.iter().rposition(|folder| *folder == "src");
    let kept = folders[source.map_or(folders.len() - 1, |at| at.saturating_sub(1))..].iter();
    let length = kept.map(|folder| folder.len() + 1).sum::<usize>().saturating_sub(1);
    &file[file.len() - length..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_by_its_place_in_its_crate() {
        for (file, kept) in [
            ("src/app/mod.rs", "src/app/mod.rs"),
            ("/home/somebody/crates/epaint-0.37.0/src/text/fonts.rs", "epaint-0.37.0/src/text/fonts.rs"),
            ("C:\\Users\\somebody\\egui-0.37.0\\src\\lib.rs", "egui-0.37.0\\src\\lib.rs"),
            ("/home/somebody/build.rs", "build.rs"),
        ] {
            assert_eq!(of_its_crate(file), kept);
        }
        assert!(told(Some(("src/a.rs", 7))).ends_with(": a fault at src/a.rs:7"));
    }
}
