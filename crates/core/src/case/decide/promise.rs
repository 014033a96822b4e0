//! Promises to the customer: made, kept, broken, released.

use crate::case::decide::Pen;
use crate::case::decide::text::{Check, SHORT};
use crate::case::event::{
    PromiseBroken, PromiseKept, PromiseMade, PromiseOverdue, PromiseReleased,
};
use crate::case::kinds::UpdateKind;
use crate::case::state::{Promise, PromiseState};
use crate::ids::{MessageId, PromiseId};
use crate::log::{Actor, Effect};
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::Instant;

pub(super) fn make(pen: &mut Pen<'_, '_>, what: &str, by: Instant) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.needed("what", Some(what), SHORT, say!("case-promise-say-what-was-promised"));
    if by <= pen.at {
        check.wrong("by", "in_past", say!("case-promise-a-promise-lies-in-the-future"));
    }
    check.valid()?;
    record(pen, what, by, None);
    Ok(())
}

/// The customer was told, by this message, when they will hear again.
pub(super) fn next_update(pen: &mut Pen<'_, '_>, by: Instant, message: MessageId) {
    record(pen, say!("case-promise-the-next-update"), by, Some(message));
}

fn record(pen: &mut Pen<'_, '_>, what: &str, by: Instant, message: Option<MessageId>) {
    let promise = pen.id();
    let what = pen.write(what);
    let of_update = message.is_some();
    pen.record(PromiseMade { promise, what, by, of_update, message });
    let case = pen.case.id;
    pen.effect(Effect::Remind { case, request: None, at: by });
}

pub(super) fn settle(
    pen: &mut Pen<'_, '_>,
    id: PromiseId,
    kept: bool,
    reason: Option<&str>,
) -> Result<(), Refusal> {
    let promise = pen.case.promise(id).ok_or_else(Refusal::not_found)?;
    if promise.state != PromiseState::Open {
        return Err(Refusal::new(
            Code::IllegalMove,
            say!("case-promise-this-promise-has-been-settled"),
        ));
    }
    if kept {
        end(pen, id, None);
        return Ok(());
    }
    let reason = reason.unwrap_or_default();
    let mut check = Check::default();
    let message = say!("case-promise-say-why-the-customer-no-longer");
    check.needed("reason", Some(reason), SHORT, message);
    check.valid()?;
    let reason = pen.write(reason);
    pen.record(PromiseReleased { promise: id, reason });
    Ok(())
}

/// An outcome settles what was promised before it; every update settles a promised update.
pub(super) fn told(pen: &mut Pen<'_, '_>, update: UpdateKind, message: MessageId) {
    let open: Vec<_> = pen
        .case
        .promises
        .iter()
        .filter(|promise| promise.state == PromiseState::Open)
        .filter(|promise| promise.of_update || update == UpdateKind::Outcome)
        .map(|promise| promise.id)
        .collect();
    for id in open {
        end(pen, id, Some(message));
    }
}

/// Kept in time, or else broken: told late is not told in time.
fn end(pen: &mut Pen<'_, '_>, promise: PromiseId, message: Option<MessageId>) {
    let late = pen.case.promise(promise).is_some_and(|promise| pen.at > promise.by);
    if late {
        pen.record(PromiseBroken { promise, message });
    } else {
        pen.record(PromiseKept { promise, message });
    }
}

/// A timer looks: whose promised time has passed is flagged, once, and its owner told.
pub(super) fn check(pen: &mut Pen<'_, '_>) -> Result<(), Refusal> {
    if pen.setting.who.actor != Actor::System {
        return Err(Refusal::new(
            Code::NotAllowed,
            say!("case-promise-only-batons-own-timers-look-at"),
        ));
    }
    let late = |promise: &&Promise| {
        promise.state == PromiseState::Open && !promise.overdue && promise.by <= pen.at
    };
    let late: Vec<_> = pen.case.promises.iter().filter(late).map(|promise| promise.id).collect();
    for promise in late {
        pen.record(PromiseOverdue { promise });
        let (people, case) = (vec![pen.case.owner], pen.case.id);
        pen.effect(Effect::Notify { people, case, request: None, kind: "promise_overdue" });
    }
    Ok(())
}
