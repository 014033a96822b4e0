//! The sender answers a question, and may share more with it.

use baton_core::case::request::command::Act;
use baton_core::refusal::Code;
use baton_core::word;

use crate::request::acts::{LONG, SHARED, route, run, shares, words};
use crate::route::Route;
use crate::shape::{Field, Shape};

pub static ANSWER: Shape = Shape::new(
    "AnswerForm",
    &[
        Field::lines("text", LONG).needed().label(word!("request-answer-answer")),
        Field::list("share", &SHARED, 50).label(word!("request-answer-fields-to-share")),
    ],
);

pub const ROUTES: &[Route] = &[route(
    "/api/v1/requests/{id}/answer",
    "requests.answer.create",
    "Answer the receiver's question",
    |ctx| {
        run(ctx, |ctx| {
            let (text, share) = (words(&ctx.input, "text"), shares(&ctx.input, "share"));
            Ok(Act::Answer { text, share })
        })
    },
    &ANSWER,
    &[Code::PurposeMissing, Code::NotYourSide, Code::IllegalMove, Code::Terminal],
)];
