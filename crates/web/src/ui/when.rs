//! Times as people say them: how far away and which moment, always both, in the viewer's zone.

use baton_core::time::Instant;
use jiff::Zoned;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use crate::page::Sample;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

/// `in 25 min (14:05)`, `3 h ago (09:10)`, `tomorrow 09:00 (in 18 h)`, `Tue 1 Dec, 17:00 (in 9 days)`.
pub fn when(at: Instant, now: Instant, zone: &TimeZone) -> Markup {
    let words = words(at, now, zone);
    element(at, zone, &words)
}

/// A moment by which something must be done: `due in 25 min (14:05)`, `late by 2 h 10 min (14:05)`.
pub fn due(at: Instant, now: Instant, zone: &TimeZone) -> Markup {
    if at < now {
        let late = format!(
            "late by {} ({})",
            amount(now.since(at).as_seconds()),
            clock_or_day(at, now, zone)
        );
        return html! { span.late { (element(at, zone, &late)) } };
    }
    element(at, zone, &format!("due {}", words(at, now, zone)))
}

fn element(at: Instant, zone: &TimeZone, words: &str) -> Markup {
    html! { time datetime=(at) title=(full(at, zone)) { (words) } }
}

/// Relative and absolute together.
pub fn words(at: Instant, now: Instant, zone: &TimeZone) -> String {
    let seconds = at.since(now).as_seconds();
    let moment = clock_or_day(at, now, zone);
    if seconds.abs() < MINUTE {
        return format!("now ({moment})");
    }
    let amount = amount(seconds.abs());
    let far = seconds.abs() >= 24 * HOUR || moment.contains(' ');
    match (far, seconds > 0) {
        (false, true) => format!("in {amount} ({moment})"),
        (false, false) => format!("{amount} ago ({moment})"),
        (true, true) => format!("{moment} (in {amount})"),
        (true, false) => format!("{moment} ({amount} ago)"),
    }
}

/// Two units at most below a day, then whole days.
pub fn amount(seconds: i64) -> String {
    let (days, hours, minutes) = (seconds / (24 * HOUR), seconds / HOUR, seconds / MINUTE);
    match (days, hours, minutes % 60) {
        (0, 0, _) => format!("{minutes} min"),
        (0, hours, 0) => format!("{hours} h"),
        (0, hours, minutes) if hours < 6 => format!("{hours} h {minutes} min"),
        (0, hours, _) => format!("{hours} h"),
        (1, ..) => "1 day".to_owned(),
        (days, ..) => format!("{days} days"),
    }
}

/// `14:05` today, `tomorrow 09:00`, `Tue 1 Dec, 17:00` this year, else with the year.
fn clock_or_day(at: Instant, now: Instant, zone: &TimeZone) -> String {
    let (at, now) = (local(at, zone), local(now, zone));
    let clock = at.strftime("%H:%M");
    let (day, today) = (at.date(), now.date());
    if day == today {
        return clock.to_string();
    }
    if today.tomorrow().ok() == Some(day) {
        return format!("tomorrow {clock}");
    }
    if today.yesterday().ok() == Some(day) {
        return format!("yesterday {clock}");
    }
    let year = if day.year() == today.year() { String::new() } else { format!(" {}", day.year()) };
    format!("{}{year}, {clock}", at.strftime("%a %-d %b"))
}

/// The moment alone, as an element: where something else says how far away it is.
pub fn moment(at: Instant, now: Instant, zone: &TimeZone) -> Markup {
    element(at, zone, &clock_or_day(at, now, zone))
}

/// Only the moment: `14:05` today, `tomorrow 09:00`, `Tue 1 Dec, 17:00`.
pub fn day(at: Instant, now: Instant, zone: &TimeZone) -> String {
    clock_or_day(at, now, zone)
}

/// For the title: `Tuesday 1 December 2026, 17:00:00 GMT`.
pub fn full(at: Instant, zone: &TimeZone) -> String {
    local(at, zone).strftime("%A %-d %B %Y, %H:%M:%S %Z").to_string()
}

fn local(at: Instant, zone: &TimeZone) -> Zoned {
    at.timestamp().to_zoned(zone.clone())
}

pub fn samples() -> Vec<Sample> {
    let at = Instant::from_millis(1_796_144_400_000);
    let zone = TimeZone::UTC;
    let after = |minutes: i64| at + baton_core::time::Span::minutes(minutes);
    vec![Sample::new(
        "times",
        html! {
            p { (when(after(25), at, &zone)) }
            p { (when(after(-3000), at, &zone)) }
            p { (due(after(90), at, &zone)) }
            p { (due(after(-130), at, &zone)) }
        },
    )]
}
