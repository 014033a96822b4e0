//! The receiver declines, with a reason and an alternative; the sender redirects.

use crate::case::decide::Pen;
use crate::case::decide::text::LONG;
use crate::case::event::{RequestDeclined, RequestRedirected};
use crate::case::kinds::{AlternativeKind, DeclineReason};
use crate::case::request::command::{AlternativeForm, DeclineForm};
use crate::case::request::decide::raise::{binding, hours};
use crate::case::request::state::Alternative;
use crate::ids::{DepartmentId, RequestId};
use crate::refusal::{Code, FieldError, Refusal};
use crate::say;

/// Shortest account of why, in characters (reference §1.4.2, row 12).
const SHORTEST: usize = 20;

pub(super) fn decline(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    form: &DeclineForm,
) -> Result<(), Refusal> {
    let reason = needs_reason(form)?;
    let alternative = needs_alternative(form)?;
    if reason == DeclineReason::MissingInformation {
        return Err(Refusal::invalid(
            "reason",
            "ask_instead",
            say!("case-request-decline-if-something-is-missing-ask-for"),
        ));
    }
    if settled(pen, id, reason)? {
        return Err(Refusal::new(
            Code::AlreadyRuled,
            say!("case-request-decline-a-ruling-has-settled-this"),
        ));
    }
    let department = alternative_department(pen, id, alternative)?;
    let text = pen.write(&form.text);
    let value = pen.write_some(alternative.value.as_deref());
    let alternative = Alternative { kind: alternative.kind, value, department };
    pen.record(RequestDeclined { request: id, reason, text, alternative });
    Ok(())
}

fn needs_reason(form: &DeclineForm) -> Result<DeclineReason, Refusal> {
    let long_enough = form.text.trim().chars().count() >= SHORTEST;
    let mut fields = Vec::new();
    if form.reason.is_none() {
        fields.push(FieldError::missing("reason", say!("case-request-decline-choose-the-reason")));
    }
    if !long_enough {
        let message = say!("case-request-decline-say-why-in-your-own-words", shortest = SHORTEST);
        fields.push(FieldError::missing("text", message));
    }
    if form.text.chars().count() > LONG {
        fields.push(FieldError::new(
            "text",
            "too_long",
            say!("case-request-decline-use-fewer-words"),
        ));
    }
    match form.reason {
        Some(reason) if fields.is_empty() => Ok(reason),
        _ => Err(Refusal::new(
            Code::DeclineNeedsReason,
            say!("case-request-decline-a-no-without-a-reason-sends"),
        )
        .with_fields(fields)),
    }
}

fn needs_alternative(form: &DeclineForm) -> Result<&AlternativeForm, Refusal> {
    let refuse = |field: &str, message: &str| {
        Err(Refusal::new(
            Code::DeclineNeedsAlternative,
            say!("case-request-decline-say-what-the-sender-can-do"),
        )
        .with_fields(vec![FieldError::missing(field, message)]))
    };
    let Some(alternative) = &form.alternative else {
        return refuse("alternative", say!("case-request-decline-offer-an-alternative"));
    };
    let named = alternative.value.as_deref().is_some_and(|value| !value.trim().is_empty())
        || alternative.department.is_some();
    if alternative.kind != AlternativeKind::OwnerToRule && !named {
        return refuse(
            "alternative.value",
            say!("case-request-decline-name-the-department-the-date-or"),
        );
    }
    Ok(alternative)
}

fn settled(pen: &Pen<'_, '_>, id: RequestId, reason: DeclineReason) -> Result<bool, Refusal> {
    Ok(pen.request(id)?.rulings.iter().any(|ruling| ruling.settled.contains(&reason)))
}

/// The department that is offered instead, by id or by the name that was typed.
fn alternative_department(
    pen: &Pen<'_, '_>,
    id: RequestId,
    form: &AlternativeForm,
) -> Result<Option<DepartmentId>, Refusal> {
    if form.kind != AlternativeKind::Team {
        return Ok(None);
    }
    let directory = pen.setting.directory;
    let typed = form.value.as_deref().map(str::trim).unwrap_or_default();
    let named = form
        .department
        .or_else(|| typed.parse().ok().filter(|id| directory.department(*id).is_some()))
        .or_else(|| directory.department_by_name(typed).map(|department| department.id));
    if named == Some(pen.request(id)?.ask.to) {
        return Err(Refusal::invalid(
            "alternative.value",
            "same_department",
            say!("case-request-decline-name-another-department-than"),
        ));
    }
    Ok(named)
}

pub(super) fn redirect(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    to: DepartmentId,
) -> Result<(), Refusal> {
    let request = pen.request(id)?;
    if to == request.from {
        return Err(Refusal::new(
            Code::SameDepartment,
            say!("case-request-decline-it-came-from-this-department"),
        ));
    }
    let directory = pen.setting.directory;
    let open = directory.department(to).is_some_and(|department| department.active)
        && directory.can_be_opened_by_someone(to);
    if !open {
        return Err(Refusal::invalid(
            "to",
            "not_found",
            say!("case-request-decline-choose-a-department-of-the"),
        ));
    }
    let hours = hours(pen, id, to)?;
    let binding = binding(pen, id, to)?;
    pen.record(RequestRedirected { request: id, to, binding, hours });
    Ok(())
}
