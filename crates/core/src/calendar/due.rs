//! When something is due, how much working time has gone by, and back from a moment.

use jiff::civil::Date;

use super::chart::place;
use super::edge::{Edge, millis, resolve};
use super::hours::{DAY, date, number};
use super::pause::Pauses;
use super::{Calendar, LAST_DAY};
use crate::time::{Instant, Span};

/// Nothing that a clock measures is a century away, and no walk goes further.
const FURTHEST_DAYS: i64 = 36_525;
/// The same in pieces of the chart.
const FURTHEST_PIECES: i64 = FURTHEST_DAYS / 32;

impl Calendar {
    /// The earliest moment by which `target` of working time has passed since `start`.
    ///
    /// A target that is reached exactly on closing is due at closing. Met means at or before it.
    /// No target at all is due at once, and one that takes over a century at that century's end.
    pub fn due(&self, start: Instant, target: Span) -> Instant {
        let (from, mut left) = (start.millis(), target.as_millis());
        if left <= 0 {
            return start;
        }
        let (mut counted, first) = (from, place(from));
        for place in first..=first.saturating_add(FURTHEST_PIECES) {
            let piece = self.piece(place);
            let passed = if place == first { piece.passed(from) } else { 0 };
            let here = piece.total - passed;
            if left <= here {
                return Instant::from_millis(piece.earliest(passed + left).unwrap_or(counted));
            }
            left -= here;
            counted = piece.windows.last().map_or(counted, |last| last.close.max(counted));
        }
        Instant::from_millis(counted)
    }

    /// The working time in [start, end); none when `end` is not after `start`, and at most that of
    /// a century.
    pub fn elapsed(&self, start: Instant, end: Instant) -> Span {
        let (from, until) = (start.millis(), end.millis());
        let furthest = from.saturating_add(FURTHEST_DAYS * DAY);
        let until = until.min(furthest);
        if until <= from {
            return Span::millis(0);
        }
        let (first, last) = (place(from), place(until));
        let mut sum = -self.piece(first).passed(from);
        for place in first..last {
            sum += self.piece(place).total;
        }
        sum += self.piece(last).passed(until);
        Span::millis(sum)
    }

    /// The latest moment from which `offset` of working time passes until `end`: “1 hour before it
    /// is due”. One that reaches back exactly to an opening is that opening.
    pub fn before(&self, end: Instant, offset: Span) -> Instant {
        let (until, mut left) = (end.millis(), offset.as_millis());
        if left <= 0 {
            return end;
        }
        let (mut counted, last) = (until, place(until));
        for place in (last.saturating_sub(FURTHEST_PIECES)..=last).rev() {
            let piece = self.piece(place);
            let passed = if place == last { piece.passed(until) } else { piece.total };
            if left <= passed {
                return Instant::from_millis(piece.latest(passed - left).unwrap_or(counted));
            }
            left -= passed;
            counted = piece.windows.first().map_or(counted, |first| first.open.min(counted));
        }
        Instant::from_millis(counted)
    }

    /// [`Calendar::due`] where the time in pauses does not count.
    pub fn due_with(&self, start: Instant, target: Span, pauses: &Pauses) -> Instant {
        let (mut at, mut left) = (start, target);
        for (from, until) in pauses.after(start) {
            let worked = self.elapsed(at, from);
            if worked >= left {
                break;
            }
            left = Span::millis(left.as_millis() - worked.as_millis());
            at = until;
        }
        self.due(at, left)
    }

    /// [`Calendar::elapsed`] where the time in pauses does not count.
    pub fn elapsed_with(&self, start: Instant, end: Instant, pauses: &Pauses) -> Span {
        let parts = pauses.between(start, end);
        let paused: i64 = parts.map(|(from, until)| self.elapsed(from, until).as_millis()).sum();
        Span::millis(self.elapsed(start, end).as_millis() - paused)
    }

    /// [`Calendar::before`] where the time in pauses does not count.
    pub fn before_with(&self, end: Instant, offset: Span, pauses: &Pauses) -> Instant {
        let (mut at, mut left) = (end, offset);
        for (from, until) in pauses.before(end) {
            let worked = self.elapsed(until, at);
            if worked >= left {
                break;
            }
            left = Span::millis(left.as_millis() - worked.as_millis());
            at = from;
        }
        self.before(at, left)
    }

    /// A fixed moment, later by the working time in pauses before it.
    ///
    /// What of a pause was working time and has been closed since then (`lost`) counts as it did: a
    /// calendar that loses hours never makes anything due earlier (reference §2.6).
    pub fn put_off(&self, start: Instant, by: Instant, pauses: &Pauses, lost: &Pauses) -> Instant {
        let lost = if lost.is_empty() { 0 } else { self.still_lost(start, by, pauses, lost) };
        let target = self.elapsed(start, by);
        if lost == 0 && self.elapsed_with(start, by, pauses) == target {
            return by;
        }
        self.due_with(start, Span::millis(target.as_millis() + lost), pauses).max(by)
    }

    /// What of a loss lies in pauses before a moment, and has not been opened again; in milliseconds.
    fn still_lost(&self, start: Instant, by: Instant, pauses: &Pauses, lost: &Pauses) -> i64 {
        let before = Pauses::of([(start, by)]);
        let paused = lost.within(pauses).within(&before);
        paused.without(&self.open_in(&paused)).total().as_millis()
    }

    /// The working time in spans, as spans.
    pub fn open_in(&self, spans: &Pauses) -> Pauses {
        Pauses::of(spans.iter().flat_map(|(from, until)| self.windows_between(from, until)))
    }

    pub fn is_open(&self, at: Instant) -> bool {
        let at = at.millis();
        self.piece(place(at)).closing_after(at).is_some_and(|window| window.open <= at)
    }

    /// The end of the `n`-th working day after the local day of `start`: its last closing.
    ///
    /// The day of `start` is day 0, whether or not it is a working day (reference §2.7, P10). With
    /// `n` = 0: that day, or the next working day when it is none.
    pub fn add_working_days(&self, start: Instant, n: u32) -> Instant {
        let day = number(self.working_day(start, n));
        let closing = self.hours_of(day).iter().map(|hours| hours.on(day).1).max();
        let end = closing.unwrap_or((day + 1).saturating_mul(DAY));
        Instant::from_millis(resolve(&self.zone, end, Edge::Closing))
    }

    /// The date of the `n`-th working day after the local day of `start`, counted in the same way.
    pub fn working_day(&self, start: Instant, n: u32) -> Date {
        super::daycount::working_day(self.date(start), n, &|day| self.opens_on(day))
    }

    /// The local date of a moment.
    pub fn date(&self, at: Instant) -> Date {
        date(self.local_day(at.millis()))
    }

    /// The moment at which a local day begins.
    pub fn begin_of(&self, day: Date) -> Option<Instant> {
        let begin = day.to_zoned(self.zone.clone()).ok()?;
        Some(Instant::from_millis(begin.timestamp().as_millisecond()))
    }

    /// Whether the holidays around a moment are loaded. A due time beyond them may still move
    /// (reference §2.4 rule 9); a calendar without a holiday set always knows.
    pub fn knows(&self, at: Instant) -> bool {
        let day = self.local_day(at.millis());
        self.known.is_none_or(|(first, last)| (first..=last).contains(&day))
    }

    pub(super) fn local_day(&self, at: i64) -> i64 {
        let offset = self.zone.to_offset(Instant::from_millis(at).timestamp());
        at.saturating_add(millis(offset)).div_euclid(DAY).clamp(-LAST_DAY, LAST_DAY)
    }
}
