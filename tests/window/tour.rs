//! A tour of every screen and overlay, over a framework that stays as it is (`tests/anytown`).
//!
//! A new screen is one more `Stop`: its name, what it is, and the way there.

use std::path::Path;

use levels_of_need::{
    app::journey::Screen,
    folder::read_folder,
    framework::{self, Framework},
};

use super::{
    Key, Modifiers, Role, Window, button, find, has, key, keys, press, radio, screen, sized_over, write,
};

/// One place to look at, and the way to it from the start.
#[derive(Clone, Copy)]
pub struct Stop {
    pub name: &'static str,
    /// What is looked at: the page, or what lies over it.
    pub over: bool,
    go: fn(&mut Window),
}

const fn page(name: &'static str, go: fn(&mut Window)) -> Stop {
    Stop { name, over: false, go }
}

const fn over(name: &'static str, go: fn(&mut Window)) -> Stop {
    Stop { name, over: true, go }
}

/// Every stop, in the order of the journey.
pub const STOPS: &[Stop] = &[
    page("start", |_| {}),
    page("start-open", |w| {
        button(w, "Start a new check");
        menu(w, "Start page");
    }),
    page("frameworks", |w| button(w, "See or change the framework")),
    page("look-up", |w| {
        look_for(w, "hungry");
    }),
    page("sign", |w| {
        look_for(w, "left alone");
        button(w, "Left alone, or with somebody who cannot look after them");
    }),
    page("look-up-word", |w| {
        look_for(w, "front dor");
    }),
    page("duty", |w| {
        look_for(w, "school nurse");
        button(w, "Duty: Tell the school nurse");
    }),
    page("ladder", |w| {
        look_for(w, "enough to eat");
        button(w, "Question: Is the child getting enough to eat?");
    }),
    page("ladder-answered", |w| {
        case(w, "calm");
        keys(w, Modifiers::COMMAND, Key::F);
        type_a_word(w, "enough to eat");
        button(w, "Question: Is the child getting enough to eat?");
    }),
    page("map", |w| menu(w, "Map of the framework")),
    page("map-near", |w| {
        case(w, "calm");
        keys(w, Modifiers::COMMAND, Key::M);
        button(w, "Show the questions: Neglect");
        button(w, "On the map: Neglect");
    }),
    page("safety", |w| button(w, "Start a new check")),
    page("safety-answered", |w| change(w, "calm", "The child and others now")),
    page("about", |w| change(w, "calm", "About the child")),
    page("about-due-date-wrong", |w| {
        button(w, "Start a new check");
        on(w);
        radio(w, "How old is the child?", "Not yet born");
        write(w, Role::TextInput, "When is the baby due?", "soon");
    }),
    page("about-children", |w| {
        change(w, "calm", "About the child");
        button(w, "Add another child");
    }),
    page("question-children-apart", |w| {
        change(w, "calm", "About the child");
        button(w, "Add another child");
        on(w);
        change_here(w, "Is the child getting enough to eat?");
    }),
    page("worry", |w| change(w, "calm", "What worries you")),
    page("injuries", |w| {
        change(w, "calm", "What worries you");
        button(w, "Injuries seen or told of");
        button(w, "Add an injury");
    }),
    page("concerns", |w| change(w, "calm", "Which of these fit?")),
    page("concerns-search", |w| {
        change(w, "calm", "Which of these fit?");
        write(w, Role::TextInput, "A word, such as bruise, vape or hungry", "hungry");
    }),
    page("question", |w| {
        change(w, "calm", "Has the child been left alone, or with someone who cannot look after them?");
    }),
    page("question-ladder", |w| change(w, "calm", "Is the child getting enough to eat?")),
    page("question-not-answered", |w| answer(w, "calm", "Is the home warm and in good repair?")),
    page("question-number-wrong", |w| {
        change(w, "calm", "How much of school does the child attend?");
        write(w, Role::TextInput, "per cent of sessions this term, from 0 to 100", "x");
    }),
    page("question-to-review", |w| {
        change(w, "calm", "Is the child getting enough to eat?");
        radio(w, "Is the child getting enough to eat?", "Fed regularly and well enough");
        on(w);
        change_here(w, "How much of school does the child attend?");
    }),
    page("told", |w| change(w, "calm", "Have you told them?")),
    page("check", |w| case(w, "calm")),
    page("own-view", |w| {
        case(w, "calm");
        button(w, "Continue");
    }),
    page("own-view-needed", |w| {
        case(w, "calm");
        button(w, "Continue");
        button(w, "Show the suggestion");
    }),
    page("suggestion", |w| suggestion(w, "calm")),
    page("suggestion-consult", |w| {
        case(w, "calm");
        change_here(w, "Is the child, or somebody else, in danger now?");
        radio(w, "Is the child, or somebody else, in danger now?", "Not known yet");
        on(w);
        button(w, "Continue");
        radio(w, OWN_VIEW, "Not sure yet");
        button(w, "Show the suggestion");
    }),
    page("suggestion-urgent", |w| suggestion(w, "urgent")),
    page("areas", |w| {
        suggestion(w, "calm");
        button(w, "See it in another area\u{2026}");
    }),
    page("areas-beside", |w| {
        suggestion(w, "calm");
        button(w, "See it in another area\u{2026}");
        radio(w, "Which framework?", "Levels of need in Riverside: an illustrative framework");
    }),
    page("phone-now", |w| {
        case(w, "urgent");
        button(w, "Whom to ring and why");
    }),
    page("decision", |w| {
        suggestion(w, "calm");
        button(w, "I judge it differently\u{2026}");
    }),
    page("decision-needed", |w| {
        suggestion(w, "calm");
        button(w, "I judge it differently\u{2026}");
        radio(w, "What do you decide?", "Level 1: Universal services");
        button(w, "Continue");
    }),
    page("call", |w| {
        suggestion(w, "calm");
        button(w, "I agree");
    }),
    page("referral", |w| {
        suggestion(w, "calm");
        button(w, "I agree");
        on(w);
    }),
    page("after", |w| {
        suggestion(w, "calm");
        button(w, "I agree");
        on(w);
        on(w);
    }),
    page("after-not-agreed", |w| {
        suggestion(w, "calm");
        button(w, "I agree");
        on(w);
        on(w);
        radio(w, "Have you heard?", "No further involvement");
        button(w, "I do not agree");
    }),
    page("training-none", |w| button(w, "To the training room")),
    page("training", training),
    page("training-title", |w| presenting(w, 0)),
    page("training-story", |w| presenting(w, 1)),
    page("training-vote", |w| {
        presenting(w, 2);
        write(w, Role::TextInput, "Level 2, Emerging needs", "7");
    }),
    page("training-ready", |w| presenting(w, 5)),
    page("training-revealed", |w| {
        presenting(w, 4);
        write(w, Role::TextInput, "Level 2, Emerging needs", "7");
        write(w, Role::TextInput, "Level 3, Targeted needs", "4");
        key(w, Key::R);
    }),
    page("training-parted", |w| presenting(w, 7)),
    page("training-talk", |w| presenting(w, 8)),
    page("training-compared", |w| {
        presenting(w, 4);
        write(w, Role::TextInput, "Level 2, Emerging needs", "7");
        for _ in 0..5 {
            key(w, Key::PageDown);
        }
        write(w, Role::TextInput, "Level 3, Targeted needs", "7");
        key(w, Key::PageDown);
    }),
    page("training-record", |w| {
        presenting(w, 4);
        write(w, Role::TextInput, "Level 2, Emerging needs", "7");
        button(w, "Leave the big screen");
    }),
    page("training-join", |w| {
        training(w);
        button(w, "Take part, or try a case by yourself");
    }),
    page("training-part", |w| part(w, false)),
    page("training-own", |w| {
        part(w, false);
        button(w, "Continue");
        button(w, "Continue");
    }),
    page("training-walk", |w| {
        part(w, true);
        button(w, "Continue");
        button(w, "To the questions");
    }),
    page("training-own-result", |w| {
        part(w, false);
        button(w, "Continue");
        button(w, "Continue");
        radio(w, OWN_VIEW, "Level 2, Emerging needs: Early help");
        button(w, "Compare with the framework");
    }),
    page("training-past", |w| {
        training(w);
        button(w, "Past sessions side by side");
    }),
    page("blank", |w| key(w, Key::F9)),
    over("danger", |w| key(w, Key::F2)),
    over("shortcuts", |w| key(w, Key::F1)),
    over("save-as", |w| {
        button(w, "Start a new check");
        keys(w, Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    }),
    over("leave", |w| {
        button(w, "Start a new check");
        radio(w, "Is the child, or somebody else, in danger now?", "No");
        keys(w, Modifiers::COMMAND, Key::N);
    }),
];

const OWN_VIEW: &str = "Which level and which help fits best?";

impl Stop {
    /// A window that stands at this stop.
    pub fn visit(self, size: [f32; 2], zoom: f32) -> Window {
        self.visit_dressed(size, zoom, |_| {})
    }

    /// The same, with something done first.
    pub fn visit_dressed(self, size: [f32; 2], zoom: f32, dress: impl FnOnce(&mut Window)) -> Window {
        let mut window = sized_over(anytown(), size);
        window.ctx.set_zoom_factor(zoom);
        window.run();
        dress(&mut window);
        (self.go)(&mut window);
        window
    }
}

/// The framework of nowhere.
pub fn anytown() -> Framework {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anytown");
    let loaded = framework::load(read_folder(&folder).expect("it can be read"));
    let report = loaded.report();
    loaded.framework.expect(&report)
}

/// Opens a case: *Check your answers*.
fn case(window: &mut Window, name: &str) {
    // The path is typed, and so stands on the page that is looked at least.
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/anytown/cases/{name}.ron"));
    write(window, Role::TextInput, "Or type where the file is", &path.display().to_string());
    button(window, "Open this file");
    assert_eq!(screen(window), Screen::Check, "{name} opens");
}

/// The training room with stories in it: those of the folder, which a framework that is only built in has not.
fn training(window: &mut Window) {
    button(window, "See or change the framework");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anytown");
    write(window, Role::TextInput, "Or type where the folder is", &folder.display().to_string());
    button(window, "Open this folder");
    button(window, "Back");
    button(window, "To the training room");
}

/// So many steps into *Two lunches* in front of a room.
fn presenting(window: &mut Window, steps: usize) {
    training(window);
    press(window, Role::CheckBox, "Two lunches");
    button(window, "Begin in front of the room");
    for _ in 0..steps {
        key(window, Key::PageDown);
    }
}

/// One person at *Two lunches*, for themselves.
fn part(window: &mut Window, whole: bool) {
    training(window);
    button(window, "Take part, or try a case by yourself");
    radio(window, "Which case?", "Two lunches");
    if whole {
        radio(window, "How far do you go?", "The whole check");
    }
    radio(window, "What becomes of your answers?", "Only for me");
    button(window, "Begin");
}

fn change_here(window: &mut Window, what: &str) {
    button(window, &format!("Change: {what}"));
}

fn change(window: &mut Window, name: &str, what: &str) {
    case(window, name);
    change_here(window, what);
}

fn answer(window: &mut Window, name: &str, what: &str) {
    case(window, name);
    button(window, &format!("Answer: {what}"));
}

fn suggestion(window: &mut Window, name: &str) {
    case(window, name);
    button(window, "Continue");
    if has(window, Role::Button, "Show the suggestion") {
        radio(window, OWN_VIEW, "Not sure yet");
        button(window, "Show the suggestion");
    }
    assert_eq!(screen(window), Screen::Suggestion, "{name} is assessed");
}

fn on(window: &mut Window) {
    keys(window, Modifiers::ALT, Key::ArrowRight);
}

fn menu(window: &mut Window, command: &str) {
    button(window, "Menu");
    find(window, Role::Button, command).click_accesskit();
    window.run();
}

/// Looks a word up from wherever the menu is.
fn look_for(window: &mut Window, word: &str) {
    menu(window, "Look something up");
    type_a_word(window, word);
}

fn type_a_word(window: &mut Window, word: &str) {
    write(window, Role::TextInput, "One or two words, such as bruise, vape or not eating", word);
}
