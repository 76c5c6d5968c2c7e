//! Keyed tables of words: each text stands once under a name, so that a second language is another table.

/// Makes a struct of texts, its English table, and a list of both for tests.
#[macro_export]
macro_rules! keyed {
    ($(#[$doc:meta])* $table:ident { $($key:ident: $text:expr,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $table {
            $(#[doc = $text] pub $key: &'static str,)+
        }

        impl $table {
            /// The words in English.
            pub const ENGLISH: Self = Self { $($key: $text,)+ };

            /// Every key with its text.
            pub fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($key), self.$key),)+]
            }
        }
    };
}

/// Puts values into a text's `{}` places, in order.
pub fn fill(text: &str, values: &[&str]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut values = values.iter();
    let mut parts = text.split("{}");
    filled.push_str(parts.next().unwrap_or_default());
    for part in parts {
        filled.push_str(values.next().copied().unwrap_or_default());
        filled.push_str(part);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn values_go_into_their_places_in_order() {
        assert_eq!(fill("It would be {} if: {}", &["a", "{}"]), "It would be a if: {}");
        assert_eq!(fill("plain", &["unused"]), "plain");
        assert_eq!(fill("{} lacks", &[]), " lacks");
    }
}
