//! Working days: Monday to Friday less England's bank holidays, from a table that says when it ends.

use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use super::assessment::By;
use crate::framework::model::{Clock, Unit};

/// England's bank holidays, from the table that the program carries.
static ENGLAND: LazyLock<Calendar> = LazyLock::new(|| {
    // The table is part of the program and a test reads it; an unreadable one knows no day at all,
    // so that every working-day date says that it cannot be counted.
    Calendar::read(include_str!("../../assets/bank-holidays-england.ron")).unwrap_or(Calendar {
        source: String::new(),
        from: Date::MAX,
        until: Date::MIN,
        days: Vec::new(),
    })
});

/// A table of bank holidays, good for a stretch of years.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "BankHolidays", deny_unknown_fields)]
pub struct Calendar {
    /// Where the table comes from.
    pub source: String,
    /// The first day the table covers.
    pub from: Date,
    /// The last day the table covers.
    pub until: Date,
    days: Vec<Date>,
}

impl Calendar {
    /// England's table.
    pub fn england() -> &'static Self {
        &ENGLAND
    }

    fn read(text: &str) -> Result<Self, ron::error::SpannedError> {
        ron::from_str(text)
    }

    /// Whether the table says what kind of day it is.
    pub fn covers(&self, day: Date) -> bool {
        (self.from..=self.until).contains(&day)
    }

    /// Whether it is a working day; meaningful only where the table covers it.
    pub fn works(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.days.contains(&day)
    }

    /// The working day a clock starts on: the day itself, or the next one where it isn't a working
    /// day or its working hours are over.
    fn start(&self, day: Date, over: bool) -> Option<Date> {
        let first = if over { day.tomorrow().ok()? } else { day };
        self.next_working(first)
    }

    fn next_working(&self, mut day: Date) -> Option<Date> {
        while self.covers(day) && !self.works(day) {
            day = day.tomorrow().ok()?;
        }
        self.covers(day).then_some(day)
    }

    /// So many working days after a start; `None` where the table ends before.
    fn after(&self, start: Date, amount: u32) -> Option<Date> {
        let mut day = start;
        for _ in 0..amount {
            day = self.next_working(day.tomorrow().ok()?)?;
        }
        Some(day)
    }

    /// When a clock runs out that starts on a day, at an hour where one is known.
    pub fn due(&self, clock: &Clock, day: Date, hour: Option<u8>, day_ends: u8) -> By {
        match clock.unit {
            Unit::AtOnce => By::Now,
            Unit::Hours => By::Hours(clock.amount),
            Unit::CalendarDays => {
                let later = jiff::Span::new().try_days(clock.amount).and_then(|days| day.checked_add(days));
                later.map_or(By::BeyondHolidays(self.until), By::On)
            }
            Unit::WorkingDays => {
                let over = hour.is_some_and(|h| h >= day_ends);
                let end = self.start(day, over).and_then(|start| self.after(start, clock.amount));
                end.map_or(By::BeyondHolidays(self.until), By::On)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::{ToSpan as _, civil::date};

    use super::*;
    use crate::framework::{
        Id,
        model::{DocumentIx, Source},
    };

    fn clock(amount: u32, unit: Unit) -> Clock {
        let source = Source { document: DocumentIx(0), page: None };
        Clock { id: Id::new("c").unwrap(), amount, unit, from: String::new(), source }
    }

    fn working(amount: u32, day: Date, hour: Option<u8>) -> By {
        Calendar::england().due(&clock(amount, Unit::WorkingDays), day, hour, 17)
    }

    #[test]
    fn the_table_reads_and_covers_its_years() {
        let table = Calendar::read(include_str!("../../assets/bank-holidays-england.ron")).unwrap();
        assert!(table.covers(date(2026, 11, 23)));
        assert!(!table.days.is_empty());
    }

    /// Easter Sunday by the anonymous Gregorian reckoning, in its usual letters.
    #[expect(clippy::many_single_char_names, reason = "the letters are how the reckoning is published")]
    fn easter(year: i16) -> Date {
        let y = i32::from(year);
        let (a, b, c) = (y % 19, y / 100, y % 100);
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        let m = (a + 11 * h + 22 * l) / 451;
        let n = h + l - 7 * m + 114;
        date(year, i8::try_from(n / 31).unwrap(), i8::try_from(n % 31 + 1).unwrap())
    }

    /// The days that statute and proclamation give every year, worked out afresh.
    fn by_rule(year: i16) -> Vec<Date> {
        let monday_on_or_after = |mut day: Date| {
            while day.weekday() != Weekday::Monday {
                day = day.tomorrow().unwrap();
            }
            day
        };
        let mut days = vec![
            easter(year) - 2.days(),
            easter(year) + 1.day(),
            monday_on_or_after(date(year, 5, 1)),
            monday_on_or_after(date(year, 5, 25)),
            monday_on_or_after(date(year, 8, 25)),
        ];
        for mut day in [date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)] {
            while matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) || days.contains(&day) {
                day = day.tomorrow().unwrap();
            }
            days.push(day);
        }
        days.sort_unstable();
        days
    }

    #[test]
    fn the_table_holds_what_the_rules_give_for_each_of_its_years() {
        let table = Calendar::england();
        for year in table.from.year()..=table.until.year() {
            let found: Vec<Date> = table.days.iter().copied().filter(|d| d.year() == year).collect();
            assert_eq!(found, by_rule(year), "{year}");
        }
    }

    #[test]
    fn working_days_skip_weekends_and_bank_holidays() {
        assert_eq!(working(1, date(2026, 11, 23), None), By::On(date(2026, 11, 24)));
        assert_eq!(working(1, date(2026, 11, 27), None), By::On(date(2026, 11, 30)), "over a weekend");
        assert_eq!(working(1, date(2026, 12, 24), None), By::On(date(2026, 12, 29)), "over Christmas");
        assert_eq!(working(0, date(2026, 11, 28), None), By::On(date(2026, 11, 30)), "begun on a Saturday");
    }

    #[test]
    fn after_hours_the_clock_starts_on_the_next_working_day() {
        assert_eq!(working(1, date(2026, 11, 23), Some(16)), By::On(date(2026, 11, 24)));
        assert_eq!(working(1, date(2026, 11, 23), Some(17)), By::On(date(2026, 11, 25)));
        assert_eq!(working(1, date(2026, 11, 27), Some(17)), By::On(date(2026, 12, 1)), "Friday evening");
    }

    #[test]
    fn past_its_end_the_table_says_so() {
        let until = Calendar::england().until;
        assert_eq!(working(10, date(2028, 12, 27), None), By::BeyondHolidays(until));
        assert_eq!(working(1, date(2031, 5, 1), None), By::BeyondHolidays(until));
        assert_eq!(working(1, date(2019, 5, 1), None), By::BeyondHolidays(until), "before its beginning too");
    }

    #[test]
    fn every_working_day_count_agrees_with_counting_day_by_day() {
        let table = Calendar::england();
        let mut day = date(2025, 1, 1);
        while day < date(2028, 11, 1) {
            for amount in [0, 1, 3, 10] {
                let mut left = amount;
                let mut end = day;
                while !table.works(end) {
                    end += 1.day();
                }
                while left > 0 {
                    end += 1.day();
                    if table.works(end) {
                        left -= 1;
                    }
                }
                assert_eq!(working(amount, day, None), By::On(end), "{amount} from {day}");
            }
            day += 1.day();
        }
    }
}
