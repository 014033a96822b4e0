//! Work goes on, waits for somebody outside, and is noted.

use crate::case::decide::wait::reasoned;
use crate::case::decide::{Pen, text};
use crate::case::event::{ProgressNoted, RequestNoteAdded, WaitEnded, WaitStarted};
use crate::case::request::command::WaitForm;
use crate::ids::RequestId;
use crate::refusal::Refusal;
use crate::say;

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
    let (reason, evidence) = reasoned(pen, form)?;
    let (on, resume_by) = (form.on, form.resume_by);
    pen.record(WaitStarted { request: id, on, reason, evidence, resume_by });
    Ok(())
}

pub(super) fn resume(pen: &mut Pen<'_, '_>, id: RequestId) -> Result<(), Refusal> {
    pen.record(WaitEnded { request: id });
    Ok(())
}
