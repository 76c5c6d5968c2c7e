//! Which renderer is tried first: what was asked for, what worked here before, what suits the kind of session.

use std::fmt;

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

/// A way of drawing the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ValueEnum)]
pub enum Renderer {
    /// OpenGL: starts fastest and needs the least memory.
    Glow,
    /// Direct3D, Metal or Vulkan, in software where there is no graphics card: for remote desktops.
    Wgpu,
}

impl Renderer {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Glow => Self::Wgpu,
            Self::Wgpu => Self::Glow,
        }
    }
}

impl fmt::Display for Renderer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Glow => "glow",
            Self::Wgpu => "wgpu",
        })
    }
}

/// How far a start got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reached {
    /// Nothing was drawn: it hung, crashed or failed.
    Begun,
    /// Frames were drawn, but nobody is known to have seen them: a window can be blank.
    Drawn,
    /// Somebody found something to press.
    Used,
}

/// The last start in one kind of session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trial {
    pub renderer: Renderer,
    pub reached: Reached,
}

/// What is known of starts in one kind of session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Known {
    pub last: Option<Trial>,
    /// The renderer that somebody last worked with.
    pub proven: Option<Renderer>,
}

impl Known {
    /// The same with a start that got so far.
    #[must_use]
    pub fn after(self, trial: Trial) -> Self {
        let proven = (trial.reached == Reached::Used).then_some(trial.renderer).or(self.proven);
        Self { last: Some(trial), proven }
    }
}

/// Both renderers, the one to try first in front.
///
/// A start that drew nothing is not repeated. One that drew, but was left with nothing pressed, may have
/// been a blank window; it is repeated only where the same renderer was worked with before.
pub fn order(asked: Option<Renderer>, known: Known, remote: bool) -> [Renderer; 2] {
    let usual = if remote { Renderer::Wgpu } else { Renderer::Glow };
    let first = asked.unwrap_or(match known.last {
        Some(Trial { renderer, reached: Reached::Begun }) => renderer.other(),
        Some(Trial { renderer, reached: Reached::Drawn }) if known.proven != Some(renderer) => {
            renderer.other()
        }
        Some(Trial { renderer, .. }) => renderer,
        None => known.proven.unwrap_or(usual),
    });
    [first, first.other()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(asked: Option<Renderer>, known: Known, remote: bool) -> Renderer {
        let [first, second] = order(asked, known, remote);
        assert_eq!(second, first.other(), "the second is always the other one");
        first
    }

    fn known(renderer: Renderer, reached: Reached) -> Known {
        Known::default().after(Trial { renderer, reached })
    }

    #[test]
    fn a_new_machine_starts_with_the_light_one_and_a_remote_desktop_with_the_sturdy_one() {
        assert_eq!(first(None, Known::default(), false), Renderer::Glow);
        assert_eq!(first(None, Known::default(), true), Renderer::Wgpu);
    }

    #[test]
    fn a_start_that_drew_nothing_is_not_met_twice() {
        for failed in [Renderer::Glow, Renderer::Wgpu] {
            for remote in [false, true] {
                assert_eq!(first(None, known(failed, Reached::Begun), remote), failed.other());
            }
        }
    }

    #[test]
    fn a_window_that_may_have_been_blank_is_not_met_twice() {
        assert_eq!(first(None, known(Renderer::Glow, Reached::Drawn), false), Renderer::Wgpu);
    }

    #[test]
    fn a_window_only_looked_at_changes_nothing_where_it_was_worked_with_before() {
        let used = known(Renderer::Glow, Reached::Used);
        let looked = used.after(Trial { renderer: Renderer::Glow, reached: Reached::Drawn });
        assert_eq!(first(None, looked, false), Renderer::Glow);
        let hung = used.after(Trial { renderer: Renderer::Glow, reached: Reached::Begun });
        assert_eq!(first(None, hung, false), Renderer::Wgpu, "but a hang does");
    }

    #[test]
    fn what_worked_is_kept_and_what_is_asked_for_comes_first() {
        let used = known(Renderer::Wgpu, Reached::Used);
        assert_eq!(first(None, used, false), Renderer::Wgpu);
        assert_eq!(first(Some(Renderer::Glow), used, true), Renderer::Glow);
    }
}
