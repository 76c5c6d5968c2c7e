//! Whatever bytes come in, nothing panics, and what was read can be written and read again.
//!
//! A few seconds of it run with the other tests; `FUZZ_SECONDS=300 cargo test --test fuzz -- --nocapture` runs
//! each of these for its share of that time and says how many cases it tried.

mod typed;

use std::{
    env,
    time::{Duration, Instant},
};

use jiff::civil::date;
use levels_of_need::{
    assess,
    case::{Answer, Answered, Case, file, model::FrameworkRef},
    framework::{self, Framework, Id, RawFile, builtin, model::FormIx},
    paper::format::{self, Format},
    referral::{self, Layout},
};
use proptest::{
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{Config, TestRunner},
};

/// How many tests share the time.
const SHARES: u64 = 6;

/// Tries values until the time is over; a failure is told with the value, which proptest can draw again.
fn fuzz<S: Strategy>(name: &str, strategy: &S, mut holds: impl FnMut(S::Value)) {
    let seconds = env::var("FUZZ_SECONDS").ok().and_then(|s| s.parse().ok()).unwrap_or(5_u64);
    let until = Instant::now() + Duration::from_millis(seconds * 1000 / SHARES);
    let mut runner = TestRunner::new(Config::default());
    let mut tried = 0_u64;
    while Instant::now() < until {
        let value = strategy.new_tree(&mut runner).unwrap().current();
        let started = Instant::now();
        holds(value);
        assert!(started.elapsed().as_secs() < 20, "{name}: one case took too long");
        tried += 1;
    }
    println!("{name}: {tried} cases");
    assert!(tried > 0);
}

fn files() -> Vec<RawFile> {
    builtin::files("liverpool").unwrap()
}

fn liverpool() -> Framework {
    framework::load(files()).framework.unwrap()
}

/// Words that the formats are made of, and characters that break things.
fn scrap() -> impl Strategy<Value = Vec<u8>> {
    let words = prop::sample::select(vec![
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "\"",
        ",",
        ":",
        "#![enable(unwrap_newtypes)]",
        "/*",
        "*/",
        "//",
        "Some(",
        "r#\"",
        "Case(",
        "schema: 1",
        "answers: [",
        "Rung(\"x\")",
        "-1",
        "1e400",
        "\u{202e}",
        "\u{feff}",
        "\0",
        "\r",
        "\n",
        "'",
        "Rules([",
        "All([",
        "id: \"a\"",
        "\\u{110000}",
        "\u{e0041}",
    ]);
    prop_oneof![words.prop_map(|word| word.as_bytes().to_vec()), prop::collection::vec(any::<u8>(), 0..12),]
}

/// Cuts, swaps and scraps put in at places of a file.
fn mutated(bytes: &[u8], changes: &[(prop::sample::Index, usize, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (place, cut, put) in changes {
        let at = place.index(bytes.len() + 1);
        let end = (at + cut).min(bytes.len());
        bytes.splice(at..end, put.iter().copied());
    }
    bytes
}

fn changes() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, Vec<u8>)>> {
    let cut = prop_oneof![Just(0_usize), 0..8_usize, 0..4000_usize];
    prop::collection::vec((any::<prop::sample::Index>(), cut, scrap()), 1..6)
}

#[test]
fn any_bytes_are_no_panic_to_either_reader() {
    let bytes = prop::collection::vec(scrap(), 0..60).prop_map(|parts| parts.concat());
    fuzz("bytes", &bytes, |bytes| {
        drop(file::read(&bytes));
        framework::load(vec![RawFile { path: "framework.ron".to_owned(), bytes }]).report();
    });
}

#[test]
fn a_mutated_framework_is_told_and_never_a_panic() {
    let files: Vec<RawFile> =
        files().into_iter().filter(|f| f.path.split('/').next() != Some("cases")).collect();
    fuzz("framework", &(any::<prop::sample::Index>(), changes()), |(which, changes)| {
        let mut files = files.clone();
        let at = which.index(files.len());
        files[at].bytes = mutated(&files[at].bytes, &changes);
        let loaded = framework::load(files);
        assert!(loaded.framework.is_some() || !loaded.diagnostics.is_empty(), "refused without a word");
        loaded.report();
    });
}

/// Tells which framework was being read when something broke.
struct Seed(u64);

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("typed::framework({}) broke", self.0);
        }
    }
}

