//! A request is written, sent, and a notice becomes one. Gate 1: complete before it leaves.

use crate::agreement::Binding;
use crate::case::decide::Pen;
use crate::case::decide::text::{Check, LONG, SHORT};
use crate::case::event::{NoticeConverted, RequestDrafted, RequestRevised, RequestSent};
use crate::case::kinds::{Mode, NeededByReason, ServiceClass};
use crate::case::request::command::{Raise, Share, ToldForm};
use crate::case::request::decide::packet;
use crate::case::request::state::{Ask, Authority, CustomerTold, Item};
use crate::customer::canonical_tag;
use crate::ids::{DepartmentId, RequestId};
use crate::refusal::{Code, Refusal};

const INCOMPLETE: &str =
    "A colleague can only answer a complete request. Fill in what is named and send it again.";

pub(super) fn raise(
    pen: &mut Pen<'_, '_>,
    form: &Raise,
    from: DepartmentId,
) -> Result<(), Refusal> {
    let Some(sender) = pen.setting.who.person() else { return Err(Refusal::not_found()) };
    let parent = form.parent;
    check(pen, form, from, parent)?;
    let ask = ask(pen, form);
    let request = pen.id();
    let ordinal = u32::try_from(pen.case.requests.len()).unwrap_or(u32::MAX).saturating_add(1);
    pen.record(RequestDrafted { request, ordinal, from, sender, parent, ask });
    if !form.draft {
        dispatch(pen, request)?;
    }
    Ok(())
}

pub(super) fn revise(pen: &mut Pen<'_, '_>, id: RequestId, form: &Raise) -> Result<(), Refusal> {
    let (from, parent) = (pen.request(id)?.from, pen.request(id)?.parent);
    check(pen, form, from, parent)?;
    let ask = ask(pen, form);
    pen.record(RequestRevised { request: id, ask });
    if !form.draft {
        dispatch(pen, id)?;
    }
    Ok(())
}

/// Sends a draft, which must be complete by now.
pub(super) fn send(pen: &mut Pen<'_, '_>, id: RequestId) -> Result<(), Refusal> {
    let request = pen.request(id)?.clone();
    let form = as_form(pen, &request.ask);
    check(pen, &form, request.from, request.parent)?;
    dispatch(pen, id)?;
    Ok(())
}

/// Sends it under what binds the two departments now.
fn dispatch(pen: &mut Pen<'_, '_>, id: RequestId) -> Result<(), Refusal> {
    let ask = &pen.request(id)?.ask;
    let (to, mode) = (ask.to, ask.mode);
    let binding = if mode.obliges() { binding(pen, id, to)? } else { None };
    pen.record(RequestSent { request: id, binding });
    Ok(())
}

/// What is agreed between the department that asks and the one that will be asked.
pub(super) fn binding(
    pen: &Pen<'_, '_>,
    id: RequestId,
    to: DepartmentId,
) -> Result<Option<Binding>, Refusal> {
    let request = pen.request(id)?;
    let (service, class) = (request.ask.service, request.ask.service_class);
    Ok(pen.setting.agreements.binding(request.from, to, service, class, pen.at))
}

/// A notice turned out to ask for something; from here on it is a request.
pub(super) fn convert(pen: &mut Pen<'_, '_>, id: RequestId, mode: Mode) -> Result<(), Refusal> {
    if mode != Mode::Collaborate {
        return Err(Refusal::invalid(
            "mode",
            "not_one_of",
            "A notice can only become joint work (collaborate). For anything else, ask the sender \
             to raise a request.",
        ));
    }
    let binding = binding(pen, id, pen.request(id)?.ask.to)?;
    pen.record(NoticeConverted { request: id, mode, binding });
    Ok(())
}

/// A draft may have gaps; what leaves is complete.
fn check(
    pen: &Pen<'_, '_>,
    form: &Raise,
    from: DepartmentId,
    parent: Option<RequestId>,
) -> Result<(), Refusal> {
    check_receiver(pen, form, from)?;
    if !form.draft {
        check_complete(pen, form)?;
    }
    check_lengths(form)?;
    check_parent(pen, form, parent)?;
    packet::check(pen, &form.shared, form.draft)
}

