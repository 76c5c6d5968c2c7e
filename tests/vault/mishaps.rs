//! Mishaps in the window: a check that does not open, a window that is hidden, a passphrase chosen twice.

use std::{fs, path::Path, time::Duration};

use egui_kittest::kittest::Queryable as _;
use levels_of_need::app::{cover::Lent, platform::Moment};

use super::in_the_window::{LATER, WHERE, WORDS, checks, kept, secret, unlock, wait};
use crate::window::{self, Role, Window, button, has, keeping_at, keeping_in, open, says, write};

/// The button of the box, which stands after the one of the page.
fn last_button(window: &mut Window, name: &str) {
    window.query_all_by_role_and_label(Role::Button, name).last().unwrap().click_accesskit();
    window.run();
}

const HALF: &[u8] = b"levels-of-need check 1, sealed\nhalf";

thread_local! {
    /// What the clock of this test's window says.
    static SECONDS: std::cell::Cell<u64> = const { std::cell::Cell::new(1000) };
}

/// A window with a check kept in a folder, and a clock that is moved by hand.
fn kept_by_hand(folder: &Path) -> Window {
    let mut window = kept(folder);
    let now = || Moment::at(Duration::from_secs(SECONDS.get()));
    window.state_mut().lend(Lent { now, board: None, folder: None });
    window
}

#[test]
fn the_copy_of_a_damaged_check_takes_its_place_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kept(folder.path());
    write(&mut window, Role::MultilineTextInput, WHERE, "at home");
    wait(&mut window);
    drop(window);
    let name = checks(folder.path()).remove(0);
    let file = folder.path().join("checks").join(&name);
    fs::write(&file, HALF).unwrap();
    let mut window = keeping_in(folder.path());
    unlock(&mut window);
    button(&mut window, "Open the copy from 16:55");
    last_button(&mut window, "Open the copy from 16:55");
    wait(&mut window);
    assert!(says(&window, "Saved 16:55"));
    assert!(says(&window, "It was put beside and not overwritten"), "what was there is told of");
    assert_ne!(fs::read(&file).unwrap(), HALF, "it is replaced without a word being typed");
    let beside: Vec<_> = fs::read_dir(folder.path().join("checks/beside")).unwrap().collect();
    assert_eq!(beside.len(), 1, "and what was there is beside");
    window::keys(&mut window, window::Modifiers::COMMAND, window::Key::S);
    assert!(says(&window, "The check was saved") && !has(&window, Role::Button, "Save here"));
}

#[test]
fn a_check_that_does_not_open_takes_nothing_from_the_open_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kept(folder.path());
    let root = folder.path().join("checks");
    let own = root.join(checks(folder.path()).remove(0));
    fs::create_dir_all(root.join("kept")).unwrap();
    fs::copy(&own, root.join("kept/B2B2-00000001.00000001.was.lon")).unwrap();
    fs::write(root.join("B2B2-00000001.lon"), HALF).unwrap();
    write(&mut window, Role::MultilineTextInput, WHERE, "at home");
    wait(&mut window);
    button(&mut window, "Menu");
    button(&mut window, "Start page");
    button(&mut window, "Open the copy from 16:55");
    button(&mut window, "Go back");
    let id = own.file_stem().unwrap().to_str().unwrap();
    assert!(!levels_of_need::vault::lock::free(&root.join("open"), id), "it is held as before");
    button(&mut window, "Carry on with the open check");
    write(&mut window, Role::MultilineTextInput, WHERE, ", asleep");
    wait(&mut window);
    assert!(says(&window, "Saved 16:55"));
    assert_eq!(checks(folder.path()).len(), 2, "it has no twin");
}

#[test]
fn a_hidden_window_saves_what_was_typed() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kept_by_hand(folder.path());
    write(&mut window, Role::MultilineTextInput, WHERE, "at home");
    let ctx = window.ctx.clone();
    let hidden = |window: &mut Window| {
        let mut frame = eframe::Frame::_new_kittest();
        eframe::App::logic(window.state_mut(), &ctx, &mut frame);
    };
    hidden(&mut window);
    assert!(window.state().session().unsaved(), "there is still time to type on");
    SECONDS.set(SECONDS.get() + 1);
    hidden(&mut window);
    assert!(!window.state().session().unsaved());
}

#[test]
fn a_passphrase_that_is_chosen_twice_opens_what_it_opened() {
    let folder = tempfile::tempdir().unwrap();
    drop(kept(folder.path()));
    let mut window = keeping_in(folder.path());
    button(&mut window, "Open my checks");
    button(&mut window, "I have not chosen a passphrase here yet");
    secret(&mut window, "Passphrase", WORDS);
    secret(&mut window, "The same passphrase again", WORDS);
    button(&mut window, "Save with this passphrase");
    assert!(has(&window, Role::Button, "Carry on with 7Q4K") && !says(&window, "sealed with another"));
    assert_eq!(fs::read_dir(folder.path().join("checks/keys")).unwrap().count(), 1);
}

#[test]
fn without_locks_a_check_is_changed_and_it_is_said() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("checks")).unwrap();
    // A file where locks would stand.
    fs::write(folder.path().join("checks/open"), b"").unwrap();
    let mut window = kept(folder.path());
    assert!(says(&window, "Have this check open in one window only"));
    write(&mut window, Role::MultilineTextInput, WHERE, "at home");
    wait(&mut window);
    assert!(says(&window, "Saved 16:55") && !window.state().session().unsaved());
    assert_eq!(open(&window).case().whereabouts, "at home");
}

#[test]
fn who_only_reads_is_not_asked_what_is_new() {
    let folder = tempfile::tempdir().unwrap();
    let first = kept(folder.path());
    let mut second = keeping_at(folder.path(), LATER);
    unlock(&mut second);
    button(&mut second, "Carry on with 7Q4K");
    assert!(says(&second, "has this check open since") && !says(&second, "What is new since"));
    window::keys(&mut second, window::Modifiers::COMMAND, window::Key::S);
    assert!(says(&second, "nothing is changed here"), "no plain file is offered in its place");
    drop(first);
}

#[test]
fn a_file_of_ones_own_that_was_not_saved_is_asked_about_and_called_not_sealed() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kept(folder.path());
    window::keys(&mut window, window::Modifiers::COMMAND.plus(window::Modifiers::SHIFT), window::Key::S);
    assert!(says(&window, "Without a passphrase the file is not sealed"));
    button(&mut window, "Save here");
    assert!(says(&window, "in a file that is not sealed") && !window.state().session().unsaved());
    write(&mut window, Role::MultilineTextInput, WHERE, "at home");
    wait(&mut window);
    assert!(says(&window, "Saved 16:55") && window.state().session().unsaved());
}

#[test]
fn what_is_locked_away_unsaved_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kept_by_hand(folder.path());
    let root: &Path = &folder.path().join("checks");
    fs::rename(root, folder.path().join("away")).unwrap();
    fs::write(root, b"").unwrap();
    write(&mut window, Role::MultilineTextInput, WHERE, "at home");
    SECONDS.set(SECONDS.get() + 240);
    window.run();
    assert!(window.state().is_away());
    assert!(says(&window, "Not everything is saved"));
}
