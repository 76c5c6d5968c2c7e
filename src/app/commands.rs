//! Every command: its name, its shortcut, its place in the menu and its label, in one table.

use eframe::egui::{self, Key, KeyboardShortcut, Modifiers};

use super::{
    action::{Action, Leaving, Overlay, Unsaved},
    journey::Screen,
    platform::Ask,
    theme::Appearance,
    training::Room,
    zoom,
};
use crate::words::{Commands, Words};

/// A part of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    File,
    Edit,
    View,
    Help,
}

/// One command.
#[derive(Clone, Copy)]
pub struct Command {
    pub place: Place,
    pub label: fn(&Commands) -> &'static str,
    pub shortcut: Option<KeyboardShortcut>,
    /// Another key for the same.
    pub also: Option<KeyboardShortcut>,
    /// It needs an open check.
    pub needs_open: bool,
    pub action: fn() -> Action,
}

#[expect(clippy::unnecessary_wraps, reason = "it fills a place in the table that may be empty")]
const fn key(modifiers: Modifiers, key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(modifiers, key))
}

const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// The table, in the menu's order.
pub const ALL: &[Command] = &[
    Command {
        place: Place::File,
        label: |w| w.new,
        shortcut: key(Modifiers::COMMAND, Key::N),
        also: None,
        needs_open: false,
        action: || Action::Leave(Leaving::NewCheck, Unsaved::Ask),
    },
    Command {
        place: Place::File,
        label: |w| w.open,
        shortcut: key(Modifiers::COMMAND, Key::O),
        also: None,
        needs_open: false,
        action: || Action::Dialog(Ask::OpenCase),
    },
    Command {
        place: Place::File,
        label: |w| w.save,
        shortcut: key(Modifiers::COMMAND, Key::S),
        also: None,
        needs_open: true,
        action: || Action::Save,
    },
    Command {
        place: Place::File,
        label: |w| w.save_as,
        shortcut: key(CTRL_SHIFT, Key::S),
        also: None,
        needs_open: true,
        action: || Action::SaveAs,
    },
    Command {
        place: Place::File,
        label: |w| w.start,
        shortcut: None,
        also: None,
        needs_open: false,
        action: || Action::Go(Screen::Start),
    },
    Command {
        place: Place::File,
        label: |w| w.frameworks,
        shortcut: None,
        also: None,
        needs_open: false,
        action: || Action::Go(Screen::Frameworks),
    },
    Command {
        place: Place::File,
        label: |w| w.training,
        shortcut: None,
        also: None,
        needs_open: false,
        action: || Action::Go(Screen::Training(Room::Choose)),
    },
    Command {
        place: Place::File,
        label: |w| w.quit,
        shortcut: key(Modifiers::COMMAND, Key::Q),
        also: None,
        needs_open: false,
        action: || Action::Quit,
    },
    Command {
        place: Place::Edit,
        label: |w| w.undo,
        shortcut: key(Modifiers::COMMAND, Key::Z),
        also: None,
        needs_open: true,
        action: || Action::Undo,
    },
    Command {
        place: Place::Edit,
        label: |w| w.redo,
        shortcut: key(Modifiers::COMMAND, Key::Y),
        also: key(CTRL_SHIFT, Key::Z),
        needs_open: true,
        action: || Action::Redo,
    },
    Command {
        place: Place::Edit,
        label: |w| w.look_up,
        shortcut: key(Modifiers::COMMAND, Key::F),
        also: key(Modifiers::NONE, Key::F3),
        needs_open: false,
        action: || Action::Go(Screen::LookUp),
    },
    Command {
        place: Place::View,
        label: |w| w.map,
        shortcut: key(Modifiers::COMMAND, Key::M),
        also: None,
        needs_open: false,
        action: || Action::Go(Screen::Map),
    },
    Command {
        place: Place::View,
        label: |w| w.other_areas,
        shortcut: None,
        also: None,
        needs_open: true,
        action: || Action::Go(Screen::Areas),
    },
    Command {
        place: Place::View,
        label: |w| w.next,
        shortcut: key(Modifiers::ALT, Key::ArrowRight),
        also: None,
        needs_open: true,
        action: || Action::Next,
    },
    Command {
        place: Place::View,
        label: |w| w.back,
        shortcut: key(Modifiers::ALT, Key::ArrowLeft),
        also: None,
        needs_open: true,
        action: || Action::Back,
    },
    Command {
        place: Place::View,
        label: |w| w.light,
        shortcut: None,
        also: None,
        needs_open: false,
        action: || Action::Appear(Appearance::Light),
    },
    Command {
        place: Place::View,
        label: |w| w.dark,
        shortcut: None,
        also: None,
        needs_open: false,
        action: || Action::Appear(Appearance::Dark),
    },
    Command {
        place: Place::View,
        label: |w| w.contrast,
        shortcut: None,
        also: None,
        needs_open: false,
        action: || Action::Appear(Appearance::HighContrast),
    },
    Command {
        place: Place::View,
        label: |w| w.system,
        shortcut: None,
        also: None,
        needs_open: false,
        action: || Action::Appear(Appearance::System),
    },
    Command {
        place: Place::View,
        label: |w| w.larger,
        shortcut: key(Modifiers::COMMAND, Key::Plus),
        also: None,
        needs_open: false,
        action: || Action::Zoom(1),
    },
    Command {
        place: Place::View,
        label: |w| w.smaller,
        shortcut: key(Modifiers::COMMAND, Key::Minus),
        also: None,
        needs_open: false,
        action: || Action::Zoom(-1),
    },
    Command {
        place: Place::View,
        label: |w| w.normal,
        shortcut: key(Modifiers::COMMAND, Key::Num0),
        also: None,
        needs_open: false,
        action: || Action::Zoom(0),
    },
    Command {
        place: Place::View,
        label: |w| w.privacy,
        shortcut: key(Modifiers::NONE, Key::F9),
        also: None,
        needs_open: false,
        action: || Action::Blank,
    },
    Command {
        place: Place::View,
        label: |w| w.cover,
        shortcut: None,
        also: None,
        needs_open: false,
        action: || Action::Show(Overlay::Cover),
    },
    Command {
        place: Place::Help,
        label: |w| w.danger,
        shortcut: key(Modifiers::NONE, Key::F2),
        also: None,
        needs_open: false,
        action: || Action::Show(Overlay::Danger),
    },
    Command {
        place: Place::Help,
        label: |w| w.shortcuts,
        shortcut: key(Modifiers::NONE, Key::F1),
        also: key(Modifiers::NONE, Key::Questionmark),
        needs_open: false,
        action: || Action::Show(Overlay::Shortcuts),
    },
];

