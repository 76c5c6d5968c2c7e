//! When something happened, as far as it is known: free text read as a year, a month or a day, or kept as it is.

mod words;

use std::{fmt, str::FromStr as _};

use jiff::{ToSpan as _, civil::Date, civil::Weekday};

use self::words::{is_filler, is_hour, month_named, weekday};

/// A day, a month or a year.
///
/// Ordered by the first day it could be, the vaguer first: *2026* stands before *January 2026*, and that
/// before its first day. What ends before another begins is therefore always before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct When {
    first: Date,
    known: Known,
}

/// How much of a date is known, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known {
    Year,
    Month,
    Day,
}

/// What a text about a time was understood as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    pub when: When,
    /// The text says no more than the date does: no hour, no *about*, nothing counted from another day.
    pub whole: bool,
}

/// Longer texts say more than a date.
const LONGEST: usize = 60;

impl When {
    /// A whole day.
    pub fn day(day: Date) -> Self {
        Self { first: day, known: Known::Day }
    }

    /// A month of a year; `None` where there is no such month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(plausible(year)?, month, 1).ok()?;
        Some(Self { first, known: Known::Month })
    }

    /// A year.
    pub fn year(year: i16) -> Option<Self> {
        let first = Date::new(plausible(year)?, 1, 1).ok()?;
        Some(Self { first, known: Known::Year })
    }

    /// The first day it could be.
    pub fn first(self) -> Date {
        self.first
    }

    /// The last day it could be.
    pub fn last(self) -> Date {
        match self.known {
            Known::Day => self.first,
            Known::Month => self.first.last_of_month(),
            Known::Year => self.first.last_of_year(),
        }
    }

    /// How much of it is known.
    pub fn known(self) -> Known {
        self.known
    }

    /// The day, where it is known to the day.
    pub fn as_day(self) -> Option<Date> {
        (self.known == Known::Day).then_some(self.first)
    }
}

/// `Thursday 12 March 2026`, `March 2026` or `2026`: what [`read`] reads back as the same.
impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pattern = match self.known {
            Known::Day => "%A %-d %B %Y",
            Known::Month => "%B %Y",
            Known::Year => "%Y",
        };
        write!(f, "{}", self.first.strftime(pattern))
    }
}

/// Reads a text about a time; *yesterday* and *last Monday* count from the day of the case.
///
/// The day stands before the month, as in `12/3/26`. `None` where the text cannot be placed: a date that
/// there is not, two dates, or words that no date is in.
pub fn read(text: &str, as_of: Date) -> Option<Reading> {
    if text.len() > LONGEST {
        return None;
    }
    let lower = text.to_lowercase();
    let split = |c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')');
    let all: Vec<&str> =
        lower.split(split).map(|word| word.trim_end_matches('.')).filter(|word| !word.is_empty()).collect();
    let mut words: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(&word) = all.get(at) {
        let next = all.get(at + 1).copied().unwrap_or_default();
        at += 1;
        match (word, next) {
            // A night that is over began on the day before.
            ("last", "night") => {
                words.push("yesterday");
                at += 1;
            }
            ("this", "morning" | "afternoon" | "evening") => {
                words.push("today");
                at += 1;
            }
            (hour, "am" | "pm") if hour.parse::<u8>().is_ok() => at += 1,
            _ if is_filler(word) || is_hour(word) => {}
            _ => words.push(word),
        }
    }
    let (when, counted) = place(&words, as_of)?;
    let stripped = words.len() < all.len() || words.iter().any(|word| !all.contains(word));
    Some(Reading { when, whole: !counted && !stripped })
}

