//! Random hands on the window: whatever is pressed, typed or dropped, nothing breaks and no promise does.
//!
//! `MONKEY_STEPS` says how many things are done (1,000 without it) and `MONKEY_SEED` begins elsewhere. A failure
//! tells the seed and the last things done.

mod hands;
mod window;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use hands::{Chance, Story, act};
use levels_of_need::{
    app::{
        journey::Screen,
        session::{Open, looks_up},
        training::Room,
    },
    assess,
    case::{Case, after::FrontDoor, file, model::OwnView},
    framework::{self, builtin, model::PathwayIx},
};
use window::{Dropped, Role, Window, has, says, screen};

const DANGER: &str = "Danger now F2";
/// A window lives this long; then another begins at the start.
const LIFE: usize = 400;

/// What stood before a step.
struct Before {
    case: Option<Case>,
    lowest: Option<PathwayIx>,
}

fn before(window: &Window) -> Before {
    let open = window.state().session().open();
    Before {
        case: open.map(|open| open.case().clone()),
        lowest: open.and_then(|open| open.assessment().span.lowest),
    }
}

/// The files that lie about in the folder to be dropped or opened.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    let all = builtin::files("liverpool").expect("Liverpool is built in");
    for worked in all.iter().filter(|f| f.path.starts_with("cases/")).step_by(6) {
        let name = worked.path.trim_start_matches("cases/").replace(".ron", ".lon");
        let path = folder.join(name);
        file::put(&path, &worked.bytes).expect("it is written");
        paths.push(path);
    }
    for (name, bytes) in
        [("empty.lon", &b""[..]), ("photo.jpg", &[0xff, 0xd8, 0xff][..]), ("half.lon", b"Case(schema: 1, ")]
    {
        let path = folder.join(name);
        file::put(&path, bytes).expect("it is written");
        paths.push(path);
    }
    let minimal = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/frameworks/valid/minimal"));
    paths.extend([minimal.to_owned(), minimal.join("framework.ron"), folder.join("not there")]);
    paths
}

/// A worked case whose suggestion was shown: where the way from the suggestion on begins.
///
/// Of one child or, where there is a worked case of one, of a family.
fn shown(folder: &Path, family: bool) -> PathBuf {
    let all = builtin::files("liverpool").expect("Liverpool is built in");
    let named = |f: &&framework::RawFile| f.path.starts_with("cases/");
    let of_a_family = |f: &&framework::RawFile| f.path.starts_with("cases/family-") == family;
    let worked = all.iter().filter(named).find(of_a_family).expect("a worked case");
    let mut case = file::read(&worked.bytes).expect("it reads");
    case.own_view = Some(OwnView { pathway: None, why: String::new() });
    case.revealed = Some(case.as_of.at(9, 0, 0, 0));
    let path = folder.join("shown.lon");
    file::save(&case, &path).expect("it is saved");
    path
}

/// Where a long walk comes: every screen, and with a family, an injury and an answer that came back.
const EVERYWHERE: &[&str] = &[
    "Start",
    "Frameworks",
    "LookUp",
    "Sign",
    "Safety",
    "About",
    "Worry",
    "Injuries",
    "Concerns",
    "Question",
    "Told",
    "Check",
    "OwnView",
    "Suggestion",
    "Decision",
    "Call",
    "Referral",
    "After",
    "About with several children",
    "Question with several children",
    "Injuries with an injury",
    "After with an answer",
];

/// The screen, and what there is on it that makes it another to walk on.
fn places(window: &Window) -> Vec<String> {
    let name = format!("{:?}", screen(window));
    let name = name.split('(').next().unwrap_or_default().to_owned();
    let mut names = vec![name.clone()];
    let Some(open) = window.state().session().open() else { return names };
    let case = open.case();
    let more = match screen(window) {
        Screen::About | Screen::Question(_) if !case.one_child() => "several children",
        Screen::Injuries if !case.injuries.is_empty() => "an injury",
        Screen::After if case.after.answer != FrontDoor::NotHeard => "an answer",
        _ => return names,
    };
    names.push(format!("{name} with {more}"));
    names
}

