//! The training room: a session in front of a group, by keyboard, and what it leaves behind.

mod window;

use std::{path::Path, sync::Arc};

use egui_kittest::{Harness, kittest::NodeT as _};
use jiff::civil::date;
use levels_of_need::{
    app::{LonApp, journey::Screen, platform::Clock, training::Room},
    case::{Answer, Answered, file::put},
    folder::read_folder,
    framework::{self, Id, builtin},
    referral::phrases,
    training::{
        file,
        session::{Round, Scale, Session, Worked},
        sheet::{self, Own, Sheet, Walk},
        story::Stories,
    },
};
use window::{
    Key, Modifiers, Role, Window, button, find, focused, has, key, keys, radio, says, screen, tab_to, write,
};

const CLOCK: Clock = Clock { now: || date(2026, 11, 23).at(16, 55, 0, 0), code: || "7Q4K".to_owned() };

/// A window in the training room of Anytown, whose stories do not change.
fn room(folder: &Path) -> Window {
    room_of(folder, &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anytown"))
}

/// The same with the framework of another folder.
fn room_of(folder: &Path, framework: &Path) -> Window {
    let folder = folder.to_owned();
    let mut window = Harness::builder().with_size([1280.0, 800.0]).build_eframe(move |cc| {
        let app = LonApp::new(&cc.egui_ctx, Arc::new(window::tour::anytown()), CLOCK).expect("a theme");
        app.kept_in(folder)
    });
    window.run();
    button(&mut window, "See or change the framework");
    write(&mut window, Role::TextInput, "Or type where the folder is", &framework.display().to_string());
    button(&mut window, "Open this folder");
    assert!(says(&window, "The framework was opened"));
    button(&mut window, "Back");
    button(&mut window, "To the training room");
    window
}

fn press(window: &mut Window, role: Role, name: &str, pressed: Key) {
    tab_to(window, role, name);
    key(window, pressed);
}

fn type_number(window: &mut Window, name: &str, number: u32) {
    tab_to(window, Role::TextInput, name);
    window.event(eframe::egui::Event::Text(number.to_string()));
    window.run();
}

#[test]
fn a_whole_session_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut w = room(folder.path());
    press(&mut w, Role::CheckBox, "Two lunches", Key::Space);
    press(&mut w, Role::CheckBox, "After the row", Key::Space);
    assert!(says(&w, "about 35 minutes"));
    // The papers for those who vote with their hands.
    press(&mut w, Role::Button, "Voting cards\u{2026}", Key::Enter);
    press(&mut w, Role::Button, "Save it there", Key::Enter);
    assert!(folder.path().join("voting-cards.pdf").exists());
    press(&mut w, Role::Button, "Begin in front of the room", Key::Enter);
    assert_eq!(screen(&w), Screen::Training(Room::Present));
    assert!(says(&w, "Speaks of a child who is hungry"));

    key(&mut w, Key::PageDown);
    assert!(says(&w, "asked a friend for theirs") && !says(&w, "The register says"));
    key(&mut w, Key::ArrowRight);
    type_number(&mut w, "Level 1, Universal needs", 3);
    type_number(&mut w, "Level 2, Emerging needs", 8);
    assert!(says(&w, "11 people"));
    // A clicker's key goes on, although a number is being typed.
    key(&mut w, Key::PageDown);
    assert!(says(&w, "The register says"));
    key(&mut w, Key::R);
    assert!(!says(&w, "11 people"));
    key(&mut w, Key::U);
    key(&mut w, Key::PageDown);
    type_number(&mut w, "Level 2, Emerging needs", 5);
    type_number(&mut w, "Level 3, Targeted needs", 6);
    type_number(&mut w, "Not sure", 1);
    key(&mut w, Key::Enter);
    assert!(says(&w, "Everything is told"));
    assert!(!says(&w, "Targeted help"), "nothing before it is asked for");
    key(&mut w, Key::R);
    assert!(says(&w, "Level 3: Targeted help") && says(&w, "Food that lapses and absence"));
    assert!(says(&w, "Level 2, Emerging needs: 5"));
    key(&mut w, Key::B);
    assert!(!says(&w, "Targeted help"), "blank");
    key(&mut w, Key::B);
    key(&mut w, Key::Space);
    assert!(says(&w, "Where the room parted"));
    key(&mut w, Key::Space);
    assert!(says(&w, "Who else knows K?"));
    key(&mut w, Key::Space);
    type_number(&mut w, "Level 3, Targeted needs", 12);
    key(&mut w, Key::PageDown);
    assert!(says(&w, "Level 3, Targeted needs: 6 alone, 12 after discussion"));
    key(&mut w, Key::Space);
    assert!(says(&w, "After the row") && says(&w, "Case 2 of 2"));
    key(&mut w, Key::PageUp);
    assert!(says(&w, "Before and after"), "back is back");
    key(&mut w, Key::PageDown);
    for _ in 0..6 {
        key(&mut w, Key::PageDown);
    }
    assert!(says(&w, "Good practitioners differ"), "the step after the last vote shows it");
    for _ in 0..5 {
        key(&mut w, Key::PageDown);
    }
    assert_eq!(screen(&w), Screen::Training(Room::Record));

    tab_to(&mut w, Role::MultilineTextInput, "Notes");
    w.event(eframe::egui::Event::Text("Some had not counted absence.".to_owned()));
    w.run();
    for (what, file) in [
        ("Save the record as PDF\u{2026}", "training-record-2026-11-23.pdf"),
        ("Save the ratings as a table\u{2026}", "training-ratings-2026-11-23.csv"),
        ("Keep the session\u{2026}", "training-2026-11-23.ron"),
    ] {
        press(&mut w, Role::Button, what, Key::Enter);
        press(&mut w, Role::Button, "Save it there", Key::Enter);
        assert!(folder.path().join(file).exists(), "{file}");
    }
    let text = pdf_of(&folder.path().join("training-record-2026-11-23.pdf"));
    for words in
        ["Two lunches", "After the row", "Levels of need in Anytown", "Some had not counted absence."]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(text.contains("6 of 12 said that level"), "{text}");
    let ratings = std::fs::read_to_string(folder.path().join("training-ratings-2026-11-23.csv")).unwrap();
    assert!(ratings.starts_with("rater,case,item,value\n"));
    assert_eq!(ratings.matches(",two-lunches,level,level-3").count(), 6);
    assert_eq!(ratings.matches(",two-lunches,level.discussed,level-3").count(), 12);

    // It outlives the program.
    let kept = folder.path().join("training-2026-11-23.ron");
    let session = file::session(&std::fs::read(&kept).unwrap()).expect("it reads");
    assert_eq!(session.cases[0].people(Round::Alone, 1, None), Some(1));
    let mut w = room(folder.path());
    write(&mut w, Role::TextInput, "Where the session's file is", &kept.display().to_string());
    button(&mut w, "Open this session");
    assert!(says(&w, "Some had not counted absence."));
    assert!(says(&w, "Level 3, Targeted needs: 6 alone, 12 after discussion"));
    assert!(has(&w, Role::Button, "Go on in front of the room"));
    assert!(focused(&w).is_some());
}

