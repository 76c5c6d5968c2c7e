//! Random hands on the window: whatever is pressed, typed or dropped, nothing breaks and no promise does.
//!
//! `MONKEY_STEPS` says how many things are done (1,000 without it) and `MONKEY_SEED` begins elsewhere. A failure
//! tells the seed and the last things done.

mod window;

use std::{
    collections::VecDeque,
    fmt::Debug,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use eframe::egui::{self, Event, Pos2, Vec2, vec2};
use egui_kittest::kittest::NodeT as _;
use levels_of_need::{
    app::{
        journey::Screen,
        session::{Open, looks_up},
    },
    assess,
    case::{Case, after::FrontDoor, file, model::OwnView},
    framework::{self, builtin, model::PathwayIx},
};
use window::{Dropped, Key, Modifiers, Role, Window, has, says, screen};

const DANGER: &str = "Danger now F2";
/// A window lives this long; then another begins at the start.
const LIFE: usize = 400;

/// What people type, paste, or leave in by mistake.
const TEXTS: &[&str] = &[
    "hungry",
    "She said \"I'm not going home\".",
    "Zo\u{eb} O\u{2019}Brien-\u{141}ukasz",
    "5",
    "87",
    "-1",
    "99999999999999999999",
    "4 May 2027",
    "31/2/2027",
    "2027-05-04",
    " ",
    "\t",
    "a\nb\r\nc",
    "Case(schema: 1)",
    "\\ \" ' # r#\"x\"# (( [[ {{ }}",
    "{} {0} {:?}",
    "<b>&amp;</b>",
    "bruise",
    "vape",
    "not eating",
    "paper.pdf",
    "paper.txt",
    "case.lon",
    "e\u{301}",
    "\u{dc}n\u{ef}c\u{f6}d\u{e9} \u{df} \u{e6} \u{f8}",
    "?",
];

/// The keys that mean something to the program or to a text field.
const KEYS: &[Key] = &[
    Key::Tab,
    Key::Tab,
    Key::Tab,
    Key::Space,
    Key::Enter,
    Key::Escape,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Backspace,
    Key::Delete,
    Key::F1,
    Key::F2,
    Key::F3,
    Key::F9,
    Key::Questionmark,
    Key::A,
];

/// The keys of the program that are pressed with others held.
const SHORTCUTS: &[(Modifiers, Key)] = &[
    (Modifiers::COMMAND, Key::Z),
    (Modifiers::COMMAND, Key::Z),
    (Modifiers::COMMAND, Key::Y),
    (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z),
    (Modifiers::COMMAND, Key::F),
    (Modifiers::COMMAND, Key::N),
    (Modifiers::COMMAND, Key::O),
    (Modifiers::COMMAND, Key::S),
    (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S),
    (Modifiers::COMMAND, Key::Q),
    (Modifiers::COMMAND, Key::Plus),
    (Modifiers::COMMAND, Key::Minus),
    (Modifiers::COMMAND, Key::Num0),
    (Modifiers::COMMAND, Key::A),
    (Modifiers::COMMAND, Key::Backspace),
    (Modifiers::SHIFT, Key::Tab),
    (Modifiers::ALT, Key::ArrowRight),
    (Modifiers::ALT, Key::ArrowRight),
    (Modifiers::ALT, Key::ArrowRight),
    (Modifiers::ALT, Key::ArrowRight),
    (Modifiers::ALT, Key::ArrowLeft),
];

/// Chance that can be had again: the same seed does the same things.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).expect("it is small")).expect("it is smaller")
    }

    fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    fn share(&mut self) -> f32 {
        f32::from(u16::try_from(self.next() % 1001).expect("it is small")) / 1000.0
    }
}

/// The last things done, told when something breaks.
struct Story {
    seed: u64,
    step: usize,
    last: VecDeque<String>,
}

impl Story {
    fn tell(&mut self, what: impl Debug) {
        self.step += 1;
        self.last.push_back(format!("{}: {what:?}", self.step));
        if self.last.len() > 25 {
            self.last.pop_front();
        }
    }
}

impl Drop for Story {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("MONKEY_SEED={} broke at step {}:", self.seed, self.step);
            for line in &self.last {
                println!("  {line}");
            }
        }
    }
}

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

/// What can be pressed or written in.
const ROLES: [Role; 6] = [
    Role::Button,
    Role::RadioButton,
    Role::CheckBox,
    Role::TextInput,
    Role::MultilineTextInput,
    Role::MenuItem,
];

/// Everything that can be pressed or written in, by its place among them, with its name.
fn targets(window: &Window) -> Vec<(Role, String, egui::Rect)> {
    let nodes = window.root().children_recursive();
    let wanted = nodes.filter(|node| ROLES.contains(&node.accesskit_node().role()));
    wanted
        .map(|node| {
            let own = node.accesskit_node();
            (own.role(), own.label().unwrap_or_default(), node.rect())
        })
        .collect()
}

