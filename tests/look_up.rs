//! The look-up with and without a check, words explained where they stand, what is dropped, and every key.

mod window;

use std::{path::Path, sync::Arc};

use eframe::egui::HoveredFile;
use egui_kittest::kittest::Queryable as _;
use levels_of_need::{
    app::journey::Screen,
    case::{Answer, file},
};
use window::{
    Dropped, Key, Modifiers, Role, Window, button, find, focused, has, key, keys, open, press, radio, says,
    screen, tab_to, window, write,
};

const SEARCH: &str = "One or two words, such as bruise, vape or not eating";
const HUNGRY: &str = "Often hungry, or looking for food, and it has gone on after it was raised";
const DANGER: &str = "Have you seen, heard or been told that the child or somebody else is in danger now?";

fn look_up(window: &mut Window, words: &str) {
    keys(window, Modifiers::COMMAND, Key::F);
    assert_eq!(screen(window), Screen::LookUp);
    write(window, Role::TextInput, SEARCH, words);
}

/// The text of an indicator of Liverpool's.
fn sign(id: &str) -> String {
    let framework = window::liverpool();
    framework.indicators.iter().find(|i| i.id == id).expect("it is there").text.clone()
}

#[test]
fn a_word_leads_to_a_sign_and_back_without_a_check() {
    let mut window = window();
    button(&mut window, "Search by a word\u{2026}");
    assert_eq!(focused(&window), Some((Role::TextInput, SEARCH.to_owned())), "one can type at once");
    write(&mut window, Role::TextInput, SEARCH, "bruised baby");
    assert!(says(&window, "found"));
    button(&mut window, &sign("mark-non-mobile"));
    assert!(matches!(screen(&window), Screen::Sign(_)));
    assert!(window.state().session().open().is_none(), "no check was begun");
    assert!(has(&window, Role::Heading, &sign("mark-non-mobile")));
    for words in [
        "Level 4: Child protection",
        "One sign is not the whole child",
        "This sign is enough by itself",
        "(This sign)",
        "Counts",
        "Who would know",
        "How it can be found out",
        "What it raises by itself",
        "Whom to consult",
        "Areas differ in who arranges",
    ] {
        assert!(says(&window, words), "{words}");
    }
    button(&mut window, &format!("See the page of: {}", sign("mark-just-moving")));
    assert!(has(&window, Role::Heading, &sign("mark-just-moving")));
    button(&mut window, "Back");
    assert!(has(&window, Role::Heading, &sign("mark-non-mobile")));
    button(&mut window, "Back");
    assert_eq!(screen(&window), Screen::LookUp);
    assert_eq!(find(&window, Role::TextInput, SEARCH).value().unwrap(), "bruised baby", "as it was left");
    button(&mut window, "Back");
    assert_eq!(screen(&window), Screen::Start);
}

#[test]
fn every_indicator_has_a_page_that_says_what_it_brings() {
    let framework = window::liverpool();
    let mut window = window();
    for indicator in framework.indicators.iter().step_by(9) {
        keys(&mut window, Modifiers::COMMAND, Key::F);
        find(&window, Role::TextInput, SEARCH).focus();
        window.run();
        keys(&mut window, Modifiers::COMMAND, Key::A);
        write(&mut window, Role::TextInput, SEARCH, &indicator.text);
        // Where two pages have a sign of the same words, its name says which.
        let alike = framework.indicators.iter().filter(|other| other.text == indicator.text).count();
        let page = framework.home_title(indicator.question);
        let name = if alike > 1 { format!("{} ({page})", indicator.text) } else { indicator.text.clone() };
        assert!(has(&window, Role::Button, &name), "its own words find it first: {}", indicator.id);
        button(&mut window, &name);
        assert!(has(&window, Role::Heading, &indicator.text));
        assert!(says(&window, &framework.pathway_line(indicator.pathway)), "{}", indicator.id);
        assert!(says(&window, &framework.source_line(&indicator.source)), "{}", indicator.id);
        assert!(has(&window, Role::Button, "Start a check with this"));
        button(&mut window, "Back");
        button(&mut window, "Back");
    }
    assert_eq!(screen(&window), Screen::Start, "each Back led where it came from");
}

