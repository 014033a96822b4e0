//! Due times of a request: a pure function of its events and the calendars of both sides.
//!
//! The working time allowed is that of the agreement under which the request was sent, which stays
//! with it; where there is none, the defaults of reference §1.5. The clock of the delivery stands
//! still while the request waits for a reason that the agreement lists (§2.6), and always while who
//! asks has to answer a question (§1.5); the other clocks never do.

use crate::agreement::{Binding, CounterRule, EMERGENCY, PauseReason, USUAL_PAUSES, stops, usual};
use crate::calendar::{Calendar, Calendars, Explanation, Pauses};
use crate::case::kinds::{ClockEnd, ClockKind, NeededByReason};
use crate::case::request::frozen::{Excused, Frozen};
use crate::case::request::ladder;
use crate::case::request::standstill::Standstill;
use crate::case::request::state::{Request, Run, Stage};
use crate::time::{Instant, Span};

/// A clock as shown: when it is due, whether it was met, and the working time used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clock {
    pub kind: ClockKind,
    pub started: Instant,
    pub due: Option<Instant>,
    /// When it was due before a ruling set it anew.
    pub was_due: Option<Instant>,
    pub stopped: Option<Instant>,
    pub state: ClockState,
    /// Working seconds from start to stop, or until now, without the pauses.
    pub used_seconds: i64,
    /// Working seconds in pauses.
    pub paused_seconds: i64,
    /// Who waited, or ruled, does not hold against them that it was late.
    pub excused: Option<Excused>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClockState {
    Running,
    /// It stands still. The due time is the one if it went on when the wait is over, or now while
    /// a question has no answer.
    Paused,
    Met,
    /// It ended before its step was done: declined, withdrawn or merged.
    Stopped,
    Breached,
}

impl ClockState {
    pub const NAMES: &'static [&'static str] = &["running", "paused", "met", "stopped", "breached"];

    pub fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Met => "met",
            Self::Stopped => "stopped",
            Self::Breached => "breached",
        }
    }
}

/// Working time allowed for a step: as the request's agreement has it, else as usual, and no more
/// than an emergency allows.
fn allowed(request: &Request, kind: ClockKind, started: Instant) -> Option<Span> {
    let agreed = request.under(started).binding.and_then(|binding| binding.target(kind));
    let allowed = agreed.or_else(|| usual(kind, request.ask.service_class))?;
    let at_once = request.runs_day_and_night(kind, started);
    Some(if at_once { allowed.min(EMERGENCY) } else { allowed })
}

/// The standstills that stop a run: of the delivery questions and what was agreed on, and none of
/// another.
fn stopping<'a>(request: &'a Request, run: &Run) -> impl Iterator<Item = &'a Standstill> {
    // A legal clock stops by its own rule only.
    let legal = request.ask.needed_by_reason == NeededByReason::LegalClock;
    let stoppable = run.kind == ClockKind::Deliver && !legal;
    let binding = request.under(run.started).binding;
    let listed = binding.map_or(USUAL_PAUSES, |binding| binding.pauses.as_slice());
    request.standstills.iter().filter(move |still| stoppable && stops(listed, still.reason))
}

/// Working time in the pauses of a delivery that runs to a moment, which the next edition of its
/// calendar closes. An end that nobody knows yet lies beyond that moment.
pub(super) fn losing(
    request: &Request,
    run: &Run,
    before: &Calendars,
    after: &Calendars,
) -> Option<Pauses> {
    let by = needed_by(request, run).filter(|_| run.kind == ClockKind::Deliver)?;
    let pauses = Pauses::of([(run.started, by)]).within(&pauses(request, run, Some(by))?);
    let open = |calendars| request.calendar(run.kind, run.started, calendars).open_in(&pauses);
    Some(open(before).without(&open(after))).filter(|lost| !lost.is_empty())
}

/// What does not count for a run. A pause whose end is not known lasts until `open`; `None` when
/// there is one and no such moment is given.
fn pauses(request: &Request, run: &Run, open: Option<Instant>) -> Option<Pauses> {
    let span = |still: &Standstill| Some((still.from, still.until().or(open)?));
    stopping(request, run).map(span).collect::<Option<Vec<_>>>().map(Pauses::of)
}

/// When a run is due; `None` for a delivery without a needed-by, and while it stands still for as
/// long as nobody knows.
pub fn due(request: &Request, run: &Run, calendars: &Calendars) -> Option<Instant> {
    if let Some(frozen) = run.frozen {
        return request.restated(run.kind, run.started).map(|one| one.due).or(frozen.due);
    }
    let calendar = request.calendar(run.kind, run.started, calendars);
    due_without(request, run, calendar, &pauses(request, run, run.stopped)?)
}

