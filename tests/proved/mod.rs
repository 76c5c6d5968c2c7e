//! What `check` counts beyond faults: a folder under `unproved` is laid over `valid/minimal` and the cases of `covering`,
//! and what is then said must read exactly as in its `expected.txt`. The shipped frameworks leave nothing to say.

use std::{env, fmt::Write as _, fs};

use levels_of_need::{
    assess::worked,
    folder::read_folder,
    framework::{RawFile, Severity, builtin, load},
    proof::{self, Proven, What},
};

use super::{changed_from, folders, minimal, root};

/// What is said, with its weight and its place, and then the counts.
fn told(files: Vec<RawFile>) -> (Proven, String) {
    let loaded = load(files);
    let framework = loaded.framework.as_ref().unwrap_or_else(|| panic!("{}", loaded.report()));
    let proven = proof::prove(framework, &loaded.sources, &worked::run(framework, &loaded.cases));
    let mut text = String::new();
    for found in &proven.findings {
        let weight = match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let _ = writeln!(text, "{}:{}: {weight}: {}", found.place.file, found.place.line, found.message);
    }
    for line in proven.lines(&loaded.sources) {
        let _ = writeln!(text, "{line}");
    }
    let refuted = proven.proofs.iter().filter(|proof| proof.fails());
    let refuted: Vec<&str> = refuted.map(|proof| proof.name).collect();
    let refuted = if refuted.is_empty() { "nothing".to_owned() } else { refuted.join(", ") };
    let _ = writeln!(text, "Refuted: {refuted}");
    (proven, text)
}

fn covering() -> Vec<RawFile> {
    let mut files = minimal();
    files.extend(read_folder(&root("covering")).unwrap());
    files
}

#[test]
fn what_is_not_shown_is_told_as_expected() {
    let (covered, said) = told(covering());
    assert!(covered.findings.is_empty() && covered.holds(), "{said}");
    let update = env::var_os("UPDATE_EXPECTED").is_some();
    let mut wrong = Vec::new();
    for folder in folders("unproved") {
        let (proven, said) = told(changed_from(covering(), &folder));
        assert!(!proven.findings.is_empty(), "{}: nothing found", folder.display());
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

/// Whoever is asked is an adult at work: no question may need more than the end of school. A sentence of a dozen words
/// with one long one in it, which the formula punishes, stays below.
const OLDEST_FOR_ONE_QUESTION: f64 = 18.0;

#[test]
fn nothing_is_found_in_a_shipped_framework() {
    for id in builtin::ids() {
        let loaded = load(builtin::files(id).unwrap());
        assert!(loaded.diagnostics.is_empty(), "{}", loaded.report());
        let (proven, said) = told(builtin::files(id).unwrap());
        assert!(proven.findings.is_empty() && proven.holds(), "{id}:\n{said}");
        for what in [What::Rules, What::Questions, What::Duties, What::Pathways, What::Levels, What::Concerns]
        {
            let part = proven.coverage.part(what).unwrap();
            assert!(part.missing.is_empty(), "{id}, {what:?}: {:?}", part.missing);
        }
        assert!(proven.reading.mean <= proof::OLDEST_READER, "{id}: {}", proven.reading.mean);
        let hardest = proven.reading.hardest_question.unwrap();
        assert!(hardest.age <= OLDEST_FOR_ONE_QUESTION, "{id}: {hardest:?}");
    }
}
