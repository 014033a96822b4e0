//! A timer looks at a request. Time flags and nudges; it never accepts, verifies or closes.

use crate::case::clocks::{self, ClockState};
use crate::case::decide::Pen;
use crate::case::event::{RequestOverdue, WaitEnded};
use crate::case::request::decide::{dispute, escalate};
use crate::case::request::state::{Request, Stage};
use crate::ids::RequestId;
use crate::log::{Actor, Effect};
use crate::refusal::{Code, Refusal};
use crate::say;

pub(super) fn check(pen: &mut Pen<'_, '_>, id: RequestId) -> Result<(), Refusal> {
    if pen.setting.who.actor != Actor::System {
        return Err(Refusal::new(
            Code::NotAllowed,
            say!("case-request-overdue-only-batons-own-timers-look-at"),
        ));
    }
    let request = pen.request(id)?.clone();
    if request.ended() {
        return Ok(());
    }
    escalate::climb(pen, &request)?;
    dispute::unanswered(pen, &request)?;
    dispute::climb(pen, &request)?;
    let (Stage::WaitingCustomer(wait) | Stage::WaitingThirdParty(wait)) = &request.stage else {
        return run_out(pen, &request);
    };
    if wait.resume_by <= pen.at {
        // The time until which it was to wait is over: it is theirs again.
        pen.record(WaitEnded { request: id });
    }
    run_out(pen, &request)
}

/// What has run out is flagged, and whoever can see to it is asked.
fn run_out(pen: &mut Pen<'_, '_>, request: &Request) -> Result<(), Refusal> {
    flag(pen, request);
    escalate::late(pen, request.id)
}

fn flag(pen: &mut Pen<'_, '_>, request: &Request) {
    let (id, at) = (request.id, pen.at);
    let late = clocks::clocks(request, pen.setting.calendars, at).into_iter().filter(|clock| {
        clock.stopped.is_none()
            && clock.state == ClockState::Breached
            && clock.due.is_some_and(|due| due < at)
            && !request.was_flagged(clock.kind, clock.started)
    });
    for clock in late {
        let Some(due) = clock.due else { continue };
        let (kind, started) = (clock.kind, clock.started);
        pen.record(RequestOverdue { request: id, clock: kind, started, due });
        let people = pen.responsible(request);
        let case = pen.case.id;
        pen.effect(Effect::Notify { people, case, request: Some(id), kind: "overdue" });
    }
}
