//! The words that times are written in: months, weekdays, hours, and what may stand beside a date.

use jiff::civil::Weekday;

/// Words that stand beside a date and leave it where it is.
const FILLERS: [&str; 24] = [
    "on",
    "about",
    "around",
    "approximately",
    "approx",
    "circa",
    "in",
    "the",
    "of",
    "at",
    "since",
    "from",
    "early",
    "mid",
    "late",
    "morning",
    "lunchtime",
    "noon",
    "midday",
    "afternoon",
    "evening",
    "night",
    "midnight",
    "o'clock",
];

/// `16:55`, `9am`, `9.30pm`.
pub(super) fn is_hour(word: &str) -> bool {
    let half = word.strip_suffix("am").or_else(|| word.strip_suffix("pm"));
    let (hour, minute) = match (half, word.split_once([':', '.'])) {
        (Some(half), _) => half.split_once([':', '.']).unwrap_or((half, "0")),
        // `9.30` could be the start of a date; `9:30` is an hour.
        (None, Some((hour, minute))) if word.contains(':') => (hour, minute),
        (None, _) => return false,
    };
    let below = |text: &str, end: u8| text.parse::<u8>().is_ok_and(|number| number < end);
    below(hour, 25) && below(minute, 60)
}

/// Whether a word leaves the date beside it where it is.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// `3` for `march` or `mar`.
pub(super) fn month_named(text: &str) -> Option<i8> {
    let fits = |name: &&str| text.len() >= 3 && name.starts_with(text);
    let at = if text == "sept" { Some(8) } else { MONTHS.iter().position(fits) }?;
    i8::try_from(at + 1).ok()
}

/// `monday` or `mon`.
pub(super) fn weekday(text: &str) -> Option<Weekday> {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let fits = |name: &&str| text.len() >= 3 && name.starts_with(text);
    let at = days.iter().position(fits)?;
    Weekday::from_monday_one_offset(i8::try_from(at + 1).ok()?).ok()
}
