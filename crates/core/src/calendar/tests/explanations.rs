//! The plain account of what was counted.

use jiff::civil::date;

use super::{at, calendar};
use crate::calendar::vectors::vectors;
use crate::calendar::{Counted, Pauses, Uncounted};
use crate::time::Span;

fn lines(name: &str, start: &str, target: Span, pauses: &Pauses) -> Vec<String> {
    calendar(name).explain(at(start), target, pauses).lines()
}

#[test]
fn an_account_names_each_day_with_its_hours_or_why_there_are_none() {
    let found = lines("EW", "2026-04-02 16:00", Span::hours(2), &Pauses::NONE);
    let expected = [
        "Thursday 2 April 2026: 16:00 to 17:00, 1 h",
        "Friday 3 April 2026: nothing, Good Friday",
        "Saturday 4 April 2026: nothing, closed on Saturdays",
        "Sunday 5 April 2026: nothing, closed on Sundays",
        "Monday 6 April 2026: nothing, Easter Monday",
        "Tuesday 7 April 2026: 09:00 to 10:00, 1 h",
    ];
    assert_eq!(found, expected);
    let office = calendar("EW");
    let account = office.explain(at("2026-04-02 16:00"), Span::hours(2), &Pauses::NONE);
    assert_eq!(
        account.summary(),
        "2 h of working time, from Thursday 2 April 2026 16:00 to Tuesday 7 April 2026 10:00."
    );
}

#[test]
fn lunch_pauses_and_other_hours_are_told() {
    assert_eq!(
        lines("SPLIT", "2026-03-02 12:15", Span::minutes(45), &Pauses::NONE),
        ["Monday 2 March 2026: 12:15 to 12:30 and 13:30 to 14:00, 45 min"]
    );
    let pause = Pauses::of([(at("2026-03-02 11:00"), at("2026-03-03 12:00"))]);
    assert_eq!(
        lines("EW", "2026-03-02 10:00", Span::minutes(90), &pause),
        [
            "Monday 2 March 2026: 10:00 to 11:00, 1 h, without 6 h of a pause",
            "Tuesday 3 March 2026: 12:00 to 12:30, 30 min, without 3 h of a pause",
        ]
    );
    let days = Pauses::of([(at("2026-03-02 11:00"), at("2026-03-04 09:00"))]);
    let found = lines("EW", "2026-03-02 10:00", Span::minutes(90), &days);
    assert_eq!(found[1], "Tuesday 3 March 2026: nothing, paused");
    let late = lines("EW", "2026-03-02 18:00", Span::minutes(1), &Pauses::NONE);
    assert_eq!(late[0], "Monday 2 March 2026: nothing, outside of the opening hours");
    let shut = calendar("EW").with_exception(date(2026, 3, 2), []);
    let account = shut.explain(at("2026-03-02 10:00"), Span::minutes(1), &Pauses::NONE);
    assert_eq!(account.days[0].why_not, Some(Uncounted::Exception));
}

#[test]
fn nights_are_told_by_date_and_changed_clocks_are_named() {
    assert_eq!(
        lines("NIGHT", "2026-03-28 22:00", Span::hours(8), &Pauses::NONE),
        [
            "Saturday 28 March 2026: 22:00 to 24:00, 2 h",
            "Sunday 29 March 2026: 00:00 to 06:00 (the clocks go forward) and 22:00 to 23:00, 6 h",
        ]
    );
    let autumn = lines("NIGHT", "2026-10-25 00:00", Span::hours(7), &Pauses::NONE);
    assert_eq!(autumn, ["Sunday 25 October 2026: 00:00 to 06:00 (the clocks go back), 7 h"]);
}

#[test]
fn the_account_of_every_vector_sums_to_its_target() {
    for vector in vectors(super::BUSINESS).unwrap() {
        let calendar = calendar(&vector.calendar);
        let account = calendar.explain(vector.start, vector.target, &vector.pauses);
        assert_eq!((account.counted, account.end), (vector.target, vector.due), "{}", vector.id);
        assert!(account.days.iter().all(|day| day.stretches.is_empty() == day.why_not.is_some()));
    }
}

#[test]
fn the_seconds_of_the_days_add_up_though_it_began_within_one() {
    let office = calendar("EW");
    let start = at("2026-03-02 15:49:40") + Span::millis(600);
    let account = office.explain(start, Span::hours(3), &Pauses::NONE);
    let seconds: Vec<i64> = account.days.iter().map(Counted::seconds).collect();
    assert_eq!(seconds, [3_600 + 10 * 60 + 20, 3_600 + 49 * 60 + 40]);
    assert_eq!(seconds.iter().sum::<i64>(), 3 * 3_600);
    assert!(account.lines()[0].ends_with("15:49:40 to 17:00, 1 h 10 min 20 s"));
}
