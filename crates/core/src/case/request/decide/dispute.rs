//! Either side contests; somebody who is neither rules, once both were heard. The work and the
//! clocks go on.

use crate::case::clocks;
use crate::case::decide::Pen;
use crate::case::decide::text::{self, Check, LONG};
use crate::case::event::{
    DisputeAnswered, DisputeOpened, DisputeRuled, DisputeUnanswered, EscalationAnswered,
};
use crate::case::kinds::{ClockKind, DisputeSubject, Mover, NeededByReason};
use crate::case::request::decide::escalate::{self, Added};
use crate::case::request::dispute::{self, Restated};
use crate::case::request::ladder::HIGHEST;
use crate::case::request::state::Request;
use crate::ids::{PersonId, RequestId};
use crate::log::Effect;
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::Instant;

pub(super) fn open(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    subject: DisputeSubject,
    position: &str,
) -> Result<(), Refusal> {
    text::need("position", position, say!("case-request-dispute-say-how-you-see-it-and"))?;
    let (directory, who) = (pen.setting.directory, pen.setting.who);
    let request = pen.request(id)?;
    let sender = who.belongs_to(request.from) && !who.belongs_to(request.ask.to);
    let side = Some(if sender { Mover::From } else { Mover::To });
    let arbiter = dispute::arbiter(directory, request, who.person(), pen.at);
    let rulers = dispute::rulers(directory, arbiter);
    // The other side says how it sees it.
    let other = if sender { request.assignee } else { Some(request.sender) };
    let position = pen.write(position);
    pen.record(DisputeOpened { request: id, subject, position, arbiter, side });
    tell(pen, id, other, "dispute_position");
    tell(pen, id, rulers, "dispute_opened");
    Ok(())
}

/// Tells people, each once, and not whoever acts.
fn tell(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    people: impl IntoIterator<Item = PersonId>,
    kind: &'static str,
) {
    let by = pen.setting.who.person();
    let mut people: Vec<_> = people.into_iter().filter(|person| Some(*person) != by).collect();
    people.sort_unstable();
    people.dedup();
    let case = pen.case.id;
    pen.effect(Effect::Notify { people, case, request: Some(id), kind });
}

/// Both sides were heard: it is the arbiter's turn.
fn tell_arbiter(pen: &mut Pen<'_, '_>, id: RequestId) -> Result<(), Refusal> {
    let arbiter = pen.request(id)?.dispute.as_ref().and_then(|dispute| dispute.arbiter);
    tell(pen, id, arbiter, "dispute_opened");
    Ok(())
}

pub(super) fn answer(pen: &mut Pen<'_, '_>, id: RequestId, position: &str) -> Result<(), Refusal> {
    text::need("position", position, say!("case-request-dispute-say-how-you-see-it-and"))?;
    let position = pen.write(position);
    pen.record(DisputeAnswered { request: id, position });
    tell_arbiter(pen, id)
}

/// The other side has not said in its time how it sees it.
pub(super) fn unanswered(pen: &mut Pen<'_, '_>, request: &Request) -> Result<(), Refusal> {
    if request.position_due(pen.setting.calendars).is_none_or(|due| due >= pen.at) {
        return Ok(());
    }
    pen.record(DisputeUnanswered { request: request.id });
    tell_arbiter(pen, request.id)
}

pub(super) fn rule(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    decision: &str,
    reason: &str,
    precedent: bool,
    restate: Option<(ClockKind, Instant)>,
) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.needed(
        "decision",
        Some(decision),
        LONG,
        say!("case-request-dispute-say-what-is-decided"),
    );
    check.needed(
        "reason",
        Some(reason),
        LONG,
        say!("case-request-dispute-say-why-so-that-both-sides"),
    );
    check.valid()?;
    let request = pen.request(id)?;
    let subject = request.dispute.as_ref().map(|dispute| dispute.subject);
    let restated = restate.map(|restate| restated(pen, request, restate)).transpose()?;
    let mut people = pen.responsible(request);
    people.push(request.sender);
    people.extend(request.dispute.as_ref().map(|dispute| dispute.by));
    // Whoever was asked as nobody had ruled in time has decided with it.
    let answers = request.climbed().is_some_and(|level| request.unanswered() == Some(level));
    let decision = pen.write(decision);
    let reason = pen.write(reason);
    if answers {
        pen.record(EscalationAnswered { request: id, decision, reason });
    }
    pen.record(DisputeRuled { request: id, subject, decision, reason, precedent, restated });
    tell(pen, id, people, "dispute_ruled");
    Ok(())
}

/// The newest run of that clock, with the due time that it has and the one that it gets. What the
/// law sets is set anew by compliance alone.
fn restated(
    pen: &Pen<'_, '_>,
    request: &Request,
    (clock, due): (ClockKind, Instant),
) -> Result<Restated, Refusal> {
    let legal = request.ask.needed_by_reason == NeededByReason::LegalClock;
    if clock == ClockKind::Deliver && legal && !pen.setting.who.compliance {
        return Err(Refusal::new(
            Code::LegalDeadline,
            say!("case-request-dispute-the-law-sets-when-it-is-due"),
        ));
    }
    let all = clocks::clocks(request, pen.setting.calendars, pen.at);
    let run = all.iter().rev().find(|run| run.kind == clock).ok_or_else(|| {
        let message = say!("case-request-dispute-that-clock-has-never-run");
        Refusal::invalid("clock", "not_one_of", message)
    })?;
    if due <= run.started {
        let message = say!("case-request-dispute-the-clock-cannot-be-due");
        return Err(Refusal::invalid("clock_due", "too_early", message));
    }
    Ok(Restated { clock, started: run.started, was: run.due, due })
}

/// Nobody has ruled in time: the director on duty is asked.
pub(super) fn climb(pen: &mut Pen<'_, '_>, request: &Request) -> Result<(), Refusal> {
    let Some(dispute) = &request.dispute else { return Ok(()) };
    let due = request.dispute_due(pen.setting.calendars);
    if request.climbed().is_some() || due.is_none_or(|due| due >= pen.at) {
        return Ok(());
    }
    let added = Added {
        level: HIGHEST,
        reason: dispute.position,
        decision_wanted: dispute.position,
        routes: Vec::new(),
        advised: None,
        late: None,
    };
    escalate::add(pen, request.id, added)
}