fn check_receiver(pen: &Pen<'_, '_>, form: &Raise, from: DepartmentId) -> Result<(), Refusal> {
    let directory = pen.setting.directory;
    if form.to == from {
        return Err(Refusal::new(
            Code::SameDepartment,
            "Inside a department, change the owner of the case or add a note.",
        ));
    }
    let receiver = directory.department(form.to).filter(|department| department.active);
    if receiver.is_none() {
        return Err(Refusal::invalid("to", "not_found", "Choose a department of the directory."));
    }
    if !directory.can_be_opened_by_someone(form.to) {
        let message = "Nobody works in this department at present, so nobody could answer.";
        return Err(Refusal::invalid("to", "nobody_there", message));
    }
    let service = form.service.map(|id| directory.service(id));
    if service.is_some_and(|service| service.is_none_or(|s| !s.active || s.department != form.to)) {
        let message = "Choose a service of the department that you ask.";
        return Err(Refusal::invalid("service", "not_found", message));
    }
    Ok(())
}

fn check_complete(pen: &Pen<'_, '_>, form: &Raise) -> Result<(), Refusal> {
    if form.mode == Mode::Inform {
        return check_notice(form);
    }
    let mut check = Check::default();
    check.needed("need", form.need.as_deref(), SHORT, "Say what you need, as one outcome.");
    let wanted = form.outcome_wanted.as_deref();
    check.needed("outcome_wanted", wanted, LONG, "Say how you will know that it is done.");
    check.needed("why", form.why.as_deref(), LONG, "Say what it means for the customer.");
    let message = "Say why it is this department that can do it.";
    check.needed("why_department", form.why_department.as_deref(), LONG, message);
    let message = "Give what the colleague needs to know to start.";
    check.needed("background", form.background.as_deref(), LONG, message);
    if form.needed_by.is_none() {
        check.wrong("needed_by", "missing", "Say by when it is needed.");
    }
    if form.channel.is_none() {
        check.wrong("channel", "missing", "Say how you want to work on it: desk, email, phone …");
    }
    if let Some(told) = &form.customer_told {
        let message = "Say what the customer was told.";
        check.needed("customer_told.what", Some(&told.what), LONG, message);
    }
    for tag in missing_fields(pen, form) {
        let message = format!("This service needs the customer's {tag}. Share it, with a purpose.");
        check.wrong("shared_fields", "missing", message);
    }
    check.done(Code::RequestIncomplete, INCOMPLETE)?;
    if form.needed_by.is_some_and(|by| by <= pen.at) {
        return Err(Refusal::new(
            Code::NeededByPast,
            "Choose a time in the future. If it was due already, escalate it instead.",
        ));
    }
    Ok(())
}

fn check_notice(form: &Raise) -> Result<(), Refusal> {
    let asks = form.outcome_wanted.as_deref().is_some_and(|text| !text.trim().is_empty());
    if form.needed_by.is_some() || asks {
        return Err(Refusal::new(
            Code::InformWithAsk,
            "Informing asks for nothing and has no date. Choose collaborate or delegate, or leave \
             out the wanted outcome and the needed-by time.",
        ));
    }
    let mut check = Check::default();
    check.needed("need", form.need.as_deref(), SHORT, "Say what they should know.");
    check.needed("why", form.why.as_deref(), LONG, "Say why it matters to them.");
    check.done(Code::RequestIncomplete, INCOMPLETE)
}

fn missing_fields(pen: &Pen<'_, '_>, form: &Raise) -> Vec<String> {
    let Some(service) = form.service.and_then(|id| pen.setting.directory.service(id)) else {
        return Vec::new();
    };
    let shared = |tag: &String| form.shared.iter().any(|share| canonical_tag(&share.field) == *tag);
    service.required_fields.iter().filter(|tag| !shared(tag)).cloned().collect()
}

fn check_lengths(form: &Raise) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.optional("need", form.need.as_deref(), SHORT);
    check.optional("outcome_wanted", form.outcome_wanted.as_deref(), LONG);
    check.optional("why", form.why.as_deref(), LONG);
    check.optional("why_department", form.why_department.as_deref(), LONG);
    check.optional("background", form.background.as_deref(), LONG);
    check.optional("contingency", form.contingency.as_deref(), LONG);
    let told = form.customer_told.as_ref().map(|told| told.what.as_str());
    check.optional("customer_told.what", told, LONG);
    let authority = form.authority.as_ref().and_then(|authority| authority.decision.as_deref());
    check.optional("authority.decision", authority, LONG);
    check.valid()
}

