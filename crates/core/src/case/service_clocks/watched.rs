//! The clocks of a case that run, as boards take them.

use super::reckon::{Reckoned, reckon, still};
use super::runs::{Run, runs};
use crate::agreement::PauseReason;
use crate::calendar::{Calendar, Calendars};
use crate::case::kinds::CaseClock;
use crate::case::service_clocks::calendar_of;
use crate::case::state::{Case, Promise, PromiseState};
use crate::ids::PromiseId;
use crate::policy;
use crate::time::Instant;

/// A clock that runs. What it says depends on the case alone, not on when it is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Watched {
    pub kind: CaseClock,
    /// The promise that it is about, when it is about one.
    pub promise: Option<PromiseId>,
    pub started: Instant,
    pub due: Instant,
    /// When three quarters of its time have passed.
    pub warn: Option<Instant>,
    /// Why it stands still, if it does.
    pub still: Option<PauseReason>,
}

/// Whether people hear of an update by the promise that was made of it, and not twice.
pub(in crate::case) fn has_its_promise(case: &Case, kind: CaseClock, due: Instant) -> bool {
    let same = |promise: &Promise| {
        promise.of_update && promise.state == PromiseState::Open && promise.by == due
    };
    kind == CaseClock::ProgressUpdate && case.promises.iter().any(same)
}

/// Those of a case in the order in which they started. The first resolution is not among them: as
/// long as it runs, the last one does, too, and is due then; nor is an update that was promised.
pub fn watched(case: &Case, calendars: &Calendars) -> Vec<Watched> {
    if case.is_over() {
        return Vec::new();
    }
    let calendar = calendar_of(case, calendars);
    let runs = runs(case);
    let open = runs.iter().filter(|run| run.stopped.is_none());
    let open = open.filter(|run| run.kind != CaseClock::FirstResolution);
    let all = open.filter_map(|run| one(case, run, calendar));
    all.filter(|one| !has_its_promise(case, one.kind, one.due)).collect()
}

fn one(case: &Case, run: &Run, calendar: &Calendar) -> Option<Watched> {
    let reckoned = reckon(case, run, calendar)?;
    Some(Watched {
        kind: run.kind,
        promise: run.promise,
        started: run.started,
        due: reckoned.due,
        warn: warn(&reckoned, calendar),
        still: still(case, run.kind),
    })
}

/// When three quarters of the time to a due time have passed.
pub(super) fn warn(reckoned: &Reckoned, calendar: &Calendar) -> Option<Instant> {
    let Reckoned { from, due, ref pauses, .. } = *reckoned;
    let target = calendar.elapsed_with(from, due, pauses);
    let clock = policy::Clock { calendar, start: from, target, pauses };
    policy::warnings(&clock, &policy::WARN_AT[..1]).pop()
}
