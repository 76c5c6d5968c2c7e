//! One undo takes back one thing, for each kind of change, through the window; and redo makes it again.

mod window;

use levels_of_need::{app::journey::Screen, case::Case};
use window::{
    Key, Modifiers, Role, Window, button, has, key, keys, open, press, radio, says, screen, window, write,
};

const DANGER: &str = "Have you seen, heard or been told that the child or somebody else is in danger now?";

fn undo(window: &mut Window) {
    leave_field(window);
    keys(window, Modifiers::COMMAND, Key::Z);
}

fn redo(window: &mut Window) {
    leave_field(window);
    keys(window, Modifiers::COMMAND, Key::Y);
}

/// A text field keeps its own undo: out of it, as a person goes.
fn leave_field(window: &mut Window) {
    window.ctx.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
    window.run();
}

/// Answers in an order of their own: an answer that is taken back and given again stands last.
fn case(window: &Window) -> Case {
    let mut case = open(window).case().clone();
    case.answers.sort_by(|a, b| a.question.cmp(&b.question));
    case
}

/// Does one thing, takes it back, makes it again, takes it back: each time all of it and nothing else.
#[track_caller]
fn one_thing(window: &mut Window, what: &str, act: impl FnOnce(&mut Window)) {
    let before = case(window);
    act(window);
    let after = case(window);
    assert_ne!(before, after, "{what} is a change");
    undo(window);
    assert!(says(window, "The last change was taken back"), "{what}");
    assert_eq!(without_log(case(window)), without_log(before.clone()), "{what} is taken back");
    redo(window);
    assert!(says(window, "The change was made again"), "{what}");
    assert_eq!(without_log(case(window)), without_log(after), "{what} is made again");
    undo(window);
    assert_eq!(without_log(case(window)), without_log(before), "{what} is taken back again");
    redo(window);
}

fn without_log(case: Case) -> Case {
    Case { log: Vec::new(), ..case }
}

