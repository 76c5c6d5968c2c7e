//! What of the program's memory the system may write down or show: as little as it lets us say.
//!
//! A core file, or a crash report made from one, would hold every word of an open check.

/// Asks the system for no core file, and that other programs do not look into this one.
///
/// A system that does not know the one or the other goes on without it.
pub fn keep_to_oneself() {
    system::no_core_file();
    system::closed(true);
}

/// Lets the system look at who asks, while something runs that has to be asked for.
///
/// The desktop's own file windows come from a service that first looks at the asking program's folder in `/proc`, and
/// refuses where it may not.
pub fn known_while<T>(run: impl FnOnce() -> T) -> T {
    system::closed(false);
    let done = run();
    system::closed(true);
    done
}

#[cfg(unix)]
mod system {
    use rustix::process::{Resource, Rlimit, setrlimit};

    /// Linux hands a core to a program (a crash reporter) however small it may be, unless the limit is one byte.
    const LARGEST: u64 = if cfg!(target_os = "linux") { 1 } else { 0 };

    pub fn no_core_file() {
        let limit = Rlimit { current: Some(LARGEST), maximum: Some(LARGEST) };
        setrlimit(Resource::Core, limit).ok();
    }

    #[cfg(target_os = "linux")]
    pub fn closed(closed: bool) {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};

        let behaviour = if closed { DumpableBehavior::NotDumpable } else { DumpableBehavior::Dumpable };
        set_dumpable_behavior(behaviour).ok();
    }

    #[cfg(not(target_os = "linux"))]
    pub fn closed(_closed: bool) {}
}

#[cfg(not(unix))]
mod system {
    /// Windows writes a dump only where an administrator has asked for it.
    pub fn no_core_file() {}

    pub fn closed(_closed: bool) {}
}
