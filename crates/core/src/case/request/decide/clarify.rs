//! The receiver asks, the sender answers, and may share more with the answer.

use crate::case::decide::Pen;
use crate::case::decide::text;
use crate::case::event::{ClarificationAnswered, ClarificationAsked};
use crate::case::request::command::Share;
use crate::case::request::decide::packet;
use crate::customer::{canonical_tag, is_tag};
use crate::ids::RequestId;
use crate::refusal::Refusal;
use crate::say;

pub(super) fn ask(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    question: &str,
    field: Option<&str>,
) -> Result<(), Refusal> {
    text::need("question", question, say!("case-request-clarify-write-your-question"))?;
    let field = field.map(str::trim).filter(|field| !field.is_empty()).map(canonical_tag);
    if field.is_some_and(|field| !is_tag(field)) {
        let message = say!("case-request-clarify-name-the-field-by-its-tag");
        return Err(Refusal::invalid("field", "not_a_tag", message));
    }
    let question = pen.write(question);
    let field = field.map(str::to_owned);
    pen.record(ClarificationAsked { request: id, question, field });
    Ok(())
}

pub(super) fn answer(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    answer: &str,
    share: &[Share],
) -> Result<(), Refusal> {
    text::need("text", answer, say!("case-request-clarify-answer-or-say-that-it-cannot"))?;
    let answer = pen.write(answer);
    if !share.is_empty() {
        packet::widen(pen, id, share)?;
    }
    pen.record(ClarificationAnswered { request: id, answer });
    Ok(())
}
