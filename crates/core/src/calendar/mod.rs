//! Working time: when something is due, and how much working time has gone by.
//!
//! A calendar keeps opening hours as local wall time with an IANA zone and resolves them per date
//! (reference §2.4); what it counts are physical milliseconds between moments, so that a night
//! shift is an hour shorter in spring and an hour longer in autumn. Nothing here reads a clock.
//!
//! - [`Calendar::due`]: the earliest moment by which so much working time has passed
//! - [`Calendar::elapsed`]: the working time between two moments
//! - [`Calendar::before`]: back from a moment by so much working time
//! - [`Calendar::explain`]: the days and hours that were counted, and why the others were not
//! - [`Calendar::add_working_days`]: the end of the n-th working day after a moment
//! - [`Calendar::knows`]: whether the holidays of a moment are loaded
//! - [`Calendar::day`], [`Calendar::closed_days`]: how a day looks, for people
//! - [`Description::changes`]: what another edition changes, in lines
//! - [`kept`]: the calendars that an organisation keeps, in versions
//! - [`typed`]: hours as people write them
//! - [`Calendars`]: those of an organisation
//! - [`daycount`]: whole days, weeks and months, as statutes count them
//!
//! The first three have a form with [`Pauses`]: `due_with`, `elapsed_with`, `before_with`.

mod book;
mod changes;
mod chart;
pub mod daycount;
mod description;
mod due;
mod edge;
mod explain;
mod holidays;
mod hours;
mod ical;
pub mod kept;
mod named;
mod pause;
mod said;
pub mod typed;
pub mod vectors;
mod year;

#[cfg(test)]
mod tests;

pub use book::Calendars;
pub use description::{Description, Hours, OwnSet};
pub use explain::{Counted, Explanation, Stretch, Uncounted};
pub use holidays::{HolidaySet, Nation};
pub use hours::{NotOpeningHours, Opening, Week, overlap_within};
pub use ical::{NotIcalendar, holidays_of};
pub use named::NAMES;
pub use pause::{NotAPause, Pauses, pause};
pub use said::{Standing, said_day, span};
pub use year::{ClocksChange, Day, DayKind, Difference};

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use jiff::tz::TimeZone;

use chart::Chart;
use hours::number;

/// Days are counted up to the year 10,000, and as far back; moments beyond are those days.
const LAST_DAY: i64 = 2_932_896;

/// Opening hours in one zone, with holidays and the days that differ.
///
/// A day's hours are those of its exception if it has one, else none if it is a holiday, else those
/// of its weekday (reference §2.4 rule 6). When opening hours change, the old ones hold up to the
/// day before and the new ones after, so that no past day changes (§2.6).
#[derive(Clone, Debug)]
pub struct Calendar {
    zone: TimeZone,
    /// Opening hours, each from a day on; the first of them since ever.
    weeks: Vec<(i64, Week)>,
    /// By day number (see [`hours::number`]).
    exceptions: BTreeMap<i64, Vec<Opening>>,
    /// Day numbers with the names of the holidays.
    holidays: BTreeMap<i64, Arc<str>>,
    /// Days between which the holidays are loaded; `None` when the calendar has no holiday set.
    known: Option<(i64, i64)>,
    chart: Chart,
    around_the_clock: OnceLock<Box<Calendar>>,
}

/// A calendar that cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotACalendar {
    #[error("the time zone {0} is not known: write it like Europe/London")]
    UnknownZone(String),
    /// Nothing would ever fall due by it.
    #[error("a calendar opens at least once a week")]
    NeverOpen,
    #[error("the holidays {0} are not known: write EW, SC, NI, or the name of an iCalendar file")]
    UnknownHolidays(String),
    #[error("this is not the description of a calendar: {0}")]
    NotDescribed(String),
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
    /// Wales (reference §2.5).
    pub fn standard() -> Self {
        Self::london(Week::working(Opening::between(9 * 60, 17 * 60 + 30)))
            .with_holidays(&HolidaySet::of(Nation::EnglandAndWales))
    }

    fn london(week: Week) -> Self {
        // The zone data is part of the binary, so that London is always found.
        Self::of(TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC), week)
    }

    fn of(zone: TimeZone, week: Week) -> Self {
        let (exceptions, holidays) = (BTreeMap::new(), BTreeMap::new());
        let weeks = vec![(i64::MIN, week)];
        Self {
            zone,
            weeks,
            exceptions,
            holidays,
            known: None,
            chart: Chart::default(),
            around_the_clock: OnceLock::new(),
        }
    }

    /// Day and night in its zone, whatever its hours.
    pub fn around_the_clock(&self) -> &Self {
        let always = || Box::new(Self::of(self.zone.clone(), Week::daily(Opening::between(0, 0))));
        self.around_the_clock.get_or_init(always)
    }

    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Opening hours that hold from a day on, in place of those before it.
    pub fn with_week_from(mut self, day: Date, week: Week) -> Self {
        let from = number(day);
        self.weeks.retain(|(other, _)| *other != from);
        self.weeks.push((from, week));
        self.weeks.sort_by_key(|(from, _)| *from);
        self.chart = Chart::default();
        self
    }

    /// Closes on the days of a set. Sets given one after the other are united (reference §2.4
    /// rule 7); what is known of the future ends where the first of them ends.
    pub fn with_holidays(self, set: &HolidaySet) -> Self {
        self.with_holidays_between(set, Date::MIN, Date::MAX)
    }

    /// The same for the days of the set from `first` to `last`.
    pub fn with_holidays_between(mut self, set: &HolidaySet, first: Date, last: Date) -> Self {
        let (first, last) = (number(first), number(last));
        let inside = set.days.iter().filter(|(day, _)| (first..=last).contains(day));
        self.holidays.extend(inside.map(|(day, holiday)| (*day, holiday.name.clone())));
        let (from, until) = (number(set.complete.0), number(set.complete.1));
        // Outside of its own days nothing is asked of the set.
        let from = if first >= from { i64::MIN } else { from };
        let until = if last <= until { i64::MAX } else { until };
        let known = self.known.unwrap_or((i64::MIN, i64::MAX));
        self.known = Some((known.0.max(from), known.1.min(until)));
        self.chart = Chart::default();
        self
    }

    /// Gives one day its own hours, in place of its weekday's and of a holiday; none is closed.
    pub fn with_exception(mut self, day: Date, hours: impl IntoIterator<Item = Opening>) -> Self {
        let hours = hours::in_order(hours);
        self.exceptions.insert(number(day), hours);
        self.chart = Chart::default();
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
        if self.holidays.contains_key(&day) { &[] } else { self.week_hours(day) }
    }

    /// The hours of its weekday.
    fn week_hours(&self, day: i64) -> &[Opening] {
        let week = self.weeks.iter().rev().find(|(from, _)| *from <= day);
        week.map_or(&[], |(_, week)| week.hours_of(day))
    }
}

/// Whether a day lies where nothing is counted any more.
fn is_beyond(day: i64) -> bool {
    !(-LAST_DAY..=LAST_DAY).contains(&day)
}
