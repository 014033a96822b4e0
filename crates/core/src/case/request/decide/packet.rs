//! The packet: which fields of the customer go along, each with a purpose (gate 4).

use crate::case::decide::Pen;
use crate::case::decide::text::{self, Check, SHORT};
use crate::case::event::{PacketNarrowed, PacketWidened};
use crate::case::request::command::Share;
use crate::case::request::decide::raise::item;
use crate::customer::canonical_tag;
use crate::ids::RequestId;
use crate::refusal::{Code, FieldError, Refusal};
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
                check.wrong(&place, "not_found", format!("The customer has no field {tag}."));
            }
            Some(Class::P4) => check.wrong(
                &place,
                "too_sensitive",
                "Data of this class goes to named persons only, never with a request.",
            ),
            Some(Class::P3) if !draft && blank(share.why.as_deref()) => check.wrong(
                &format!("shared_fields[{index}].why"),
                "missing",
                "This field is sensitive: say why it is needed.",
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
            let message = format!("Say what {} is needed for.", share.field);
            FieldError::missing(format!("shared_fields[{index}].purpose"), message)
        })
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Refusal::new(
        Code::PurposeMissing,
        "Customer data is shared field by field, each for a purpose, so that the customer can be \
         told who saw it and why.",
    )
    .with_fields(missing))
}

fn blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

/// The sender gives more.
pub(super) fn widen(pen: &mut Pen<'_, '_>, id: RequestId, shares: &[Share]) -> Result<(), Refusal> {
    if shares.is_empty() {
        let message = "Name at least one field.";
        return Err(Refusal::invalid("shared_fields", "missing", message));
    }
    check(pen, shares, false)?;
    let items = shares.iter().map(|share| item(pen, share)).collect();
    pen.record(PacketWidened { request: id, items });
    Ok(())
}

/// The sender takes a field back.
pub(super) fn narrow(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    field: &str,
    reason: &str,
) -> Result<(), Refusal> {
    text::need("reason", reason, "Say why it is no longer needed.")?;
    let field = canonical_tag(field).to_owned();
    let live = pen
        .request(id)?
        .grants
        .iter()
        .any(|grant| grant.item.field == field && grant.withdrawn_at.is_none());
    if !live {
        return Err(Refusal::invalid("field", "not_found", "This field is not shared."));
    }
    let reason = pen.write(reason);
    pen.record(PacketNarrowed { request: id, field, reason });
    Ok(())
}
