//! A calendar, for everybody of the organisation: when somebody is there is no secret.

use std::collections::BTreeMap;

use baton_core::access::Who;
use baton_core::calendar::kept::{Facts, Kept, moves};
use baton_core::calendar::{Calendar, ClocksChange, Day, DayKind, Description, Hours, OwnSet};
use baton_core::time::Instant;
use jiff::civil::Date;

use crate::shape::Out;
use crate::view::view;

const SPANS: Out = Out::List(&Out::Text);
const MAYBE_DATE: Out = Out::Maybe(&Out::Date);

view! {
    CalendarView as CALENDAR "Calendar" {
        /// `standard` for the one that holds where none was chosen.
        "id" id: String = Out::Text,
        "version" version: u32 = Out::Whole,
        "name" name: String = Out::Text,
        "zone" zone: String = Out::Text,
        /// What holds today, in words.
        "words" words: String = Out::Text,
        "open_now" open_now: bool = Out::Flag,
        "now_words" now_words: String = Out::Text,
        "hours" hours: Vec<HoursView> = Out::List(&Out::Thing(&HOURS)),
        /// Days with hours of their own, by date.
        "exceptions" exceptions: BTreeMap<String, Vec<String>> = Out::Map(&SPANS),
        /// Holidays of its own, by name.
        "sets" sets: BTreeMap<String, SetView> = Out::Map(&Out::Thing(&SET)),
        /// The last day whose holidays are loaded.
        "known_until" known_until: Option<String> = MAYBE_DATE,
        /// The next days on which it is closed out of the order of the week.
        "closed_next" closed_next: Vec<DayView> = Out::List(&Out::Thing(&DAY)),
        "used_by" used_by: Vec<ByView> = Out::List(&Out::Thing(&BY)),
        "retired" retired: bool = Out::Flag,
        "moves" moves: Vec<&'static str> = Out::List(&Out::Text),
    }
    HoursView as HOURS "CalendarHours" {
        "from" from: Option<String> = MAYBE_DATE,
        "monday" monday: Vec<String> = SPANS,
        "tuesday" tuesday: Vec<String> = SPANS,
        "wednesday" wednesday: Vec<String> = SPANS,
        "thursday" thursday: Vec<String> = SPANS,
        "friday" friday: Vec<String> = SPANS,
        "saturday" saturday: Vec<String> = SPANS,
        "sunday" sunday: Vec<String> = SPANS,
        "holidays" holidays: Vec<String> = Out::List(&Out::Text),
    }
    SetView as SET "CalendarSet" {
        "days" days: BTreeMap<String, String> = Out::Map(&Out::Text),
        "from" from: String = Out::Date,
        "until" until: String = Out::Date,
    }
    ByView as BY "CalendarDepartment" {
        "id" id: String = Out::Id,
        "name" name: String = Out::Text,
    }
    YearView as YEAR "CalendarYear" {
        "id" id: String = Out::Text,
        "year" year: i16 = Out::Whole,
        "days" days: Vec<DayView> = Out::List(&Out::Thing(&DAY)),
    }
    DayView as DAY "CalendarDay" {
        "date" date: String = Out::Date,
        "kind" kind: &'static str = Out::Choice(DayKind::NAMES),
        /// The hours that begin on it.
        "hours" hours: Vec<String> = SPANS,
        "holiday" holiday: Option<String> = crate::view::MAYBE_TEXT,
        /// Working time that lies within the day.
        "working_seconds" working_seconds: i64 = Out::Whole,
        "clocks" clocks: Option<&'static str> = Out::Maybe(&Out::Choice(CLOCKS)),
        /// Other hours of the weekdays hold from this day on.
        "new_hours" new_hours: bool = Out::Flag,
    }
    DueView as DUE "CalendarDue" {
        "start" start: String = Out::Time,
        "target_seconds" target_seconds: i64 = Out::Whole,
        "due" due: String = Out::Time,
        /// As the clocks of the calendar show it.
        "due_local" due_local: String = Out::Text,
        /// False when the holidays of that time are not loaded: it may still fall later.
        "holidays_known" holidays_known: bool = Out::Flag,
        "days" days: Vec<crate::view::request::DayView> =
            Out::List(&Out::Thing(&crate::view::request::DAY)),
    }
}

