//! From the suggestion on: what is shown when, what the decision asks for, and what the papers leave behind.

mod window;

use levels_of_need::{app::journey::Screen, case::file};
use window::{
    Key, Modifiers, Role, button, find, focused, has, keys, open, press, radio, says, screen, to_suggestion,
    window, with_case, write,
};

#[test]
fn a_disclosure_brings_the_telephone_within_three_answers() {
    let mut window = window();
    button(&mut window, "Start a new check");
    let question = "Has the child told you, or have you seen or been told, that somebody hurt them or sexually abused them?";
    radio(&mut window, question, "Yes");
    assert!(says(&window, "Phone now, finish later"), "one answer, and it stands there");
    button(&mut window, "Whom to ring and why");
    assert_eq!(screen(&window), Screen::PhoneNow);
    assert!(has(&window, Role::Heading, "What to say, in one minute"));
    assert!(says(&window, "number to be checked"), "an old number is never told as fact");
}

#[test]
fn the_suggestion_shows_both_ends_in_picture_and_words() {
    let (mut window, _folder) = with_case("domestic-abuse-never-alone", |_| {});
    assert!(!says(&window, "At least Level"), "not before the own view");
    to_suggestion(&mut window);
    assert!(says(&window, "At least Level 3: Targeted early help"));
    assert!(says(&window, "Level 3, Targeted needs (established)"), "the windscreen's words");
    assert!(says(&window, "Level 4, Safeguarding and specialist (still open)"));
    for heading in ["Why", "Why not lower", "Why not higher", "Find out first", "Next steps"] {
        assert!(has(&window, Role::Heading, heading), "{heading}");
    }
    let case = open(&window).case();
    assert!(case.revealed.is_some(), "when it was first seen is on record");
}

