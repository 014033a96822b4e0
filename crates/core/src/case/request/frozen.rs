//! What a clock said when it stopped (law L9), and whether somebody has excused that it was late.
//!
//! No calendar, agreement or department that comes later changes a result. A breach stays one: it
//! may be excused, and is reported both ways (reference §2.6, §5.1 rule 7).

use serde::{Deserialize, Serialize};

use crate::calendar::Calendars;
use crate::case::clocks;
use crate::case::event::ClockStopped;
use crate::case::kinds::{ClockEnd, ClockKind, Mover};
use crate::case::request::state::{Request, Run, Stage};
use crate::case::state::Case;
use crate::ids::{DepartmentId, PersonId};
use crate::time::Instant;
use crate::vault::WordRef;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Frozen {
    pub due: Option<Instant>,
    /// Working time from start to stop, without the pauses.
    pub used_ms: i64,
    /// Working time in pauses.
    pub paused_ms: i64,
    pub late: bool,
    pub end: ClockEnd,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Excused {
    pub by: PersonId,
    pub at: Instant,
    pub reason: WordRef,
}

/// The clocks that have stopped and whose results are not written down yet.
pub(in crate::case) fn stopped(case: &Case, calendars: &Calendars) -> Vec<ClockStopped> {
    let of = |request: &Request, run: &Run| {
        let result = clocks::result(request, run, calendars, run.stopped?);
        Some(ClockStopped { request: request.id, clock: run.kind, started: run.started, result })
    };
    let fresh = |run: &&Run| run.stopped.is_some() && run.frozen.is_none();
    let mut all = Vec::new();
    for request in &case.requests {
        all.extend(request.runs.iter().filter(fresh).filter_map(|run| of(request, run)));
    }
    all
}

pub(super) fn freeze(request: &mut Request, event: &ClockStopped) {
    let this = |run: &&mut Run| {
        (run.kind, run.started) == (event.clock, event.started)
            && run.stopped.is_some()
            && run.frozen.is_none()
    };
    if let Some(run) = request.runs.iter_mut().find(this) {
        run.frozen = Some(event.result);
    }
}

pub(super) fn excuse(request: &mut Request, clock: ClockKind, started: Instant, excused: Excused) {
    let this = |run: &&mut Run| (run.kind, run.started) == (clock, started);
    for run in request.runs.iter_mut().filter(this) {
        run.excused = Some(excused);
    }
}

impl Request {
    /// How a clock ends that stops now.
    pub(in crate::case) fn clock_end(&self) -> ClockEnd {
        match self.stage {
            Stage::Declined { .. } => ClockEnd::Declined,
            Stage::Withdrawn => ClockEnd::Withdrawn,
            Stage::Merged { .. } => ClockEnd::Merged,
            _ => ClockEnd::Done,
        }
    }

    /// The side that owes what a clock measures. The customer is told by the department that has
    /// the case.
    pub fn owes(&self, clock: ClockKind) -> Mover {
        match clock {
            ClockKind::Acknowledge | ClockKind::ReadBack | ClockKind::Deliver => Mover::To,
            ClockKind::Tell if self.with_owner => Mover::To,
            ClockKind::HearBack
            | ClockKind::Clarify
            | ClockKind::Counter
            | ClockKind::Verify
            | ClockKind::Tell => Mover::From,
        }
    }

    /// The department that waited for a clock, and may excuse that it was late.
    pub fn waited_for(&self, clock: ClockKind) -> DepartmentId {
        if self.owes(clock) == Mover::To { self.from } else { self.ask.to }
    }

    /// Runs that are known to be late and that nobody has excused.
    pub fn unexcused(&self) -> impl Iterator<Item = &Run> {
        let flagged = |run: &Run| self.flag_of(run.kind, run.started).is_some();
        let late = move |run: &&Run| run.frozen.map_or_else(|| flagged(run), |frozen| frozen.late);
        self.runs.iter().filter(|run| self.excused(run).is_none()).filter(late)
    }
}
