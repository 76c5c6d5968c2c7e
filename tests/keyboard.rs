//! The whole way by keyboard alone, from a worry to a saved referral.
//!
//! The keys that were pressed can be written to a file (`KEYS_OUT`), so that the same keys can be pressed
//! in a real window: `.ci/window` does.

mod window;

use std::path::Path;

use levels_of_need::{app::journey::Screen, framework::Id};
use window::{Key, Role, Window, focused, key, open, says, screen};

/// Presses keys as a person does, and keeps what was pressed.
struct Hands {
    window: Window,
    pressed: Vec<String>,
}

impl Hands {
    fn press(&mut self, pressed: Key, name: &str) {
        key(&mut self.window, pressed);
        self.pressed.push(format!("key {name}"));
    }

    fn tab_to(&mut self, role: Role, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..150 {
            let here = focused(&self.window);
            if here.as_ref().is_some_and(|(r, n)| *r == role && n == name) {
                return;
            }
            passed.extend(here);
            self.press(Key::Tab, "Tab");
        }
        panic!(
            "no way by Tab to {role:?} {name:?} on {:?}; passed {:?}",
            screen(&self.window),
            &passed[..passed.len().min(30)]
        );
    }

    fn button(&mut self, name: &str) {
        self.tab_to(Role::Button, name);
        self.press(Key::Enter, "Return");
    }

    /// Chooses an answer of this name at or after where the keyboard is.
    fn choose(&mut self, name: &str) {
        self.tab_to(Role::RadioButton, name);
        self.press(Key::Space, "space");
    }

    fn tick(&mut self, name: &str) {
        self.tab_to(Role::CheckBox, name);
        self.press(Key::Space, "space");
    }

    fn write(&mut self, role: Role, name: &str, text: &str) {
        self.tab_to(role, name);
        self.window.event(eframe::egui::Event::Text(text.to_owned()));
        self.window.run();
        self.pressed.push(format!("type {text}"));
    }

    fn on(&self, expected: Screen) {
        assert_eq!(screen(&self.window), expected);
    }
}

#[test]
fn a_worry_told_in_a_sentence_becomes_a_saved_referral_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    // The real window cannot be told this test's folder, so the path it types comes from outside.
    let paper = std::env::var("PAPER_OUT")
        .unwrap_or_else(|_unset| folder.path().join("referral.pdf").display().to_string());
    let mut hands = Hands { window: window::window(), pressed: Vec::new() };

    hands.button("Start a new check");
    hands.on(Screen::Safety);
    for _ in 0..5 {
        hands.choose("No");
        hands.press(Key::Tab, "Tab");
    }
    hands.button("Continue");
    hands.on(Screen::About);
    hands.choose("5 to 11");
    hands.choose("Teacher or other school staff");
    hands.button("Continue");
    hands.on(Screen::Worry);
    hands.write(
        Role::MultilineTextInput,
        "What has happened, and what worries you",
        "Comes hungry most Mondays and asks for food.",
    );
    hands.button("Continue");
    hands.on(Screen::Concerns);
    hands.tick("Neglect");
    hands.button("Continue");

    let framework = window::liverpool();
    let mut answers = 7;
    while let Screen::Question(question) = screen(&hands.window) {
        let asked = &framework[question];
        let concern = asked.id.as_str().starts_with("neglect.");
        if asked.id == "neglect.food" {
            hands.choose(&asked.steps[2].means.clone());
            answers += 1;
        } else if concern || asked.id == "effect.child" {
            let least = match asked.steps[0].id.as_str() {
                "no" => "No".to_owned(),
                "yes" => "Yes".to_owned(),
                _ => asked.steps[0].means.clone(),
            };
            hands.choose(&least);
            answers += 1;
        } else {
            hands.button("Continue without an answer");
            continue;
        }
        hands.button("Continue");
    }
    hands.on(Screen::Told);
    hands.button("Continue");
    hands.on(Screen::Check);
    hands.button("Continue");
    hands.on(Screen::OwnView);
    assert!(!says(&hands.window, "At least Level"), "no suggestion before the own view");
    hands.choose("Level 2, Emerging needs: Early help assessment");
    hands.button("Show the suggestion");
    hands.on(Screen::Suggestion);
    assert!(answers <= 15, "a first suggestion after {answers} answers");
    let suggested = open(&hands.window).assessment().span.lowest.expect("a level");
    assert_eq!(framework.level_of(suggested).id, "level-2");

    hands.button("I agree");
    hands.on(Screen::Referral);
    hands.button("Add a child");
    hands.write(Role::TextInput, "Name", "Amira Test");
    let field = "Or type where to save it";
    hands.write(Role::TextInput, field, &paper);
    hands.button("Save there");
    assert!(says(&hands.window, "Saved."), "the paper is saved, and the window says so");

    let bytes = std::fs::read(&paper).expect("the paper is there");
    let pdf = lopdf::Document::load_mem(&bytes).expect("it is a PDF");
    let pages: Vec<u32> = pdf.get_pages().keys().copied().collect();
    let text: String =
        pdf.extract_text(&pages).expect("its text").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Amira Test"), "{text}");
    assert!(text.contains("Comes hungry most Mondays"), "{text}");
    if std::env::var_os("PAPER_OUT").is_none() {
        let left = std::fs::read_dir(folder.path()).expect("the folder").count();
        assert_eq!(left, 1, "the paper, and nothing half-written beside it");
    }
    let case = open(&hands.window).case();
    assert_eq!(case.decision.as_ref().map(|d| d.pathway.clone()), Id::new("early-help").ok());

    if let Ok(out) = std::env::var("KEYS_OUT") {
        levels_of_need::case::file::put(Path::new(&out), hands.pressed.join("\n").as_bytes())
            .expect("the keys are kept");
    }
}
