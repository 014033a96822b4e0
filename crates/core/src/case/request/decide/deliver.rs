//! The answer comes back, and the sender's side looks whether it is one.

use crate::case::decide::text::{self, Check, LONG};
use crate::case::decide::{Pen, files};
use crate::case::event::{DeliveryRejected, RequestClosed, RequestDelivered, RequestVerified};
use crate::case::request::command::{DeliveryForm, ResidualForm};
use crate::case::request::state::Residual;
use crate::ids::RequestId;
use crate::refusal::{FieldError, Refusal};
use crate::say;

pub(super) fn deliver(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    form: &DeliveryForm,
) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.needed(
        "outcome",
        Some(&form.outcome),
        LONG,
        say!("case-request-deliver-say-what-came-of-it"),
    );
    let told = Some(form.customer_may_be_told.as_str());
    let message = say!("case-request-deliver-say-what-the-customer-may-be");
    check.needed("customer_may_be_told", told, LONG, message);
    check.optional("evidence", form.evidence.as_deref(), LONG);
    files::check(&mut check, &form.files);
    check.valid()?;
    let residual_actions = residuals(pen, &form.residual_actions)?;
    let outcome = pen.write(&form.outcome);
    let customer_may_be_told = pen.write(&form.customer_may_be_told);
    let evidence = pen.write_some(form.evidence.as_deref());
    let files = files::keep(pen, &form.files);
    pen.record(RequestDelivered {
        request: id,
        outcome,
        customer_may_be_told,
        evidence,
        residual_actions,
        files,
    });
    Ok(())
}

/// What is left to do has an owner and a date, or it is not an action (reference §1.9).
fn residuals(pen: &mut Pen<'_, '_>, forms: &[ResidualForm]) -> Result<Vec<Residual>, Refusal> {
    let mut actions = Vec::new();
    for (index, form) in forms.iter().enumerate() {
        let known = |owner| pen.setting.directory.person(owner).is_some_and(|person| person.active);
        match (form.owner.filter(|owner| known(*owner)), form.by, form.what.trim()) {
            (Some(owner), Some(by), what) if !what.is_empty() => {
                actions.push(Residual { what: pen.write(what), owner, by });
            }
            _ => {
                let place = format!("residual_actions[{index}]");
                let message = say!("case-request-deliver-an-action-needs-what-an-active");
                return Err(Refusal::invalid("residual_actions", "incomplete", message)
                    .with_fields(vec![FieldError::missing(place, message)]));
            }
        }
    }
    Ok(actions)
}

pub(super) fn verify(pen: &mut Pen<'_, '_>, id: RequestId) -> Result<(), Refusal> {
    pen.record(RequestVerified { request: id });
    // The customer may have been told of this very answer before it was verified.
    let answered = pen.request(id)?.outcome_order;
    let told = pen.case.told().map(|told| (told.id, told.order));
    if let (Some((message, told)), Some(answered)) = (told, answered)
        && told > answered
    {
        pen.record(RequestClosed { request: id, message: Some(message) });
    } else {
        close_if_nobody_to_tell(pen, id)?;
    }
    Ok(())
}

/// In an internal case there is no customer, and what serves another request is told to the
/// department that asked: the loop is closed by verifying.
pub(super) fn close_if_nobody_to_tell(pen: &mut Pen<'_, '_>, id: RequestId) -> Result<(), Refusal> {
    if pen.case.is_internal() || pen.request(id)?.parent.is_some() {
        pen.record(RequestClosed { request: id, message: None });
    }
    Ok(())
}

pub(super) fn reject(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    failed: &str,
    note: Option<&str>,
) -> Result<(), Refusal> {
    text::need("failed", failed, say!("case-request-deliver-name-the-point-that-is-not"))?;
    let failed = pen.write(failed);
    let text = pen.write_some(note);
    pen.record(DeliveryRejected { request: id, failed, text });
    Ok(())
}
