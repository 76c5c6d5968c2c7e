//! The nearest of several words to one that is not among them.

/// The nearest candidate, where one is near enough to be what was meant.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |w: &str| w.trim().to_lowercase();
    let near = |c: &str| {
        let distance = strsim::damerau_levenshtein(&plain(word), &plain(c));
        let bound = (word.chars().count().max(c.chars().count()) / 3).clamp(1, 5);
        (distance <= bound).then_some(distance)
    };
    candidates.filter_map(|c| near(c).map(|distance| (distance, c))).min().map(|(_, c)| c)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let words = ["level-1", "neglect.food", "amount"];
        assert_eq!(nearest("amont", words.into_iter()), Some("amount"));
        assert_eq!(nearest("neglect.foods", words.into_iter()), Some("neglect.food"));
        assert_eq!(nearest("Level-1 ", words.into_iter()), Some("level-1"));
        assert_eq!(nearest("zebra", words.into_iter()), None);
    }
}
