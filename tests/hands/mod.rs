//! The hands: what they may press, type, drop and shout for, by chance that can be had again, and what they did last.

use std::{collections::VecDeque, fmt::Debug, path::PathBuf, sync::Arc};

use eframe::egui::{self, Event, Pos2, Vec2, vec2};
use egui_kittest::kittest::NodeT as _;

use crate::window::{Dropped, Key, Modifiers, Role, Window};

/// What people type, paste, or leave in by mistake.
const TEXTS: &[&str] = &[
    "hungry",
    "She said \"I'm not going home\".",
    "Zo\u{eb} O\u{2019}Brien-\u{141}ukasz",
    "5",
    "87",
    "-1",
    "99999999999999999999",
    "4 May 2027",
    "31/2/2027",
    "2027-05-04",
    " ",
    "\t",
    "a\nb\r\nc",
    "Case(schema: 1)",
    "\\ \" ' # r#\"x\"# (( [[ {{ }}",
    "{} {0} {:?}",
    "<b>&amp;</b>",
    "bruise",
    "vape",
    "not eating",
    "paper.pdf",
    "paper.txt",
    "case.lon",
    "e\u{301}",
    "\u{dc}n\u{ef}c\u{f6}d\u{e9} \u{df} \u{e6} \u{f8}",
    "?",
];

/// The keys that mean something to the program or to a text field.
const KEYS: &[Key] = &[
    Key::Tab,
    Key::Tab,
    Key::Tab,
    Key::Space,
    Key::Enter,
    Key::Escape,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Backspace,
    Key::Delete,
    Key::F1,
    Key::F2,
    Key::F3,
    Key::F9,
    Key::Questionmark,
    Key::A,
];

/// The keys of the program that are pressed with others held.
const SHORTCUTS: &[(Modifiers, Key)] = &[
    (Modifiers::COMMAND, Key::Z),
    (Modifiers::COMMAND, Key::Z),
    (Modifiers::COMMAND, Key::Y),
    (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z),
    (Modifiers::COMMAND, Key::F),
    (Modifiers::COMMAND, Key::N),
    (Modifiers::COMMAND, Key::O),
    (Modifiers::COMMAND, Key::S),
    (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S),
    (Modifiers::COMMAND, Key::Q),
    (Modifiers::COMMAND, Key::Plus),
    (Modifiers::COMMAND, Key::Minus),
    (Modifiers::COMMAND, Key::Num0),
    (Modifiers::COMMAND, Key::A),
    (Modifiers::COMMAND, Key::Backspace),
    (Modifiers::SHIFT, Key::Tab),
    (Modifiers::ALT, Key::ArrowRight),
    (Modifiers::ALT, Key::ArrowRight),
    (Modifiers::ALT, Key::ArrowRight),
    (Modifiers::ALT, Key::ArrowRight),
    (Modifiers::ALT, Key::ArrowLeft),
];

/// Chance that can be had again: the same seed does the same things.
pub struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).expect("it is small")).expect("it is smaller")
    }

    fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    fn share(&mut self) -> f32 {
        f32::from(u16::try_from(self.next() % 1001).expect("it is small")) / 1000.0
    }
}

/// The last things done, told when something breaks.
pub struct Story {
    pub seed: u64,
    pub step: usize,
    last: VecDeque<String>,
}

impl Story {
    pub fn new(seed: u64) -> Self {
        Self { seed, step: 0, last: VecDeque::new() }
    }

    pub fn tell(&mut self, what: impl Debug) {
        self.step += 1;
        self.last.push_back(format!("{}: {what:?}", self.step));
        if self.last.len() > 25 {
            self.last.pop_front();
        }
    }
}

impl Drop for Story {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("MONKEY_SEED={} broke at step {}:", self.seed, self.step);
            for line in &self.last {
                println!("  {line}");
            }
        }
    }
}

/// What can be pressed or written in.
const ROLES: [Role; 6] = [
    Role::Button,
    Role::RadioButton,
    Role::CheckBox,
    Role::TextInput,
    Role::MultilineTextInput,
    Role::MenuItem,
];

/// Everything that can be pressed or written in, by its place among them, with its name.
fn targets(window: &Window) -> Vec<(Role, String, egui::Rect)> {
    let nodes = window.root().children_recursive();
    let wanted = nodes.filter(|node| ROLES.contains(&node.accesskit_node().role()));
    wanted
        .map(|node| {
            let own = node.accesskit_node();
            (own.role(), own.label().unwrap_or_default(), node.rect())
        })
        .collect()
}

