//! Opening hours as local wall time, and days as numbers.

use std::fmt;
use std::str::FromStr;

use jiff::SignedDuration;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

pub(super) const MINUTE: i64 = 60_000;
pub(super) const DAY: i64 = 86_400_000;

/// A span of local wall time, [from, until), in minutes of the day.
///
/// Closing at or before opening means the next day: 22:00-06:00 crosses midnight, and 00:00-00:00
/// is the whole day (reference §2.4 rule 2).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Opening {
    from: u16,
    until: u16,
}

/// Text that is not a span of opening hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("these are not opening hours: write them like 09:00-17:30")]
pub struct NotOpeningHours;

impl Opening {
    /// From and until in minutes after midnight; a whole day or more wraps round.
    pub const fn between(from: u16, until: u16) -> Self {
        Self { from: from % 1440, until: until % 1440 }
    }

    /// Minutes after midnight at which it opens and closes.
    pub const fn minutes(self) -> (u16, u16) {
        (self.from, self.until)
    }

    pub fn is_whole_day(self) -> bool {
        self.from == 0 && self.until == 0
    }

    /// Whether it closes on the next day; one that closes at midnight does not.
    pub fn ends_next_day(self) -> bool {
        self.crosses_midnight() && self.until > 0
    }

    /// Its minutes, counted on past midnight.
    pub(super) fn stretch(self) -> (u16, u16) {
        (self.from, if self.crosses_midnight() { self.until + 1440 } else { self.until })
    }

    pub(super) fn crosses_midnight(self) -> bool {
        self.until <= self.from
    }

    /// Local milliseconds at which it opens and closes, when it begins on that day.
    pub(super) fn on(self, day: i64) -> (i64, i64) {
        let midnight = day * DAY;
        let closing_day = if self.crosses_midnight() { midnight + DAY } else { midnight };
        (midnight + i64::from(self.from) * MINUTE, closing_day + i64::from(self.until) * MINUTE)
    }
}

/// `HH:MM-HH:MM`; 24:00 is the end of the day.
impl FromStr for Opening {
    type Err = NotOpeningHours;
    fn from_str(text: &str) -> Result<Self, NotOpeningHours> {
        let (from, until) = text.split_once('-').ok_or(NotOpeningHours)?;
        Ok(Self::between(minute_of_day(from)?, minute_of_day(until)?))
    }
}

impl TryFrom<String> for Opening {
    type Error = NotOpeningHours;
    fn try_from(text: String) -> Result<Self, NotOpeningHours> {
        text.parse()
    }
}

impl From<Opening> for String {
    fn from(opening: Opening) -> Self {
        opening.to_string()
    }
}

/// As it is read; a closing at midnight is written 24:00.
impl fmt::Display for Opening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let until = if self.until == 0 { 1440 } else { self.until };
        let (from, until) = ((self.from / 60, self.from % 60), (until / 60, until % 60));
        write!(f, "{:02}:{:02}-{:02}:{:02}", from.0, from.1, until.0, until.1)
    }
}

fn minute_of_day(text: &str) -> Result<u16, NotOpeningHours> {
    let (hour, minute) = text.trim().split_once(':').ok_or(NotOpeningHours)?;
    let number = |digits: &str| match digits.len() {
        2 if digits.bytes().all(|digit| digit.is_ascii_digit()) => digits.parse::<u16>().ok(),
        _ => None,
    };
    match (number(hour), number(minute)) {
        (Some(hour), Some(minute)) if hour < 24 && minute < 60 => Ok(hour * 60 + minute),
        (Some(24), Some(0)) => Ok(0),
        _ => Err(NotOpeningHours),
    }
}

/// The opening hours of each weekday.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Week([Vec<Opening>; 7]);

impl Week {
    /// The same hours from Monday to Friday.
    pub fn working(hours: Opening) -> Self {
        Self::working_in([hours])
    }

    /// The same spans of hours from Monday to Friday.
    pub fn working_in<const N: usize>(hours: [Opening; N]) -> Self {
        use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
        let days = [Monday, Tuesday, Wednesday, Thursday, Friday];
        days.into_iter().fold(Self::default(), |week, day| week.with(day, hours))
    }

    /// The same hours on all seven days.
    pub fn daily(hours: Opening) -> Self {
        Self(std::array::from_fn(|_| vec![hours]))
    }

    /// Replaces one weekday's hours; none is closed.
    pub fn with(mut self, day: Weekday, hours: impl IntoIterator<Item = Opening>) -> Self {
        let place = usize::try_from(day.to_monday_zero_offset()).unwrap_or(0);
        if let Some(of_day) = self.0.get_mut(place) {
            *of_day = in_order(hours);
        }
        self
    }

    /// Each weekday with its hours, from Monday.
    pub(super) fn days(&self) -> impl Iterator<Item = (Weekday, &[Opening])> {
        let mondays = Weekday::Monday.cycle_forward();
        mondays.zip(self.0.iter().map(Vec::as_slice))
    }

    /// The first two spans that lie over each other, with the weekdays on which they begin. Those
    /// of a night may reach into the next day.
    pub fn overlap(&self) -> Option<(Weekday, Opening, Weekday, Opening)> {
        let days: Vec<(Weekday, &[Opening])> = self.days().collect();
        let next = days.iter().cycle().skip(1);
        days.iter().zip(next).find_map(|((day, hours), (tomorrow, later))| {
            let within = overlap_within(hours).map(|(one, other)| (*day, one, *day, other));
            within.or_else(|| {
                let late = hours.iter().copied().max_by_key(|span| span.stretch().1)?;
                let early = later.iter().copied().min()?;
                let reaches = late.stretch().1.saturating_sub(1440) > early.stretch().0;
                reaches.then_some((*day, late, *tomorrow, early))
            })
        })
    }

    pub(super) fn is_never_open(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }

    pub(super) fn hours_of(&self, day: i64) -> &[Opening] {
        // Day 0, 1 January 1970, was a Thursday: three days after Monday.
        let place = usize::try_from((day + 3).rem_euclid(7)).unwrap_or(0);
        self.0.get(place).map_or(&[], Vec::as_slice)
    }
}

/// The first two spans of one day that lie over each other; they may touch.
pub fn overlap_within(hours: &[Opening]) -> Option<(Opening, Opening)> {
    let sorted = in_order(hours.iter().copied());
    let pairs = sorted.iter().zip(sorted.iter().skip(1));
    let over = |(one, other): &(&Opening, &Opening)| one.stretch().1 > other.stretch().0;
    pairs.into_iter().find(over).map(|(one, other)| (*one, *other))
}

/// Hours in the order in which they open, as the walk needs them.
pub(super) fn in_order(hours: impl IntoIterator<Item = Opening>) -> Vec<Opening> {
    let mut hours: Vec<Opening> = hours.into_iter().collect();
    hours.sort_unstable();
    hours
}

const EPOCH: Date = Date::constant(1970, 1, 1);

/// A day as the count of days since 1970-01-01.
pub(super) fn number(date: Date) -> i64 {
    date.duration_since(EPOCH).as_secs().div_euclid(DAY / 1_000)
}

/// The day of a number; beyond the year 9999 it is the last day of that year.
pub(super) fn date(day: i64) -> Date {
    let since = SignedDuration::from_secs(day.saturating_mul(DAY / 1_000));
    EPOCH.checked_add(since).unwrap_or(if day < 0 { Date::MIN } else { Date::MAX })
}
