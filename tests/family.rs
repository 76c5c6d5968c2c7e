//! One check about several children: each with answers of their own, and everything said with whom it is for.

mod window;

use levels_of_need::{
    case::{Answer, Case, ChildNo, file},
    framework::builtin,
    paper::format::{Format, write as write_paper},
    referral::summary,
};
use window::{Key, Modifiers, Role, Window, button, has, keys, liverpool, open, radio, says, screen, write};

use levels_of_need::app::journey::Screen;

const DANGER: &str = "Have you seen, heard or been told that the child or somebody else is in danger now?";

fn worked(name: &str) -> Case {
    let path = format!("cases/{name}.ron");
    let files = builtin::files("liverpool").expect("Liverpool is built in");
    let found = files.into_iter().find(|file| file.path == path).expect("the case");
    file::read(&found.bytes).expect("it is a case")
}

fn on(window: &mut Window) {
    keys(window, Modifiers::ALT, Key::ArrowRight);
}

/// A check about two children, at the page about them.
fn two() -> Window {
    let mut window = window::window();
    button(&mut window, "Start a new check");
    on(&mut window);
    assert_eq!(screen(&window), Screen::About);
    radio(&mut window, "How old is the child?", "1 to 4");
    button(&mut window, "Add another child");
    write(&mut window, Role::TextInput, "What do you call child 2 here?", "the unborn baby");
    radio(&mut window, "How old is child 2?", "Not yet born");
    window
}

#[test]
fn an_unborn_child_is_one_of_them() {
    let mut window = two();
    write(&mut window, Role::TextInput, "When is child 2 due?", "4 May 2027");
    let child = &open(&window).case().children[0];
    assert_eq!((child.no, child.called.as_str()), (ChildNo(2), "the unborn baby"));
    assert_eq!(child.due, Some(jiff::civil::date(2027, 5, 4)));
    assert_eq!(open(&window).assessment().children.len(), 2);
}

#[test]
fn the_due_date_follows_what_the_framework_says_of_an_age_and_not_its_name_or_place() {
    let mut framework = liverpool();
    framework.ages[0].before_birth = false;
    framework.ages[1].before_birth = true;
    let mut window = window::sized_over(framework, [1280.0, 800.0]);
    button(&mut window, "Start a new check");
    on(&mut window);
    radio(&mut window, "How old is the child?", "Not yet born");
    assert!(!has(&window, Role::TextInput, "When is the baby due?"));
    radio(&mut window, "How old is the child?", "Under 1");
    assert!(has(&window, Role::TextInput, "When is the baby due?"));
}

#[test]
fn a_child_who_is_removed_comes_back_with_one_undo() {
    let mut window = two();
    let before = open(&window).case().children.clone();
    button(&mut window, "Remove child 2");
    assert!(open(&window).case().one_child());
    window::key(&mut window, Key::Tab);
    keys(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(open(&window).case().children, before);
}

#[test]
fn answers_given_before_a_child_was_added_are_not_assumed_of_that_child() {
    let mut window = window::window();
    button(&mut window, "Start a new check");
    radio(&mut window, DANGER, "No");
    on(&mut window);
    button(&mut window, "Add another child");
    let danger = liverpool().questions().next().map(|(_, q)| q.id.clone()).expect("a question");
    let case = open(&window).case();
    let of = |no| case.answered_for(&danger, ChildNo(no)).map(|given| given.answer.clone());
    assert_eq!((of(1), of(2)), (Some(Answer::No), None), "not asked is never no");
    button(&mut window, "They hold for child 2 too");
    let case = open(&window).case();
    assert_eq!(case.answered_for(&danger, ChildNo(2)).map(|given| given.answer.clone()), Some(Answer::No));
}

#[test]
fn each_child_is_answered_for_apart_and_together_again() {
    let mut window = two();
    on(&mut window);
    on(&mut window);
    window::press(&mut window, Role::CheckBox, "Domestic abuse");
    on(&mut window);
    let Screen::Question(question) = screen(&window) else { panic!("a question") };
    let framework = liverpool();
    let (text, id) = (framework[question].text.clone(), framework[question].id.clone());
    button(&mut window, &format!("Answer for each child apart: {text}"));
    let first = framework[question].steps[0].means.clone();
    let last = framework[question].steps.last().expect("a step").means.clone();
    radio(&mut window, &format!("{text}: child 1"), &first);
    radio(&mut window, &format!("{text}: the unborn baby"), &last);
    let case = open(&window).case();
    let own = |no| case.own_answer(&id, ChildNo(no)).map(|given| given.answer.clone());
    assert!(own(1).is_some() && own(2).is_some() && own(1) != own(2), "each has an own answer");
    // The family's result is the higher of the two.
    let (family, children) = (open(&window).assessment().span, &open(&window).assessment().children);
    assert_eq!(children.iter().map(|child| child.span.answered).max(), Some(family.answered));
    button(&mut window, &format!("The same for all: {text}"));
    assert!(!has(&window, Role::RadioGroup, &format!("{text}: child 1")));
    assert!(open(&window).case().own_answer(&id, ChildNo(2)).is_none());
    assert!(!says(&window, "Answer for each child apart: the"), "one group is left");
}

/// The summary says for whom each reason holds, in every format that is text.
#[test]
fn papers_say_for_whom() {
    let framework = liverpool();
    let case = worked("family-brothers-apart");
    let assessment = levels_of_need::assess::assess(&framework, &case, case.as_of);
    let document = summary(&framework, &case, &assessment);
    for format in [Format::Text, Format::Markdown, Format::Html] {
        let bytes = write_paper(&document, format).expect("it can be written");
        let text = String::from_utf8(bytes).expect("text");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in ["For the younger brother: ", "For the older brother: "] {
            assert!(text.contains(words), "{words} in {format:?}");
        }
    }
}
