//! A calendar as data: what somebody writes down, keeps in versions and hands in.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use super::said::{said_day, span};
use super::{Calendar, HolidaySet, Nation, NotACalendar, Opening, Week, overlap_within};
use crate::say;
use crate::when::names::weekday_name;

/// Zone, opening hours from a day on, and the days that differ.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Description {
    #[serde(default)]
    pub name: String,
    /// IANA name: `Europe/London`.
    pub zone: String,
    /// The first ones hold since ever, the others from their day on.
    pub hours: Vec<Hours>,
    /// Days with hours of their own, in place of their weekday's and of a holiday.
    #[serde(default)]
    pub exceptions: BTreeMap<Date, Vec<Opening>>,
    /// Holidays of its own, by the name under which the hours name them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sets: BTreeMap<String, OwnSet>,
}

/// A holiday set that belongs to one calendar.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnSet {
    pub days: BTreeMap<Date, String>,
    /// It leaves no holiday out from this day on; without it, from the first year with a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// And until this day; without it, until the end of the last year with a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Opening hours of the weekdays, closed where none are given, and the holidays kept with them.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Hours {
    pub from: Option<Date>,
    pub monday: Vec<Opening>,
    pub tuesday: Vec<Opening>,
    pub wednesday: Vec<Opening>,
    pub thursday: Vec<Opening>,
    pub friday: Vec<Opening>,
    pub saturday: Vec<Opening>,
    pub sunday: Vec<Opening>,
    /// Sets by name, united: `EW`, `SC`, `NI`, or one that was imported.
    pub holidays: Vec<String>,
}

impl Hours {
    /// Each weekday with its name and hours, from Monday.
    pub fn days(&self) -> [(&'static str, Weekday, &Vec<Opening>); 7] {
        [
            ("monday", Weekday::Monday, &self.monday),
            ("tuesday", Weekday::Tuesday, &self.tuesday),
            ("wednesday", Weekday::Wednesday, &self.wednesday),
            ("thursday", Weekday::Thursday, &self.thursday),
            ("friday", Weekday::Friday, &self.friday),
            ("saturday", Weekday::Saturday, &self.saturday),
            ("sunday", Weekday::Sunday, &self.sunday),
        ]
    }

    /// Sets the hours of the weekdays, from Monday.
    pub fn with_days(mut self, days: [Vec<Opening>; 7]) -> Self {
        [
            self.monday,
            self.tuesday,
            self.wednesday,
            self.thursday,
            self.friday,
            self.saturday,
            self.sunday,
        ] = days;
        self
    }

    pub fn week(&self) -> Week {
        let closed = Week::default();
        let days = self.days().into_iter();
        days.fold(closed, |week, (_, day, hours)| week.with(day, hours.iter().copied()))
    }

    /// The holiday sets that it names, each once.
    pub fn named_sets(&self) -> BTreeSet<&str> {
        self.holidays.iter().map(String::as_str).collect()
    }

    /// The weekday on which spans overlap, and which ones.
    pub fn overlap(&self) -> Option<(&'static str, String)> {
        let (day, one, tomorrow, other) = self.week().overlap()?;
        let name =
            self.days().into_iter().find(|(_, of, _)| *of == day).map_or("", |(name, ..)| name);
        let (one, other) = (span(one), span(other));
        let said = if day == tomorrow {
            say!("calendar-kept-overlap-on", day = weekday_name(day), one, other)
        } else {
            let (day, tomorrow) = (weekday_name(day), weekday_name(tomorrow));
            say!("calendar-kept-overlap-of-a-night", day, one, tomorrow, other)
        };
        Some((name, said))
    }

    /// Whether the same holds by it: the hours of every weekday, and the holidays.
    pub fn holds_as(&self, other: &Self) -> bool {
        self.week() == other.week() && self.named_sets() == other.named_sets()
    }
}

impl OwnSet {
    /// The days of a set, with their names; a day without one is called a holiday.
    pub fn of(set: &HolidaySet) -> Self {
        let name = |name: &str| match name.trim() {
            "" => say!("calendar-description-holiday").to_owned(),
            name => name.to_owned(),
        };
        let days = set.days().map(|(day, text)| (day, name(text))).collect();
        Self { days, from: Some(set.complete.0), until: Some(set.complete.1) }
    }

