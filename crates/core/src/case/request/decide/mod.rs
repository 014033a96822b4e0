//! What an act makes of a request. One file per act, or per pair that answers each other.

mod acknowledge;
mod as_form;
mod clarify;
mod counter;
mod decline;
mod deliver;
mod dispute;
mod end;
mod escalate;
mod excuse;
mod overdue;
mod packet;
mod raise;
mod read_back;
mod recount;
mod sooner;
mod work;

pub use read_back::{customer_is, own_words};

use crate::case::decide::Pen;
use crate::case::moves::{self, CaseMove};
use crate::case::request::command::{Act, Raise};
use crate::case::request::moves::{Move, may};
use crate::ids::RequestId;
use crate::refusal::Refusal;

/// Raises a request in a case, or passes part of one on to a third department.
pub(in crate::case) fn raise(pen: &mut Pen<'_, '_>, form: &Raise) -> Result<(), Refusal> {
    let from = match form.parent {
        None => {
            moves::may(&pen.case, CaseMove::Raise, pen.setting.who, pen.at)?;
            pen.case.department
        }
        Some(parent) => {
            let above = pen.request(parent)?;
            may(&pen.case, above, Move::Delegate, pen.setting.who)?;
            above.ask.to
        }
    };
    raise::raise(pen, form, from)
}

pub(in crate::case) fn act(pen: &mut Pen<'_, '_>, id: RequestId, act: &Act) -> Result<(), Refusal> {
    let request = pen.request(id)?;
    if let Some(mv) = first_move(act) {
        may(&pen.case, request, mv, pen.setting.who)?;
    }
    match act {
        Act::Revise(form) => raise::revise(pen, id, form),
        Act::Send => raise::send(pen, id),
        Act::Acknowledge { assignee } => acknowledge::acknowledge(pen, id, *assignee),
        Act::Assign { assignee } => acknowledge::assign(pen, id, *assignee),
        Act::ReadBack(form) => read_back::read_back(pen, id, form),
        Act::Confirm => read_back::confirm(pen, id),
        Act::Correct(corrections) => read_back::correct(pen, id, corrections),
        Act::Ask { question, field } => clarify::ask(pen, id, question, field.as_deref()),
        Act::Answer { text, share } => clarify::answer(pen, id, text, share),
        Act::Counter(form) => counter::counter(pen, id, form),
        Act::ReplyToCounter { accept, text } => counter::reply(pen, id, *accept, text.as_deref()),
        Act::Decline(form) => decline::decline(pen, id, form),
        Act::Redirect { to } => decline::redirect(pen, id, *to),
        Act::Progress { note } => work::progress(pen, id, note),
        Act::Note { text } => work::note(pen, id, text),
        Act::Wait(form) => work::wait(pen, id, form),
        Act::Resume => work::resume(pen, id),
        Act::Deliver(form) => deliver::deliver(pen, id, form),
        Act::Verify => deliver::verify(pen, id),
        Act::Reject { failed, text } => deliver::reject(pen, id, failed, text.as_deref()),
        Act::Withdraw { reason } => end::withdraw(pen, id, reason),
        Act::Reopen { reason } => end::reopen(pen, id, reason),
        Act::Merge { survivor } => end::merge(pen, id, *survivor),
        Act::Escalate { level, reason, decision_wanted, weighing } => {
            escalate::escalate(pen, id, *level, reason, decision_wanted, weighing)
        }
        Act::AnswerEscalation { decision, reason } => escalate::answer(pen, id, decision, reason),
        Act::Dispute { subject, position } => dispute::open(pen, id, *subject, position),
        Act::TakePosition { position } => dispute::answer(pen, id, position),
        Act::Rule { decision, reason, precedent, restate } => {
            dispute::rule(pen, id, decision, reason, *precedent, *restate)
        }
        Act::Excuse { clock, started, reason } => excuse::excuse(pen, id, *clock, *started, reason),
        Act::Share(shares) => packet::widen(pen, id, shares),
        Act::Unshare { field, reason } => packet::narrow(pen, id, field, reason),
        Act::Convert { mode } => raise::convert(pen, id, *mode),
        Act::CheckDue => overdue::check(pen, id),
        Act::Recount(found) => recount::recount(pen, id, found),
    }
}

/// The move that must be legal first. A read-back that acknowledges in the same act begins there.
fn first_move(act: &Act) -> Option<Move> {
    match act {
        Act::ReadBack(form) if form.acknowledge => None,
        act => act.as_move(),
    }
}
