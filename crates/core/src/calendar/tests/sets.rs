//! Holidays: what we carry, what is published, and what others bring as iCalendar.

use jiff::civil::{Date, Weekday, date};
use serde_json::Value;

use super::super::holidays::{data, row};
use super::{at, calendar, daily, day};
use crate::calendar::{HolidaySet, Nation, NotIcalendar, holidays_of};

#[test]
fn every_line_of_the_data_is_a_day_or_says_what_it_is() {
    let mut dates: Vec<Date> = Vec::new();
    for line in data().lines().filter(|line| !line.starts_with('#')).skip(1) {
        let found = row(line).unwrap_or_else(|| panic!("{line}"));
        let known = |code| Nation::of_code(code).is_some();
        assert!(found.nations.split(' ').all(known) && !found.name.is_empty(), "{line}");
        assert_eq!(line.split(',').count(), 4, "{line}");
        assert_eq!(line.ends_with(','), found.declared.is_none(), "{line}");
        dates.push(found.day);
    }
    assert!(dates.is_sorted() && dates.len() > 100);
    for nation in Nation::ALL {
        let set = HolidaySet::of(nation);
        assert_eq!(set.version, "2026-08");
        assert_eq!(set.complete, (date(2019, 1, 1), date(2028, 12, 31)));
    }
}

#[test]
fn every_nation_has_as_many_bank_holidays_as_the_reference_counts() {
    let in_year =
        |nation, year| HolidaySet::of(nation).days().filter(|(day, _)| day.year() == year).count();
    for (nation, counts) in [
        (Nation::EnglandAndWales, [8, 8, 8, 8]),
        (Nation::Scotland, [9, 10, 9, 9]),
        (Nation::NorthernIreland, [10, 10, 10, 10]),
    ] {
        for (year, count) in (2025..).zip(counts) {
            assert_eq!(in_year(nation, year), count, "{nation:?} {year}");
        }
    }
    let weekend = |day: Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    for nation in Nation::ALL {
        assert!(!HolidaySet::of(nation).days().any(|(day, _)| weekend(day)));
    }
}

/// The published data lies beside the project, in `../shared/data`, and is no part of it.
#[test]
#[allow(clippy::disallowed_macros, reason = "a test that did not run says so")]
fn our_days_are_those_that_are_published() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/bank-holidays.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("NOT RUN: ../shared/data/bank-holidays.json is not here; nothing was compared.");
        return;
    };
    let published: Value = serde_json::from_str(&text).unwrap();
    let divisions = published["divisions"].as_object().unwrap();
    let names = ["england-and-wales", "scotland", "northern-ireland"];
    for (nation, name) in Nation::ALL.into_iter().zip(names) {
        let (_, years) = divisions.iter().find(|(key, _)| key.contains(name)).unwrap();
        let days = years.as_object().unwrap().values().filter_map(Value::as_array).flatten();
        let mut theirs: Vec<Date> =
            days.map(|day| british(day["date"].as_str().unwrap())).collect();
        theirs.sort_unstable();
        let ours: Vec<Date> = HolidaySet::of(nation).days().map(|(day, _)| day).collect();
        assert_eq!(ours, theirs, "{name}");
    }
}

/// `25/12/2026`.
fn british(text: &str) -> Date {
    let parts: Vec<&str> = text.split('/').collect();
    day(&format!("{}-{}-{}", parts[2], parts[1], parts[0]))
}

#[test]
fn a_set_as_it_was_known_leaves_out_what_was_added_later() {
    let world_cup = date(2026, 6, 15);
    assert!(HolidaySet::of(Nation::Scotland).holds(world_cup));
    let known_on = |day| HolidaySet::of(Nation::Scotland).as_known_on(day);
    assert!(!known_on(date(2026, 2, 24)).holds(world_cup));
    assert!(known_on(date(2026, 2, 25)).holds(world_cup));
}

#[test]
fn what_is_known_ends_with_the_set_that_ends_first() {
    let office = calendar("EW");
    assert!(office.knows(at("2028-12-31 23:59")));
    assert!(!office.knows(at("2029-01-01 00:00")));
    assert!(!office.knows(at("2018-12-31 12:00")));
    assert!(daily("09:00-17:00").knows(at("2040-01-01 00:00")));
    let council = HolidaySet::new("1", (date(2026, 1, 1), date(2026, 12, 31)));
    assert!(!office.with_holidays(&council).knows(at("2027-01-01 00:00")));
}

const COUNCIL: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n\
    DTSTART;VALUE=DATE:20260413\r\nDTEND;VALUE=DATE:20260415\r\n\
    SUMMARY;LANGUAGE=\"en:GB\":Spring holiday\\, Gl\r\n asgow\r\n\
    BEGIN:VALARM\r\nDTSTART:19990101\r\nEND:VALARM\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nDTSTART:20260928T090000Z\r\nDURATION:PT8H\r\nSUMMARY:September weekend\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nSTATUS:CANCELLED\r\nDTSTART:20260601\r\nEND:VEVENT\r\n\
    BEGIN:VJOURNAL\r\nDTSTART:20260101\r\nEND:VJOURNAL\r\nEND:VCALENDAR\r\n";

#[test]
fn holidays_of_others_come_as_icalendar() {
    let set = holidays_of(COUNCIL, "glasgow-1").unwrap();
    let days: Vec<(Date, &str)> = set.days().collect();
    let expected = [
        (date(2026, 4, 13), "Spring holiday, Glasgow"),
        (date(2026, 4, 14), "Spring holiday, Glasgow"),
        (date(2026, 9, 28), "September weekend"),
    ];
    assert_eq!(days, expected);
    assert_eq!(set.complete, (date(2026, 1, 1), date(2026, 12, 31)));
    let closed = calendar("SC").with_holidays(&set);
    assert!(!closed.opens_on(date(2026, 4, 13)) && calendar("SC").opens_on(date(2026, 4, 13)));
}

#[test]
fn what_cannot_be_read_whole_is_refused_with_its_line() {
    let event = |lines: &str| {
        let text = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n");
        holidays_of(&text, "1").unwrap_err()
    };
    let rule = event("DTSTART:20261225\nRRULE:FREQ=YEARLY");
    assert_eq!(rule, NotIcalendar::Repeats(4, "RRULE".to_owned()));
    assert_eq!(event("DTSTART:20260230"), NotIcalendar::NotADate(3));
    assert_eq!(event("DTSTART:Christmas"), NotIcalendar::NotADate(3));
    assert_eq!(event("SUMMARY:No date"), NotIcalendar::NotADate(4));
    let backwards = event("DTSTART:20261225\nDTEND:20261224");
    assert_eq!(backwards, NotIcalendar::Backwards(5));
    assert_eq!(event("DTSTART:20260101\nDTEND:29991231"), NotIcalendar::TooLarge);
    assert_eq!(holidays_of("", "1").unwrap_err(), NotIcalendar::NoCalendar);
    assert_eq!(holidays_of("<html>", "1").unwrap_err(), NotIcalendar::NoCalendar);
    let empty = "BEGIN:VCALENDAR\nEND:VCALENDAR\n";
    assert_eq!(holidays_of(empty, "1").unwrap_err(), NotIcalendar::NoEvents);
    let long = format!("BEGIN:VCALENDAR\n{}", "X".repeat(2 << 20));
    assert_eq!(holidays_of(&long, "1").unwrap_err(), NotIcalendar::TooLarge);
}