fn click_target(window: &Window, at: usize) {
    let mut nodes =
        window.root().children_recursive().filter(|node| ROLES.contains(&node.accesskit_node().role()));
    if let Some(node) = nodes.nth(at) {
        node.click_accesskit();
    }
}

fn point(window: &Window, at: Pos2) {
    let button = egui::PointerButton::Primary;
    window.event(Event::PointerMoved(at));
    for pressed in [true, false] {
        window.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
    }
}

/// Does one thing.
pub fn act(window: &mut Window, chance: &mut Chance, story: &mut Story, files: &[PathBuf]) {
    match chance.below(100) {
        0..45 => {
            let targets = targets(window);
            let at = chance.below(targets.len());
            let Some((role, name, rect)) = targets.get(at) else { return };
            if chance.below(4) == 0 {
                story.tell(("point at", role, name, rect.center()));
                point(window, rect.center());
            } else {
                story.tell(("press", role, name));
                click_target(window, at);
            }
        }
        45..60 => {
            let key = *chance.one_of(KEYS);
            story.tell(key);
            window.key_press(key);
        }
        60..74 => {
            let (held, key) = *chance.one_of(SHORTCUTS);
            story.tell((held, key));
            window.key_press_modifiers(held, key);
        }
        74..88 => {
            let text = *chance.one_of(TEXTS);
            story.tell(("type", text));
            // Into a field, if there is one; else at whatever has the keyboard.
            let targets = targets(window);
            let fields: Vec<usize> = (0..targets.len())
                .filter(|&at| matches!(targets[at].0, Role::TextInput | Role::MultilineTextInput))
                .collect();
            if !fields.is_empty() && chance.below(4) > 0 {
                click_target(window, *chance.one_of(&fields));
                window.run_ok();
            }
            window.event(if chance.below(3) == 0 {
                Event::Paste(text.to_owned())
            } else {
                Event::Text(text.to_owned())
            });
        }
        88 => {
            let text = "x".repeat(30_000);
            story.tell("paste far too much");
            window.event(Event::Paste(text));
        }
        89 => {
            let path = chance.one_of(files).display().to_string();
            story.tell(("type", &path));
            window.event(Event::Text(path));
        }
        90 | 91 => {
            let dropped: Vec<PathBuf> =
                (0..=chance.below(8) / 7).map(|_| chance.one_of(files).clone()).collect();
            story.tell(("drop", &dropped));
            let handles = dropped.into_iter().map(|path| Arc::new(Dropped(path)) as egui::DroppedFileHandle);
            window.input_mut().dropped_files.extend(handles);
        }
        92 => {
            story.tell("drag over");
            let hovered = egui::HoveredFile { path: Some(chance.one_of(files).clone()), mime: String::new() };
            window.input_mut().hovered_files = vec![hovered];
            window.step();
            window.input_mut().hovered_files.clear();
        }
        93 => {
            let size = vec2(400.0 + 1200.0 * chance.share(), 300.0 + 700.0 * chance.share()).round();
            story.tell(("size", size));
            window.set_size(size);
        }
        94 => {
            let zoom = *chance.one_of(&[1.0, 1.0, 1.5, 2.0, 3.0]);
            story.tell(("zoom", zoom));
            window.ctx.set_zoom_factor(zoom);
        }
        95 => {
            story.tell("asked to close");
            let viewport = window.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
            viewport.events.push(egui::ViewportEvent::Close);
            window.step();
            window.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default().events.clear();
        }
        96 | 97 => {
            let by = Vec2::new(0.0, 2000.0 * (chance.share() - 0.5));
            story.tell(("scroll", by));
            let size = window.ctx.content_rect().size();
            window.event(Event::PointerMoved(Pos2::new(size.x * chance.share(), size.y * chance.share())));
            window.event(Event::MouseWheel {
                unit: egui::MouseWheelUnit::Point,
                delta: by,
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Unknown,
                modifiers: Modifiers::NONE,
            });
        }
        _ => {
            let size = window.ctx.content_rect().size();
            let at = Pos2::new(size.x * chance.share(), size.y * chance.share());
            story.tell(("point", at));
            point(window, at);
        }
    }
}
