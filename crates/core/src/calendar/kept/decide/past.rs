//! What is over never changes (reference §2.6).
//!
//! A day before today keeps its hours, so that no due time that has passed moves and nothing that
//! was counted is counted anew. The hours of the weekdays change from a day on, with the old ones
//! up to it; a holiday that is declared late is a day that is still to come.

use jiff::civil::Date;

use super::super::super::said::said_day;
use super::super::super::{Description, Hours, OwnSet};
use crate::check::Check;
use crate::say;

pub(super) fn check(check: &mut Check, before: &Description, after: &Description, today: Date) {
    hours(check, &before.hours, &after.hours, today);
    let all = before.exceptions.keys().chain(after.exceptions.keys());
    for day in all.filter(|day| **day < today) {
        if before.exceptions.get(day) != after.exceptions.get(day) {
            let message = say!(
                "calendar-kept-that-day-is-over",
                day = said_day(*day),
                today = said_day(today)
            );
            check.add(format!("exceptions.{day}"), "past", message);
        }
    }
    for (name, own) in &before.sets {
        let Some(new) = after.sets.get(name) else { continue };
        if let Some(day) = changed_before(own, new, today) {
            let message = say!(
                "calendar-kept-a-holiday-that-is-over",
                day = said_day(day),
                today = said_day(today)
            );
            check.add(format!("sets.{name}.days.{day}"), "past", message);
        }
    }
}

/// Hours that began before today are there as they were, and none came among them.
fn hours(check: &mut Check, before: &[Hours], after: &[Hours], today: Date) {
    let begun = |hours: &&Hours| hours.from.is_none_or(|from| from < today);
    let message = || say!("calendar-kept-hours-change-from-a-day-on", today = said_day(today));
    let old: Vec<&Hours> = before.iter().filter(begun).collect();
    let new: Vec<&Hours> = after.iter().filter(begun).collect();
    for (n, one) in new.iter().enumerate() {
        let same = old.get(n).is_some_and(|old| old.from == one.from && old.holds_as(one));
        if !same {
            return check.add(format!("hours[{n}]"), "past", message());
        }
    }
    if new.len() < old.len() {
        check.add("hours", "past", message());
    }
}

/// The first day before today that one set has and the other has not.
fn changed_before(old: &OwnSet, new: &OwnSet, today: Date) -> Option<Date> {
    let gone = old.days.keys().filter(|day| !new.days.contains_key(day));
    let come = new.days.keys().filter(|day| !old.days.contains_key(day));
    gone.chain(come).copied().filter(|day| *day < today).min()
}
