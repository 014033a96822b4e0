//! What an event does to a case. Total: it cannot fail and looks at nothing outside.

use crate::case::account;
use crate::case::event::*;
use crate::case::joined;
use crate::case::kinds::MessageKind;
use crate::case::request;
use crate::case::request::hands::pass;
use crate::case::request::recount::Flag;
use crate::case::state::{
    Case, Closure, Dispatch, Mark, Message, PriorityChange, Promise, PromiseState, Rest, Waiver,
};
use crate::case::untell::untell;
use crate::case::wait;
use crate::ids::{MessageId, PromiseId};
use crate::log::{Actor, Recorded, Stamp, Unreadable};
use crate::time::Instant;

/// The state after the first event of a stream; `None` when that is not the opening of a case.
pub fn begin(stamp: Stamp, event: &CaseEvent) -> Option<Case> {
    let CaseEvent::CaseOpened(opened) = event else { return None };
    let mut case = Case {
        id: opened.case,
        number: opened.number,
        version: stamp.version,
        customer: opened.customer,
        subject: opened.subject,
        channel: opened.channel,
        priority: opened.priority,
        department: opened.department,
        calendar: opened.calendar,
        owner: opened.owner,
        received_at: opened.received_at,
        recorded_at: stamp.at,
        updated_at: stamp.at,
        messages: Vec::new(),
        promises: Vec::new(),
        requests: Vec::new(),
        closure: None,
        service_level: opened.service_level.clone(),
        priorities: Vec::new(),
        rests: Vec::new(),
        stops: Vec::new(),
        moved: Vec::new(),
        flagged: Vec::new(),
        follows: opened.follows,
        wait: None,
        merger: None,
        joined: Vec::new(),
        reopened: 0,
        touched: false,
        turns: Vec::new(),
    };
    // It waits since it was received, however late somebody wrote it down.
    account::pass(&mut case, opened.received_at);
    Some(case)
}

/// The state after all recorded events; continues from `case` when there is one already.
pub fn fold(case: Option<Case>, recorded: &[Recorded]) -> Result<Option<Case>, Unreadable> {
    let mut case = case;
    for record in recorded {
        let event = CaseEvent::decode(&record.kind, record.v, &record.data)?;
        let stamp = record.stamp();
        match &mut case {
            Some(case) => apply(case, stamp, &event),
            None => case = begin(stamp, &event),
        }
    }
    Ok(case)
}

pub fn apply(case: &mut Case, stamp: Stamp, event: &CaseEvent) {
    case.version = stamp.version;
    case.updated_at = stamp.at;
    if let (Actor::Person(_), false) = (stamp.actor, case.touched) {
        case.touched = case.recorded_at < stamp.at || stamp.version > 2;
    }
    match event {
        // Only the first event opens; a second one would be a broken stream, which verify finds.
        CaseEvent::CaseOpened(_) => {}
        CaseEvent::MessageAdded(event) => add_message(case, stamp, event),
        CaseEvent::CustomerToldOf(event) => tell(case, stamp, event),
        CaseEvent::MessageUndone(event) => {
            dispatch(case, event.message, Dispatch::Undone { at: stamp.at });
            untell(case, event.message, stamp.at);
        }
        CaseEvent::MessageLeft(event) => {
            dispatch(case, event.message, Dispatch::Left { at: stamp.at });
        }
        CaseEvent::MessageBounced(event) => {
            dispatch(case, event.message, Dispatch::Bounced { at: stamp.at });
            untell(case, event.message, stamp.at);
        }
        CaseEvent::ReplyWaived(event) => waive(case, stamp, event),
        CaseEvent::ReplyExpected(event) => expect(case, event.message),
        CaseEvent::PromiseMade(event) => promise(case, stamp, event),
        CaseEvent::PromiseKept(_)
        | CaseEvent::PromiseBroken(_)
        | CaseEvent::PromiseReleased(_)
        | CaseEvent::PromiseOverdue(_) => promised(case, stamp, event),
        CaseEvent::OwnerChanged(event) => case.owner = event.owner,
        CaseEvent::PriorityChanged(event) => change_priority(case, stamp, event),
        CaseEvent::CaseClosed(event) => close(case, stamp, event),
        CaseEvent::CaseReopened(_) => reopen(case, stamp),
        CaseEvent::CaseMerged(event) => joined::merge(case, stamp, event),
        CaseEvent::CaseSeparated(_) => case.merger = None,
        CaseEvent::MergerSettled(_) => joined::settle(case),
        CaseEvent::CaseJoined(event) => joined::join(case, stamp, event),
        CaseEvent::CaseParted(event) => joined::part(case, event.case),
        CaseEvent::JoinedMessageBounced(event) => joined::bounce(case, stamp, event),
        CaseEvent::CaseClockStopped(event) => case.stops.push(event.clone()),
        CaseEvent::CaseDueMoved(event) => case.moved.push(event.moved),
        CaseEvent::CaseClockOverdue(event) => flag(case, event),
        CaseEvent::CaseWaitStarted(event) => wait::begin(case, stamp.at, event),
        CaseEvent::CaseWaitEnded(_) => case.wait = None,
        CaseEvent::CaseTransferred(event) => {
            case.department = event.department;
            case.owner = event.owner;
        }
        of_request => request::apply::apply(case, stamp, of_request),
    }
    align(case);
    wait::settle(case);
    for request in &mut case.requests {
        pass(request, stamp.at);
    }
    account::pass(case, stamp.at);
}

