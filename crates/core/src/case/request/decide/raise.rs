//! A request is written, sent, and a notice becomes one. Gate 1: complete before it leaves.

use crate::agreement::Binding;
use crate::case::decide::text::{Check, LONG, SHORT};
use crate::case::decide::{Pen, files};
use crate::case::event::{NoticeConverted, RequestDrafted, RequestRevised, RequestSent};
use crate::case::kinds::{Mode, NeededByReason, ServiceClass};
use crate::case::request::advice::{Advised, Matter, Weighing, facts, weigh};
use crate::case::request::command::{Raise, Share, WeighingForm};
use crate::case::request::decide::as_form::as_form;
use crate::case::request::decide::escalate::{self, Added};
use crate::case::request::decide::{packet, sooner};
use crate::case::request::heard::written;
use crate::case::request::hours::Hours;
use crate::case::request::ladder::HIGHEST;
use crate::case::request::state::{Ask, Authority, CustomerTold, Item};
use crate::catalogue::Word;
use crate::customer::canonical_tag;
use crate::ids::{DepartmentId, RequestId};
use crate::refusal::{Code, Refusal};
use crate::{say, word};

pub(super) const INCOMPLETE: Word = word!("case-request-raise-a-colleague-can-only-answer-a");

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
        dispatch(pen, request, form)?;
    }
    Ok(())
}

pub(super) fn revise(pen: &mut Pen<'_, '_>, id: RequestId, form: &Raise) -> Result<(), Refusal> {
    let (from, parent) = (pen.request(id)?.from, pen.request(id)?.parent);
    check(pen, form, from, parent)?;
    let ask = ask(pen, form);
    pen.record(RequestRevised { request: id, ask });
    if !form.draft {
        dispatch(pen, id, form)?;
    }
    Ok(())
}

/// Sends a draft, which must be complete by now.
pub(super) fn send(pen: &mut Pen<'_, '_>, id: RequestId) -> Result<(), Refusal> {
    let request = pen.request(id)?.clone();
    let form = as_form(pen, &request.ask);
    check(pen, &form, request.from, request.parent)?;
    dispatch(pen, id, &form)?;
    Ok(())
}

/// Sends it under what binds the two departments now.
fn dispatch(pen: &mut Pen<'_, '_>, id: RequestId, form: &Raise) -> Result<(), Refusal> {
    let request = pen.request(id)?;
    let (to, mode) = (request.ask.to, request.ask.mode);
    let hours = hours(pen, id, to)?;
    let binding = if mode.obliges() { binding(pen, id, to)? } else { None };
    let advised = advised(pen, id, form)?;
    let begins = advised.as_ref().filter(|advised| advised.chosen > 0).cloned();
    pen.record(RequestSent { request: id, binding, hours, advised });
    match begins {
        Some(advised) => escalated(pen, id, &advised),
        None => Ok(()),
    }
}

/// What is advised on it now, and what the sender chooses.
fn advised(pen: &mut Pen<'_, '_>, id: RequestId, form: &Raise) -> Result<Option<Advised>, Refusal> {
    let (practice, calendars) = (pen.setting.practice, pen.setting.calendars);
    let request = pen.request(id)?.clone();
    if !request.ask.mode.obliges() {
        return Ok(None);
    }
    let weighing = request.ask.weighing.as_ref();
    let ticks = weighing.map_or(&[][..], |weighing| &weighing.facts);
    let mut matter = Matter::of_request(&pen.case, &request);
    matter.request = None;
    let known = facts(&matter, practice, calendars, pen.at);
    let own = [&form.need, &form.why, &form.background];
    let mut found = escalate::letters(pen);
    found.extend(written(own.into_iter().flatten().map(String::as_str)));
    let weighed = weigh(practice, known, ticks, found)?;
    let begins = if request.ask.mode == Mode::Escalate { weighed.advice.level } else { 0 };
    let chosen = weighing.and_then(|weighing| weighing.level).unwrap_or(begins);
    let reason = weighing.and_then(|weighing| weighing.reason);
    if reason.is_none() {
        escalate::otherwise(pen, &weighed, chosen, request.ask.emergency, None)?;
    }
    Ok(weighed.advised(&practice.pack.version, ticks, chosen, reason))
}

