//! Which clock of a case started when, and what stopped it (reference §2.3).

use super::steps::{Happened, Step, steps};
use crate::case::joined::Carried;
use crate::case::kinds::CaseClock;
use crate::case::state::{Case, Message, Promise, PromiseState};
use crate::ids::{MessageId, PromiseId};
use crate::time::Instant;

/// One run of a clock: from its start to its stop, if it has stopped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Run {
    pub kind: CaseClock,
    pub promise: Option<PromiseId>,
    pub started: Instant,
    pub stopped: Option<Instant>,
    /// It stopped because there was nothing left to wait for, and not because it was done.
    pub ended: bool,
    /// Another time holds in place of the target's: it was promised.
    pub by: Option<Instant>,
    /// It is due then at the latest: a case that was merged into this one had promised that.
    pub cap: Option<Instant>,
    /// When the case was resolved and when it went on, for the final resolution.
    pub gaps: Vec<(Instant, Instant)>,
    /// What the customer wrote, when that started it.
    of: Option<MessageId>,
}

impl Run {
    fn new(kind: CaseClock, started: Instant) -> Self {
        let (promise, stopped, by, cap) = (None, None, None, None);
        let (gaps, of) = (Vec::new(), None);
        Self { kind, promise, started, stopped, ended: false, by, cap, gaps, of }
    }

    fn runs(&self) -> bool {
        self.stopped.is_none()
    }
}

/// All runs in the order in which they started.
pub(super) fn runs(case: &Case) -> Vec<Run> {
    let mut walk = Walk { customer: !case.is_internal(), ..Walk::default() };
    if walk.customer && case.messages.first().is_some_and(Message::is_heard) {
        walk.start(CaseClock::Acknowledgement, case.received_at);
        walk.start(CaseClock::FirstResponse, case.received_at);
    }
    walk.start(CaseClock::FirstResolution, case.received_at);
    walk.start(CaseClock::FinalResolution, case.received_at);
    for happened in steps(case) {
        walk.take(&happened);
    }
    if let Some(merger) = &case.merger {
        // It goes on in the other case, and so do its clocks.
        walk.end(CaseClock::ALL, merger.at);
    }
    let mut runs = walk.runs;
    promised_updates(case, &mut runs);
    runs.extend(case.promises.iter().map(of_promise));
    runs.sort_by_key(|run| run.started);
    runs
}

#[derive(Default)]
struct Walk {
    runs: Vec<Run>,
    customer: bool,
    /// Since when the case is resolved. An outcome that is told again, with nothing between, was
    /// told the first time.
    resolved: Option<Instant>,
    /// What the customer wrote since somebody last answered, in order.
    unanswered: Vec<(MessageId, Instant)>,
    /// Since when it had been resolved before the first of those.
    unsettled: Option<Instant>,
}

const RESPONSES: &[CaseClock] = &[CaseClock::FirstResponse, CaseClock::NextResponse];
const CONVERSATION: &[CaseClock] = &[
    CaseClock::Acknowledgement,
    CaseClock::FirstResponse,
    CaseClock::NextResponse,
    CaseClock::ProgressUpdate,
];

impl Walk {
    fn take(&mut self, happened: &Happened<'_>) {
        let at = happened.at;
        match happened.step {
            Step::Asked(message) => {
                self.unsettled = self.resolved.or(self.unsettled);
                self.go_on(at);
                self.unanswered.push((message, at));
                self.wait_for_response();
            }
            Step::Waived(message) => self.waive(message, at),
            Step::Said { human, outcome } => {
                self.stop(&[CaseClock::Acknowledgement], at);
                if human {
                    self.settle();
                    self.stop(CONVERSATION, at);
                    if !outcome {
                        self.start(CaseClock::ProgressUpdate, at);
                    }
                }
                if outcome {
                    self.resolve(at);
                }
            }
            Step::Closed { told } => {
                self.settle();
                self.end(CONVERSATION, at);
                if !told {
                    self.resolve(at);
                }
            }
            Step::Reopened(by) => {
                self.go_on(at);
                if self.customer {
                    self.start(CaseClock::ProgressUpdate, at).of = by;
                }
            }
            Step::Joined(joined) => {
                // What is not resolved there is not resolved here any more.
                let last = |carried: &Carried| carried.clock == CaseClock::FinalResolution;
                if joined.clocks.iter().any(last) {
                    self.go_on(at);
                }
                joined.clocks.iter().for_each(|carried| self.carry(carried));
            }
        }
    }