#[test]
fn one_undo_takes_back_one_thing_of_every_kind() {
    let mut window = window();
    let w = &mut window;
    button(w, "Start a new check");
    one_thing(w, "an answer", |w| radio(w, DANGER, "No"));
    one_thing(w, "another answer", |w| radio(w, DANGER, "Not known yet"));
    one_thing(w, "a note", |w| {
        let note = "Note: what was seen, heard or told, by whom and when; the child's own words";
        write(w, Role::MultilineTextInput, &format!("{DANGER}: {note}"), "Seen at break");
    });
    let taken = format!("Take this answer back: {DANGER}");
    one_thing(w, "an answer taken back", |w| button(w, &taken));
    one_thing(w, "where the child is", |w| {
        write(
            w,
            Role::MultilineTextInput,
            "Where is the child now, and who will be with them tonight?",
            "Aunt",
        );
    });
    one_thing(w, "other children", |w| {
        let field = "Which other children live with, or meet, the same adult or risk?";
        write(w, Role::MultilineTextInput, field, "A baby");
    });
    button(w, "Continue");
    one_thing(w, "an age", |w| radio(w, "How old is the child?", "5 to 11"));
    one_thing(w, "a role", |w| radio(w, "What is your role?", "Teacher or other school staff"));
    one_thing(w, "a worker", |w| {
        let field = "Does the child have a social worker or another worker already?";
        write(w, Role::TextInput, field, "Yes, at the hub");
    });
    button(w, "Continue");
    one_thing(w, "the account", |w| {
        write(w, Role::MultilineTextInput, "What has happened, and what worries you", "Hungry on Mondays");
    });
    one_thing(w, "a fact", |w| button(w, "Add a fact"));
    one_thing(w, "a fact's words", |w| {
        write(w, Role::MultilineTextInput, "Fact 1: What happened", "Asked for food");
    });
    one_thing(w, "how it is known", |w| radio(w, "Fact 1: How do you know it?", "Told"));
    one_thing(w, "a fact removed", |w| button(w, "Remove fact 1"));
    button(w, "Continue");
    one_thing(w, "a concern", |w| press(w, Role::CheckBox, "Neglect"));
    while screen(w) != Screen::Told {
        keys(w, Modifiers::ALT, Key::ArrowRight);
    }
    one_thing(w, "an adult", |w| button(w, "Add an adult"));
    one_thing(w, "who", |w| write(w, Role::TextInput, "Adult 1: Who, in a word or two", "mother"));
    one_thing(w, "whether they know", |w| {
        radio(w, "Adult 1: Do they know of your worry?", "Told, and agrees");
    });
    button(w, "Continue");
    button(w, "Continue");
    let group = "Which level and which help fits best?";
    one_thing(w, "the own view", |w| radio(w, group, "Not sure yet"));
    one_thing(w, "why", |w| write(w, Role::MultilineTextInput, "Why", "Two small things"));

    button(w, "Show the suggestion");
    assert_eq!(screen(w), Screen::Suggestion);
    let shown = open(w).case().clone();
    undo(w);
    assert!(says(w, "stay on record"), "what was answered before the suggestion stays");
    assert_eq!(*open(w).case(), shown);

    keys(w, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(screen(w), Screen::Decision);
    one_thing(w, "a decision", |w| {
        let name = open(w).framework().pathway_line(levels_of_need::framework::model::PathwayIx(4));
        radio(w, "What do you decide?", &name);
    });
    one_thing(w, "its reason", |w| write(w, Role::MultilineTextInput, "Why", "It has gone on too long"));
    keys(w, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(screen(w), Screen::Call);
    one_thing(w, "the call", |w| write(w, Role::TextInput, "Who you spoke to", "A duty worker"));
    keys(w, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(screen(w), Screen::Referral);
    one_thing(w, "a person", |w| button(w, "Add a child"));
    one_thing(w, "a name", |w| write(w, Role::TextInput, "Name of person 1", "Amira Test"));
    one_thing(w, "an address", |w| write(w, Role::TextInput, "Address", "1 Test Street"));
    button(w, "The phone call");
    one_thing(w, "what was agreed", |w| write(w, Role::MultilineTextInput, "What was agreed", "A visit"));
    assert_eq!(screen(w), Screen::Call, "where it can be seen");

    let log = open(w).case().log.len();
    let path = tempfile::tempdir().expect("a folder");
    let file = path.path().join("x.lon");
    levels_of_need::case::file::save(open(w).case(), &file).expect("it is saved");
    let read = levels_of_need::case::file::open(&file).expect("it is read");
    assert_eq!(read, *open(w).case());
    assert!(
        read.log.iter().any(|entry| entry.takes_back),
        "what was taken back after the suggestion is kept"
    );
    assert_eq!(read.log.len(), log);
    // All the way back: it ends at the suggestion, and the record only grows.
    for _ in 0..40 {
        undo(w);
    }
    assert!(says(w, "stay on record"));
    let now = open(w).case();
    assert!(now.decision.is_none() && now.referral.people.is_empty() && now.call.spoke_to.is_empty());
    assert!(now.log.len() > log);
}

#[test]
fn one_undo_takes_back_one_thing_about_an_injury() {
    let mut window = window();
    let w = &mut window;
    button(w, "Start a new check");
    while screen(w) != Screen::Worry {
        keys(w, Modifiers::ALT, Key::ArrowRight);
    }
    button(w, "Injuries seen or told of");
    one_thing(w, "an injury", |w| button(w, "Add an injury"));
    one_thing(w, "a place on the map", |w| button(w, "Left cheek, front"));
    one_thing(w, "what it is", |w| radio(w, "What injury 2 is", "Burn or scald"));
    one_thing(w, "how it is known", |w| radio(w, "How you know of injury 2", "Told"));
    let line = [
        "Exactly where injury 2 is, or a place that is not listed",
        "Size of injury 2",
        "Colour of injury 2 as seen",
        "Who saw or told of injury 2",
        "When injury 2 was seen",
        "Who explained injury 2",
        "The exact words about injury 2",
    ];
    for field in line {
        one_thing(w, field, |w| write(w, Role::TextInput, field, "20 November 2026"));
    }
    let explained = "How injury 2 was explained";
    one_thing(w, explained, |w| write(w, Role::MultilineTextInput, explained, "A fall"));
    one_thing(w, "an injury removed", |w| button(w, "Remove injury 1"));
    one_thing(w, "the concern that asks", |w| button(w, "Choose Physical harm"));
}

#[test]
fn one_undo_takes_back_one_thing_about_the_call_and_what_came_after() {
    let mut window = window::at_the_call();
    let w = &mut window;
    for field in ["Who you spoke to", "Their role", "When, with the hour", "Reference"] {
        one_thing(w, field, |w| write(w, Role::TextInput, field, "23 November 2026"));
    }
    for field in ["Their advice", "What was agreed", "Who does what, and by when"] {
        one_thing(w, field, |w| write(w, Role::MultilineTextInput, field, "A visit"));
    }
    while screen(w) != Screen::After {
        keys(w, Modifiers::ALT, Key::ArrowRight);
    }
    let line = |w: &mut Window, field: &str| {
        one_thing(w, field, |w| write(w, Role::TextInput, field, "23 November 2026"));
    };
    let lines = |w: &mut Window, field: &str| {
        one_thing(w, field, |w| write(w, Role::MultilineTextInput, field, "Too little"));
    };
    line(w, "When did the front door have your referral?");
    line(w, "Ask on another day");
    let heard = "Have you heard?";
    one_thing(w, "the answer", |w| radio(w, heard, "Accepted"));
    let named = open(w).framework().pathway_line(levels_of_need::framework::model::PathwayIx(4));
    one_thing(w, "what it was accepted as", |w| {
        press(w, Role::ComboBox, "Accepted as");
        press(w, Role::ListBoxOption, &named);
    });
    lines(w, "What reason was given?");
    line(w, "Who decided, or told you?");
    line(w, "When did the answer come?");
    one_thing(w, "another answer", |w| radio(w, heard, "No further involvement"));
    lines(w, "Other help: was it thought of, offered, agreed?");
    lines(w, "With whom did you share the worry, and when?");
    one_thing(w, "not agreeing", |w| button(w, "I do not agree"));
    one_thing(w, "a step taken", |w| press(w, Role::CheckBox, "Done: step 1"));
    line(w, "When step 1 was taken");
    line(w, "With whom step 1 was taken");
    lines(w, "What came of step 1");
    one_thing(w, "a step not taken", |w| press(w, Role::CheckBox, "Done: step 1"));
    one_thing(w, "agreeing after all", |w| button(w, "I agree after all"));
}

#[test]
fn one_undo_takes_back_one_thing_about_a_family() {
    let mut window = window();
    let w = &mut window;
    button(w, "Start a new check");
    radio(w, DANGER, "No");
    while screen(w) != Screen::About {
        keys(w, Modifiers::ALT, Key::ArrowRight);
    }
    one_thing(w, "a child", |w| button(w, "Add another child"));
    one_thing(w, "the same answers", |w| button(w, "They hold for child 2 too"));
    for child in ["What do you call child 1 here?", "What do you call child 2 here?"] {
        one_thing(w, child, |w| write(w, Role::TextInput, child, "the baby"));
    }
    one_thing(w, "an age", |w| radio(w, "How old is child 2?", "Not yet born"));
    let due = "When is child 2 due?";
    one_thing(w, due, |w| write(w, Role::TextInput, due, "4 May 2027"));
    one_thing(w, "a child removed", |w| button(w, "Remove child 2"));
    button(w, "Add another child");
    while screen(w) != Screen::Safety {
        keys(w, Modifiers::ALT, Key::ArrowLeft);
    }
    let apart = |who: &str| format!("{DANGER}: {who}");
    one_thing(w, "one child's answer", |w| radio(w, &apart("child 3"), "Yes"));
    one_thing(w, "one child's answer changed", |w| radio(w, &apart("child 3"), "Not known yet"));
    let note = "Note: what was seen, heard or told, by whom and when; the child's own words";
    let note = format!("{DANGER}: child 3: {note}");
    one_thing(w, "one child's note", |w| write(w, Role::MultilineTextInput, &note, "Seen at break"));
    let taken = format!("Take this answer back: {DANGER}: child 3");
    one_thing(w, "one child's answer taken back", |w| button(w, &taken));
    one_thing(w, "the same for all", |w| button(w, &format!("The same for all: {DANGER}")));
    one_thing(w, "each child apart", |w| button(w, &format!("Answer for each child apart: {DANGER}")));
}

#[test]
fn redo_ends_where_something_else_is_done_and_says_so() {
    let mut window = window();
    button(&mut window, "Start a new check");
    redo(&mut window);
    assert!(says(&window, "There is nothing to make again"));
    undo(&mut window);
    assert!(says(&window, "There is nothing to take back"));
    radio(&mut window, DANGER, "No");
    undo(&mut window);
    radio(&mut window, DANGER, "Yes");
    redo(&mut window);
    assert!(says(&window, "There is nothing to make again"), "another answer stands there now");
}

#[test]
fn a_number_is_one_thing_however_many_digits_it_has() {
    use levels_of_need::{
        app::session::{Session, Undone},
        case::{Answer, Answered, Change},
    };
    let framework = std::sync::Arc::new(window::liverpool());
    let now = jiff::civil::date(2026, 11, 23).at(9, 0, 0, 0);
    let mut session = Session::new(std::sync::Arc::clone(&framework));
    session.begin("AB12".to_owned(), now);
    let asked = framework.questions().find(|(_, q)| q.id == "neglect.not-brought").expect("a number").1;
    let empty = session.open().unwrap().case().clone();
    for number in [1, 12] {
        let answered = Answered::new(asked.id.clone(), Answer::Number(number));
        session.change(Change::Answer(asked.id.clone(), Some(answered)), now);
    }
    assert_eq!(session.undo(now), Undone::Change);
    assert_eq!(*session.open().unwrap().case(), empty);
}

#[test]
fn undo_in_a_field_is_the_fields_own() {
    let mut window = window();
    button(&mut window, "Start a new check");
    radio(&mut window, DANGER, "No");
    let place = "Where is the child now, and who will be with them tonight?";
    write(&mut window, Role::MultilineTextInput, place, "Aunt");
    keys(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(open(&window).case().answers.len(), 1, "the answer before it stays");
    assert!(!says(&window, "The last change was taken back"));
    assert!(has(&window, Role::MultilineTextInput, place));
    key(&mut window, Key::Tab);
    keys(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(open(&window).case().whereabouts.is_empty());
}
