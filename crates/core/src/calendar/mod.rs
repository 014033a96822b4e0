//! Working time: when something is due, and how much working time has gone by.
//!
//! A calendar keeps opening hours as local wall time with an IANA zone and resolves them per date
//! (reference §2.4); what it counts are physical milliseconds between moments, so that a night
//! shift is an hour shorter in spring and an hour longer in autumn. Nothing here reads a clock.
//!
//! - [`Calendar::due`]: the earliest moment by which so much working time has passed
//! - [`Calendar::elapsed`]: the working time between two moments
//! - [`Calendar::add_working_days`]: the end of the n-th working day after a moment
//! - [`Calendar::knows`]: whether the holidays of a moment are loaded

mod hours;
mod uk;
mod walk;

#[cfg(test)]
mod tests;

pub use hours::{NotOpeningHours, Opening, Week};
pub use uk::{Nation, bank_holidays};

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::tz::TimeZone;

use hours::number;

/// Opening hours in one zone, with holidays and the days that differ.
///
/// A day's hours are those of its exception if it has one, else none if it is a holiday, else those
/// of its weekday (reference §2.4 rule 6).
#[derive(Clone, Debug)]
pub struct Calendar {
    zone: TimeZone,
    week: Week,
    /// By day number (see [`hours::number`]).
    exceptions: BTreeMap<i64, Vec<Opening>>,
    holidays: BTreeSet<i64>,
    /// The last day whose holidays are loaded; `None` when the calendar has no holiday set.
    holidays_until: Option<i64>,
}

/// A calendar that cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotACalendar {
    #[error("the time zone {0} is not known: write it like Europe/London")]
    UnknownZone(String),
    /// Nothing would ever fall due by it.
    #[error("a calendar opens at least once a week")]
    NeverOpen,
}

impl Calendar {
    /// A calendar without holidays or exceptions.
    pub fn new(zone: &str, week: Week) -> Result<Self, NotACalendar> {
        if week.is_never_open() {
            return Err(NotACalendar::NeverOpen);
        }
        let zone = TimeZone::get(zone).map_err(|_| NotACalendar::UnknownZone(zone.to_owned()))?;
        Ok(Self::of(zone, week))
    }

    /// Monday to Friday, 09:00 to 17:30 in London, closed on the bank holidays of England and
    /// Wales from 2025 to 2028 (reference §2.5).
    pub fn standard() -> Self {
        // The zone data is part of the binary, so that London is always found.
        let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
        Self::of(zone, Week::working(Opening::between(9 * 60, 17 * 60 + 30)))
            .with_holidays(bank_holidays(Nation::EnglandAndWales), uk::LAST_LOADED)
    }

    fn of(zone: TimeZone, week: Week) -> Self {
        let (exceptions, holidays) = (BTreeMap::new(), BTreeSet::new());
        Self { zone, week, exceptions, holidays, holidays_until: None }
    }

    /// Adds a set of closed days, complete up to and including `until`. Sets given one after the
    /// other are united (reference §2.4 rule 7); what is known ends where the first of them ends.
    pub fn with_holidays(mut self, days: impl IntoIterator<Item = Date>, until: Date) -> Self {
        self.holidays.extend(days.into_iter().map(number));
        let until = number(until);
        self.holidays_until = Some(self.holidays_until.map_or(until, |known| known.min(until)));
        self
    }

    /// Gives one day its own hours, in place of its weekday's and of a holiday; none is closed.
    pub fn with_exception(mut self, day: Date, hours: impl IntoIterator<Item = Opening>) -> Self {
        let hours = hours::in_order(hours);
        self.exceptions.insert(number(day), hours);
        self
    }

    /// Whether it opens on a day at all.
    pub fn opens_on(&self, day: Date) -> bool {
        !self.hours_of(number(day)).is_empty()
    }

    /// The hours that begin on a day, in the order in which they open.
    fn hours_of(&self, day: i64) -> &[Opening] {
        if let Some(hours) = self.exceptions.get(&day) {
            return hours;
        }
        let hours = self.week.hours_of(day);
        if hours.is_empty() || self.holidays.contains(&day) { &[] } else { hours }
    }
}
