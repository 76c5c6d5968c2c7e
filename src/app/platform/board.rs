//! The system's clipboard, marked so that its history and its cloud keep nothing of what is put there.

use crate::app::clipboard::Board;

/// The clipboard of the desktop; it is opened when something is copied first.
#[derive(Default)]
pub struct SystemBoard(Option<arboard::Clipboard>);

impl SystemBoard {
    fn opened(&mut self) -> Option<&mut arboard::Clipboard> {
        if self.0.is_none() {
            self.0 = arboard::Clipboard::new().ok();
        }
        self.0.as_mut()
    }
}

impl Board for SystemBoard {
    fn put(&mut self, text: &str) -> bool {
        let Some(board) = self.opened() else { return false };
        marked(board.set()).text(text).is_ok()
    }

    fn text(&mut self) -> Option<String> {
        self.opened()?.get_text().ok()
    }

    fn clear(&mut self) {
        if let Some(board) = self.opened() {
            board.clear().ok();
        }
    }
}

/// `x-kde-passwordManagerHint`, which desktops other than KDE's heed too.
#[cfg(all(unix, not(target_os = "macos")))]
fn marked(set: arboard::Set<'_>) -> arboard::Set<'_> {
    use arboard::SetExtLinux as _;

    set.exclude_from_history()
}

/// `org.nspasteboard.ConcealedType`.
#[cfg(target_os = "macos")]
fn marked(set: arboard::Set<'_>) -> arboard::Set<'_> {
    use arboard::SetExtApple as _;

    set.exclude_from_history()
}

/// No history, no other device, and no program that watches.
#[cfg(windows)]
fn marked(set: arboard::Set<'_>) -> arboard::Set<'_> {
    use arboard::SetExtWindows as _;

    set.exclude_from_monitoring().exclude_from_cloud().exclude_from_history()
}
