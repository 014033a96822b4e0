//! Messages come in, are written, leave, are taken back, and bounce.

use crate::case::command::{AddMessage, Incoming};
use crate::case::decide::text::{Check, LONG};
use crate::case::decide::{Pen, UNDO_WINDOW, closing_gate, files, promise, service, wait};
use crate::case::event::{
    CaseReopened, MessageAdded, MessageBounced, MessageLeft, MessageUndone, WaitEnded,
};
use crate::case::kinds::{Channel, MessageKind};
use crate::case::moves;
use crate::case::request::state::{Request, Stage};
use crate::case::state::Dispatch;
use crate::ids::MessageId;
use crate::log::{Actor, Effect};
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::Instant;
use crate::vault::WordRef;

pub(super) fn add(pen: &mut Pen<'_, '_>, form: &AddMessage) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.needed("body", Some(&form.body), LONG, say!("case-message-write-the-message"));
    check.optional("to", form.to.as_deref(), 320);
    files::check(&mut check, &form.files);
    if form.kind == MessageKind::Reply {
        check.resolved("body", &form.body);
    }
    service::next_lies_ahead(pen, &mut check, form.next_update_by);
    if form.kind == MessageKind::Update {
        check.wrong("kind", "not_one_of", say!("case-message-an-update-is-sent-as-a"));
    }
    check.valid()?;
    if form.kind == MessageKind::Reply {
        service::says_what_comes_next(pen, form.next_update_by)?;
    }
    let leaves = form.kind == MessageKind::Reply && form.channel.leaves_by_mail();
    let address = if leaves {
        Some(address(pen, form.to.as_deref())?)
    } else {
        pen.write_some(form.to.as_deref())
    };
    let held_until = leaves.then(|| pen.at + UNDO_WINDOW);
    let message = pen.id();
    let body = pen.write(&form.body);
    let attachments = files::keep(pen, &form.files);
    pen.record(MessageAdded {
        message,
        kind: form.kind,
        channel: form.channel,
        body,
        address,
        automatic: false,
        by_rule: !pen.setting.who.human,
        held_until,
        attachments,
        html: None,
    });
    post(pen, message, held_until);
    if form.kind == MessageKind::Inbound {
        end_waits(pen);
    }
    if let Some(by) = form.next_update_by.filter(|_| form.kind == MessageKind::Reply) {
        promise::next_update(pen, by, message);
    }
    // What the customer reads names nobody here.
    if matches!(form.kind, MessageKind::Note | MessageKind::Call) {
        pen.mention(None, &form.body);
    }
    Ok(())
}

/// Hands a message to the post, once it can no longer be taken back.
pub(super) fn post(pen: &mut Pen<'_, '_>, message: MessageId, held_until: Option<Instant>) {
    if let Some(not_before) = held_until {
        let case = pen.case.id;
        pen.effect(Effect::SendMessage { case, message, not_before });
    }
}

/// The address a mail goes to: as typed, else the customer's first.
pub(super) fn address(pen: &mut Pen<'_, '_>, typed: Option<&str>) -> Result<WordRef, Refusal> {
    if let Some(typed) = typed.map(str::trim).filter(|typed| !typed.is_empty()) {
        let plain = typed.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !typed.contains(char::is_whitespace)
        });
        if !plain {
            return Err(Refusal::invalid(
                "to",
                "not_an_address",
                say!("case-message-write-it-like-name-example-org"),
            ));
        }
        return Ok(pen.write(typed));
    }
    let known = pen.setting.customer.and_then(|customer| customer.first("email"));
    known.ok_or_else(|| {
        Refusal::invalid("channel", "no_address", say!("case-message-no-e-mail-address-is-known-2"))
    })
}