#[test]
fn any_typed_framework_is_read_or_told() {
    let (mut sound, mut placed) = (0_u64, 0_u64);
    fuzz("typed framework", &any::<u64>(), |seed| {
        let told = Seed(seed);
        let loaded = framework::load(typed::framework(seed));
        placed += loaded.diagnostics.len() as u64;
        loaded.report();
        match loaded.framework {
            None => assert!(!loaded.diagnostics.is_empty(), "refused without a word"),
            Some(framework) => {
                sound += 1;
                let about = &framework.about;
                let named = FrameworkRef {
                    id: about.id.clone(),
                    edition: about.edition.clone(),
                    fingerprint: Some(about.fingerprint.clone()),
                };
                let case = Case::new("AB12".to_owned(), named, date(2026, 11, 23), None);
                assess::assess(&framework, &case, case.as_of);
            }
        }
        drop(told);
    });
    println!("{sound} of them sound, {placed} faults told");
}

#[test]
fn a_mutated_case_is_read_or_told() {
    let cases: Vec<RawFile> = files().into_iter().filter(|f| f.path.starts_with("cases/")).collect();
    let framework = liverpool();
    fuzz("case", &(any::<prop::sample::Index>(), changes()), |(which, changes)| {
        let bytes = mutated(&cases[which.index(cases.len())].bytes, &changes);
        if let Ok(case) = file::read(&bytes) {
            assess::assess(&framework, &case, case.as_of);
            assert_eq!(file::read(file::to_text(&case).unwrap().as_bytes()).unwrap(), case);
        }
    });
}

/// A case that is well formed and holds anything.
fn case(framework: &Framework) -> impl Strategy<Value = Case> + use<> {
    let ids: Vec<Id> = framework.questions.iter().map(|q| q.id.clone()).collect();
    let rungs: Vec<Id> =
        framework.questions.iter().flat_map(|q| q.steps.iter().map(|s| s.id.clone())).collect();
    let concerns: Vec<Id> = framework.concerns.iter().map(|c| c.id.clone()).collect();
    let ages: Vec<Id> = framework.ages.iter().map(|a| a.id.clone()).collect();
    let reference =
        FrameworkRef { id: framework.about.id.clone(), edition: "1".to_owned(), fingerprint: None };
    let answer = prop_oneof![
        Just(Answer::Yes),
        Just(Answer::No),
        Just(Answer::NotKnown),
        prop::sample::select(rungs).prop_map(Answer::Rung),
        any::<i64>().prop_map(Answer::Number),
    ];
    let answered = (prop::sample::select(ids), answer, any::<String>(), any::<bool>());
    let day = (-9999..=9999_i16, 1..=12_i8, 1..=28_i8);
    let texts = prop::collection::vec(any::<String>(), 6);
    (
        prop::collection::vec(answered, 0..80),
        prop::collection::vec(prop::sample::select(concerns), 0..4),
        prop::option::of(prop::sample::select(ages)),
        day,
        prop::option::of(0..24_u8),
        texts,
    )
        .prop_map(move |(answers, concerns, age, (year, month, day), hour, texts)| {
            let mut case = Case::new(texts[0].clone(), reference.clone(), date(year, month, day), hour);
            // Drawn as RON would be read, so that a field which is added later need not be named here.
            case.answers = answers
                .into_iter()
                .map(|(question, answer, note, to_review)| Answered {
                    note,
                    to_review,
                    ..plain_answer(question, answer)
                })
                .collect();
            case.concerns = concerns;
            case.about.age = age;
            case.about.worker.clone_from(&texts[1]);
            case.whereabouts.clone_from(&texts[2]);
            case.account.text.clone_from(&texts[3]);
            case.referral.history.clone_from(&texts[4]);
            case.referral.address.clone_from(&texts[5]);
            case
        })
}

fn plain_answer(question: Id, answer: Answer) -> Answered {
    let mut plain: Answered = ron::from_str("(question: \"a\", answer: No)").unwrap();
    (plain.question, plain.answer) = (question, answer);
    plain
}

#[test]
fn any_case_comes_back_from_its_file() {
    fuzz("round trip", &case(&liverpool()), |case| {
        assert_eq!(file::read(file::to_text(&case).unwrap().as_bytes()).unwrap(), case);
    });
}

#[test]
fn any_case_becomes_a_paper_in_every_format_or_says_why_not() {
    let framework = liverpool();
    fuzz("papers", &case(&framework), |case| {
        let assessment = assess::assess(&framework, &case, case.as_of);
        let layouts = (0..framework.forms.len()).map(|at| Layout::Form(FormIx(at))).chain([Layout::Own]);
        let layout = layouts.cycle().nth(case.answers.len()).unwrap();
        let gaps = referral::missing::completeness(&framework, &case, &assessment, layout);
        assert!(gaps.ask_first.len() <= assessment.find_out.len());
        let document = referral::laid_out(&framework, &case, &assessment, layout);
        for kind in Format::ALL {
            // A format that cannot write a character says so; that is no panic.
            drop(format::write(&document, kind));
        }
    });
}
