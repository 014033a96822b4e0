//! The customer is told.

use crate::case::command::Tell;
use crate::case::decide::text::{Check, LONG};
use crate::case::decide::{Pen, UNDO_WINDOW, files, message, promise, service};
use crate::case::event::{CustomerToldOf, DeclineSettled, RequestClosed};
use crate::case::kinds::{Channel, Mode, UpdateKind};
use crate::case::request::state::{Request, Stage};
use crate::refusal::Refusal;
use crate::say;

/// An update to the customer. An outcome covers every answer recorded before it.
pub(super) fn tell(pen: &mut Pen<'_, '_>, form: &Tell) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.needed("body", Some(&form.body), LONG, say!("case-tell-write-what-the-customer-is-told"));
    check.resolved("body", &form.body);
    files::check(&mut check, &form.files);
    service::next_lies_ahead(pen, &mut check, form.next_update_by);
    if form.channel == Channel::Internal {
        check.wrong("channel", "not_one_of", say!("case-tell-nothing-internal-reaches-a"));
    }
    check.valid()?;
    if form.kind != UpdateKind::Outcome {
        service::says_what_comes_next(pen, form.next_update_by)?;
    }
    let leaves = form.channel.leaves_by_mail();
    let address = if leaves { Some(message::address(pen, None)?) } else { None };
    let held_until = leaves.then(|| pen.at + UNDO_WINDOW);
    let message = pen.id();
    let body = pen.write(&form.body);
    let (update, channel) = (form.kind, form.channel);
    let by_rule = !pen.setting.who.human;
    let attachments = files::keep(pen, &form.files);
    pen.record(CustomerToldOf {
        message,
        update,
        channel,
        body,
        address,
        held_until,
        by_rule,
        attachments,
    });
    message::post(pen, message, held_until);
    promise::told(pen, form.kind, message);
    if let Some(by) = form.next_update_by {
        promise::next_update(pen, by, message);
    }
    for request in pen.case.requests.clone() {
        cover(pen, &request, form.kind, message);
    }
    Ok(())
}

/// Closes the loop of what the customer now knows.
fn cover(
    pen: &mut Pen<'_, '_>,
    request: &Request,
    update: UpdateKind,
    message: crate::ids::MessageId,
) {
    let outcome = update == UpdateKind::Outcome;
    // Of a transfer the customer needs to know who looks after them now; any update says so.
    let transferred = request.ask.mode == Mode::Transfer;
    match request.stage {
        Stage::Verified if outcome || transferred => {
            pen.record(RequestClosed { request: request.id, message: Some(message) });
        }
        Stage::Declined { settled: false } if outcome => {
            pen.record(DeclineSettled { request: request.id });
        }
        _ => {}
    }
}
