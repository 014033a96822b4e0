//! Who waited excuses that a clock was late.

use baton_core::case::kinds::ClockKind;
use baton_core::case::request::command::Act;
use baton_core::refusal::{Code, Refusal};
use baton_core::{say, word};

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::request::acts::{LONG, choice, route, run, words};
use crate::route::Route;
use crate::shape::{Field, Shape};

pub static EXCUSE: Shape = Shape::new(
    "ExcuseForm",
    &[
        Field::choice("clock", ClockKind::NAMES)
            .needed()
            .label(word!("request-excuse-which-clock")),
        Field::time("started")
            .label(word!("request-excuse-started"))
            .hint(word!("request-excuse-when-it-ran-more-than-once")),
        Field::lines("reason", LONG).needed().label(word!("request-excuse-why")),
    ],
);

pub const ROUTES: &[Route] = &[route(
    "/api/v1/requests/{id}/excuse",
    "requests.excuse.create",
    "Excuse that a clock was late",
    |ctx| run(ctx, act),
    &EXCUSE,
    &[Code::NotYourSide, Code::IllegalMove],
)];

pub fn act(ctx: &Ctx) -> Result<Act, Trouble> {
    let clock = choice(&ctx.input, "clock", ClockKind::parse);
    let missing = say!("request-excuse-choose-the-clock");
    let clock = clock.ok_or_else(|| Refusal::invalid("clock", "missing", missing))?;
    let reason = words(&ctx.input, "reason");
    Ok(Act::Excuse { clock, started: ctx.input.time("started"), reason })
}
