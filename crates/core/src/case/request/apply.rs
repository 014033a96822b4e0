//! What an event does to a request of a case. Total.

use crate::case::event::*;
use crate::case::kinds::{ClockKind, Mode, WaitOn};
use crate::case::request::contest;
use crate::case::request::frozen::{self, Excused};
use crate::case::request::hours::Hours;
use crate::case::request::recount::Flag;
use crate::case::request::runs::{facts_came, start_delivery, stop_delivery, turn};
use crate::case::request::standstill;
use crate::case::request::state::{Decline, Delivery, Grant, Item, Question, Request, Stage, Wait};
use crate::case::request::under::Earlier;
use crate::case::state::Case;
use crate::ids::PersonId;
use crate::log::Actor;
use crate::log::Stamp;
use crate::time::Instant;

pub fn apply(case: &mut Case, stamp: Stamp, event: &CaseEvent) {
    if let CaseEvent::RequestDrafted(event) = event {
        case.requests.push(drafted(stamp, event));
        return;
    }
    let Some(id) = event.request() else { return };
    if let Some(request) = case.requests.iter_mut().find(|request| request.id == id) {
        request.version = stamp.version;
        change(request, stamp, event);
        standstill::keep(request, stamp.at);
    }
}

fn drafted(stamp: Stamp, event: &RequestDrafted) -> Request {
    Request {
        id: event.request,
        ordinal: event.ordinal,
        version: stamp.version,
        parent: event.parent,
        from: event.from,
        sender: event.sender,
        assignee: None,
        ask: event.ask.clone(),
        grants: Vec::new(),
        stage: Stage::Draft,
        drafted_at: stamp.at,
        sent_at: None,
        binding: None,
        hours: Hours::default(),
        earlier: Vec::new(),
        advised: None,
        acknowledged_at: None,
        read_back: None,
        read_back_at: None,
        read_back_by: None,
        corrections: Vec::new(),
        rounds: 0,
        hops: 0,
        confirmed_at: None,
        first_needed_by: None,
        read_back_owed: false,
        questions: Vec::new(),
        declines: Vec::new(),
        delivery: None,
        answered_with: Vec::new(),
        verified_at: None,
        ended_at: None,
        escalations: Vec::new(),
        dispute: None,
        rulings: Vec::new(),
        runs: Vec::new(),
        flagged: Vec::new(),
        moved: Vec::new(),
        kept: Vec::new(),
        outcome_order: None,
        with_owner: false,
        turns: Vec::new(),
        standstills: Vec::new(),
    }
}

fn change(request: &mut Request, stamp: Stamp, event: &CaseEvent) {
    match event {
        CaseEvent::RequestRevised(event) => request.ask = event.ask.clone(),
        CaseEvent::RequestSent(now) => {
            request.binding.clone_from(&now.binding);
            request.hours = now.hours;
            request.advised.clone_from(&now.advised);
            sent(request, stamp.at);
        }
        CaseEvent::RequestAcknowledged(event) => acknowledged(request, stamp.at, event.assignee),
        CaseEvent::RequestAssigned(event) => request.assignee = Some(event.assignee),
        CaseEvent::RequestReadBack(event) => read_back(request, stamp, event),
        CaseEvent::ReadBackConfirmed(_) => confirmed(request, stamp.at),
        CaseEvent::ReadBackCorrected(event) => {
            request.corrections.clone_from(&event.corrections);
            request.rounds += 1;
            request.stage = Stage::Acknowledged;
            turn(request, stamp.at, Some(ClockKind::ReadBack));
        }
        CaseEvent::ClarificationAsked(event) => asked(request, stamp, event),
        CaseEvent::ClarificationAnswered(event) => {
            if let Some(question) = request.questions.last_mut() {
                question.answer = Some(event.answer);
            }
            step_back(request, stamp.at);
        }
        CaseEvent::RequestCountered(event) => {
            if let Some(by) = person(stamp.actor) {
                take_in(request, stamp.at, by);
            }
            let back_to = Box::new(request.stage.clone());
            request.stage = Stage::Countered { counter: event.counter.clone(), back_to };
            turn(request, stamp.at, Some(ClockKind::Counter));
        }
        CaseEvent::CounterAccepted(_) => counter_accepted(request, stamp.at),
        CaseEvent::CounterRefused(_) => step_back(request, stamp.at),
        CaseEvent::RequestDeclined(event) => declined(request, stamp, event),
        CaseEvent::DeclineSettled(_) => {
            request.stage = Stage::Declined { settled: true };
            request.ended_at = Some(stamp.at);
        }
        CaseEvent::RequestRedirected(event) => redirected(request, stamp.at, event),
        CaseEvent::WaitStarted(event) => waiting(request, stamp.at, event),
        CaseEvent::WaitEnded(_) => request.stage = Stage::InProgress,
        CaseEvent::RequestMerged(event) => {
            end(request, stamp.at, Stage::Merged { survivor: event.survivor });
        }
        CaseEvent::RequestWithdrawn(_) => end(request, stamp.at, Stage::Withdrawn),
        CaseEvent::RequestClosed(event) => {
            end(request, stamp.at, Stage::Closed { told_by: event.message });
        }
        later => change_late(request, stamp, later),
    }
}

