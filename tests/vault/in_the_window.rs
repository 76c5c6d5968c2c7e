//! The same in the window: a passphrase chosen once, saving as one goes, the list, locks, what is told when it fails.

use std::{fs, io::Write as _, path::Path, time::Duration};

use jiff::civil::date;
use levels_of_need::{
    app::{
        cover::Lent,
        journey::Screen,
        platform::{Clock, Moment},
    },
    vault::{KeyError, Passphrase},
};

use crate::window::{
    self, Role, Window, button, find, has, keeping_at, keeping_in, open, radio, says, screen, write,
};

pub const DANGER: &str =
    "Have you seen, heard or been told that the child or somebody else is in danger now?";
pub const WHERE: &str = "Where is the child now, and who will be with them tonight?";
pub const WORDS: &str = "four grey horses";

/// Ten days later, at nine.
pub const LATER: Clock = Clock { now: || date(2026, 12, 3).at(9, 0, 0, 0), code: || "9Z9Z".to_owned() };

pub fn secret(window: &mut Window, label: &str, text: &str) {
    write(window, Role::PasswordInput, label, text);
}

/// A check that was begun and is kept under a passphrase chosen just now.
pub fn kept(folder: &Path) -> Window {
    let mut window = keeping_in(folder);
    button(&mut window, "Start a new check");
    radio(&mut window, DANGER, "No");
    button(&mut window, "Save it on this computer\u{2026}");
    secret(&mut window, "Passphrase", WORDS);
    secret(&mut window, "The same passphrase again", WORDS);
    button(&mut window, "Save with this passphrase");
    assert!(says(&window, "The recovery sheet"), "before it matters");
    button(&mut window, "Go on");
    window
}

pub fn unlock(window: &mut Window) {
    button(window, "Open my checks");
    secret(window, "Passphrase", WORDS);
    // The button of the box stands after the one of the page.
    let all = window::buttons(window, "Open my checks");
    assert_eq!(all, 2);
    window.key_press(window::Key::Enter);
    window.run();
}

pub fn wait(window: &mut Window) {
    for _ in 0..8 {
        window.step();
    }
    window.run();
}

pub fn checks(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder.join("checks")).map(|entries| {
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect::<Vec<_>>()
    });
    let mut names = names.unwrap_or_default();
    names.retain(|name| Path::new(name).extension().is_some_and(|ext| ext == "lon"));
    names
}

#[test]
fn nobody_is_held_up_and_nothing_is_written_before_a_passphrase_is_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = keeping_in(folder.path());
    assert!(!says(&window, "Your checks on this computer"));
    button(&mut window, "Start a new check");
    assert!(!says(&window, "Not saved yet"), "there is nothing to save yet");
    radio(&mut window, DANGER, "No");
    wait(&mut window);
    assert!(says(&window, "Not saved yet"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    button(&mut window, "Continue");
    assert_eq!(screen(&window), Screen::About);
    button(&mut window, "Save it on this computer\u{2026}");
    assert!(says(&window, "Nobody can open your checks without the passphrase"));
    secret(&mut window, "Passphrase", "short");
    button(&mut window, "Save with this passphrase");
    assert!(says(&window, "at least 10 letters."));
    button(&mut window, "Not now");
    assert!(says(&window, "Not saved yet"));
}

/// A line that came with the first answer moved the second question from under the hand.
#[test]
fn the_page_stays_where_it_is_from_nothing_to_save_to_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = keeping_in(folder.path());
    button(&mut window, "Start a new check");
    let top = |window: &Window| find(window, Role::Heading, DANGER).rect().top();
    let begun = top(&window);
    radio(&mut window, DANGER, "No");
    assert!(says(&window, "Not saved yet"));
    assert!((top(&window) - begun).abs() < 1.0, "{} and {begun}", top(&window));
    drop(window);
    let window = kept(folder.path());
    assert!(says(&window, "Saved 16:55"));
    assert!((top(&window) - begun).abs() < 1.0, "{} and {begun}", top(&window));
}

#[test]
fn what_is_typed_is_on_the_disk_soon_and_carried_on_with_after_the_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kept(folder.path());
    assert!(says(&window, "Saved 16:55"));
    write(&mut window, Role::MultilineTextInput, WHERE, "SECRET class three");
    wait(&mut window);
    assert!(says(&window, "Saved 16:55") && !window.state().session().unsaved());
    let case = open(&window).case().clone();
    let [name] = &checks(folder.path())[..] else { panic!("one file") };
    assert!(name.starts_with("7Q4K-"), "{name}");
    let bytes = fs::read(folder.path().join("checks").join(name)).unwrap();
    assert!(!bytes.windows(6).any(|six| six == b"SECRET"));
    // As if the power went: nothing is said to the program.
    drop(window);

    let mut window = keeping_in(folder.path());
    assert!(says(&window, "They are sealed") && !says(&window, "7Q4K"));
    button(&mut window, "Open my checks");
    secret(&mut window, "Passphrase", "five grey horses");
    window.key_press(window::Key::Enter);
    window.run();
    assert!(says(&window, "This is not the passphrase"));
    button(&mut window, "Not now");
    unlock(&mut window);
    assert!(says(&window, "7Q4K") && says(&window, "liverpool"));
    button(&mut window, "Carry on with 7Q4K");
    assert_eq!(screen(&window), Screen::Check);
    assert_eq!(*open(&window).case(), case, "not a letter is lost");
}

