//! What would have been kept of terms that nobody has signed yet, held against what was asked
//! before.

use std::collections::BTreeMap;

use super::figures::{Outcome, Ran, Row, Tally, Trace, Window, of_side};
use super::kinds::{ClockKind, LeftOut, ServiceClass, Side};
use super::state::Terms;
use super::targets::{EMERGENCY, stops};
use crate::calendar::{Calendar, Pauses};
use crate::ids::RequestId;
use crate::time::Instant;

/// By whose hours each side's clocks are counted.
#[derive(Clone, Copy, Debug)]
pub struct Hours<'a> {
    pub from: &'a Calendar,
    pub to: &'a Calendar,
}

impl Hours<'_> {
    fn of(&self, trace: &Trace, ran: &Ran) -> &Calendar {
        match ran.kind.side() {
            Side::To if trace.runs_day_and_night(ran) => self.to.around_the_clock(),
            Side::To => self.to,
            Side::From => self.from,
        }
    }
}

/// A clock that was in time by the terms it ran under, and would have been late.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewlyLate {
    pub request: RequestId,
    pub reference: String,
    pub kind: ClockKind,
    pub due: Instant,
    pub stopped: Option<Instant>,
}

/// Clocks that would have fallen due in the window.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Simulation {
    pub window: Window,
    /// Steps and classes of which there was any, in order.
    pub rows: Vec<Row>,
    /// What was due first comes first.
    pub newly_late: Vec<NewlyLate>,
}

impl Simulation {
    /// All that one side would have owed.
    pub fn side(&self, side: Side) -> Tally {
        of_side(&self.rows, side)
    }
}

/// Holds terms against what ran. The agreed time of a delivery counts even where the sender had
/// named a moment, for that is what they would have gone by; only a legal deadline and a ruling
/// stay. The time used is that of all that count, of what is open until the window's end.
pub fn simulate<'a>(
    traces: impl IntoIterator<Item = &'a Trace>,
    terms: &Terms,
    hours: Hours<'_>,
    window: Window,
) -> Simulation {
    let mut tallies: BTreeMap<(ClockKind, ServiceClass), Tally> = BTreeMap::new();
    let mut newly_late = Vec::new();
    for trace in traces {
        for ran in &trace.runs {
            let Some(would) = would(trace, ran, terms, hours, window.until) else { continue };
            if !window.holds(would.due) {
                continue;
            }
            let calendar = hours.of(trace, ran);
            let until = ran.stopped.unwrap_or(window.until);
            let used = || Some(calendar.elapsed_with(would.started, until, &would.pauses));
            tallies.entry((ran.kind, trace.class)).or_default().count(would.outcome, false, used);
            let late = matches!(would.outcome, Outcome::Late | Outcome::Open);
            if late && ran.due.is_none_or(|due| until <= due) {
                newly_late.push(NewlyLate {
                    request: trace.request,
                    reference: trace.reference.clone(),
                    kind: ran.kind,
                    due: would.due,
                    stopped: ran.stopped,
                });
            }
        }
    }
    newly_late.sort_by_key(|late| (late.due, late.request, late.kind));
    let row = |((kind, class), mut tally): ((ClockKind, ServiceClass), Tally)| {
        tally.sort();
        Row { kind, class, tally }
    };
    Simulation { window, rows: tallies.into_iter().map(row).collect(), newly_late }
}

impl Trace {
    fn runs_day_and_night(&self, ran: &Ran) -> bool {
        self.emergency && ran.kind == ClockKind::Acknowledge
    }
}

/// A clock as it would have been.
struct Would {
    started: Instant,
    due: Instant,
    pauses: Pauses,
    outcome: Outcome,
}

/// `None` for a clock that has no due time, or runs and is not due.
fn would(trace: &Trace, ran: &Ran, terms: &Terms, hours: Hours<'_>, now: Instant) -> Option<Would> {
    let calendar = hours.of(trace, ran);
    let until = ran.stopped.unwrap_or(now);
    let pauses = pauses(trace, ran, terms, until);
    let (started, held) = match (ran.kind.side(), facts_came(trace, terms)) {
        (Side::From, _) => (ran.started, false),
        (Side::To, Some(came)) => (ran.started.max(came), came > until),
        (Side::To, None) => (ran.started, true),
    };
    let due = due(trace, ran, terms, started, &pauses, calendar)?;
    if held {
        return Some(Would { started, due, pauses, outcome: Outcome::LeftOut(LeftOut::Held) });
    }
    let outcome = ran.outcome(due, now)?;
    Some(Would { started, due, pauses, outcome })
}

fn due(
    trace: &Trace,
    ran: &Ran,
    terms: &Terms,
    started: Instant,
    pauses: &Pauses,
    calendar: &Calendar,
) -> Option<Instant> {
    if ran.ruled.is_some() {
        return ran.ruled;
    }
    let agreed = terms.target(ran.kind, trace.class);
    match (ran.kind, trace.needed_by) {
        (ClockKind::Deliver, Some(by)) if trace.legal || agreed.is_none() => {
            Some(calendar.put_off(started, by, pauses, &trace.lost))
        }
        _ if trace.runs_day_and_night(ran) => Some(calendar.due(started, agreed?.min(EMERGENCY))),
        _ => Some(calendar.due_with(started, agreed?, pauses)),
    }
}

/// What the terms let stand still, of a delivery that no law presses.
fn pauses(trace: &Trace, ran: &Ran, terms: &Terms, until: Instant) -> Pauses {
    if ran.kind != ClockKind::Deliver || trace.legal {
        return Pauses::default();
    }
    let listed = trace.stills.iter().filter(|still| stops(&terms.pauses, still.reason));
    Pauses::of(listed.map(|still| (still.from, still.until.unwrap_or(until))))
}

/// When the last fact that the terms ask for was shared; `None` while one is missing.
fn facts_came(trace: &Trace, terms: &Terms) -> Option<Instant> {
    let first = |fact: &String| {
        let shared = trace.shared.iter().filter(|shared| shared.field == *fact);
        shared.map(|shared| shared.from).min()
    };
    let mut last = Instant::from_millis(i64::MIN);
    for fact in &terms.facts {
        last = last.max(first(fact)?);
    }
    Some(last)
}