fn due_without(
    request: &Request,
    run: &Run,
    calendar: &Calendar,
    pauses: &Pauses,
) -> Option<Instant> {
    if let Some(restated) = request.restated(run.kind, run.started) {
        return Some(restated.due);
    }
    let by_target = || {
        let target = allowed(request, run.kind, run.started)?;
        Some(calendar.due_with(run.started, target, pauses))
    };
    match (run.kind, needed_by(request, run)) {
        (ClockKind::Deliver, Some(by)) => {
            Some(calendar.put_off(run.started, by, pauses, &request.lost()))
        }
        // What was late stays late, whatever a calendar says of today by now.
        _ => request.flag_of(run.kind, run.started).or_else(by_target),
    }
}

/// The moment that a delivery is measured by: what was accepted in its place, unless the agreement
/// says that the first one stays.
fn needed_by(request: &Request, run: &Run) -> Option<Instant> {
    let stays = |binding: &Binding| binding.counter == CounterRule::Stays;
    let first =
        request.first_needed_by.filter(|_| request.under(run.started).binding.is_some_and(stays));
    first.or(request.ask.needed_by)
}

/// When three quarters of the working time of a run have passed; `None` where it has no due time.
pub fn warn(request: &Request, run: &Run, calendars: &Calendars) -> Option<Instant> {
    quarters(request, run, calendars, 3)
}

/// When a delivery has taken twice its time; `None` for another clock, and for one that had no
/// working time at all.
pub fn twice(request: &Request, run: &Run, calendars: &Calendars) -> Option<Instant> {
    let due = due(request, run, calendars).filter(|_| run.kind == ClockKind::Deliver)?;
    quarters(request, run, calendars, 8).filter(|twice| *twice > due)
}

/// When so many quarters of the working time of a run have passed.
fn quarters(request: &Request, run: &Run, calendars: &Calendars, number: i64) -> Option<Instant> {
    let calendar = request.calendar(run.kind, run.started, calendars);
    let pauses = pauses(request, run, run.stopped)?;
    let due = due_without(request, run, calendar, &pauses)?;
    let time = calendar.elapsed_with(run.started, due, &pauses).as_millis();
    Some(calendar.due_with(run.started, Span::millis(time / 4 * number), &pauses))
}

/// When three quarters have passed of what is due at a moment: of a clock that runs, else of a
/// level that was added, a dispute, or a wait.
pub fn warning(request: &Request, at: Instant, calendars: &Calendars) -> Option<Instant> {
    let mut running = request.runs.iter().filter(|run| run.stopped.is_none());
    if let Some(run) = running.find(|run| due(request, run, calendars) == Some(at)) {
        return warn(request, run, calendars);
    }
    let calendar = request.asked_calendar(calendars);
    let of_level = request.unanswered().filter(|one| ladder::due(one, calendar) == at);
    let of_dispute =
        request.dispute.as_ref().filter(|_| request.dispute_due(calendars) == Some(at));
    let since = match &request.stage {
        _ if of_level.is_some() => of_level?.at,
        _ if of_dispute.is_some() => of_dispute?.at,
        Stage::WaitingCustomer(wait) | Stage::WaitingThirdParty(wait) if wait.resume_by == at => {
            wait.since
        }
        _ => return None,
    };
    let time = calendar.elapsed(since, at).as_millis();
    Some(calendar.due(since, Span::millis(time / 4 * 3)))
}

/// Why a run stands still, if it does.
pub fn still(request: &Request, run: &Run) -> Option<PauseReason> {
    stopping(request, run).find(|one| one.resumed.is_none()).map(|one| one.reason)
}

/// Where the time of a clock comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Basis {
    /// The sender has said when it is needed.
    NeededBy,
    /// It was agreed, in this version of the agreement.
    Agreed { number: u32, target: Span },
    /// Whoever ruled on a dispute has set it anew.
    Ruled,
    /// Nothing was agreed about it.
    Usual { target: Span },
    /// By the clock on the wall, whatever was agreed.
    Emergency { target: Span },
}

/// `None` for a clock that has no due time.
pub fn basis(request: &Request, kind: ClockKind, started: Instant) -> Option<Basis> {
    if request.restated(kind, started).is_some() {
        return Some(Basis::Ruled);
    }
    if request.runs_day_and_night(kind, started) {
        return allowed(request, kind, started).map(|target| Basis::Emergency { target });
    }
    if kind == ClockKind::Deliver && request.ask.needed_by.is_some() {
        return Some(Basis::NeededBy);
    }
    let agreed = request.under(started).binding.and_then(|binding| {
        let (number, target) = (binding.number, binding.target(kind)?);
        Some(Basis::Agreed { number, target })
    });
    let usual = || usual(kind, request.ask.service_class).map(|target| Basis::Usual { target });
    agreed.or_else(usual)
}

