//! The window around the journey: danger, blank, files, frameworks, large text, and what must not leak.

mod window;

use egui_kittest::kittest::Queryable as _;
use levels_of_need::{
    app::{cover::Lent, journey::Screen, platform::Moment},
    case::file,
};
use window::{
    Key, Modifiers, Role, Window, button, find, has, kept_in, key, keys, open, radio, says, screen, sized,
    sized_over, window, write,
};

const DANGER: &str = "Danger now F2";
const FIRST: &str = "Have you seen, heard or been told that the child or somebody else is in danger now?";

/// Calls `see` on every screen of the journey, in order.
fn walk(window: &mut Window, mut see: impl FnMut(&mut Window)) {
    see(window);
    button(window, "Start a new check");
    let mut seen = Vec::new();
    while screen(window) != Screen::After {
        assert!(seen.len() < 60, "the journey comes to an end");
        match screen(window) {
            Screen::Concerns => {
                find(window, Role::CheckBox, "Neglect").click_accesskit();
                window.run();
            }
            Screen::OwnView => {
                find(window, Role::RadioButton, "Not sure yet").click_accesskit();
                window.run();
            }
            // The most urgent needs no reason.
            Screen::Decision => {
                window.query_all_by_role(Role::RadioButton).last().unwrap().click_accesskit();
                window.run();
            }
            _ => {}
        }
        see(window);
        seen.push(screen(window));
        keys(window, Modifiers::ALT, Key::ArrowRight);
    }
    see(window);
}

#[test]
fn danger_now_is_one_key_away_on_every_screen_and_comes_from_the_framework() {
    let mut window = window();
    walk(&mut window, |window| {
        let here = screen(window);
        assert!(has(window, Role::Button, DANGER), "{here:?}");
        key(window, Key::F2);
        assert!(has(window, Role::Heading, "If somebody is in danger now"), "{here:?}");
        assert!(says(window, "Ring 999"));
        assert!(says(window, "Children's Advice and Support Service"), "the front door is named");
        assert!(says(window, "number to be checked"), "a number past its check date is not told as a fact");
        key(window, Key::Escape);
        assert!(!has(window, Role::Heading, "If somebody is in danger now"));
        assert_eq!(screen(window), here);
    });
}

#[test]
fn a_framework_past_its_review_says_so_on_every_page() {
    let mut old = window::liverpool();
    old.about.review_by = jiff::civil::date(2026, 11, 22);
    let mut window = sized_over(old, [1280.0, 800.0]);
    walk(&mut window, |window| {
        let here = screen(window);
        assert!(says(window, "should have been reviewed by 22 November 2026"), "{here:?}");
    });
}

#[test]
fn the_blank_screen_shows_and_tells_nothing() {
    let mut window = window();
    button(&mut window, "Start a new check");
    let field = "Where is the child now, and who will be with them tonight?";
    write(&mut window, Role::MultilineTextInput, field, "ZZSECRET");
    assert!(says(&window, "ZZSECRET"));
    key(&mut window, Key::F9);
    assert!(!says(&window, "ZZSECRET"));
    assert!(!has(&window, Role::Button, "Continue"));
    keys(&mut window, Modifiers::ALT, Key::ArrowRight);
    button(&mut window, "Show it again");
    assert_eq!(screen(&window), Screen::Safety, "nothing was done meanwhile");
    assert!(says(&window, "ZZSECRET"));
}

/// Continue, or what stands in its place, is inside what can be scrolled to.
fn next_can_be_reached(window: &mut Window) {
    let names =
        ["Continue", "Continue without an answer", "Show the suggestion", "Start a new check", "Back"];
    let here = screen(window);
    let Some(name) = names.into_iter().find(|name| has(window, Role::Button, name)) else {
        panic!("{here:?} has no way on")
    };
    find(window, Role::Button, name).focus();
    window.run();
    find(window, Role::Button, name).scroll_to_me();
    window.run();
    let button = find(window, Role::Button, name).rect();
    let size = window.ctx.content_rect();
    assert!(size.contains_rect(button), "{here:?}: {name} at {button:?} lies outside {size:?}");
}

#[test]
fn the_way_on_can_be_reached_at_any_size_of_text() {
    for zoom in [1.0, 2.0, 3.0] {
        let mut window = sized([1280.0, 800.0]);
        window.ctx.set_zoom_factor(zoom);
        window.run();
        walk(&mut window, next_can_be_reached);
    }
}

