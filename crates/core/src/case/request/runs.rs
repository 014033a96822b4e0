//! Which clock starts and which one stops.
//!
//! While a fact is missing that the agreement asks for, the clocks of whoever is asked do not
//! start: the request waits for its sender.

use crate::agreement::Binding;
use crate::case::kinds::ClockKind;
use crate::case::request::state::{Request, Run, Stage};
use crate::time::Instant;

/// Stops the clock that runs and starts the next one, if any. The delivery clock runs on its own
/// from sending to delivery.
pub(super) fn turn(request: &mut Request, at: Instant, next: Option<ClockKind>) {
    for run in &mut request.runs {
        if run.stopped.is_none() && run.kind != ClockKind::Deliver {
            run.stopped = Some(at);
        }
    }
    if let Some(kind) = next {
        start(request, at, kind);
    }
}

pub(super) fn stop_delivery(request: &mut Request, at: Instant) {
    for run in &mut request.runs {
        if run.kind == ClockKind::Deliver && run.stopped.is_none() {
            run.stopped = Some(at);
        }
    }
}

pub(super) fn start_delivery(request: &mut Request, at: Instant) {
    start(request, at, ClockKind::Deliver);
}

fn start(request: &mut Request, at: Instant, kind: ClockKind) {
    let receivers =
        matches!(kind, ClockKind::Acknowledge | ClockKind::ReadBack | ClockKind::Deliver);
    if !(receivers && request.missing_facts().next().is_some()) {
        request.runs.push(Run::begun(kind, at));
    }
}

/// Starts what was waiting for facts, once the last of them is there.
pub(super) fn facts_came(request: &mut Request, at: Instant) {
    let held = request.binding.as_ref().is_some_and(|binding| !binding.facts.is_empty());
    if !held || !request.is_owed() || request.missing_facts().next().is_some() {
        return;
    }
    if !request.runs_now(ClockKind::Deliver) {
        start_delivery(request, at);
    }
    let next = match request.stage {
        Stage::Sent => ClockKind::Acknowledge,
        Stage::Acknowledged => ClockKind::ReadBack,
        _ => return,
    };
    if !request.runs_now(next) {
        turn(request, at, Some(next));
    }
}

impl Run {
    pub(in crate::case) fn begun(kind: ClockKind, started: Instant) -> Self {
        Self { kind, started, stopped: None, frozen: None, excused: None }
    }
}

impl Request {
    /// Tags of the fields that the agreement asks for and that are not shared, though they could be.
    pub fn missing_facts(&self) -> impl Iterator<Item = &str> {
        let wanted = |binding: &&Binding, fact: &String| !binding.unobtainable.contains(fact);
        let facts = self.binding.iter().flat_map(move |binding| {
            binding.facts.iter().filter(move |fact| wanted(&binding, fact))
        });
        facts.map(String::as_str).filter(|fact| !self.shares(fact))
    }

    /// Tags of the fields that the agreement asks for and that nobody could share when it was sent:
    /// the clocks run without them.
    pub fn unobtainable_facts(&self) -> impl Iterator<Item = &str> {
        let facts = self.binding.iter().flat_map(|binding| &binding.unobtainable);
        facts.map(String::as_str).filter(|fact| !self.shares(fact))
    }

    /// Whether the receiver's clocks have not started because its sender has left a fact out.
    pub fn waits_for_facts(&self) -> bool {
        matches!(self.stage, Stage::Sent | Stage::Acknowledged)
            && self.is_owed()
            && !self.runs_now(ClockKind::Deliver)
            && self.missing_facts().next().is_some()
    }

    fn runs_now(&self, kind: ClockKind) -> bool {
        self.runs.iter().any(|run| run.kind == kind && run.stopped.is_none())
    }

    /// Whether a delivery is still to come.
    fn is_owed(&self) -> bool {
        let to_come = self.stage == Stage::Sent || self.is_held();
        self.ask.mode.obliges() && to_come
    }
}
