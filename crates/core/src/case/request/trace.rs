//! The clocks of a request as boards and figures take them.

use crate::agreement::{LeftOut, PauseReason, Ran, Shared, Side, Still, Trace};
use crate::calendar::Calendars;
use crate::case::clocks;
use crate::case::kinds::{ClockEnd, ClockKind, Mover, NeededByReason};
use crate::case::request::state::{Request, Run};
use crate::case::state::Case;
use crate::ids::{AgreementId, DepartmentId, PersonId};
use crate::time::{Instant, Span};

/// A clock of a request, with whose duty it is. What it says depends on the request alone, not on
/// when it is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    /// Its place among the clocks of the request, from 0.
    pub n: usize,
    pub kind: ClockKind,
    pub from: DepartmentId,
    /// The department that was asked when it started.
    pub to: DepartmentId,
    /// Who must move; the other one waits.
    pub side: Side,
    /// Of the department that must move, who has it, as far as somebody does.
    pub person: Option<PersonId>,
    /// The agreement that it runs under.
    pub agreement: Option<AgreementId>,
    pub started: Instant,
    pub stopped: Option<Instant>,
    /// `None` while it stands still for as long as nobody knows, and where there is no time. What
    /// was late before a ruling set it anew is due when it was.
    pub due: Option<Instant>,
    /// When three quarters of its time have passed; of what runs.
    pub warn: Option<Instant>,
    /// Why it stands still, if it does.
    pub still: Option<PauseReason>,
    /// It stopped because the request ended another way.
    pub left_out: Option<LeftOut>,
    /// Working time from its start to its stop.
    pub used: Option<Span>,
    /// Whoever waited, or ruled, has excused that it was late.
    pub excused: bool,
}

/// All clocks of a request in the order in which they started.
pub fn marks(request: &Request, calendars: &Calendars) -> Vec<Mark> {
    let mark = |(n, run): (usize, &Run)| {
        let (under, side) = (request.under(run.started), duty(request, run));
        Mark {
            n,
            kind: run.kind,
            from: request.from,
            to: under.department,
            side,
            person: person(request, run, side),
            agreement: under.binding.map(|binding| binding.agreement),
            started: run.started,
            stopped: run.stopped,
            due: request.late_since(run).or_else(|| clocks::due(request, run, calendars)),
            warn: run.stopped.is_none().then(|| clocks::warn(request, run, calendars)).flatten(),
            still: run.stopped.is_none().then(|| clocks::still(request, run)).flatten(),
            left_out: left_out(run),
            used: run.frozen.map(|frozen| Span::millis(frozen.used_ms)),
            excused: request.excused(run).is_some(),
        }
    };
    request.runs.iter().enumerate().map(mark).collect()
}

fn duty(request: &Request, run: &Run) -> Side {
    if request.owes(run.kind) == Mover::To { Side::To } else { Side::From }
}

fn person(request: &Request, run: &Run, duty: Side) -> Option<PersonId> {
    match duty {
        Side::From => Some(request.sender),
        Side::To => request.assignee.filter(|_| run.stopped.is_none()),
    }
}

/// A trace for each department that was asked, in the order in which they were.
pub fn traces(case: &Case, request: &Request, calendars: &Calendars) -> Vec<Trace> {
    let mut traces: Vec<Trace> = Vec::new();
    for run in &request.runs {
        let under = request.under(run.started);
        let known = traces.iter().position(|trace| trace.to == under.department);
        let place = known.unwrap_or_else(|| {
            traces.push(begun(case, request, under.department, run.started));
            traces.len() - 1
        });
        if let Some(trace) = traces.get_mut(place) {
            trace.runs.push(ran(request, run, calendars));
        }
    }
    traces
}

fn begun(case: &Case, request: &Request, to: DepartmentId, asked: Instant) -> Trace {
    Trace {
        case: case.id,
        request: request.id,
        reference: format!("{}/{}", case.reference(), request.ordinal),
        from: request.from,
        to,
        service: request.ask.service,
        class: request.ask.service_class,
        needed_by: request.ask.needed_by,
        legal: request.ask.needed_by_reason == NeededByReason::LegalClock,
        emergency: request.is_emergency(asked),
        shared: request.grants.iter().map(shared).collect(),
        stills: request
            .standstills
            .iter()
            .map(|still| Still { reason: still.reason, from: still.from, until: still.until() })
            .collect(),
        lost: request.lost(),
        runs: Vec::new(),
    }
}

fn shared(grant: &crate::case::request::state::Grant) -> Shared {
    Shared { field: grant.item.field.clone(), from: grant.from }
}

fn ran(request: &Request, run: &Run, calendars: &Calendars) -> Ran {
    let (late_since, restated) = (request.late_since(run), request.restated(run.kind, run.started));
    Ran {
        kind: run.kind,
        started: run.started,
        stopped: run.stopped,
        left_out: left_out(run),
        excused: request.excused(run).is_some(),
        due: late_since.or_else(|| clocks::due(request, run, calendars)),
        // A ruling on what was late already takes nothing back.
        ruled: late_since.or(restated.map(|one| one.due)),
    }
}

/// Whether a clock stopped because the request came to its end another way.
fn left_out(run: &Run) -> Option<LeftOut> {
    match run.frozen?.end {
        ClockEnd::Done => None,
        ClockEnd::Declined => Some(LeftOut::Declined),
        ClockEnd::Withdrawn => Some(LeftOut::Withdrawn),
        ClockEnd::Merged => Some(LeftOut::Merged),
    }
}