/// It begins above: whoever decides is asked as it is sent.
fn escalated(pen: &mut Pen<'_, '_>, id: RequestId, advised: &Advised) -> Result<(), Refusal> {
    let ask = &pen.request(id)?.ask;
    let added = Added {
        level: advised.chosen,
        reason: ask.why.unwrap_or(ask.need),
        decision_wanted: ask.outcome_wanted.unwrap_or(ask.need),
        routes: advised.functional.clone(),
        advised: None,
        late: None,
    };
    escalate::add(pen, id, added)
}

/// What is agreed between the department that asks and the one that will be asked. A fact that
/// nobody can share holds no clock up.
pub(super) fn binding(
    pen: &Pen<'_, '_>,
    id: RequestId,
    to: DepartmentId,
) -> Result<Option<Binding>, Refusal> {
    let request = pen.request(id)?;
    let (service, class) = (request.ask.service, request.ask.service_class);
    let agreed = pen.setting.agreements.binding(request.from, to, service, class, pen.at);
    Ok(agreed.map(|mut binding| {
        if pen.case.customer.is_none() {
            binding.facts.clear();
        }
        let lacking = binding.facts.iter().filter(|fact| !packet::can_share(pen, request, fact));
        binding.unobtainable = lacking.cloned().collect();
        binding
    }))
}

/// By whose hours its clocks will run.
pub(super) fn hours(pen: &Pen<'_, '_>, id: RequestId, to: DepartmentId) -> Result<Hours, Refusal> {
    let request = pen.request(id)?;
    let (from, service) = (request.from, request.ask.service);
    let in_force = pen.setting.agreements.in_force(from, to, service, pen.at);
    let agreed = in_force.and_then(|(_, version)| version.terms.calendar);
    Ok(Hours::between(pen.setting.directory, from, to).agreed(agreed))
}

/// A notice turned out to ask for something; from here on it is a request.
pub(super) fn convert(pen: &mut Pen<'_, '_>, id: RequestId, mode: Mode) -> Result<(), Refusal> {
    if mode != Mode::Collaborate {
        return Err(Refusal::invalid(
            "mode",
            "not_one_of",
            say!("case-request-raise-a-notice-can-only-become-joint"),
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
        sooner::check(pen, form, from)?;
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
            say!("case-request-raise-inside-a-department-change-the"),
        ));
    }
    let receiver = directory.department(form.to).filter(|department| department.active);
    if receiver.is_none() {
        return Err(Refusal::invalid(
            "to",
            "not_found",
            say!("case-request-raise-choose-a-department-of-the"),
        ));
    }
    if !directory.can_be_opened_by_someone(form.to) {
        let message = say!("case-request-raise-nobody-works-in-this-department");
        return Err(Refusal::invalid("to", "nobody_there", message));
    }
    let service = form.service.map(|id| directory.service(id));
    if service.is_some_and(|service| service.is_none_or(|s| !s.active || s.department != form.to)) {
        let message = say!("case-request-raise-choose-a-service-of-the");
        return Err(Refusal::invalid("service", "not_found", message));
    }
    Ok(())
}

