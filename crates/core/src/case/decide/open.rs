//! A case is opened.

use crate::case::apply::{self, Stamp};
use crate::case::command::{Incoming, Open};
use crate::case::decide::text::{Check, LONG, SHORT};
use crate::case::decide::{Pen, Setting, message};
use crate::case::event::{CaseEvent, CaseOpened};
use crate::case::kinds::Channel;
use crate::case::state::Case;
use crate::draw::Draw;
use crate::log::{Actor, Decided};
use crate::refusal::{Code, Refusal};
use crate::time::Span;
use crate::vault::{Class, Ink, Retention, Subject};

/// How far back a case may be dated: a letter that lay for a year is still a letter.
const FURTHEST_BACK: Span = Span::times_24h(366);

/// Opens a case in its owner's department.
pub fn open(form: &Open, setting: &Setting<'_>, draw: &mut Draw) -> Result<Decided<Case>, Refusal> {
    may_open(form, setting)?;
    check(form, setting)?;
    let subject = form.customer.map_or(Subject::Nobody, Subject::Customer);
    let mut ink = Ink::new(draw, subject, Retention::OrdinaryCase);
    let event = CaseEvent::from(CaseOpened {
        case: form.id,
        number: form.number,
        customer: form.customer,
        subject: ink.write(Class::P3, form.subject.trim()),
        channel: form.channel,
        priority: form.priority,
        department: form.department,
        owner: form.owner,
        received_at: form.received_at.unwrap_or(setting.now),
    });
    let stamp = Stamp { version: 1, at: setting.now, actor: setting.who.actor };
    let Some(case) = apply::begin(stamp, &event) else { return Err(Refusal::not_found()) };
    let mut pen = Pen::opening(case, &event, ink, setting);
    if let Some(incoming) = first_message(form) {
        message::receive(&mut pen, &incoming)?;
    }
    Ok(pen.done())
}

fn first_message(form: &Open) -> Option<Incoming> {
    let typed = || {
        let body = form.body.as_deref().map(str::trim).filter(|body| !body.is_empty())?;
        Some(Incoming { body: body.to_owned(), ..Incoming::default() })
    };
    form.incoming.clone().or_else(typed)
}

fn may_open(form: &Open, setting: &Setting<'_>) -> Result<(), Refusal> {
    let who = setting.who;
    if who.actor != Actor::System && !who.belongs_to(form.department) {
        return Err(Refusal::new(
            Code::NotAllowed,
            "A case is opened in a department of your own. To ask another one, raise a request.",
        ));
    }
    let owner = setting.directory.person(form.owner);
    if owner.is_none_or(|owner| !owner.active || !owner.belongs_to(form.department)) {
        return Err(Refusal::invalid(
            "owner",
            "not_of_department",
            "The owner must be an active person of the department that owns the case.",
        ));
    }
    Ok(())
}

fn check(form: &Open, setting: &Setting<'_>) -> Result<(), Refusal> {
    let mut check = Check::default();
    let subject = Some(form.subject.as_str());
    check.needed("subject", subject, SHORT, "Say in a few words what the case is about.");
    check.optional("body", form.body.as_deref(), LONG);
    if form.customer.is_some() && form.channel == Channel::Internal {
        check.wrong("channel", "internal_with_customer", "An internal case has no customer.");
    }
    if setting.customer.is_some_and(|customer| customer.erased_at.is_some()) {
        check.wrong("customer", "erased", "This customer's data was erased; enter them anew.");
    }
    if let Some(received) = form.received_at {
        if received > setting.now {
            let message = "It cannot have been received in the future.";
            check.wrong("received_at", "in_future", message);
        }
        if received < setting.now - FURTHEST_BACK {
            check.wrong("received_at", "too_early", "At most a year back.");
        }
    }
    check.valid()
}