/// The date that words come to, and whether it was counted from the day of the case.
fn place(words: &[&str], as_of: Date) -> Option<(When, bool)> {
    let back = |days: i32| as_of.checked_sub(days.days()).ok().map(|day| (When::day(day), true));
    match *words {
        ["today"] => return back(0),
        ["yesterday"] => return back(1),
        ["day", "before", "yesterday"] => return back(2),
        [count, "day" | "days", "ago"] => {
            return back(count.parse().ok().filter(|days| (1..=400).contains(days))?);
        }
        ["last", day] => return recent(weekday(day)?, as_of.yesterday().ok()?),
        ["this", day] => return recent(weekday(day)?, as_of),
        [day] if weekday(day).is_some() => return recent(weekday(day)?, as_of),
        _ => {}
    }
    let (named, rest) = match words.split_first() {
        Some((first, rest)) if weekday(first).is_some() => (weekday(first), rest),
        _ => (None, words),
    };
    let parts: Vec<&str> = rest.iter().flat_map(|word| word.split(['/', '-', '.'])).collect();
    let (when, counted) = date(&parts, as_of)?;
    // A weekday that is not that day's means that one of the two is wrong.
    let fits = named.is_none_or(|named| when.as_day().is_some_and(|day| day.weekday() == named));
    fits.then_some((when, counted))
}

/// The latest day of this name up to an end.
fn recent(named: Weekday, end: Date) -> Option<(When, bool)> {
    let back = i32::from(end.weekday().since(named));
    Some((When::day(end.checked_sub(back.days()).ok()?), true))
}

fn date(parts: &[&str], as_of: Date) -> Option<(When, bool)> {
    let year = |text: &str| year_of(text, as_of);
    let whole = |y: i16, m: i8, d: i8| {
        let day = Date::new(plausible(y)?, m, d).ok()?;
        Some((When::day(day), false))
    };
    match *parts {
        [only] if is_year(only) => Some((When::year(only.parse().ok()?)?, false)),
        [only] => {
            // A month without its year is the latest one that has begun.
            let month = month_named(only)?;
            let this = When::month(as_of.year(), month)?;
            let when = if this.first <= as_of { this } else { When::month(as_of.year() - 1, month)? };
            Some((when, true))
        }
        [a, b] if is_year(a) => Some((When::month(a.parse().ok()?, month_of(b)?)?, false)),
        [a, b] if is_year(b) => Some((When::month(b.parse().ok()?, month_of(a)?)?, false)),
        [a, b] => {
            let (month, day) = match (month_named(a), month_named(b)) {
                (Some(month), None) => (month, number(b)?),
                (None, Some(month)) => (month, number(a)?),
                (None, None) => (month_of(b)?, number(a)?),
                (Some(_), Some(_)) => return None,
            };
            let this = Date::new(as_of.year(), month, day).ok().filter(|day| *day <= as_of);
            let day = this.or_else(|| Date::new(as_of.year() - 1, month, day).ok())?;
            Some((When::day(day), true))
        }
        [y, m, d] if is_year(y) => whole(y.parse().ok()?, month_of(m)?, number(d)?),
        [m, d, y] if month_named(m).is_some() => whole(year(y)?, month_named(m)?, number(d)?),
        [d, m, y] => whole(year(y)?, month_of(m)?, number(d)?),
        _ => None,
    }
}

/// Four figures.
fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
}

/// A day of the month, as `12` or `12th`.
fn number(text: &str) -> Option<i8> {
    let figures = ["st", "nd", "rd", "th"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    let plain = !figures.is_empty() && figures.len() <= 2 && figures.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| i8::from_str(figures).ok()).flatten()
}

fn month_of(text: &str) -> Option<i8> {
    month_named(text).or_else(|| number(text).filter(|month| (1..=12).contains(month)))
}

/// A year of four figures, or of two: the one of the last hundred years and the next.
fn year_of(text: &str, as_of: Date) -> Option<i16> {
    let text = text.trim_start_matches(['\'', '\u{2019}']);
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match text.len() {
        4 => text.parse().ok(),
        2 => {
            let short: i16 = text.parse().ok()?;
            let this = as_of.year() / 100 * 100 + short;
            Some(if this > as_of.year() + 1 { this - 100 } else { this })
        }
        _ => None,
    }
}

