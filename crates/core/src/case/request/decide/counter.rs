//! The receiver proposes another date or scope; the sender accepts or refuses.

use crate::case::decide::Pen;
use crate::case::decide::text::{Check, LONG};
use crate::case::event::{CounterAccepted, CounterRefused, RequestCountered};
use crate::case::kinds::NeededByReason;
use crate::case::request::command::CounterForm;
use crate::case::request::state::{Counter, Stage};
use crate::ids::RequestId;
use crate::refusal::{Code, Refusal};
use crate::say;

pub(super) fn counter(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    form: &CounterForm,
) -> Result<(), Refusal> {
    let mut check = Check::default();
    let scope = form.scope.as_deref().map(str::trim).filter(|scope| !scope.is_empty());
    if form.by.is_none() && scope.is_none() {
        check.wrong("by", "missing", say!("case-request-counter-propose-another-date-another"));
    }
    if form.by.is_some_and(|by| by <= pen.at) {
        check.wrong("by", "in_past", say!("case-request-counter-propose-a-time-in-the-future"));
    }
    check.needed(
        "reason",
        Some(&form.reason),
        LONG,
        say!("case-request-counter-say-why-it-cannot-be-as"),
    );
    let message = say!("case-request-counter-say-what-this-means-for-the");
    check.needed("effect_on_customer", Some(&form.effect_on_customer), LONG, message);
    check.optional("scope", form.scope.as_deref(), LONG);
    check.valid()?;
    let counter = Counter {
        by: form.by,
        scope: pen.write_some(form.scope.as_deref()),
        reason: pen.write(&form.reason),
        effect_on_customer: pen.write(&form.effect_on_customer),
    };
    pen.record(RequestCountered { request: id, counter });
    Ok(())
}

pub(super) fn reply(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    accept: bool,
    text: Option<&str>,
) -> Result<(), Refusal> {
    let mut check = Check::default();
    if accept {
        check.optional("text", text, LONG);
    } else {
        check.needed(
            "text",
            text,
            LONG,
            say!("case-request-counter-say-why-the-proposal-does-not"),
        );
    }
    check.valid()?;
    if accept {
        keep_the_law(pen, id)?;
    }
    let text = pen.write_some(text);
    if accept {
        pen.record(CounterAccepted { request: id, text });
    } else {
        pen.record(CounterRefused { request: id, text });
    }
    Ok(())
}

/// A date that the law sets is moved by compliance only.
fn keep_the_law(pen: &Pen<'_, '_>, id: RequestId) -> Result<(), Refusal> {
    let request = pen.request(id)?;
    let Stage::Countered { counter, .. } = &request.stage else { return Ok(()) };
    let later = match (counter.by, request.ask.needed_by) {
        (Some(by), Some(needed)) => by > needed,
        _ => false,
    };
    let legal = request.ask.needed_by_reason == NeededByReason::LegalClock;
    if later && legal && !pen.setting.who.compliance {
        return Err(Refusal::new(
            Code::LegalDeadline,
            say!("case-request-counter-the-date-is-a-legal-one"),
        ));
    }
    Ok(())
}