/// What must hold whatever was done.
fn check(window: &Window, before: &Before) {
    let here = screen(window);
    let session = window.state().session();
    let framework = session.framework();
    match here {
        Screen::Question(at) | Screen::Ladder(at) => {
            assert!(at.0 < framework.questions.len(), "a question of this framework");
        }
        Screen::Sign(at) => assert!(at.0 < framework.indicators.len(), "an indicator of this framework"),
        Screen::Duty(at) => assert!(at.0 < framework.duties.len(), "a duty of this framework"),
        _ => {}
    }
    let blank = says(window, "The screen is blank");
    // What is on a projector is no check, and its page has no bar: the key works all the same.
    let shown_to_a_room = matches!(here, Screen::Training(Room::Present));
    assert!(
        blank || shown_to_a_room || has(window, Role::Button, DANGER),
        "danger now is one key away on {here:?}"
    );
    let Some(open) = session.open() else {
        let free = looks_up(here) || matches!(here, Screen::Start | Screen::Frameworks | Screen::Training(_));
        assert!(free, "{here:?} needs a check");
        return;
    };
    let case = open.case();
    let may = case.own_view.is_some() || case.revealed.is_some() || open.assessment().phone_now.is_some();
    if matches!(here, Screen::Suggestion | Screen::Decision | Screen::Referral) {
        assert!(may, "{here:?} before the practitioner's own view");
    }
    if here == Screen::Suggestion {
        assert!(case.revealed.is_some(), "when it was first seen is on record");
    }
    if before.case.as_ref() != Some(case) {
        check_case(open);
    }
    if goes_on(before, case) && case.answers.iter().any(|a| a.to_review) {
        let (was, is) = (before.lowest, open.assessment().span.lowest);
        assert!(is >= was, "the result fell from {was:?} to {is:?} while answers wait");
    }
}

/// The case is kept as it is, and what is shown is what it comes to.
fn check_case(open: &Open) {
    let case = open.case();
    let text = file::to_text(case).expect("it is written");
    let read = file::read(text.as_bytes()).expect("it is read");
    assert!(read == *case, "a case comes back as it was");
    let fresh = assess::assess(open.framework(), case, case.as_of);
    assert_eq!(format!("{fresh:?}"), format!("{:?}", open.assessment()), "what is shown is not stale");
    let reviewing = case.answers.iter().any(|a| a.to_review);
    assert!(reviewing || case.held.is_none(), "nothing is held once nothing waits");
}

/// Whether the case is the one that was open, with more done to it and nothing taken back.
fn goes_on(before: &Before, case: &Case) -> bool {
    let Some(was) = &before.case else { return false };
    let known = was.log.len();
    // Letters that are still being typed go into the last entry.
    let settled = known.saturating_sub(1);
    case.log.len() >= known
        && was.log[..settled] == case.log[..settled]
        && !case.log[settled..].iter().any(|entry| entry.takes_back)
}

/// What the folder holds by then is the papers and cases that were saved there: nothing half-written.
fn nothing_half_written(folder: &Path) {
    for entry in fs::read_dir(folder).expect("the folder") {
        let name = entry.expect("an entry").file_name().display().to_string();
        assert!(!name.contains(".part"), "{name} was left behind");
    }
}

#[test]
fn random_hands_break_nothing() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let steps = usize::try_from(number("MONKEY_STEPS").unwrap_or(1000)).expect("it fits");
    let seed = number("MONKEY_SEED").unwrap_or(20_261_124);
    let mut chance = Chance(seed);
    let mut story = Story::new(seed);
    let mut reached = std::collections::BTreeMap::new();
    while story.step < steps {
        let folder = tempfile::tempdir().expect("a folder");
        let files = files(folder.path());
        let mut window = window::keeping_in(folder.path());
        story.tell("a new window");
        if chance.below(2) == 0 {
            story.tell("a case whose suggestion was shown");
            let family = chance.below(2) == 0;
            window.input_mut().dropped_files.push(Arc::new(Dropped(shown(folder.path(), family))));
            window.run_ok();
            assert_eq!(screen(&window), Screen::Suggestion);
        }
        for _ in 0..LIFE.min(steps.saturating_sub(story.step)) {
            let before = before(&window);
            act(&mut window, &mut chance, &mut story, &files);
            window.run_ok();
            check(&window, &before);
            for name in places(&window) {
                *reached.entry(name).or_insert(0) += 1;
            }
        }
        nothing_half_written(folder.path());
    }
    println!("MONKEY_SEED={seed}, {} steps; {reached:?}", story.step);
    // A short walk does not come everywhere.
    let expected = if steps < 10_000 { &["Start", "Safety", "LookUp"][..] } else { EVERYWHERE };
    for screen in expected {
        assert!(reached.contains_key(*screen), "never came to {screen}: {reached:?}");
    }
}
