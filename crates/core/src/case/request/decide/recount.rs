//! Due times that moved because a calendar was changed are written down, each with the reason.

use crate::case::clocks::due;
use crate::case::decide::Pen;
use crate::case::event::{DueMoved, WaitKept};
use crate::case::kinds::ClockKind;
use crate::case::request::recount::{Kept, Moved, Recount};
use crate::case::request::state::{Request, Run};
use crate::ids::RequestId;
use crate::log::{Actor, Effect};
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::Span;

pub(super) fn recount(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    recount: &Recount,
) -> Result<(), Refusal> {
    if pen.setting.who.actor != Actor::System {
        let detail = say!("case-request-recount-only-baton-itself");
        return Err(Refusal::new(Code::NotAllowed, detail));
    }
    let request = pen.request(id)?.clone();
    if request.ended() {
        return Ok(());
    }
    for kept in &recount.kept {
        if runs(&request, kept) && !request.kept.contains(kept) {
            pen.record(WaitKept { request: id, kept: kept.clone() });
        }
    }
    let request = pen.request(id)?.clone();
    for moved in &recount.moved {
        if holds(pen, &request, moved) {
            pen.record(DueMoved { request: id, moved: *moved });
        }
    }
    let case = pen.case.id;
    for at in &recount.looks {
        if *at > pen.at {
            // Late is strictly after due, so nobody looks before that.
            let at = *at + Span::millis(1);
            pen.effect(Effect::Remind { case, request: Some(id), at });
        }
    }
    Ok(())
}

/// Whether the delivery still runs.
fn runs(request: &Request, kept: &Kept) -> bool {
    let this = |run: &Run| run.kind == ClockKind::Deliver && run.started == kept.started;
    request.runs.iter().any(|run| this(run) && run.stopped.is_none())
}

/// Whether the clock still runs and is due then; others may have acted in between.
fn holds(pen: &Pen<'_, '_>, request: &Request, moved: &Moved) -> bool {
    let told = request.last_move(moved.clock, moved.started).map(|last| last.now);
    let run = request.runs.iter().find(|run| {
        run.kind == moved.clock && run.started == moved.started && run.stopped.is_none()
    });
    let now = run.and_then(|run| due(request, run, pen.setting.calendars));
    now == Some(moved.now) && told != Some(moved.now)
}