/// One person's whole walk of *Two lunches*: their level, and how hungry they think K is.
fn walk(code: &str, pathway: &str, food: &str) -> Sheet {
    let framework = window::tour::anytown();
    let id = |id: &str| Id::new(id).expect("an id");
    let answer = |question: &str, answer| Answered::new(id(question), answer);
    let mut sheet = Sheet::new(&framework, "two-lunches", code.to_owned(), Round::Alone);
    sheet.own = Some(Own { pathway: Some(id(pathway)), level: None });
    sheet.walk = Some(Walk {
        concerns: vec![id("neglect")],
        answers: vec![
            answer("safety.danger", Answer::No),
            answer("safety.suicidal", Answer::No),
            answer("neglect.food", Answer::Rung(id(food))),
            answer("neglect.home", if food == "often" { Answer::NotKnown } else { Answer::Yes }),
        ],
    });
    sheet
}

/// Presses what begins work in the background: the window is not at rest until it is done.
fn begin_work(w: &mut Window, name: &str) {
    tab_to(w, Role::Button, name);
    w.key_press(Key::Enter);
    w.step();
}

/// Waits for a thread to have its say.
fn until(window: &mut Window, words: &str) {
    for _ in 0..600 {
        window.step();
        if says(window, words) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("{words:?} is never said:\n{}", everything(window));
}

#[test]
fn twelve_answer_files_come_back_of_which_two_cannot_count() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = folder.path().join("handed in");
    std::fs::create_dir(&files).expect("a folder");
    let keep = |name: &str, text: &str| put(&files.join(name), text.as_bytes()).expect("it is kept");
    for at in 0..10 {
        let (pathway, food) = if at < 6 { ("early-help", "lapses") } else { ("targeted", "often") };
        let sheet = walk(&format!("C{at:03}"), pathway, food);
        keep(&format!("answers-{at}.ron"), &file::to_text(&sheet).expect("text"));
    }
    let whole = file::to_text(&walk("D000", "targeted", "often")).expect("text");
    keep("cut-off.ron", &whole[..whole.len() / 2]);
    let mut old = walk("E000", "targeted", "often");
    old.framework.edition = "2019".to_owned();
    keep("last-year.ron", &file::to_text(&old).expect("text"));

    let mut w = room(folder.path());
    press(&mut w, Role::CheckBox, "Two lunches", Key::Space);
    press(&mut w, Role::Button, "Begin in front of the room", Key::Enter);
    press(&mut w, Role::Button, "Leave the big screen", Key::Enter);
    tab_to(&mut w, Role::TextInput, "Or type where the folder or the file is");
    w.event(eframe::egui::Event::Text(files.display().to_string()));
    w.run();
    w.key_press(Key::Enter);
    w.step();
    until(&mut w, "12 files were read: 10 count, 0 were there already, 2 are kept apart");
    assert!(says(&w, "cut-off.ron: damaged") && says(&w, "last-year.ron: of another edition (2019)"));
    // The same files again count once.
    begin_work(&mut w, "Load the answers");
    until(&mut w, "12 files were read: 0 count, 12 were there already, 0 are kept apart");

    begin_work(&mut w, "Work it out");
    until(&mut w, "People who rated this: 10. Cases: 1.");
    press(&mut w, Role::Button, "For auditors: kappa and alpha", Key::Enter);
    assert!(says(&w, "Krippendorff"));

    press(&mut w, Role::Button, "Go on in front of the room", Key::Enter);
    for _ in 0..5 {
        key(&mut w, Key::PageDown);
    }
    key(&mut w, Key::R);
    assert!(says(&w, "Level 2, Emerging needs: 6") && says(&w, "Level 3, Targeted needs: 4"));
    key(&mut w, Key::PageDown);
    assert!(says(&w, "Is the child getting enough to eat?"), "the first question at which they part");
    assert!(says(&w, "Sometimes comes hungry; the carer puts it right when told: 6"));
    assert!(says(&w, "Enough, regularly, and fit for a child of this age."), "its meaning beside it");
    key(&mut w, Key::PageDown);
    key(&mut w, Key::PageDown);
    type_number(&mut w, "Level 3, Targeted needs", 9);
    key(&mut w, Key::PageDown);
    assert!(says(&w, "Level 3, Targeted needs: 4 alone, 9 after discussion"));
    key(&mut w, Key::PageDown);
    press(&mut w, Role::Button, "Save the record as PDF\u{2026}", Key::Enter);
    press(&mut w, Role::Button, "Save it there", Key::Enter);
    let text = pdf_of(&folder.path().join("training-record-2026-11-23.pdf"));
    for words in ["parted first at", "6 of 10 answered", "1 of another edition (2019)", "1 damaged"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("last-year"), "a file's name can be somebody's: {text}");
    press(&mut w, Role::Button, "Keep the session\u{2026}", Key::Enter);
    press(&mut w, Role::Button, "Save it there", Key::Enter);
    let kept = folder.path().join("training-2026-11-23.ron");
    let session = file::session(&std::fs::read(kept).unwrap()).expect("it reads");
    assert_eq!((session.sheets(), session.apart.len()), (10, 2), "none is lost");
    assert!(session.apart.iter().any(|apart| apart.sheet.as_ref() == Some(&old)), "what can be read is kept");
}

