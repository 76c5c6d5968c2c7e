//! How long ago something was, by a machine that may have slept and whose clock may be set.

use std::{
    sync::LazyLock,
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

/// A moment by two clocks: one that cannot be set back, and one that goes on while the machine sleeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    steady: Duration,
    wall: Duration,
}

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

impl Moment {
    /// Now, by the machine.
    pub fn now() -> Self {
        let wall = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self { steady: START.elapsed(), wall }
    }

    /// A moment of a test's, at which both clocks agree.
    pub fn at(time: Duration) -> Self {
        Self { steady: time, wall: time }
    }

    /// How much time has passed since an earlier moment, by whichever clock says more.
    ///
    /// The steady one stands still while the machine sleeps, and the other may have been set back.
    pub fn since(self, earlier: Self) -> Duration {
        let steady = self.steady.saturating_sub(earlier.steady);
        steady.max(self.wall.saturating_sub(earlier.wall))
    }
}

/// How often a machine that may have slept is looked at.
const LOOK: Duration = Duration::from_secs(5);

/// Calls `awake` when the machine wakes from sleep: whoever waits for a time by then has waited too short.
pub fn after_sleep(awake: impl Fn() + Send + 'static) {
    let watch = move || {
        let mut before = Moment::now();
        loop {
            thread::sleep(LOOK);
            let now = Moment::now();
            if now.since(before) > LOOK * 2 {
                awake();
            }
            before = now;
        }
    };
    // Without the thread the first key or pointer move after a sleep does the same.
    thread::Builder::new().name("after-sleep".to_owned()).spawn(watch).ok();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_that_slept_and_a_clock_that_was_set_back_do_not_make_it_shorter() {
        let minutes = Duration::from_mins;
        let earlier = Moment { steady: minutes(10), wall: minutes(1000) };
        let slept = Moment { steady: minutes(11), wall: minutes(1100) };
        assert_eq!(slept.since(earlier), minutes(100));
        let set_back = Moment { steady: minutes(15), wall: minutes(400) };
        assert_eq!(set_back.since(earlier), minutes(5));
        assert!(Moment::now().since(Moment::now()) < minutes(1));
    }
}