#[test]
fn nothing_is_wider_than_the_window() {
    for (size, zoom) in [([1280.0, 800.0], 1.0), ([1280.0, 800.0], 2.0), ([480.0, 400.0], 1.0)] {
        let mut window = sized(size);
        window.ctx.set_zoom_factor(zoom);
        window.run();
        walk(&mut window, |window| {
            let here = screen(window);
            let width = window.ctx.content_rect().width();
            for role in
                [Role::Button, Role::RadioButton, Role::CheckBox, Role::TextInput, Role::MultilineTextInput]
            {
                for node in window.query_all_by_role(role) {
                    let right = node.rect().right();
                    assert!(right <= width + 1.0, "{here:?} at {zoom}: {node:?} ends at {right} of {width}");
                }
            }
        });
    }
}

#[test]
fn a_check_is_saved_and_opened_where_it_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.lon");
    let mut window = window();
    button(&mut window, "Start a new check");
    radio(&mut window, FIRST, "No");
    keys(&mut window, Modifiers::COMMAND, Key::S);
    let field = "Where to save it, folder and file name";
    let offered = find(&window, Role::TextInput, field).value().unwrap();
    assert!(offered.ends_with("case-2026-11-23-7Q4K.lon"), "{offered}");
    find(&window, Role::TextInput, field).focus();
    window.run();
    keys(&mut window, Modifiers::COMMAND, Key::A);
    find(&window, Role::TextInput, field).type_text(&path.display().to_string());
    window.run();
    button(&mut window, "Save here");
    assert!(says(&window, "The check was saved"));
    assert!(!open(&window).unsaved());
    assert_eq!(file::open(&path).unwrap(), *open(&window).case());

    let mut other = self::window();
    write(&mut other, Role::TextInput, "Or type where the file is", &path.display().to_string());
    button(&mut other, "Open this file");
    assert_eq!(screen(&other), Screen::Check);
    assert_eq!(open(&other).case(), open(&window).case());
}

#[test]
fn what_is_not_saved_is_asked_about_before_it_is_lost() {
    let mut window = window();
    button(&mut window, "Start a new check");
    radio(&mut window, FIRST, "No");
    keys(&mut window, Modifiers::COMMAND, Key::N);
    assert!(has(&window, Role::Heading, "Changes are not saved"));
    button(&mut window, "Stay here");
    assert_eq!(open(&window).case().answers.len(), 1);
    keys(&mut window, Modifiers::COMMAND, Key::N);
    button(&mut window, "Leave without saving");
    assert!(open(&window).case().answers.is_empty(), "a new check");
}

#[test]
fn a_file_that_is_no_case_says_so_and_quotes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.lon");
    file::put(&path, b"Case(name: \"ZZSECRET\")").unwrap();
    let mut window = window();
    write(&mut window, Role::TextInput, "Or type where the file is", &path.display().to_string());
    button(&mut window, "Open this file");
    assert!(says(&window, "The check was not opened"));
    assert!(!says(&window, "ZZSECRET"));
}

#[test]
fn another_framework_is_opened_and_one_with_faults_is_not() {
    let mut window = window();
    button(&mut window, "See or change the framework");
    let minimal = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/frameworks/valid/minimal");
    write(&mut window, Role::TextInput, "Or type where the folder is", minimal);
    button(&mut window, "Open this folder");
    assert!(says(&window, "Anytown, 1"));
    button(&mut window, "Go back to the built-in framework");
    assert!(!says(&window, "Anytown, 1"));

    let folder = tempfile::tempdir().unwrap();
    file::put(&folder.path().join("framework.ron"), b"Framework(schema: 1)").unwrap();
    let field = find(&window, Role::TextInput, "Or type where the folder is");
    field.focus();
    window.run();
    keys(&mut window, Modifiers::COMMAND, Key::A);
    let field = find(&window, Role::TextInput, "Or type where the folder is");
    field.type_text(&folder.path().display().to_string());
    window.run();
    button(&mut window, "Open this folder");
    assert!(says(&window, "The folder has faults"), "in words");
    assert!(says(&window, "error"), "and as text");
    assert!(has(&window, Role::Button, "Copy the faults"));
    assert!(says(&window, "Liverpool"), "the one that was in use stays");
}

#[test]
fn a_window_that_nobody_touches_draws_nothing() {
    let mut window = window();
    button(&mut window, "Start a new check");
    window.run();
    let wanted = &window.output().viewport_output;
    for output in wanted.values() {
        assert!(output.repaint_delay > std::time::Duration::from_mins(1), "{:?}", output.repaint_delay);
    }
}

#[test]
fn every_command_stands_in_the_menu_by_name() {
    let mut window = window();
    button(&mut window, "Menu");
    for name in ["New check", "Save as…", "Undo", "High contrast", "Keyboard shortcuts", "Leave the program"]
    {
        assert!(has(&window, Role::Button, name) || has(&window, Role::MenuItem, name), "{name}");
    }
}

