//! When a run is due: its target, what does not count, and what was changed on the way
//! (reference §2.6).

use super::runs::Run;
use crate::agreement::PauseReason;
use crate::calendar::{Calendar, Pauses};
use crate::case::account::leading;
use crate::case::kinds::{CaseClock, Hand, Priority, WaitOn};
use crate::case::request::hands::Turn;
use crate::case::state::{Case, PriorityChange};
use crate::policy::{self, Reopened, lowered};
use crate::service_level::{Goal, Terms};
use crate::time::Instant;

pub(super) struct Reckoned {
    /// From when its time is counted.
    pub from: Instant,
    pub due: Instant,
    pub pauses: Pauses,
}

/// What a clock is promised by.
pub(super) fn goal(kind: CaseClock) -> Option<Goal> {
    Some(match kind {
        CaseClock::Acknowledgement => Goal::Acknowledgement,
        CaseClock::FirstResponse => Goal::FirstResponse,
        CaseClock::NextResponse => Goal::NextResponse,
        CaseClock::ProgressUpdate => Goal::ProgressUpdate,
        CaseClock::FirstResolution | CaseClock::FinalResolution => Goal::Resolution,
        CaseClock::Promise => return None,
    })
}

/// `None` for what nothing is promised about.
pub(super) fn reckon(case: &Case, run: &Run, calendar: &Calendar) -> Option<Reckoned> {
    let waits = waits(case, run.kind);
    if let Some(due) = run.by {
        let pauses = Pauses::of(waits);
        return Some(Reckoned { from: run.started, due, pauses });
    }
    let Some(level) = &case.service_level else {
        // Nothing was promised here, but there, in a case that goes on in this one.
        let pauses = Pauses::of(waits);
        return run.cap.map(|due| Reckoned { from: run.started, due, pauses });
    };
    let terms = &level.terms;
    let goal = goal(run.kind)?;
    let mut counting = Counting {
        terms,
        goal,
        calendar,
        from: run.started,
        priority: priority_at(case, run.started),
        pauses: waits,
        due: None,
    };
    counting.due = counting.full(counting.from);
    for change in changes(case, run) {
        match change {
            Change::Priority(change) => counting.change(change),
            Change::GoesOn { resolved, at } => counting.go_on(resolved, at),
        }
    }
    let due = counting.due.map(|due| run.cap.map_or(due, |cap| cap.min(due))).or(run.cap)?;
    let due = flagged(case, run).unwrap_or(due);
    Some(Reckoned { from: counting.from, due, pauses: Pauses::of(counting.pauses) })
}

/// What was late stays late, whatever a calendar says of today by now; only what was resolved and
/// went on since may have begun anew.
fn flagged(case: &Case, run: &Run) -> Option<Instant> {
    let due = case.flag_of(run.kind, run.started)?;
    run.gaps.iter().all(|(_, at)| *at <= due).then_some(due)
}

enum Change<'a> {
    Priority(&'a PriorityChange),
    GoesOn { resolved: Instant, at: Instant },
}

/// What changed while it ran, in order.
fn changes<'a>(case: &'a Case, run: &Run) -> Vec<Change<'a>> {
    let runs = |at: Instant| at >= run.started && run.stopped.is_none_or(|stopped| at <= stopped);
    let priorities = case.priorities.iter().filter(|change| runs(change.at));
    let mut all: Vec<_> = priorities.map(|one| (one.at, Change::Priority(one))).collect();
    let gaps = run.gaps.iter();
    all.extend(gaps.map(|(resolved, at)| (*at, Change::GoesOn { resolved: *resolved, at: *at })));
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, change)| change).collect()
}

/// The priority of the case just before a moment; what changes at it changes on the way.
fn priority_at(case: &Case, at: Instant) -> Priority {
    let later = case.priorities.iter().find(|change| change.at >= at);
    later.map_or(case.priority, |change| change.from)
}

struct Counting<'a> {
    terms: &'a Terms,
    goal: Goal,
    calendar: &'a Calendar,
    from: Instant,
    priority: Priority,
    pauses: Vec<(Instant, Instant)>,
    due: Option<Instant>,
}