const CLOCKS: &[&str] = &["forward", "back"];
/// How many of the days to come on which it is closed are told.
const NEXT: usize = 5;

/// A calendar that is looked at: one that is kept, or the standard one.
pub struct Source<'a> {
    pub id: String,
    pub kept: Option<&'a Kept>,
    pub description: &'a Description,
    pub calendar: &'a Calendar,
    pub facts: &'a Facts,
    pub who: &'a Who,
    pub now: Instant,
}

pub fn calendar(source: &Source<'_>) -> CalendarView {
    let (description, calendar) = (source.description, source.calendar);
    let today = calendar.date(source.now);
    let departments = source.kept.into_iter().flat_map(|kept| source.facts.departments_of(kept.id));
    let moves = source.kept.map(|kept| moves(kept, source.facts, source.who)).unwrap_or_default();
    CalendarView {
        id: source.id.clone(),
        version: source.kept.map_or(0, Kept::version),
        name: description.name.clone(),
        zone: description.zone.clone(),
        words: description.said(today),
        open_now: calendar.is_open(source.now),
        now_words: calendar.said_now(source.now),
        hours: description.hours.iter().map(hours).collect(),
        exceptions: description
            .exceptions
            .iter()
            .map(|(day, hours)| (day.to_string(), spans(hours)))
            .collect(),
        sets: description.sets.iter().map(|(name, own)| (name.clone(), set(own))).collect(),
        known_until: calendar.known_until().map(|day| day.to_string()),
        closed_next: calendar.closed_days(today).take(NEXT).map(|of| day(calendar, &of)).collect(),
        used_by: departments
            .map(|one| ByView { id: one.department.to_string(), name: one.name.clone() })
            .collect(),
        retired: source.kept.is_some_and(Kept::is_retired),
        moves: moves.iter().map(|mv| mv.name()).collect(),
    }
}

pub fn year(id: &str, calendar: &Calendar, year: i16) -> YearView {
    let days = calendar.year(year).iter().map(|of| day(calendar, of)).collect();
    YearView { id: id.to_owned(), year, days }
}

fn day(calendar: &Calendar, day: &Day) -> DayView {
    DayView {
        date: day.date.to_string(),
        kind: day.kind.name(),
        hours: spans(&day.hours),
        holiday: day.holiday.as_deref().map(str::to_owned),
        working_seconds: calendar.working_on(day.date).as_seconds(),
        clocks: day.clocks.map(|change| match change {
            ClocksChange::Forward => "forward",
            ClocksChange::Back => "back",
        }),
        new_hours: day.new_hours,
    }
}

fn hours(hours: &Hours) -> HoursView {
    HoursView {
        from: hours.from.map(|day| day.to_string()),
        monday: spans(&hours.monday),
        tuesday: spans(&hours.tuesday),
        wednesday: spans(&hours.wednesday),
        thursday: spans(&hours.thursday),
        friday: spans(&hours.friday),
        saturday: spans(&hours.saturday),
        sunday: spans(&hours.sunday),
        holidays: hours.holidays.clone(),
    }
}

fn spans(hours: &[baton_core::calendar::Opening]) -> Vec<String> {
    hours.iter().map(ToString::to_string).collect()
}

fn set(own: &OwnSet) -> SetView {
    let (from, until) = own.complete();
    let days = own.days.iter().map(|(day, name): (&Date, &String)| (day.to_string(), name.clone()));
    SetView { days: days.collect(), from: from.to_string(), until: until.to_string() }
}
