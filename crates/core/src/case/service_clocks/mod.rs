//! Clocks of a case: what the customer was promised by its service level, and in words of its own.
//! A pure function of the events and one calendar.
//!
//! A clock shows what was frozen when it stopped; only one that runs is counted anew. What stops it
//! and what does not: [`runs`]; when it is due: [`reckon`].

mod basis;
mod fit;
mod reckon;
mod recount;
mod runs;
mod steps;
mod watched;

pub use basis::{Basis, Held, Rule, Share};
pub use fit::{Fit, Steps, fit};
pub use recount::recount;
pub(in crate::case) use watched::has_its_promise;
pub use watched::{Watched, watched};

use crate::calendar::{Calendar, Calendars, Explanation};
use crate::case::event::CaseClockStopped;
use crate::case::joined::Carried;
use crate::case::kinds::CaseClock;
use crate::case::state::Case;
use crate::ids::{CalendarId, PromiseId};
use crate::policy::is_met;
use crate::time::Instant;
use reckon::{Reckoned, reckon, stands_still};
use runs::{Run, runs};

/// A clock as shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clock {
    pub kind: CaseClock,
    /// The promise that it is about, when it is about one.
    pub promise: Option<PromiseId>,
    pub started: Instant,
    pub due: Instant,
    pub stopped: Option<Instant>,
    pub state: ClockState,
    /// Working milliseconds from start to stop, or until now, without the pauses.
    pub used_ms: i64,
    /// Working milliseconds in pauses.
    pub paused_ms: i64,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClockState {
    Running,
    /// It stands still; due as if it went on when the wait is to be over.
    Paused,
    Met,
    Breached,
    /// Nothing is left to be met: the case was merged, closed without that, or the promise released.
    Ended,
}

impl ClockState {
    pub const NAMES: &'static [&'static str] = &["running", "paused", "met", "breached", "ended"];

    pub fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Met => "met",
            Self::Breached => "breached",
            Self::Ended => "ended",
        }
    }
}

impl Clock {
    pub fn is_running(&self) -> bool {
        self.stopped.is_none()
    }
}

/// The hours by which the clocks of a case run: those that its service level names, else those of
/// the department that opened it. They stay with it wherever the case goes.
pub fn calendar_of<'a>(case: &Case, calendars: &'a Calendars) -> &'a Calendar {
    calendars.of(hours_of(case))
}

/// Whether the clocks of a case run by this calendar.
pub fn counts_by(case: &Case, calendar: CalendarId) -> bool {
    hours_of(case) == Some(calendar)
}

fn hours_of(case: &Case) -> Option<CalendarId> {
    case.service_level.as_ref().and_then(|level| level.terms.calendar).or(case.calendar)
}

/// Whether anything was promised about a case: by its service level, or in a case that goes on in it.
pub fn is_promised(case: &Case) -> bool {
    case.service_level.is_some() || case.joined.iter().any(|joined| !joined.clocks.is_empty())
}

/// All clocks of a case in the order in which they started.
pub fn clocks(case: &Case, calendar: &Calendar, now: Instant) -> Vec<Clock> {
    runs(case).iter().filter_map(|run| clock(case, run, calendar, now)).collect()
}

fn clock(case: &Case, run: &Run, calendar: &Calendar, now: Instant) -> Option<Clock> {
    if let Some(frozen) = frozen(case, run) {
        return Some(frozen);
    }
    let Reckoned { from, due, pauses, .. } = reckon(case, run, calendar)?;
    let until = run.stopped.unwrap_or(now);
    let state = match (is_met(due, until), run.stopped) {
        (false, _) => ClockState::Breached,
        (true, Some(_)) if run.ended => ClockState::Ended,
        (true, Some(_)) => ClockState::Met,
        (true, None) if stands_still(case, run.kind, now) => ClockState::Paused,
        (true, None) => ClockState::Running,
    };
    let used_ms = calendar.elapsed_with(from, until, &pauses).as_millis();
    Some(Clock {
        kind: run.kind,
        promise: run.promise,
        started: run.started,
        due,
        stopped: run.stopped,
        state,
        used_ms,
        paused_ms: calendar.elapsed(from, until).as_millis() - used_ms,
    })
}

