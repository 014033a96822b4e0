//! The test vectors of reference §2.7, by their ids there. Times with Z are UTC, all others local.

use jiff::civil::{Date, Weekday, date};
use jiff::tz::TimeZone;

use super::*;
use crate::time::{Instant, Span};

const LONDON: &str = "Europe/London";

fn opening(text: &str) -> Opening {
    text.parse().unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn office(nation: Nation) -> Calendar {
    Calendar::new(LONDON, Week::working(opening("09:00-17:00")))
        .unwrap()
        .with_holidays(bank_holidays(nation), date(2028, 12, 31))
}

fn daily(hours: &str) -> Calendar {
    Calendar::new(LONDON, Week::daily(opening(hours))).unwrap()
}

fn split() -> Calendar {
    use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
    // Given in the wrong order on purpose.
    let hours = [opening("13:30-17:30"), opening("09:00-12:30")];
    let week = [Monday, Tuesday, Wednesday, Thursday, Friday]
        .into_iter()
        .fold(Week::default(), |week, day| week.with(day, hours));
    Calendar::new(LONDON, week)
        .unwrap()
        .with_holidays(bank_holidays(Nation::EnglandAndWales), date(2028, 12, 31))
}

fn calendar(id: &str) -> Calendar {
    match id {
        "EW" => office(Nation::EnglandAndWales),
        "SC" => office(Nation::Scotland),
        "NI" => office(Nation::NorthernIreland),
        "X24" => daily("00:00-00:00"),
        "NIGHT" => daily("22:00-06:00"),
        "D0130" => daily("01:30-05:00"),
        "SPLIT" => split(),
        "NY" => Calendar::new("America/New_York", Week::working(opening("09:00-17:00"))).unwrap(),
        "EWX" => office(Nation::EnglandAndWales)
            .with_exception(date(2026, 12, 24), [opening("09:00-12:00")]),
        _ => panic!("no calendar {id}"),
    }
}

/// A moment as the vectors write it.
fn at(text: &str) -> Instant {
    if text.ends_with('Z') {
        return text.parse().unwrap();
    }
    let wall: jiff::civil::DateTime = text.parse().unwrap();
    let moment = TimeZone::get(LONDON).unwrap().to_timestamp(wall).unwrap();
    Instant::from_millis(moment.as_millisecond())
}

/// Id, calendar, start, minutes of working time, due in UTC.
const DUE: &[(&str, &str, &str, i64, &str)] = &[
    ("B01", "EW", "2026-03-02 10:00", 240, "2026-03-02T14:00:00Z"),
    ("B02", "EW", "2026-03-02 15:00", 240, "2026-03-03T11:00:00Z"),
    ("B03", "EW", "2026-03-02 13:00", 240, "2026-03-02T17:00:00Z"),
    ("B04", "EW", "2026-03-06 16:30", 60, "2026-03-09T09:30:00Z"),
    ("B06", "EW", "2026-03-02 07:15", 60, "2026-03-02T10:00:00Z"),
    ("B07", "EW", "2026-03-02 17:00", 60, "2026-03-03T10:00:00Z"),
    ("B09", "SC", "2026-04-02 16:00", 120, "2026-04-06T09:00:00Z"),
    ("B10", "NI", "2026-07-10 16:00", 120, "2026-07-14T09:00:00Z"),
    ("B11", "EW", "2026-07-10 16:00", 120, "2026-07-13T09:00:00Z"),
    ("B13", "EW", "2026-06-12 16:00", 480, "2026-06-15T15:00:00Z"),
    ("B14", "EW", "2026-12-24 15:00", 480, "2026-12-29T15:00:00Z"),
    ("B16", "EW", "2026-12-31 16:00", 240, "2027-01-04T12:00:00Z"),
    ("B17", "EWX", "2026-12-24 11:00", 180, "2026-12-29T11:00:00Z"),
    ("B19", "SPLIT", "2026-03-02 12:45", 30, "2026-03-02T14:00:00Z"),
    ("B21", "X24", "2026-03-28 12:00", 1440, "2026-03-29T12:00:00Z"),
    ("B22", "X24", "2026-10-24 12:00", 1440, "2026-10-25T11:00:00Z"),
    ("B23", "NIGHT", "2026-03-28 22:00", 480, "2026-03-29T22:00:00Z"),
    ("B25", "D0130", "2026-03-29 00:00", 120, "2026-03-29T03:00:00Z"),
    ("B27", "EW", "2026-03-27 16:00", 120, "2026-03-30T09:00:00Z"),
    ("B28", "EW", "2026-10-23 16:00", 120, "2026-10-26T10:00:00Z"),
    ("B29", "EW", "2026-03-30T07:30:00Z", 30, "2026-03-30T08:30:00Z"),
    ("B30", "NY", "2026-03-09T14:00:00Z", 120, "2026-03-09T16:00:00Z"),
    ("B37", "EW", "2027-12-31 16:00", 120, "2028-01-04T10:00:00Z"),
    ("B39", "EW", "2025-05-02 16:00", 120, "2025-05-06T09:00:00Z"),
    ("B40", "NI", "2025-07-11 16:00", 120, "2025-07-15T09:00:00Z"),
    ("B42", "EW", "2028-04-13 16:00", 120, "2028-04-18T09:00:00Z"),
    ("P09", "EW", "2026-03-06 11:00", 480, "2026-03-09T11:00:00Z"),
    ("P10 in 24 h", "EW", "2026-03-02 10:00", 1440, "2026-03-05T10:00:00Z"),
    ("P10 in 8 h", "EW", "2026-03-02 10:00", 480, "2026-03-03T10:00:00Z"),
];

#[test]
fn every_vector_falls_due_when_the_reference_says() {
    for (id, name, start, minutes, due) in DUE {
        let found = calendar(name).due(at(start), Span::minutes(*minutes));
        assert_eq!(found, at(due), "{id}: due {found}");
    }
}

#[test]
fn the_working_time_until_a_due_moment_is_the_target() {
    for (id, name, start, minutes, due) in DUE {
        let found = calendar(name).elapsed(at(start), at(due));
        assert_eq!(found, Span::minutes(*minutes), "{id}");
    }
}

#[test]
fn a_walk_by_the_minute_agrees_with_the_windows() {
    for (id, name, start, minutes, due) in DUE {
        let calendar = calendar(name);
        let (mut now, due, mut open) = (at(start), at(due), 0);
        while now < due {
            open += i64::from(calendar.is_open(now));
            now = now + Span::minutes(1);
        }
        assert_eq!(open, *minutes, "{id}");
    }
}

#[test]
fn a_night_is_seven_hours_in_spring_and_nine_in_autumn() {
    let night = calendar("NIGHT");
    let spring = night.elapsed(at("2026-03-28 20:00"), at("2026-03-29 20:00"));
    let autumn = night.elapsed(at("2026-10-24 20:00"), at("2026-10-25 20:00"));
    assert_eq!((spring, autumn), (Span::hours(7), Span::hours(9)));
}

#[test]
fn opening_takes_the_first_and_closing_the_second_of_a_repeated_hour() {
    let at_one = daily("01:00-01:30");
    let night = at_one.elapsed(at("2026-10-25 00:00"), at("2026-10-25 12:00"));
    assert_eq!(night, Span::minutes(90));
    // Two openings that overlap then count once: from 01:00 BST to 02:00 GMT are two hours.
    let week =
        Week::default().with(Weekday::Sunday, [opening("01:00-01:30"), opening("01:30-02:00")]);
    let halves = Calendar::new(LONDON, week).unwrap();
    let night = halves.elapsed(at("2026-10-25 00:00"), at("2026-10-25 12:00"));
    assert_eq!(night, Span::hours(2));
}

#[test]
fn an_hour_that_does_not_exist_holds_no_working_time() {
    let at_one = daily("01:00-02:00");
    let day = |on: &str, next: &str| at_one.elapsed(at(on), at(next));
    assert_eq!(day("2026-03-29 00:00", "2026-03-29 12:00"), Span::millis(0));
    assert_eq!(day("2026-03-30 00:00", "2026-03-30 12:00"), Span::hours(1));
}

#[test]
fn a_late_holiday_moves_what_was_due() {
    let without = bank_holidays(Nation::Scotland).filter(|day| *day != date(2026, 6, 15));
    let before = Calendar::new(LONDON, Week::working(opening("09:00-17:00")))
        .unwrap()
        .with_holidays(without, date(2028, 12, 31));
    let start = at("2026-06-12 16:00");
    assert_eq!(before.due(start, Span::hours(8)), at("2026-06-15 16:00"), "P11 before");
    assert_eq!(calendar("SC").due(start, Span::hours(8)), at("2026-06-16 16:00"), "P11 after");
}

#[test]
fn an_exception_wins_over_a_holiday_and_a_holiday_over_the_week() {
    let christmas = date(2026, 12, 25);
    let closed = calendar("EW");
    let open = calendar("EW").with_exception(christmas, [opening("10:00-12:00")]);
    let (from, to) = (at("2026-12-25 00:00"), at("2026-12-26 00:00"));
    assert_eq!(closed.elapsed(from, to), Span::millis(0));
    assert_eq!(open.elapsed(from, to), Span::hours(2));
    let shut = calendar("EW").with_exception(date(2026, 3, 2), []);
    assert_eq!(shut.elapsed(at("2026-03-02 00:00"), at("2026-03-03 00:00")), Span::millis(0));
}

/// Id, calendar, day of the start, working days, the day by which.
const WORKING_DAYS: &[(&str, &str, &str, u32, &str)] = &[
    ("L01", "EW", "2026-04-02", 3, "2026-04-09"),
    ("L03 strict", "EW", "2026-03-21", 3, "2026-03-25"),
    ("L09 acknowledge", "EW", "2026-04-01", 5, "2026-04-10"),
    ("L09 respond", "EW", "2026-04-10", 10, "2026-04-24"),
    ("L09 extended", "EW", "2026-04-24", 10, "2026-05-11"),
    ("L11 acknowledge", "EW", "2026-12-21", 5, "2026-12-30"),
    ("L11 respond", "EW", "2026-12-30", 20, "2027-01-28"),
    ("L11 extended", "EW", "2027-01-28", 20, "2027-02-25"),
    ("L12", "SC", "2026-11-27", 5, "2026-12-07"),
    ("L12 in England", "EW", "2026-11-27", 5, "2026-12-04"),
    ("L14", "SC", "2026-06-11", 20, "2026-07-10"),
    ("L14 in England", "EW", "2026-06-11", 20, "2026-07-09"),
    ("L19", "EW", "2026-05-22", 10, "2026-06-08"),
    ("L41 in England", "EW", "2026-03-09", 20, "2026-04-08"),
];

#[test]
fn working_days_are_counted_whole_from_the_day_after() {
    for (id, name, start, n, by) in WORKING_DAYS {
        let start = at(&format!("{start} 11:00"));
        assert_eq!(calendar(name).working_day(start, *n), day(by), "{id}");
    }
}

#[test]
fn the_union_of_all_nations_holidays_closes_more_days() {
    let nations = [Nation::EnglandAndWales, Nation::Scotland, Nation::NorthernIreland];
    let union = nations.into_iter().fold(
        Calendar::new(LONDON, Week::working(opening("09:00-17:00"))).unwrap(),
        |calendar, nation| calendar.with_holidays(bank_holidays(nation), date(2028, 12, 31)),
    );
    assert_eq!(union.working_day(at("2026-03-09 11:00"), 20), day("2026-04-09"), "L41");
}

#[test]
fn a_working_day_ends_when_it_closes() {
    let start = at("2026-03-02 10:00");
    assert_eq!(calendar("EW").add_working_days(start, 1), at("2026-03-03 17:00"), "P10");
    assert_eq!(calendar("EW").add_working_days(start, 0), at("2026-03-02 17:00"));
    assert_eq!(calendar("NIGHT").add_working_days(start, 1), at("2026-03-04 06:00"));
    assert_eq!(Calendar::standard().add_working_days(start, 5), at("2026-03-09 17:30"));
    let saturday = at("2026-03-07 10:00");
    assert_eq!(calendar("EW").add_working_days(saturday, 0), at("2026-03-09 17:00"));
}

#[test]
fn nothing_is_due_at_once_and_time_never_runs_backwards() {
    let calendar = Calendar::standard();
    let sunday = at("2026-03-08 12:00");
    assert_eq!(calendar.due(sunday, Span::millis(0)), sunday);
    assert_eq!(calendar.due(sunday, Span::hours(-1)), sunday);
    assert_eq!(calendar.elapsed(at("2026-03-03 12:00"), at("2026-03-02 12:00")), Span::millis(0));
}

#[test]
fn half_open_hours_are_open_on_opening_and_closed_on_closing() {
    let calendar = Calendar::standard();
    let open = ["2026-03-02 09:00", "2026-03-02 17:29"];
    let closed = ["2026-03-02 08:59", "2026-03-02 17:30", "2026-03-07 12:00", "2026-04-03 12:00"];
    assert!(open.iter().all(|moment| calendar.is_open(at(moment))));
    assert!(!closed.iter().any(|moment| calendar.is_open(at(moment))));
}

#[test]
fn holidays_after_2028_are_not_known() {
    let calendar = Calendar::standard();
    assert!(calendar.knows(at("2028-12-31 23:59")));
    assert!(!calendar.knows(at("2029-01-01 00:00")));
    assert!(daily("09:00-17:00").knows(at("2040-01-01 00:00")));
}

#[test]
fn every_nation_has_as_many_bank_holidays_as_the_reference_counts() {
    let in_year = |nation, year| bank_holidays(nation).filter(|day| day.year() == year).count();
    for (nation, counts) in [
        (Nation::EnglandAndWales, [8, 8, 8, 8]),
        (Nation::Scotland, [9, 10, 9, 9]),
        (Nation::NorthernIreland, [10, 10, 10, 10]),
    ] {
        for (year, count) in (2025..).zip(counts) {
            assert_eq!(in_year(nation, year), count, "{nation:?} {year}");
        }
    }
    let weekend = |day: &Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    assert!(!bank_holidays(Nation::Scotland).any(|day| weekend(&day)));
}

#[test]
fn what_makes_no_calendar_is_refused() {
    let unknown = Calendar::new("Europe/Atlantis", Week::daily(opening("09:00-17:00")));
    assert_eq!(unknown.err(), Some(NotACalendar::UnknownZone("Europe/Atlantis".to_owned())));
    let never = Calendar::new(LONDON, Week::default());
    assert_eq!(never.err(), Some(NotACalendar::NeverOpen));
    for text in ["", "9-5", "09:00", "09:00-25:00", "09:60-17:00", "24:01-02:00", "+9:00-17:00"] {
        assert_eq!(text.parse::<Opening>(), Err(NotOpeningHours), "{text}");
    }
    assert_eq!(opening("00:00-24:00"), opening("00:00-00:00"));
}

#[test]
fn the_furthest_moments_are_answered() {
    let calendar = Calendar::standard();
    let furthest = at("9999-12-30T12:00:00Z");
    assert!(calendar.due(furthest, Span::hours(8)) >= furthest);
    assert!(calendar.due(at("2026-03-02 10:00"), Span::millis(i64::MAX)) > at("2120-01-01 00:00"));
    assert!(calendar.elapsed(at("1970-01-01T00:00:00Z"), furthest) > Span::hours(1));
    assert!(calendar.add_working_days(furthest, 5) >= furthest);
    let (first, last) = (Instant::from_millis(i64::MIN), Instant::from_millis(i64::MAX));
    assert!(calendar.due(first, Span::hours(1)) >= first);
    assert_eq!(calendar.due(last, Span::hours(1)), last);
    assert_eq!(calendar.elapsed(last, last), Span::millis(0));
    assert!(calendar.add_working_days(last, u32::MAX) > furthest);
}
