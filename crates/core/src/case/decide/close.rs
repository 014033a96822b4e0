//! The closing gate: no case closes while a request is open or the customer has not been told.

use crate::access::Who;
use crate::calendar::{Calendar, Calendars};
use crate::case::command::ClaimExemption;
use crate::case::decide::{Pen, text};
use crate::case::event::{CaseClosed, CaseReopened, DeclineSettled, RequestClosed};
use crate::case::joined;
use crate::case::kinds::{ExemptionKind, MessageKind};
use crate::case::moves;
use crate::case::request::state::Stage;
use crate::case::state::{Case, Exemption, Message, PromiseState};
use crate::directory::Directory;
use crate::directory::Role;
use crate::policy;
use crate::refusal::{Code, Refusal};
use crate::say;

/// Proof that a customer cannot be found (reference §1.9).
const ATTEMPTS: usize = 3;
const ATTEMPT_CHANNELS: usize = 2;
const ATTEMPT_WORKING_DAYS: u32 = 5;
/// Shortest account of evidence, in characters.
const EVIDENCE: usize = 20;

/// Everything but the telling: what must be settled whether or not the customer was told.
fn nothing_open(case: &Case) -> Result<(), Refusal> {
    if let Some(open) = case.requests.iter().find(|request| request.blocks_closing()) {
        let stage = open.stage.name().name().replace('_', " ");
        return Err(Refusal::new(
            Code::RequestOpen,
            say!(
                "case-close-is-a-colleague-is-still-owed",
                reference = case.reference(),
                ordinal = open.ordinal,
                stage
            ),
        ));
    }
    Ok(())
}

fn promises_settled(case: &Case) -> Result<(), Refusal> {
    if case.promises.iter().any(|promise| promise.state == PromiseState::Open) {
        return Err(Refusal::new(Code::PromiseOpen, say!("case-close-the-customer-still-expects")));
    }
    Ok(())
}

/// Whether the case may close as it is, without any exemption.
pub fn closing_gate(case: &Case) -> Result<(), Refusal> {
    nothing_open(case)?;
    if !case.is_internal() && !case.customer_is_told() {
        return Err(not_told(case));
    }
    promises_settled(case)
}

/// Whether a plain closure would be accepted.
pub fn may_close(case: &Case) -> bool {
    !case.is_over() && closing_gate(case).is_ok()
}

fn not_told(case: &Case) -> Refusal {
    let detail = match case.told() {
        None => say!("case-close-nobody-has-told-the-customer-an"),
        Some(_) if case.joined.iter().any(|joined| joined.untold) => {
            say!("case-close-a-case-that-was-merged-into")
        }
        Some(_) => {
            say!("case-close-an-answer-is-newer-than-what")
        }
    };
    Refusal::new(Code::CustomerNotTold, detail)
}

/// Closing is open to anybody of the department; the gate itself says what is missing.
pub(super) fn may_try(case: &Case, who: &Who) -> Result<(), Refusal> {
    moves::may_act(case, who)?;
    if let Some(merger) = &case.merger {
        return Err(joined::elsewhere(merger));
    }
    if case.closure.is_some() {
        return Err(Refusal::new(Code::Terminal, say!("case-close-the-case-is-closed-already")));
    }
    Ok(())
}

pub(super) fn close(
    pen: &mut Pen<'_, '_>,
    outcome: &str,
    claim: Option<&ClaimExemption>,
) -> Result<(), Refusal> {
    text::need("outcome", outcome, say!("case-close-say-how-it-ended"))?;
    nothing_open(&pen.case)?;
    let exemption = match claim {
        Some(claim) if !pen.case.is_internal() && !pen.case.customer_is_told() => {
            prove(&pen.case, claim, pen.setting.directory, pen.setting.calendars)?;
            Some(Exemption {
                kind: claim.kind,
                evidence: pen.write_some(claim.evidence.as_deref()),
                message: claim.message,
                approved_by: claim.approved_by,
                survivor: claim.survivor.map(|survivor| survivor.case),
            })
        }
        _ => {
            closing_gate(&pen.case)?;
            None
        }
    };
    promises_settled(&pen.case)?;
    for request in pen.case.requests.clone() {
        let id = request.id;
        match request.stage {
            Stage::Verified => pen.record(RequestClosed { request: id, message: None }),
            Stage::Declined { settled: false } => pen.record(DeclineSettled { request: id }),
            _ => {}
        }
    }
    let outcome = pen.write(outcome);
    let calendar = pen.setting.calendars.of(pen.case.calendar);
    let reopen_until = Some(policy::reopen_until(calendar, pen.at));
    pen.record(CaseClosed { outcome, exemption, reopen_until });
    Ok(())
}

