//! The map of the whole framework: by mouse and by keyboard, with and without a check, and the list that says the same.

mod window;

use egui_kittest::{Node, kittest::NodeT as _};
use levels_of_need::{
    app::journey::Screen,
    framework::{Framework, model::QuestionIx},
};
use window::{
    Key, Modifiers, Role, Window, button, find, focused, has, key, keys, liverpool, open, radio, says,
    screen, tab_to, window, write,
};

fn on_the_map(title: &str) -> String {
    format!("On the map: {title}")
}

fn question(framework: &Framework, id: &str) -> QuestionIx {
    QuestionIx(framework.questions.iter().position(|q| q.id == id).expect("a question"))
}

/// What can be pressed on the map now.
fn nodes(window: &Window) -> Vec<Node<'_>> {
    let named = |node: &Node<'_>| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with("On the map: "))
    };
    window.root().children_recursive().filter(named).collect()
}

fn to_map(window: &mut Window) {
    keys(window, Modifiers::COMMAND, Key::M);
    assert_eq!(screen(window), Screen::Map);
}

/// A check about neglect that begins with an answer.
fn with_an_answer() -> Window {
    let mut window = window();
    keys(&mut window, Modifiers::COMMAND, Key::F);
    let framework = liverpool();
    let sign = framework.indicators.iter().find(|sign| sign.id == "food-often-hungry").expect("a sign");
    let field = "One or two words, such as bruise, vape or not eating";
    write(&mut window, Role::TextInput, field, &sign.text);
    button(&mut window, &sign.text);
    button(&mut window, "Start a check with this");
    window
}

#[test]
fn from_far_away_every_page_is_a_button_and_pressing_one_comes_near() {
    let framework = liverpool();
    let mut window = window();
    button(&mut window, "See the whole framework as a map");
    assert_eq!(screen(&window), Screen::Map);
    for title in
        framework.concerns.iter().map(|c| &c.title).chain(framework.sections.iter().map(|s| &s.title))
    {
        assert!(has(&window, Role::Button, &on_the_map(title)), "{title}");
    }
    button(&mut window, &on_the_map("Neglect"));
    let food = &framework[question(&framework, "neglect.food")].text;
    assert!(has(&window, Role::Button, &on_the_map(food)), "its questions are buttons from nearby");
    let seen = nodes(&window).len();
    assert!(seen < framework.questions.len() / 4, "only what can be seen is drawn: {seen}");
    button(&mut window, &on_the_map(food));
    assert_eq!(screen(&window), Screen::Ladder(question(&framework, "neglect.food")));
    button(&mut window, "Back");
    assert!(has(&window, Role::Button, &on_the_map(food)), "as it was left");
    button(&mut window, "Whole map");
    assert!(!has(&window, Role::Button, &on_the_map(food)));
    assert!(window.state().session().open().is_none(), "no check was begun");
}

#[test]
fn the_keys_on_screen_move_and_size_the_map() {
    let framework = liverpool();
    let mut window = window();
    to_map(&mut window);
    button(&mut window, &on_the_map("Neglect"));
    let food = on_the_map(&framework[question(&framework, "neglect.food")].text);
    let place = |window: &Window| find(window, Role::Button, &food).rect();
    // Away from the edges, which no move goes beyond.
    button(&mut window, "Move left");
    let before = place(&window);
    for (name, back, by) in [("Move right", "Move left", (-1.0, 0.0)), ("Move down", "Move up", (0.0, -1.0))]
    {
        button(&mut window, name);
        let gone = nodes(&window).iter().all(|node| node.rect() != before);
        assert!(gone, "{name} by {by:?}");
        button(&mut window, back);
        let after = place(&window);
        let back_again =
            (after.left() - before.left()).abs() < 1.0 && (after.top() - before.top()).abs() < 1.0;
        assert!(back_again, "{name}, {back}: {before:?} to {after:?}");
    }
    button(&mut window, "Zoom out");
    let smaller = nodes(&window).iter().map(|node| node.rect().width()).fold(0.0, f32::max);
    button(&mut window, "Zoom in");
    button(&mut window, "Zoom in");
    let larger = nodes(&window).iter().map(|node| node.rect().width()).fold(0.0, f32::max);
    assert!(larger > smaller, "{smaller} to {larger}");
}

