//! Hours as people write them.

use jiff::civil::date;

use crate::calendar::typed::{Unread, day, hours};
use crate::calendar::{Opening, span};

fn read(text: &str) -> String {
    let all: Vec<String> = hours(text).unwrap().iter().map(ToString::to_string).collect();
    all.join(" ")
}

#[test]
fn hours_are_read_however_they_are_written() {
    for (typed, meant) in [
        ("9-12.30, 1.30pm-5.30pm", "09:00-12:30 13:30-17:30"),
        ("09:00 to 12:30 and 13:30 to 17:30", "09:00-12:30 13:30-17:30"),
        ("9am–5pm", "09:00-17:00"),
        ("9-5pm", "09:00-17:00"),
        ("1.30-5.30pm", "13:30-17:30"),
        ("9am - 5", "09:00-17:00"),
        ("1pm-5", "13:00-17:00"),
        ("8.15 until 16.45", "08:15-16:45"),
        ("0830-1700", "08:30-17:00"),
        ("9-noon; 1pm-midnight", "09:00-12:00 13:00-24:00"),
        ("13:30-17:30, 09:00-12:30", "09:00-12:30 13:30-17:30"),
        ("22-6", "22:00-06:00"),
        ("10pm-6am", "22:00-06:00"),
        ("22:00 to 06:00 the next day", "22:00-06:00"),
        ("24 hours", "00:00-24:00"),
        ("00:00-24:00", "00:00-24:00"),
        ("closed", ""),
        ("  ", ""),
    ] {
        assert_eq!(read(typed), meant, "{typed}");
    }
}

#[test]
fn hours_that_may_be_meant_in_two_ways_are_asked_about() {
    for typed in ["9-5", "8-8", "10.30-2", "9-12.30, 1.30-1"] {
        let unread = hours(typed).unwrap_err();
        assert!(matches!(unread, Unread::TwoWays(_)), "{typed}: {unread:?}");
        assert!(unread.message().contains("9am-5pm"), "{}", unread.message());
    }
    assert_eq!(read("09:00-05:00"), "09:00-05:00", "by the clock of 24 hours, as it is told back");
}

#[test]
fn what_are_no_hours_is_told_by_the_part_that_is_not_understood() {
    for typed in ["nine to five", "9", "9-25", "9-13pm", "9-17-18", "1 day", "08:60-09:00"] {
        let unread = hours(typed).unwrap_err();
        assert_eq!(unread, Unread::NotUnderstood(typed.to_owned()));
        assert!(unread.message().contains(typed), "{}", unread.message());
    }
}

#[test]
fn what_was_read_is_told_back_so_that_it_reads_as_itself() {
    for text in ["09:00-12:30", "22:00-06:00", "00:00-24:00", "18:00-24:00"] {
        let opening: Opening = text.parse().unwrap();
        assert_eq!(hours(&span(opening)), Ok(vec![opening]), "{}", span(opening));
    }
    assert_eq!(span("22:00-06:00".parse().unwrap()), "22:00 to 06:00 the next day");
    assert_eq!(span("18:00-24:00".parse().unwrap()), "18:00 to 24:00");
}

#[test]
fn a_day_that_differs_is_a_date_and_its_hours() {
    let today = date(2026, 6, 1);
    let read = |line| day(line, today);
    let morning = vec![Opening::between(540, 720)];
    assert_eq!(read("24 December 2026: 9-12"), Some(Ok((date(2026, 12, 24), morning.clone()))));
    assert_eq!(read("24 December 9-12"), Some(Ok((date(2026, 12, 24), morning.clone()))));
    assert_eq!(read("2027-01-02 closed"), Some(Ok((date(2027, 1, 2), Vec::new()))));
    assert_eq!(read("2 January"), Some(Ok((date(2027, 1, 2), Vec::new()))), "the next one");
    assert_eq!(read("24/12/2026 9am to noon"), Some(Ok((date(2026, 12, 24), morning))));
    assert_eq!(read("Christmas closed"), None);
    assert_eq!(read("24 December 2026: 9-5"), Some(Err(Unread::TwoWays("9-5".to_owned()))));
}