impl Counting<'_> {
    /// Due with the whole target of the priority, counted from a moment.
    fn full(&self, from: Instant) -> Option<Instant> {
        let target = self.terms.target(self.priority, self.goal)?;
        Some(self.calendar.due_with(from, target, &Pauses::of(self.pauses.iter().copied())))
    }

    fn change(&mut self, change: &PriorityChange) {
        let raised = change.to > self.priority;
        self.priority = change.to;
        let target = self.terms.target(change.to, self.goal);
        let (Some(due), Some(target)) = (self.due, target) else {
            // Nothing was promised before, or nothing is from now on.
            self.due = match target {
                Some(_) => self.full(change.at),
                None if raised || !change.customer_agreed => self.due,
                None => None,
            };
            return;
        };
        let pauses = Pauses::of(self.pauses.iter().copied());
        let clock = self.clock(due, &pauses);
        self.due = Some(match raised {
            true => self.terms.raising.raised(&clock, change.at, target),
            false => lowered(&clock, target, change.customer_agreed),
        });
    }

    fn go_on(&mut self, resolved: Instant, at: Instant) {
        let Some(due) = self.due else { return };
        let pauses = Pauses::of(self.pauses.iter().copied());
        // Whatever the clock was due by, restarting gives what the priority is promised now.
        let restarted = self.full(at);
        let reopened = self.terms.reopening.reopened(&self.clock(due, &pauses), resolved, at);
        match (self.terms.reopening, reopened) {
            (policy::Reopening::Continuous, Reopened::Due(_)) => {}
            (policy::Reopening::Resume, Reopened::Due(resumed)) => {
                self.pauses.push((resolved, at));
                self.due = Some(resumed);
            }
            (policy::Reopening::Restart, Reopened::Due(_)) | (_, Reopened::NewCase) => {
                self.from = at;
                self.due = restarted;
            }
        }
    }

    /// The clock as it runs so far, whatever has changed its due time.
    fn clock<'a>(&'a self, due: Instant, pauses: &'a Pauses) -> policy::Clock<'a> {
        let target = self.calendar.elapsed_with(self.from, due, pauses);
        policy::Clock { calendar: self.calendar, start: self.from, target, pauses }
    }
}

/// When the case stood still for a reason that its service level lists. A wait that goes on lasts
/// until the moment by which it is to be over.
fn waits(case: &Case, kind: CaseClock) -> Vec<(Instant, Instant)> {
    let ends = case.turns.iter().skip(1).map(|next| Some(next.since)).chain([waits_until(case)]);
    let pairs = case.turns.iter().zip(ends).filter(|(turn, _)| stops(case, kind, turn).is_some());
    pairs.filter_map(|(turn, until)| Some((turn.since, until?))).collect()
}

/// Why a clock stands still while the case is in these hands, if it does.
fn stops(case: &Case, kind: CaseClock, turn: &Turn) -> Option<PauseReason> {
    let resolution = goal(kind) == Some(Goal::Resolution);
    let level = case.service_level.as_ref().filter(|_| resolution)?;
    let (wait, reason) = match turn.hand {
        Hand::Customer => (WaitOn::Customer, PauseReason::Customer),
        Hand::ThirdParty => (WaitOn::ThirdParty, PauseReason::ThirdParty),
        _ => return None,
    };
    level.terms.pauses.contains(&wait).then_some(reason)
}

/// Why a clock stands still, as far as the case itself says.
pub(super) fn still(case: &Case, kind: CaseClock) -> Option<PauseReason> {
    stops(case, kind, case.turns.last()?)
}

fn waits_until(case: &Case) -> Option<Instant> {
    leading(case)?.standstills.last()?.until()
}

/// Whether the resolution stands still at a moment.
pub(super) fn stands_still(case: &Case, kind: CaseClock, now: Instant) -> bool {
    waits(case, kind).iter().any(|(from, until)| (*from..*until).contains(&now))
}
