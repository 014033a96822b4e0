//! A case, or the work on a request, waits for somebody outside.

use crate::case::decide::Pen;
use crate::case::decide::text::{Check, LONG};
use crate::case::event::{CaseWaitEnded, CaseWaitStarted};
use crate::case::kinds::WaitOn;
use crate::case::request::command::WaitForm;
use crate::log::Effect;
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::Span;
use crate::vault::WordRef;

/// How fresh the question to the customer must be (reference §1.4.4, E10).
const EVIDENCE_WINDOW: Span = Span::hours(24);

pub(super) fn wait(pen: &mut Pen<'_, '_>, form: &WaitForm) -> Result<(), Refusal> {
    let (reason, evidence) = reasoned(pen, form)?;
    let (on, resume_by, case) = (form.on, form.resume_by, pen.case.id);
    pen.record(CaseWaitStarted { on, reason, evidence, resume_by });
    pen.effect(Effect::Remind { case, request: None, at: resume_by });
    Ok(())
}

pub(super) fn resume(pen: &mut Pen<'_, '_>) {
    pen.record(CaseWaitEnded {});
}

/// The customer has answered: what waited for that goes on.
pub(super) fn answered(pen: &mut Pen<'_, '_>) {
    if pen.case.wait.is_some_and(|wait| wait.on == WaitOn::Customer) {
        resume(pen);
    }
}

/// A timer looks: the time until which it was to wait is over, and it is the owner's again.
pub(super) fn check(pen: &mut Pen<'_, '_>) {
    if pen.case.wait.is_some_and(|wait| wait.resume_by <= pen.at) {
        resume(pen);
        if !pen.case.is_over() {
            let (people, case) = (vec![pen.case.owner], pen.case.id);
            pen.effect(Effect::Notify { people, case, request: None, kind: "wait_over" });
        }
    }
}

/// What is waited for and what shows it, written down.
pub(in crate::case) fn reasoned(
    pen: &mut Pen<'_, '_>,
    form: &WaitForm,
) -> Result<(WordRef, Option<WordRef>), Refusal> {
    let mut check = Check::default();
    check.needed(
        "reason",
        Some(&form.reason),
        LONG,
        say!("case-request-work-say-what-is-being-waited-for"),
    );
    check.optional("evidence", form.evidence.as_deref(), LONG);
    if form.resume_by <= pen.at {
        check.wrong("resume_by", "in_past", say!("case-request-work-say-when-it-will-be-looked"));
    }
    check.valid()?;
    prove(pen, form)?;
    Ok((pen.write(&form.reason), pen.write_some(form.evidence.as_deref())))
}

/// Nothing is parked silently: somebody outside must have been asked.
fn prove(pen: &Pen<'_, '_>, form: &WaitForm) -> Result<(), Refusal> {
    let proven = match form.on {
        WaitOn::Customer => pen
            .case
            .messages
            .iter()
            .any(|message| message.is_outbound() && message.at + EVIDENCE_WINDOW >= pen.at),
        WaitOn::ThirdParty | WaitOn::LegalHold => {
            form.evidence.as_deref().is_some_and(|evidence| !evidence.trim().is_empty())
        }
    };
    if proven {
        return Ok(());
    }
    let detail = match form.on {
        WaitOn::Customer => {
            say!("case-request-work-the-customer-must-have-been")
        }
        WaitOn::ThirdParty => say!("case-request-work-name-the-order-the-message-or"),
        WaitOn::LegalHold => say!("case-request-work-say-who-ordered-the-hold"),
    };
    Err(Refusal::new(Code::WaitWithoutEvidence, detail))
}