#[test]
fn two_hundred_answer_files_come_in_while_the_window_answers() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = folder.path().join("many");
    std::fs::create_dir(&files).expect("a folder");
    for at in 0..200 {
        let sheet = walk(&format!("C{at:03}"), "early-help", "lapses");
        let text = file::to_text(&sheet).expect("text");
        put(&files.join(format!("answers-{at}.ron")), text.as_bytes()).expect("it is kept");
    }
    let mut w = room(folder.path());
    window::press(&mut w, Role::CheckBox, "Two lunches");
    button(&mut w, "Begin in front of the room");
    button(&mut w, "Leave the big screen");
    write(&mut w, Role::TextInput, "Or type where the folder or the file is", &files.display().to_string());
    find(&w, Role::Button, "Load the answers").click_accesskit();
    // Frame by frame: none waits for more than a few files, and progress is said.
    let (mut longest, mut progress) = (std::time::Duration::ZERO, false);
    for _ in 0..5000 {
        let begun = std::time::Instant::now();
        w.step();
        longest = longest.max(begun.elapsed());
        progress |= says(&w, "Loading: ");
        if says(&w, "200 files were read: 200 count") {
            break;
        }
    }
    assert!(says(&w, "200 files were read: 200 count") && progress);
    assert!(longest.as_millis() < 1000, "a frame took {longest:?}");
    w.run();
    assert!(says(&w, "Level 2, Emerging needs: 200 alone"));
}

