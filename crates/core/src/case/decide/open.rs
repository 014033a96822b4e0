//! A case is opened.

use crate::case::apply;
use crate::case::command::{Followed, Incoming, Open};
use crate::case::decide::text::{Check, LONG, SHORT};
use crate::case::decide::{Pen, Setting, message};
use crate::case::event::{CaseEvent, CaseOpened};
use crate::case::kinds::Channel;
use crate::case::state::{Case, Earlier};
use crate::draw::Draw;
use crate::log::Stamp;
use crate::log::{Actor, Decided};
use crate::refusal::{Code, Refusal};
use crate::say;
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
    let received_at = form.received_at.unwrap_or(setting.now);
    let event = CaseEvent::from(CaseOpened {
        case: form.id,
        number: form.number,
        customer: form.customer,
        subject: ink.write(Class::P3, form.subject.trim()),
        channel: form.channel,
        priority: form.priority,
        department: form.department,
        calendar: setting.directory.calendar_of(form.department),
        owner: form.owner,
        received_at,
        service_level: setting.service_levels.binding(form.department, received_at),
        follows: form.follows.map(|earlier| Earlier { case: earlier.case, number: earlier.number }),
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
        return Err(Refusal::new(Code::NotAllowed, say!("case-open-a-case-is-opened-in-a")));
    }
    let owner = setting.directory.person(form.owner);
    if owner.is_none_or(|owner| !owner.active || !owner.belongs_to(form.department)) {
        return Err(Refusal::invalid(
            "owner",
            "not_of_department",
            say!("case-open-the-owner-must-be-an-active"),
        ));
    }
    Ok(())
}

fn check(form: &Open, setting: &Setting<'_>) -> Result<(), Refusal> {
    let mut check = Check::default();
    let subject = Some(form.subject.as_str());
    check.needed("subject", subject, SHORT, say!("case-open-say-in-a-few-words-what"));
    check.optional("body", form.body.as_deref(), LONG);
    if form.customer.is_some() && form.channel == Channel::Internal {
        check.wrong("channel", "internal_with_customer", say!("case-open-an-internal-case-has-no"));
    }
    if setting.customer.is_some_and(|customer| customer.erased_at.is_some()) {
        check.wrong("customer", "erased", say!("case-open-this-customers-data-was-erased"));
    }
    if let Some(earlier) = &form.follows {
        follows(&mut check, form, earlier);
    }
    if let Some(received) = form.received_at {
        if received > setting.now {
            let message = say!("case-open-it-cannot-have-been-received-in");
            check.wrong("received_at", "in_future", message);
        }
        if received < setting.now - FURTHEST_BACK {
            check.wrong("received_at", "too_early", say!("case-open-at-most-a-year-back"));
        }
    }
    check.valid()
}

/// A matter is taken up again for the same customer, and only once it had its end.
fn follows(check: &mut Check, form: &Open, earlier: &Followed) {
    if !earlier.closed {
        check.wrong("follows", "open", say!("case-open-that-case-is-open-write-there"));
    }
    if earlier.customer != form.customer {
        check.wrong("follows", "other_customer", say!("case-open-that-case-is-of-another"));
    }
}
