//! Words that nobody else may see: hidden in every print, and wiped when they are done with.

use std::fmt;

use age::secrecy::SecretString;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// A passphrase, or what stands for one on a recovery sheet.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// A text that is secret from here on.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many letters it has.
    pub fn letters(&self) -> usize {
        self.0.chars().count()
    }

    /// The text itself, for the one field it is typed in and the one sheet it is printed on.
    pub fn shown(&self) -> &str {
        &self.0
    }

    /// The text as it is typed.
    pub fn typed(&mut self) -> &mut String {
        &mut self.0
    }

    /// In one spelling: another keyboard may write an accent as a letter of its own.
    pub(super) fn spelled(&self) -> SecretString {
        SecretString::from(self.0.nfc().collect::<String>())
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[hidden]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_never_printed() {
        let secret = Passphrase::new("four grey horses".to_owned());
        assert_eq!(format!("{secret:?}"), "[hidden]");
        assert_eq!(format!("{:?}", Some(&secret)), "Some([hidden])");
    }
}