#[test]
fn one_person_takes_part_by_file_by_a_machine_passed_round_and_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut w = room(folder.path());
    window::press(&mut w, Role::CheckBox, "Two lunches");
    button(&mut w, "Begin in front of the room");
    button(&mut w, "Leave the big screen");
    button(&mut w, "Choose other cases");

    let join = |w: &mut Window, far: &str, what: &str| {
        button(w, "Take part, or try a case by yourself");
        radio(w, "Which case?", "Two lunches");
        radio(w, "How far do you go?", far);
        radio(w, "What becomes of your answers?", what);
        button(w, "Begin");
    };
    let own = |w: &mut Window| {
        button(w, "Continue");
        button(w, "Continue");
        radio(w, "Which level and which help fits best?", "Level 2, Emerging needs: Early help");
    };
    // A file, with the level alone.
    join(&mut w, "Your own level alone", "A file for the trainer");
    own(&mut w);
    button(&mut w, "Continue");
    write(&mut w, Role::TextInput, "Your role or agency (may stay empty)", "school");
    button(&mut w, "Save the answer file\u{2026}");
    button(&mut w, "Save it there");
    assert!(says(&w, "Pass it to the trainer"));
    let kept = folder.path().join("answers-two-lunches-7Q4K.ron");
    let sheet = sheet::read(&std::fs::read(kept).unwrap()).expect("it reads");
    assert_eq!(sheet.role, "school");
    assert_eq!(sheet.own.and_then(|own| own.pathway).map(|id| id.to_string()).as_deref(), Some("early-help"));
    button(&mut w, "Another case");
    button(&mut w, "Back");

    // One machine passed round.
    join(&mut w, "Your own level alone", "Into the session on this machine");
    own(&mut w);
    button(&mut w, "Continue");
    button(&mut w, "Hand in, and pass the machine on");
    assert!(says(&w, "The next person can begin") && says(&w, "Part 1 of 2"));
    button(&mut w, "Back");
    button(&mut w, "Back");
    button(&mut w, "To the session's record");
    assert!(says(&w, "Level 2, Emerging needs: 1 alone"));
    button(&mut w, "Choose other cases");

    // The whole check for oneself, on its own pages: no suggestion, and no telephone.
    join(&mut w, "The whole check", "Only for me");
    button(&mut w, "Continue");
    button(&mut w, "To the questions");
    assert_eq!(screen(&w), Screen::Safety);
    assert!(says(&w, "A training case: no real child"));
    radio(&mut w, "Is the child, or somebody else, in danger now?", "Yes");
    assert!(!says(&w, "Phone now"));
    for _ in 0..60 {
        if screen(&w) == Screen::OwnView {
            break;
        }
        keys(&mut w, Modifiers::ALT, Key::ArrowRight);
    }
    assert_eq!(screen(&w), Screen::OwnView);
    button(&mut w, "Finish");
    assert_eq!(screen(&w), Screen::OwnView, "one's own level comes first");
    radio(&mut w, "Which level and which help fits best?", "Level 3, Targeted needs: Targeted help");
    button(&mut w, "Finish");
    assert_eq!(screen(&w), Screen::Training(Room::Part));
    assert!(says(&w, "Question by question") && says(&w, "The case as it was worked out: No"));
    assert!(w.state().session().open().is_none(), "it is no open check");
    button(&mut w, "Another case");
    assert!(says(&w, "Cases worked through: 1. Your level was the framework's in 1."));
}

