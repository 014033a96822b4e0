//! Pauses count once, and only where somebody would have worked.

use super::{at, calendar, day};
use crate::calendar::{NotAPause, Pauses};
use crate::draw::Draw;
use crate::time::Span;

fn pauses(all: &[(&str, &str)]) -> Pauses {
    Pauses::of(all.iter().map(|(from, until)| (at(from), at(until))))
}

#[test]
fn pauses_that_overlap_count_once() {
    let office = calendar("EW");
    let both = pauses(&[
        ("2026-03-02 12:00", "2026-03-02 14:00"),
        ("2026-03-02 11:00", "2026-03-02 13:00"),
        ("2026-03-02 14:00", "2026-03-02 15:00"),
    ]);
    let one = pauses(&[("2026-03-02 11:00", "2026-03-02 15:00")]);
    assert_eq!(both, one);
    assert_eq!(both.total(), Span::hours(4));
    let start = at("2026-03-02 10:00");
    assert_eq!(office.due_with(start, Span::hours(4), &both), at("2026-03-03 10:00"));
    assert_eq!(office.elapsed_with(start, at("2026-03-03 10:00"), &both), Span::hours(4));
}

#[test]
fn a_pause_outside_of_opening_hours_takes_nothing() {
    let night = pauses(&[("2026-03-02 18:00", "2026-03-03 08:00")]);
    let office = calendar("EW");
    let start = at("2026-03-02 10:00");
    assert_eq!(office.due_with(start, Span::hours(8), &night), office.due(start, Span::hours(8)));
}

#[test]
fn what_is_reached_exactly_where_a_pause_begins_is_due_there() {
    let pause = pauses(&[("2026-03-02 12:00", "2026-03-02 16:00")]);
    let (office, start) = (calendar("EW"), at("2026-03-02 10:00"));
    assert_eq!(office.due_with(start, Span::hours(2), &pause), at("2026-03-02 12:00"));
    let second_more = Span::seconds(7_201);
    assert_eq!(office.due_with(start, second_more, &pause), at("2026-03-02 16:00:01"));
}

#[test]
fn a_pause_that_begins_before_the_clock_counts_from_the_clock() {
    let pause = pauses(&[("2026-03-01 00:00", "2026-03-02 11:00")]);
    let (office, start) = (calendar("EW"), at("2026-03-02 10:00"));
    assert_eq!(office.due_with(start, Span::hours(1), &pause), at("2026-03-02 12:00"));
    assert_eq!(
        office.before_with(at("2026-03-02 12:00"), Span::hours(1), &pause),
        at("2026-03-02 11:00")
    );
}

#[test]
fn pauses_are_read_as_they_are_written() {
    let text =
        "2026-03-02T11:00:00Z/2026-03-02T12:00:00Z|2026-03-02T12:00:00Z/2026-03-02T15:00:00Z";
    assert_eq!(text.parse(), Ok(pauses(&[("2026-03-02 11:00", "2026-03-02 15:00")])));
    assert_eq!("".parse(), Ok(Pauses::NONE));
    assert!(Pauses::NONE.is_empty());
    let backwards = "2026-03-02T12:00:00Z/2026-03-02T11:00:00Z";
    for text in ["x", "2026-03-02T11:00:00Z", backwards, "2026-03-02/2026-03-03"] {
        assert_eq!(text.parse::<Pauses>(), Err(NotAPause), "{text}");
    }
}

#[test]
fn spans_are_cut_to_others_and_around_them() {
    let all = pauses(&[("2026-03-02 10:00", "2026-03-02 14:00")]);
    let others = pauses(&[
        ("2026-03-02 08:00", "2026-03-02 11:00"),
        ("2026-03-02 12:00", "2026-03-02 13:00"),
    ]);
    let inside =
        [("2026-03-02 10:00", "2026-03-02 11:00"), ("2026-03-02 12:00", "2026-03-02 13:00")];
    assert_eq!(all.within(&others), pauses(&inside));
    let outside =
        [("2026-03-02 11:00", "2026-03-02 12:00"), ("2026-03-02 13:00", "2026-03-02 14:00")];
    assert_eq!(all.without(&others), pauses(&outside));
    assert_eq!(all.without(&all), Pauses::NONE);
}

/// Reference §2.6: a holiday that is added late moves a deadline only later. Random moments, pauses
/// and days that close, by the office's hours; what is lost lies in the pauses.
#[test]
fn a_moment_that_pauses_put_off_is_never_put_off_less_when_a_day_is_closed() {
    let mut draw = Draw::new([7; 32], at("2026-03-02 09:00"));
    let mut lost_something = 0;
    for _ in 0..5_000 {
        let mut minutes = |below: u64| Span::minutes(i64::try_from(draw.below(below)).unwrap());
        let start = at("2026-03-02 00:00") + minutes(4 * 1_440);
        let by = start + minutes(8 * 1_440);
        let mut pause = || {
            let from = start + minutes(8 * 1_440);
            (from, from + minutes(3 * 1_440))
        };
        let pauses = Pauses::of([pause(), pause()]);
        let closed = day("2026-03-02")
            .checked_add(jiff::Span::new().days(i64::try_from(draw.below(14)).unwrap()))
            .unwrap();
        let (before, after) = (calendar("EW"), calendar("EW").with_exception(closed, []));
        let lost = before.open_in(&pauses).without(&after.open_in(&pauses));
        let was = before.put_off(start, by, &pauses, &Pauses::NONE);
        let now = after.put_off(start, by, &pauses, &lost);
        assert!(now >= was, "{start} {by} {pauses:?} {closed}: {was} became {now}");
        lost_something += usize::from(after.put_off(start, by, &pauses, &Pauses::NONE) < was);
        let back = before.put_off(start, by, &pauses, &lost);
        assert_eq!(back, was, "a day that opens again counts once");
    }
    assert!(lost_something > 100, "{lost_something}");
}
