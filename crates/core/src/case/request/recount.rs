//! A calendar was changed: the clocks that run by it are due at other moments (reference §2.6).
//!
//! Only a clock that runs moves, and what it waited keeps putting it off. What has stopped, what a ruling has set and what ended before the
//! day of the change stays, because no calendar changes what is over.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, Calendars, DayKind, Difference, Pauses};
use crate::case::clocks::{due, losing, timers};
use crate::case::kinds::ClockKind;
use crate::case::request::hours::Hours;
use crate::case::request::state::Request;
use crate::ids::CalendarId;
use crate::log::Version;
use crate::time::Instant;

choice! {
    /// What a day has become.
    Became {
        Holiday = "holiday",
        /// Closed, without being a holiday.
        Closed = "closed",
        /// Open, at other hours than before.
        Hours = "hours",
    }
}

/// A due time that moved, and the first day that counts otherwise than before.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Moved<Clock = ClockKind> {
    pub clock: Clock,
    pub started: Instant,
    pub was: Instant,
    pub now: Instant,
    pub calendar: CalendarId,
    /// The version of the calendar that moved it.
    pub edition: Version,
    pub day: Date,
    pub became: Became,
}

/// Working time of a wait that a calendar has closed since. The delivery is put off by it as it
/// was, for a change of a calendar makes nothing due earlier (reference §2.6).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Kept {
    /// When the clock of the delivery started.
    pub started: Instant,
    pub lost: Vec<Lost>,
    pub calendar: CalendarId,
    /// The version of the calendar that closed it.
    pub edition: Version,
    pub day: Date,
    pub became: Became,
}

/// [from, until)
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Lost {
    pub from: Instant,
    pub until: Instant,
}

/// A clock that was flagged as late, and the due time that had passed. No change of a calendar
/// takes that back (reference §2.6).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Flag<Clock = ClockKind> {
    pub clock: Clock,
    pub started: Instant,
    pub due: Instant,
}

/// What a change of a calendar makes of one request.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Recount {
    pub kept: Vec<Kept>,
    pub moved: Vec<Moved>,
    /// Moments at which somebody should look that were none before.
    pub looks: Vec<Instant>,
}

impl Recount {
    pub fn is_nothing(&self) -> bool {
        self.kept.is_empty() && self.moved.is_empty() && self.looks.is_empty()
    }
}

/// Counts the running clocks of a request by the calendars before and after an edition of one;
/// `None` when none of them runs by it.
pub fn recount(
    request: &Request,
    calendar: CalendarId,
    edition: Version,
    before: &Calendars,
    after: &Calendars,
) -> Option<Recount> {
    let by_it = |hours: Hours| [hours.from, hours.to].contains(&Some(calendar));
    let running = || request.runs.iter().filter(|run| run.stopped.is_none());
    let counts =
        by_it(request.hours) || running().any(|run| by_it(request.under(run.started).hours));
    if !counts || request.ended() {
        return None;
    }
    let kept = running().filter_map(|run| {
        let lost = losing(request, run, before, after)?;
        let (from, until) = lost.ends()?;
        let of = |calendars| request.calendar(run.kind, run.started, calendars);
        let (day, became) = first_difference(of(before), of(after), from, until)?;
        let lost = lost.iter().map(|(from, until)| Lost { from, until }).collect();
        let kept = Kept { started: run.started, lost, calendar, edition, day, became };
        (!request.kept.contains(&kept)).then_some(kept)
    });
    let mut counted = request.clone();
    counted.kept.extend(kept);
    let moved = running().filter_map(|run| {
        let (was, now) = (due(request, run, before)?, due(&counted, run, after)?);
        let of = |calendars| request.calendar(run.kind, run.started, calendars);
        let (day, became) = first_difference(of(before), of(after), run.started, was.max(now))?;
        let (clock, started) = (run.kind, run.started);
        let moved = Moved { clock, started, was, now, calendar, edition, day, became };
        (was != now && !request.has_heard_of(&moved)).then_some(moved)
    });
    let moved = moved.collect();
    let known = timers(request, before);
    let mut looks = timers(&counted, after);
    looks.retain(|at| !known.contains(at));
    let kept = counted.kept.split_off(request.kept.len());
    Some(Recount { kept, moved, looks })
}

/// The first day between two moments that counts otherwise, and what it has become.
pub(in crate::case) fn first_difference(
    old: &Calendar,
    new: &Calendar,
    from: Instant,
    until: Instant,
) -> Option<(Date, Became)> {
    let Difference { after, .. } = old.difference(new, from, until)?;
    let became = match after.kind {
        DayKind::Holiday => Became::Holiday,
        _ if after.hours.is_empty() => Became::Closed,
        DayKind::Open | DayKind::Weekday | DayKind::Differs => Became::Hours,
    };
    Some((after.date, became))
}

impl Request {
    /// Working time of its waits that has been closed since.
    pub fn lost(&self) -> Pauses {
        let lost = self.kept.iter().flat_map(|kept| &kept.lost);
        Pauses::of(lost.map(|lost| (lost.from, lost.until)))
    }

    /// The due time with which a run was flagged as late.
    pub fn flag_of(&self, clock: ClockKind, started: Instant) -> Option<Instant> {
        let of = |flag: &&Flag| (flag.clock, flag.started) == (clock, started);
        self.flagged.iter().find(of).map(|flag| flag.due)
    }

    /// Whether the log says already that this clock is due then.
    fn has_heard_of(&self, moved: &Moved) -> bool {
        let last = self.last_move(moved.clock, moved.started);
        last.is_some_and(|last| last.now == moved.now)
    }

    /// The last time that a calendar moved the due time of a run.
    pub fn last_move(&self, clock: ClockKind, started: Instant) -> Option<&Moved> {
        let of = |moved: &&Moved| moved.clock == clock && moved.started == started;
        self.moved.iter().rev().find(of)
    }
}
