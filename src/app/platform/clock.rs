//! The day, the hour and chance, behind one door so that tests can stand still.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};

use jiff::{Zoned, civil::DateTime};

/// Letters and digits that nobody mixes up on the telephone.
const CODE: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Where the time and a new case's code come from.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    pub now: fn() -> DateTime,
    pub code: fn() -> String,
}

impl Clock {
    /// The machine's own.
    pub const MACHINE: Self = Self { now: || Zoned::now().datetime(), code };
}

/// A short code by chance; the standard library's hash keys are seeded by the system.
fn code() -> String {
    let mut chance = RandomState::new().build_hasher().finish();
    let mut letter = || {
        let at = usize::try_from(chance % 32).unwrap_or_default();
        chance /= 32;
        char::from(CODE[at])
    };
    (0..4).map(|_| letter()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_four_plain_letters_and_differ() {
        let codes: std::collections::BTreeSet<String> = (0..50).map(|_| code()).collect();
        assert!(codes.len() > 40);
        assert!(codes.iter().all(|c| c.len() == 4));
    }
}
