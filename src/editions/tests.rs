//! A small pair of editions, and Liverpool with one threshold moved.

use super::*;
use crate::{
    editions::report::{counts, lines, to_json},
    framework::{Loaded, RawFile, builtin, load},
    keyed::fill,
};

/// Liverpool with a file's text changed.
fn liverpool(edits: &[(&str, &str, &str)]) -> Loaded {
    let mut files: Vec<RawFile> = builtin::files("liverpool").unwrap();
    for (path, from, to) in edits {
        let file = files.iter_mut().find(|file| file.path == *path).unwrap_or_else(|| panic!("{path}"));
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        assert!(text.contains(from), "{path} says {from}");
        file.bytes = text.replacen(from, to, 1).into_bytes();
    }
    let loaded = load(files);
    assert!(loaded.framework.is_some(), "{}", loaded.report());
    loaded
}

fn compared(old: &Loaded, new: &Loaded) -> (Compared, String) {
    let (before, after) = (old.framework.as_ref().unwrap(), new.framework.as_ref().unwrap());
    let told = cases::worked(&old.cases, &new.cases, |id| fill(words::W.both, &[id]));
    let compared = compare(before, after, told);
    let said = lines(before, after, &compared).join("\n");
    (compared, said)
}

#[test]
fn an_edition_beside_itself_says_the_same() {
    let old = small(&[], CASE);
    let (compared, said) = compared(&old, &old);
    assert_eq!(compared.items, []);
    assert!(compared.cases.moved.is_empty() && compared.cases.faulty.is_empty());
    assert!(compared.cases.read == 1 && said.contains("The two say the same."));
    let table = &compared.cases.matrix.cases;
    let diagonal: usize = (0..table.len()).map(|at| table[at][at]).sum();
    assert_eq!(diagonal, compared.cases.read);
}

/// A threshold that is a parameter: what rests on it moves, and the rule is named.
#[test]
fn a_threshold_that_moves_takes_cases_along_and_names_its_rule() {
    let old = liverpool(&[]);
    let from = "(id: \"level-3-count\", value: 3,";
    let new = liverpool(&[("framework.ron", from, "(id: \"level-3-count\", value: 4,")]);
    let (compared, said) = compared(&old, &new);
    let kinds: Vec<Kind> = counts(&compared.items).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Kind::Parameter, Kind::Rule], "{said}");
    assert!(said.contains("parameter level-3-count:") && said.contains("at least 4 needs at"), "{said}");
    let (before, after) = (old.framework.as_ref().unwrap(), new.framework.as_ref().unwrap());
    let lower: Vec<&Moved> =
        compared.cases.moved.iter().filter(|m| m.to_another_level(before, after)).collect();
    assert!(!lower.is_empty(), "{said}");
    for moved in lower {
        assert!(
            moved.after.lowest < moved.before.lowest,
            "{}: fewer needs are enough for nothing",
            moved.name
        );
        let names: Vec<&str> = moved.no_longer.iter().map(|&rule| before[rule].id.as_str()).collect();
        assert_eq!(names, ["level-3.cluster"], "{}", moved.name);
    }
    let json = to_json(before, after, &compared);
    assert_eq!(json["moved"][0]["no_longer"][0], "level-3.cluster");
    let cells: u64 = json["matrix"]["cases"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|row| row.as_array().unwrap())
        .map(|n| n.as_u64().unwrap())
        .sum();
    assert_eq!(cells, compared.cases.read as u64);
}

const FILES: [(&str, &str); 12] = [
    ("concerns/neglect.ron", include_str!("../../tests/frameworks/valid/minimal/concerns/neglect.ron")),
    ("contacts.ron", include_str!("../../tests/frameworks/valid/minimal/contacts.ron")),
    ("duties.ron", include_str!("../../tests/frameworks/valid/minimal/duties.ron")),
    ("forms.ron", include_str!("../../tests/frameworks/valid/minimal/forms.ron")),
    ("framework.ron", include_str!("../../tests/frameworks/valid/minimal/framework.ron")),
    ("glossary.ron", include_str!("../../tests/frameworks/valid/minimal/glossary.ron")),
    ("history.ron", include_str!("../../tests/frameworks/valid/minimal/history.ron")),
    ("indicators.ron", include_str!("../../tests/frameworks/valid/minimal/indicators.ron")),
    ("lists.ron", include_str!("../../tests/frameworks/valid/minimal/lists.ron")),
    ("rules.ron", include_str!("../../tests/frameworks/valid/minimal/rules.ron")),
    ("safety.ron", include_str!("../../tests/frameworks/valid/minimal/safety.ron")),
    ("shared.ron", include_str!("../../tests/frameworks/valid/minimal/shared.ron")),
];

