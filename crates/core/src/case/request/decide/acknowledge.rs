//! A named person takes the request in; inside their department it may change hands.

use crate::case::decide::Pen;
use crate::case::event::{RequestAcknowledged, RequestAssigned};
use crate::ids::{PersonId, RequestId};
use crate::log::Effect;
use crate::refusal::{Code, Refusal};
use crate::say;

pub(super) fn acknowledge(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    assignee: Option<PersonId>,
) -> Result<(), Refusal> {
    let Some(assignee) = assignee.or(pen.setting.who.person()) else {
        return Err(Refusal::not_found());
    };
    check(pen, id, assignee)?;
    pen.record(RequestAcknowledged { request: id, assignee });
    Ok(())
}

pub(super) fn assign(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    assignee: PersonId,
) -> Result<(), Refusal> {
    check(pen, id, assignee)?;
    if pen.request(id)?.assignee == Some(assignee) {
        return Err(Refusal::new(
            Code::IllegalMove,
            say!("case-request-acknowledge-it-is-assigned-to-them-already"),
        ));
    }
    pen.record(RequestAssigned { request: id, assignee });
    let (people, case) = (vec![assignee], pen.case.id);
    pen.effect(Effect::Notify { people, case, request: Some(id), kind: "assigned" });
    Ok(())
}

fn check(pen: &Pen<'_, '_>, id: RequestId, assignee: PersonId) -> Result<(), Refusal> {
    let request = pen.request(id)?;
    let department = request.ask.to;
    let person = pen.setting.directory.person(assignee);
    let fits = assignee != request.sender
        && person.is_some_and(|of| of.active && of.is_human() && of.belongs_to(department));
    if fits {
        return Ok(());
    }
    Err(Refusal::invalid(
        "assignee",
        "not_of_department",
        say!("case-request-acknowledge-the-work-goes-to-a-named"),
    ))
}
