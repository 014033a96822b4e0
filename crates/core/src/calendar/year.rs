//! How a day looks to people: open or closed, and why.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::edge::{Edge, resolve};
use super::hours::{DAY, date, number};
use super::{Calendar, Opening};
use crate::time::{Instant, Span};

/// One day of a calendar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Day {
    pub date: Date,
    /// The hours that begin on it, in order; none when it is closed.
    pub hours: Vec<Opening>,
    pub kind: DayKind,
    /// The name of its holiday, also where the day has hours of its own.
    pub holiday: Option<Arc<str>>,
    pub clocks: Option<ClocksChange>,
    /// Other hours of the weekdays hold from this day on.
    pub new_hours: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DayKind {
    Open,
    /// Closed on that weekday.
    Weekday,
    Holiday,
    /// It has hours of its own, or is closed by itself.
    Differs,
}

impl DayKind {
    pub const NAMES: &'static [&'static str] = &["open", "weekday", "holiday", "differs"];

    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Weekday => "weekday",
            Self::Holiday => "holiday",
            Self::Differs => "differs",
        }
    }
}

/// What the clocks of the zone do on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClocksChange {
    Forward,
    Back,
}

/// The first day on which two calendars are not the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    pub before: Day,
    pub after: Day,
}

impl Calendar {
    pub fn day(&self, date: Date) -> Day {
        let day = number(date);
        let holiday = self.holidays.get(&day).cloned();
        let kind = match (self.exceptions.contains_key(&day), &holiday) {
            (true, _) => DayKind::Differs,
            (false, Some(_)) => DayKind::Holiday,
            (false, None) if self.week_hours(day).is_empty() => DayKind::Weekday,
            (false, None) => DayKind::Open,
        };
        Day {
            date,
            hours: self.hours_of(day).to_vec(),
            kind,
            holiday,
            clocks: self.clocks_on(day),
            new_hours: self.weeks.iter().any(|(from, _)| *from == day),
        }
    }

    /// Every day of a year.
    pub fn year(&self, year: i16) -> Vec<Day> {
        let Ok(first) = Date::new(year, 1, 1) else { return Vec::new() };
        first
            .series(1.day())
            .take_while(|day| day.year() == year)
            .map(|day| self.day(day))
            .collect()
    }

    /// Working time that lies within a day, whatever day it began on.
    pub fn working_on(&self, date: Date) -> Span {
        let day = number(date);
        self.elapsed(self.midnight(day), self.midnight(day + 1))
    }

    /// The days from one on, within two years, on which it is closed out of the order of the week.
    pub fn closed_days(&self, from: Date) -> impl Iterator<Item = Day> + '_ {
        let (first, last) = (number(from), number(from).saturating_add(731));
        let out_of_order =
            |day: &i64| !self.week_hours(*day).is_empty() && self.hours_of(*day).is_empty();
        (first..last).filter(out_of_order).map(|day| self.day(date(day)))
    }

    /// The last day whose holidays are loaded; `None` when there is nothing to be loaded.
    pub fn known_until(&self) -> Option<Date> {
        let (_, last) = self.known?;
        (last < number(Date::MAX)).then(|| date(last))
    }

    /// The first day from `from` to `until` on which the other one has other hours or another
    /// reason for being closed.
    pub fn difference(&self, other: &Self, from: Instant, until: Instant) -> Option<Difference> {
        let (first, last) = (self.local_day(from.millis()), self.local_day(until.millis()));
        let differs = |day: &i64| self.hours_of(*day) != other.hours_of(*day);
        let day = (first..=last).find(differs).map(date)?;
        Some(Difference { before: self.day(day), after: other.day(day) })
    }

    pub(super) fn midnight(&self, day: i64) -> Instant {
        Instant::from_millis(resolve(&self.zone, day.saturating_mul(DAY), Edge::Opening))
    }

    fn clocks_on(&self, day: i64) -> Option<ClocksChange> {
        let offset = |at: Instant| self.zone.to_offset(at.timestamp()).seconds();
        let (before, after) = (offset(self.midnight(day)), offset(self.midnight(day + 1)));
        match after - before {
            0 => None,
            forward if forward > 0 => Some(ClocksChange::Forward),
            _ => Some(ClocksChange::Back),
        }
    }
}
