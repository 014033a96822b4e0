//! The customer is told.

use crate::case::command::Tell;
use crate::case::decide::text::{Check, LONG};
use crate::case::decide::{Pen, UNDO_WINDOW, message, promise};
use crate::case::event::{CustomerToldOf, DeclineSettled, RequestClosed};
use crate::case::kinds::{Channel, Mode, UpdateKind};
use crate::case::request::state::{Request, Stage};
use crate::refusal::Refusal;

/// An update to the customer. An outcome covers every answer recorded before it.
pub(super) fn tell(pen: &mut Pen<'_, '_>, form: &Tell) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.needed("body", Some(&form.body), LONG, "Write what the customer is told.");
    check.resolved("body", &form.body);
    if form.next_update_by.is_some_and(|by| by <= pen.at) {
        check.wrong("next_update_by", "in_past", "The next update must lie in the future.");
    }
    if form.channel == Channel::Internal {
        check.wrong("channel", "not_one_of", "Nothing internal reaches a customer.");
    }
    check.valid()?;
    let leaves = form.channel.leaves_by_mail();
    let address = if leaves { Some(message::address(pen, None)?) } else { None };
    let held_until = leaves.then(|| pen.at + UNDO_WINDOW);
    let message = pen.id();
    let body = pen.write(&form.body);
    let (update, channel) = (form.kind, form.channel);
    pen.record(CustomerToldOf { message, update, channel, body, address, held_until });
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
