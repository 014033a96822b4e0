//! What the customer wrote may need no reply, as a word of thanks does not. A person says so, never
//! a rule and never time; it can be taken back until somebody answers (reference §2.3).

use crate::case::decide::{Pen, text};
use crate::case::event::{ReplyExpected, ReplyWaived};
use crate::case::kinds::NoReply;
use crate::case::state::{Case, Message};
use crate::ids::MessageId;
use crate::log::Version;
use crate::refusal::{Code, Refusal};
use crate::say;

/// Whether somebody may say that a message needs no reply.
pub fn waivable(case: &Case, message: &Message) -> Result<(), Refusal> {
    let illegal = |detail| Err(Refusal::new(Code::IllegalMove, detail));
    if !message.is_heard() {
        return illegal(say!("case-waiver-only-what-the-customer-wrote"));
    }
    if message.waiver.is_some() {
        return illegal(say!("case-waiver-it-is-marked-already"));
    }
    if case.messages.first().is_some_and(|first| first.id == message.id) {
        return illegal(say!("case-waiver-this-is-what-the-customer-came"));
    }
    if answered_since(case, message.order) {
        return illegal(say!("case-waiver-it-has-been-answered"));
    }
    Ok(())
}

/// Whether that can be taken back.
pub fn expectable(case: &Case, message: &Message) -> Result<(), Refusal> {
    let illegal = |detail| Err(Refusal::new(Code::IllegalMove, detail));
    match message.waiver {
        None => illegal(say!("case-waiver-it-is-not-marked")),
        Some(waiver) if answered_since(case, waiver.order) => {
            illegal(say!("case-waiver-the-customer-has-been-answered"))
        }
        Some(_) => Ok(()),
    }
}

fn answered_since(case: &Case, order: Version) -> bool {
    let answers = |one: &Message| one.order > order && one.is_outbound() && !one.by_rule;
    case.messages.iter().any(answers)
}

pub(super) fn waive(
    pen: &mut Pen<'_, '_>,
    id: MessageId,
    reason: NoReply,
    why: Option<&str>,
) -> Result<(), Refusal> {
    let message = pen.case.message(id).ok_or_else(Refusal::not_found)?;
    waivable(&pen.case, message)?;
    if reason == NoReply::Other {
        text::need("text", why.unwrap_or_default(), say!("case-waiver-say-why-it-needs-no-reply"))?;
    }
    let text = pen.write_some(why);
    pen.record(ReplyWaived { message: id, reason, text });
    Ok(())
}

pub(super) fn expect(pen: &mut Pen<'_, '_>, id: MessageId) -> Result<(), Refusal> {
    let message = pen.case.message(id).ok_or_else(Refusal::not_found)?;
    expectable(&pen.case, message)?;
    pen.record(ReplyExpected { message: id });
    Ok(())
}