fn check_complete(pen: &Pen<'_, '_>, form: &Raise) -> Result<(), Refusal> {
    if form.mode == Mode::Inform {
        return check_notice(form);
    }
    let mut check = Check::default();
    check.needed(
        "need",
        form.need.as_deref(),
        SHORT,
        say!("case-request-raise-say-what-you-need-as-one"),
    );
    let wanted = form.outcome_wanted.as_deref();
    check.needed(
        "outcome_wanted",
        wanted,
        LONG,
        say!("case-request-raise-say-how-you-will-know-that"),
    );
    check.needed(
        "why",
        form.why.as_deref(),
        LONG,
        say!("case-request-raise-say-what-it-means-for-the"),
    );
    let message = say!("case-request-raise-say-why-it-is-this-department");
    check.needed("why_department", form.why_department.as_deref(), LONG, message);
    let message = say!("case-request-raise-give-what-the-colleague-needs");
    check.needed("background", form.background.as_deref(), LONG, message);
    if form.needed_by.is_none() {
        check.wrong("needed_by", "missing", say!("case-request-raise-say-by-when-it-is-needed"));
    }
    if form.channel.is_none() {
        check.wrong("channel", "missing", say!("case-request-raise-say-how-you-want-to-work"));
    }
    if let Some(told) = &form.customer_told {
        let message = say!("case-request-raise-say-what-the-customer-was-told");
        check.needed("customer_told.what", Some(&told.what), LONG, message);
    }
    for tag in missing_fields(pen, form) {
        let message = say!("case-request-raise-this-service-needs-the", tag);
        check.wrong("shared_fields", "missing", message);
    }
    check.done(Code::RequestIncomplete, &INCOMPLETE)?;
    if form.needed_by.is_some_and(|by| by <= pen.at) {
        return Err(Refusal::new(
            Code::NeededByPast,
            say!("case-request-raise-choose-a-time-in-the-future"),
        ));
    }
    Ok(())
}

fn check_notice(form: &Raise) -> Result<(), Refusal> {
    let asks = form.outcome_wanted.as_deref().is_some_and(|text| !text.trim().is_empty());
    if form.needed_by.is_some() || asks {
        return Err(Refusal::new(
            Code::InformWithAsk,
            say!("case-request-raise-informing-asks-for-nothing-and"),
        ));
    }
    let mut check = Check::default();
    check.needed(
        "need",
        form.need.as_deref(),
        SHORT,
        say!("case-request-raise-say-what-they-should-know"),
    );
    check.needed(
        "why",
        form.why.as_deref(),
        LONG,
        say!("case-request-raise-say-why-it-matters-to-them"),
    );
    check.done(Code::RequestIncomplete, &INCOMPLETE)
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
    check.optional("sooner_reason", form.sooner_reason.as_deref(), LONG);
    let told = form.customer_told.as_ref().map(|told| told.what.as_str());
    check.optional("customer_told.what", told, LONG);
    let authority = form.authority.as_ref().and_then(|authority| authority.decision.as_deref());
    check.optional("authority.decision", authority, LONG);
    files::check(&mut check, &form.files);
    check.optional("advice_reason", form.weighing.reason.as_deref(), LONG);
    if form.weighing.level.is_some_and(|level| level > HIGHEST) {
        check.wrong("level", "not_one_of", say!("case-request-raise-0-nobody-above-1-leads-2"));
    }
    check.valid()
}

/// What is passed on must fit into what was asked: its time, and the fields of its packet.
fn check_parent(pen: &Pen<'_, '_>, form: &Raise, parent: Option<RequestId>) -> Result<(), Refusal> {
    let Some(above) = parent.and_then(|id| pen.case.request(id)) else { return Ok(()) };
    if form.mode == Mode::Transfer {
        let message = say!("case-request-raise-the-case-is-not-yours-to");
        return Err(Refusal::invalid("mode", "not_one_of", message));
    }
    // Work that is late already can only be passed on for later still.
    let late = match (form.needed_by, above.ask.needed_by) {
        (Some(below), Some(above)) => above > pen.at && below > above,
        _ => false,
    };
    if late {
        let message = say!("case-request-raise-it-must-be-needed-no-later");
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
        sooner_reason: pen.write_some(form.sooner_reason.as_deref()),
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
        weighing: weighing(pen, &form.weighing),
        items: form.shared.iter().map(|share| item(pen, share)).collect(),
        files: files::keep(pen, &form.files),
    }
}

fn weighing(pen: &mut Pen<'_, '_>, form: &WeighingForm) -> Option<Weighing> {
    if *form == WeighingForm::default() {
        return None;
    }
    let reason = pen.write_some(form.reason.as_deref());
    Some(Weighing { facts: form.facts.clone(), level: form.level, reason })
}

pub(super) fn item(pen: &mut Pen<'_, '_>, share: &Share) -> Item {
    Item {
        field: canonical_tag(&share.field).to_owned(),
        purpose: pen.write(share.purpose.as_deref().unwrap_or_default()),
        why: pen.write_some(share.why.as_deref()),
    }
}
