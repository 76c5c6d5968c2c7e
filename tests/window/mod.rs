//! What the window's tests share: the program without a renderer, its clock standing still.

#![allow(dead_code, reason = "each test file uses its own part of this")]

pub mod tour;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use eframe::egui::DroppedFile;
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable as _},
};
use jiff::civil::date;
use levels_of_need::{
    app::{LonApp, journey::Screen, platform::Clock, session::Open},
    case::{Case, file},
    framework::{self, Framework, builtin},
    vault::{Folder, disk::Machine},
};

pub use eframe::egui::{Key, Modifiers, accesskit::Role};

pub type Window = Harness<'static, LonApp>;

/// Monday, 23 November 2026, five to five.
const STILL: Clock = Clock { now: || date(2026, 11, 23).at(16, 55, 0, 0), code: || "7Q4K".to_owned() };

pub fn liverpool() -> Framework {
    let files = builtin::files("liverpool").expect("Liverpool is built in");
    framework::load(files).framework.expect("Liverpool is sound")
}

pub fn window() -> Window {
    sized([1280.0, 800.0])
}

pub fn sized(size: [f32; 2]) -> Window {
    sized_over(liverpool(), size)
}

/// A window that has another framework built in.
pub fn sized_over(framework: Framework, size: [f32; 2]) -> Window {
    let mut window = Harness::builder()
        .with_size(size)
        .build_eframe(|cc| LonApp::new(&cc.egui_ctx, Arc::new(framework), STILL).expect("a theme"));
    window.run();
    window
}

/// A window that opens no file window and offers to save in a folder of the test's.
pub fn kept_in(folder: &Path) -> Window {
    let folder = folder.to_owned();
    let mut window = Harness::builder().with_size([1280.0, 800.0]).build_eframe(move |cc| {
        LonApp::new(&cc.egui_ctx, Arc::new(liverpool()), STILL).expect("a theme").kept_in(folder)
    });
    window.run();
    window
}

/// The same, and checks are kept there as well.
pub fn keeping_in(folder: &Path) -> Window {
    keeping_at(folder, STILL)
}

/// The same on another day.
pub fn keeping_at(folder: &Path, clock: Clock) -> Window {
    keeping(folder, clock, liverpool())
}

/// The same with another framework built in.
pub fn keeping_under(folder: &Path, framework: Framework) -> Window {
    keeping(folder, STILL, framework)
}

fn keeping(folder: &Path, clock: Clock, framework: Framework) -> Window {
    let folder = folder.to_owned();
    let mut window = Harness::builder().with_size([1280.0, 800.0]).build_eframe(move |cc| {
        let app = LonApp::new(&cc.egui_ctx, Arc::new(framework), clock).expect("a theme");
        let checks = Folder::new(folder.join("checks"), Arc::new(Machine));
        app.kept_in(folder).keeping_in(checks, ("anna".to_owned(), "PC7".to_owned()))
    });
    window.run();
    window
}

/// A check that was decided on, with nothing else in it, at the page about the call.
pub fn at_the_call() -> Window {
    let mut window = window();
    button(&mut window, "Start a new check");
    for _ in 0..60 {
        if screen(&window) == Screen::OwnView {
            break;
        }
        keys(&mut window, Modifiers::ALT, Key::ArrowRight);
    }
    radio(&mut window, "Which level and which help fits best?", "Not sure yet");
    button(&mut window, "Show the suggestion");
    keys(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(screen(&window), Screen::Decision);
    radio(&mut window, "What do you decide?", "Level 4: Child in need");
    keys(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(screen(&window), Screen::Call);
    window
}

/// The window with a worked case of Liverpool's open, on *Check your answers*.
pub fn with_case(name: &str, change: impl Fn(&mut Case)) -> (Window, tempfile::TempDir) {
    let files = builtin::files("liverpool").expect("Liverpool is built in");
    let path = format!("cases/{name}.ron");
    let bytes = files.into_iter().find(|f| f.path == path).expect("the case").bytes;
    let mut case = file::read(&bytes).expect("it reads");
    change(&mut case);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("case.lon");
    file::save(&case, &path).expect("it is saved");
    let mut window = window();
    write(&mut window, Role::TextInput, "Or type where the file is", &path.display().to_string());
    button(&mut window, "Open this file");
    assert_eq!(screen(&window), Screen::Check);
    (window, folder)
}

pub fn to_suggestion(window: &mut Window) {
    button(window, "Continue");
    radio(window, "Which level and which help fits best?", "Not sure yet");
    button(window, "Show the suggestion");
    assert_eq!(screen(window), Screen::Suggestion);
}

/// A file dropped on the window, opened by its path.
#[derive(Debug)]
pub struct Dropped(pub PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("it is opened by its path".to_owned())
    }
}

pub fn press(window: &mut Window, role: Role, name: &str) {
    find(window, role, name).click_accesskit();
    window.run();
}

pub fn button(window: &mut Window, name: &str) {
    press(window, Role::Button, name);
}

pub fn radio(window: &mut Window, group: &str, name: &str) {
    let group = window.get_by_role_and_label(Role::RadioGroup, group);
    group.get_by_role_and_label(Role::RadioButton, name).click_accesskit();
    window.run();
}

pub fn find<'a>(window: &'a Window, role: Role, name: &'a str) -> Node<'a> {
    window.get_by_role_and_label(role, name)
}

pub fn write(window: &mut Window, role: Role, name: &str, text: &str) {
    find(window, role, name).focus();
    window.run();
    find(window, role, name).type_text(text);
    window.run();
}

pub fn has(window: &Window, role: Role, name: &str) -> bool {
    window.query_all_by_role_and_label(role, name).next().is_some()
}

/// Whether any text on screen has these words.
pub fn says(window: &Window, words: &str) -> bool {
    let has = |node: &Node<'_>| {
        let node = node.accesskit_node();
        [node.label(), node.value()].into_iter().flatten().any(|text| text.contains(words))
    };
    window.root().children_recursive().any(|node| has(&node))
}

/// How many buttons have this name.
pub fn buttons(window: &Window, name: &str) -> usize {
    window.query_all_by_role_and_label(Role::Button, name).count()
}

pub fn screen(window: &Window) -> Screen {
    window.state().session().screen()
}

pub fn open(window: &Window) -> &Open {
    window.state().session().open().expect("an open check")
}

pub fn key(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run();
}

pub fn keys(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

/// The name of what has the keyboard.
pub fn focused(window: &Window) -> Option<(Role, String)> {
    let node = window.root().children_recursive().find(|node| node.accesskit_node().is_focused())?;
    let node = node.accesskit_node();
    Some((node.role(), node.label().unwrap_or_default()))
}

/// Presses Tab until something of this name has the keyboard.
pub fn tab_to(window: &mut Window, role: Role, name: &str) {
    let mut passed = Vec::new();
    for _ in 0..200 {
        let here = focused(window);
        if here.as_ref().is_some_and(|(r, n)| *r == role && n == name) {
            return;
        }
        passed.push(here);
        key(window, Key::Tab);
    }
    panic!("no way by Tab to {role:?} {name:?}; passed {passed:?}");
}
