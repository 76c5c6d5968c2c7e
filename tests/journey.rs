//! The way through a check, walked by role and name as a screen reader finds it.

mod window;

use egui_kittest::kittest::Queryable as _;
use levels_of_need::app::journey::Screen;
use window::{
    Key, Modifiers, Role, button, find, focused, has, key, keys, open, press, radio, says, screen, sized,
    tab_to, window, write,
};

const SAFETY: [&str; 5] = [
    "Have you seen, heard or been told that the child or somebody else is in danger now?",
    "Have you seen, heard or been told that nobody able and willing will look after the child tonight, or that the child is afraid to go home?",
    "Have you seen, heard or been told that the child is injured or ill and needs medical care now?",
    "Have you seen, heard or been told of a suicide attempt, a plan to die or an overdose by the child?",
    "Has the child told you, or have you seen or been told, that somebody hurt them or sexually abused them?",
];

#[test]
fn the_whole_way_from_start_to_the_suggestion() {
    let mut window = window();
    button(&mut window, "Start a new check");
    assert_eq!(screen(&window), Screen::Safety);
    for question in SAFETY {
        radio(&mut window, question, "No");
    }
    button(&mut window, "Continue");
    assert_eq!(screen(&window), Screen::About);
}