    fn start(&mut self, kind: CaseClock, at: Instant) -> &mut Run {
        self.runs.push(Run::new(kind, at));
        let last = self.runs.len() - 1;
        &mut self.runs[last]
    }

    /// The clock is that of the oldest message without an answer.
    fn wait_for_response(&mut self) {
        if !self.customer || self.running(RESPONSES).is_some() {
            return;
        }
        if let Some((message, asked)) = self.unanswered.first().copied() {
            self.start(CaseClock::NextResponse, asked).of = Some(message);
        }
    }

    /// Nobody waits for an answer to what was written so far.
    fn settle(&mut self) {
        self.unanswered.clear();
        self.unsettled = None;
    }

    /// One of them needs no reply: its clocks end, and the next one's go on. When none is left, the
    /// case is as resolved as it was before.
    fn waive(&mut self, message: MessageId, at: Instant) {
        self.unanswered.retain(|(id, _)| *id != message);
        // What a case that joined had promised still holds.
        let its = |run: &&mut Run| run.runs() && run.of == Some(message) && run.cap.is_none();
        for run in self.runs.iter_mut().filter(its) {
            run.stopped = Some(at);
            run.ended = true;
        }
        self.wait_for_response();
        if !self.unanswered.is_empty() {
            return;
        }
        let Some(resolved) = self.unsettled.take() else { return };
        self.resolved = Some(resolved);
        let last = self.runs.iter_mut().find(|run| run.kind == CaseClock::FinalResolution);
        if let Some(run) = last {
            run.gaps.retain(|(since, _)| *since != resolved);
            run.stopped = Some(resolved);
        }
    }

    fn running(&mut self, kinds: &[CaseClock]) -> Option<&mut Run> {
        self.runs.iter_mut().find(|run| run.runs() && kinds.contains(&run.kind))
    }

    fn stop(&mut self, kinds: &[CaseClock], at: Instant) {
        while let Some(run) = self.running(kinds) {
            run.stopped = Some(at);
        }
    }

    fn end(&mut self, kinds: &[CaseClock], at: Instant) {
        while let Some(run) = self.running(kinds) {
            run.stopped = Some(at);
            run.ended = true;
        }
    }

    fn resolve(&mut self, at: Instant) {
        if self.resolved.is_none() {
            self.resolved = Some(at);
            self.stop(&[CaseClock::FirstResolution, CaseClock::FinalResolution], at);
        }
    }

    /// What was resolved goes on: the first resolution stays as it was.
    fn go_on(&mut self, at: Instant) {
        let Some(resolved) = self.resolved.take() else { return };
        let last = self.runs.iter_mut().find(|run| run.kind == CaseClock::FinalResolution);
        if let Some(run) = last {
            run.gaps.push((resolved, at));
            run.stopped = None;
        }
    }

    /// Of two clocks of one matter the earlier due time holds (reference §2.6).
    fn carry(&mut self, carried: &Carried) {
        let kinds = if RESPONSES.contains(&carried.clock) { RESPONSES } else { &[carried.clock] };
        let run = match self.running(kinds) {
            Some(run) => run,
            // Somebody waits for an answer there, though nobody does here.
            None if kinds == RESPONSES => {
                self.start(CaseClock::NextResponse, carried.started).by = Some(carried.due);
                return;
            }
            None => return,
        };
        run.cap = Some(run.cap.map_or(carried.due, |cap| cap.min(carried.due)));
    }
}

/// The customer was told when they would hear again: that is when the next update is due.
fn promised_updates(case: &Case, runs: &mut [Run]) {
    let updates = runs.iter_mut().filter(|run| run.kind == CaseClock::ProgressUpdate);
    for run in updates {
        let made = |promise: &&Promise| {
            promise.of_update
                && !matches!(promise.state, PromiseState::Released { .. })
                && promise.made_at >= run.started
                && run.stopped.is_none_or(|stopped| promise.made_at < stopped)
        };
        run.by = case.promises.iter().filter(made).map(|promise| promise.by).min();
    }
}

fn of_promise(promise: &Promise) -> Run {
    let (stopped, ended) = match promise.state {
        PromiseState::Open => (None, false),
        PromiseState::Kept { at } | PromiseState::Broken { at } => (Some(at), false),
        PromiseState::Released { at } => (Some(at), true),
    };
    Run {
        promise: Some(promise.id),
        stopped,
        ended,
        by: Some(promise.by),
        ..Run::new(CaseClock::Promise, promise.made_at)
    }
}
