//! The whole way by keyboard alone, from a worry to a saved referral, for three worries that differ.
//!
//! The keys of the first that were pressed can be written to a file (`KEYS_OUT`), so that the same keys can be pressed
//! in a real window: `.ci/window` does.

mod secret;
mod window;

use egui_kittest::kittest::NodeT as _;
use std::path::{Path, PathBuf};

use levels_of_need::{
    app::journey::Screen,
    case::{Answer, Case, file},
    framework::{Framework, Id, builtin, model::QuestionIx},
};
use window::{Key, Modifiers, Role, Window, focused, key, keys, open, says, screen};

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

    fn chord(&mut self, held: Modifiers, pressed: Key, name: &str) {
        keys(&mut self.window, held, pressed);
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

    fn new() -> Self {
        Self { window: window::window(), pressed: Vec::new() }
    }

    /// Begins a check, and answers no to so many safety questions.
    fn begin(&mut self, answers: usize) {
        self.button("Start a new check");
        self.on(Screen::Safety);
        for _ in 0..answers {
            self.choose("No");
            self.press(Key::Tab, "Tab");
        }
    }

    /// Answers what a worked case answers, and goes past the rest, until the questions end.
    fn answer_like(&mut self, framework: &Framework, case: &Case) {
        while let Screen::Question(question) = screen(&self.window) {
            let given = case.answers.iter().find(|a| a.question == framework[question].id);
            match given {
                Some(given) => {
                    self.answer(framework, question, &given.answer);
                    self.button("Continue");
                }
                None => self.button("Continue without an answer"),
            }
        }
    }

    fn answer(&mut self, framework: &Framework, question: QuestionIx, answer: &Answer) {
        let asked = &framework[question];
        match answer {
            Answer::Yes => self.choose("Yes"),
            Answer::No => self.choose("No"),
            Answer::NotKnown => self.choose("Not known yet"),
            Answer::Rung(id) => {
                let step = asked.steps.iter().find(|step| step.id == *id).expect("a rung");
                self.choose(&step.means.clone());
            }
            Answer::Number(number) => {
                self.press(Key::Tab, "Tab");
                self.window.event(eframe::egui::Event::Text(number.to_string()));
                self.window.run();
            }
        }
    }

    /// Saves the paper that is shown, where it is typed, and reads it back.
    fn save_paper(&mut self, path: &Path) -> String {
        self.write(Role::TextInput, "Or type where to save it", &path.display().to_string());
        self.button("Save there");
        assert!(says(&self.window, "Saved."), "the paper is saved, and the window says so");
        std::fs::read_to_string(path).expect("the paper is there")
    }
}

/// A worked case of Liverpool's: what it answers, and what comes of it.
fn worked(name: &str) -> Case {
    let files = builtin::files("liverpool").expect("Liverpool is built in");
    let path = format!("cases/{name}.ron");
    let bytes = files.into_iter().find(|f| f.path == path).expect("the case").bytes;
    file::read(&bytes).expect("it reads")
}

fn paper_in(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("referral.txt")
}

#[test]
fn a_worry_told_in_a_sentence_becomes_a_saved_referral_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    // The real window cannot be told this test's folder, so the path it types comes from outside.
    let paper = std::env::var("PAPER_OUT")
        .unwrap_or_else(|_unset| folder.path().join("referral.pdf").display().to_string());
    let kept = tempfile::tempdir().expect("a folder");
    let mut hands = Hands { window: window::keeping_in(kept.path()), pressed: Vec::new() };

    hands.begin(5);
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
    hands.on(Screen::Call);
    hands.button("Continue");
    hands.on(Screen::Referral);
    hands.button("Add a child");
    hands.write(Role::TextInput, "Name of person 1", "Amira Test");
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
        file::put(Path::new(&out), hands.pressed.join("\n").as_bytes()).expect("the keys are kept");
    }
}

#[test]
fn domestic_abuse_told_by_a_health_visitor_is_judged_higher_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let framework = window::liverpool();
    let case = worked("domestic-abuse-never-alone");
    let mut hands = Hands::new();

    hands.begin(5);
    hands.button("Continue");
    hands.on(Screen::About);
    hands.choose("1 to 4");
    hands.choose("Health visitor");
    hands.button("Continue");
    hands.on(Screen::Worry);
    hands.button("Add a fact");
    hands.write(Role::MultilineTextInput, "Fact 1: What happened", "He answers for her");
    hands.choose("Seen");
    hands.button("Add a fact");
    hands.write(Role::MultilineTextInput, "Fact 2: What happened", "He has the cards");
    hands.button("Continue");
    hands.on(Screen::Concerns);
    hands.write(Role::TextInput, "A word, such as bruise, vape or hungry", "violence");
    hands.tick("Domestic abuse");
    hands.button("Continue");
    hands.answer_like(&framework, &case);

    hands.on(Screen::Told);
    hands.button("Add an adult");
    hands.write(Role::TextInput, "Adult 1: Who, in a word or two", "mother");
    hands.choose("Told, and agrees");
    hands.button("Add an adult");
    hands.write(Role::TextInput, "Adult 2: Who, in a word or two", "her husband");
    hands.choose("Not told on purpose: it could put somebody in danger or spoil an enquiry");
    hands.button("Continue");
    hands.on(Screen::Check);
    // Danger is one key away, and Escape leads back to where one was.
    key(&mut hands.window, Key::F2);
    assert!(says(&hands.window, "Ring 999"));
    key(&mut hands.window, Key::Escape);
    hands.on(Screen::Check);
    keys(&mut hands.window, Modifiers::ALT, Key::ArrowRight);
    hands.on(Screen::OwnView);
    hands.choose("Not sure yet");
    hands.button("Show the suggestion");
    hands.on(Screen::Suggestion);
    let span = open(&hands.window).assessment().span;
    let expect = case.expect.expect("an expectation");
    assert_eq!(span.lowest.map(|p| framework[p].id.clone()), expect.lowest);
    assert_eq!(framework[span.highest].id, expect.highest);

    hands.button("I judge it differently\u{2026}");
    hands.on(Screen::Decision);
    hands.choose("Level 4: Child protection");
    hands.write(Role::MultilineTextInput, "Why", "She is watched all day.");
    hands.button("Continue");
    // One rings first, and then writes.
    hands.on(Screen::Call);
    hands.button("Continue");
    hands.on(Screen::Referral);
    let text = hands.save_paper(&paper_in(&folder));
    for words in ["He answers for her", "He has the cards", "her husband"] {
        assert!(text.contains(words), "{words} is not in the paper:\n{text}");
    }
    let decided = open(&hands.window).case().decision.as_ref().map(|d| d.pathway.clone());
    assert_eq!(decided, Id::new("child-protection").ok());
}

