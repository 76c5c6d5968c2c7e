//! Folders as tests: what holds together loads, and what does not is told in the words written beside it.
//!
//! A folder under `invalid` is laid over `valid/minimal`. Its `change.txt` changes lines of it: a file's
//! name, then the text before with `- ` and the text after with `+ `, or `(gone)`; its `.ron` files are
//! added. What is found must read exactly as in `expected.txt`; `UPDATE_EXPECTED=1` writes that file.

mod proved;

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use levels_of_need::{
    folder::read_folder,
    framework::{Framework, RawFile, builtin, load},
};
use proptest::prelude::*;

fn root(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frameworks").join(below)
}

fn folders(kind: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root(kind)).unwrap();
    let mut found: Vec<_> = entries.map(|e| e.unwrap().path()).collect();
    found.sort();
    found
}

fn minimal() -> Vec<RawFile> {
    read_folder(&root("valid/minimal")).unwrap()
}

fn text(file: &RawFile) -> &str {
    std::str::from_utf8(&file.bytes).unwrap()
}

fn framework(files: Vec<RawFile>) -> Framework {
    let loaded = load(files);
    let report = loaded.report();
    loaded.framework.expect(&report)
}

/// The minimal framework with a folder's changes.
fn changed(folder: &Path) -> Vec<RawFile> {
    changed_from(minimal(), folder)
}

fn changed_from(mut files: Vec<RawFile>, folder: &Path) -> Vec<RawFile> {
    let changes = fs::read_to_string(folder.join("change.txt")).unwrap_or_default();
    let changes = changes.replace("\r\n", "\n");
    for change in changes.split("\n\n").filter(|c| !c.is_empty()) {
        let (path, change) = change.split_once('\n').unwrap();
        let at = files.iter().position(|f| f.path == path).unwrap();
        if change.trim() == "(gone)" {
            files.remove(at);
            continue;
        }
        let with = |sign: &str| {
            let lines = change.lines().filter_map(|l| l.strip_prefix(sign));
            lines.collect::<Vec<_>>().join("\n")
        };
        let (before, after) = (with("- "), with("+ "));
        let whole = text(&files[at]).replace("\r\n", "\n");
        assert_eq!(whole.matches(&before).count(), 1, "{}: `{before}`", folder.display());
        files[at].bytes = whole.replace(&before, &after).into_bytes();
    }
    files.extend(read_folder(folder).unwrap());
    files
}

#[test]
fn valid_folders_load_without_a_word() {
    for folder in folders("valid") {
        let loaded = load(read_folder(&folder).unwrap());
        assert!(loaded.diagnostics.is_empty(), "{}", loaded.report());
        assert!(loaded.framework.is_some());
    }
}

