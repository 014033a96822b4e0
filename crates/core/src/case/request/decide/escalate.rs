//! A level is added; nobody loses the request by it, and no clock stops.

use crate::case::decide::Pen;
use crate::case::decide::text::{Check, LONG};
use crate::case::event::RequestEscalated;
use crate::ids::{PersonId, RequestId};
use crate::log::Effect;
use crate::refusal::Refusal;

pub(super) fn escalate(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    level: u8,
    reason: &str,
    decision_wanted: &str,
) -> Result<(), Refusal> {
    let mut check = Check::default();
    if !(1..=3).contains(&level) {
        let message = "1: both leads. 2: heads and service owner. 3: duty director.";
        check.wrong("level", "not_one_of", message);
    }
    check.needed("reason", Some(reason), LONG, "Say why it cannot be settled where it is.");
    let message = "Say which decision you want.";
    check.needed("decision_wanted", Some(decision_wanted), LONG, message);
    check.valid()?;
    let people = ladder(pen, id, level)?;
    let reason = pen.write(reason);
    let decision_wanted = pen.write(decision_wanted);
    pen.record(RequestEscalated { request: id, level, reason, decision_wanted });
    let case = pen.case.id;
    pen.effect(Effect::Notify { people, case, request: Some(id), kind: "escalated" });
    Ok(())
}

/// Both leads; from level 2 the owner of the service; from level 3 the arbiters.
fn ladder(pen: &Pen<'_, '_>, id: RequestId, level: u8) -> Result<Vec<PersonId>, Refusal> {
    let request = pen.request(id)?;
    let directory = pen.setting.directory;
    let mut people: Vec<PersonId> = [request.from, request.ask.to]
        .into_iter()
        .filter_map(|department| directory.department(department)?.lead)
        .collect();
    if level >= 2 {
        people.extend(request.ask.service.and_then(|id| directory.service(id)?.owner));
    }
    if level >= 3 {
        people.extend(directory.arbiters());
    }
    people.sort_unstable();
    people.dedup();
    Ok(people)
}