fn add_message(case: &mut Case, stamp: Stamp, event: &MessageAdded) {
    case.messages.push(Message {
        id: event.message,
        kind: event.kind,
        update: None,
        channel: event.channel,
        body: event.body,
        address: event.address,
        by: stamp.actor,
        at: stamp.at,
        automatic: event.automatic,
        by_rule: event.by_rule,
        dispatch: held(event.held_until),
        attachments: event.attachments.clone(),
        html: event.html.clone(),
        order: stamp.version,
        waiver: None,
    });
}

fn tell(case: &mut Case, stamp: Stamp, event: &CustomerToldOf) {
    case.messages.push(Message {
        id: event.message,
        kind: MessageKind::Update,
        update: Some(event.update),
        channel: event.channel,
        body: event.body,
        address: event.address,
        by: stamp.actor,
        at: stamp.at,
        automatic: false,
        by_rule: event.by_rule,
        dispatch: held(event.held_until),
        attachments: event.attachments.clone(),
        html: None,
        order: stamp.version,
        waiver: None,
    });
}

fn waive(case: &mut Case, stamp: Stamp, event: &ReplyWaived) {
    let (reason, text) = (event.reason, event.text);
    let waiver = Waiver { by: stamp.actor, at: stamp.at, reason, text, order: stamp.version };
    if let Some(message) = case.messages.iter_mut().find(|one| one.id == event.message) {
        message.waiver = Some(waiver);
    }
}

fn expect(case: &mut Case, id: MessageId) {
    if let Some(message) = case.messages.iter_mut().find(|message| message.id == id) {
        message.waiver = None;
    }
}

fn held(until: Option<Instant>) -> Dispatch {
    until.map_or(Dispatch::Recorded, |until| Dispatch::Held { until })
}

fn dispatch(case: &mut Case, id: MessageId, state: Dispatch) {
    if let Some(message) = case.messages.iter_mut().find(|message| message.id == id) {
        message.dispatch = state;
    }
}

fn promise(case: &mut Case, stamp: Stamp, event: &PromiseMade) {
    case.promises.push(Promise {
        overdue: false,
        id: event.promise,
        what: event.what,
        by: event.by,
        of_update: event.of_update,
        made_by: stamp.actor,
        made_at: stamp.at,
        made_in: event.message,
        settled_in: None,
        state: PromiseState::Open,
    });
}

/// What has become of a promise.
fn promised(case: &mut Case, stamp: Stamp, event: &CaseEvent) {
    let at = stamp.at;
    match event {
        CaseEvent::PromiseKept(event) => {
            settle(case, event.promise, event.message, PromiseState::Kept { at });
        }
        CaseEvent::PromiseBroken(event) => {
            settle(case, event.promise, event.message, PromiseState::Broken { at });
        }
        CaseEvent::PromiseReleased(event) => {
            settle(case, event.promise, None, PromiseState::Released { at });
        }
        CaseEvent::PromiseOverdue(event) => overdue(case, event.promise),
        _ => {}
    }
}

fn overdue(case: &mut Case, id: PromiseId) {
    if let Some(promise) = case.promises.iter_mut().find(|promise| promise.id == id) {
        promise.overdue = true;
    }
}

fn close(case: &mut Case, stamp: Stamp, event: &CaseClosed) {
    case.closure = Some(Closure {
        by: stamp.actor,
        at: stamp.at,
        outcome: event.outcome,
        exemption: event.exemption.clone(),
        reopen_until: event.reopen_until,
        order: stamp.version,
    });
}

fn reopen(case: &mut Case, stamp: Stamp) {
    if let Some(closure) = case.closure.take() {
        // Nothing but what the customer writes comes into a closed case, and it opens at once.
        let heard = |one: &&Message| one.is_heard() && one.order > closure.order;
        case.rests.push(Rest {
            by: case.messages.last().filter(heard).map(|message| message.id),
            closed: Mark { at: closure.at, order: closure.order },
            reopened: Mark { at: stamp.at, order: stamp.version },
            told: closure.exemption.is_none(),
        });
    }
    case.reopened += 1;
}

fn flag(case: &mut Case, event: &CaseClockOverdue) {
    let (clock, started, due) = (event.clock, event.started, event.due);
    case.flagged.push(Flag { clock, started, due });
}

fn change_priority(case: &mut Case, stamp: Stamp, event: &PriorityChanged) {
    let (from, to, at) = (case.priority, event.priority, stamp.at);
    let customer_agreed = event.customer_agreed;
    case.priorities.push(PriorityChange { from, to, at, customer_agreed });
    case.priority = to;
}

fn settle(case: &mut Case, id: PromiseId, message: Option<MessageId>, state: PromiseState) {
    if let Some(promise) = case.promises.iter_mut().find(|promise| promise.id == id) {
        promise.settled_in = message;
        promise.state = state;
    }
}

/// The asking side of the case's own requests is the department that has the case, unless that
/// would make a department its own receiver: then whoever asked goes on checking the answer.
fn align(case: &mut Case) {
    let department = case.department;
    for request in case.requests.iter_mut().filter(|of| of.parent.is_none() && !of.ended()) {
        request.with_owner = request.ask.to == department;
        if !request.with_owner {
            request.from = department;
        }
    }
}
