//! The training room: a session in front of a group, by keyboard, and what it leaves behind.

mod window;

use std::{path::Path, sync::Arc};

use egui_kittest::{Harness, kittest::NodeT as _};
use jiff::civil::date;
use levels_of_need::{
    app::{LonApp, journey::Screen, platform::Clock, training::Room},
    folder::read_folder,
    framework::{self, builtin},
    referral::phrases,
    training::{file, session::Round, story::Stories},
};
use window::{Key, Role, Window, button, focused, has, key, says, screen, tab_to, write};

const CLOCK: Clock = Clock { now: || date(2026, 11, 23).at(16, 55, 0, 0), code: || "7Q4K".to_owned() };

/// A window in the training room of Anytown, whose stories do not change.
fn room(folder: &Path) -> Window {
    room_of(folder, &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anytown"))
}

/// The same with the framework of another folder.
fn room_of(folder: &Path, framework: &Path) -> Window {
    let folder = folder.to_owned();
    let mut window = Harness::builder().with_size([1280.0, 800.0]).build_eframe(move |cc| {
        let app = LonApp::new(&cc.egui_ctx, Arc::new(window::tour::anytown()), CLOCK).expect("a theme");
        app.kept_in(folder)
    });
    window.run();
    button(&mut window, "See or change the framework");
    write(&mut window, Role::TextInput, "Or type where the folder is", &framework.display().to_string());
    button(&mut window, "Open this folder");
    assert!(says(&window, "The framework was opened"));
    button(&mut window, "Back");
    button(&mut window, "To the training room");
    window
}

fn press(window: &mut Window, role: Role, name: &str, pressed: Key) {
    tab_to(window, role, name);
    key(window, pressed);
}

fn type_number(window: &mut Window, name: &str, number: u32) {
    tab_to(window, Role::TextInput, name);
    window.event(eframe::egui::Event::Text(number.to_string()));
    window.run();
}

#[test]
fn a_whole_session_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut w = room(folder.path());
    press(&mut w, Role::CheckBox, "Two lunches", Key::Space);
    press(&mut w, Role::CheckBox, "After the row", Key::Space);
    assert!(says(&w, "about 35 minutes"));
    press(&mut w, Role::Button, "Begin in front of the room", Key::Enter);
    assert_eq!(screen(&w), Screen::Training(Room::Present));
    assert!(says(&w, "Speaks of a child who is hungry"));

    key(&mut w, Key::PageDown);
    assert!(says(&w, "asked a friend for theirs") && !says(&w, "The register says"));
    key(&mut w, Key::ArrowRight);
    type_number(&mut w, "Level 1, Universal needs", 3);
    type_number(&mut w, "Level 2, Emerging needs", 8);
    assert!(says(&w, "11 people"));
    // A clicker's key goes on, although a number is being typed.
    key(&mut w, Key::PageDown);
    assert!(says(&w, "The register says"));
    key(&mut w, Key::R);
    assert!(!says(&w, "11 people"));
    key(&mut w, Key::U);
    key(&mut w, Key::PageDown);
    type_number(&mut w, "Level 2, Emerging needs", 5);
    type_number(&mut w, "Level 3, Targeted needs", 6);
    type_number(&mut w, "Not sure", 1);
    key(&mut w, Key::Enter);
    assert!(says(&w, "Everything is told"));
    assert!(!says(&w, "Targeted help"), "nothing before it is asked for");
    key(&mut w, Key::R);
    assert!(says(&w, "Level 3: Targeted help") && says(&w, "Food that lapses and absence"));
    assert!(says(&w, "Level 2, Emerging needs: 5"));
    key(&mut w, Key::B);
    assert!(!says(&w, "Targeted help"), "blank");
    key(&mut w, Key::B);
    key(&mut w, Key::Space);
    assert!(says(&w, "Where the room parted"));
    key(&mut w, Key::Space);
    assert!(says(&w, "Who else knows K?"));
    key(&mut w, Key::Space);
    type_number(&mut w, "Level 3, Targeted needs", 12);
    key(&mut w, Key::PageDown);
    assert!(says(&w, "Level 3, Targeted needs: 6 alone, 12 after discussion"));
    key(&mut w, Key::Space);
    assert!(says(&w, "After the row") && says(&w, "Case 2 of 2"));
    key(&mut w, Key::PageUp);
    assert!(says(&w, "Before and after"), "back is back");
    key(&mut w, Key::PageDown);
    for _ in 0..6 {
        key(&mut w, Key::PageDown);
    }
    assert!(says(&w, "Good practitioners differ"), "the step after the last vote shows it");
    for _ in 0..5 {
        key(&mut w, Key::PageDown);
    }
    assert_eq!(screen(&w), Screen::Training(Room::Record));

    tab_to(&mut w, Role::MultilineTextInput, "Notes");
    w.event(eframe::egui::Event::Text("Some had not counted absence.".to_owned()));
    w.run();
    for (what, file) in [
        ("Save the record as PDF\u{2026}", "training-record-2026-11-23.pdf"),
        ("Save the ratings as a table\u{2026}", "training-ratings-2026-11-23.csv"),
        ("Keep the session\u{2026}", "training-2026-11-23.ron"),
    ] {
        press(&mut w, Role::Button, what, Key::Enter);
        press(&mut w, Role::Button, "Save it there", Key::Enter);
        assert!(folder.path().join(file).exists(), "{file}");
    }
    let pdf = std::fs::read(folder.path().join("training-record-2026-11-23.pdf")).expect("the record");
    let pdf = lopdf::Document::load_mem(&pdf).expect("a PDF");
    let pages: Vec<u32> = pdf.get_pages().keys().copied().collect();
    assert_eq!(pages.len(), 1, "one page");
    let text = pdf.extract_text(&pages).expect("text").split_whitespace().collect::<Vec<_>>().join(" ");
    for words in
        ["Two lunches", "After the row", "Levels of need in Anytown", "Some had not counted absence."]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(text.contains("6 of 12 said that level"), "{text}");
    let ratings = std::fs::read_to_string(folder.path().join("training-ratings-2026-11-23.csv")).unwrap();
    assert!(ratings.starts_with("rater,case,item,value\n"));
    assert_eq!(ratings.matches(",two-lunches,level,level-3").count(), 6);
    assert_eq!(ratings.matches(",two-lunches,level.discussed,level-3").count(), 12);

    // It outlives the program.
    let kept = folder.path().join("training-2026-11-23.ron");
    let session = file::session(&std::fs::read(&kept).unwrap()).expect("it reads");
    assert_eq!(session.cases[0].people(Round::Alone, 1, None), Some(1));
    let mut w = room(folder.path());
    write(&mut w, Role::TextInput, "Where the session's file is", &kept.display().to_string());
    button(&mut w, "Open this session");
    assert!(says(&w, "Some had not counted absence."));
    assert!(says(&w, "Level 3, Targeted needs: 6 alone, 12 after discussion"));
    assert!(has(&w, Role::Button, "Go on in front of the room"));
    assert!(focused(&w).is_some());
}