/// The days and hours from the start of a run to its due time: which of them count, and why the
/// others do not. `None` for one that has no due time.
pub fn explain(
    request: &Request,
    run: &Run,
    calendars: &Calendars,
    now: Instant,
) -> Option<Explanation> {
    let calendar = request.calendar(run.kind, run.started, calendars);
    let pauses = pauses(request, run, Some(run.stopped.unwrap_or(now))).unwrap_or_default();
    let due = match run.frozen {
        Some(_) => due(request, run, calendars),
        None => due_without(request, run, calendar, &pauses),
    }?;
    Some(calendar.explain_between(run.started, due, &pauses))
}

/// All clocks of a request in the order in which they started.
pub fn clocks(request: &Request, calendars: &Calendars, now: Instant) -> Vec<Clock> {
    request.runs.iter().map(|run| clock(request, run, calendars, now)).collect()
}

fn clock(request: &Request, run: &Run, calendars: &Calendars, now: Instant) -> Clock {
    let until = run.stopped.unwrap_or(now);
    let result = run.frozen.unwrap_or_else(|| result(request, run, calendars, until));
    let restated = request.restated(run.kind, run.started);
    let due = restated.map_or(result.due, |one| Some(one.due));
    let late = match restated {
        Some(_) => is_late(due, until) || request.late_since(run).is_some(),
        None => result.late,
    };
    let still = stopping(request, run).any(|one| one.until().is_none_or(|until| until > now));
    let state = match (late, run.stopped) {
        (true, _) => ClockState::Breached,
        (false, Some(_)) if result.end == ClockEnd::Done => ClockState::Met,
        (false, Some(_)) => ClockState::Stopped,
        (false, None) if still => ClockState::Paused,
        (false, None) => ClockState::Running,
    };
    Clock {
        kind: run.kind,
        started: run.started,
        due,
        was_due: restated.and_then(|one| one.was),
        stopped: run.stopped,
        state,
        used_seconds: Span::millis(result.used_ms).as_seconds(),
        paused_seconds: Span::millis(result.paused_ms).as_seconds(),
        excused: request.excused(run),
    }
}

/// What a run says when it stops at this moment.
pub(super) fn result(
    request: &Request,
    run: &Run,
    calendars: &Calendars,
    until: Instant,
) -> Frozen {
    let calendar = request.calendar(run.kind, run.started, calendars);
    let pauses = pauses(request, run, Some(until)).unwrap_or_default();
    let due = due_without(request, run, calendar, &pauses);
    let used = calendar.elapsed_with(run.started, until, &pauses).as_millis();
    let paused_ms = calendar.elapsed(run.started, until).as_millis() - used;
    let late = is_late(due, until) || request.late_since(run).is_some();
    let end = request.clock_end();
    Frozen { due, used_ms: used, paused_ms, late, end }
}

/// Met if it stopped at the due time or before; late only strictly after (reference §2.4).
fn is_late(due: Option<Instant>, until: Instant) -> bool {
    due.is_some_and(|due| until > due)
}

/// The due time of whoever has to move; the delivery's when no shorter clock runs.
pub fn next_due(request: &Request, calendars: &Calendars) -> Option<Instant> {
    if request.ended() {
        return None;
    }
    request
        .runs
        .iter()
        .filter(|run| run.stopped.is_none())
        .filter_map(|run| due(request, run, calendars))
        .min()
}

/// Every moment at which somebody should look: each running clock's due time, when a late delivery
/// has taken twice its time, and the end of a wait.
pub fn timers(request: &Request, calendars: &Calendars) -> Vec<Instant> {
    if request.ended() {
        return Vec::new();
    }
    let running = request.runs.iter().filter(|run| run.stopped.is_none());
    let late = running.clone().filter(|run| request.flag_of(run.kind, run.started).is_some());
    let mut moments: Vec<_> = late.filter_map(|run| twice(request, run, calendars)).collect();
    moments.extend(running.filter_map(|run| due(request, run, calendars)));
    if let Stage::WaitingCustomer(wait) | Stage::WaitingThirdParty(wait) = &request.stage {
        moments.push(wait.resume_by);
    }
    moments.extend(request.dispute_due(calendars));
    moments.extend(request.position_due(calendars));
    let calendar = request.asked_calendar(calendars);
    moments.extend(request.unanswered().map(|escalation| ladder::due(escalation, calendar)));
    moments
}
