//! What the commands about time are told: a calendar, moments, pauses, a number of seconds.

use std::collections::BTreeMap;
use std::path::Path;

use baton_core::calendar::{
    Calendar, Description, HolidaySet, NAMES, Nation, Pauses, holidays_of, pause,
};
use baton_core::time::{Instant, Span};
use clap::Args;
use jiff::civil::DateTime;
use jiff::tz::AmbiguousOffset;
use serde_json::{Value, json};

use crate::cli::{Global, Place};
use crate::config::{self, Flags};
use crate::exit::Exit;
use crate::wiring;

/// Whose hours count, and what of them does not.
#[derive(Args, Debug)]
pub struct Counting {
    /// Its name, or a file that describes it; with --data or --database also a calendar that the
    /// organisation keeps.
    #[arg(long, value_name = "FILE|NAME", default_value = "standard")]
    pub calendar: String,
    /// Time that does not count, from A until B; may be repeated. Pauses that overlap count once.
    #[arg(long = "pause", value_name = "A/B")]
    pub pauses: Vec<String>,
    #[command(flatten)]
    place: Place,
}

/// A century: more is asked of no clock.
const MOST_SECONDS: i64 = 3_155_760_000;

/// What is said where the holidays around a due time are not loaded.
pub const MAY_MOVE: &str = "The holidays of that time are not loaded: it may still fall later.";

/// A number of seconds that is not negative.
pub fn seconds(text: &str) -> Result<i64, String> {
    let seconds = text.parse().ok().filter(|seconds| (0..=MOST_SECONDS).contains(seconds));
    seconds
        .ok_or_else(|| "a number of seconds, 0 or more and at most a century, is needed".to_owned())
}

impl Counting {
    /// A name that is no built-in one is looked for in the organisation, where one is named.
    pub fn calendar(&self, global: &Global) -> Result<Calendar, Exit> {
        let name = &self.calendar;
        let named = self.place.data.is_some() || self.place.database.is_some();
        if named && Calendar::named(name).is_none() && !Path::new(name).is_file() {
            let settings = config::load(global, Flags::default().place(&self.place))?;
            return wiring::calendar(&settings, name);
        }
        calendar(name)
    }

    pub fn pauses(&self, calendar: &Calendar) -> Result<Pauses, Exit> {
        let mut pauses = Vec::new();
        for text in &self.pauses {
            let local = || {
                let (from, until) = text.split_once('/')?;
                let (from, until) = (moment(from, calendar).ok()?, moment(until, calendar).ok()?);
                (from < until).then_some((from, until))
            };
            let read = pause(text).or_else(|why| local().ok_or(why));
            pauses.push(read.map_err(|why| Exit::usage(format!("{text}: {why}.")))?);
        }
        Ok(Pauses::of(pauses))
    }
}

/// One of the named calendars, or the one that a file describes.
pub fn calendar(name: &str) -> Result<Calendar, Exit> {
    if let Some(calendar) = Calendar::named(name) {
        return Ok(calendar);
    }
    let path = Path::new(name);
    let text = std::fs::read_to_string(path).map_err(|error| {
        Exit::usage(format!(
            "There is no calendar {name}: name one of {}, or a file that describes one ({error}).",
            NAMES.join(", ")
        ))
    })?;
    let wrong = |error| Exit::usage(format!("{name}: {error}."));
    let description = Description::read(&text).map_err(wrong)?;
    if let Some(overlap) = description.overlap() {
        return Err(Exit::usage(format!("{name}: {overlap}")));
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut imported = BTreeMap::new();
    for set in description.hours.iter().flat_map(|hours| &hours.holidays) {
        if is_file(set) {
            imported.insert(set.clone(), icalendar(&folder.join(set))?);
        }
    }
    description.calendar(&|name| imported.get(name).cloned()).map_err(wrong)
}

fn is_file(set: &str) -> bool {
    set.to_ascii_lowercase().ends_with(".ics")
}

/// Holidays out of a file in the format iCalendar.
fn icalendar(path: &Path) -> Result<HolidaySet, Exit> {
    let shown = path.display();
    let text = std::fs::read_to_string(path)
        .map_err(|error| Exit::usage(format!("{shown} cannot be read: {error}.")))?;
    let version = path.file_name().unwrap_or_default().to_string_lossy();
    holidays_of(&text, &version).map_err(|error| Exit::usage(format!("{shown}: {error}.")))
}

/// Holiday sets by name or file, united: `EW`, `EW+SC+NI`, `council.ics`, `none`.
pub fn holiday_sets(text: &str) -> Result<Vec<HolidaySet>, Exit> {
    let names = text.split(['+', ',']).map(str::trim).filter(|name| !name.is_empty());
    let sets = names.filter(|name| *name != "none").map(|name| match Nation::of_code(name) {
        Some(nation) => Ok(HolidaySet::of(nation)),
        None if is_file(name) => icalendar(Path::new(name)),
        None => Err(Exit::usage(format!(
            "The holidays {name} are not known: write EW, SC, NI, several with +, the name of an \
             iCalendar file (.ics), or none."
        ))),
    });
    sets.collect()
}

/// RFC 3339, or the calendar's own wall time where that is one moment.
pub fn moment(text: &str, calendar: &Calendar) -> Result<Instant, Exit> {
    if let Ok(at) = text.parse() {
        return Ok(at);
    }
    let wall: DateTime = text.trim().parse().map_err(|_| {
        Exit::usage(format!(
            "{text} is not a time: write it like 2026-12-01T17:00:00Z, or 2026-12-01T17:00 by the \
             clocks of the calendar."
        ))
    })?;
    let ambiguous = calendar.zone().to_ambiguous_timestamp(wall);
    match (ambiguous.offset(), ambiguous.unambiguous()) {
        (_, Ok(at)) => Ok(Instant::from_millis(at.as_millisecond())),
        (AmbiguousOffset::Gap { .. }, _) => Err(Exit::usage(format!(
            "{text} does not exist there: the clocks are put forward. Write it with a Z or an offset."
        ))),
        _ => Err(Exit::usage(format!(
            "{text} happens twice there: the clocks are put back. Write it with a Z or an offset."
        ))),
    }
}

/// As the clocks of the calendar show it.
pub fn local(at: Instant, calendar: &Calendar) -> String {
    at.timestamp().to_zoned(calendar.zone().clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

pub fn pauses_json(pauses: &Pauses) -> Value {
    let (first, last) = (Instant::from_millis(i64::MIN), Instant::from_millis(i64::MAX));
    let all = pauses.between(first, last);
    all.map(|(from, until)| json!({ "from": from.to_string(), "until": until.to_string() }))
        .collect()
}

/// Physical or working time in whole seconds.
pub fn whole(span: Span) -> i64 {
    span.as_seconds()
}
