//! The receiver declines, with a reason and an alternative; the sender redirects.

use crate::case::decide::Pen;
use crate::case::decide::text::LONG;
use crate::case::event::{RequestDeclined, RequestRedirected};
use crate::case::kinds::{AlternativeKind, DeclineReason};
use crate::case::request::command::{AlternativeForm, DeclineForm};
use crate::case::request::decide::raise::binding;
use crate::case::request::state::Alternative;
use crate::ids::{DepartmentId, RequestId};
use crate::refusal::{Code, FieldError, Refusal};

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
            "If something is missing, ask for it: the time until the answer is not counted as \
             yours.",
        ));
    }
    if settled(pen, id, reason)? {
        return Err(Refusal::new(
            Code::AlreadyRuled,
            "A ruling has settled this reason. If the ruling itself is wrong, open a dispute.",
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
        fields.push(FieldError::missing("reason", "Choose the reason."));
    }
    if !long_enough {
        let message = format!("Say why in your own words, in at least {SHORTEST} characters.");
        fields.push(FieldError::missing("text", message));
    }
    if form.text.chars().count() > LONG {
        fields.push(FieldError::new("text", "too_long", "Use fewer words."));
    }
    match form.reason {
        Some(reason) if fields.is_empty() => Ok(reason),
        _ => Err(Refusal::new(
            Code::DeclineNeedsReason,
            "A no without a reason sends a customer's problem into the void.",
        )
        .with_fields(fields)),
    }
}

fn needs_alternative(form: &DeclineForm) -> Result<&AlternativeForm, Refusal> {
    let refuse = |field: &str, message: &str| {
        Err(Refusal::new(
            Code::DeclineNeedsAlternative,
            "Say what the sender can do instead: another department, a date, an article, or that \
             the owner of the service shall rule.",
        )
        .with_fields(vec![FieldError::missing(field, message)]))
    };
    let Some(alternative) = &form.alternative else {
        return refuse("alternative", "Offer an alternative.");
    };
    let named = alternative.value.as_deref().is_some_and(|value| !value.trim().is_empty())
        || alternative.department.is_some();
    if alternative.kind != AlternativeKind::OwnerToRule && !named {
        return refuse("alternative.value", "Name the department, the date or the article.");
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
            "Name another department than your own.",
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
            "It came from this department. Withdraw it to do the work there.",
        ));
    }
    let directory = pen.setting.directory;
    let open = directory.department(to).is_some_and(|department| department.active)
        && directory.can_be_opened_by_someone(to);
    if !open {
        return Err(Refusal::invalid("to", "not_found", "Choose a department of the directory."));
    }
    let binding = binding(pen, id, to)?;
    pen.record(RequestRedirected { request: id, to, binding });
    Ok(())
}
