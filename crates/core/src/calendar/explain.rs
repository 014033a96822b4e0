//! “Why is it due then?”: the days and hours that were counted, and why the others were not.

mod words;

use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::chart::place;
use super::hours::date;
use super::{Calendar, Opening, Pauses};
use crate::time::{Instant, Span};

/// An account of every local day from the start to the end. Its stretches sum to what was counted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
    pub start: Instant,
    pub end: Instant,
    pub counted: Span,
    pub days: Vec<Counted>,
    zone: TimeZone,
}

/// What was counted of one local day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counted {
    pub date: Date,
    pub stretches: Vec<Stretch>,
    /// Working time of the day that was not counted because of a pause.
    pub paused: Span,
    /// Why nothing was counted; `None` when something was.
    pub why_not: Option<Uncounted>,
}

/// A span that was counted, [from, until).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stretch {
    pub from: Instant,
    pub until: Instant,
}

impl Stretch {
    pub fn length(&self) -> Span {
        self.until.since(self.from)
    }

    /// Whole seconds between its ends as a clock shows them, so that what is shown adds up.
    pub fn seconds(&self) -> i64 {
        let shown = |at: Instant| at.millis().div_euclid(1_000);
        shown(self.until) - shown(self.from)
    }
}

/// Why nothing of a day was counted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Uncounted {
    /// It is closed on that weekday.
    Weekday,
    Holiday(Arc<str>),
    /// That day is closed by an exception.
    Exception,
    Paused,
    /// It is open, at other hours than those that lie between start and end.
    Outside,
}

impl Counted {
    pub fn total(&self) -> Span {
        Span::millis(self.stretches.iter().map(|part| part.length().as_millis()).sum())
    }

    /// Whole seconds; those of all days sum to those of the whole.
    pub fn seconds(&self) -> i64 {
        self.stretches.iter().map(Stretch::seconds).sum()
    }
}

impl Calendar {
    /// How `target` of working time passes from `start` to its due time.
    pub fn explain(&self, start: Instant, target: Span, pauses: &Pauses) -> Explanation {
        self.explain_between(start, self.due_with(start, target, pauses), pauses)
    }

    /// How much working time lies in [start, end), day by day.
    pub fn explain_between(&self, start: Instant, end: Instant, pauses: &Pauses) -> Explanation {
        let (first, last) = (self.local_day(start.millis()), self.local_day(end.millis()));
        let mut days: Vec<Counted> =
            (first..=last).map(|day| self.counted_on(day, start, end, pauses)).collect();
        // An end at midnight belongs to the day before it.
        if days.len() > 1 && self.midnight(last) == end {
            days.pop();
        }
        let counted = days.iter().map(|day| day.total().as_millis()).sum();
        Explanation { start, end, counted: Span::millis(counted), days, zone: self.zone.clone() }
    }

    fn counted_on(&self, day: i64, start: Instant, end: Instant, pauses: &Pauses) -> Counted {
        let from = self.midnight(day).max(start);
        let until = self.midnight(day + 1).min(end);
        let (mut stretches, mut paused) = (Vec::new(), 0);
        for (open, close) in self.windows_between(from, until) {
            let mut at = open;
            for (pause, resume) in pauses.between(open, close) {
                if at < pause {
                    stretches.push(Stretch { from: at, until: pause });
                }
                paused += resume.since(pause).as_millis();
                at = resume;
            }
            if at < close {
                stretches.push(Stretch { from: at, until: close });
            }
        }
        let why_not = stretches.is_empty().then(|| self.why_not(day, paused > 0));
        Counted { date: date(day), stretches, paused: Span::millis(paused), why_not }
    }

    fn why_not(&self, day: i64, paused: bool) -> Uncounted {
        let closed = |hours: &Vec<Opening>| hours.is_empty();
        match (self.exceptions.get(&day), self.holidays.get(&day)) {
            _ if paused => Uncounted::Paused,
            (Some(hours), _) if closed(hours) => Uncounted::Exception,
            (None, Some(name)) => Uncounted::Holiday(name.clone()),
            (None, None) if self.week_hours(day).is_empty() => Uncounted::Weekday,
            _ => Uncounted::Outside,
        }
    }

    /// Spans of working time within [from, until), as they lie.
    pub fn windows_between(&self, from: Instant, until: Instant) -> Vec<(Instant, Instant)> {
        let mut windows: Vec<(Instant, Instant)> = Vec::new();
        if until <= from {
            return windows;
        }
        for place in place(from.millis())..=place(until.millis()) {
            for window in &self.piece(place).windows {
                let open = Instant::from_millis(window.open).max(from);
                let close = Instant::from_millis(window.close).min(until);
                if open >= close {
                    continue;
                }
                match windows.last_mut().filter(|last| last.1 == open) {
                    Some(last) => last.1 = close,
                    None => windows.push((open, close)),
                }
            }
        }
        windows
    }
}