#[test]
fn past_sessions_lie_side_by_side_by_edition() {
    let folder = tempfile::tempdir().expect("a folder");
    let framework = window::tour::anytown();
    let case =
        || Worked { case: "two-lunches".to_owned(), title: "Two lunches".to_owned(), ..Worked::default() };
    for (day, edition, people) in [(1, "2025", 4), (2, "2026", 7)] {
        let mut session = Session::new(&framework, date(2026, 11, day), Scale::Levels, vec![case()]);
        session.framework.edition = edition.to_owned();
        let level = Id::new("level-2").unwrap();
        session.cases[0].count(Round::Alone, 1, Some(&level), Some(people));
        session.cases[0].count(Round::Alone, 1, None, Some(2));
        let path = folder.path().join(format!("{edition}.ron"));
        put(&path, file::to_text(&session).unwrap().as_bytes()).unwrap();
    }
    put(&folder.path().join("else.ron"), b"Nothing()").unwrap();
    let mut w = room(folder.path());
    button(&mut w, "Past sessions side by side");
    let field = "Where a session's file is, or a folder of them";
    write(&mut w, Role::TextInput, field, &folder.path().display().to_string());
    button(&mut w, "Add");
    assert!(says(&w, "Added: 2 sessions") && says(&w, "else.ron"));
    assert!(
        has(&w, Role::Heading, "anytown, edition 2025") && has(&w, Role::Heading, "anytown, edition 2026")
    );
    assert!(says(&w, "Two lunches: 4 of 6 agreed alone") && says(&w, "Two lunches: 7 of 9 agreed alone"));
}

