//! The moments that are asked for most.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use super::day::{days_after, next_week};
use super::{MORNING, Speaker};
use crate::calendar::Calendar;
use crate::say;
use crate::time::{Instant, Span};

/// A choice that is offered before anything is typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Preset {
    LaterToday,
    TomorrowMorning,
    MondayMorning,
    InAWeek,
}

impl Preset {
    /// As it is said of the moment that it has come to: a morning is named by its day.
    pub fn words(self, at: Instant, now: Instant, zone: &TimeZone) -> String {
        let day = |at: Instant| at.timestamp().to_zoned(zone.clone());
        let is_tomorrow = day(now).date().tomorrow().is_ok_and(|date| date == day(at).date());
        match self {
            Self::LaterToday => say!("when-preset-later-today").to_owned(),
            Self::InAWeek => say!("when-preset-in-a-week").to_owned(),
            _ if is_tomorrow => say!("when-preset-tomorrow-morning").to_owned(),
            _ => say!("when-preset-morning", day = day(at).strftime("%A").to_string()),
        }
    }
}

/// Later than this nothing is put off until later today.
const LAST_HOUR: i8 = 18;
/// How much later `later today` is, at least.
const LATER: Span = Span::hours(3);
const QUARTER: i64 = 15 * 60_000;

/// The choices that make sense now, each another moment: mornings at nine in the speaker's zone, on
/// days on which the calendar opens.
pub fn presets(now: Instant, zone: &TimeZone, calendar: &Calendar) -> Vec<(Preset, Instant)> {
    let speaker = Speaker::new(now, zone, calendar);
    let today = speaker.here.date();
    let morning = |date: Option<Date>| {
        let date = opening(date?, calendar)?;
        speaker.at(date, MORNING)
    };
    let offered = [
        (Preset::LaterToday, later_today(&speaker)),
        (Preset::TomorrowMorning, morning(days_after(today, 1))),
        (Preset::MondayMorning, morning(next_week(today, Weekday::Monday))),
        (Preset::InAWeek, morning(days_after(today, 7))),
    ];
    let mut choices: Vec<(Preset, Instant)> = Vec::new();
    for (preset, at) in offered {
        let fresh = |at: &Instant| choices.iter().all(|(_, known)| known != at);
        if let Some(at) = at.filter(fresh) {
            choices.push((preset, at));
        }
    }
    choices
}

/// At a quarter of an hour, at least [`LATER`] from now, and still in today's working hours.
pub(super) fn later_today(speaker: &Speaker<'_>) -> Option<Instant> {
    let at = (speaker.now + LATER).millis();
    let at = Instant::from_millis((at + QUARTER - 1).div_euclid(QUARTER) * QUARTER);
    let there = at.timestamp().to_zoned(speaker.zone.clone());
    let today = there.date() == speaker.here.date();
    (today && there.hour() < LAST_HOUR).then_some(at)
}

/// The day itself, or the first one after it on which the calendar opens; within a month.
fn opening(date: Date, calendar: &Calendar) -> Option<Date> {
    (0..31).filter_map(|days| days_after(date, days)).find(|date| calendar.opens_on(*date))
}
