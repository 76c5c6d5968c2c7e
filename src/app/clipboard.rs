//! What is copied: by a deliberate act alone, marked as private, and taken away again.
//!
//! egui hands every copied text to the system as it is, and on some systems every text that is merely marked. Both are
//! taken out of its hands here.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use eframe::egui::{Context, FullOutput, OutputCommand, Plugin};
use sha2::{Digest as _, Sha256};

use super::platform::Moment;

/// So long a copied text is to be had.
pub const KEPT: Duration = Duration::from_secs(30);

/// The system's clipboard, or a test's.
pub trait Board: Send {
    /// Puts a text there, marked as one that nobody should keep; `false` where it cannot be done.
    fn put(&mut self, text: &str) -> bool;
    /// The text that lies there.
    fn text(&mut self) -> Option<String>;
    /// Leaves nothing there.
    fn clear(&mut self);
}

/// What this program has put on the clipboard.
#[derive(Clone)]
pub struct Clipboard(Arc<Mutex<Inside>>);

struct Inside {
    /// `None` where egui does it in its own way, as in tests.
    board: Option<Box<dyn Board>>,
    now: fn() -> Moment,
    ours: Option<Ours>,
}

/// A text that was put there: not itself, for it is on the clipboard and should be nowhere else.
struct Ours {
    print: [u8; 32],
    since: Moment,
}

impl Clipboard {
    /// A clipboard whose texts are taken away again.
    pub fn new(board: Option<Box<dyn Board>>, now: fn() -> Moment) -> Self {
        Self(Arc::new(Mutex::new(Inside { board, now, ours: None })))
    }

    /// Uses another board and clock from now on.
    pub fn use_board(&self, board: Option<Box<dyn Board>>, now: fn() -> Moment) {
        *self.inside() = Inside { board, now, ours: None };
    }

    /// Takes copies over from egui in this window.
    pub fn install(&self, ctx: &Context) {
        ctx.add_plugin(Taker(self.clone()));
    }

    /// Takes away what has lain there long enough; says when to look again.
    pub fn tidy(&self) -> Option<Duration> {
        let mut inside = self.inside();
        let lain = (inside.now)().since(inside.ours.as_ref()?.since);
        if lain < KEPT {
            return Some(KEPT.saturating_sub(lain));
        }
        inside.take_away();
        None
    }

    /// Takes away what is still ours: the screen is locked, or the program ends.
    pub fn clear(&self) {
        self.inside().take_away();
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inside {
    /// Whether the text lies on the clipboard now.
    fn put(&mut self, text: &str) -> bool {
        let Some(board) = &mut self.board else { return false };
        let done = board.put(text);
        if done {
            self.ours = Some(Ours { print: print(text), since: (self.now)() });
        }
        done
    }

    /// Leaves alone what somebody else has put there since.
    fn take_away(&mut self) {
        let (Some(ours), Some(board)) = (self.ours.take(), &mut self.board) else { return };
        if board.text().is_some_and(|text| print(&text) == ours.print) {
            board.clear();
        }
    }
}

fn print(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

/// Stands between egui and the system's clipboard.
struct Taker(Clipboard);

impl Plugin for Taker {
    fn debug_name(&self) -> &'static str {
        "clipboard"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        output.platform_output.commands.retain(|command| match command {
            OutputCommand::CopyText(text) => {
                let done = self.0.inside().put(text);
                if done {
                    ctx.request_repaint_after(KEPT);
                }
                // Where it cannot be marked it is still a copy that was asked for.
                !done
            }
            // Words that are only marked are not copied: X11 would give them to any middle button.
            OutputCommand::TextSelectionSettled(_) => false,
            OutputCommand::CopyImage(_) | OutputCommand::OpenUrl(_) => true,
        });
    }

    fn on_exit(&mut self, _ctx: &Context) {
        self.0.clear();
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use eframe::egui::RawInput;

    use super::*;

    #[derive(Clone, Default)]
    struct Fake(Arc<Mutex<Option<String>>>);

    impl Fake {
        fn says(&self, text: Option<&str>) -> bool {
            self.0.lock().unwrap().as_deref() == text
        }
    }

    impl Board for Fake {
        fn put(&mut self, text: &str) -> bool {
            *self.0.lock().unwrap() = Some(text.to_owned());
            true
        }

        fn text(&mut self) -> Option<String> {
            self.0.lock().unwrap().clone()
        }

        fn clear(&mut self) {
            *self.0.lock().unwrap() = None;
        }
    }

    thread_local! {
        static SECONDS: Cell<u64> = const { Cell::new(0) };
    }

    fn at(seconds: u64) {
        SECONDS.set(seconds);
    }

    fn clipboard(board: &Fake) -> Clipboard {
        at(1000);
        let now = || Moment::at(Duration::from_secs(SECONDS.get()));
        Clipboard::new(Some(Box::new(board.clone())), now)
    }

    /// Copies in a frame of egui's own; what is left for the system to do comes back.
    fn frame(ctx: &Context, run: impl FnMut(&mut eframe::egui::Ui)) -> Vec<OutputCommand> {
        let mut output = ctx.run_ui(RawInput::default(), run);
        let left = std::mem::take(&mut output.platform_output.commands);
        output.drop_without_applying_deltas();
        left
    }

    #[test]
    fn a_copied_text_lies_there_for_thirty_seconds() {
        let (board, ctx) = (Fake::default(), Context::default());
        let clipboard = clipboard(&board);
        clipboard.install(&ctx);
        let left = frame(&ctx, |ui| ui.ctx().copy_text("ZZSECRET".to_owned()));
        assert!(left.is_empty(), "egui gives nothing to the system itself");
        assert!(board.says(Some("ZZSECRET")));
        at(1029);
        assert_eq!(clipboard.tidy(), Some(Duration::from_secs(1)));
        assert!(board.says(Some("ZZSECRET")));
        at(1030);
        assert_eq!(clipboard.tidy(), None);
        assert!(board.says(None));
    }

    #[test]
    fn what_somebody_else_put_there_since_stays() {
        let (mut board, ctx) = (Fake::default(), Context::default());
        let clipboard = clipboard(&board);
        clipboard.install(&ctx);
        frame(&ctx, |ui| ui.ctx().copy_text("ZZSECRET".to_owned()));
        board.put("a shopping list");
        at(2000);
        clipboard.tidy();
        clipboard.clear();
        assert!(board.says(Some("a shopping list")));
    }

    #[test]
    fn it_is_taken_away_when_the_program_ends_and_marked_words_never_come_there() {
        let (board, ctx) = (Fake::default(), Context::default());
        clipboard(&board).install(&ctx);
        let left = frame(&ctx, |ui| {
            let marked = OutputCommand::TextSelectionSettled("ZZSECRET".to_owned());
            ui.ctx().send_cmd(marked);
        });
        assert!(left.is_empty() && board.says(None));
        frame(&ctx, |ui| ui.ctx().copy_text("ZZSECRET".to_owned()));
        ctx.on_exit();
        assert!(board.says(None));
    }

    #[test]
    fn where_it_cannot_be_marked_it_is_copied_all_the_same() {
        let ctx = Context::default();
        Clipboard::new(None, || Moment::at(Duration::ZERO)).install(&ctx);
        let left = frame(&ctx, |ui| ui.ctx().copy_text("a".to_owned()));
        assert_eq!(left, [OutputCommand::CopyText("a".to_owned())]);
    }
}
