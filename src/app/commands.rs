//! Every command: its name, its shortcut, its place in the menu and its label, in one table.

use eframe::egui::{self, Key, KeyboardShortcut, Modifiers};

use super::{
    action::{Action, Leaving, Overlay, Unsaved},
    journey::Screen,
    platform::Ask,
    theme::Appearance,
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
        needs_open: false,
        action: || Action::Leave(Leaving::NewCheck, Unsaved::Ask),
    },
    Command {
        place: Place::File,
        label: |w| w.open,
        shortcut: key(Modifiers::COMMAND, Key::O),
        needs_open: false,
        action: || Action::Dialog(Ask::OpenCase),
    },
    Command {
        place: Place::File,
        label: |w| w.save,
        shortcut: key(Modifiers::COMMAND, Key::S),
        needs_open: true,
        action: || Action::Save,
    },
    Command {
        place: Place::File,
        label: |w| w.save_as,
        shortcut: key(CTRL_SHIFT, Key::S),
        needs_open: true,
        action: || Action::SaveAs,
    },
    Command {
        place: Place::File,
        label: |w| w.start,
        shortcut: None,
        needs_open: false,
        action: || Action::Go(Screen::Start),
    },
    Command {
        place: Place::File,
        label: |w| w.frameworks,
        shortcut: None,
        needs_open: false,
        action: || Action::Go(Screen::Frameworks),
    },
    Command {
        place: Place::File,
        label: |w| w.quit,
        shortcut: key(Modifiers::COMMAND, Key::Q),
        needs_open: false,
        action: || Action::Quit,
    },
    Command {
        place: Place::Edit,
        label: |w| w.undo,
        shortcut: key(Modifiers::COMMAND, Key::Z),
        needs_open: true,
        action: || Action::Undo,
    },
    Command {
        place: Place::View,
        label: |w| w.next,
        shortcut: key(Modifiers::ALT, Key::ArrowRight),
        needs_open: true,
        action: || Action::Next,
    },
    Command {
        place: Place::View,
        label: |w| w.back,
        shortcut: key(Modifiers::ALT, Key::ArrowLeft),
        needs_open: true,
        action: || Action::Back,
    },
    Command {
        place: Place::View,
        label: |w| w.light,
        shortcut: None,
        needs_open: false,
        action: || Action::Appear(Appearance::Light),
    },
    Command {
        place: Place::View,
        label: |w| w.dark,
        shortcut: None,
        needs_open: false,
        action: || Action::Appear(Appearance::Dark),
    },
    Command {
        place: Place::View,
        label: |w| w.contrast,
        shortcut: None,
        needs_open: false,
        action: || Action::Appear(Appearance::HighContrast),
    },
    Command {
        place: Place::View,
        label: |w| w.system,
        shortcut: None,
        needs_open: false,
        action: || Action::Appear(Appearance::System),
    },
    Command {
        place: Place::View,
        label: |w| w.larger,
        shortcut: key(Modifiers::COMMAND, Key::Plus),
        needs_open: false,
        action: || Action::Zoom(1),
    },
    Command {
        place: Place::View,
        label: |w| w.smaller,
        shortcut: key(Modifiers::COMMAND, Key::Minus),
        needs_open: false,
        action: || Action::Zoom(-1),
    },
    Command {
        place: Place::View,
        label: |w| w.normal,
        shortcut: key(Modifiers::COMMAND, Key::Num0),
        needs_open: false,
        action: || Action::Zoom(0),
    },
    Command {
        place: Place::View,
        label: |w| w.privacy,
        shortcut: key(Modifiers::NONE, Key::F9),
        needs_open: false,
        action: || Action::Blank,
    },
    Command {
        place: Place::Help,
        label: |w| w.danger,
        shortcut: key(Modifiers::NONE, Key::F2),
        needs_open: false,
        action: || Action::Show(Overlay::Danger),
    },
    Command {
        place: Place::Help,
        label: |w| w.shortcuts,
        shortcut: key(Modifiers::NONE, Key::F1),
        needs_open: false,
        action: || Action::Show(Overlay::Shortcuts),
    },
];

/// The parts of the menu with their titles.
pub fn places(words: &Words) -> [(Place, &'static str); 4] {
    let Commands { file, edit, view, help, .. } = words.commands;
    [(Place::File, file), (Place::Edit, edit), (Place::View, view), (Place::Help, help)]
}

/// Takes the shortcuts that were pressed out of the input and returns what they ask for.
///
/// A text field keeps its own undo.
pub fn pressed(ctx: &egui::Context, open: bool) -> Vec<Action> {
    let typing = ctx.text_edit_focused();
    let mut asked = Vec::new();
    ctx.input_mut(|input| {
        // A shortcut with more modifiers would also be taken by the one with fewer.
        let mut table: Vec<&Command> = ALL.iter().collect();
        table.sort_by_key(|command| {
            let modifiers = command.shortcut.map(|s| s.modifiers).unwrap_or_default();
            u8::from(!modifiers.shift)
        });
        for command in table {
            let action = (command.action)();
            let elsewhere = (typing && action == Action::Undo) || (command.needs_open && !open);
            if let Some(shortcut) = command.shortcut.filter(|_| !elsewhere)
                && input.consume_shortcut(&shortcut)
            {
                asked.push(action);
            }
        }
        if input.consume_shortcut(&zoom::LARGER_TOO) {
            asked.push(Action::Zoom(1));
        }
    });
    asked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ENGLISH;

    #[test]
    fn no_two_commands_share_a_shortcut_or_a_label_in_one_place() {
        for (at, one) in ALL.iter().enumerate() {
            for other in &ALL[at + 1..] {
                if let (Some(a), Some(b)) = (one.shortcut, other.shortcut) {
                    assert_ne!(a, b, "{}", (one.label)(&ENGLISH.commands));
                }
                let label = |c: &Command| (c.place, (c.label)(&ENGLISH.commands));
                assert_ne!(label(one), label(other));
            }
        }
    }
}