/// What is passed on must fit into what was asked: its time, and the fields of its packet.
fn check_parent(pen: &Pen<'_, '_>, form: &Raise, parent: Option<RequestId>) -> Result<(), Refusal> {
    let Some(above) = parent.and_then(|id| pen.case.request(id)) else { return Ok(()) };
    if form.mode == Mode::Transfer {
        let message = "The case is not yours to transfer; its owner can.";
        return Err(Refusal::invalid("mode", "not_one_of", message));
    }
    // Work that is late already can only be passed on for later still.
    let late = match (form.needed_by, above.ask.needed_by) {
        (Some(below), Some(above)) => above > pen.at && below > above,
        _ => false,
    };
    if late {
        let message = "It must be needed no later than the request that it serves.";
        return Err(Refusal::invalid("needed_by", "too_late", message));
    }
    packet::within_parent(pen, parent, &form.shared)
}

fn ask(pen: &mut Pen<'_, '_>, form: &Raise) -> Ask {
    let need = pen.write(form.need.as_deref().unwrap_or_default());
    Ask {
        mode: form.mode,
        to: form.to,
        service: form.service,
        need,
        outcome_wanted: pen.write_some(form.outcome_wanted.as_deref()),
        why: pen.write_some(form.why.as_deref()),
        why_department: pen.write_some(form.why_department.as_deref()),
        background: pen.write_some(form.background.as_deref()),
        contingency: pen.write_some(form.contingency.as_deref()),
        needed_by: form.needed_by,
        needed_by_reason: form.needed_by_reason.unwrap_or(NeededByReason::Preference),
        service_class: form.service_class.unwrap_or(ServiceClass::Standard),
        channel: form.channel,
        customer_told: form.customer_told.as_ref().map(|told| CustomerTold {
            what: pen.write(&told.what),
            when: told.when,
            channel: pen.write_some(told.channel.as_deref()),
            next_update_by: told.next_update_by,
        }),
        authority: form.authority.as_ref().map(|authority| Authority {
            amount: authority.amount.clone(),
            decision: pen.write_some(authority.decision.as_deref()),
        }),
        emergency: form.emergency,
        items: form.shared.iter().map(|share| item(pen, share)).collect(),
    }
}

pub(super) fn item(pen: &mut Pen<'_, '_>, share: &Share) -> Item {
    Item {
        field: canonical_tag(&share.field).to_owned(),
        purpose: pen.write(share.purpose.as_deref().unwrap_or_default()),
        why: pen.write_some(share.why.as_deref()),
    }
}

/// A draft as the form it was written on, so that sending checks what sending at once checks.
fn as_form(pen: &Pen<'_, '_>, ask: &Ask) -> Raise {
    let text = |word: Option<crate::vault::WordRef>| {
        word.map(|word| pen.setting.texts.show(word).to_owned())
    };
    Raise {
        mode: ask.mode,
        to: ask.to,
        service: ask.service,
        need: text(Some(ask.need)),
        outcome_wanted: text(ask.outcome_wanted),
        why: text(ask.why),
        why_department: text(ask.why_department),
        background: text(ask.background),
        contingency: text(ask.contingency),
        needed_by: ask.needed_by,
        needed_by_reason: Some(ask.needed_by_reason),
        service_class: Some(ask.service_class),
        channel: ask.channel,
        customer_told: ask.customer_told.as_ref().map(|told| ToldForm {
            what: pen.setting.texts.show(told.what).to_owned(),
            when: told.when,
            channel: text(told.channel),
            next_update_by: told.next_update_by,
        }),
        authority: None,
        emergency: ask.emergency,
        shared: ask
            .items
            .iter()
            .map(|item| Share {
                field: item.field.clone(),
                purpose: text(Some(item.purpose)),
                why: text(item.why),
            })
            .collect(),
        draft: false,
        parent: None,
    }
}