#[test]
fn an_overdose_brings_the_telephone_first_and_is_finished_later_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let framework = window::liverpool();
    let case = worked("self-harm-overdose-nobody-comes");
    let mut hands = Hands::new();

    hands.begin(3);
    hands.choose("Yes");
    assert!(says(&hands.window, "Phone now, finish later"), "it stands there at once");
    hands.button("Whom to ring and why");
    hands.on(Screen::PhoneNow);
    hands.write(Role::TextInput, "Who you spoke to", "Duty social worker");
    hands.button("Go on with the check");
    hands.on(Screen::Safety);
    hands.button("Continue");
    hands.on(Screen::About);
    hands.choose("16 or 17");
    hands.button("Continue");
    hands.button("Continue");
    hands.on(Screen::Concerns);
    hands.tick("Child's mental health and self-harm");
    hands.button("Continue");
    hands.answer_like(&framework, &case);
    hands.on(Screen::Told);
    hands.button("Continue");
    hands.on(Screen::Check);
    hands.button("Continue");
    if screen(&hands.window) == Screen::OwnView {
        hands.button("Show the suggestion");
    }
    hands.on(Screen::Suggestion);
    let lowest = open(&hands.window).assessment().span.lowest.expect("a level");
    assert_eq!(Some(framework[lowest].id.clone()), case.expect.expect("an expectation").lowest);

    hands.button("I agree");
    // One rings first, and then writes.
    hands.on(Screen::Call);
    hands.button("Continue");
    hands.on(Screen::Referral);
    let text = hands.save_paper(&paper_in(&folder));
    assert!(text.contains("Duty social worker"), "the call is in the paper:\n{text}");
    assert!(text.contains("Child protection"), "{text}");
}

/// Every text of the check is a secret; `.ci/leaks` presses the same keys in the real program, and looks everywhere.
#[test]
fn a_secret_in_every_field_is_in_the_files_that_were_saved_and_nowhere_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = std::env::var("SECRETS_IN").map_or_else(|_unset| folder.path().to_owned(), PathBuf::from);
    let (case, planted) = secret::case();
    assert!(planted >= 35, "{planted} texts");
    let path = place.join("chosen.lon");
    file::save(&case, &path).expect("it is saved");
    let mut hands = Hands::new();
    hands.write(Role::TextInput, "Or type where the file is", &path.display().to_string());
    hands.button("Open this file");
    hands.on(Screen::Suggestion);
    hands.chord(Modifiers::ALT, Key::ArrowRight, "alt+Right");
    hands.chord(Modifiers::ALT, Key::ArrowRight, "alt+Right");
    hands.on(Screen::Call);
    hands.button("Copy the script");
    hands.button("Continue");
    hands.on(Screen::Referral);
    hands.button("Copy as text");
    for (saved, name) in ["chosen.pdf", "chosen.docx"].into_iter().enumerate() {
        hands.tab_to(Role::TextInput, "Or type where to save it");
        hands.chord(Modifiers::COMMAND, Key::A, "ctrl+a");
        hands.write(Role::TextInput, "Or type where to save it", &place.join(name).display().to_string());
        hands.button("Save there");
        assert!(says(&hands.window, "Saved."), "{saved} were saved before {name}");
    }
    hands.tab_to(Role::TextInput, "Name of person 1");
    hands.write(Role::TextInput, "Name of person 1", secret::SECRET);
    hands.chord(Modifiers::COMMAND, Key::A, "ctrl+a");
    hands.chord(Modifiers::COMMAND, Key::S, "ctrl+s");
    assert!(says(&hands.window, "The check was saved"));
    hands.chord(Modifiers::COMMAND, Key::Q, "ctrl+q");

    let root = hands.window.root();
    let name = root.accesskit_node().label().unwrap_or_default();
    assert!(!name.contains(secret::SECRET), "the window's name for a screen reader: {name}");
    for output in hands.window.output().viewport_output.values() {
        assert!(!format!("{:?}", output.commands).contains(secret::SECRET));
    }
    let mut saved: Vec<String> = std::fs::read_dir(&place)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().display().to_string())
        .collect();
    saved.sort();
    assert_eq!(saved, ["chosen.docx", "chosen.lon", "chosen.pdf"]);
    if let Ok(out) = std::env::var("SECRET_KEYS_OUT") {
        file::put(Path::new(&out), hands.pressed.join("\n").as_bytes()).expect("the keys are kept");
    }
}