#[test]
fn going_lower_needs_a_reason_and_a_colleague_by_any_key() {
    let (mut window, _folder) = with_case("domestic-abuse-never-alone", |_| {});
    to_suggestion(&mut window);
    button(&mut window, "I judge it differently\u{2026}");
    assert_eq!(screen(&window), Screen::Decision);
    radio(&mut window, "What do you decide?", "Level 1: Universal services");
    keys(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(screen(&window), Screen::Decision, "not past it by a shortcut either");
    assert!(says(&window, "To go lower, say why and whom you consulted."));
    assert!(says(&window, "You might ask: "), "whom, in the framework's own words");
    write(&mut window, Role::MultilineTextInput, "Why", "It was another family.");
    write(&mut window, Role::TextInput, "Who did you consult?", "Named GP");
    button(&mut window, "Continue");
    assert_eq!(screen(&window), Screen::Call, "one rings before one writes");
    button(&mut window, "Continue");
    assert_eq!(screen(&window), Screen::Referral);
}

#[test]
fn going_higher_needs_nothing() {
    let (mut window, _folder) = with_case("domestic-abuse-never-alone", |_| {});
    to_suggestion(&mut window);
    button(&mut window, "I judge it differently\u{2026}");
    radio(&mut window, "What do you decide?", "Level 4: Child protection");
    button(&mut window, "Continue");
    button(&mut window, "Continue");
    assert_eq!(screen(&window), Screen::Referral);
    assert!(says(&window, "Phone now"), "the paper follows the higher of the two");
}

#[test]
fn a_case_of_another_framework_says_so() {
    let (window, _folder) = with_case("domestic-abuse-never-alone", |case| {
        case.framework.id = levels_of_need::framework::Id::new("elsewhere").expect("an id");
    });
    assert!(says(&window, "elsewhere"));
}

#[test]
fn what_is_typed_never_overwrites_a_file_that_is_not_ours() {
    let (mut window, folder) = with_case("domestic-abuse-never-alone", |_| {});
    to_suggestion(&mut window);
    button(&mut window, "I agree");
    button(&mut window, "Continue");
    let other = folder.path().join("other.md");
    file::put(&other, b"somebody else's").expect("it is there");
    let own = folder.path().join("own.md");
    for (path, saved) in [(&other, false), (&own, true), (&own, true)] {
        let field = "Or type where to save it";
        find(&window, Role::TextInput, field).focus();
        window.run();
        keys(&mut window, Modifiers::COMMAND, Key::A);
        find(&window, Role::TextInput, field).type_text(&path.display().to_string());
        window.run();
        press(&mut window, Role::Button, "Save there");
        assert_eq!(says(&window, "Saved."), saved, "{}", path.display());
        if let Some(hide) = has(&window, Role::Button, "Hide this message").then_some("Hide this message") {
            button(&mut window, hide);
        }
    }
    assert_eq!(std::fs::read(&other).expect("it is there still"), b"somebody else's");
    assert!(std::fs::read_to_string(&own).expect("the paper").contains("Early help assessment"));
}

#[test]
fn the_papers_carry_no_name_that_was_not_filled_in_and_the_title_none_at_all() {
    let (mut window, _folder) = with_case("domestic-abuse-never-alone", |_| {});
    to_suggestion(&mut window);
    button(&mut window, "I agree");
    button(&mut window, "Continue");
    assert!(says(&window, "Personal facts that leave the program with this paper"));
    button(&mut window, "Add a child");
    write(&mut window, Role::TextInput, "Name of person 1", "ZZSECRET");
    assert!(says(&window, "ZZSECRET"), "in the preview");
    radio(&mut window, "Which paper?", "My own record");
    assert!(has(&window, Role::Heading, "My own record of a check"));
}

#[test]
fn the_paper_is_laid_out_by_a_form_and_a_gap_leads_to_where_it_is_filled_in_and_back() {
    let (mut window, _folder) = with_case("domestic-abuse-never-alone", |case| case.whereabouts.clear());
    to_suggestion(&mut window);
    button(&mut window, "I agree");
    button(&mut window, "Continue");
    assert_eq!(screen(&window), Screen::Referral);
    assert!(has(&window, Role::Heading, "Early help assessment"), "the usual form of the pathway");
    assert!(says(&window, "missing information never delays a referral"));
    radio(&mut window, "Which paper?", "Multi-agency referral");
    assert!(
        has(&window, Role::Heading, "6. The worry") && !has(&window, Role::Heading, "Early help assessment")
    );

    let child = "Fill in: 3. The child or children: Names, dates of birth or due dates, school or nursery";
    button(&mut window, child);
    window.run();
    let name = (Role::TextInput, "Name of person 1".to_owned());
    assert_eq!(focused(&window), Some(name), "a child is added, and the name waits to be written");
    write(&mut window, Role::TextInput, "Name of person 1", "ZZNAME");
    assert!(!has(&window, Role::Button, child));
    button(&mut window, "Fill in: 3. The child or children: Address");
    window.run();
    assert_eq!(
        focused(&window),
        Some((Role::TextInput, "Address".to_owned())),
        "further up on the same page"
    );

    let now = "Fill in: 3. The child or children: Where the child is now, and tonight";
    button(&mut window, now);
    assert_eq!(screen(&window), Screen::Safety);
    let field = "Where is the child now, and who will be with them tonight?";
    write(&mut window, Role::MultilineTextInput, field, "At nursery");
    button(&mut window, "Continue");
    assert_eq!(screen(&window), Screen::Referral, "and back");
    assert!(!has(&window, Role::Button, now), "it is there now");
    assert!(has(&window, Role::Heading, "6. The worry"), "the form that was chosen is kept");

    let question = open(&window).assessment().find_out[0].question;
    let text = open(&window).framework()[question].text.clone();
    button(&mut window, &format!("Answer: {text}"));
    assert!(matches!(screen(&window), Screen::Question(_) | Screen::Safety));
    keys(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(screen(&window), Screen::Referral);
    assert!(says(&window, "To be written on the form itself") && says(&window, "Signature"));
    radio(&mut window, "Which paper?", "Referral summary");
    assert!(has(&window, Role::Heading, "Who this is about") && !has(&window, Role::Heading, "6. The worry"));
}

#[test]
fn another_area_reads_the_same_answers_beside_ones_own() {
    let (mut window, _folder) = with_case("neglect-lunchbox", |_| {});
    let before = open(&window).case().clone();
    button(&mut window, "Menu");
    find(&window, Role::Button, "Other areas").click_accesskit();
    window.run();
    assert_eq!(screen(&window), Screen::OwnView, "one's own view comes first, and one's own area");
    radio(&mut window, "Which level and which help fits best?", "Not sure yet");
    button(&mut window, "Show the suggestion");
    button(&mut window, "See it in another area\u{2026}");
    assert_eq!(screen(&window), Screen::Areas);
    let riverside = "Levels of need in Riverside: an illustrative framework";
    radio(&mut window, "Which framework?", riverside);
    assert!(says(&window, "The child's own area decides."));
    for heading in ["Here: Liverpool", "There: Riverside (invented)", "What does not map"] {
        assert!(has(&window, Role::Heading, heading), "{heading}");
    }
    assert!(says(&window, "Level 2, Extra help (established)"), "the windscreen of the other area");
    assert_eq!(open(&window).case().answers, before.answers, "nothing in the check changes");
    assert_eq!(open(&window).case().framework, before.framework);
    button(&mut window, "Back");
    assert_eq!(screen(&window), Screen::Suggestion);
}
