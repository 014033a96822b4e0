//! Opening hours in words: `Mon–Fri 09:00 to 17:30, London; closed on bank holidays of …`.

use jiff::Zoned;
use jiff::civil::{Date, Weekday};

use super::hours::Week;
use super::{Calendar, Description, Hours, Nation, Opening};
use crate::say;
use crate::time::{Instant, Span};
use crate::when::names::{month_name, weekday_name, weekday_short};

/// How long the next opening or closing is looked for.
const AHEAD: [Span; 3] = [Span::times_24h(8), Span::times_24h(40), Span::times_24h(400)];

/// Whether it is open at a moment, and until when that stays so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// `None`: for longer than a year.
    Open {
        until: Option<Instant>,
    },
    Closed {
        until: Option<Instant>,
    },
}

/// `15 June 2026`.
pub fn said_day(day: Date) -> String {
    format!("{} {} {}", day.day(), month_name(day.month()), day.year())
}

/// `09:00 to 12:30`, `22:00 to 06:00 the next day`, `24 hours`.
pub fn span(hours: Opening) -> String {
    if hours.is_whole_day() {
        return say!("calendar-said-24-hours").to_owned();
    }
    let text = hours.to_string();
    let (from, until) = text.split_once('-').unwrap_or((&text, ""));
    if hours.ends_next_day() {
        say!("calendar-said-to-the-next-day", from, until)
    } else {
        say!("calendar-said-to", from, until)
    }
}

/// The spans of a day, or that it is closed.
pub(super) fn spans(hours: &[Opening]) -> String {
    let said: Vec<String> = hours.iter().copied().map(span).collect();
    match said.split_last() {
        None => say!("calendar-said-closed").to_owned(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => say!("calendar-said-and", others = others.join(", "), last),
    }
}

impl Week {
    /// Weekdays that follow each other and have the same hours are said together; those without
    /// hours are left out.
    pub(super) fn said(&self) -> String {
        let mut runs: Vec<(Weekday, Weekday, &[Opening])> = Vec::new();
        for (day, hours) in self.days() {
            match runs.last_mut().filter(|(_, _, same)| *same == hours) {
                Some(run) => run.1 = day,
                None => runs.push((day, day, hours)),
            }
        }
        let open = runs.into_iter().filter(|(_, _, hours)| !hours.is_empty());
        let said = open.map(|(first, last, hours)| {
            let (from, until) = (weekday_short(first), weekday_short(last));
            let hours = spans(hours);
            match (first, last) {
                (first, last) if first == last => say!("calendar-said-on", from, hours),
                (Weekday::Monday, Weekday::Sunday) => say!("calendar-said-daily", hours),
                _ => say!("calendar-said-from-to", from, until, hours),
            }
        });
        said.collect::<Vec<_>>().join("; ")
    }
}

impl Description {
    /// What holds on a day, without the days that differ.
    pub fn said(&self, on: Date) -> String {
        let place = self.zone.rsplit('/').next().unwrap_or(&self.zone).replace('_', " ");
        let Some(hours) = self.hours_on(on) else { return place };
        let week = hours.week().said();
        match hours.sets_said() {
            None => say!("calendar-said-hours-place", week, place),
            Some(sets) => say!("calendar-said-hours-place-closed-on", week, place, sets),
        }
    }
}

impl Hours {
    /// The holiday sets that it names; `None` where it names none.
    pub(super) fn sets_said(&self) -> Option<String> {
        let sets: Vec<&str> = self.named_sets().into_iter().map(set_name).collect();
        (!sets.is_empty()).then(|| listed(&sets))
    }
}

/// A holiday set by its name, as it is said.
pub(super) fn set_name(name: &str) -> &str {
    match Nation::of_code(name) {
        Some(Nation::EnglandAndWales) => say!("calendar-said-bank-holidays-of-england"),
        Some(Nation::Scotland) => say!("calendar-said-bank-holidays-of-scotland"),
        Some(Nation::NorthernIreland) => say!("calendar-said-bank-holidays-of-northern"),
        None => name,
    }
}

fn listed(names: &[&str]) -> String {
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => {
            say!("calendar-said-and", others = others.join(", "), last)
        }
        _ => names.concat(),
    }
}

impl Calendar {
    pub fn standing(&self, now: Instant) -> Standing {
        for ahead in AHEAD {
            let windows = self.windows_between(now, now + ahead);
            match windows.first() {
                Some((open, close)) if *open <= now && *close < now + ahead => {
                    return Standing::Open { until: Some(*close) };
                }
                Some((open, _)) if *open > now => return Standing::Closed { until: Some(*open) },
                _ => {}
            }
        }
        if self.is_open(now) {
            Standing::Open { until: None }
        } else {
            Standing::Closed { until: None }
        }
    }

    /// `Open now, until 17:30.`, `Closed now, opens again Tuesday 1 December 2026 at 09:00.`
    pub fn said_now(&self, now: Instant) -> String {
        let local = |at: Instant| at.timestamp().to_zoned(self.zone.clone());
        let today = local(now).date();
        let moment = |at: Instant| {
            let at = local(at);
            let clock = at.strftime("%H:%M").to_string();
            if at.date() == today {
                return say!("calendar-said-at", clock);
            }
            say!("calendar-said-on-at", day = named_day(&at), clock)
        };
        match self.standing(now) {
            Standing::Open { until: Some(until) } => {
                say!("calendar-said-open-now-until", moment = moment(until))
            }
            Standing::Open { until: None } => say!("calendar-said-open-now").to_owned(),
            Standing::Closed { until: Some(until) } => {
                say!("calendar-said-closed-now-opens-again", moment = moment(until))
            }
            Standing::Closed { until: None } => say!("calendar-said-closed-now").to_owned(),
        }
    }
}

fn named_day(at: &Zoned) -> String {
    format!("{} {}", weekday_name(at.date().weekday()), said_day(at.date()))
}
