//! What kind of session the program runs in, and where it may keep a few words of its own.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

/// Whether the screen is somewhere else: a remote desktop or a forwarded display.
pub fn remote() -> bool {
    remote_by(|name| env::var_os(name))
}

/// Windows names its session `RDP-Tcp#1` and Citrix `ICA-..`; xrdp and SSH leave marks of their own.
fn remote_by(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    let named = variable("SESSIONNAME").is_some_and(|name| {
        let name = name.to_string_lossy().to_ascii_uppercase();
        name.starts_with("RDP-") || name.starts_with("ICA-")
    });
    named || variable("XRDP_SESSION").is_some() || variable("SSH_CONNECTION").is_some()
}

/// The program's own folder on this machine, never the roaming profile; `None` where there is no home.
pub fn state_folder() -> Option<PathBuf> {
    let base = if cfg!(windows) {
        env::var_os("LOCALAPPDATA").map(PathBuf::from)
    } else if cfg!(target_os = "macos") {
        env::home_dir().map(|home| home.join("Library").join("Application Support"))
    } else {
        let set = env::var_os("XDG_STATE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
        set.or_else(|| env::home_dir().map(|home| home.join(".local").join("state")))
    };
    base.filter(|path| path.is_absolute()).map(|base| base.join("levels-of-need"))
}

/// A file of this name beside the program keeps its checks there too, as on a stick.
const PORTABLE: &str = "levels-of-need-portable";

/// The folder of checks: local to this machine, or beside a program that is carried about.
pub fn checks_folder() -> Option<PathBuf> {
    let program = env::current_exe().ok();
    let beside = program.as_deref().and_then(Path::parent);
    if let Some(beside) = beside.filter(|beside| beside.join(PORTABLE).exists()) {
        return Some(beside.join("checks"));
    }
    let base = if cfg!(any(windows, target_os = "macos")) {
        state_folder()
    } else {
        let set = env::var_os("XDG_DATA_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
        let base = set.or_else(|| env::home_dir().map(|home| home.join(".local").join("share")));
        base.filter(|path| path.is_absolute()).map(|base| base.join("levels-of-need"))
    };
    base.map(|base| base.join("checks"))
}

/// The user's name and the computer's, as the system knows them: for whoever finds a check open.
pub fn me() -> (String, String) {
    let told = |names: &[&str]| names.iter().find_map(|name| env::var(name).ok());
    let user = told(&["USERNAME", "USER", "LOGNAME"]).unwrap_or_default();
    let computer = told(&["COMPUTERNAME", "HOSTNAME"]);
    let computer = computer.or_else(|| fs::read_to_string("/etc/hostname").ok()).unwrap_or_default();
    (user, computer.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remote_desktop_is_told_from_a_desk() {
        let with = |name: &'static str, value: &'static str| {
            remote_by(move |asked| (asked == name).then(|| OsString::from(value)))
        };
        assert!(with("SESSIONNAME", "RDP-Tcp#3"));
        assert!(with("SESSIONNAME", "ICA-tcp#12"));
        assert!(with("XRDP_SESSION", "1"));
        assert!(with("SSH_CONNECTION", "a b c d"));
        assert!(!with("SESSIONNAME", "Console"));
        assert!(!with("OTHER", "RDP-Tcp#3"));
    }
}
