//! A level is added.

use baton_core::case::request::command::Act;
use baton_core::refusal::Code;

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::request::acts::{LONG, route, run, words};
use crate::route::Route;
use crate::shape::{Field, Shape};

pub static ESCALATION: Shape = Shape::new(
    "EscalationForm",
    &[
        Field::whole("level", 0, 9)
            .needed()
            .label("Level")
            .hint("1: both leads. 2: heads and service owner. 3: duty director."),
        Field::lines("reason", LONG).needed().label("Why it cannot be settled where it is"),
        Field::lines("decision_wanted", LONG).needed().label("Decision wanted"),
    ],
);

pub const ROUTES: &[Route] = &[route(
    "/api/v1/requests/{id}/escalation",
    "requests.escalation.create",
    "Escalate a request",
    |ctx| run(ctx, act),
    &ESCALATION,
    &[Code::NotYourSide, Code::IllegalMove, Code::Terminal],
)];

pub fn act(ctx: &Ctx) -> Result<Act, Trouble> {
    let level = ctx.input.whole("level").unwrap_or(0);
    Ok(Act::Escalate {
        level: u8::try_from(level).unwrap_or(0),
        reason: words(&ctx.input, "reason"),
        decision_wanted: words(&ctx.input, "decision_wanted"),
    })
}
