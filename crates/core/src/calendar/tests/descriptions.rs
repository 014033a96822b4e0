//! Calendars as data.

use jiff::civil::date;

use super::at;
use crate::calendar::{Calendar, Description, HolidaySet, NotACalendar};
use crate::time::Span;

const LOGISTICS: &str = r#"{
    "name": "Logistics",
    "zone": "Europe/London",
    "hours": [
        { "monday": ["09:00-12:30", "13:30-17:30"], "tuesday": ["09:00-17:00"], "holidays": ["EW"] },
        { "from": "2026-07-01", "monday": ["22:00-24:00"], "holidays": ["SC", "council"] }
    ],
    "exceptions": { "2026-03-10": ["09:00-12:00"], "2026-03-16": [] }
}"#;

fn council(name: &str) -> Option<HolidaySet> {
    let set = HolidaySet::new("1", (date(2026, 1, 1), date(2026, 12, 31)));
    (name == "council").then(|| set.with(date(2026, 7, 6), "Fair").with(date(2026, 3, 9), "Early"))
}

fn made(text: &str) -> Result<Calendar, NotACalendar> {
    Description::read(text)?.calendar(&council)
}

#[test]
fn a_calendar_is_made_as_it_is_described() {
    let calendar = made(LOGISTICS).unwrap();
    let week = |from: &str, until: &str| calendar.elapsed(at(from), at(until));
    assert_eq!(week("2026-03-02 00:00", "2026-03-09 00:00"), Span::minutes(930));
    assert_eq!(week("2026-03-09 00:00", "2026-03-17 00:00"), Span::minutes(450 + 180));
    assert_eq!(week("2026-07-07 00:00", "2026-07-14 00:00"), Span::hours(2), "new hours");
}

#[test]
fn holidays_are_those_of_the_hours_that_hold() {
    let calendar = made(LOGISTICS).unwrap();
    assert!(!calendar.opens_on(date(2026, 5, 4)), "England and Wales before July");
    assert!(!calendar.opens_on(date(2026, 8, 3)), "Scotland from July on");
    assert!(calendar.opens_on(date(2026, 8, 31)), "England and Wales no more");
    assert!(!calendar.opens_on(date(2026, 7, 6)), "the council's from July on");
    assert!(calendar.opens_on(date(2026, 3, 9)), "the council's not before");
    assert!(calendar.knows(at("2026-12-31 12:00")) && !calendar.knows(at("2027-01-01 12:00")));
}

#[test]
fn a_description_survives_being_written_and_read() {
    let first = Description::read(LOGISTICS).unwrap();
    let written = serde_json::to_string(&first).unwrap();
    assert!(written.contains("\"22:00-24:00\""), "{written}");
    assert_eq!(Description::read(&written), Ok(first));
}

#[test]
fn what_describes_no_calendar_is_refused_with_the_reason() {
    let reason = |text: &str| made(text).unwrap_err().to_string();
    let later = LOGISTICS.replace("2026-07-01", "0001-13-01");
    assert!(reason(&later).contains("line 6"), "{}", reason(&later));
    assert!(reason(&LOGISTICS.replace("\"council\"", "\"moon\"")).contains("moon"));
    assert!(reason(&LOGISTICS.replace("London", "Atlantis")).contains("Europe/Atlantis"));
    assert!(reason(&LOGISTICS.replace("12:30", "25:30")).contains("opening hours"));
    assert!(reason(&LOGISTICS.replace("tuesday", "tusday")).contains("tusday"));
    let none = r#"{ "zone": "Europe/London", "hours": [] }"#;
    assert!(reason(none).contains("from"));
    let never = r#"{ "zone": "Europe/London", "hours": [{}] }"#;
    assert_eq!(made(never).unwrap_err(), NotACalendar::NeverOpen);
    let twice = LOGISTICS.replace(
        "{ \"monday\": [\"09:00-12:30\"",
        "{ \"from\": \"2026-08-01\", \"monday\": [\"09:00-12:30\"",
    );
    assert!(reason(&twice).contains("in order"), "{}", reason(&twice));
}
