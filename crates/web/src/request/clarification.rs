//! The receiver asks the sender.

use baton_core::case::request::command::Act;
use baton_core::refusal::Code;
use baton_core::word;

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::request::acts::{LONG, maybe, route, run, words};
use crate::route::Route;
use crate::shape::{Field, Shape};

pub static CLARIFICATION: Shape = Shape::new(
    "Clarification",
    &[
        Field::lines("question", LONG).needed().label(word!("request-clarification-question")),
        Field::text("field", 40)
            .label(word!("request-clarification-customer-field-you-need"))
            .hint(word!("request-clarification-if-you-ask-for-more-data")),
    ],
);

pub const ROUTES: &[Route] = &[route(
    "/api/v1/requests/{id}/clarification",
    "requests.clarification.create",
    "Ask the sender",
    |ctx| run(ctx, act),
    &CLARIFICATION,
    &[Code::NotYourSide, Code::IllegalMove, Code::Terminal],
)];

pub fn act(ctx: &Ctx) -> Result<Act, Trouble> {
    let (question, field) = (words(&ctx.input, "question"), maybe(&ctx.input, "field"));
    Ok(Act::Ask { question, field })
}
