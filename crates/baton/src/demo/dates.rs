//! Working time for the people of the demo, and dates as they write them.

use baton_core::calendar::Calendar;
use baton_core::time::{Instant, Span};
use jiff::tz::TimeZone;

use super::luck::Luck;

/// Working minutes of one day of the standard calendar.
pub(super) const DAY: i64 = 510;

/// A moment in working hours, so many working minutes and some seconds after another one.
pub(super) fn at_work(
    calendar: &Calendar,
    from: Instant,
    minutes: i64,
    luck: &mut Luck,
) -> Instant {
    let seconds = minutes * 60 + luck.between(1, 59);
    let at = calendar.due(from, Span::millis(seconds * 1_000 + luck.between(0, 999)));
    if calendar.is_open(at) { at } else { calendar.due(at, Span::seconds(luck.between(20, 900))) }
}

/// So many working days on, at five in the afternoon or at noon.
pub(super) fn deadline(calendar: &Calendar, from: Instant, days: i64, luck: &mut Luck) -> Instant {
    if days <= 0 {
        return calendar.due(from, Span::minutes(luck.between(60, 150)));
    }
    let closing = calendar.add_working_days(from, u32::try_from(days).unwrap_or(1));
    closing - Span::minutes(if luck.chance(65) { 30 } else { 330 })
}

/// As people here write it: `%A %-d %B`.
pub(super) fn written(at: Instant, pattern: &str) -> String {
    let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    at.timestamp().to_zoned(zone).strftime(pattern).to_string()
}
