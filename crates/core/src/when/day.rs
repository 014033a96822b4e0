//! Days: `tomorrow`, `Friday`, `next Tuesday`, `1 Dec`, `in 3 days`, `next week`.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::names::{self, month};
use super::{Again, CLOSE, Day, MORNING, Speaker, span};
use crate::time::Instant;

/// The day that the words begin with, and how many words it takes.
pub(super) fn day(words: &[&str], speaker: &Speaker<'_>) -> Option<(usize, Day)> {
    let today = speaker.here.date();
    let plain = |date| Day { date, again: Again::Never, usual: MORNING };
    match words {
        ["later", "today", ..] => Some((2, Day { usual: CLOSE, ..plain(today) })),
        ["today", ..] => Some((1, Day { usual: CLOSE, ..plain(today) })),
        ["tomorrow" | "tmrw", ..] => Some((1, plain(days_after(today, 1)?))),
        ["day", "after", "tomorrow", ..] => Some((3, plain(days_after(today, 2)?))),
        ["next", "week", ..] => Some((2, plain(next_week(today, Weekday::Monday)?))),
        ["next", "month", ..] => {
            Some((2, plain(today.first_of_month().checked_add(1.month()).ok()?)))
        }
        // Of the week after this one, and not the nearest, which needs no “next”.
        ["next", name, ..] => Some((2, plain(next_week(today, weekday(name)?)?))),
        ["in", rest @ ..] => counted(rest, speaker).map(|(taken, day)| (taken + 1, day)),
        _ => named(words, today).or_else(|| counted(words, speaker)),
    }
}

fn named(words: &[&str], today: Date) -> Option<(usize, Day)> {
    let first = words.first()?;
    if let Some(weekday) = weekday(first) {
        let date = nearest(today, weekday)?;
        return Some(match words.get(1) {
            // “Friday week”: a week after the nearest one.
            Some(&"week") => {
                (2, Day { date: days_after(date, 7)?, again: Again::Never, usual: MORNING })
            }
            _ => (1, Day { date, again: Again::NextWeek, usual: MORNING }),
        });
    }
    let (taken, date, with_year) = dated(words, today.year())?;
    let again = if with_year { Again::Never } else { Again::NextYear };
    Some((taken, Day { date, again, usual: MORNING }))
}

/// `3 days`, `a week`, `2 working days`: the same hour on that day.
fn counted(words: &[&str], speaker: &Speaker<'_>) -> Option<(usize, Day)> {
    let (taken, count, unit) = span::amount(words)?;
    let today = speaker.here.date();
    let (more, date) = match unit {
        "working" | "business" if words.get(taken)?.starts_with("day") => {
            let count = u32::try_from(count).ok().filter(|count| *count <= 400)?;
            (1, speaker.calendar.working_day(noon(speaker)?, count))
        }
        "d" | "day" | "days" => (0, days_after(today, count)?),
        "w" | "week" | "weeks" => (0, days_after(today, count.checked_mul(7)?)?),
        "fortnight" => (0, days_after(today, count.checked_mul(14)?)?),
        "month" | "months" => (0, today.checked_add(count.months()).ok()?),
        _ => return None,
    };
    let usual = speaker.here.time().with().second(0).subsec_nanosecond(0).build().ok()?;
    Some((taken + more, Day { date, again: Again::Never, usual }))
}

/// Noon of the speaker's day: the calendar's day is that one too, in all but the furthest zones.
fn noon(speaker: &Speaker<'_>) -> Option<Instant> {
    let noon = speaker.here.date().at(12, 0, 0, 0).to_zoned(speaker.zone.clone()).ok()?;
    Some(Instant::from_millis(noon.timestamp().as_millisecond()))
}

pub(super) fn days_after(date: Date, days: i32) -> Option<Date> {
    date.checked_add(days.days()).ok()
}

/// The same day of another year; the 29th of February is the 28th.
pub(super) fn in_year(date: Date, year: i16) -> Option<Date> {
    let same = date.with().year(year).build();
    same.or_else(|_| date.with().year(year).day(28).build()).ok()
}

/// Today or the first one after it.
pub(super) fn nearest(today: Date, weekday: Weekday) -> Option<Date> {
    days_after(today, i32::from(today.weekday().until(weekday)))
}

/// A day of the week that begins on the next Monday.
pub(super) fn next_week(today: Date, weekday: Weekday) -> Option<Date> {
    let monday = 7 - i32::from(today.weekday().to_monday_zero_offset());
    days_after(today, monday + i32::from(weekday.to_monday_zero_offset()))
}

fn weekday(word: &str) -> Option<Weekday> {
    if word == "weds" { Some(Weekday::Wednesday) } else { names::weekday(word) }
}

/// A date, how many words it takes, and whether it names its year: `1 Dec`, `December 1st 2026`,
/// `1/12`, `1/12/2026`, `2026-12-01`.
pub(super) fn dated(words: &[&str], year: i16) -> Option<(usize, Date, bool)> {
    let first = words.first()?;
    if let (true, Ok(date)) = (first.contains('-'), first.parse()) {
        return Some((1, date, true));
    }
    if first.contains('/') {
        return slashed(first, year);
    }
    let second = words.get(1)?;
    let (day, month) = match (ordinal(first), month(second)) {
        (Some(day), Some(month)) => (day, month),
        _ => (ordinal(second)?, month(first)?),
    };
    match words.get(2).filter(|word| word.len() == 4).and_then(|word| word.parse().ok()) {
        Some(year) => Some((3, Date::new(year, month, day).ok()?, true)),
        None => Some((2, Date::new(year, month, day).ok()?, false)),
    }
}

/// The day first, as it is written here.
fn slashed(word: &str, year: i16) -> Option<(usize, Date, bool)> {
    let mut parts = word.split('/');
    let (day, month) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let named: Option<i16> = match parts.next() {
        None => None,
        Some(text) if text.len() == 4 => Some(text.parse().ok()?),
        Some(text) if text.len() == 2 => Some(2_000 + text.parse::<i16>().ok()?),
        Some(_) => return None,
    };
    if parts.next().is_some() {
        return None;
    }
    Some((1, Date::new(named.unwrap_or(year), month, day).ok()?, named.is_some()))
}

/// `1`, `1st`, `22nd`.
fn ordinal(word: &str) -> Option<i8> {
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end));
    bare.unwrap_or(word).parse().ok()
}