/// The second half of the life: delivery, its checking, and what lies beside the work.
fn change_late(request: &mut Request, stamp: Stamp, event: &CaseEvent) {
    match event {
        CaseEvent::RequestDelivered(event) => delivered(request, stamp, event),
        CaseEvent::RequestVerified(_) => {
            request.verified_at = Some(stamp.at);
            request.stage = Stage::Verified;
            turn(request, stamp.at, Some(ClockKind::Tell));
        }
        CaseEvent::DeliveryRejected(_) => back_to_work(request, stamp.at),
        CaseEvent::RequestReopened(_) => {
            request.verified_at = None;
            request.ended_at = None;
            back_to_work(request, stamp.at);
        }
        CaseEvent::PacketWidened(event) => {
            grant(request, stamp.at, &event.items);
            facts_came(request, stamp.at);
        }
        CaseEvent::PacketNarrowed(event) => {
            let live = |grant: &&mut Grant| {
                grant.item.field == event.field && grant.withdrawn_at.is_none()
            };
            for grant in request.grants.iter_mut().filter(live) {
                grant.withdrawn_at = Some(stamp.at);
            }
        }
        CaseEvent::NoticeConverted(event) => {
            request.ask.mode = event.mode;
            request.binding.clone_from(&event.binding);
            owe(request, stamp.at);
        }
        CaseEvent::ClockStopped(event) => frozen::freeze(request, event),
        CaseEvent::BreachExcused(event) => {
            if let Some(by) = person(stamp.actor) {
                let excused = Excused { by, at: stamp.at, reason: event.reason };
                frozen::excuse(request, event.clock, event.started, excused);
            }
        }
        CaseEvent::RequestOverdue(event) => {
            let (clock, started, due) = (event.clock, event.started, event.due);
            request.flagged.push(Flag { clock, started, due });
        }
        CaseEvent::DueMoved(event) => request.moved.push(event.moved),
        CaseEvent::WaitKept(event) => request.kept.push(event.kept.clone()),
        // Notes and progress change no state; the timeline tells them.
        beside => contest::apply(request, stamp, beside),
    }
}

fn end(request: &mut Request, at: Instant, stage: Stage) {
    turn(request, at, None);
    stop_delivery(request, at);
    request.stage = stage;
    request.ended_at = Some(at);
}

fn sent(request: &mut Request, at: Instant) {
    request.sent_at = Some(at);
    request.stage = Stage::Sent;
    let items = request.ask.items.clone();
    grant(request, at, &items);
    if request.ask.mode.obliges() {
        owe(request, at);
    }
}

/// From here on the receiver owes something.
fn owe(request: &mut Request, at: Instant) {
    request.stage = Stage::Sent;
    start_delivery(request, at);
    turn(request, at, Some(ClockKind::Acknowledge));
}

fn grant(request: &mut Request, at: Instant, items: &[Item]) {
    for item in items {
        request.grants.push(Grant { item: item.clone(), from: at, withdrawn_at: None });
    }
}

fn acknowledged(request: &mut Request, at: Instant, assignee: PersonId) {
    request.acknowledged_at = Some(at);
    request.assignee = Some(assignee);
    if request.ask.mode == Mode::Inform {
        end(request, at, Stage::Closed { told_by: None });
        return;
    }
    request.stage = Stage::Acknowledged;
    turn(request, at, Some(ClockKind::ReadBack));
}

fn read_back(request: &mut Request, stamp: Stamp, event: &RequestReadBack) {
    request.read_back = Some(event.read_back.clone());
    request.read_back_at = Some(stamp.at);
    request.read_back_by = person(stamp.actor);
    if request.read_back_owed {
        request.read_back_owed = false;
        return;
    }
    request.stage = Stage::ReadBack;
    turn(request, stamp.at, Some(ClockKind::HearBack));
}

/// What a transfer owes is acceptance: once confirmed, nothing is left but to tell the customer.
fn confirmed(request: &mut Request, at: Instant) {
    request.confirmed_at = Some(at);
    if request.ask.mode == Mode::Transfer {
        request.verified_at = Some(at);
        request.stage = Stage::Verified;
        stop_delivery(request, at);
        turn(request, at, Some(ClockKind::Tell));
        return;
    }
    request.stage = Stage::InProgress;
    turn(request, at, None);
}

