//! What lies beside the work: levels that are added and answered, disputes and rulings. Neither
//! the work nor a clock stops for any of it.

use crate::case::event::{CaseEvent, DisputeRuled};
use crate::case::kinds::Mover;
use crate::case::request::dispute::{Dispute, Position, Ruling};
use crate::case::request::ladder::{Answered, Escalation};
use crate::case::request::state::Request;
use crate::ids::PersonId;
use crate::log::Actor;
use crate::log::Stamp;

pub(super) fn apply(request: &mut Request, stamp: Stamp, event: &CaseEvent) {
    match event {
        CaseEvent::RequestEscalated(event) => request.escalations.push(Escalation {
            level: event.level,
            by: person(stamp.actor),
            at: stamp.at,
            reason: event.reason,
            decision_wanted: event.decision_wanted,
            routes: event.routes.clone(),
            asked: event.asked.clone(),
            answer: None,
            advised: event.advised.clone(),
            late: event.late,
        }),
        CaseEvent::EscalationAnswered(event) => {
            let newest = request.escalations.last_mut();
            if let (Some(escalation), Some(by)) = (newest, person(stamp.actor)) {
                let (decision, reason) = (event.decision, event.reason);
                escalation.answer = Some(Answered { by, at: stamp.at, decision, reason });
            }
        }
        CaseEvent::DisputeOpened(event) => {
            request.dispute = person(stamp.actor).map(|by| Dispute {
                subject: event.subject,
                by,
                at: stamp.at,
                position: event.position,
                side: event.side.unwrap_or(Mover::To),
                other: None,
                unanswered: false,
                arbiter: event.arbiter,
            });
        }
        CaseEvent::DisputeAnswered(event) => {
            if let (Some(dispute), Some(by)) = (&mut request.dispute, person(stamp.actor)) {
                dispute.other = Some(Position { by, at: stamp.at, position: event.position });
            }
        }
        CaseEvent::DisputeUnanswered(_) => {
            if let Some(dispute) = &mut request.dispute {
                dispute.unanswered = true;
            }
        }
        CaseEvent::DisputeRuled(event) => ruled(request, stamp, event),
        _ => {}
    }
}

fn person(actor: Actor) -> Option<PersonId> {
    match actor {
        Actor::Person(id) => Some(id),
        Actor::Customer | Actor::System => None,
    }
}

fn ruled(request: &mut Request, stamp: Stamp, event: &DisputeRuled) {
    let dispute = request.dispute.take();
    if let Some(by) = person(stamp.actor) {
        request.rulings.push(Ruling {
            by,
            at: stamp.at,
            decision: event.decision,
            reason: event.reason,
            precedent: event.precedent,
            dispute,
            restated: event.restated,
            hops: request.hops,
            settled: request.declines.iter().map(|decline| decline.reason).collect(),
        });
    }
}
