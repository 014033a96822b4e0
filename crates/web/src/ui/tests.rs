use baton_core::time::Instant;
use jiff::tz::TimeZone;

use super::field::id;
use super::status::{Status, tag};
use super::summary::summary;
use super::when::{amount, due, full, words, working};
use baton_core::refusal::{Code, Refusal};

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

#[test]
fn a_time_is_said_relative_and_absolute_together() {
    let zone = TimeZone::get("Europe/London").unwrap();
    let now = at("2026-11-23T13:40:00Z");
    for (moment, said) in [
        ("2026-11-23T13:40:20Z", "now (13:40)"),
        ("2026-11-23T14:05:00Z", "in 25 min (14:05)"),
        ("2026-11-23T12:30:00Z", "1 h 10 min ago (12:30)"),
        ("2026-11-23T21:50:00Z", "in 8 h (21:50)"),
        ("2026-11-24T09:00:00Z", "tomorrow 09:00 (in 19 h)"),
        ("2026-11-22T23:00:00Z", "yesterday 23:00 (14 h ago)"),
        ("2026-12-01T17:00:00Z", "Tue 1 Dec, 17:00 (in 8 days)"),
        ("2027-01-04T09:00:00Z", "Mon 4 Jan 2027, 09:00 (in 41 days)"),
    ] {
        assert_eq!(words(at(moment), now, &zone), said);
    }
}

#[test]
fn times_are_those_of_the_wall_on_the_nights_when_clocks_change() {
    let zone = TimeZone::get("Europe/London").unwrap();
    let before = at("2027-03-28T00:30:00Z");
    assert_eq!(words(at("2027-03-28T01:30:00Z"), before, &zone), "in 1 h (02:30)");
    let before = at("2027-10-31T00:30:00Z");
    assert_eq!(words(at("2027-10-31T01:30:00Z"), before, &zone), "in 1 h (01:30)");
    assert_eq!(full(before, &zone), "Sunday 31 October 2027, 01:30:00 BST");
}

#[test]
fn the_year_stands_there_when_it_is_another() {
    let now = at("2026-12-31T23:30:00Z");
    let said = words(at("2027-01-01T00:30:00Z"), now, &TimeZone::UTC);
    assert_eq!(said, "tomorrow 00:30 (in 1 h)");
    let said = words(at("2027-01-02T00:30:00Z"), now, &TimeZone::UTC);
    assert_eq!(said, "Sat 2 Jan 2027, 00:30 (in 1 day)");
}

#[test]
fn what_is_late_says_by_how_much() {
    let now = at("2026-11-23T13:40:00Z");
    let late = due(at("2026-11-23T11:30:00Z"), now, &TimeZone::UTC).into_string();
    assert!(late.contains("late by 2 h 10 min (11:30)"), "{late}");
    assert!(late.contains("datetime=\"2026-11-23T11:30:00Z\""));
    assert_eq!(amount(6 * 86_400), "6 days");
}

#[test]
fn working_time_is_said_in_hours_since_its_days_are_short() {
    for (minutes, said) in
        [(0, "under a minute"), (55, "55 min"), (120, "2 h"), (1_570, "26 h 10 min")]
    {
        assert_eq!(working(minutes), said);
    }
}

#[test]
fn a_status_is_a_word_and_a_shape_whatever_its_colour() {
    for status in Status::ALL {
        let text = tag(*status).into_string();
        assert!(text.contains(status.word()) && text.contains("<svg"), "{status:?}");
    }
}

/// Relative luminance and contrast as WCAG 2.2 defines them.
fn contrast(one: &str, other: &str) -> f64 {
    let light = |colour: &str| -> f64 {
        let part = |at: usize| {
            let value = u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
            let share = f64::from(value) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    };
    let (a, b) = (light(one), light(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn every_tag_can_be_read_in_light_and_dark() {
    let sheet = include_str!("../../assets/css/tag.css");
    let colour = |line: &str, name: &str| -> String {
        let after = line.split_once(&format!("--{name}: ")).unwrap().1;
        after[..7].to_owned()
    };
    let lines: Vec<&str> = sheet.lines().filter(|line| line.contains("--light: ")).collect();
    assert_eq!(lines.len(), Status::ALL.len());
    for line in lines {
        for name in ["light", "dark"] {
            let (ink, ground) = (colour(line, name), colour(line, &format!("{name}-ground")));
            assert!(contrast(&ink, &ground) >= 6.4, "{line}");
        }
    }
}

#[test]
fn the_summary_links_to_the_field_by_the_id_that_the_field_has() {
    let refusal = Refusal::invalid("shared_fields[0].purpose", "missing", "Say why.");
    let text = summary(&refusal).into_string();
    assert!(text.contains(&format!("href=\"#{}\"", id("shared_fields[0].purpose"))), "{text}");
    let rule = Refusal::new(Code::CustomerNotTold, "Tell the customer first.");
    assert!(summary(&rule).into_string().contains("Tell the customer first."));
}
