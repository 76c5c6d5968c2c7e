//! Injuries, dates, and what came after the referral, in the window and on paper.

mod window;

use levels_of_need::{
    app::journey::Screen,
    case::{Site, file},
    paper::format::{Format, write as write_paper},
    referral::summary,
};
use window::{Key, Modifiers, Role, Window, button, find, has, key, keys, open, radio, says, screen, write};

fn on(window: &mut Window) {
    keys(window, Modifiers::ALT, Key::ArrowRight);
}

/// The injuries page of a new check.
fn at_injuries() -> Window {
    let mut window = window::window();
    button(&mut window, "Start a new check");
    on(&mut window);
    on(&mut window);
    assert_eq!(screen(&window), Screen::Worry);
    button(&mut window, "Injuries seen or told of");
    assert_eq!(screen(&window), Screen::Injuries);
    window
}

#[test]
fn the_page_says_first_what_must_not_be_done() {
    let window = at_injuries();
    assert!(says(&window, "Do not undress or examine the child, do not take photographs"));
}

#[test]
fn a_place_on_the_map_is_a_button_with_a_name_and_reached_by_keyboard() {
    let mut window = at_injuries();
    find(&window, Role::Button, "Left cheek, front").focus();
    window.run();
    key(&mut window, Key::Space);
    let injuries = &open(&window).case().injuries;
    assert_eq!(injuries.iter().map(|injury| injury.site).collect::<Vec<_>>(), [Some(Site::LeftCheek)]);
    assert!(says(&window, "1. Bruise, left cheek"), "the list says what the map shows");
    button(&mut window, "Put the body map away");
    assert!(!has(&window, Role::Button, "Left cheek, front"));
    assert!(says(&window, "1. Bruise, left cheek"));
}

#[test]
fn an_injury_raises_nothing_and_offers_the_concern_that_asks() {
    let mut window = at_injuries();
    let before = open(&window).assessment().span;
    button(&mut window, "Add an injury");
    assert_eq!(open(&window).assessment().span, before);
    button(&mut window, "Choose Physical harm");
    assert_eq!(open(&window).case().concerns.len(), 1);
    assert!(!has(&window, Role::Button, "Choose Physical harm"), "it is not offered twice");
}

#[test]
fn a_date_is_said_as_it_was_understood_and_stands_in_order_in_every_paper() {
    let mut window = at_injuries();
    button(&mut window, "Add an injury");
    write(&mut window, Role::TextInput, "When injury 1 was seen", "20/11/26");
    assert!(says(&window, "Understood as Friday 20 November 2026"));
    button(&mut window, "Add an injury");
    write(&mut window, Role::TextInput, "When injury 2 was seen", "yesterday week or so");
    assert!(says(&window, "Kept in your words"));
    write(&mut window, Role::TextInput, "Exactly where injury 2 is, or a place that is not listed", "ankle");
    let case = open(&window).case().clone();
    let read = file::read(file::to_text(&case).expect("text").as_bytes()).expect("a case");
    assert_eq!(read, case, "it is kept in the case file");
    let document = summary(open(&window).framework(), &case, open(&window).assessment());
    for format in [Format::Text, Format::Markdown, Format::Html] {
        let text = String::from_utf8(write_paper(&document, format).expect("written")).expect("text");
        let dated = text.find("Fri 20 Nov 2026").expect("the date");
        let undated = text.find("yesterday week or so").expect("the words");
        assert!(dated < undated, "{format:?}");
    }
    let pdf = write_paper(&document, Format::Pdf).expect("a PDF that its validator accepts");
    assert!(pdf.starts_with(b"%PDF"));
}

/// A check that was decided on, at the page about what came after.
fn at_after() -> Window {
    let mut window = window::at_the_call();
    write(&mut window, Role::TextInput, "When, with the hour", "23 November 2026 10:00");
    on(&mut window);
    on(&mut window);
    assert_eq!(screen(&window), Screen::After);
    window
}

#[test]
fn the_day_to_ask_is_the_frameworks_clock_counted_from_the_call() {
    let window = at_after();
    assert!(says(&window, "If you have not heard, ask on Tue 24 Nov 2026"));
}

#[test]
fn not_agreeing_starts_the_dated_steps_and_each_is_ticked_apart() {
    let mut window = at_after();
    radio(&mut window, "Have you heard?", "No further involvement");
    assert!(says(&window, "think of other help"));
    button(&mut window, "I do not agree");
    assert!(says(&window, "You do not agree since Mon 23 Nov 2026"));
    window::press(&mut window, Role::CheckBox, "Done: step 1");
    write(&mut window, Role::TextInput, "With whom step 1 was taken", "the team manager");
    let after = open(&window).case().after.clone();
    let case = open(&window).case();
    let read = file::read(file::to_text(case).expect("text").as_bytes()).expect("a case");
    assert_eq!(read.after, after);
    assert!(format!("{after:?}").contains("the team manager"));
}
