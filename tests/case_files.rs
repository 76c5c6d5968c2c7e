//! Folders as tests: every file that is no case is told in the words written beside it, with its line, and none
//! of it is quoted; every file that ever was a case still opens.
//!
//! A folder under `invalid` holds `case.ron` and what is said of it, and one under `valid` only the file.
//! `UPDATE_EXPECTED=1` writes the words.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    time::Instant,
};

use levels_of_need::{
    assess::{self, assessment::Note},
    case::{
        Answer, Case,
        file::{self, CaseError},
    },
    framework::{self, Framework, builtin},
};

/// A name that stands in every bad file: it must be in no message.
const CHILD: &str = "Zzsecret";

fn folders(kind: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/case-files").join(kind);
    let entries = fs::read_dir(root).unwrap();
    let mut found: Vec<_> = entries.map(|e| e.unwrap().path()).collect();
    found.sort();
    found
}

fn valid(name: &str) -> Case {
    let folders = folders("valid");
    let folder = folders.iter().find(|f| f.ends_with(name)).unwrap();
    file::open(&folder.join("case.ron")).unwrap()
}

fn liverpool() -> Framework {
    framework::load(builtin::files("liverpool").unwrap()).framework.unwrap()
}

#[test]
fn bad_files_are_told_as_expected_and_never_quoted() {
    let update = env::var_os("UPDATE_EXPECTED").is_some();
    let mut wrong = Vec::new();
    let all = folders("invalid");
    assert!(all.len() >= 25);
    for folder in all {
        let path = folder.join("case.ron");
        let before = fs::read(&path).unwrap();
        let Err(fault) = file::open(&path) else {
            panic!("{} opens", folder.display());
        };
        let said = format!("{fault}\n");
        assert!(!said.contains(CHILD), "{said}");
        assert_eq!(fs::read(&path).unwrap(), before, "the file is left as it was");
        let place = folder.join("expected.txt");
        if update {
            fs::write(&place, &said).unwrap();
        }
        let expected = fs::read_to_string(&place).unwrap_or_default().replace("\r\n", "\n");
        if said != expected {
            wrong.push(format!("{}\n{said}", folder.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn good_files_open_and_come_back_as_they_were() {
    for folder in folders("valid") {
        let case = file::open(&folder.join("case.ron"));
        let case = case.unwrap_or_else(|fault| panic!("{}: {fault}", folder.display()));
        let again = file::read(file::to_text(&case).unwrap().as_bytes()).unwrap();
        assert_eq!(again, case, "{}", folder.display());
    }
}

#[test]
fn names_and_hidden_characters_are_kept_as_they_were_written() {
    let case = valid("names-with-joiners");
    let names: Vec<&str> = case.referral.people.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["\u{0645}\u{06CC}\u{200C}\u{0646}\u{0627}", "\u{0915}\u{094D}\u{200D}\u{0937}"]);
    let case = valid("hidden-characters");
    for c in ['\u{202E}', '\u{2066}', '\u{7}', '\u{FEFF}', '\u{E0041}', '\u{FFF9}'] {
        assert!(case.account.text.contains(c), "U+{:04X} is cleaned on paper and never lost", u32::from(c));
    }
    assert_eq!(valid("windows-line-ends").account.text, "One line\nand another", "as it was typed");
    assert_eq!(valid("line-ends-written-out").account.text, "One line\r\nand another\n");
}

#[test]
fn every_optional_field_may_be_absent() {
    let case = valid("oldest");
    assert!(case.answers.is_empty() && case.log.is_empty() && case.hour.is_none());
    assert!(assess::assess(&liverpool(), &case, case.as_of).unresolved.is_empty());
}

/// What is well written and says nothing that this framework knows is found and said, and stays in the file.
#[test]
fn what_does_not_resolve_is_said_and_kept() {
    let case = valid("nothing-resolves");
    let framework = liverpool();
    let assessment = assess::assess(&framework, &case, case.as_of);
    let said: Vec<&str> = assessment.unresolved.iter().map(framework::Id::as_str).collect();
    for id in ["no-such-question", "no-such-concern", "no-such-age", "no-such-role"] {
        assert!(said.contains(&id), "{id}");
    }
    let odd = case.answers.iter().filter(|a| framework.question(&a.question).is_some());
    let odd: Vec<&str> = odd.map(|a| a.question.as_str()).collect();
    assert!(odd.len() >= 3, "a rung that is not there, a number out of range, an answer of another kind");
    for id in odd {
        assert!(said.contains(&id), "{id}");
    }
    assert_eq!(file::read(file::to_text(&case).unwrap().as_bytes()).unwrap(), case);
}

#[test]
fn two_answers_to_one_question_are_said_and_the_more_worrying_stands() {
    let case = valid("answered-twice");
    let framework = liverpool();
    let twice = &case.answers[0].question;
    assert_eq!(case.answers.iter().filter(|a| a.question == *twice).count(), 2);
    let assessment = assess::assess(&framework, &case, case.as_of);
    let place = framework.question(twice).unwrap();
    assert!(assessment.notes.contains(&Note::AnsweredTwice(vec![place])), "{:?}", assessment.notes);
    let mut worse = case.clone();
    worse.answers.retain(|a| a.question != *twice || a.answer == Answer::Yes);
    assert_eq!(assess::span(&framework, &case), assess::span(&framework, &worse));
}

#[test]
fn what_is_no_file_is_refused_soon() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    assert!(matches!(file::open(folder.path()), Err(CaseError::NotAFile)));
    assert!(matches!(file::open(&folder.path().join("nowhere")), Err(CaseError::Open(_))));
    let vast = folder.path().join("vast.ron");
    // Sparse: it takes no room on the disk.
    fs::File::create(&vast)?.set_len(10 << 30)?;
    let started = Instant::now();
    assert!(matches!(file::open(&vast), Err(CaseError::TooLarge)));
    assert!(started.elapsed().as_millis() < 1000, "it was not read");
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_pipe_a_device_and_what_may_not_be_read_are_told() -> io::Result<()> {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = tempfile::tempdir()?;
    let pipe = folder.path().join("pipe.ron");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status()?.success());
    assert!(matches!(file::open(&pipe), Err(CaseError::NotAFile)), "and nobody waits for its other end");
    assert!(matches!(file::open(Path::new("/dev/zero")), Err(CaseError::NotAFile)));
    let (one, two) = (folder.path().join("one.ron"), folder.path().join("two.ron"));
    symlink(&one, &two)?;
    symlink(&two, &one)?;
    assert!(matches!(file::open(&one), Err(CaseError::Open(_))), "a link that leads to itself");
    let locked = folder.path().join("locked.ron");
    fs::write(&locked, "Case()")?;
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000))?;
    // Whoever may do everything, such as root in a container, reads it all the same.
    if fs::File::open(&locked).is_err() {
        assert!(matches!(file::open(&locked), Err(CaseError::Open(_))));
    }
    Ok(())
}

/// A hostile file ends in a fault, soon, and takes no more memory than a few times its own size.
#[test]
fn hostile_files_end_soon() {
    let many = |word: &str| word.repeat(4_000_000 / word.len());
    let head = "Case(schema: 1, framework: (id: \"liverpool\", edition: \"1\"), as_of: \"2026-11-23\", ";
    let texts = [
        many("["),
        many("("),
        many("\""),
        many("/*"),
        many("//"),
        many("#"),
        many("\\"),
        many("\u{202e}"),
        format!("{head}{}", many("account: (")),
        format!("{head}concerns: {}", many("[")),
        format!("{head}answers: [{}])", many("(question: \"a\", answer: Rung(\"b\")),")),
        format!("{head}concerns: [{}])", many("\"a\",")),
        format!("{head}whereabouts: \"{}\")", many("\\u{e9}")),
    ];
    let framework = liverpool();
    for text in texts {
        let started = Instant::now();
        if let Ok(case) = file::read(text.as_bytes()) {
            assess::assess(&framework, &case, case.as_of);
        }
        let (took, end) = (started.elapsed(), &text[text.len() - 30..]);
        assert!(took.as_secs() < 20, "{took:?}: ...{end}");
    }
}
