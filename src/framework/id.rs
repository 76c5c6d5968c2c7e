//! Ids tie everything together: checked once at the door, compared as plain text afterwards.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The longest id there is.
pub const LONGEST: usize = 64;

/// An id: `[a-z0-9][a-z0-9_.-]*`, at most 64 characters, so that it means the same on every machine
/// and no two ids look alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Id(String);

/// Why a text is not an id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    #[error("an id cannot be empty")]
    Empty,
    #[error("an id is at most {LONGEST} characters long")]
    Long,
    /// The first character that may not stand there.
    #[error("an id has only the letters a to z, digits, '.', '-' and '_', and starts with a letter or digit")]
    Character(char),
}

impl Id {
    /// Checks a text and makes it an id.
    ///
    /// # Errors
    /// [`IdError`] says which rule the text breaks.
    pub fn new(text: &str) -> Result<Self, IdError> {
        if text.len() > LONGEST {
            return Err(IdError::Long);
        }
        let first = text.chars().next().ok_or(IdError::Empty)?;
        if !(first.is_ascii_lowercase() || first.is_ascii_digit()) {
            return Err(IdError::Character(first));
        }
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_');
        match text.chars().find(|&c| !fits(c)) {
            Some(c) => Err(IdError::Character(c)),
            None => Ok(Self(text.to_owned())),
        }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Id {
    type Error = IdError;

    fn try_from(text: String) -> Result<Self, IdError> {
        Self::new(&text)
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.0
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Id {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_small_letters_digits_and_three_signs() {
        assert!(Id::new("neglect.food-2_b").is_ok());
        assert_eq!(Id::new(""), Err(IdError::Empty));
        assert_eq!(Id::new(".x"), Err(IdError::Character('.')));
        assert_eq!(Id::new("a b"), Err(IdError::Character(' ')));
        assert_eq!(Id::new("nеglect"), Err(IdError::Character('е')), "a Cyrillic letter that looks Latin");
        assert_eq!(Id::new(&"a".repeat(65)), Err(IdError::Long));
    }
}
