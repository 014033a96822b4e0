//! The day counts of reference §2.7, as the statutes' own words make them.

use jiff::civil::Date;

use super::super::daycount::*;
use super::{Calendar, HolidaySet, Nation, Opening, Week, day};

const DAYCOUNT: &str = include_str!("vectors/daycount.csv");

fn works(nations: &str) -> Calendar {
    let week = Week::working(Opening::between(540, 1020));
    nations.split('+').fold(Calendar::new("Europe/London", week).unwrap(), |calendar, code| {
        calendar.with_holidays(&HolidaySet::of(Nation::of_code(code).unwrap()))
    })
}

/// `wd:3`, `receipt` (a day of receipt that is no working day becomes the next one) or
/// `wait:FROM/UNTIL` (what both days and those between add).
fn step(step: &str, from: Date, calendar: &Calendar) -> Date {
    let opens = |day: Date| calendar.opens_on(day);
    match step.split_once(':') {
        None => rolled(from, &opens, Roll::Next),
        Some(("wait", days)) => {
            let (first, last) = days.split_once('/').unwrap();
            let wait = inclusive_days(day(first), day(last));
            by(Unit::CalendarDaysAfter, wait, from, &opens, Roll::None).unwrap()
        }
        Some((unit, n)) => {
            by(unit.parse().unwrap(), n.parse().unwrap(), from, &opens, Roll::None).unwrap()
        }
    }
}

#[test]
fn every_day_count_ends_when_the_reference_says() {
    let mut checked = 0;
    for line in DAYCOUNT.lines().skip(1) {
        let [id, nations, from, steps, roll, expected] =
            <[&str; 6]>::try_from(line.split(',').collect::<Vec<_>>()).unwrap();
        let calendar = works(nations);
        let end = steps.split(' ').fold(day(from), |date, part| step(part, date, &calendar));
        let roll = match roll {
            "next" => Roll::Next,
            "back" => Roll::Back,
            _ => Roll::None,
        };
        assert_eq!(rolled(end, &|day| calendar.opens_on(day), roll), day(expected), "{id}");
        checked += 1;
    }
    assert_eq!(checked, 38);
}

#[test]
fn a_calendar_counts_working_days_from_the_day_after_in_its_own_zone() {
    let scotland = Calendar::named("SC").unwrap();
    let friday_evening = super::at("2026-11-27 22:00");
    assert_eq!(scotland.working_day(friday_evening, 5), day("2026-12-07"), "L12");
    let new_york = Calendar::named("NY").unwrap();
    assert_eq!(new_york.working_day(super::at("2026-03-10T02:00:00Z"), 1), day("2026-03-10"));
}

#[test]
fn units_are_known_by_their_names_and_the_bare_day_is_none() {
    for unit in Unit::ALL {
        assert_eq!(unit.name().parse(), Ok(unit));
    }
    for text in ["day", "days", "d", "WD", ""] {
        assert_eq!(text.parse::<Unit>(), Err(NotAUnit), "{text}");
    }
}

#[test]
fn beginning_with_an_event_is_a_day_less_than_after_it() {
    let always = |_: Date| true;
    let count = |unit, n| by(unit, n, day("2026-01-31"), &always, Roll::None).unwrap();
    for n in [1, 14, 30] {
        let (after, beginning) = (Unit::CalendarDaysAfter, Unit::CalendarDaysBeginningWith);
        assert_eq!(count(after, n).yesterday().unwrap(), count(beginning, n));
    }
    assert_eq!(count(Unit::MonthsCorresponding, 1), day("2026-02-28"), "the month's last day");
    assert_eq!(count(Unit::MonthsBeginningWith, 6), day("2026-07-30"));
    assert_eq!(count(Unit::CalendarDaysBeginningWith, 1), day("2026-01-31"), "one day is today");
}

#[test]
fn a_date_rolls_to_the_working_day_after_or_before_it() {
    let calendar = works("EW");
    let opens = |day: Date| calendar.opens_on(day);
    let good_friday = day("2026-04-03");
    assert_eq!(rolled(good_friday, &opens, Roll::None), good_friday);
    assert_eq!(rolled(good_friday, &opens, Roll::Next), day("2026-04-07"));
    assert_eq!(rolled(good_friday, &opens, Roll::Back), day("2026-04-02"));
    assert_eq!(rolled(day("2026-04-02"), &opens, Roll::Next), day("2026-04-02"));
}

#[test]
fn counting_ends_where_no_day_works_and_where_years_end() {
    let never = |_: Date| false;
    assert!(working_day(day("2026-03-02"), 3, &never) > day("2126-01-01"));
    assert_eq!(rolled(day("2026-03-02"), &never, Roll::Back), day("2026-03-02"));
    assert_eq!(by(Unit::Weeks, u32::MAX, day("2026-03-02"), &never, Roll::None), None);
    assert_eq!(working_day(Date::MAX, 3, &|_| true), Date::MAX);
    assert_eq!(inclusive_days(day("2026-03-16"), day("2026-03-09")), 0);
}
