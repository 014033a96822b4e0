//! The receiver proposes something else; the sender replies.

use baton_core::case::request::command::{Act, CounterForm};
use baton_core::refusal::{Code, Refusal};
use baton_core::{say, word};

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::request::acts::{LONG, maybe, route, run, words};
use crate::route::Route;
use crate::shape::{Field, Shape};

pub static COUNTER: Shape = Shape::new(
    "CounterForm",
    &[
        Field::time("by").label(word!("request-counter-proposed-time")),
        Field::lines("scope", LONG).label(word!("request-counter-proposed-scope")),
        Field::lines("reason", LONG)
            .needed()
            .label(word!("request-counter-why-it-cannot-be-as-asked")),
        Field::lines("effect_on_customer", LONG)
            .needed()
            .label(word!("request-counter-what-it-means-for-the-customer")),
    ],
);
pub static REPLY: Shape = Shape::new(
    "CounterReply",
    &[
        Field::flag("accept").needed().label(word!("request-counter-accept")),
        Field::lines("text", LONG).label(word!("request-counter-note")),
    ],
);

pub const ROUTES: &[Route] = &[
    route(
        "/api/v1/requests/{id}/counter",
        "requests.counter.create",
        "Propose another date or scope",
        |ctx| run(ctx, act),
        &COUNTER,
        &[Code::NotYourSide, Code::IllegalMove, Code::Terminal],
    ),
    route(
        "/api/v1/requests/{id}/counter-reply",
        "requests.counter-reply.create",
        "Accept or refuse a proposal",
        |ctx| run(ctx, reply),
        &REPLY,
        &[Code::LegalDeadline, Code::NotYourSide, Code::IllegalMove, Code::Terminal],
    ),
];

pub fn act(ctx: &Ctx) -> Result<Act, Trouble> {
    Ok(Act::Counter(CounterForm {
        by: ctx.input.time("by"),
        scope: maybe(&ctx.input, "scope"),
        reason: words(&ctx.input, "reason"),
        effect_on_customer: words(&ctx.input, "effect_on_customer"),
    }))
}

pub fn reply(ctx: &Ctx) -> Result<Act, Trouble> {
    let text = maybe(&ctx.input, "text");
    match ctx.input.maybe_flag("accept") {
        Some(accept) => Ok(Act::ReplyToCounter { accept, text }),
        None => {
            let message = say!("request-counter-say-whether-you-accept-the");
            Err(Refusal::invalid("accept", "missing", message).into())
        }
    }
}
