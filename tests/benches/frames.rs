//! How long one frame of the window takes before anything is rasterised, on its busiest screens.
//!
//! Bar: 1 millisecond; 2 for the map of 25 concerns and 300 questions, and 5 for what a letter typed in the search
//! asks for. Measured with and without a screen reader; the twin is a window with nothing in it.

#[path = "../window/mod.rs"]
mod window;

use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use eframe::{App as _, egui};
use levels_of_need::{
    app::journey::Screen,
    framework::{
        Framework,
        model::{ConcernIx, Home, QuestionIx},
    },
    map::Map,
    search::Index,
};
use window::{
    Key, Modifiers, Role, Window, button, keys, liverpool, radio, screen, sized_over, to_suggestion,
    with_case, write,
};

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
    let (mut window, _folder) = with_case("domestic-abuse-never-alone", |_| {});
    measure(c, "check your answers", &mut window);
    to_suggestion(&mut window);
    measure(c, "suggestion", &mut window);
    to_referral(&mut window);
    measure(c, "referral", &mut window);
    let mut window = to_concerns();
    write(&mut window, Role::TextInput, "A word, such as bruise, vape or hungry", "home");
    measure(c, "search", &mut window);
}

/// A framework as large as any: Liverpool's, its concerns again and again under other names.
fn grown() -> Framework {
    let mut framework = liverpool();
    let concerns = framework.concerns.clone();
    for (round, concern) in (2..10).flat_map(|round| concerns.iter().map(move |concern| (round, concern))) {
        if framework.concerns.len() >= 25 && framework.questions.len() >= 300 {
            break;
        }
        let from = framework.questions.len();
        let new =
            |at: QuestionIx| concern.questions.iter().position(|q| *q == at).map(|n| QuestionIx(from + n));
        for &at in &concern.questions {
            let mut question = framework[at].clone();
            question.home = Home::Concern(ConcernIx(framework.concerns.len()));
            for gate in &mut question.opened_by {
                gate.question = new(gate.question).expect("a gate is in its own tree");
            }
            question.text = format!("{} ({round})", question.text);
            framework.questions.push(question);
        }
        let mut concern = concern.clone();
        concern.questions = (from..framework.questions.len()).map(QuestionIx).collect();
        concern.title = format!("{} ({round})", concern.title);
        framework.concerns.push(concern);
    }
    framework
}

fn map(c: &mut Criterion) {
    let framework = grown();
    let size = format!("{} concerns, {} questions", framework.concerns.len(), framework.questions.len());
    c.bench_function(&format!("map: where everything stands, {size}"), |b| b.iter(|| Map::new(&framework)));
    let mut window = sized_over(framework, [1280.0, 800.0]);
    keys(&mut window, Modifiers::COMMAND, Key::M);
    assert_eq!(screen(&window), Screen::Map);
    measure(c, &format!("map, the whole of it, {size}"), &mut window);
    button(&mut window, "On the map: Neglect");
    measure(c, &format!("map, from nearby, {size}"), &mut window);
    button(&mut window, "Zoom out");
    button(&mut window, "Zoom out");
    measure(c, &format!("map, as many buttons as it has, {size}"), &mut window);
}

fn search(c: &mut Criterion) {
    let framework = liverpool();
    c.bench_function("search: the index, once for a framework", |b| b.iter(|| Index::new(&framework)));
    let index = Index::new(&framework);
    for typed in ["b", "bru", "bruise", "brused", "not eating", "two phones", "supervison and neglcet at hme"]
    {
        c.bench_function(&format!("search: a keystroke, {typed:?}"), |b| b.iter(|| index.search(typed)));
        c.bench_function(&format!("search: a keystroke where concerns are chosen, {typed:?}"), |b| {
            b.iter(|| (index.search(typed), index.concerns(&framework, typed)));
        });
    }
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
    targets = frames, map, search
}
criterion_main!(benches);
