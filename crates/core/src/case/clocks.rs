//! Due times of a request: a pure function of its events and one calendar.
//!
//! The working time allowed is that of the agreement under which the request was sent, which stays
//! with it; where there is none, the defaults of reference §1.5.

use crate::agreement::usual;
use crate::calendar::Calendar;
use crate::case::kinds::ClockKind;
use crate::case::request::state::{Request, Run, Stage};
use crate::time::{Instant, Span};

/// A clock as shown: when it is due, whether it was met, and the working time used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clock {
    pub kind: ClockKind,
    pub started: Instant,
    pub due: Option<Instant>,
    pub stopped: Option<Instant>,
    pub state: ClockState,
    /// Working seconds from start to stop, or until now.
    pub used_seconds: i64,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClockState {
    Running,
    Met,
    Breached,
}

impl ClockState {
    pub fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Met => "met",
            Self::Breached => "breached",
        }
    }
}

/// Working time allowed for a step: as the request's agreement has it, else as usual.
pub fn allowed(request: &Request, clock: ClockKind) -> Option<Span> {
    let agreed = request.binding.as_ref().and_then(|binding| binding.target(clock));
    agreed.or_else(|| usual(clock, request.ask.service_class))
}

/// When a run is due; `None` for a delivery without a needed-by.
pub fn due(request: &Request, run: &Run, calendar: &Calendar) -> Option<Instant> {
    match (run.kind, allowed(request, run.kind)) {
        (ClockKind::Deliver, allowed) => {
            let agreed = || allowed.map(|allowed| calendar.due(run.started, allowed));
            request.ask.needed_by.or_else(agreed)
        }
        (_, allowed) => allowed.map(|allowed| calendar.due(run.started, allowed)),
    }
}

/// All clocks of a request in the order in which they started.
pub fn clocks(request: &Request, calendar: &Calendar, now: Instant) -> Vec<Clock> {
    request.runs.iter().map(|run| clock(request, run, calendar, now)).collect()
}

fn clock(request: &Request, run: &Run, calendar: &Calendar, now: Instant) -> Clock {
    let due = due(request, run, calendar);
    let until = run.stopped.unwrap_or(now);
    // Met if it stopped at the due time or before; late only strictly after (reference §2.4).
    let late = due.is_some_and(|due| until > due);
    let state = match (late, run.stopped) {
        (true, _) => ClockState::Breached,
        (false, Some(_)) => ClockState::Met,
        (false, None) => ClockState::Running,
    };
    Clock {
        kind: run.kind,
        started: run.started,
        due,
        stopped: run.stopped,
        state,
        used_seconds: calendar.elapsed(run.started, until).as_seconds(),
    }
}

/// The due time of whoever has to move; the delivery's when no shorter clock runs.
pub fn next_due(request: &Request, calendar: &Calendar) -> Option<Instant> {
    if request.ended() {
        return None;
    }
    request
        .runs
        .iter()
        .filter(|run| run.stopped.is_none())
        .filter_map(|run| due(request, run, calendar))
        .min()
}

/// Every moment at which somebody should look: each running clock's due time, and the end of a
/// wait.
pub fn timers(request: &Request, calendar: &Calendar) -> Vec<Instant> {
    if request.ended() {
        return Vec::new();
    }
    let running = request.runs.iter().filter(|run| run.stopped.is_none());
    let mut moments: Vec<_> = running.filter_map(|run| due(request, run, calendar)).collect();
    if let Stage::WaitingCustomer(wait) | Stage::WaitingThirdParty(wait) = &request.stage {
        moments.push(wait.resume_by);
    }
    moments
}
