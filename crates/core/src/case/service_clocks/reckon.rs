//! When a run is due: its target, what does not count, and what was changed on the way
//! (reference §2.6).

use super::basis::{Basis, Held, Rule, Share};
use super::runs::Run;
use crate::agreement::PauseReason;
use crate::calendar::{Calendar, Pauses};
use crate::case::account::leading;
use crate::case::kinds::{CaseClock, Hand, Priority};
use crate::case::request::hands::Turn;
use crate::case::state::{Case, PriorityChange};
use crate::policy::{self, Raising, Reopened, lowered};
use crate::service_level::{Goal, Terms};
use crate::time::Instant;

pub(super) struct Reckoned {
    /// From when its time is counted.
    pub from: Instant,
    pub due: Instant,
    pub pauses: Pauses,
    pub basis: Basis,
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
    let Some(due) = run.by else { return by_level(case, run, calendar) };
    let basis = Basis::from(match run.kind {
        CaseClock::Promise => Rule::Promised,
        CaseClock::ProgressUpdate => {
            Rule::NextUpdate { allowed: by_level(case, run, calendar).map(|level| level.due) }
        }
        _ => Rule::Merged,
    });
    Some(Reckoned { from: run.started, due, pauses: Pauses::of(waits(case, run.kind)), basis })
}

/// As the service level has it, and what a case that goes on in this one had promised.
fn by_level(case: &Case, run: &Run, calendar: &Calendar) -> Option<Reckoned> {
    let waits = waits(case, run.kind);
    let Some(level) = &case.service_level else {
        // Nothing was promised here, but there, in a case that goes on in this one.
        let (from, pauses, basis) = (run.started, Pauses::of(waits), Rule::Merged.into());
        return run.cap.map(|due| Reckoned { from, due, pauses, basis });
    };
    let mut counting = Counting {
        terms: &level.terms,
        goal: goal(run.kind)?,
        calendar,
        from: run.started,
        anew: false,
        priority: priority_at(case, run.started),
        pauses: waits,
        due: None,
    };
    counting.due = counting.full();
    for change in changes(case, run) {
        match change {
            Change::Priority(change) => counting.change(change),
            Change::GoesOn { resolved, at } => counting.go_on(resolved, at),
        }
    }
    let capped = |(due, basis)| match run.cap.filter(|cap| *cap < due) {
        Some(cap) => (cap, Rule::Merged.into()),
        None => (due, basis),
    };
    let merged = || run.cap.map(|cap| (cap, Rule::Merged.into()));
    let (due, basis) = counting.due.map(capped).or_else(merged)?;
    let (due, basis) = match flagged(case, run).filter(|flagged| *flagged != due) {
        Some(flagged) => (flagged, Rule::Late.into()),
        None => (due, basis),
    };
    Some(Reckoned { from: counting.from, due, pauses: Pauses::of(counting.pauses), basis })
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
    /// It has begun anew since it started.
    anew: bool,
    priority: Priority,
    pauses: Vec<(Instant, Instant)>,
    /// With what it rests on.
    due: Option<(Instant, Basis)>,
}

impl Counting<'_> {
    /// What the priority gives, if anything.
    fn share(&self) -> Option<Share> {
        let (priority, target) = (self.priority, self.terms.target(self.priority, self.goal)?);
        Some(Share { priority, target })
    }

    /// When the whole target of the priority has passed since a moment.
    fn after(&self, from: Instant, share: Share) -> Instant {
        self.calendar.due_with(from, share.target, &Pauses::of(self.pauses.iter().copied()))
    }

    /// Due with the whole target of the priority, counted from where its time is counted.
    fn full(&self) -> Option<(Instant, Basis)> {
        let share = self.share()?;
        let rule = if self.anew { Rule::Anew(share) } else { Rule::Target(share) };
        Some((self.after(self.from, share), rule.into()))
    }

    fn change(&mut self, change: &PriorityChange) {
        let raised = change.to > self.priority;
        let stays = raised || !change.customer_agreed;
        let why = if raised { Held::Raised(change.to) } else { Held::NotAgreed(change.to) };
        let held = stays.then_some(why);
        self.priority = change.to;
        let (Some((due, basis)), Some(share)) = (self.due, self.share()) else {
            // Nothing was promised before, or nothing is from now on.
            let begun = self
                .share()
                .map(|share| (self.after(change.at, share), Rule::FromChange(share).into()));
            let kept =
                self.due.filter(|_| stays).map(|(due, basis)| (due, Basis { held, ..basis }));
            self.due = begun.or(kept);
            return;
        };
        let pauses = Pauses::of(self.pauses.iter().copied());
        let clock = self.clock(due, &pauses);
        let moved = match raised {
            true => self.terms.raising.raised(&clock, change.at, share.target),
            false => lowered(&clock, share.target, change.customer_agreed),
        };
        self.due = match self.full().filter(|(full, _)| *full == moved) {
            Some(full) => Some(full),
            None if moved == clock.due() => Some((moved, Basis { held, ..basis })),
            None => Some((moved, raised_by(self.terms.raising, share).into())),
        };
    }

    fn go_on(&mut self, resolved: Instant, at: Instant) {
        let Some((due, basis)) = self.due else { return };
        let pauses = Pauses::of(self.pauses.iter().copied());
        let reopened = self.terms.reopening.reopened(&self.clock(due, &pauses), resolved, at);
        match (self.terms.reopening, reopened) {
            (policy::Reopening::Continuous, Reopened::Due(_)) => {}
            (policy::Reopening::Resume, Reopened::Due(resumed)) => {
                self.pauses.push((resolved, at));
                self.due = Some((resumed, basis));
            }
            (policy::Reopening::Restart, Reopened::Due(_)) | (_, Reopened::NewCase) => {
                // Whatever it was due by, it gets what the priority is promised now.
                self.from = at;
                self.anew = true;
                self.due = self.full();
            }
        }
    }

    /// The clock as it runs so far, whatever has changed its due time.
    fn clock<'a>(&'a self, due: Instant, pauses: &'a Pauses) -> policy::Clock<'a> {
        let target = self.calendar.elapsed_with(self.from, due, pauses);
        policy::Clock { calendar: self.calendar, start: self.from, target, pauses }
    }
}

fn raised_by(raising: Raising, share: Share) -> Rule {
    match raising {
        Raising::Retroactive => Rule::Floor(share),
        Raising::FromChange => Rule::FromChange(share),
        Raising::ProRata => Rule::ProRata(share),
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
    let wait = level.terms.pauses.iter().find(|on| Hand::from(**on) == turn.hand)?;
    Some((*wait).into())
}

/// Why a clock stands still, as far as the case itself says.
pub(super) fn still(case: &Case, kind: CaseClock) -> Option<PauseReason> {
    stops(case, kind, case.turns.last()?)
}

fn waits_until(case: &Case) -> Option<Instant> {
    match case.wait {
        Some(wait) => Some(wait.resume_by),
        None => leading(case)?.standstills.last()?.until(),
    }
}

/// Whether the resolution stands still at a moment.
pub(super) fn stands_still(case: &Case, kind: CaseClock, now: Instant) -> bool {
    waits(case, kind).iter().any(|(from, until)| (*from..*until).contains(&now))
}