/// Everything that can be read on screen, or is told to a screen reader.
fn everything(window: &Window) -> String {
    let mut all = String::new();
    for node in window.root().children_recursive() {
        let node = node.accesskit_node();
        let texts = [node.label(), node.value(), node.description(), node.placeholder().map(str::to_owned)];
        for text in texts.into_iter().flatten() {
            all.push_str(&text);
            all.push('\n');
        }
    }
    all
}

/// Before the reveal nothing on the big screen says what a case comes to: for every story of every framework.
#[test]
fn nothing_gives_a_story_away_before_it_is_revealed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("tests/anytown")];
    folders.extend(builtin::ids().into_iter().map(|id| root.join("frameworks").join(id)));
    for folder in folders {
        let loaded = framework::load(read_folder(&folder).expect("it can be read"));
        let stories = Stories::read(&loaded.cases);
        assert!(stories.faulty.is_empty(), "{:?}", stories.faulty);
        if stories.told.is_empty() {
            continue;
        }
        let framework = loaded.framework.expect("it is sound");
        let kept = tempfile::tempdir().expect("a folder");
        let mut w = room_of(kept.path(), &folder);
        for story in &stories.told {
            press_on(&mut w, Role::CheckBox, story.title());
        }
        button(&mut w, "Begin in front of the room");
        for story in &stories.told {
            let mut secrets: Vec<&str> = story.points().iter().map(String::as_str).collect();
            secrets.extend(story.why());
            secrets.extend(["Good practitioners differ", "contested"]);
            let named = framework.pathways.iter().map(|pathway| pathway.title.as_str());
            let named: Vec<&str> =
                named.chain(framework.levels.iter().flat_map(|l| [l.label.as_str(), &l.name])).collect();
            assert!(says(&w, story.title()));
            // The title, then each part with its vote, then the page before the reveal.
            for step in 0..2 + 2 * story.instalments().len() {
                let all = everything(&w);
                let vote = step > 0 && step % 2 == 0;
                for secret in secrets.iter().chain(named.iter().filter(|_| !vote)) {
                    assert!(!all.contains(secret), "{}: step {step} says {secret:?}:\n{all}", story.id);
                }
                if step < 1 + 2 * story.instalments().len() {
                    key(&mut w, Key::PageDown);
                }
            }
            assert!(says(&w, "Everything is told"), "{}", story.id);
            key(&mut w, Key::R);
            let (shown, _) = phrases::span(&framework, &story.suggestion(&framework, story.last()));
            assert!(says(&w, &shown), "{}: {shown} is shown", story.id);
            for _ in 0..5 {
                key(&mut w, Key::PageDown);
            }
        }
        assert_eq!(screen(&w), Screen::Training(Room::Record));
    }
}

fn press_on(window: &mut Window, role: Role, name: &str) {
    window::press(window, role, name);
}
