//! The work waits for somebody outside.

use baton_core::case::kinds::WaitOn;
use baton_core::case::request::command::{Act, WaitForm};
use baton_core::refusal::{Code, Refusal};
use baton_core::{say, word};

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::request::acts::{LONG, choice, maybe, route, run, words};
use crate::route::Route;
use crate::shape::{Field, Shape};

pub static WAIT: Shape = Shape::new(
    "WaitForm",
    &[
        Field::choice("on", WaitOn::NAMES).needed().label(word!("request-wait-waiting-for")),
        Field::lines("reason", LONG).needed().label(word!("request-wait-what-for")),
        Field::text("evidence", 1_000)
            .label(word!("request-wait-evidence"))
            .hint(word!("request-wait-the-order-the-message-or-the")),
        Field::time("resume_by").needed().label(word!("request-wait-look-again-by")),
    ],
);

pub const ROUTES: &[Route] = &[route(
    "/api/v1/requests/{id}/wait",
    "requests.wait.create",
    "Wait for the customer or a third party",
    |ctx| run(ctx, act),
    &WAIT,
    &[Code::WaitWithoutEvidence, Code::NotYourSide, Code::IllegalMove, Code::Terminal],
)];

pub fn act(ctx: &Ctx) -> Result<Act, Trouble> {
    Ok(Act::Wait(form(ctx)?))
}

/// What was filled in, of a request or a case.
pub fn form(ctx: &Ctx) -> Result<WaitForm, Trouble> {
    let missing = |field: &str, message: &str| Refusal::invalid(field, "missing", message);
    let on = choice(&ctx.input, "on", WaitOn::parse)
        .ok_or_else(|| missing("on", say!("request-wait-say-whom-you-are-waiting-for")))?;
    let resume_by = ctx
        .input
        .time("resume_by")
        .ok_or_else(|| missing("resume_by", say!("request-wait-say-when-you-will-look-again")))?;
    Ok(WaitForm {
        on,
        reason: words(&ctx.input, "reason"),
        evidence: maybe(&ctx.input, "evidence"),
        resume_by,
    })
}