#[test]
fn a_check_begins_with_what_was_looked_up_and_asks_everything_else() {
    let mut window = window();
    look_up(&mut window, "often hungry");
    button(&mut window, &sign("food-often-hungry"));
    button(&mut window, "Start a check with this");
    assert_eq!(screen(&window), Screen::Safety, "safety first, as ever");
    assert!(says(&window, "A new check has begun with what you looked up"));
    let case = open(&window).case();
    assert_eq!(case.concerns.len(), 1);
    assert_eq!(case.concerns[0].as_str(), "neglect");
    assert_eq!(case.answers.len(), 1, "only what was seen is answered");
    assert!(matches!(&case.answers[0].answer, Answer::Rung(id) if id.as_str() == "often-hungry"));
    assert_eq!(case.log.len(), 2, "each a change like any other");
    keys(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(open(&window).case().answers.is_empty(), "and taken back like any other");
    assert!(window.state().session().unsaved());

    // An open check that is not saved is not lost without a word.
    look_up(&mut window, "neglect");
    button(&mut window, "Start a check with this concern: Neglect");
    assert!(has(&window, Role::Heading, "Changes are not saved"));
    button(&mut window, "Stay here");
    assert_eq!(screen(&window), Screen::LookUp);
    button(&mut window, "Start a check with this concern: Neglect");
    button(&mut window, "Leave without saving");
    assert_eq!(screen(&window), Screen::Safety);
    assert_eq!(open(&window).case().log.len(), 1);
}

#[test]
fn a_sign_behind_a_gate_counts_and_its_gate_is_still_asked() {
    let framework = window::liverpool();
    let (behind, indicator) = framework
        .questions()
        .filter(|(_, q)| {
            !q.opened_by.is_empty() && framework.home_title(q.opened_by[0].question) == "Neglect"
        })
        .find_map(|(ix, q)| Some((ix, q.steps.last()?.indicator?)))
        .expect("a question behind a gate");
    let text = framework[indicator].text.clone();
    let mut window = window();
    look_up(&mut window, &text);
    button(&mut window, &text);
    button(&mut window, "Start a check with this");
    let now = open(&window);
    assert!(now.answered(behind).is_some() && now.to_review().is_empty());
    for gate in &framework[behind].opened_by {
        assert!(now.answered(gate.question).is_none(), "nobody answered the question before it");
    }
    assert_eq!(
        now.family().facts().next().unwrap().known[behind.0],
        Some(framework[behind].worst()),
        "and it counts"
    );
}

#[test]
fn from_a_question_to_a_signs_page_and_back_where_one_was() {
    let mut window = window();
    look_up(&mut window, "neglect");
    button(&mut window, "Start a check with this concern: Neglect");
    for _ in 0..4 {
        keys(&mut window, Modifiers::ALT, Key::ArrowRight);
    }
    let here = screen(&window);
    assert!(matches!(here, Screen::Question(_)));
    tab_to(&mut window, Role::Button, &format!("See the page of: {}", sign("food-often-hungry")));
    key(&mut window, Key::Enter);
    assert!(matches!(screen(&window), Screen::Sign(_)));
    assert!(says(&window, HUNGRY));
    tab_to(&mut window, Role::Button, "Back");
    key(&mut window, Key::Enter);
    assert_eq!(screen(&window), here);
    // Looking up was no step: what was begun on another page still comes back there.
    keys(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_ne!(screen(&window), here);
    keys(&mut window, Modifiers::ALT, Key::ArrowLeft);
    key(&mut window, Key::F3);
    keys(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(screen(&window), here, "on from a page that was looked up is back");
}

#[test]
fn words_are_explained_where_they_stand() {
    let framework = window::liverpool();
    let mut window = window();
    look_up(&mut window, &sign("mark-non-mobile"));
    button(&mut window, &sign("mark-non-mobile"));
    let term = framework.glossary.iter().find(|t| t.term == "Child protection enquiry").expect("a term");
    assert!(!says(&window, &term.means), "folded away until somebody asks");
    let name = window
        .query_all_by_role(Role::Button)
        .filter_map(|node| {
            use egui_kittest::kittest::NodeT as _;
            node.accesskit_node().label()
        })
        .find(|name| name.ends_with("on this page explained"))
        .expect("words explained");
    tab_to(&mut window, Role::Button, &name);
    key(&mut window, Key::Enter);
    assert!(has(&window, Role::Heading, "Words explained"));
    assert!(says(&window, &term.means));
    button(&mut window, "Hide the words explained");
    assert!(!says(&window, &term.means));
}

/// The answer stands among the levels, in the picture and in words; the page leads to its question and on from there.
#[test]
fn a_question_is_seen_across_the_levels_and_gone_to() {
    let framework = window::liverpool();
    let food = framework.questions.iter().position(|q| q.id == "neglect.food").expect("a question");
    let food = levels_of_need::framework::model::QuestionIx(food);
    let name = format!("Question: {}", framework[food].text);
    let mut window = window();
    look_up(&mut window, &framework[food].text);
    button(&mut window, &name);
    assert_eq!(screen(&window), Screen::Ladder(food));
    assert!(!has(&window, Role::Button, "Go to this question"), "there is no check to go to it in");
    for step in &framework[food].steps {
        assert!(says(&window, &step.means));
        let sign = step.indicator.expect("each stands for something");
        assert!(has(&window, Role::Button, &format!("See the page of: {}", framework[sign].text)));
    }
    assert!(!says(&window, "Your answer"));

    look_up(&mut window, &sign("food-often-hungry"));
    button(&mut window, &sign("food-often-hungry"));
    button(&mut window, "Start a check with this");
    look_up(&mut window, &framework[food].text);
    button(&mut window, &name);
    assert!(says(&window, &format!("{HUNGRY} (Your answer)")));
    button(&mut window, "Go to this question");
    assert_eq!(screen(&window), Screen::Question(food));
    // First what the answer has opened, then where one was.
    keys(&mut window, Modifiers::ALT, Key::ArrowRight);
    let Screen::Question(opened) = screen(&window) else { panic!("what it opened") };
    assert!(framework[opened].opened_by.iter().any(|gate| gate.question == food));
    keys(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(screen(&window), Screen::Safety, "and on from it is where one was");

    // One that this check does not ask says so, and leads nowhere.
    let other = framework.questions.iter().find(|q| q.id.as_str().starts_with("missing.")).expect("one");
    look_up(&mut window, &other.text);
    button(&mut window, &format!("Question: {}", other.text));
    assert!(says(&window, "This check does not ask it as things stand"));
    assert!(!has(&window, Role::Button, "Go to this question"));
}

#[test]
fn a_duty_is_found_read_and_left_without_a_check() {
    let framework = window::liverpool();
    let mut window = window();
    for duty in framework.duties.iter().step_by(5) {
        keys(&mut window, Modifiers::COMMAND, Key::F);
        find(&window, Role::TextInput, SEARCH).focus();
        window.run();
        keys(&mut window, Modifiers::COMMAND, Key::A);
        write(&mut window, Role::TextInput, SEARCH, &duty.title);
        button(&mut window, &format!("Duty: {}", duty.title));
        assert!(matches!(screen(&window), Screen::Duty(_)));
        for words in [&duty.title, &duty.action, &duty.who, &framework.source_line(&duty.source)] {
            assert!(says(&window, words), "{}: {words}", duty.id);
        }
        button(&mut window, "Back");
        button(&mut window, "Back");
    }
    assert_eq!(screen(&window), Screen::Start, "each Back led where it came from");
}

#[test]
fn the_sign_that_brings_a_duty_stands_on_its_page() {
    let mut window = window();
    look_up(&mut window, "lado");
    let framework = window::liverpool();
    let duty = framework.duties.iter().find(|duty| framework[duty.contact].id == "lado").expect("a duty");
    button(&mut window, &format!("Duty: {}", duty.title));
    let sign = framework.indicators.iter().find(|sign| duty.when.heeds(sign)).expect("a sign");
    tab_to(&mut window, Role::Button, &format!("See the page of: {}", sign.text));
    key(&mut window, Key::Enter);
    assert!(has(&window, Role::Heading, &sign.text));
    assert!(says(&window, &duty.title), "and the duty on the sign's");
}

#[test]
fn a_word_explained_is_found_where_one_looks_up_and_a_slip_is_told() {
    let framework = window::liverpool();
    let mut window = window();
    look_up(&mut window, "designatd officer");
    assert!(says(&window, "Nothing has it spelled like that. Here is what has: designated officer"));
    let term = framework.glossary.iter().find(|t| t.term == "Designated officer").expect("a term");
    assert!(says(&window, &term.means));
    // A long list is shown whole when somebody asks.
    keys(&mut window, Modifiers::COMMAND, Key::A);
    write(&mut window, Role::TextInput, SEARCH, "home");
    let more = window
        .query_all_by_role(Role::Button)
        .filter_map(|node| {
            use egui_kittest::kittest::NodeT as _;
            node.accesskit_node().label()
        })
        .find(|name| name.starts_with("Show all"))
        .expect("a long list");
    button(&mut window, &more);
    assert!(!has(&window, Role::Button, &more));
}

fn drop_on(window: &mut Window, paths: &[&Path]) {
    for path in paths {
        window.input_mut().dropped_files.push(Arc::new(Dropped(path.to_path_buf())));
    }
    window.run();
}

#[test]
fn a_case_that_is_dropped_is_opened_and_an_open_one_is_not_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.lon");
    let mut window = window();
    button(&mut window, "Start a new check");
    radio(&mut window, DANGER, "No");
    let case = open(&window).case().clone();
    file::save(&case, &path).unwrap();

    let hovered = HoveredFile { path: Some(path.clone()), mime: String::new() };
    window.input_mut().hovered_files.push(hovered);
    window.run_steps(3);
    assert!(says(&window, "Drop to open this check"));
    window.input_mut().hovered_files.clear();
    window.run();
    assert!(!says(&window, "Drop to open this check"));

    radio(&mut window, DANGER, "Yes");
    drop_on(&mut window, &[&path]);
    assert!(has(&window, Role::Heading, "Changes are not saved"), "it is asked first");
    button(&mut window, "Stay here");
    assert_eq!(open(&window).case().answers[0].answer, Answer::Yes);
    drop_on(&mut window, &[&path]);
    button(&mut window, "Leave without saving");
    assert_eq!(screen(&window), Screen::Check);
    assert_eq!(*open(&window).case(), case);
}

#[test]
fn what_is_dropped_and_is_no_case_is_told_plainly() {
    let minimal = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/frameworks/valid/minimal"));
    let folder = tempfile::tempdir().unwrap();
    let wrong = folder.path().join("photo.jpg");
    file::put(&wrong, &[0xff, 0xd8, 0xff]).unwrap();
    let mut window = window();
    drop_on(&mut window, &[&wrong]);
    assert!(says(&window, "The check was not opened"));
    drop_on(&mut window, &[&wrong, &wrong]);
    assert!(says(&window, "at a time"));
    drop_on(&mut window, &[&minimal.join("framework.ron")]);
    assert!(says(&window, "Drop the folder that it is in"));
    drop_on(&mut window, &[folder.path()]);
    assert!(says(&window, "The folder"), "no framework is in it");
    drop_on(&mut window, &[minimal]);
    assert_eq!(screen(&window), Screen::Frameworks);
    assert!(says(&window, "Anytown, 1"));
    // A page of one framework is never shown as another's.
    keys(&mut window, Modifiers::COMMAND, Key::F);
    drop_on(&mut window, &[minimal]);
    key(&mut window, Key::F9);
    drop_on(&mut window, &[&wrong]);
    key(&mut window, Key::F9);
    assert!(!says(&window, "The check was not opened"), "a blank screen takes nothing");
}

/// Each key of the list does what the list says.
#[test]
fn every_key_does_what_it_says() {
    let mut window = window();
    key(&mut window, Key::F1);
    assert!(has(&window, Role::Heading, "Keyboard shortcuts"));
    for line in ["Ctrl+N", "Ctrl+O", "Ctrl+S", "Ctrl+Shift+S", "Ctrl+Q", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"] {
        assert!(says(&window, line), "{line}");
    }
    for line in ["Ctrl+F", "F3", "F9", "F2", "F1 or ?", "Redo", "Look something up", "Tab", "Esc"] {
        assert!(says(&window, line), "{line}");
    }
    key(&mut window, Key::Escape);
    assert!(!has(&window, Role::Heading, "Keyboard shortcuts"));

    tab_to(&mut window, Role::Button, "Start a new check");
    key(&mut window, Key::Questionmark);
    assert!(has(&window, Role::Heading, "Keyboard shortcuts"), "a second key for the list");
    key(&mut window, Key::Escape);
    assert_eq!(focused(&window), Some((Role::Button, "Start a new check".to_owned())), "back where one was");

    keys(&mut window, Modifiers::COMMAND, Key::N);
    assert_eq!(screen(&window), Screen::Safety);
    radio(&mut window, DANGER, "No");
    keys(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(open(&window).case().answers.is_empty());
    keys(&mut window, Modifiers::COMMAND, Key::Y);
    assert_eq!(open(&window).case().answers.len(), 1);
    keys(&mut window, Modifiers::COMMAND, Key::Z);
    keys(&mut window, Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    assert_eq!(open(&window).case().answers.len(), 1);
    keys(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(screen(&window), Screen::About);
    keys(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(screen(&window), Screen::Safety);
    for pressed in [Key::F, Key::F3] {
        let held = if pressed == Key::F { Modifiers::COMMAND } else { Modifiers::NONE };
        keys(&mut window, held, pressed);
        assert_eq!(screen(&window), Screen::LookUp);
        keys(&mut window, Modifiers::ALT, Key::ArrowLeft);
        assert_eq!(screen(&window), Screen::Safety);
    }
    key(&mut window, Key::F2);
    assert!(has(&window, Role::Heading, "If somebody is in danger now"));
    key(&mut window, Key::Escape);
    key(&mut window, Key::F9);
    assert!(has(&window, Role::Heading, "The screen is blank"));
    key(&mut window, Key::F9);
    for (held, heading) in [
        (Modifiers::COMMAND, "Save this check"),
        (Modifiers::COMMAND.plus(Modifiers::SHIFT), "Save this check"),
    ] {
        keys(&mut window, held, Key::S);
        assert!(has(&window, Role::Heading, heading));
        key(&mut window, Key::Escape);
    }
    let zoom = window.ctx.zoom_factor();
    keys(&mut window, Modifiers::COMMAND, Key::Plus);
    assert!(window.ctx.zoom_factor() > zoom);
    keys(&mut window, Modifiers::COMMAND, Key::Minus);
    assert!((window.ctx.zoom_factor() - zoom).abs() < 0.01);
    keys(&mut window, Modifiers::COMMAND, Key::Plus);
    keys(&mut window, Modifiers::COMMAND, Key::Num0);
    assert!((window.ctx.zoom_factor() - 1.0).abs() < f32::EPSILON);
}

/// What can be written in a text field is written there, and its own keys stay its own.
#[test]
fn no_key_is_taken_from_who_is_writing() {
    let mut window = window();
    button(&mut window, "Start a new check");
    let place = "Where is the child now, and who will be with them tonight?";
    write(&mut window, Role::MultilineTextInput, place, "At school");
    window.key_press_modifiers(Modifiers::SHIFT, Key::Questionmark);
    window.event(eframe::egui::Event::Text("?".to_owned()));
    window.run();
    assert!(!has(&window, Role::Heading, "Keyboard shortcuts"));
    assert_eq!(open(&window).case().whereabouts, "At school?");
    let before = open(&window).case().answers.len();
    for (held, pressed) in [
        (Modifiers::COMMAND, Key::A),
        (Modifiers::COMMAND, Key::Z),
        (Modifiers::COMMAND, Key::Y),
        (Modifiers::COMMAND, Key::ArrowLeft),
        (Modifiers::COMMAND, Key::Backspace),
        // AltGr, where it comes as both, writes a letter.
        (Modifiers::COMMAND.plus(Modifiers::ALT), Key::N),
        (Modifiers::COMMAND.plus(Modifiers::ALT), Key::Q),
    ] {
        keys(&mut window, held, pressed);
        assert_eq!(screen(&window), Screen::Safety, "{pressed:?}");
        assert!(!has(&window, Role::Heading, "Changes are not saved"), "{pressed:?}");
    }
    assert_eq!(open(&window).case().answers.len(), before);
    press(&mut window, Role::Button, "Continue");
}

/// With text at 300% the list of keys is longer than the window: it scrolls by keyboard.
#[test]
fn the_list_of_keys_can_be_read_at_any_size_of_text() {
    for zoom in [2.0, 3.0] {
        let mut window = window();
        window.ctx.set_zoom_factor(zoom);
        window.run();
        key(&mut window, Key::F1);
        let whole = window.ctx.content_rect();
        let close = find(&window, Role::Button, "Close").rect();
        assert!(whole.contains_rect(close), "at {zoom}: {close:?} of {whole:?}");
        let last = || find(&window, Role::Label, "Keyboard shortcuts").rect();
        let before = last().top();
        assert!(last().right() <= whole.right(), "nothing is cut off at {zoom}");
        for _ in 0..60 {
            key(&mut window, Key::PageDown);
        }
        let after = find(&window, Role::Label, "Keyboard shortcuts").rect();
        assert!(after.top() < before, "at {zoom} it moved: {before} to {}", after.top());
        assert!(whole.contains_rect(after), "at {zoom} the end can be read: {after:?}");
    }
}
