//! The packet: which fields of the customer go along, each with a purpose (gate 4).

use crate::case::decide::Pen;
use crate::case::decide::text::{self, Check, SHORT};
use crate::case::event::{PacketNarrowed, PacketWidened};
use crate::case::request::command::Share;
use crate::case::request::decide::raise::item;
use crate::case::request::state::Request;
use crate::customer::canonical_tag;
use crate::ids::RequestId;
use crate::refusal::{Code, FieldError, Refusal};
use crate::say;
use crate::vault::Class;

/// Longest name of a purpose.
const PURPOSE: usize = 100;

/// Every shared field exists, has a purpose, and may be shared at all.
pub(super) fn check(pen: &Pen<'_, '_>, shares: &[Share], draft: bool) -> Result<(), Refusal> {
    if !draft {
        check_purposes(shares)?;
    }
    let mut check = Check::default();
    for (index, share) in shares.iter().enumerate() {
        let place = format!("shared_fields[{index}].field");
        let tag = canonical_tag(&share.field);
        let field = pen.setting.customer.and_then(|customer| customer.value(tag));
        match field.map(|field| field.class) {
            None => {
                check.wrong(
                    &place,
                    "not_found",
                    say!("case-request-packet-the-customer-has-no-field", tag),
                );
            }
            Some(Class::P4) => check.wrong(
                &place,
                "too_sensitive",
                say!("case-request-packet-data-of-this-class-goes-to"),
            ),
            Some(Class::P3) if !draft && blank(share.why.as_deref()) => check.wrong(
                &format!("shared_fields[{index}].why"),
                "missing",
                say!("case-request-packet-this-field-is-sensitive-say-why"),
            ),
            Some(_) => {}
        }
        check.optional(&format!("shared_fields[{index}].why"), share.why.as_deref(), SHORT);
        let purpose = share.purpose.as_deref();
        check.optional(&format!("shared_fields[{index}].purpose"), purpose, PURPOSE);
    }
    check.valid()
}

fn check_purposes(shares: &[Share]) -> Result<(), Refusal> {
    let missing: Vec<_> = shares
        .iter()
        .enumerate()
        .filter(|(_, share)| blank(share.purpose.as_deref()))
        .map(|(index, share)| {
            let message = say!("case-request-packet-say-what-is-needed-for", field = share.field);
            FieldError::missing(format!("shared_fields[{index}].purpose"), message)
        })
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Refusal::new(
        Code::PurposeMissing,
        say!("case-request-packet-customer-data-is-shared-field"),
    )
    .with_fields(missing))
}

fn blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

/// What serves another request is given no more than what that one was given.
pub(super) fn within_parent(
    pen: &Pen<'_, '_>,
    parent: Option<RequestId>,
    shares: &[Share],
) -> Result<(), Refusal> {
    let Some(parent) = parent.and_then(|id| pen.case.request(id)) else { return Ok(()) };
    let granted = |share: &Share| parent.shares(canonical_tag(&share.field));
    match shares.iter().find(|share| !granted(share)) {
        None => Ok(()),
        Some(share) => Err(Refusal::invalid(
            "shared_fields",
            "not_yours_to_share",
            say!("case-request-packet-was-not-shared-with-you-ask", field = share.field),
        )),
    }
}

/// Whether the sender has shared a field or still can: the customer's record holds it, its class
/// lets it go, and what serves another request is given no more once it is sent.
pub(super) fn can_share(pen: &Pen<'_, '_>, request: &Request, tag: &str) -> bool {
    let field = pen.setting.customer.and_then(|customer| customer.value(tag));
    let given = request.ask.items.iter().any(|item| item.field == tag) || request.shares(tag);
    let later = request.parent.is_none() && field.is_some_and(|field| field.class != Class::P4);
    given || later
}

/// The sender gives more.
pub(super) fn widen(pen: &mut Pen<'_, '_>, id: RequestId, shares: &[Share]) -> Result<(), Refusal> {
    if shares.is_empty() {
        let message = say!("case-request-packet-name-at-least-one-field");
        return Err(Refusal::invalid("shared_fields", "missing", message));
    }
    within_parent(pen, pen.request(id)?.parent, shares)?;
    check(pen, shares, false)?;
    let items = shares.iter().map(|share| item(pen, share)).collect();
    pen.record(PacketWidened { request: id, items });
    Ok(())
}

/// The sender takes a field back, also from whatever serves this request.
pub(super) fn narrow(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    field: &str,
    reason: &str,
) -> Result<(), Refusal> {
    text::need("reason", reason, say!("case-request-packet-say-why-it-is-no-longer"))?;
    let field = canonical_tag(field).to_owned();
    if !pen.request(id)?.shares(&field) {
        return Err(Refusal::invalid(
            "field",
            "not_found",
            say!("case-request-packet-this-field-is-not-shared"),
        ));
    }
    let reason = pen.write(reason);
    let mut above = vec![id];
    // A request is raised after the one it serves, so that one pass finds every generation.
    for request in &pen.case.requests {
        if request.parent.is_some_and(|parent| above.contains(&parent)) {
            above.push(request.id);
        }
    }
    for request in above {
        if pen.request(request)?.shares(&field) {
            pen.record(PacketNarrowed { request, field: field.clone(), reason });
        }
    }
    Ok(())
}
