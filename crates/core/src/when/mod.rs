//! Moments as people say them: `next Tuesday 3pm`, `in 2 hours`, `friday`, `1 Dec 9:30`.
//!
//! What is read is told back as a moment, so that whoever said it sees how it was understood. Hours
//! are those of the speaker's zone; working days are those of the calendar.
//!
//! - [`read`]: the moment of some words; [`date`], [`clock`]: a day or an hour alone
//! - [`presets`]: the moments that are asked for most, as choices

mod day;
mod hour;
pub mod names;
mod preset;
mod span;

#[cfg(test)]
mod tests;

pub use preset::{Preset, presets};

use jiff::Zoned;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use crate::calendar::Calendar;
use crate::time::{Instant, Span};

/// When a day is named without an hour.
const MORNING: Time = Time::constant(9, 0, 0, 0);
/// When it is said of today, whose morning may be over.
const CLOSE: Time = Time::constant(17, 0, 0, 0);
/// Further away nothing is put off: 366 periods of 24 hours.
const FURTHEST: Span = Span::times_24h(366);

/// Words that name no moment to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unclear {
    #[error(
        "This is not understood. Write it like “next Tuesday 3pm”, “in 2 hours”, “Friday” or \
         “1 Dec 9:30”."
    )]
    NotUnderstood,
    #[error("That moment has passed. Name one that is still to come.")]
    Past,
    #[error("That is more than a year away. Name a moment within a year.")]
    TooFar,
}

impl Unclear {
    /// The stable code of a field's error.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotUnderstood => "not_a_moment",
            Self::Past => "in_past",
            Self::TooFar => "too_far",
        }
    }
}

/// How a day that has passed is meant after all: the same one a little later.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Again {
    Never,
    Tomorrow,
    NextWeek,
    NextYear,
}

/// A day as it was said.
#[derive(Clone, Copy, Debug)]
struct Day {
    date: Date,
    again: Again,
    /// The hour when none is said.
    usual: Time,
}

/// What the words said, part by part.
#[derive(Default)]
struct Said {
    day: Option<Day>,
    hour: Option<Time>,
    /// Physical time from now.
    after: Option<Span>,
}

/// The speaker's here and now.
struct Speaker<'a> {
    now: Instant,
    here: Zoned,
    zone: &'a TimeZone,
    calendar: &'a Calendar,
}

impl<'a> Speaker<'a> {
    fn new(now: Instant, zone: &'a TimeZone, calendar: &'a Calendar) -> Self {
        Self { now, here: now.timestamp().to_zoned(zone.clone()), zone, calendar }
    }

    /// The first moment after now that the clock on the wall shows so. An hour that a spring night
    /// skips is the one after the gap; of one that an autumn night repeats, the first to come.
    fn at(&self, date: Date, hour: Time) -> Option<Instant> {
        let wall = date.to_datetime(hour);
        let first = self.zone.to_ambiguous_zoned(wall).compatible();
        let second = self.zone.to_ambiguous_zoned(wall).later();
        let moment = |at: Zoned| Instant::from_millis(at.timestamp().as_millisecond());
        [first, second].into_iter().flatten().map(moment).find(|at| *at > self.now)
    }
}

/// The moment that the words name, always after `now`.
///
/// # Errors
/// [`Unclear`] says what is wrong with them; nothing is guessed beyond a year.
pub fn read(
    text: &str,
    now: Instant,
    zone: &TimeZone,
    calendar: &Calendar,
) -> Result<Instant, Unclear> {
    let at = match text.parse() {
        Ok(at) => at,
        Err(_) => by_words(text, &Speaker::new(now, zone, calendar))?,
    };
    if at <= now {
        return Err(Unclear::Past);
    }
    if at > now + FURTHEST { Err(Unclear::TooFar) } else { Ok(at) }
}

/// A time of the day as it is written: `9`, `9.30`, `15:00`; with `am` or `pm` of 12 hours.
pub fn clock(text: &str, half: Option<&str>) -> Option<Time> {
    hour::clock(text, half)
}

/// A date and nothing else: `1 Dec`, `1 December 2026`, `1/12/2026`, `2026-12-01`. One without a
/// year is the next one from `today` on.
pub fn date(text: &str, today: Date) -> Option<Date> {
    let text = text.to_lowercase().replace(',', " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let (taken, date, with_year) = day::dated(&words, today.year())?;
    let date =
        if with_year || date >= today { date } else { day::in_year(date, today.year() + 1)? };
    (taken == words.len()).then_some(date)
}

fn by_words(text: &str, speaker: &Speaker<'_>) -> Result<Instant, Unclear> {
    let text = text.to_lowercase().replace(',', " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    if let (["later"] | ["later", "today"], Some(at)) = (&*words, preset::later_today(speaker)) {
        return Ok(at);
    }
    said(&words, speaker).ok_or(Unclear::NotUnderstood)?.moment(speaker)
}

/// Takes the words one part after the other; `None` when a word belongs to no part, or a part is
/// said twice.
fn said(mut words: &[&str], speaker: &Speaker<'_>) -> Option<Said> {
    let mut said = Said::default();
    while let Some(first) = words.first() {
        let taken = if let Some((taken, hour)) = hour::hour(words) {
            said.hour.replace(hour).is_none().then_some(taken)?
        } else if let Some((taken, day)) = day::day(words, speaker) {
            said.day.replace(day).is_none().then_some(taken)?
        } else if let Some((taken, after)) = span::span(words) {
            said.after.replace(after).is_none().then_some(taken)?
        } else if ["at", "on", "this", "the", "until", "till", "by"].contains(first) {
            1
        } else {
            return None;
        };
        words = words.get(taken..)?;
    }
    Some(said)
}

impl Said {
    fn moment(self, speaker: &Speaker<'_>) -> Result<Instant, Unclear> {
        let today = speaker.here.date();
        let day = match (self.day, self.hour, self.after) {
            (None, None, Some(after)) => return Ok(speaker.now + after),
            (Some(day), _, None) => day,
            (None, Some(_), None) => Day { date: today, again: Again::Tomorrow, usual: MORNING },
            _ => return Err(Unclear::NotUnderstood),
        };
        let hour = self.hour.unwrap_or(day.usual);
        let later = match day.again {
            Again::Never => None,
            Again::Tomorrow => day.date.tomorrow().ok(),
            Again::NextWeek => day::days_after(day.date, 7),
            Again::NextYear => day::in_year(day.date, day.date.year() + 1),
        };
        let days = [Some(day.date), later].into_iter().flatten();
        days.filter_map(|date| speaker.at(date, hour)).next().ok_or(Unclear::Past)
    }
}
