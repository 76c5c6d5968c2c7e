//! How long nobody has touched the program, and what follows from it: a warning, then the lock.

use std::time::Duration;

use eframe::egui::{self, Event};

use super::platform::Moment;

/// So long before the lock it is said that it comes. WCAG 2.2.1 asks for 20 seconds at least.
pub const WARNED: Duration = Duration::from_secs(30);

/// Since when nobody has touched the program, and how long that may be.
#[derive(Clone, Copy, Debug)]
pub struct Idle {
    pub after: Duration,
    touched: Moment,
}

/// What the time says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watch {
    /// Somebody is at it; the next thing happens after so long.
    Quiet(Duration),
    /// It is locked in so long unless somebody touches it.
    Warn(Duration),
    Over,
}

impl Idle {
    /// Touched now.
    pub fn new(after: Duration, now: Moment) -> Self {
        Self { after, touched: now }
    }

    /// Somebody touched it.
    pub fn touch(&mut self, now: Moment) {
        self.touched = now;
    }

    /// What is to happen by now.
    pub fn watch(&self, now: Moment) -> Watch {
        let left = self.after.saturating_sub(now.since(self.touched));
        if left.is_zero() {
            Watch::Over
        } else if left <= WARNED {
            Watch::Warn(left)
        } else {
            Watch::Quiet(left.saturating_sub(WARNED))
        }
    }
}

/// Whether somebody touched the program in this frame: any key, pointer, touch, or act of a screen reader.
pub fn touched(ctx: &egui::Context) -> bool {
    // That the window came to the front, or the pointer left it, is nobody's hand.
    let by_hand = |event: &Event| {
        matches!(
            event,
            Event::Key { .. }
                | Event::Text(_)
                | Event::Ime(_)
                | Event::Copy
                | Event::Cut
                | Event::Paste(_)
                | Event::PointerMoved(_)
                | Event::PointerButton { .. }
                | Event::MouseWheel { .. }
                | Event::Touch { .. }
                | Event::AccessKitActionRequest(_)
        )
    };
    ctx.input(|input| input.events.iter().any(by_hand))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_warned_thirty_seconds_before_and_any_touch_begins_anew() {
        let at = |seconds| Moment::at(Duration::from_secs(seconds));
        let mut idle = Idle::new(Duration::from_mins(4), at(1000));
        let seconds = Duration::from_secs;
        assert_eq!(idle.watch(at(1000)), Watch::Quiet(seconds(210)));
        assert_eq!(idle.watch(at(1209)), Watch::Quiet(seconds(1)));
        assert_eq!(idle.watch(at(1210)), Watch::Warn(seconds(30)));
        assert_eq!(idle.watch(at(1239)), Watch::Warn(seconds(1)));
        assert_eq!(idle.watch(at(1240)), Watch::Over);
        idle.touch(at(1239));
        assert_eq!(idle.watch(at(1240)), Watch::Quiet(seconds(209)));
        assert_eq!(idle.watch(at(90_000)), Watch::Over, "a night's sleep counts");
    }
}
