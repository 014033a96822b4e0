//! A calendar as data: what somebody writes down, keeps in versions and hands in.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use super::{Calendar, HolidaySet, Nation, NotACalendar, Opening, Week};

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
    fn week(&self) -> Week {
        let days = [
            (Weekday::Monday, &self.monday),
            (Weekday::Tuesday, &self.tuesday),
            (Weekday::Wednesday, &self.wednesday),
            (Weekday::Thursday, &self.thursday),
            (Weekday::Friday, &self.friday),
            (Weekday::Saturday, &self.saturday),
            (Weekday::Sunday, &self.sunday),
        ];
        let closed = Week::default();
        days.into_iter().fold(closed, |week, (day, hours)| week.with(day, hours.iter().copied()))
    }
}

impl Description {
    /// Reads JSON.
    pub fn read(text: &str) -> Result<Self, NotACalendar> {
        serde_json::from_str(text).map_err(|error| NotACalendar::NotDescribed(error.to_string()))
    }

    /// The calendar that is described. `imported` gives the sets that are not of a nation.
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
                let set = Nation::of_code(name).map(HolidaySet::of).or_else(|| imported(name));
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
