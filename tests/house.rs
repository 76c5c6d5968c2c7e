//! The house's own rules, read from its source: which room may know which.

mod never;

use std::{
    fs,
    path::{Path, PathBuf},
};

use levels_of_need::framework::builtin;

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The room a file stands in: its folder or file below `src`.
fn room(path: &Path) -> String {
    let below = path.strip_prefix(source()).unwrap();
    let first = below.iter().next().unwrap().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

/// A file without its comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn nothing_below_the_window_knows_of_a_window() {
    for path in files(&source()) {
        if room(&path) == "app" {
            continue;
        }
        let code = code(&path);
        for word in ["egui", "eframe", "rfd"] {
            assert!(!code.contains(word), "{} names {word}", path.display());
        }
    }
}

#[test]
fn arrows_run_one_way() {
    let may_know: &[(&str, &[&str])] = &[
        ("keyed", &[]),
        ("words", &["keyed"]),
        ("decode", &[]),
        ("framework", &["framework", "decode"]),
        ("case", &["case", "framework", "decode"]),
        ("vault", &["vault", "case"]),
        ("assess", &["assess", "case", "framework"]),
        ("proof", &["proof", "assess", "case", "framework"]),
        ("areas", &["areas", "assess", "case", "framework", "keyed"]),
        ("batch", &["batch", "assess", "case", "decode", "framework", "keyed"]),
        ("editions", &["editions", "assess", "case", "framework", "keyed"]),
        ("folder", &["framework"]),
        ("search", &["search", "framework"]),
        ("map", &["map", "framework"]),
        ("paper", &["paper", "case", "keyed"]),
        ("handbook", &["handbook", "paper", "framework", "keyed"]),
        ("referral", &["referral", "paper", "assess", "case", "framework", "keyed"]),
        ("system_fonts", &["paper"]),
        ("training", &["training", "paper", "assess", "case", "decode", "framework", "keyed"]),
        (
            "command",
            &[
                "command",
                "areas",
                "batch",
                "editions",
                "handbook",
                "referral",
                "paper",
                "proof",
                "assess",
                "case",
                "folder",
                "framework",
                "keyed",
                "system_fonts",
                "training",
                "vault",
            ],
        ),
        (
            "app",
            &[
                "app",
                "areas",
                "editions",
                "words",
                "handbook",
                "referral",
                "paper",
                "assess",
                "case",
                "folder",
                "framework",
                "keyed",
                "map",
                "search",
                "system_fonts",
                "training",
                "vault",
            ],
        ),
    ];
    for path in files(&source()) {
        let here = room(&path);
        let Some((_, known)) = may_know.iter().find(|(room, _)| *room == here) else {
            continue;
        };
        for named in rooms_named(&code(&path)) {
            let fine = known.contains(&named.as_str());
            assert!(fine, "{} knows of {named}, which {here} may not", path.display());
        }
    }
}

/// The rooms that `crate::` paths lead to.
fn rooms_named(code: &str) -> Vec<String> {
    let mut named = Vec::new();
    for part in code.split("crate::").skip(1) {
        let part = part.trim_start();
        if let Some(list) = part.strip_prefix('{') {
            let mut depth = 1;
            let mut word = String::new();
            for c in list.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                if c.is_alphanumeric() || c == '_' {
                    if depth == 1 {
                        word.push(c);
                    }
                } else if !word.is_empty() {
                    named.push(std::mem::take(&mut word));
                }
                // What follows a room's name is inside it.
                if depth == 0 {
                    break;
                }
            }
        } else {
            named.push(part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    let rooms = [
        "app",
        "areas",
        "assess",
        "batch",
        "case",
        "command",
        "decode",
        "editions",
        "folder",
        "framework",
        "handbook",
        "keyed",
        "map",
        "paper",
        "proof",
        "referral",
        "search",
        "system_fonts",
        "training",
        "vault",
        "words",
    ];
    named.retain(|name| rooms.contains(&name.as_str()));
    named
}

#[test]
fn every_file_says_in_its_first_line_what_it_is() {
    for path in files(&source()) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{} opens without a sentence", path.display());
    }
}

#[test]
fn a_file_is_a_room_that_one_person_can_hold_in_mind() {
    for path in files(&source()) {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 420, "{} has {lines} lines: has a second thing moved in?", path.display());
    }
}

/// Only these touch the disk: whatever else needs a file's bytes is given them.
#[test]
fn few_rooms_touch_the_disk() {
    for path in files(&source()) {
        let below = path.strip_prefix(source()).unwrap().display().to_string().replace('\\', "/");
        let may = room(&path) == "app"
            || room(&path) == "command"
            || below == "case/file.rs"
            || below == "folder.rs"
            || below == "vault/disk.rs"
            || below == "vault/lock.rs";
        if may {
            continue;
        }
        let code = code(&path);
        let code = code.split("#[cfg(test)]").next().unwrap();
        for word in ["std::fs", "fs::", "File::"] {
            assert!(!code.contains(word), "{} touches the disk: {word}", path.display());
        }
    }
}