pub(super) fn reopen(pen: &mut Pen<'_, '_>, reason: &str) -> Result<(), Refusal> {
    text::need("reason", reason, say!("case-close-say-why-it-is-opened-again"))?;
    let reason = pen.write(reason);
    pen.record(CaseReopened { reason });
    Ok(())
}

fn unproven(detail: &'static str) -> Refusal {
    Refusal::new(Code::ExemptionUnproven, detail)
}

fn prove(
    case: &Case,
    claim: &ClaimExemption,
    directory: &Directory,
    calendars: &Calendars,
) -> Result<(), Refusal> {
    match claim.kind {
        ExemptionKind::CustomerWithdrew => prove_withdrawal(case, claim),
        ExemptionKind::Untraceable => prove_attempts(case, calendars.of(case.calendar)),
        ExemptionKind::ToldByAgreedParty => {
            if evidence(claim) < EVIDENCE {
                return Err(unproven(say!("case-close-say-who-told-the-customer-when")));
            }
            Ok(())
        }
        ExemptionKind::DisclosureUnlawful => prove_approval(claim, directory),
        ExemptionKind::Duplicate => prove_duplicate(case, claim),
    }
}

fn evidence(claim: &ClaimExemption) -> usize {
    claim.evidence.as_deref().map_or(0, |text| text.trim().chars().count())
}

fn prove_withdrawal(case: &Case, claim: &ClaimExemption) -> Result<(), Refusal> {
    let said = |message: &Message| {
        Some(message.id) == claim.message
            && matches!(message.kind, MessageKind::Inbound | MessageKind::Call)
            && !message.automatic
    };
    if case.messages.iter().any(said) {
        return Ok(());
    }
    Err(unproven(say!("case-close-name-the-message-or-the-call")))
}

fn prove_attempts(case: &Case, calendar: &Calendar) -> Result<(), Refusal> {
    let attempts: Vec<_> = case.messages.iter().filter(|message| message.is_attempt()).collect();
    let mut channels: Vec<_> = attempts.iter().map(|message| message.channel).collect();
    channels.sort_unstable();
    channels.dedup();
    let long_enough = match (attempts.first(), attempts.last()) {
        (Some(first), Some(last)) => {
            last.at >= calendar.add_working_days(first.at, ATTEMPT_WORKING_DAYS)
        }
        _ => false,
    };
    if attempts.len() >= ATTEMPTS && channels.len() >= ATTEMPT_CHANNELS && long_enough {
        return Ok(());
    }
    Err(unproven(say!("case-close-a-customer-counts-as")))
}

fn prove_approval(claim: &ClaimExemption, directory: &Directory) -> Result<(), Refusal> {
    let approver = claim.approved_by.and_then(|id| directory.person(id));
    if approver.is_some_and(|person| person.active && person.has(Role::Compliance)) {
        return Ok(());
    }
    Err(unproven(say!("case-close-telling-the-customer-may-be")))
}

fn prove_duplicate(case: &Case, claim: &ClaimExemption) -> Result<(), Refusal> {
    let goes_on = claim.survivor.is_some_and(|survivor| {
        survivor.case != case.id && survivor.customer == case.customer && case.customer.is_some()
    });
    if goes_on {
        return Ok(());
    }
    Err(unproven(say!("case-close-name-the-other-case-of-the")))
}