#[test]
fn a_second_window_only_reads() {
    let folder = tempfile::tempdir().unwrap();
    let first = kept(folder.path());
    let mut second = keeping_in(folder.path());
    unlock(&mut second);
    button(&mut second, "Carry on with 7Q4K");
    assert!(says(&second, "anna has this check open since 16:55"));
    let before = open(&second).case().clone();
    window::keys(&mut second, window::Modifiers::COMMAND, window::Key::Z);
    assert!(says(&second, "nothing is changed here"));
    assert_eq!(*open(&second).case(), before);
    drop(first);
    button(&mut second, "See whether it is free");
    assert!(!says(&second, "has this check open"));
}

#[test]
fn after_a_week_one_is_asked_what_is_new() {
    let folder = tempfile::tempdir().unwrap();
    drop(kept(folder.path()));
    let mut window = keeping_at(folder.path(), LATER);
    unlock(&mut window);
    button(&mut window, "Carry on with 7Q4K");
    assert!(says(&window, "What is new since 23 November 2026?"));
    write(&mut window, Role::MultilineTextInput, "What has happened since", "Seen twice");
    button(&mut window, "Add it to the account");
    assert_eq!(open(&window).case().account.text, "New since 23 November 2026: Seen twice");
}

#[test]
fn a_check_is_deleted_for_good_after_a_question() {
    let folder = tempfile::tempdir().unwrap();
    drop(kept(folder.path()));
    let mut window = keeping_in(folder.path());
    unlock(&mut window);
    button(&mut window, "Delete 7Q4K");
    assert!(says(&window, "Has the summary been put in the child's file?"));
    button(&mut window, "Go back");
    assert_eq!(checks(folder.path()).len(), 1);
    button(&mut window, "Delete 7Q4K");
    button(&mut window, "It is filed: delete for good");
    assert!(checks(folder.path()).is_empty() && says(&window, "None yet"));
}

#[test]
fn a_folder_that_fails_is_told_until_it_works_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kept(folder.path());
    // A file where the folder was: nothing can be written there.
    fs::rename(folder.path().join("checks"), folder.path().join("away")).unwrap();
    fs::write(folder.path().join("checks"), b"").unwrap();
    write(&mut window, Role::MultilineTextInput, WHERE, "at home");
    wait(&mut window);
    assert!(says(&window, "Not saved since 16:55") && says(&window, "Everything is still here"));
    assert!(has(&window, Role::Button, "Save it somewhere else\u{2026}"));
    fs::remove_file(folder.path().join("checks")).unwrap();
    fs::rename(folder.path().join("away"), folder.path().join("checks")).unwrap();
    button(&mut window, "Try again now");
    assert!(says(&window, "Saved 16:55") && !says(&window, "Not saved"));
    assert_eq!(open(&window).case().whereabouts, "at home");
}

#[test]
fn what_is_put_away_comes_back_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kept(folder.path());
    button(&mut window, "Continue");
    radio(&mut window, "How old is the child?", "5 to 11");
    window::keys(&mut window, window::Modifiers::COMMAND, window::Key::Z);
    let (case, at) = (open(&window).case().clone(), screen(&window));
    let ctx = window.ctx.clone();
    window.state_mut().put_away(&ctx).unwrap();
    assert!(window.state().session().open().is_none());
    let wrong = window.state_mut().bring_back(&Passphrase::new("grey horses".to_owned()));
    assert_eq!(wrong, Err(KeyError::WrongPassphrase));
    window.state_mut().bring_back(&Passphrase::new(WORDS.to_owned())).unwrap();
    window.run();
    assert_eq!((open(&window).case(), screen(&window)), (&case, at));
    window::keys(&mut window, window::Modifiers::COMMAND, window::Key::Y);
    assert!(open(&window).case().about.age.is_some(), "what was taken back can be made again");
    wait(&mut window);
    assert!(says(&window, "Saved 16:55"));
}

thread_local! {
    static SECONDS: std::cell::Cell<u64> = const { std::cell::Cell::new(1000) };
}

#[test]
fn an_untouched_check_is_locked_out_of_memory_and_the_passphrase_brings_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kept(folder.path());
    let now = || Moment::at(Duration::from_secs(SECONDS.get()));
    window.state_mut().lend(Lent { now, board: None, folder: None });
    write(&mut window, Role::MultilineTextInput, WHERE, "ZZSECRET");
    let (case, at) = (open(&window).case().clone(), screen(&window));
    SECONDS.set(SECONDS.get() + 239);
    window.run();
    assert!(says(&window, "the screen is covered") && says(&window, "ZZSECRET"));
    SECONDS.set(SECONDS.get() + 1);
    window.run();
    assert!(has(&window, Role::Heading, "Locked") && !says(&window, "ZZSECRET"));
    assert!(window.state().is_away() && window.state().session().open().is_none());
    window::key(&mut window, window::Key::F9);
    assert!(has(&window, Role::Heading, "Locked"), "no key brings it back");
    secret(&mut window, "Passphrase", "grey horses");
    button(&mut window, "Unlock");
    assert!(has(&window, Role::Heading, "Locked"));
    assert!(says(&window, "This is not the passphrase."));
    secret(&mut window, "Passphrase", WORDS);
    button(&mut window, "Unlock");
    assert_eq!((open(&window).case(), screen(&window)), (&case, at));
    window::keys(&mut window, window::Modifiers::COMMAND, window::Key::Z);
    assert_eq!(open(&window).case().log.len() + 1, case.log.len(), "with the same log to take back from");
}

