//! Either side contests; somebody who is neither rules. The work and the clocks go on.

use crate::case::decide::Pen;
use crate::case::decide::text::{self, Check, LONG};
use crate::case::event::{DisputeOpened, DisputeRuled};
use crate::case::kinds::DisputeSubject;
use crate::ids::RequestId;
use crate::log::Effect;
use crate::refusal::Refusal;

pub(super) fn open(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    subject: DisputeSubject,
    position: &str,
) -> Result<(), Refusal> {
    text::need("position", position, "Say how you see it, and what the log shows.")?;
    let directory = pen.setting.directory;
    let service = pen.request(id)?.ask.service;
    let owner = service.and_then(|id| directory.service(id)?.owner);
    let people = owner.map_or_else(|| directory.arbiters(), |owner| vec![owner]);
    let position = pen.write(position);
    pen.record(DisputeOpened { request: id, subject, position });
    let case = pen.case.id;
    pen.effect(Effect::Notify { people, case, request: Some(id), kind: "dispute_opened" });
    Ok(())
}

pub(super) fn rule(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    decision: &str,
    reason: &str,
    precedent: bool,
) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.needed("decision", Some(decision), LONG, "Say what is decided.");
    check.needed("reason", Some(reason), LONG, "Say why, so that both sides can follow.");
    check.valid()?;
    let subject = pen.request(id)?.dispute.as_ref().map(|dispute| dispute.subject);
    let decision = pen.write(decision);
    let reason = pen.write(reason);
    pen.record(DisputeRuled { request: id, subject, decision, reason, precedent });
    Ok(())
}
