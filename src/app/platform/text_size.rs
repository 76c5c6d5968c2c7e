//! How large the system's user wants text, where the system says it and the window does not know yet.
//!
//! Windows keeps *Text size* in the registry. GNOME keeps a factor: on X11 it is part of the display's
//! resolution, which the window follows already; on Wayland nothing passes it on. macOS has no such
//! setting for programs like this one.

/// The size in per cent, once it is known: at once, or a little later from a thread of its own.
///
/// `found` is not called where nothing is known; the size is then 100%.
pub fn text_size(found: impl FnOnce(u16) + Send + 'static) {
    system::read(found);
}

/// A factor as GNOME writes it, `1.25`, in per cent; nothing where it is none, or no size for text.
#[cfg(any(test, target_os = "linux"))]
fn from_factor(text: &str) -> Option<u16> {
    let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) {
        return None;
    }
    let hundredths: String = part.chars().chain("00".chars()).take(2).collect();
    let per_cent = whole.parse::<u16>().ok()?.checked_mul(100)?.checked_add(hundredths.parse().ok()?)?;
    (50..=500).contains(&per_cent).then_some(per_cent)
}

/// A number as Windows keeps it: from 100 to 225 per cent.
#[cfg(any(test, windows))]
fn from_registry(number: u32) -> Option<u16> {
    u16::try_from(number).ok().filter(|per_cent| (100..=225).contains(per_cent))
}

#[cfg(windows)]
mod system {
    /// *Settings, Accessibility, Text size*.
    pub fn read(found: impl FnOnce(u16)) {
        let number = windows_registry::CURRENT_USER
            .open(r"SOFTWARE\Microsoft\Accessibility")
            .and_then(|key| key.get_u32("TextScaleFactor"));
        if let Some(per_cent) = number.ok().and_then(super::from_registry) {
            found(per_cent);
        }
    }
}

#[cfg(target_os = "linux")]
mod system {
    use std::{
        env,
        io::Read as _,
        process::{Child, Command, Stdio},
        thread,
        time::{Duration, Instant},
    };

    /// A desktop that has not answered by now is not going to.
    const PATIENCE: Duration = Duration::from_secs(2);

    /// GNOME's *Large text*, on Wayland.
    pub fn read(found: impl FnOnce(u16) + Send + 'static) {
        if env::var_os("WAYLAND_DISPLAY").is_none() {
            return;
        }
        let ask = move || {
            if let Some(per_cent) = asked().as_deref().and_then(super::from_factor) {
                found(per_cent);
            }
        };
        // Without the thread there is no answer, which is a size of 100%.
        thread::Builder::new().name("text-size".to_owned()).spawn(ask).ok();
    }

    fn asked() -> Option<String> {
        let mut child = Command::new("gsettings")
            .args(["get", "org.gnome.desktop.interface", "text-scaling-factor"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        if !ended_well(&mut child) {
            child.kill().ok();
            child.wait().ok();
            return None;
        }
        let mut text = String::new();
        child.stdout.take()?.take(64).read_to_string(&mut text).ok()?;
        Some(text)
    }

    fn ended_well(child: &mut Child) -> bool {
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE {
            match child.try_wait() {
                Ok(Some(status)) => return status.success(),
                Ok(None) => thread::sleep(Duration::from_millis(20)),
                Err(_gone) => return false,
            }
        }
        false
    }
}

#[cfg(not(any(windows, target_os = "linux")))]
mod system {
    /// Nothing to read.
    pub fn read(_found: impl FnOnce(u16)) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_a_size_or_nothing() {
        for (said, per_cent) in [
            ("1.0\n", Some(100)),
            ("1.25", Some(125)),
            ("1.5", Some(150)),
            ("2", Some(200)),
            ("1.3333333333", Some(133)),
            ("", None),
            ("0.1", None),
            ("99999999", None),
            ("-1.5", None),
            ("1,25", None),
            ("nan", None),
            ("No such schema", None),
        ] {
            assert_eq!(from_factor(said), per_cent, "{said:?}");
        }
        for (kept, per_cent) in [(100, Some(100)), (225, Some(225)), (0, None), (226, None), (u32::MAX, None)]
        {
            assert_eq!(from_registry(kept), per_cent, "{kept}");
        }
    }
}