fn click_target(window: &Window, at: usize) {
    let mut nodes =
        window.root().children_recursive().filter(|node| ROLES.contains(&node.accesskit_node().role()));
    if let Some(node) = nodes.nth(at) {
        node.click_accesskit();
    }
}

fn point(window: &Window, at: Pos2) {
    let button = egui::PointerButton::Primary;
    window.event(Event::PointerMoved(at));
    for pressed in [true, false] {
        window.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
    }
}

/// Does one thing.
fn act(window: &mut Window, chance: &mut Chance, story: &mut Story, files: &[PathBuf]) {
    match chance.below(100) {
        0..45 => {
            let targets = targets(window);
            let at = chance.below(targets.len());
            let Some((role, name, rect)) = targets.get(at) else { return };
            if chance.below(4) == 0 {
                story.tell(("point at", role, name, rect.center()));
                point(window, rect.center());
            } else {
                story.tell(("press", role, name));
                click_target(window, at);
            }
        }
        45..60 => {
            let key = *chance.one_of(KEYS);
            story.tell(key);
            window.key_press(key);
        }
        60..74 => {
            let (held, key) = *chance.one_of(SHORTCUTS);
            story.tell((held, key));
            window.key_press_modifiers(held, key);
        }
        74..88 => {
            let text = *chance.one_of(TEXTS);
            story.tell(("type", text));
            // Into a field, if there is one; else at whatever has the keyboard.
            let targets = targets(window);
            let fields: Vec<usize> = (0..targets.len())
                .filter(|&at| matches!(targets[at].0, Role::TextInput | Role::MultilineTextInput))
                .collect();
            if !fields.is_empty() && chance.below(4) > 0 {
                click_target(window, *chance.one_of(&fields));
                window.run_ok();
            }
            window.event(if chance.below(3) == 0 {
                Event::Paste(text.to_owned())
            } else {
                Event::Text(text.to_owned())
            });
        }
        88 => {
            let text = "x".repeat(30_000);
            story.tell("paste far too much");
            window.event(Event::Paste(text));
        }
        89 => {
            let path = chance.one_of(files).display().to_string();
            story.tell(("type", &path));
            window.event(Event::Text(path));
        }
        90 | 91 => {
            let dropped: Vec<PathBuf> =
                (0..=chance.below(8) / 7).map(|_| chance.one_of(files).clone()).collect();
            story.tell(("drop", &dropped));
            let handles = dropped.into_iter().map(|path| Arc::new(Dropped(path)) as egui::DroppedFileHandle);
            window.input_mut().dropped_files.extend(handles);
        }
        92 => {
            story.tell("drag over");
            let hovered = egui::HoveredFile { path: Some(chance.one_of(files).clone()), mime: String::new() };
            window.input_mut().hovered_files = vec![hovered];
            window.step();
            window.input_mut().hovered_files.clear();
        }
        93 => {
            let size = vec2(400.0 + 1200.0 * chance.share(), 300.0 + 700.0 * chance.share()).round();
            story.tell(("size", size));
            window.set_size(size);
        }
        94 => {
            let zoom = *chance.one_of(&[1.0, 1.0, 1.5, 2.0, 3.0]);
            story.tell(("zoom", zoom));
            window.ctx.set_zoom_factor(zoom);
        }
        95 => {
            story.tell("asked to close");
            let viewport = window.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
            viewport.events.push(egui::ViewportEvent::Close);
            window.step();
            window.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default().events.clear();
        }
        96 | 97 => {
            let by = Vec2::new(0.0, 2000.0 * (chance.share() - 0.5));
            story.tell(("scroll", by));
            let size = window.ctx.content_rect().size();
            window.event(Event::PointerMoved(Pos2::new(size.x * chance.share(), size.y * chance.share())));
            window.event(Event::MouseWheel {
                unit: egui::MouseWheelUnit::Point,
                delta: by,
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Unknown,
                modifiers: Modifiers::NONE,
            });
        }
        _ => {
            let size = window.ctx.content_rect().size();
            let at = Pos2::new(size.x * chance.share(), size.y * chance.share());
            story.tell(("point", at));
            point(window, at);
        }
    }
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
    assert!(blank || has(window, Role::Button, DANGER), "danger now is one key away on {here:?}");
    let Some(open) = session.open() else {
        let free = looks_up(here) || matches!(here, Screen::Start | Screen::Frameworks);
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
    let mut story = Story { seed, step: 0, last: VecDeque::new() };
    let mut reached = std::collections::BTreeMap::new();
    while story.step < steps {
        let folder = tempfile::tempdir().expect("a folder");
        let files = files(folder.path());
        let mut window = window::kept_in(folder.path());
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