#[test]
fn enter_opens_what_was_typed() {
    let mut window = window();
    button(&mut window, "See or change the framework");
    let minimal = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/frameworks/valid/minimal");
    write(&mut window, Role::TextInput, "Or type where the folder is", minimal);
    key(&mut window, Key::Enter);
    assert!(says(&window, "Anytown, 1"));
}

#[test]
fn what_is_written_about_a_child_is_in_no_title_and_no_offered_name() {
    let mut window = window();
    button(&mut window, "Start a new check");
    let field = "Where is the child now, and who will be with them tonight?";
    write(&mut window, Role::MultilineTextInput, field, "ZZSECRET");
    keys(&mut window, Modifiers::COMMAND, Key::S);
    let offered = find(&window, Role::TextInput, "Where to save it, folder and file name").value().unwrap();
    assert!(!offered.contains("ZZSECRET"), "{offered}");
    for output in window.output().viewport_output.values() {
        let commands = format!("{:?}", output.commands);
        assert!(!commands.contains("ZZSECRET") && !commands.contains("Title"), "{commands}");
    }
}

#[test]
fn a_framework_is_saved_as_a_handbook_and_as_a_sheet_for_the_wall() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = kept_in(folder.path());
    button(&mut window, "See or change the framework");
    // What somebody else put there stays.
    let taken = folder.path().join("wall-liverpool-2026-illustrative.pdf");
    std::fs::write(&taken, "mine").expect("a file");
    button(&mut window, "Save the sheet for the wall\u{2026}");
    button(&mut window, "Save it there");
    assert!(says(&window, "A file with this name is there already"));
    assert_eq!(std::fs::read(&taken).expect("a file"), b"mine");
    std::fs::remove_file(&taken).expect("it goes");
    for (asked, file) in [
        ("Save as a handbook\u{2026}", "handbook-liverpool-2026-illustrative.pdf"),
        ("Save the sheet for the wall\u{2026}", "wall-liverpool-2026-illustrative.pdf"),
    ] {
        button(&mut window, asked);
        button(&mut window, "Save it there");
        assert!(says(&window, "It was saved"), "{asked}");
        let written = std::fs::read(folder.path().join(file)).expect(file);
        assert!(written.starts_with(b"%PDF"), "{file}");
    }
}

thread_local! {
    /// What the fake clock says, in seconds.
    static SECONDS: std::cell::Cell<u64> = const { std::cell::Cell::new(1000) };
}

/// A window that goes by the fake clock and remembers in a folder.
fn watched(folder: Option<&std::path::Path>) -> Window {
    let folder = folder.map(std::path::Path::to_owned);
    let mut window = window();
    let clock = || Moment::at(std::time::Duration::from_secs(SECONDS.get()));
    window.state_mut().lend(Lent { now: clock, board: None, folder });
    window.run();
    window
}

/// Lets time pass in which nobody touches anything.
fn wait(window: &mut Window, seconds: u64) {
    SECONDS.set(SECONDS.get() + seconds);
    window.run();
}

const WHERE: &str = "Where is the child now, and who will be with them tonight?";

