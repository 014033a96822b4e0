//! Times and dates as people and programs write them.

use baton_core::time::Instant;
use baton_core::when::names;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

/// RFC 3339; with a zone also `2026-12-01T17:00` as the clock on the wall shows it there.
///
/// A wall time that a spring night skips is read as the moment after the gap; one that an autumn
/// night repeats is read as the first.
pub fn time(text: &str, zone: Option<&TimeZone>) -> Option<Instant> {
    let text = text.trim();
    if let Ok(at) = text.parse() {
        return Some(at);
    }
    let local = wall_time(text)?;
    let at = zone?.to_ambiguous_zoned(local).compatible().ok()?;
    Instant::from_millis(at.timestamp().as_millisecond()).to_string().parse().ok()
}

fn wall_time(text: &str) -> Option<DateTime> {
    let (day, hour) = text.split_once(['T', 't', ' '])?;
    let hour: Time = clock(hour.trim())?;
    Some(date(day.trim())?.to_datetime(hour))
}

/// `17:00`, `17.00`, `9:05`, `17:00:30`.
fn clock(text: &str) -> Option<Time> {
    let mut parts = text.split([':', '.']);
    let hour: i8 = parts.next()?.parse().ok()?;
    let minute: i8 = parts.next()?.parse().ok()?;
    let second: i8 = parts.next().map_or(Some(0), |part| part.parse().ok())?;
    if parts.next().is_some() {
        return None;
    }
    Time::new(hour, minute, second, 0).ok()
}

/// `2026-12-01`; the month may be a name or its first three letters: `2026-dec-1`.
pub fn date(text: &str) -> Option<Date> {
    let mut parts = text.trim().split('-');
    let year: i16 = parts.next().filter(|year| year.trim().len() == 4)?.trim().parse().ok()?;
    let month = month(parts.next()?.trim())?;
    let day: i8 = parts.next()?.trim().parse().ok()?;
    if parts.next().is_some() {
        return None;
    }
    Date::new(year, month, day).ok()
}

fn month(text: &str) -> Option<i8> {
    text.parse().ok().or_else(|| names::month(text))
}
