//! What practitioners type finds what they mean, and everything is found by its own name.

use super::*;
use crate::framework::{self, Framework, builtin};

fn liverpool() -> Framework {
    framework::load(builtin::files("liverpool").unwrap()).framework.unwrap()
}

/// The first places, whether they have all of the words or a part.
fn first(found: &Found, most: usize) -> Vec<Hit> {
    found.hits.iter().chain(&found.partly).take(most).cloned().collect()
}

fn concerns(framework: &Framework, found: &Found) -> Vec<String> {
    let concern = |hit: &Hit| match hit.place {
        Place::Concern(at) => Some(framework[at].id.to_string()),
        _ => None,
    };
    found.hits.iter().filter_map(concern).collect()
}

/// The name of a place.
fn name(framework: &Framework, place: Place) -> &str {
    match place {
        Place::Concern(at) => &framework[at].title,
        Place::Sign(at) => &framework[at].text,
        Place::Question(at) => &framework[at].text,
        Place::Term(at) => &framework[at].term,
        Place::Duty(at) => &framework[at].title,
    }
}

/// Each word with what one of the first three places must be or say.
/// What one of the first hits must be.
type Fits<'a> = &'a dyn Fn(&Hit) -> bool;

#[test]
fn what_a_practitioner_means_is_among_the_first_three() {
    let framework = liverpool();
    let index = Index::new(&framework);
    let wanted: &[(&str, Fits<'_>)] = &[
        ("bruise", &|hit| matches!(hit.place, Place::Sign(_)) && hit.text.to_lowercase().contains("bruis")),
        ("brused", &|hit| hit.text.to_lowercase().contains("bruis")),
        ("vape", &|hit| hit.text.contains("vapes") && !matches!(hit.place, Place::Concern(_))),
        ("not eating", &|hit| name(&framework, hit.place).to_lowercase().contains("eat")),
        (
            "LADO",
            &|hit| matches!(hit.place, Place::Term(at) if framework[at].also.contains(&"LADO".to_owned())),
        ),
        ("lado", &|hit| name(&framework, hit.place).to_lowercase().contains("allegation")),
        (
            "two phones",
            &|hit| matches!(hit.place, Place::Concern(at) if framework[at].id == "exploitation-criminal"),
        ),
        ("two phones", &|hit| {
            !matches!(hit.place, Place::Concern(_)) && name(&framework, hit.place).contains("phone")
        }),
    ];
    for (typed, fits) in wanted {
        let found = index.search(typed);
        let first = first(&found, 3);
        assert!(first.iter().any(fits), "{typed}: {first:#?}");
    }
}

#[test]
fn everything_is_found_by_its_own_name() {
    let framework = liverpool();
    let index = Index::new(&framework);
    let concerns = (0..framework.concerns.len()).map(|at| Place::Concern(ConcernIx(at)));
    let signs = (0..framework.indicators.len()).map(|at| Place::Sign(IndicatorIx(at)));
    let questions = (0..framework.questions.len()).map(|at| Place::Question(QuestionIx(at)));
    let terms = (0..framework.glossary.len()).map(|at| Place::Term(TermIx(at)));
    let duties = (0..framework.duties.len()).map(|at| Place::Duty(DutyIx(at)));
    let mut missed = Vec::new();
    for place in concerns.chain(signs).chain(questions).chain(terms).chain(duties) {
        let name = name(&framework, place);
        let found = index.search(name);
        if found.way != Way::Typed || !first(&found, 3).iter().any(|hit| hit.place == place) {
            missed.push((name.to_owned(), found.way.clone(), first(&found, 3)));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

/// What practitioners type, and the concern that they mean.
#[test]
fn a_word_leads_to_the_concern() {
    let framework = liverpool();
    let index = Index::new(&framework);
    for (typed, concern) in [
        ("hungry", "neglect"),
        ("nits", "neglect"),
        ("left alone", "neglect"),
        ("self harm", "self-harm"),
        ("self-harm", "self-harm"),
        ("selfharm", "self-harm"),
        ("Self Harming", "self-harm"),
        ("vapes", "exploitation-sexual"),
        ("vape", "exploitation-sexual"),
        ("domestic violence", "domestic-abuse"),
    ] {
        let found = index.search(typed);
        assert_eq!(found.way, Way::Typed, "{typed}");
        let concerns = concerns(&framework, &found);
        assert!(concerns.iter().any(|id| id == concern), "{typed}: {concerns:?}");
    }
    for typed in ["bruise", "bruises", "BRUISED", "bruising"] {
        let found = index.search(typed);
        assert!(found.hits[0].text.to_lowercase().contains("bruis"), "{typed}: {:?}", found.hits[0]);
    }
    let baby = index.search("bruised baby");
    assert_eq!(baby.way, Way::Typed);
    let mark = |hit: &Hit| matches!(hit.place, Place::Sign(at) if framework[at].id == "mark-non-mobile");
    assert!(baby.hits.iter().any(mark));
}

#[test]
fn a_word_misspelled_is_found_and_told() {
    let framework = liverpool();
    let index = Index::new(&framework);
    for (typed, meant) in
        [("bruize", "bruis"), ("hnugry", "hung"), ("neglcet", "neglect"), ("brused", "bruis")]
    {
        let found = index.search(typed);
        let Way::Spelled(word) = &found.way else { panic!("{typed}: {:?}", found.way) };
        assert!(word.starts_with(meant), "{typed}: {word}");
        assert!(!found.hits.is_empty());
    }
    assert_eq!(index.search("qqqqqq").hits, []);
}

#[test]
fn where_nothing_has_all_the_words_those_with_some_are_found() {
    let framework = liverpool();
    let found = Index::new(&framework).search("hungry dragon");
    assert_eq!(found.way, Way::Some);
    assert!(found.hits[0].text.to_lowercase().contains("hungry"), "{:?}", found.hits[0]);
    assert_eq!(found.partly, []);
}

/// A framework of four duties shows the order by itself: the framework of the day may say anything.
#[test]
fn a_word_in_a_name_comes_before_its_beginning_before_an_example_before_a_slip() {
    let mut framework = liverpool();
    let texts = [
        ("Tell the school", "Ring the lantern."),
        ("Lanterns at night", ""),
        ("The lanternmaker", ""),
        ("A lantern", ""),
        ("Lantirn", ""),
    ];
    let duty = framework.duties[0].clone();
    framework.duties = texts
        .iter()
        .map(|(title, action)| framework::model::Duty {
            title: (*title).to_owned(),
            action: (*action).to_owned(),
            ..duty.clone()
        })
        .collect();
    let index = Index::new(&framework);
    let order = |typed: &str| -> Vec<usize> {
        let duty = |hit: &Hit| match hit.place {
            Place::Duty(at) => Some(at.0),
            _ => None,
        };
        index.search(typed).hits.iter().filter_map(duty).collect()
    };
    assert_eq!(order("lantern"), [3, 1, 2, 0]);
    assert_eq!(order("lanten"), [3, 1, 0], "and a slip, where nothing has the word");
}

#[test]
fn one_way_to_write_a_word_finds_the_others() {
    let framework = liverpool();
    let index = Index::new(&framework);
    let says = |typed: &str, words: &str| {
        index.search(typed).hits.iter().any(|hit| hit.text.to_lowercase().contains(words))
    };
    assert!(says("LADO", "designated officer"));
    let duty =
        |hit: &Hit| matches!(hit.place, Place::Duty(at) if framework[framework[at].contact].id == "lado");
    assert!(index.search("LADO").hits.iter().any(duty), "the duty to tell them says what they are called");
}

#[test]
fn nothing_is_found_by_nothing_and_much_too_much_is_no_harm() {
    let framework = liverpool();
    let index = Index::new(&framework);
    for typed in ["", " ", "a", "-", "'", "\u{202e}", "\u{1f600}"] {
        assert_eq!(index.search(typed), Found::default(), "{typed:?}");
    }
    assert!(!index.search("no").hits.is_empty(), "small words alone are looked for");
    assert_eq!(index.search(&"x".repeat(30_000)).hits, []);
    assert!(!index.search(&"hungry ".repeat(10_000)).hits.is_empty());
}