/// Something arrived from the customer, or for the case.
pub(super) fn receive(pen: &mut Pen<'_, '_>, incoming: &Incoming) -> Result<(), Refusal> {
    if pen.case.rests_for_good(pen.at) && !incoming.automatic {
        return Err(moves::rests_for_good());
    }
    let message = pen.id();
    let body = pen.write(&incoming.body);
    let address = pen.write_some(incoming.address.as_deref());
    let attachments = files::keep(pen, &incoming.attachments);
    let channel = if incoming.address.is_some() { Channel::Email } else { pen.case.channel };
    pen.record(MessageAdded {
        message,
        kind: MessageKind::Inbound,
        channel,
        body,
        address,
        automatic: incoming.automatic,
        by_rule: false,
        held_until: None,
        attachments,
        html: incoming.html.clone(),
    });
    if !incoming.automatic {
        end_waits(pen);
    }
    if pen.case.closure.is_some() && !incoming.automatic {
        let reason = pen.write(say!("case-message-the-customer-wrote-again"));
        pen.record(CaseReopened { reason });
    }
    Ok(())
}

/// The customer has answered: whoever waited for that goes on. A machine's answer ends no wait
/// (reference §2.6).
fn end_waits(pen: &mut Pen<'_, '_>) {
    let waits = |request: &&Request| matches!(request.stage, Stage::WaitingCustomer(_));
    let waiting: Vec<_> = pen.case.requests.iter().filter(waits).map(|one| one.id).collect();
    for request in waiting {
        pen.record(WaitEnded { request });
    }
    wait::answered(pen);
}

pub(super) fn undo(pen: &mut Pen<'_, '_>, id: MessageId) -> Result<(), Refusal> {
    let message = pen.case.message(id).ok_or_else(Refusal::not_found)?;
    if message.by != pen.setting.who.actor {
        return Err(Refusal::new(
            Code::NotYourSide,
            say!("case-message-whoever-wrote-a-message-takes"),
        ));
    }
    let longer = pen.setting.undo_until;
    match message.dispatch {
        Dispatch::Held { until } if pen.at < longer.map_or(until, |longer| longer.max(until)) => {
            pen.record(MessageUndone { message: id });
            pen.effect(Effect::CancelMessage { message: id });
            Ok(())
        }
        _ => Err(Refusal::new(Code::IllegalMove, say!("case-message-a-message-can-be-taken-back"))),
    }
}

/// What became of a message is reported by Baton's own post.
fn only_the_post(pen: &Pen<'_, '_>) -> Result<(), Refusal> {
    if pen.setting.who.actor == Actor::System {
        return Ok(());
    }
    Err(Refusal::new(Code::NotAllowed, say!("case-message-only-batons-own-post-reports")))
}

/// The post has handed it over: the first time, or when somebody had it tried again after it was
/// given up.
pub(super) fn left(pen: &mut Pen<'_, '_>, id: MessageId) -> Result<(), Refusal> {
    only_the_post(pen)?;
    let message = pen.case.message(id).ok_or_else(Refusal::not_found)?;
    if matches!(message.dispatch, Dispatch::Held { .. } | Dispatch::Bounced { .. }) {
        pen.record(MessageLeft { message: id });
    }
    Ok(())
}

/// It came back. The customer does not know, so the gate is armed again; a case that had been
/// closed on the strength of it opens.
pub(super) fn bounced(pen: &mut Pen<'_, '_>, id: MessageId, reason: &str) -> Result<(), Refusal> {
    only_the_post(pen)?;
    let message = pen.case.message(id).ok_or_else(Refusal::not_found)?;
    if !matches!(message.dispatch, Dispatch::Held { .. } | Dispatch::Left { .. }) {
        return Ok(());
    }
    let reason = pen.write(reason);
    pen.record(MessageBounced { message: id, reason });
    let unproven = pen.case.closure.as_ref().is_some_and(|closure| closure.exemption.is_none());
    if unproven && closing_gate(&pen.case).is_err() {
        let reason = pen.write(say!("case-message-the-message-that-told-the"));
        pen.record(CaseReopened { reason });
    }
    if pen.case.merger.is_some() {
        // The owner of the case that goes on is told, there.
        return Ok(());
    }
    let owner = vec![pen.case.owner];
    let case = pen.case.id;
    pen.effect(Effect::Notify { people: owner, case, request: None, kind: "message_bounced" });
    Ok(())
}
