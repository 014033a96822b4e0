//! Walking over the windows of working time, day by day.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{AmbiguousOffset, Offset};

use super::Calendar;
use super::hours::{DAY, Opening, date};
use crate::time::{Instant, Span};

/// Nothing that a clock measures is a century away, and no walk goes further.
const FURTHEST_DAYS: i64 = 36_525;

/// Days are counted up to the year 10,000, and as far back; moments beyond are those days.
const LAST_DAY: i64 = 2_932_896;

/// Which end of a window: where wall time is repeated, opening takes the first occurrence and
/// closing the second.
#[derive(Clone, Copy)]
enum Edge {
    Opening,
    Closing,
}

impl Calendar {
    /// The earliest moment by which `target` of working time has passed since `start`.
    ///
    /// A target that is reached exactly on closing is due at closing. Met means at or before it.
    /// No target at all is due at once, and one that takes over a century at that century's end.
    pub fn due(&self, start: Instant, target: Span) -> Instant {
        let mut left = target.as_millis();
        if left <= 0 {
            return start;
        }
        let mut counted = start.millis();
        for (open, close) in self.windows(start) {
            let from = open.max(counted);
            if close <= from {
                continue;
            }
            if left <= close - from {
                return Instant::from_millis(from + left);
            }
            left -= close - from;
            counted = close;
        }
        Instant::from_millis(counted)
    }

    /// The working time in [start, end); none when `end` is not after `start`.
    pub fn elapsed(&self, start: Instant, end: Instant) -> Span {
        let (mut counted, end) = (start.millis(), end.millis());
        let mut sum = 0;
        if end <= counted {
            return Span::millis(0);
        }
        for (open, close) in self.windows(start) {
            if open >= end {
                break;
            }
            let (from, until) = (open.max(counted), close.min(end));
            if until > from {
                sum += until - from;
                counted = until;
            }
        }
        Span::millis(sum)
    }

    /// The end of the `n`-th working day after the local day of `start`: its last closing.
    ///
    /// The day of `start` is day 0, whether or not it is a working day (reference §2.7, P10). With
    /// `n` = 0: that day, or the next working day when it is none.
    pub fn add_working_days(&self, start: Instant, n: u32) -> Instant {
        let day = self.working_day_number(self.local_day(start), n);
        let closing = self.hours_of(day).iter().map(|hours| hours.on(day).1).max();
        let end = closing.unwrap_or((day + 1).saturating_mul(DAY));
        Instant::from_millis(self.resolve(end, Edge::Closing))
    }

    /// The date of the `n`-th working day after the local day of `start`, counted in the same way.
    pub fn working_day(&self, start: Instant, n: u32) -> Date {
        date(self.working_day_number(self.local_day(start), n))
    }

    fn working_day_number(&self, start: i64, n: u32) -> i64 {
        let mut left = n;
        let last = start + FURTHEST_DAYS;
        let mut day = if n == 0 { start } else { start + 1 };
        while day < last {
            if !self.hours_of(day).is_empty() {
                left = left.saturating_sub(1);
                if left == 0 {
                    break;
                }
            }
            day += 1;
        }
        day
    }

    pub fn is_open(&self, at: Instant) -> bool {
        let at = at.millis();
        self.windows(Instant::from_millis(at))
            .find(|&(_, close)| close > at)
            .is_some_and(|(open, _)| open <= at)
    }

    /// Whether the holidays around a moment are loaded. A due time beyond them may still move
    /// (reference §2.4 rule 9); a calendar without a holiday set always knows.
    pub fn knows(&self, at: Instant) -> bool {
        self.holidays_until.is_none_or(|last| self.local_day(at) <= last)
    }

    /// Windows that end after `start` is possible, in the order in which they open; two may
    /// overlap, so whoever counts must not count before the end of the last one.
    fn windows(&self, start: Instant) -> impl Iterator<Item = (i64, i64)> + '_ {
        let today = self.local_day(start);
        let from_last_night = self
            .hours_of(today - 1)
            .iter()
            .filter(|hours| hours.crosses_midnight())
            .map(move |hours| self.window(*hours, today - 1));
        let later = (today..today + FURTHEST_DAYS).flat_map(move |day| {
            self.hours_of(day).iter().map(move |hours| self.window(*hours, day))
        });
        from_last_night.chain(later)
    }

    fn window(&self, hours: Opening, day: i64) -> (i64, i64) {
        let (open, close) = hours.on(day);
        (self.resolve(open, Edge::Opening), self.resolve(close, Edge::Closing))
    }

    fn local_day(&self, at: Instant) -> i64 {
        let offset = self.zone.to_offset(at.timestamp());
        let day = at.millis().saturating_add(millis(offset)).div_euclid(DAY);
        day.clamp(-LAST_DAY, LAST_DAY)
    }

    /// The moment of a local wall time, given as milliseconds as if it were UTC.
    fn resolve(&self, local: i64, edge: Edge) -> i64 {
        let Ok(wall) = Timestamp::from_millisecond(local) else {
            return local;
        };
        let wall = Offset::UTC.to_datetime(wall);
        match (self.zone.to_ambiguous_timestamp(wall).offset(), edge) {
            (AmbiguousOffset::Unambiguous { offset }, _) => local - millis(offset),
            (AmbiguousOffset::Fold { before, .. }, Edge::Opening) => local - millis(before),
            (AmbiguousOffset::Fold { after, .. }, Edge::Closing) => local - millis(after),
            // A wall time that does not exist is the moment at which the clocks jump over it.
            (AmbiguousOffset::Gap { after, .. }, _) => self.next_transition(local - millis(after)),
        }
    }

    fn next_transition(&self, before: i64) -> i64 {
        let next =
            Timestamp::from_millisecond(before).ok().and_then(|at| self.zone.following(at).next());
        next.map_or(before, |change| change.timestamp().as_millisecond())
    }
}

fn millis(offset: Offset) -> i64 {
    i64::from(offset.seconds()) * 1_000
}
