//! Who owns a case inside its department, and how urgent it is.

use crate::case::decide::Pen;
use crate::case::decide::text;
use crate::case::event::{OwnerChanged, PriorityChanged};
use crate::case::kinds::Priority;
use crate::ids::PersonId;
use crate::log::Effect;
use crate::refusal::{Code, Refusal};
use crate::say;

pub(super) fn change_owner(pen: &mut Pen<'_, '_>, owner: PersonId) -> Result<(), Refusal> {
    let person = pen.setting.directory.person(owner);
    let fits = person.is_some_and(|person| {
        person.active && person.is_human() && person.belongs_to(pen.case.department)
    });
    if !fits {
        return Err(Refusal::invalid(
            "person",
            "not_of_department",
            say!("case-own-the-owner-must-be-an-active"),
        ));
    }
    if pen.case.owner == owner {
        return Err(Refusal::new(Code::IllegalMove, say!("case-own-they-own-the-case-already")));
    }
    pen.record(OwnerChanged { owner });
    let case = pen.case.id;
    pen.effect(Effect::Notify { people: vec![owner], case, request: None, kind: "owner_changed" });
    Ok(())
}

pub(super) fn change_priority(
    pen: &mut Pen<'_, '_>,
    priority: Priority,
    reason: &str,
    customer_agreed: bool,
) -> Result<(), Refusal> {
    text::need("reason", reason, say!("case-own-say-why-the-priority-changes"))?;
    let reason = pen.write(reason);
    pen.record(PriorityChanged { priority, reason, customer_agreed });
    Ok(())
}