#[test]
fn a_check_that_nobody_touches_is_covered_after_a_warning_and_nothing_is_lost() {
    let mut window = watched(None);
    wait(&mut window, 10_000);
    assert!(
        !has(&window, Role::Heading, "The screen was covered"),
        "without a check there is nothing to cover"
    );
    button(&mut window, "Start a new check");
    write(&mut window, Role::MultilineTextInput, WHERE, "ZZSECRET");
    wait(&mut window, 209);
    assert!(!says(&window, "the screen is covered"));
    wait(&mut window, 1);
    assert!(says(&window, "In 30 seconds the screen is covered."));
    let at = eframe::egui::Event::PointerMoved(eframe::egui::pos2(40.0, 700.0));
    window.event(at);
    window.run();
    assert!(!says(&window, "the screen is covered"), "a pointer move is enough");
    wait(&mut window, 239);
    assert!(says(&window, "In 1 seconds") && says(&window, "ZZSECRET"));
    wait(&mut window, 1);
    assert!(has(&window, Role::Heading, "The screen was covered"));
    assert!(says(&window, "nothing here asks for a passphrase"), "it does not seem to be more than it is");
    assert!(!says(&window, "ZZSECRET") && !has(&window, Role::Button, "Continue"));
    keys(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert!(has(&window, Role::Heading, "The screen was covered"), "and no key works on what is under it");
    key(&mut window, Key::F2);
    assert!(has(&window, Role::Heading, "If somebody is in danger now"), "but for the one that must");
    key(&mut window, Key::Escape);
    button(&mut window, "Show it again");
    assert_eq!(screen(&window), Screen::Safety);
    assert!(says(&window, "ZZSECRET"));
    wait(&mut window, 200);
    assert!(!says(&window, "the screen is covered"), "the time began anew");
    key(&mut window, Key::F9);
    assert!(has(&window, Role::Heading, "The screen is blank"), "the key covers at once");
}

#[test]
fn a_night_with_the_lid_closed_counts_and_the_first_touch_shows_nothing() {
    let mut window = watched(None);
    button(&mut window, "Start a new check");
    write(&mut window, Role::MultilineTextInput, WHERE, "ZZSECRET");
    SECONDS.set(SECONDS.get() + 40_000);
    window.event(eframe::egui::Event::PointerMoved(eframe::egui::pos2(40.0, 700.0)));
    window.run();
    assert!(has(&window, Role::Heading, "The screen was covered"));
    assert!(!says(&window, "ZZSECRET"));
}

#[test]
fn the_time_until_the_screen_is_covered_is_chosen_and_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = watched(Some(folder.path()));
    let choose = |window: &mut Window, time: &str| {
        button(window, "Menu");
        button(window, "Cover the screen after\u{2026}");
        radio(window, "Cover the screen when nobody is there", time);
        button(window, "Close");
    };
    choose(&mut window, "After 10 minutes");
    assert!(says(&window, "The time was changed"));
    let mut next = watched(Some(folder.path()));
    button(&mut next, "Start a new check");
    wait(&mut next, 569);
    assert!(!says(&next, "the screen is covered"));
    wait(&mut next, 1);
    assert!(says(&next, "In 30 seconds the screen is covered."));
    let mut homeless = watched(None);
    choose(&mut homeless, "After 2 minutes");
    assert!(says(&homeless, "It could not be remembered on this computer."));
}

/// The program itself, with a command: what it says, what it complains of, and whether it was content.
fn program(args: &[&str]) -> (String, String, Option<i32>) {
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_levels-of-need")).args(args).output();
    let done = done.expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    (text(&done.stdout), text(&done.stderr), done.status.code())
}

#[test]
fn the_program_says_how_far_a_table_of_ratings_agrees() {
    let folder = tempfile::tempdir().expect("a folder");
    let table = folder.path().join("ratings.csv");
    let rows = "rater,case,item,value\nA,one,level,2\nB,one,level,2\nA,two,level,3\nB,two,level,2\n";
    std::fs::write(&table, rows).expect("a file");
    let (said, complaint, code) = program(&["agreement", table.to_str().unwrap(), "--json"]);
    assert_eq!((complaint.as_str(), code), ("", Some(0)));
    let report: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!((report["raters"].as_u64(), report["rows"].as_u64()), (Some(2), Some(4)));
    assert_eq!(report["items"][0]["item"], "level");
    assert_eq!(report["items"][0]["pairs"]["same"], 1);
    // A row that cannot count is named, and everything else counts.
    std::fs::write(&table, format!("{rows}A,three\n")).expect("a file");
    let (said, complaint, code) = program(&["agreement", table.to_str().unwrap()]);
    assert!(said.contains("Krippendorff") && complaint.contains("row 6"), "{complaint}");
    assert_eq!(code, Some(1));
}

#[test]
fn more_than_a_table_of_ratings_can_have_is_not_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let huge = folder.path().join("huge.csv");
    // It takes no room on disk.
    std::fs::File::create(&huge).expect("a file").set_len(64 * 1024 * 1024 + 1).expect("a size");
    let (_, complaint, code) = program(&["agreement", huge.to_str().unwrap()]);
    assert!(complaint.contains("larger than 64 MiB") && code != Some(0), "{complaint}");
}

#[test]
fn the_program_writes_the_papers_for_a_room() {
    let folder = tempfile::tempdir().expect("a folder");
    let anytown = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/anytown");
    let out = folder.path().join("papers");
    let args = ["training-papers", anytown, "--cases", "two-lunches,after-the-row", "--format", "text"];
    let args = [&args[..], &["--out", out.to_str().unwrap()]].concat();
    assert_eq!(program(&args).2, Some(0));
    let read = |name: &str| std::fs::read_to_string(out.join(name)).expect(name);
    let pack = read("participant-pack.txt");
    assert!(pack.contains("Two lunches") && pack.contains("After the row"));
    assert!(!pack.contains("Targeted help"), "the pack gives nothing away");
    assert!(read("facilitator-sheet.txt").contains("Targeted help"));
    let (_, complaint, code) = program(&["training-papers", anytown, "--cases", "nothing", "--out", "x"]);
    assert!(complaint.contains("there is: after-the-row, two-lunches") && code != Some(0), "{complaint}");
}