/// What was written down when it stopped.
fn frozen(case: &Case, run: &Run) -> Option<Clock> {
    let same = |stop: &&CaseClockStopped| {
        (stop.clock, stop.started, Some(stop.stopped)) == (run.kind, run.started, run.stopped)
    };
    let stop = case.stops.iter().rev().find(same)?;
    Some(Clock {
        kind: stop.clock,
        promise: None,
        started: stop.started,
        due: stop.due,
        stopped: Some(stop.stopped),
        state: match stop.met {
            Some(true) => ClockState::Met,
            Some(false) => ClockState::Breached,
            None => ClockState::Ended,
        },
        used_ms: stop.used_ms,
        paused_ms: stop.paused_ms,
    })
}

/// The clocks that have stopped and whose result is not written down yet.
pub(in crate::case) fn unwritten(
    case: &Case,
    calendar: &Calendar,
    now: Instant,
) -> Vec<CaseClockStopped> {
    let runs = runs(case);
    // A promise says itself how it ended.
    let open = |run: &&Run| run.promise.is_none() && run.stopped.is_some();
    let fresh = runs.iter().filter(open).filter(|run| frozen(case, run).is_none());
    fresh.filter_map(|run| result(&clock(case, run, calendar, now)?)).collect()
}

fn result(clock: &Clock) -> Option<CaseClockStopped> {
    Some(CaseClockStopped {
        clock: clock.kind,
        started: clock.started,
        stopped: clock.stopped?,
        due: clock.due,
        used_ms: clock.used_ms,
        paused_ms: clock.paused_ms,
        met: match clock.state {
            ClockState::Met => Some(true),
            ClockState::Breached => Some(false),
            ClockState::Ended | ClockState::Running | ClockState::Paused => None,
        },
    })
}

/// What runs under the service level, with its due time; the promises are not among it.
pub(in crate::case) fn running(
    case: &Case,
    calendar: &Calendar,
) -> Vec<(CaseClock, Instant, Instant)> {
    let runs = runs(case);
    let open = runs.iter().filter(|run| run.stopped.is_none() && run.promise.is_none());
    let due = |run: &Run| Some((run.kind, run.started, reckon(case, run, calendar)?.due));
    open.filter_map(due).collect()
}

/// What goes on in another case, with its due time.
pub(in crate::case) fn carried(case: &Case, calendar: &Calendar) -> Vec<Carried> {
    let all = running(case, calendar).into_iter();
    all.map(|(clock, started, due)| Carried { clock, started, due }).collect()
}

/// The next due time of the case's own clocks, its promises included.
pub fn next_due(case: &Case, calendar: &Calendar) -> Option<Instant> {
    if case.is_over() {
        return None;
    }
    let runs = runs(case);
    let open = runs.iter().filter(|run| run.stopped.is_none());
    open.filter_map(|run| Some(reckon(case, run, calendar)?.due)).min()
}

/// When the resolution of the case is due, while it runs.
pub fn resolution_due(case: &Case, calendar: &Calendar) -> Option<Instant> {
    let runs = running(case, calendar);
    runs.iter().find(|run| run.0 == CaseClock::FinalResolution).map(|run| run.2)
}

/// The moment of the warning about the clock that is due at a moment.
pub fn warning(case: &Case, due: Instant, calendar: &Calendar) -> Option<Instant> {
    let runs = runs(case);
    let open = runs.iter().filter(|run| run.stopped.is_none());
    let mut reckoned = open.filter_map(|run| reckon(case, run, calendar));
    watched::warn(&reckoned.find(|one| one.due == due)?, calendar)
}

/// The days and hours from the start of a clock to its due time: which of them count, and why the
/// others do not.
pub fn explain(case: &Case, clock: &Clock, calendar: &Calendar) -> Option<Explanation> {
    let Reckoned { from, pauses, .. } = reckoned(case, clock, calendar)?;
    Some(calendar.explain_between(from, clock.due, &pauses))
}

/// What the due time of a clock rests on.
pub fn basis(case: &Case, clock: &Clock, calendar: &Calendar) -> Option<Basis> {
    reckoned(case, clock, calendar).map(|reckoned| reckoned.basis)
}

fn reckoned(case: &Case, clock: &Clock, calendar: &Calendar) -> Option<Reckoned> {
    let runs = runs(case);
    let same = |run: &&Run| {
        (run.kind, run.promise, run.started, run.stopped)
            == (clock.kind, clock.promise, clock.started, clock.stopped)
    };
    reckon(case, runs.iter().find(same)?, calendar)
}
