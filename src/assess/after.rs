//! After the referral: when to ask what was decided, and the steps of a disagreement with their days.

use jiff::{ToSpan as _, civil::Date};

use super::{
    Clocks,
    assessment::{By, NextStep},
};
use crate::{
    case::{Case, after::FrontDoor, when},
    framework::Framework,
};

/// The day the front door had the referral: as it was written down, or else the day of the call.
pub fn sent_on(case: &Case) -> Option<Date> {
    let day = |text: &str| when::read(text, case.as_of).and_then(|reading| reading.when.as_day());
    day(&case.after.sent).or_else(|| day(&case.call.when))
}

/// The day to ask what was decided: the one set by hand, or what the framework's clock gives from the day
/// the front door had the referral.
///
/// `None` before that day is known, and where the framework has no such clock.
pub fn chase(framework: &Framework, case: &Case) -> Option<Date> {
    case.after.chase.or_else(|| by_clock(framework, case))
}

/// The same without what was set by hand.
pub fn by_clock(framework: &Framework, case: &Case) -> Option<Date> {
    let sent = sent_on(case)?;
    let clocks = clocks(framework, case, sent);
    match clocks.by(framework.answered_by?) {
        By::Now => Some(sent),
        By::Hours(hours) => {
            let days = i64::from(hours.div_ceil(24));
            sent.checked_add(days.days()).ok()
        }
        By::On(day) => Some(day),
        By::BeyondHolidays(_) => None,
    }
}

/// Whether the day to ask has passed and nothing has been heard.
pub fn overdue(framework: &Framework, case: &Case, today: Date) -> bool {
    let waiting = case.after.answer == FrontDoor::NotHeard;
    waiting && chase(framework, case).is_some_and(|day| day < today)
}

/// The framework's steps of a disagreement, their days counted from the day it began.
pub fn escalation(framework: &Framework, case: &Case, from: Date) -> Vec<NextStep> {
    clocks(framework, case, from).next_steps(&framework.escalation, false)
}

fn clocks<'a>(framework: &'a Framework, case: &Case, on: Date) -> Clocks<'a> {
    Clocks { framework, on, hour: case.hour.filter(|_| case.as_of == on) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        case::model::FrameworkRef,
        framework::{self, builtin},
    };

    fn liverpool() -> Framework {
        framework::load(builtin::files("liverpool").unwrap()).framework.unwrap()
    }

    fn case(framework: &Framework) -> Case {
        let about = &framework.about;
        let made = FrameworkRef { id: about.id.clone(), edition: about.edition.clone(), fingerprint: None };
        Case::new("AB12".to_owned(), made, date(2026, 11, 23), Some(10))
    }

    #[test]
    fn nothing_is_chased_before_it_is_known_when_it_was_sent() {
        let framework = liverpool();
        let mut case = case(&framework);
        assert_eq!(chase(&framework, &case), None);
        assert!(!overdue(&framework, &case, date(2027, 5, 1)));
        case.after.sent = "when I could".to_owned();
        assert_eq!(chase(&framework, &case), None);
    }

    #[test]
    fn the_answer_is_due_a_working_day_after_the_call_or_the_letter() {
        let framework = liverpool();
        let mut case = case(&framework);
        case.call.when = "today, 10:30".to_owned();
        assert_eq!(chase(&framework, &case), Some(date(2026, 11, 24)));
        case.after.sent = "Friday 27 November 2026".to_owned();
        assert_eq!(chase(&framework, &case), Some(date(2026, 11, 30)), "over a weekend");
        assert!(!overdue(&framework, &case, date(2026, 11, 30)), "on the day itself there is still time");
        assert!(overdue(&framework, &case, date(2026, 12, 1)));
        case.after.answer = FrontDoor::Accepted;
        assert!(!overdue(&framework, &case, date(2026, 12, 1)), "an answer ends the wait");
    }

    #[test]
    fn a_day_set_by_hand_stands() {
        let framework = liverpool();
        let mut case = case(&framework);
        case.after.chase = Some(date(2026, 12, 3));
        assert_eq!(chase(&framework, &case), Some(date(2026, 12, 3)));
    }

    #[test]
    fn the_steps_of_a_disagreement_count_from_the_day_it_began() {
        let framework = liverpool();
        let case = case(&framework);
        let steps = escalation(&framework, &case, date(2026, 12, 4));
        assert_eq!(steps.len(), framework.escalation.len());
        assert_eq!(steps[0].by, By::On(date(2026, 12, 4)));
        assert_eq!(steps[2].by, By::On(date(2026, 12, 8)), "two working days after a Friday");
    }
}