fn pdf_of(path: &Path) -> String {
    let pdf = lopdf::Document::load_mem(&std::fs::read(path).expect("the record")).expect("a PDF");
    let pages: Vec<u32> = pdf.get_pages().keys().copied().collect();
    assert_eq!(pages.len(), 1, "one page");
    pdf.extract_text(&pages).expect("text").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a trainer prints: the pack gives nothing away on paper either, and the text of each PDF is read back.
#[test]
fn the_papers_for_the_room_are_saved_from_the_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut w = room(folder.path());
    press(&mut w, Role::Button, "Participant pack\u{2026}", Key::Enter);
    assert!(says(&w, "Choose at least one case first"));
    press(&mut w, Role::CheckBox, "Two lunches", Key::Space);
    let read = |w: &mut Window, label: &str, file: &str| {
        press(w, Role::Button, label, Key::Enter);
        press(w, Role::Button, "Save it there", Key::Enter);
        assert!(says(w, "The paper was saved"));
        let pdf = std::fs::read(folder.path().join(file)).expect("the paper");
        let pdf = lopdf::Document::load_mem(&pdf).expect("a PDF");
        let pages: Vec<u32> = pdf.get_pages().keys().copied().collect();
        let text = pdf.extract_text(&pages).expect("text");
        (pages.len(), text.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let (_, pack) = read(&mut w, "Participant pack\u{2026}", "participant-pack.pdf");
    assert!(pack.contains("asked a friend for theirs") && pack.contains("The register says"));
    assert!(!pack.contains("Targeted help") && !pack.contains("Who else knows K?"));
    let (_, sheet) = read(&mut w, "Facilitator\u{2019}s sheet\u{2026}", "facilitator-sheet.pdf");
    assert!(sheet.contains("Level 3: Targeted help") && sheet.contains("Who else knows K?"));
    let (pages, cards) = read(&mut w, "Voting cards\u{2026}", "voting-cards.pdf");
    assert!(pages > 4 && cards.contains("Level 3") && cards.contains("Not sure"));
    let (pages, later) = read(&mut w, "Sheet for eight weeks later\u{2026}", "follow-up.pdf");
    assert_eq!(pages, 1);
    assert!(later.contains("Two lunches") && !later.contains("Targeted help"));
}

/// Everything that can be read on screen, or is told to a screen reader.
fn everything(window: &Window) -> String {
    let mut all = String::new();
    for node in window.root().children_recursive() {
        let node = node.accesskit_node();
        let texts = [node.label(), node.value(), node.description(), node.placeholder().map(str::to_owned)];
        for text in texts.into_iter().flatten() {
            all.push_str(&text);
            all.push('\n');
        }
    }
    all
}

#[test]
fn votes_that_are_kept_nowhere_are_not_lost_without_a_word() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut w = room(folder.path());
    window::press(&mut w, Role::CheckBox, "Two lunches");
    button(&mut w, "Begin in front of the room");
    key(&mut w, Key::PageDown);
    key(&mut w, Key::PageDown);
    type_number(&mut w, "Level 2, Emerging needs", 5);
    button(&mut w, "Leave the big screen");
    button(&mut w, "Choose other cases");
    button(&mut w, "Begin in front of the room");
    assert_eq!(screen(&w), Screen::Training(Room::Record));
    assert!(says(&w, "its votes would be lost"));
    button(&mut w, "Choose other cases");
    button(&mut w, "Begin in front of the room");
    assert_eq!(screen(&w), Screen::Training(Room::Present), "who asks again may");
    // Nothing was voted yet, so that nothing can be lost.
    button(&mut w, "Leave the big screen");
    button(&mut w, "Choose other cases");
    button(&mut w, "Begin in front of the room");
    assert_eq!(screen(&w), Screen::Training(Room::Present));
}

/// From three metres: nothing on the big screen is smaller than 28 points.
#[test]
fn every_word_on_the_big_screen_is_large() {
    let shown = ["title", "story", "vote", "ready", "revealed", "parted", "talk", "compared"];
    for name in shown.map(|name| format!("training-{name}")) {
        let stop = window::tour::STOPS.iter().find(|stop| stop.name == name).expect("a stop");
        let w = stop.visit([1920.0, 1080.0], 1.0);
        let mut words = 0;
        for shape in &w.output().shapes {
            let eframe::egui::Shape::Text(text) = &shape.shape else { continue };
            for section in &text.galley.job.sections {
                let size = section.format.font_id.size;
                assert!(size >= 28.0, "{name}: {size} points: {:?}", text.galley.text());
                words += 1;
            }
        }
        assert!(words > 3, "{name} has words on it");
    }
}

/// Before the reveal nothing on the big screen says what a case comes to: for every story of every framework.
#[test]
fn nothing_gives_a_story_away_before_it_is_revealed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("tests/anytown")];
    folders.extend(builtin::ids().into_iter().map(|id| root.join("frameworks").join(id)));
    for folder in folders {
        let loaded = framework::load(read_folder(&folder).expect("it can be read"));
        let stories = Stories::read(&loaded.cases);
        assert!(stories.faulty.is_empty(), "{:?}", stories.faulty);
        if stories.told.is_empty() {
            continue;
        }
        let framework = loaded.framework.expect("it is sound");
        let kept = tempfile::tempdir().expect("a folder");
        let mut w = room_of(kept.path(), &folder);
        for story in &stories.told {
            press_on(&mut w, Role::CheckBox, story.title());
        }
        button(&mut w, "Begin in front of the room");
        for story in &stories.told {
            let mut secrets: Vec<&str> = story.points().iter().map(String::as_str).collect();
            secrets.extend(story.why());
            secrets.extend(["Good practitioners differ", "contested"]);
            let named = framework.pathways.iter().map(|pathway| pathway.title.as_str());
            let named: Vec<&str> =
                named.chain(framework.levels.iter().flat_map(|l| [l.label.as_str(), &l.name])).collect();
            assert!(says(&w, story.title()));
            // The title, then each part with its vote, then the page before the reveal.
            for step in 0..2 + 2 * story.instalments().len() {
                let all = everything(&w);
                let vote = step > 0 && step % 2 == 0;
                for secret in secrets.iter().chain(named.iter().filter(|_| !vote)) {
                    assert!(!all.contains(secret), "{}: step {step} says {secret:?}:\n{all}", story.id);
                }
                if step < 1 + 2 * story.instalments().len() {
                    key(&mut w, Key::PageDown);
                }
            }
            assert!(says(&w, "Everything is told"), "{}", story.id);
            key(&mut w, Key::R);
            let (shown, _) = phrases::span(&framework, &story.suggestion(&framework, story.last()));
            assert!(says(&w, &shown), "{}: {shown} is shown", story.id);
            for _ in 0..5 {
                key(&mut w, Key::PageDown);
            }
        }
        assert_eq!(screen(&w), Screen::Training(Room::Record));
    }
}

fn press_on(window: &mut Window, role: Role, name: &str) {
    window::press(window, role, name);
}
