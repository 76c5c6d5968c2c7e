//! All words on screen, in one keyed table: what is not in it is not said.
//!
//! Each part of the window has its own sheet; a key that is missing is a compile error, and a
//! second language is a second value of [`Words`].

mod after;
mod areas;
mod journey;
mod keeping;
mod look_up;
mod map;
mod result;
mod shell;
mod training;

pub use crate::keyed::fill;
pub use after::{After, Call, Injuries, When};
pub use areas::OtherAreas;
pub use journey::{About, Asking, Check, OwnView, Safety, Told, Worry};
pub use keeping::Keeping;
pub use look_up::{Explained, LookUp};
pub use map::Map;
pub use result::{Decision, Phone, Referral, Result};
pub use shell::{Commands, Contacts, Cover, Danger, Dropping, Files, Frameworks, Shell, Start};
pub use training::{Figures, Part, Past, Presenting, Sheets, Training};

macro_rules! words {
    ($($(#[$doc:meta])* $key:ident: $sheet:ident,)+) => {
        /// Every sheet of words.
        #[derive(Debug)]
        pub struct Words {
            $($(#[$doc])* pub $key: $sheet,)+
        }

        /// The words in English.
        pub static ENGLISH: Words = Words { $($key: $sheet::ENGLISH,)+ };

        impl Words {
            /// Every word on screen as `sheet.key` with its text.
            pub fn all(&self) -> Vec<(String, &'static str)> {
                let mut all = Vec::new();
                $(
                    let sheet = self.$key.all();
                    all.extend(sheet.into_iter().map(|(key, text)| {
                        (format!("{}.{key}", stringify!($key)), text)
                    }));
                )+
                all
            }
        }
    };
}

words! {
    /// The top bar, the journey's own controls and small words that recur.
    shell: Shell,
    /// Commands in menus.
    commands: Commands,
    /// Danger now, and the phone banner.
    cover: Cover,
    danger: Danger,
    /// Contacts and their numbers.
    contacts: Contacts,
    /// Opening, saving, leaving.
    files: Files,
    /// Checks that the program keeps by itself.
    keeping: Keeping,
    /// What is dragged onto the window.
    dropping: Dropping,
    /// The start screen.
    start: Start,
    /// Frameworks in use and their faults.
    frameworks: Frameworks,
    /// The search and an indicator's own page.
    look_up: LookUp,
    /// The map of the whole framework.
    map: Map,
    /// Other areas beside the child's own.
    areas: OtherAreas,
    /// Words of the glossary, explained where they stand.
    explained: Explained,
    /// Training: choosing cases, and what came of a session.
    training: Training,
    /// What the projector shows.
    presenting: Presenting,
    /// Answer files that come back.
    sheets: Sheets,
    /// How far a room agrees.
    figures: Figures,
    /// One person at a case.
    part: Part,
    /// Past sessions beside each other.
    past: Past,
    /// Safety first.
    safety: Safety,
    /// About the child.
    about: About,
    /// What worries you, and the concerns.
    worry: Worry,
    /// One question a screen, and the answers so far.
    asking: Asking,
    /// Whether the adults have been told.
    told: Told,
    /// Check your answers.
    check: Check,
    /// The practitioner's own level.
    own_view: OwnView,
    /// The suggestion with its reasons.
    result: Result,
    /// The practitioner's decision.
    decision: Decision,
    /// The telephone call.
    phone: Phone,
    /// How a time was understood.
    when: When,
    /// Injuries that were seen or told of.
    injuries: Injuries,
    /// The phone call as a page of its own.
    call: Call,
    /// What came back, and what follows from it.
    after: After,
    /// The referral: what is filled in only here, the preview, and how it leaves the program.
    referral: Referral,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_plain_sentences_without_loose_ends() {
        for (key, text) in ENGLISH.all() {
            assert!(!text.is_empty(), "{key} is empty");
            assert_eq!(text.trim(), text, "{key} has loose space");
            assert!(!text.contains("  "), "{key} has a double space");
            assert!(!text.ends_with(':'), "{key} ends in a colon");
            assert!(!text.contains('\u{2014}'), "{key} has a long dash");
        }
    }
}