#[test]
fn a_sealed_copy_is_handed_over_and_opened_by_another_person() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kept(folder.path());
    write(&mut window, Role::MultilineTextInput, WHERE, "SECRET aunt");
    let case = open(&window).case().clone();
    window::keys(&mut window, window::Modifiers::COMMAND.plus(window::Modifiers::SHIFT), window::Key::S);
    let label = "Passphrase for whoever is to open the file";
    write(&mut window, Role::TextInput, label, "short");
    button(&mut window, "Save here");
    assert!(says(&window, "It is too short"));
    write(&mut window, Role::TextInput, label, " and a blue kettle");
    button(&mut window, "Save here");
    assert!(says(&window, "Tell its passphrase by telephone"));
    let path = folder.path().join("case-2026-11-23-7Q4K.lon");
    let bytes = fs::read(&path).unwrap();
    assert!(!bytes.windows(6).any(|six| six == b"SECRET"));

    let theirs = tempfile::tempdir().unwrap();
    let mut window = keeping_in(theirs.path());
    write(&mut window, Role::TextInput, "Or type where the file is", &path.display().to_string());
    button(&mut window, "Open this file");
    assert!(says(&window, "This check is sealed"));
    secret(&mut window, "Passphrase", "a blue kettle");
    button(&mut window, "Open it");
    assert!(says(&window, "This is not the passphrase"));
    button(&mut window, "Not now");
    button(&mut window, "Open this file");
    secret(&mut window, "Passphrase", "short and a blue kettle");
    button(&mut window, "Open it");
    assert_eq!(*open(&window).case(), case);

    // The command line opens the same file.
    let assess = |passphrase: Option<&str>| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_levels-of-need"));
        command.arg("assess").arg(&path).args(["--format", "json"]);
        if passphrase.is_some() {
            command.arg("--passphrase-stdin");
        }
        command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
        let mut running = command.stderr(std::process::Stdio::piped()).spawn().unwrap();
        running.stdin.take().unwrap().write_all(passphrase.unwrap_or_default().as_bytes()).ok();
        let out = running.wait_with_output().unwrap();
        (out.status.code(), String::from_utf8(out.stdout).unwrap(), String::from_utf8(out.stderr).unwrap())
    };
    let (code, out, _) = assess(Some("short and a blue kettle\n"));
    assert!(code == Some(0) && out.contains("liverpool"), "{out}");
    let (code, _, said) = assess(Some("a blue kettle\n"));
    assert!(code == Some(1) && said.contains("this is not the passphrase"), "{said}");
    let (code, _, said) = assess(None);
    assert!(code == Some(2) && said.contains("--passphrase-stdin"), "{said}");
}

#[test]
fn another_edition_is_shown_beside_what_it_was_made_with() {
    let folder = tempfile::tempdir().unwrap();
    drop(kept(folder.path()));
    let mut framework = window::liverpool();
    framework.about.edition = "2027".to_owned();
    framework.about.fingerprint = "0".repeat(64);
    let mut window = window::keeping_under(folder.path(), framework);
    unlock(&mut window);
    button(&mut window, "Carry on with 7Q4K");
    assert!(says(&window, "This check was made with another edition"));
    assert!(
        says(&window, "Then, with liverpool, 2026-illustrative")
            && says(&window, "Now, with Liverpool, 2027")
    );
    button(&mut window, "Go on");
    assert_eq!(open(&window).case().framework.edition, "2026-illustrative", "nothing was changed");
}

/// A level that changed under the same edition's name is not passed off as the one that was shown.
#[test]
fn the_same_edition_that_changed_is_another_one_and_whoever_judged_last_is_named() {
    let folder = tempfile::tempdir().unwrap();
    drop(kept(folder.path()));
    let mut changed = window::liverpool();
    changed.about.fingerprint = "0".repeat(64);
    let mut window = window::keeping_under(folder.path(), changed.clone());
    unlock(&mut window);
    button(&mut window, "Carry on with 7Q4K");
    assert!(says(&window, "This check was made with another edition"));
    button(&mut window, "Go on");
    button(&mut window, "Change: The child and others now");
    write(&mut window, Role::MultilineTextInput, WHERE, "at home");
    wait(&mut window);
    drop(window);
    let mut window = window::keeping_under(folder.path(), changed);
    unlock(&mut window);
    button(&mut window, "Carry on with 7Q4K");
    assert!(!says(&window, "This check was made with another edition"), "it was judged by this one last");
}
