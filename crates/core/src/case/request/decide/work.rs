//! Work goes on, waits for somebody outside, and is noted.

use crate::case::decide::Pen;
use crate::case::decide::text::{self, Check, LONG};
use crate::case::event::{ProgressNoted, RequestNoteAdded, WaitEnded, WaitStarted};
use crate::case::kinds::WaitOn;
use crate::case::request::command::WaitForm;
use crate::ids::RequestId;
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::Span;

/// How fresh the question to the customer must be (reference §1.4.4, E10).
const EVIDENCE_WINDOW: Span = Span::hours(24);

pub(super) fn progress(pen: &mut Pen<'_, '_>, id: RequestId, note: &str) -> Result<(), Refusal> {
    text::need("note", note, say!("case-request-work-say-what-has-been-done"))?;
    let note = pen.write(note);
    pen.record(ProgressNoted { request: id, note });
    Ok(())
}

pub(super) fn note(pen: &mut Pen<'_, '_>, id: RequestId, note: &str) -> Result<(), Refusal> {
    text::need("text", note, say!("case-request-work-write-the-note"))?;
    let word = pen.write(note);
    pen.record(RequestNoteAdded { request: id, note: word });
    pen.mention(Some(id), note);
    Ok(())
}

pub(super) fn wait(pen: &mut Pen<'_, '_>, id: RequestId, form: &WaitForm) -> Result<(), Refusal> {
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
    let reason = pen.write(&form.reason);
    let evidence = pen.write_some(form.evidence.as_deref());
    let (on, resume_by) = (form.on, form.resume_by);
    pen.record(WaitStarted { request: id, on, reason, evidence, resume_by });
    Ok(())
}

/// Nothing is parked silently: somebody outside must have been asked.
fn prove(pen: &Pen<'_, '_>, form: &WaitForm) -> Result<(), Refusal> {
    let proven = match form.on {
        WaitOn::Customer => pen
            .case
            .messages
            .iter()
            .any(|message| message.is_outbound() && message.at + EVIDENCE_WINDOW >= pen.at),
        WaitOn::ThirdParty => {
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
    };
    Err(Refusal::new(Code::WaitWithoutEvidence, detail))
}

pub(super) fn resume(pen: &mut Pen<'_, '_>, id: RequestId) -> Result<(), Refusal> {
    pen.record(WaitEnded { request: id });
    Ok(())
}