fn asked(request: &mut Request, stamp: Stamp, event: &ClarificationAsked) {
    if let Some(asked_by) = person(stamp.actor) {
        request.questions.push(Question {
            question: event.question,
            field: event.field.clone(),
            asked_by,
            asked_at: stamp.at,
            answer: None,
        });
        take_in(request, stamp.at, asked_by);
    }
    let back_to = Box::new(request.stage.clone());
    request.stage = Stage::Clarifying { back_to };
    turn(request, stamp.at, Some(ClockKind::Clarify));
}

/// Asking and countering count as acknowledging (reference §1.4.2, rows 4 and 10).
fn take_in(request: &mut Request, at: Instant, by: PersonId) {
    if request.stage == Stage::Sent {
        request.acknowledged_at = Some(at);
        request.assignee = Some(by);
        request.stage = Stage::Acknowledged;
    }
}

fn step_back(request: &mut Request, at: Instant) {
    let (Stage::Clarifying { back_to } | Stage::Countered { back_to, .. }) = &request.stage else {
        return;
    };
    request.stage = (**back_to).clone();
    let next = match request.stage {
        Stage::Acknowledged => Some(ClockKind::ReadBack),
        Stage::ReadBack => Some(ClockKind::HearBack),
        _ => None,
    };
    turn(request, at, next);
}

/// Both sides mean the same then, and the work goes on. A transfer is still read back: it ends
/// with the confirmation that hands the case over.
fn counter_accepted(request: &mut Request, at: Instant) {
    if let Stage::Countered { counter, .. } = &request.stage
        && let Some(by) = counter.by
    {
        request.first_needed_by = request.first_needed_by.or(request.ask.needed_by);
        request.ask.needed_by = Some(by);
    }
    if request.ask.mode == Mode::Transfer {
        request.stage = Stage::Acknowledged;
        turn(request, at, Some(ClockKind::ReadBack));
        return;
    }
    request.confirmed_at = Some(at);
    request.stage = Stage::InProgress;
    turn(request, at, None);
}

fn declined(request: &mut Request, stamp: Stamp, event: &RequestDeclined) {
    if let Some(by) = person(stamp.actor) {
        request.declines.push(Decline {
            department: request.ask.to,
            by,
            at: stamp.at,
            reason: event.reason,
            text: event.text,
            alternative: event.alternative.clone(),
        });
    }
    request.stage = Stage::Declined { settled: false };
    request.outcome_order = Some(stamp.version);
    turn(request, stamp.at, None);
    stop_delivery(request, stamp.at);
}

/// The new department starts afresh; what the old one did stays in the log.
fn redirected(request: &mut Request, at: Instant, event: &RequestRedirected) {
    request.earlier.push(Earlier {
        department: request.ask.to,
        binding: request.binding.take(),
        hours: request.hours,
        until: at,
    });
    request.ask.to = event.to;
    request.binding.clone_from(&event.binding);
    request.hours = event.hours;
    request.hops += 1;
    request.assignee = None;
    request.acknowledged_at = None;
    request.read_back = None;
    request.read_back_at = None;
    request.read_back_by = None;
    request.confirmed_at = None;
    request.outcome_order = None;
    request.stage = Stage::Sent;
    turn(request, at, Some(ClockKind::Acknowledge));
    start_delivery(request, at);
}

fn waiting(request: &mut Request, at: Instant, event: &WaitStarted) {
    let WaitStarted { on, reason, evidence, resume_by, .. } = *event;
    let wait = Wait { on, reason, evidence, resume_by, since: at };
    request.stage = match event.on {
        WaitOn::Customer => Stage::WaitingCustomer(wait),
        WaitOn::ThirdParty | WaitOn::LegalHold => Stage::WaitingThirdParty(wait),
    };
}

fn delivered(request: &mut Request, stamp: Stamp, event: &RequestDelivered) {
    if let Some(by) = person(stamp.actor) {
        request.delivery = Some(Delivery {
            by,
            at: stamp.at,
            outcome: event.outcome,
            customer_may_be_told: event.customer_may_be_told,
            evidence: event.evidence,
            residual_actions: event.residual_actions.clone(),
            order: stamp.version,
        });
    }
    request.answered_with.extend(event.files.iter().cloned());
    if request.stage == Stage::Acknowledged {
        request.read_back_owed = true;
    }
    request.outcome_order = Some(stamp.version);
    request.stage = Stage::Delivered;
    stop_delivery(request, stamp.at);
    turn(request, stamp.at, Some(ClockKind::Verify));
}

fn back_to_work(request: &mut Request, at: Instant) {
    request.outcome_order = None;
    request.stage = Stage::InProgress;
    turn(request, at, None);
    start_delivery(request, at);
}

fn person(actor: Actor) -> Option<PersonId> {
    match actor {
        Actor::Person(id) => Some(id),
        Actor::Customer | Actor::System => None,
    }
}
