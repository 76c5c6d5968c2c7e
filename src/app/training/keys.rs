//! The presenter's keys: those of a clicker, and a letter for each thing that a clicker lacks.

use eframe::egui::{self, Event, Key};

use super::Train;
use crate::{
    app::action::Action,
    words::{Presenting, Words},
};

/// A thing to do with its keys.
#[derive(Clone, Copy)]
pub struct PresenterKey {
    pub keys: &'static [Key],
    pub label: fn(&Presenting) -> &'static str,
    pub action: fn() -> Action,
}

/// The table, as it stands on the help.
pub const ALL: &[PresenterKey] = &[
    PresenterKey {
        keys: &[Key::ArrowRight, Key::PageDown, Key::Space],
        label: |w| w.next_does,
        action: || Action::Training(Train::Next),
    },
    PresenterKey {
        keys: &[Key::ArrowLeft, Key::PageUp],
        label: |w| w.back_does,
        action: || Action::Training(Train::Back),
    },
    PresenterKey { keys: &[Key::R], label: |w| w.reveal_does, action: || Action::Training(Train::Reveal) },
    PresenterKey { keys: &[Key::B], label: |w| w.blank_does, action: || Action::Blank },
    PresenterKey { keys: &[Key::U], label: |w| w.undo_does, action: || Action::Training(Train::Undo) },
    PresenterKey { keys: &[Key::F], label: |w| w.full_does, action: || Action::Training(Train::Full) },
    PresenterKey { keys: &[Key::N], label: |w| w.notes_does, action: || Action::Training(Train::Notes) },
];

/// The keys in words, each with what it does.
pub fn rows(words: &Words) -> Vec<(String, &'static str)> {
    let named = |key: &Key| key.name().to_owned();
    let row = |key: &PresenterKey| {
        let keys: Vec<String> = key.keys.iter().map(named).collect();
        (keys.join(", "), (key.label)(&words.presenting))
    };
    ALL.iter().map(row).collect()
}

/// Takes the presenter's keys out of the input and returns what they ask for.
///
/// A number that is being typed keeps its arrows, and gets nothing but figures.
pub fn pressed(ctx: &egui::Context) -> Vec<Action> {
    let typing = ctx.text_edit_focused();
    let mut asked = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Text(text) => typing && text.chars().all(|c| c.is_ascii_digit()),
            Event::Key { key, pressed, repeat, modifiers, .. } if modifiers.is_none() => {
                let moves_in_it = typing && matches!(key, Key::ArrowLeft | Key::ArrowRight);
                let Some(found) = ALL.iter().find(|one| one.keys.contains(key)).filter(|_| !moves_in_it)
                else {
                    return true;
                };
                if *pressed && !repeat {
                    asked.push((found.action)());
                }
                false
            }
            _ => true,
        });
    });
    asked
}