#[test]
fn by_keyboard_alone_from_thing_to_thing_and_to_a_questions_page() {
    let framework = liverpool();
    let mut window = window();
    to_map(&mut window);
    tab_to(&mut window, Role::Button, &on_the_map("Neglect"));
    key(&mut window, Key::Enter);
    tab_to(&mut window, Role::Button, &on_the_map("Neglect"));
    // Down goes through the whole page in reading order, and the map follows.
    let neglect = framework.concerns.iter().find(|c| c.id == "neglect").expect("neglect");
    let mut passed = Vec::new();
    for _ in 0..neglect.questions.len() {
        key(&mut window, Key::ArrowDown);
        let (_, name) = focused(&window).expect("the focus is on the map");
        passed.push(name);
    }
    for &at in &neglect.questions {
        assert!(passed.contains(&on_the_map(&framework[at].text)), "{}: {passed:?}", framework[at].id);
    }
    key(&mut window, Key::ArrowUp);
    assert_eq!(focused(&window).map(|(_, name)| name), passed.get(passed.len() - 2).cloned());
    // Left is what it stands under, in the end the page itself.
    for _ in 0..5 {
        key(&mut window, Key::ArrowLeft);
        if focused(&window) == Some((Role::Button, on_the_map("Neglect"))) {
            break;
        }
    }
    assert_eq!(focused(&window), Some((Role::Button, on_the_map("Neglect"))));
    key(&mut window, Key::Minus);
    key(&mut window, Key::Plus);
    key(&mut window, Key::Num0);
    assert_eq!(
        focused(&window),
        Some((Role::Button, on_the_map("Neglect"))),
        "the keyboard stays where it was"
    );
    for _ in 0..12 {
        key(&mut window, Key::Plus);
    }
    key(&mut window, Key::ArrowRight);
    key(&mut window, Key::Enter);
    assert_eq!(screen(&window), Screen::Ladder(neglect.questions[0]));
}

#[test]
fn in_a_check_the_walked_path_is_lit_and_leads_to_the_question() {
    let framework = liverpool();
    let food = question(&framework, "neglect.food");
    let name = on_the_map(&framework[food].text);
    let mut window = with_an_answer();
    to_map(&mut window);
    button(&mut window, &on_the_map("Neglect"));
    let said = find(&window, Role::Button, &name).accesskit_node().description().unwrap_or_default();
    assert!(said.contains("Answer: Often hungry"), "{said}");
    assert!(!said.contains("rests on it"), "nobody is told before their own view: {said}");
    let other = framework.concerns.iter().find(|c| c.id == "missing").expect("another");
    button(&mut window, &name);
    assert_eq!(screen(&window), Screen::Question(food));
    // From a question the map opens where one is.
    to_map(&mut window);
    let said = find(&window, Role::Button, &name).accesskit_node().description().unwrap_or_default();
    assert!(said.contains("Often hungry"), "{said}");
    // What this check does not ask is a page to read.
    button(&mut window, "Whole map");
    button(&mut window, &on_the_map(&other.title));
    button(&mut window, &on_the_map(&framework[other.questions[0]].text));
    assert_eq!(screen(&window), Screen::Ladder(other.questions[0]));
}

#[test]
fn what_the_suggestion_rests_on_is_told_once_it_was_shown() {
    let mut window = with_an_answer();
    for _ in 0..60 {
        if screen(&window) == Screen::OwnView {
            break;
        }
        keys(&mut window, Modifiers::ALT, Key::ArrowRight);
    }
    to_map(&mut window);
    assert!(!says(&window, "rests on it"));
    keys(&mut window, Modifiers::ALT, Key::ArrowLeft);
    radio(&mut window, "Which level and which help fits best?", "Not sure yet");
    button(&mut window, "Show the suggestion");
    assert_eq!(screen(&window), Screen::Suggestion);
    to_map(&mut window);
    let reasons = open(&window).assessment().reasons.clone();
    if reasons.iter().any(|reason| !reason.answers.is_empty()) {
        button(&mut window, "Show the questions: Neglect");
        assert!(says(&window, "The suggestion rests on it"), "in the list as on the map");
    }
}

#[test]
fn the_list_says_the_same_and_leads_to_the_same() {
    let framework = liverpool();
    let mut window = window();
    to_map(&mut window);
    for concern in &framework.concerns {
        button(&mut window, &format!("Show the questions: {}", concern.title));
        assert!(has(&window, Role::Heading, &concern.title));
        for &at in &concern.questions {
            assert!(has(&window, Role::Button, &framework[at].text), "{}", framework[at].id);
            for gate in &framework[at].opened_by {
                let before = &framework[gate.question].text;
                assert!(says(&window, &format!("Asked after \"{before}\" where")));
            }
        }
        if concern.id == "neglect" {
            button(&mut window, &framework[concern.questions[0]].text);
            assert_eq!(screen(&window), Screen::Ladder(concern.questions[0]));
            button(&mut window, "Back");
        }
        button(&mut window, &format!("Hide the questions: {}", concern.title));
        assert!(!has(&window, Role::Heading, &concern.title));
    }
}
