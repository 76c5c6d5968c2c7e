//! An empty window of the same toolkit, to measure ours against: what opens slower or takes more memory is ours.

use eframe::{NativeOptions, Renderer, egui};

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, _ui: &mut egui::Ui, _frame: &mut eframe::Frame) {}
}

fn main() -> eframe::Result {
    let renderer = match std::env::args().nth(1).as_deref() {
        Some("wgpu") => Renderer::Wgpu,
        _ => Renderer::Glow,
    };
    let viewport = egui::ViewportBuilder::default().with_title("Empty").with_inner_size([1280.0, 800.0]);
    let options = NativeOptions { renderer, viewport, ..Default::default() };
    eframe::run_native("empty", options, Box::new(|_cc| Ok(Box::new(Empty))))
}
