//! A request is withdrawn, reopened, or goes into another one.

use crate::case::decide::Pen;
use crate::case::decide::text;
use crate::case::event::{RequestMerged, RequestReopened, RequestWithdrawn};
use crate::case::request::moves::survives;
use crate::ids::RequestId;
use crate::refusal::Refusal;
use crate::say;

pub(super) fn withdraw(pen: &mut Pen<'_, '_>, id: RequestId, reason: &str) -> Result<(), Refusal> {
    text::need("reason", reason, say!("case-request-end-say-why-it-is-no-longer"))?;
    let reason = pen.write(reason);
    pen.record(RequestWithdrawn { request: id, reason });
    Ok(())
}

pub(super) fn reopen(pen: &mut Pen<'_, '_>, id: RequestId, reason: &str) -> Result<(), Refusal> {
    text::need("reason", reason, say!("case-request-end-say-what-was-not-right-after"))?;
    let reason = pen.write(reason);
    pen.record(RequestReopened { request: id, reason });
    Ok(())
}

pub(super) fn merge(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    survivor: RequestId,
) -> Result<(), Refusal> {
    let request = pen.request(id)?;
    if !pen.case.request(survivor).is_some_and(|other| survives(other, request)) {
        return Err(Refusal::invalid(
            "survivor",
            "not_found",
            say!("case-request-end-name-another-open-request-of"),
        ));
    }
    pen.record(RequestMerged { request: id, survivor });
    Ok(())
}
