//! Holidays out of iCalendar text (RFC 5545): the whole days of its events, and nothing else.
//!
//! What public offices publish is a list of events with a date each. A rule that repeats is
//! refused rather than left out: a holiday that is missing moves due times and nobody sees why.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::HolidaySet;

/// Longer than any list of holidays, in bytes and in days.
const LONGEST: usize = 1 << 20;
const MOST_DAYS: usize = 5_000;

/// Text of which no holidays can be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotIcalendar {
    #[error(
        "this is not a calendar in the format iCalendar: it does not begin with BEGIN:VCALENDAR"
    )]
    NoCalendar,
    #[error("the calendar holds no event with a date")]
    NoEvents,
    #[error("the calendar is too large: at most 1 MB and 5,000 days are read")]
    TooLarge,
    #[error("line {0}: {1} is not understood here; write one event for each day")]
    Repeats(usize, String),
    #[error("line {0}: this is not a date")]
    NotADate(usize),
    #[error("line {0}: this event ends before it begins")]
    Backwards(usize),
}

#[derive(Default)]
struct Event {
    start: Option<Date>,
    /// The day after its last one.
    end: Option<Date>,
    length: Option<Span>,
    name: String,
    cancelled: bool,
}

/// The days of all events that are not cancelled, with their names. The set is complete from the
/// first year with an event to the last.
pub fn holidays_of(text: &str, version: &str) -> Result<HolidaySet, NotIcalendar> {
    if text.len() > LONGEST {
        return Err(NotIcalendar::TooLarge);
    }
    let lines = unfolded(text);
    let begins = |(_, line): &(usize, String)| line.eq_ignore_ascii_case("BEGIN:VCALENDAR");
    if !lines.first().is_some_and(begins) {
        return Err(NotIcalendar::NoCalendar);
    }
    let mut days: Vec<(Date, String)> = Vec::new();
    // The event that is being read, and how deep its parts (alarms) are nested.
    let (mut event, mut nested): (Option<Event>, u32) = (None, 0);
    for (number, line) in &lines {
        let Some(property) = Property::of(line) else { continue };
        match (&mut event, property.name.as_str(), property.value) {
            (None, "BEGIN", "VEVENT") => event = Some(Event::default()),
            (Some(_), "BEGIN", _) => nested += 1,
            (Some(_), "END", _) if nested > 0 => nested -= 1,
            (Some(_), "END", _) => days.extend(event.take().unwrap_or_default().days(*number)?),
            (Some(event), ..) if nested == 0 => event.read(&property, *number)?,
            _ => {}
        }
        if days.len() > MOST_DAYS {
            return Err(NotIcalendar::TooLarge);
        }
    }
    set(days, version)
}

fn set(days: Vec<(Date, String)>, version: &str) -> Result<HolidaySet, NotIcalendar> {
    let years = || days.iter().map(|(day, _)| day.year());
    let (Some(first), Some(last)) = (years().min(), years().max()) else {
        return Err(NotIcalendar::NoEvents);
    };
    let edge = |year, month, day| Date::new(year, month, day).map_err(|_| NotIcalendar::NoEvents);
    let set = HolidaySet::new(version, (edge(first, 1, 1)?, edge(last, 12, 31)?));
    Ok(days.into_iter().fold(set, |set, (day, name)| set.with(day, &name)))
}

impl Event {
    fn read(&mut self, property: &Property<'_>, number: usize) -> Result<(), NotIcalendar> {
        match property.name.as_str() {
            "DTSTART" => self.start = Some(date(property.value, number)?),
            "DTEND" => self.end = Some(date(property.value, number)?),
            "DURATION" => {
                let length = property.value.parse().map_err(|_| NotIcalendar::NotADate(number))?;
                self.length = Some(length);
            }
            "SUMMARY" => self.name = unescaped(property.value),
            "STATUS" => self.cancelled = property.value.eq_ignore_ascii_case("CANCELLED"),
            "RRULE" | "RDATE" | "EXDATE" | "EXRULE" => {
                return Err(NotIcalendar::Repeats(number, property.name.clone()));
            }
            _ => {}
        }
        Ok(())
    }

    fn days(self, number: usize) -> Result<Vec<(Date, String)>, NotIcalendar> {
        if self.cancelled {
            return Ok(Vec::new());
        }
        let first = self.start.ok_or(NotIcalendar::NotADate(number))?;
        let after = |length: Span| first.checked_add(length).ok();
        let end = self.end.or_else(|| after(self.length.unwrap_or(1.day())));
        let end = end.ok_or(NotIcalendar::NotADate(number))?;
        // An event of some hours lies on the day on which it begins.
        let last = if end == first { first } else { end.yesterday().unwrap_or(first) };
        if last < first {
            return Err(NotIcalendar::Backwards(number));
        }
        let all = first.series(1.day()).take_while(|day| *day <= last).take(MOST_DAYS + 1);
        Ok(all.map(|day| (day, self.name.clone())).collect())
    }
}

/// `NAME;PARAMETER=…:VALUE`.
struct Property<'a> {
    name: String,
    value: &'a str,
}

impl<'a> Property<'a> {
    fn of(line: &'a str) -> Option<Self> {
        // A colon within quotes belongs to a parameter.
        let mut quoted = false;
        let colon = line.find(|letter| {
            quoted ^= letter == '"';
            letter == ':' && !quoted
        })?;
        let (name, value) = (line.get(..colon)?, line.get(colon + 1..)?);
        let name = name.split(';').next().unwrap_or_default().to_ascii_uppercase();
        Some(Self { name, value: value.trim() })
    }
}

/// Lines with their numbers; one that goes on after a break and a blank is one line.
fn unfolded(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    let text = text.trim_start_matches('\u{feff}');
    for (number, line) in text.lines().enumerate() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some((_, last))) => last.push_str(rest),
            _ if line.trim().is_empty() => {}
            _ => lines.push((number + 1, line.trim_end().to_owned())),
        }
    }
    lines
}

/// `20261225`, with or without a time.
fn date(value: &str, number: usize) -> Result<Date, NotIcalendar> {
    let digits = value.split('T').next().unwrap_or_default();
    let part = |from: usize, until: usize| {
        digits.get(from..until).filter(|part| part.bytes().all(|digit| digit.is_ascii_digit()))
    };
    let parts = (part(0, 4), part(4, 6), part(6, 8));
    let (Some(year), Some(month), Some(day)) = parts else {
        return Err(NotIcalendar::NotADate(number));
    };
    if digits.len() != 8 {
        return Err(NotIcalendar::NotADate(number));
    }
    format!("{year}-{month}-{day}").parse().map_err(|_| NotIcalendar::NotADate(number))
}

fn unescaped(value: &str) -> String {
    let (mut text, mut letters) = (String::new(), value.chars());
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => text.push(' '),
                Some(other) => text.push(other),
                None => {}
            },
            other => text.push(other),
        }
    }
    text
}
