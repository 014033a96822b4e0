//! Working time by the examples of reference §2.7, and what lies between them.

mod daycounts;
mod descriptions;
mod explanations;
mod looks;
mod oracle;
mod pauses;
mod sets;
mod typing;

use jiff::civil::{Weekday, date};
use jiff::tz::TimeZone;

use super::vectors::vectors;
use super::*;
use crate::time::{Instant, Span};

const LONDON: &str = "Europe/London";
/// Our own transcription of the reference's table.
const BUSINESS: &str = include_str!("vectors/business.csv");

fn opening(text: &str) -> Opening {
    text.parse().unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn daily(hours: &str) -> Calendar {
    Calendar::new(LONDON, Week::daily(opening(hours))).unwrap()
}

fn calendar(name: &str) -> Calendar {
    Calendar::named(name).unwrap_or_else(|| panic!("no calendar {name}"))
}

/// A moment, in UTC with a Z and else as the clocks of London show it.
fn at(text: &str) -> Instant {
    if text.ends_with('Z') {
        return text.parse().unwrap();
    }
    let wall: jiff::civil::DateTime = text.parse().unwrap();
    let moment = TimeZone::get(LONDON).unwrap().to_timestamp(wall).unwrap();
    Instant::from_millis(moment.as_millisecond())
}

#[test]
fn every_vector_falls_due_when_the_reference_says() {
    let all = vectors(BUSINESS).unwrap();
    assert_eq!(all.len(), 31);
    for vector in all {
        assert_eq!(vector.counted(), Some(vector.due), "{}", vector.id);
    }
}

#[test]
fn the_working_time_until_a_due_moment_is_the_target() {
    for vector in vectors(BUSINESS).unwrap() {
        let calendar = calendar(&vector.calendar);
        let elapsed = calendar.elapsed_with(vector.start, vector.due, &vector.pauses);
        assert_eq!(elapsed, vector.target, "{}", vector.id);
    }
}

#[test]
fn back_from_a_due_moment_the_same_working_time_lies_ahead() {
    for vector in vectors(BUSINESS).unwrap() {
        let calendar = calendar(&vector.calendar);
        let back = calendar.before_with(vector.due, vector.target, &vector.pauses);
        let ahead = calendar.elapsed_with(back, vector.due, &vector.pauses);
        assert_eq!(ahead, vector.target, "{}", vector.id);
        assert!(back >= vector.start, "{}: the latest such moment, not {back}", vector.id);
    }
}

#[test]
fn an_hour_before_it_is_due_is_an_hour_of_working_time_before() {
    let office = calendar("EW");
    let hour = |end: &str| office.before(at(end), Span::hours(1));
    assert_eq!(hour("2026-03-02 14:00"), at("2026-03-02 13:00"));
    assert_eq!(hour("2026-03-09 09:30"), at("2026-03-06 16:30"), "over a weekend");
    assert_eq!(hour("2026-03-09 10:00"), at("2026-03-09 09:00"), "back to an opening");
    assert_eq!(hour("2026-04-07 09:15"), at("2026-04-02 16:15"), "over Easter");
    assert_eq!(hour("2026-03-08 12:00"), at("2026-03-06 16:00"), "from a closed day");
    let sunday = at("2026-03-08 12:00");
    assert_eq!(office.before(sunday, Span::millis(0)), sunday);
    let night = calendar("NIGHT");
    assert_eq!(night.before(at("2026-03-29 06:00"), Span::hours(7)), at("2026-03-28 22:00"));
}

#[test]
fn new_opening_hours_hold_from_their_day_on_and_change_nothing_before() {
    let longer =
        calendar("EW").with_week_from(date(2026, 3, 4), Week::working(opening("08:00-20:00")));
    let start = at("2026-03-03 15:00");
    assert_eq!(longer.due(start, Span::hours(4)), at("2026-03-04 10:00"));
    assert_eq!(calendar("EW").due(start, Span::hours(4)), at("2026-03-04 11:00"));
    let (monday, wednesday) = (at("2026-03-02 00:00"), at("2026-03-04 00:00"));
    assert_eq!(longer.elapsed(monday, wednesday), Span::hours(16));
    assert_eq!(longer.elapsed(wednesday, at("2026-03-05 00:00")), Span::hours(12));
    assert!(!longer.opens_on(date(2026, 4, 3)), "holidays are kept");
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
    let known = HolidaySet::of(Nation::Scotland).as_known_on(date(2026, 2, 24));
    let before =
        Calendar::new(LONDON, Week::working(opening("09:00-17:00"))).unwrap().with_holidays(&known);
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
