//! A message that never reached the customer told nothing: it was taken back, or it bounced.

use crate::case::kinds::{ClockKind, UpdateKind};
use crate::case::request::state::{Run, Stage};
use crate::case::state::{Case, Message, Promise, PromiseState};
use crate::ids::MessageId;
use crate::time::Instant;

/// Undoes what the message had settled. Its own dispatch says already that it does not count.
pub(super) fn untell(case: &mut Case, id: MessageId, at: Instant) {
    if case.merger.is_some() {
        // The case that goes on hears of it and tells the customer.
        return;
    }
    open_loops(case, id, at);
    // What was closed without telling rests on its exemption and not on any message.
    if case.closure.as_ref().is_none_or(|closure| closure.exemption.is_none()) {
        open_declines(case);
        open_promises(case, id, at);
    }
}

/// A request that it closed is to be told again.
fn open_loops(case: &mut Case, id: MessageId, at: Instant) {
    for request in &mut case.requests {
        if request.stage == (Stage::Closed { told_by: Some(id) }) {
            request.stage = Stage::Verified;
            request.ended_at = None;
            request.runs.push(Run::begun(ClockKind::Tell, at));
        }
    }
}

/// A no of which the customer does not know is not settled.
fn open_declines(case: &mut Case) {
    let told = case.told().map_or(0, |told| told.order);
    for request in &mut case.requests {
        let settled = request.stage == (Stage::Declined { settled: true });
        if settled && request.outcome_order.is_some_and(|answered| answered > told) {
            request.stage = Stage::Declined { settled: false };
            request.ended_at = None;
        }
    }
}

/// A promise that it kept is open, unless another message kept it; one that it made was not made.
fn open_promises(case: &mut Case, id: MessageId, at: Instant) {
    for promise in &mut case.promises {
        if promise.made_in == Some(id) && promise.state == PromiseState::Open {
            promise.state = PromiseState::Released { at };
        }
        if promise.settled_in == Some(id) {
            let other = case.messages.iter().find(|message| keeps(message, promise));
            promise.settled_in = other.map(|message| message.id);
            if other.is_none() {
                promise.state = PromiseState::Open;
            }
        }
    }
}

fn keeps(message: &Message, promise: &Promise) -> bool {
    let of_its_kind = message.update == Some(UpdateKind::Outcome)
        || (promise.of_update && message.update.is_some());
    of_its_kind && message.dispatch.counts() && message.at > promise.made_at
}
