//! Who waited excuses that a clock was late. The breach stays; both figures are reported.

use crate::case::decide::Pen;
use crate::case::decide::text;
use crate::case::event::BreachExcused;
use crate::case::kinds::ClockKind;
use crate::case::request::state::Run;
use crate::ids::RequestId;
use crate::refusal::Refusal;
use crate::say;
use crate::time::Instant;

pub(super) fn excuse(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    clock: ClockKind,
    started: Option<Instant>,
    reason: &str,
) -> Result<(), Refusal> {
    text::need("reason", reason, say!("case-request-excuse-say-why-it-is-not-held-against"))?;
    let (request, who) = (pen.request(id)?, pen.setting.who);
    let meant = |run: &&Run| run.kind == clock && started.is_none_or(|at| at == run.started);
    let waited = who.leads(request.waited_for(clock));
    let late = request.unexcused().filter(meant).last().filter(|_| waited);
    let started = late.map(|run| run.started).ok_or_else(|| {
        let message = say!("case-request-excuse-choose-a-clock-that-was-late");
        Refusal::invalid("clock", "not_one_of", message)
    })?;
    let reason = pen.write(reason);
    pen.record(BreachExcused { request: id, clock, started, reason });
    Ok(())
}
