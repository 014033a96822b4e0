//! Pauses count once, and only where somebody would have worked.

use super::{at, calendar};
use crate::calendar::{NotAPause, Pauses};
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