#[test]
fn invalid_folders_are_told_as_expected() {
    let update = env::var_os("UPDATE_EXPECTED").is_some();
    let mut wrong = Vec::new();
    for folder in folders("invalid") {
        let loaded = load(changed(&folder));
        let report = loaded.report();
        assert!(!loaded.diagnostics.is_empty(), "{}: no fault", folder.display());
        let place = folder.join("expected.txt");
        if update {
            fs::write(&place, &report).unwrap();
        }
        let expected = fs::read_to_string(&place).unwrap_or_default().replace("\r\n", "\n");
        if report != expected {
            wrong.push(format!("{}\n{report}", folder.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_errors_keep_a_framework_back() {
    let loaded = load(changed(&root("invalid/unused")));
    assert!(!loaded.diagnostics.is_empty());
    assert!(loaded.framework.is_some());
}

#[test]
fn the_order_in_which_files_are_read_does_not_matter() {
    let folder = root("invalid/several-files");
    let forwards = load(changed(&folder)).report();
    let mut files = changed(&folder);
    files.reverse();
    assert_eq!(load(files).report(), forwards);
}

#[test]
fn the_minimal_framework_is_what_its_author_wrote() {
    let loaded = load(minimal());
    assert_eq!(loaded.cases.len(), 1);
    let framework = loaded.framework.unwrap();
    let ids: Vec<_> = framework.questions.iter().map(|q| q.id.as_str()).collect();
    let expected = [
        "safety.danger",
        "neglect.food",
        "neglect.attendance",
        "neglect.home",
        "neglect.debt",
        "strengths.adult",
        "history.before",
    ];
    assert_eq!(ids, expected);
    let rules: Vec<_> = framework.rules.iter().map(|r| r.id.as_str()).collect();
    assert_eq!(rules, ["cluster", "school", "hunger", "decisive.danger"]);
    let home = &framework.questions[3];
    let steps: Vec<_> = home.steps.iter().map(|s| (s.id.as_str(), s.indicator.is_some())).collect();
    assert_eq!(steps, [("yes", false), ("no", true)], "here *no* is the worry");
    assert_eq!(framework.questions[4].opened_by.len(), 1);
    for (at, indicator) in framework.indicators.iter().enumerate() {
        let step = &framework[indicator.question].steps[indicator.step];
        assert_eq!(step.indicator.map(|i| i.0), Some(at));
    }
}

#[test]
fn the_fingerprint_does_not_see_how_files_are_laid_out() {
    let fingerprint = |files| framework(files).about.fingerprint;
    let plain = fingerprint(minimal());
    assert_eq!(plain.len(), 64);

    let renamed = minimal().into_iter().enumerate().map(|(n, mut file)| {
        if !file.path.starts_with("cases/") {
            file.path = format!("folder/{:02}.ron", 99 - n);
        }
        file
    });
    assert_eq!(fingerprint(renamed.collect()), plain, "other names, another order");

    let mut spaced = minimal();
    for file in &mut spaced {
        let text = text(file).replace('\n', " // a comment\r\n\r\n");
        file.bytes = format!("\u{feff}{text}").into_bytes();
    }
    assert_eq!(fingerprint(spaced), plain, "other spaces and comments");

    let mut split = minimal();
    let at = split.iter().position(|f| f.path == "indicators.ron").unwrap();
    let text_of = text(&split[at]).to_owned();
    let (first, rest) = text_of.split_once("    (id: \"absent\"").unwrap();
    split[at].bytes = format!("{first}])").into_bytes();
    split.push(RawFile {
        path: "a/other.ron".to_owned(),
        bytes: format!("Indicators([(id: \"absent\"{rest}").into_bytes(),
    });
    assert_eq!(fingerprint(split), plain, "one file made two");
}

#[test]
fn the_fingerprint_sees_the_framework_and_neither_cases_nor_contacts() {
    let plain = framework(minimal()).about.fingerprint;
    let with = |path: &str, before: &str, after: &str| {
        let mut files = minimal();
        let file = files.iter_mut().find(|f| f.path == path).unwrap();
        assert!(text(file).contains(before));
        file.bytes = text(file).replace(before, after).into_bytes();
        framework(files).about.fingerprint
    };
    assert_eq!(with("contacts.ron", "0100 000", "0100 001"), plain);
    assert_eq!(with("cases/one.ron", "others", "nobody"), plain);
    assert_eq!(with("glossary.ron", "Glossary(", "/* c */\n\n  Glossary("), plain);
    assert_ne!(with("rules.ron", "Several needs", "Many needs"), plain);
    assert_ne!(with("rules.ron", "AtLeast(1,", "AtLeast(2,"), plain);
    assert_ne!(with("lists.ron", "amount: 3", "amount: 2"), plain);
    assert_ne!(with("framework.ron", "value: 90", "value: 95"), plain);
}

#[test]
fn a_file_cut_off_anywhere_is_told_and_never_a_panic() {
    let files = minimal();
    for (at, file) in files.iter().enumerate() {
        if file.path.starts_with("cases/") {
            continue;
        }
        for length in (1..file.bytes.len() - 2).step_by(7) {
            let mut cut = files.clone();
            cut[at].bytes.truncate(length);
            let loaded = load(cut);
            assert!(loaded.framework.is_none(), "{} cut at {length}", file.path);
            loaded.report();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(400)
    })]

    #[test]
    fn a_changed_byte_is_never_a_panic(file in 0..12_usize, place in any::<prop::sample::Index>(), byte: u8) {
        let mut files = minimal();
        let bytes = &mut files[file].bytes;
        let at = place.index(bytes.len());
        bytes[at] = byte;
        load(files).report();
    }

    #[test]
    fn any_text_is_never_a_panic(text in "[\\[\\](){}:,\"'/*#!r a-z0-9.\\\\“\u{a0}é\n-]{0,80}") {
        let mut files = minimal();
        files.push(RawFile { path: "any.ron".to_owned(), bytes: text.into_bytes() });
        load(files).report();
    }
}

#[test]
fn hostile_files_are_told_soon_and_never_a_panic() {
    let many = |word: &str| word.repeat(300_000 / word.len());
    let id = "(id: \"a\", amount: 1, unit: Hours, from: \"b\", source: (document: \"x\")),";
    let texts = [
        many("["),
        many("("),
        many("Any(["),
        many("\""),
        many("/*"),
        many("r#"),
        many("'"),
        many("\\"),
        many("\u{202e}"),
        format!("Clocks([{}])", many(id)),
        format!("Clocks([{}])", many("(x: 1),")),
        format!("Clocks([{}])", many("(id: \"a\" amount = 1),")),
        format!("Rules([Advise(when: {}", many("All([")),
    ];
    for text in texts {
        let started = std::time::Instant::now();
        let mut files = minimal();
        files.push(RawFile { path: "any.ron".to_owned(), bytes: text.into_bytes() });
        let loaded = load(files);
        assert!(loaded.framework.is_none());
        loaded.report();
        assert!(started.elapsed().as_secs() < 20);
    }
}

#[test]
fn embedded_frameworks_are_those_of_the_folder() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("frameworks");
    for id in builtin::ids() {
        let embedded = builtin::files(id).unwrap();
        let on_disk = read_folder(&root.join(id)).unwrap();
        assert!(embedded == on_disk, "`{id}` is embedded as it was");
        assert!(embedded.iter().any(|f| f.path == "framework.ron"), "{id}");
    }
    assert_eq!(builtin::files("nowhere"), None);
}

/// Reads the folder named by the environment and tells what is wrong with it: for authors.
#[test]
fn the_folder_in_the_environment() -> io::Result<()> {
    let Some(folder) = env::var_os("FRAMEWORK_FOLDER") else {
        return Ok(());
    };
    let loaded = load(read_folder(Path::new(&folder)).map_err(io::Error::other)?);
    println!("{}", loaded.report());
    Ok(())
}
