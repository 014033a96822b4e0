//! Which clock starts and which one stops.

use crate::case::kinds::ClockKind;
use crate::case::request::state::{Request, Run};
use crate::time::Instant;

/// Stops the clock that runs and starts the next one, if any. The delivery clock runs on its own
/// from sending to delivery.
pub(super) fn turn(request: &mut Request, at: Instant, next: Option<ClockKind>) {
    for run in &mut request.runs {
        if run.stopped.is_none() && run.kind != ClockKind::Deliver {
            run.stopped = Some(at);
        }
    }
    if let Some(kind) = next {
        request.runs.push(Run { kind, started: at, stopped: None });
    }
}

pub(super) fn stop_delivery(request: &mut Request, at: Instant) {
    for run in &mut request.runs {
        if run.kind == ClockKind::Deliver && run.stopped.is_none() {
            run.stopped = Some(at);
        }
    }
}

pub(super) fn start_delivery(request: &mut Request, at: Instant) {
    request.runs.push(Run { kind: ClockKind::Deliver, started: at, stopped: None });
}