    /// The first and the last day of the time in which it leaves no holiday out.
    pub fn complete(&self) -> (Date, Date) {
        let first = self.days.keys().next().and_then(|day| day.with().month(1).day(1).build().ok());
        let last =
            self.days.keys().next_back().and_then(|day| day.with().month(12).day(31).build().ok());
        let from = self.from.or(first).unwrap_or(Date::MIN);
        (from, self.until.or(last).unwrap_or(Date::MAX))
    }

    pub fn set(&self) -> HolidaySet {
        let set = HolidaySet::new("", self.complete());
        self.days.iter().fold(set, |set, (day, name)| set.with(*day, name))
    }
}

impl Description {
    /// Reads JSON.
    pub fn read(text: &str) -> Result<Self, NotACalendar> {
        serde_json::from_str(text).map_err(|error| NotACalendar::NotDescribed(error.to_string()))
    }

    /// The first spans that overlap, on a weekday or on a day that differs.
    pub fn overlap(&self) -> Option<String> {
        let of_week = self.hours.iter().find_map(|hours| hours.overlap().map(|(_, said)| said));
        of_week.or_else(|| self.exceptions.keys().find_map(|day| self.overlap_on(*day)))
    }

    /// The spans of a day that differs which overlap.
    pub fn overlap_on(&self, day: Date) -> Option<String> {
        let (one, other) = overlap_within(self.exceptions.get(&day)?)?;
        let (day, one, other) = (said_day(day), span(one), span(other));
        Some(say!("calendar-kept-overlap-on", day, one, other))
    }

    /// What [`Calendar::standard`] counts by.
    pub fn standard() -> Self {
        let day = || vec![Opening::between(9 * 60, 17 * 60 + 30)];
        let days = [day(), day(), day(), day(), day(), Vec::new(), Vec::new()];
        let holidays = vec![Nation::EnglandAndWales.code().to_owned()];
        Self {
            name: String::new(),
            zone: "Europe/London".to_owned(),
            hours: vec![Hours { holidays, ..Hours::default() }.with_days(days)],
            exceptions: BTreeMap::new(),
            sets: BTreeMap::new(),
        }
    }

    /// The hours that hold on a day.
    pub fn hours_on(&self, day: Date) -> Option<&Hours> {
        self.hours.iter().rev().find(|hours| hours.from.is_none_or(|from| from <= day))
    }

    /// The calendar that is described. `imported` gives the sets that are neither of a nation nor
    /// its own.
    pub fn calendar(
        &self,
        imported: &dyn Fn(&str) -> Option<HolidaySet>,
    ) -> Result<Calendar, NotACalendar> {
        let order = "the first hours have no “from”, and each of the others has one, in order";
        let not_in_order = || NotACalendar::NotDescribed(order.to_owned());
        let mut hours = self.hours.iter();
        let first = hours.next().filter(|first| first.from.is_none()).ok_or_else(not_in_order)?;
        let mut calendar = Calendar::new(&self.zone, first.week())?;
        let mut since = Date::MIN;
        for later in hours {
            let from = later.from.filter(|from| *from > since).ok_or_else(not_in_order)?;
            calendar = calendar.with_week_from(from, later.week());
            since = from;
        }
        for (place, hours) in self.hours.iter().enumerate() {
            let next = self.hours.get(place + 1).and_then(|next| next.from);
            let last = next.and_then(|next| next.yesterday().ok()).unwrap_or(Date::MAX);
            for name in &hours.holidays {
                let own = || self.sets.get(name).map(OwnSet::set);
                let set = Nation::of_code(name).map(HolidaySet::of).or_else(own);
                let set = set.or_else(|| imported(name));
                let set = set.ok_or_else(|| NotACalendar::UnknownHolidays(name.clone()))?;
                let first = hours.from.unwrap_or(Date::MIN);
                calendar = calendar.with_holidays_between(&set, first, last);
            }
        }
        let exceptions = self.exceptions.iter();
        Ok(exceptions.fold(calendar, |calendar, (day, hours)| {
            calendar.with_exception(*day, hours.iter().copied())
        }))
    }
}
