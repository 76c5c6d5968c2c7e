//! Opens the window on any machine: each renderer in turn, and plain words where neither works.

#[cfg(debug_assertions)]
mod broken;
mod order;
mod stay;
mod trace;

use std::{
    io::{self, Write as _},
    process::ExitCode,
    sync::Arc,
    thread::{self, JoinHandle},
};

use eframe::egui;

pub use self::order::Renderer;
use self::{
    order::{Reached, order},
    stay::Stay,
    trace::Trace,
};
use super::{
    LonApp,
    cover::Lent,
    platform::{self, Clock, Moment, SystemBoard},
    zoom,
};
use crate::{
    framework::{Framework, builtin},
    vault::{Folder, disk::Machine},
    words::{ENGLISH, fill},
};

/// How the window is to be opened.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct Options {
    /// Which renderer to try first; the other is tried when it cannot start
    #[arg(long, value_enum)]
    pub renderer: Option<Renderer>,
}

/// Opens the window and stays until it is closed; what keeps it from opening is said in a box and on
/// standard error.
pub fn open(options: Options) -> ExitCode {
    let mut framework = Loading::begin();
    let remote = platform::remote();
    let trace = Trace::new(platform::state_folder(), remote);
    let renderers = order(options.renderer, trace.known(), remote);
    let mut stay = Stay::default();
    for renderer in renderers {
        match run(renderer, &mut framework, trace.clone(), &mut stay) {
            Ok(()) => return ExitCode::SUCCESS,
            // What keeps this renderer from starting names places on the machine that built it; and the
            // next one may well work.
            Err(fault) if of_the_driver(&fault) => {
                say(&fill(ENGLISH.shell.renderer_failed, &[&renderer.to_string()]));
            }
            Err(eframe::Error::AppCreation(fault)) => return refuse(&fault.to_string(), true),
            // Without a display there is no place for a box either.
            Err(_no_display) => return refuse(ENGLISH.shell.no_display, false),
        }
    }
    refuse(ENGLISH.shell.no_driver, true)
}

/// Whether another renderer could do what this one could not.
fn of_the_driver(fault: &eframe::Error) -> bool {
    use eframe::Error as E;
    matches!(fault, E::Glutin(_) | E::NoGlutinConfigs(..) | E::OpenGL(_) | E::Wgpu(_))
}

fn run(renderer: Renderer, framework: &mut Loading, mut trace: Trace, stay: &mut Stay) -> eframe::Result {
    trace.reach(renderer, Reached::Begun);
    let create: eframe::AppCreator<'_> = Box::new(move |cc| {
        let start = Start { trace, renderer, frames: 0 };
        let new = |ctx: &egui::Context| {
            let lent = Lent {
                now: Moment::now,
                board: Some(Box::new(SystemBoard::default())),
                folder: platform::state_folder(),
            };
            let mut app = LonApp::new(ctx, framework.done()?, Clock::MACHINE)?;
            app.lend(lent);
            let Some(root) = platform::checks_folder() else { return Ok(app) };
            Ok(app.keeping_in(Folder::new(root, Arc::new(Machine)), platform::me()))
        };
        let app = stay.enter(&cc.egui_ctx, Some(start), new)?;
        let ctx = cc.egui_ctx.clone();
        let awake = ctx.clone();
        platform::after_sleep(move || awake.request_repaint());
        platform::text_size(move |per_cent| zoom::follow_system(&ctx, per_cent));
        Ok(Box::new(app))
    });
    eframe::run_native("levels-of-need", native_options(renderer), create)
}

fn native_options(renderer: Renderer) -> eframe::NativeOptions {
    let mut native = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title(ENGLISH.shell.program)
            .with_app_id("levels-of-need")
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([400.0, 300.0]),
        renderer: match renderer {
            Renderer::Glow => eframe::Renderer::Glow,
            Renderer::Wgpu => eframe::Renderer::Wgpu,
        },
        ..Default::default()
    };
    // Where both are looked for, Windows opens Vulkan's drivers as well, which costs the start most of its time.
    if cfg!(windows)
        && let eframe::egui_wgpu::WgpuSetup::CreateNew(setup) = &mut native.wgpu_options.wgpu_setup
    {
        use eframe::wgpu::Backends;
        setup.instance_descriptor.backends = Backends::DX12 | Backends::GL;
    }
    native
}

/// The built-in framework, read while the system makes the window: both take about as long.
enum Loading {
    Running(JoinHandle<Result<Framework, String>>),
    Done(Result<Arc<Framework>, String>),
}

impl Loading {
    fn begin() -> Self {
        let thread = thread::Builder::new().name("framework".to_owned());
        match thread.spawn(built_in) {
            Ok(running) => Self::Running(running),
            // A machine without a thread to spare reads it here.
            Err(_no_thread) => Self::Done(built_in().map(Arc::new)),
        }
    }

    /// The framework, waited for if need be; the same one for every renderer that is tried.
    fn done(&mut self) -> Result<Arc<Framework>, String> {
        let unread = || ENGLISH.frameworks.none_built_in.to_owned();
        let found = match std::mem::replace(self, Self::Done(Err(unread()))) {
            Self::Running(running) => running.join().unwrap_or_else(|_panicked| Err(unread())).map(Arc::new),
            Self::Done(found) => found,
        };
        *self = Self::Done(found.clone());
        found
    }
}

/// The framework that is part of the program; tests keep it sound.
fn built_in() -> Result<Framework, String> {
    builtin::read(builtin::FIRST).ok_or_else(|| ENGLISH.frameworks.none_built_in.to_owned())
}

/// Says why no window opens and what to do instead.
fn refuse(why: &str, in_a_box: bool) -> ExitCode {
    let text = format!("{why}\n{}", ENGLISH.shell.no_window_cure);
    say(&text);
    if in_a_box {
        platform::tell(ENGLISH.shell.program, &text);
    }
    ExitCode::from(3)
}

fn say(text: &str) {
    // Where even standard error is closed there is nobody left to tell.
    writeln!(io::stderr().lock(), "{text}").ok();
}

/// A start on its way: from nothing, over frames that were drawn, to somebody who works with it.
#[derive(Debug)]
pub(super) struct Start {
    trace: Trace,
    renderer: Renderer,
    frames: u8,
}

/// So many frames are drawn before a start counts as one that draws.
const ENOUGH: u8 = 3;

impl Start {
    /// Notes that a frame was drawn, and whether something in it was asked for.
    pub(super) fn drew(&mut self, ctx: &egui::Context, used: bool) {
        if self.frames < ENOUGH {
            self.frames += 1;
            // The next frame is drawn only if it is asked for.
            ctx.request_repaint();
            return;
        }
        self.trace.reach(self.renderer, if used { Reached::Used } else { Reached::Drawn });
    }
}