fn plausible(year: i16) -> Option<i16> {
    (1900..=2199).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;
    use proptest::prelude::*;

    use super::*;

    /// A Monday.
    const ON: Date = day(2026, 11, 23);

    fn placed(text: &str) -> Option<String> {
        read(text, ON).map(|reading| reading.when.to_string())
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        let twelfth = "Thursday 12 March 2026";
        for text in [
            "12 March 2026",
            "12/3/26",
            "12/03/2026",
            "12.3.2026",
            "2026-03-12",
            "12th of March 2026",
            "Thursday 12 March 2026",
            "Thu 12 Mar 2026, 9.30am",
            "March 12, 2026",
            "12-Mar-2026 at 16:55",
            "about 12 March",
            "12/3",
        ] {
            assert_eq!(placed(text).as_deref(), Some(twelfth), "{text}");
        }
        for (text, said) in [
            ("March 2026", "March 2026"),
            ("late Sept 2025", "September 2025"),
            ("3/2026", "March 2026"),
            ("2026-03", "March 2026"),
            ("since 2019", "2019"),
            ("December", "December 2025"),
            ("24 November", "Monday 24 November 2025"),
            ("12/3/87", "Thursday 12 March 1987"),
        ] {
            assert_eq!(placed(text).as_deref(), Some(said), "{text}");
        }
    }

    #[test]
    fn days_are_counted_from_the_day_of_the_case() {
        for (text, said) in [
            ("today", "Monday 23 November 2026"),
            ("this morning", "Monday 23 November 2026"),
            ("Yesterday", "Sunday 22 November 2026"),
            ("last night", "Sunday 22 November 2026"),
            ("last Monday", "Monday 16 November 2026"),
            ("on Friday, 3 pm", "Friday 20 November 2026"),
            ("3 days ago", "Friday 20 November 2026"),
        ] {
            assert_eq!(placed(text).as_deref(), Some(said), "{text}");
            assert!(!read(text, ON).unwrap().whole, "{text}: its own words say more");
        }
    }

    #[test]
    fn what_cannot_be_placed_is_left_in_its_own_words() {
        for text in [
            "",
            "before Christmas",
            "last week",
            "when she was two",
            "31/2/2026",
            "3/13/26",
            "Friday 12 March 2026",
            "12 March or 14 March 2026",
            "12",
            "1066",
            "\u{661}\u{662}/3/26",
        ] {
            assert_eq!(placed(text), None, "{text}");
        }
        assert_eq!(read(&"9".repeat(5000), ON), None);
    }

    #[test]
    fn an_hour_or_a_doubt_is_more_than_the_date_says() {
        assert!(read("12 March 2026", ON).unwrap().whole);
        assert!(!read("about 12 March 2026", ON).unwrap().whole);
        assert!(!read("12 March 2026 at 9am", ON).unwrap().whole);
    }

    fn any_when() -> impl Strategy<Value = When> {
        (1900_i16..2200, 1_i8..=12, 1_i8..=28, 0..3).prop_map(|(y, m, d, known)| match known {
            0 => When::year(y).unwrap(),
            1 => When::month(y, m).unwrap(),
            _ => When::day(Date::new(y, m, d).unwrap()),
        })
    }

    proptest! {
        #[test]
        fn what_is_said_is_read_back_as_the_same(when in any_when()) {
            prop_assert_eq!(read(&when.to_string(), ON), Some(Reading { when, whole: true }));
        }

        #[test]
        fn the_order_is_total_and_keeps_apart_what_does_not_overlap(
            a in any_when(), b in any_when(), c in any_when()
        ) {
            prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            prop_assert_eq!(a == b, a.cmp(&b).is_eq());
            if a <= b && b <= c { prop_assert!(a <= c); }
            if a.last() < b.first() { prop_assert!(a < b); }
            // Of two that begin together the vaguer stands first.
            if a.first() == b.first() && a.last() > b.last() { prop_assert!(a < b); }
        }

        #[test]
        fn any_text_is_read_or_left(text in "\\PC{0,70}", words in "([a-z0-9/.:-]{1,9} ?){0,6}") {
            for text in [text, words] {
                if let Some(reading) = read(&text, ON) {
                    prop_assert!((1900..2200).contains(&reading.when.first().year()));
                }
            }
        }
    }
}
