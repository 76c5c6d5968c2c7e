//! How long one frame of the window takes before anything is rasterised, on its busiest screens.
//!
//! Bar: 1 millisecond. Measured with and without a screen reader; the twin is a window with nothing in it.

#[path = "../window/mod.rs"]
mod window;

use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use eframe::{App as _, egui};
use levels_of_need::{app::journey::Screen, case::file, framework::builtin};
use window::{Role, Window, button, radio, screen, write};

fn open_case(name: &str) -> (Window, tempfile::TempDir) {
    let files = builtin::files("liverpool").expect("Liverpool is built in");
    let path = format!("cases/{name}.ron");
    let bytes = files.into_iter().find(|f| f.path == path).expect("the case").bytes;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("case.lon");
    file::put(&path, &bytes).expect("it is saved");
    let mut window = window::window();
    write(&mut window, Role::TextInput, "Or type where the file is", &path.display().to_string());
    button(&mut window, "Open this file");
    (window, folder)
}

fn to_suggestion(window: &mut Window) {
    button(window, "Continue");
    radio(window, "Which level and which help fits best?", "Not sure yet");
    button(window, "Show the suggestion");
    assert_eq!(screen(window), Screen::Suggestion);
}

fn input(time: f64) -> egui::RawInput {
    let rect = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1280.0, 800.0));
    egui::RawInput { screen_rect: Some(rect), time: Some(time), focused: true, ..Default::default() }
}

fn measure(c: &mut Criterion, name: &str, window: &mut Window) {
    let ctx = window.ctx.clone();
    let app = window.state_mut();
    let mut frame = eframe::Frame::_new_kittest();
    let mut time = 1000.0;
    for (reader, told) in [(false, ""), (true, ", with a screen reader")] {
        if reader {
            ctx.enable_accesskit();
        } else {
            ctx.disable_accesskit();
        }
        c.bench_function(&format!("frame: {name}{told}"), |b| {
            b.iter(|| {
                time += 1.0 / 60.0;
                ctx.run_ui(input(time), |ui| {
                    app.logic(ui, &mut frame);
                    app.ui(ui, &mut frame);
                })
            });
        });
    }
}

fn frames(c: &mut Criterion) {
    let empty = egui::Context::default();
    let mut time = 1000.0;
    c.bench_function("frame: twin, an empty window", |b| {
        b.iter(|| {
            time += 1.0 / 60.0;
            empty.run_ui(input(time), |ui| {
                egui::CentralPanel::default().show(ui, |_| {});
            })
        });
    });
    let (mut window, _folder) = open_case("domestic-abuse-never-alone");
    measure(c, "check your answers", &mut window);
    to_suggestion(&mut window);
    measure(c, "suggestion", &mut window);
    to_referral(&mut window);
    measure(c, "referral", &mut window);
    let mut window = to_concerns();
    write(&mut window, Role::TextInput, "A word, such as bruise, vape or hungry", "home");
    measure(c, "search", &mut window);
}

fn to_referral(window: &mut Window) {
    button(window, "I judge it differently\u{2026}");
    radio(window, "What do you decide?", "Level 4: Child protection");
    button(window, "Continue");
    assert_eq!(screen(window), Screen::Call);
    button(window, "Continue");
    assert_eq!(screen(window), Screen::Referral);
}

fn to_concerns() -> Window {
    let mut window = window::window();
    button(&mut window, "Start a new check");
    for _ in 0..6 {
        if screen(&window) == Screen::Concerns {
            break;
        }
        button(&mut window, "Continue");
    }
    assert_eq!(screen(&window), Screen::Concerns);
    window
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(4));
    targets = frames
}
criterion_main!(benches);
