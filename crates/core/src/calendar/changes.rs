//! What another edition of a calendar changes, in lines for people.

use jiff::civil::Date;

use super::said::{said_day, spans};
use super::{Description, Hours, OwnSet};
use crate::say;

/// More days are counted, not named.
const NAMED: usize = 12;

impl Description {
    /// What is otherwise than it was: the name, hours and their holidays, days that differ, holidays
    /// of its own. Nothing where both say the same.
    pub fn changes(&self, before: &Self) -> Vec<String> {
        let mut lines = Vec::new();
        if self.name != before.name {
            lines.push(say!("calendar-changes-it-was-called", name = before.name));
        }
        let new = self.hours.iter().filter(|hours| !before.hours.contains(hours));
        lines.extend(new.map(Hours::begun));
        let ends = |hours: &&Hours| !self.hours.iter().any(|one| one.from == hours.from);
        let days_of_gone = before.hours.iter().filter(ends).filter_map(|hours| hours.from);
        lines.extend(
            days_of_gone
                .map(|day| say!("calendar-changes-no-other-hours-from", day = said_day(day))),
        );
        lines.extend(self.days_that_differ(before));
        for (name, set) in &self.sets {
            let old = before.sets.get(name).cloned().unwrap_or_default();
            lines.extend(set.changes(name, &old));
        }
        let gone = before.sets.iter().filter(|(name, _)| !self.sets.contains_key(*name));
        lines.extend(gone.flat_map(|(name, set)| OwnSet::default().changes(name, set)));
        lines
    }

    fn days_that_differ(&self, before: &Self) -> Vec<String> {
        let mut lines: Vec<(Date, String)> = Vec::new();
        for (day, hours) in &self.exceptions {
            if before.exceptions.get(day) != Some(hours) {
                let (said, hours) = (said_day(*day), spans(hours));
                lines.push((*day, say!("calendar-changes-day", day = said, hours)));
            }
        }
        for day in before.exceptions.keys().filter(|day| !self.exceptions.contains_key(*day)) {
            lines.push((*day, say!("calendar-changes-day-like-any-other", day = said_day(*day))));
        }
        lines.sort_by_key(|(day, _)| *day);
        let more = lines.len().saturating_sub(NAMED);
        let mut lines: Vec<String> = lines.into_iter().take(NAMED).map(|(_, line)| line).collect();
        if more > 0 {
            lines.push(say!("calendar-changes-more-days", more));
        }
        lines
    }
}

impl Hours {
    /// Since when they hold, and what they are.
    fn begun(&self) -> String {
        let week = self.week().said();
        let none = || say!("calendar-changes-no-holidays").to_owned();
        let sets = self.sets_said().unwrap_or_else(none);
        match self.from {
            Some(day) => say!("calendar-changes-hours-from", day = said_day(day), week, sets),
            None => say!("calendar-changes-hours", week, sets),
        }
    }
}

impl OwnSet {
    fn changes(&self, name: &str, before: &Self) -> Option<String> {
        let missing = |one: &Self, other: &Self| {
            one.days.keys().filter(|day| !other.days.contains_key(*day)).count()
        };
        let (added, gone) = (missing(self, before), missing(before, self));
        (added + gone > 0).then(|| say!("calendar-changes-set", name, added, gone))
    }
}
