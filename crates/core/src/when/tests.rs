use jiff::tz::TimeZone;

use super::{Unclear, presets, read};
use crate::calendar::Calendar;
use crate::time::Instant;

fn london() -> TimeZone {
    TimeZone::get("Europe/London").unwrap()
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

/// What words mean to somebody in London, said at that moment.
fn said(now: &str, words: &str) -> Result<String, Unclear> {
    read(words, at(now), &london(), &Calendar::standard()).map(|at| at.to_string())
}

/// Monday 23 November 2026, ten in the morning.
const MONDAY: &str = "2026-11-23T10:00:00Z";

fn all(now: &str, table: &[(&str, &str)]) {
    for (words, moment) in table {
        assert_eq!(said(now, words).as_deref(), Ok(*moment), "{words}");
    }
}

#[test]
fn days_are_understood_as_people_say_them() {
    all(
        MONDAY,
        &[
            ("tomorrow", "2026-11-24T09:00:00Z"),
            ("day after tomorrow", "2026-11-25T09:00:00Z"),
            ("friday", "2026-11-27T09:00:00Z"),
            ("Fri 3pm", "2026-11-27T15:00:00Z"),
            ("on Friday at 3", "2026-11-27T15:00:00Z"),
            ("3 pm on this Friday", "2026-11-27T15:00:00Z"),
            ("friday week", "2026-12-04T09:00:00Z"),
            ("next Tuesday 3pm", "2026-12-01T15:00:00Z"),
            ("next week", "2026-11-30T09:00:00Z"),
            ("next month", "2026-12-01T09:00:00Z"),
            ("monday", "2026-11-30T09:00:00Z"),
            ("today", "2026-11-23T17:00:00Z"),
            ("1 Dec 9:30", "2026-12-01T09:30:00Z"),
            ("Dec 1st, 9.30am", "2026-12-01T09:30:00Z"),
            ("1/12", "2026-12-01T09:00:00Z"),
            ("3 February", "2027-02-03T09:00:00Z"),
            ("2027-02-03 14:00", "2027-02-03T14:00:00Z"),
            ("03/02/2027 midday", "2027-02-03T12:00:00Z"),
            ("2026-12-01T09:30:00+01:00", "2026-12-01T08:30:00Z"),
        ],
    );
}

#[test]
fn today_counts_while_its_hour_is_still_to_come() {
    all(
        MONDAY,
        &[
            ("monday 5pm", "2026-11-23T17:00:00Z"),
            ("3pm", "2026-11-23T15:00:00Z"),
            ("9:30", "2026-11-24T09:30:00Z"),
            ("this afternoon", "2026-11-23T14:00:00Z"),
            ("tonight", "2026-11-23T18:00:00Z"),
            ("midnight", "2026-11-24T00:00:00Z"),
            ("later today", "2026-11-23T13:00:00Z"),
            ("end of day", "2026-11-23T17:00:00Z"),
        ],
    );
}

#[test]
fn time_from_now_is_counted() {
    all(
        MONDAY,
        &[
            ("in 2 hours", "2026-11-23T12:00:00Z"),
            ("2h", "2026-11-23T12:00:00Z"),
            ("in half an hour", "2026-11-23T10:30:00Z"),
            ("90m", "2026-11-23T11:30:00Z"),
            ("in an hour", "2026-11-23T11:00:00Z"),
            ("in three days", "2026-11-26T10:00:00Z"),
            ("in 3 days at 9am", "2026-11-26T09:00:00Z"),
            ("in a week", "2026-11-30T10:00:00Z"),
            ("a fortnight", "2026-12-07T10:00:00Z"),
            ("in 2 months", "2027-01-23T10:00:00Z"),
            ("in 5 working days", "2026-11-30T10:00:00Z"),
        ],
    );
}

#[test]
fn what_is_no_moment_to_come_is_refused() {
    for words in ["", "soon", "friday friday", "in 2 hours on friday", "25:00", "31 Feb", "13pm"] {
        assert_eq!(said(MONDAY, words), Err(Unclear::NotUnderstood), "{words}");
    }
    for words in ["2020-01-01", "today 9am", "2026-11-23T10:00:00Z"] {
        assert_eq!(said(MONDAY, words), Err(Unclear::Past), "{words}");
    }
    for words in ["in 400 days", "2028-01-01", "9999 weeks", "in 9999 months"] {
        assert_eq!(said(MONDAY, words), Err(Unclear::TooFar), "{words}");
    }
}

#[test]
fn the_hour_that_a_spring_night_skips_is_the_one_after_it() {
    let evening = "2027-03-27T22:00:00Z";
    all(
        evening,
        &[
            // The clocks go from 01:00 GMT to 02:00 BST.
            ("01:30", "2027-03-28T01:30:00Z"),
            ("tomorrow 00:30", "2027-03-28T00:30:00Z"),
            ("tomorrow 2am", "2027-03-28T01:00:00Z"),
            ("tomorrow", "2027-03-28T08:00:00Z"),
            ("in 12 hours", "2027-03-28T10:00:00Z"),
            ("in 1 day", "2027-03-28T21:00:00Z"),
        ],
    );
}

#[test]
fn of_the_hour_that_an_autumn_night_repeats_it_is_the_first_to_come() {
    all(
        "2027-10-30T21:00:00Z",
        &[
            // The clocks go from 02:00 BST to 01:00 GMT.
            ("01:30", "2027-10-31T00:30:00Z"),
            ("tomorrow 2am", "2027-10-31T02:00:00Z"),
            ("tomorrow", "2027-10-31T09:00:00Z"),
            ("in 12 hours", "2027-10-31T09:00:00Z"),
            ("in 1 day", "2027-10-31T22:00:00Z"),
        ],
    );
    // Half past one has been once, and comes again.
    all("2027-10-31T00:45:00Z", &[("01:30", "2027-10-31T01:30:00Z")]);
    all("2027-10-31T01:45:00Z", &[("01:30", "2027-11-01T01:30:00Z")]);
}

fn offered(now: &str, zone: &str) -> Vec<(String, String)> {
    let (now, zone) = (at(now), TimeZone::get(zone).unwrap());
    let choices = presets(now, &zone, &Calendar::standard()).into_iter();
    choices.map(|(preset, at)| (preset.words(at, now, &zone), at.to_string())).collect()
}

fn choices(table: &[(&str, &str)]) -> Vec<(String, String)> {
    table.iter().map(|(words, at)| ((*words).to_owned(), (*at).to_owned())).collect()
}

#[test]
fn the_choices_are_working_mornings_in_the_zone_of_whoever_chooses() {
    let on_tuesday = choices(&[
        ("Later today", "2026-11-24T13:15:00Z"),
        ("Tomorrow morning", "2026-11-25T09:00:00Z"),
        ("Monday morning", "2026-11-30T09:00:00Z"),
        ("In a week", "2026-12-01T09:00:00Z"),
    ]);
    assert_eq!(offered("2026-11-24T10:05:00Z", "Europe/London"), on_tuesday);
    let in_berlin = offered("2026-11-24T10:05:00Z", "Europe/Berlin");
    assert_eq!(in_berlin[1], ("Tomorrow morning".to_owned(), "2026-11-25T08:00:00Z".to_owned()));
}

#[test]
fn no_choice_falls_on_a_day_off_or_stands_twice() {
    // Thursday before Easter, in the evening: Friday and Monday are holidays, and the clocks change.
    let before_easter = choices(&[
        ("Tuesday morning", "2027-03-30T08:00:00Z"),
        ("In a week", "2027-04-01T08:00:00Z"),
    ]);
    assert_eq!(offered("2027-03-25T19:00:00Z", "Europe/London"), before_easter);
    // On a Friday tomorrow's morning is Monday's.
    let on_friday = offered("2026-11-27T12:00:00Z", "Europe/London");
    let names: Vec<&str> = on_friday.iter().map(|(words, _)| words.as_str()).collect();
    assert_eq!(names, ["Later today", "Monday morning", "In a week"]);
}