/// A small edition with some texts changed, and a case of its own.
fn small(edits: &[(&str, &str)], case: &str) -> Loaded {
    let mut files: Vec<RawFile> = FILES
        .iter()
        .map(|(path, text)| RawFile { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() })
        .collect();
    for (from, to) in edits {
        let mut found = false;
        for file in &mut files {
            let text = String::from_utf8(file.bytes.clone()).unwrap();
            found |= text.contains(from);
            file.bytes = text.replace(from, to).into_bytes();
        }
        assert!(found, "{from}");
    }
    files.push(RawFile { path: "cases/one.ron".to_owned(), bytes: case.as_bytes().to_vec() });
    let loaded = load(files);
    assert!(loaded.framework.is_some(), "{}", loaded.report());
    loaded
}

const CASE: &str = r#"Case(schema: 1, framework: (id: "minimal", edition: "1"), as_of: "2026-02-02",
    about: (age: "school-age", role: "teacher"), concerns: ["neglect"], answers: [
        (question: "safety.danger", answer: No),
        (question: "neglect.food", answer: Rung("harm")),
        (question: "history.before", answer: Yes),
    ])"#;

#[test]
fn each_kind_of_change_is_told_as_what_it_is() {
    let old = small(&[], CASE);
    let edits = [
        ("edition: \"1\"", "edition: \"2\""),
        ("id: \"hunger\", to: \"level-3\"", "id: \"hunger\", to: \"protection\""),
        ("id: \"school\", to: \"early-help\"", "id: \"school\", to: \"child-in-need\""),
        ("text: \"Debt\", at: \"level-2\"", "text: \"Money owed\", at: \"level-3\""),
        ("id: \"history.before\",", "id: \"history.earlier\", was: [\"history.before\"],"),
        ("Answer(\"history.before\")", "Answer(\"history.earlier\")"),
        ("action: \"Ring.\"", "action: \"Ring at once.\""),
        ("id: \"border\"", "id: \"border-line\""),
    ];
    let new = small(&edits, CASE);
    let (compared, said) = compared(&old, &new);
    let told: Vec<(Kind, &str)> = compared.items.iter().map(|item| (item.kind, item.id.as_str())).collect();
    let expected = [
        (Kind::Framework, "minimal"),
        (Kind::Question, "history.earlier"),
        (Kind::Indicator, "debt"),
        (Kind::Rule, "hunger"),
        (Kind::Rule, "school"),
        (Kind::Advice, "border-line"),
        (Kind::Advice, "border"),
        (Kind::Duty, "ring"),
    ];
    assert_eq!(told, expected, "{said}");
    let what = |at: usize| &compared.items[at].what;
    assert_eq!(*what(1), What::Altered { was: Some("history.before".to_owned()), fields: Vec::new() });
    let field = |at: usize| match what(at) {
        What::Altered { fields, .. } => {
            fields.iter().map(|f| (f.how, f.before.as_str(), f.after.as_str())).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(
        field(2),
        [(How::Moved, "early-help", "child-in-need"), (How::Reworded, "Debt", "Money owed")]
    );
    assert_eq!(field(3), [(How::Moved, "child-in-need", "protection")]);
    // The rule that asks the question under its new id is the same rule.
    assert_eq!(field(4), [(How::Moved, "early-help", "child-in-need")]);
    assert_eq!((what(5), what(6)), (&What::Added, &What::Removed));
    assert_eq!(field(7), [(How::Reworded, "Ring.", "Ring at once.")]);
    let (before, after) = (old.framework.as_ref().unwrap(), new.framework.as_ref().unwrap());
    let [moved] = &compared.cases.moved[..] else { panic!("{said}") };
    assert!(!moved.to_another_level(before, after), "both are of the highest level");
    assert_eq!(moved.by.iter().map(|&r| after[r].id.as_str()).collect::<Vec<_>>(), ["hunger"]);
    assert!(moved.after.unresolved.is_empty(), "the older id is still found");
    assert!(said.contains("by hunger: Hunger harms."), "{said}");
}

#[test]
fn a_case_that_cannot_be_read_is_placed_and_the_others_are_compared() {
    let (old, new) = (small(&[], CASE), small(&[], "Case(schema: 1,\n    framework: 7)"));
    let (compared, said) = compared(&old, &new);
    assert_eq!(compared.cases.read, 1);
    assert_eq!(compared.cases.faulty.len(), 1);
    assert_eq!(compared.cases.faulty[0].faults[0].0, 2, "{said}");
    assert!(said.contains("one:2:"), "{said}");
}
