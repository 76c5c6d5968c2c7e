//! How every screen looks: pictures that are kept, compared, and looked at when they change.
//!
//! They need a graphics driver; a software one does (`mesa-vulkan-drivers` on Debian), so they are run
//! apart: `cargo test --test pictures -- --ignored`. `UPDATE_SNAPSHOTS=force` draws them anew.

mod window;

use egui_kittest::{SnapshotOptions, kittest::Queryable as _};
use window::{
    Key, Role, Window, button, key,
    tour::{STOPS, Stop},
};

/// About a window as it opens: wide enough for three columns.
const USUAL: [f32; 2] = [1280.0, 720.0];
/// Tall enough for most of a page that is read.
const TALL: [f32; 2] = [1000.0, 1200.0];
/// As a projector shows it.
const BEAMER: [f32; 2] = [1920.0, 1080.0];

/// What is drawn in which look: the name in the menu, the name in the file, how large.
#[derive(Clone, Copy)]
struct Look {
    menu: &'static str,
    file: &'static str,
    zoom: f32,
}

const LIGHT: Look = Look { menu: "Light", file: "light", zoom: 1.0 };
const DARK: Look = Look { menu: "Dark", file: "dark", zoom: 1.0 };
const CONTRAST: Look = Look { menu: "High contrast", file: "contrast", zoom: 1.0 };
const LARGE: Look = Look { menu: "Light", file: "large", zoom: 2.0 };

fn stop(name: &str) -> Stop {
    *STOPS.iter().find(|stop| stop.name == name).unwrap_or_else(|| panic!("no stop {name}"))
}

fn dress(window: &mut Window, look: Look) {
    button(window, "Menu");
    window.get_by_role_and_label(Role::Button, look.menu).click_accesskit();
    window.run();
}

/// Draws the stops in a look and says which differ from the pictures that are kept.
fn draw(look: Look, names: &[(&str, [f32; 2])]) {
    // A machine's own driver draws an edge a little differently; a moved line is far more than this.
    let options = SnapshotOptions::new().output_path("tests/pictures").threshold(0.6).max_failed_pixels(10);
    let mut wrong = Vec::new();
    for (name, size) in names {
        let mut window = stop(name).visit_dressed(*size, look.zoom, |window| dress(window, look));
        // The ring is where the keyboard is: on a page that was just come to, on what comes first.
        key(&mut window, Key::F35);
        if let Err(fault) = window.try_snapshot_options(format!("{name}-{}", look.file), &options) {
            wrong.push(fault.to_string());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[ignore = "needs a software Vulkan driver; .ci/run has one"]
fn every_screen_in_light() {
    draw(
        LIGHT,
        &[
            ("start", USUAL),
            ("safety-answered", USUAL),
            ("about", USUAL),
            ("worry", USUAL),
            ("question-ladder", USUAL),
            ("told", USUAL),
            ("check", TALL),
            ("own-view", USUAL),
            ("suggestion", TALL),
            ("phone-now", USUAL),
            ("decision-needed", USUAL),
            ("referral", TALL),
            ("danger", USUAL),
            ("sign", USUAL),
            ("duty", USUAL),
            ("ladder-answered", TALL),
            ("map", USUAL),
            ("map-near", USUAL),
            ("about-children", TALL),
            ("question-children-apart", USUAL),
            ("injuries", TALL),
            ("call", USUAL),
            ("after-not-agreed", TALL),
            ("concerns", USUAL),
            ("frameworks", USUAL),
            ("look-up", USUAL),
            ("shortcuts", USUAL),
            ("training", TALL),
            ("training-story", BEAMER),
            ("training-vote", BEAMER),
            ("training-revealed", BEAMER),
            ("training-compared", BEAMER),
            ("training-record", TALL),
            ("training-own-result", USUAL),
        ],
    );
}

#[test]
#[ignore = "needs a software Vulkan driver; .ci/run has one"]
fn the_main_screens_in_dark() {
    draw(
        DARK,
        &[
            ("safety-answered", USUAL),
            ("question-ladder", USUAL),
            ("suggestion", USUAL),
            ("injuries", USUAL),
            ("sign", USUAL),
            ("look-up", USUAL),
            ("duty", USUAL),
            ("ladder-answered", USUAL),
            ("map-near", USUAL),
            ("training-vote", BEAMER),
            ("training-revealed", BEAMER),
        ],
    );
}

#[test]
#[ignore = "needs a software Vulkan driver; .ci/run has one"]
fn the_main_screens_in_high_contrast() {
    draw(CONTRAST, &[("question-ladder", USUAL), ("own-view", USUAL), ("suggestion", USUAL)]);
}

#[test]
#[ignore = "needs a software Vulkan driver; .ci/run has one"]
fn the_main_screens_at_200_per_cent() {
    draw(
        LARGE,
        &[
            ("start", USUAL),
            ("question-ladder", USUAL),
            ("suggestion", USUAL),
            ("injuries", USUAL),
            ("map-near", USUAL),
            ("after", USUAL),
            ("training-vote", USUAL),
            ("training-revealed", USUAL),
        ],
    );
}
