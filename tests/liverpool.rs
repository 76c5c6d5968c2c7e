//! What the illustrative Liverpool framework promises: it is sound, its worked cases hold, and it is quick to walk.

mod never;

use jiff::civil::date;
use levels_of_need::{
    assess::{self, worked},
    case::{Answer, Answered, Case, model::FrameworkRef},
    framework::{
        self, Framework, Id, Loaded, builtin,
        model::{Part, Polarity},
    },
};

fn loaded() -> Loaded {
    framework::load(builtin::files("liverpool").expect("Liverpool is built in"))
}

fn liverpool() -> Framework {
    let loaded = loaded();
    let faults: Vec<String> = loaded.diagnostics.iter().map(|d| d.render(&loaded.sources)).collect();
    loaded.framework.unwrap_or_else(|| panic!("{}", faults.join("\n\n")))
}

fn case(framework: &Framework) -> Case {
    let made_with = FrameworkRef {
        id: framework.about.id.clone(),
        edition: framework.about.edition.clone(),
        fingerprint: None,
    };
    Case::new("TEST".to_owned(), made_with, date(2026, 11, 23), None)
}

fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

fn give(case: &mut Case, question: &str, answer: Answer) {
    case.answers.push(Answered::new(id(question), answer));
}

#[test]
fn it_loads_without_a_fault() {
    let loaded = loaded();
    let faults: Vec<String> = loaded.diagnostics.iter().map(|d| d.render(&loaded.sources)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn every_worked_case_comes_to_what_is_expected() {
    let loaded = loaded();
    let framework = liverpool();
    let mut missed = Vec::new();
    for worked in worked::run(&framework, &loaded.cases) {
        match worked.outcome {
            Err(fault) => missed.push(format!("{}: {fault}", worked.id)),
            Ok(run) => missed.extend(run.misses.into_iter().map(|miss| format!("{}: {miss}", worked.id))),
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn the_worked_cases_are_told_and_spread_over_the_levels() {
    let loaded = loaded();
    let framework = liverpool();
    let mut at_level = vec![0; framework.levels.len()];
    let mut consult = 0;
    for worked in worked::run(&framework, &loaded.cases) {
        let run = worked.outcome.expect("the case reads");
        let story = run.case.story.as_deref().unwrap_or_default();
        assert!(story.split_whitespace().count() >= 40, "{}: the story is told", worked.id);
        let expect = run.case.expect.expect("the case says what is expected");
        assert!(!expect.why.trim().is_empty(), "{}: and why", worked.id);
        match run.assessment.span.lowest {
            Some(pathway) => at_level[framework[pathway].level.0] += 1,
            None => consult += 1,
        }
    }
    assert!(loaded.cases.len() >= 16, "{} worked cases", loaded.cases.len());
    assert!(at_level.iter().all(|&n| n >= 3), "at least three at each level, found {at_level:?}");
    assert!(consult >= 1, "one that ends in consult");
}

#[test]
fn a_suggestion_below_the_top_says_something() {
    let loaded = loaded();
    let framework = liverpool();
    let runs = worked::run(&framework, &loaded.cases);
    let below: Vec<(&str, bool)> = runs
        .iter()
        .filter_map(|worked| Some((worked.id.as_str(), worked.outcome.as_ref().ok()?.open_to_the_top?)))
        .collect();
    let open: Vec<&str> = below.iter().filter(|(_, open)| *open).map(|(id, _)| *id).collect();
    assert!(
        open.len() * 4 <= below.len(),
        "{} of {} end with Level 4 open: {open:?}",
        open.len(),
        below.len()
    );
}

#[test]
fn it_has_its_concerns_and_their_indicators() {
    let framework = liverpool();
    for concern in [
        "neglect",
        "physical-harm",
        "bruising-baby",
        "domestic-abuse",
        "exploitation-sexual",
        "self-harm",
        "sexual-abuse",
        "harmful-sexual-behaviour",
        "missing",
        "exploitation-criminal",
    ] {
        assert!(framework.concern(&id(concern)).is_some(), "{concern}");
    }
    assert!(framework.indicators.len() >= 380, "{} indicators", framework.indicators.len());
    for part in [Part::Safety, Part::Around, Part::Effect, Part::Strengths, Part::History, Part::Help] {
        assert!(framework.sections_of(part).next().is_some(), "{part:?}");
    }
    let strengths = framework.indicators.iter().filter(|i| i.polarity == Polarity::Strength).count();
    assert!(strengths >= 6, "{strengths} strengths");
}

/// Five safety answers, an age and a role, the effect on the child, and the questions of one concern
/// that are asked whatever is answered.
#[test]
fn a_worry_reaches_a_first_suggestion_within_fifteen_answers() {
    let framework = liverpool();
    let asked_at_once = |list: &[framework::model::QuestionIx]| {
        list.iter().filter(|&&q| framework[q].opened_by.is_empty()).count()
    };
    let shared: usize = [Part::Safety, Part::Effect]
        .into_iter()
        .flat_map(|part| framework.sections_of(part))
        .map(|section| asked_at_once(&section.questions))
        .sum();
    for concern in &framework.concerns {
        let answers = shared + 2 + asked_at_once(&concern.questions);
        assert!(answers <= 15, "{}: {answers} answers", concern.title);
    }
}

#[test]
fn a_disclosure_alone_brings_phone_now() {
    let framework = liverpool();
    let mut case = case(&framework);
    give(&mut case, "safety.disclosure", Answer::Yes);
    let assessment = assess::assess(&framework, &case, case.as_of);
    let phone = assessment.phone_now.expect("phone now");
    assert!(!phone.contacts.is_empty());
    let lowest = assessment.span.lowest.expect("a pathway is established");
    assert_eq!(framework[lowest].id, "child-protection");
}

#[test]
fn danger_is_an_emergency_whatever_else_is_not_known() {
    let framework = liverpool();
    let mut case = case(&framework);
    give(&mut case, "safety.danger", Answer::Yes);
    let assessment = assess::assess(&framework, &case, case.as_of);
    assert_eq!(framework[assessment.span.lowest.expect("established")].id, "emergency");
}

/// A paper that calls nothing urgent while a safety question is unknown would lower a level by an unknown.
#[test]
fn a_paper_never_calls_an_unknown_not_urgent() {
    let framework = liverpool();
    let case = case(&framework);
    let assessment = assess::assess(&framework, &case, case.as_of);
    let paper = levels_of_need::referral::summary(&framework, &case, &assessment);
    let text = format!("{:?}", paper.blocks[0]);
    assert!(text.contains("Talk to somebody today"), "{text}");
}

/// What is read aloud on the telephone must be sentences, for every worked case.
#[test]
fn the_script_reads_aloud() {
    use levels_of_need::referral::script::{self, script};
    let loaded = loaded();
    let framework = liverpool();
    for worked in worked::run(&framework, &loaded.cases) {
        let run = worked.outcome.expect("the case reads");
        let lines = script(&framework, &run.case, &run.assessment);
        let words = script::words_in(&lines);
        assert!(words <= script::WORDS, "{}: {words} words are more than a minute", worked.id);
        for line in lines {
            let say = &line.say;
            assert!(!say.contains(".."), "{}: {say}", worked.id);
            assert!(!say.contains("No sign of it"), "{}: {say}", worked.id);
            assert!(!say.trim().is_empty(), "{}: {}", worked.id, line.about);
        }
    }
}

/// However much was written, the script stays a minute long, and every part of it is still there.
#[test]
fn a_long_account_still_makes_a_script_of_a_minute() {
    use levels_of_need::referral::script::{self, script};
    let loaded = loaded();
    let framework = liverpool();
    for worked in worked::run(&framework, &loaded.cases) {
        let run = worked.outcome.expect("the case reads");
        let mut case = run.case;
        let parts = script(&framework, &case, &run.assessment).len();
        let long =
            "She came in tired and hungry again and said nothing at all to anybody about it ".repeat(40);
        case.account.text.clone_from(&long);
        case.whereabouts.clone_from(&long);
        case.other_children.clone_from(&long);
        case.referral.asked_for.clone_from(&long);
        case.referral.referrer.clone_from(&long);
        let lines = script(&framework, &case, &run.assessment);
        assert!(script::words_in(&lines) <= script::WORDS, "{}: {}", worked.id, script::words_in(&lines));
        assert_eq!(lines.len(), parts, "{}", worked.id);
    }
}

/// What is printed of next steps never sends anyone to an adult who may be harming somebody.
#[test]
fn no_step_sends_to_an_adult_who_may_be_harming_somebody() {
    let framework = liverpool();
    for pathway in &framework.pathways {
        for step in pathway.steps.iter().filter(|step| step.text.starts_with("Talk to the")) {
            assert!(step.text.contains("Never first to an adult who may be harming"), "{}", step.text);
        }
    }
}

/// Advice about a border says nothing once the child stands beyond it.
#[test]
fn advice_about_level_three_is_not_given_at_child_protection() {
    let loaded = loaded();
    let framework = liverpool();
    for worked in worked::run(&framework, &loaded.cases) {
        let run = worked.outcome.expect("the case reads");
        // Each child by itself: what is settled for one may be open for another.
        for child in &run.assessment.children {
            let Some(lowest) = child.span.lowest else { continue };
            if framework[lowest].id == "child-protection" || framework[lowest].id == "emergency" {
                for &at in &child.advice {
                    assert_ne!(framework[at].id, "borderline.one-level-3", "{}", worked.id);
                    assert_ne!(framework[at].id, "telling.seek-agreement", "{}", worked.id);
                }
            }
        }
    }
}

#[test]
fn nothing_answered_is_consult_and_never_level_one() {
    let framework = liverpool();
    let assessment = assess::assess(&framework, &case(&framework), date(2026, 11, 23));
    assert_eq!(assessment.span.lowest, None);
    assert_eq!(assessment.span.highest.0, framework.pathways.len() - 1);
}

/// A safeguarding lead who asks whom to ask is not sent to themselves.
#[test]
fn a_safeguarding_lead_is_sent_to_the_front_door() {
    let framework = liverpool();
    let mut case = case(&framework);
    case.about.role = Some(id("school-safeguarding-lead"));
    let assessment = assess::assess(&framework, &case, case.as_of);
    assert_eq!(framework[assessment.consults].id, "front-door-consultation");
}

#[test]
fn no_word_stands_in_it_that_must_not_be_said() {
    let mut found = Vec::new();
    for file in builtin::files("liverpool").expect("Liverpool is built in") {
        let text = String::from_utf8(file.bytes).expect("UTF-8");
        for (at, line) in text.lines().enumerate() {
            let said = never::said_in(line).into_iter();
            found.extend(said.map(|never| format!("{}:{}: {never}", file.path, at + 1)));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