/// The parts of the menu with their titles.
pub fn places(words: &Words) -> [(Place, &'static str); 4] {
    let Commands { file, edit, view, help, .. } = words.commands;
    [(Place::File, file), (Place::Edit, edit), (Place::View, view), (Place::Help, help)]
}

impl Command {
    /// Its keys, the one in the menu first.
    pub fn keys(&self) -> impl Iterator<Item = KeyboardShortcut> {
        self.shortcut.into_iter().chain(self.also)
    }

    /// Whether holding its key down asks for it again and again.
    fn repeats(action: &Action) -> bool {
        matches!(action, Action::Undo | Action::Redo | Action::Zoom(_))
    }
}

/// Takes the shortcuts that were pressed out of the input and returns what they ask for.
///
/// A text field keeps its own undo and whatever it can write.
pub fn pressed(ctx: &egui::Context, open: bool) -> Vec<Action> {
    let typing = ctx.text_edit_focused();
    // With its Option key an arrow moves by a word there.
    let words_by_alt = typing && ctx.os() == egui::os::OperatingSystem::Mac;
    let mut asked = Vec::new();
    ctx.input_mut(|input| {
        for command in ALL {
            let action = (command.action)();
            let elsewhere =
                (typing && matches!(action, Action::Undo | Action::Redo)) || (command.needs_open && !open);
            if elsewhere {
                continue;
            }
            for key in command.keys() {
                let written = typing && key.modifiers.is_none() && key.logical_key == Key::Questionmark;
                if written || (words_by_alt && key.modifiers.alt) {
                    continue;
                }
                input.events.retain(|event| match fits(event, key) {
                    None => true,
                    Some(repeat) => {
                        if !repeat || Command::repeats(&action) {
                            asked.push(action.clone());
                        }
                        false
                    }
                });
            }
        }
        if input.consume_shortcut(&zoom::LARGER_TOO) {
            asked.push(Action::Zoom(1));
        }
    });
    asked
}

/// Whether an event is this key going down with these modifiers and no others, and then whether it only
/// repeats because it is held down.
fn fits(event: &egui::Event, shortcut: KeyboardShortcut) -> Option<bool> {
    let KeyboardShortcut { modifiers: wanted, logical_key } = shortcut;
    let egui::Event::Key { key, pressed: true, repeat, modifiers, .. } = event else {
        return None;
    };
    // Where a sign is written with Shift, Shift is part of the sign.
    let shift = wanted.shift == modifiers.shift || matches!(logical_key, Key::Questionmark | Key::Plus);
    let same = *key == logical_key
        && shift
        && wanted.alt == modifiers.alt
        && wanted.command == modifiers.command
        // On a Mac, Control beside Command.
        && (modifiers.command || !modifiers.ctrl);
    same.then_some(*repeat)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ENGLISH;

    #[test]
    fn no_two_commands_share_a_shortcut_or_a_label_in_one_place() {
        for (at, one) in ALL.iter().enumerate() {
            for other in &ALL[at + 1..] {
                for (a, b) in one.keys().flat_map(|a| other.keys().map(move |b| (a, b))) {
                    assert_ne!(a, b, "{}", (one.label)(&ENGLISH.commands));
                }
                let label = |c: &Command| (c.place, (c.label)(&ENGLISH.commands));
                assert_ne!(label(one), label(other));
            }
        }
    }
}