/// Every key of the tables of words is used somewhere: a text that nobody sees is only kept by mistake.
#[test]
fn every_word_in_the_tables_is_said_somewhere() {
    let all: String = files(&source()).iter().map(|path| code(path)).collect();
    let said = |key: &str| {
        let found = |pattern: &str| {
            all.match_indices(pattern).any(|(at, _)| {
                let rest = &all[at + pattern.len()..];
                !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_')
            })
        };
        found(&format!(".{key}")) || found(&format!(" {key},")) || found(&format!("{{ {key}"))
    };
    let words = levels_of_need::words::ENGLISH.all();
    let words = words.iter().map(|(key, _)| key.split('.').next_back().unwrap());
    let labels = levels_of_need::referral::labels::Labels::ENGLISH.all();
    let handbook = levels_of_need::handbook::words::Handbook::ENGLISH.all();
    let agreement = levels_of_need::training::agreement::words::Agreement::ENGLISH.all();
    let papers = levels_of_need::training::papers::words::Papers::ENGLISH.all();
    let record = levels_of_need::training::words::Record::ENGLISH.all();
    let areas = levels_of_need::areas::words::Areas::ENGLISH.all();
    let batch = levels_of_need::batch::words::Batch::ENGLISH.all();
    let editions = levels_of_need::editions::words::Editions::ENGLISH.all();
    let labels = labels
        .iter()
        .chain(&handbook)
        .chain(&record)
        .chain(&agreement)
        .chain(&papers)
        .chain(&areas)
        .chain(&batch)
        .chain(&editions)
        .map(|(key, _)| *key);
    let unsaid: Vec<&str> = words.chain(labels).filter(|key| !said(key)).collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");
}

/// What belongs to an area stands in its framework: no level, pathway, telephone number or deadline is in the code.
///
/// The national emergency number is not an area's: it must be there before any framework is read.
#[test]
fn nothing_of_an_area_stands_in_the_code() {
    let frameworks = builtin::ids().into_iter().map(|id| builtin::read(id).unwrap());
    let theirs: Vec<String> = frameworks
        .flat_map(|f| {
            let ids = f.pathways.iter().map(|p| format!("\"{}\"", p.id));
            let levels = f.levels.iter().flat_map(|l| [format!("\"{}\"", l.id), l.label.clone()]);
            ids.chain(levels).collect::<Vec<_>>()
        })
        .collect();
    for path in
        files(&source()).iter().filter(|path| !path.ends_with("fixture.rs") && !path.ends_with("tests.rs"))
    {
        let code = code(path);
        let code = code.split("#[cfg(test)]").next().unwrap();
        let place = path.display();
        for theirs in &theirs {
            assert!(!code.contains(theirs.as_str()), "{place} knows {theirs}");
        }
        for unit in [" working day", " calendar day", " hours from"] {
            let counted = |at: usize| code[..at].ends_with(|c: char| c.is_ascii_digit());
            assert!(!code.match_indices(unit).any(|(at, _)| counted(at)), "{place} holds a deadline");
        }
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
        let number =
            |text: &str| text.starts_with('0') && digits(text) + usize::from(text.contains(' ')) >= 11;
        let texts = code.split(|c: char| !c.is_ascii_digit() && c != ' ').map(str::trim);
        let numbers: Vec<&str> = texts.filter(|text| number(text)).collect();
        assert!(numbers.is_empty(), "{place} holds a telephone number: {numbers:?}");
    }
}

/// Words that must never stand about a child, on screen or on paper.
#[test]
fn no_word_is_said_that_must_not_be() {
    let words = levels_of_need::words::ENGLISH.all();
    let labels = levels_of_need::referral::labels::Labels::ENGLISH.all();
    let handbook = levels_of_need::handbook::words::Handbook::ENGLISH.all();
    let agreement = levels_of_need::training::agreement::words::Agreement::ENGLISH.all();
    let papers = levels_of_need::training::papers::words::Papers::ENGLISH.all();
    let record = levels_of_need::training::words::Record::ENGLISH.all();
    let areas = levels_of_need::areas::words::Areas::ENGLISH.all();
    let batch = levels_of_need::batch::words::Batch::ENGLISH.all();
    let editions = levels_of_need::editions::words::Editions::ENGLISH.all();
    let labels = labels.iter().chain(&handbook).chain(&record).chain(&agreement).chain(&papers).chain(&areas);
    let labels = labels.chain(&batch).chain(&editions);
    let labels = labels.map(|(key, text)| ((*key).to_owned(), *text));
    for (key, text) in words.into_iter().chain(labels) {
        assert!(never::said_in(text).is_empty(), "{key}: {text}");
    }
    assert_eq!(never::said_in("A low-risk child is SAFE."), ["safe", "low risk"], "the list itself bites");
}
