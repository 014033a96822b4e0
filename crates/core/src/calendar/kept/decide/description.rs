//! Whether a description can be kept: its name, its hours and its holidays.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::super::super::{Description, Hours, Nation, OwnSet};
use super::super::book::Book;
use super::super::state::Kept;
use super::is_built_in;
use crate::check::Check;
use crate::say;

const LONGEST_NAME: usize = 120;
const LONGEST_ZONE: usize = 100;
/// More changes of hours than a century has months of January and July.
const MOST_HOURS: usize = 200;
const MOST_SPANS: usize = 12;
const MOST_EXCEPTIONS: usize = 2_000;
const MOST_SETS: usize = 20;
const MOST_DAYS: usize = 2_000;

pub(super) fn check(
    check: &mut Check,
    book: &Book,
    kept: Option<&Kept>,
    description: &Description,
) {
    name(check, book, kept, &description.name);
    zone(check, kept, &description.zone);
    check.count("hours", description.hours.len(), MOST_HOURS);
    order(check, &description.hours);
    for (n, hours) in description.hours.iter().enumerate().take(MOST_HOURS) {
        week(check, &format!("hours[{n}]"), hours);
        sets_of(check, &format!("hours[{n}].holidays"), description, hours);
    }
    check.count("exceptions", description.exceptions.len(), MOST_EXCEPTIONS);
    for (day, hours) in &description.exceptions {
        let field = format!("exceptions.{day}");
        check.count(&field, hours.len(), MOST_SPANS);
        if let Some(said) = description.overlap_on(*day) {
            check.add(field, "overlap", said);
        }
    }
    check.count("sets", description.sets.len(), MOST_SETS);
    for (name, own) in description.sets.iter().take(MOST_SETS) {
        own_set(check, name, own);
    }
}

fn name(check: &mut Check, book: &Book, kept: Option<&Kept>, name: &str) {
    check.line("name", name, LONGEST_NAME);
    let other = book.named(name).is_some_and(|other| Some(other.id) != kept.map(|kept| kept.id));
    if other {
        check.add("name", "taken", say!("calendar-kept-another-calendar-has-this-name"));
    } else if is_built_in(name.trim()) {
        check.add("name", "taken", say!("calendar-kept-baton-has-a-calendar-of-this"));
    }
}

fn zone(check: &mut Check, kept: Option<&Kept>, zone: &str) {
    check.line("zone", zone, LONGEST_ZONE);
    if let Some(kept) = kept.filter(|kept| kept.now.set.zone != zone) {
        let now = &kept.now.set.zone;
        check.add("zone", "fixed", say!("calendar-kept-a-calendar-stays-in-its-zone", now));
    } else if TimeZone::get(zone).is_err() {
        check.add("zone", "unknown_zone", say!("calendar-kept-write-the-zone-like"));
    }
}

fn order(check: &mut Check, hours: &[Hours]) {
    let Some(first) = hours.first() else {
        return check.add("hours", "missing", say!("calendar-kept-give-the-hours"));
    };
    if first.from.is_some() {
        let message = say!("calendar-kept-the-first-hours-hold-since-ever");
        check.add("hours[0].from", "not_first", message);
    }
    let mut since = Date::MIN;
    for (n, later) in hours.iter().enumerate().skip(1) {
        match later.from {
            Some(from) if from > since => since = from,
            _ => {
                let message = say!("calendar-kept-each-later-hours-have-a-day");
                check.add(format!("hours[{n}].from"), "not_in_order", message);
            }
        }
    }
}

fn week(check: &mut Check, field: &str, hours: &Hours) {
    if hours.days().iter().all(|(_, _, spans)| spans.is_empty()) {
        return check.add(field, "never_open", say!("calendar-kept-open-at-least-once-a-week"));
    }
    for (name, _, spans) in hours.days() {
        check.count(&format!("{field}.{name}"), spans.len(), MOST_SPANS);
    }
    if let Some((day, said)) = hours.overlap() {
        check.add(format!("{field}.{day}"), "overlap", said);
    }
}

fn sets_of(check: &mut Check, field: &str, description: &Description, hours: &Hours) {
    check.count(field, hours.holidays.len(), MOST_SETS);
    for name in hours.named_sets() {
        if Nation::of_code(name).is_none() && !description.sets.contains_key(name) {
            check.add(field, "unknown_set", say!("calendar-kept-no-holidays-of-that-name", name));
        }
    }
}

fn own_set(check: &mut Check, name: &str, own: &OwnSet) {
    let field = format!("sets.{name}");
    check.line(&field, name, LONGEST_NAME);
    if Nation::of_code(name).is_some() {
        check.add(&field, "taken", say!("calendar-kept-that-is-the-name-of-a-nation"));
    }
    check.count(&field, own.days.len(), MOST_DAYS);
    if own.days.is_empty() {
        check.add(&field, "missing", say!("calendar-kept-it-has-no-day"));
    }
    for (day, name) in own.days.iter().take(MOST_DAYS) {
        check.line(&format!("{field}.days.{day}"), name, LONGEST_NAME);
    }
    let (from, until) = own.complete();
    if from > until {
        let message = say!("calendar-kept-the-holidays-end-before");
        check.add(format!("{field}.until"), "not_after", message);
    }
}
